/* test-next-plans.c - what holds when any plan is moved to another period
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "catalog/dt-pack.h"
#include "format/dt-plan-file.h"
#include "import/dt-import.h"
#include "template/dt-assemble.h"

#include "dt-test-next.h"

static char *
find_data (const char *relative)
{
  return g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", relative, NULL);
}

/* All plans there are: the samples, the templates with their examples, and, where they lie beside the sources, the
 * imported texts. They are made before the tests run, where Check cannot be asked. */
static GPtrArray *plans;
static DtCatalog *catalogue;

static DtPlan *
assemble (const DtLibrary *library,
          guint index)
{
  g_autoptr (GHashTable) values = dt_values_new ();
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (GError) error = NULL;
  DtAssembler assembler = { dt_library_get (library, index), library, dt_library_find_profile (library, NULL), values };
  DtPlan *plan;

  fields = dt_assembler_list_fields (&assembler, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < fields->len; i++)
    {
      const DtTemplateField *field = g_ptr_array_index (fields, i);

      for (guint k = 0; field->examples[k] != NULL; k++)
        dt_values_add (values, field->key, field->examples[k]);
    }
  plan = dt_assemble (&assembler, &error);
  g_assert_no_error (error);

  return plan;
}

static void
add_plan (const char *path,
          gboolean optional)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GError) error = NULL;

  if (optional && !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_print ("# %s is not there\n", path);
      return;
    }
  g_ptr_array_add (plans, dt_import (path, catalogue, diagnostics, &error));
  g_assert_no_error (error);
}

static void
load_plans (void)
{
  static const char *const samples[] = { "samples/ke-hoach-mau.duthao", "samples/quyet-dinh-mau.duthao", "samples/thong-bao-mau.duthao" };
  static const char *const references[] = { "kinh-mon.txt", "bach-mai.txt", "song-tri.txt" };
  const char *shared = g_getenv ("DUTHAO_SHARED");
  g_autofree char *beside = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "..", "shared", NULL);
  g_autofree char *builtin = find_data ("packs/builtin");
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_pack_unref);
  g_autoptr (DtLibrary) library = NULL;

  g_ptr_array_add (packs, dt_pack_load (builtin, NULL));
  plans = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_plan_unref);
  catalogue = dt_packs_load_catalog (packs, NULL);
  library = dt_library_new (packs, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = find_data (samples[i]);

      add_plan (path, FALSE);
    }
  for (guint i = 0; i < dt_library_get_n (library); i++)
    if (dt_template_get_kind (dt_library_get (library, i)) == DT_TEMPLATE_PLAN)
      g_ptr_array_add (plans, assemble (library, i));
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autofree char *path = g_build_filename (shared != NULL && *shared != '\0' ? shared : beside, "reference-plans", references[i], NULL);

      add_plan (path, TRUE);
    }
}

/* The file of a plan; as it prints, fields are filled in. */
static char *
write_plan (const DtPlan *plan,
            gboolean as_it_prints)
{
  g_autoptr (GBytes) bytes = dt_plan_write (plan);
  GString *text = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  DtNode *fields = dt_node_find_child (dt_plan_get_root (plan), DT_NODE_FIELDS);

  for (guint i = 0; as_it_prints && fields != NULL && i < dt_node_get_n_children (fields); i++)
    {
      DtNode *field = dt_node_get_child (fields, i);
      g_autofree char *mark = g_strconcat ("{{", dt_node_get_attribute (field, DT_ATTR_KEY), "}}", NULL);

      g_string_replace (text, mark, dt_node_get_text (field), 0);
    }

  return g_string_free (text, FALSE);
}

static void
check_same (const DtPlan *a,
            const DtPlan *b,
            gboolean as_they_print)
{
  g_autofree char *first = write_plan (a, as_they_print);
  g_autofree char *second = write_plan (b, as_they_print);
  g_auto (GStrv) first_lines = g_strsplit (first, "\n", -1);
  g_auto (GStrv) second_lines = g_strsplit (second, "\n", -1);

  ck_assert_uint_eq (g_strv_length (first_lines), g_strv_length (second_lines));
  for (guint i = 0; first_lines[i] != NULL; i++)
    ck_assert_str_eq (first_lines[i], second_lines[i]);
}

/* From any plan, over the first to the second, and straight. */
static const struct
{
  const char *from;
  const char *first;
  const char *second;
} chains[] = {
  { NULL, "năm 2028", "năm 2029" },
  { NULL, "2030", "2037" },
  { NULL, "2032", "2036" },
  { NULL, "2028", "2028" },
  { "2027-H1", "2027-H2", "2028-H1" },
  { "2025-H2", "2026-H1", "2028-H2" },
  { "2025-H2", "2026-H1", "2027" },
  { "2025-H2", "2026", "2027" },
  { "2027-Q1", "2027-Q2", "2028-Q1" },
  { "2027-Q3", "2027-Q4", "2028" },
};

