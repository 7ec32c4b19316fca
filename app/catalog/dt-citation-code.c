/* dt-citation-code.c - the shape of numbers and symbols
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-citation"

#include "config.h"

#include "catalog/dt-citation-code-private.h"

#include <string.h>

#define FIRST_YEAR 1945
#define LAST_YEAR 2099
#define MAX_NEWLINES 2
#define MAX_NUMBER_DIGITS 5

/* A part of a symbol while its letters are read. */
typedef struct
{
  char raw[DT_CITATION_MAX_PART * 6 + 1];
  gsize raw_length;
  guint n;
  gsize raw_ends[DT_CITATION_MAX_PART]; /* behind each letter, in @raw */
  guint32 ends[DT_CITATION_MAX_PART];   /* and in the text */
  guint n_lower;                        /* small letters at its end */
  guint n_digits;                       /* digits at its end */
  gboolean has_accents;
  gboolean is_glued;
} Reading;

static void
keep_char (Reading *self,
           DtCitationPart *part,
           gunichar c,
           char fold)
{
  if (c == 0xd0 || c == 0x189 || c == 0xf0)
    {
      part->problems |= dt_citation_bit (DT_CITATION_LOOKALIKE);
      c = c == 0xf0 ? 0x111 : 0x110;
    }
  self->raw_length += (gsize) g_unichar_to_utf8 (c, self->raw + self->raw_length);
  part->fold[self->n++] = g_ascii_toupper (fold);
}

static void
note_end (Reading *self,
          DtCitationPart *part,
          guint32 end)
{
  self->raw_ends[self->n - 1] = self->raw_length;
  self->ends[self->n - 1] = end;
  part->end = end;
}

/* The next character of a part; FALSE when it does not belong to it. */
static gboolean
read_char (Reading *self,
           DtCitationPart *part,
           gunichar c,
           guint32 end,
           gboolean lower)
{
  gboolean upper = FALSE;
  char fold = dt_citation_fold (c, &upper);

  if (dt_citation_is_accent (c) && self->n > 0)
    {
      self->raw_length += (gsize) g_unichar_to_utf8 (c, self->raw + self->raw_length);
      self->has_accents = TRUE;
      note_end (self, part, end);
      return self->raw_length + 6 < sizeof self->raw;
    }
  if (self->n >= DT_CITATION_MAX_PART || self->raw_length + 6 >= sizeof self->raw)
    return FALSE;

  if (fold != 0)
    {
      gboolean plain = c < 0x80 || c == 0x111 || c == 0xf0 || (lower && (c == 0x1b0 || c == 0x1a1));

      if (!upper && !plain)
        {
          self->is_glued = TRUE;
          return FALSE;
        }
      if (lower && upper)
        return FALSE;
      keep_char (self, part, c, fold);
      self->n_digits = 0;
      self->n_lower = upper ? 0 : self->n_lower + 1;
    }
  else if (self->n > 0 && (g_ascii_isdigit ((char) MIN (c, 127)) || c == '&'))
    {
      keep_char (self, part, c, (char) c);
      self->n_digits = c == '&' ? 0 : self->n_digits + 1;
      self->n_lower = 0;
    }
  else
    return FALSE;

  note_end (self, part, end);
  return TRUE;
}

/* Takes the last @n letters or digits away; at least one stays. */
static void
cut_end (Reading *self,
         DtCitationPart *part,
         guint n)
{
  self->n -= n;
  self->raw_length = self->raw_ends[self->n - 1];
  self->raw[self->raw_length] = '\0';
  part->fold[self->n] = '\0';
  part->end = self->ends[self->n - 1];
  part->problems |= dt_citation_bit (DT_CITATION_FOOTNOTE);
}

static const DtCitationSymbol *
find_any (const char *fold)
{
  return dt_citation_find_symbol ("", fold, 0);
}

/* The body of `QH15` and `NHNN1`, where a number belongs to the symbol. */
static const DtCitationSymbol *
find_series (const char *fold,
             guint n_digits)
{
  char letters[DT_CITATION_MAX_PART + 1];
  gsize length = strlen (fold) - n_digits;

  memcpy (letters, fold, length);
  letters[length] = '\0';
  return dt_citation_find_symbol ("", letters, DT_SYMBOL_TERM);
}

