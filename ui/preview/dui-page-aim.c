/* dui-page-aim.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-page-aim"

#include "config.h"

#include "preview/dui-page-aim.h"

void
dui_page_aim_keep (DuiPageAim *self,
                   const DuiPageStrip *strip,
                   const DuiPageFrame *frame,
                   double x,
                   double y)
{
  const DuiPageSlot *slot;

  if (strip->slots->len == 0 || self->anchor.wanted || self->target.wanted)
    return;

  self->anchor.page = dui_page_strip_find_page (strip, y + frame->y);
  slot = dui_page_strip_get_slot (strip, self->anchor.page);
  self->anchor.view_x = x;
  self->anchor.view_y = y;
  self->anchor.x = (x + frame->x - dui_page_strip_get_left (strip, slot, frame->width)) / slot->width;
  self->anchor.y = (y + frame->y - slot->top) / slot->height;
  self->anchor.wanted = TRUE;
}

void
dui_page_aim_at_page (DuiPageAim *self,
                      guint page)
{
  self->target.page = page;
  self->target.whole_page = self->target.wanted = TRUE;
}

void
dui_page_aim_at_area (DuiPageAim *self,
                      guint page,
                      const DtRect *area)
{
  self->target.page = page;
  self->target.area = *area;
  self->target.whole_page = FALSE;
  self->target.wanted = TRUE;
}

static void
hold_anchor (DuiPageAim *self,
             const DuiPageStrip *strip,
             DuiPageFrame *frame)
{
  const DuiPageSlot *slot = dui_page_strip_get_slot (strip, self->anchor.page);

  frame->x = self->anchor.x * slot->width + dui_page_strip_get_left (strip, slot, frame->width) - self->anchor.view_x;
  frame->y = self->anchor.y * slot->height + slot->top - self->anchor.view_y;
}

static void
reach_target (DuiPageAim *self,
              const DuiPageStrip *strip,
              DuiPageFrame *frame)
{
  const DuiPageSlot *slot = dui_page_strip_get_slot (strip, self->target.page);
  const DtRect *area = &self->target.area;
  double left = dui_page_strip_get_left (strip, slot, frame->width) + area->x * slot->scale;
  double top = slot->top + area->y * slot->scale;

  if (self->target.whole_page)
    {
      frame->y = slot->top - DUI_PAGE_GAP;
      return;
    }
  frame->x = dui_page_strip_bring_into_view (frame->x, frame->width, left, left + area->width * slot->scale);
  frame->y = dui_page_strip_bring_into_view (frame->y, frame->height, top, top + area->height * slot->scale);
}

void
dui_page_aim_take (DuiPageAim *self,
                   const DuiPageStrip *strip,
                   DuiPageFrame *frame)
{
  if (self->anchor.wanted && self->anchor.page < strip->slots->len)
    hold_anchor (self, strip, frame);
  if (self->target.wanted && self->target.page < strip->slots->len)
    reach_target (self, strip, frame);
  self->anchor.wanted = self->target.wanted = FALSE;
}
