/* test-catalog-register.c - search among real documents, read from beside the project
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dt-test-catalog.h"

#include "base/dt-file.h"
#include "catalog/dt-catalog-exchange.h"
#include "catalog/dt-catalog-harvest.h"
#include "catalog/dt-catalog-search.h"
#include "catalog/dt-pack.h"
#include "text/dt-text.h"

#include <stdio.h>

/*
 * Register and plans are no part of the project. They are looked for in
 * $DUTHAO_SHARED, else in ../shared beside the sources; where they are not, the
 * whole program is skipped and says so.
 *
 * Documents are taken at random, each is looked for by what one may know of
 * it, and the place in which it comes is counted. Some are there to be
 * confused: many provinces have the same numbers and the same titles.
 */

#define N_SAMPLES 1500

static char *
get_path (const char *folder,
          const char *file)
{
  const char *shared = g_getenv ("DUTHAO_SHARED");
  const char *tests = g_getenv ("G_TEST_SRCDIR");
  g_autofree char *beside = g_build_filename (tests != NULL ? tests : "tests", "..", "..", "shared", NULL);

  return g_build_filename (shared != NULL && *shared != '\0' ? shared : beside, folder, file, NULL);
}

static DtCatalog *
load_register (void)
{
  g_autofree char *path = get_path ("catalogue", "register.tsv");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dt_file_read (path, DT_FILE_DEFAULT_CAP, &error);
  g_autoptr (GPtrArray) documents = bytes != NULL ? dt_catalog_csv_read (bytes, path, NULL, &error) : NULL;

  dt_assert_no_error (error);
  ck_assert_uint_gt (documents->len, 29000);
  return dt_catalog_new ((DtDocument *const *) documents->pdata, documents->len);
}

static GPtrArray *
list_words (const char *subject)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folded = dt_text_fold (subject);
  g_auto (GStrv) pieces = g_strsplit_set (folded, " ,.;:\"()/-", -1);

  for (guint i = 0; pieces[i] != NULL; i++)
    if (*pieces[i] != '\0')
      g_ptr_array_add (words, g_strdup (pieces[i]));

  return words;
}

/* The number in small letters, without accents. */
static char *
ask_number (const DtDocumentFields *fields,
            GRand *rand)
{
  return dt_document_fold_number (fields->number);
}

/* The number with blanks, and the year. */
static char *
ask_number_and_year (const DtDocumentFields *fields,
                     GRand *rand)
{
  g_autofree char *number = dt_document_fold_number (fields->number);

  if (fields->date.year == 0)
    return NULL;
  return g_strdup_printf ("%s %u", g_strdelimit (number, "/-", ' '), fields->date.year);
}

/* The first words of the title, the last of them not yet complete. */
static char *
ask_beginning (const DtDocumentFields *fields,
               GRand *rand)
{
  g_autoptr (GPtrArray) words = list_words (fields->subject);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (words->len, 14); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", (char *) g_ptr_array_index (words, i));
  if (words->len < 6)
    return g_string_free (text, TRUE);

  g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}

/* Words of the title from behind, every third. */
static char *
ask_scattered (const DtDocumentFields *fields,
               GRand *rand)
{
  g_autoptr (GPtrArray) words = list_words (fields->subject);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < words->len && i < 30; i += 2)
    g_string_append_printf (text, "%s ", (char *) g_ptr_array_index (words, words->len - 1 - i));
  return g_string_free (text, words->len < 12);
}

static char *
ask_number_and_words (const DtDocumentFields *fields,
                      GRand *rand)
{
  g_autoptr (GPtrArray) words = list_words (fields->subject);

  if (words->len < 6)
    return NULL;
  return g_strdup_printf ("%s %s %s", fields->number, (char *) g_ptr_array_index (words, words->len / 2),
                          (char *) g_ptr_array_index (words, words->len - 1));
}

/* As a text cites it. */
static char *
ask_citation (const DtDocumentFields *fields,
              GRand *rand)
{
  g_autofree char *date = dt_date_is_complete (fields->date) ? dt_date_format_long (fields->date) : NULL;

  return g_strdup_printf ("%s số %s%s%s%s%s", fields->type, fields->number, date != NULL ? " ngày " : "",
                          date != NULL ? date : "", *fields->issuer != '\0' ? " của " : "", fields->issuer);
}

/* How many in a hundred have to be first, and among the first ten. */
static const struct
{
  const char *name;
  char *(*ask) (const DtDocumentFields *, GRand *);
  double first;
  double ten;
} questions[] = {
  { "number", ask_number, 93.0, 99.5 },
  { "number and year", ask_number_and_year, 98.5, 99.5 },
  { "number and words", ask_number_and_words, 99.0, 99.5 },
  { "citation", ask_citation, 97.0, 99.5 },
  { "beginning of the title", ask_beginning, 82.0, 95.0 },
  { "scattered words", ask_scattered, 82.0, 97.0 },
};

