/* dt-check.c - asks every rule, or takes what it answered before
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check.h"

#include "check/dt-check-mentions-private.h"
#include "check/dt-report-private.h"
#include "model/dt-schema.h"
#include "template/dt-profile.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Two kinds of rules, two kinds of memory.  A rule for texts answers for each
 * text from that text alone, and its answers stay with the text as long as the
 * node does.  A rule for the whole says which parts of the plan it reads; it is
 * asked again when one of them is another node than before.  Nodes are
 * immutable and shared, so both questions compare pointers.
 */

typedef struct
{
  DtReport *report;
  DtReport *previous; /* NULL: nothing to take over */
  DtCheck check;
  DtCheckRun run;
  const DtRule **rules; /* one for each code; NULL: the data has none */
  guint n_codes;
  GCancellable *cancellable;
} Runner;

/* Kinds of children of the plan, in the order of the DT_INPUT bits. */
static const DtNodeKind input_kinds[] = {
  DT_NODE_HEAD,
  DT_NODE_BASES,
  DT_NODE_OPENING,
  DT_NODE_ARTICLES,
  DT_NODE_SECTIONS,
  DT_NODE_CLOSING,
  DT_NODE_RECIPIENTS,
  DT_NODE_SIGNATURE,
  DT_NODE_ATTACHMENT,
  DT_NODE_TASKS,
  DT_NODE_ANNEX,
};

static gboolean
is_owner (DtNodeKind kind)
{
  return kind == DT_NODE_SECTION || kind == DT_NODE_ANNEX || kind == DT_NODE_TASK || kind == DT_NODE_ATTACHMENT;
}

/* The text as it was, if it still says the same. */
static DtCheckText *
take_text (const Runner *self,
           DtNode *node,
           const char *ref,
           gboolean same_fields)
{
  DtCheckText *text = self->previous != NULL ? g_hash_table_lookup (self->previous->by_ref, ref) : NULL;

  if (text == NULL || (text->has_fields && !same_fields) || text->kind != dt_node_get_kind (node))
    return NULL;
  if (text->node != node && strcmp (text->source, dt_node_get_text (node)) != 0)
    return NULL;

  return dt_check_text_ref (text);
}

/* What keeps a rule from being asked, or NULL. */
static const char *
find_obstacle (const Runner *self,
               guint inputs)
{
  if ((inputs & DT_INPUT_COMPOSITION) && self->check.composition == NULL)
    return _ ("the document is not composed");
  if ((inputs & DT_INPUT_PAGES) && self->check.pages == NULL)
    return _ ("the pages are not laid out");
  if ((inputs & DT_INPUT_PROFILE) && self->check.profile == NULL)
    return _ ("no profile of the office is known");
  if ((inputs & DT_INPUT_CATALOG) && self->check.catalog == NULL)
    return _ ("no catalogue of documents is at hand");

  return NULL;
}

static gboolean
is_in_force (const DtRule *rule,
             DtDate on)
{
  if (!dt_date_is_complete (on))
    return TRUE;

  return !(dt_date_is_complete (rule->from) && dt_date_compare (on, rule->from) < 0) &&
         !(dt_date_is_complete (rule->to) && dt_date_compare (on, rule->to) > 0);
}

static void
ask_text_rules (Runner *self,
                DtCheckText *text)
{
  self->run.findings = text->findings;
  for (guint i = 0; i < self->n_codes; i++)
    {
      const DtRuleCode *code = dt_rule_codes_get (i);

      self->check.rule = self->rules[i];
      self->check.code = i;
      g_ptr_array_add (text->facts, code->extract != NULL && self->check.rule != NULL ? code->extract (text) : NULL);
      if (code->scope == DT_SCOPE_TEXT && self->check.rule != NULL && is_in_force (self->check.rule, self->check.on) &&
          find_obstacle (self, code->inputs) == NULL)
        {
          code->func (&self->check, text);
          self->report->n_evaluated++;
        }
    }
}

