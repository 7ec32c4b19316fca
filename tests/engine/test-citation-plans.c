/* test-citation-plans.c - what real old plans cite, read from beside the project
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dt-test.h"

#include "catalog/dt-citation.h"

#include <stdio.h>

/*
 * The texts belong to their authors and are no part of the project. They are
 * looked for in $DUTHAO_SHARED, else in ../shared beside the sources; where
 * they are not, the whole program is skipped and says so.
 */

#define MAX_CITED 32

/* All citations in the order of the text: number, or type and name, and what is wrong with it. */
static const struct
{
  const char *file;
  const char *cited[MAX_CITED];
} plans[] = {
  { "kinh-mon.txt",
    { "3041/QĐ-UBND", "20/KH-UBND date-form", "03-NQ/TU", "20/KH-UBND date-form repeated", "38/NQ-CP missing-so",
      "62-KL/TW", "19-NQ/TW", "339-KH/TU", "62-KL/TW", "76/NQ-CP", "23/CT-TTg", "202/2025/QH15 missing-so",
      "76/2025/UBTVQH15", "1669/NQ-UBTVQH15 dash blanks", "20/KH-UBND repeated" } },
  { "bach-mai.txt", { "4386/QĐ-UBND" } },
  { "song-tri.txt",
    { "Luật Tổ chức chính quyền địa phương", "76/NQ-CP", "892/QĐ-BNV", "49/QĐ-BNV", "12-NQ/TU", "3504/QĐ-UBND",
      "2454/QĐ-UBND missing-so", "3098/QĐ-UBND", "576/QĐ-UBND", "226/QĐ-UBND", "76/NQ-CP repeated", "12-NQ/TU repeated",
      "3504/QĐ-UBND repeated", "131/NQ-CP", "766/QĐ-TTg", "18-NQ/TW", "19-NQ/TW", "127-KL/TW", "04/NQ-CP",
      "280/CĐ-TTg", "968/CĐ-TTg", "29-KL/TU", "57-NQ/TW", "03/NQ-CP", "05-NQ/TU", "1588/QĐ-TTg" } },
};

static char *
get_path (const char *file)
{
  const char *shared = g_getenv ("DUTHAO_SHARED");
  const char *tests = g_getenv ("G_TEST_SRCDIR");
  g_autofree char *beside = g_build_filename (tests != NULL ? tests : "tests", "..", "..", "shared", NULL);

  return g_build_filename (shared != NULL && *shared != '\0' ? shared : beside, "reference-plans", file, NULL);
}

static DtCitations *
load (const char *file)
{
  g_autofree char *path = get_path (file);
  g_autofree char *text = NULL;

  ck_assert_msg (g_file_get_contents (path, &text, NULL, NULL), "%s cannot be read", path);
  return dt_citations_find (text, -1);
}

static char *
describe (const DtCitations *found,
          guint index)
{
  const DtCitation *citation = dt_citations_get (found, index);
  g_autofree char *name = dt_citations_dup_subject (found, index);
  GString *line = g_string_new (citation->number);

  if (citation->number == NULL)
    g_string_printf (line, "%s %s", citation->type, name);
  for (guint code = 0; code < DT_CITATION_N_PROBLEMS; code++)
    if ((citation->problems & (1u << code)) != 0)
      g_string_append_printf (line, " %s", dt_citation_problem_get_name ((DtCitationProblemCode) code));

  return g_string_free (line, FALSE);
}

START_TEST (every_citation_of_a_real_plan_is_found_with_its_errors)
{
  g_autoptr (DtCitations) found = load (plans[_i].file);
  guint n = 0;

  while (n < MAX_CITED && plans[_i].cited[n] != NULL)
    n++;
  for (guint i = 0; i < MIN (n, dt_citations_get_n (found)); i++)
    {
      g_autofree char *line = describe (found, i);

      ck_assert_str_eq (line, plans[_i].cited[i]);
    }
  ck_assert_uint_eq (dt_citations_get_n (found), n);
}
END_TEST

/* What is dated has its date, what is local has its body. */
START_TEST (every_citation_of_a_real_plan_has_its_facts)
{
  g_autoptr (DtCitations) found = load (plans[_i].file);

  for (guint i = 0; i < dt_citations_get_n (found); i++)
    {
      const DtCitation *citation = dt_citations_get (found, i);
      g_autofree char *issuer = dt_citations_dup_issuer (found, i);

      ck_assert_ptr_nonnull (citation->type);
      ck_assert_int_eq (citation->date_span.end > citation->date_span.start, dt_date_is_complete (citation->date));
      if (citation->number != NULL && g_str_has_suffix (citation->number, "-UBND"))
        {
          ck_assert (dt_date_is_complete (citation->date));
          ck_assert_ptr_nonnull (issuer);
        }
    }
}
END_TEST

int
main (void)
{
  g_autofree char *path = get_path (plans[0].file);
  Suite *suite;
  TCase *shared;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      puts ("1..0 # SKIP the real plans are not there; $DUTHAO_SHARED says where");
      return EXIT_SUCCESS;
    }

  suite = suite_create ("citation-plans");
  shared = tcase_create ("shared");
  tcase_add_loop_test (shared, every_citation_of_a_real_plan_is_found_with_its_errors, 0, G_N_ELEMENTS (plans));
  tcase_add_loop_test (shared, every_citation_of_a_real_plan_has_its_facts, 0, G_N_ELEMENTS (plans));
  suite_add_tcase (suite, shared);

  return dt_test_main (suite);
}
