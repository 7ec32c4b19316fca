/* dt-import-classify.c
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
 * What a line or a paragraph begins with: the numbering of the decree (Phụ
 * lục I, mục II, khoản 6) and what people write for it.
 */

/* Larger numbers at the start of a line are years and amounts. */
#define MAX_NUMBER 199
#define MAX_ROMAN 60
#define MAX_DEPTH 6

typedef enum
{
  NUMERAL_ROMAN = 1 << 0,
  NUMERAL_ARABIC = 1 << 1,
  NUMERAL_WORD = 1 << 2,
} Numeral;

/* Units named by a word. A line that begins so and goes on as a sentence is none; a title of these
 * is what stands after a mark, or in capitals. */
static const struct
{
  const char *word;
  DtMark mark;
  guint numerals;
} named_units[] = {
  { "phần", DT_MARK_PART, NUMERAL_ROMAN | NUMERAL_ARABIC | NUMERAL_WORD },
  { "chương", DT_MARK_CHAPTER, NUMERAL_ROMAN | NUMERAL_ARABIC },
  { "mục", DT_MARK_DIVISION, NUMERAL_ARABIC | NUMERAL_ROMAN },
  { "tiểu mục", DT_MARK_SUBDIVISION, NUMERAL_ARABIC },
  { "điều", DT_MARK_ARTICLE, NUMERAL_ARABIC },
};

static const char *const ordinals[] = {
  "nhất",
  "hai",
  "ba",
  "tư",
  "năm",
  "sáu",
  "bảy",
  "tám",
  "chín",
  "mười",
};

/* "phụ lục" and the units in the order of DtMark. */
static const char *const mark_units[] = {
  [DT_MARK_HEADING] = "none",
  [DT_MARK_PART] = "phan",
  [DT_MARK_CHAPTER] = "chuong",
  [DT_MARK_DIVISION] = "muc",
  [DT_MARK_SUBDIVISION] = "tieu-muc",
  [DT_MARK_ARTICLE] = "dieu",
  [DT_MARK_CAPITAL] = "none",
  [DT_MARK_ROMAN] = "roman",
  [DT_MARK_ARABIC] = "arabic",
  [DT_MARK_DECIMAL] = "decimal",
  [DT_MARK_LETTER] = "letter",
};

/* Signs people use for the first level of a list; those of the second are "+" and "o". */
static const gunichar bullets[] = {
  '-',
  '*',
  0x2010,
  0x2011,
  0x2012,
  0x2013,
  0x2014,
  0x2212,
  0x2022,
  0x2023,
  0x2043,
  0x00b7,
  0x25aa,
  0x25ab,
  0x25a0,
  0x25a1,
  0x25cf,
  0x25e6,
  0x25cb,
  0x25b6,
  0x25ba,
  0x27a2,
  0x2713,
  0x2714,
  0xf0b7,
  0xf02d,
  0xf0a7,
  0xf0d8,
};

static const struct
{
  const char *lead;
  const char *id;
} leads[] = {
  { "căn cứ", "can-cu" },
  { "thực hiện", "thuc-hien" },
  { "theo đề nghị của", "theo-de-nghi" },
  { "xét", "xet" },
};

/* Điều 7 of the decree; what stands here is what a plan file may say it is. */
static const struct
{
  const char *name;
  const char *id;
  const char *abbreviation;
} kinds[] = {
  { "kế hoạch", "ke-hoach", "KH" },
  { "quyết định", "quyet-dinh-truc-tiep", "QĐ" },
  { "chương trình", "chuong-trinh", "CTr" },
  { "phương án", "phuong-an", "PA" },
  { "thông báo", "thong-bao", "TB" },
  { "thông cáo", "thong-cao", "TC" },
  { "báo cáo", "bao-cao", "BC" },
  { "tờ trình", "to-trinh", "TTr" },
  { "hướng dẫn", "huong-dan", "HD" },
  { "đề án", "de-an", "ĐA" },
  { "dự án", "du-an", "DA" },
  { "chỉ thị", "chi-thi", "CT" },
  { "quy chế", "quy-che", "QC" },
  { "quy định", "quy-dinh", "QyĐ" },
};

