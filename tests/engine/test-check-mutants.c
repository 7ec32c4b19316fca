/* test-check-mutants.c - faults put into clean drafts are found by the rule they break
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dt-test-check.h"

#include "text/dt-text.h"

#define N_MUTANTS 2000
#define N_ROUNDS 12 /* of one mutant for each fault: more than 500 to be repaired */
#define CAUGHT_PERMILLE 980

/* Where a fault may be put. */
typedef enum
{
  IN_PROSE, /* body, opening, closing */
  IN_TITLE,
  IN_SUBJECT,
  IN_AGENCY,
  IN_RECIPIENT,
  IN_ARCHIVE,
  IN_SIGNER,
  IN_CAPACITY,
  IN_SYMBOL,
  IN_PLACE,
} Where;

typedef enum
{
  REPLACE, /* one @from becomes @to */
  PREPEND, /* @to before the text */
  APPEND,  /* @to behind it */
  UPPER,
  LOWER,
  EMPTY,
  DOUBLE, /* the node twice */
} How;

/* A kind of fault. One of @rules must answer; kinds whose rules no pack has are left out. */
static const struct
{
  const char *name;
  Where where;
  How how;
  const char *from;
  const char *to;
  const char *rules;
} faults[] = {
  { "no blank behind a comma", IN_PROSE, REPLACE, ", ", ",", "L06" },
  { "a blank before a semicolon", IN_PROSE, REPLACE, ";", " ;", "L05" },
  { "two blanks", IN_PROSE, REPLACE, " ", "  ", "L04" },
  { "another tone mark", IN_PROSE, REPLACE, "Ủy ban", "Uỷ ban", "L08" },
  { "no blanks in a compound", IN_PROSE, REPLACE, "kinh tế - xã hội", "kinh tế-xã hội", "L11" },
  { "a word twice", IN_PROSE, REPLACE, "thực hiện", "thực hiện thực hiện", "L15" },
  { "half a bracket", IN_PROSE, REPLACE, ")", "", "L13" },
  { "a letter for a figure", IN_PROSE, REPLACE, "2027", "2O27", "L14" },
  { "a look-alike letter", IN_PROSE, REPLACE, "Đ", "\303\220", "L02" },
  { "a letter in parts", IN_PROSE, REPLACE, "ế", "e\314\202\314\201", "L01" },
  { "capitals of a body", IN_PROSE, REPLACE, "Ủy ban nhân dân", "Ủy Ban Nhân Dân", "L111 C08" },
  { "a round bullet", IN_PROSE, REPLACE, "\n- ", "\n• ", "L66" },
  { "a dash without blank", IN_PROSE, REPLACE, "\n- ", "\n-", "L66" },
  { "no mark at the end", IN_PROSE, REPLACE, ".\n", "\n", "L67" },
  { "an item that ends otherwise", IN_PROSE, REPLACE, ";\n+", ".\n+", "L67" },
  { "a point behind a letter", IN_PROSE, REPLACE, "a) ", "a. ", "L62" },
  { "a letter left out", IN_PROSE, REPLACE, "\nc) ", "\nd) ", "L59" },
  { "a letter of no list", IN_PROSE, REPLACE, "\nb) ", "\nf) ", "L59" },
  { "a day of no calendar", IN_PROSE, REPLACE, "30 tháng 6", "31 tháng 6", "L27" },
  { "a zero too many", IN_PROSE, REPLACE, "tháng 6 ", "tháng 06 ", "L25" },
  { "a zero too few", IN_PROSE, REPLACE, "tháng 01 ", "tháng 1 ", "L25" },
  { "no so", IN_PROSE, REPLACE, "Nghị định số ", "Nghị định ", "L38" },
  { "no stroke", IN_PROSE, REPLACE, "NĐ-CP ", "ND-CP ", "L44" },
  { "an en dash in a number", IN_PROSE, REPLACE, "/NĐ-CP", "/NĐ–CP", "L43 L10" },
  { "an annex that is not there", IN_PROSE, REPLACE, "Phụ lục II ", "Phụ lục IX ", "L97" },
  { "an annex in figures", IN_PROSE, REPLACE, "Phụ lục II ", "Phụ lục 2 ", "L98" },
  { "a rule typed", IN_PROSE, APPEND, NULL, "\n----------", "L18" },
  { "a page number typed", IN_PROSE, APPEND, NULL, "\nTrang 2/5", "L126" },
  { "the motto wrong", IN_PROSE, APPEND, NULL, "\nĐộc lập – Tự do – Hạnh phúc", "L16" },
  { "an address typed", IN_PROSE, PREPEND, NULL, "Kính gửi: Phòng Kinh tế.\n", "L32" },
  { "the mark in the middle", IN_PROSE, PREPEND, NULL, "Nội dung như sau./.\n", "L68" },
  { "a placeholder", IN_PROSE, APPEND, NULL, "\nĐơn vị thực hiện là [TÊN ĐƠN VỊ].", "L119" },
  { "nothing under a heading", IN_PROSE, EMPTY, NULL, NULL, "L65" },
  { "a Roman number in a title", IN_TITLE, PREPEND, NULL, "III. ", "L57" },
  { "a figure in a title", IN_TITLE, PREPEND, NULL, "2. ", "L58" },
  { "a letter in a title", IN_TITLE, PREPEND, NULL, "b) ", "L59" },
  { "a subject with a full stop", IN_SUBJECT, APPEND, NULL, ".", "L29" },
  { "a subject in capitals", IN_SUBJECT, UPPER, NULL, NULL, "L29" },
  { "a subject as of a letter", IN_SUBJECT, PREPEND, NULL, "V/v ", "L31" },
  { "a body abbreviated", IN_AGENCY, REPLACE, "ỦY BAN NHÂN DÂN", "UBND", "L20" },
  { "a mark behind a recipient", IN_RECIPIENT, APPEND, NULL, ";", "L87" },
  { "a dash before a recipient", IN_RECIPIENT, PREPEND, NULL, "- ", "L87" },
  { "a recipient twice", IN_RECIPIENT, DOUBLE, NULL, NULL, "L94" },
  { "no blank in the archive", IN_ARCHIVE, REPLACE, ", ", ",", "L88" },
  { "the archive in words", IN_ARCHIVE, PREPEND, NULL, "Lưu ", "L88" },
  { "no records office", IN_ARCHIVE, REPLACE, "VT", "HC", "L88" },
  { "a degree", IN_SIGNER, PREPEND, NULL, "ThS. ", "L85" },
  { "a name in capitals", IN_SIGNER, UPPER, NULL, NULL, "L85" },
  { "authority as in the Party", IN_CAPACITY, PREPEND, NULL, "T/M ", "L82" },
  { "blanks in the symbol", IN_SYMBOL, REPLACE, "-", " - ", "L22" },
  { "a year in the symbol", IN_SYMBOL, PREPEND, NULL, "2026/", "L24" },
  { "the symbol of another type", IN_SYMBOL, PREPEND, NULL, "C", "L23" },
  { "a place in small letters", IN_PLACE, LOWER, NULL, NULL, "L26" },
  { "a date with the place", IN_PLACE, APPEND, NULL, ", ngày 5/3/2026", "L26" },
};

