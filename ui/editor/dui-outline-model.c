/* dui-outline-model.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-outline"

#include "config.h"

#include "editor/dui-outline-model.h"

#include "compose/dt-numbering.h"
#include "editor/dui-outline-item-private.h"
#include "text/dt-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* How much of its text stands for a section that has no title. */
#define MAX_TITLE_CHARS 60

struct _DuiOutlineModel
{
  GObject parent_instance;

  DtPlan *plan;
  DtLibrary *library; /* how fields are called; nullable */
  GPtrArray *items;
  GHashTable *by_reference; /* reference -> item, owned by items */
  GHashTable *folded;       /* set of references */
  GHashTable *counts;
};

/* A run through the plan. */
typedef struct
{
  DuiOutlineModel *model;
  GPtrArray *items;
  DtNode *fields; /* whose values stand in titles */
  guint running[DT_N_UNITS];
} Building;

static void dui_outline_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DuiOutlineModel, dui_outline_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, dui_outline_model_list_init))

static void
add_item (Building *self,
          const char *reference,
          const DuiOutlineFacts *facts)
{
  DuiOutlineItem *item = g_hash_table_lookup (self->model->by_reference, reference);

  item = item != NULL ? g_object_ref (item) : dui_outline_item_new (reference);
  dui_outline_item_set_facts (item, facts);
  dui_outline_item_set_counts (item, self->model->counts != NULL ? g_hash_table_lookup (self->model->counts, reference)
                                                                 : NULL);
  g_ptr_array_add (self->items, item);
}

static void
add_part (Building *self,
          const char *reference,
          const char *title,
          int count)
{
  DuiOutlineFacts facts = { "", title, 0, count, FALSE, FALSE, FALSE };

  add_item (self, reference, &facts);
}

static gboolean
is_open (Building *self,
         const char *reference)
{
  return !g_hash_table_contains (self->model->folded, reference);
}

static char *
make_words (Building *self,
            const char *text)
{
  return dui_outline_words_make (self->model->library, text, self->fields);
}

/* The title, or the beginning of the text of a section without one. */
static char *
make_title (Building *self,
            DtNode *node)
{
  const char *title = dt_node_get_child_text (node, DT_NODE_TITLE);
  const char *body = dt_node_get_child_text (node, DT_NODE_BODY);
  g_autofree char *first = NULL;
  g_autofree char *line = NULL;

  if (title != NULL && *title != '\0')
    return make_words (self, title);
  if (body == NULL || *body == '\0')
    return g_strdup (_ ("(untitled)"));

  first = g_strndup (body, strcspn (body, "\n"));
  line = make_words (self, first);
  if (g_utf8_strlen (line, -1) > MAX_TITLE_CHARS)
    {
      g_autofree char *start = g_utf8_substring (line, 0, MAX_TITLE_CHARS);

      return g_strconcat (start, "…", NULL);
    }

  return g_steal_pointer (&line);
}

static gboolean
has_sections (const DtNode *node)
{
  return dt_node_find_child (node, DT_NODE_SECTION) != NULL;
}

/* Numbers as composing gives them: see dt_compose_sections(). */
static void
add_sections (Building *self,
              DtNode *parent,
              DtScheme scheme,
              guint level,
              guint depth,
              const char *path,
              gboolean visible)
{
  guint local[DT_N_UNITS] = { 0 };

  for (guint i = 0; i < dt_node_get_n_children (parent); i++)
    {
      DtNode *section = dt_node_get_child (parent, i);
      const char *id = dt_node_get_id (section);
      const char *own = dt_node_get_attribute (section, DT_ATTR_SCHEME);
      g_autofree char *label = NULL;
      DtUnit unit;

      if (dt_node_get_kind (section) != DT_NODE_SECTION)
        continue;

      unit = dt_unit_choose (dt_node_get_attribute (section, DT_ATTR_UNIT), scheme, level);
      label = dt_unit_format (unit, dt_unit_runs_on (unit) ? ++self->running[unit] : ++local[unit], path);
      if (visible)
        {
          g_autofree char *number = g_strchomp (g_strdup (label != NULL ? label : ""));
          g_autofree char *title = make_title (self, section);
          DuiOutlineFacts facts = { number, title, depth, -1, TRUE, has_sections (section), is_open (self, id) };

          add_item (self, id, &facts);
        }
      if (has_sections (section))
        add_sections (self, section, dt_scheme_find (own, scheme),
                      own != NULL ? 0 : level + !dt_unit_stands_alone (unit), depth + 1,
                      own != NULL ? NULL : label, visible && is_open (self, id));
    }
}

