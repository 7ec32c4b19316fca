/* dt-rules-numbers.c - figures, sums, shares, money
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-scan-private.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A number as it is typed: digits, with points and commas between them. */
typedef struct
{
  gsize start;
  gsize end;
} Number;

static gboolean
next_number (const char *plain,
             gsize *cursor,
             Number *number)
{
  gsize at = *cursor;

  while (plain[at] != '\0' && !g_ascii_isdigit (plain[at]))
    at++;
  if (plain[at] == '\0')
    return FALSE;

  number->start = at;
  while (g_ascii_isdigit (plain[at]) || (strchr (".,", plain[at]) != NULL && plain[at] != '\0' && g_ascii_isdigit (plain[at + 1])))
    at++;
  number->end = at;
  *cursor = at;
  return TRUE;
}

/* Whether it stands alone: no part of a date, a number of a document, a word. */
static gboolean
is_free (const DtCheckText *text,
         const Number *number)
{
  gunichar before = dt_scan_before (text->plain, number->start);
  gunichar after = dt_scan_at (text->plain, number->end);

  return !g_unichar_isalpha (before) && !g_unichar_isalpha (after) && before != '/' && before != '-' && after != '/' &&
         before != '.' && dt_scan_find_citation (text, number->start) == NULL;
}

/* "1.234,5" and "1234,5" as we write them: points between thousands, a comma before the decimals. */
static gboolean
parse (const char *text,
       gsize length,
       double *value)
{
  GString *plain = g_string_new (NULL);
  gboolean good = length > 0;
  gboolean has_comma = FALSE;
  char *end = NULL;

  for (gsize i = 0; i < length && good; i++)
    if (g_ascii_isdigit (text[i]))
      g_string_append_c (plain, text[i]);
    else if (text[i] == ',' && !has_comma)
      {
        g_string_append_c (plain, '.');
        has_comma = TRUE;
      }
    else if (text[i] == '.' && !has_comma && i > 0 && strspn (text + i + 1, "0123456789") >= 3)
      continue;
    else
      good = FALSE;

  *value = good && plain->len > 0 ? g_ascii_strtod (plain->str, &end) : 0;
  good = good && plain->len > 0 && end != NULL && *end == '\0';
  g_string_free (plain, TRUE);
  return good;
}

/* L77: "1,234.5" */
static void
check_marks (DtCheck *check,
             const DtCheckText *text)
{
  gsize cursor = 0;
  Number number;

  while (next_number (text->plain, &cursor, &number))
    {
      g_autofree char *typed = g_strndup (text->plain + number.start, number.end - number.start);
      const char *point = strrchr (typed, '.');
      const char *comma = strrchr (typed, ',');
      gboolean is_foreign = FALSE;

      if (!is_free (text, &number))
        continue;
      /* Commas between thousands before a point; or a point before one or two decimals of a share. */
      if (point != NULL && comma != NULL)
        is_foreign = comma < point;
      else if (point != NULL && strchr (typed, '.') == point)
        is_foreign = strlen (point + 1) <= 2 && text->plain[number.end] == '%';
      if (!is_foreign)
        continue;

      for (char *p = typed; *p != '\0'; p++)
        *p = *p == '.' ? ',' : (*p == ',' ? '.' : *p);
      dt_check_found (check, text, number.start, number.end, typed,
                      _ ("points stand between thousands, a comma before decimals: “%s”"), typed);
    }
}

typedef struct
{
  double value;
  gboolean is_number;
  gboolean is_empty;
} Cell;

static Cell
read_cell (const DtCheckText *text,
           const DtCheckLine *line)
{
  g_autofree char *typed = g_strndup (text->plain + line->text, line->end - line->text);
  Cell cell = { 0 };

  g_strstrip (typed);
  cell.is_empty = *typed == '\0' || strcmp (typed, "-") == 0;
  cell.is_number = parse (typed, strlen (typed), &cell.value);
  return cell;
}

static gboolean
is_total (const DtCheckText *text,
          const DtCheckLine *line)
{
  g_autofree char *folded = NULL;
  g_autofree char *typed = g_strndup (text->plain + line->text, line->end - line->text);

  g_strstrip (typed);
  folded = dt_text_fold (typed);
  return strcmp (folded, "tong") == 0 || g_str_has_prefix (folded, "tong cong") || strcmp (folded, "cong") == 0 ||
         g_str_has_prefix (folded, "tong so");
}

