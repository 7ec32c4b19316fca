/* dt-next-text.c - the text of one node, moved
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-template"

#include "config.h"

#include "template/dt-next-private.h"

#include <string.h>

static void
clear_edit (gpointer data)
{
  DtNextEdit *edit = data;

  g_free (edit->replacement);
  g_free (edit->message);
  g_free (edit->suggestion);
}

static void
view_append (DtNextView *self,
             const char *text,
             gsize length,
             gsize offset,
             gboolean follows)
{
  g_string_append_len (self->text, text, (gssize) length);
  for (gsize i = 0; i < length; i++)
    {
      guint32 at = (guint32) (offset + (follows ? i : 0));

      g_array_append_val (self->offsets, at);
    }
}

/**
 * dt_next_view_new:
 * @run: the run, which knows the fields that hold years
 * @source: a text of the plan
 *
 * Reads fields that hold a year as that year, so that `năm {{nam}}` is found
 * like `năm 2026`.
 *
 * Returns: (transfer full): the view; it lives no longer than @source
 */
DtNextView *
dt_next_view_new (const DtNextRun *run,
                  const char *source)
{
  DtNextView *self = g_new0 (DtNextView, 1);
  const char *p = source;
  guint32 end = (guint32) strlen (source);

  self->source = source;
  self->text = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (;;)
    {
      const char *open = strstr (p, "{{");
      const char *close = open != NULL ? strstr (open, "}}") : NULL;
      g_autofree char *key = close != NULL ? g_strstrip (g_strndup (open + 2, (gsize) (close - open) - 2)) : NULL;
      guint year = key != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (run->year_fields, key)) : 0;
      g_autofree char *digits = g_strdup_printf ("%u", year);

      if (close == NULL)
        break;
      if (year == 0)
        view_append (self, p, (gsize) (close + 2 - p), (gsize) (p - source), TRUE);
      else
        {
          view_append (self, p, (gsize) (open - p), (gsize) (p - source), TRUE);
          view_append (self, digits, strlen (digits), (gsize) (open - source), FALSE);
        }
      p = close + 2;
    }
  view_append (self, p, strlen (p), (gsize) (p - source), TRUE);
  g_array_append_val (self->offsets, end);

  return self;
}

void
dt_next_view_free (DtNextView *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->offsets);
  g_free (self);
}

gsize
dt_next_view_get_source (const DtNextView *view,
                         gsize offset)
{
  return g_array_index (view->offsets, guint32, offset);
}

void
dt_next_text_tell (DtNextText *self,
                   gsize start,
                   gsize end,
                   DtSeverity severity,
                   const char *rule,
                   char *message,
                   char *suggestion)
{
  DtNextEdit edit = { start, end, NULL, rule, severity, message, suggestion };

  g_array_append_val (self->edits, edit);
}

/* Takes @replacement; what does not change is no change. */
void
dt_next_text_replace (DtNextText *self,
                      gsize start,
                      gsize end,
                      const char *rule,
                      char *replacement)
{
  DtNextEdit edit = { start, end, replacement, rule, DT_SEVERITY_NOTE, NULL, NULL };

  if (strlen (replacement) == end - start && strncmp (replacement, self->view->source + start, end - start) == 0)
    {
      g_free (replacement);
      return;
    }
  g_array_append_val (self->edits, edit);
}

static int
compare_edits (gconstpointer a,
               gconstpointer b)
{
  const DtNextEdit *first = a;
  const DtNextEdit *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;

  /* What is told of a changed place stands behind its change. */
  return (first->replacement == NULL) - (second->replacement == NULL);
}

static guint
count_line (const char *text,
            gsize offset)
{
  guint line = 1;

  for (gsize i = 0; i < offset; i++)
    line += text[i] == '\n';

  return line;
}

