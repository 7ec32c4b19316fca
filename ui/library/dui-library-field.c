/* dui-library-field.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-library"

#include "config.h"

#include "library/dui-library-field.h"

#include "catalog/dt-catalog-check.h"
#include "catalog/dt-citation.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* Where each fact lies: a string, or else a date. */
static const struct
{
  gboolean is_date;
  gsize offset;
} places[DUI_N_LIBRARY_FIELDS] = {
  [DUI_LIBRARY_FIELD_NUMBER] = { FALSE, G_STRUCT_OFFSET (DtDocumentFields, number) },
  [DUI_LIBRARY_FIELD_TYPE] = { FALSE, G_STRUCT_OFFSET (DtDocumentFields, type) },
  [DUI_LIBRARY_FIELD_ISSUER] = { FALSE, G_STRUCT_OFFSET (DtDocumentFields, issuer) },
  [DUI_LIBRARY_FIELD_DATE] = { TRUE, G_STRUCT_OFFSET (DtDocumentFields, date) },
  [DUI_LIBRARY_FIELD_SUBJECT] = { FALSE, G_STRUCT_OFFSET (DtDocumentFields, subject) },
  [DUI_LIBRARY_FIELD_EFFECTIVE] = { TRUE, G_STRUCT_OFFSET (DtDocumentFields, effective) },
  [DUI_LIBRARY_FIELD_EXPIRY] = { TRUE, G_STRUCT_OFFSET (DtDocumentFields, expiry) },
  [DUI_LIBRARY_FIELD_STATUS_ON] = { TRUE, G_STRUCT_OFFSET (DtDocumentFields, status_on) },
  [DUI_LIBRARY_FIELD_LINK] = { FALSE, G_STRUCT_OFFSET (DtDocumentFields, link) },
  [DUI_LIBRARY_FIELD_SOURCE] = { FALSE, G_STRUCT_OFFSET (DtDocumentFields, source) },
  [DUI_LIBRARY_FIELD_CHECKED] = { TRUE, G_STRUCT_OFFSET (DtDocumentFields, checked) },
  [DUI_LIBRARY_FIELD_CHECKED_BY] = { FALSE, G_STRUCT_OFFSET (DtDocumentFields, checked_by) },
};

gboolean
dui_library_field_is_date (DuiLibraryField field)
{
  g_return_val_if_fail (field < DUI_N_LIBRARY_FIELDS, FALSE);

  return places[field].is_date;
}

char *
dui_library_format_date (DtDate date)
{
  if (dt_date_is_empty (date))
    return g_strdup ("");
  if (dt_date_is_complete (date))
    return dt_date_format_short (date);

  return date.month != 0 ? g_strdup_printf ("%u/%u", date.month, date.year) : g_strdup_printf ("%u", date.year);
}

gboolean
dui_library_parse_date (const char *text,
                        gboolean partly,
                        DtDate *date)
{
  g_autofree char *tidy = g_strstrip (g_strdup (text));
  guint month = 0;
  guint year = 0;
  int end = 0;

  *date = (DtDate) DT_DATE_INIT;
  if (*tidy == '\0')
    return TRUE;
  if (dt_date_parse (tidy, date) && dt_date_is_complete (*date))
    return TRUE;
  if (!partly)
    return FALSE;

  if (sscanf (tidy, "%2u/%4u%n", &month, &year, &end) < 2 || tidy[end] != '\0')
    {
      month = 0;
      end = 0;
      if (sscanf (tidy, "%4u%n", &year, &end) < 1 || tidy[end] != '\0')
        return FALSE;
    }
  if (year < 1000 || month > 12 || (strchr (tidy, '/') != NULL && month == 0))
    return FALSE;

  *date = dt_date_make (year, month, 0);
  return TRUE;
}

char *
dui_library_field_dup_text (const DtDocument *document,
                            DuiLibraryField field)
{
  const char *fields = (const char *) dt_document_get (document);

  g_return_val_if_fail (field < DUI_N_LIBRARY_FIELDS, NULL);

  if (places[field].is_date)
    return dui_library_format_date (*(const DtDate *) (fields + places[field].offset));
  return g_strdup (*(const char *const *) (fields + places[field].offset));
}

/* An id that follows from the facts is not written down, and changes with them. */
static gboolean
has_usual_id (const DtDocumentFields *fields)
{
  g_autofree char *usual = dt_document_make_id (fields->number, fields->type, fields->issuer, fields->subject,
                                                fields->date);

  return strcmp (usual, fields->id) == 0;
}

