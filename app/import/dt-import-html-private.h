/* dt-import-html-private.h - lines, lists and tables of pasted HTML
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/dt-import-html.h"

#include <libxml/HTMLparser.h>

G_BEGIN_DECLS

typedef enum
{
  DT_HTML_BOLD = 1 << 0,
  DT_HTML_ITALIC = 1 << 1,
} DtHtmlStyle;

/* A paragraph being gathered: its text, with the style of each byte. */
typedef struct
{
  GString *text;
  GByteArray *styles;
} DtHtmlLine;

DtHtmlLine *dt_html_line_new (void) G_GNUC_WARN_UNUSED_RESULT;
void dt_html_line_free (DtHtmlLine *self);
void dt_html_line_clear (DtHtmlLine *self);
/* Adds text; blanks and ends of lines, however many, become one blank. */
void dt_html_line_add (DtHtmlLine *self,
                       const char *text,
                       guint style);
gboolean dt_html_line_is_empty (const DtHtmlLine *self);
/* In our notation, without a marker and without blanks at its ends. */
char *dt_html_line_to_notation (const DtHtmlLine *self) G_GNUC_WARN_UNUSED_RESULT;

/* Our marker ("- ", "1. ", "a) ") for the one a word processor shows ("·", "1)", "b."), by the
 * depth of the list from 1. */
char *dt_html_marker_from_shown (const char *shown,
                                 guint level) G_GNUC_WARN_UNUSED_RESULT;
/* The one of item @index, from 1, of a list of HTML. */
char *dt_html_marker_from_list (const char *type,
                                gboolean ordered,
                                guint index,
                                guint level) G_GNUC_WARN_UNUSED_RESULT;

/* Rows of cells in our notation. */
typedef struct _DtHtmlTable DtHtmlTable;

DtHtmlTable *dt_html_table_new (void) G_GNUC_WARN_UNUSED_RESULT;
void dt_html_table_free (DtHtmlTable *self);
void dt_html_table_start_row (DtHtmlTable *self,
                              gboolean header);
/* Takes @text. @align is a letter of "lcr". */
void dt_html_table_add_cell (DtHtmlTable *self,
                             char *text,
                             gboolean header,
                             char align,
                             guint column_span,
                             guint row_span);
/* Adds its lines to @out; a table of one column becomes paragraphs. */
void dt_html_table_write (DtHtmlTable *self,
                          GString *out);

/* Attributes of an element; free with g_free(). */
char *dt_html_get_attribute (const xmlNode *node,
                             const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* A property of its style attribute, in small letters; %NULL if absent. */
char *dt_html_get_style (const xmlNode *node,
                         const char *property) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtHtmlLine, dt_html_line_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtHtmlTable, dt_html_table_free)

G_END_DECLS
