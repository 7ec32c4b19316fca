/* dui-form-page.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-form-page"

#include "config.h"

#include "editor/dui-form-page.h"

#include "common/dui-editable-text.h"
#include "common/dui-verdict.h"
#include "document/dui-binding.h"
#include "editor/dui-text-area.h"

#include <string.h>

#define REFERENCE_KEY "dui-reference"
#define ATTRIBUTE_KEY "dui-attribute"
#define TOLD_KEY "dui-told"

typedef struct
{
  DuiEngine *engine;
  DuiDocument *document;
  char *reference;
  GtkWidget *last; /* weak: the editor that had the focus last */
} DuiFormPagePrivate;

enum
{
  PROP_0,
  PROP_ENGINE,
  N_PROPS
};

enum
{
  CARET_MOVED,
  CITE_REQUESTED,
  OPEN_PLACE,
  REMOVED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DuiFormPage, dui_form_page, ADW_TYPE_BIN)

static DuiFormPagePrivate *
get_private (DuiFormPage *self)
{
  return dui_form_page_get_instance_private (self);
}

/* How many bytes of the text stand before the caret, with the word that is held. */
static guint
get_offset (GtkWidget *editor)
{
  gsize held = strlen (dui_preedit_get (editor));
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter caret;
  g_autofree char *before = NULL;

  if (GTK_IS_EDITABLE (editor))
    {
      const char *text = gtk_editable_get_text (GTK_EDITABLE (editor));

      return (guint) (g_utf8_offset_to_pointer (text, gtk_editable_get_position (GTK_EDITABLE (editor))) - text + held);
    }
  if (!GTK_IS_TEXT_VIEW (editor))
    return 0;

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor));
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  before = gtk_text_buffer_get_text (buffer, &start, &caret, TRUE);

  return (guint) (strlen (before) + held);
}

static void
tell_caret (DuiFormPage *self,
            GtkWidget *editor)
{
  DuiFormPagePrivate *priv = get_private (self);
  const char *reference = g_object_get_data (G_OBJECT (editor), REFERENCE_KEY);

  if (reference == NULL || !gtk_widget_has_focus (editor))
    return;

  g_set_weak_pointer (&priv->last, editor);
  g_signal_emit (self, signals[CARET_MOVED], 0, reference, get_offset (editor));
}

/* Depth first: the widget below @root that stands for @reference. */
static GtkWidget *
find_editor (GtkWidget *root,
             const char *reference)
{
  const char *own = g_object_get_data (G_OBJECT (root), REFERENCE_KEY);
  const char *attribute = g_object_get_data (G_OBJECT (root), ATTRIBUTE_KEY);

  if (g_strcmp0 (own, reference) == 0 || g_strcmp0 (attribute, reference) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_editor (child, reference);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
place_caret (GtkWidget *editor,
             guint offset)
{
  if (GTK_IS_TEXT (editor))
    {
      const char *text = gtk_editable_get_text (GTK_EDITABLE (editor));
      gsize bytes = MIN (offset, strlen (text));

      gtk_text_grab_focus_without_selecting (GTK_TEXT (editor));
      gtk_editable_set_position (GTK_EDITABLE (editor), (int) g_utf8_pointer_to_offset (text, text + bytes));
    }
  else if (GTK_IS_TEXT_VIEW (editor))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor));
      g_autofree char *text = NULL;
      GtkTextIter start;
      GtkTextIter end;
      gsize bytes;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
      bytes = MIN (offset, strlen (text));
      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) g_utf8_pointer_to_offset (text, text + bytes));
      gtk_widget_grab_focus (editor);
      gtk_text_buffer_place_cursor (buffer, &start);
    }
  else
    gtk_widget_grab_focus (editor);
}

/* Callbacks */

static void
caret_cb (DuiFormPage *self,
          GParamSpec *pspec,
          GObject *source)
{
  GtkWidget *editor = GTK_IS_TEXT_BUFFER (source) ? g_object_get_data (source, "dui-view") : GTK_WIDGET (source);

  if (editor != NULL)
    tell_caret (self, editor);
}

