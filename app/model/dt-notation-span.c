/* dt-notation-span.c - what counts inside a line: styles, citations, fields
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-notation"

#include "config.h"

#include "model/dt-notation-private.h"

#include <string.h>

/*
 * Three passes over a line: cut it into tokens, find out which stars open and
 * close a style, write the spans. Bold and italic are told apart by the number
 * of stars and do not look at each other, so a style that stays open takes
 * nothing else with it.
 */

typedef enum
{
  TOKEN_TEXT,
  TOKEN_SKIP,   /* stands for nothing */
  TOKEN_ESCAPE, /* a backslash and the sign it protects */
  TOKEN_STARS,
  TOKEN_CITATION,
  TOKEN_FIELD,
} TokenKind;

/* Of the stars of a token, the first @n_close end a style, the last @n_open begin one. */
typedef struct
{
  TokenKind kind;
  gsize start;
  gsize end;
  guint8 n_close;
  guint8 n_open;
} Token;

typedef struct
{
  DtBodyBuilder *builder;
  const char *source;
  gsize start;
  gsize end;
  guint line;
  gsize citation_close;
  gsize field_close;
} Scanner;

#define NOT_FOUND G_MAXSIZE
#define MAX_STARS 3

static gboolean
is_escapable (char sign)
{
  return sign == '*' || sign == '|' || sign == '[' || sign == '{';
}

static gboolean
is_special (char sign)
{
  return sign == '\\' || sign == '*' || sign == '[' || sign == '{';
}

/* Where @sign stands twice in source[at, end). */
static gsize
find_pair (const char *source,
           gsize at,
           gsize end,
           char sign)
{
  while (at + 1 < end)
    {
      const char *found = memchr (source + at, sign, end - at - 1);

      if (found == NULL)
        break;
      if (found[1] == sign)
        return (gsize) (found - source);
      at = (gsize) (found - source) + 1;
    }

  return NOT_FOUND;
}

gsize
dt_notation_find_close (const char *source,
                        gsize at,
                        gsize end,
                        gsize *close)
{
  char opening = source[at];
  char closing = opening == '[' ? ']' : '}';

  at += 2;
  if (*close < at)
    *close = find_pair (source, at, end, closing);
  if (*close == NOT_FOUND || find_pair (source, at, *close, opening) != NOT_FOUND)
    return 0;

  return *close;
}

static void
add_token (Scanner *scanner,
           TokenKind kind,
           gsize start,
           gsize end)
{
  Token token = { kind, start, end, 0, 0 };

  g_array_append_val (scanner->builder->tokens, token);
}

static gboolean
is_blank_range (const char *source,
                gsize start,
                gsize end)
{
  while (start < end && dt_notation_is_blank (source[start]))
    start++;

  return start == end;
}

/* A row of brackets at @at: the last two may open a citation or a field. */
static gsize
scan_brackets (Scanner *scanner,
               gsize at)
{
  const char *source = scanner->source;
  char sign = source[at];
  gboolean citation = sign == '[';
  gsize inside = at;
  gsize close;

  while (inside < scanner->end && source[inside] == sign)
    inside++;
  if (inside - at < 2)
    {
      add_token (scanner, TOKEN_TEXT, at, inside);
      return inside;
    }

  if (inside - at > 2)
    add_token (scanner, TOKEN_TEXT, at, inside - 2);

  close = dt_notation_find_close (source, inside - 2, scanner->end,
                                  citation ? &scanner->citation_close : &scanner->field_close);
  if (close == 0)
    {
      dt_body_add_problem (scanner->builder, citation ? "unclosed-citation" : "unclosed-field",
                           scanner->line, inside - 2, inside);
      add_token (scanner, TOKEN_TEXT, inside - 2, inside);
      return inside;
    }
  if (is_blank_range (source, inside, close))
    {
      dt_body_add_problem (scanner->builder, citation ? "empty-citation" : "empty-field",
                           scanner->line, inside - 2, close + 2);
      add_token (scanner, TOKEN_TEXT, inside - 2, close + 2);
      return close + 2;
    }

  add_token (scanner, citation ? TOKEN_CITATION : TOKEN_FIELD, inside - 2, close + 2);
  return close + 2;
}

static gsize
scan_token (Scanner *scanner,
            gsize at)
{
  const char *source = scanner->source;
  gsize next = at + 1;

  switch (source[at])
    {
    case '[':
    case '{':
      return scan_brackets (scanner, at);
    case '*':
      while (next < scanner->end && source[next] == '*')
        next++;
      add_token (scanner, TOKEN_STARS, at, next);
      return next;
    case '\\':
      if (next < scanner->end && is_escapable (source[next]))
        {
          add_token (scanner, TOKEN_ESCAPE, at, next + 1);
          return next + 1;
        }
      break;
    default:
      break;
    }

  while (next < scanner->end && !is_special (source[next]))
    next++;
  add_token (scanner, TOKEN_TEXT, at, next);
  return next;
}

