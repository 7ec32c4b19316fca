/* dt-compose-tasks.c - the table of tasks as paragraphs of TỔ CHỨC THỰC HIỆN
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "compose/dt-compose-private.h"

#include "base/dt-diagnostic.h"
#include "text/dt-text.h"

#include <string.h>

/* Before the name of a unit to which one gives no orders. */
#define POLITE "Đề nghị "

/* Bodies that a People's Committee asks and does not order, by how their names begin. */
static const char *const asked[] = { "Ủy ban Mặt trận", "Mặt trận", "Đoàn Thanh niên", "Hội Liên hiệp Phụ nữ", "Hội Nông dân",
                                     "Hội Cựu chiến binh", "Các tổ chức chính trị", "Các đoàn thể" };

gboolean
dt_compose_tells_tasks (const DtNode *section)
{
  return dt_node_get_kind (section) == DT_NODE_SECTION &&
         g_strcmp0 (dt_node_get_attribute (section, DT_ATTR_SOURCE), "tasks") == 0;
}

/**
 * dt_compose_find_unit:
 * @composing: the run
 * @section: a section below one that tells of the tasks
 *
 * Finds the unit it is about: the one it names in its attribute, else the one
 * that is its title, whether or not it is asked politely (`Đề nghị …`).
 *
 * Returns: (transfer none) (nullable): the unit, or %NULL if there is none
 *   that has a task
 */
const DtTaskUnit *
dt_compose_find_unit (const DtComposing *composing,
                      const DtNode *section)
{
  const char *name = dt_node_get_attribute (section, DT_ATTR_FOR);

  if (name == NULL)
    name = dt_node_get_child_text (section, DT_NODE_TITLE);
  if (name == NULL)
    return NULL;
  if (g_str_has_prefix (name, POLITE))
    name += strlen (POLITE);

  return dt_task_units_find (composing->units, name);
}

/**
 * dt_compose_unit_title:
 * @unit: a unit that has tasks
 *
 * Writes the heading over its tasks.
 *
 * Returns: (transfer full): its name, behind `Đề nghị` where it is asked
 */
char *
dt_compose_unit_title (const DtTaskUnit *unit)
{
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    if (g_str_has_prefix (unit->name, asked[i]))
      return g_strconcat (POLITE, unit->name, NULL);

  return g_strdup (unit->name);
}

/* Whether @text begins with the name of a unit, which keeps its capital. */
static gboolean
begins_with_unit (const DtComposing *composing,
                  const char *text)
{
  for (guint i = 0; i < dt_task_units_get_n (composing->units); i++)
    if (g_str_has_prefix (text, dt_task_units_get (composing->units, i)->name))
      return TRUE;

  return FALSE;
}

/* In the middle of a sentence: a small letter ahead, unless a name or a short form stands there; no mark at the end. */
static void
append_phrase (const DtComposing *composing,
               GString *line,
               const char *text)
{
  g_autofree char *tidy = dt_text_collapse (text);
  gsize length = strlen (tidy);
  gunichar first = g_utf8_get_char (tidy);
  const char *rest;

  while (length > 0 && strchr (".;, ", tidy[length - 1]) != NULL)
    tidy[--length] = '\0';
  if (*tidy == '\0')
    return;

  rest = g_utf8_next_char (tidy);
  if (g_unichar_isupper (first) && !g_unichar_isupper (g_utf8_get_char (rest)) && !begins_with_unit (composing, tidy))
    {
      g_string_append_unichar (line, g_unichar_tolower (first));
      g_string_append (line, rest);
    }
  else
    {
      g_string_append (line, tidy);
    }
}

/* The units of one kind in @task, with commas; @but (nullable) is left out. */
static char *
join_units (const DtComposing *composing,
            const DtNode *task,
            DtNodeKind kind,
            const DtTaskUnit *but)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < dt_node_get_n_children (task); i++)
    {
      const DtNode *child = dt_node_get_child (task, i);

      if (dt_node_get_kind (child) != kind || *dt_node_get_text (child) == '\0')
        continue;
      if (but != NULL && dt_task_units_find (composing->units, dt_node_get_text (child)) == but)
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", dt_node_get_text (child));
    }

  return g_string_free (names, FALSE);
}