/* Words and notes that were set behind a symbol without a blank. */
static void
trim_part (Reading *self,
           DtCitationPart *part)
{
  gboolean is_known = find_any (part->fold) != NULL;

  if (self->n_lower > 0 && !is_known && self->n_lower < self->n)
    {
      char head[DT_CITATION_MAX_PART + 1];

      g_strlcpy (head, part->fold, sizeof head);
      head[self->n - self->n_lower] = '\0';
      if (self->is_glued || (self->n_lower >= 2 && find_any (head) != NULL))
        cut_end (self, part, self->n_lower);
    }
  else if (self->n_digits > 0)
    {
      const DtCitationSymbol *series = find_series (part->fold, self->n_digits);
      char head[DT_CITATION_MAX_PART + 1];

      g_strlcpy (head, part->fold, sizeof head);
      head[self->n - self->n_digits] = '\0';
      if (series != NULL)
        {
          if (self->n_digits > 2)
            cut_end (self, part, self->n_digits - 2);
        }
      else if (self->n_digits <= 3 && find_any (head) != NULL)
        cut_end (self, part, self->n_digits);
    }
}

/* The symbols that a part may stand for, and its spelling. */
static void
know_part (Reading *self,
           DtCitationPart *part,
           gboolean lower,
           gboolean is_first)
{
  g_autofree char *composed = self->has_accents ? g_utf8_normalize (self->raw, -1, G_NORMALIZE_NFC) : NULL;
  const char *spelt = composed != NULL ? composed : self->raw;
  char upper[sizeof part->text];
  const DtCitationSymbol *symbol;
  gsize n = 0;

  for (const char *p = spelt; *p != '\0' && n + 4 < sizeof upper; p = g_utf8_next_char (p))
    n += (gsize) g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (p)), upper + n);
  upper[n] = '\0';

  if (lower)
    {
      part->problems |= dt_citation_bit (DT_CITATION_LETTER_CASE);
      spelt = upper;
    }
  /* Behind the first, `ND` is no type. */
  part->type = is_first ? dt_citation_find_symbol (upper, part->fold, DT_SYMBOL_TYPE) : NULL;
  part->org = dt_citation_find_symbol (upper, part->fold, DT_SYMBOL_ORG);
  if (part->org == NULL && g_ascii_isdigit (part->fold[self->n - 1]))
    {
      guint n_digits = 1;

      while (n_digits < self->n && g_ascii_isdigit (part->fold[self->n - 1 - n_digits]))
        n_digits++;
      part->org = find_series (part->fold, n_digits);
      g_strlcpy (part->text, spelt, sizeof part->text);
      if (part->org != NULL)
        g_snprintf (part->text, sizeof part->text, "%s%s", part->org->text, part->fold + self->n - n_digits);
      return;
    }

  symbol = part->type != NULL && part->org != NULL && strcmp (part->org->text, spelt) == 0 ? part->org : part->type;
  if (symbol == NULL)
    symbol = part->org;
  if (symbol != NULL && strcmp (symbol->text, spelt) != 0)
    {
      g_autofree char *as_upper = g_utf8_strup (symbol->text, -1);

      part->problems |= dt_citation_bit (strcmp (as_upper, upper) == 0 ? DT_CITATION_LETTER_CASE : DT_CITATION_D_MARK);
      spelt = symbol->text;
    }
  g_strlcpy (part->text, spelt, sizeof part->text);
}

/* BGD&ĐT, also as BGD & ĐT; @end is behind the blanks. */
static gboolean
skip_ampersand (const DtCitationText *text,
                guint32 *end,
                DtCitationPart *part)
{
  DtCitationToken next;

  dt_citation_next (text, *end, &next);
  if (next.kind == DT_TOKEN_BLANK && next.newlines <= 1)
    {
      *end = next.end;
      part->problems |= dt_citation_bit (DT_CITATION_BLANKS);
      dt_citation_next (text, *end, &next);
    }

  return next.kind == DT_TOKEN_WORD && next.all_upper;
}

/* A part of a symbol at @pos; its first character tells whether it is one of small letters. */
static gboolean
scan_part (const DtCitationText *text,
           guint32 pos,
           gboolean *lower,
           gboolean is_first,
           DtCitationPart *part)
{
  Reading reading = { .n = 0 };
  gboolean upper;

  memset (part, 0, sizeof *part);
  part->end = pos;
  if (pos >= text->n || dt_citation_fold (g_utf8_get_char (text->s + pos), &upper) == 0)
    return FALSE;
  if (is_first)
    *lower = !upper;
  else if (!upper && !*lower)
    return FALSE;

  while (pos < text->n)
    {
      guint32 end = pos + (guint32) g_utf8_skip[(guchar) text->s[pos]];

      if (text->s[pos] == '&' && !skip_ampersand (text, &end, part))
        break;
      if (!read_char (&reading, part, g_utf8_get_char (text->s + pos), end, *lower))
        break;
      pos = end;
    }
  reading.raw[reading.raw_length] = '\0';
  part->fold[reading.n] = '\0';
  /* Of `TT-Bộ Y tế` the B is no part. */
  if (reading.n == 0 || (reading.n == 1 && reading.is_glued && !*lower))
    return FALSE;

  trim_part (&reading, part);
  if (reading.n == 0)
    return FALSE;
  know_part (&reading, part, *lower, is_first);
  /* A word with a capital is no symbol. */
  if (!*lower && part->type == NULL && part->org == NULL && reading.n > 1 &&
      reading.n_lower + 1 >= reading.n && reading.n_lower >= 2)
    return FALSE;

  return TRUE;
}

