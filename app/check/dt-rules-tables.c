/* dt-rules-tables.c - tables, and pages of annexes
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-scan-private.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* Borders and rounding. */
#define SLACK 500

/* L102 */
static void
check_restart (DtCheck *check,
               const DtCheckText *text)
{
  guint n;
  const DtCheckItem *items = dt_check_get_items (check, &n);
  gboolean any = FALSE;

  (void) text;
  for (guint i = 0; i < n; i++)
    {
      const DtPage *page = dt_pages_get_page (check->pages, items[i].page - 1);
      const DtAnswer answer = { .node = items[i].node, .page = items[i].page };

      if (items[i].role != DT_ROLE_ANNEX)
        continue;
      any = TRUE;
      if (dt_page_get_number (page) != 1)
        dt_check_add (check, &answer, _ ("the pages of an annex are counted from 1; here stands %u"), dt_page_get_number (page));
    }
  if (!any)
    dt_check_not_applicable (check, _ ("the document has no annex"));
}

/* L103 */
static void
check_tables (DtCheck *check,
              const DtCheckText *text)
{
  guint n;
  const DtCheckItem *items = dt_check_get_items (check, &n);
  const DtBlock *told = NULL;
  const DtBlock *current = NULL;
  guint first_page = 0;

  (void) text;
  for (guint i = 0; i < n; i++)
    {
      const DtCheckItem *item = &items[i];
      DtAnswer answer = { .node = item->node, .page = item->page };
      DtLength width;

      if (item->table == NULL)
        continue;
      if (item->table != current)
        {
          current = item->table;
          first_page = item->page;
        }
      answer.node = current->node;
      if (told == current)
        continue;

      width = dt_page_get_width (dt_pages_get_page (check->pages, item->page - 1));
      if (item->rect.x < 0 || item->rect.x + item->rect.width > width + SLACK)
        dt_check_add (check, &answer, _ ("the table is wider than the page"));
      else if (item->page > first_page && current->n_header_rows == 0)
        dt_check_add (check, &answer, _ ("the table goes on over a page and has no header row to repeat"));
      else
        continue;
      told = current;
    }
}

static gboolean
is_number_column (const DtCheckText *text,
                  const DtCheckLine *line)
{
  g_autofree char *raw = g_strndup (text->plain + line->text, line->end - line->text);
  g_autofree char *folded = dt_text_fold (g_strstrip (raw));

  return strcmp (folded, "stt") == 0 || strcmp (folded, "tt") == 0 || strcmp (folded, "so tt") == 0;
}

/* L104 */
static void
check_numbers (DtCheck *check,
               const DtCheckText *text)
{
  gint column = -1;
  guint expected = 1;

  for (guint i = 0; i < text->n_lines; i++)
    {
      const DtCheckLine *line = &text->lines[i];
      const char *start = text->plain + line->text;
      gsize digits;

      if (line->row < 0)
        continue;
      if (line->row == 0 && line->column == 0)
        {
          column = -1;
          expected = 1;
        }
      if (line->row == 0 && is_number_column (text, line))
        column = line->column;
      if (line->row == 0 || line->column != column)
        continue;

      digits = strspn (start, "0123456789");
      /* Groups of rows with numbers of their own begin again. */
      if (digits == 0 || (start + digits != text->plain + line->end && start[digits] != '.') || digits > 4)
        {
          if (line->end > line->text)
            expected = 1;
          continue;
        }
      if (start[digits] == '.' && g_ascii_isdigit (start[digits + 1]))
        continue;
      if ((guint) atoi (start) == 1 && expected > 2)
        expected = 1;
      if ((guint) atoi (start) != expected)
        {
          g_autofree char *right = g_strdup_printf ("%u", expected);

          dt_check_found (check, text, line->text, line->text + digits, right, _ ("row %.*s stands where %u follows"),
                          (int) digits, start, expected);
        }
      expected++;
    }
}

