/* dt-import-subject.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-import"

#include "config.h"

#include "import/dt-import-steps-private.h"

/* The subject (trích yếu): lines between the type name and whatever comes next. */

/* No subject is longer; what follows is text. */
#define MAX_LINES 8

static gboolean
ends_subject (DtImport *self,
              guint index,
              guint first,
              gboolean taken)
{
  const DtImportLine *line = dt_import_get_line (self, index);
  const DtImportLine *before;
  DtMarker marker;
  gsize length;

  dt_import_classify (self, line->text, line->indent, &marker);
  if (marker.mark <= DT_MARK_LETTER || dt_import_is_attached_line (line->text) ||
      dt_import_is_decision_line (line->text) || dt_import_match_word (line->text, "kính gửi") > 0)
    return TRUE;
  if (!taken)
    return FALSE;

  before = dt_import_get_line (self, index - 1);
  if (dt_import_find_lead (line->text, &length) != NULL ||
      (index > first && line->gap >= (self->spaced ? 3 : 1)) ||
      (dt_import_is_caps (line->text) && !dt_import_is_caps (before->text)))
    return TRUE;

  switch (dt_import_start (line->text))
    {
    case DT_START_UPPER:
      return !dt_import_ends_with_connector (before->text) &&
             (self->measure == 0 || before->width * 100 < self->measure * 85) &&
             !(dt_import_is_caps (line->text) && dt_import_is_caps (before->text));
    case DT_START_LOWER:
    case DT_START_DIGIT:
    case DT_START_OTHER:
    default:
      return dt_import_end (before->text) == DT_END_STOP;
    }
}

/**
 * dt_import_read_subject:
 * @self: the import
 * @from: the first line after the type name
 * @to: where to stop at the latest
 * @subject: (inout): text that stood beside the type name, or %NULL
 *
 * Returns: the line after the subject
 */
guint
dt_import_read_subject (DtImport *self,
                        guint from,
                        guint to,
                        const char **subject)
{
  g_autoptr (GString) text = g_string_new (*subject);
  guint i;

  for (i = from; i < MIN (to, from + MAX_LINES) && !ends_subject (self, i, from, text->len > 0); i++)
    {
      const DtImportLine *line = dt_import_get_line (self, i);

      dt_import_join_text (self, text, line->text, line->line);
    }

  *subject = text->len > 0 ? dt_import_keep (self, text->str, (gssize) text->len) : NULL;

  return i;
}