START_TEST (moving_twice_is_moving_once_to_the_later_period)
{
  const guint c = (guint) _i % G_N_ELEMENTS (chains);
  DtPlan *plan = g_ptr_array_index (plans, (guint) _i / G_N_ELEMENTS (chains));
  g_autoptr (DtNextReport) first = test_next (plan, chains[c].from, chains[c].first, catalogue);
  g_autoptr (DtNextReport) twice = test_next (first->plan, NULL, chains[c].second, catalogue);
  g_autoptr (DtNextReport) once = test_next (plan, chains[c].from, chains[c].second, catalogue);

  /* A year that a step on the way writes out is not made a field again. */
  check_same (twice->plan, once->plan, chains[c].from != NULL);
}
END_TEST

static gboolean
is_covered (const DtNextReport *report,
            const char *reference,
            gsize start,
            gsize end)
{
  for (guint i = 0; i < report->findings->len; i++)
    {
      const DtNextFinding *finding = g_ptr_array_index (report->findings, i);

      if (strcmp (finding->node, reference) == 0 && finding->start <= start && finding->end >= end)
        return TRUE;
    }

  return FALSE;
}

/* Every number that is the year, wherever it stands: but in marks and in the numbers of documents. */
static void
check_years (const DtNextReport *report,
             const DtNode *node,
             const char *parent,
             const char *year)
{
  g_autofree char *reference = dt_plan_child_reference (parent, node);
  const char *text = dt_node_get_text (node);

  for (const char *p = text != NULL ? strstr (text, year) : NULL; p != NULL; p = strstr (p + 1, year))
    {
      const char *open = g_strrstr_len (text, p - text, "[[");
      const char *close = g_strrstr_len (text, p - text, "]]");
      gboolean is_marked = open != NULL && (close == NULL || close < open);
      gboolean is_symbol = p > text && p[-1] == '/' && p[4] == '/' && !g_ascii_isdigit (p[5]);
      gboolean is_longer = (p > text && (g_ascii_isdigit (p[-1]) || p[-1] == '.' || p[-1] == ':')) || g_ascii_isdigit (p[4]);

      if (!is_marked && !is_symbol && !is_longer)
        ck_assert_msg (is_covered (report, reference, (gsize) (p - text), (gsize) (p - text) + 4), "%s: %s", reference, p);
    }
  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    check_years (report, dt_node_get_child (node, i), reference, year);
}

START_TEST (no_year_of_the_old_period_is_left_unreported)
{
  DtPlan *plan = g_ptr_array_index (plans, _i);
  g_autoptr (DtNextReport) report = NULL;
  g_autofree char *year = NULL;
  DtPeriod old;
  g_autofree char *to = NULL;

  ck_assert (dt_next_find_period (plan, &old));
  year = g_strdup_printf ("%u", old.year);
  to = g_strdup_printf ("%u", old.year + 2);
  report = test_next (plan, NULL, to, NULL);
  check_years (report, dt_plan_get_root (report->plan), NULL, year);
}
END_TEST

/* The text of @old with the changes that are told. */
static char *
redo (const DtNextReport *report,
      const char *reference,
      const char *old,
      const char *new)
{
  GString *text = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < report->changes->len; i++)
    {
      const DtNextChange *change = g_ptr_array_index (report->changes, i);

      if (strcmp (change->node, reference) != 0 || change->attribute != NULL || !change->applied)
        continue;
      ck_assert (change->start >= at && strncmp (old + change->start, change->old_text, change->end - change->start) == 0);
      ck_assert_int_eq (strncmp (new + change->new_start, change->new_text, strlen (change->new_text)), 0);
      g_string_append_len (text, old + at, (gssize) (change->start - at));
      g_string_append (text, change->new_text);
      at = change->end;
    }
  g_string_append (text, old + at);

  return g_string_free (text, FALSE);
}

static void
check_changes (const DtNextReport *report,
               const DtNode *old,
               const DtNode *new,
               const char *parent)
{
  g_autofree char *reference = dt_plan_child_reference (parent, old);

  if (dt_node_get_text (old) != NULL)
    {
      g_autofree char *text = redo (report, reference, dt_node_get_text (old), dt_node_get_text (new));

      ck_assert_str_eq (text, dt_node_get_text (new));
    }
  ck_assert_uint_eq (dt_node_get_n_children (old), dt_node_get_n_children (new));
  for (guint i = 0; i < dt_node_get_n_children (old); i++)
    check_changes (report, dt_node_get_child (old, i), dt_node_get_child (new, i), reference);
}