static void
preedit_cb (DuiFormPage *self,
            const char *preedit,
            GtkWidget *editor)
{
  tell_caret (self, editor);
}

static void
changed_cb (DuiFormPage *self,
            DtPlan *old,
            gpointer origin)
{
  DuiFormPageClass *klass = DUI_FORM_PAGE_GET_CLASS (self);

  if (klass->refresh != NULL)
    klass->refresh (self, old, origin);
}

/* Overrides */

static gboolean
dui_form_page_real_show_place (DuiFormPage *self,
                               const char *reference,
                               guint offset)
{
  GtkWidget *editor = find_editor (GTK_WIDGET (self), reference);
  GtkWidget *row;

  if (editor == NULL)
    return FALSE;

  row = gtk_widget_get_ancestor (editor, GTK_TYPE_LIST_BOX_ROW);
  place_caret (editor, offset);
  dui_form_flash (row != NULL ? row : editor);

  return TRUE;
}

static void
dui_form_page_dispose (GObject *object)
{
  DuiFormPage *self = DUI_FORM_PAGE (object);
  DuiFormPagePrivate *priv = get_private (self);

  if (priv->document != NULL)
    g_signal_handlers_disconnect_by_data (priv->document, self);
  g_clear_object (&priv->document);
  g_clear_object (&priv->engine);
  g_clear_weak_pointer (&priv->last);

  G_OBJECT_CLASS (dui_form_page_parent_class)->dispose (object);
}

static void
dui_form_page_finalize (GObject *object)
{
  g_free (get_private (DUI_FORM_PAGE (object))->reference);

  G_OBJECT_CLASS (dui_form_page_parent_class)->finalize (object);
}

