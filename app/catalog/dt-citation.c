/* dt-citation.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-citation"

#include "config.h"

#include "catalog/dt-citation.h"

#include "catalog/dt-citation-find-private.h"
#include "text/dt-text.h"

#include <string.h>

/**
 * DtCitations:
 *
 * The documents a text cites, in their order.
 *
 * One may stand inside another: subjects name the documents they amend.
 */
struct _DtCitations
{
  char *copy;
  DtCitationText text;
  GStringChunk *strings;
  DtCitation *items;
  guint n;
};

G_DEFINE_BOXED_TYPE (DtCitations, dt_citations, dt_citations_ref, dt_citations_unref)

/* More text than offsets can tell is not looked at. */
#define MAX_TEXT (G_MAXUINT32 - 4096)

static void
add_core (DtCitationFinder *finder,
          DtCitationCode *code,
          const DtCitationContext *context,
          const DtCitationLaw *law,
          const char *number,
          DtCitationClass klass)
{
  DtCitationCore core = { .limit = finder->text.n, .year = code->year };

  core.c.number = g_string_chunk_insert (finder->strings, number);
  core.c.number_span = (DtCitationSpan){ code->start, code->end };
  core.c.span = (DtCitationSpan){ context->start, code->end };
  core.c.klass = (guint8) klass;
  core.c.problems = code->problems;
  core.c.type = dt_citation_code_get_type (code);
  if (law != NULL)
    {
      core.c.type = law->type;
      core.c.span.start = law->start;
      core.c.subject_span = law->name;
      core.has_type = TRUE;
    }
  else if (context->type != NULL)
    {
      core.has_type = TRUE;
      if (core.c.type == NULL || strcmp (context->type->name, "Văn bản") != 0)
        core.c.type = context->type->name;
      if (klass == DT_CITATION_LETTER && strcmp (core.c.type, "Văn bản") == 0)
        core.c.type = "Công văn";
    }
  else if (klass == DT_CITATION_LETTER)
    core.c.type = "Công văn";
  g_array_append_val (finder->cores, core);
}

static void
add_law (DtCitationFinder *finder,
         const DtCitationLaw *law)
{
  DtCitationCore core = { .limit = finder->text.n, .has_type = TRUE };

  core.c.type = law->type;
  core.c.span = (DtCitationSpan){ law->start, law->end };
  core.c.subject_span = law->name;
  core.c.date = law->date;
  core.c.date_span = law->date_span;
  core.c.problems = law->problems;
  core.c.klass = DT_CITATION_NAMED_LAW;
  g_array_append_val (finder->cores, core);
}

/* What the search keeps from one place to the next. */
typedef struct
{
  DtCitationFinder *finder;
  GString *number;
  DtCitationLaw law; /* the last law whose number is still to come */
  guint32 form_end;  /* behind the last number of a form */
  guint32 last_end;  /* behind the last citation */
} Search;

/* Whether only a comma, `và`, `số` stands between the number of a form and this one. */
static gboolean
follows (const DtCitationText *text,
         guint32 end,
         guint32 pos)
{
  for (guint i = 0; i < 4 && end != 0 && end <= pos; i++)
    {
      DtCitationToken token;

      if (end == pos)
        return TRUE;
      dt_citation_next_solid (text, end, &token);
      if (token.start == pos)
        return TRUE;
      if (!dt_citation_is_mark (&token, ',') && !dt_citation_is_mark (&token, ';') && !dt_citation_is (text, &token, "và") &&
          !dt_citation_is (text, &token, "hoặc") && !dt_citation_is_plain (&token, "so"))
        return FALSE;
      end = token.end;
    }

  return FALSE;
}

/* Looks at the number at @pos; where to go on. */
static guint32
find_code (Search *self,
           guint32 pos)
{
  const DtCitationText *text = &self->finder->text;
  const DtCitationLaw *law = self->law.number == pos ? &self->law : NULL;
  DtCitationCode code;
  DtCitationContext context;
  DtCitationClass klass;
  DtCitationToken digits;

  dt_citation_next (text, pos, &digits);
  if (!dt_citation_scan_code (text, pos, &code))
    return digits.end;

  dt_citation_read_context (text, pos, &context);
  context.continues = follows (text, self->last_end, pos);
  if (!context.is_form && context.type == NULL && follows (text, self->form_end, pos))
    context.is_form = TRUE;
  if (law != NULL && !dt_citation_code_is_law (&code))
    law = NULL;
  if (law != NULL && context.type == NULL)
    {
      /* Luật Đấu thầu số 22/2023/QH15. */
      static const DtCitationType named = { "luat", 'l', 1, "Luật" };

      context.type = &named;
    }
  if (!dt_citation_judge_code (text, &code, &context, self->number, &klass))
    {
      if (context.is_form)
        self->form_end = code.end;
      return digits.end;
    }

  add_core (self->finder, &code, &context, law != NULL && dt_citation_has (law->name) ? law : NULL, self->number->str, klass);
  self->last_end = code.end;
  return code.end;
}

