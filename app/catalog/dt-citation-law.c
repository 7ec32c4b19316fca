/* dt-citation-law.c - laws, codes and ordinances by their names
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-citation"

#include "config.h"

#include "catalog/dt-citation-find-private.h"

#define MAX_NEWLINES 2
#define MAX_TOKENS 60
#define FIRST_YEAR 1945
#define LAST_YEAR 2099

/* A name while it is read. */
typedef struct
{
  const DtCitationText *text;
  DtCitationLaw *law;
  DtCitationToken token;
  DtCitationToken last; /* the word before it */
  gboolean amends;      /* luật sửa đổi, bổ sung một số điều của … */
  guint n_words;
} Name;

/* `pháp luật`, `kỷ luật` and the like are no laws. */
static gboolean
is_part_of_word (const DtCitationText *text,
                 guint32 pos)
{
  static const char *const words[] = { "phap", "ky", "quy", "thien", "nhac", "ca", "dinh", "cac", "du", "hai", "an", "qui", "nien" };
  DtCitationToken token;

  dt_citation_prev (text, pos, &token);
  if (token.kind == DT_TOKEN_WORD || token.kind == DT_TOKEN_NUMBER)
    return TRUE;
  if (token.kind != DT_TOKEN_BLANK)
    return FALSE;

  dt_citation_prev (text, token.start, &token);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (dt_citation_is_plain (&token, words[i]))
      return TRUE;

  return FALSE;
}

/* The type at @pos; @end is behind it. */
static gboolean
scan_head (const DtCitationText *text,
           guint32 pos,
           DtCitationLaw *law,
           DtCitationToken *head)
{
  DtCitationToken before, second;
  guint32 end;

  dt_citation_next (text, pos, head);
  if (head->kind != DT_TOKEN_WORD)
    return FALSE;

  law->start = pos;
  if (dt_citation_is (text, head, "luật"))
    {
      dt_citation_prev_solid (text, pos, &before);
      if (dt_citation_is (text, &before, "bộ"))
        {
          law->type = "Bộ luật";
          law->start = before.start;
          return !is_part_of_word (text, before.start);
        }
      law->type = "Luật";
      return !is_part_of_word (text, pos);
    }
  if (!(dt_citation_is_plain (head, "phap") && dt_citation_match (text, head, "phap lenh", &end)) &&
      !(head->upper && dt_citation_match (text, head, "hien phap", &end)))
    return FALSE;

  law->type = head->plain[0] == 'p' ? "Pháp lệnh" : "Hiến pháp";
  dt_citation_next_solid (text, head->end, &second);
  if (!dt_citation_is (text, &second, head->plain[0] == 'p' ? "lệnh" : "pháp"))
    return FALSE;
  *head = second;

  return !is_part_of_word (text, pos);
}

static gboolean
is_year (const DtCitationToken *token)
{
  return token->kind == DT_TOKEN_NUMBER && token->n == 4 && token->value >= FIRST_YEAR && token->value <= LAST_YEAR;
}

/* A number that is no part of a date, a fraction or a longer number. */
static gboolean
is_alone (const DtCitationText *text,
          const DtCitationToken *number)
{
  DtCitationToken after;

  dt_citation_next (text, number->end, &after);
  if (after.kind == DT_TOKEN_WORD || dt_citation_is_mark (&after, '/') || dt_citation_is_mark (&after, '-') ||
      dt_citation_is_mark (&after, '%'))
    return FALSE;
  if (!dt_citation_is_mark (&after, '.') && !dt_citation_is_mark (&after, ','))
    return TRUE;

  dt_citation_next (text, after.end, &after);
  return after.kind != DT_TOKEN_NUMBER;
}

/* A number and symbol at @pos, whose `số` may be missing. */
static gboolean
find_number (Name *self,
             guint32 pos)
{
  DtCitationToken token;

  dt_citation_next_solid (self->text, pos, &token);
  for (guint i = 0; i < 2 && token.kind == DT_TOKEN_MARK; i++)
    {
      if (token.mark != ':' && token.mark != '[' && token.mark != '(')
        return FALSE;
      dt_citation_next_solid (self->text, token.end, &token);
    }
  if (token.kind != DT_TOKEN_NUMBER || is_alone (self->text, &token))
    return FALSE;

  self->law->number = token.start;
  return TRUE;
}

static void
end_name (Name *self)
{
  self->law->name.end = self->last.end;
}

