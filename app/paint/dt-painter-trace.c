/* dt-painter-trace.c - writes down in words what it is asked to paint
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-painter-trace"

#include "config.h"

#include "paint/dt-painter-trace.h"

/**
 * DtPainterTrace:
 *
 * For tests: a page as lines of text.
 *
 *     page 210000 297000
 *     text body s1/body 30000 20000 155000 6350 baseline 25080 size 1400 | Căn cứ|
 *       at 30000 47210
 *     rule motto-rule 120000 41000 60500 250
 *
 * The four numbers are left, top, width and height; the second line of a text
 * gives the left edge of each word that is not a blank.
 */
typedef struct
{
  DtPainter parent;
  GString *lines;
} DtPainterTrace;

static void
dt_painter_trace_begin_page (DtPainter *painter,
                             DtLength width,
                             DtLength height)
{
  DtPainterTrace *self = (DtPainterTrace *) painter;

  g_string_append_printf (self->lines, "page %d %d\n", width, height);
}

static gboolean
is_blank (const DtItem *item,
          guint word)
{
  gsize offset = 0;

  /* The words cover the text in order; only their number of bytes is needed. */
  for (guint i = 0; i < word; i++)
    offset += item->words[i].end - item->words[i].start;

  return offset < item->length && item->text[offset] == ' ';
}

static void
append_words (DtPainterTrace *self,
              const DtItem *item)
{
  g_string_append (self->lines, "  at");
  for (guint i = 0; i < item->n_words; i++)
    if (!is_blank (item, i))
      g_string_append_printf (self->lines, " %d", item->words[i].x);
  g_string_append_c (self->lines, '\n');
}

static void
dt_painter_trace_item (DtPainter *painter,
                       const DtItem *item)
{
  DtPainterTrace *self = (DtPainterTrace *) painter;
  const DtRect *rect = &item->rect;

  g_string_append_printf (self->lines, "%s %s", item->kind == DT_ITEM_TEXT ? "text" : "rule",
                          dt_role_get_name (item->role));
  if (item->node != NULL)
    g_string_append_printf (self->lines, " %s", item->node);
  g_string_append_printf (self->lines, " %d %d %d %d", rect->x, rect->y, rect->width, rect->height);
  if (item->table != NULL)
    g_string_append_printf (self->lines, " cell %u %u%s", item->row, item->column, item->header ? " again" : "");

  if (item->color != 0)
    g_string_append_printf (self->lines, " color #%06x", item->color);
  if (item->kind != DT_ITEM_TEXT)
    {
      g_string_append_c (self->lines, '\n');
      return;
    }

  g_string_append_printf (self->lines, " baseline %d size %u%s%s%s | %.*s|\n",
                          item->baseline, item->size,
                          item->bold ? " bold" : "", item->italic ? " italic" : "",
                          item->last_line ? " last" : "",
                          (int) item->length, item->text);
  append_words (self, item);
}

static void
dt_painter_trace_end_page (DtPainter *painter)
{
}

static const DtPainterClass dt_painter_trace_class = {
  dt_painter_trace_begin_page,
  dt_painter_trace_item,
  dt_painter_trace_end_page,
};

/**
 * dt_painter_trace_new:
 *
 * Makes a painter that draws nothing and remembers everything.
 *
 * Returns: (transfer full): a painter, to be ended with dt_painter_trace_finish()
 */
DtPainter *
dt_painter_trace_new (void)
{
  DtPainterTrace *self = g_new0 (DtPainterTrace, 1);

  self->parent.klass = &dt_painter_trace_class;
  self->lines = g_string_new (NULL);

  return &self->parent;
}

/**
 * dt_painter_trace_finish:
 * @painter: (transfer full): a painter of dt_painter_trace_new()
 *
 * Ends the trace.
 *
 * Returns: (transfer full): its lines
 */
char *
dt_painter_trace_finish (DtPainter *painter)
{
  DtPainterTrace *self = (DtPainterTrace *) painter;
  char *lines;

  g_return_val_if_fail (self != NULL, NULL);

  lines = g_string_free (self->lines, FALSE);
  g_free (self);

  return lines;
}