static void
gather (Runner *self,
        DtNode *node,
        const char *ref,
        DtNodeKind top,
        const char *owner,
        gboolean same_fields)
{
  DtNodeKind kind = dt_node_get_kind (node);

  if (dt_node_get_text (node) != NULL)
    {
      DtCheckText *text = take_text (self, node, ref, same_fields);

      if (text == NULL)
        text = dt_check_text_new (node, ref, top, owner, dt_node_find_child (self->check.root, DT_NODE_FIELDS));
      g_ptr_array_add (self->report->texts, text);
      g_hash_table_insert (self->report->by_ref, text->ref, text);
      return;
    }

  if (is_owner (kind))
    owner = dt_node_get_id (node) != NULL ? dt_node_get_id (node) : ref;
  /* The schema bounds the depth. */
  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    {
      DtNode *child = dt_node_get_child (node, i);
      g_autofree char *child_ref = dt_plan_child_reference (ref, child);

      if (dt_node_get_kind (child) != DT_NODE_IGNORED)
        gather (self, child, child_ref, kind == DT_NODE_PLAN ? dt_node_get_kind (child) : top, owner, same_fields);
    }
}

G_STATIC_ASSERT (DT_N_NODE_KINDS <= 64);

/* Whether the parts a rule reads are the same nodes as before; @inputs has a bit for each kind. */
static gboolean
inputs_are_same (const Runner *self,
                 guint64 inputs)
{
  const DtNode *old = dt_plan_get_root (self->previous->plan);
  const DtNode *new = self->check.root;
  guint i = 0;
  guint k = 0;

  for (;;)
    {
      const DtNode *a;
      const DtNode *b;

      while (i < dt_node_get_n_children (old) && !(inputs & (G_GUINT64_CONSTANT (1) << dt_node_get_kind (dt_node_get_child (old, i)))))
        i++;
      while (k < dt_node_get_n_children (new) && !(inputs & (G_GUINT64_CONSTANT (1) << dt_node_get_kind (dt_node_get_child (new, k)))))
        k++;
      a = i < dt_node_get_n_children (old) ? dt_node_get_child (old, i++) : NULL;
      b = k < dt_node_get_n_children (new) ? dt_node_get_child (new, k++) : NULL;
      if (a != b)
        return FALSE;
      if (a == NULL)
        return TRUE;
    }
}

static gboolean
can_take_answer (const Runner *self,
                 const DtRuleCode *code)
{
  guint64 kinds = G_GUINT64_CONSTANT (1) << DT_NODE_FIELDS;

  if (self->previous == NULL)
    return FALSE;
  if ((code->inputs & (DT_INPUT_COMPOSITION | DT_INPUT_SEES_COMPOSITION)) &&
      self->previous->composition != self->check.composition)
    return FALSE;
  if ((code->inputs & (DT_INPUT_PAGES | DT_INPUT_SEES_PAGES)) && self->previous->pages != self->check.pages)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (input_kinds); i++)
    if (code->inputs & (1u << i))
      kinds |= G_GUINT64_CONSTANT (1) << input_kinds[i];

  return inputs_are_same (self, kinds);
}

static void
copy_answer (DtPlanAnswer *answer,
             const DtPlanAnswer *previous)
{
  answer->state = previous->state;
  answer->message = g_strdup (previous->message);
  if (previous->findings != NULL)
    answer->findings = g_ptr_array_ref (previous->findings);
}

