/* dui-form-row.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-form-row"

#include "config.h"

#include "editor/dui-form-row.h"

#include "common/dui-editable-text.h"
#include "common/dui-verdict.h"
#include "editor/dui-form-view.h"

#include <glib/gi18n.h>

/* How long a flash lasts. */
#define FLASH_MS 900

struct _DuiFormRow
{
  AdwPreferencesRow parent_instance;

  GtkWidget *editor;  /* what is typed in: a text view, or the text of an entry */
  GtkWidget *told;    /* the editor as screen readers see it: the view, or the entry */
  GtkWidget *example; /* of a text view, that has no placeholder of its own */
  char *verdict;
  gboolean multiline;

  /* Template children */
  GtkWidget *content;
  GtkWidget *prefixes;
  GtkWidget *middle;
  GtkLabel *title_label;
  GtkWidget *missing_label;
  GtkLabel *help_label;
  GtkLabel *verdict_label;
  GtkLabel *finding_label;
  GtkWidget *suffixes;
};

enum
{
  PROP_0,
  PROP_MULTILINE,
  PROP_HELP,
  PROP_EXAMPLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DuiFormRow, dui_form_row, ADW_TYPE_PREFERENCES_ROW)

static void
show_label (GtkLabel *label,
            const char *text)
{
  gboolean has_text = text != NULL && *text != '\0';

  gtk_label_set_label (label, has_text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), has_text);
}

/* Callbacks */

static void
title_cb (DuiFormRow *self)
{
  gtk_label_set_label (self->title_label, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
}

/* A verdict comes as the tooltip of the editor; here it is spelled out. */
static void
verdict_cb (DuiFormRow *self)
{
  const char *verdict = gtk_widget_get_tooltip_text (self->editor);

  if (g_strcmp0 (verdict, self->verdict) == 0)
    return;

  g_free (self->verdict);
  self->verdict = g_strdup (verdict);
  show_label (self->verdict_label, verdict);
  gtk_widget_set_has_tooltip (self->editor, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->told), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  verdict != NULL ? verdict : gtk_label_get_label (self->help_label), -1);
  if (verdict != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "dui-refused");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dui-refused");
}

static void
buffer_changed_cb (DuiFormRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));

  gtk_widget_set_visible (self->example, gtk_text_buffer_get_char_count (buffer) == 0);
}

/* Tab leaves the field, as in every form; a text of one line has no use for Enter either. */
static void
make_view (DuiFormRow *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (dui_form_view_new ());
  GtkWidget *overlay = gtk_overlay_new ();

  self->editor = GTK_WIDGET (view);
  self->told = self->editor;
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (view), FALSE);

  self->example = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->example), 0);
  gtk_label_set_wrap (GTK_LABEL (self->example), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (self->example), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (self->example, GTK_ALIGN_START);
  gtk_widget_set_can_target (self->example, FALSE);
  gtk_widget_add_css_class (self->example, "dim-label");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->editor);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->example);
  gtk_box_insert_child_after (GTK_BOX (self->middle), overlay, gtk_widget_get_first_child (self->middle));
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (buffer_changed_cb), self, G_CONNECT_SWAPPED);
}

/* An entry and not its text alone: only then can screen readers read what is in it. */
static void
make_text (DuiFormRow *self)
{
  self->told = gtk_entry_new ();
  self->editor = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->told)));
  gtk_widget_add_css_class (self->told, "dui-form-entry");
  gtk_text_set_enable_emoji_completion (GTK_TEXT (self->editor), FALSE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->editor), FALSE);
  gtk_box_insert_child_after (GTK_BOX (self->middle), self->told, gtk_widget_get_first_child (self->middle));
}

/* Overrides */

/* The row itself takes no focus: what is in it does. */
static gboolean
dui_form_row_focus (GtkWidget *widget,
                    GtkDirectionType direction)
{
  return gtk_widget_child_focus (DUI_FORM_ROW (widget)->content, direction);
}

static gboolean
dui_form_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DUI_FORM_ROW (widget)->editor);
}

