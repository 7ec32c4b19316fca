/* dui-document-edit.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-document"

#include "config.h"

#include "document/dui-document.h"

#include "common/dui-verdict.h"
#include "document/dui-document-private.h"
#include "model/dt-schema.h"

#include <string.h>

char *
dui_document_make_refused_key (const char *reference,
                               int attribute)
{
  return g_strdup_printf ("%s\n%s", reference,
                          attribute >= 0 ? dt_schema_get_attribute_name ((DtAttribute) attribute) : "");
}

const char *
dui_document_get_refused (DuiDocument *self,
                          const char *reference,
                          int attribute)
{
  GHashTable *all;
  g_autofree char *key = NULL;

  g_return_val_if_fail (DUI_IS_DOCUMENT (self) && reference != NULL, NULL);

  all = dui_document_get_all_refused (self);
  if (all == NULL || g_hash_table_size (all) == 0)
    return NULL;

  key = dui_document_make_refused_key (reference, attribute);
  return g_hash_table_lookup (all, key);
}

/* Keeps what was refused, or forgets it where @plan came out of it. */
static void
note_refused (DuiDocument *self,
              const char *reference,
              int attribute,
              const char *text,
              DtPlan *plan,
              GError **error)
{
  g_autofree char *key = dui_document_make_refused_key (reference, attribute);
  gboolean by_value = plan == NULL && (error == NULL || g_error_matches (*error, DT_EDIT_ERROR, DT_EDIT_ERROR_VALUE));

  dui_document_set_refused (self, key, by_value ? text : NULL);
}

/* Who typed it sees the field: what is said of it need not name the place. */
static void
leave_place_out (GError **error,
                 char *expected)
{
  g_autofree char *words = expected;
  g_autofree char *sentence = NULL;

  if (error == NULL || words == NULL || !g_error_matches (*error, DT_EDIT_ERROR, DT_EDIT_ERROR_VALUE))
    return;

  sentence = dui_verdict_to_sentence (words);
  g_clear_error (error);
  g_set_error_literal (error, DT_EDIT_ERROR, DT_EDIT_ERROR_VALUE, sentence);
}

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
    {
      note_refused (self, reference, -1, NULL, dui_document_get_plan (self), NULL);
      return TRUE;
    }

  plan = dt_plan_set_text (dui_document_get_plan (self), reference, text, error);
  note_refused (self, reference, -1, text, plan, error);
  if (plan == NULL)
    {
      leave_place_out (error, node != NULL ? dt_schema_check_text (dt_node_get_kind (node), text) : NULL);
      return FALSE;
    }

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
    {
      note_refused (self, reference, (int) attribute, NULL, dui_document_get_plan (self), NULL);
      return TRUE;
    }

  plan = dt_plan_set_attribute (dui_document_get_plan (self), reference, attribute, value, error);
  note_refused (self, reference, (int) attribute, value, plan, error);
  if (plan == NULL)
    {
      leave_place_out (error, node != NULL ? dt_schema_check_value (dt_node_get_kind (node), attribute,
                                                                    value != NULL ? value : "")
                                           : NULL);
      return FALSE;
    }

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
