/* test-citation-shared.c - real citations in their context, read from beside the project
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dt-test.h"

#include "catalog/dt-citation.h"
#include "text/dt-text.h"

#include <stdio.h>
#include <string.h>

/*
 * The texts belong to their authors and are no part of the project. They are
 * looked for in $DUTHAO_SHARED, else in ../shared beside the sources; where
 * they are not, the whole program is skipped and says so. The README beside
 * them says how a match is counted.
 *
 * They were harvested by rule. What the rule cut short ("NĐ" of "NĐ-CPngày")
 * or took for a number of a document (a column of form numbers without a type)
 * is doubtful by the rules of is_doubtful() and counts neither way; and a
 * number is right when it is the harvested one with the errors of the decree's
 * list (ND, TT.BTC, 5/KH) put right.
 */

static char *
get_path (const char *file)
{
  const char *shared = g_getenv ("DUTHAO_SHARED");
  const char *tests = g_getenv ("G_TEST_SRCDIR");
  g_autofree char *beside = g_build_filename (tests != NULL ? tests : "tests", "..", "..", "shared", NULL);

  return g_build_filename (shared != NULL && *shared != '\0' ? shared : beside, "catalogue", file, NULL);
}

/* \n, \t and \\ in a column. */
static void
unescape (char *text)
{
  char *to = text;

  for (; *text != '\0'; text++)
    {
      if (*text == '\\' && text[1] != '\0')
        {
          text++;
          *to++ = *text == 'n' ? '\n' : *text == 't' ? '\t'
                                                     : *text;
        }
      else
        *to++ = *text;
    }
  *to = '\0';
}

/* The rows without the header, each a vector of columns. */
static GPtrArray *
load (const char *file)
{
  g_autofree char *path = get_path (file);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  ck_assert (g_file_get_contents (path, &content, NULL, NULL));
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      {
        char **columns = g_strsplit (lines[i], "\t", -1);

        for (guint k = 0; columns[k] != NULL; k++)
          unescape (columns[k]);
        g_ptr_array_add (rows, columns);
      }

  return rows;
}

/* Composed, without blanks, every dash a hyphen, in capitals; @put_right: with the errors of the list put right. */
static char *
canonical (const char *number,
           gboolean put_right)
{
  g_autofree char *composed = dt_text_to_nfc (number);
  g_autoptr (GString) folded = g_string_new (NULL);
  gboolean has_letter = FALSE;

  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        continue;
      if (c >= 0x2010 && c <= 0x2015)
        c = '-';
      if (c == 0xd0 || c == 0x189)
        c = 0x110;
      if (put_right && (c == 0x110 || c == 0x111))
        c = 'D';
      has_letter |= g_unichar_isalpha (c);
      if (put_right && has_letter && (c == '/' || c == '.' || c == '-'))
        continue;
      if (put_right && !has_letter && c == '0' && folded->len == 0)
        continue;
      if (put_right && !has_letter && c == '-')
        c = '/';
      g_string_append_unichar (folded, g_unichar_toupper (c));
    }
  /* 03/NQ-TU and 03-NQ/TU. */
  return g_string_free (g_steal_pointer (&folded), FALSE);
}

static gboolean
is_equal (const char *a,
          const char *b,
          gboolean put_right)
{
  g_autofree char *x = canonical (a, put_right);
  g_autofree char *y = canonical (b, put_right);

  return strcmp (x, y) == 0;
}

/* The symbol goes on behind what was harvested, or it is a bare number that may be anything. */
static gboolean
is_doubtful (char **row)
{
  const char *right = row[6];
  const char *slash = strchr (row[3], '/');
  gboolean is_bare = row[2][0] == '-' && slash != NULL && !g_ascii_isdigit (slash[1]) && strpbrk (slash, "-") == NULL;

  while (*right == ' ' || *right == '\n')
    right++;
  if (g_str_has_prefix (row[1], "named"))
    return FALSE;

  return is_bare || *right == '-' || *right == '&' || *right == '/' || g_str_has_prefix (right, "–");
}

typedef struct
{
  guint rows;
  guint found;
  guint doubtful;
  guint overlapping;
  guint strict;
  guint dated;
  guint dates_right;
} Count;

static gboolean
overlaps (const DtCitation *citation,
          gsize start,
          gsize end)
{
  return citation->span.start < end && citation->span.end > start;
}

/* The first date in @raw, as figures or with the words, without the search under test. */
static gboolean
read_date (const char *raw,
           DtDate *date)
{
  g_autofree char *composed = dt_text_to_nfc (raw);
  g_autofree char *single = dt_text_collapse (composed);

  for (const char *p = single; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) && (p == single || !g_ascii_isdigit (p[-1])) && dt_date_scan (p, strlen (p), date) > 0)
      return TRUE;

  return FALSE;
}

static void
count_row (char **row,
           Count *count)
{
  g_autofree char *text = g_strconcat (row[4], row[5], row[6], NULL);
  gsize start = strlen (row[4]);
  gsize end = start + strlen (row[5]);
  g_autoptr (DtCitations) found = dt_citations_find (text, -1);
  gboolean is_named = strcmp (row[1], "named") == 0;
  gboolean is_overlapping = FALSE, is_found = FALSE, is_strict = FALSE, is_dated = FALSE;
  DtDate date = DT_DATE_INIT;
  gboolean has_date = row[2][1] == 'D' && !is_named && read_date (row[5], &date);

  for (guint i = 0; i < dt_citations_get_n (found); i++)
    {
      const DtCitation *citation = dt_citations_get (found, i);

      if (!overlaps (citation, start, end))
        continue;
      is_overlapping = TRUE;
      if (is_named ? citation->klass == DT_CITATION_NAMED_LAW : citation->number != NULL && is_equal (citation->number, row[3], TRUE))
        {
          is_found = TRUE;
          is_strict |= is_named || is_equal (citation->number, row[3], FALSE);
          is_dated |= dt_date_equal (citation->date, date);
        }
    }

  count->strict += is_strict;
  if (!is_found && is_doubtful (row))
    {
      count->doubtful++;
      return;
    }
  count->rows++;
  count->overlapping += is_overlapping;
  count->found += is_found;
  count->dated += has_date && is_found;
  count->dates_right += has_date && is_found && is_dated;
}