static void
add_block (Building *self,
           DtNode *block,
           DtScheme scheme,
           guint depth)
{
  if (block == NULL)
    return;

  memset (self->running, 0, sizeof self->running);
  add_sections (self, block, dt_scheme_find (dt_node_get_attribute (block, DT_ATTR_SCHEME), scheme), 0, depth, NULL, TRUE);
}

static int
count_children (const DtNode *node)
{
  return node != NULL ? (int) dt_node_get_n_children (node) : 0;
}

static void
add_attachment (Building *self,
                DtNode *attachment)
{
  const char *subject = attachment != NULL ? dt_node_get_child_text (attachment, DT_NODE_SUBJECT) : NULL;
  g_autofree char *title = subject != NULL ? make_words (self, subject) : NULL;

  if (attachment == NULL)
    return;

  add_part (self, "attachment", title != NULL && *title != '\0' ? title : _ ("Attached document"), -1);
  add_block (self, dt_node_find_child (attachment, DT_NODE_SECTIONS), DT_SCHEME_ROMAN, 0);
}

static void
add_annexes (Building *self,
             DtNode *root)
{
  guint n_annexes = 0;
  guint number = 0;

  for (guint i = 0; i < dt_node_get_n_children (root); i++)
    n_annexes += dt_node_get_kind (dt_node_get_child (root, i)) == DT_NODE_ANNEX;

  for (guint i = 0; i < dt_node_get_n_children (root); i++)
    {
      DtNode *annex = dt_node_get_child (root, i);
      g_autofree char *numeral = NULL;
      g_autofree char *label = NULL;
      g_autofree char *title = NULL;

      if (dt_node_get_kind (annex) != DT_NODE_ANNEX)
        continue;

      numeral = dt_text_roman (++number);
      label = n_annexes > 1 ? g_strdup_printf ("%s %s.", _ ("Annex"), numeral) : g_strdup_printf ("%s.", _ ("Annex"));
      title = dt_node_get_child_text (annex, DT_NODE_TITLE) != NULL ? make_title (self, annex) : g_strdup ("");
      {
        DuiOutlineFacts facts = { label, title, 0, -1, TRUE, has_sections (annex),
                                  is_open (self, dt_node_get_id (annex)) };

        add_item (self, dt_node_get_id (annex), &facts);
      }
      if (is_open (self, dt_node_get_id (annex)))
        add_block (self, annex, DT_SCHEME_ROMAN, 1);
    }
}

static void
add_everything (Building *self,
                DtPlan *plan)
{
  DtNode *root = dt_plan_get_root (plan);

  self->fields = dt_node_find_child (root, DT_NODE_FIELDS);
  add_part (self, "head", _ ("Head of the document"), -1);
  add_part (self, "fields", _ ("What to fill in"), -1);
  add_part (self, "bases", _ ("Bases"), count_children (dt_node_find_child (root, DT_NODE_BASES)));
  add_block (self, dt_node_find_child (root, DT_NODE_ARTICLES), DT_SCHEME_ARTICLE, 0);
  add_block (self, dt_node_find_child (root, DT_NODE_SECTIONS), DT_SCHEME_ROMAN, 0);
  add_attachment (self, dt_node_find_child (root, DT_NODE_ATTACHMENT));
  add_part (self, "tasks", _ ("Tasks"), count_children (dt_node_find_child (root, DT_NODE_TASKS)));
  add_part (self, "recipients", _ ("Recipients, signature"), -1);
  add_annexes (self, root);
}

