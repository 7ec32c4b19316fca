/* dt-document.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-document"

#include "config.h"

#include "catalog/dt-document.h"

#include "catalog/dt-catalog-table-private.h"
#include "catalog/dt-document-private.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * DtDocument:
 *
 * A legal document (văn bản) of the catalogue.
 *
 * Entry, relations and strings are one piece of memory: catalogues are large.
 */

/* Longer is no fact of a document. */
#define MAX_STRING 16384
#define MAX_RELATIONS 1000

/* The strings of the fields, in the order in which they lie behind the relations. */
enum
{
  ID,
  NUMBER,
  TYPE,
  ISSUER,
  SUBJECT,
  LINK,
  SOURCE,
  CHECKED_BY,
  N_STRINGS,
};

static const gsize string_offsets[N_STRINGS] = {
  G_STRUCT_OFFSET (DtDocumentFields, id),
  G_STRUCT_OFFSET (DtDocumentFields, number),
  G_STRUCT_OFFSET (DtDocumentFields, type),
  G_STRUCT_OFFSET (DtDocumentFields, issuer),
  G_STRUCT_OFFSET (DtDocumentFields, subject),
  G_STRUCT_OFFSET (DtDocumentFields, link),
  G_STRUCT_OFFSET (DtDocumentFields, source),
  G_STRUCT_OFFSET (DtDocumentFields, checked_by),
};

static const char *const string_names[N_STRINGS] = {
  "id",
  "number",
  "type",
  "issuer",
  "subject",
  "link",
  "source",
  "checked-by",
};

struct _DtDocument
{
  DtDocumentFields fields;
  DtDocumentBlock *block; /* in which it lies, or NULL */
  guint32 id_hash;
  gatomicrefcount n_refs;
};

G_DEFINE_BOXED_TYPE (DtDocument, dt_document, dt_document_ref, dt_document_unref)
G_DEFINE_QUARK (dt - document - error, dt_document_error)

static const char **
get_string (const DtDocumentFields *fields,
            guint i)
{
  return (const char **) ((char *) fields + string_offsets[i]);
}

/* A string on its way into the entry. */
typedef struct
{
  const char *text;
  gsize length;
  char *owned;
} Part;

static void
clear_parts (Part *parts,
             guint n)
{
  for (guint i = 0; i < n; i++)
    g_free (parts[i].owned);
}

static gboolean
set_invalid (GError **error,
             const char *name,
             const char *expected)
{
  g_set_error (error, DT_DOCUMENT_ERROR, DT_DOCUMENT_ERROR_INVALID, _ ("the field “%s”: %s"), name, expected);
  return FALSE;
}

static gboolean
take_string (Part *part,
             const char *name,
             const char *text,
             GError **error)
{
  part->text = text != NULL ? text : "";
  part->length = strlen (part->text);
  part->owned = NULL;

  if (!dt_document_text_is_tidy (part->text, part->length))
    {
      part->owned = dt_document_tidy_text (part->text);
      if (part->owned == NULL)
        return set_invalid (error, name, _ ("expected UTF-8"));
      part->text = part->owned;
      part->length = strlen (part->owned);
    }
  if (part->length > MAX_STRING)
    return set_invalid (error, name, _ ("expected a shorter text"));

  return TRUE;
}

static gboolean
check_date (DtDate date,
            gboolean partly,
            const char *name,
            GError **error)
{
  if (dt_date_is_empty (date) || dt_date_is_valid (date))
    return TRUE;
  /* A law may be known by its year alone. */
  if (partly && date.year > 0 && date.year <= 9999 && date.month <= 12 && date.day == 0)
    return TRUE;

  return set_invalid (error, name, _ ("expected a day of the calendar"));
}

static gboolean
check_fields (const DtDocumentFields *fields,
              const Part *parts,
              GError **error)
{
  if (parts[TYPE].length == 0)
    return set_invalid (error, string_names[TYPE], _ ("expected the type of the document"));
  if (parts[NUMBER].length == 0 && parts[SUBJECT].length == 0)
    return set_invalid (error, string_names[NUMBER], _ ("expected a number, or else a subject"));
  if ((guint) fields->status >= DT_N_STATUSES)
    return set_invalid (error, "status", _ ("expected a status"));
  if (fields->n_relations > MAX_RELATIONS)
    return set_invalid (error, "relation", _ ("expected fewer of them"));

  return check_date (fields->date, TRUE, "date", error) &&
         check_date (fields->effective, FALSE, "effective", error) &&
         check_date (fields->expiry, FALSE, "expiry", error) &&
         check_date (fields->status_on, FALSE, "status-on", error) &&
         check_date (fields->checked, FALSE, "checked", error);
}