DtDocument *
dui_library_field_set (const DtDocument *document,
                       DuiLibraryField field,
                       const char *text,
                       gboolean keeps_id,
                       GError **error)
{
  DtDocumentFields fields;
  DtDate date;

  g_return_val_if_fail (document != NULL && field < DUI_N_LIBRARY_FIELDS && text != NULL, NULL);

  fields = *dt_document_get (document);
  if (!keeps_id && has_usual_id (&fields))
    fields.id = NULL;
  if (!places[field].is_date)
    *(const char **) ((char *) &fields + places[field].offset) = text;
  else if (dui_library_parse_date (text, field == DUI_LIBRARY_FIELD_DATE, &date))
    *(DtDate *) ((char *) &fields + places[field].offset) = date;
  else
    {
      g_set_error_literal (error, DT_DOCUMENT_ERROR, DT_DOCUMENT_ERROR_INVALID,
                           field == DUI_LIBRARY_FIELD_DATE
                             ? _ ("expected a date of the calendar such as 5/3/2026, 3/2026 or 2026")
                             : _ ("expected a day of the calendar such as 5/3/2026"));
      return NULL;
    }
  /* An entry forgets who checked it when it does not know when. */
  if (field == DUI_LIBRARY_FIELD_CHECKED_BY && *text != '\0' && dt_date_is_empty (fields.checked))
    {
      g_set_error_literal (error, DT_DOCUMENT_ERROR, DT_DOCUMENT_ERROR_INVALID, _ ("expected the day of the check first"));
      return NULL;
    }

  return dt_document_new (&fields, error);
}

DtDocument *
dui_library_set_status (const DtDocument *document,
                        DtStatus status,
                        GError **error)
{
  DtDocumentFields fields = *dt_document_get (document);

  fields.status = status;
  return dt_document_new (&fields, error);
}

DtDocument *
dui_library_set_checked (const DtDocument *document,
                         DtDate today,
                         const char *by,
                         GError **error)
{
  DtDocumentFields fields = *dt_document_get (document);

  fields.checked = today;
  fields.checked_by = by;
  return dt_document_new (&fields, error);
}

DtDocument *
dui_library_set_relations (const DtDocument *document,
                           const DtRelation *relations,
                           guint n_relations,
                           GError **error)
{
  DtDocumentFields fields = *dt_document_get (document);

  fields.relations = relations;
  fields.n_relations = n_relations;
  return dt_document_new (&fields, error);
}

/* Findings */

static void
add_finding (char **finding,
             const char *text)
{
  char *whole = *finding != NULL ? g_strconcat (*finding, "\n", text, NULL) : g_strdup (text);

  g_free (*finding);
  *finding = whole;
}

/* The field a finding is shown at. */
static guint
find_field (const DtDocumentFields *fields,
            const char *code,
            guint n_dates)
{
  gboolean early = !dt_date_is_empty (fields->effective) && dt_date_compare (fields->effective, fields->date) < 0;

  if (strcmp (code, "relation") == 0)
    return DUI_N_LIBRARY_FIELDS;
  if (strcmp (code, "dates") == 0)
    return early && n_dates == 0 ? DUI_LIBRARY_FIELD_EFFECTIVE : DUI_LIBRARY_FIELD_EXPIRY;
  if (strcmp (code, dt_citation_problem_get_name (DT_CITATION_TYPE_CONFLICT)) == 0)
    return DUI_LIBRARY_FIELD_TYPE;
  if (strcmp (code, dt_citation_problem_get_name (DT_CITATION_ISSUER_CONFLICT)) == 0)
    return DUI_LIBRARY_FIELD_ISSUER;
  if (strcmp (code, dt_citation_problem_get_name (DT_CITATION_YEAR_CONFLICT)) == 0 ||
      strcmp (code, dt_citation_problem_get_name (DT_CITATION_TERM_CONFLICT)) == 0)
    return DUI_LIBRARY_FIELD_DATE;

  return DUI_LIBRARY_FIELD_NUMBER;
}

/* The entry, and those with its number. */
static GPtrArray *
list_rivals (const DtDocument *document,
             const DtCatalog *catalog)
{
  const DtDocumentFields *fields = dt_document_get (document);
  GPtrArray *list = g_ptr_array_new ();
  g_autoptr (GPtrArray) found = NULL;

  g_ptr_array_add (list, (gpointer) document);
  if (catalog == NULL || *fields->number == '\0')
    return list;

  found = dt_catalog_find (catalog, fields->number, (DtDate) DT_DATE_INIT, NULL);
  for (guint i = 0; i < found->len; i++)
    if (strcmp (dt_document_get (g_ptr_array_index (found, i))->id, fields->id) != 0)
      g_ptr_array_add (list, g_ptr_array_index (found, i));

  return list;
}

void
dui_library_judge (const DtDocument *document,
                   const DtCatalog *catalog,
                   char *findings[DUI_N_LIBRARY_FIELDS + 1])
{
  const DtDocumentFields *fields = dt_document_get (document);
  g_autoptr (GPtrArray) rivals = list_rivals (document, catalog);
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  gsize prefix = strlen (fields->id) + strlen (": ");
  guint n_dates = 0;

  memset (findings, 0, sizeof (char *) * (DUI_N_LIBRARY_FIELDS + 1));
  dt_documents_check ((DtDocument *const *) rivals->pdata, rivals->len, NULL, catalog, diagnostics);
  for (guint i = 0; i < diagnostics->len; i++)
    {
      const DtDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);
      const char *code = dt_diagnostic_get_code (diagnostic);
      const char *message = dt_diagnostic_get_message (diagnostic);

      if (strcmp (dt_diagnostic_get_node (diagnostic), fields->id) == 0)
        {
          add_finding (&findings[find_field (fields, code, n_dates)], message + MIN (prefix, strlen (message)));
          n_dates += strcmp (code, "dates") == 0;
        }
      else if (strcmp (code, "two-dates") == 0)
        add_finding (&findings[DUI_LIBRARY_FIELD_NUMBER], _ ("another entry of the library has this number too"));
    }
}
