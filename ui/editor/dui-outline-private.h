/* dui-outline-private.h - the outline, for the files it is made of
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "editor/dui-outline-add.h"
#include "editor/dui-outline-edit.h"
#include "editor/dui-outline.h"

G_BEGIN_DECLS

struct _DuiOutline
{
  AdwBin parent_instance;

  DuiDocument *document;
  DuiOutlineModel *model;
  GtkSingleSelection *selection;
  GtkWidget *menu;
  char *part; /* what is selected */
  gboolean quiet;
  DuiOutlinePlace add_place;
  GString *typed;
  gint64 typed_at;

  /* Template children */
  GtkStack *stack;
  GtkWidget *tree;
  GtkListView *list;
  DuiOutlineAdd *add;
  GMenuModel *row_menu;
};

/* NULL without a document. */
DtPlan *dui_outline_get_plan (DuiOutline *self);
/* Without telling anybody; FALSE where there is no such row. */
gboolean dui_outline_select_quietly (DuiOutline *self,
                                     const char *reference);
/* Takes @plan, or says that there is none; @select (nullable) is what is shown then. */
gboolean dui_outline_take (DuiOutline *self,
                           DtPlan *plan,
                           const char *select);
/* The one place that says what can be done now. */
void dui_outline_update_actions (DuiOutline *self);
void dui_outline_open_menu (DuiOutline *self,
                            const GdkRectangle *at);
void dui_outline_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