static void
append_part (const DtComposing *composing,
             GString *line,
             const DtNode *task,
             DtNodeKind kind,
             const char *lead)
{
  const char *text = dt_node_get_child_text (task, kind);

  if (text == NULL || *text == '\0')
    return;
  g_string_append (line, lead);
  append_phrase (composing, line, text);
}

/* A paragraph that leads back to its task. What is blank in it stands in the table too and is reported there. */
static void
add_line (DtComposing *composing,
          const DtNode *task,
          const char *text,
          GPtrArray *blocks)
{
  const char *id = dt_node_get_id (task);
  GPtrArray *diagnostics = composing->diagnostics;
  g_autoptr (GPtrArray) unheard = dt_diagnostics_new ();
  guint first = blocks->len;

  if (composing->has_task_annex)
    composing->diagnostics = unheard;
  dt_compose_body (composing, id, text, DT_ROLE_BODY, DT_ROLE_BODY, NULL, blocks);
  composing->diagnostics = diagnostics;

  for (guint i = first; i < blocks->len; i++)
    ((DtBlock *) g_ptr_array_index (blocks, i))->line = 0;
}

static void
add_led (DtComposing *composing,
         const DtTaskUnit *unit,
         const DtNode *task,
         GPtrArray *blocks)
{
  g_autofree char *leads = join_units (composing, task, DT_NODE_LEAD, unit);
  g_autofree char *partners = join_units (composing, task, DT_NODE_PARTNER, NULL);
  g_autoptr (GString) line = g_string_new ("- Chủ trì");

  if (*leads != '\0')
    g_string_append_printf (line, " cùng %s", leads);
  if (*partners != '\0')
    g_string_append_printf (line, ", phối hợp với %s", partners);
  append_part (composing, line, task, DT_NODE_WORK, ": ");
  append_part (composing, line, task, DT_NODE_DEADLINE, "; thời hạn: ");
  append_part (composing, line, task, DT_NODE_PRODUCT, "; sản phẩm: ");
  g_string_append_c (line, '.');
  add_line (composing, task, line->str, blocks);
}

/* Tasks with the same leads next to each other share a paragraph. */
static void
add_helped (DtComposing *composing,
            const DtTaskUnit *unit,
            GPtrArray *blocks)
{
  for (guint i = 0; i < unit->partners->len;)
    {
      const DtNode *task = g_ptr_array_index (unit->partners, i);
      g_autofree char *leads = join_units (composing, task, DT_NODE_LEAD, NULL);
      g_autoptr (GString) line = g_string_new ("- Phối hợp");
      gboolean is_same = TRUE;

      if (*leads != '\0')
        g_string_append_printf (line, " với %s", leads);
      append_part (composing, line, task, DT_NODE_WORK, ": ");
      for (i++; is_same && i < unit->partners->len;)
        {
          const DtNode *next = g_ptr_array_index (unit->partners, i);
          g_autofree char *others = join_units (composing, next, DT_NODE_LEAD, NULL);

          is_same = strcmp (others, leads) == 0;
          if (is_same)
            append_part (composing, line, next, DT_NODE_WORK, "; ");
          if (is_same)
            i++;
        }
      g_string_append_c (line, '.');
      add_line (composing, task, line->str, blocks);
    }
}

/**
 * dt_compose_unit_tasks:
 * @composing: the run
 * @unit: a unit that has tasks
 * @blocks: where the paragraphs go
 *
 * Composes what a unit has to do: what it leads (chủ trì) with partners,
 * deadline and product, then what it helps with (phối hợp).
 */
void
dt_compose_unit_tasks (DtComposing *composing,
                       const DtTaskUnit *unit,
                       GPtrArray *blocks)
{
  for (guint i = 0; i < unit->leads->len; i++)
    add_led (composing, unit, g_ptr_array_index (unit->leads, i), blocks);
  add_helped (composing, unit, blocks);
}
