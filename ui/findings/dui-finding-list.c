/* dui-finding-list.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "findings/dui-finding-list.h"

#include "findings/dui-finding-place.h"

#include <string.h>

struct _DuiFindingList
{
  GObject parent_instance;

  DuiInspector *inspector;
  GListStore *store;
  GHashTable *by_key; /* key → DuiFindingItem, of the last refresh */
  DuiFindingItem *headings[DUI_N_FINDING_GROUPS];
  guint counts[DUI_N_FINDING_GROUPS];
  gboolean open[DUI_N_FINDING_GROUPS];
};

G_DEFINE_FINAL_TYPE (DuiFindingList, dui_finding_list, G_TYPE_OBJECT)

static void
dui_finding_list_dispose (GObject *object)
{
  DuiFindingList *self = DUI_FINDING_LIST (object);

  for (guint i = 0; i < DUI_N_FINDING_GROUPS; i++)
    g_clear_object (&self->headings[i]);
  g_clear_pointer (&self->by_key, g_hash_table_unref);
  g_clear_object (&self->store);
  g_clear_object (&self->inspector);

  G_OBJECT_CLASS (dui_finding_list_parent_class)->dispose (object);
}

static void
dui_finding_list_class_init (DuiFindingListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dui_finding_list_dispose;
}

static void
dui_finding_list_init (DuiFindingList *self)
{
  self->store = g_list_store_new (DUI_TYPE_FINDING_ITEM);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  for (guint i = 0; i < DUI_N_FINDING_GROUPS; i++)
    {
      self->headings[i] = dui_finding_item_new_heading (i);
      self->open[i] = i != DUI_FINDING_IGNORED && i != DUI_FINDING_UNSEEN;
    }
}

/* What a refresh makes. */
typedef struct
{
  DuiFindingList *list;
  DtPlan *plan;
  GHashTable *numbers;
  GHashTable *by_key;                      /* key → DuiFindingItem */
  GPtrArray *groups[DUI_N_FINDING_GROUPS]; /* (element-type DuiFindingItem) */
} Refresh;

static DuiFindingGroup
find_group (const DtFinding *finding)
{
  if (finding->reason != NULL)
    return DUI_FINDING_IGNORED;
  if (finding->state == DT_STATE_NEEDS_REVIEW)
    return DUI_FINDING_REVIEW;
  if (finding->state == DT_STATE_NOT_EVALUATED)
    return DUI_FINDING_UNSEEN;
  if (finding->severity == DT_SEVERITY_ERROR)
    return DUI_FINDING_ERRORS;

  return finding->severity == DT_SEVERITY_WARNING ? DUI_FINDING_WARNINGS : DUI_FINDING_NOTES;
}

/* The item of @base that is not taken yet: the first, second… of its kind. Takes @base. */
static DuiFindingItem *
take_item (Refresh *self,
           DuiFindingGroup group,
           char *base)
{
  g_autofree char *name = base;
  g_autofree char *key = g_strdup_printf ("%u %s", group, name);
  DuiFindingItem *item;

  for (guint i = 2; g_hash_table_contains (self->by_key, key); i++)
    {
      g_free (key);
      key = g_strdup_printf ("%u %s %u", group, name, i);
    }

  item = g_hash_table_lookup (self->list->by_key, key);
  item = item != NULL ? g_object_ref (item) : dui_finding_item_new (group, key);
  g_hash_table_insert (self->by_key, g_steal_pointer (&key), item);
  g_ptr_array_add (self->groups[group], item);
  return item;
}

static void
add_findings (Refresh *self,
              DtFinding *const *findings,
              guint n,
              gboolean unseen)
{
  for (guint i = 0; i < n; i++)
    {
      DtFinding *finding = findings[i];
      DuiFindingGroup group = find_group (finding);
      g_autofree char *place = NULL;

      if (unseen && finding->state != DT_STATE_NOT_EVALUATED)
        continue;
      if (!unseen)
        place = dui_finding_describe_place (self->plan, self->numbers, finding->node, finding->line, finding->page);
      dui_finding_item_set_finding (take_item (self, group, g_strdup_printf ("%s %s", finding->rule->id, finding->node)),
                                    finding, place != NULL ? place : "");
    }
}

/* Where the blank begins in the text of its node. */
static guint
find_blank (DtPlan *plan,
            const DtMissing *missing)
{
  DtNode *node = dt_plan_find (plan, missing->node);
  const char *text = node != NULL ? dt_node_get_text (node) : NULL;
  g_autofree char *blank = g_strdup_printf ("{{%s", missing->key != NULL ? missing->key : "");
  const char *line = text;
  const char *found;

  for (guint i = 1; line != NULL && i < missing->line; i++)
    {
      line = strchr (line, '\n');
      line = line != NULL ? line + 1 : NULL;
    }
  if (line == NULL)
    return 0;

  found = strstr (line, blank);
  return (guint) ((found != NULL ? found : line) - text);
}

