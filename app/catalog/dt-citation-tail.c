/* dt-citation-tail.c - date, body and subject behind a number
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-citation"

#include "config.h"

#include "catalog/dt-citation-find-private.h"

#define MAX_NEWLINES 2
#define MAX_SUBJECT 1200
/* How many citations a subject may hold. */
#define MAX_NESTED 8

/* One citation while what follows it is read. */
typedef struct
{
  DtCitationFinder *finder;
  const DtCitationText *text;
  DtCitationCore *core;
  guint index;
  guint32 pos;        /* behind what was read */
  guint32 next_start; /* of the next citation */
} Tail;

static gboolean
is_closing (const DtCitationToken *token)
{
  return dt_citation_is_mark (token, ']') || dt_citation_is_mark (token, '*') || dt_citation_is_mark (token, '"') ||
         dt_citation_is_mark (token, 0x201d) || dt_citation_is_mark (token, ')');
}

static gboolean
take_date (Tail *self,
           guint32 pos)
{
  DtCitationCore *core = self->core;
  DtDate date;
  DtCitationSpan span;
  guint32 problems = 0;

  if (dt_citation_has (core->c.date_span) || !dt_citation_scan_date (self->text, pos, &date, &span, &problems) ||
      span.end > core->limit)
    return FALSE;

  core->c.date = date;
  core->c.date_span = span;
  core->c.problems |= problems;
  self->pos = span.end;
  return TRUE;
}

/* `ban hành ngày …`, `(ngày …)`. */
static gboolean
take_worded_date (Tail *self,
                  const DtCitationToken *token)
{
  DtCitationToken close;
  guint32 end;

  if (dt_citation_match (self->text, token, "ban hanh", &end))
    {
      dt_citation_next_solid (self->text, end, &close);
      return dt_citation_is_plain (&close, "ngay") && take_date (self, end);
    }
  if (!dt_citation_is_mark (token, '('))
    return FALSE;

  dt_citation_next_solid (self->text, token->end, &close);
  if (!dt_citation_is_plain (&close, "ngay") || !take_date (self, token->end))
    return FALSE;
  dt_citation_next_solid (self->text, self->pos, &close);
  if (dt_citation_is_mark (&close, ')'))
    self->pos = close.end;
  return TRUE;
}

static gboolean
take_issuer (Tail *self,
             const DtCitationToken *token)
{
  DtCitationSpan span;
  guint32 limit = MIN (self->core->limit, self->next_start);

  if (dt_citation_has (self->core->c.issuer_span))
    return FALSE;
  if (!dt_citation_is_plain (token, "cua") && !dt_citation_is (self->text, token, "do"))
    return FALSE;
  if (!dt_citation_scan_issuer (self->text, token->end, limit, &span))
    return FALSE;

  self->core->c.issuer_span = span;
  self->pos = span.end;
  if (token->plain[0] == 'd')
    {
      DtCitationToken word;
      guint32 end;

      dt_citation_next_solid (self->text, self->pos, &word);
      if (dt_citation_match (self->text, &word, "ban hanh", &end))
        self->pos = end;
    }
  return TRUE;
}

/* What directly follows the number: date and body, in either order. */
static void
take_facts (Tail *self)
{
  DtCitationToken token;

  for (guint i = 0; i < 2; i++)
    {
      if (dt_citation_next_solid (self->text, self->pos, &token) > MAX_NEWLINES || !is_closing (&token))
        break;
      self->pos = token.end;
    }

  for (guint i = 0; i < 3; i++)
    {
      guint32 pos = self->pos;

      if (dt_citation_next_solid (self->text, pos, &token) > MAX_NEWLINES)
        return;
      if (dt_citation_is_mark (&token, ','))
        {
          pos = token.end;
          if (dt_citation_next_solid (self->text, pos, &token) > MAX_NEWLINES)
            return;
        }
      if (!take_date (self, pos) && !take_worded_date (self, &token) && !take_issuer (self, &token))
        return;
    }
}

