/* dui-import-page.h - an old plan as text, and what becomes of it
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "document/dui-document.h"

G_BEGIN_DECLS

#define DUI_TYPE_IMPORT_PAGE (dui_import_page_get_type ())

/**
 * DuiImportPage:
 *
 * On the left the text, with what was recognised in its margin; on the right
 * the pages it becomes; below what was repaired. The text can be changed and
 * is read again.
 *
 * Its signal #DuiImportPage::create (DtPlan *plan) hands over the plan.
 */
G_DECLARE_FINAL_TYPE (DuiImportPage, dui_import_page, DUI, IMPORT_PAGE, AdwBin)

GtkWidget *dui_import_page_new (DuiEngine *engine) G_GNUC_WARN_UNUSED_RESULT;

/* Text, Markdown, a plan, or an ODT file of ours. */
void dui_import_page_take_file (DuiImportPage *self,
                                GFile *file);
/* @markdown: whether "**", "|" and the like stand for formatting. */
void dui_import_page_set_text (DuiImportPage *self,
                               const char *text,
                               gboolean markdown);
gboolean dui_import_page_is_busy (DuiImportPage *self);
/* NULL before something was read. */
DtPlan *dui_import_page_get_plan (DuiImportPage *self);
/* What the line, counted from 0, was taken for; empty for nothing. */
const char *dui_import_page_get_label (DuiImportPage *self,
                                       guint line);
guint dui_import_page_get_n_repairs (DuiImportPage *self);

G_END_DECLS
