/* dt-node.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-node"

#include "config.h"

#include "model/dt-node-private.h"

#include "model/dt-schema.h"
#include "text/dt-text.h"

#include <string.h>

/**
 * DtNode:
 *
 * One element of a plan: a kind, attributes, and either text or children.
 *
 * A node never changes. The `with` functions give a new node that shares the
 * text, the values and the children it has in common with the old one, so two
 * plans that differ in one line differ in the nodes from that line up to the
 * root and in no other pointer.
 *
 * Text and values are kept in normal form C with LF for every kind of line
 * end. A node does not check itself against the schema; a #DtPlan does.
 */

G_DEFINE_BOXED_TYPE (DtNode, dt_node, dt_node_ref, dt_node_unref)

/* CR LF and CR become LF. */
static char *
unify_line_ends (const char *text)
{
  char *result = g_malloc (strlen (text) + 1);
  char *end = result;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p != '\r')
        *end++ = *p;
      else if (p[1] != '\n')
        *end++ = '\n';
    }
  *end = '\0';

  return result;
}

GRefString *
dt_node_make_string (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *unified = NULL;
  g_autofree char *normal = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  if (strchr (text, '\r') != NULL)
    text = unified = unify_line_ends (text);
  if (!dt_text_is_nfc (text))
    text = normal = dt_text_to_nfc (text);

  return g_ref_string_new (text);
}

GRefString *
dt_node_make_text (DtNodeKind kind,
                   const char *text)
{
  if (dt_schema_get_text_policy (kind) != DT_TEXT_NONE)
    return dt_node_make_string (text != NULL ? text : "");

  /* Kept, so that the schema check can complain instead of losing words. */
  return text != NULL && *text != '\0' ? dt_node_make_string (text) : NULL;
}