static guint32
skip_blanks (const DtCitationText *text,
             guint32 pos,
             gboolean *skipped)
{
  DtCitationToken token;

  dt_citation_next (text, pos, &token);
  *skipped = token.kind == DT_TOKEN_BLANK;
  if (!*skipped || token.newlines > MAX_NEWLINES)
    return pos;

  return token.end;
}

/* A mark between the parts, with what blanks stand about it. */
typedef struct
{
  char mark;
  guint32 end;
  gboolean blank_before;
  gboolean blank_after;
  gboolean is_hyphen;
} Separator;

static gboolean
scan_separator (const DtCitationText *text,
                guint32 pos,
                Separator *separator)
{
  gunichar c, mark;

  memset (separator, 0, sizeof *separator);
  pos = skip_blanks (text, pos, &separator->blank_before);
  if (pos >= text->n)
    return FALSE;
  c = g_utf8_get_char (text->s + pos);
  mark = dt_citation_fold_mark (c);
  if (mark != '/' && mark != '-' && mark != '.')
    return FALSE;

  separator->mark = (char) mark;
  separator->is_hyphen = c != '-' && mark == '-';
  pos += (guint32) g_utf8_skip[(guchar) text->s[pos]];
  separator->end = skip_blanks (text, pos, &separator->blank_after);

  return mark != '.' || (!separator->blank_before && !separator->blank_after);
}

static void
note_separator (DtCitationCode *code,
                const Separator *separator)
{
  if (separator->blank_before || separator->blank_after)
    code->problems |= dt_citation_bit (DT_CITATION_BLANKS);
  if (separator->is_hyphen)
    code->problems |= dt_citation_bit (DT_CITATION_DASH);
  if (separator->mark == '.')
    code->problems |= dt_citation_bit (DT_CITATION_SEPARATOR);
}

/* Whether a part with blanks about it belongs to the symbol, or is a word of the sentence. */
static gboolean
is_joined (const DtCitationCode *code,
           const Separator *separator,
           const DtCitationPart *part)
{
  const DtCitationPart *first = &code->parts[0];
  gboolean has_org = code->n_parts > 1;
  gboolean is_joint = first->type != NULL && (first->type->flags & DT_SYMBOL_JOINT) != 0;

  if (separator->mark == '.')
    return first->type != NULL && part->org != NULL && !has_org;
  if (!separator->blank_before && !separator->blank_after)
    return TRUE;
  if (code->lower)
    return part->org != NULL && !has_org;
  if (strlen (part->fold) < 2)
    return FALSE;
  if (has_org && !is_joint)
    return FALSE;
  if (separator->blank_before && separator->blank_after)
    return part->org != NULL;

  return part->org != NULL || first->type != NULL || first->org != NULL;
}

/* The parts of the symbol, from @pos. */
static gboolean
scan_symbol (const DtCitationText *text,
             guint32 pos,
             DtCitationCode *code)
{
  Separator separator;

  if (!scan_part (text, pos, &code->lower, TRUE, &code->parts[0]))
    return FALSE;
  code->n_parts = 1;
  code->end = code->parts[0].end;

  while (code->n_parts < DT_CITATION_MAX_PARTS && scan_separator (text, code->end, &separator))
    {
      DtCitationPart *part = &code->parts[code->n_parts];

      if (!scan_part (text, separator.end, &code->lower, FALSE, part) || !is_joined (code, &separator, part))
        {
          code->is_open = !separator.blank_before && !separator.blank_after && separator.mark != '.' &&
                          separator.end < text->n &&
                          (guchar) text->s[separator.end] != '\r' && (guchar) text->s[separator.end] != '\n';
          break;
        }
      note_separator (code, &separator);
      part->separator = separator.mark;
      code->end = part->end;
      code->n_parts++;
    }

  return TRUE;
}

static gboolean
is_year (const DtCitationToken *token)
{
  return token->kind == DT_TOKEN_NUMBER && token->n == 4 && token->value >= FIRST_YEAR && token->value <= LAST_YEAR;
}