const char *
dt_import_mark_unit (DtMark mark)
{
  g_return_val_if_fail ((guint) mark < G_N_ELEMENTS (mark_units), "none");

  return mark_units[mark];
}

static const char *
skip_blanks (const char *p)
{
  while (*p == ' ')
    p++;

  return p;
}

static gboolean
is_upper_at (const char *p)
{
  return *p != '\0' && g_unichar_isupper (g_utf8_get_char (p));
}

static gsize
match_roman (const char *p,
             guint *value)
{
  gsize length = strspn (p, "IVXLC");

  *value = length > 0 && length < 10 ? dt_text_parse_roman (p, length) : 0;

  return *value > 0 && *value <= MAX_ROMAN ? length : 0;
}

static gsize
match_arabic (const char *p,
              guint *value)
{
  gsize length = strspn (p, "0123456789");

  if (length == 0 || length > 3)
    return 0;

  *value = (guint) g_ascii_strtoull (p, NULL, 10);

  return *value > 0 && *value <= MAX_NUMBER ? length : 0;
}

/* "thứ nhất", or "nhất" alone. */
static gsize
match_ordinal (const char *p,
               guint *value)
{
  gsize skipped = dt_import_match_word (p, "thứ");
  const char *word = skip_blanks (p + skipped);

  for (guint i = 0; i < G_N_ELEMENTS (ordinals); i++)
    {
      gsize length = dt_import_match_word (word, ordinals[i]);

      if (length > 0)
        {
          *value = i + 1;
          return (gsize) (word - p) + length;
        }
    }

  return 0;
}

static gsize
match_numeral (const char *p,
               guint numerals,
               guint *value)
{
  gsize length = 0;

  if ((numerals & NUMERAL_ARABIC) != 0)
    length = match_arabic (p, value);
  if (length == 0 && (numerals & NUMERAL_ROMAN) != 0)
    length = match_roman (p, value);
  if (length == 0 && (numerals & NUMERAL_WORD) != 0)
    length = match_ordinal (p, value);

  return length;
}

static void
set_marker (DtMarker *marker,
            DtMark mark,
            const char *text,
            const char *label,
            gsize label_length,
            const char *rest)
{
  marker->mark = mark;
  marker->label = label;
  marker->label_length = label_length;
  marker->length = (gsize) (skip_blanks (rest) - text);
}

/* "Điều 1. …", "Chương II", "Phần thứ nhất". */
static gboolean
classify_named (const char *text,
                DtMarker *marker)
{
  if (!is_upper_at (text))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (named_units); i++)
    {
      gsize length = dt_import_match_word (text, named_units[i].word);
      const char *label = text + length;
      const char *rest;
      gsize width;

      if (length == 0 || *label != ' ')
        continue;

      label = skip_blanks (label);
      width = match_numeral (label, named_units[i].numerals, &marker->value);
      if (width == 0)
        continue;

      rest = label + width;
      if (*rest == '.' || *rest == ':')
        rest++;
      else if (*rest != '\0' &&
               (named_units[i].mark == DT_MARK_ARTICLE || !dt_import_is_caps (skip_blanks (rest))))
        return FALSE;

      set_marker (marker, named_units[i].mark, text, label, width, rest);
      return TRUE;
    }

  return FALSE;
}

/* "IV. TỔ CHỨC", "IV.TỔ CHỨC", "II- NỘI DUNG". */
static gboolean
classify_roman (const char *text,
                DtMarker *marker)
{
  gsize width = match_roman (text, &marker->value);
  const char *rest = text + width;

  if (width == 0 || *rest == '\0' || strchr (".)/-:", *rest) == NULL)
    return FALSE;

  rest++;
  /* "V-League", "I.T": a numeral stands before a blank or a whole word. */
  if (*rest != ' ')
    {
      const char *second;

      if (!is_upper_at (rest))
        return FALSE;
      second = g_utf8_next_char (rest);
      if (!g_unichar_isalpha (g_utf8_get_char (second)) || rest[-1] == '-')
        return FALSE;
    }
  if (*skip_blanks (rest) == '\0')
    return FALSE;

  set_marker (marker, DT_MARK_ROMAN, text, text, width, rest);
  return TRUE;
}

