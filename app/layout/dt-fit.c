/* dt-fit.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-fit"

#include "config.h"

#include "layout/dt-fit-search.h"

#include <glib/gi18n-lib.h>

#include "base/dt-diagnostic.h"

static void
clear_item (gpointer data)
{
  DtFitItem *self = data;

  g_strfreev (self->lines);
  g_free (self->starts);
}

/**
 * dt_fit_free:
 * @self: (transfer full): a fit
 *
 * Frees it.
 */
void
dt_fit_free (DtFit *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->n_rows * 2; i++)
    g_clear_pointer (&self->cells[i], g_array_unref);
  g_free (self->cells);
  g_free (self);
}

/* The lines as text, blanks and line feeds at their ends left out. */
static char **
dup_lines (const DtParagraph *paragraph,
           GArray *starts)
{
  const char *text = dt_paragraph_get_text (paragraph);
  char **lines = g_new0 (char *, paragraph->n_lines + 1);

  for (guint i = 0; i < paragraph->n_lines; i++)
    {
      const DtSetLine *line = &paragraph->lines[i];
      guint end = line->start;

      for (guint s = 0; s < line->n_spans; s++)
        end = paragraph->spans[line->first_span + s].end;
      while (end > line->start && (text[end - 1] == ' ' || text[end - 1] == '\t'))
        end--;
      lines[i] = g_strndup (text + line->start, end - line->start);
      if (i > 0)
        g_array_append_val (starts, line->start);
    }
  return lines;
}

static DtParagraph *
set_paragraph (DtSetter *setter,
               const DtBlock *block,
               const DtSheet *sheet,
               guint size,
               int limit,
               const GArray *starts)
{
  static const guint none[] = { 0 };
  DtParagraphSpec spec = {
    .block = (DtBlock *) block,
    .style = dt_sheet_get_style (sheet, block->role),
    .size = size,
    .width = dt_twips_to_um (limit),
    .limit = limit,
    .starts = starts == NULL ? NULL : starts->len > 0 ? (const guint *) starts->data
                                                      : none,
    .n_starts = starts != NULL ? starts->len : 0,
  };

  return dt_paragraph_new (setter, &spec);
}

/**
 * dt_fit_lines:
 * @paragraph: a paragraph
 * @sheet: the styles
 * @shaper: the font
 * @width: of the column, in µm
 * @starts: (out) (optional) (element-type guint): where lines start
 *
 * Breaks a paragraph as layout does.
 *
 * Returns: (transfer full): its lines
 */
char **
dt_fit_lines (const DtBlock *paragraph,
              const DtSheet *sheet,
              DtShaper *shaper,
              DtLength width,
              GArray **starts)
{
  g_autoptr (DtSetter) setter = dt_setter_new (shaper);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (DtParagraph) set = NULL;
  char **lines;

  g_return_val_if_fail (paragraph != NULL && paragraph->kind == DT_BLOCK_PARAGRAPH, NULL);

  set = set_paragraph (setter, paragraph, sheet, dt_sheet_get_style (sheet, paragraph->role)->size,
                       dt_twips (width), NULL);
  lines = dup_lines (set, found);
  if (starts != NULL)
    *starts = g_steal_pointer (&found);
  return lines;
}

DtLength
dt_fit_rule_of (const DtStyle *rule,
                DtLength width)
{
  if (rule->frame_height > 0)
    return rule->frame_width > 0 ? rule->frame_width : width + 2 * rule->frame_padding;

  return dt_twips_to_um (dt_twips ((DtLength) ((gint64) width * rule->rule_permille / 1000)));
}

/**
 * dt_fit_rule_length:
 * @paragraph: a paragraph
 * @rule: the rule block that follows it
 * @sheet: the styles
 * @shaper: the font
 * @width: what the paragraph is set at, in µm
 *
 * Finds how long the rule is: a share of the longest line (Phụ lục I, mục II,
 * khoản 1, 2 and 5), in whole twips.
 *
 * Returns: its length in µm
 */
DtLength
dt_fit_rule_length (const DtBlock *paragraph,
                    const DtBlock *rule,
                    const DtSheet *sheet,
                    DtShaper *shaper,
                    DtLength width)
{
  g_autoptr (DtSetter) setter = dt_setter_new (shaper);
  g_autoptr (DtParagraph) set = NULL;

  set = set_paragraph (setter, paragraph, sheet, dt_sheet_get_style (sheet, paragraph->role)->size, dt_twips (width), NULL);
  return dt_fit_rule_of (dt_sheet_get_style (sheet, rule->role), set->width);
}

