/* dt-catalog.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-catalog"

#include "config.h"

#include "catalog/dt-catalog.h"

#include "catalog/dt-catalog-private.h"
#include "catalog/dt-document-private.h"
#include "text/dt-text.h"

#include <string.h>

/**
 * DtCatalog:
 *
 * The legal documents (văn bản) a plan may cite.
 *
 * A number is no key: `76/NQ-CP` was given in 2018 and again in 2021. Whoever
 * looks for a number gets all documents that have it, less those of another
 * date or another body where these are known.
 */

G_DEFINE_BOXED_TYPE (DtCatalog, dt_catalog, dt_catalog_ref, dt_catalog_unref)

/* Sorts by numbers first: there are many documents. */
typedef struct
{
  guint64 key;
  DtDocument *document;
  guint32 given; /* where it stood */
} Sorted;

static guint64
make_sort_key (const DtDocumentFields *fields)
{
  guint64 day = fields->date.year * 512u + fields->date.month * 32u + fields->date.day;
  guint64 number = 0;

  for (const char *p = fields->number; g_ascii_isdigit (*p) && number < G_MAXUINT32 / 16; p++)
    number = number * 10 + (guint) (*p - '0');

  return day << 32 | number;
}

static int
compare_sorted (gconstpointer a,
                gconstpointer b)
{
  const Sorted *first = a;
  const Sorted *second = b;

  if (first->key != second->key)
    return first->key > second->key ? -1 : 1;
  return strcmp (dt_document_get (second->document)->id, dt_document_get (first->document)->id);
}

/* Where a document of this id stands, or would stand. */
static guint32
find_id (const DtTable *table,
         DtDocument *const *documents,
         const char *id,
         guint32 hash)
{
  guint32 slot = dt_table_seek (table, hash, hash);

  while (table->slots[slot].position != 0 &&
         strcmp (dt_document_get (documents[table->slots[slot].position - 1])->id, id) != 0)
    slot = dt_table_seek (table, hash, slot + 1);

  return slot;
}

/* Numbers that are compared, without asking for memory. */
#define NUMBER_ROOM 128

/* As dt_document_fold_number(), into @room if it fits there; else @owned is to be freed. */
static const char *
fold_number (const char *number,
             char *room,
             char **owned)
{
  gsize n = 0;

  *owned = NULL;
  for (const guchar *p = (const guchar *) number; *p != '\0' && n < NUMBER_ROOM - 1; p++)
    {
      if (*p > ' ' && *p < 0x7f)
        room[n++] = g_ascii_tolower ((char) *p);
      else if (*p == 0xc4 && (p[1] == 0x90 || p[1] == 0x91))
        {
          room[n++] = 'd';
          p++;
        }
      else
        n = NUMBER_ROOM;
    }
  if (n < NUMBER_ROOM - 1)
    {
      room[n] = '\0';
      return room;
    }

  *owned = dt_document_fold_number (number);
  return *owned;
}

static gboolean
has_number (const DtDocument *document,
            const char *folded)
{
  char room[NUMBER_ROOM];
  char *owned;
  gboolean has = strcmp (fold_number (dt_document_get (document)->number, room, &owned), folded) == 0;

  g_free (owned);
  return has;
}

/* Where the first of the documents whose number is @folded when it is folded stands, or would stand. */
static guint32
find_number (const DtTable *table,
             DtDocument *const *documents,
             const char *folded)
{
  guint32 hash = dt_table_hash (folded, strlen (folded));
  guint32 slot = dt_table_seek (table, hash, hash);

  while (table->slots[slot].position != 0 && !has_number (documents[table->slots[slot].position - 1], folded))
    slot = dt_table_seek (table, hash, slot + 1);

  return slot;
}

/* Whether documents of this type are cited by name (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.b). */
static gboolean
is_cited_by_name (const DtDocumentFields *fields)
{
  return g_str_has_prefix (fields->type, "Luật") || g_str_has_prefix (fields->type, "Bộ luật") ||
         g_str_has_prefix (fields->type, "Pháp lệnh") || g_str_has_prefix (fields->type, "Hiến pháp");
}

static char *
make_name_key (const char *type,
               const char *name)
{
  g_autofree char *whole = g_strconcat (type, " ", name, NULL);
  g_autofree char *tidy = dt_text_collapse (whole);

  return dt_text_fold (tidy);
}

