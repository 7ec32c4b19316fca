/* dt-catalog-validity.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-catalog"

#include "config.h"

#include "catalog/dt-catalog-validity.h"

#include "catalog/dt-catalog-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Dates and relations come first, the status that a source gives comes last:
 * it says nothing of the day on which it became so.
 */

/* Longer chains of replacements are circles. */
#define MAX_STEPS 64

static const char *const names[DT_N_VALIDITIES] = {
  "unknown",
  "in-force",
  "amended",
  "not-yet",
  "expired",
  "replaced",
};

/* Whether @date is known and not after @on. Of a year alone, its first day counts. */
static gboolean
has_come (DtDate date,
          DtDate on)
{
  return !dt_date_is_empty (date) && dt_date_compare (date, on) <= 0;
}

static int
compare_incoming (gconstpointer a,
                  gconstpointer b)
{
  const DtIncoming *first = a;
  const DtIncoming *second = b;
  int order = dt_date_compare (first->date, second->date);

  return order != 0 ? order : dt_document_compare (first->from, second->from);
}

/* The first document that did @kind by that day. */
static gboolean
find_incoming (const DtCatalog *self,
               guint32 at,
               DtRelationKind kind,
               DtDate on,
               DtIncoming *found)
{
  guint n = self->link_starts[at + 1] - self->link_starts[at];
  gboolean is_found = FALSE;

  for (guint i = 0; i < n; i++)
    {
      DtIncoming incoming;

      dt_catalog_read_incoming (self, at, i, &incoming);
      if (incoming.kind != kind || !has_come (incoming.date, on))
        continue;
      if (!is_found || compare_incoming (&incoming, found) < 0)
        *found = incoming;
      is_found = TRUE;
    }

  return is_found;
}

/* Whether something ends the document later than @on: then it is in force until that day. */
static gboolean
ends_later (const DtCatalog *self,
            guint32 at,
            DtDate on)
{
  const DtDocumentFields *fields = dt_document_get (self->documents[at]);
  guint n = self->link_starts[at + 1] - self->link_starts[at];

  if (!dt_date_is_empty (fields->expiry) && !has_come (fields->expiry, on))
    return TRUE;

  for (guint i = 0; i < n; i++)
    {
      DtIncoming incoming;

      dt_catalog_read_incoming (self, at, i, &incoming);
      if ((incoming.kind == DT_RELATION_REPLACES || incoming.kind == DT_RELATION_REPEALS) &&
          !dt_date_is_empty (incoming.date) && !has_come (incoming.date, on))
        return TRUE;
    }

  return FALSE;
}

/* Follows the replacements to the last. */
static void
follow (const DtCatalog *self,
        guint32 at,
        DtDate on,
        DtJudgement *judgement)
{
  const DtDocument *seen[MAX_STEPS];
  DtIncoming next;
  guint n = 0;

  judgement->successor = judgement->by;
  judgement->n_steps = 1;
  seen[n++] = self->documents[at];
  while (n < MAX_STEPS && find_incoming (self, dt_catalog_find_position (self, judgement->successor),
                                         DT_RELATION_REPLACES, on, &next))
    {
      seen[n++] = judgement->successor;
      for (guint i = 0; i < n; i++)
        if (seen[i] == next.from)
          {
            /* A circle has no end; the first step is as good as any. */
            judgement->successor = judgement->by;
            judgement->n_steps = 1;
            judgement->is_sure = FALSE;
            return;
          }
      judgement->successor = next.from;
      judgement->n_steps++;
      judgement->is_sure = judgement->is_sure && next.is_sure;
    }
}

