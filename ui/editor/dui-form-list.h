/* dui-form-list.h - a list of texts: bases, recipients, addressees, lines of a signature
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "editor/dui-form-page.h"

G_BEGIN_DECLS

#define DUI_TYPE_FORM_LIST (dui_form_list_get_type ())

/**
 * DuiFormList:
 *
 * The children of one kind below one node, a row each: typed, added, moved by
 * drag or Alt+Up and Alt+Down, and removed.
 */
G_DECLARE_FINAL_TYPE (DuiFormList, dui_form_list, DUI, FORM_LIST, AdwBin)

/* Adds to @row what is said about @node; called again whenever the plan changed. */
typedef void (*DuiFormListFunc) (DuiFormRow *row,
                                 DtNode *node,
                                 gpointer user_data);

/**
 * DuiFormListSpec:
 * @parent: reference of the node that holds the children
 * @kind: their kind
 * @name: what one of them is called, "Recipient"
 * @add_label: on the button that adds one, with a mnemonic
 * @removed: the sentence that says that one is gone
 * @make: (nullable): makes a new child; a text without words otherwise
 * @decorate: (nullable): adds to a row
 * @user_data: for the two
 */
typedef struct
{
  const char *parent;
  DtNodeKind kind;
  const char *name;
  const char *add_label;
  const char *removed;
  DtNode *(*make) (gpointer user_data);
  DuiFormListFunc decorate;
  gpointer user_data;
} DuiFormListSpec;

/* Shows the children in @page; @spec is copied, its strings are not. */
void dui_form_list_set_up (DuiFormList *self,
                           DuiFormPage *page,
                           const DuiFormListSpec *spec);
/* Fills the list from the plan of the page. */
void dui_form_list_refresh (DuiFormList *self);
/* Adds a child at @position, -1 for the end, and puts the caret there. */
void dui_form_list_add (DuiFormList *self,
                        int position);
/* The row that has the focus, or -1. */
int dui_form_list_get_position (DuiFormList *self);
guint dui_form_list_get_n (DuiFormList *self);
DuiFormRow *dui_form_list_get_row (DuiFormList *self,
                                   guint index);

G_END_DECLS
