/* dt-import-annex.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-import"

#include "config.h"

#include "import/dt-import-steps-private.h"

#include "text/dt-text.h"

#include <string.h>

/* Phụ lục: its number line, its title, the line that ties it to the document, and what it holds. */

/* The longest reference line, in lines of the source. */
#define MAX_REFERENCE_LINES 8

/* Whether line @index begins an annex: "Phụ lục II" alone, above a title or its reference line. */
static gboolean
begins_annex (const DtImport *self,
              guint index)
{
  const char *text = dt_import_get_line (self, index)->text;
  gsize length;

  if (self->markdown)
    text += strspn (text, "#* ");

  return dt_import_is_annex_line (text, &length);
}

/**
 * dt_import_find_annex_end:
 * @self: the import
 * @from: the first line of an annex
 *
 * Returns: the first line of the next annex, or the number of lines
 */
guint
dt_import_find_annex_end (DtImport *self,
                          guint from)
{
  guint i = from + 1;

  while (i < self->lines->len && !begins_annex (self, i))
    i++;

  return MIN (i, self->lines->len);
}

/* What composing will write for annex @index of @count. */
static char *
make_label (guint index,
            guint count)
{
  g_autofree char *roman = dt_text_roman (index + 1);

  return count > 1 ? g_strconcat ("Phụ lục ", roman, NULL) : g_strdup ("Phụ lục");
}

/* The number line; gives what stands behind it as the start of the title. */
static const char *
read_label (DtImport *self,
            const DtImportLine *line,
            guint index,
            guint count)
{
  const char *text = line->text;
  g_autofree char *label = make_label (index, count);
  g_autofree char *typed = NULL;
  g_autofree char *typed_upper = NULL;
  g_autofree char *label_upper = NULL;
  gsize length = 0;

  if (self->markdown)
    text += strspn (text, "#* ");
  if (!dt_import_is_annex_line (text, &length))
    return NULL;

  typed = g_strndup (text, length);
  g_strdelimit (typed, ".:-", ' ');
  g_strchomp (typed);
  typed_upper = dt_text_upper (typed);
  label_upper = dt_text_upper (label);
  if (strcmp (typed_upper, label_upper) != 0)
    dt_import_report (self, DT_IMPORT_NUMBER, line->line, typed, label);
  dt_import_drop (self, text, (gssize) length);
  text += length + strspn (text + length, " *");

  return *text != '\0' ? text : NULL;
}

/* Title lines: those in capitals, else the one line that follows. */
static guint
read_title (DtImport *self,
            guint from,
            guint to,
            const char **title)
{
  g_autoptr (GString) text = g_string_new (*title);
  guint i = from;

  while (i < to)
    {
      const DtImportLine *line = dt_import_get_line (self, i);
      const char *plain = line->text + (self->markdown ? strspn (line->text, "#* ") : 0);
      DtMarker marker;

      dt_import_classify (self, plain, 0, &marker);
      if (marker.mark != DT_MARK_NONE || dt_import_is_attached_line (plain))
        break;
      if (!dt_import_is_caps (plain) &&
          (text->len > 0 || dt_import_end (plain) != DT_END_NONE ||
           !(i + 1 < to && dt_import_is_attached_line (dt_import_get_line (self, i + 1)->text))))
        break;
      dt_import_join_text (self, text, plain, line->line);
      i++;
    }

  *title = text->len > 0 ? dt_import_keep (self, text->str, (gssize) text->len) : NULL;
  return i;
}

/* Whether a reference line says the number or the year of its document, which only a paper issue does. */
static gboolean
is_filled_in (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      return TRUE;

  return FALSE;
}

/* "(Kèm theo Kế hoạch số … của …)": written anew from the head, so it goes. */
guint
dt_import_read_reference (DtImport *self,
                          guint from,
                          guint to)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint i = from;

  if (i >= to || !dt_import_is_attached_line (dt_import_get_line (self, i)->text))
    return from;

  while (i < to && i < from + MAX_REFERENCE_LINES)
    {
      const DtImportLine *line = dt_import_get_line (self, i++);

      dt_import_join_text (self, text, line->text, line->line);
      if (strchr (line->text, ')') != NULL)
        break;
    }
  /* What is open after so many lines is no reference line. */
  if (strchr (text->str, ')') == NULL)
    return from;

  dt_import_report (self, DT_IMPORT_ANNEX_REFERENCE, dt_import_get_line (self, from)->line,
                    text->str, NULL);
  dt_import_drop (self, text->str, (gssize) text->len);
  self->paper |= is_filled_in (text->str);

  return i;
}

/* What an annex holds; a table of tasks goes to @tasks unless there is one already. */
static void
add_content (DtImport *self,
             guint from,
             guint to,
             GPtrArray *children,
             DtNode **tasks)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GPtrArray) sections = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);
  const DtNode *had = *tasks;

  if (!dt_import_read_table (self, from, to, body))
    {
      g_autoptr (GArray) paragraphs = dt_import_join (self, from, to, FALSE);

      dt_import_strip_end (self, paragraphs);
      dt_import_build (self, paragraphs, 0, paragraphs->len, sections, body);
    }
  dt_import_report_damage (self, from, to);

  if (*tasks == NULL && sections->len == 0)
    *tasks = dt_import_find_tasks (self, body->str, dt_import_get_line (self, from)->line);
  if (body->len > 0 && *tasks != had)
    return;

  if (body->len > 0)
    g_ptr_array_add (children, dt_node_new_text (DT_NODE_BODY, body->str));
  for (guint i = 0; i < sections->len; i++)
    g_ptr_array_add (children, dt_node_ref (g_ptr_array_index (sections, i)));
}

/**
 * dt_import_read_annex:
 * @self: the import
 * @from: its first line
 * @to: the line after its last
 * @index: which annex it is, from 0
 * @count: how many there are
 * @tasks: (inout): takes the list of tasks, when this annex is the first that
 *   is the table of one
 *
 * Reads an annex. Lines that are none, left over behind the signature, make an
 * annex without a title.
 *
 * Returns: (transfer full): the annex
 */
DtNode *
dt_import_read_annex (DtImport *self,
                      guint from,
                      guint to,
                      guint index,
                      guint count,
                      DtNode **tasks)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);
  const DtImportLine *line = dt_import_get_line (self, from);
  guint source_line = line->line;
  DtAttributeValue source = { DT_ATTR_SOURCE, NULL };
  const DtNode *had = *tasks;
  const char *title = NULL;

  if (begins_annex (self, from))
    {
      title = read_label (self, line, index, count);
      from = read_title (self, from + 1, to, &title);
      from = dt_import_read_reference (self, from, to);
    }
  else
    dt_import_report (self, DT_IMPORT_TRAILING, line->line, line->text, NULL);

  if (title != NULL)
    {
      g_autofree char *escaped = dt_import_escape (self, title, FALSE);

      g_ptr_array_add (children, dt_node_new_text (DT_NODE_TITLE, escaped));
    }
  if (from < to)
    add_content (self, from, to, children, tasks);
  source.value = *tasks != had ? "tasks" : NULL;

  return dt_node_new_full (DT_NODE_ANNEX, source_line, NULL, &source, 1,
                           (DtNode *const *) children->pdata, children->len);
}
