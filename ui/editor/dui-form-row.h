/* dui-form-row.h - a row of a form: name, editor, help and the verdict of the engine
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DUI_TYPE_FORM_ROW (dui_form_row_get_type ())

/**
 * DuiFormRow:
 *
 * A row with its name above the text that is typed, as #AdwEntryRow has it,
 * with room below for help and for a verdict in words. One line of text, or
 * with "multiline" as many as there are.
 *
 * The verdict is whatever dui_row_set_verdict() says of the editor of the row,
 * so that a #DuiBinding needs to know the editor only.
 */
G_DECLARE_FINAL_TYPE (DuiFormRow, dui_form_row, DUI, FORM_ROW, AdwPreferencesRow)

/* @title has a mnemonic. */
GtkWidget *dui_form_row_new (const char *title,
                             gboolean multiline);

/* The GtkText or the GtkTextView. */
GtkWidget *dui_form_row_get_editor (DuiFormRow *self);
/* Text and the word the input method holds. */
char *dui_form_row_dup_text (DuiFormRow *self) G_GNUC_WARN_UNUSED_RESULT;

void dui_form_row_set_title (DuiFormRow *self,
                             const char *title);
void dui_form_row_set_help (DuiFormRow *self,
                            const char *help);
/* What stands there as long as nothing is typed. */
void dui_form_row_set_example (DuiFormRow *self,
                               const char *example);
/* Leaves out the name above the text; screen readers are still told. */
void dui_form_row_set_compact (DuiFormRow *self,
                               gboolean compact);
/* Marks what has to be filled in. */
void dui_form_row_set_missing (DuiFormRow *self,
                               gboolean missing);
/* NULL where all is well. */
void dui_form_row_set_verdict (DuiFormRow *self,
                               const char *verdict);
const char *dui_form_row_get_verdict (DuiFormRow *self);
/* What is doubtful and not refused: of the catalogue, of the rules; NULL where nothing is. */
void dui_form_row_set_finding (DuiFormRow *self,
                               const char *finding);
const char *dui_form_row_get_finding (DuiFormRow *self);
/* Below the text and what is said about it. */
void dui_form_row_add_below (DuiFormRow *self,
                             GtkWidget *widget);
void dui_form_row_add_prefix (DuiFormRow *self,
                              GtkWidget *widget);
void dui_form_row_add_suffix (DuiFormRow *self,
                              GtkWidget *widget);

/* Draws the eye to a widget for a moment. */
void dui_form_flash (GtkWidget *widget);

G_END_DECLS
