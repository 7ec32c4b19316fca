/* dui-document-edit.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-document"

#include "config.h"

#include "document/dui-document.h"

#include "document/dui-document-private.h"

#include <string.h>

/**
 * dui_document_set_text:
 * @self: a document
 * @reference: a node that holds text
 * @text: its text of now on
 * @origin: (nullable): the widget that made the change
 * @error: return location for an error
 *
 * Changes the text of a node. Words that are typed one after the other in one
 * place are undone one by one.
 *
 * Returns: %FALSE with @error set where the engine refuses the text
 */
gboolean
dui_document_set_text (DuiDocument *self,
                       const char *reference,
                       const char *text,
                       gpointer origin,
                       GError **error)
{
  g_autofree char *group = NULL;
  g_autoptr (DtPlan) plan = NULL;
  DtNode *node;
  const char *before;

  g_return_val_if_fail (DUI_IS_DOCUMENT (self) && reference != NULL && text != NULL, FALSE);

  node = dt_plan_find (dui_document_get_plan (self), reference);
  before = node != NULL ? dt_node_get_text (node) : "";
  if (before != NULL && strcmp (before, text) == 0)
    return TRUE;

  plan = dt_plan_set_text (dui_document_get_plan (self), reference, text, error);
  if (plan == NULL)
    return FALSE;

  dui_document_note_typing (self, before != NULL ? before : "", text);
  group = g_strconcat ("text:", reference, NULL);
  dui_document_apply (self, plan, group, origin);
  return TRUE;
}

gboolean
dui_document_set_attribute (DuiDocument *self,
                            const char *reference,
                            DtAttribute attribute,
                            const char *value,
                            gpointer origin,
                            GError **error)
{
  g_autoptr (DtPlan) plan = NULL;
  g_autofree char *group = NULL;
  DtNode *node;
  const char *before;

  g_return_val_if_fail (DUI_IS_DOCUMENT (self) && reference != NULL, FALSE);

  node = dt_plan_find (dui_document_get_plan (self), reference);
  before = node != NULL ? dt_node_get_attribute (node, attribute) : NULL;
  if (g_strcmp0 (before != NULL ? before : "", value != NULL ? value : "") == 0)
    return TRUE;

  plan = dt_plan_set_attribute (dui_document_get_plan (self), reference, attribute, value, error);
  if (plan == NULL)
    return FALSE;

  group = g_strdup_printf ("attribute:%s:%d", reference, (int) attribute);
  dui_document_apply (self, plan, group, origin);
  return TRUE;
}

/* Takes @plan, which is NULL where the engine refused. */
static gboolean
apply_step (DuiDocument *self,
            DtPlan *plan,
            gpointer origin)
{
  if (plan == NULL)
    return FALSE;

  dui_document_apply (self, plan, NULL, origin);
  dt_plan_unref (plan);
  return TRUE;
}

gboolean
dui_document_insert (DuiDocument *self,
                     const char *parent,
                     int position,
                     DtNode *node,
                     gpointer origin,
                     GError **error)
{
  g_return_val_if_fail (DUI_IS_DOCUMENT (self) && parent != NULL && node != NULL, FALSE);

  return apply_step (self, dt_plan_insert (dui_document_get_plan (self), parent, position, node, error), origin);
}

gboolean
dui_document_remove (DuiDocument *self,
                     const char *reference,
                     gpointer origin,
                     GError **error)
{
  g_return_val_if_fail (DUI_IS_DOCUMENT (self) && reference != NULL, FALSE);

  return apply_step (self, dt_plan_remove (dui_document_get_plan (self), reference, error), origin);
}

gboolean
dui_document_move (DuiDocument *self,
                   const char *reference,
                   const char *new_parent,
                   int position,
                   gpointer origin,
                   GError **error)
{
  g_return_val_if_fail (DUI_IS_DOCUMENT (self) && reference != NULL && new_parent != NULL, FALSE);

  return apply_step (self, dt_plan_move (dui_document_get_plan (self), reference, new_parent, position, error), origin);
}

gboolean
dui_document_replace (DuiDocument *self,
                      const char *reference,
                      DtNode *node,
                      gpointer origin,
                      GError **error)
{
  g_return_val_if_fail (DUI_IS_DOCUMENT (self) && reference != NULL && node != NULL, FALSE);

  return apply_step (self, dt_plan_replace (dui_document_get_plan (self), reference, node, error), origin);
}