static gboolean
judge_ended (const DtCatalog *self,
             guint32 at,
             DtDate on,
             DtJudgement *judgement)
{
  const DtDocumentFields *fields = dt_document_get (self->documents[at]);
  DtIncoming by;

  if (find_incoming (self, at, DT_RELATION_REPLACES, on, &by))
    {
      judgement->validity = DT_VALIDITY_REPLACED;
      judgement->is_sure = by.is_sure;
      judgement->by = by.from;
      judgement->since = has_come (fields->expiry, on) ? fields->expiry : by.date;
      follow (self, at, on, judgement);
      return TRUE;
    }
  if (find_incoming (self, at, DT_RELATION_REPEALS, on, &by))
    {
      judgement->validity = DT_VALIDITY_EXPIRED;
      judgement->is_sure = by.is_sure;
      judgement->by = by.from;
      judgement->since = by.date;
      return TRUE;
    }
  if (has_come (fields->expiry, on))
    {
      judgement->validity = DT_VALIDITY_EXPIRED;
      judgement->is_sure = TRUE;
      judgement->since = fields->expiry;
      return TRUE;
    }

  return FALSE;
}

/* By what a source says. */
static void
judge_hint (const DtCatalog *self,
            guint32 at,
            DtDate on,
            DtJudgement *judgement)
{
  const DtDocumentFields *fields = dt_document_get (self->documents[at]);
  gboolean is_old = !dt_date_is_empty (fields->status_on) && dt_date_compare (on, fields->status_on) < 0;

  judgement->is_sure = dt_date_equal (fields->status_on, on) && !dt_date_is_empty (on);
  switch (fields->status)
    {
    case DT_STATUS_IN_FORCE:
      judgement->validity = DT_VALIDITY_IN_FORCE;
      break;
    case DT_STATUS_AMENDED:
      /* When, is not known. */
      judgement->validity = is_old ? DT_VALIDITY_IN_FORCE : DT_VALIDITY_AMENDED;
      break;
    case DT_STATUS_EXPIRED:
    case DT_STATUS_REPLACED:
      /* The end that is known of is still to come. */
      if (ends_later (self, at, on))
        judgement->validity = DT_VALIDITY_IN_FORCE;
      else if (!is_old)
        judgement->validity = fields->status == DT_STATUS_EXPIRED ? DT_VALIDITY_EXPIRED : DT_VALIDITY_REPLACED;
      break;
    case DT_STATUS_UNKNOWN:
    case DT_N_STATUSES:
    default:
      if (has_come (fields->effective, on) || ends_later (self, at, on))
        judgement->validity = DT_VALIDITY_IN_FORCE;
      break;
    }
}

void
dt_catalog_judge_at (const DtCatalog *self,
                     guint32 at,
                     DtDate on,
                     DtJudgement *judgement)
{
  const DtDocumentFields *fields = dt_document_get (self->documents[at]);
  DtIncoming by;

  memset (judgement, 0, sizeof *judgement);
  if (dt_date_is_empty (on))
    on = dt_date_make (9999, 12, 31);

  if (!dt_date_is_empty (fields->effective) && !has_come (fields->effective, on))
    {
      judgement->validity = DT_VALIDITY_NOT_YET;
      judgement->is_sure = TRUE;
      judgement->since = fields->effective;
      return;
    }
  if (dt_date_is_complete (fields->date) && !has_come (fields->date, on))
    {
      judgement->validity = DT_VALIDITY_NOT_YET;
      judgement->is_sure = TRUE;
      judgement->since = fields->date;
      return;
    }
  if (judge_ended (self, at, on, judgement))
    return;

  judge_hint (self, at, on, judgement);
  if (judgement->validity != DT_VALIDITY_EXPIRED && judgement->validity != DT_VALIDITY_REPLACED &&
      find_incoming (self, at, DT_RELATION_AMENDS, on, &by))
    {
      judgement->validity = DT_VALIDITY_AMENDED;
      judgement->by = by.from;
      judgement->since = by.date;
    }
}

/**
 * dt_catalog_judge:
 * @self: a catalogue
 * @document: one of its documents
 * @on: the day, that of the plan
 * @judgement: (out caller-allocates): the verdict
 *
 * Tells whether @document is in force on a day, and what has its place if not.
 * Without a day, all that was ever done to it counts.
 */
void
dt_catalog_judge (const DtCatalog *self,
                  const DtDocument *document,
                  DtDate on,
                  DtJudgement *judgement)
{
  guint32 at;

  g_return_if_fail (self != NULL && document != NULL && judgement != NULL);
  at = dt_catalog_find_position (self, document);
  g_return_if_fail (at != DT_CATALOG_NONE);

  dt_catalog_judge_at (self, at, on, judgement);
}