/* The nested citation that begins at @pos, among those from @nested on. */
static DtCitationCore *
find_nested (Tail *self,
             guint *nested,
             guint32 pos)
{
  while (*nested < self->finder->cores->len)
    {
      DtCitationCore *core = dt_citation_core (self->finder, *nested);
      guint32 start = core->c.span.start;

      if (start > pos)
        return NULL;
      if (start == pos)
        return core;
      (*nested)++;
    }

  return NULL;
}

/* Where the next sentence of the same subject goes on, or not. */
static gboolean
ends_at_mark (Tail *self,
              const DtCitationToken *mark,
              const DtCitationToken *before,
              guint depth,
              gboolean is_loose)
{
  static const char *const leads[] = { "căn cứ", "thực hiện", "theo", "xét", "nghị", "quyết", "thông", "luật", "các" };
  DtCitationToken next, further;
  guint newlines;

  switch (mark->mark)
    {
    case ':':
      return dt_citation_next_solid (self->text, mark->end, &next) > 0 || dt_citation_is_plain (&next, "so");
    case ')':
    case ']':
      return depth == 0;
    case '.':
      if (dt_citation_is_plain (before, "tp"))
        return FALSE;
      dt_citation_next (self->text, mark->end, &next);
      if (next.kind != DT_TOKEN_BLANK && next.kind != DT_TOKEN_END && next.kind != DT_TOKEN_MARK)
        return FALSE;
      dt_citation_next_solid (self->text, mark->end, &next);
      return !dt_citation_is_plain (&next, "ngay") && !dt_citation_is_phrase (self->text, &next, "ban hành");
    case ';':
      newlines = dt_citation_next_solid (self->text, mark->end, &next);
      dt_citation_next_solid (self->text, next.end, &further);
      return newlines > 0 || next.kind != DT_TOKEN_WORD ||
             (dt_citation_is_plain (&next, "so") && further.kind == DT_TOKEN_NUMBER) ||
             (next.upper && (!is_loose || dt_citation_is_among (self->text, &next, leads, G_N_ELEMENTS (leads))));
    default:
      return FALSE;
    }
}

/* Words that go on with the sentence after a subject. */
static gboolean
ends_subject (const DtCitationText *text,
              const DtCitationToken *token)
{
  static const char *const phrases[] = { "đã được", "có hiệu", "hết hiệu", "kể từ", "sau đây", "được sửa", "từ ngày" };

  return dt_citation_is_among (text, token, phrases, G_N_ELEMENTS (phrases));
}

/* Whether a subject may begin with the word. */
static gboolean
may_begin (const DtCitationText *text,
           const DtCitationToken *token)
{
  static const char *const others[] = { "và", "hoặc", "của", "tại", "theo", "thì", "là", "ở", "với", "cho", "đến",
                                        "từ", "này", "do", "như", "bị", "còn", "ra", "cùng", "trước", "có", "ngày", "năm", "số" };

  if (token->kind != DT_TOKEN_WORD)
    return FALSE;
  if (dt_citation_opens_subject (text, token))
    return TRUE;

  return !dt_citation_ends_name (text, token) && !dt_citation_is_among (text, token, others, G_N_ELEMENTS (others));
}

/* Steps through a subject from one token to the next; FALSE at its end, which is then @end. */
typedef struct
{
  Tail *tail;
  DtCitationToken token;
  guint nested;
  guint n_nested;
  guint depth;
  guint32 start;
  guint32 end;
  gboolean is_loose;               /* a date is looked for, and sentences may be long */
  const DtCitationCore *last_core; /* whose number the token before belongs to */
} Walk;

