/* dt-test-catalog.h - documents and catalogues for tests
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/dt-catalog-file.h"
#include "catalog/dt-catalog.h"

#include "dt-test.h"

#include <string.h>

#define DT_TEST_PROLOG "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define DT_TEST_OPEN "<catalog xmlns=\"" DT_CATALOG_NAMESPACE "\" version=\"1\">\n"
#define DT_TEST_CLOSE "</catalog>\n"

/* Line 2 is <catalog>, what stands between begins in line 3. */
#define DT_TEST_CATALOG(content) DT_TEST_PROLOG DT_TEST_OPEN content DT_TEST_CLOSE

static inline DtDate
test_day (const char *iso)
{
  DtDate date = DT_DATE_INIT;

  ck_assert_msg (iso == NULL || *iso == '\0' || dt_date_parse_iso_partial (iso, &date), "no date: %s", iso);
  return date;
}

static inline GPtrArray *
test_read_documents (const char *text,
                     GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return dt_catalog_file_read (bytes, "file.xml", error);
}

/* Of the elements of a catalogue file. */
static inline DtCatalog *
test_make_catalog (const char *content)
{
  g_autofree char *text = g_strconcat (DT_TEST_PROLOG DT_TEST_OPEN, content, DT_TEST_CLOSE, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = test_read_documents (text, &error);

  dt_assert_no_error (error);
  return dt_catalog_new ((DtDocument *const *) documents->pdata, documents->len);
}

static inline char *
test_write_documents (GPtrArray *documents)
{
  g_autoptr (GBytes) bytes = dt_catalog_file_write ((DtDocument *const *) documents->pdata, documents->len);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_strndup (data, size);
}

static inline const DtDocument *
test_get_document (const DtCatalog *catalog,
                   const char *reference)
{
  const DtDocument *document = dt_catalog_resolve (catalog, reference);

  ck_assert_msg (document != NULL, "not one document: %s", reference);
  return document;
}

static inline const char *
test_get_id (const DtDocument *document)
{
  return document != NULL ? dt_document_get (document)->id : "nothing";
}
