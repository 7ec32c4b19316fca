/* dt-import-attachment.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-import"

#include "config.h"

#include "import/dt-import-steps-private.h"

#include <string.h>

/* A plan that a decision issues (Phụ lục III, Mẫu 1.3): a head without number and date, its type, its subject,
 * the line that ties it to the decision, and its content; no signature of its own. */

#define MAX_HEAD_LINES 12

static gboolean
is_type_line (const char *text)
{
  gsize length;

  return dt_import_find_kind (text, NULL, &length) != NULL && text[length] == '\0';
}

/* The line of the type name, or @to. */
static guint
find_type_line (DtImport *self,
                guint from,
                guint to)
{
  for (guint i = from; i < to && i < from + MAX_HEAD_LINES; i++)
    if (is_type_line (dt_import_get_line (self, i)->text))
      return i;

  return to;
}

static void
add_text (GPtrArray *children,
          DtNodeKind kind,
          const char *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (children, dt_node_new_text (kind, text));
}

static DtNode *
make_attachment (guint line,
                 const char *kind,
                 const char *subject,
                 const DtImportContent *content)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);
  DtAttributeValue attribute = { DT_ATTR_KIND, kind };

  add_text (children, DT_NODE_SUBJECT, subject);
  add_text (children, DT_NODE_OPENING, content->opening->str);
  if (content->sections->len > 0)
    g_ptr_array_add (children, dt_node_new_full (DT_NODE_SECTIONS, 0, NULL, NULL, 0,
                                                 (DtNode *const *) content->sections->pdata,
                                                 content->sections->len));
  add_text (children, DT_NODE_CLOSING, content->closing->str);

  return dt_node_new_full (DT_NODE_ATTACHMENT, line, NULL, &attribute, 1,
                           (DtNode *const *) children->pdata, children->len);
}

/**
 * dt_import_read_attachment:
 * @self: the import
 * @from: the first line behind the signature of a decision
 * @to: the line after the last
 *
 * Returns: (transfer full) (nullable): the text attached to the decision, or
 *   %NULL when these lines are none
 */
DtNode *
dt_import_read_attachment (DtImport *self,
                           guint from,
                           guint to)
{
  guint type = find_type_line (self, from, to);
  g_autoptr (GArray) paragraphs = NULL;
  g_autofree char *escaped = NULL;
  DtImportContent content;
  const char *subject = NULL;
  const char *kind;
  gboolean decision = self->decision;
  gsize length;
  DtNode *node;
  guint at;

  if (type == to)
    return NULL;

  /* Its head says nothing that the decision's does not. */
  for (guint i = from; i < type; i++)
    {
      dt_import_report (self, DT_IMPORT_ATTACHED_HEAD, dt_import_get_line (self, i)->line,
                        dt_import_get_line (self, i)->text, NULL);
      dt_import_drop (self, dt_import_get_line (self, i)->text, -1);
    }
  kind = dt_import_find_kind (dt_import_get_line (self, type)->text, NULL, &length);
  dt_import_drop (self, dt_import_get_line (self, type)->text, -1);
  at = dt_import_read_subject (self, type + 1, to, &subject);
  at = dt_import_read_reference (self, at, to);
  if (subject != NULL)
    escaped = dt_import_escape (self, subject, FALSE);

  self->decision = FALSE;
  dt_import_content_init (&content);
  dt_import_report_damage (self, at, to);
  paragraphs = dt_import_join (self, at, to, FALSE);
  dt_import_read_content (self, paragraphs, NULL, &content);
  self->decision = decision;

  /* An attached text has neither bases nor addressees; such lines open it. */
  for (guint i = 0; i < content.bases->len + content.addressees->len; i++)
    g_string_append_printf (content.opening, "%s%s", content.opening->len > 0 ? "\n" : "",
                            i < content.bases->len
                              ? dt_node_get_text (g_ptr_array_index (content.bases, i))
                              : (const char *) g_ptr_array_index (content.addressees, i - content.bases->len));
  node = make_attachment (dt_import_get_line (self, type)->line, kind, escaped, &content);
  dt_import_content_clear (&content);

  return node;
}