static void
scan_tokens (Scanner *scanner)
{
  const char *source = scanner->source;
  gsize at = scanner->start;

  if (dt_notation_scan_guard (source + at, source + scanner->end) > 0)
    {
      add_token (scanner, TOKEN_SKIP, at, at + 1);
      at++;
    }

  while (at < scanner->end)
    at = scan_token (scanner, at);
}

/* Stars before a blank begin nothing; nor do those of a footnote sign such as "(*)". */
static gboolean
can_open (const Scanner *scanner,
          const Token *token)
{
  char next;

  if (token->end == scanner->end)
    return FALSE;

  next = scanner->source[token->end];
  return !dt_notation_is_blank (next) && strchr (")]},;", next) == NULL;
}

static gboolean
can_close (const Scanner *scanner,
           const Token *token)
{
  char before;

  if (token->start == scanner->start)
    return FALSE;

  before = scanner->source[token->start - 1];
  return !dt_notation_is_blank (before) && strchr ("([{", before) == NULL;
}

/* The stars at @opener begin a style that nothing ends: they are text. */
static void
give_up (Scanner *scanner,
         int opener,
         guint8 width)
{
  Token *token;

  if (opener < 0)
    return;

  token = &g_array_index (scanner->builder->tokens, Token, opener);
  token->n_open -= width;
  dt_body_add_problem (scanner->builder, width == 2 ? "unclosed-bold" : "unclosed-italic",
                       scanner->line, token->start, token->end);
}

/* Lets the token at @index end the style that @opener began, or begin it anew. */
static void
match_style (Scanner *scanner,
             int index,
             guint8 width,
             int *opener)
{
  Token *token = &g_array_index (scanner->builder->tokens, Token, index);

  if (*opener >= 0 && can_close (scanner, token))
    {
      token->n_close += width;
      *opener = -1;
    }
  else if (can_open (scanner, token))
    {
      give_up (scanner, *opener, width);
      token->n_open += width;
      *opener = index;
    }
}

static void
match_stars (Scanner *scanner)
{
  const GArray *tokens = scanner->builder->tokens;
  int bold = -1;
  int italic = -1;

  for (guint i = 0; i < tokens->len; i++)
    {
      const Token *token = &g_array_index (tokens, Token, i);
      gsize n_stars = token->end - token->start;

      if (token->kind != TOKEN_STARS || n_stars > MAX_STARS)
        continue;
      if (n_stars >= 2)
        match_style (scanner, (int) i, 2, &bold);
      if (n_stars != 2)
        match_style (scanner, (int) i, 1, &italic);
    }

  give_up (scanner, bold, 2);
  give_up (scanner, italic, 1);
}

/* The spans of a line, each beginning where the one before it ends. */
typedef struct
{
  DtBodyBuilder *builder;
  guint first;
  gsize at;
  gboolean bold;
  gboolean italic;
  gboolean open;
} SpanWriter;

static DtSpan *
get_last_span (SpanWriter *writer)
{
  GArray *spans = writer->builder->spans;

  return &g_array_index (spans, DtSpan, spans->len - 1);
}

static void
close_span (SpanWriter *writer)
{
  if (writer->open)
    g_string_append_c (writer->builder->text, '\0');
  writer->open = FALSE;
}

static void
open_span (SpanWriter *writer,
           DtSpanKind kind)
{
  DtSpan span = { kind, writer->bold, writer->italic, NULL, writer->at, writer->at };

  close_span (writer);
  span.text = GSIZE_TO_POINTER (writer->builder->text->len);
  g_array_append_val (writer->builder->spans, span);
  writer->open = TRUE;
}

static void
extend_span (SpanWriter *writer,
             gsize end)
{
  get_last_span (writer)->end = end;
  writer->at = end;
}

static void
write_text (SpanWriter *writer,
            const char *text,
            gsize length,
            gsize end)
{
  if (!writer->open)
    open_span (writer, DT_SPAN_TEXT);
  g_string_append_len (writer->builder->text, text, (gssize) length);
  extend_span (writer, end);
}

static void
write_reference (SpanWriter *writer,
                 const Token *token)
{
  open_span (writer, token->kind == TOKEN_CITATION ? DT_SPAN_CITATION : DT_SPAN_FIELD);
  g_string_append_len (writer->builder->text, writer->builder->source + token->start + 2,
                       (gssize) (token->end - token->start - 4));
  extend_span (writer, token->end);
  close_span (writer);
}

