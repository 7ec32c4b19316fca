/* fuzz-catalog.c - both readers of catalogue files, and the writer
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include <string.h>

#include "catalog/dt-catalog-file-private.h"
#include "catalog/dt-catalog-search.h"
#include "catalog/dt-catalog-validity.h"

static void
check_equal (GPtrArray *a,
             GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    g_assert_true (dt_document_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)));
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return dt_document_compare (*(DtDocument *const *) a, *(DtDocument *const *) b);
}

/* What is written is read again, and by the fast reader too. */
static void
check_writing (GPtrArray *documents)
{
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) rewritten = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_sort (documents, compare);
  written = dt_catalog_file_write ((DtDocument *const *) documents->pdata, documents->len);
  again = dt_catalog_file_read (written, "written", &error);
  g_assert_no_error (error);
  check_equal (documents, again);
  rewritten = dt_catalog_file_write ((DtDocument *const *) again->pdata, again->len);
  g_assert_true (g_bytes_equal (written, rewritten));
}

/* Everything is found by its id, its number and the words of its subject. */
static void
check_catalog (GPtrArray *documents)
{
  g_autoptr (DtCatalog) catalog = dt_catalog_new ((DtDocument *const *) documents->pdata, documents->len);

  for (guint i = 0; i < dt_catalog_get_n (catalog); i++)
    {
      const DtDocument *document = dt_catalog_get (catalog, i);
      const DtDocumentFields *fields = dt_document_get (document);
      const DtCatalogQuery query = { .text = fields->subject, .on = dt_date_make (2026, 1, 1), .limit = 3 };
      g_autoptr (GPtrArray) found = dt_catalog_find (catalog, fields->number, fields->date, fields->issuer);
      g_autoptr (GArray) hits = dt_catalog_search (catalog, &query);
      DtJudgement judgement;

      g_assert_true (dt_catalog_find_id (catalog, fields->id) == document);
      g_assert_true (*fields->number == '\0' || g_ptr_array_find (found, document, NULL));
      dt_catalog_judge (catalog, document, query.on, &judgement);
      g_assert_true (hits->len <= 3);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GPtrArray) fast = NULL;
  g_autoptr (GPtrArray) slow = NULL;
  g_autoptr (GError) error = NULL;

  slow = dt_catalog_read_slowly (bytes, "fuzz", &error);
  g_assert_true ((slow == NULL) == (error != NULL));
  fast = size > 0 ? dt_catalog_scan ((const char *) data, size) : NULL;
  if (fast != NULL)
    {
      g_assert_nonnull (slow);
      check_equal (fast, slow);
    }
  if (slow != NULL)
    {
      check_writing (slow);
      check_catalog (slow);
    }

  return 0;
}