/* Tells of the rows between those that stay at the beginning and at the end. */
static void
replace_items (DuiOutlineModel *self,
               GPtrArray *items)
{
  g_autoptr (GPtrArray) old = self->items;
  guint shorter = MIN (old->len, items->len);
  guint start = 0;
  guint tail = 0;

  while (start < shorter && g_ptr_array_index (old, start) == g_ptr_array_index (items, start))
    start++;
  while (tail < shorter - start &&
         g_ptr_array_index (old, old->len - 1 - tail) == g_ptr_array_index (items, items->len - 1 - tail))
    tail++;

  self->items = items;
  g_hash_table_remove_all (self->by_reference);
  for (guint i = 0; i < items->len; i++)
    {
      DuiOutlineItem *item = g_ptr_array_index (items, i);

      g_hash_table_insert (self->by_reference, (gpointer) dui_outline_item_get_reference (item), item);
    }
  if (start + tail < old->len || start + tail < items->len)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - tail, items->len - start - tail);
}

static void
rebuild (DuiOutlineModel *self)
{
  Building building = { self, g_ptr_array_new_with_free_func (g_object_unref), NULL, { 0 } };

  if (self->plan != NULL)
    add_everything (&building, self->plan);
  replace_items (self, building.items);
}

/* Whether the outline of both is the same; most edits are in a body, and then only the way to it is
 * compared. */
static gboolean
look_same (const DtNode *a,
           const DtNode *b)
{
  DtNodeKind kind;

  if (a == b)
    return TRUE;
  kind = dt_node_get_kind (a);
  if (kind != dt_node_get_kind (b) || g_strcmp0 (dt_node_get_id (a), dt_node_get_id (b)) != 0 ||
      dt_node_get_n_children (a) != dt_node_get_n_children (b))
    return FALSE;
  if (kind == DT_NODE_TITLE || kind == DT_NODE_SUBJECT || kind == DT_NODE_FIELD)
    return g_strcmp0 (dt_node_get_text (a), dt_node_get_text (b)) == 0;
  if (g_strcmp0 (dt_node_get_attribute (a, DT_ATTR_SCHEME), dt_node_get_attribute (b, DT_ATTR_SCHEME)) != 0 ||
      g_strcmp0 (dt_node_get_attribute (a, DT_ATTR_UNIT), dt_node_get_attribute (b, DT_ATTR_UNIT)) != 0)
    return FALSE;
  /* Where there is no title, the text stands for it. */
  if (kind == DT_NODE_SECTION && dt_node_find_child (a, DT_NODE_TITLE) == NULL &&
      g_strcmp0 (dt_node_get_child_text (a, DT_NODE_BODY), dt_node_get_child_text (b, DT_NODE_BODY)) != 0)
    return FALSE;

  for (guint i = 0; i < dt_node_get_n_children (a); i++)
    if (!look_same (dt_node_get_child (a, i), dt_node_get_child (b, i)))
      return FALSE;

  return TRUE;
}

/* Interface functions */

static GType
dui_outline_model_get_item_type (GListModel *list)
{
  return DUI_TYPE_OUTLINE_ITEM;
}

static guint
dui_outline_model_get_n_items (GListModel *list)
{
  return DUI_OUTLINE_MODEL (list)->items->len;
}

static gpointer
dui_outline_model_get_item (GListModel *list,
                            guint position)
{
  DuiOutlineModel *self = DUI_OUTLINE_MODEL (list);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
dui_outline_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = dui_outline_model_get_item_type;
  iface->get_n_items = dui_outline_model_get_n_items;
  iface->get_item = dui_outline_model_get_item;
}

/* Overrides */

static void
dui_outline_model_finalize (GObject *object)
{
  DuiOutlineModel *self = DUI_OUTLINE_MODEL (object);

  g_clear_pointer (&self->plan, dt_plan_unref);
  g_clear_pointer (&self->library, dui_outline_words_unref);
  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->by_reference);
  g_hash_table_unref (self->folded);
  g_clear_pointer (&self->counts, g_hash_table_unref);

  G_OBJECT_CLASS (dui_outline_model_parent_class)->finalize (object);
}

static void
dui_outline_model_class_init (DuiOutlineModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dui_outline_model_finalize;
}