/* Stars that end a style belong to the span before them, stars that begin one to the span after. */
static void
write_stars (SpanWriter *writer,
             const Token *token)
{
  gsize literal = token->start + token->n_close;
  gsize opening = token->end - token->n_open;

  if (token->n_close > 0)
    {
      close_span (writer);
      extend_span (writer, literal);
      writer->bold = writer->bold && token->n_close < 2;
      writer->italic = writer->italic && token->n_close == 2;
    }
  if (literal < opening)
    write_text (writer, writer->builder->source + literal, opening - literal, opening);
  if (token->n_open > 0)
    {
      close_span (writer);
      writer->bold = writer->bold || token->n_open >= 2;
      writer->italic = writer->italic || token->n_open != 2;
    }
}

static void
write_token (SpanWriter *writer,
             const Token *token)
{
  const char *source = writer->builder->source;

  switch (token->kind)
    {
    case TOKEN_TEXT:
      write_text (writer, source + token->start, token->end - token->start, token->end);
      break;
    case TOKEN_ESCAPE:
      write_text (writer, source + token->start + 1, 1, token->end);
      break;
    case TOKEN_STARS:
      write_stars (writer, token);
      break;
    case TOKEN_CITATION:
    case TOKEN_FIELD:
      write_reference (writer, token);
      break;
    case TOKEN_SKIP:
    default:
      break;
    }
}

DtSpanRange
dt_body_add_spans (DtBodyBuilder *builder,
                   gsize start,
                   gsize end,
                   guint line)
{
  Scanner scanner = { builder, builder->source, start, end, line, 0, 0 };
  SpanWriter writer = { builder, builder->spans->len, start, FALSE, FALSE, FALSE };
  DtSpanRange range = { builder->spans->len, 0 };

  if (builder->tokens == NULL)
    builder->tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  g_array_set_size (builder->tokens, 0);

  scan_tokens (&scanner);
  match_stars (&scanner);
  for (guint i = 0; i < builder->tokens->len; i++)
    write_token (&writer, &g_array_index (builder->tokens, Token, i));
  close_span (&writer);

  range.n_spans = builder->spans->len - range.first_span;
  return range;
}

/* Whether the stars text[0, n) stand between blanks or ends of the line. */
static gboolean
is_lone (const char *line,
         const char *stars,
         gsize n_stars,
         const char *end)
{
  return (stars == line || dt_notation_is_blank (stars[-1])) &&
         (stars + n_stars == end || dt_notation_is_blank (stars[n_stars]));
}

static void
escape_line (GString *result,
             const char *line,
             const char *end)
{
  DtLineKind kind;
  gboolean restart;

  if (dt_notation_scan_guard (line, end) > 0 ||
      dt_notation_scan_marker (line, end, &kind, &restart) > 0)
    g_string_append_c (result, '\\');

  for (const char *p = line; p < end; p++)
    {
      char before = p > line ? p[-1] : '\0';
      char after = p + 1 < end ? p[1] : '\0';

      if (*p == '*')
        {
          gsize n_stars = MIN (strspn (p, "*"), (gsize) (end - p));
          gboolean lone = is_lone (line, p, n_stars, end);

          for (gsize i = 0; i < n_stars; i++)
            g_string_append (result, lone ? "*" : "\\*");
          p += n_stars - 1;
          continue;
        }

      if (*p == '|' ||
          ((*p == '[' || *p == '{') && (before == '\\' || before == *p || after == *p)))
        g_string_append_c (result, '\\');
      g_string_append_c (result, *p);
    }
}

/**
 * dt_notation_escape:
 * @plain: text in UTF-8 in which nothing is notation
 *
 * Writes text in the notation so that it reads as it stands: signs that would
 * count get a backslash, and so does the first sign of a line that would begin
 * with a marker. The result may stand as a line, after a marker, as a cell or
 * as a title. Blanks at the ends of lines, which mean nothing, are left out.
 *
 * Returns: (transfer full): body text that dt_body_parse() reads as @plain,
 *   each line a paragraph
 */
char *
dt_notation_escape (const char *plain)
{
  GString *result;
  const char *line;

  g_return_val_if_fail (plain != NULL, NULL);

  result = g_string_sized_new (strlen (plain) + 16);
  for (line = plain;; line++)
    {
      const char *next = line + strcspn (line, "\n");
      const char *end = next;

      while (line < end && dt_notation_is_blank (*line))
        line++;
      while (end > line && dt_notation_is_blank (end[-1]))
        end--;
      escape_line (result, line, end);

      if (*next == '\0')
        break;
      g_string_append_c (result, '\n');
      line = next;
    }

  return g_string_free (result, FALSE);
}