static const char *const sources[] = {
  "../data/samples/ke-hoach-mau",
  "../data/samples/quyet-dinh-mau",
  "../data/samples/thong-bao-mau",
  "check/plan",
  "check/decision",
};

typedef struct
{
  DtPlan *plan;
  DtReport *report;
  GPtrArray *refs; /* of texts */
} Source;

static Source clean[G_N_ELEMENTS (sources)];

static void
list_texts (DtNode *node,
            const char *ref,
            GPtrArray *refs)
{
  if (dt_node_get_text (node) != NULL && *dt_node_get_text (node) != '\0')
    g_ptr_array_add (refs, g_strdup (ref));
  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    {
      DtNode *child = dt_node_get_child (node, i);
      g_autofree char *child_ref = dt_plan_child_reference (ref, child);

      list_texts (child, child_ref, refs);
    }
}

static gboolean
is_place (DtNodeKind kind,
          Where where)
{
  switch (where)
    {
    case IN_PROSE:
      return kind == DT_NODE_BODY || kind == DT_NODE_OPENING || kind == DT_NODE_CLOSING;
    case IN_TITLE:
      return kind == DT_NODE_TITLE;
    case IN_SUBJECT:
      return kind == DT_NODE_SUBJECT;
    case IN_AGENCY:
      return kind == DT_NODE_AGENCY;
    case IN_RECIPIENT:
      return kind == DT_NODE_RECIPIENT;
    case IN_ARCHIVE:
      return kind == DT_NODE_ARCHIVE;
    case IN_SIGNER:
      return kind == DT_NODE_SIGNER;
    case IN_CAPACITY:
      return kind == DT_NODE_CAPACITY;
    case IN_SYMBOL:
    case IN_PLACE:
      break;
    }

  return FALSE;
}

