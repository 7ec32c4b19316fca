/* dt-next-report.c - what has been moved, and what is left to look at
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-template"

#include "config.h"

#include "template/dt-next-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *rule;
  const char *title;
} titles[] = {
  { DT_NEXT_RULE_NUMBER, N_ ("the number is given when the plan is issued") },
  { DT_NEXT_RULE_ISSUE_DATE, N_ ("the date of issue") },
  { DT_NEXT_RULE_PLAN_PERIOD, N_ ("the period of the plan") },
  { DT_NEXT_RULE_PERIOD, N_ ("the old period becomes the new one") },
  { DT_NEXT_RULE_PART, N_ ("parts of years move with the period") },
  { DT_NEXT_RULE_YEAR, N_ ("years move with the period") },
  { DT_NEXT_RULE_DATE, N_ ("dates move with the period") },
  { DT_NEXT_RULE_DEADLINE, N_ ("deadlines move with the period") },
  { DT_NEXT_RULE_CITATION, N_ ("a document is replaced by its successor") },
};

const char *
dt_next_rule_get_title (const char *rule)
{
  g_return_val_if_fail (rule != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (strcmp (titles[i].rule, rule) == 0)
      return _ (titles[i].title);

  return NULL;
}

static void
free_change (gpointer data)
{
  DtNextChange *change = data;

  g_free (change->key);
  g_free (change->node);
  g_free (change->attribute);
  g_free (change->old_text);
  g_free (change->new_text);
  g_free (change);
}

static void
free_finding (gpointer data)
{
  DtNextFinding *finding = data;

  g_free (finding->node);
  g_free (finding->text);
  g_free (finding->message);
  g_free (finding->suggestion);
  g_free (finding);
}

DtNextReport *
dt_next_report_new (void)
{
  DtNextReport *self = g_new0 (DtNextReport, 1);

  self->changes = g_ptr_array_new_with_free_func (free_change);
  self->findings = g_ptr_array_new_with_free_func (free_finding);

  return self;
}

void
dt_next_report_free (DtNextReport *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->plan, dt_plan_unref);
  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->findings);
  g_free (self);
}

/* "s3/body:120", "head@number" */
char *
dt_next_make_key (const char *node,
                  const char *attribute,
                  gsize start)
{
  return attribute != NULL ? g_strconcat (node, "@", attribute, NULL)
                           : g_strdup_printf ("%s:%" G_GSIZE_FORMAT, node, start);
}

gboolean
dt_next_is_kept (const DtNextOptions *options,
                 const char *key)
{
  return options->keep != NULL && g_strv_contains (options->keep, key);
}

/* Takes the strings of @change. */
void
dt_next_add_change (DtNextReport *self,
                    DtNextChange change)
{
  g_ptr_array_add (self->changes, g_memdup2 (&change, sizeof change));
}

/* Takes the strings of @finding. */
void
dt_next_add_finding (DtNextReport *self,
                     DtNextFinding finding)
{
  g_ptr_array_add (self->findings, g_memdup2 (&finding, sizeof finding));
}