static guint
count_wrong (GPtrArray *rows)
{
  guint wrong = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = rows->pdata[i];
      g_autofree char *text = g_strconcat (row[2], row[3], row[4], NULL);
      gsize start = strlen (row[2]);
      gsize end = start + strlen (row[3]);
      g_autoptr (DtCitations) found = dt_citations_find (text, -1);
      gboolean is_wrong = FALSE;

      for (guint k = 0; k < dt_citations_get_n (found); k++)
        is_wrong |= overlaps (dt_citations_get (found, k), start, end);
      wrong += is_wrong;
    }

  return wrong;
}

START_TEST (real_citations_are_found)
{
  g_autoptr (GPtrArray) rows = load ("citations-dev.tsv");
  g_autoptr (GPtrArray) others = load ("negatives-dev.tsv");
  Count count = { 0 };
  double wrong, recall, precision, numbers, dates;

  for (guint i = 0; i < rows->len; i++)
    count_row (rows->pdata[i], &count);
  wrong = count_wrong (others) * (rows->len / 9.0) / others->len;
  recall = 100.0 * count.found / count.rows;
  precision = 100.0 * count.found / (count.found + wrong);
  numbers = 100.0 * count.found / count.overlapping;
  dates = 100.0 * count.dates_right / count.dated;
  printf ("# recall %.2f %% (%u of %u, %u doubtful), by the letter %.2f %%; precision %.2f %%; numbers %.2f %%; dates %.2f %%\n",
          recall, count.found, count.rows, count.doubtful, 100.0 * count.strict / rows->len, precision, numbers, dates);

  fflush (stdout);

  ck_assert_uint_gt (rows->len, 5000);
  ck_assert_double_ge (recall, 99.0);
  ck_assert_double_ge (precision, 99.5);
  ck_assert_double_ge (numbers, 99.5);
  ck_assert_double_ge (dates, 99.0);
  ck_assert_double_ge (100.0 * count.strict / rows->len, 98.0);
  ck_assert_uint_le (count.doubtful, rows->len / 60);
}
END_TEST

static gboolean
has_same_words (const char *a,
                const char *b)
{
  g_autofree char *x = dt_text_to_nfc (a != NULL ? a : "");
  g_autofree char *y = dt_text_to_nfc (b);
  g_autofree char *one = dt_text_collapse (x);
  g_autofree char *other = dt_text_collapse (y);
  g_autofree char *lower = dt_text_lower (one);
  g_autofree char *lower_other = dt_text_lower (other);

  return strcmp (lower, lower_other) == 0;
}

START_TEST (real_fields_are_equal)
{
  g_autoptr (GPtrArray) rows = load ("fields-dev.tsv");
  guint right[5] = { 0 };
  guint all = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = rows->pdata[i];
      g_autoptr (DtCitations) found = dt_citations_find (row[0], -1);
      g_autofree char *date = NULL;
      g_autofree char *issuer = NULL;
      g_autofree char *subject = NULL;
      const DtCitation *citation;
      gboolean is_right[5];

      ck_assert_uint_ge (dt_citations_get_n (found), 1);
      citation = dt_citations_get (found, 0);
      date = dt_date_format_iso (citation->date);
      issuer = dt_citations_dup_issuer (found, 0);
      subject = dt_citations_dup_subject (found, 0);
      is_right[0] = g_strcmp0 (citation->type, row[1]) == 0;
      is_right[1] = is_equal (citation->number, row[2], FALSE);
      is_right[2] = strcmp (date, row[3]) == 0;
      is_right[3] = has_same_words (issuer, row[4]);
      is_right[4] = has_same_words (subject, row[5]);
      for (guint k = 0; k < 5; k++)
        right[k] += is_right[k];
      all += is_right[0] && is_right[1] && is_right[2] && is_right[3] && is_right[4];
    }
  printf ("# of %u: type %u, number %u, date %u, body %u, subject %u, all %u\n", rows->len, right[0], right[1], right[2],
          right[3], right[4], all);

  fflush (stdout);

  /* A few rows have their number cut at a blank, and the rest of it in the subject. */
  ck_assert_uint_eq (right[0], rows->len);
  ck_assert_double_ge (100.0 * right[1] / rows->len, 98.5);
  ck_assert_double_ge (100.0 * right[2] / rows->len, 99.0);
  ck_assert_double_ge (100.0 * right[3] / rows->len, 99.0);
  ck_assert_double_ge (100.0 * right[4] / rows->len, 98.0);
}
END_TEST

int
main (void)
{
  g_autofree char *path = get_path ("citations-dev.tsv");
  Suite *suite;
  TCase *shared;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      puts ("1..0 # SKIP the real citations are not there; $DUTHAO_SHARED says where");
      return EXIT_SUCCESS;
    }

  suite = suite_create ("citation-shared");
  shared = tcase_create ("shared");
  tcase_set_timeout (shared, 120);
  tcase_add_test (shared, real_citations_are_found);
  tcase_add_test (shared, real_fields_are_equal);
  suite_add_tcase (suite, shared);

  return dt_test_main (suite);
}
