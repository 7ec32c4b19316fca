/* dt-import.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-import"

#include "config.h"

#include "import/dt-import-steps-private.h"

#include "text/dt-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Importing is a row of small steps, each of which keeps every word:
 *
 *   bytes → text → lines → (page marks out) → head | content | close | rest
 *                                              content → paragraphs → tree
 *
 * What is left out, because composing writes it, and what is made up, because
 * the text says so elsewhere, is reported.
 */

G_DEFINE_QUARK (dt_import_error_quark, dt_import_error)

static void
add_text (GPtrArray *children,
          DtNodeKind kind,
          const char *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (children, dt_node_new_text (kind, text));
}

static void
add_escaped (const DtImport *self,
             GPtrArray *children,
             DtNodeKind kind,
             const char *text)
{
  g_autofree char *escaped = NULL;

  if (text == NULL || *text == '\0')
    return;

  escaped = dt_import_escape (self, text, FALSE);
  g_ptr_array_add (children, dt_node_new_text (kind, escaped));
}

static void
add_list (GPtrArray *children,
          DtNodeKind kind,
          GPtrArray *nodes)
{
  if (nodes->len > 0)
    g_ptr_array_add (children, dt_node_new_full (kind, 0, NULL, NULL, 0,
                                                 (DtNode *const *) nodes->pdata, nodes->len));
}

static DtNode *
make_head (const DtImport *self,
           const DtImportHead *head,
           const DtImportContent *content)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);
  const DtAttributeValue attributes[] = {
    { DT_ATTR_NUMBER, head->number },
    { DT_ATTR_SYMBOL, head->symbol },
    { DT_ATTR_DATE, head->date },
    { DT_ATTR_PLACE, head->place },
    { DT_ATTR_URGENCY, head->urgency },
    { DT_ATTR_ISSUE, self->paper ? "paper" : NULL },
    { DT_ATTR_PERIOD, head->period },
  };

  /* Names of bodies are shown as they stand; the rest is in the notation. */
  add_text (children, DT_NODE_PARENT, head->parent);
  add_text (children, DT_NODE_AGENCY, head->agency);
  add_escaped (self, children, DT_NODE_SUBJECT, head->subject);
  add_escaped (self, children, DT_NODE_CIRCULATION, head->circulation);
  for (guint i = 0; i < content->addressees->len; i++)
    add_escaped (self, children, DT_NODE_ADDRESSEE, g_ptr_array_index (content->addressees, i));
  add_text (children, DT_NODE_AUTHORITY, head->authority);

  return dt_node_new_full (DT_NODE_HEAD, 0, NULL, attributes, G_N_ELEMENTS (attributes),
                           (DtNode *const *) children->pdata, children->len);
}

/* What stands behind the signature: a text that a decision issues, then annexes. */
static void
read_rest (DtImport *self,
           guint from,
           DtImportHead *head,
           GPtrArray *children)
{
  g_autoptr (GPtrArray) annexes = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);
  guint n = self->lines->len;
  guint count = 0;
  DtNode *tasks = NULL;

  if (from < n && self->decision)
    {
      guint end = dt_import_find_annex_end (self, from);
      DtNode *attachment = dt_import_read_attachment (self, from, end);

      if (attachment != NULL)
        {
          g_ptr_array_add (children, attachment);
          head->kind = "quyet-dinh-gian-tiep";
          from = end;
        }
    }

  for (guint i = from; i < n; i = dt_import_find_annex_end (self, i))
    count++;
  for (guint index = 0; from < n; index++)
    {
      guint end = dt_import_find_annex_end (self, from);

      g_ptr_array_add (annexes, dt_import_read_annex (self, from, end, index, count, &tasks));
      from = end;
    }

  if (tasks != NULL)
    g_ptr_array_add (children, tasks);
  for (guint i = 0; i < annexes->len; i++)
    g_ptr_array_add (children, dt_node_ref (g_ptr_array_index (annexes, i)));
}

static void
add_content (GPtrArray *children,
             const DtImport *self,
             const DtImportContent *content)
{
  add_list (children, DT_NODE_BASES, content->bases);
  add_text (children, DT_NODE_OPENING, content->opening->str);
  add_list (children, self->decision ? DT_NODE_ARTICLES : DT_NODE_SECTIONS, content->sections);
  add_text (children, DT_NODE_CLOSING, content->closing->str);
}

