/* dui-document-title.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "document/dui-document-private.h"
#include "template/dt-field-words.h"

#include <glib/gi18n.h>

char *
dui_document_make_title (DuiDocument *self)
{
  DtNode *root = dt_plan_get_root (dui_document_get_plan (self));
  const DtKind *kind = dt_kinds_find (dui_engine_get_kinds (dui_document_get_engine (self)), dt_node_get_attribute (root, DT_ATTR_KIND));
  DtNode *subject = dt_plan_find (dui_document_get_plan (self), "head/subject");
  g_autofree char *line = dt_fields_to_words (subject != NULL ? dt_node_get_text (subject) : "", dt_node_find_child (root, DT_NODE_FIELDS),
                                              dui_engine_get_library (dui_document_get_engine (self)));

  g_strstrip (g_strdelimit (line, "\n\t", ' '));
  if (*line != '\0')
    return g_steal_pointer (&line);
  if (kind != NULL)
    /* Translators: a document that has no subject yet; %s is its kind, such as Kế hoạch. */
    return g_strdup_printf (_ ("%s without subject"), kind->name);

  return g_strdup (_ ("New document"));
}

static char *
describe_number (DuiDocument *self)
{
  DtNode *head = dt_plan_find (dui_document_get_plan (self), "head");
  const char *number = head != NULL ? dt_node_get_attribute (head, DT_ATTR_NUMBER) : NULL;
  const char *symbol = head != NULL ? dt_node_get_attribute (head, DT_ATTR_SYMBOL) : NULL;

  if (number == NULL && symbol == NULL)
    return NULL;

  return g_strdup_printf ("%s/%s", number != NULL ? number : "", symbol != NULL ? symbol : "");
}

static char *
describe_state (DuiDocument *self)
{
  GFile *file = dui_document_get_file (self);
  g_autofree char *time = NULL;

  switch (dui_document_get_draft_state (self))
    {
    case DUI_DRAFT_FAILED:
      return g_strdup (_ ("draft could not be kept"));

    case DUI_DRAFT_KEPT:
      time = g_date_time_format (dui_document_get_draft_time (self), "%H:%M");
      /* Translators: %s is the time, such as 10:42. */
      return g_strdup_printf (_ ("draft, kept at %s"), time);

    case DUI_DRAFT_PENDING:
      return g_strdup (_ ("draft"));

    case DUI_DRAFT_NONE:
    default:
      return file != NULL ? g_file_get_basename (file) : g_strdup (_ ("not saved yet"));
    }
}

char *
dui_document_make_subtitle (DuiDocument *self)
{
  g_autofree char *number = describe_number (self);
  g_autofree char *state = describe_state (self);

  return number != NULL ? g_strconcat (number, " · ", state, NULL) : g_steal_pointer (&state);
}

DtDate
dui_document_get_day (DuiDocument *self)
{
  DtNode *head;
  const char *text;
  DtDate day = DT_DATE_INIT;

  g_return_val_if_fail (DUI_IS_DOCUMENT (self), day);

  head = dt_plan_find (dui_document_get_plan (self), "head");
  text = head != NULL ? dt_node_get_attribute (head, DT_ATTR_DATE) : NULL;
  if (text == NULL || !dt_date_parse_iso_partial (text, &day) || !dt_date_is_complete (day))
    day = dui_engine_get_today (dui_document_get_engine (self));

  return day;
}