static gboolean
take_relations (const DtDocumentFields *fields,
                Part *targets,
                GError **error)
{
  for (guint i = 0; i < fields->n_relations; i++)
    {
      const DtRelation *relation = &fields->relations[i];

      if (!take_string (&targets[i], "target", relation->target, error) ||
          !check_date (relation->date, FALSE, "date", error))
        return FALSE;
      if (targets[i].length == 0 || (guint) relation->kind >= DT_N_RELATION_KINDS)
        return set_invalid (error, "relation", _ ("expected a kind and a target"));
    }

  return TRUE;
}

/* Whether @part is the end of @whole, or all of it: then it need not be stored again. */
static gboolean
is_end (const Part *part,
        const Part *whole)
{
  return part->length <= whole->length &&
         memcmp (whole->text + whole->length - part->length, part->text, part->length) == 0;
}

static char *
store_string (char **cursor,
              const Part *part)
{
  char *stored = *cursor;

  memcpy (stored, part->text, part->length);
  stored[part->length] = '\0';
  *cursor += part->length + 1;

  return stored;
}

static DtDocument *
allocate (DtDocumentPool *pool,
          gsize size)
{
  DtDocumentBlock *block = NULL;
  DtDocument *self = pool != NULL ? dt_document_pool_take (pool, size, &block) : NULL;

  if (self == NULL)
    self = g_malloc (size);
  self->block = block;
  g_atomic_ref_count_init (&self->n_refs);

  return self;
}

static DtDocument *
build (DtDocumentPool *pool,
       const DtDocumentFields *fields,
       const Part *parts,
       const Part *targets)
{
  gsize size = sizeof (DtDocument) + fields->n_relations * sizeof (DtRelation);
  DtRelation *relations;
  DtDocument *self;
  char *cursor;

  for (guint i = 0; i < N_STRINGS; i++)
    size += i > ID && is_end (&parts[i], &parts[ID]) ? 0 : parts[i].length + 1;
  for (guint i = 0; i < fields->n_relations; i++)
    size += targets[i].length + 1;

  self = allocate (pool, size);
  self->fields = *fields;
  relations = (DtRelation *) (self + 1);
  cursor = (char *) (relations + fields->n_relations);
  for (guint i = 0; i < N_STRINGS; i++)
    *get_string (&self->fields, i) = i > ID && is_end (&parts[i], &parts[ID])
                                       ? self->fields.id + parts[ID].length - parts[i].length
                                       : store_string (&cursor, &parts[i]);
  for (guint i = 0; i < fields->n_relations; i++)
    {
      relations[i] = fields->relations[i];
      relations[i].target = store_string (&cursor, &targets[i]);
    }
  self->fields.relations = fields->n_relations > 0 ? relations : NULL;
  /* Nobody checked what was never checked. */
  if (dt_date_is_empty (fields->checked))
    self->fields.checked_by = "";
  self->id_hash = dt_table_hash (parts[ID].text, parts[ID].length);

  return self;
}

DtDocument *
dt_document_new_in (DtDocumentPool *pool,
                    const DtDocumentFields *fields,
                    GError **error)
{
  Part parts[N_STRINGS] = { 0 };
  Part few[4] = { 0 };
  g_autofree Part *many = NULL;
  Part *targets = few;
  DtDocument *self = NULL;
  gboolean good = TRUE;

  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  for (guint i = 0; good && i < N_STRINGS; i++)
    good = take_string (&parts[i], string_names[i], *get_string (fields, i), error);
  good = good && check_fields (fields, parts, error);
  if (good && fields->n_relations > G_N_ELEMENTS (few))
    targets = many = g_new0 (Part, fields->n_relations);
  good = good && take_relations (fields, targets, error);

  if (good)
    {
      if (parts[ID].length == 0)
        {
          g_free (parts[ID].owned);
          parts[ID].owned = dt_document_make_id (parts[NUMBER].text, parts[TYPE].text, parts[ISSUER].text,
                                                 parts[SUBJECT].text, fields->date);
          parts[ID].text = parts[ID].owned;
          parts[ID].length = strlen (parts[ID].owned);
        }
      self = build (pool, fields, parts, targets);
    }

  clear_parts (parts, N_STRINGS);
  clear_parts (targets, targets == few ? G_N_ELEMENTS (few) : fields->n_relations);
  return self;
}

/**
 * dt_document_new:
 * @fields: what is known; copied
 * @error: return location for an error
 *
 * Makes an entry. Blanks and line breaks become single blanks, letters are
 * composed, and characters that nobody sees are dropped.
 *
 * Returns: (transfer full): the entry, or %NULL with @error set to an error of
 *   the %DT_DOCUMENT_ERROR domain
 */
DtDocument *
dt_document_new (const DtDocumentFields *fields,
                 GError **error)
{
  return dt_document_new_in (NULL, fields, error);
}