/**
 * dt_import_make_root:
 * @self: the import, its lines read
 *
 * Returns: (transfer full): the root of a plan
 */
DtNode *
dt_import_make_root (DtImport *self)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);
  g_autoptr (GPtrArray) rest = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_autoptr (GPtrArray) recipients = g_ptr_array_new ();
  g_autoptr (GPtrArray) capacities = g_ptr_array_new ();
  g_autoptr (GArray) paragraphs = NULL;
  DtImportHead head = { .kept = kept };
  DtImportClose end = { .recipients = recipients, .capacities = capacities };
  DtImportContent content;
  DtAttributeValue kind = { DT_ATTR_KIND, NULL };
  DtNode *node;
  guint from = dt_import_read_head (self, &head);
  guint close = dt_import_find_close (self, from);

  dt_import_report_damage (self, from, close);
  paragraphs = dt_import_join (self, from, close, TRUE);
  read_rest (self, dt_import_read_close (self, close, &end), &head, rest);
  dt_import_complete_head (self, &head, &end, paragraphs);
  if (self->paper)
    dt_import_report (self, DT_IMPORT_HEAD_COMPLETED, 1, _ ("the kind of issue"), "paper");

  dt_import_content_init (&content);
  dt_import_read_content (self, paragraphs, kept, &content);
  g_ptr_array_add (children, make_head (self, &head, &content));
  add_content (children, self, &content);
  dt_import_content_clear (&content);

  node = dt_import_make_recipients (self, &end);
  if (node != NULL)
    g_ptr_array_add (children, node);
  node = dt_import_make_signature (self, &end);
  if (node != NULL)
    g_ptr_array_add (children, node);
  for (guint i = 0; i < rest->len; i++)
    g_ptr_array_add (children, dt_node_ref (g_ptr_array_index (rest, i)));

  kind.value = head.kind;
  return dt_node_new_full (DT_NODE_PLAN, 0, NULL, &kind, 1, (DtNode *const *) children->pdata,
                           children->len);
}

static gboolean
is_markdown (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, ".md") || g_str_has_suffix (lower, ".markdown");
}

/**
 * dt_import_text:
 * @text: plain text or Markdown: UTF-8, or UTF-16 with a byte order mark
 * @name: name of its file, for messages; one in .md means Markdown
 * @diagnostics: (nullable) (element-type DtDiagnostic): takes what was
 *   repaired, completed or left out
 * @error: return location for an error
 *
 * Makes a plan of the text of an old one, pasted or taken out of a PDF: its
 * head, bases, sections, points, tables, recipients, signature and annexes.
 * Every word goes into the plan or is reported. Numbers are computed, so those
 * that were wrong are repaired. The cost is linear in the length of the text.
 *
 * Returns: (transfer full): a plan, or %NULL with @error set to a
 *   %DT_IMPORT_ERROR or a %DT_EDIT_ERROR
 */
DtPlan *
dt_import_text (GBytes *text,
                const char *name,
                GPtrArray *diagnostics,
                GError **error)
{
  g_autoptr (DtNode) root = NULL;
  g_autofree char *decoded = NULL;
  DtImport *self;
  DtPlan *plan;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = dt_import_state_new (name, diagnostics);
  self->markdown = is_markdown (name);
  decoded = dt_import_decode (self, text, error);
  if (decoded != NULL)
    {
      root = dt_import_read_text (self, decoded);
      if (root == NULL)
        g_set_error (error, DT_IMPORT_ERROR, DT_IMPORT_ERROR_EMPTY,
                     _ ("%s: expected the text of a plan, found none"), name);
    }
  dt_import_state_free (self);

  if (root == NULL)
    return NULL;

  plan = dt_plan_new (root, error);
  if (plan == NULL)
    g_prefix_error (error, "%s: ", name);

  return plan;
}

/**
 * dt_import_read_text:
 * @self: the import
 * @text: composed UTF-8
 *
 * Runs all steps after decoding.
 *
 * Returns: (transfer full) (nullable): the root of a plan, or %NULL when there
 *   is no text
 */
DtNode *
dt_import_read_text (DtImport *self,
                     const char *text)
{
  dt_import_read_lines (self, text);
  dt_import_measure (self);
  dt_import_drop_page_marks (self);
  if (self->lines->len == 0)
    return NULL;

  return dt_import_make_root (self);
}
