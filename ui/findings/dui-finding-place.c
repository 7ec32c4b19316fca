/* dui-finding-place.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "findings/dui-finding-place.h"

#include <glib/gi18n.h>
#include <string.h>

/* What stands once, or belongs to what stands once. */
static const struct
{
  const char *name;
  const char *label;
} parts[] = {
  { "plan", N_ ("Whole plan") },
  { "head", N_ ("Head") },
  { "fields", N_ ("Fields") },
  { "bases", N_ ("Bases") },
  { "opening", N_ ("Opening") },
  { "sections", N_ ("Sections") },
  { "tasks", N_ ("Tasks") },
  { "closing", N_ ("Closing") },
  { "recipients", N_ ("Recipients") },
  { "signature", N_ ("Signature") },
  { "attachment", N_ ("Attachment") },
};

/**
 * dui_finding_list_numbers:
 * @composition: a composition
 *
 * Lists what sections and annexes are called: "II", "1", "Phụ lục I".
 *
 * Returns: (transfer full): numbers by reference
 */
GHashTable *
dui_finding_list_numbers (DtComposition *composition)
{
  GHashTable *numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint n;
  DtBlock *const *blocks = dt_composition_get_blocks (composition, &n);

  for (guint i = 0; i < n; i++)
    {
      const DtBlock *block = blocks[i];
      char *number = NULL;
      g_autofree char *owner = NULL;

      if (block->kind == DT_BLOCK_PART && block->part == DT_PART_ANNEX)
        number = g_strdup (block->part_title);
      else if (block->kind == DT_BLOCK_PARAGRAPH && block->label > 0 && block->line <= 1)
        number = g_strndup (block->text, block->label);
      if (number == NULL)
        continue;

      g_strchomp (number);
      while (*number != '\0' && strchr (".):", number[strlen (number) - 1]) != NULL)
        number[strlen (number) - 1] = '\0';
      /* The heading of a section is its title. */
      owner = g_strndup (block->node, strcspn (block->node, "/"));
      if (*number == '\0' || strchr ("-+", *number) != NULL || g_hash_table_contains (numbers, owner) ||
          g_str_has_suffix (block->node, "/body"))
        g_free (number);
      else
        g_hash_table_insert (numbers, g_steal_pointer (&owner), number);
    }

  return numbers;
}

/* The numbers of the sections down to the node of @id. */
static gboolean
append_path (GString *text,
             const DtNode *node,
             const char *id,
             GHashTable *numbers)
{
  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    {
      const DtNode *child = dt_node_get_child (node, i);
      const char *child_id = dt_node_get_id (child);
      const char *number = child_id != NULL ? g_hash_table_lookup (numbers, child_id) : NULL;
      gsize length = text->len;

      if (number != NULL)
        {
          /* "1.2" has the number it stands in already. */
          if (length > 0 && g_str_has_prefix (number, text->str))
            g_string_truncate (text, 0);
          g_string_append_printf (text, "%s%s", text->len > 0 ? "." : "", number);
        }
      if (g_strcmp0 (child_id, id) == 0 || append_path (text, child, id, numbers))
        return TRUE;
      if (number != NULL)
        {
          if (text->len > length)
            g_string_truncate (text, length);
        }
    }

  return FALSE;
}

static const char *
find_part (DtPlan *plan,
           const char *first)
{
  DtNode *node;
  DtNodeKind kind;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (strcmp (parts[i].name, first) == 0)
        return _ (parts[i].label);
    }

  node = dt_plan_find (plan, first);
  kind = node != NULL ? dt_node_get_kind (node) : DT_NODE_PLAN;
  if (kind == DT_NODE_FIELD)
    return _ ("Fields");
  if (kind == DT_NODE_BASIS)
    return _ ("Bases");
  if (kind == DT_NODE_RECIPIENT)
    return _ ("Recipients");
  if (kind == DT_NODE_TASK || kind == DT_NODE_LEAD || kind == DT_NODE_PARTNER)
    return _ ("Tasks");

  return NULL;
}

char *
dui_finding_describe_place (DtPlan *plan,
                            GHashTable *numbers,
                            const char *node,
                            guint line,
                            guint page)
{
  g_autofree char *first = g_strndup (node, strcspn (node, "/"));
  const char *part = find_part (plan, first);
  GString *text = g_string_new (NULL);

  if (part != NULL)
    g_string_append (text, part);
  else if (!append_path (text, dt_plan_get_root (plan), first, numbers) || text->len == 0)
    g_string_assign (text, _ ("Section without a number"));

  if (line > 0)
    g_string_append_printf (text, _ (", line %u"), line);
  if (page > 0)
    g_string_append_printf (text, _ (", page %u"), page);
  return g_string_free (text, FALSE);
}
