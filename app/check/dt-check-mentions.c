/* dt-check-mentions.c - every place where the plan names a legal document
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-mentions-private.h"

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
share_in_groups (GArray *mentions)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      DtMention *mention = &g_array_index (mentions, DtMention, i);

      for (guint k = 0; k < mentions->len && mention->citation != NULL && mention->citation->group > 0; k++)
        {
          const DtMention *other = &g_array_index (mentions, DtMention, k);

          if (other->citation != NULL && other->citation->group == mention->citation->group)
            mention->has_subject |= other->has_subject;
        }
    }
}

GArray *
dt_check_list_text_mentions (const DtCheck *check,
                             const DtCheckText *text)
{
  GArray *mentions = g_array_new (FALSE, FALSE, sizeof (DtMention));
  guint n = text->citations != NULL ? dt_citations_get_n (text->citations) : 0;

  g_array_set_clear_func (mentions, clear_mention);
  /* A field is read where it is used. */
  if (text->kind == DT_NODE_FIELD)
    return mentions;

  for (guint i = 0; i < n; i++)
    add_citation (check, text, i, mentions);
  for (guint i = 0; i < text->n_segments; i++)
    if (text->segments[i].opaque)
      add_marks (check, text, &text->segments[i], mentions);

  if (mentions->len > 1)
    qsort (mentions->data, mentions->len, sizeof (DtMention), compare_places);
  share_in_groups (mentions);
  return mentions;
}

/* Whether the two are the same is only asked of those with one number: each is asked behind the ones before it. */
static GArray *
find_firsts (const GPtrArray *mentions)
{
  GArray *firsts = g_array_sized_new (FALSE, FALSE, sizeof (guint), mentions->len);
  g_autoptr (GHashTable) by_number = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < mentions->len; i++)
    {
      const DtMention *mention = g_ptr_array_index (mentions, i);
      const char *number = mention->document != NULL ? dt_document_get (mention->document)->number : mention->number;
      GArray *places = number != NULL && *number != '\0' ? g_hash_table_lookup (by_number, number) : NULL;
      guint first = i;

      for (guint k = 0; places != NULL && first == i && k < places->len; k++)
        if (dt_mention_is_same (g_ptr_array_index (mentions, g_array_index (places, guint, k)), mention))
          first = g_array_index (places, guint, k);
      if (places == NULL && number != NULL && *number != '\0')
        {
          places = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (by_number, (gpointer) number, places);
        }
      if (places != NULL)
        g_array_append_val (places, i);
      g_array_append_val (firsts, first);
    }

  return firsts;
}

/**
 * dt_check_get_mentions:
 * @check: the run
 * @n_mentions: (out): how many
 *
 * Lists every mention of a legal document in the order one reads them.
 *
 * Returns: (transfer none) (array length=n_mentions): the mentions
 */
const DtMention *const *
dt_check_get_mentions (const DtCheck *check,
                       guint *n_mentions)
{
  DtCheckRun *run = check->run;

  if (run->mentions == NULL)
    {
      run->mentions = g_ptr_array_new ();
      for (guint i = 0; i < check->n_texts; i++)
        for (guint k = 0; k < check->texts[i]->mentions->len; k++)
          g_ptr_array_add (run->mentions, &g_array_index (check->texts[i]->mentions, DtMention, k));
      run->firsts = find_firsts (run->mentions);
    }

  *n_mentions = run->mentions->len;
  return (const DtMention *const *) run->mentions->pdata;
}

guint
dt_check_find_first_mention (const DtCheck *check,
                             guint index)
{
  return g_array_index (check->run->firsts, guint, index);
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
