/* dui-import-change.h - a line of a text as something else
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DuiImportPart:
 * @DUI_IMPORT_HEADING: "I."
 * @DUI_IMPORT_SUBHEADING: "1."
 * @DUI_IMPORT_POINT: "a)"
 * @DUI_IMPORT_DASH: "-"
 * @DUI_IMPORT_PARAGRAPH: a paragraph without a number (đoạn văn)
 * @DUI_IMPORT_SUBJECT: a part of the subject (trích yếu)
 * @DUI_IMPORT_BASIS: a basis (căn cứ)
 * @DUI_IMPORT_RECIPIENT: a recipient (nơi nhận)
 * @DUI_IMPORT_JOINED: the end of the line above
 * @DUI_IMPORT_LEFT_OUT: nothing
 *
 * What a line is to be taken for.
 */
typedef enum
{
  DUI_IMPORT_HEADING,
  DUI_IMPORT_SUBHEADING,
  DUI_IMPORT_POINT,
  DUI_IMPORT_DASH,
  DUI_IMPORT_PARAGRAPH,
  DUI_IMPORT_SUBJECT,
  DUI_IMPORT_BASIS,
  DUI_IMPORT_RECIPIENT,
  DUI_IMPORT_JOINED,
  DUI_IMPORT_LEFT_OUT,
  DUI_IMPORT_N_PARTS,
} DuiImportPart;

/* "heading", "basis" and so on; the target of actions. */
const char *dui_import_part_get_id (DuiImportPart part);
gboolean dui_import_part_find (const char *id,
                               DuiImportPart *part);
/* What menus say, with a mnemonic. */
const char *dui_import_part_get_label (DuiImportPart part);

/* The text with line @line, counted from 0, written in such a way that it is read as @part; @now (out) is where the
 * line stands then. %NULL where nothing changes. */
char *dui_import_change (const char *text,
                         guint line,
                         DuiImportPart part,
                         guint *now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