/* Adds up one column above the row of the total at line @total. */
static void
check_column (DtCheck *check,
              const DtCheckText *text,
              guint first,
              guint total,
              gint column)
{
  const DtCheckLine *lines = text->lines;
  const DtCheckLine *result = NULL;
  double sum = 0;
  guint n = 0;

  for (guint i = first; i < text->n_lines && lines[i].line == lines[first].line; i++)
    {
      Cell cell;

      if (lines[i].column != column || lines[i].header || lines[i].row > lines[total].row)
        continue;
      if (lines[i].row == lines[total].row)
        {
          result = &lines[i];
          break;
        }
      cell = read_cell (text, &lines[i]);
      if (!cell.is_number && !cell.is_empty)
        return;
      sum += cell.value;
      n += cell.is_number;
    }

  if (result != NULL && n >= 2 && read_cell (text, result).is_number && fabs (read_cell (text, result).value - sum) > 0.0005)
    {
      g_autofree char *right = g_strdup_printf ("%.10g", sum);
      DtAnswer answer = { .text = text, .start = result->text, .end = result->end, .allowed = right };

      for (char *p = right; *p != '\0'; p++)
        *p = *p == '.' ? ',' : *p;
      dt_check_add (check, &answer, _ ("the rows above add up to %s"), right);
    }
}

/* L78 */
static void
check_totals (DtCheck *check,
              const DtCheckText *text)
{
  guint first = 0;

  for (guint i = 0; i < text->n_lines; i++)
    {
      const DtCheckLine *line = &text->lines[i];

      if (i == 0 || line->line != text->lines[i - 1].line)
        first = i;
      if (line->row < 1 || line->column > 1 || !is_total (text, line))
        continue;
      for (gint column = line->column + 1; column < 64; column++)
        check_column (check, text, first, i, column);
    }
}

/* L79: what is left and what was reached make up the whole; a share above 100 is told where nothing is compared. */
static void
check_shares (DtCheck *check,
              const DtCheckText *text)
{
  static const char *const compared[] = { "so với", "vượt", "tăng", "kế hoạch", "chỉ tiêu", "dự toán" };

  for (guint i = 0; i < text->n_lines; i++)
    {
      const DtCheckLine *line = &text->lines[i];
      g_autofree char *words = g_strndup (text->plain, line->end);
      gsize cursor = line->text;
      double reached = -1;
      Number number;
      gboolean compares = FALSE;

      for (guint k = 0; k < G_N_ELEMENTS (compared); k++)
        compares |= strstr (words + line->text, compared[k]) != NULL;

      while (next_number (words, &cursor, &number))
        {
          gsize lead = number.start >= strlen ("còn lại ") ? number.start - strlen ("còn lại ") : 0;
          double value;

          if (words[number.end] != '%' || !parse (words + number.start, number.end - number.start, &value))
            continue;
          if (reached >= 0 && lead >= line->text && strncmp (words + lead, "còn lại ", strlen ("còn lại ")) == 0 &&
              fabs (reached + value - 100) > 0.05)
            dt_check_found (check, text, number.start, number.end + 1, NULL, _ ("with %.10g%% the rest would be %.10g%%"),
                            reached, 100 - reached);
          else if (value > 100 && !compares)
            dt_check_found (check, text, number.start, number.end + 1, NULL, _ ("a share is above 100%%"));
          reached = value;
        }
    }
}

static const char *const units[] = { "đồng", "VNĐ", "VND", "đ", "triệu", "tỷ", "nghìn", "USD" };

static const char *
find_unit (const char *plain,
           gsize at)
{
  at += strspn (plain + at, " ");
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strncmp (plain + at, units[i], strlen (units[i])) == 0 && !g_unichar_isalpha (dt_scan_at (plain, at + strlen (units[i]))))
      return units[i];

  return NULL;
}

static gboolean
is_vnd (const char *unit)
{
  return unit != NULL && (strcmp (unit, "VNĐ") == 0 || strcmp (unit, "VND") == 0);
}

/* Whether things are counted: "1.000.000 cây". */
static gboolean
counts_things (const char *plain,
               gsize at)
{
  static const char *const words[] = { "cho ", "để ", "từ ", "do ", "và " };

  if (plain[at] != ' ' || !g_unichar_isalpha (dt_scan_at (plain, at + 1)))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (plain + at + 1, words[i]))
      return FALSE;

  return TRUE;
}

