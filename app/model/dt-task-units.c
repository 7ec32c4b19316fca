/* dt-task-units.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-model"

#include "config.h"

#include "model/dt-task-units.h"

#include "text/dt-text.h"

#include <string.h>

struct _DtTaskUnits
{
  DtNode *tasks;     /* nullable */
  DtNode *fields;    /* nullable */
  GPtrArray *units;  /* (element-type DtTaskUnit) */
  GHashTable *index; /* folded name -> DtTaskUnit */
};

static void
free_unit (gpointer data)
{
  DtTaskUnit *unit = data;

  g_ptr_array_unref (unit->leads);
  g_ptr_array_unref (unit->partners);
  g_free (unit->name);
  g_free (unit);
}

static const char *
find_field (DtNode *fields,
            const char *key)
{
  for (guint i = 0; fields != NULL && i < dt_node_get_n_children (fields); i++)
    {
      DtNode *field = dt_node_get_child (fields, i);

      if (g_strcmp0 (dt_node_get_attribute (field, DT_ATTR_KEY), key) == 0)
        return *dt_node_get_text (field) != '\0' ? dt_node_get_text (field) : NULL;
    }

  return NULL;
}

/**
 * dt_task_fill:
 * @text: text in the notation
 * @fields: (nullable): the values of fields
 *
 * Fills fields in, so that a unit that is named by a field is found.
 *
 * Returns: (transfer full): the text; fields without a value stay as they are
 */
char *
dt_task_fill (const char *text,
              DtNode *fields)
{
  GString *filled;

  g_return_val_if_fail (text != NULL, NULL);

  filled = g_string_new (NULL);
  for (;;)
    {
      const char *open = strstr (text, "{{");
      const char *close = open != NULL ? strstr (open, "}}") : NULL;
      g_autofree char *key = NULL;
      const char *value;

      if (close == NULL)
        break;
      key = g_strstrip (g_strndup (open + 2, (gsize) (close - open) - 2));
      value = find_field (fields, key);
      g_string_append_len (filled, text, value != NULL ? open - text : close + 2 - text);
      g_string_append (filled, value != NULL ? value : "");
      text = close + 2;
    }
  g_string_append (filled, text);

  return g_string_free (filled, FALSE);
}

/* Names differ in case and in blanks only by accident, not so in tones. */
static char *
make_key (const char *name,
          DtNode *fields)
{
  g_autofree char *filled = dt_task_fill (name, fields);
  g_autofree char *normal = dt_text_to_nfc (filled);
  g_autofree char *tidy = dt_text_collapse (normal);

  return dt_text_lower (tidy);
}

static DtTaskUnit *
ensure_unit (DtTaskUnits *self,
             const char *name)
{
  g_autofree char *key = make_key (name, self->fields);
  DtTaskUnit *unit = g_hash_table_lookup (self->index, key);

  if (unit != NULL || *key == '\0')
    return unit;

  unit = g_new0 (DtTaskUnit, 1);
  unit->name = dt_task_fill (name, self->fields);
  unit->leads = g_ptr_array_new ();
  unit->partners = g_ptr_array_new ();
  g_hash_table_insert (self->index, g_steal_pointer (&key), unit);
  g_ptr_array_add (self->units, unit);

  return unit;
}

static void
add_tasks (DtTaskUnits *self,
           DtNodeKind role)
{
  for (guint t = 0; self->tasks != NULL && t < dt_node_get_n_children (self->tasks); t++)
    {
      DtNode *task = dt_node_get_child (self->tasks, t);

      for (guint i = 0; i < dt_node_get_n_children (task); i++)
        {
          DtNode *child = dt_node_get_child (task, i);
          DtTaskUnit *unit = dt_node_get_kind (child) == role ? ensure_unit (self, dt_node_get_text (child)) : NULL;
          GPtrArray *list = unit == NULL ? NULL : role == DT_NODE_LEAD ? unit->leads
                                                                       : unit->partners;

          /* A unit that is named twice in one task has it once. */
          if (list != NULL && (list->len == 0 || g_ptr_array_index (list, list->len - 1) != task))
            g_ptr_array_add (list, task);
        }
    }
}

/**
 * dt_task_units_new:
 * @tasks: (nullable): the node of kind %DT_NODE_TASKS
 * @fields: (nullable): the node of kind %DT_NODE_FIELDS
 *
 * Turns the table of tasks round: for each unit, what it leads and what it
 * helps with.
 *
 * Returns: (transfer full): the units
 */
DtTaskUnits *
dt_task_units_new (DtNode *tasks,
                   DtNode *fields)
{
  DtTaskUnits *self = g_new0 (DtTaskUnits, 1);

  self->tasks = tasks != NULL ? dt_node_ref (tasks) : NULL;
  self->fields = fields != NULL ? dt_node_ref (fields) : NULL;
  self->units = g_ptr_array_new_with_free_func (free_unit);
  self->index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_tasks (self, DT_NODE_LEAD);
  add_tasks (self, DT_NODE_PARTNER);

  return self;
}

void
dt_task_units_free (DtTaskUnits *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->index);
  g_ptr_array_unref (self->units);
  g_clear_pointer (&self->tasks, dt_node_unref);
  g_clear_pointer (&self->fields, dt_node_unref);
  g_free (self);
}

guint
dt_task_units_get_n (const DtTaskUnits *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->units->len;
}

const DtTaskUnit *
dt_task_units_get (const DtTaskUnits *self,
                   guint index)
{
  g_return_val_if_fail (self != NULL && index < self->units->len, NULL);

  return g_ptr_array_index (self->units, index);
}

const DtTaskUnit *
dt_task_units_find (const DtTaskUnits *self,
                    const char *name)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  key = make_key (name, self->fields);
  return g_hash_table_lookup (self->index, key);
}