START_TEST (nothing_changes_that_is_not_told)
{
  DtPlan *plan = g_ptr_array_index (plans, _i);
  g_autoptr (DtNextReport) report = test_next (plan, NULL, "2031-H1", catalogue);
  guint n_texts = 0;

  check_changes (report, dt_plan_get_root (plan), dt_plan_get_root (report->plan), NULL);
  for (guint i = 0; i < report->changes->len; i++)
    {
      const DtNextChange *change = g_ptr_array_index (report->changes, i);

      ck_assert_ptr_nonnull (dt_next_rule_get_title (change->rule));
      n_texts += change->attribute == NULL;
    }
  for (guint i = 0; i < report->findings->len; i++)
    {
      const DtNextFinding *finding = g_ptr_array_index (report->findings, i);
      const char *text = test_get_text (report->plan, finding->node);

      ck_assert_int_eq (strncmp (text + finding->start, finding->text, finding->end - finding->start), 0);
      ck_assert_uint_eq (strlen (finding->text), finding->end - finding->start);
    }
  ck_assert_uint_gt (n_texts, 0);
}
END_TEST

START_TEST (each_change_can_be_kept_as_it_was)
{
  DtPlan *plan = g_ptr_array_index (plans, _i);
  g_autoptr (DtNextReport) report = test_next (plan, NULL, "2031", NULL);

  for (guint i = 0; i < report->changes->len; i++)
    {
      const DtNextChange *change = g_ptr_array_index (report->changes, i);
      const char *const keep[] = { change->key, NULL };
      DtNextOptions options = { .period = test_period ("2031"), .keep = keep };
      g_autoptr (GError) error = NULL;
      g_autoptr (DtNextReport) kept = dt_next_run (&options, plan, &error);
      const DtNextChange *same = NULL;

      dt_assert_no_error (error);
      for (guint k = 0; k < kept->changes->len && same == NULL; k++)
        if (strcmp (((DtNextChange *) g_ptr_array_index (kept->changes, k))->key, change->key) == 0)
          same = g_ptr_array_index (kept->changes, k);
      ck_assert_msg (same != NULL && !same->applied, "%s", change->key);
      if (change->attribute == NULL)
        ck_assert_int_eq (strncmp (test_get_text (kept->plan, change->node) + same->new_start, change->old_text, strlen (change->old_text)), 0);
      else
        ck_assert (!dt_node_equal (dt_plan_find (kept->plan, change->node), dt_plan_find (report->plan, change->node)));
    }
}
END_TEST

static void
check_deadlines (const DtNextReport *report,
                 const DtNode *node,
                 const char *parent)
{
  g_autofree char *reference = dt_plan_child_reference (parent, node);
  const char *text = dt_node_get_text (node);

  for (const char *p = text; dt_node_get_kind (node) == DT_NODE_DEADLINE && p != NULL && *p != '\0'; p++)
    {
      DtDate date;
      guint month;

      if (!g_ascii_isdigit (*p) || (p > text && g_ascii_isdigit (p[-1])) || dt_date_scan (p, strlen (p), &date) == 0)
        continue;
      month = date.year * 12u + date.month - 1u;
      if (month < dt_period_first_month (report->to) || month > dt_period_last_month (report->to))
        ck_assert_msg (is_covered (report, reference, (gsize) (p - text), (gsize) (p - text) + 1), "%s: %s", reference, text);
    }
  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    check_deadlines (report, dt_node_get_child (node, i), reference);
}

START_TEST (each_deadline_lies_in_the_period_or_is_told)
{
  static const char *const periods_to[] = { "2028", "2027-H2", "2028-Q1", "2028-H1", "2029-07" };
  DtPlan *plan = g_ptr_array_index (plans, _i);

  for (guint i = 0; i < G_N_ELEMENTS (periods_to); i++)
    {
      g_autoptr (DtNextReport) report = test_next (plan, NULL, periods_to[i], NULL);

      check_deadlines (report, dt_plan_get_root (report->plan), NULL);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("next-plans");
  TCase *all = tcase_create ("all plans");

  load_plans ();
  tcase_set_timeout (all, 60);
  tcase_add_loop_test (all, moving_twice_is_moving_once_to_the_later_period, 0, (int) (plans->len * G_N_ELEMENTS (chains)));
  tcase_add_loop_test (all, no_year_of_the_old_period_is_left_unreported, 0, (int) plans->len);
  tcase_add_loop_test (all, nothing_changes_that_is_not_told, 0, (int) plans->len);
  tcase_add_loop_test (all, each_change_can_be_kept_as_it_was, 0, (int) plans->len);
  tcase_add_loop_test (all, each_deadline_lies_in_the_period_or_is_told, 0, (int) plans->len);
  suite_add_tcase (suite, all);

  return dt_test_main (suite);
}
