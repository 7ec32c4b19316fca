/* dt-import-shape.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-import"

#include "config.h"

#include "import/dt-import-private.h"

#include "text/dt-text.h"

#include <string.h>

/*
 * What a line looks like: how wide it would be on paper, how it begins and
 * ends. Old plans were broken into lines by their width; telling a full line
 * from one that ended by itself is most of putting paragraphs together again.
 */

/* Thousandths of an em for ASCII 32 to 126 in the decree's font; near enough for every serif. */
static const guint16 ascii_widths[95] = {
  250,
  333,
  408,
  500,
  500,
  833,
  778,
  180,
  333,
  333,
  500,
  564,
  250,
  333,
  250,
  278,
  500,
  500,
  500,
  500,
  500,
  500,
  500,
  500,
  500,
  500,
  278,
  278,
  564,
  564,
  564,
  444,
  921,
  722,
  667,
  667,
  722,
  611,
  556,
  722,
  722,
  333,
  389,
  722,
  611,
  889,
  722,
  722,
  556,
  722,
  667,
  556,
  611,
  722,
  722,
  944,
  722,
  722,
  611,
  333,
  278,
  333,
  469,
  500,
  333,
  444,
  500,
  444,
  500,
  444,
  333,
  500,
  500,
  278,
  278,
  500,
  278,
  778,
  500,
  500,
  500,
  500,
  333,
  389,
  278,
  500,
  500,
  722,
  500,
  500,
  444,
  480,
  200,
  480,
  541,
};

/* Words after which a line cannot end a paragraph. */
static const char *const connectors[] = {
  "bởi",
  "các",
  "cho",
  "chủ tịch",
  "có",
  "của",
  "do",
  "giữa",
  "gồm",
  "hoặc",
  "khoản",
  "là",
  "một",
  "mục",
  "ngày",
  "những",
  "năm",
  "phố",
  "phường",
  "số",
  "tháng",
  "thành phố",
  "theo",
  "thuộc",
  "tại",
  "tỉnh",
  "từ",
  "và",
  "về",
  "với",
  "xã",
  "điều",
  "điểm",
  "đến",
  "để",
  "ở",
  "trên",
  "trong",
  "từng",
  "mọi",
  "bằng",
};

/* Words after which a number at the start of the next line is no numbering. */
static const char *const unit_words[] = {
  "chương",
  "khoản",
  "kỳ",
  "lần",
  "mục",
  "mức",
  "ngày",
  "năm",
  "phần",
  "quý",
  "số",
  "tháng",
  "thứ",
  "trên",
  "từ",
  "và",
  "điều",
  "điểm",
  "đến",
  "hơn",
  "khoảng",
  "gần",
  "cấp",
  "loại",
  "nhóm",
};

/* The upper quantile of the widths of lines that go on in the next one, which stands for the width of
 * the text area, and the widest there can be; wider lines are paragraphs that were never broken. */
#define MEASURE_PERCENT 97
#define MAX_MEASURE 66000
#define MIN_LINES 4

static guint
char_width (gunichar c)
{
  gunichar base[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (c >= 0x80)
    {
      if (g_unichar_ismark (c))
        return 0;
      if (g_unichar_fully_decompose (c, FALSE, base, G_N_ELEMENTS (base)) > 0)
        c = base[0];
    }
  if (c >= 32 && c < 127)
    return ascii_widths[c - 32];
  if (c == 0x0110)
    return 722;

  return 500;
}

guint
dt_import_width (const char *text,
                 gsize length)
{
  guint width = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    width += char_width (g_utf8_get_char (p));

  return width;
}

gsize
dt_import_first_word (const char *text)
{
  return strcspn (text, " ");
}

/* Whether @text is a line in capitals: letters enough, and no small one. */
gboolean
dt_import_is_caps (const char *text)
{
  guint n_upper = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c))
        return FALSE;
      if (g_unichar_isupper (c))
        n_upper++;
    }

  return n_upper >= 4;
}

/* Whether @text can be the name of a person: two to six words, each a capital and small letters. */
gboolean
dt_import_is_name (const char *text)
{
  guint n_words = 0;
  gboolean start = TRUE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ' ')
        {
          start = TRUE;
          continue;
        }
      if (start ? !g_unichar_isupper (c) : !(g_unichar_islower (c) || c == '.'))
        return FALSE;
      if (start)
        n_words++;
      start = FALSE;
    }

  return n_words >= 2 && n_words <= 6 && !g_str_has_suffix (text, ".");
}

guint
dt_import_count_words (const char *text)
{
  guint n = *text != '\0' ? 1 : 0;

  for (const char *p = text; *p != '\0'; p++)
    if (*p == ' ')
      n++;

  return n;
}

