/* dui-text-body.h - a source view that draws citations as chips and findings as lines
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtksourceview/gtksource.h>

#include "base/dt-diagnostic.h"
#include "editor/dui-text-chips.h"

G_BEGIN_DECLS

#define DUI_TYPE_TEXT_BODY (dui_text_body_get_type ())

G_DECLARE_FINAL_TYPE (DuiTextBody, dui_text_body, DUI, TEXT_BODY, GtkSourceView)

/**
 * DuiTextMark:
 * @start: where it begins, in bytes of the text
 * @end: behind its last byte
 * @severity: how bad it is
 * @message: what is wrong, in words
 *
 * A finding in the text.
 */
typedef struct
{
  guint start;
  guint end;
  DtSeverity severity;
  const char *message;
} DuiTextMark;

GtkWidget *dui_text_body_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* @catalog: (nullable): while it is loaded. */
void dui_text_body_set_catalog (DuiTextBody *self,
                                DtCatalog *catalog,
                                DtDate on);
/* Finds the citations anew, after the text has changed. */
void dui_text_body_refresh (DuiTextBody *self);
/* The citation at a place, with its edges if @edges; NULL for none. Valid until the text changes. */
const DuiChip *dui_text_body_get_chip (DuiTextBody *self,
                                       const GtkTextIter *iter,
                                       gboolean edges);
/* (element-type DuiChip): all of them. */
const GPtrArray *dui_text_body_get_chips (DuiTextBody *self);
DtCatalog *dui_text_body_get_catalog (DuiTextBody *self);
DtDate dui_text_body_get_date (DuiTextBody *self);

/* Replaces all marks. The underlines move with the text until the next call. */
void dui_text_body_set_marks (DuiTextBody *self,
                              const DuiTextMark *marks,
                              guint n_marks);
/* What the findings at @iter say, a line each; NULL for none. */
char *dui_text_body_dup_messages (DuiTextBody *self,
                                  const GtkTextIter *iter);

G_END_DECLS
