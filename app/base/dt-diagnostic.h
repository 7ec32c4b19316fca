/* dt-diagnostic.h - something imperfect that did not stop the work
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define DT_TYPE_DIAGNOSTIC (dt_diagnostic_get_type ())

/**
 * DtSeverity:
 * @DT_SEVERITY_NOTE: worth knowing
 * @DT_SEVERITY_WARNING: probably not what was meant
 * @DT_SEVERITY_ERROR: wrong, although the work went on
 */
typedef enum
{
  DT_SEVERITY_NOTE,
  DT_SEVERITY_WARNING,
  DT_SEVERITY_ERROR,
} DtSeverity;

/* Immutable and reference counted; safe to hand to a worker thread. */
typedef struct _DtDiagnostic DtDiagnostic;

GType dt_diagnostic_get_type (void);

DtDiagnostic *dt_diagnostic_new (DtSeverity severity,
                                 const char *code,
                                 const char *node,
                                 guint line,
                                 guint column,
                                 const char *message) G_GNUC_WARN_UNUSED_RESULT;
DtDiagnostic *dt_diagnostic_ref (DtDiagnostic *self);
void dt_diagnostic_unref (DtDiagnostic *self);

DtSeverity dt_diagnostic_get_severity (const DtDiagnostic *self);
const char *dt_diagnostic_get_code (const DtDiagnostic *self);
const char *dt_diagnostic_get_node (const DtDiagnostic *self);
guint dt_diagnostic_get_line (const DtDiagnostic *self);
guint dt_diagnostic_get_column (const DtDiagnostic *self);
const char *dt_diagnostic_get_message (const DtDiagnostic *self);
char *dt_diagnostic_to_string (const DtDiagnostic *self,
                               const char *file) G_GNUC_WARN_UNUSED_RESULT;

const char *dt_severity_to_string (DtSeverity severity);
const char *dt_severity_get_label (DtSeverity severity);

/* A list of diagnostics is a GPtrArray that owns its elements. Every function
 * below takes NULL for "the caller does not want to know". */

GPtrArray *dt_diagnostics_new (void) G_GNUC_WARN_UNUSED_RESULT;
void dt_diagnostics_add (GPtrArray *list,
                         DtSeverity severity,
                         const char *code,
                         const char *node,
                         guint line,
                         guint column,
                         const char *format,
                         ...) G_GNUC_PRINTF (7, 8);
guint dt_diagnostics_count (const GPtrArray *list,
                            DtSeverity at_least);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtDiagnostic, dt_diagnostic_unref)

G_END_DECLS