static void
ask_plan_rule (Runner *self,
               guint index)
{
  const DtRuleCode *code = dt_rule_codes_get (index);
  DtPlanAnswer *answer = &self->report->answers[index];
  const char *obstacle = find_obstacle (self, code->inputs);

  if (!is_in_force (self->check.rule, self->check.on))
    {
      answer->state = DT_STATE_NOT_APPLICABLE;
      answer->message = g_strdup (_ ("the rule is not in force on that day"));
      return;
    }
  if (obstacle != NULL)
    {
      answer->state = DT_STATE_NOT_EVALUATED;
      answer->message = g_strdup (obstacle);
      return;
    }

  answer->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_finding_unref);
  if (code->scope == DT_SCOPE_TEXT)
    return;

  self->run.findings = answer->findings;
  self->run.state = DT_STATE_PASS;
  self->run.message = NULL;
  code->func (&self->check, NULL);
  answer->state = self->run.state;
  answer->message = g_strdup (self->run.message);
  self->report->n_evaluated++;
}

static gboolean
ask_plan_rules (Runner *self)
{
  for (guint i = 0; i < self->n_codes; i++)
    {
      const DtRuleCode *code = dt_rule_codes_get (i);

      if (g_cancellable_is_cancelled (self->cancellable))
        return FALSE;

      self->check.rule = self->rules[i];
      self->check.code = i;
      if (self->check.rule == NULL)
        continue;
      if (code->scope == DT_SCOPE_PLAN && can_take_answer (self, code))
        copy_answer (&self->report->answers[i], &self->previous->answers[i]);
      else
        ask_plan_rule (self, i);
    }

  return TRUE;
}

/* The texts of the plan, each with what the rules for texts say of it. */
static gboolean
ask_texts (Runner *self)
{
  const DtNode *old_root = self->previous != NULL ? dt_plan_get_root (self->previous->plan) : NULL;
  gboolean same_fields = old_root != NULL && dt_node_find_child (old_root, DT_NODE_FIELDS) ==
                                               dt_node_find_child (self->check.root, DT_NODE_FIELDS);

  gather (self, self->check.root, "plan", DT_NODE_PLAN, NULL, same_fields);
  self->check.texts = (const DtCheckText *const *) self->report->texts->pdata;
  self->check.n_texts = self->report->texts->len;
  self->run.by_ref = self->report->by_ref;

  for (guint i = 0; i < self->report->texts->len; i++)
    {
      DtCheckText *text = g_ptr_array_index (self->report->texts, i);

      if (g_cancellable_is_cancelled (self->cancellable))
        return FALSE;
      if (text->mentions == NULL)
        text->mentions = dt_check_list_text_mentions (&self->check, text);
      if (!text->is_asked)
        ask_text_rules (self, text);
      text->is_asked = TRUE;
    }

  return TRUE;
}

/* Whether an earlier report was made with the same things at hand. */
static gboolean
is_usable (const DtReport *previous,
           const DtReport *report)
{
  const DtNode *old = dt_plan_get_root (previous->plan);
  const DtNode *new = dt_plan_get_root (report->plan);

  return previous->rules == report->rules && previous->sheet == report->sheet && previous->kinds == report->kinds &&
         previous->catalog == report->catalog && previous->profile == report->profile &&
         dt_date_equal (previous->on, report->on) && dt_date_equal (previous->today, report->today) &&
         g_strcmp0 (dt_node_get_attribute (old, DT_ATTR_KIND), dt_node_get_attribute (new, DT_ATTR_KIND)) == 0 &&
         (previous->composition == NULL) == (report->composition == NULL) &&
         (previous->pages == NULL) == (report->pages == NULL);
}

static void
read_dates (DtCheck *check)
{
  const char *text = check->head != NULL ? dt_node_get_attribute (check->head, DT_ATTR_DATE) : NULL;

  if (text == NULL || !dt_date_parse_iso_partial (text, &check->date))
    check->date = dt_date_make (0, 0, 0);

  check->today = check->checker->composer.today;
  check->on = check->checker->on;
  if (!dt_date_is_complete (check->on))
    check->on = check->date;
  if (!dt_date_is_complete (check->on))
    {
      check->on = check->today;
      check->on_is_guess = TRUE;
    }
}

