/* fuzz-exchange.c - tables and JSON: what is read is written and read again
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "base/dt-diagnostic.h"
#include "catalog/dt-catalog-exchange.h"
#include "catalog/dt-catalog-merge.h"

static void
check_same (GPtrArray *documents,
            GBytes *written,
            GPtrArray *(*read) (GBytes *, const char *, GPtrArray *, GError **) )
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) again = read (written, "written", diagnostics, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (diagnostics->len, ==, 0);
  g_assert_cmpuint (again->len, ==, documents->len);
  for (guint i = 0; i < again->len; i++)
    g_assert_true (dt_document_equal (g_ptr_array_index (again, i), g_ptr_array_index (documents, i)));
}

static void
check_documents (GPtrArray *documents)
{
  DtDocument *const *list = (DtDocument *const *) documents->pdata;
  g_autoptr (GBytes) comma = dt_catalog_csv_write (list, documents->len, ',');
  g_autoptr (GBytes) tab = dt_catalog_csv_write (list, documents->len, '\t');
  g_autoptr (GBytes) json = dt_catalog_json_write (list, documents->len);
  g_autoptr (GPtrArray) merged = dt_documents_merge (list, documents->len, NULL);

  check_same (documents, comma, dt_catalog_csv_read);
  check_same (documents, tab, dt_catalog_csv_read);
  check_same (documents, json, dt_catalog_json_read);
  g_assert_cmpuint (merged->len, <=, documents->len);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  gboolean json = size > 0 && data[0] == '[';
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GPtrArray) documents = json ? dt_catalog_json_read (bytes, "fuzz", diagnostics, &error)
                                         : dt_catalog_csv_read (bytes, "fuzz", diagnostics, &error);

  g_assert_true ((documents == NULL) == (error != NULL));
  if (documents != NULL)
    check_documents (documents);

  return 0;
}
