/* fuzz.h - what a fuzz target has to offer
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* One run. Whatever the bytes, it returns 0 or does not return. */
int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize size);
