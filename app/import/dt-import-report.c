/* dt-import-report.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-import"

#include "config.h"

#include "import/dt-import-private.h"

#include "base/dt-diagnostic.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The longest stretch of the source that a message quotes, in characters. */
#define MAX_QUOTE 80

/* Everything an import can report. The text takes what stood in the source and, where the text
 * has a second place, what stands in the plan now. What breaks a rule of the check names it: once
 * it is mended the check finds no more of it. */
static const struct
{
  const char *code;
  DtSeverity severity;
  const char *text;
  const char *rule; /* NULL: none; of a number the rule depends on its kind */
} notes[DT_IMPORT_N_NOTES] = {
  [DT_IMPORT_ANNEX_REFERENCE] = {
    "annex-reference-rewritten", DT_SEVERITY_NOTE,
    N_ ("the reference line “%s” is left out, it is written anew from the head"), "L100" },
  [DT_IMPORT_ARCHIVE_REPAIRED] = { "archive-repaired", DT_SEVERITY_NOTE, N_ ("archive line “%s” repaired to “%s”"), "L88" },
  [DT_IMPORT_ATTACHED_HEAD] = { "attachment-head-rewritten", DT_SEVERITY_NOTE, N_ ("“%s” above the attached text is left out, it is written anew from the head") },
  [DT_IMPORT_BLANKS] = { "blanks-joined", DT_SEVERITY_NOTE, N_ ("blanks side by side are made one, first in “%s”"), "L04" },
  [DT_IMPORT_BULLET] = { "bullet-normalized", DT_SEVERITY_NOTE, N_ ("bullet “%s” made “%s”"), "L66" },
  [DT_IMPORT_CAPACITY] = { "capacity-repaired", DT_SEVERITY_NOTE, N_ ("“%s” in the signature repaired to “%s”"), "L82" },
  [DT_IMPORT_CONTROL] = { "control-character-dropped", DT_SEVERITY_NOTE, N_ ("control characters left out, the first is %s") },
  [DT_IMPORT_HEAD_COMPLETED] = { "head-completed", DT_SEVERITY_NOTE, N_ ("%s completed from the text: “%s”") },
  [DT_IMPORT_HEAD_KEPT] = { "head-text-kept", DT_SEVERITY_WARNING, N_ ("“%s” in the head is not understood, it is kept in the opening") },
  [DT_IMPORT_HEAD_REWRITTEN] = { "head-rewritten", DT_SEVERITY_NOTE, N_ ("“%s” is written as “%s”") },
  [DT_IMPORT_HYPHEN] = { "hyphen-joined", DT_SEVERITY_NOTE, N_ ("“%s” joined over the end of the line") },
  [DT_IMPORT_LOST_LETTERS] = { "lost-letters", DT_SEVERITY_WARNING, N_ ("letters seem to be lost: “%s”") },
  [DT_IMPORT_NOT_NFC] = { "not-nfc", DT_SEVERITY_NOTE, N_ ("text with separate accents is composed"), "L01" },
  [DT_IMPORT_NUMBER] = { "number-repaired", DT_SEVERITY_WARNING, N_ ("number repaired: %s → %s") },
  [DT_IMPORT_NUMBER_BLANK] = { "number-blank-added", DT_SEVERITY_NOTE, N_ ("a blank is put behind the number of “%s”"), "L62" },
  [DT_IMPORT_PAGE_HEADER] = { "page-header-dropped", DT_SEVERITY_NOTE, N_ ("repeated page header “%s” left out") },
  [DT_IMPORT_PAGE_NUMBER] = { "page-number-dropped", DT_SEVERITY_NOTE, N_ ("page number “%s” left out") },
  [DT_IMPORT_RULE] = { "rule-dropped", DT_SEVERITY_NOTE, N_ ("drawn rule “%s” left out") },
  [DT_IMPORT_SIGNATURE_NOTE] = { "signature-note-dropped", DT_SEVERITY_NOTE, N_ ("“%s” in the signature left out") },
  [DT_IMPORT_GAP] = { "suspicious-gap", DT_SEVERITY_WARNING, N_ ("suspicious gap: “%s”") },
  [DT_IMPORT_TABLE_REBUILT] = { "table-rebuilt", DT_SEVERITY_NOTE, N_ ("table of %s rows rebuilt from its running numbers") },
  [DT_IMPORT_TABLE_TASKS] = { "table-of-tasks", DT_SEVERITY_NOTE, N_ ("the table of %s rows becomes the list of tasks") },
  [DT_IMPORT_TABLE_UNREADABLE] = { "table-unreadable", DT_SEVERITY_WARNING, N_ ("the columns of the table are not readable, each row is a paragraph: “%s”") },
  [DT_IMPORT_TRAILING] = { "trailing-text", DT_SEVERITY_WARNING, N_ ("text after the signature is kept as an annex: “%s”") },
};

