/* dt-rule-codes.c - the code of all rules
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-private.h"

static const DtRuleFamily *const families[] = {
  &dt_rules_head,
  &dt_rules_head_form,
  &dt_rules_structure,
  &dt_rules_lists,
  &dt_rules_tree,
  &dt_rules_signature,
  &dt_rules_recipients,
  &dt_rules_recipient_units,
  &dt_rules_annex,
  &dt_rules_tables,
  &dt_rules_output,
  &dt_rules_characters,
  &dt_rules_spaces,
  &dt_rules_tones,
  &dt_rules_words,
  &dt_rules_names_own,
  &dt_rules_names,
  &dt_rules_language_short,
  &dt_rules_language,
  &dt_rules_capitals_names,
  &dt_rules_capitals,
  &dt_rules_spelling,
  &dt_rules_citation_shape,
  &dt_rules_citations,
  &dt_rules_bases,
  &dt_rules_dates,
  &dt_rules_numbers,
};

guint
dt_rule_codes_get_n (void)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    n += families[i]->n_codes;

  return n;
}

const DtRuleCode *
dt_rule_codes_get (guint index)
{
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      if (index < families[i]->n_codes)
        return &families[i]->codes[index];
      index -= families[i]->n_codes;
    }

  g_assert_not_reached ();
}