/* The text with the fault, or NULL where it cannot be put. */
static char *
spoil_text (const char *text,
            guint fault,
            GRand *rand)
{
  const char *from = faults[fault].from;
  const char *to = faults[fault].to;
  g_autoptr (GArray) places = NULL;
  gsize at;

  switch (faults[fault].how)
    {
    case PREPEND:
      return g_strconcat (to, text, NULL);
    case APPEND:
      return g_strconcat (text, to, NULL);
    case UPPER:
      return dt_text_upper (text);
    case LOWER:
      return dt_text_lower (text);
    case EMPTY:
      return g_strdup ("");
    case DOUBLE:
      return g_strdup (text);
    case REPLACE:
      break;
    }

  /* Marks of citations, fields and tables are no prose. */
  places = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (const char *p = text; (p = strstr (p, from)) != NULL; p++)
    {
      const char *line = p;
      gsize offset = (gsize) (p - text);

      while (line > text && line[-1] != '\n')
        line--;
      if (*line != '|' && strstr (p, "]]") == NULL && strstr (p, "}}") == NULL && *p != '|')
        g_array_append_val (places, offset);
    }
  if (places->len == 0)
    return NULL;

  at = g_array_index (places, gsize, g_rand_int_range (rand, 0, (gint32) places->len));
  return g_strdup_printf ("%.*s%s%s", (int) at, text, to, text + at + strlen (from));
}

/* A plan with the fault, or NULL. */
static DtPlan *
spoil (const Source *source,
       guint fault,
       GRand *rand)
{
  guint n = source->refs->len;
  guint first = (guint) g_rand_int_range (rand, 0, (gint32) n);

  if (faults[fault].where == IN_SYMBOL || faults[fault].where == IN_PLACE)
    {
      DtAttribute attribute = faults[fault].where == IN_SYMBOL ? DT_ATTR_SYMBOL : DT_ATTR_PLACE;
      const char *value = dt_node_get_attribute (dt_plan_find (source->plan, "head"), attribute);
      g_autofree char *spoilt = value != NULL ? spoil_text (value, fault, rand) : NULL;

      return spoilt != NULL ? dt_plan_set_attribute (source->plan, "head", attribute, spoilt, NULL) : NULL;
    }

  for (guint i = 0; i < n; i++)
    {
      const char *ref = g_ptr_array_index (source->refs, (first + i) % n);
      const DtNode *node = dt_plan_find (source->plan, ref);
      g_autofree char *spoilt = NULL;

      if (!is_place (dt_node_get_kind (node), faults[fault].where))
        continue;
      /* Only a section can be empty, and one with sections below it is none. */
      if (faults[fault].how == EMPTY && (*ref != 's' || strchr (ref, '/') == NULL))
        continue;
      spoilt = spoil_text (dt_node_get_text (node), fault, rand);
      if (spoilt == NULL)
        continue;
      if (faults[fault].how == DOUBLE)
        {
          g_autoptr (DtNode) copy = dt_node_new_text (dt_node_get_kind (node), spoilt);

          return dt_plan_insert (source->plan, "recipients", -1, copy, NULL);
        }
      return dt_plan_set_text (source->plan, ref, spoilt, NULL);
    }

  return NULL;
}

