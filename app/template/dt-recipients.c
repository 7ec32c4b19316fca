/* dt-recipients.c - who has a task and must get the plan
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-template"

#include "config.h"

#include "template/dt-tasks.h"

#include "model/dt-task-units.h"
#include "text/dt-text.h"

#include <string.h>

/* A recipient that is whom an article of the decision names (Phụ lục III, Mẫu 1.2). */
#define AS_ARTICLE "nhu dieu "

/* Whether @name stands in @text, both folded, and no part of a longer word. */
static gboolean
has_words (const char *text,
           const char *name)
{
  gsize length = strlen (name);

  for (const char *p = length > 0 ? strstr (text, name) : NULL; p != NULL; p = strstr (p + 1, name))
    if ((p == text || !g_ascii_isalnum (p[-1])) && !g_ascii_isalnum (p[length]))
      return TRUE;

  return FALSE;
}

/* Whether folded @text names @unit by one of its names. */
static gboolean
names_unit (const char *text,
            const DtUnit *unit)
{
  g_autofree char *name = dt_text_fold (unit->name);
  g_autofree char *abbreviation = dt_text_fold (unit->abbreviation);
  g_auto (GStrv) also = g_strsplit (unit->also, ";", -1);

  if (has_words (text, name) || (*abbreviation != '\0' && strcmp (text, abbreviation) == 0))
    return TRUE;
  for (guint i = 0; also[i] != NULL; i++)
    {
      g_autofree char *other = dt_text_fold (g_strstrip (also[i]));

      if (has_words (text, other))
        return TRUE;
    }

  return FALSE;
}

/* Whether folded @text names @name, @unit (nullable) or a group of the profile that it is in. */
static gboolean
tells (const char *text,
       const DtProfile *profile,
       const DtUnit *unit,
       const char *name)
{
  const DtUnit *units = NULL;
  guint n_units = 0;

  if (has_words (text, name))
    return TRUE;
  if (unit == NULL)
    return FALSE;

  units = dt_profile_get_units (profile, &n_units);
  for (guint i = 0; i < n_units; i++)
    if (dt_profile_unit_is_in (profile, unit, &units[i]) && names_unit (text, &units[i]))
      return TRUE;

  return FALSE;
}

/* The folded words of a section and all below it. */
static void
append_words (GString *words,
              const DtNode *node)
{
  const char *text = dt_node_get_text (node);

  if (text != NULL)
    dt_text_fold_append (words, text, -1);
  g_string_append_c (words, '\n');
  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    append_words (words, dt_node_get_child (node, i));
}

/* What the article says that a recipient leads to; NULL if it is no such recipient. */
static char *
find_article (const DtPlan *plan,
              const char *recipient)
{
  DtNode *articles = dt_node_find_child (dt_plan_get_root (plan), DT_NODE_ARTICLES);
  guint number;
  GString *words;

  if (articles == NULL || !g_str_has_prefix (recipient, AS_ARTICLE))
    return NULL;
  number = (guint) MIN (g_ascii_strtoull (recipient + strlen (AS_ARTICLE), NULL, 10), G_MAXINT);
  if (number == 0 || number > dt_node_get_n_children (articles))
    return NULL;

  words = g_string_new (NULL);
  append_words (words, dt_node_get_child (articles, number - 1));
  return g_string_free (words, FALSE);
}

/**
 * dt_plan_tells_unit:
 * @plan: a plan
 * @profile: (nullable): the office, which knows short names and groups
 * @unit: the name of a unit
 *
 * Tells whether a unit gets the plan (nơi nhận; Phụ lục I, mục II, khoản 9,
 * điểm a).
 *
 * Returns: whether a recipient names it, a group it belongs to, or, in a
 *   decision, the article that names it
 */
