/* dt-import-paragraphs.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-import"

#include "config.h"

#include "import/dt-import-steps-private.h"

#include <string.h>

/*
 * Lines broken by their width, made paragraphs again.
 *
 * The test that decides most cases is the one a typesetter would use: would
 * the first word of the next line have had room on this one? If so, the line
 * ended because the paragraph did.
 */

/* Room left on a line, in percent of the measure: below SURE the next word certainly fitted, above
 * FULL it certainly did not. The first line of a paragraph is shorter by its indent. */
#define FULL_PERCENT 100
#define SURE_PERCENT 87
#define TITLE_PERCENT 70
#define FIRST_LINE_PERCENT 92

/* More blank lines than this are a break even where every line has some around it. */
#define BIG_GAP 3

typedef struct
{
  DtImport *import;
  GArray *paragraphs;
  GString *text;
  DtImportParagraph current;
  const DtImportLine *last; /* of the current paragraph, NULL when there is none */
  guint last_values[DT_MARK_NONE + 1];
  gboolean opening; /* before the first section, where bases stand */
} Joiner;

/* Percent of the measure that the line and the word after it would take. */
static guint
get_fill (const Joiner *self,
          const DtImportLine *next)
{
  gsize measure = self->import->measure;
  guint need;

  if (measure == 0)
    return 0;
  if (self->current.n_lines == 1)
    measure = measure * FIRST_LINE_PERCENT / 100;

  need = self->last->width + 250 +
         dt_import_width (next->text, dt_import_first_word (next->text));

  return (guint) ((gsize) need * 100 / measure);
}

/* "kinh tế - xã hội" and its like, parted before the dash. */
static gboolean
is_pair (const char *last,
         const char *content)
{
  static const char *const firsts[] = { "kinh tế", "chính trị", "văn hóa", "Văn hóa", "văn hoá", "Văn hoá" };

  if (dt_import_match_word (content, "xã hội") == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (firsts); i++)
    if (g_str_has_suffix (last, firsts[i]))
      return TRUE;

  return FALSE;
}

/* Whether a marker at the start of a line is numbering, not the rest of a sentence. */
static gboolean
is_real_marker (const Joiner *self,
                const DtImportLine *next,
                const DtMarker *marker,
                guint fill)
{
  DtEnd end = dt_import_end (self->last->text);
  const char *content = next->text + marker->length;

  switch (marker->mark)
    {
    case DT_MARK_NONE:
      return FALSE;

    case DT_MARK_DASH:
    case DT_MARK_PLUS:
      /* "kinh tế" at the end of a full line, "- xã hội" on the next. */
      return end != DT_END_NONE || fill < SURE_PERCENT ||
             dt_import_start (content) != DT_START_LOWER;

    case DT_MARK_ARTICLE:
    case DT_MARK_ARABIC:
    case DT_MARK_ROMAN:
    case DT_MARK_DECIMAL:
    case DT_MARK_DIVISION:
    case DT_MARK_CHAPTER:
    case DT_MARK_PART:
      if (end != DT_END_NONE)
        return TRUE;
      if (dt_import_ends_with_unit_word (self->last->text))
        return FALSE;
      return fill < SURE_PERCENT || marker->value == 1 ||
             marker->value == self->last_values[marker->mark] + 1;

    case DT_MARK_HEADING:
    case DT_MARK_SUBDIVISION:
    case DT_MARK_CAPITAL:
    case DT_MARK_LETTER:
    case DT_MARK_ROW:
    default:
      return TRUE;
    }
}

static gboolean
is_numbered (DtMark mark)
{
  return mark >= DT_MARK_PART && mark <= DT_MARK_DECIMAL;
}

/* Lines that stand alone however they are broken: bases, titles in capitals. */
static gboolean
stands_alone (const Joiner *self,
              const DtImportLine *next,
              guint fill)
{
  gboolean caps = dt_import_is_caps (next->text);
  gboolean last_caps = dt_import_is_caps (self->last->text);
  DtEnd end = dt_import_end (self->last->text);
  gsize length;

  if (dt_import_is_decision_line (next->text) || dt_import_is_decision_line (self->last->text))
    return TRUE;

  if (self->opening && dt_import_find_lead (next->text, &length) != NULL &&
      (end != DT_END_NONE || g_str_has_prefix (next->text, "Căn cứ ") ||
       g_str_has_prefix (next->text, "Theo đề nghị ")))
    return TRUE;

  /* A word in capitals alone on a line is an abbreviation that was carried over. */
  if (caps && !last_caps && dt_import_count_words (next->text) >= 3 && fill < FULL_PERCENT)
    return TRUE;

  return last_caps && !caps && self->current.marker.mark == DT_MARK_ROMAN;
}

static gboolean
continues_by_fill (const Joiner *self,
                   const DtImportLine *next,
                   guint fill)
{
  const char *last = self->last->text;
  DtStart start = dt_import_start (next->text);
  gboolean title = is_numbered (self->current.marker.mark) && self->current.n_lines == 1;

  switch (dt_import_end (last))
    {
    case DT_END_NONE:
      if (start == DT_START_UPPER && title)
        return fill >= FULL_PERCENT ||
               (self->current.marker.mark == DT_MARK_ROMAN && dt_import_is_caps (next->text) &&
                dt_import_is_caps (last));
      if (dt_import_ends_with_connector (last))
        return TRUE;
      if (start == DT_START_LOWER)
        return !title || fill >= TITLE_PERCENT;
      return fill >= SURE_PERCENT;
    case DT_END_COMMA:
      return TRUE;
    case DT_END_SEMICOLON:
      return fill >= (start == DT_START_LOWER ? SURE_PERCENT : FULL_PERCENT);
    case DT_END_COLON:
      return start == DT_START_LOWER && fill >= SURE_PERCENT;
    case DT_END_STOP:
    default:
      /* A sentence that ends at the end of a full line may or may not end the paragraph. The items of a list
       * are rarely followed by text without a marker; other paragraphs are. */
      if (start == DT_START_UPPER)
        return fill >= FULL_PERCENT && self->current.marker.mark != DT_MARK_NONE;
      return fill >= (start == DT_START_LOWER ? SURE_PERCENT : FULL_PERCENT);
    }
}

