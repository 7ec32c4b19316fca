/* dt-field-value.h - what is typed into a field, checked and as it is printed
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "template/dt-profile.h"
#include "template/dt-template.h"

G_BEGIN_DECLS

/* The values of fields: their names, each with a GPtrArray of texts (several for a list). */
GHashTable *dt_values_new (void) G_GNUC_WARN_UNUSED_RESULT;
void dt_values_add (GHashTable *values,
                    const char *key,
                    const char *text);

/* As it is printed; NULL, with what was expected in @expected (untranslated), if it is not lawful. */
char *dt_field_value_print (const DtTemplateField *field,
                            const DtProfile *profile,
                            const char *text,
                            const char **expected) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
