/* dt-rules-structure.c - numbers, letters and signs of sections and lists
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-scan-private.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* A number that somebody typed before the words of a line. */
typedef enum
{
  TYPED_NONE,
  TYPED_ROMAN,  /* "II." */
  TYPED_ARABIC, /* "2." */
  TYPED_LETTER, /* "b)" */
} TypedKind;

typedef struct
{
  TypedKind kind;
  guint number; /* 0 for a letter no list has */
  gsize length; /* of the number itself */
  gsize sign;   /* bytes of the sign behind it */
  gsize end;    /* behind the blanks that follow */
} Typed;

static gboolean
is_number_sign (char c)
{
  return c == '.' || c == ')' || c == '/' || c == '-';
}

/* The sign and blanks behind a number; FALSE where it is none. */
static gboolean
read_sign (const char *text,
           gsize length,
           Typed *typed)
{
  gsize at = typed->length;

  if (at >= length || !is_number_sign (text[at]))
    return FALSE;
  typed->sign = 1;
  at++;
  typed->end = at;
  while (typed->end < length && text[typed->end] == ' ')
    typed->end++;

  return typed->end < length;
}

/* A letter with its sign: "b)", "đ.", and "f)" that no list has. */
static gboolean
read_letter (const char *text,
             gsize length,
             Typed *typed)
{
  gsize size = length > 0 ? (gsize) (g_utf8_next_char (text) - text) : 0;
  int index = size > 0 ? dt_text_point_index (text, size) : -1;

  if (size == 0 || (index < 0 && !(size == 1 && strchr ("fjwz", *text) != NULL)))
    return FALSE;

  typed->kind = TYPED_LETTER;
  typed->number = (guint) (index + 1);
  typed->length = size;
  return read_sign (text, length, typed);
}

/* What number a line begins with. */
static Typed
read_typed (const char *text,
            gsize length)
{
  Typed typed = { TYPED_NONE, 0, 0, 0, 0 };
  gsize n = strspn (text, "IVXLC");

  if (n > 0 && n <= length && dt_text_parse_roman (text, n) > 0)
    {
      typed = (Typed){ TYPED_ROMAN, dt_text_parse_roman (text, n), n, 0, 0 };
      if (read_sign (text, length, &typed))
        return typed;
    }

  n = strspn (text, "0123456789");
  if (n > 0 && n <= 2 && n <= length)
    {
      typed = (Typed){ TYPED_ARABIC, (guint) atoi (text), n, 0, 0 };
      /* "1.2", "30/6", "2-9" are no numbers of a line. */
      if (read_sign (text, length, &typed) && !g_ascii_isdigit (text[n + 1]))
        return typed;
    }

  typed = (Typed){ TYPED_NONE, 0, 0, 0, 0 };
  if (read_letter (text, length, &typed) && (text[typed.length] != '-' || text[typed.length + 1] == ' '))
    return typed;

  return (Typed){ TYPED_NONE, 0, 0, 0, 0 };
}

static char *
format_typed (TypedKind kind,
              guint number)
{
  if (kind == TYPED_ROMAN)
    return dt_text_roman (number);
  if (kind == TYPED_ARABIC)
    return g_strdup_printf ("%u", number);

  return g_strdup (number <= DT_TEXT_N_POINT_LETTERS ? dt_text_point_letter (number - 1) : "");
}

static gboolean
holds_sections (const DtCheckText *text)
{
  return text->kind == DT_NODE_BODY || text->kind == DT_NODE_OPENING || text->kind == DT_NODE_CLOSING;
}

/* Numbers typed in titles: the program writes its own before them. */
static void
check_title (DtCheck *check,
             const DtCheckText *text,
             TypedKind kind)
{
  Typed typed = read_typed (text->plain, text->length);

  if (typed.kind == kind)
    dt_check_found (check, text, 0, typed.end, "", _ ("the number “%.*s” is typed in the title; the program writes it"),
                    (int) typed.length, text->plain);
}

/* Whether a list of this kind goes on behind @line. */
static gboolean
interrupts (const DtCheckLine *line,
            TypedKind kind,
            const Typed *typed)
{
  if (line->row >= 0)
    return FALSE;
  /* Letters stand in numbers, numbers in Roman numbers; dashes and paragraphs stand in both. */
  return typed->kind != TYPED_NONE && typed->kind < kind;
}

/* Numbers of one kind in the lines of a text: 1, 2, 2, 4. */
static void
check_lines (DtCheck *check,
             const DtCheckText *text,
             TypedKind kind)
{
  guint expected = 1;

  for (guint i = 0; i < text->n_lines; i++)
    {
      const DtCheckLine *line = &text->lines[i];
      Typed typed = read_typed (text->plain + line->start, line->end - line->start);
      g_autofree char *right = NULL;

      if (typed.kind != kind || line->row >= 0)
        {
          if (interrupts (line, kind, &typed))
            expected = 1;
          continue;
        }

      /* A row that begins again is another list. */
      if (typed.number == 1)
        expected = 1;
      if (typed.number != expected)
        {
          right = format_typed (kind, expected);
          dt_check_found (check, text, line->start, line->start + typed.length, right,
                          _ ("“%.*s” stands where “%s” follows"), (int) typed.length, text->plain + line->start, right);
        }
      expected++;
    }
}

