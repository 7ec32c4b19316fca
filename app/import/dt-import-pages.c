/* dt-import-pages.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-import"

#include "config.h"

#include "import/dt-import-private.h"

#include <string.h>

/*
 * What pages leave in a text taken out of a PDF: their numbers, lines that
 * head every page, and places where letters fell out. The first two go, the
 * last is only reported.
 */

#define MAX_PAGES 500

/* A line that heads this many pages is no part of the text. */
#define MIN_REPEATS 3

/* The longest line, in bytes, that can be a row number behind the end of a cell. */
#define MAX_LEFT_OVER 16

/* Fewest lines of text between two page numbers. */
#define MIN_PAGE_LINES 6

typedef struct
{
  DtImport *import;
  guint last_page;   /* the last number dropped */
  guint last_index;  /* and its line */
  guint last_row;    /* the last of "1.", "2.", ... alone on a line: a table counts its rows so */
  gboolean fed;      /* form feeds show where pages end */
  GHashTable *heads; /* first line of a page → how often */
} Pages;

static const char *
skip_signs (const char *p,
            const char *signs)
{
  while (*p != '\0' && strchr (signs, *p) != NULL)
    p++;

  return p;
}

/* "5", "- 5 -", "Trang 5", "Trang 5/12", "5/12" with @decorated TRUE for all but the first. */
static guint
parse_page_number (const char *text,
                   gboolean *decorated)
{
  gsize word = dt_import_match_word (text, "trang");
  const char *p = skip_signs (text + word, " -");
  char *end;
  guint64 page;

  if (!g_ascii_isdigit (*p))
    return 0;

  page = g_ascii_strtoull (p, &end, 10);
  *decorated = p > text;
  p = skip_signs (end, " ");
  if (*p == '/' && word > 0)
    {
      p = skip_signs (p + 1, " ");
      p += strspn (p, "0123456789");
    }
  p = skip_signs (p, " -");

  return *p == '\0' && page <= MAX_PAGES ? (guint) page : 0;
}

/* "3." or "3" alone, or at the end of what a cell left over: "sau) 4.". */
static guint
parse_row_number (const char *text)
{
  const char *p = strrchr (text, ' ');
  gsize width;

  if (strlen (text) > MAX_LEFT_OVER)
    return 0;

  p = p != NULL ? p + 1 : text;
  width = strspn (p, "0123456789");

  return width > 0 && width <= 3 &&
             (p[width] == '\0' ? p == text : p[width] == '.' && p[width + 1] == '\0')
           ? (guint) g_ascii_strtoull (p, NULL, 10)
           : 0;
}

static gboolean
stands_at_form_feed (const DtImport *self,
                     guint index)
{
  return dt_import_get_line (self, index)->page ||
         (index + 1 < self->lines->len && dt_import_get_line (self, index + 1)->page);
}

/* Whether the blank space around line @index is that between two pages. */
static gboolean
stands_at_gap (const DtImport *self,
               guint index)
{
  guint usual = self->spaced ? 2 : 1;

  return dt_import_get_line (self, index)->gap >= usual ||
         (index + 1 < self->lines->len && dt_import_get_line (self, index + 1)->gap >= usual);
}

/* Page numbers rise, or begin again at an annex, and a page holds some lines. The first page shows none.
 * Where nothing shows the ends of pages, a number that counts on the rows of a table is one of those. */
static gboolean
is_page_number (const Pages *self,
                guint index)
{
  const DtImportLine *line = dt_import_get_line (self->import, index);
  gboolean decorated = FALSE;
  guint page = parse_page_number (line->text, &decorated);
  gboolean in_order = page == 2 || page > self->last_page;

  if (page == 0)
    return FALSE;
  if (self->fed)
    return stands_at_form_feed (self->import, index) && (in_order || decorated || page == 1);
  if (!stands_at_gap (self->import, index))
    return FALSE;
  if (decorated)
    return TRUE;
  if (page == 1 || (self->last_row > 0 && page == self->last_row + 1) ||
      (self->last_page > 0 && index - self->last_index < MIN_PAGE_LINES))
    return FALSE;

  return in_order;
}

static gboolean
is_page_header (const Pages *self,
                const DtImportLine *line)
{
  DtMarker marker;

  if (!line->page)
    return FALSE;

  dt_import_classify (self->import, line->text, line->indent, &marker);

  return marker.mark == DT_MARK_NONE &&
         GPOINTER_TO_UINT (g_hash_table_lookup (self->heads, line->text)) >= MIN_REPEATS;
}

static void
count_heads (Pages *self)
{
  for (guint i = 0; i < self->import->lines->len; i++)
    {
      const DtImportLine *line = dt_import_get_line (self->import, i);

      if (line->page)
        {
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->heads, line->text));

          self->fed = TRUE;
          g_hash_table_insert (self->heads, (gpointer) line->text, GUINT_TO_POINTER (n + 1));
        }
    }
}