static void
add_missing (Refresh *self,
             const GPtrArray *missing)
{
  for (guint i = 0; i < missing->len; i++)
    {
      const DtMissing *blank = g_ptr_array_index (missing, i);
      g_autofree char *place = dui_finding_describe_place (self->plan, self->numbers, blank->node, blank->line, 0);

      dui_finding_item_set_missing (take_item (self, DUI_FINDING_MISSING, g_strdup_printf ("%s %s", blank->key, blank->node)),
                                    blank, find_blank (self->plan, blank), place);
    }
}

/* Makes the store hold @wanted with as little ado as possible: what stays is never taken out. */
static void
put_into_store (DuiFindingList *self,
                const GPtrArray *wanted)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);
  guint at = 0;

  if (g_list_model_get_n_items (G_LIST_MODEL (self->store)) == 0)
    {
      g_list_store_splice (self->store, 0, 0, wanted->pdata, wanted->len);
      return;
    }

  for (guint i = 0; i < wanted->len; i++)
    g_hash_table_add (kept, g_ptr_array_index (wanted, i));
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->store)); i > 0; i--)
    {
      g_autoptr (DuiFindingItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), i - 1);

      if (!g_hash_table_contains (kept, item))
        g_list_store_remove (self->store, i - 1);
    }

  for (at = 0; at < wanted->len; at++)
    {
      DuiFindingItem *item = g_ptr_array_index (wanted, at);
      g_autoptr (DuiFindingItem) there = g_list_model_get_item (G_LIST_MODEL (self->store), at);
      guint from;

      if (there == item)
        continue;
      if (g_list_store_find (self->store, item, &from))
        g_list_store_remove (self->store, from);
      g_list_store_insert (self->store, at, item);
    }
}

static void
show (DuiFindingList *self,
      GPtrArray *const *groups)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();

  for (guint i = 0; i < DUI_N_FINDING_GROUPS; i++)
    {
      self->counts[i] = groups[i]->len;
      dui_finding_item_set_heading (self->headings[i], groups[i]->len, self->open[i]);
      if (groups[i]->len == 0)
        continue;
      g_ptr_array_add (wanted, self->headings[i]);
      if (self->open[i])
        g_ptr_array_extend (wanted, groups[i], NULL, NULL);
    }

  put_into_store (self, wanted);
}

DuiFindingList *
dui_finding_list_new (DuiInspector *inspector)
{
  DuiFindingList *self;

  g_return_val_if_fail (DUI_IS_INSPECTOR (inspector), NULL);

  self = g_object_new (DUI_TYPE_FINDING_LIST, NULL);
  self->inspector = g_object_ref (inspector);
  return self;
}

GListModel *
dui_finding_list_get_model (DuiFindingList *self)
{
  g_return_val_if_fail (DUI_IS_FINDING_LIST (self), NULL);

  return G_LIST_MODEL (self->store);
}

void
dui_finding_list_refresh (DuiFindingList *self)
{
  DtReport *report;
  Refresh refresh = { self };
  DtFinding *const *findings;
  guint n;

  g_return_if_fail (DUI_IS_FINDING_LIST (self));

  report = dui_inspector_get_report (self->inspector);
  if (report == NULL)
    return;

  refresh.plan = dui_inspector_get_plan (self->inspector);
  refresh.numbers = dui_finding_list_numbers (dui_inspector_get_composition (self->inspector));
  refresh.by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  for (guint i = 0; i < DUI_N_FINDING_GROUPS; i++)
    refresh.groups[i] = g_ptr_array_new ();

  add_missing (&refresh, dui_inspector_get_missing (self->inspector));
  findings = dt_report_get_findings (report, &n);
  add_findings (&refresh, findings, n, FALSE);
  findings = dt_report_get_others (report, &n);
  add_findings (&refresh, findings, n, TRUE);
  show (self, refresh.groups);

  g_hash_table_unref (self->by_key);
  self->by_key = refresh.by_key;
  for (guint i = 0; i < DUI_N_FINDING_GROUPS; i++)
    g_ptr_array_unref (refresh.groups[i]);
  g_hash_table_unref (refresh.numbers);
}

void
dui_finding_list_toggle (DuiFindingList *self,
                         DuiFindingGroup group)
{
  g_return_if_fail (DUI_IS_FINDING_LIST (self) && group < DUI_N_FINDING_GROUPS);

  self->open[group] = !self->open[group];
  dui_finding_list_refresh (self);
}

gboolean
dui_finding_list_is_clean (DuiFindingList *self)
{
  g_return_val_if_fail (DUI_IS_FINDING_LIST (self), FALSE);

  for (guint i = 0; i < DUI_FINDING_IGNORED; i++)
    {
      if (self->counts[i] > 0)
        return FALSE;
    }

  return TRUE;
}
