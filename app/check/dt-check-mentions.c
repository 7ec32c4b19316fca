/* dt-check-mentions.c - every place where the plan names a legal document
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-mentions.h"

#include "catalog/dt-catalog-harvest.h"

#include <string.h>

static void
clear_mention (gpointer data)
{
  DtMention *mention = data;

  g_free (mention->number);
  g_free (mention->issuer);
  g_clear_pointer (&mention->mark, dt_cite_mark_free);
}

/* What is typed in words. */
static void
add_citation (const DtCheck *check,
              const DtCheckText *text,
              guint index,
              GArray *mentions)
{
  const DtCitation *citation = dt_citations_get (text->citations, index);
  DtMention mention = {
    .text = text,
    .start = citation->span.start,
    .end = MAX (citation->span.end, citation->subject_span.end),
    .number = g_strdup (citation->number != NULL ? citation->number : ""),
    .type = citation->type,
    .issuer = dt_citations_dup_issuer (text->citations, index),
    .date = citation->date,
    .citation = citation,
    .index = index,
    .has_subject = citation->subject_span.end > citation->subject_span.start,
  };

  if (check->catalog != NULL)
    {
      g_autoptr (GPtrArray) found = dt_catalog_find_cited (check->catalog, text->citations, index);

      if (found->len == 1)
        mention.document = g_ptr_array_index (found, 0);
    }

  g_array_append_val (mentions, mention);
}

/* What stands in one pair of double brackets: one document or several. */
static void
add_marks (const DtCheck *check,
           const DtCheckText *text,
           const DtCheckSegment *segment,
           GArray *mentions)
{
  g_autofree char *typed = NULL;
  g_autoptr (GPtrArray) marks = NULL;

  if (segment->source_length < 4 || strncmp (text->source + segment->source, "[[", 2) != 0)
    return;

  typed = g_strndup (text->source + segment->source + 2, segment->source_length - 4);
  marks = dt_cite_marks_parse (typed);
  g_ptr_array_set_free_func (marks, NULL);
  for (guint i = 0; i < marks->len; i++)
    {
      DtCiteMark *mark = g_ptr_array_index (marks, i);
      DtMention mention = {
        .text = text,
        .start = segment->plain,
        .end = segment->plain + segment->length,
        .date = mark->date,
        .mark = mark,
        .has_subject = mark->form != DT_CITE_SHORT,
      };

      if (check->catalog != NULL)
        {
          g_autoptr (GPtrArray) found = dt_catalog_find (check->catalog, mark->number, mark->date, NULL);
          const DtDocument *resolved = dt_catalog_resolve (check->catalog, mark->number);

          mention.document = found->len == 1 ? g_ptr_array_index (found, 0) : found->len == 0 ? resolved
                                                                                              : NULL;
        }
      if (mention.document != NULL)
        {
          const DtDocumentFields *fields = dt_document_get (mention.document);

          mention.number = g_strdup (fields->number);
          mention.type = fields->type;
          mention.issuer = g_strdup (fields->issuer);
          mention.date = fields->date;
        }
      else
        mention.number = g_strdup (mark->number);
      g_array_append_val (mentions, mention);
    }
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const DtMention *first = a;
  const DtMention *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return 0;
}

/* A subject or a body said once behind a group is said of all of it. */
static void
share_in_groups (GArray *mentions,
                 guint from)
{
  for (guint i = from; i < mentions->len; i++)
    {
      DtMention *mention = &g_array_index (mentions, DtMention, i);

      for (guint k = from; k < mentions->len && mention->citation != NULL && mention->citation->group > 0; k++)
        {
          const DtMention *other = &g_array_index (mentions, DtMention, k);

          if (other->citation != NULL && other->citation->group == mention->citation->group)
            mention->has_subject |= other->has_subject;
        }
    }
}

/**
 * dt_check_list_mentions:
 * @check: the run
 *
 * Lists every mention of a legal document in the order one reads them.
 *
 * Returns: (transfer full) (element-type DtMention): the mentions
 */
GArray *
dt_check_list_mentions (const DtCheck *check)
{
  GArray *mentions = g_array_new (FALSE, FALSE, sizeof (DtMention));

  g_array_set_clear_func (mentions, clear_mention);
  for (guint i = 0; i < check->n_texts; i++)
    {
      const DtCheckText *text = check->texts[i];
      guint n = text->citations != NULL ? dt_citations_get_n (text->citations) : 0;
      guint from = mentions->len;

      /* A field is read where it is used. */
      if (text->kind == DT_NODE_FIELD)
        continue;
      for (guint k = 0; k < n; k++)
        add_citation (check, text, k, mentions);
      for (guint k = 0; k < text->n_segments; k++)
        if (text->segments[k].opaque)
          add_marks (check, text, &text->segments[k], mentions);

      qsort (&g_array_index (mentions, DtMention, from), mentions->len - from, sizeof (DtMention), compare_places);
      share_in_groups (mentions, from);
    }

  return mentions;
}

gboolean
dt_mention_is_full (const DtMention *self)
{
  if (self->mark != NULL)
    return self->mark->form != DT_CITE_SHORT;

  return self->date.year > 0 && self->issuer != NULL && self->has_subject;
}

gboolean
dt_mention_is_same (const DtMention *self,
                    const DtMention *other)
{
  if (self->document != NULL && other->document != NULL)
    return self->document == other->document;
  if (*self->number == '\0' || strcmp (self->number, other->number) != 0)
    return FALSE;

  /* Every commune has its "20/KH-UBND". */
  if (!dt_document_number_is_local (self->number) || self->issuer == NULL || other->issuer == NULL)
    return TRUE;
  return strcmp (self->issuer, other->issuer) == 0;
}

char *
dt_mention_dup_short (const DtMention *self)
{
  return g_strdup_printf ("%s%ssố %s", self->type != NULL ? self->type : "", self->type != NULL ? " " : "", self->number);
}
