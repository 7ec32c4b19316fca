/* dt-import-body.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-import"

#include "config.h"

#include "import/dt-import-steps-private.h"

#include "model/dt-notation.h"
#include "text/dt-text.h"

#include <string.h>

/*
 * Paragraphs that are no sections, written in the body notation. Letters and
 * numbers are counted here as composing counts them, so that what the source
 * had in their place can be reported.
 */

void
dt_import_body_init (DtImportBody *body,
                     DtImport *import)
{
  *body = (DtImportBody){ .import = import, .text = g_string_new (NULL) };
}

/* Whether the notation would read a marker where the source has none. */
static gboolean
would_be_marker (const char *text)
{
  g_autoptr (DtBody) body = dt_body_parse (text);
  guint n_lines;
  const DtLine *lines = dt_body_get_lines (body, &n_lines);

  return n_lines > 0 && lines[0].kind != DT_LINE_PARAGRAPH && lines[0].kind != DT_LINE_TABLE;
}

/**
 * dt_import_escape:
 * @self: the import
 * @text: text of the source
 * @line_start: whether it stands at the start of a line of a body
 *
 * Writes text of the source in the notation. Plain text reads as it stands;
 * Markdown keeps its emphasis, which the notation writes in the same way.
 *
 * Returns: (transfer full): the text in the notation
 */
char *
dt_import_escape (const DtImport *self,
                  const char *text,
                  gboolean line_start)
{
  if (!self->markdown)
    return dt_notation_escape (text);

  return line_start && would_be_marker (text) ? g_strconcat ("\\", text, NULL) : g_strdup (text);
}

/* A sign of a list that is not "-" is reported once. */
static void
report_bullet (DtImport *self,
               const DtImportParagraph *paragraph)
{
  const DtMarker *marker = &paragraph->marker;
  g_autofree char *sign = g_strndup (marker->label, marker->label_length);

  if (self->markdown || strcmp (sign, "-") == 0 || strstr (self->bullets->str, sign) != NULL)
    return;

  g_string_append (self->bullets, sign);
  dt_import_report (self, DT_IMPORT_BULLET, paragraph->line, sign, "-");
}

static void
report_number (DtImport *self,
               const DtImportParagraph *paragraph,
               const char *label)
{
  const DtMarker *marker = &paragraph->marker;
  g_autofree char *typed = g_strndup (marker->label, marker->label_length);

  dt_import_drop (self, marker->label, (gssize) marker->label_length);
  if (strcmp (typed, label) != 0)
    dt_import_report (self, DT_IMPORT_NUMBER, paragraph->line, typed, label);
}

static void
append_clause (DtImportBody *body,
               const DtImportParagraph *paragraph)
{
  g_autofree char *label = NULL;

  body->clause = paragraph->marker.value == 1 ? 1 : body->clause + 1;
  body->point = 0;
  label = g_strdup_printf ("%u", body->clause);
  report_number (body->import, paragraph, label);
  /* A longer number than the notation counts goes on counting all the same. */
  g_string_append_printf (body->text, "%u. ", MIN (body->clause, 999));
}

static void
append_point (DtImportBody *body,
              const DtImportParagraph *paragraph)
{
  const char *letter;
  g_autofree char *number = NULL;

  body->point = paragraph->marker.value == 1 ? 1 : body->point + 1;
  letter = dt_text_point_letter (body->point - 1);
  number = g_strdup_printf ("%u", body->point);
  report_number (body->import, paragraph, letter != NULL ? letter : number);
  g_string_append_printf (body->text, "%s) ", letter != NULL ? letter : "y");
}

/**
 * dt_import_body_append:
 * @body: a body
 * @paragraph: a paragraph that is no section
 *
 * Adds a line to the body.
 */
void
dt_import_body_append (DtImportBody *body,
                       const DtImportParagraph *paragraph)
{
  const DtMarker *marker = &paragraph->marker;
  const char *content = paragraph->text + marker->length;
  g_autofree char *escaped = NULL;

  if (*content == '\0')
    {
      dt_import_body_append_text (body, paragraph->text, paragraph->line);
      return;
    }
  if (body->text->len > 0)
    g_string_append_c (body->text, '\n');

  switch (marker->mark)
    {
    case DT_MARK_ARABIC:
      append_clause (body, paragraph);
      break;
    case DT_MARK_LETTER:
      append_point (body, paragraph);
      break;
    case DT_MARK_DASH:
      report_bullet (body->import, paragraph);
      g_string_append (body->text, "- ");
      break;
    case DT_MARK_PLUS:
      g_string_append (body->text, "+ ");
      break;
    case DT_MARK_ROW:
      g_string_append (body->text, paragraph->text);
      return;
    case DT_MARK_HEADING:
    case DT_MARK_PART:
    case DT_MARK_CHAPTER:
    case DT_MARK_DIVISION:
    case DT_MARK_SUBDIVISION:
    case DT_MARK_ARTICLE:
    case DT_MARK_CAPITAL:
    case DT_MARK_ROMAN:
    case DT_MARK_DECIMAL:
    case DT_MARK_NONE:
    default:
      /* Numbering that no body has stays as it was typed. */
      content = paragraph->text;
      break;
    }

  escaped = dt_import_escape (body->import, content, content == paragraph->text);
  g_string_append (body->text, escaped);
}

/**
 * dt_import_body_append_text:
 * @body: a body
 * @text: a paragraph without a marker
 * @line: where it stands
 *
 * Adds a plain line to the body.
 */
void
dt_import_body_append_text (DtImportBody *body,
                            const char *text,
                            guint line)
{
  g_autofree char *escaped = dt_import_escape (body->import, text, TRUE);

  if (body->text->len > 0)
    g_string_append_c (body->text, '\n');
  g_string_append (body->text, escaped);
}
