/* dui-library-list.h - the documents of the library, searched and filtered
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "library/dui-library-book.h"
#include "library/dui-library-origins.h"

G_BEGIN_DECLS

#define DUI_TYPE_LIBRARY_LIST (dui_library_list_get_type ())

/**
 * DuiLibraryList:
 *
 * Search and filters over a table of documents.
 *
 * #DuiLibraryList::selected tells that another document is selected, or none;
 * #DuiLibraryList::activated that one was double-clicked; #DuiLibraryList::add
 * that the one that was searched for, and is not there, is to be added.
 */
G_DECLARE_FINAL_TYPE (DuiLibraryList, dui_library_list, DUI, LIBRARY_LIST, AdwBin)

void dui_library_list_set_book (DuiLibraryList *self,
                                DuiEngine *engine,
                                DuiLibraryBook *book);
void dui_library_list_set_origins (DuiLibraryList *self,
                                   DuiLibraryOrigins *origins);
/* The catalogue is another one: the same search, and the same document. */
void dui_library_list_refresh (DuiLibraryList *self);

/* As if typed. */
void dui_library_list_search (DuiLibraryList *self,
                              const char *text);
char *dui_library_list_dup_search (DuiLibraryList *self) G_GNUC_WARN_UNUSED_RESULT;
/* The type that is filtered for, or NULL. */
const char *dui_library_list_get_type_filter (DuiLibraryList *self);
DtDate dui_library_list_get_day (DuiLibraryList *self);
guint dui_library_list_get_n (DuiLibraryList *self);

/* NULL where none is. */
const char *dui_library_list_get_selected (DuiLibraryList *self);
/* @anyway: takes search and filters back where they hide it. FALSE where it is not there. */
gboolean dui_library_list_select (DuiLibraryList *self,
                                  const char *id,
                                  gboolean anyway);
void dui_library_list_focus_search (DuiLibraryList *self);
/* Fewer columns where there is no room for all. */
void dui_library_list_set_narrow (DuiLibraryList *self,
                                  gboolean narrow);
/* One click is enough, where a document and the list are not seen together. */
void dui_library_list_set_single_click (DuiLibraryList *self,
                                        gboolean single_click);

G_END_DECLS
