/* dt-compose-close.c - signature, recipients, annexes and the table of tasks
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "compose/dt-compose-private.h"

#include "text/dt-text.h"

#include <glib/gi18n-lib.h>

/* Before the title of who signs (Phụ lục I, mục II, khoản 7, điểm b). */
static const struct
{
  const char *name;
  const char *text;
} forms[] = {
  { "tm", "TM. " },
  { "kt", "KT. " },
  { "tl", "TL. " },
  { "tuq", "TUQ. " },
  { "q", "Q. " },
};

/* A column of the task table and where its cells come from. */
static const struct
{
  const char *heading;
  DtNodeKind kind;
} task_columns[] = {
  { "Nội dung nhiệm vụ", DT_NODE_WORK },
  { "Đơn vị chủ trì", DT_NODE_LEAD },
  { "Đơn vị phối hợp", DT_NODE_PARTNER },
  { "Thời hạn", DT_NODE_DEADLINE },
  { "Sản phẩm", DT_NODE_PRODUCT },
};

static GPtrArray *
new_cell (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) dt_block_unref);
}

/* "Nơi nhận:" and its list (Phụ lục I, mục II, khoản 9, điểm d). */
static GPtrArray *
compose_recipients (DtComposing *composing)
{
  DtNode *recipients = dt_node_find_child (composing->root, DT_NODE_RECIPIENTS);
  const char *archive = NULL;
  GPtrArray *cell = new_cell ();

  if (recipients == NULL)
    return cell;

  g_ptr_array_add (cell, dt_compose_fixed (composing, DT_ROLE_RECIPIENTS, "recipients", "Nơi nhận:"));
  for (guint i = 0; i < dt_node_get_n_children (recipients); i++)
    {
      DtNode *child = dt_node_get_child (recipients, i);

      if (dt_node_get_kind (child) == DT_NODE_RECIPIENT)
        g_ptr_array_add (cell, dt_compose_line (composing, DT_ROLE_RECIPIENT, dt_node_get_id (child), "- ",
                                                dt_node_get_text (child), ";"));
    }

  archive = dt_node_get_child_text (recipients, DT_NODE_ARCHIVE);
  if (archive == NULL || *archive == '\0')
    dt_compose_missing (composing, "recipients/archive", _ ("where the copy is filed"));
  g_ptr_array_add (cell, dt_compose_line (composing, DT_ROLE_RECIPIENT, "recipients/archive", "- Lưu: ",
                                          archive != NULL && *archive != '\0' ? archive : "VT", "."));

  return cell;
}

static const char *
form_text (DtNode *capacity)
{
  const char *name = dt_node_get_attribute (capacity, DT_ATTR_FORM);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      if (g_strcmp0 (forms[i].name, name) == 0)
        return forms[i].text;
    }

  return "";
}

static GPtrArray *
compose_signature (DtComposing *composing)
{
  DtNode *signature = dt_node_find_child (composing->root, DT_NODE_SIGNATURE);
  GPtrArray *cell = new_cell ();
  const char *position;
  const char *signer;
  DtBlock *space;

  if (signature == NULL)
    return cell;

  for (guint i = 0; i < dt_node_get_n_children (signature); i++)
    {
      DtNode *child = dt_node_get_child (signature, i);

      if (dt_node_get_kind (child) == DT_NODE_CAPACITY)
        g_ptr_array_add (cell, dt_compose_line (composing, DT_ROLE_CAPACITY, dt_node_get_id (child), form_text (child),
                                                dt_node_get_text (child), NULL));
    }

  space = dt_block_new (DT_BLOCK_SPACE, DT_ROLE_SIGNATURE, "signature");
  space->keep_next = TRUE;
  g_ptr_array_add (cell, space);

  position = dt_node_get_child_text (signature, DT_NODE_POSITION);
  if (position != NULL && *position != '\0')
    g_ptr_array_add (cell, dt_compose_line (composing, DT_ROLE_POSITION, "signature/position", NULL, position, NULL));

  signer = dt_node_get_child_text (signature, DT_NODE_SIGNER);
  if (signer != NULL && *signer != '\0')
    g_ptr_array_add (cell, dt_compose_line (composing, DT_ROLE_SIGNER, "signature/signer", NULL, signer, NULL));
  else
    dt_compose_missing (composing, "signature/signer", _ ("the name of who signs"));

  return cell;
}

/**
 * dt_compose_close:
 * @composing: the run
 * @blocks: where the blocks go
 *
 * Composes recipients and signature side by side: boxes 9b and 7.
 */
void
dt_compose_close (DtComposing *composing,
                  GPtrArray *blocks)
{
  DtBlock *block;

  if (dt_node_find_child (composing->root, DT_NODE_RECIPIENTS) == NULL &&
      dt_node_find_child (composing->root, DT_NODE_SIGNATURE) == NULL)
    {
      dt_compose_missing (composing, "signature", _ ("recipients and signature"));
      return;
    }

  block = dt_block_new (DT_BLOCK_COLUMNS, DT_ROLE_CAPACITY, "signature");
  block->columns = DT_COLUMNS_SIGNATURE;
  block->n_rows = 1;
  block->n_columns = 2;
  block->cells = g_new0 (GPtrArray *, 2);
  block->cells[0] = compose_recipients (composing);
  block->cells[1] = compose_signature (composing);
  g_ptr_array_add (blocks, block);
}

