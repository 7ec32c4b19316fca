/* dt-catalog-find.c - documents by id, number, name and reference
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-catalog"

#include "config.h"

#include "catalog/dt-catalog-private.h"
#include "catalog/dt-document-private.h"
#include "text/dt-text.h"

#include <string.h>

guint32
dt_catalog_find_position (const DtCatalog *self,
                          const DtDocument *document)
{
  guint32 slot = dt_catalog_seek_id (&self->ids, self->documents, dt_document_get (document)->id, dt_document_get_id_hash (document));

  return self->ids.slots[slot].position != 0 ? self->ids.slots[slot].position - 1 : DT_CATALOG_NONE;
}

/**
 * dt_catalog_find_id:
 * @self: a catalogue
 * @id: the name of an entry
 *
 * Returns: (nullable) (transfer none): the entry
 */
const DtDocument *
dt_catalog_find_id (const DtCatalog *self,
                    const char *id)
{
  guint32 slot;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  slot = dt_catalog_seek_id (&self->ids, self->documents, id, dt_table_hash (id, strlen (id)));
  return self->ids.slots[slot].position != 0 ? self->documents[self->ids.slots[slot].position - 1] : NULL;
}

gboolean
dt_catalog_date_matches (DtDate date,
                         DtDate wanted)
{
  if (wanted.year != 0 && date.year != 0 && wanted.year != date.year)
    return FALSE;
  if (wanted.month != 0 && date.month != 0 && wanted.month != date.month)
    return FALSE;
  return wanted.day == 0 || date.day == 0 || wanted.day == date.day;
}

/* A body as it is compared: UBND and HĐND in full, and without case and accents. */
static char *
fold_issuer (const char *issuer)
{
  g_autofree char *tidy = dt_text_collapse (issuer);
  g_autofree char *folded = dt_text_fold (tidy);
  g_autoptr (GString) full = g_string_new (folded);

  g_string_replace (full, "ubnd", "uy ban nhan dan", 0);
  g_string_replace (full, "hdnd", "hoi dong nhan dan", 0);
  /* Của Bộ trưởng Bộ Nội vụ is của Bộ Nội vụ. */
  g_string_replace (full, "bo truong ", "", 1);
  if (g_str_has_prefix (full->str, "chu tich uy ban nhan dan"))
    g_string_erase (full, 0, (gssize) strlen ("chu tich "));

  return g_string_free (g_steal_pointer (&full), FALSE);
}

gboolean
dt_catalog_issuer_matches (const char *issuer,
                           const char *wanted)
{
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  if (*issuer == '\0' || *wanted == '\0' || strcmp (issuer, wanted) == 0)
    return TRUE;

  a = fold_issuer (issuer);
  b = fold_issuer (wanted);
  /* Of a committee without a place it is not known which one it is. */
  return g_str_has_prefix (a, b) || g_str_has_prefix (b, a);
}

/* Whether one of @found has @number to the letter; then only those are meant. */
static void
keep_exact (GPtrArray *found,
            const char *number)
{
  guint n_exact = 0;

  for (guint i = 0; i < found->len; i++)
    if (strcmp (dt_document_get (g_ptr_array_index (found, i))->number, number) == 0)
      n_exact++;

  for (guint i = found->len; n_exact > 0 && i > 0; i--)
    if (strcmp (dt_document_get (g_ptr_array_index (found, i - 1))->number, number) != 0)
      g_ptr_array_remove_index (found, i - 1);
}

static int
compare_newest (gconstpointer a,
                gconstpointer b)
{
  return dt_document_compare (*(const DtDocument *const *) b, *(const DtDocument *const *) a);
}

/**
 * dt_catalog_find:
 * @self: a catalogue
 * @number: a number, in any case and with or without accents
 * @date: its date as far as it is known
 * @issuer: (nullable): the body, where it is known
 *
 * Finds the documents that may be meant: those of the number, without those
 * whose date or body is another.
 *
 * Returns: (transfer container) (element-type DtDocument): the documents, the
 *   newest first; they live as long as @self
 */
