/* dt-catalog-json.h - documents as members of JSON objects
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "catalog/dt-document.h"

G_BEGIN_DECLS

/* The members of one object that is open in BUILDER; what is not known is null. */
void dt_catalog_json_add (JsonBuilder *builder,
                          const DtDocument *document);

G_END_DECLS