DtDocument *
dt_document_ref (DtDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

void
dt_document_unref (DtDocument *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;
  if (self->block != NULL)
    dt_document_block_unref (self->block);
  else
    g_free (self);
}

const DtDocumentFields *
dt_document_get (const DtDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->fields;
}

guint32
dt_document_get_id_hash (const DtDocument *self)
{
  return self->id_hash;
}

static gboolean
relations_equal (const DtDocumentFields *a,
                 const DtDocumentFields *b)
{
  if (a->n_relations != b->n_relations)
    return FALSE;

  for (guint i = 0; i < a->n_relations; i++)
    if (a->relations[i].kind != b->relations[i].kind ||
        strcmp (a->relations[i].target, b->relations[i].target) != 0 ||
        !dt_date_equal (a->relations[i].date, b->relations[i].date))
      return FALSE;

  return TRUE;
}

/**
 * dt_document_equal:
 * @self: an entry
 * @other: another
 *
 * Returns: whether they say the same in every field
 */
gboolean
dt_document_equal (const DtDocument *self,
                   const DtDocument *other)
{
  const DtDocumentFields *a;
  const DtDocumentFields *b;

  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  a = &self->fields;
  b = &other->fields;
  for (guint i = 0; i < N_STRINGS; i++)
    if (strcmp (*get_string (a, i), *get_string (b, i)) != 0)
      return FALSE;

  return dt_date_equal (a->date, b->date) && dt_date_equal (a->effective, b->effective) &&
         dt_date_equal (a->expiry, b->expiry) && dt_date_equal (a->status_on, b->status_on) &&
         dt_date_equal (a->checked, b->checked) && a->status == b->status && relations_equal (a, b);
}

/* Numbers by their value: 9 before 10. */
static int
compare_numbers (const char *a,
                 const char *b)
{
  guint64 value_a = g_ascii_strtoull (a, NULL, 10);
  guint64 value_b = g_ascii_strtoull (b, NULL, 10);

  if (value_a != value_b)
    return value_a < value_b ? -1 : 1;
  return strcmp (a, b);
}

int
dt_document_compare (const DtDocument *self,
                     const DtDocument *other)
{
  const DtDocumentFields *a;
  const DtDocumentFields *b;
  int order;

  g_return_val_if_fail (self != NULL && other != NULL, 0);

  a = &self->fields;
  b = &other->fields;
  order = dt_date_compare (a->date, b->date);
  if (order == 0)
    order = compare_numbers (a->number, b->number);
  return order != 0 ? order : strcmp (a->id, b->id);
}

/**
 * dt_document_to_string:
 * @self: an entry
 *
 * Names a document for messages.
 *
 * Returns: (transfer full): type, number, date and body, as far as they are known
 */
char *
dt_document_to_string (const DtDocument *self)
{
  const DtDocumentFields *fields;
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  fields = &self->fields;
  text = g_string_new (fields->type);
  if (*fields->number != '\0')
    g_string_append_printf (text, " số %s", fields->number);
  else
    g_string_append_printf (text, " %s", fields->subject);
  if (dt_date_is_complete (fields->date))
    {
      g_autofree char *date = dt_date_format_short (fields->date);

      g_string_append_printf (text, " ngày %s", date);
    }
  else if (fields->date.year > 0)
    g_string_append_printf (text, " năm %u", fields->date.year);
  if (*fields->issuer != '\0')
    g_string_append_printf (text, " của %s", fields->issuer);

  return g_string_free (text, FALSE);
}

static const char *const statuses[DT_N_STATUSES] = { "unknown", "in-force", "amended", "expired", "replaced" };
static const char *const kinds[DT_N_RELATION_KINDS] = { "amends", "replaces", "repeals", "implements" };

static int
find_name (const char *const *names,
           guint n,
           const char *name)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (names[i], name) == 0)
      return (int) i;

  return -1;
}

const char *
dt_status_to_string (DtStatus status)
{
  g_return_val_if_fail ((guint) status < DT_N_STATUSES, NULL);

  return statuses[status];
}

gboolean
dt_status_from_string (const char *name,
                       DtStatus *status)
{
  int found;

  g_return_val_if_fail (name != NULL && status != NULL, FALSE);

  found = find_name (statuses, DT_N_STATUSES, name);
  if (found >= 0)
    *status = (DtStatus) found;
  return found >= 0;
}

const char *
dt_relation_kind_to_string (DtRelationKind kind)
{
  g_return_val_if_fail ((guint) kind < DT_N_RELATION_KINDS, NULL);

  return kinds[kind];
}

gboolean
dt_relation_kind_from_string (const char *name,
                              DtRelationKind *kind)
{
  int found;

  g_return_val_if_fail (name != NULL && kind != NULL, FALSE);

  found = find_name (kinds, DT_N_RELATION_KINDS, name);
  if (found >= 0)
    *kind = (DtRelationKind) found;
  return found >= 0;
}