/**
 * dt_compose_annex_head:
 * @composing: the run
 * @annex: the annex
 * @reference: its reference
 * @number: its number, from 1
 * @n_annexes: how many annexes there are
 * @blocks: where the blocks go
 *
 * Composes "Phụ lục I" (no number where there is one annex only), its title
 * and the line that ties it to the document (Phụ lục I, mục III, khoản 1).
 */
void
dt_compose_annex_head (DtComposing *composing,
                       DtNode *annex,
                       const char *reference,
                       guint number,
                       guint n_annexes,
                       GPtrArray *blocks)
{
  g_autofree char *roman = n_annexes > 1 ? dt_text_roman (number) : NULL;
  g_autofree char *label = g_strconcat ("Phụ lục", roman != NULL ? " " : NULL, roman, NULL);
  g_autofree char *title_reference = g_strconcat (reference, "/title", NULL);
  const char *title = dt_node_get_child_text (annex, DT_NODE_TITLE);
  DtBlock *part = dt_block_new (DT_BLOCK_PART, DT_ROLE_ANNEX, reference);

  part->part = DT_PART_ANNEX;
  part->landscape = g_strcmp0 (dt_node_get_attribute (annex, DT_ATTR_ORIENTATION), "landscape") == 0;
  part->part_title = g_strdup (label);
  g_ptr_array_add (blocks, part);

  g_ptr_array_add (blocks, dt_compose_fixed (composing, DT_ROLE_ANNEX, reference, label));
  if (title == NULL || *title == '\0')
    dt_compose_missing (composing, title_reference, _ ("the title of the annex"));
  g_ptr_array_add (blocks, dt_compose_line (composing, DT_ROLE_ANNEX_TITLE, title_reference, NULL,
                                            title != NULL && *title != '\0' ? title : "……………", NULL));
  dt_compose_attached (composing, reference, blocks);
}

/* Notation may stand in the texts of tasks; a bar there is no cell border. */
static void
append_cell (GString *row,
             const char *text)
{
  g_string_append (row, " ");
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '|' && (p == text || p[-1] != '\\'))
        g_string_append_c (row, '\\');
      g_string_append_c (row, *p == '\n' ? ' ' : *p);
    }
  g_string_append (row, " |");
}

static char *
join_children (DtNode *task,
               DtNodeKind kind)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < dt_node_get_n_children (task); i++)
    {
      DtNode *child = dt_node_get_child (task, i);

      if (dt_node_get_kind (child) != kind)
        continue;
      if (text->len > 0)
        g_string_append (text, "; ");
      g_string_append (text, dt_node_get_text (child));
    }

  return g_string_free (text, FALSE);
}

static gboolean
column_is_used (DtNode *tasks,
                DtNodeKind kind)
{
  for (guint i = 0; i < dt_node_get_n_children (tasks); i++)
    {
      if (dt_node_find_child (dt_node_get_child (tasks, i), kind) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Each row of the table leads back to its task. */
static void
link_rows (DtBlock *table,
           DtNode *tasks)
{
  for (guint i = table->n_header_rows * table->n_columns; i < table->n_rows * table->n_columns; i++)
    {
      DtNode *task = dt_node_get_child (tasks, i / table->n_columns - table->n_header_rows);

      for (guint b = 0; b < table->cells[i]->len; b++)
        {
          DtBlock *block = g_ptr_array_index (table->cells[i], b);

          g_free (block->node);
          block->node = g_strdup (dt_node_get_id (task));
          block->line = 0;
        }
    }
}

/**
 * dt_compose_task_table:
 * @composing: the run
 * @node: reference of the annex it stands in
 * @blocks: where the table goes
 *
 * Composes the table of all tasks: number, task, lead, partners, deadline and
 * product, leaving out columns no task uses.
 */
void
dt_compose_task_table (DtComposing *composing,
                       const char *node,
                       GPtrArray *blocks)
{
  DtNode *tasks = dt_node_find_child (composing->root, DT_NODE_TASKS);
  g_autoptr (GString) text = g_string_new ("| STT |");
  g_autoptr (GString) ruler = g_string_new ("\n|:-:|");
  guint n_tasks = tasks != NULL ? dt_node_get_n_children (tasks) : 0;

  if (n_tasks == 0)
    {
      dt_compose_missing (composing, "tasks", _ ("the tasks"));
      return;
    }

  for (guint c = 0; c < G_N_ELEMENTS (task_columns); c++)
    {
      if (!column_is_used (tasks, task_columns[c].kind))
        continue;
      append_cell (text, task_columns[c].heading);
      g_string_append (ruler, "---|");
    }
  g_string_append (text, ruler->str);

  for (guint i = 0; i < n_tasks; i++)
    {
      DtNode *task = dt_node_get_child (tasks, i);

      g_string_append_printf (text, "\n| %u |", i + 1);
      for (guint c = 0; c < G_N_ELEMENTS (task_columns); c++)
        {
          g_autofree char *cell = NULL;

          if (!column_is_used (tasks, task_columns[c].kind))
            continue;
          cell = join_children (task, task_columns[c].kind);
          append_cell (text, cell);
        }
    }

  dt_compose_body (composing, node, text->str, DT_ROLE_BODY, DT_ROLE_BODY, NULL, blocks);
  link_rows (g_ptr_array_index (blocks, blocks->len - 1), tasks);
}
