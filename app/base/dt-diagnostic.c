/* dt-diagnostic.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-diagnostic"

#include "config.h"

#include "base/dt-diagnostic.h"

#include "base/dt-xml-reader.h"

#include <glib/gi18n-lib.h>

/**
 * DtDiagnostic:
 *
 * One imperfection of a draft, or of a file that was read nevertheless.
 *
 * A GError says that nothing was done; a diagnostic says that it was done and
 * what to look at. Its code is stable and for programs, its message is in the
 * reader's language.
 */
struct _DtDiagnostic
{
  DtSeverity severity;
  const char *code;
  char *node;
  char *message;
  guint line;
  guint column;
};

G_DEFINE_BOXED_TYPE (DtDiagnostic, dt_diagnostic, dt_diagnostic_ref, dt_diagnostic_unref)

/**
 * dt_diagnostic_new:
 * @severity: how bad it is
 * @code: a short name in kebab case, such as `font-substituted`
 * @node: (nullable): the id of the node of the plan it belongs to
 * @line: line of the file from 1, or 0
 * @column: column in characters from 1, or 0
 * @message: the text, already translated; lower case and no full stop
 *
 * Makes a diagnostic.
 *
 * Returns: (transfer full): a new diagnostic
 */
DtDiagnostic *
dt_diagnostic_new (DtSeverity severity,
                   const char *code,
                   const char *node,
                   guint line,
                   guint column,
                   const char *message)
{
  DtDiagnostic *self;

  g_return_val_if_fail (code != NULL, NULL);
  g_return_val_if_fail (message != NULL, NULL);

  self = g_atomic_rc_box_new0 (DtDiagnostic);
  self->severity = severity;
  /* The set of codes is small and fixed, so that interning is no leak. */
  self->code = g_intern_string (code);
  self->node = g_strdup (node);
  self->line = line;
  self->column = column;
  self->message = g_strdup (message);

  return self;
}

DtDiagnostic *
dt_diagnostic_ref (DtDiagnostic *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear_diagnostic (gpointer data)
{
  DtDiagnostic *self = data;

  g_free (self->node);
  g_free (self->message);
}

void
dt_diagnostic_unref (DtDiagnostic *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_diagnostic);
}

DtSeverity
dt_diagnostic_get_severity (const DtDiagnostic *self)
{
  g_return_val_if_fail (self != NULL, DT_SEVERITY_NOTE);

  return self->severity;
}

const char *
dt_diagnostic_get_code (const DtDiagnostic *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->code;
}

const char *
dt_diagnostic_get_node (const DtDiagnostic *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->node;
}

guint
dt_diagnostic_get_line (const DtDiagnostic *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->line;
}

guint
dt_diagnostic_get_column (const DtDiagnostic *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->column;
}

const char *
dt_diagnostic_get_message (const DtDiagnostic *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->message;
}

/**
 * dt_diagnostic_to_string:
 * @self: a diagnostic
 * @file: (nullable): the name of the file it is about
 *
 * Writes @self on one line as compilers do:
 * `file:line:col: warning: text [code]`.
 *
 * Returns: (transfer full): the line, without a line end
 */
char *
dt_diagnostic_to_string (const DtDiagnostic *self,
                         const char *file)
{
  g_autofree char *place = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  place = dt_place_prefix (file, self->line, self->column);
  return g_strdup_printf ("%s%s: %s [%s]", place, dt_severity_get_label (self->severity),
                          self->message, self->code);
}

/**
 * dt_severity_to_string:
 * @severity: a severity
 *
 * Returns: `note`, `warning` or `error`, for programs: the same in every language
 */
const char *
dt_severity_to_string (DtSeverity severity)
{
  switch (severity)
    {
    case DT_SEVERITY_NOTE:
      return "note";
    case DT_SEVERITY_WARNING:
      return "warning";
    case DT_SEVERITY_ERROR:
      return "error";
    default:
      g_return_val_if_reached ("error");
    }
}

/**
 * dt_severity_get_label:
 * @severity: a severity
 *
 * Returns: the word in the reader's language
 */
const char *
dt_severity_get_label (DtSeverity severity)
{
  switch (severity)
    {
    case DT_SEVERITY_NOTE:
      return _ ("note");
    case DT_SEVERITY_WARNING:
      return _ ("warning");
    case DT_SEVERITY_ERROR:
      return _ ("error");
    default:
      g_return_val_if_reached (_ ("error"));
    }
}

/**
 * dt_diagnostics_new:
 *
 * Returns: (transfer full) (element-type DtDiagnostic): an empty list
 */
GPtrArray *
dt_diagnostics_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) dt_diagnostic_unref);
}

/**
 * dt_diagnostics_add:
 * @list: (nullable): a list; %NULL makes this a no-op
 * @severity: how bad it is
 * @code: a short name in kebab case
 * @node: (nullable): the id of a node
 * @line: line of the file from 1, or 0
 * @column: column in characters from 1, or 0
 * @format: the message, already translated
 * @...: what @format asks for
 *
 * Appends a new diagnostic to @list.
 */
void
dt_diagnostics_add (GPtrArray *list,
                    DtSeverity severity,
                    const char *code,
                    const char *node,
                    guint line,
                    guint column,
                    const char *format,
                    ...)
{
  g_autofree char *message = NULL;
  va_list args;

  g_return_if_fail (code != NULL);
  g_return_if_fail (format != NULL);

  if (list == NULL)
    return;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  g_ptr_array_add (list, dt_diagnostic_new (severity, code, node, line, column, message));
}

/**
 * dt_diagnostics_count:
 * @list: (nullable): a list
 * @at_least: the mildest severity that counts
 *
 * Returns: how many diagnostics of @list are that severe
 */
guint
dt_diagnostics_count (const GPtrArray *list,
                      DtSeverity at_least)
{
  guint n = 0;

  for (guint i = 0; list != NULL && i < list->len; i++)
    if (dt_diagnostic_get_severity (g_ptr_array_index (list, i)) >= at_least)
      n++;

  return n;
}