static gboolean
speaks_of_money (const DtCheckText *text,
                 gsize at)
{
  const DtCheckLine *line = dt_check_text_find_line (text, at);
  g_autofree char *before = g_strndup (text->plain + line->text, at - line->text);
  g_autofree char *folded = dt_text_fold (before);

  return line->row < 0 && (strstr (folded, "kinh phi") != NULL || strstr (folded, "so tien") != NULL ||
                           strstr (folded, "du toan") != NULL || strstr (folded, "muc chi") != NULL);
}

/* L80 */
static void
check_money (DtCheck *check,
             const DtCheckText *text)
{
  guint n_dong = 0;

  (void) text;
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < check->n_texts; i++)
      {
        const DtCheckText *at = check->texts[i];
        gsize cursor = 0;
        Number number;

        while (at->kind == DT_NODE_BODY && next_number (at->plain, &cursor, &number))
          {
            const char *unit = find_unit (at->plain, number.end);
            g_autofree char *typed = g_strndup (at->plain + number.start, number.end - number.start);

            if (pass == 0)
              n_dong += unit != NULL && strcmp (unit, "đồng") == 0;
            else if (n_dong > 0 && is_vnd (unit))
              {
                gsize start = number.end + strspn (at->plain + number.end, " ");

                dt_check_found (check, at, start, start + strlen (unit), "đồng", _ ("elsewhere the unit is written “đồng”"));
              }
            else if (unit == NULL && is_free (at, &number) && strchr (typed, '.') != strrchr (typed, '.') &&
                     !counts_things (at->plain, number.end) && speaks_of_money (at, number.start))
              dt_check_found (check, at, number.start, number.end, NULL, _ ("the sum “%s” has no unit, “đồng”"), typed);
          }
      }
}

typedef struct
{
  const DtCheckText *text;
  Number number;
  char *key;
  char *typed;
} Figure;

static void
clear_figure (gpointer data)
{
  Figure *figure = data;

  g_free (figure->key);
  g_free (figure->typed);
}

/* "tổng số 120 hộ", "toàn xã có 120 hộ": what is counted, where the whole of it is said. */
static void
add_figures (const DtCheckText *text,
             GArray *figures)
{
  static const char *const wholes[] = { "tổng số ", "Tổng số ", "toàn xã có ", "Toàn xã có ", "toàn phường có ", "Toàn phường có " };
  gsize cursor = 0;
  Number number;

  while (next_number (text->plain, &cursor, &number))
    for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
      {
        gsize length = strlen (wholes[i]);
        const char *word = text->plain + number.end;
        const char *end = text->plain + text->length;
        gsize size = 0;
        Figure figure = { .text = text, .number = number };

        if (number.start < length || strncmp (text->plain + number.start - length, wholes[i], length) != 0 ||
            *word != ' ' || !dt_text_next_word (&word, end, &word, &size))
          continue;
        figure.key = g_strndup (word, size);
        figure.typed = g_strndup (text->plain + number.start, number.end - number.start);
        g_array_append_val (figures, figure);
      }
}

/* L81 */
static void
check_same (DtCheck *check,
            const DtCheckText *text)
{
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (Figure));

  (void) text;
  g_array_set_clear_func (figures, clear_figure);
  for (guint i = 0; i < check->n_texts; i++)
    add_figures (check->texts[i], figures);

  for (guint i = 1; i < figures->len; i++)
    for (guint k = 0; k < i; k++)
      {
        const Figure *figure = &g_array_index (figures, Figure, i);
        const Figure *other = &g_array_index (figures, Figure, k);

        if (strcmp (figure->key, other->key) != 0 || strcmp (figure->typed, other->typed) == 0)
          continue;
        dt_check_found (check, figure->text, figure->number.start, figure->number.end, NULL,
                        _ ("elsewhere the whole is given as %s %s"), other->typed, other->key);
        break;
      }
}

static const DtRuleCode codes[] = {
  { "L77", DT_SCOPE_TEXT, 0, check_marks },
  { "L78", DT_SCOPE_TEXT, 0, check_totals },
  { "L79", DT_SCOPE_TEXT, 0, check_shares },
  { "L80", DT_SCOPE_PLAN, DT_INPUT_ALL, check_money },
  { "L81", DT_SCOPE_PLAN, DT_INPUT_ALL, check_same },
};

DT_RULE_FAMILY (dt_rules_numbers, codes);