/* Everything but names of bodies stays on one line where it can; names are broken at good places. */
static DtParagraph *
fit_paragraph (DtSetter *setter,
               const DtBlock *block,
               const DtSheet *sheet,
               const DtHeadChoice *choice,
               int limit)
{
  const DtStyle *style = dt_sheet_get_style (sheet, block->role);
  g_autoptr (GArray) starts = NULL;

  if (block->role != DT_ROLE_AGENCY && block->role != DT_ROLE_PARENT)
    return set_paragraph (setter, block, sheet, choice->sizes[block->role], limit, NULL);

  starts = g_array_new (FALSE, FALSE, sizeof (guint));
  if (dt_fit_break_name (setter, block, style, choice->sizes[block->role], limit, starts) < 0)
    return set_paragraph (setter, block, sheet, choice->sizes[block->role], limit, NULL);
  return set_paragraph (setter, block, sheet, choice->sizes[block->role], limit, starts);
}

static GArray *
fit_cell (DtSetter *setter,
          const GPtrArray *cell,
          const DtSheet *sheet,
          const DtHeadChoice *choice,
          int limit)
{
  GArray *items = g_array_new (FALSE, TRUE, sizeof (DtFitItem));
  DtLength above = 0;

  g_array_set_clear_func (items, clear_item);
  for (guint i = 0; cell != NULL && i < cell->len; i++)
    {
      const DtBlock *block = g_ptr_array_index (cell, i);
      DtFitItem item = { .block = block, .size = choice->sizes[block->role] };

      if (block->kind == DT_BLOCK_PARAGRAPH)
        {
          g_autoptr (DtParagraph) set = fit_paragraph (setter, block, sheet, choice, limit);
          g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));

          item.lines = dup_lines (set, starts);
          item.n_starts = starts->len;
          item.starts = (guint *) g_array_free (g_steal_pointer (&starts), FALSE);
          item.width = above = set->width;
        }
      else if (block->kind == DT_BLOCK_RULE)
        {
          item.width = dt_fit_rule_of (dt_sheet_get_style (sheet, block->role), above);
        }
      g_array_append_val (items, item);
    }
  return items;
}

static void
choose_signature (const DtSheet *sheet,
                  DtLength text_width,
                  DtHeadChoice *choice)
{
  int text = dt_twips (text_width);

  for (guint i = 0; i < DT_N_ROLES; i++)
    choice->sizes[i] = dt_sheet_get_style (sheet, i)->size;
  choice->hang = 0;
  choice->left = MIN (dt_twips (dt_sheet_get_metrics (sheet)->signature_left), text / 2);
  choice->right = text - choice->left;
  choice->fits = TRUE;
}

DtFit *
dt_fit_solve (DtSetter *setter,
              const DtBlock *columns,
              const DtSheet *sheet,
              DtLength text_width,
              GPtrArray *diagnostics)
{
  DtFit *self = g_new0 (DtFit, 1);
  DtHeadChoice choice = { { 0 } };

  if (columns->columns == DT_COLUMNS_HEAD)
    dt_fit_search (setter, columns, sheet, text_width, &choice);
  else
    choose_signature (sheet, text_width, &choice);
  if (!choice.fits)
    dt_diagnostics_add (diagnostics, DT_SEVERITY_WARNING, "head-does-not-fit", columns->node, 0, 0,
                        _ ("the head does not fit into its two columns at any lawful size: shorten the name of the issuing body or break it into lines"));

  self->left_x = -choice.hang;
  self->left_width = dt_twips_to_um (choice.left);
  self->right_width = dt_twips_to_um (choice.right);
  self->n_rows = columns->n_rows;
  self->cells = g_new0 (GArray *, columns->n_rows * 2);
  for (guint i = 0; i < columns->n_rows * 2; i++)
    self->cells[i] = fit_cell (setter, columns->cells[i], sheet, &choice, i % 2 == 0 ? choice.left : choice.right);
  return self;
}

/**
 * dt_fit_columns:
 * @columns: a columns block
 * @sheet: the styles
 * @shaper: the font
 * @text_width: of the text area, in µm
 * @diagnostics: (nullable): takes "head-does-not-fit"
 *
 * Fits head or signature into its two columns: nd30 2.0, 2.1 to 2.4.
 *
 * Returns: (transfer full): the fit; it borrows the blocks
 */
DtFit *
dt_fit_columns (const DtBlock *columns,
                const DtSheet *sheet,
                DtShaper *shaper,
                DtLength text_width,
                GPtrArray *diagnostics)
{
  g_autoptr (DtSetter) setter = dt_setter_new (shaper);

  g_return_val_if_fail (columns != NULL && columns->kind == DT_BLOCK_COLUMNS, NULL);

  return dt_fit_solve (setter, columns, sheet, text_width, diagnostics);
}
