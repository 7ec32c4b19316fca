/* dui-panes.h - outline, form and pages side by side, or fewer of them
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DUI_TYPE_PANES (dui_panes_get_type ())

typedef enum
{
  DUI_PANE_OUTLINE,
  DUI_PANE_FORM,
  DUI_PANE_SIDE,
  DUI_N_PANES
} DuiPane;

/**
 * DuiPanesWidth:
 * @DUI_PANES_WIDE: all three fit
 * @DUI_PANES_MEDIUM: form and side take turns
 * @DUI_PANES_NARROW: one at a time
 *
 * How much room there is.
 */
typedef enum
{
  DUI_PANES_WIDE,
  DUI_PANES_MEDIUM,
  DUI_PANES_NARROW,
} DuiPanesWidth;

/**
 * DuiPanes:
 *
 * Three panes with borders that can be dragged. Properties: "show-outline" and
 * "show-side", what the user wants to see; "width", how much there is room for.
 */
G_DECLARE_FINAL_TYPE (DuiPanes, dui_panes, DUI, PANES, GtkWidget)

GtkWidget *dui_panes_new (void) G_GNUC_WARN_UNUSED_RESULT;

void dui_panes_set_child (DuiPanes *self,
                          DuiPane pane,
                          GtkWidget *child);
gboolean dui_panes_get_show (DuiPanes *self,
                             DuiPane pane);
/* Where there is no room for all, the pane shown last is in view. */
void dui_panes_set_show (DuiPanes *self,
                         DuiPane pane,
                         gboolean show);
gboolean dui_panes_is_in_view (DuiPanes *self,
                               DuiPane pane);
DuiPanesWidth dui_panes_get_width (DuiPanes *self);

/* Of outline and form, in pixels. */
void dui_panes_get_widths (DuiPanes *self,
                           int *outline,
                           int *form);
void dui_panes_set_widths (DuiPanes *self,
                           int outline,
                           int form);

/* The focus to the next pane in view, or the one before. */
void dui_panes_move_focus (DuiPanes *self,
                           gboolean back);
void dui_panes_focus (DuiPanes *self,
                      DuiPane pane);

G_END_DECLS