static void
add_number (DtCatalog *self,
            DtDocument *const *documents,
            guint32 given)
{
  char room[NUMBER_ROOM];
  char *owned;
  const char *folded = fold_number (dt_document_get (documents[given])->number, room, &owned);
  guint32 slot = find_number (&self->numbers, documents, folded);

  self->next[given] = self->numbers.slots[slot].position;
  self->numbers.slots[slot] = (DtSlot){ given + 1, dt_table_hash (folded, strlen (folded)) };
  g_free (owned);
}

static void
add_name (DtCatalog *self,
          DtDocument *const *documents,
          guint32 given)
{
  const DtDocumentFields *fields = dt_document_get (documents[given]);
  char *name;

  self->next_named[given] = 0;
  if (!is_cited_by_name (fields))
    return;

  name = make_name_key (fields->type, fields->subject);
  self->next_named[given] = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, name));
  g_hash_table_insert (self->names, name, GUINT_TO_POINTER (given + 1));
}

/* From where documents stood to where they stand; 0 is nothing. */
static void
move_slots (DtTable *table,
            const guint32 *places)
{
  for (guint32 i = 0; i <= table->mask; i++)
    table->slots[i].position = places[table->slots[i].position];
}

static void
move_chain (guint32 **next,
            const guint32 *places,
            guint32 n_given,
            guint32 n)
{
  guint32 *moved = g_new (guint32, n);

  for (guint32 i = 0; i < n_given; i++)
    if (places[i + 1] != 0)
      moved[places[i + 1] - 1] = places[(*next)[i]];
  g_free (*next);
  *next = moved;
}

/* Sorts the documents, and tells the tables. */
static void
sort_documents (DtCatalog *self,
                Sorted *sorted,
                guint32 n_given)
{
  g_autofree guint32 *places = g_new0 (guint32, n_given + 1);
  GHashTableIter iter;
  gpointer first;

  if (self->n > 1)
    qsort (sorted, self->n, sizeof *sorted, compare_sorted);
  self->documents = g_new (DtDocument *, self->n);
  for (guint32 i = 0; i < self->n; i++)
    {
      self->documents[i] = dt_document_ref (sorted[i].document);
      places[sorted[i].given + 1] = i + 1;
    }

  move_slots (&self->ids, places);
  move_slots (&self->numbers, places);
  move_chain (&self->next, places, n_given, self->n);
  move_chain (&self->next_named, places, n_given, self->n);
  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, NULL, &first))
    g_hash_table_iter_replace (&iter, GUINT_TO_POINTER (places[GPOINTER_TO_UINT (first)]));
}

/* Takes the last of each id. All is looked at in the order in which it lies in memory. */
static void
take_documents (DtCatalog *self,
                DtDocument *const *documents,
                guint n_documents)
{
  g_autofree Sorted *sorted = g_new (Sorted, n_documents);

  dt_table_init (&self->ids, n_documents);
  dt_table_init (&self->numbers, n_documents);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->next = g_new (guint32, n_documents);
  self->next_named = g_new (guint32, n_documents);
  for (guint32 i = n_documents; i > 0; i--)
    {
      const DtDocumentFields *fields = dt_document_get (documents[i - 1]);
      guint32 hash = dt_document_get_id_hash (documents[i - 1]);
      guint32 slot = find_id (&self->ids, documents, fields->id, hash);

      if (self->ids.slots[slot].position != 0)
        continue;
      self->ids.slots[slot] = (DtSlot){ i, hash };
      add_number (self, documents, i - 1);
      add_name (self, documents, i - 1);
      sorted[self->n++] = (Sorted){ make_sort_key (fields), documents[i - 1], i - 1 };
    }

  sort_documents (self, sorted, n_documents);
}

/* A pair of a document and one of its relations, with what it leads to. */
typedef struct
{
  guint32 target;
  DtBackLink link;
} Found;