GPtrArray *
dt_catalog_find (const DtCatalog *self,
                 const char *number,
                 DtDate date,
                 const char *issuer)
{
  GPtrArray *found;
  g_autofree char *key = NULL;

  g_return_val_if_fail (self != NULL && number != NULL, NULL);

  found = g_ptr_array_new ();
  key = dt_document_fold_number (number);
  if (*key == '\0')
    return found;

  for (guint32 at = self->numbers.slots[dt_catalog_seek_number (&self->numbers, self->documents, key)].position; at != 0;
       at = self->next[at - 1])
    {
      const DtDocumentFields *fields = dt_document_get (self->documents[at - 1]);

      if (dt_catalog_date_matches (fields->date, date) &&
          (issuer == NULL || dt_catalog_issuer_matches (fields->issuer, issuer)))
        g_ptr_array_add (found, self->documents[at - 1]);
    }
  keep_exact (found, number);
  g_ptr_array_sort (found, compare_newest);

  return found;
}

/**
 * dt_catalog_find_named:
 * @self: a catalogue
 * @type: `Luật`, `Bộ luật`, `Pháp lệnh` or `Hiến pháp`
 * @name: what follows it: `Tổ chức chính quyền địa phương`
 * @date: its date as far as it is known: often the year alone
 *
 * Finds what is cited by name (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.b).
 *
 * Returns: (transfer container) (element-type DtDocument): the documents, the
 *   newest first; they live as long as @self
 */
GPtrArray *
dt_catalog_find_named (const DtCatalog *self,
                       const char *type,
                       const char *name,
                       DtDate date)
{
  GPtrArray *found;
  g_autofree char *key = NULL;

  g_return_val_if_fail (self != NULL && type != NULL && name != NULL, NULL);

  found = g_ptr_array_new ();
  key = dt_catalog_make_name_key (type, name);
  for (guint32 at = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, key)); at != 0; at = self->next_named[at - 1])
    if (dt_catalog_date_matches (dt_document_get (self->documents[at - 1])->date, date))
      g_ptr_array_add (found, self->documents[at - 1]);
  g_ptr_array_sort (found, compare_newest);

  return found;
}

/**
 * dt_catalog_find_reference:
 * @self: a catalogue
 * @reference: an id; or a number, with `@` and its date (`2021-07-15`, `2021`)
 *   or its body where it is not enough
 *
 * Finds what a reference may mean.
 *
 * Returns: (transfer container) (element-type DtDocument): the documents, the
 *   newest first; they live as long as @self
 */
GPtrArray *
dt_catalog_find_reference (const DtCatalog *self,
                           const char *reference)
{
  const DtDocument *document;
  g_auto (GStrv) parts = NULL;
  const char *issuer = NULL;
  DtDate date = DT_DATE_INIT;

  g_return_val_if_fail (self != NULL && reference != NULL, NULL);

  document = dt_catalog_find_id (self, reference);
  if (document != NULL)
    {
      GPtrArray *found = g_ptr_array_new ();

      g_ptr_array_add (found, (gpointer) document);
      return found;
    }

  parts = g_strsplit (reference, "@", 3);
  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    if (!dt_date_parse_iso_partial (parts[i], &date))
      issuer = parts[i];

  return dt_catalog_find (self, parts[0] != NULL ? parts[0] : "", date, issuer);
}

/**
 * dt_catalog_resolve:
 * @self: a catalogue
 * @reference: as for dt_catalog_find_reference()
 *
 * Returns: (nullable) (transfer none): the document, if there is exactly one
 */
const DtDocument *
dt_catalog_resolve (const DtCatalog *self,
                    const char *reference)
{
  const DtDocument *document;
  g_autoptr (GPtrArray) found = NULL;

  g_return_val_if_fail (self != NULL && reference != NULL, NULL);

  /* Most are ids. */
  document = dt_catalog_find_id (self, reference);
  if (document != NULL)
    return document;

  found = dt_catalog_find_reference (self, reference);
  return found->len == 1 ? g_ptr_array_index (found, 0) : NULL;
}