static guint32
find_law (Search *self,
          guint32 pos)
{
  DtCitationLaw law;

  if (!dt_citation_scan_law (&self->finder->text, pos, &law))
    return pos + 1;
  if (law.number != 0)
    {
      self->law = law;
      return law.number;
    }

  add_law (self->finder, &law);
  self->last_end = law.end;
  return law.end;
}

/* `luật`, `pháp lệnh` and `Hiến pháp` by their first bytes. */
static gboolean
may_be_law (const char *s,
            gsize n)
{
  if (n < 4)
    return FALSE;
  switch (s[0])
    {
    case 'l':
    case 'L':
      return s[1] == 'u' || s[1] == 'U';
    case 'p':
    case 'P':
      return (s[1] == 'h' || s[1] == 'H') && (s[2] == '\303' || s[2] == 'a' || s[2] == 'A');
    case 'H':
      return (s[1] == 'i' || s[1] == 'I') && (s[2] == '\341' || s[2] == 'e' || s[2] == 'E');
    default:
      return FALSE;
    }
}

static void
search_text (Search *self)
{
  const char *s = self->finder->text.s;
  guint32 n = self->finder->text.n;
  guint32 pos = 0;

  while (pos < n)
    {
      char c = s[pos];

      if (c >= '0' && c <= '9')
        pos = find_code (self, pos);
      else if ((c == 'l' || c == 'L' || c == 'p' || c == 'P' || c == 'H') && may_be_law (s + pos, n - pos))
        pos = find_law (self, pos);
      else
        pos++;
    }
}

static void
collect (DtCitations *self,
         GArray *cores)
{
  self->items = g_new (DtCitation, MAX (cores->len, 1));
  for (guint i = 0; i < cores->len; i++)
    {
      const DtCitationCore *core = &g_array_index (cores, DtCitationCore, i);

      if (!core->is_dead)
        self->items[self->n++] = core->c;
    }
}

/**
 * dt_citations_find:
 * @text: a text, composed or not
 * @length: bytes of @text, or -1
 *
 * Finds the documents that a text cites (viện dẫn văn bản), in any of the
 * shapes people write them, and what is wrong with them (Nghị định
 * 30/2020/NĐ-CP, Phụ lục I, II.3 and II.6).
 *
 * The time it takes grows with the length of the text and with nothing else.
 *
 * Returns: (transfer full): the citations, none for a text that is not UTF-8
 *   or has four gigabytes
 */
DtCitations *
dt_citations_find (const char *text,
                   gssize length)
{
  DtCitations *self;
  gsize n;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_atomic_rc_box_new0 (DtCitations);
  n = length < 0 ? strlen (text) : (gsize) length;
  if (n > MAX_TEXT || !g_utf8_validate_len (text, n, NULL))
    n = 0;
  self->copy = g_malloc (n + 1);
  memcpy (self->copy, text, n);
  self->copy[n] = '\0';
  self->text = (DtCitationText){ self->copy, (guint32) n };
  self->strings = g_string_chunk_new (512);
  {
    g_autoptr (GArray) cores = g_array_new (FALSE, FALSE, sizeof (DtCitationCore));
    DtCitationFinder finder = { self->text, cores, self->strings };
    Search search = { .finder = &finder, .number = g_string_new (NULL) };

    search_text (&search);
    g_string_free (search.number, TRUE);
    for (guint i = 0; i < cores->len; i++)
      dt_citation_read_tail (&finder, i);
    dt_citation_group (&finder);
    dt_citation_check (&finder);
    collect (self, cores);
  }

  return self;
}

/**
 * dt_citations_ref:
 * @self: citations
 *
 * Returns: (transfer full): @self
 */
