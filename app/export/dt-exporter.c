/* dt-exporter.c - what the exporters share
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/dt-exporter.h"

G_DEFINE_QUARK (dt_export_error, dt_export_error)