/* Whether an empty line before @next ends a paragraph: texts taken out of pages have them after every line. */
static gboolean
ends_paragraph (const DtCitationText *text,
                const DtCitationToken *before,
                const DtCitationToken *next)
{
  DtCitationToken further;

  dt_citation_next (text, next->end, &further);
  switch (next->kind)
    {
    case DT_TOKEN_WORD:
      return (next->upper && before->kind == DT_TOKEN_MARK) || (next->all_upper && next->n > 1);
    case DT_TOKEN_NUMBER:
      return dt_citation_is_mark (&further, '.') || dt_citation_is_mark (&further, ')');
    case DT_TOKEN_MARK:
      return next->mark != 0x201c && next->mark != '"' &&
             !(before->kind == DT_TOKEN_NUMBER && further.kind == DT_TOKEN_NUMBER);
    case DT_TOKEN_END:
    case DT_TOKEN_BLANK:
    default:
      return TRUE;
    }
}

static gboolean
step (Walk *self)
{
  Tail *tail = self->tail;
  DtCitationToken next;
  const DtCitationCore *core;
  guint newlines = dt_citation_next_solid (tail->text, self->token.end, &next);

  if (next.kind == DT_TOKEN_END || next.start >= tail->core->limit || next.start - self->start > MAX_SUBJECT)
    return FALSE;
  if (newlines > MAX_NEWLINES || (newlines > 1 && ends_paragraph (tail->text, &self->token, &next)))
    return FALSE;

  self->last_core = NULL;
  core = find_nested (tail, &self->nested, next.start);
  if (core != NULL)
    {
      if (++self->n_nested > MAX_NESTED)
        return FALSE;
      next.end = MAX (next.end, dt_citation_has (core->c.number_span) ? core->c.number_span.end : core->c.subject_span.end);
      self->last_core = core;
      self->token = next;
      self->end = next.end;
      return TRUE;
    }

  self->depth += dt_citation_is_mark (&next, '(') || dt_citation_is_mark (&next, '[');
  if (next.kind == DT_TOKEN_MARK && ends_at_mark (tail, &next, &self->token, self->depth, self->is_loose))
    return FALSE;
  self->depth -= (dt_citation_is_mark (&next, ')') || dt_citation_is_mark (&next, ']')) && self->depth > 0;
  self->token = next;
  self->end = next.end;
  return TRUE;
}

static Walk
start_walk (Tail *tail)
{
  Walk walk = { .tail = tail, .start = tail->pos, .end = tail->pos, .nested = tail->index + 1 };

  walk.token.end = tail->pos;
  return walk;
}

/* A list goes on: `…, số 968/CĐ-TTg` and `… và Quyết định số …` are no part of the subject. */
static gboolean
is_next_in_list (Walk *walk,
                 const DtCitationToken *before)
{
  return walk->last_core != NULL && walk->last_core->c.number != NULL && walk->n_nested == 1 &&
         (dt_citation_is_mark (before, ',') || dt_citation_is_mark (before, ';') ||
          dt_citation_is (walk->tail->text, before, "và"));
}

/* Whether `của` and a body stand at @pos, and the body is in the symbol. */
static gboolean
is_own_issuer (Tail *self,
               guint32 pos,
               DtCitationSpan *issuer)
{
  DtCitationToken token;

  dt_citation_next_solid (self->text, pos, &token);
  return dt_citation_is_plain (&token, "cua") &&
         dt_citation_scan_issuer (self->text, token.end, self->core->limit, issuer) &&
         dt_citation_issuer_agrees (self->text, *issuer, self->core->c.number);
}

/* The body at the very end, behind the subject: `… về … của Bộ trưởng Bộ Nội vụ.` */
static gboolean
take_last_issuer (Tail *self,
                  const DtCitationToken *token)
{
  DtCitationSpan issuer;
  DtCitationToken next;

  if (dt_citation_has (self->core->c.issuer_span) || !dt_citation_has (self->core->c.date_span) ||
      !dt_citation_is_plain (token, "cua") || !is_own_issuer (self, token->start, &issuer))
    return FALSE;

  dt_citation_next_solid (self->text, issuer.end, &next);
  if (next.kind != DT_TOKEN_END && !dt_citation_is_mark (&next, ';') && !dt_citation_is_mark (&next, '.') &&
      !dt_citation_is_mark (&next, ')'))
    return FALSE;

  self->core->c.issuer_span = issuer;
  return TRUE;
}

