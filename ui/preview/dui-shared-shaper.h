/* dui-shared-shaper.h - a shaper that two threads may use at once
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/dt-shaper.h"

G_BEGIN_DECLS

/* Takes @shaper, which nobody else may use from then on. Pages laid out with the result are painted on the main
 * thread while a worker lays out the next ones with it. */
DtShaper *dui_shared_shaper_new (DtShaper *shaper) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