static void
dui_form_page_set_property (GObject *object,
                            guint prop_id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  DuiFormPagePrivate *priv = get_private (DUI_FORM_PAGE (object));

  switch (prop_id)
    {
    case PROP_ENGINE:
      g_set_object (&priv->engine, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dui_form_page_class_init (DuiFormPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->show_place = dui_form_page_real_show_place;
  object_class->dispose = dui_form_page_dispose;
  object_class->finalize = dui_form_page_finalize;
  object_class->set_property = dui_form_page_set_property;

  properties[PROP_ENGINE] =
    g_param_spec_object ("engine", NULL, NULL, DUI_TYPE_ENGINE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CARET_MOVED] = g_signal_new ("caret-moved", DUI_TYPE_FORM_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  signals[CITE_REQUESTED] = g_signal_new ("cite-requested", DUI_TYPE_FORM_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[OPEN_PLACE] = g_signal_new ("open-place", DUI_TYPE_FORM_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[REMOVED] = g_signal_new ("removed", DUI_TYPE_FORM_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
dui_form_page_init (DuiFormPage *self)
{
  get_private (self)->reference = g_strdup ("");
}

/* Public functions */

DuiEngine *
dui_form_page_get_engine (DuiFormPage *self)
{
  g_return_val_if_fail (DUI_IS_FORM_PAGE (self), NULL);

  return get_private (self)->engine;
}

DuiDocument *
dui_form_page_get_document (DuiFormPage *self)
{
  g_return_val_if_fail (DUI_IS_FORM_PAGE (self), NULL);

  return get_private (self)->document;
}

DtPlan *
dui_form_page_get_plan (DuiFormPage *self)
{
  DuiDocument *document = dui_form_page_get_document (self);

  return document != NULL ? dui_document_get_plan (document) : NULL;
}

const char *
dui_form_page_get_reference (DuiFormPage *self)
{
  g_return_val_if_fail (DUI_IS_FORM_PAGE (self), NULL);

  return get_private (self)->reference;
}

void
dui_form_page_set_document (DuiFormPage *self,
                            DuiDocument *document,
                            const char *reference)
{
  DuiFormPagePrivate *priv = get_private (self);

  g_return_if_fail (DUI_IS_FORM_PAGE (self));

  if (priv->document != NULL)
    g_signal_handlers_disconnect_by_data (priv->document, self);
  g_set_object (&priv->document, document);
  g_free (priv->reference);
  priv->reference = g_strdup (reference != NULL ? reference : "");

  DUI_FORM_PAGE_GET_CLASS (self)->set_document (self, document, priv->reference);
  if (document != NULL)
    g_signal_connect_swapped (document, "changed", G_CALLBACK (changed_cb), self);
}

gboolean
dui_form_page_show_place (DuiFormPage *self,
                          const char *reference,
                          guint offset)
{
  g_return_val_if_fail (DUI_IS_FORM_PAGE (self), FALSE);
  g_return_val_if_fail (reference != NULL, FALSE);

  return DUI_FORM_PAGE_GET_CLASS (self)->show_place (self, reference, offset);
}

/* A citation takes the place of the brackets that asked for it. */
static void
insert_into_area (DuiTextArea *area,
                  const char *text)
{
  gsize length = strlen (text);
  gboolean full = g_str_has_suffix (text, "|full]]");

  if (g_str_has_prefix (text, "[[") && g_str_has_suffix (text, "]]"))
    {
      g_autofree char *number = g_strndup (text + 2, length - 2 - strlen (full ? "|full]]" : "]]"));

      dui_text_area_cite (area, number, full);
    }
  else
    dui_text_area_insert (area, text);
}

gboolean
dui_form_page_insert_text (DuiFormPage *self,
                           const char *text)
{
  DuiFormPagePrivate *priv = get_private (self);

  g_return_val_if_fail (DUI_IS_FORM_PAGE (self), FALSE);

  if (priv->last == NULL)
    return FALSE;

  if (DUI_IS_TEXT_AREA (priv->last))
    insert_into_area (DUI_TEXT_AREA (priv->last), text);
  else if (GTK_IS_TEXT_VIEW (priv->last))
    gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (priv->last)), text, -1);
  else if (GTK_IS_EDITABLE (priv->last))
    {
      int position = gtk_editable_get_position (GTK_EDITABLE (priv->last));

      gtk_editable_insert_text (GTK_EDITABLE (priv->last), text, -1, &position);
      gtk_editable_set_position (GTK_EDITABLE (priv->last), position);
    }

  return TRUE;
}

void
dui_form_page_set_last (DuiFormPage *self,
                        GtkWidget *editor)
{
  g_return_if_fail (DUI_IS_FORM_PAGE (self));

  g_set_weak_pointer (&get_private (self)->last, editor);
}

/**
 * dui_form_page_watch:
 * @self: a page
 * @editor: an editor in it
 * @reference: (nullable): the node it stands for
 *
 * Makes @editor the place of @reference: dui_form_page_show_place() finds it,
 * and its caret is told to the rest of the window.
 */
void
dui_form_page_watch (DuiFormPage *self,
                     GtkWidget *editor,
                     const char *reference)
{
  gboolean is_new = g_object_get_data (G_OBJECT (editor), REFERENCE_KEY) == NULL;

  g_object_set_data_full (G_OBJECT (editor), REFERENCE_KEY, g_strdup (reference), g_free);
  if (!is_new || reference == NULL)
    return;

  g_signal_connect_object (editor, "notify::has-focus", G_CALLBACK (caret_cb), self, G_CONNECT_SWAPPED);
  if (GTK_IS_TEXT (editor) || GTK_IS_TEXT_VIEW (editor))
    {
      dui_preedit_follow (editor);
      g_signal_connect_object (editor, "preedit-changed", G_CALLBACK (preedit_cb), self, G_CONNECT_SWAPPED);
    }
  if (GTK_IS_EDITABLE (editor))
    g_signal_connect_object (editor, "notify::cursor-position", G_CALLBACK (caret_cb), self, G_CONNECT_SWAPPED);
  else if (GTK_IS_TEXT_VIEW (editor))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor));

      g_object_set_data (G_OBJECT (buffer), "dui-view", editor);
      g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (caret_cb), self, G_CONNECT_SWAPPED);
    }
}

void
dui_form_page_bind_text (DuiFormPage *self,
                         DuiFormRow *row,
                         const char *reference)
{
  DuiFormPagePrivate *priv = get_private (self);
  GtkWidget *editor = dui_form_row_get_editor (row);

  g_return_if_fail (DUI_IS_FORM_PAGE (self));

  dui_form_page_watch (self, editor, reference);
  if (priv->document == NULL)
    return;
  if (GTK_IS_TEXT_VIEW (editor))
    dui_binding_new_view (priv->document, GTK_TEXT_VIEW (editor), reference);
  else
    dui_binding_new_editable (priv->document, GTK_EDITABLE (editor), reference);
}

void
dui_form_page_bind_attribute (DuiFormPage *self,
                              DuiFormRow *row,
                              const char *reference,
                              DtAttribute attribute)
{
  DuiFormPagePrivate *priv = get_private (self);
  GtkWidget *editor = dui_form_row_get_editor (row);

  g_return_if_fail (DUI_IS_FORM_PAGE (self));

  dui_form_page_watch (self, editor, reference);
  g_object_set_data_full (G_OBJECT (editor), ATTRIBUTE_KEY, dui_binding_make_key (reference, attribute), g_free);
  if (priv->document != NULL)
    dui_binding_new_attribute (priv->document, GTK_EDITABLE (editor), reference, attribute);
}

/* A row that says something of its own is left alone unless the rules say more. */
static void
tell_findings (GtkWidget *widget,
               GHashTable *findings)
{
  if (DUI_IS_FORM_ROW (widget))
    {
      GtkWidget *editor = dui_form_row_get_editor (DUI_FORM_ROW (widget));
      const char *attribute = g_object_get_data (G_OBJECT (editor), ATTRIBUTE_KEY);
      const char *key = attribute != NULL ? attribute : g_object_get_data (G_OBJECT (editor), REFERENCE_KEY);
      const char *finding = findings != NULL && key != NULL ? g_hash_table_lookup (findings, key) : NULL;

      if (finding != NULL || g_object_get_data (G_OBJECT (widget), TOLD_KEY) != NULL)
        dui_form_row_set_finding (DUI_FORM_ROW (widget), finding);
      g_object_set_data (G_OBJECT (widget), TOLD_KEY, finding != NULL ? widget : NULL);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    tell_findings (child, findings);
}

void
dui_form_page_set_findings (DuiFormPage *self,
                            GHashTable *findings)
{
  g_return_if_fail (DUI_IS_FORM_PAGE (self));

  tell_findings (GTK_WIDGET (self), findings);
}

static DuiTextArea *
find_text_area (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (DUI_IS_TEXT_AREA (widget))
    return DUI_TEXT_AREA (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      DuiTextArea *area = find_text_area (child);

      if (area != NULL)
        return area;
    }

  return NULL;
}

gboolean
dui_form_page_open_find (DuiFormPage *self)
{
  DuiTextArea *area;

  g_return_val_if_fail (DUI_IS_FORM_PAGE (self), FALSE);

  area = find_text_area (GTK_WIDGET (self));
  if (area != NULL)
    dui_text_area_open_find (area, FALSE);
  return area != NULL;
}

gboolean
dui_form_page_take (DuiFormPage *self,
                    DtPlan *plan,
                    GtkWidget *widget,
                    GError *error)
{
  g_autoptr (GError) why = error;
  g_autoptr (DtPlan) taken = plan;

  g_return_val_if_fail (DUI_IS_FORM_PAGE (self), FALSE);

  if (widget != NULL)
    dui_row_set_verdict (widget, why != NULL ? why->message : NULL);
  if (taken != NULL)
    dui_document_apply (get_private (self)->document, taken, NULL, self);

  return taken != NULL;
}

void
dui_form_page_request_citation (DuiFormPage *self)
{
  g_signal_emit (self, signals[CITE_REQUESTED], 0);
}

void
dui_form_page_open_place (DuiFormPage *self,
                          const char *reference)
{
  g_signal_emit (self, signals[OPEN_PLACE], 0, reference);
}

void
dui_form_page_tell_removed (DuiFormPage *self,
                            const char *what)
{
  g_signal_emit (self, signals[REMOVED], 0, what);
}
