/* dui-outline-words.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "editor/dui-outline-words.h"

#include "template/dt-field-words.h"

DtLibrary *
dui_outline_words_ref (DtLibrary *library)
{
  return dt_library_ref (library);
}

void
dui_outline_words_unref (DtLibrary *library)
{
  dt_library_unref (library);
}

char *
dui_outline_words_make (DtLibrary *library,
                        const char *text,
                        const DtNode *fields)
{
  return dt_fields_to_words (text, fields, library);
}
