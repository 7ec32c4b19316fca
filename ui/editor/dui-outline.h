/* dui-outline.h - the tree of parts and sections
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "document/dui-document.h"
#include "editor/dui-outline-model.h"

G_BEGIN_DECLS

#define DUI_TYPE_OUTLINE (dui_outline_get_type ())

/**
 * DuiOutline:
 *
 * The parts of a plan, with its sections between; the selected row is the part
 * that is shown. Signals: "part-activated" (const char *reference) when another
 * part is selected, "open" (const char *reference) when Enter asks for the form
 * of a part, "removed" (const char *what) for a toast that offers to undo.
 *
 * Actions, enabled as the selected row allows: outline.add (shows what may be
 * added after it), outline.add-blank, outline.add-inside, outline.move-up,
 * outline.move-down, outline.indent, outline.outdent, outline.duplicate,
 * outline.remove, outline.add-annex.
 */
G_DECLARE_FINAL_TYPE (DuiOutline, dui_outline, DUI, OUTLINE, AdwBin)

GtkWidget *dui_outline_new (void);
/* @document (nullable). */
void dui_outline_set_document (DuiOutline *self,
                               DuiDocument *document);
/* @counts: (nullable) (element-type utf8 DuiOutlineCount): by reference of the part. */
void dui_outline_set_counts (DuiOutline *self,
                             GHashTable *counts);
/* NULL if no row is selected. */
const char *dui_outline_get_part (DuiOutline *self);
/* Selects a part without "part-activated"; FALSE if there is none. */
gboolean dui_outline_select_part (DuiOutline *self,
                                  const char *reference);
/* Adds what the section template gives, a blank section for "", after the selected row. */
gboolean dui_outline_add (DuiOutline *self,
                          const char *template_id,
                          GError **error);

G_END_DECLS
