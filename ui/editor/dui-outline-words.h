/* dui-outline-words.h - titles in words
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dt-node.h"

G_BEGIN_DECLS

/* A header of its own: what templates and what numbers call a unit are two things. */
typedef struct _DtLibrary DtLibrary;

/* Keeps the library. */
DtLibrary *dui_outline_words_ref (DtLibrary *library);
void dui_outline_words_unref (DtLibrary *library);
/* See dt_fields_to_words(). */
char *dui_outline_words_make (DtLibrary *library,
                              const char *text,
                              const DtNode *fields) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
