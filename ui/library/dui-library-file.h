/* dui-library-file.h - the XML of a pack's catalogue, and where each entry stands in it
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/dt-document.h"

G_BEGIN_DECLS

#define DUI_TYPE_LIBRARY_FILE (dui_library_file_get_type ())

/**
 * DuiLibraryFile:
 * @text: the XML
 * @documents: (nullable) (element-type DtDocument): the entries in the order of
 *   the text; %NULL where the text has mistakes
 * @line: where the first mistake stands, from 1; 0 where there is none, or no place for it
 * @column: in characters from 1; 0 when it is not known
 * @message: (nullable): what the mistake is, without its place
 *
 * A text that was read: immutable and reference counted. It need not be a
 * catalogue: what is typed passes through many states that are none.
 */
typedef struct
{
  char *text;
  GPtrArray *documents;
  guint line;
  guint column;
  char *message;
  GArray *spans;
} DuiLibraryFile;

GType dui_library_file_get_type (void);

/* @text NULL: a catalogue without entries. */
DuiLibraryFile *dui_library_file_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
DuiLibraryFile *dui_library_file_ref (DuiLibraryFile *self);
void dui_library_file_unref (DuiLibraryFile *self);

/* The number of the entry, or -1. */
int dui_library_file_find (const DuiLibraryFile *self,
                           const char *id);
DtDocument *dui_library_file_get (const DuiLibraryFile *self,
                                  int index);
/* The lines, from 1, of the first and the last character of an entry. */
void dui_library_file_get_lines (const DuiLibraryFile *self,
                                 int index,
                                 guint *first,
                                 guint *last);

/* The text with one entry changed, one more, or one less; all else stays as it was typed. Only for
 * a text without mistakes. */
char *dui_library_file_replace (const DuiLibraryFile *self,
                                int index,
                                DtDocument *document) G_GNUC_WARN_UNUSED_RESULT;
char *dui_library_file_insert (const DuiLibraryFile *self,
                               DtDocument *document) G_GNUC_WARN_UNUSED_RESULT;
char *dui_library_file_remove (const DuiLibraryFile *self,
                               int index) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiLibraryFile, dui_library_file_unref)

G_END_DECLS
