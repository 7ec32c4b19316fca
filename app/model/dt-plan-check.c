/* dt-plan-check.c - whether a tree is a plan, and the ids of its nodes
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-plan"

#include "config.h"

#include "model/dt-plan-private.h"

#include "model/dt-schema.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Names the node a complaint is about: "line 12: <body>", or "<body>". */
static char *
describe_node (const DtNode *node)
{
  const char *name = dt_schema_get_name (dt_node_get_kind (node));
  const char *id = dt_node_get_id (node);
  g_autofree char *label = id != NULL
                             ? g_strdup_printf ("<%s id=\"%s\">", name, id)
                             : g_strdup_printf ("<%s>", name);

  if (dt_node_get_line (node) == 0)
    return g_steal_pointer (&label);

  /* Translators: a line of a file, then the element that stands there */
  return g_strdup_printf (_ ("line %u: %s"), dt_node_get_line (node), label);
}

static gboolean
check_attributes (const DtNode *node,
                  GError **error)
{
  DtNodeKind kind = dt_node_get_kind (node);

  for (guint i = 0; i < DT_N_ATTRIBUTES; i++)
    {
      DtAttribute attribute = (DtAttribute) i;
      const char *value = dt_node_get_attribute (node, attribute);
      g_autofree char *label = NULL;
      g_autofree char *expected = NULL;

      if (value != NULL)
        expected = dt_schema_check_value (kind, attribute, value);
      else if (dt_schema_requires_attribute (kind, attribute))
        expected = g_strdup (_ ("expected a value"));
      if (expected == NULL)
        continue;

      label = describe_node (node);
      g_set_error (error, DT_EDIT_ERROR, DT_EDIT_ERROR_VALUE,
                   /* Translators: element, its attribute, what the attribute should hold */
                   _ ("%s: attribute “%s”: %s"), label,
                   dt_schema_get_attribute_name (attribute), expected);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_text (const DtNode *node,
            GError **error)
{
  const char *text = dt_node_get_text (node);
  g_autofree char *label = NULL;
  g_autofree char *expected = NULL;

  if (text == NULL)
    return TRUE;

  expected = dt_schema_check_text (dt_node_get_kind (node), text);
  if (expected == NULL)
    return TRUE;

  label = describe_node (node);
  g_set_error (error, DT_EDIT_ERROR, DT_EDIT_ERROR_VALUE, "%s: %s", label, expected);
  return FALSE;
}

static gboolean
refuse_child (const DtNode *parent,
              const DtNode *child,
              int rank,
              GError **error)
{
  DtNodeKind kind = dt_node_get_kind (parent);
  const char *parent_name = dt_schema_get_name (kind);
  g_autofree char *label = describe_node (child);
  g_autofree char *expected = dt_schema_describe_children (kind, 0);

  if (rank >= 0)
    g_set_error (error, DT_EDIT_ERROR, DT_EDIT_ERROR_NOT_ALLOWED,
                 _ ("%s stands twice or too late in <%s>; expected the order %s"),
                 label, parent_name, expected);
  else if (*expected == '\0')
    g_set_error (error, DT_EDIT_ERROR, DT_EDIT_ERROR_NOT_ALLOWED,
                 _ ("%s may not stand in <%s>, which holds no elements"),
                 label, parent_name);
  else
    g_set_error (error, DT_EDIT_ERROR, DT_EDIT_ERROR_NOT_ALLOWED,
                 _ ("%s may not stand in <%s>; expected %s"),
                 label, parent_name, expected);

  return FALSE;
}

/* Children stand in the order of the schema, none too often, none missing. */
static gboolean
check_children (const DtNode *node,
                GError **error)
{
  DtNodeKind kind = dt_node_get_kind (node);
  int least = 0;

  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    {
      const DtNode *child = dt_node_get_child (node, i);
      DtOccurrence occurrence = DT_CHILD_MANY;
      int rank = dt_schema_get_child_rank (kind, dt_node_get_kind (child), &occurrence);

      if (rank < least)
        return refuse_child (node, child, rank, error);
      least = occurrence == DT_CHILD_MANY ? rank : rank + 1;
    }

  for (guint rank = 0; rank < dt_schema_get_n_child_kinds (kind); rank++)
    {
      DtOccurrence occurrence;
      DtNodeKind wanted = dt_schema_get_child_kind (kind, rank, &occurrence);

      if (occurrence == DT_CHILD_ONE && dt_node_find_child (node, wanted) == NULL)
        {
          g_autofree char *label = describe_node (node);

          g_set_error (error, DT_EDIT_ERROR, DT_EDIT_ERROR_NOT_ALLOWED,
                       _ ("%s: expected <%s> in it"), label, dt_schema_get_name (wanted));
          return FALSE;
        }
    }

  return TRUE;
}

gboolean
dt_plan_check_keys (const DtNode *fields,
                    GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < dt_node_get_n_children (fields); i++)
    {
      const DtNode *field = dt_node_get_child (fields, i);
      const char *key = dt_node_get_attribute (field, DT_ATTR_KEY);

      if (key != NULL && !g_hash_table_add (seen, (gpointer) key))
        {
          g_autofree char *label = describe_node (field);

          g_set_error (error, DT_EDIT_ERROR, DT_EDIT_ERROR_VALUE,
                       _ ("%s: there is another field named “%s”"), label, key);
          return FALSE;
        }
    }

  return TRUE;
}

gboolean
dt_plan_check_tree (const DtNode *node,
                    guint depth,
                    GError **error)
{
  DtNodeKind kind = dt_node_get_kind (node);

  if (kind == DT_NODE_SECTION && ++depth > DT_SECTION_MAX_DEPTH)
    {
      g_autofree char *label = describe_node (node);

      g_set_error (error, DT_EDIT_ERROR, DT_EDIT_ERROR_NOT_ALLOWED,
                   _ ("%s: sections may stand at most %d deep"), label, DT_SECTION_MAX_DEPTH);
      return FALSE;
    }

  if (!check_attributes (node, error) || !check_text (node, error) ||
      !check_children (node, error))
    return FALSE;
  if (kind == DT_NODE_FIELDS && !dt_plan_check_keys (node, error))
    return FALSE;

  /* The depth is bounded: only sections stand in their own kind. */
  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    if (!dt_plan_check_tree (dt_node_get_child (node, i), depth, error))
      return FALSE;

  return TRUE;
}

/* Ids in use, and the largest number behind each prefix. */
typedef struct
{
  GHashTable *taken;
  guint64 last[DT_N_NODE_KINDS];
} IdPool;

/* An id longer than this is no number of ours. */
#define MAX_ID_DIGITS 15

static void
note_number (IdPool *pool,
             const char *id)
{
  const char *digits = id + 1;
  gsize n_digits = strspn (digits, "0123456789");

  if (n_digits == 0 || n_digits > MAX_ID_DIGITS || digits[n_digits] != '\0')
    return;

  for (int kind = 0; kind < DT_N_NODE_KINDS; kind++)
    {
      const char *prefix = dt_schema_get_id_prefix ((DtNodeKind) kind);

      if (prefix != NULL && prefix[0] == id[0])
        pool->last[kind] = MAX (pool->last[kind], g_ascii_strtoull (digits, NULL, 10));
    }
}

/* The first node whose id is taken already, or NULL; the ids below @except do not count. */
static const DtNode *
gather_ids (IdPool *pool,
            const DtNode *node,
            const DtNode *except)
{
  const DtNode *doubled = NULL;
  const char *id;

  if (node == except)
    return NULL;

  id = dt_node_get_id (node);
  if (id != NULL)
    {
      note_number (pool, id);
      if (!g_hash_table_add (pool->taken, g_strdup (id)))
        doubled = node;
    }

  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    {
      const DtNode *below = gather_ids (pool, dt_node_get_child (node, i), except);

      if (doubled == NULL)
        doubled = below;
    }

  return doubled;
}

static void
note_numbers (IdPool *pool,
              const DtNode *node)
{
  const char *id = dt_node_get_id (node);

  if (id != NULL)
    note_number (pool, id);
  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    note_numbers (pool, dt_node_get_child (node, i));
}

static char *
make_id (IdPool *pool,
         DtNodeKind kind)
{
  for (;;)
    {
      g_autofree char *id = g_strdup_printf ("%s%" G_GUINT64_FORMAT,
                                             dt_schema_get_id_prefix (kind), ++pool->last[kind]);

      if (!g_hash_table_contains (pool->taken, id))
        return g_steal_pointer (&id);
    }
}

static DtNode *settle_ids (IdPool *pool,
                           DtNode *node);

static DtNode *
settle_children (IdPool *pool,
                 DtNode *node)
{
  guint n_children = dt_node_get_n_children (node);
  g_autoptr (GPtrArray) children = NULL;
  gboolean changed = FALSE;
  DtNode *result;

  if (n_children == 0)
    return node;

  children = g_ptr_array_new_full (n_children, (GDestroyNotify) dt_node_unref);
  for (guint i = 0; i < n_children; i++)
    {
      DtNode *child = dt_node_get_child (node, i);

      g_ptr_array_add (children, settle_ids (pool, dt_node_ref (child)));
      changed = changed || g_ptr_array_index (children, i) != child;
    }
  if (!changed)
    return node;

  result = dt_node_with_children (node, (DtNode **) children->pdata, n_children);
  dt_node_unref (node);
  return result;
}

/* Takes @node and gives back one in which each id is new to @pool. */
static DtNode *
settle_ids (IdPool *pool,
            DtNode *node)
{
  DtNodeKind kind = dt_node_get_kind (node);

  if (dt_schema_has_id (kind))
    {
      const char *id = dt_node_get_id (node);

      if (id != NULL && !g_hash_table_contains (pool->taken, id))
        {
          g_hash_table_add (pool->taken, g_strdup (id));
        }
      else
        {
          g_autofree char *fresh = make_id (pool, kind);
          DtNode *named = dt_node_with_attribute (node, DT_ATTR_ID, fresh);

          g_hash_table_add (pool->taken, g_steal_pointer (&fresh));
          dt_node_unref (node);
          node = named;
        }
    }

  return settle_children (pool, node);
}

gboolean
dt_plan_check_doubled_ids (const DtNode *root,
                           GError **error)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  IdPool pool = { taken, { 0 } };
  const DtNode *doubled = gather_ids (&pool, root, NULL);
  g_autofree char *label = NULL;

  if (doubled == NULL)
    return TRUE;

  label = describe_node (doubled);
  g_set_error (error, DT_EDIT_ERROR, DT_EDIT_ERROR_VALUE,
               _ ("%s: another element has the same id"), label);
  return FALSE;
}

DtNode *
dt_plan_give_ids (DtNode *node,
                  const DtNode *root,
                  const DtNode *except)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  IdPool pool = { taken, { 0 } };

  if (root != NULL)
    gather_ids (&pool, root, except);

  /* Numbers that stand further down in @node must not be given out before them. */
  note_numbers (&pool, node);

  return settle_ids (&pool, dt_node_ref (node));
}