/* The text of a cell in the row that @line stands in, below a heading that folds to one with @word; or NULL. */
static const DtCheckLine *
find_cell (const DtCheckText *text,
           guint table,
           gint row,
           const char *word)
{
  gint column = -1;

  for (guint i = table; i < text->n_lines && text->lines[i].row >= 0; i++)
    {
      const DtCheckLine *line = &text->lines[i];
      g_autofree char *raw = NULL;
      g_autofree char *folded = NULL;

      if (line->row == 0 && line->column == 0 && i > table)
        return NULL;
      if (line->row == row && line->column == column)
        return line;
      if (line->row > 0)
        continue;
      raw = g_strndup (text->plain + line->text, line->end - line->text);
      folded = dt_text_fold (raw);
      if (strstr (folded, word) != NULL)
        column = line->column;
    }

  return NULL;
}

static char *
fold_cell (const DtCheckText *text,
           const DtCheckLine *line)
{
  g_autofree char *raw = g_strndup (text->plain + line->text, line->end - line->text);
  g_autofree char *tidy = dt_text_collapse (raw);

  return dt_text_fold (tidy);
}

/* Compares a row with the task that says the same work. */
static void
compare_row (DtCheck *check,
             const DtCheckText *text,
             guint table,
             gint row,
             const DtNode *task)
{
  static const struct
  {
    const char *heading;
    DtNodeKind kind;
  } columns[] = { { "chu tri", DT_NODE_LEAD }, { "thoi ", DT_NODE_DEADLINE } };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const DtCheckLine *cell = find_cell (text, table, row, columns[i].heading);
      const char *wanted = dt_node_get_child_text (task, columns[i].kind);
      g_autofree char *folded = NULL;
      g_autofree char *said = NULL;

      if (cell == NULL || cell->end == cell->text || wanted == NULL || strstr (wanted, "{{") != NULL)
        continue;
      folded = dt_text_fold (wanted);
      said = fold_cell (text, cell);
      if (strstr (said, folded) == NULL && strstr (folded, said) == NULL)
        dt_check_found (check, text, cell->text, cell->end, NULL, _ ("the table of tasks says “%s”"), wanted);
    }
}

/* L105 */
static void
check_tasks (DtCheck *check,
             const DtCheckText *text)
{
  const DtNode *tasks = dt_node_find_child (check->root, DT_NODE_TASKS);

  (void) text;
  if (tasks == NULL)
    {
      dt_check_not_applicable (check, _ ("the document has no table of tasks"));
      return;
    }

  for (guint i = 0; i < check->n_texts; i++)
    {
      const DtCheckText *at = check->texts[i];
      guint table = 0;

      for (guint k = 0; at->kind == DT_NODE_BODY && k < at->n_lines; k++)
        {
          const DtCheckLine *line = &at->lines[k];
          g_autofree char *cell = NULL;

          if (line->row == 0 && line->column == 0)
            table = k;
          if (line->row <= 0 || line->end - line->text < 20)
            continue;
          cell = fold_cell (at, line);
          for (guint t = 0; t < dt_node_get_n_children (tasks); t++)
            {
              const char *work = dt_node_get_child_text (dt_node_get_child (tasks, t), DT_NODE_WORK);
              g_autofree char *folded = dt_text_fold (work != NULL ? work : "");

              if (strcmp (folded, cell) == 0)
                compare_row (check, at, table, line->row, dt_node_get_child (tasks, t));
            }
        }
    }
}

static const DtRuleCode codes[] = {
  { "L102", DT_SCOPE_PLAN, DT_INPUT_PAGES, check_restart },
  { "L103", DT_SCOPE_PLAN, DT_INPUT_PAGES, check_tables },
  { "L104", DT_SCOPE_TEXT, 0, check_numbers },
  { "L105", DT_SCOPE_PLAN, DT_INPUT_TASKS | DT_INPUT_SECTIONS | DT_INPUT_ANNEXES, check_tasks },
};

DT_RULE_FAMILY (dt_rules_tables, codes);
