/* dui-binding.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-binding"

#include "config.h"

#include "document/dui-binding.h"

#include "common/dui-editable-text.h"
#include "common/dui-text-change.h"
#include "common/dui-verdict.h"

#include <string.h>

#define BINDING_KEY "dui-binding"

struct _DuiBinding
{
  GObject parent_instance;

  DuiDocument *document;
  GtkWidget *widget; /* (unowned): owns us */
  GObject *typed_in; /* what tells of the word an input method holds */
  char *reference;
  int attribute; /* -1 for the text of the node */

  guint filling : 1; /* the widget is changed by us */
  guint waiting : 1; /* the widget differs, and takes the text when no word is held any more */
};

G_DEFINE_FINAL_TYPE (DuiBinding, dui_binding, G_TYPE_OBJECT)

/* Auxiliary functions */

/* What the widget should show: what was typed and refused, else what the plan holds. */
static const char *
get_document_text (DuiBinding *self)
{
  const char *refused = dui_document_get_refused (self->document, self->reference, self->attribute);
  DtNode *node = dt_plan_find (dui_document_get_plan (self->document), self->reference);
  const char *text;

  if (refused != NULL)
    return refused;
  if (node == NULL)
    return "";

  text = self->attribute >= 0 ? dt_node_get_attribute (node, (DtAttribute) self->attribute) : dt_node_get_text (node);
  return text != NULL ? text : "";
}

static void
write_view (GtkTextView *view,
            const char *before,
            const char *after)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter end;

  dui_text_buffer_change (buffer, before, after, &end);
  if (gtk_widget_has_focus (GTK_WIDGET (view)))
    {
      gtk_text_buffer_place_cursor (buffer, &end);
      gtk_text_view_scroll_mark_onscreen (view, gtk_text_buffer_get_insert (buffer));
    }
}

static void
write_editable (GtkEditable *editable,
                const char *before,
                const char *after)
{
  int position = dui_editable_change (editable, before, after);

  if (gtk_widget_get_state_flags (GTK_WIDGET (editable)) & GTK_STATE_FLAG_FOCUS_WITHIN)
    gtk_editable_set_position (editable, position);
}

static void
show_verdict (DuiBinding *self,
              const GError *error)
{
  dui_row_set_verdict (self->widget, error != NULL ? error->message : NULL);
}

/* The text of the document into the widget, unless an input method holds a word there. */
static void
fill (DuiBinding *self)
{
  g_autofree char *before = NULL;
  const char *after;

  if (self->widget == NULL || self->reference == NULL)
    return;

  if (*dui_preedit_get (self->widget) != '\0')
    {
      self->waiting = TRUE;
      return;
    }

  self->waiting = FALSE;
  before = dui_typed_dup_text (self->widget);
  after = get_document_text (self);
  if (strcmp (before, after) == 0)
    return;

  self->filling = TRUE;
  if (GTK_IS_TEXT_VIEW (self->widget))
    write_view (GTK_TEXT_VIEW (self->widget), before, after);
  else
    write_editable (GTK_EDITABLE (self->widget), before, after);
  self->filling = FALSE;
}

static void
apply (DuiBinding *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (self->filling || self->widget == NULL || self->reference == NULL)
    return;

  text = dui_typed_dup_text (self->widget);
  self->waiting = FALSE;
  if (self->attribute >= 0)
    dui_document_set_attribute (self->document, self->reference, (DtAttribute) self->attribute, text, self->widget, &error);
  else
    dui_document_set_text (self->document, self->reference, text, self->widget, &error);
  show_verdict (self, error);
}

/* Callbacks */

static void
document_changed_cb (DuiBinding *self,
                     DtPlan *old,
                     gpointer origin)
{
  if (origin == self->widget && origin != NULL)
    return;

  if (self->widget != NULL && self->reference != NULL)
    {
      g_autofree char *shown = dui_typed_dup_text (self->widget);

      if (strcmp (shown, get_document_text (self)) != 0)
        {
          fill (self);
          show_verdict (self, NULL);
        }
    }
}

static void
preedit_changed_cb (DuiBinding *self)
{
  /* A change of the document that came meanwhile is shown now, unless the word that was held
   * became text: then what the user typed counts.
   */
  if (self->waiting && *dui_preedit_get (self->widget) == '\0')
    fill (self);
  else
    apply (self);
}

/* GObject overrides */

static void
disconnect (DuiBinding *self)
{
  if (self->widget != NULL)
    {
      GObject *source = GTK_IS_TEXT_VIEW (self->widget) ? G_OBJECT (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->widget)))
                                                        : G_OBJECT (self->widget);

      g_signal_handlers_disconnect_by_data (source, self);
    }
  if (self->typed_in != NULL)
    g_signal_handlers_disconnect_by_data (self->typed_in, self);
  g_clear_weak_pointer (&self->widget);
  g_clear_weak_pointer (&self->typed_in);
}

static void
dui_binding_dispose (GObject *object)
{
  DuiBinding *self = DUI_BINDING (object);

  disconnect (self);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_pointer (&self->reference, g_free);

  G_OBJECT_CLASS (dui_binding_parent_class)->dispose (object);
}

static void
dui_binding_class_init (DuiBindingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dui_binding_dispose;
}

static void
dui_binding_init (DuiBinding *self)
{
  self->attribute = -1;
}

