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
guint32
dt_catalog_seek_id (const DtTable *table,
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
guint32
dt_catalog_seek_number (const DtTable *table,
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

char *
dt_catalog_make_name_key (const char *type,
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
  guint32 slot = dt_catalog_seek_number (&self->numbers, documents, folded);

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

  name = dt_catalog_make_name_key (fields->type, fields->subject);
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
      guint32 slot = dt_catalog_seek_id (&self->ids, documents, fields->id, hash);

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