/* The change that @edit is; TRUE if it is done. */
static gboolean
report_change (DtNextRun *run,
               const char *source,
               const char *reference,
               const DtNextEdit *edit,
               gsize new_start)
{
  DtNextChange change = { 0 };

  change.key = dt_next_make_key (reference, NULL, edit->start);
  change.node = g_strdup (reference);
  change.line = count_line (source, edit->start);
  change.start = edit->start;
  change.end = edit->end;
  change.new_start = new_start;
  change.old_text = g_strndup (source + edit->start, edit->end - edit->start);
  change.new_text = g_strdup (edit->replacement);
  change.rule = edit->rule;
  change.applied = !dt_next_is_kept (run->options, change.key);
  dt_next_add_change (run->report, change);

  return change.applied;
}

/* What is told without a change. */
static void
report_finding (DtNextRun *run,
                const char *text,
                const char *reference,
                const DtNextEdit *edit,
                const DtNextSpan *place)
{
  DtNextFinding finding = { edit->severity, edit->rule };

  finding.node = g_strdup (reference);
  finding.line = count_line (text, place->start);
  finding.start = place->start;
  finding.end = place->end;
  finding.text = g_strndup (text + place->start, place->end - place->start);
  finding.message = g_strdup (edit->message);
  finding.suggestion = g_strdup (edit->suggestion);
  dt_next_add_finding (run->report, finding);
}

/* Does the edits, which are in order, and reports them. */
static char *
apply (DtNextText *self,
       const char *reference)
{
  const char *source = self->view->source;
  GString *text = g_string_new (NULL);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (DtNextSpan));
  DtNextSpan changed = { 0, 0 };
  gsize at = 0;

  for (guint i = 0; i < self->edits->len; i++)
    {
      const DtNextEdit *edit = &g_array_index (self->edits, DtNextEdit, i);
      DtNextSpan place = changed;

      if (edit->start >= at)
        {
          g_string_append_len (text, source + at, (gssize) (edit->start - at));
          at = edit->start;
          place.start = text->len;
          place.end = place.start + edit->end - edit->start;
        }
      g_array_append_val (places, place);
      if (edit->replacement == NULL || !report_change (self->run, source, reference, edit, place.start))
        continue;
      g_string_append (text, edit->replacement);
      changed.start = place.start;
      changed.end = text->len;
      at = edit->end;
    }
  g_string_append (text, source + at);

  for (guint i = 0; i < self->edits->len; i++)
    {
      const DtNextEdit *edit = &g_array_index (self->edits, DtNextEdit, i);

      if (edit->replacement == NULL)
        report_finding (self->run, text->str, reference, edit, &g_array_index (places, DtNextSpan, i));
    }

  return g_string_free (text, FALSE);
}

static gboolean
is_year_field (const DtNextRun *run,
               const DtNode *node)
{
  const char *key = dt_node_get_kind (node) == DT_NODE_FIELD ? dt_node_get_attribute (node, DT_ATTR_KEY) : NULL;

  return key != NULL && (g_hash_table_contains (run->year_fields, key) || g_hash_table_contains (run->kept_fields, key));
}

/**
 * dt_next_move_text:
 * @run: the run
 * @node: a node with text
 * @reference: its reference
 *
 * Moves the text of a node and reports what was done and what was not.
 *
 * Returns: (transfer full) (nullable): the new text, or %NULL if it is the old
 */
char *
dt_next_move_text (DtNextRun *run,
                   const DtNode *node,
                   const char *reference)
{
  const char *source = dt_node_get_text (node);
  DtNextView *view = dt_next_view_new (run, source);
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (DtNextEdit));
  g_autoptr (GArray) literals = dt_next_scan (view->text->str, view->text->len);
  DtNextText self = { run, view, dt_node_get_kind (node) == DT_NODE_DEADLINE, is_year_field (run, node), edits };
  char *text = NULL;

  g_array_set_clear_func (edits, clear_edit);
  for (guint i = 0; i < literals->len; i++)
    dt_next_move_literal (&self, &g_array_index (literals, DtNextLiteral, i));
  dt_next_check_citations (&self, dt_node_get_kind (node) == DT_NODE_BASIS);
  g_array_sort (edits, compare_edits);
  if (edits->len > 0)
    text = apply (&self, reference);
  if (text != NULL && strcmp (text, source) == 0)
    g_clear_pointer (&text, g_free);
  dt_next_view_free (view);

  return text;
}
