/* dt-rules-signature.c - who signs, and as what
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-scan-private.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>

/* Authority before a title, however it is typed: "T/M", "TM", "KT." */
static const struct
{
  const char *typed;
  const char *right;
} marks[] = {
  { "T/M", "TM." },
  { "K/T", "KT." },
  { "T/L", "TL." },
  { "T.M", "TM." },
  { "K.T", "KT." },
  { "TM", "TM." },
  { "KT", "KT." },
  { "TUQ", "TUQ." },
  { "TL", "TL." },
  { "Q", "Q." },
};

/* The lines of who signs, form included: "TM. Ủy ban nhân dân". */
static GPtrArray *
list_capacities (const DtCheck *check)
{
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; i < check->n_texts; i++)
    if (check->texts[i]->kind == DT_NODE_CAPACITY)
      g_ptr_array_add (texts, (gpointer) check->texts[i]);
  return texts;
}

static const char *
get_form (const DtCheckText *text)
{
  const char *form = dt_node_get_attribute (text->node, DT_ATTR_FORM);

  return form != NULL ? form : "";
}

/* L82 */
static void
check_authority_marks (DtCheck *check,
                       const DtCheckText *text)
{
  if (text->kind != DT_NODE_CAPACITY)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize length = strlen (marks[i].typed);
      gsize end = length;
      gboolean stopped;
      g_autofree char *right = NULL;

      if (!g_str_has_prefix (text->plain, marks[i].typed))
        continue;
      stopped = text->plain[end] == '.';
      end += stopped;
      if (!stopped && text->plain[end] != ' ')
        continue;
      while (text->plain[end] == ' ')
        end++;

      right = g_strconcat (marks[i].right, " ", NULL);
      /* What the form says already is not typed once more. */
      if (*get_form (text) != '\0')
        dt_check_found (check, text, 0, end, "", _ ("“%s” is written by the program"), marks[i].right);
      else if (end != strlen (right) || strncmp (text->plain, right, end) != 0)
        dt_check_found (check, text, 0, end, right, _ ("expected “%s” and a blank before the title"), marks[i].right);
      return;
    }
}

static gboolean
has_form (const DtCheckText *text,
          const char *form,
          const char *typed)
{
  return strcmp (get_form (text), form) == 0 || g_str_has_prefix (text->plain, typed);
}

static gboolean
folds_to (const DtCheckText *text,
          const char *prefix)
{
  g_autofree char *folded = dt_text_fold (text->plain);

  return g_str_has_prefix (folded, prefix);
}

/* L83 */
static void
check_deputy (DtCheck *check,
              const DtCheckText *text)
{
  g_autoptr (GPtrArray) texts = list_capacities (check);

  (void) text;
  for (guint i = 0; i < texts->len; i++)
    {
      const DtCheckText *capacity = g_ptr_array_index (texts, i);
      const DtCheckText *above = i > 0 ? g_ptr_array_index (texts, i - 1) : NULL;

      if (!folds_to (capacity, "pho "))
        continue;
      if (above != NULL && (has_form (above, "kt", "KT") || has_form (above, "tl", "TL") || has_form (above, "tuq", "TUQ")))
        continue;
      dt_check_found (check, capacity, 0, capacity->length, NULL,
                      _ ("a deputy signs for the head: “KT.” and the title of the head stand above"));
    }
}

/* L84 */
static void
check_authority (DtCheck *check,
                 const DtCheckText *text)
{
  const DtCheckText *authority = dt_check_find_text (check, "head/authority");
  const DtCheckText *agency = dt_check_find_text (check, "head/agency");
  g_autoptr (GPtrArray) texts = list_capacities (check);
  const DtCheckText *first = texts->len > 0 ? g_ptr_array_index (texts, 0) : NULL;
  gboolean collective;

  (void) text;
  if (check->kind == NULL || check->kind->form == DT_FORM_NAMED || first == NULL)
    {
      dt_check_not_applicable (check, _ ("only decisions name an authority above their bases"));
      return;
    }

  collective = authority != NULL && authority->length > 0
                 ? !folds_to (authority, "chu tich")
                 : agency != NULL && folds_to (agency, "uy ban");
  if (collective && !has_form (first, "tm", "TM"))
    dt_check_found (check, first, 0, first->length, NULL, _ ("the body decides, so it is signed for it: “TM.”"));
  else if (!collective && has_form (first, "tm", "TM"))
    dt_check_found (check, first, 0, first->length, NULL, _ ("the head decides alone, so it is not signed for the body: no “TM.”"));
}

/* L85 */
static void
check_signer (DtCheck *check,
              const DtCheckText *text)
{
  static const char *const honours[] = { "TS. ", "TS ", "ThS. ", "ThS ", "Ths. ", "PGS. ", "GS. ", "BS. ", "KS. ", "CN. ",
                                         "Ông ", "Bà ", "Đ/c ", "Đồng chí ", "ông ", "bà ", "PGS.TS. " };

  if (text->kind != DT_NODE_SIGNER)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (honours); i++)
    if (g_str_has_prefix (text->plain, honours[i]))
      {
        dt_check_found (check, text, 0, strlen (honours[i]), "", _ ("no degree and no form of address stands before the name"));
        break;
      }
  if (text->length > 3 && dt_scan_is_capitals (text->plain, 0, text->length))
    dt_check_found (check, text, 0, text->length, NULL, _ ("the name is written in small letters with capitals at their heads"));
}

/* L86 */
static void
check_recipient_style (DtCheck *check,
                       const DtCheckText *text)
{
  static const DtRole roles[] = { DT_ROLE_RECIPIENTS, DT_ROLE_RECIPIENT };

  (void) text;
  dt_check_styles (check, roles, G_N_ELEMENTS (roles), TRUE);
}

static const DtRuleCode codes[] = {
  { "L82", DT_SCOPE_TEXT, 0, check_authority_marks },
  { "L83", DT_SCOPE_PLAN, DT_INPUT_SIGNATURE, check_deputy },
  { "L84", DT_SCOPE_PLAN, DT_INPUT_HEAD | DT_INPUT_SIGNATURE, check_authority },
  { "L85", DT_SCOPE_TEXT, 0, check_signer },
  { "L86", DT_SCOPE_PLAN, DT_INPUT_PAGES, check_recipient_style },
};

DT_RULE_FAMILY (dt_rules_signature, codes);
