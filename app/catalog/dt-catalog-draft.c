/* dt-catalog-draft.c - what elements and attributes of a catalogue file mean
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-catalog-file"

#include "config.h"

#include "catalog/dt-catalog-file-private.h"
#include "catalog/dt-document-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const DtPartInfo dt_catalog_parts[DT_N_PARTS] = {
  [DT_PART_DOCUMENT] = { "document", FALSE, TRUE, { "id", "number", "type", "issuer", "date", NULL }, 1 << 2 },
  [DT_PART_SUBJECT] = { "subject", TRUE, FALSE, { NULL }, 0 },
  [DT_PART_VALIDITY] = { "validity", FALSE, FALSE, { "from", "to", "status", "status-on", NULL }, 0 },
  [DT_PART_RELATION] = { "relation", FALSE, TRUE, { "kind", "target", "date", NULL }, 1 << 0 | 1 << 1 },
  [DT_PART_LINK] = { "link", TRUE, FALSE, { NULL }, 0 },
  [DT_PART_SOURCE] = { "source", TRUE, FALSE, { NULL }, 0 },
  [DT_PART_CHECKED] = { "checked", FALSE, FALSE, { "on", "by", NULL }, 1 << 0 },
};

void
dt_draft_init (DtDraft *draft)
{
  memset (draft, 0, sizeof *draft);
  draft->relations = g_array_new (FALSE, TRUE, sizeof (DtRelation));
}

void
dt_draft_reset (DtDraft *draft)
{
  memset (&draft->fields, 0, sizeof draft->fields);
  g_array_set_size (draft->relations, 0);
}

void
dt_draft_clear (DtDraft *draft)
{
  g_array_unref (draft->relations);
}

void
dt_draft_begin (DtDraft *draft,
                DtPart part)
{
  if (part == DT_PART_DOCUMENT)
    dt_draft_reset (draft);
  else if (part == DT_PART_RELATION)
    g_array_set_size (draft->relations, draft->relations->len + 1);
}

static const char *
set_date (DtDate *date,
          const char *value)
{
  return dt_date_parse_iso (value, date) ? NULL : N_ ("expected a day such as 2026-09-21");
}

static const char *
set_relation (DtDraft *draft,
              const char *attribute,
              const char *value)
{
  DtRelation *relation = &g_array_index (draft->relations, DtRelation, draft->relations->len - 1);

  if (strcmp (attribute, "date") == 0)
    return set_date (&relation->date, value);
  if (strcmp (attribute, "target") == 0)
    relation->target = value;
  else if (!dt_relation_kind_from_string (value, &relation->kind))
    return N_ ("expected amends, replaces, repeals or implements");

  return NULL;
}

static const char *
set_validity (DtDocumentFields *fields,
              const char *attribute,
              const char *value)
{
  if (strcmp (attribute, "from") == 0)
    return set_date (&fields->effective, value);
  if (strcmp (attribute, "to") == 0)
    return set_date (&fields->expiry, value);
  if (strcmp (attribute, "status-on") == 0)
    return set_date (&fields->status_on, value);
  if (!dt_status_from_string (value, &fields->status) || fields->status == DT_STATUS_UNKNOWN)
    return N_ ("expected in-force, amended, expired or replaced");

  return NULL;
}

static const char *
set_document (DtDocumentFields *fields,
              const char *attribute,
              const char *value)
{
  if (strcmp (attribute, "number") == 0)
    fields->number = value;
  else if (strcmp (attribute, "type") == 0)
    fields->type = value;
  else if (strcmp (attribute, "issuer") == 0)
    fields->issuer = value;
  else if (strcmp (attribute, "id") == 0)
    fields->id = value;
  else if (!dt_date_parse_iso_partial (value, &fields->date))
    return N_ ("expected a day such as 2026-09-21, a month or a year");

  return NULL;
}

/**
 * dt_draft_set:
 * @draft: a document
 * @part: an element, begun
 * @attribute: one of its attributes
 * @value: its value; stays where it is until dt_draft_make()
 *
 * Returns: (nullable): what was expected instead, marked for translation
 */
const char *
dt_draft_set (DtDraft *draft,
              DtPart part,
              const char *attribute,
              const char *value)
{
  if (*value == '\0' || value[strspn (value, " ")] == '\0')
    return N_ ("expected a value; leave it out if there is none");

  switch ((int) part)
    {
    case DT_PART_DOCUMENT:
      return set_document (&draft->fields, attribute, value);
    case DT_PART_VALIDITY:
      return set_validity (&draft->fields, attribute, value);
    case DT_PART_RELATION:
      return set_relation (draft, attribute, value);
    default:
      if (strcmp (attribute, "on") == 0)
        return set_date (&draft->fields.checked, value);
      draft->fields.checked_by = value;
      return NULL;
    }
}

const char *
dt_draft_set_text (DtDraft *draft,
                   DtPart part,
                   const char *text)
{
  if (text[strspn (text, " \t\r\n")] == '\0')
    return N_ ("expected a text; leave the element out if there is none");

  if (part == DT_PART_SUBJECT)
    draft->fields.subject = text;
  else if (part == DT_PART_LINK)
    draft->fields.link = text;
  else
    draft->fields.source = text;

  return NULL;
}

DtDocument *
dt_draft_make (DtDraft *draft,
               GError **error)
{
  draft->fields.relations = (const DtRelation *) draft->relations->data;
  draft->fields.n_relations = draft->relations->len;

  return dt_document_new_in (draft->pool, &draft->fields, error);
}
