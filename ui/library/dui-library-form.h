/* dui-library-form.h - an entry of the library, to read and to change
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "editor/dui-form-row.h"
#include "library/dui-library-book.h"
#include "library/dui-library-field.h"
#include "library/dui-library-origins.h"

G_BEGIN_DECLS

#define DUI_TYPE_LIBRARY_FORM (dui_library_form_get_type ())

/**
 * DuiLibraryForm:
 *
 * All that an entry says, each fact in a row with the verdict of the engine.
 * Changes go to the #DuiLibraryBook: an entry of another pack gets one in the
 * user's own that overrides it. While the source has mistakes it shows the
 * last good state and takes nothing.
 *
 * Signals: #DuiLibraryForm::open (id), another document is asked for;
 * #DuiLibraryForm::shown (id), it shows another one by itself, or the same
 * under another id; #DuiLibraryForm::removed (name); #DuiLibraryForm::source.
 */
G_DECLARE_FINAL_TYPE (DuiLibraryForm, dui_library_form, DUI, LIBRARY_FORM, AdwBin)

void dui_library_form_set_book (DuiLibraryForm *self,
                                DuiEngine *engine,
                                DuiLibraryBook *book);
/* (nullable): until they are known the catalogue says what there is. */
void dui_library_form_set_origins (DuiLibraryForm *self,
                                   DuiLibraryOrigins *origins);
void dui_library_form_set_day (DuiLibraryForm *self,
                               DtDate day);

/* @id NULL: none. */
void dui_library_form_show (DuiLibraryForm *self,
                            const char *id);
const char *dui_library_form_get_id (DuiLibraryForm *self);
/* A new entry, of what is known of it; its first row has the focus. */
gboolean dui_library_form_add (DuiLibraryForm *self,
                               DtDocument *document,
                               GError **error);
/* The catalogue is another one. */
void dui_library_form_refresh (DuiLibraryForm *self);
DuiFormRow *dui_library_form_get_row (DuiLibraryForm *self,
                                      DuiLibraryField field);
gboolean dui_library_form_is_editable (DuiLibraryForm *self);

G_END_DECLS
