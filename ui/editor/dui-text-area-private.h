/* dui-text-area-private.h - what the files of DuiTextArea share
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "editor/dui-text-area.h"
#include "editor/dui-text-complete.h"
#include "editor/dui-text-find.h"
#include "editor/dui-text-spell.h"
#include "editor/dui-text-sync.h"

G_BEGIN_DECLS

struct _DuiTextArea
{
  AdwBin parent_instance;
  DuiEngine *engine;
  DuiTextBody *view;
  DuiTextSync *sync;
  DuiTextSpell *spell;
  DuiTextComplete *complete;
  GCancellable *pasting;
  GtkTextMark *snippet_start; /* the blanks Tab goes to lie between these */
  GtkTextMark *snippet_end;
  GtkTextMark *pointed; /* what the context menu is about */
  gboolean typing;

  GtkPopoverMenu *menu;
  DuiTextFind *find;
  GtkOverlay *overlay;
  GtkScrolledWindow *scroller;
  GtkRevealer *verdict_revealer;
  GtkLabel *verdict_label;
};

/* Replaces text[start, end), in bytes, as soon as no word is held. */
void dui_text_area_replace (DuiTextArea *self,
                            gsize start,
                            gsize end,
                            const char *text);
/* Selects the next blank of the snippet; FALSE when there is none. */
gboolean dui_text_area_step_snippet (DuiTextArea *self,
                                     gboolean back);

/* dui-text-area-menu.c */
void dui_text_area_install_menu_actions (GtkWidgetClass *widget_class);
void dui_text_area_connect_menu (DuiTextArea *self);

/* dui-text-area-keys.c */
void dui_text_area_install_key_actions (GtkWidgetClass *widget_class);
void dui_text_area_connect_keys (DuiTextArea *self);

G_END_DECLS
