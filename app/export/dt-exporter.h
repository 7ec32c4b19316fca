/* dt-exporter.h - from pages and compositions to files other programs read
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "layout/dt-page.h"

G_BEGIN_DECLS

#define DT_EXPORT_ERROR (dt_export_error_quark ())

/**
 * DtExportError:
 * @DT_EXPORT_ERROR_FAILED: a library refused; the message says which and why
 */
typedef enum
{
  DT_EXPORT_ERROR_FAILED,
} DtExportError;

/* @fraction: how much is done, from 0 to 1; it never falls. */
typedef void (*DtProgressFunc) (double fraction,
                                gpointer user_data);

GQuark dt_export_error_quark (void);

/* Same pages, same bytes: nothing of the machine, the clock or the locale goes in.
 * @diagnostics (nullable) takes what the file lacks. */
GBytes *dt_export_pdf (DtPages *pages,
                       GPtrArray *diagnostics,
                       GCancellable *cancellable,
                       DtProgressFunc progress,
                       gpointer user_data,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* OpenDocument text (ODF 1.3) with the plan itself inside as duthao/plan.xml; needs no pages. @shaper: as for layout.
 * @diagnostics (nullable) takes a head that does not fit. */
GBytes *dt_export_odt (DtComposition *composition,
                       DtShaper *shaper,
                       GPtrArray *diagnostics,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* UTF-8 in normal form C, one paragraph a line, cells set apart by " | ". */
GBytes *dt_export_text (DtComposition *composition,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