/* The subject from here to the end of the sentence or the next citation. */
static void
take_subject (Tail *self)
{
  Walk walk = start_walk (self);
  DtCitationToken first, before = { .kind = DT_TOKEN_END };
  guint32 end = 0, last_end = 0;

  if (dt_citation_next_solid (self->text, self->pos, &first) > MAX_NEWLINES || !may_begin (self->text, &first))
    return;
  if (!dt_citation_has (self->core->c.date_span) && !dt_citation_has (self->core->c.issuer_span) &&
      !dt_citation_opens_subject (self->text, &first))
    return;

  while (step (&walk))
    {
      if (is_next_in_list (&walk, &before))
        {
          /* The word before it is no part of the subject. */
          if (before.kind == DT_TOKEN_WORD)
            end = last_end;
          break;
        }
      if (ends_subject (self->text, &walk.token) || take_last_issuer (self, &walk.token))
        break;
      if (walk.token.kind == DT_TOKEN_WORD || walk.token.kind == DT_TOKEN_NUMBER || is_closing (&walk.token))
        {
          last_end = end;
          end = walk.end;
        }
      before = walk.token;
    }
  if (end > first.start)
    self->core->c.subject_span = (DtCitationSpan){ first.start, end };
}

/* Whether a date that stands in a subject, or behind it, is that of this document. */
static gboolean
owns_date (Tail *self,
           const Walk *walk,
           const DtCitationToken *before,
           DtDate date,
           DtCitationSpan span)
{
  const DtCitationCore *core = self->core;
  const DtCitationCore *nested = walk->last_core;
  DtCitationSpan issuer;
  DtCitationToken next;

  dt_citation_next_solid (self->text, span.end, &next);
  if (dt_citation_is_before_date (self->text, before) &&
      !(core->year == date.year && is_own_issuer (self, span.end, &issuer)))
    return FALSE;
  if (core->year != 0 && date.year != core->year)
    {
      /* Only where nothing else can have it. */
      return walk->n_nested == 0 && is_own_issuer (self, span.end, &issuer);
    }
  if (nested == NULL)
    return core->year != 0 || dt_citation_is_plain (&next, "cua") || next.kind == DT_TOKEN_END ||
           dt_citation_is_mark (&next, ';') || dt_citation_is_mark (&next, '.');
  if (nested->c.number == NULL)
    return core->year != 0 || is_own_issuer (self, span.end, &issuer);
  if (nested->year != 0 && nested->year != date.year)
    return core->year != 0;

  return dt_citation_is_plain (&next, "cua") && dt_citation_scan_issuer (self->text, next.end, core->limit, &issuer) &&
         dt_citation_issuer_agrees (self->text, issuer, core->c.number) &&
         !dt_citation_issuer_agrees (self->text, issuer, nested->c.number);
}

/* Those inside may take nothing from behind @end; a law that had only this date is none. */
static void
limit_nested (Tail *self,
              guint32 end)
{
  for (guint i = self->index + 1; i < self->finder->cores->len; i++)
    {
      DtCitationCore *core = dt_citation_core (self->finder, i);

      if (core->c.span.start >= end)
        break;
      core->limit = MIN (core->limit, end);
      if (core->c.number == NULL && core->c.date_span.end > end)
        core->is_dead = TRUE;
    }
}

/* `… ban hành ngày …`: the verb belongs to the date. */
static guint32
trim_issued (const DtCitationText *text,
             guint32 start,
             guint32 end)
{
  DtCitationToken second, first, last;

  dt_citation_prev_solid (text, end, &second);
  dt_citation_prev_solid (text, second.start, &first);
  if (!dt_citation_is (text, &second, "hành") || !dt_citation_is (text, &first, "ban") || first.start <= start)
    return end;

  dt_citation_prev_solid (text, first.start, &last);
  return last.end;
}