DtStart
dt_import_start (const char *text)
{
  gunichar c = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      c = g_utf8_get_char (text);
      /* What opens a quotation says nothing itself; what follows does. */
      if (c != '"' && c != '\'' && c != 0x201c && c != 0x2018 && c != 0x00ab)
        break;
    }

  if (g_unichar_islower (c))
    return DT_START_LOWER;
  if (g_unichar_isupper (c))
    return DT_START_UPPER;
  if (g_unichar_isdigit (c))
    return DT_START_DIGIT;
  return DT_START_OTHER;
}

DtEnd
dt_import_end (const char *text)
{
  const char *end = text + strlen (text);

  while (end > text)
    {
      const char *last = g_utf8_prev_char (end);
      gunichar c = g_utf8_get_char (last);

      switch (c)
        {
        case '"':
        case '\'':
        case ')':
        case 0x201d:
        case 0x2019:
        case 0x00bb:
          end = last;
          continue;
        case ',':
          return DT_END_COMMA;
        case ';':
          return DT_END_SEMICOLON;
        case ':':
          return DT_END_COLON;
        case '.':
        case '!':
        case '?':
        case 0x2026:
          return DT_END_STOP;
        default:
          return DT_END_NONE;
        }
    }

  return DT_END_NONE;
}

static gboolean
ends_with_word (const char *text,
                const char *const *words,
                gsize n_words)
{
  gsize length = strlen (text);

  for (gsize i = 0; i < n_words; i++)
    {
      gsize width = strlen (words[i]);

      if (length >= width && memcmp (text + length - width, words[i], width) == 0 &&
          (length == width || text[length - width - 1] == ' '))
        return TRUE;
    }

  return FALSE;
}

gboolean
dt_import_ends_with_connector (const char *text)
{
  return ends_with_word (text, connectors, G_N_ELEMENTS (connectors)) ||
         g_str_has_suffix (text, " -") || g_str_has_suffix (text, " –");
}

gboolean
dt_import_ends_with_unit_word (const char *text)
{
  return ends_with_word (text, unit_words, G_N_ELEMENTS (unit_words));
}

/* Bytes of @text that say @word, which is in small letters, in whatever case; 0 when it does not begin
 * with that word. "Uỷ" and "Ủy" are one word written in two ways. */
gsize
dt_import_match_word (const char *text,
                      const char *word)
{
  const char *p = text;

  while (*word != '\0')
    {
      if (*p == '\0' ||
          g_unichar_tolower (g_utf8_get_char (p)) != g_utf8_get_char (word))
        return 0;
      p = g_utf8_next_char (p);
      word = g_utf8_next_char (word);
    }

  /* A word ends where its letters do. */
  if (*p != '\0' && g_unichar_isalnum (g_utf8_get_char (p)))
    return 0;

  return (gsize) (p - text);
}

/* A rule drawn with signs: "-----", "_____", "* * *". */
gboolean
dt_import_is_rule (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ' ')
        continue;
      if (c != '-' && c != '_' && c != '=' && c != '*' && c != 0x2013 && c != 0x2014 &&
          c != 0x2015 && c != 0x2500 && c != 0x00af)
        return FALSE;
      n++;
    }

  return n >= 3;
}

static int
compare_widths (gconstpointer a,
                gconstpointer b)
{
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

/* A line that carries a sentence of the line before it on. */
static gboolean
carries_on (const DtImportLine *before,
            const DtImportLine *line)
{
  DtEnd end = dt_import_end (before->text);

  return dt_import_start (line->text) == DT_START_LOWER && line->text[1] != ')' &&
         (end == DT_END_NONE || end == DT_END_COMMA);
}

/**
 * dt_import_measure:
 * @self: the import, its lines read
 *
 * Finds how wide a full line is, and whether blank lines mean anything.
 */
void
dt_import_measure (DtImport *self)
{
  g_autofree guint *widths = NULL;
  guint n = self->lines->len;
  guint n_carried = 0;
  guint n_carried_over_gap = 0;
  guint n_full = 0;

  self->measure = 0;
  self->spaced = FALSE;
  if (n < MIN_LINES)
    return;

  widths = g_new (guint, n);
  for (guint i = 1; i < n; i++)
    {
      const DtImportLine *before = dt_import_get_line (self, i - 1);
      const DtImportLine *line = dt_import_get_line (self, i);

      if (!carries_on (before, line))
        continue;
      n_carried++;
      if (line->gap > 0)
        n_carried_over_gap++;
      /* A line with gaps in it is a row of a table, however wide. */
      if (strstr (before->raw, "   ") == NULL)
        widths[n_full++] = before->width;
    }

  /* Without lines that carry a sentence on, lines are whole paragraphs. */
  if (n_carried * 12 < n || n_full == 0)
    return;

  qsort (widths, n_full, sizeof (guint), compare_widths);
  self->measure = widths[(gsize) n_full * MEASURE_PERCENT / 100];
  if (self->measure > MAX_MEASURE)
    {
      self->measure = 0;
      return;
    }
  self->spaced = n_carried_over_gap * 2 > n_carried;
}
