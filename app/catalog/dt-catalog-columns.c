/* dt-catalog-columns.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-catalog-exchange"

#include "config.h"

#include "catalog/dt-catalog-columns-private.h"

#include "catalog/dt-document-private.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const names[DT_N_COLUMNS] = {
  "id",
  "number",
  "type",
  "issuer",
  "date",
  "subject",
  "effective",
  "expiry",
  "status",
  "status_on",
  "relations",
  "link",
  "source",
  "checked",
  "checked_by",
};

/* What people write over their columns, folded. */
static const struct
{
  const char *fold;
  DtColumn column;
} headings[] = {
  { "so", DT_COLUMN_NUMBER },
  { "so ky hieu", DT_COLUMN_NUMBER },
  { "ky hieu", DT_COLUMN_NUMBER },
  { "so hieu", DT_COLUMN_NUMBER },
  { "so van ban", DT_COLUMN_NUMBER },
  { "loai", DT_COLUMN_TYPE },
  { "loai van ban", DT_COLUMN_TYPE },
  { "ten loai", DT_COLUMN_TYPE },
  { "ten loai van ban", DT_COLUMN_TYPE },
  { "co quan", DT_COLUMN_ISSUER },
  { "co quan ban hanh", DT_COLUMN_ISSUER },
  { "noi ban hanh", DT_COLUMN_ISSUER },
  { "ngay", DT_COLUMN_DATE },
  { "ngay ban hanh", DT_COLUMN_DATE },
  { "ngay thang", DT_COLUMN_DATE },
  { "trich yeu", DT_COLUMN_SUBJECT },
  { "trich yeu noi dung", DT_COLUMN_SUBJECT },
  { "title", DT_COLUMN_SUBJECT },
  { "ngay co hieu luc", DT_COLUMN_EFFECTIVE },
  { "ngay hieu luc", DT_COLUMN_EFFECTIVE },
  { "ngay het hieu luc", DT_COLUMN_EXPIRY },
  { "hieu luc", DT_COLUMN_STATUS },
  { "tinh trang", DT_COLUMN_STATUS },
  { "tinh trang hieu luc", DT_COLUMN_STATUS },
  { "quan he", DT_COLUMN_RELATIONS },
  { "lien ket", DT_COLUMN_LINK },
  { "url", DT_COLUMN_LINK },
  { "nguon", DT_COLUMN_SOURCE },
  { "ngay doi chieu", DT_COLUMN_CHECKED },
  { "nguoi doi chieu", DT_COLUMN_CHECKED_BY },
};

const char *
dt_column_get_name (DtColumn column)
{
  return names[column];
}

/* Letters and figures of @name, with single blanks for all else. */
static char *
fold_heading (const char *name)
{
  g_autofree char *folded = dt_text_fold (name);
  g_autofree char *tidy = NULL;

  g_strdelimit (folded, "_-/,.:()\"", ' ');
  tidy = dt_text_collapse (folded);
  return g_steal_pointer (&tidy);
}

int
dt_column_find (const char *name)
{
  g_autofree char *fold = fold_heading (name);

  for (guint i = 0; i < DT_N_COLUMNS; i++)
    {
      g_autofree char *own = fold_heading (names[i]);

      if (strcmp (own, fold) == 0)
        return (int) i;
    }
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    if (strcmp (headings[i].fold, fold) == 0)
      return (int) headings[i].column;

  return -1;
}

void
dt_row_init (DtRow *row)
{
  memset (row, 0, sizeof *row);
  row->relations = g_array_new (FALSE, TRUE, sizeof (DtRelation));
  row->strings = g_string_chunk_new (4096);
}

void
dt_row_reset (DtRow *row)
{
  memset (&row->fields, 0, sizeof row->fields);
  g_array_set_size (row->relations, 0);
  g_string_chunk_clear (row->strings);
}

void
dt_row_clear (DtRow *row)
{
  g_array_unref (row->relations);
  g_string_chunk_free (row->strings);
}

/* 2026-09-21, 21/9/2026, ngày 21 tháng 9 năm 2026; of the day of issue a part is enough. */
static const char *
set_date (DtDate *date,
          const char *value,
          gboolean partly)
{
  if (dt_date_parse_iso_partial (value, date) && (partly || dt_date_is_complete (*date)))
    return NULL;
  if (dt_date_parse (value, date) && dt_date_is_complete (*date))
    return NULL;

  *date = (DtDate) DT_DATE_INIT;
  return N_ ("expected a day such as 2026-09-21 or 21/9/2026");
}

/* Our words, or those of the registers. */
static const char *
set_status (DtStatus *status,
            const char *value)
{
  g_autofree char *fold = NULL;

  if (dt_status_from_string (value, status))
    return NULL;

  fold = fold_heading (value);
  if (strstr (fold, "chua ro") != NULL || strstr (fold, "chua xac dinh") != NULL)
    *status = DT_STATUS_UNKNOWN;
  else if (strstr (fold, "thay the") != NULL)
    *status = DT_STATUS_REPLACED;
  else if (strstr (fold, "het hieu luc mot phan") != NULL || strstr (fold, "sua doi") != NULL)
    *status = DT_STATUS_AMENDED;
  else if (g_str_has_prefix (fold, "het ") || strstr (fold, "bai bo") != NULL)
    *status = DT_STATUS_EXPIRED;
  else if (g_str_has_prefix (fold, "con hieu luc") || g_str_has_prefix (fold, "dang co hieu luc"))
    *status = DT_STATUS_IN_FORCE;
  else
    return N_ ("expected in-force, amended, expired or replaced");

  return NULL;
}