/* A number of a note between number and subject: (1) Quy định … */
static guint32
skip_note (const DtCitationText *text,
           guint32 pos)
{
  DtCitationToken open, number, close;

  dt_citation_next_solid (text, pos, &open);
  if (!dt_citation_is_mark (&open, '('))
    return pos;
  dt_citation_next (text, open.end, &number);
  dt_citation_next (text, number.end, &close);

  return number.kind == DT_TOKEN_NUMBER && number.n <= 2 && dt_citation_is_mark (&close, ')') ? close.end : pos;
}

/* Number, subject, date, body: the order of the collections of law. */
static gboolean
take_subject_then_date (Tail *self)
{
  DtCitationToken first, before = { .kind = DT_TOKEN_END };
  const DtCitationCore *near = NULL;
  guint32 last_end;
  Walk walk;

  self->pos = skip_note (self->text, self->pos);
  walk = start_walk (self);
  walk.is_loose = TRUE;
  last_end = self->pos;

  if (dt_citation_next_solid (self->text, self->pos, &first) > MAX_NEWLINES || !may_begin (self->text, &first))
    return FALSE;

  while (step (&walk))
    {
      DtDate date;
      DtCitationSpan span;
      guint32 problems = 0;

      if (dt_citation_is_plain (&walk.token, "ngay") &&
          dt_citation_scan_date (self->text, walk.token.start, &date, &span, &problems) && dt_date_is_complete (date))
        {
          walk.last_core = near;
          if (last_end > first.start && owns_date (self, &walk, &before, date, span))
            {
              self->core->c.subject_span = (DtCitationSpan){ first.start, last_end };
              self->core->c.date = date;
              self->core->c.date_span = span;
              self->core->c.problems |= problems;
              self->pos = span.end;
              limit_nested (self, span.start);
              return TRUE;
            }
          walk.token.end = walk.end = span.end;
          walk.last_core = NULL;
        }
      near = walk.last_core;
      before = walk.token;
      last_end = walk.end;
    }

  return FALSE;
}

/* `… ban hành ngày 20/11/2012` at the end: the verb belongs to the date. */
static void
trim_subject (Tail *self)
{
  DtCitationSpan *span = &self->core->c.subject_span;

  if (!dt_citation_has (self->core->c.issuer_span))
    span->end = trim_issued (self->text, span->start, span->end);
}

/* The body behind the date, and which citations come after it. */
static void
take_issuer_after_date (Tail *self)
{
  DtCitationToken token;

  self->next_start = self->core->limit;
  for (guint i = self->index + 1; i < self->finder->cores->len; i++)
    if (dt_citation_core (self->finder, i)->c.span.start >= self->pos)
      {
        self->next_start = dt_citation_core (self->finder, i)->c.span.start;
        break;
      }
  if (dt_citation_next_solid (self->text, self->pos, &token) <= MAX_NEWLINES)
    take_issuer (self, &token);
}

/**
 * dt_citation_read_tail:
 * @finder: the citations
 * @index: one of them; those before it have been read
 *
 * Reads what stands behind a number: date, body, subject, in the order of the
 * decree, or subject, date, body.
 */
void
dt_citation_read_tail (DtCitationFinder *finder,
                       guint index)
{
  DtCitationCore *core = dt_citation_core (finder, index);
  Tail self = { .finder = finder, .text = &finder->text, .core = core, .index = index };

  if (core->c.number == NULL || core->is_dead)
    return;

  self.pos = core->c.number_span.end;
  self.next_start = index + 1 < finder->cores->len ? dt_citation_core (finder, index + 1)->c.span.start : finder->text.n;
  take_facts (&self);
  if (!dt_citation_has (core->c.subject_span))
    {
      if (!dt_citation_has (core->c.date_span) && !dt_citation_has (core->c.issuer_span) && take_subject_then_date (&self))
        {
          take_issuer_after_date (&self);
          trim_subject (&self);
        }
      else
        take_subject (&self);
    }

  core->c.span.end = MAX (core->c.number_span.end, MAX (core->c.date_span.end, core->c.issuer_span.end));
}