DtCitations *
dt_citations_ref (DtCitations *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
free_cb (gpointer data)
{
  DtCitations *self = data;

  g_free (self->copy);
  g_free (self->items);
  g_string_chunk_free (self->strings);
}

/**
 * dt_citations_unref:
 * @self: (transfer full): citations
 */
void
dt_citations_unref (DtCitations *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, free_cb);
}

/**
 * dt_citations_get_n:
 * @self: citations
 *
 * Returns: how many there are
 */
guint
dt_citations_get_n (const DtCitations *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n;
}

/**
 * dt_citations_get:
 * @self: citations
 * @index: less than dt_citations_get_n()
 *
 * Returns: (transfer none): a citation; they stand in the order of their
 *   numbers or names
 */
const DtCitation *
dt_citations_get (const DtCitations *self,
                  guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->n, NULL);

  return &self->items[index];
}

/**
 * dt_citations_dup_span:
 * @self: citations
 * @span: a part of their text
 *
 * Gets the words of a part, composed, with one blank for each run of blanks
 * and line breaks. A page head of the official gazette is left out.
 *
 * Returns: (transfer full) (nullable): the words, or %NULL for an empty part
 */
char *
dt_citations_dup_span (const DtCitations *self,
                       DtCitationSpan span)
{
  g_autoptr (GString) words = NULL;
  guint32 pos = span.start;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (span.end <= self->text.n, NULL);

  if (span.end <= span.start)
    return NULL;

  words = g_string_new (NULL);
  while (pos < span.end)
    {
      DtCitationToken token;

      dt_citation_next (&self->text, pos, &token);
      pos = MAX (token.end, pos + 1);
      if (token.kind != DT_TOKEN_BLANK)
        g_string_append_len (words, self->text.s + token.start, MIN (token.end, span.end) - token.start);
      else if (words->len > 0 && words->str[words->len - 1] != ' ' && token.end < span.end)
        g_string_append_c (words, ' ');
    }

  return dt_text_to_nfc (words->str);
}

/**
 * dt_citations_dup_issuer:
 * @self: citations
 * @index: which
 *
 * Returns: (transfer full) (nullable): the body, written out where it was
 *   given by its symbol alone
 */
char *
dt_citations_dup_issuer (const DtCitations *self,
                         guint index)
{
  const DtCitation *citation = dt_citations_get (self, index);
  char *name = NULL;

  g_return_val_if_fail (citation != NULL, NULL);

  if ((citation->problems & dt_citation_bit (DT_CITATION_ISSUER_SHORT)) != 0)
    name = dt_citation_suggest (&self->text, citation, DT_CITATION_ISSUER_SHORT);

  return name != NULL ? name : dt_citations_dup_span (self, citation->issuer_span);
}

/**
 * dt_citations_dup_subject:
 * @self: citations
 * @index: which
 *
 * Returns: (transfer full) (nullable): the subject, or the name of a law
 */
char *
dt_citations_dup_subject (const DtCitations *self,
                          guint index)
{
  const DtCitation *citation = dt_citations_get (self, index);

  g_return_val_if_fail (citation != NULL, NULL);

  return dt_citations_dup_span (self, citation->subject_span);
}

/**
 * dt_citations_dup_pinpoint:
 * @self: citations
 * @index: which
 *
 * Returns: (transfer full) (nullable): the part of the document, from the
 *   smallest to the largest, as the decree writes it
 */
char *
dt_citations_dup_pinpoint (const DtCitations *self,
                           guint index)
{
  const DtCitation *citation = dt_citations_get (self, index);

  g_return_val_if_fail (citation != NULL, NULL);

  if (!dt_citation_has (citation->pinpoint_span))
    return NULL;
  return dt_citation_write_pinpoint (&self->text, citation->pinpoint_span);
}

/**
 * dt_citations_dup_suggestion:
 * @self: citations
 * @index: which
 * @code: one of its problems
 *
 * Returns: (transfer full) (nullable): what would be right instead of the part
 *   that is wrong, or %NULL where that cannot be told
 */
char *
dt_citations_dup_suggestion (const DtCitations *self,
                             guint index,
                             DtCitationProblemCode code)
{
  const DtCitation *citation = dt_citations_get (self, index);

  g_return_val_if_fail (citation != NULL, NULL);

  return dt_citation_suggest (&self->text, citation, code);
}