static guint
find_place (const DtCatalog *catalog,
            const char *text,
            const DtDocument *document)
{
  const DtCatalogQuery query = { .text = text, .limit = 10 };
  g_autoptr (GArray) hits = dt_catalog_search (catalog, &query);

  for (guint i = 0; i < hits->len; i++)
    if (g_array_index (hits, DtCatalogHit, i).document == document)
      return i + 1;

  return 0;
}

START_TEST (documents_are_found_by_what_one_knows_of_them)
{
  g_autoptr (DtCatalog) catalog = load_register ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  guint n = 0;
  guint n_first = 0;
  guint n_ten = 0;

  for (guint i = 0; i < N_SAMPLES; i++)
    {
      const DtDocument *document = dt_catalog_get (catalog, (guint) g_rand_int_range (rand, 0, (gint32) dt_catalog_get_n (catalog)));
      g_autofree char *text = questions[_i].ask (dt_document_get (document), rand);
      guint place;

      /* A few numbers of the register are figures alone. */
      if (text == NULL || strpbrk (dt_document_get (document)->number, "/-") == NULL)
        continue;
      place = find_place (catalog, text, document);
      n++;
      n_first += place == 1;
      n_ten += place > 0;
    }

  printf ("# %s: %u asked, first %.1f %%, among ten %.1f %%\n", questions[_i].name, n, 100.0 * n_first / n, 100.0 * n_ten / n);
  fflush (stdout);
  ck_assert_uint_gt (n, N_SAMPLES / 5);
  ck_assert_double_ge (100.0 * n_first / n, questions[_i].first);
  ck_assert_double_ge (100.0 * n_ten / n, questions[_i].ten);
}
END_TEST

START_TEST (every_document_is_found_by_its_number)
{
  g_autoptr (DtCatalog) catalog = load_register ();

  for (guint i = 0; i < dt_catalog_get_n (catalog); i++)
    {
      const DtDocument *document = dt_catalog_get (catalog, i);
      const DtDocumentFields *fields = dt_document_get (document);
      g_autoptr (GPtrArray) found = dt_catalog_find (catalog, fields->number, fields->date, fields->issuer);

      ck_assert_msg (g_ptr_array_find (found, document, NULL), "%s", fields->id);
      ck_assert_ptr_eq (dt_catalog_find_id (catalog, fields->id), document);
    }
}
END_TEST

START_TEST (the_register_survives_being_written_and_read)
{
  g_autoptr (DtCatalog) catalog = load_register ();
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) bytes_again = NULL;
  g_autoptr (GPtrArray) again = NULL;

  for (guint i = 0; i < dt_catalog_get_n (catalog); i++)
    g_ptr_array_add (documents, (gpointer) dt_catalog_get (catalog, i));
  bytes = dt_catalog_file_write ((DtDocument *const *) documents->pdata, documents->len);
  again = dt_catalog_file_read (bytes, "again", &error);
  dt_assert_no_error (error);
  bytes_again = dt_catalog_file_write ((DtDocument *const *) again->pdata, again->len);
  ck_assert (g_bytes_equal (bytes, bytes_again));
}
END_TEST

static DtCatalog *
load_builtin (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "packs", "builtin", NULL);
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_pack_unref);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (packs, dt_pack_load (path, &error));
  dt_assert_no_error (error);
  return dt_packs_load_catalog (packs, NULL);
}

START_TEST (the_reference_plans_cite_nothing_unknown)
{
  static const char *const plans[] = { "kinh-mon.txt", "bach-mai.txt", "song-tri.txt" };
  g_autofree char *path = get_path ("reference-plans", plans[_i]);
  g_autofree char *text = NULL;
  g_autoptr (DtCatalog) catalog = load_builtin ();
  g_autoptr (GPtrArray) found = NULL;

  ck_assert (g_file_get_contents (path, &text, NULL, NULL));
  found = dt_catalog_harvest (catalog, text, -1);
  ck_assert_uint_gt (found->len, 0);
  for (guint i = 0; i < found->len; i++)
    {
      const DtHarvest *harvest = g_ptr_array_index (found, i);

      ck_assert_msg (harvest->known != NULL, "%s", dt_document_get (harvest->document)->id);
    }
}
END_TEST

int
main (void)
{
  g_autofree char *path = get_path ("catalogue", "register.tsv");
  Suite *suite;
  TCase *reg;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      puts ("1..0 # SKIP the register of documents is not there; $DUTHAO_SHARED says where");
      return EXIT_SUCCESS;
    }

  suite = suite_create ("catalog-register");
  reg = tcase_create ("register");
  tcase_set_timeout (reg, 100);
  tcase_add_loop_test (reg, documents_are_found_by_what_one_knows_of_them, 0, G_N_ELEMENTS (questions));
  tcase_add_test (reg, every_document_is_found_by_its_number);
  tcase_add_test (reg, the_register_survives_being_written_and_read);
  tcase_add_loop_test (reg, the_reference_plans_cite_nothing_unknown, 0, 3);
  suite_add_tcase (suite, reg);

  return dt_test_main (suite);
}
