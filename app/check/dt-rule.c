/* dt-rule.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-rule"

#include "config.h"

#include "check/dt-rule.h"

#include "catalog/dt-pack.h"
#include "check/dt-rule-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define RULES_FOLDER "rules"

G_DEFINE_BOXED_TYPE (DtRules, dt_rules, dt_rules_ref, dt_rules_unref)

static void
clear (gpointer data)
{
  DtRules *self = data;

  g_ptr_array_unref (self->sorted);
  g_hash_table_unref (self->rules);
  g_string_chunk_free (self->strings);
}

static void
free_rule (gpointer data)
{
  DtRule *rule = data;

  g_free ((gpointer) rule->examples);
  g_free (rule);
}

static DtRules *
rules_new (void)
{
  DtRules *self = g_atomic_rc_box_new0 (DtRules);

  self->strings = g_string_chunk_new (4096);
  self->rules = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_rule);
  self->sorted = g_ptr_array_new ();
  return self;
}

/* "C2" before "C10" before "L01". */
static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  const DtRule *one = *(const DtRule *const *) a;
  const DtRule *two = *(const DtRule *const *) b;
  gsize head_one = strcspn (one->id, "0123456789");
  gsize head_two = strcspn (two->id, "0123456789");
  int order = strncmp (one->id, two->id, MIN (head_one, head_two));

  if (order == 0 && head_one != head_two)
    order = head_one < head_two ? -1 : 1;
  if (order == 0)
    order = atoi (one->id + head_one) - atoi (two->id + head_two);

  return order != 0 ? order : strcmp (one->id, two->id);
}

static void
sort (DtRules *self)
{
  GHashTableIter iter;
  gpointer rule;

  g_hash_table_iter_init (&iter, self->rules);
  while (g_hash_table_iter_next (&iter, NULL, &rule))
    g_ptr_array_add (self->sorted, rule);
  g_ptr_array_sort (self->sorted, compare_ids);
}

/**
 * dt_rules_read:
 * @bytes: a file of rules
 * @name: its name, for messages
 * @error: return location for an error
 *
 * Reads the rules of one file.
 *
 * Returns: (transfer full): the rules, or %NULL with @error set
 */
DtRules *
dt_rules_read (GBytes *bytes,
               const char *name,
               GError **error)
{
  g_autoptr (DtRules) self = rules_new ();

  if (!dt_rules_add_file (self, bytes, name, error))
    return NULL;

  sort (self);
  return g_steal_pointer (&self);
}

/**
 * dt_rules_new:
 * @packs: (element-type DtPack): packs, the weakest first
 * @diagnostics: (nullable) (element-type DtDiagnostic): list to add to what
 *   could not be read
 *
 * Reads the files in the folder `rules` of each pack. A broken file does not
 * take the others away.
 *
 * Returns: (transfer full): the rules
 */
DtRules *
dt_rules_new (const GPtrArray *packs,
              GPtrArray *diagnostics)
{
  DtRules *self = rules_new ();

  g_return_val_if_fail (packs != NULL, NULL);

  for (guint i = 0; i < packs->len; i++)
    {
      g_auto (GStrv) files = dt_pack_list_files (g_ptr_array_index (packs, i), RULES_FOLDER);

      for (guint k = 0; files[k] != NULL; k++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (GBytes) bytes = dt_pack_read_file (files[k], &error);

          if (bytes == NULL || !dt_rules_add_file (self, bytes, files[k], &error))
            dt_diagnostics_add (diagnostics, DT_SEVERITY_ERROR, "rules", NULL, 0, 0, "%s", error->message);
        }
    }

  sort (self);
  return self;
}

/**
 * dt_rules_load_default:
 * @diagnostics: (nullable) (element-type DtDiagnostic): list to add to what
 *   could not be read
 *
 * Reads the rules of all packs that are found.
 *
 * Returns: (transfer full): the rules
 */
DtRules *
dt_rules_load_default (GPtrArray *diagnostics)
{
  g_autoptr (GPtrArray) packs = dt_packs_find (NULL, diagnostics);

  return dt_rules_new (packs, diagnostics);
}

/**
 * dt_rules_ref:
 * @self: rules
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
DtRules *
dt_rules_ref (DtRules *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * dt_rules_unref:
 * @self: (transfer full): rules
 *
 * Gives a reference back.
 */
void
dt_rules_unref (DtRules *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * dt_rules_get_n:
 * @self: rules
 *
 * Counts them; those that were silenced are gone.
 *
 * Returns: the number
 */
guint
dt_rules_get_n (const DtRules *self)
{
  return self->sorted->len;
}

/**
 * dt_rules_get:
 * @self: rules
 * @index: less than dt_rules_get_n()
 *
 * Gets one of them, in the order of their ids.
 *
 * Returns: (transfer none): the rule
 */
const DtRule *
dt_rules_get (const DtRules *self,
              guint index)
{
  g_return_val_if_fail (index < self->sorted->len, NULL);

  return g_ptr_array_index (self->sorted, index);
}

/**
 * dt_rules_find:
 * @self: rules
 * @id: an id
 *
 * Finds a rule.
 *
 * Returns: (transfer none) (nullable): the rule
 */
const DtRule *
dt_rules_find (const DtRules *self,
               const char *id)
{
  return g_hash_table_lookup (self->rules, id);
}

/**
 * dt_fix_grade_to_string:
 * @grade: a grade
 *
 * Gets the word for it in files and JSON.
 *
 * Returns: (transfer none): the word
 */
const char *
dt_fix_grade_to_string (DtFixGrade grade)
{
  static const char *const names[] = { "never", "suggest", "guarded", "safe" };

  g_return_val_if_fail ((guint) grade < G_N_ELEMENTS (names), NULL);

  return names[grade];
}

/**
 * dt_rule_get_standing:
 * @self: a rule
 *
 * Tells in words what stands behind a rule, so that custom is not taken for law.
 *
 * Returns: (transfer none): the words, translated
 */
const char *
dt_rule_get_standing (const DtRule *self)
{
  switch (self->evidence)
    {
    case 'T':
      return _ ("decree");
    case 'M':
    case 'D':
      return _ ("sample form");
    default:
      return _ ("practice");
    }
}