static void
make_links (DtCatalog *self)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  g_autofree guint32 *fill = NULL;

  self->link_starts = g_new0 (guint32, self->n + 1);
  for (guint32 i = 0; i < self->n; i++)
    {
      const DtDocumentFields *fields = dt_document_get (self->documents[i]);

      for (guint r = 0; r < fields->n_relations; r++)
        {
          const DtDocument *target = dt_catalog_resolve (self, fields->relations[r].target);
          Found pair = { 0, { i, r } };

          if (target == NULL || target == self->documents[i])
            continue;
          pair.target = dt_catalog_find_position (self, target);
          self->link_starts[pair.target + 1]++;
          g_array_append_val (found, pair);
        }
    }

  for (guint32 i = 0; i < self->n; i++)
    self->link_starts[i + 1] += self->link_starts[i];
  fill = g_memdup2 (self->link_starts, (self->n + 1) * sizeof *fill);
  self->links = g_new (DtBackLink, found->len);
  for (guint i = 0; i < found->len; i++)
    {
      const Found *pair = &g_array_index (found, Found, i);

      self->links[fill[pair->target]++] = pair->link;
    }
}

/**
 * dt_catalog_new:
 * @documents: (array length=n_documents): the documents; of several with one
 *   id the last is taken
 * @n_documents: how many
 *
 * Makes a catalogue.
 *
 * Returns: (transfer full): the catalogue
 */
DtCatalog *
dt_catalog_new (DtDocument *const *documents,
                guint n_documents)
{
  DtCatalog *self;

  g_return_val_if_fail (documents != NULL || n_documents == 0, NULL);

  self = g_atomic_rc_box_new0 (DtCatalog);
  take_documents (self, documents, n_documents);
  make_links (self);
  self->index = dt_catalog_index_new (self->documents, self->n);

  return self;
}

static void
clear (gpointer data)
{
  DtCatalog *self = data;

  dt_catalog_index_free (self->index);
  dt_table_clear (&self->ids);
  dt_table_clear (&self->numbers);
  g_hash_table_unref (self->names);
  g_free (self->next);
  g_free (self->next_named);
  g_free (self->link_starts);
  g_free (self->links);
  for (guint32 i = 0; i < self->n; i++)
    dt_document_unref (self->documents[i]);
  g_free (self->documents);
}

DtCatalog *
dt_catalog_ref (DtCatalog *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
dt_catalog_unref (DtCatalog *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

guint
dt_catalog_get_n (const DtCatalog *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n;
}

const DtDocument *
dt_catalog_get (const DtCatalog *self,
                guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->n, NULL);

  return self->documents[index];
}

guint32
dt_catalog_find_position (const DtCatalog *self,
                          const DtDocument *document)
{
  guint32 slot = find_id (&self->ids, self->documents, dt_document_get (document)->id, dt_document_get_id_hash (document));

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

  slot = find_id (&self->ids, self->documents, id, dt_table_hash (id, strlen (id)));
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

  for (guint32 at = self->numbers.slots[find_number (&self->numbers, self->documents, key)].position; at != 0;
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
  key = make_name_key (type, name);
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

guint
dt_catalog_get_n_incoming (const DtCatalog *self,
                           const DtDocument *document)
{
  guint32 at;

  g_return_val_if_fail (self != NULL && document != NULL, 0);

  at = dt_catalog_find_position (self, document);
  return at != DT_CATALOG_NONE ? self->link_starts[at + 1] - self->link_starts[at] : 0;
}

void
dt_catalog_read_incoming (const DtCatalog *self,
                          guint32 position,
                          guint index,
                          DtIncoming *incoming)
{
  const DtBackLink *link = &self->links[self->link_starts[position] + index];
  const DtDocumentFields *from = dt_document_get (self->documents[link->from]);

  incoming->from = self->documents[link->from];
  incoming->kind = from->relations[link->relation].kind;
  incoming->date = from->relations[link->relation].date;
  incoming->is_sure = TRUE;
  if (dt_date_is_empty (incoming->date))
    incoming->date = from->effective;
  if (dt_date_is_empty (incoming->date))
    {
      incoming->date = from->date;
      incoming->is_sure = FALSE;
    }
}

/**
 * dt_catalog_get_incoming:
 * @self: a catalogue
 * @document: one of its documents
 * @index: less than dt_catalog_get_n_incoming()
 * @incoming: (out caller-allocates): what another document does to @document
 */
void
dt_catalog_get_incoming (const DtCatalog *self,
                         const DtDocument *document,
                         guint index,
                         DtIncoming *incoming)
{
  guint32 at;

  g_return_if_fail (self != NULL && document != NULL && incoming != NULL);
  at = dt_catalog_find_position (self, document);
  g_return_if_fail (at != DT_CATALOG_NONE && index < self->link_starts[at + 1] - self->link_starts[at]);

  dt_catalog_read_incoming (self, at, index, incoming);
}