static void
set_up (Runner *self,
        const DtChecker *checker,
        DtPlan *plan,
        DtComposition *composition,
        DtPages *pages)
{
  DtCheck *check = &self->check;
  DtReport *report = g_atomic_rc_box_new0 (DtReport);
  const char *kind;

  check->checker = checker;
  check->plan = plan;
  check->root = dt_plan_get_root (plan);
  check->head = dt_node_find_child (check->root, DT_NODE_HEAD);
  kind = dt_node_get_attribute (check->root, DT_ATTR_KIND);
  check->kind = kind != NULL ? dt_kinds_find (checker->composer.kinds, kind) : NULL;
  check->composition = composition;
  check->pages = pages;
  check->sheet = checker->composer.sheet;
  check->profile = checker->profile;
  check->catalog = checker->composer.catalog;
  check->run = &self->run;
  read_dates (check);

  report->rules = dt_rules_ref (checker->rules);
  report->sheet = dt_sheet_ref (checker->composer.sheet);
  report->kinds = dt_kinds_ref (checker->composer.kinds);
  report->catalog = check->catalog != NULL ? dt_catalog_ref (check->catalog) : NULL;
  report->profile = checker->profile != NULL ? dt_profile_ref (checker->profile) : NULL;
  report->on = check->on;
  report->today = check->today;
  report->plan = dt_plan_ref (plan);
  report->composition = composition != NULL ? dt_composition_ref (composition) : NULL;
  report->pages = pages != NULL ? dt_pages_ref (pages) : NULL;
  report->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_check_text_unref);
  report->by_ref = g_hash_table_new (g_str_hash, g_str_equal);
  report->n_answers = dt_rule_codes_get_n ();
  report->answers = g_new0 (DtPlanAnswer, report->n_answers);
  report->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_finding_unref);
  report->others = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_finding_unref);
  self->report = report;

  self->n_codes = report->n_answers;
  self->rules = g_new (const DtRule *, self->n_codes);
  for (guint i = 0; i < self->n_codes; i++)
    self->rules[i] = dt_rules_find (report->rules, dt_rule_codes_get (i)->id);
}

/**
 * dt_check_run:
 * @checker: rules and what they need
 * @plan: a plan
 * @composition: (nullable): @plan, composed
 * @pages: (nullable): @composition, laid out
 * @previous: (nullable): an earlier report
 * @cancellable: (nullable): to give up early
 *
 * Asks every rule about @plan.
 *
 * Returns: (transfer full) (nullable): the report; %NULL if cancelled
 */
DtReport *
dt_check_run (const DtChecker *checker,
              DtPlan *plan,
              DtComposition *composition,
              DtPages *pages,
              DtReport *previous,
              GCancellable *cancellable)
{
  Runner self = { .cancellable = cancellable };
  g_autoptr (DtReport) report = NULL;
  gboolean done;

  g_return_val_if_fail (checker != NULL && checker->rules != NULL && plan != NULL, NULL);
  g_return_val_if_fail (checker->composer.sheet != NULL && checker->composer.kinds != NULL, NULL);

  set_up (&self, checker, plan, composition, pages);
  report = self.report;
  if (previous != NULL && is_usable (previous, report))
    self.previous = previous;

  done = ask_texts (&self) && ask_plan_rules (&self);
  if (self.run.items != NULL)
    report->items = g_array_ref (self.run.items);
  g_clear_pointer (&self.run.items, g_array_unref);
  g_clear_pointer (&self.run.mentions, g_ptr_array_unref);
  g_clear_pointer (&self.run.firsts, g_array_unref);
  g_free (self.rules);
  if (!done)
    return NULL;

  dt_report_finish (report);
  return g_steal_pointer (&report);
}

/**
 * dt_check_list_codes:
 *
 * Lists the rules that are built in; data may name no others.
 *
 * Returns: (transfer full): the ids, %NULL terminated
 */
char **
dt_check_list_codes (void)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < dt_rule_codes_get_n (); i++)
    g_strv_builder_add (ids, dt_rule_codes_get (i)->id);

  return g_strv_builder_end (ids);
}
