/* dt-painter.c - the interface that puts pages on paper or screen
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-painter"

#include "config.h"

#include "paint/dt-painter.h"

#include "text/dt-text.h"

#include <string.h>

static void
paint_item_cb (const DtItem *item,
               gpointer user_data)
{
  DtPainter *painter = user_data;

  painter->klass->item (painter, item);
}

/**
 * dt_paint_page:
 * @painter: what to paint with
 * @page: the page
 *
 * Hands a page (trang) to a painter, item by item in reading order.
 */
void
dt_paint_page (DtPainter *painter,
               const DtPage *page)
{
  g_return_if_fail (painter != NULL);
  g_return_if_fail (page != NULL);

  painter->klass->begin_page (painter, dt_page_get_width (page), dt_page_get_height (page));
  dt_page_foreach (page, paint_item_cb, painter);
  painter->klass->end_page (painter);
}

/**
 * dt_painter_measure_words:
 * @item: a text item
 * @lengths: (out caller-allocates): bytes of the shown text, one number a word
 *
 * Finds out which bytes of the shown text each word stands for. They are as
 * many as in the text of the block, unless capitals are longer or shorter
 * than the small letters they came from.
 *
 * Returns: %TRUE where the words make up the text of the item
 */
gboolean
dt_painter_measure_words (const DtItem *item,
                          guint *lengths)
{
  gsize sum = 0;

  g_return_val_if_fail (item != NULL && item->kind == DT_ITEM_TEXT, FALSE);

  for (guint i = 0; i < item->n_words; i++)
    {
      lengths[i] = item->words[i].end - item->words[i].start;
      sum += lengths[i];
    }

  if (sum == item->length)
    return TRUE;

  if (item->block == NULL || item->block->text == NULL)
    return FALSE;

  sum = 0;
  for (guint i = 0; i < item->n_words; i++)
    {
      const DtPlacedWord *word = &item->words[i];
      g_autofree char *plain = g_strndup (item->block->text + word->start, word->end - word->start);
      g_autofree char *shown = dt_text_upper (plain);

      lengths[i] = strlen (shown);
      sum += lengths[i];
    }

  return sum == item->length;
}
