/* dt-test-layout.h - compositions made of blocks, and layouts as text
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dt-test.h"

#include <string.h>

#include "base/dt-diagnostic.h"
#include "compose/dt-composition-private.h"
#include "layout/dt-layout.h"

static inline DtSheet *
dt_test_load_sheet (void)
{
  g_autoptr (GError) error = NULL;
  DtSheet *sheet = dt_sheet_load_default (&error);

  if (sheet == NULL)
    g_error ("%s", error->message);
  return sheet;
}

static inline DtShaper *
dt_test_open_shaper (const char *family,
                     GPtrArray *diagnostics)
{
  g_autoptr (GError) error = NULL;
  DtShaper *shaper = dt_shaper_new (family, NULL, diagnostics, &error);

  if (shaper == NULL)
    g_error ("%s", error->message);
  return shaper;
}

/* A paragraph in the plain style of its role. */
static inline DtBlock *
dt_test_paragraph (const DtSheet *sheet,
                   DtRole role,
                   const char *text)
{
  const DtStyle *style = dt_sheet_get_style (sheet, role);
  DtBlock *block = dt_block_new (DT_BLOCK_PARAGRAPH, role, "test");

  block->text = g_strdup (text);
  block->align = style->align;
  block->keep_next = style->keep_next;
  return block;
}

/* The bytes from @start to @end in a style of their own. */
static inline void
dt_test_add_run (DtBlock *block,
                 guint start,
                 guint end,
                 gboolean bold,
                 gboolean italic)
{
  DtRun run = { .start = start, .end = end, .bold = bold, .italic = italic };

  block->runs = g_renew (DtRun, block->runs, block->n_runs + 1);
  block->runs[block->n_runs++] = run;
}

static inline DtBlock *
dt_test_part (gboolean landscape)
{
  DtBlock *block = dt_block_new (DT_BLOCK_PART, DT_ROLE_BODY, "plan");

  block->landscape = landscape;
  return block;
}

static inline GPtrArray *
dt_test_cell (DtBlock *first,
              ...)
{
  GPtrArray *cell = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_block_unref);
  va_list args;

  va_start (args, first);
  for (DtBlock *block = first; block != NULL; block = va_arg (args, DtBlock *))
    g_ptr_array_add (cell, block);
  va_end (args);
  return cell;
}