/* What has the input method: an entry hands typing on to another widget. */
static GObject *
find_typed_in (GtkWidget *widget)
{
  while (GTK_IS_EDITABLE (widget) && gtk_editable_get_delegate (GTK_EDITABLE (widget)) != NULL)
    widget = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (widget)));

  return G_OBJECT (widget);
}

static void
release (gpointer data)
{
  DuiBinding *self = data;

  g_object_run_dispose (G_OBJECT (self));
  g_object_unref (self);
}

static DuiBinding *
bind (DuiDocument *document,
      GtkWidget *widget,
      const char *reference,
      int attribute)
{
  DuiBinding *self = g_object_new (DUI_TYPE_BINDING, NULL);
  GObject *typed_in = find_typed_in (widget);

  self->document = g_object_ref (document);
  self->reference = g_strdup (reference);
  self->attribute = attribute;
  g_set_weak_pointer (&self->widget, widget);
  g_set_weak_pointer (&self->typed_in, typed_in);
  dui_preedit_follow (widget);
  /* Takes away the binding of before. */
  g_object_set_data_full (G_OBJECT (widget), BINDING_KEY, self, release);

  fill (self);
  g_signal_connect_swapped (document, "changed", G_CALLBACK (document_changed_cb), self);
  if (g_signal_lookup ("preedit-changed", G_OBJECT_TYPE (typed_in)) != 0)
    g_signal_connect_swapped (typed_in, "preedit-changed", G_CALLBACK (preedit_changed_cb), self);

  return self;
}

/* Public functions */

/**
 * dui_binding_new_editable:
 * @document: the document
 * @editable: an entry
 * @reference: (nullable): the node whose text it shows
 *
 * Binds @editable to the text of a node, instead of what it was bound to.
 *
 * Returns: (transfer none): the binding, which belongs to @editable
 */
DuiBinding *
dui_binding_new_editable (DuiDocument *document,
                          GtkEditable *editable,
                          const char *reference)
{
  DuiBinding *self;

  g_return_val_if_fail (DUI_IS_DOCUMENT (document) && GTK_IS_EDITABLE (editable), NULL);

  gtk_editable_set_enable_undo (editable, FALSE);
  self = bind (document, GTK_WIDGET (editable), reference, -1);
  g_signal_connect_swapped (editable, "changed", G_CALLBACK (apply), self);
  return self;
}

/**
 * dui_binding_new_view:
 * @document: the document
 * @view: a text view
 * @reference: (nullable): the node whose text it shows
 *
 * Binds @view to the text of a node, instead of what it was bound to. Its
 * buffer must not be changed for another one.
 *
 * Returns: (transfer none): the binding, which belongs to @view
 */
DuiBinding *
dui_binding_new_view (DuiDocument *document,
                      GtkTextView *view,
                      const char *reference)
{
  GtkTextBuffer *buffer;
  DuiBinding *self;

  g_return_val_if_fail (DUI_IS_DOCUMENT (document) && GTK_IS_TEXT_VIEW (view), NULL);

  buffer = gtk_text_view_get_buffer (view);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  self = bind (document, GTK_WIDGET (view), reference, -1);
  g_signal_connect_swapped (buffer, "changed", G_CALLBACK (apply), self);
  return self;
}

/**
 * dui_binding_new_attribute:
 * @document: the document
 * @editable: an entry
 * @reference: (nullable): the node
 * @attribute: its attribute
 *
 * Binds @editable to an attribute of a node, instead of what it was bound to.
 *
 * Returns: (transfer none): the binding, which belongs to @editable
 */
DuiBinding *
dui_binding_new_attribute (DuiDocument *document,
                           GtkEditable *editable,
                           const char *reference,
                           DtAttribute attribute)
{
  DuiBinding *self;

  g_return_val_if_fail (DUI_IS_DOCUMENT (document) && GTK_IS_EDITABLE (editable), NULL);

  gtk_editable_set_enable_undo (editable, FALSE);
  self = bind (document, GTK_WIDGET (editable), reference, (int) attribute);
  g_signal_connect_swapped (editable, "changed", G_CALLBACK (apply), self);
  return self;
}

/**
 * dui_binding_set_reference:
 * @self: a binding
 * @reference: (nullable): the node from now on
 *
 * Binds the same widget to another node.
 */
char *
dui_binding_make_key (const char *reference,
                      DtAttribute attribute)
{
  g_return_val_if_fail (reference != NULL, NULL);

  return g_strdup_printf ("%s@%d", reference, (int) attribute);
}

void
dui_binding_set_reference (DuiBinding *self,
                           const char *reference)
{
  g_return_if_fail (DUI_IS_BINDING (self));

  if (g_strcmp0 (self->reference, reference) == 0)
    return;

  g_free (self->reference);
  self->reference = g_strdup (reference);
  fill (self);
  if (self->widget != NULL)
    show_verdict (self, NULL);
}

const char *
dui_binding_get_reference (DuiBinding *self)
{
  g_return_val_if_fail (DUI_IS_BINDING (self), NULL);

  return self->reference;
}

/**
 * dui_binding_flush:
 * @self: a binding
 *
 * Applies what is in the widget now, with the word an input method holds.
 */
void
dui_binding_flush (DuiBinding *self)
{
  g_return_if_fail (DUI_IS_BINDING (self));

  apply (self);
}