gboolean
dt_plan_tells_unit (const DtPlan *plan,
                    const DtProfile *profile,
                    const char *unit)
{
  DtNode *root;
  DtNode *recipients;
  g_autofree char *filled = NULL;
  g_autofree char *tidy = NULL;
  g_autofree char *name = NULL;
  const DtUnit *known;

  g_return_val_if_fail (plan != NULL && unit != NULL, FALSE);

  root = dt_plan_get_root (plan);
  recipients = dt_node_find_child (root, DT_NODE_RECIPIENTS);
  filled = dt_task_fill (unit, dt_node_find_child (root, DT_NODE_FIELDS));
  tidy = dt_text_collapse (filled);
  name = dt_text_fold (tidy);
  known = profile != NULL ? dt_profile_find_unit (profile, tidy) : NULL;

  for (guint i = 0; recipients != NULL && i < dt_node_get_n_children (recipients); i++)
    {
      DtNode *recipient = dt_node_get_child (recipients, i);
      g_autofree char *folded = dt_text_fold (dt_node_get_text (recipient));
      g_autofree char *article = find_article (plan, folded);

      if (dt_node_get_kind (recipient) == DT_NODE_RECIPIENT &&
          (tells (folded, profile, known, name) || (article != NULL && tells (article, profile, known, name))))
        return TRUE;
    }

  return FALSE;
}

/* A group is told when each that it stands for is. */
static gboolean
tells_all (const DtPlan *plan,
           const DtProfile *profile,
           const char *name)
{
  const DtUnit *known = profile != NULL ? dt_profile_find_unit (profile, name) : NULL;
  g_autoptr (GPtrArray) members = NULL;

  if (dt_plan_tells_unit (plan, profile, name))
    return TRUE;
  if (known == NULL || *known->members == '\0')
    return FALSE;

  members = dt_profile_expand_unit (profile, known);
  for (guint i = 0; i < members->len; i++)
    if (!dt_plan_tells_unit (plan, profile, ((const DtUnit *) g_ptr_array_index (members, i))->name))
      return FALSE;

  return TRUE;
}

/**
 * dt_tasks_suggest_recipients:
 * @plan: a plan
 * @profile: (nullable): the office
 *
 * Lists the units that have a task and are no recipients yet. A suggestion
 * becomes a recipient by an ordinary edit, and one that is not wanted stays
 * what it is.
 *
 * Returns: (transfer full) (element-type utf8): their names, as the profile
 *   writes them where it knows them
 */
GPtrArray *
dt_tasks_suggest_recipients (const DtPlan *plan,
                             const DtProfile *profile)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DtTaskUnits) units = NULL;
  DtNode *root;

  g_return_val_if_fail (plan != NULL, names);

  root = dt_plan_get_root (plan);
  units = dt_task_units_new (dt_node_find_child (root, DT_NODE_TASKS), dt_node_find_child (root, DT_NODE_FIELDS));
  for (guint i = 0; i < dt_task_units_get_n (units); i++)
    {
      const char *name = dt_task_units_get (units, i)->name;
      const DtUnit *known = profile != NULL ? dt_profile_find_unit (profile, name) : NULL;
      const char *wanted = known != NULL ? known->name : name;

      if (strstr (name, "{{") == NULL && !tells_all (plan, profile, name) &&
          !g_ptr_array_find_with_equal_func (names, wanted, g_str_equal, NULL))
        g_ptr_array_add (names, g_strdup (wanted));
    }

  return names;
}

/**
 * dt_tasks_add_recipients:
 * @plan: a plan
 * @profile: (nullable): the office
 * @error: return location for an error
 *
 * Takes over what dt_tasks_suggest_recipients() suggests, one after the other,
 * so that a group that is added speaks for its members.
 *
 * Returns: (transfer full): the plan, or %NULL with @error set
 */
DtPlan *
dt_tasks_add_recipients (const DtPlan *plan,
                         const DtProfile *profile,
                         GError **error)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (DtPlan) result = NULL;

  g_return_val_if_fail (plan != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  names = dt_tasks_suggest_recipients (plan, profile);
  result = dt_plan_ref ((DtPlan *) plan);
  for (guint i = 0; i < names->len; i++)
    {
      DtNode *list = dt_node_find_child (dt_plan_get_root (result), DT_NODE_RECIPIENTS);
      g_autoptr (DtNode) node = dt_node_new_text (DT_NODE_RECIPIENT, g_ptr_array_index (names, i));
      g_autoptr (DtNode) group = list == NULL ? dt_node_new_full (DT_NODE_RECIPIENTS, 0, NULL, NULL, 0, &node, 1) : NULL;
      DtPlan *next;

      if (tells_all (result, profile, g_ptr_array_index (names, i)))
        continue;
      next = list == NULL ? dt_plan_insert (result, "plan", -1, group, error)
                          : dt_plan_insert (result, "recipients", -1, node, error);
      if (next == NULL)
        return NULL;
      dt_plan_unref (result);
      result = next;
    }

  return g_steal_pointer (&result);
}
