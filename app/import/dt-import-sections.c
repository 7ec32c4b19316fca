/* dt-import-sections.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-import"

#include "config.h"

#include "import/dt-import-steps-private.h"

#include <string.h>

/*
 * Which numbered paragraphs are sections of the plan and which are lines of
 * its text. "1. Mục đích" heads what follows; "1. Giao Văn phòng …." is a
 * clause (khoản) and stays in the body. Neighbours of one level are of one
 * sort: a row in which some have titles is a row of sections.
 */

#define MAX_TITLE 150
#define MAX_COLON_TITLE 100
#define MAX_STOPPED_TITLE 50

typedef struct
{
  GArray *paragraphs;
  guint from; /* the row of numbers under one parent: all numbers in [from, to) */
  guint to;
} Row;

static DtImportParagraph *
get (GArray *paragraphs,
     guint index)
{
  return &g_array_index (paragraphs, DtImportParagraph, index);
}

const char *
dt_import_content (const DtImportParagraph *paragraph)
{
  return paragraph->text + paragraph->marker.length;
}

/* Whether what follows paragraph @index belongs to it. */
static gboolean
has_content (GArray *paragraphs,
             guint index,
             guint to)
{
  DtMark mark;
  DtMark next;

  if (index + 1 >= to)
    return FALSE;

  mark = get (paragraphs, index)->marker.mark;
  next = get (paragraphs, index + 1)->marker.mark;
  if (mark == DT_MARK_DECIMAL && next == DT_MARK_DECIMAL)
    return get (paragraphs, index + 1)->marker.depth > get (paragraphs, index)->marker.depth;

  return next > mark;
}

/**
 * dt_import_is_title:
 * @paragraphs: (element-type DtImportParagraph): all paragraphs
 * @index: a numbered one
 * @to: where they end
 *
 * Tells whether a numbered paragraph is the title of what follows it.
 *
 * Returns: %TRUE if it is
 */
gboolean
dt_import_is_title (GArray *paragraphs,
                    guint index,
                    guint to)
{
  const DtImportParagraph *paragraph = get (paragraphs, index);
  const char *content = dt_import_content (paragraph);
  glong n = g_utf8_strlen (content, -1);

  if (*content == '\0')
    return FALSE;

  switch (dt_import_end (content))
    {
    case DT_END_NONE:
      return n <= MAX_TITLE;
    case DT_END_COLON:
      return n <= MAX_COLON_TITLE && has_content (paragraphs, index, to);
    case DT_END_STOP:
      return n <= MAX_STOPPED_TITLE && has_content (paragraphs, index, to);
    case DT_END_COMMA:
    case DT_END_SEMICOLON:
    default:
      return FALSE;
    }
}

/* A row of numbers is sections when one of them heads something. */
static gboolean
row_has_sections (const Row *row)
{
  for (guint i = row->from; i < row->to; i++)
    {
      const DtImportParagraph *paragraph = get (row->paragraphs, i);

      if (paragraph->marker.mark == DT_MARK_DECIMAL)
        return TRUE;
      if (paragraph->marker.mark == DT_MARK_ARABIC &&
          has_content (row->paragraphs, i, row->to) &&
          dt_import_is_title (row->paragraphs, i, row->to))
        return TRUE;
    }

  return FALSE;
}

/* Titles that head nothing are sections too, but a list in a section is none: it begins again at 1
 * and goes on by ones while the sections stand still. */
static void
choose_in_row (const Row *row)
{
  guint section = 0;
  guint item = 0;

  if (!row_has_sections (row))
    return;

  for (guint i = row->from; i < row->to; i++)
    {
      DtImportParagraph *paragraph = get (row->paragraphs, i);
      const DtMarker *marker = &paragraph->marker;
      gboolean title = dt_import_is_title (row->paragraphs, i, row->to);

      if (marker->mark == DT_MARK_DECIMAL)
        paragraph->section = TRUE;
      if (marker->mark != DT_MARK_ARABIC)
        continue;

      if (!title && section > 0 && marker->value != section + 1 &&
          (marker->value == 1 || (item > 0 && marker->value == item + 1)))
        {
          item = marker->value;
          continue;
        }
      if (!title && item > 0 && marker->value == item + 1)
        {
          item = marker->value;
          continue;
        }

      paragraph->section = TRUE;
      section = marker->value;
      item = 0;
    }
}

/**
 * dt_import_choose_sections:
 * @self: the import
 * @paragraphs: (element-type DtImportParagraph): all paragraphs
 * @from: the first to look at
 * @to: the one after the last
 *
 * Marks the paragraphs that become sections.
 */
void
dt_import_choose_sections (DtImport *self,
                           GArray *paragraphs,
                           guint from,
                           guint to)
{
  Row row = { .paragraphs = paragraphs, .from = from };

  for (guint i = from; i < to; i++)
    {
      DtImportParagraph *paragraph = get (paragraphs, i);

      if (paragraph->marker.mark >= DT_MARK_ARABIC)
        continue;

      paragraph->section = TRUE;
      row.to = i;
      choose_in_row (&row);
      row.from = i + 1;
    }

  row.to = to;
  choose_in_row (&row);
}