/* `ngày`, `năm`, `số` and bare years. Sets @done when the name is over, one way or the other. */
static gboolean
find_end (Name *self,
          gboolean *done)
{
  DtCitationToken next;

  *done = FALSE;
  if (dt_citation_is_plain (&self->token, "ngay"))
    {
      if (dt_citation_is_before_date (self->text, &self->last))
        {
          *done = TRUE;
          return FALSE;
        }
      if (dt_citation_scan_date (self->text, self->token.start, &self->law->date, &self->law->date_span, &self->law->problems))
        {
          *done = TRUE;
          self->law->end = self->law->date_span.end;
          return self->n_words > 0;
        }
      return FALSE;
    }

  next = self->token;
  if (dt_citation_is_plain (&self->token, "nam"))
    dt_citation_next_solid (self->text, self->token.end, &next);
  if (is_year (&next) && is_alone (self->text, &next))
    {
      *done = TRUE;
      self->law->date = dt_date_make (next.value, 0, 0);
      self->law->date_span = (DtCitationSpan){ self->token.start, next.end };
      self->law->end = next.end;
      return self->n_words > 0;
    }

  if ((dt_citation_is_plain (&self->token, "so") || dt_citation_is_plain (&self->token, "so:")) &&
      find_number (self, self->token.end))
    {
      *done = TRUE;
      return TRUE;
    }
  if (self->token.kind == DT_TOKEN_NUMBER && !self->amends)
    {
      *done = TRUE;
      return FALSE;
    }

  return FALSE;
}

/* Whether the name may go on with the token. */
static gboolean
goes_on (Name *self)
{
  if (self->token.kind == DT_TOKEN_NUMBER)
    return self->token.n <= 3 && is_alone (self->text, &self->token);
  if (self->token.kind != DT_TOKEN_WORD)
    return dt_citation_is_mark (&self->token, ',') || dt_citation_is_mark (&self->token, '-') ||
           dt_citation_is_mark (&self->token, '/');
  if (dt_citation_is (self->text, &self->token, "luật") || dt_citation_is_plain (&self->token, "lenh"))
    {
      if (dt_citation_is_plain (&self->last, "phap"))
        return self->amends || dt_citation_is (self->text, &self->token, "luật");
      /* An amended law goes on to the name of the one it amends. */
      return self->amends || self->n_words == 0;
    }

  /* Luật Ban hành văn bản …, Luật Thực hiện dân chủ … begin with a verb. */
  return self->n_words == 0 || !dt_citation_ends_name (self->text, &self->token);
}

static gboolean
scan_name (Name *self)
{
  gboolean done;

  for (guint i = 0; i < MAX_TOKENS; i++)
    {
      guint newlines = dt_citation_next_solid (self->text, self->token.end, &self->token);

      if (newlines > MAX_NEWLINES || self->token.kind == DT_TOKEN_END)
        return FALSE;
      if (find_end (self, &done))
        {
          end_name (self);
          return TRUE;
        }
      if (done || !goes_on (self))
        return FALSE;
      if (self->token.kind == DT_TOKEN_WORD || self->token.kind == DT_TOKEN_NUMBER)
        {
          if (self->n_words == 0)
            {
              if (dt_citation_is (self->text, &self->token, "này") || dt_citation_is (self->text, &self->token, "trên") ||
                  dt_citation_is (self->text, &self->token, "của") || dt_citation_is (self->text, &self->token, "và"))
                return FALSE;
              self->law->name.start = self->token.start;
              self->amends = dt_citation_is_plain (&self->token, "sua");
            }
          self->n_words++;
          self->last = self->token;
        }
    }

  return FALSE;
}

/* `ban hành ngày`, `được thông qua ngày` do not belong to the name. */
static void
trim_name (Name *self)
{
  static const char *const tails[][2] = { { "ban", "hanh" }, { "thong", "qua" }, { "nam", "" } };
  DtCitationToken second, first;
  guint32 end = self->law->name.end;

  dt_citation_prev_solid (self->text, end, &second);
  dt_citation_prev_solid (self->text, second.start, &first);
  for (guint i = 0; i < 2; i++)
    if (dt_citation_is_plain (&first, tails[i][0]) && dt_citation_is_plain (&second, tails[i][1]) &&
        first.start > self->law->name.start)
      {
        dt_citation_prev_solid (self->text, first.start, &second);
        self->law->name.end = second.end;
      }
}

/**
 * dt_citation_scan_law:
 * @text: a text
 * @pos: where `luật`, `pháp lệnh` or `hiến pháp` begins
 * @law: (out): what stands there
 *
 * Reads a law by its name: to its number, its date or its year
 * (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.b: laws are cited by type and name).
 *
 * Returns: whether there is one with a number, a date or a year
 */
gboolean
dt_citation_scan_law (const DtCitationText *text,
                      guint32 pos,
                      DtCitationLaw *law)
{
  Name name = { .text = text, .law = law };

  *law = (DtCitationLaw){ .date = DT_DATE_INIT };
  if (!scan_head (text, pos, law, &name.token))
    return FALSE;

  name.last = name.token;
  law->name = (DtCitationSpan){ name.token.end, name.token.end };
  law->end = name.token.end;
  if (find_number (&name, name.token.end))
    return TRUE;
  if (!scan_name (&name))
    {
      /* The constitution needs no name. */
      return dt_citation_has (law->date_span) && law->type[0] == 'H';
    }

  trim_name (&name);
  return TRUE;
}