/**
 * dt_catalog_list_incoming:
 * @self: a catalogue
 * @document: one of its documents
 * @kind: what others do to it
 * @on: by which day; empty for any
 *
 * Lists what others did to a document: two decrees may replace one together.
 *
 * Returns: (transfer container) (element-type DtDocument): the documents, the
 *   first to do it first; they live as long as @self
 */
GPtrArray *
dt_catalog_list_incoming (const DtCatalog *self,
                          const DtDocument *document,
                          DtRelationKind kind,
                          DtDate on)
{
  GPtrArray *list;
  g_autoptr (GArray) found = NULL;
  guint n;

  g_return_val_if_fail (self != NULL && document != NULL, NULL);

  list = g_ptr_array_new ();
  found = g_array_new (FALSE, FALSE, sizeof (DtIncoming));
  n = dt_catalog_get_n_incoming (self, document);
  for (guint i = 0; i < n; i++)
    {
      DtIncoming incoming;

      dt_catalog_get_incoming (self, document, i, &incoming);
      if (incoming.kind == kind && (dt_date_is_empty (on) || has_come (incoming.date, on)))
        g_array_append_val (found, incoming);
    }

  g_array_sort (found, compare_incoming);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (list, (gpointer) g_array_index (found, DtIncoming, i).from);

  return list;
}

static char *
describe (const DtJudgement *judgement)
{
  g_autofree char *by = judgement->by != NULL ? dt_document_to_string (judgement->by) : NULL;
  g_autofree char *since = dt_date_is_complete (judgement->since) ? dt_date_format_short (judgement->since) : NULL;

  switch (judgement->validity)
    {
    case DT_VALIDITY_IN_FORCE:
      return g_strdup (_ ("in force"));
    case DT_VALIDITY_AMENDED:
      return by != NULL ? g_strdup_printf (_ ("in force, amended by %s"), by) : g_strdup (_ ("in force, amended"));
    case DT_VALIDITY_NOT_YET:
      return since != NULL ? g_strdup_printf (_ ("not in force before %s"), since) : g_strdup (_ ("not yet in force"));
    case DT_VALIDITY_EXPIRED:
      if (by != NULL)
        return g_strdup_printf (_ ("no longer in force, repealed by %s"), by);
      return since != NULL ? g_strdup_printf (_ ("no longer in force since %s"), since)
                           : g_strdup (_ ("no longer in force"));
    case DT_VALIDITY_REPLACED:
      if (judgement->successor != NULL && judgement->successor != judgement->by)
        {
          g_autofree char *last = dt_document_to_string (judgement->successor);

          return g_strdup_printf (_ ("replaced by %s, and that in turn by %s"), by, last);
        }
      return by != NULL ? g_strdup_printf (_ ("replaced by %s"), by) : g_strdup (_ ("replaced by another document"));
    case DT_VALIDITY_UNKNOWN:
    case DT_N_VALIDITIES:
    default:
      return g_strdup (_ ("not known whether it is in force"));
    }
}

/**
 * dt_judgement_describe:
 * @judgement: a verdict
 *
 * Returns: (transfer full): the verdict in words, and whether it was checked (đối chiếu)
 */
char *
dt_judgement_describe (const DtJudgement *judgement)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (judgement != NULL, NULL);

  words = describe (judgement);
  if (judgement->is_sure || judgement->validity == DT_VALIDITY_UNKNOWN)
    return g_steal_pointer (&words);
  return g_strdup_printf (_ ("%s (not checked)"), words);
}

const char *
dt_validity_to_string (DtValidity validity)
{
  g_return_val_if_fail ((guint) validity < DT_N_VALIDITIES, NULL);

  return names[validity];
}

gboolean
dt_validity_from_string (const char *name,
                         DtValidity *validity)
{
  g_return_val_if_fail (name != NULL && validity != NULL, FALSE);

  for (guint i = 0; i < DT_N_VALIDITIES; i++)
    if (strcmp (names[i], name) == 0)
      {
        *validity = (DtValidity) i;
        return TRUE;
      }

  return FALSE;
}
