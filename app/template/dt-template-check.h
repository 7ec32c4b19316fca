/* dt-template-check.h - what is wrong in a template although it can be read
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/dt-catalog.h"
#include "template/dt-library.h"

G_BEGIN_DECLS

/* @library (nullable) knows the templates it may use, @catalog (nullable) the documents it may cite. */
void dt_template_check (const DtTemplate *self,
                        const DtLibrary *library,
                        const DtCatalog *catalog,
                        GPtrArray *diagnostics);
/* A part of it: the order of paragraphs and sections. */
void dt_template_check_order (const DtTemplate *self,
                              const DtLibrary *library,
                              GPtrArray *diagnostics);

G_END_DECLS