static guint
count_findings (const DtReport *report,
                const char *rule)
{
  guint n;
  guint found = 0;
  DtFinding *const *findings = dt_report_get_findings (report, &n);

  for (guint i = 0; i < n; i++)
    found += strcmp (findings[i]->rule->id, rule) == 0;
  return found;
}

static gboolean
has_rules (guint fault)
{
  g_auto (GStrv) rules = g_strsplit (faults[fault].rules, " ", -1);

  for (guint i = 0; rules[i] != NULL; i++)
    if (dt_rules_find (dt_test_checker.rules, rules[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_caught (const Source *source,
           DtPlan *mutant,
           guint fault)
{
  g_auto (GStrv) rules = g_strsplit (faults[fault].rules, " ", -1);
  g_autoptr (DtComposition) composition = dt_compose (&dt_test_checker.composer, mutant, NULL);
  g_autoptr (DtReport) report = dt_check_run (&dt_test_checker, mutant, composition, NULL, source->report, NULL);

  for (guint i = 0; rules[i] != NULL; i++)
    if (count_findings (report, rules[i]) > count_findings (source->report, rules[i]))
      return TRUE;
  return FALSE;
}

static void
open_all (void)
{
  dt_test_open_checker ();
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s.duthao", g_getenv ("G_TEST_SRCDIR"), sources[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (DtComposition) composition = NULL;

      clean[i].plan = dt_plan_load (path, NULL, &error);
      if (clean[i].plan == NULL)
        g_error ("%s", error->message);
      clean[i].refs = g_ptr_array_new_with_free_func (g_free);
      list_texts (dt_plan_get_root (clean[i].plan), "plan", clean[i].refs);
      composition = dt_compose (&dt_test_checker.composer, clean[i].plan, NULL);
      clean[i].report = dt_check_run (&dt_test_checker, clean[i].plan, composition, NULL, NULL, NULL);
    }
}

static void
close_all (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      dt_plan_unref (clean[i].plan);
      dt_report_unref (clean[i].report);
      g_ptr_array_unref (clean[i].refs);
    }
  dt_test_close_checker ();
}

START_TEST (faults_are_found_by_their_rule)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2026);
  g_autoptr (GString) missed = g_string_new (NULL);
  guint n = 0;
  guint n_caught = 0;
  guint n_kinds = 0;

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    n_kinds += has_rules (i);
  ck_assert_uint_ge (n_kinds, 30);

  for (guint tries = 0; n < N_MUTANTS; tries++)
    {
      guint fault = tries % G_N_ELEMENTS (faults);
      const Source *source = &clean[g_rand_int_range (rand, 0, G_N_ELEMENTS (sources))];
      g_autoptr (DtPlan) mutant = has_rules (fault) ? spoil (source, fault, rand) : NULL;

      ck_assert_uint_lt (tries, 100 * N_MUTANTS);
      if (mutant == NULL || dt_plan_equal (mutant, source->plan))
        continue;
      n++;
      if (is_caught (source, mutant, fault))
        n_caught++;
      else if (strstr (missed->str, faults[fault].name) == NULL)
        g_string_append_printf (missed, "%s; ", faults[fault].name);
    }

  ck_assert_msg (n_caught * 1000 >= n * CAUGHT_PERMILLE, "%u of %u were caught; missed: %s", n_caught, n, missed->str);
}
END_TEST

