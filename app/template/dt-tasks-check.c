/* dt-tasks-check.c - what is missing or wrong in the table of tasks
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-template"

#include "config.h"

#include "template/dt-tasks.h"

#include "base/dt-diagnostic.h"
#include "model/dt-task-units.h"
#include "template/dt-deadline.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const DtProfile *profile; /* nullable */
  DtNode *fields;           /* nullable */
  DtPeriod period;
  GPtrArray *diagnostics;
} Check;

static void
tell (Check *self,
      DtSeverity severity,
      const char *code,
      const char *node,
      const char *message)
{
  dt_diagnostics_add (self->diagnostics, severity, code, node, 0, 0, "%s", message);
}

static gboolean
is_blank (const DtNode *task,
          DtNodeKind kind)
{
  const char *text = dt_node_get_child_text (task, kind);

  return text == NULL || *text == '\0';
}

static void
check_parts (Check *self,
             const DtNode *task)
{
  static const struct
  {
    DtNodeKind kind;
    DtSeverity severity;
    const char *code;
    const char *message;
  } parts[] = {
    { DT_NODE_WORK, DT_SEVERITY_WARNING, DT_TASKS_NO_WORK, N_ ("the task does not say what is to be done") },
    { DT_NODE_LEAD, DT_SEVERITY_WARNING, DT_TASKS_NO_LEAD, N_ ("the task has no unit that leads it") },
    { DT_NODE_DEADLINE, DT_SEVERITY_WARNING, DT_TASKS_NO_DEADLINE, N_ ("the task has no deadline") },
    { DT_NODE_PRODUCT, DT_SEVERITY_NOTE, DT_TASKS_NO_PRODUCT, N_ ("the task has no product") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (is_blank (task, parts[i].kind))
      tell (self, parts[i].severity, parts[i].code, dt_node_get_id (task), _ (parts[i].message));
}

static void
check_deadline (Check *self,
                const DtNode *task)
{
  DtNode *node = dt_node_find_child (task, DT_NODE_DEADLINE);
  g_autofree char *reference = node != NULL ? dt_plan_child_reference (dt_node_get_id (task), node) : NULL;
  g_autofree char *text = node != NULL ? dt_task_fill (dt_node_get_text (node), self->fields) : NULL;
  g_autofree char *message = NULL;
  const char *code = NULL;
  DtDeadline deadline;

  if (text == NULL || *text == '\0')
    return;

  deadline = dt_deadline_parse (text, self->period);
  if (deadline.kind == DT_DEADLINE_IMPOSSIBLE)
    {
      code = DT_TASKS_IMPOSSIBLE;
      message = g_strdup_printf (_ ("no calendar has the day of the deadline “%s”"), text);
    }
  else if (dt_deadline_is_backwards (deadline))
    {
      code = DT_TASKS_BACKWARDS;
      message = g_strdup_printf (_ ("the deadline “%s” ends before it begins"), text);
    }
  else if (!dt_deadline_is_within (deadline, self->period))
    {
      g_autofree char *words = dt_period_to_words (self->period);

      code = DT_TASKS_OUTSIDE;
      message = g_strdup_printf (_ ("the deadline “%s” lies outside of the period of the plan, %s"), text, words);
    }
  if (code != NULL)
    tell (self, DT_SEVERITY_WARNING, code, reference, message);
}

static gboolean
is_same_unit (Check *self,
              const char *a,
              const char *b)
{
  g_autofree char *first = dt_task_fill (a, self->fields);
  g_autofree char *second = dt_task_fill (b, self->fields);
  g_autofree char *first_key = dt_text_fold (first);
  g_autofree char *second_key = dt_text_fold (second);
  const DtUnit *one = self->profile != NULL ? dt_profile_find_unit (self->profile, first) : NULL;

  return strcmp (first_key, second_key) == 0 || (one != NULL && one == dt_profile_find_unit (self->profile, second));
}

static gboolean
is_led_by (Check *self,
           const DtNode *task,
           const char *unit)
{
  for (guint i = 0; i < dt_node_get_n_children (task); i++)
    {
      const DtNode *child = dt_node_get_child (task, i);

      if (dt_node_get_kind (child) == DT_NODE_LEAD && *dt_node_get_text (child) != '\0' &&
          is_same_unit (self, dt_node_get_text (child), unit))
        return TRUE;
    }

  return FALSE;
}

static void
check_units (Check *self,
             const DtNode *task)
{
  for (guint i = 0; i < dt_node_get_n_children (task); i++)
    {
      DtNode *child = dt_node_get_child (task, i);
      gboolean is_partner = dt_node_get_kind (child) == DT_NODE_PARTNER;
      g_autofree char *name = NULL;
      g_autofree char *message = NULL;

      if ((!is_partner && dt_node_get_kind (child) != DT_NODE_LEAD) || *dt_node_get_text (child) == '\0')
        continue;
      name = dt_task_fill (dt_node_get_text (child), self->fields);
      if (self->profile != NULL && strstr (name, "{{") == NULL && dt_profile_find_unit (self->profile, name) == NULL)
        {
          message = g_strdup_printf (_ ("the profile knows no unit “%s”"), name);
          tell (self, DT_SEVERITY_NOTE, DT_TASKS_UNKNOWN_UNIT, dt_node_get_id (child), message);
        }
      else if (is_partner && is_led_by (self, task, dt_node_get_text (child)))
        {
          message = g_strdup_printf (_ ("“%s” leads the task and is its own partner"), name);
          tell (self, DT_SEVERITY_WARNING, DT_TASKS_OWN_PARTNER, dt_node_get_id (child), message);
        }
    }
}

/**
 * dt_tasks_check:
 * @plan: a plan
 * @profile: (nullable): the office
 * @diagnostics: (element-type DtDiagnostic): where findings go
 *
 * Checks the table of tasks: what is missing in a row, units that help
 * themselves or that nobody knows, deadlines that are impossible, run
 * backwards or lie outside of the period. Each finding stands at the node it
 * is about: the task, its deadline or its unit.
 */
void
dt_tasks_check (const DtPlan *plan,
                const DtProfile *profile,
                GPtrArray *diagnostics)
{
  DtNode *root;
  DtNode *tasks;
  const char *period;
  Check self = { 0 };

  g_return_if_fail (plan != NULL && diagnostics != NULL);

  root = dt_plan_get_root (plan);
  tasks = dt_node_find_child (root, DT_NODE_TASKS);
  period = dt_node_get_attribute (dt_node_find_child (root, DT_NODE_HEAD), DT_ATTR_PERIOD);
  self.profile = profile;
  self.fields = dt_node_find_child (root, DT_NODE_FIELDS);
  self.diagnostics = diagnostics;
  if (period == NULL || !dt_period_parse (period, &self.period))
    self.period = (DtPeriod) DT_PERIOD_INIT;

  for (guint i = 0; tasks != NULL && i < dt_node_get_n_children (tasks); i++)
    {
      const DtNode *task = dt_node_get_child (tasks, i);

      check_parts (&self, task);
      check_units (&self, task);
      check_deadline (&self, task);
    }
}