/* "1.1. …", "2.3.1 Tên". Amounts such as 2.000 and dates have other groups of digits. */
static gboolean
classify_decimal (const char *text,
                  DtMarker *marker)
{
  const char *p = text;
  guint depth = 0;

  for (;;)
    {
      gsize width = strspn (p, "0123456789");

      if (width == 0 || width > 2 || *p == '0')
        break;
      marker->value = (guint) g_ascii_strtoull (p, NULL, 10);
      p += width;
      depth++;
      if (*p != '.' || !g_ascii_isdigit (p[1]))
        break;
      p++;
    }

  if (depth < 2 || depth > MAX_DEPTH)
    return FALSE;

  marker->depth = depth;
  if (*p == '.' || *p == ')' || *p == '/')
    {
      if (p[1] != ' ' && !is_upper_at (p + 1))
        return FALSE;
      set_marker (marker, DT_MARK_DECIMAL, text, text, (gsize) (p - text), p + 1);
      return TRUE;
    }
  if (*p != ' ' || !is_upper_at (skip_blanks (p)))
    return FALSE;

  set_marker (marker, DT_MARK_DECIMAL, text, text, (gsize) (p - text), p);
  return TRUE;
}

/* "1. …", "1.Mục đích", "1) …", "1/ …". */
static gboolean
classify_arabic (const char *text,
                 DtMarker *marker)
{
  gsize width = match_arabic (text, &marker->value);
  const char *rest = text + width;

  if (width == 0 || *rest == '\0' || strchr (".)/", *rest) == NULL)
    return FALSE;

  rest++;
  if (*rest != ' ' && *rest != '\0' && !(rest[-1] != '/' && is_upper_at (rest)))
    return FALSE;

  set_marker (marker, DT_MARK_ARABIC, text, text, width, rest);
  return TRUE;
}

/* "a) …", "đ) …", "b. …"; "A. …" where it heads a title in capitals. */
static gboolean
classify_letter (const char *text,
                 DtMarker *marker)
{
  gunichar c = g_utf8_get_char (text);
  const char *rest;
  int index;

  if (!g_unichar_isalpha (c))
    return FALSE;

  rest = g_utf8_next_char (text);
  if (*rest == '\0' || strchr (").", *rest) == NULL || rest[1] == '\0')
    return FALSE;
  if (*rest == '.' && rest[1] != ' ')
    return FALSE;

  if (g_unichar_isupper (c))
    {
      if (c > 'H' || !dt_import_is_caps (skip_blanks (rest + 1)))
        return FALSE;
      marker->value = c - 'A' + 1;
      set_marker (marker, DT_MARK_CAPITAL, text, text, (gsize) (rest - text), rest + 1);
      return TRUE;
    }
  if (!g_unichar_islower (c) || (c >= 0x80 && c != 0x0111))
    return FALSE;

  index = dt_text_point_index (text, (gsize) (rest - text));
  marker->value = index >= 0 ? (guint) index + 1 : 0;
  set_marker (marker, DT_MARK_LETTER, text, text, (gsize) (rest - text), rest + 1);
  return TRUE;
}

static gboolean
classify_bullet (const DtImport *self,
                 const char *text,
                 guint indent,
                 DtMarker *marker)
{
  gunichar c = g_utf8_get_char (text);
  const char *rest = g_utf8_next_char (text);
  DtMark mark = DT_MARK_NONE;

  if (c == '+')
    mark = DT_MARK_PLUS;
  else
    for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
      if (c == bullets[i])
        mark = DT_MARK_DASH;

  if (mark == DT_MARK_NONE || *skip_blanks (rest) == '\0')
    return FALSE;
  /* Without a blank only before a word: "-Tuyên truyền", not "-5" or "**đậm**". */
  if (*rest != ' ' && (c == '*' || !g_unichar_isalpha (g_utf8_get_char (rest))))
    return FALSE;

  /* In Markdown the three signs say the same and the indent says the level. */
  if (self->markdown && (c == '-' || c == '*' || c == '+'))
    mark = indent >= 2 ? DT_MARK_PLUS : DT_MARK_DASH;

  set_marker (marker, mark, text, text, (gsize) (rest - text), rest);
  return TRUE;
}