/* A line that only pages have: reported, and left out. */
static gboolean
drop_line (Pages *self,
           guint index)
{
  DtImport *import = self->import;
  const DtImportLine *line = dt_import_get_line (import, index);
  DtImportNote note = DT_IMPORT_PAGE_HEADER;

  if (is_page_number (self, index))
    {
      gboolean decorated;

      self->last_page = parse_page_number (line->text, &decorated);
      self->last_index = index;
      note = DT_IMPORT_PAGE_NUMBER;
    }
  else if (!is_page_header (self, line))
    return FALSE;

  dt_import_report (import, note, line->line, line->text, NULL);
  dt_import_drop (import, line->text, -1);

  return TRUE;
}

/**
 * dt_import_drop_page_marks:
 * @self: the import
 *
 * Takes page numbers and repeated page headers out of the lines, and reports
 * each. The line after one keeps its mark of a new page.
 */
void
dt_import_drop_page_marks (DtImport *self)
{
  g_autoptr (GHashTable) heads = g_hash_table_new (g_str_hash, g_str_equal);
  Pages pages = { .import = self, .heads = heads };
  guint n_kept = 0;
  gboolean page = FALSE;

  count_heads (&pages);
  for (guint i = 0; i < self->lines->len; i++)
    {
      DtImportLine *line = dt_import_get_line (self, i);
      guint row;

      if (drop_line (&pages, i))
        {
          page = TRUE;
          continue;
        }
      if (dt_import_is_rule (line->text))
        {
          dt_import_report (self, DT_IMPORT_RULE, line->line, line->text, NULL);
          continue;
        }

      row = parse_row_number (line->text);
      if (row == 1 || (row > 0 && row == pages.last_row + 1))
        pages.last_row = row;
      /* What separated the pages is no break between paragraphs. */
      if (page)
        {
          line->page = TRUE;
          line->gap = self->spaced ? 1 : 0;
        }
      page = FALSE;
      dt_import_get_line (self, n_kept)[0] = *line;
      n_kept++;
    }

  g_array_set_size (self->lines, n_kept);
}

/* A Vietnamese syllable has a vowel. */
static gboolean
has_vowel (const char *word,
           gsize length)
{
  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    {
      gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

      g_unichar_fully_decompose (g_unichar_tolower (g_utf8_get_char (p)), FALSE, parts,
                                 G_N_ELEMENTS (parts));
      if (parts[0] < 0x80 && strchr ("aeiouy", (int) parts[0]) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_small_word (const char *word,
               gsize length)
{
  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    if (!g_unichar_islower (g_utf8_get_char (p)))
      return FALSE;

  return length > 0;
}

/* A small word of one to three letters without a vowel, not behind a number ("5 km"), or NULL. */
static const char *
find_broken_word (const char *text,
                  gsize *length)
{
  gboolean number = FALSE;

  for (const char *p = text; *p != '\0';)
    {
      gsize width = strcspn (p, " ");

      if (width <= 4 && !number && is_small_word (p, width) && !has_vowel (p, width))
        {
          *length = width;
          return p;
        }
      number = g_ascii_isdigit (*p);
      p += width;
      while (*p == ' ')
        p++;
    }

  return NULL;
}

/* Three blanks or more inside a line, or two before a vowel that lost its consonant, or NULL. */
static const char *
find_gap (const char *raw)
{
  for (const char *p = strchr (raw, ' '); p != NULL; p = strchr (p, ' '))
    {
      gsize width = strspn (p, " ");
      gunichar c = g_utf8_get_char (p + width);

      if (width >= 3 || (width == 2 && g_unichar_islower (c) && has_vowel (p + width, 1)))
        return p;
      p += width;
    }

  return NULL;
}

static char *
quote_around (const char *text,
              const char *at)
{
  const char *start = at;
  const char *end = at;

  for (guint i = 0; i < 12 && start > text; i++)
    start = g_utf8_prev_char (start);
  for (guint i = 0; i < 24 && *end != '\0'; i++)
    end = g_utf8_next_char (end);

  return g_strndup (start, (gsize) (end - start));
}

/**
 * dt_import_report_damage:
 * @self: the import
 * @from: the first line to look at
 * @to: the line after the last
 *
 * Reports places where a reader of PDF files lost letters; nothing is guessed.
 */
void
dt_import_report_damage (DtImport *self,
                         guint from,
                         guint to)
{
  for (guint i = from; i < to; i++)
    {
      const DtImportLine *line = dt_import_get_line (self, i);
      const char *gap = find_gap (line->raw);
      gsize length = 0;
      const char *word = find_broken_word (line->text, &length);

      if (gap != NULL)
        {
          g_autofree char *quote = quote_around (line->raw, gap);

          dt_import_report (self, DT_IMPORT_GAP, line->line, quote, NULL);
        }
      if (word != NULL)
        {
          g_autofree char *quote = quote_around (line->text, word);

          dt_import_report (self, DT_IMPORT_LOST_LETTERS, line->line, quote, NULL);
        }
    }
}
