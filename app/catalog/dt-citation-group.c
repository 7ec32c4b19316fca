/* dt-citation-group.c - one type word, one body, several numbers
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-citation"

#include "config.h"

#include "catalog/dt-citation-code-private.h"
#include "catalog/dt-citation-find-private.h"

#include <string.h>

#define MAX_LINKS 4
#define MAX_BEFORE 18

/* Whether nothing but commas, `và`, `số` stands between @pos and @end. */
static gboolean
is_linked (const DtCitationText *text,
           guint32 pos,
           guint32 end)
{
  DtCitationToken token;

  if (pos > end)
    return FALSE;
  for (guint i = 0; i < MAX_LINKS; i++)
    {
      dt_citation_next_solid (text, pos, &token);
      if (token.start >= end)
        return i > 0;
      if (!dt_citation_is_mark (&token, ',') && !dt_citation_is_mark (&token, ';') && !dt_citation_is (text, &token, "và") &&
          !dt_citation_is (text, &token, "hoặc") && !dt_citation_is_plain (&token, "so"))
        return FALSE;
      pos = token.end;
    }

  return FALSE;
}

/* Whether both symbols are of the same kind of document, as far as they tell. */
static gboolean
has_same_symbol (const char *a,
                 const char *b)
{
  const char *a_end = strrchr (a, '/');
  const char *b_end = strrchr (b, '/');

  return a_end != NULL && b_end != NULL && strcmp (a_end, b_end) == 0;
}

static void
join_group (DtCitationFinder *finder,
            guint index,
            guint32 *n_groups)
{
  DtCitationCore *core = dt_citation_core (finder, index);
  DtCitationCore *head = dt_citation_core (finder, index - 1);

  if (core->has_type || core->c.number == NULL || head->is_dead || head->c.number == NULL)
    return;
  if (!is_linked (&finder->text, MAX (head->c.span.end, head->c.subject_span.end), core->c.span.start))
    return;

  if (head->c.group == 0)
    head->c.group = ++*n_groups;
  core->c.group = head->c.group;
  /* Of several in one breath only the first has `số`, but what is cited with its date is cited in full. */
  if (core->c.span.start == core->c.number_span.start && dt_citation_has (core->c.date_span))
    core->c.problems |= dt_citation_bit (DT_CITATION_MISSING_SO);
  if (core->c.type == NULL || head->c.type == NULL || has_same_symbol (core->c.number, head->c.number))
    core->c.type = head->c.type != NULL ? head->c.type : core->c.type;
}

/* `Quyết định của Thủ tướng Chính phủ: số …`: type and body before the number. */
static void
read_body_before (DtCitationFinder *finder,
                  DtCitationCore *core)
{
  const DtCitationText *text = &finder->text;
  guint32 pos = core->c.span.start;
  guint32 last = 0;

  for (guint i = 0; i < MAX_BEFORE; i++)
    {
      DtCitationToken token, word;
      DtCitationSpan span;
      const DtCitationType *type;
      guint32 start;

      if (dt_citation_prev_solid (text, pos, &token) > 2)
        return;
      if (token.kind == DT_TOKEN_MARK && !dt_citation_is_mark (&token, '-') && !dt_citation_is_mark (&token, ',') &&
          !(i == 0 && dt_citation_is_mark (&token, ':')))
        return;
      if (token.kind == DT_TOKEN_NUMBER || token.kind == DT_TOKEN_END)
        return;
      pos = token.start;
      if (token.kind != DT_TOKEN_WORD)
        continue;
      if (last == 0)
        last = token.end;
      if (!dt_citation_is (text, &token, "của"))
        continue;

      if (!dt_citation_scan_issuer (text, token.end, core->c.span.start, &span) || span.end != last)
        return;
      dt_citation_prev_solid (text, token.start, &word);
      if (word.kind != DT_TOKEN_WORD)
        return;
      type = dt_citation_find_type_before (text, &word, &start);
      if (type == NULL)
        return;
      core->c.type = type->name;
      core->c.issuer_span = span;
      core->c.span.start = start;
      core->has_type = TRUE;
      return;
    }
}

/* The body behind the last, or before the first, is that of all. */
static void
share_body (DtCitationFinder *finder,
            guint index,
            guint other)
{
  DtCitationCore *core = dt_citation_core (finder, index);
  const DtCitationCore *from = dt_citation_core (finder, other);

  if (core->c.group == 0 || core->c.group != from->c.group || dt_citation_has (core->c.issuer_span))
    return;
  if (has_same_symbol (core->c.number, from->c.number))
    core->c.issuer_span = from->c.issuer_span;
}

/**
 * dt_citation_group:
 * @finder: the citations, whose facts were read
 *
 * Finds the citations that share a type or a body:
 * `Công điện số 280/CĐ-TTg và 968/CĐ-TTg của Thủ tướng Chính phủ`.
 */
void
dt_citation_group (DtCitationFinder *finder)
{
  guint n = finder->cores->len;
  guint32 n_groups = 0;

  for (guint i = 0; i < n; i++)
    {
      DtCitationCore *core = dt_citation_core (finder, i);

      if (core->is_dead || core->c.number == NULL)
        continue;
      if (i > 0)
        join_group (finder, i, &n_groups);
      if (!core->has_type && core->c.group == 0 && !dt_citation_has (core->c.issuer_span))
        read_body_before (finder, core);
    }
  for (guint i = n; i > 1; i--)
    share_body (finder, i - 2, i - 1);
  for (guint i = 1; i < n; i++)
    share_body (finder, i, i - 1);
}