static void
dui_form_row_constructed (GObject *object)
{
  DuiFormRow *self = DUI_FORM_ROW (object);

  G_OBJECT_CLASS (dui_form_row_parent_class)->constructed (object);

  if (self->multiline)
    make_view (self);
  else
    make_text (self);

  gtk_widget_add_css_class (self->editor, "dui-form-text");
  gtk_label_set_mnemonic_widget (self->title_label, self->told);
  g_signal_connect_object (self->editor, "notify::tooltip-text", G_CALLBACK (verdict_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::title", G_CALLBACK (title_cb), NULL);
  title_cb (self);
}

static void
dui_form_row_set_property (GObject *object,
                           guint prop_id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  DuiFormRow *self = DUI_FORM_ROW (object);

  switch (prop_id)
    {
    case PROP_MULTILINE:
      self->multiline = g_value_get_boolean (value);
      break;

    case PROP_HELP:
      dui_form_row_set_help (self, g_value_get_string (value));
      break;

    case PROP_EXAMPLE:
      dui_form_row_set_example (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dui_form_row_finalize (GObject *object)
{
  g_free (DUI_FORM_ROW (object)->verdict);

  G_OBJECT_CLASS (dui_form_row_parent_class)->finalize (object);
}

static void
dui_form_row_class_init (DuiFormRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = dui_form_row_constructed;
  object_class->set_property = dui_form_row_set_property;
  object_class->finalize = dui_form_row_finalize;
  widget_class->focus = dui_form_row_focus;
  widget_class->grab_focus = dui_form_row_grab_focus;

  properties[PROP_MULTILINE] =
    g_param_spec_boolean ("multiline", NULL, NULL, FALSE,
                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_HELP] =
    g_param_spec_string ("help", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EXAMPLE] =
    g_param_spec_string ("example", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/editor/dui-form-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiFormRow, content);
  gtk_widget_class_bind_template_child (widget_class, DuiFormRow, prefixes);
  gtk_widget_class_bind_template_child (widget_class, DuiFormRow, middle);
  gtk_widget_class_bind_template_child (widget_class, DuiFormRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, DuiFormRow, missing_label);
  gtk_widget_class_bind_template_child (widget_class, DuiFormRow, help_label);
  gtk_widget_class_bind_template_child (widget_class, DuiFormRow, verdict_label);
  gtk_widget_class_bind_template_child (widget_class, DuiFormRow, finding_label);
  gtk_widget_class_bind_template_child (widget_class, DuiFormRow, suffixes);
}

static void
dui_form_row_init (DuiFormRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public functions */

GtkWidget *
dui_form_row_new (const char *title,
                  gboolean multiline)
{
  return g_object_new (DUI_TYPE_FORM_ROW, "multiline", multiline, "title", title, "use-underline", TRUE, NULL);
}

GtkWidget *
dui_form_row_get_editor (DuiFormRow *self)
{
  g_return_val_if_fail (DUI_IS_FORM_ROW (self), NULL);

  return self->editor;
}

char *
dui_form_row_dup_text (DuiFormRow *self)
{
  g_return_val_if_fail (DUI_IS_FORM_ROW (self), NULL);

  return self->multiline ? dui_text_view_dup_text (GTK_TEXT_VIEW (self->editor))
                         : dui_editable_dup_text (GTK_EDITABLE (self->editor));
}

void
dui_form_row_set_title (DuiFormRow *self,
                        const char *title)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
}

void
dui_form_row_set_help (DuiFormRow *self,
                       const char *help)
{
  g_return_if_fail (DUI_IS_FORM_ROW (self));

  show_label (self->help_label, help);
}

void
dui_form_row_set_example (DuiFormRow *self,
                          const char *example)
{
  g_return_if_fail (DUI_IS_FORM_ROW (self));

  if (self->multiline)
    gtk_label_set_label (GTK_LABEL (self->example), example != NULL ? example : "");
  else
    gtk_text_set_placeholder_text (GTK_TEXT (self->editor), example);
}

void
dui_form_row_set_compact (DuiFormRow *self,
                          gboolean compact)
{
  g_return_if_fail (DUI_IS_FORM_ROW (self));

  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->title_label)), !compact);
}

void
dui_form_row_set_missing (DuiFormRow *self,
                          gboolean missing)
{
  g_return_if_fail (DUI_IS_FORM_ROW (self));

  gtk_widget_set_visible (self->missing_label, missing);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->told), GTK_ACCESSIBLE_STATE_INVALID,
                               missing || self->verdict != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

void
dui_form_row_set_verdict (DuiFormRow *self,
                          const char *verdict)
{
  g_return_if_fail (DUI_IS_FORM_ROW (self));

  dui_row_set_verdict (self->editor, verdict);
}

const char *
dui_form_row_get_verdict (DuiFormRow *self)
{
  g_return_val_if_fail (DUI_IS_FORM_ROW (self), NULL);

  return self->verdict;
}

void
dui_form_row_set_finding (DuiFormRow *self,
                          const char *finding)
{
  g_return_if_fail (DUI_IS_FORM_ROW (self));

  if (g_strcmp0 (dui_form_row_get_finding (self), finding) == 0)
    return;

  show_label (self->finding_label, finding);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->told), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  finding != NULL ? finding : "", -1);
}

const char *
dui_form_row_get_finding (DuiFormRow *self)
{
  g_return_val_if_fail (DUI_IS_FORM_ROW (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self->finding_label)) ? gtk_label_get_label (self->finding_label) : NULL;
}

void
dui_form_row_add_below (DuiFormRow *self,
                        GtkWidget *widget)
{
  g_return_if_fail (DUI_IS_FORM_ROW (self));

  gtk_box_append (GTK_BOX (self->middle), widget);
}

void
dui_form_row_add_prefix (DuiFormRow *self,
                         GtkWidget *widget)
{
  g_return_if_fail (DUI_IS_FORM_ROW (self));

  gtk_box_append (GTK_BOX (self->prefixes), widget);
  gtk_widget_set_visible (self->prefixes, TRUE);
}

void
dui_form_row_add_suffix (DuiFormRow *self,
                         GtkWidget *widget)
{
  g_return_if_fail (DUI_IS_FORM_ROW (self));

  gtk_box_append (GTK_BOX (self->suffixes), widget);
  gtk_widget_set_visible (self->suffixes, TRUE);
}

static gboolean
end_flash_cb (gpointer data)
{
  gtk_widget_remove_css_class (data, "dui-flash");

  return G_SOURCE_REMOVE;
}

void
dui_form_flash (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_widget_add_css_class (widget, "dui-flash");
  g_timeout_add_full (G_PRIORITY_DEFAULT, FLASH_MS, end_flash_cb, g_object_ref (widget), g_object_unref);
}
