/* dt-field-words.h - fields in words, for those who read a plan outside its pages
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dt-node.h"
#include "template/dt-library.h"

G_BEGIN_DECLS

/* What the template @preferred (nullable) says of the field, else the first template that has it;
 * NULL where none does. Lives as long as @self. */
const DtTemplateField *dt_library_find_field (const DtLibrary *self,
                                              const char *key,
                                              const char *preferred);
/* Every field of every template, each key once: (element-type DtTemplateField), which live as long
 * as @self. */
GPtrArray *dt_library_list_fields (const DtLibrary *self) G_GNUC_WARN_UNUSED_RESULT;
/* @text, a line in the notation, as a person would read it: the values of its {{fields}}, and for
 * those without one their labels in brackets. @fields and @library (nullable). */
char *dt_fields_to_words (const char *text,
                          const DtNode *fields,
                          const DtLibrary *library) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
