/* dui-outline-model.h - the parts of a plan as the rows of a list
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "editor/dui-outline-words.h"
#include "model/dt-plan.h"

G_BEGIN_DECLS

#define DUI_TYPE_OUTLINE_ITEM (dui_outline_item_get_type ())
#define DUI_TYPE_OUTLINE_MODEL (dui_outline_model_get_type ())

/**
 * DuiOutlineItem:
 *
 * A row: a part of the plan or a section. It stays the same object as long as
 * its node is in the plan and in view; #DuiOutlineItem::changed tells that it
 * has to be drawn anew.
 */
G_DECLARE_FINAL_TYPE (DuiOutlineItem, dui_outline_item, DUI, OUTLINE_ITEM, GObject)

/**
 * DuiOutlineModel:
 *
 * A list model of #DuiOutlineItem: the tree, flattened. What is below a row
 * that is folded is left out.
 */
G_DECLARE_FINAL_TYPE (DuiOutlineModel, dui_outline_model, DUI, OUTLINE_MODEL, GObject)

/* What dui_form_page_new_for() and dt_plan_find() take. */
const char *dui_outline_item_get_reference (DuiOutlineItem *self);
/* "II.", or "" for what has no number. */
const char *dui_outline_item_get_number (DuiOutlineItem *self);
const char *dui_outline_item_get_title (DuiOutlineItem *self);
guint dui_outline_item_get_depth (DuiOutlineItem *self);
/* How many bases or tasks there are; -1 where nothing is counted. */
int dui_outline_item_get_count (DuiOutlineItem *self);
/* Sections and annexes move; the other parts stand where they are. */
gboolean dui_outline_item_can_move (DuiOutlineItem *self);
gboolean dui_outline_item_has_children (DuiOutlineItem *self);
gboolean dui_outline_item_is_open (DuiOutlineItem *self);
guint dui_outline_item_get_missing (DuiOutlineItem *self);
guint dui_outline_item_get_findings (DuiOutlineItem *self);
/* The whole row as a sentence. */
char *dui_outline_item_describe (DuiOutlineItem *self) G_GNUC_WARN_UNUSED_RESULT;

/* How much is missing and how much was found in a part. */
typedef struct
{
  guint missing;
  guint findings;
} DuiOutlineCount;

DuiOutlineModel *dui_outline_model_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* @library (nullable): how fields that have no value are called. */
void dui_outline_model_set_library (DuiOutlineModel *self,
                                    DtLibrary *library);
/* @plan (nullable). */
void dui_outline_model_set_plan (DuiOutlineModel *self,
                                 DtPlan *plan);
/* @counts: (nullable) (element-type utf8 DuiOutlineCount): by reference of the part. */
void dui_outline_model_set_counts (DuiOutlineModel *self,
                                   GHashTable *counts);
void dui_outline_model_set_open (DuiOutlineModel *self,
                                 const char *reference,
                                 gboolean open);
/* Unfolds what @reference stands in; its row, or -1. */
int dui_outline_model_reveal (DuiOutlineModel *self,
                              const char *reference);
/* The first row from @from on, around the end, with a word that begins so, accents aside; -1 if none has. */
int dui_outline_model_search (DuiOutlineModel *self,
                              guint from,
                              const char *typed);
int dui_outline_model_find (DuiOutlineModel *self,
                            const char *reference);

G_END_DECLS
