/* dt-finding.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-private.h"

/* A finding keeps the rules alive that its rule is one of. */
typedef struct
{
  DtFinding public;
  DtRules *rules;
} Finding;

G_DEFINE_BOXED_TYPE (DtFinding, dt_finding, dt_finding_ref, dt_finding_unref)

static void
clear (gpointer data)
{
  Finding *self = data;

  g_free (self->public.node);
  g_free (self->public.message);
  g_free (self->public.quote);
  g_free (self->public.measured);
  g_free (self->public.allowed);
  g_free (self->public.suggestion);
  g_free (self->public.edit.node);
  g_free (self->public.edit.text);
  g_free (self->public.reason);
  dt_rules_unref (self->rules);
}

DtFinding *
dt_finding_new (DtRules *rules,
                const DtRule *rule)
{
  Finding *self = g_atomic_rc_box_new0 (Finding);

  self->rules = dt_rules_ref (rules);
  self->public.rule = rule;
  self->public.severity = rule->severity;
  self->public.fix = rule->fix;
  return &self->public;
}

/* One that may still be changed. */
DtFinding *
dt_finding_copy (const DtFinding *self)
{
  DtFinding *copy = dt_finding_new (((const Finding *) self)->rules, self->rule);

  copy->severity = self->severity;
  copy->state = self->state;
  copy->node = g_strdup (self->node);
  copy->line = self->line;
  copy->column = self->column;
  copy->start = self->start;
  copy->end = self->end;
  copy->page = self->page;
  copy->message = g_strdup (self->message);
  copy->quote = g_strdup (self->quote);
  copy->measured = g_strdup (self->measured);
  copy->allowed = g_strdup (self->allowed);
  copy->suggestion = g_strdup (self->suggestion);
  copy->fix = self->fix;
  copy->edit = self->edit;
  copy->edit.node = g_strdup (self->edit.node);
  copy->edit.text = g_strdup (self->edit.text);
  copy->reason = g_strdup (self->reason);
  return copy;
}

/**
 * dt_finding_ref:
 * @self: a finding
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
DtFinding *
dt_finding_ref (DtFinding *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * dt_finding_unref:
 * @self: (transfer full): a finding
 *
 * Gives a reference back.
 */
void
dt_finding_unref (DtFinding *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * dt_state_to_string:
 * @state: a state
 *
 * Gets the word for it in JSON.
 *
 * Returns: (transfer none): the word
 */
const char *
dt_state_to_string (DtState state)
{
  static const char *const names[DT_N_STATES] = { "pass", "fail", "not-applicable", "not-evaluated", "needs-review" };

  g_return_val_if_fail ((guint) state < DT_N_STATES, NULL);

  return names[state];
}