DtNode *
dt_node_alloc (DtNodeKind kind,
               guint line,
               guint n_attributes,
               guint n_children)
{
  DtNode *self = g_new0 (DtNode, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->line = line;
  self->n_attributes = n_attributes;
  self->n_children = n_children;
  if (n_attributes > 0)
    self->attributes = g_new0 (DtNodeAttribute, n_attributes);
  if (n_children > 0)
    self->children = g_new0 (DtNode *, n_children);

  return self;
}

/* Index of the first attribute that is not before @attribute. */
static guint
find_attribute (const DtNode *self,
                DtAttribute attribute)
{
  guint i = 0;

  while (i < self->n_attributes && self->attributes[i].attribute < attribute)
    i++;

  return i;
}

static gboolean
has_attribute_at (const DtNode *self,
                  guint index,
                  DtAttribute attribute)
{
  return index < self->n_attributes && self->attributes[index].attribute == attribute;
}

static void
free_shell (DtNode *self)
{
  for (guint i = 0; i < self->n_attributes; i++)
    g_ref_string_release (self->attributes[i].value);
  if (self->text != NULL)
    g_ref_string_release (self->text);
  g_free (self->attributes);
  g_free (self->children);
  g_free (self);
}

/**
 * dt_node_new:
 * @kind: what the node is
 *
 * Makes a node without attributes and children. A node of a kind that holds
 * text holds the empty text.
 *
 * Returns: (transfer full): a new node
 */
DtNode *
dt_node_new (DtNodeKind kind)
{
  return dt_node_new_full (kind, 0, NULL, NULL, 0, NULL, 0);
}

/**
 * dt_node_new_text:
 * @kind: what the node is, one of the kinds that hold text
 * @text: its text; put into normal form C with LF line ends, and bytes that
 *   are not UTF-8 replaced
 *
 * Makes a node with text.
 *
 * Returns: (transfer full): a new node
 */
DtNode *
dt_node_new_text (DtNodeKind kind,
                  const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return dt_node_new_full (kind, 0, text, NULL, 0, NULL, 0);
}

/**
 * dt_node_new_full:
 * @kind: what the node is
 * @line: line of the file it was read from, or 0
 * @text: (nullable): its text
 * @attributes: (array length=n_attributes) (nullable): its attributes, in any
 *   order; of two values for one attribute the later one wins
 * @n_attributes: how many attributes
 * @children: (array length=n_children) (nullable): its children in order; the
 *   node takes references of its own
 * @n_children: how many children
 *
 * Makes a node with all it holds at once, which is what readers and templates
 * want: adding children one by one copies the list each time.
 *
 * Returns: (transfer full): a new node
 */
DtNode *
dt_node_new_full (DtNodeKind kind,
                  guint line,
                  const char *text,
                  const DtAttributeValue *attributes,
                  guint n_attributes,
                  DtNode *const *children,
                  guint n_children)
{
  const char *values[DT_N_ATTRIBUTES] = { NULL };
  DtNode *self;
  guint n_values = 0;
  guint at = 0;

  g_return_val_if_fail ((guint) kind < DT_N_NODE_KINDS, NULL);
  g_return_val_if_fail (n_attributes == 0 || attributes != NULL, NULL);
  g_return_val_if_fail (n_children == 0 || children != NULL, NULL);

  for (guint i = 0; i < n_attributes; i++)
    {
      const char *value = attributes[i].value;

      g_return_val_if_fail ((guint) attributes[i].attribute < DT_N_ATTRIBUTES, NULL);
      values[attributes[i].attribute] = value != NULL && *value != '\0' ? value : NULL;
    }
  for (guint i = 0; i < DT_N_ATTRIBUTES; i++)
    n_values += values[i] != NULL;

  self = dt_node_alloc (kind, line, n_values, n_children);
  self->text = dt_node_make_text (kind, text);
  for (guint i = 0; i < DT_N_ATTRIBUTES; i++)
    {
      if (values[i] == NULL)
        continue;
      self->attributes[at].attribute = (DtAttribute) i;
      self->attributes[at].value = dt_node_make_string (values[i]);
      at++;
    }
  for (guint i = 0; i < n_children; i++)
    self->children[i] = dt_node_ref (children[i]);

  return self;
}

/**
 * dt_node_ref:
 * @self: a node
 *
 * Takes a reference; any thread may.
 *
 * Returns: (transfer full): @self
 */
DtNode *
dt_node_ref (DtNode *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * dt_node_unref:
 * @self: (transfer full): a node
 *
 * Gives a reference back. A tree of any depth is freed in a loop, so that one
 * that is deep does not exhaust the stack.
 */
void
dt_node_unref (DtNode *self)
{
  g_autoptr (GPtrArray) pending = NULL;

  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (;;)
    {
      for (guint i = 0; i < self->n_children; i++)
        {
          DtNode *child = self->children[i];

          if (!g_atomic_ref_count_dec (&child->ref_count))
            continue;
          if (child->n_children == 0)
            {
              free_shell (child);
              continue;
            }
          if (pending == NULL)
            pending = g_ptr_array_new ();
          g_ptr_array_add (pending, child);
        }
      free_shell (self);

      if (pending == NULL || pending->len == 0)
        break;
      self = g_ptr_array_steal_index_fast (pending, pending->len - 1);
    }
}

/**
 * dt_node_get_kind:
 * @self: a node
 *
 * Gets what @self is.
 *
 * Returns: the kind
 */
DtNodeKind
dt_node_get_kind (const DtNode *self)
{
  g_return_val_if_fail (self != NULL, DT_N_NODE_KINDS);

  return self->kind;
}

/**
 * dt_node_get_text:
 * @self: a node
 *
 * Gets the text of a node, in normal form C.
 *
 * Returns: (transfer none) (nullable): the text, "" if it is empty, or %NULL
 *   for a kind that holds children
 */
const char *
dt_node_get_text (const DtNode *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

/**
 * dt_node_get_attribute:
 * @self: a node
 * @attribute: an attribute
 *
 * Gets the value of an attribute.
 *
 * Returns: (transfer none) (nullable): the value, never empty, or %NULL if
 *   @self does not carry @attribute
 */
const char *
dt_node_get_attribute (const DtNode *self,
                       DtAttribute attribute)
{
  guint index;

  g_return_val_if_fail (self != NULL, NULL);

  index = find_attribute (self, attribute);
  return has_attribute_at (self, index, attribute) ? self->attributes[index].value : NULL;
}

/**
 * dt_node_get_id:
 * @self: a node
 *
 * Gets the id of a node that repeats.
 *
 * Returns: (transfer none) (nullable): the id; %NULL for nodes that stand
 *   once, and for nodes that are in no plan yet and were given none
 */
const char *
dt_node_get_id (const DtNode *self)
{
  return dt_node_get_attribute (self, DT_ATTR_ID);
}

/**
 * dt_node_get_line:
 * @self: a node
 *
 * Gets where the node began in the file it was read from. An edited copy keeps
 * the line of its original; equality does not look at it.
 *
 * Returns: the line, from 1, or 0 if it was not read from a file
 */
guint
dt_node_get_line (const DtNode *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->line;
}

/**
 * dt_node_get_n_children:
 * @self: a node
 *
 * Counts the children.
 *
 * Returns: the number of children
 */
guint
dt_node_get_n_children (const DtNode *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_children;
}

/**
 * dt_node_get_child:
 * @self: a node
 * @index: less than dt_node_get_n_children()
 *
 * Gets one child.
 *
 * Returns: (transfer none): the child
 */
DtNode *
dt_node_get_child (const DtNode *self,
                   guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->n_children, NULL);

  return self->children[index];
}

/**
 * dt_node_find_child:
 * @self: a node
 * @kind: a kind
 *
 * Finds the first child of a kind.
 *
 * Returns: (transfer none) (nullable): the child, or %NULL if there is none
 */
DtNode *
dt_node_find_child (const DtNode *self,
                    DtNodeKind kind)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->n_children; i++)
    if (self->children[i]->kind == kind)
      return self->children[i];

  return NULL;
}

/**
 * dt_node_get_child_text:
 * @self: a node
 * @kind: a kind that holds text
 *
 * Gets the text of the first child of a kind.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL if there is no such
 *   child
 */
const char *
dt_node_get_child_text (const DtNode *self,
                        DtNodeKind kind)
{
  const DtNode *child = dt_node_find_child (self, kind);

  return child != NULL ? child->text : NULL;
}