const char *
dt_row_add_relation (DtRow *row,
                     const char *kind,
                     const char *target,
                     const char *date)
{
  DtRelation relation = { DT_RELATION_AMENDS };

  if (!dt_relation_kind_from_string (kind, &relation.kind))
    return N_ ("expected amends, replaces, repeals or implements");
  if (target == NULL || *target == '\0')
    return N_ ("expected the document that is meant");
  if (date != NULL && *date != '\0' && !dt_date_parse_iso (date, &relation.date))
    return N_ ("expected a day such as 2026-09-21 or 21/9/2026");

  relation.target = g_string_chunk_insert (row->strings, target);
  g_array_append_val (row->relations, relation);
  return NULL;
}

/* The kind, the day or "-" or nothing, the other document. */
static const char *
set_relation (DtRow *row,
              const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 3);
  gboolean is_full = words[1] != NULL && words[2] != NULL;
  DtDate date;

  if (words[1] == NULL)
    return dt_row_add_relation (row, words[0], NULL, NULL);
  if (is_full && strcmp (words[1], "-") == 0)
    return dt_row_add_relation (row, words[0], words[2], NULL);
  if (is_full && dt_date_parse_iso (words[1], &date))
    return dt_row_add_relation (row, words[0], words[2], words[1]);
  return dt_row_add_relation (row, words[0], line + strlen (words[0]) + 1, NULL);
}

/* A line each. */
static const char *
set_relations (DtRow *row,
               const char *value)
{
  g_auto (GStrv) lines = g_strsplit (value, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *tidy = dt_document_tidy_text (lines[i]);
      const char *problem = tidy != NULL && *tidy != '\0' ? set_relation (row, tidy) : NULL;

      if (problem != NULL)
        return problem;
    }

  return NULL;
}

static const char **
find_string (DtDocumentFields *fields,
             DtColumn column)
{
  switch ((int) column)
    {
    case DT_COLUMN_ID:
      return &fields->id;
    case DT_COLUMN_NUMBER:
      return &fields->number;
    case DT_COLUMN_TYPE:
      return &fields->type;
    case DT_COLUMN_ISSUER:
      return &fields->issuer;
    case DT_COLUMN_SUBJECT:
      return &fields->subject;
    case DT_COLUMN_LINK:
      return &fields->link;
    case DT_COLUMN_SOURCE:
      return &fields->source;
    case DT_COLUMN_CHECKED_BY:
      return &fields->checked_by;
    default:
      return NULL;
    }
}

static DtDate *
find_date (DtDocumentFields *fields,
           DtColumn column)
{
  switch ((int) column)
    {
    case DT_COLUMN_DATE:
      return &fields->date;
    case DT_COLUMN_EFFECTIVE:
      return &fields->effective;
    case DT_COLUMN_EXPIRY:
      return &fields->expiry;
    case DT_COLUMN_STATUS_ON:
      return &fields->status_on;
    case DT_COLUMN_CHECKED:
      return &fields->checked;
    default:
      return NULL;
    }
}

const char *
dt_row_set (DtRow *row,
            DtColumn column,
            const char *value)
{
  const char **string = find_string (&row->fields, column);
  DtDate *date = find_date (&row->fields, column);
  g_autofree char *tidy = NULL;

  if (string != NULL)
    {
      *string = g_string_chunk_insert (row->strings, value);
      return NULL;
    }
  if (column == DT_COLUMN_RELATIONS)
    return set_relations (row, value);

  tidy = dt_text_collapse (value);
  if (*tidy == '\0')
    return NULL;
  return date != NULL ? set_date (date, tidy, column == DT_COLUMN_DATE) : set_status (&row->fields.status, tidy);
}

DtDocument *
dt_row_make (DtRow *row,
             GError **error)
{
  row->fields.relations = (const DtRelation *) row->relations->data;
  row->fields.n_relations = row->relations->len;

  return dt_document_new (&row->fields, error);
}

static char *
format_relations (const DtDocumentFields *fields)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < fields->n_relations; i++)
    {
      const DtRelation *relation = &fields->relations[i];
      g_autofree char *date = dt_date_is_empty (relation->date) ? NULL : dt_date_format_iso (relation->date);
      g_autofree char *first = g_strndup (relation->target, strcspn (relation->target, " "));
      DtDate other;

      /* A document whose name begins like a day. */
      if (date == NULL && (strcmp (first, "-") == 0 || dt_date_parse_iso (first, &other)))
        date = g_strdup ("-");
      g_string_append_printf (lines, "%s%s%s%s %s", i > 0 ? "\n" : "", dt_relation_kind_to_string (relation->kind),
                              date != NULL ? " " : "", date != NULL ? date : "", relation->target);
    }

  return g_string_free (lines, FALSE);
}

char *
dt_column_format (const DtDocumentFields *fields,
                  DtColumn column)
{
  DtDocumentFields copy = *fields;
  const char **string = find_string (&copy, column);
  const DtDate *date = find_date (&copy, column);

  if (string != NULL)
    return g_strdup (*string);
  if (date != NULL)
    return dt_date_is_empty (*date) ? g_strdup ("") : dt_date_format_iso (*date);
  if (column == DT_COLUMN_RELATIONS)
    return format_relations (fields);
  return g_strdup (fields->status != DT_STATUS_UNKNOWN ? dt_status_to_string (fields->status) : "");
}