static void
dui_outline_model_init (DuiOutlineModel *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_reference = g_hash_table_new (g_str_hash, g_str_equal);
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* Public functions */

DuiOutlineModel *
dui_outline_model_new (void)
{
  return g_object_new (DUI_TYPE_OUTLINE_MODEL, NULL);
}

void
dui_outline_model_set_plan (DuiOutlineModel *self,
                            DtPlan *plan)
{
  g_autoptr (DtPlan) old = NULL;

  g_return_if_fail (DUI_IS_OUTLINE_MODEL (self));

  old = g_steal_pointer (&self->plan);
  self->plan = plan != NULL ? dt_plan_ref (plan) : NULL;
  if (old == NULL || plan == NULL || !look_same (dt_plan_get_root (old), dt_plan_get_root (plan)))
    rebuild (self);
}

void
dui_outline_model_set_library (DuiOutlineModel *self,
                               DtLibrary *library)
{
  g_return_if_fail (DUI_IS_OUTLINE_MODEL (self));

  if (self->library == library)
    return;

  g_clear_pointer (&self->library, dui_outline_words_unref);
  self->library = library != NULL ? dui_outline_words_ref (library) : NULL;
  rebuild (self);
}

void
dui_outline_model_set_counts (DuiOutlineModel *self,
                              GHashTable *counts)
{
  g_return_if_fail (DUI_IS_OUTLINE_MODEL (self));

  g_clear_pointer (&self->counts, g_hash_table_unref);
  self->counts = counts != NULL ? g_hash_table_ref (counts) : NULL;
  for (guint i = 0; i < self->items->len; i++)
    {
      DuiOutlineItem *item = g_ptr_array_index (self->items, i);

      dui_outline_item_set_counts (item, counts != NULL ? g_hash_table_lookup (counts, dui_outline_item_get_reference (item))
                                                        : NULL);
    }
}

void
dui_outline_model_set_open (DuiOutlineModel *self,
                            const char *reference,
                            gboolean open)
{
  g_return_if_fail (DUI_IS_OUTLINE_MODEL (self));

  if (open)
    g_hash_table_remove (self->folded, reference);
  else
    g_hash_table_add (self->folded, g_strdup (reference));
  rebuild (self);
}

/* Unfolds every section on the way from @node to @reference; whether it is below @node. */
static gboolean
unfold (DuiOutlineModel *self,
        DtNode *node,
        const char *reference)
{
  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    {
      DtNode *child = dt_node_get_child (node, i);

      if (g_strcmp0 (dt_node_get_id (child), reference) == 0)
        return TRUE;
      if (!unfold (self, child, reference))
        continue;
      if (dt_node_get_id (child) != NULL)
        g_hash_table_remove (self->folded, dt_node_get_id (child));
      return TRUE;
    }

  return FALSE;
}

int
dui_outline_model_reveal (DuiOutlineModel *self,
                          const char *reference)
{
  int position = dui_outline_model_find (self, reference);

  if (position >= 0 || self->plan == NULL)
    return position;
  if (unfold (self, dt_plan_get_root (self->plan), reference))
    rebuild (self);

  return dui_outline_model_find (self, reference);
}

int
dui_outline_model_find (DuiOutlineModel *self,
                        const char *reference)
{
  g_return_val_if_fail (DUI_IS_OUTLINE_MODEL (self), -1);

  if (reference == NULL || !g_hash_table_contains (self->by_reference, reference))
    return -1;
  for (guint i = 0; i < self->items->len; i++)
    if (g_str_equal (dui_outline_item_get_reference (g_ptr_array_index (self->items, i)), reference))
      return (int) i;

  return -1;
}

/* Whether a word of @title begins with @typed, which is folded. */
static gboolean
begins (const char *title,
        const char *typed)
{
  g_autofree char *folded = dt_text_fold (title);

  for (const char *p = folded; p != NULL; p = strchr (p, ' '))
    {
      p += *p == ' ';
      if (g_str_has_prefix (p, typed))
        return TRUE;
    }

  return FALSE;
}

int
dui_outline_model_search (DuiOutlineModel *self,
                          guint from,
                          const char *typed)
{
  g_autofree char *folded = dt_text_fold (typed);

  g_return_val_if_fail (DUI_IS_OUTLINE_MODEL (self), -1);

  for (guint i = 0; i < self->items->len; i++)
    {
      guint position = (from + i) % self->items->len;

      if (begins (dui_outline_item_get_title (g_ptr_array_index (self->items, position)), folded))
        return (int) position;
    }

  return -1;
}