static void
check_sequence (DtCheck *check,
                const DtCheckText *text,
                TypedKind kind)
{
  if (text->kind == DT_NODE_TITLE)
    check_title (check, text, kind);
  else if (holds_sections (text))
    check_lines (check, text, kind);
}

/* L57 */
static void
check_roman (DtCheck *check,
             const DtCheckText *text)
{
  check_sequence (check, text, TYPED_ROMAN);
}

/* L58 */
static void
check_arabic (DtCheck *check,
              const DtCheckText *text)
{
  check_sequence (check, text, TYPED_ARABIC);
}

/* L59 */
static void
check_letters (DtCheck *check,
               const DtCheckText *text)
{
  check_sequence (check, text, TYPED_LETTER);
}

/* The number behind a word such as "Chương", or FALSE. */
static gboolean
check_division (DtCheck *check,
                const DtCheckText *text,
                const DtCheckLine *line,
                const char *word,
                gboolean roman)
{
  const char *start = text->plain + line->text;
  gsize length = strlen (word);
  const char *number = start + length + 1;
  gsize digits;
  gsize letters;
  g_autofree char *right = NULL;

  if (!g_str_has_prefix (start, word) || start[length] != ' ')
    return FALSE;

  digits = strspn (number, "0123456789");
  letters = strspn (number, "IVXLC");
  /* A heading ends behind the number or goes on with a title; prose goes on with a small letter. */
  if (digits > 0 && digits < 4 && roman && !g_ascii_isalnum (number[digits]))
    right = dt_text_roman ((guint) atoi (number));
  else if (letters > 0 && !roman && dt_text_parse_roman (number, letters) > 0 && !g_ascii_isalpha (number[letters]))
    right = g_strdup_printf ("%u", dt_text_parse_roman (number, letters));
  if (right == NULL)
    return FALSE;

  dt_check_found (check, text, (gsize) (number - text->plain), (gsize) (number - text->plain) + digits + letters, right,
                  roman ? _ ("“%s” is counted in Roman numbers") : _ ("“%s” is counted in Arabic numbers"), word);
  return TRUE;
}

/* L60 */
static void
check_numerals (DtCheck *check,
                const DtCheckText *text)
{
  if (text->kind != DT_NODE_TITLE && !holds_sections (text))
    return;

  for (guint i = 0; i < text->n_lines; i++)
    {
      const DtCheckLine *line = &text->lines[i];

      if (line->row < 0 && line->end - line->text < 120)
        {
          check_division (check, text, line, "Chương", TRUE);
          check_division (check, text, line, "Phần", TRUE);
          check_division (check, text, line, "Mục", FALSE);
          check_division (check, text, line, "Tiểu mục", FALSE);
        }
    }
}

/* L61: a heading typed as a paragraph is neither bold nor in capitals, and no outline knows of it. */
static void
check_heading_style (DtCheck *check,
                     const DtCheckText *text)
{
  if (!holds_sections (text))
    return;

  for (guint i = 0; i < text->n_lines; i++)
    {
      const DtCheckLine *line = &text->lines[i];
      Typed typed = read_typed (text->plain + line->start, line->end - line->start);

      if (typed.kind == TYPED_ROMAN && line->row < 0 && line->kind == DT_LINE_PARAGRAPH)
        {
          const DtAnswer answer = { .text = text, .start = line->start, .end = line->end, .suggestion = _ ("make it a section of its own") };

          dt_check_add (check, &answer, _ ("a heading is typed as a paragraph; it would be neither bold nor in capitals"));
        }
    }
}

/* L62 */
static void
check_number_sign (DtCheck *check,
                   const DtCheckText *text)
{
  if (!holds_sections (text))
    return;

  for (guint i = 0; i < text->n_lines; i++)
    {
      const DtCheckLine *line = &text->lines[i];
      const char *start = text->plain + line->start;
      Typed typed = read_typed (start, line->end - line->start);
      const char *sign = typed.kind == TYPED_LETTER ? ")" : ".";
      g_autofree char *right = NULL;
      gsize end = line->start + typed.end;

      if (typed.kind == TYPED_NONE || line->row >= 0 || line->kind == DT_LINE_NUMBER || line->kind == DT_LINE_POINT)
        continue;
      /* "IV.TỔ CHỨC": the blank is missing; "A. Nguyễn" and "2-9" are words. */
      if (start[typed.length] == *sign && typed.end > typed.length + 1)
        continue;
      if (start[typed.length] == '-' && typed.end == typed.length + 1)
        continue;

      right = g_strdup_printf ("%.*s%s ", (int) typed.length, start, sign);
      dt_check_found (check, text, line->start, end, right, _ ("behind a number stands “%s” and a blank: “%s”"), sign, right);
    }
}

static const DtRuleCode codes[] = {
  { "L57", DT_SCOPE_TEXT, 0, check_roman },
  { "L58", DT_SCOPE_TEXT, 0, check_arabic },
  { "L59", DT_SCOPE_TEXT, 0, check_letters },
  { "L60", DT_SCOPE_TEXT, 0, check_numerals },
  { "L61", DT_SCOPE_TEXT, 0, check_heading_style },
  { "L62", DT_SCOPE_TEXT, 0, check_number_sign },
};

DT_RULE_FAMILY (dt_rules_structure, codes);