static gboolean
continues (const Joiner *self,
           const DtImportLine *next,
           const DtMarker *marker)
{
  const DtImport *import = self->import;
  DtEnd end = dt_import_end (self->last->text);
  gboolean carried = dt_import_start (next->text) == DT_START_LOWER &&
                     (end == DT_END_NONE || end == DT_END_COMMA);
  guint fill = get_fill (self, next);

  /* "1." alone on its line: its text comes next. */
  if (self->current.marker.mark != DT_MARK_NONE && self->current.n_lines == 1 &&
      self->current.marker.length == self->text->len &&
      self->current.marker.mark >= DT_MARK_CAPITAL && marker->mark == DT_MARK_NONE)
    return TRUE;
  if (self->current.marker.mark == DT_MARK_HEADING || self->current.marker.mark == DT_MARK_ROW)
    return FALSE;
  if (marker->mark == DT_MARK_DASH && is_pair (self->last->text, next->text + marker->length))
    return TRUE;
  if (is_real_marker (self, next, marker, fill) || stands_alone (self, next, fill))
    return FALSE;

  if (import->measure == 0)
    return import->markdown && next->gap == 0;
  if (next->gap > 0 && (!import->spaced || next->gap >= BIG_GAP))
    return carried && !(next->gap >= BIG_GAP && fill < TITLE_PERCENT);

  return continues_by_fill (self, next, fill);
}

/* A hyphen or slash at the end of a line that stands inside one token: "2021-", "20/KH-", "tin/". */
static gboolean
is_token_broken (const char *text,
                 gsize length,
                 const char *next)
{
  const char *before;

  if (length < 2 || (text[length - 1] != '-' && text[length - 1] != '/') || text[length - 2] == ' ')
    return FALSE;

  before = g_utf8_prev_char (text + length - 1);

  return g_unichar_isalnum (g_utf8_get_char (before)) &&
         g_unichar_isalnum (g_utf8_get_char (next));
}

/**
 * dt_import_join_text:
 * @self: the import
 * @text: a paragraph so far
 * @next: the line that carries it on
 * @line: where that line stands
 *
 * Appends a line with the blank that the end of the line stood for.
 */
void
dt_import_join_text (DtImport *self,
                     GString *text,
                     const char *next,
                     guint line)
{
  if (is_token_broken (text->str, text->len, next))
    {
      const char *start = strrchr (text->str, ' ');
      g_autofree char *token = NULL;

      start = start != NULL ? start + 1 : text->str;
      token = g_strdup_printf ("%s%.*s", start, (int) dt_import_first_word (next), next);
      dt_import_report (self, DT_IMPORT_HYPHEN, line, token, NULL);
    }
  else if (text->len > 0)
    g_string_append_c (text, ' ');

  g_string_append (text, next);
}

static void
finish_paragraph (Joiner *self)
{
  if (self->last == NULL)
    return;

  self->current.text = dt_import_keep (self->import, self->text->str, (gssize) self->text->len);
  dt_import_classify (self->import, self->current.text, self->current.indent,
                      &self->current.marker);
  g_array_append_val (self->paragraphs, self->current);
  self->last = NULL;
}

static void
start_paragraph (Joiner *self,
                 const DtImportLine *line,
                 const DtMarker *marker)
{
  finish_paragraph (self);

  g_string_assign (self->text, line->text);
  self->current = (DtImportParagraph){
    .marker = *marker,
    .line = line->line,
    .n_lines = 1,
    .indent = line->indent,
  };
  self->last_values[marker->mark] = marker->value;
  if (marker->mark <= DT_MARK_DECIMAL)
    self->opening = FALSE;
}

/**
 * dt_import_join:
 * @self: the import
 * @from: the first line
 * @to: the line after the last
 * @opening: whether bases may stand before the first section
 *
 * Returns: (transfer full) (element-type DtImportParagraph): the paragraphs
 */
GArray *
dt_import_join (DtImport *self,
                guint from,
                guint to,
                gboolean opening)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Joiner joiner = {
    .import = self,
    .paragraphs = g_array_new (FALSE, TRUE, sizeof (DtImportParagraph)),
    .text = text,
    .opening = opening,
  };

  for (guint i = from; i < to; i++)
    {
      const DtImportLine *line = dt_import_get_line (self, i);
      guint n_rows = dt_import_count_rows (self, i, to);
      DtMarker marker;

      if (n_rows > 0)
        {
          finish_paragraph (&joiner);
          dt_import_append_rows (self, i, n_rows, joiner.paragraphs);
          i += n_rows - 1;
          continue;
        }

      dt_import_classify (self, line->text, line->indent, &marker);
      if (joiner.last != NULL && continues (&joiner, line, &marker))
        {
          dt_import_join_text (self, text, line->text, line->line);
          joiner.current.n_lines++;
          joiner.last = line;
        }
      else
        {
          start_paragraph (&joiner, line, &marker);
          joiner.last = line;
        }
    }
  finish_paragraph (&joiner);

  return joiner.paragraphs;
}