/* A number that is a part of something longer: of a date, of another number, of a word. */
static gboolean
is_inside (const DtCitationText *text,
           guint32 pos)
{
  DtCitationToken token, further;

  dt_citation_prev (text, pos, &token);
  if (token.kind == DT_TOKEN_WORD)
    return !(token.plain[0] == 's' && token.n == 2) && !dt_citation_is_plain (&token, "dinh") &&
           !dt_citation_is_plain (&token, "tu") && !dt_citation_is_plain (&token, "quyet") && !dt_citation_is_plain (&token, "luat");
  if (token.kind != DT_TOKEN_MARK)
    return FALSE;
  if (token.mark == '%' || token.mark == '_' || token.mark == '@' || token.mark == '#')
    return TRUE;
  if (token.mark != '/' && token.mark != '-' && token.mark != '.' && token.mark != ',')
    return FALSE;

  dt_citation_prev (text, token.start, &further);
  if (token.mark == '.' || token.mark == ',')
    return further.kind == DT_TOKEN_NUMBER;
  return further.kind == DT_TOKEN_NUMBER || further.kind == DT_TOKEN_WORD || token.mark == '/';
}

/* The digits, the number behind a dot and the letter: 66.16, 30c. */
static gboolean
scan_number (const DtCitationText *text,
             guint32 pos,
             DtCitationCode *code)
{
  DtCitationToken token, mark, next;
  gboolean upper;

  dt_citation_next (text, pos, &token);
  if (token.n > MAX_NUMBER_DIGITS)
    return FALSE;
  code->value = token.value;
  code->n_digits = token.n;
  code->digits_end = token.end;

  dt_citation_next (text, token.end, &mark);
  if (dt_citation_is_mark (&mark, '.'))
    {
      dt_citation_next (text, mark.end, &next);
      if (next.kind != DT_TOKEN_NUMBER || next.n > 2)
        return FALSE;
      code->digits_end = next.end;
      dt_citation_next (text, next.end, &mark);
    }
  if (mark.kind == DT_TOKEN_WORD && mark.n == 1)
    {
      gunichar c = g_utf8_get_char (text->s + mark.start);

      dt_citation_next (text, mark.end, &next);
      if ((c < 0x80 || dt_citation_fold (c, &upper) == 'd') && (dt_citation_is_mark (&next, '/') || dt_citation_is_mark (&next, '-')))
        code->digits_end = mark.end;
    }

  return TRUE;
}

/* 62 KL/TW, where a blank stands for the hyphen. */
static gboolean
scan_spaced_party (const DtCitationText *text,
                   DtCitationCode *code)
{
  DtCitationToken blank;

  dt_citation_next (text, code->digits_end, &blank);
  if (blank.kind != DT_TOKEN_BLANK || blank.newlines > 1 || !scan_symbol (text, blank.end, code))
    return FALSE;

  code->separator = ' ';
  return code->n_parts == 2 && code->parts[0].type != NULL && code->parts[1].separator == '/' &&
         code->parts[1].org != NULL && (code->parts[1].org->flags & DT_SYMBOL_PARTY) != 0;
}

/**
 * dt_citation_scan_code:
 * @text: a text
 * @pos: where digits begin
 * @code: (out): what stands there
 *
 * Reads a number and symbol, in any of the shapes people write
 * (`118/2025/NĐ-CP`, `20 / KH – UBND`, `62 KL/TW`, `12/2020/NĐCP`).
 *
 * Returns: whether there is something of that shape; it need not be one
 */
gboolean
dt_citation_scan_code (const DtCitationText *text,
                       guint32 pos,
                       DtCitationCode *code)
{
  Separator separator;
  DtCitationToken token;
  guint32 symbol;

  code->start = pos;
  code->year = 0;
  code->separator = 0;
  code->year_separator = 0;
  code->n_parts = 0;
  code->lower = FALSE;
  code->is_open = FALSE;
  code->problems = 0;
  if (!scan_number (text, pos, code))
    return FALSE;
  if (!scan_separator (text, code->digits_end, &separator) || separator.mark == '.')
    return scan_spaced_party (text, code) && !is_inside (text, pos);

  code->separator = separator.mark;
  symbol = separator.end;
  dt_citation_next (text, symbol, &token);
  if (token.kind == DT_TOKEN_NUMBER)
    {
      Separator second;

      if (!is_year (&token))
        return FALSE;
      note_separator (code, &separator);
      code->year = token.value;
      symbol = token.end;
      if (scan_separator (text, token.end, &second) && second.mark != '.')
        {
          note_separator (code, &second);
          code->year_separator = second.mark;
          symbol = second.end;
        }
      else
        {
          gboolean skipped;

          symbol = skip_blanks (text, symbol, &skipped);
          code->problems |= dt_citation_bit (DT_CITATION_SEPARATOR);
        }
      if (code->separator != code->year_separator && code->separator == '-')
        return FALSE;
    }
  else
    note_separator (code, &separator);

  return scan_symbol (text, symbol, code) && !is_inside (text, pos);
}