/* A head; the last two are not there in texts that are attached. */
static inline DtBlock *
dt_test_head (const DtSheet *sheet,
              const char *parent,
              const char *agency,
              const char *number,
              const char *place_date)
{
  DtBlock *block = dt_block_new (DT_BLOCK_COLUMNS, DT_ROLE_NATIONAL_TITLE, "head");
  GPtrArray *left = dt_test_cell (NULL, NULL);

  if (parent != NULL)
    g_ptr_array_add (left, dt_test_paragraph (sheet, DT_ROLE_PARENT, parent));
  g_ptr_array_add (left, dt_test_paragraph (sheet, DT_ROLE_AGENCY, agency));
  g_ptr_array_add (left, dt_block_new (DT_BLOCK_RULE, DT_ROLE_AGENCY_RULE, "head"));
  block->columns = DT_COLUMNS_HEAD;
  block->n_columns = 2;
  block->n_rows = number != NULL ? 2 : 1;
  block->cells = g_new0 (GPtrArray *, block->n_rows * 2);
  block->cells[0] = left;
  block->cells[1] = dt_test_cell (dt_test_paragraph (sheet, DT_ROLE_NATIONAL_TITLE, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
                                  dt_test_paragraph (sheet, DT_ROLE_MOTTO, "Độc lập - Tự do - Hạnh phúc"),
                                  dt_block_new (DT_BLOCK_RULE, DT_ROLE_MOTTO_RULE, "head"), NULL);
  if (number != NULL)
    {
      block->cells[2] = dt_test_cell (dt_test_paragraph (sheet, DT_ROLE_NUMBER, number), NULL);
      block->cells[3] = dt_test_cell (dt_test_paragraph (sheet, DT_ROLE_PLACE_DATE, place_date), NULL);
    }
  return block;
}

static inline DtBlock *
dt_test_signature (const DtSheet *sheet)
{
  DtBlock *block = dt_block_new (DT_BLOCK_COLUMNS, DT_ROLE_CAPACITY, "signature");

  block->columns = DT_COLUMNS_SIGNATURE;
  block->n_columns = 2;
  block->n_rows = 1;
  block->cells = g_new0 (GPtrArray *, 2);
  block->cells[0] = dt_test_cell (dt_test_paragraph (sheet, DT_ROLE_RECIPIENTS, "Nơi nhận:"),
                                  dt_test_paragraph (sheet, DT_ROLE_RECIPIENT, "- Như trên;"),
                                  dt_test_paragraph (sheet, DT_ROLE_RECIPIENT, "- Lưu: VT."), NULL);
  block->cells[1] = dt_test_cell (dt_test_paragraph (sheet, DT_ROLE_CAPACITY, "TM. ỦY BAN NHÂN DÂN"),
                                  dt_block_new (DT_BLOCK_SPACE, DT_ROLE_SIGNATURE, "signature"),
                                  dt_test_paragraph (sheet, DT_ROLE_SIGNER, "Nguyễn Văn An"), NULL);
  return block;
}

/* A table from texts, row by row; the first row is its head. */
static inline DtBlock *
dt_test_table (const DtSheet *sheet,
               guint n_columns,
               const char *const *texts,
               guint n_texts)
{
  DtBlock *block = dt_block_new (DT_BLOCK_TABLE, DT_ROLE_TABLE_CELL, "table");

  block->n_columns = n_columns;
  block->n_rows = n_texts / n_columns;
  block->n_header_rows = 1;
  block->cells = g_new0 (GPtrArray *, n_texts);
  block->weights = g_new (guint, n_columns);
  for (guint i = 0; i < n_columns; i++)
    block->weights[i] = i == 0 ? 1 : 4;
  for (guint i = 0; i < n_texts; i++)
    block->cells[i] = dt_test_cell (dt_test_paragraph (sheet, i < n_columns ? DT_ROLE_TABLE_HEAD : DT_ROLE_TABLE_CELL, texts[i]), NULL);
  return block;
}

/* Takes a reference of its own to each block. */
static inline DtComposition *
dt_test_compose (DtSheet *sheet,
                 DtBlock *const *blocks,
                 guint n_blocks)
{
  DtComposition *self = g_atomic_rc_box_new0 (DtComposition);

  self->sheet = dt_sheet_ref (sheet);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_block_unref);
  for (guint i = 0; i < n_blocks; i++)
    g_ptr_array_add (self->blocks, dt_block_ref (blocks[i]));
  self->diagnostics = dt_diagnostics_new ();
  return self;
}

typedef struct
{
  GString *text;
  guint page;
} DtTestDump;

static inline void
dt_test_dump_item (const DtItem *item,
                   gpointer user_data)
{
  DtTestDump *dump = user_data;

  g_string_append_printf (dump->text, "page %u: ", dump->page);
  if (item->kind == DT_ITEM_RULE)
    {
      g_string_append_printf (dump->text, "rule role=%s x=%d y=%d width=%d height=%d\n", dt_role_get_name (item->role),
                              item->rect.x, item->rect.y, item->rect.width, item->rect.height);
      return;
    }
  g_string_append_printf (dump->text, "text role=%s x=%d width=%d y=%d height=%d baseline=%d size=%u%s%s%s%s", dt_role_get_name (item->role),
                          item->rect.x, item->rect.width, item->rect.y, item->rect.height, item->baseline, item->size,
                          item->bold ? " bold" : "", item->italic ? " italic" : "",
                          item->header ? " header" : "", item->last_line ? " last" : "");
  if (item->table != NULL)
    g_string_append_printf (dump->text, " cell=%u,%u", item->row, item->column);
  g_string_append_printf (dump->text, " \"%.*s\"\n", (int) item->length, item->text);
}

/* Every item on a line of its own, numbers whole. */
static inline char *
dt_test_dump_pages (const DtPages *pages)
{
  DtTestDump dump = { g_string_new (NULL), 0 };

  for (guint i = 0; i < dt_pages_get_n_pages (pages); i++)
    {
      const DtPage *page = dt_pages_get_page (pages, i);

      dump.page = i + 1;
      g_string_append_printf (dump.text, "page %u: %dx%d number=%u\n", i + 1, dt_page_get_width (page),
                              dt_page_get_height (page), dt_page_get_number (page));
      dt_page_foreach (page, dt_test_dump_item, &dump);
    }
  for (guint i = 0; i < dt_pages_get_diagnostics (pages)->len; i++)
    {
      g_autofree char *text = dt_diagnostic_to_string (g_ptr_array_index (dt_pages_get_diagnostics (pages), i), NULL);

      g_string_append_printf (dump.text, "diagnostic: %s\n", text);
    }
  return g_string_free (dump.text, FALSE);
}