/* Repairs: twice is as once, nothing new is found, and what they repair is gone. */
START_TEST (safe_repairs_settle_and_break_nothing)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) _i);

  for (guint fault = 0; fault < G_N_ELEMENTS (faults); fault++)
    {
      const Source *source = &clean[g_rand_int_range (rand, 0, G_N_ELEMENTS (sources))];
      g_autoptr (DtPlan) mutant = has_rules (fault) ? spoil (source, fault, rand) : NULL;
      g_autoptr (DtPlan) once = NULL;
      g_autoptr (DtPlan) twice = NULL;
      g_autoptr (DtReport) before = NULL;
      g_autoptr (DtReport) after = NULL;
      guint n;

      if (mutant == NULL)
        continue;
      once = dt_check_fix (&dt_test_checker, mutant, DT_FIX_SAFE, NULL, NULL);
      twice = dt_check_fix (&dt_test_checker, once, DT_FIX_SAFE, &n, NULL);
      ck_assert_msg (n == 0 && dt_plan_equal (once, twice), "“%s”: repaired again", faults[fault].name);

      before = dt_test_check (mutant, dt_date_make (0, 0, 0), FALSE, NULL);
      after = dt_test_check (once, dt_date_make (0, 0, 0), FALSE, NULL);
      for (guint i = 0; i < dt_rules_get_n (dt_test_checker.rules); i++)
        {
          const char *rule = dt_rules_get (dt_test_checker.rules, i)->id;

          ck_assert_msg (count_findings (after, rule) <= count_findings (before, rule), "“%s”: %s is new", faults[fault].name,
                         rule);
        }
    }
}
END_TEST

/* A run that takes over what it can says what a run from the start says. */
START_TEST (taking_over_changes_no_answer)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) _i + 100);

  for (guint fault = 0; fault < G_N_ELEMENTS (faults); fault++)
    {
      const Source *source = &clean[g_rand_int_range (rand, 0, G_N_ELEMENTS (sources))];
      g_autoptr (DtPlan) mutant = spoil (source, fault, rand);
      g_autoptr (DtComposition) composition = mutant != NULL ? dt_compose (&dt_test_checker.composer, mutant, NULL) : NULL;
      g_autoptr (DtReport) fresh = NULL;
      g_autoptr (DtReport) taken = NULL;
      DtFinding *const *a;
      DtFinding *const *b;
      guint n_a;
      guint n_b;

      if (mutant == NULL)
        continue;
      fresh = dt_check_run (&dt_test_checker, mutant, composition, NULL, NULL, NULL);
      taken = dt_check_run (&dt_test_checker, mutant, composition, NULL, source->report, NULL);
      a = dt_report_get_findings (fresh, &n_a);
      b = dt_report_get_findings (taken, &n_b);
      ck_assert_uint_eq (n_a, n_b);
      for (guint i = 0; i < n_a; i++)
        {
          ck_assert_str_eq (a[i]->rule->id, b[i]->rule->id);
          ck_assert_str_eq (a[i]->node, b[i]->node);
          ck_assert_str_eq (a[i]->message, b[i]->message);
          ck_assert_uint_eq (a[i]->start, b[i]->start);
        }
      ck_assert_uint_lt (dt_report_get_n_evaluated (taken), dt_report_get_n_evaluated (fresh));
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("check-mutants");
  TCase *mutants = tcase_create ("mutants");

  open_all ();
  atexit (close_all);
  tcase_set_timeout (mutants, 110);
  tcase_add_test (mutants, faults_are_found_by_their_rule);
  tcase_add_loop_test (mutants, safe_repairs_settle_and_break_nothing, 0, N_ROUNDS);
  tcase_add_loop_test (mutants, taking_over_changes_no_answer, 0, 3);
  suite_add_tcase (suite, mutants);

  return dt_test_main (suite);
}