DtImport *
dt_import_state_new (const char *name,
                     GPtrArray *diagnostics)
{
  DtImport *self = g_new0 (DtImport, 1);

  self->name = name;
  self->target = diagnostics;
  self->diagnostics = dt_diagnostics_new ();
  self->strings = g_string_chunk_new (4096);
  self->lines = g_array_new (FALSE, TRUE, sizeof (DtImportLine));
  self->bullets = g_string_new (NULL);
  self->dropped = g_string_new (NULL);
  self->added = g_string_new (NULL);

  return self;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  guint first = dt_diagnostic_get_line (*(DtDiagnostic *const *) a);
  guint second = dt_diagnostic_get_line (*(DtDiagnostic *const *) b);

  return first < second ? -1 : first > second;
}

/* Hands what was reported to the caller, in the order of the source. */
static void
hand_over (DtImport *self)
{
  if (self->target == NULL)
    return;

  g_ptr_array_sort (self->diagnostics, compare_lines);
  for (guint i = 0; i < self->diagnostics->len; i++)
    g_ptr_array_add (self->target, dt_diagnostic_ref (g_ptr_array_index (self->diagnostics, i)));
}

void
dt_import_state_free (DtImport *self)
{
  hand_over (self);
  g_ptr_array_unref (self->diagnostics);
  g_string_chunk_free (self->strings);
  g_array_unref (self->lines);
  g_string_free (self->bullets, TRUE);
  g_string_free (self->dropped, TRUE);
  g_string_free (self->added, TRUE);
  g_free (self);
}

static char *
shorten (const char *text)
{
  const char *end = text;

  for (guint i = 0; i < MAX_QUOTE && *end != '\0'; i++)
    end = g_utf8_next_char (end);

  return *end == '\0'
           ? g_strdup (text)
           : g_strdup_printf ("%.*s…", (int) (end - text), text);
}

/* Puts @old_text and @new_text where the table's text has its places. A fixed format is not at hand, so
 * the two places are filled by hand. */
static char *
fill (const char *format,
      const char *old_text,
      const char *new_text)
{
  g_autofree char *first = shorten (old_text != NULL ? old_text : "");
  g_autofree char *second = shorten (new_text != NULL ? new_text : "");
  const char *values[] = { first, second };
  GString *message = g_string_new (NULL);
  guint n = 0;

  for (const char *p = format; *p != '\0'; p++)
    {
      if (p[0] == '%' && p[1] == 's' && n < G_N_ELEMENTS (values))
        {
          g_string_append (message, values[n++]);
          p++;
        }
      else
        g_string_append_c (message, *p);
    }

  return g_string_free (message, FALSE);
}

/* The rule a repaired number broke. */
static const char *
find_number_rule (const char *typed)
{
  if (g_str_has_prefix (typed, "Phụ lục") || g_str_has_prefix (typed, "PHỤ LỤC"))
    return "L98";
  if (g_ascii_isdigit (*typed))
    return "L58";
  if (typed[strspn (typed, "IVXLC")] == '\0')
    return "L57";

  return *g_utf8_next_char (typed) == '\0' ? "L59" : "L60";
}

void
dt_import_report (DtImport *self,
                  DtImportNote note,
                  guint line,
                  const char *old_text,
                  const char *new_text)
{
  const char *rule;
  g_autofree char *message = NULL;

  g_return_if_fail ((guint) note < DT_IMPORT_N_NOTES);

  if (self->target == NULL)
    return;

  message = fill (_ (notes[note].text), old_text, new_text);
  rule = note == DT_IMPORT_NUMBER && old_text != NULL && *old_text != '\0' ? find_number_rule (old_text) : notes[note].rule;
  if (rule != NULL)
    dt_diagnostics_add (self->diagnostics, notes[note].severity, notes[note].code, NULL, line, 0, "%s (%s)", message, rule);
  else
    dt_diagnostics_add (self->diagnostics, notes[note].severity, notes[note].code, NULL, line, 0, "%s", message);
}

/* Copies a text into the import, which owns it. */
const char *
dt_import_keep (DtImport *self,
                const char *text,
                gssize length)
{
  if (length < 0)
    length = (gssize) strlen (text);

  return g_string_chunk_insert_len (self->strings, text, length);
}

/* Notes words of the source that do not go into the plan as text. */
void
dt_import_drop (DtImport *self,
                const char *text,
                gssize length)
{
  g_string_append_len (self->dropped, text, length);
  g_string_append_c (self->dropped, '\n');
}

/* Notes words of the plan that were not in the source. */
void
dt_import_add (DtImport *self,
               const char *text)
{
  g_string_append (self->added, text);
  g_string_append_c (self->added, '\n');
}
