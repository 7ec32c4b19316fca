/* dt-zip-private.h - what the ZIP writer and reader share
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include <zip.h>

G_BEGIN_DECLS

gboolean dt_zip_check_name (const char *name,
                            GError **error);

G_END_DECLS
