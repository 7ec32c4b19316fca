/* dui-form-value.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-form-value"

#include "config.h"

#include "editor/dui-form-value.h"

#include "common/dui-editable-text.h"
#include "common/dui-verdict.h"
#include "document/dui-typing.h"

#define KEY "dui-form-value"
#define LATE_WORD_MS 150

/* Lives as data of the widget; its address is the origin of what it changes. */
typedef struct
{
  GtkWidget *widget;   /* not owned: it owns us */
  GObject *source;     /* what tells of changes: the widget, not owned then, or its buffer */
  GtkWidget *typed_in; /* weak: what has the keys and the input method */
  DuiDocument *document;
  DuiFormValue value;
  char *group;
  char *shown; /* what the plan said when we last looked */
  char *typed; /* what was handed over last */
  DuiTyping typing;
  guint left; /* timeout */
  gboolean filling;
} Bound;

static gboolean
is_composing (Bound *self)
{
  return *dui_preedit_get (self->widget) != '\0';
}

static void
write_text (GtkWidget *widget,
            const char *text)
{
  if (GTK_IS_TEXT_VIEW (widget))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (widget), text);
}

/* Never while a word is being composed: input methods would scramble it. */
static void
fill (Bound *self)
{
  g_autofree char *now = dui_typed_dup_text (self->widget);

  if (is_composing (self) || g_strcmp0 (now, self->shown) == 0)
    return;

  self->filling = TRUE;
  write_text (self->widget, self->shown);
  self->filling = FALSE;
  g_free (self->typed);
  self->typed = g_strdup (self->shown);
  dui_row_set_verdict (self->widget, NULL);
}

static void
apply (Bound *self)
{
  g_autoptr (GtkWidget) widget = g_object_ref (self->widget);
  g_autofree char *text = dui_typed_dup_text (self->widget);
  g_autofree char *verdict = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = NULL;

  if (self->filling || g_strcmp0 (text, self->typed) == 0)
    return;

  if (dui_typing_begins_step (&self->typing, self->typed, text, g_get_monotonic_time ()))
    dui_document_end_group (self->document);
  g_free (self->typed);
  self->typed = g_strdup (text);

  plan = self->value.set (dui_document_get_plan (self->document), text, self->value.data, &verdict, &error);
  if (plan != NULL)
    {
      g_free (self->shown);
      self->shown = self->value.get (plan, self->value.data);
      dui_document_apply (self->document, plan, self->group, self);
    }

  /* Those who listen may have done away with the field. */
  if (g_object_get_data (G_OBJECT (widget), KEY) != self)
    return;
  dui_row_set_verdict (self->widget, error != NULL ? error->message : verdict);
}

/* Callbacks */

static void
changed_cb (Bound *self)
{
  apply (self);
}

static void
document_cb (Bound *self,
             DtPlan *old,
             gpointer origin)
{
  g_autofree char *now = NULL;

  if (origin == self)
    return;

  now = self->value.get (dui_document_get_plan (self->document), self->value.data);
  if (g_strcmp0 (now, self->shown) == 0)
    return;

  g_free (self->shown);
  self->shown = g_steal_pointer (&now);
  fill (self);
}

/* What was taken is shown as the plan says it once the field is left; what was refused stays. */
static gboolean
left_cb (gpointer user_data)
{
  Bound *self = user_data;
  g_autofree char *verdict = NULL;
  g_autoptr (DtPlan) plan = NULL;

  self->left = 0;
  plan = self->value.set (dui_document_get_plan (self->document), self->typed, self->value.data, &verdict, NULL);
  if (plan != NULL && verdict == NULL)
    fill (self);

  return G_SOURCE_REMOVE;
}

/* Some input methods bring the last word only after the field has lost the keys. */
static void
focus_cb (Bound *self)
{
  g_clear_handle_id (&self->left, g_source_remove);
  if (self->typed_in == NULL || gtk_widget_has_focus (self->typed_in) || self->typed == NULL ||
      gtk_widget_get_root (self->widget) == NULL ||
      gtk_widget_in_destruction (GTK_WIDGET (gtk_widget_get_root (self->widget))))
    return;

  dui_document_end_group (self->document);
  self->left = g_timeout_add (LATE_WORD_MS, left_cb, self);
}

static void
free_bound (Bound *self)
{
  g_clear_handle_id (&self->left, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->document, self);
  if (self->typed_in != NULL)
    g_signal_handlers_disconnect_by_data (self->typed_in, self);
  g_signal_handlers_disconnect_by_data (self->source, self);
  g_clear_weak_pointer (&self->typed_in);
  if (self->value.destroy != NULL)
    self->value.destroy (self->value.data);
  g_object_unref (self->document);
  if (self->source != G_OBJECT (self->widget))
    g_object_unref (self->source);
  g_free (self->group);
  g_free (self->shown);
  g_free (self->typed);
  g_free (self);
}

static void
destroy_cb (GtkWidget *widget)
{
  dui_form_value_bind (widget, NULL, NULL);
}

static Bound *
make_bound (GtkWidget *widget,
            DuiDocument *document,
            const DuiFormValue *value)
{
  Bound *self = g_new0 (Bound, 1);

  self->widget = widget;
  self->source = GTK_IS_TEXT_VIEW (widget) ? g_object_ref (G_OBJECT (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget))))
                                           : G_OBJECT (widget);
  g_set_weak_pointer (&self->typed_in, dui_find_typed_in (widget));
  self->document = g_object_ref (document);
  self->value = *value;
  self->group = g_strdup (value->group);
  self->shown = value->get (dui_document_get_plan (document), value->data);

  return self;
}

/* Public functions */

/**
 * dui_form_value_bind:
 * @widget: an entry or a text view; its buffer must not be changed for another one
 * @document: (nullable): the document, or %NULL to untie
 * @value: (nullable): what it is tied to
 *
 * Ties @widget to a value of the plan and fills it.
 */
void
dui_form_value_bind (GtkWidget *widget,
                     DuiDocument *document,
                     const DuiFormValue *value)
{
  Bound *self = g_object_steal_data (G_OBJECT (widget), KEY);

  g_return_if_fail (GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget));

  g_clear_pointer (&self, free_bound);
  g_signal_handlers_disconnect_by_func (widget, destroy_cb, NULL);
  if (document == NULL)
    return;

  self = make_bound (widget, document, value);
  g_object_set_data (G_OBJECT (widget), KEY, self);
  dui_preedit_follow (widget);
  self->typed = dui_typed_dup_text (widget);
  fill (self);

  g_signal_connect_swapped (self->source, "changed", G_CALLBACK (changed_cb), self);
  if (g_signal_lookup ("preedit-changed", G_OBJECT_TYPE (self->typed_in)) != 0)
    g_signal_connect_swapped (self->typed_in, "preedit-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->typed_in, "notify::has-focus", G_CALLBACK (focus_cb), self);
  g_signal_connect_swapped (document, "changed", G_CALLBACK (document_cb), self);
  g_signal_connect (widget, "destroy", G_CALLBACK (destroy_cb), NULL);
}