static gboolean
classify_markdown (const char *text,
                   DtMarker *marker)
{
  gsize depth = strspn (text, "#");

  if (*text == '|')
    {
      marker->mark = DT_MARK_ROW;
      return TRUE;
    }
  if (depth == 0 || depth > 6 || text[depth] != ' ' || *skip_blanks (text + depth) == '\0')
    return FALSE;

  marker->depth = (guint) depth;
  set_marker (marker, DT_MARK_HEADING, text, text, depth, text + depth);
  return TRUE;
}

/**
 * dt_import_classify:
 * @self: the import
 * @text: a line or a paragraph
 * @indent: blanks that stood before it
 * @marker: (out): what it begins with
 */
void
dt_import_classify (const DtImport *self,
                    const char *text,
                    guint indent,
                    DtMarker *marker)
{
  memset (marker, 0, sizeof *marker);
  marker->mark = DT_MARK_NONE;

  if (self->markdown && classify_markdown (text, marker))
    return;
  if (classify_named (text, marker) || classify_roman (text, marker) ||
      classify_decimal (text, marker) || classify_arabic (text, marker) ||
      classify_letter (text, marker) || classify_bullet (self, text, indent, marker))
    return;

  memset (marker, 0, sizeof *marker);
  marker->mark = DT_MARK_NONE;
}

/* The id of the lead of a basis that @text begins with, or NULL. */
const char *
dt_import_find_lead (const char *text,
                     gsize *length)
{
  for (guint i = 0; is_upper_at (text) && i < G_N_ELEMENTS (leads); i++)
    {
      gsize width = dt_import_match_word (text, leads[i].lead);

      if (width > 0 && text[width] == ' ')
        {
          *length = width;
          return leads[i].id;
        }
    }

  return NULL;
}

/* "QUYẾT ĐỊNH:", the line between bases and articles. */
gboolean
dt_import_is_decision_line (const char *text)
{
  gsize length = dt_import_match_word (text, "quyết định");

  return length > 0 && dt_import_is_caps (text) && strcmp (skip_blanks (text + length), ":") == 0;
}

/* The id of the kind whose name, in capitals, @text begins with, or NULL. */
const char *
dt_import_find_kind (const char *text,
                     const char **abbreviation,
                     gsize *length)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gsize width = dt_import_match_word (text, kinds[i].name);

      if (width == 0)
        continue;
      for (const char *p = text; p < text + width; p = g_utf8_next_char (p))
        if (g_unichar_islower (g_utf8_get_char (p)))
          return NULL;

      *length = width;
      if (abbreviation != NULL)
        *abbreviation = kinds[i].abbreviation;
      return kinds[i].id;
    }

  return NULL;
}

const char *
dt_import_kind_abbreviation (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].id, kind) == 0)
      return kinds[i].abbreviation;

  return strcmp (kind, "quyet-dinh-gian-tiep") == 0 ? "QĐ" : "KH";
}

/* "Phụ lục", "PHỤ LỤC II", "Phụ lục 1:" alone on a line; @length is what belongs to it. */
gboolean
dt_import_is_annex_line (const char *text,
                         gsize *length)
{
  gsize width = dt_import_match_word (text, "phụ lục");
  const char *label = skip_blanks (text + width);
  guint value;

  if (width == 0 || !is_upper_at (text))
    return FALSE;

  label += match_numeral (label, NUMERAL_ROMAN | NUMERAL_ARABIC, &value);
  if (*label != '\0' && strchr (".:-", *label) != NULL)
    label++;
  *length = (gsize) (label - text);
  label = skip_blanks (label);

  return *label == '\0' || dt_import_is_caps (label);
}

/* "(Kèm theo …", "(Ban hành kèm theo …", also with a blank after the parenthesis. */
gboolean
dt_import_is_attached_line (const char *text)
{
  if (*text != '(')
    return FALSE;
  text = skip_blanks (text + 1);

  return dt_import_match_word (text, "kèm theo") > 0 ||
         dt_import_match_word (text, "ban hành kèm theo") > 0;
}
