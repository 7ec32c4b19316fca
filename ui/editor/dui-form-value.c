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

/* Lives as data of the editable; its address is the origin of what it changes. */
typedef struct
{
  GtkEditable *editable; /* not owned: it owns us */
  DuiDocument *document;
  DuiFormValue value;
  char *group;
  char *shown; /* what the plan said when we last looked */
  char *typed; /* what was handed over last */
  DuiTyping typing;
  gboolean filling;
} Bound;

static GtkWidget *
get_text (Bound *self)
{
  GtkEditable *delegate = gtk_editable_get_delegate (self->editable);

  return GTK_WIDGET (delegate != NULL ? delegate : self->editable);
}

static gboolean
is_composing (Bound *self)
{
  return *dui_preedit_get (GTK_WIDGET (self->editable)) != '\0';
}

/* Never while a word is being composed: input methods would scramble it. */
static void
fill (Bound *self)
{
  g_autofree char *now = dui_editable_dup_text (self->editable);

  if (is_composing (self) || g_strcmp0 (now, self->shown) == 0)
    return;

  self->filling = TRUE;
  gtk_editable_set_text (self->editable, self->shown);
  self->filling = FALSE;
  g_free (self->typed);
  self->typed = g_strdup (self->shown);
  dui_row_set_verdict (GTK_WIDGET (self->editable), NULL);
}

static void
apply (Bound *self)
{
  g_autoptr (GtkEditable) editable = g_object_ref (self->editable);
  g_autofree char *text = dui_editable_dup_text (self->editable);
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
  if (g_object_get_data (G_OBJECT (editable), KEY) != self)
    return;
  dui_row_set_verdict (GTK_WIDGET (self->editable), error != NULL ? error->message : verdict);
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
static void
focus_cb (Bound *self)
{
  GtkWidget *text = get_text (self);
  g_autofree char *verdict = NULL;
  g_autoptr (DtPlan) plan = NULL;

  if (gtk_widget_has_focus (text) || self->typed == NULL || gtk_widget_get_root (text) == NULL ||
      gtk_widget_in_destruction (GTK_WIDGET (gtk_widget_get_root (text))))
    return;

  dui_document_end_group (self->document);
  plan = self->value.set (dui_document_get_plan (self->document), self->typed, self->value.data, &verdict, NULL);
  if (plan != NULL && verdict == NULL)
    fill (self);
}

static void
free_bound (Bound *self)
{
  GtkWidget *text = get_text (self);

  g_signal_handlers_disconnect_by_data (self->document, self);
  g_signal_handlers_disconnect_by_data (text, self);
  if (GTK_WIDGET (self->editable) != text)
    g_signal_handlers_disconnect_by_data (self->editable, self);
  if (self->value.destroy != NULL)
    self->value.destroy (self->value.data);
  g_object_unref (self->document);
  g_free (self->group);
  g_free (self->shown);
  g_free (self->typed);
  g_free (self);
}

static void
destroy_cb (GtkEditable *editable)
{
  dui_form_value_bind (editable, NULL, NULL);
}

/* Public functions */

/**
 * dui_form_value_bind:
 * @editable: an entry
 * @document: (nullable): the document, or %NULL to untie
 * @value: (nullable): what it is tied to
 *
 * Ties @editable to a value of the plan and fills it.
 */
void
dui_form_value_bind (GtkEditable *editable,
                     DuiDocument *document,
                     const DuiFormValue *value)
{
  Bound *self = g_object_steal_data (G_OBJECT (editable), KEY);

  g_return_if_fail (GTK_IS_EDITABLE (editable));

  g_clear_pointer (&self, free_bound);
  g_signal_handlers_disconnect_by_func (editable, destroy_cb, NULL);
  if (document == NULL)
    return;

  self = g_new0 (Bound, 1);
  self->editable = editable;
  self->document = g_object_ref (document);
  self->value = *value;
  self->group = g_strdup (value->group);
  self->shown = value->get (dui_document_get_plan (document), value->data);
  g_object_set_data (G_OBJECT (editable), KEY, self);
  dui_preedit_follow (GTK_WIDGET (editable));
  self->typed = g_strdup (gtk_editable_get_text (editable));
  fill (self);

  g_signal_connect_swapped (editable, "changed", G_CALLBACK (changed_cb), self);
  if (GTK_IS_TEXT (get_text (self)))
    g_signal_connect_swapped (get_text (self), "preedit-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (get_text (self), "notify::has-focus", G_CALLBACK (focus_cb), self);
  g_signal_connect_swapped (document, "changed", G_CALLBACK (document_cb), self);
  g_signal_connect (editable, "destroy", G_CALLBACK (destroy_cb), NULL);
}
