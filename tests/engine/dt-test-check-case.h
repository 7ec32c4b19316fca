/* dt-test-check-case.h - plans that are told in a few lines, and what a rule says of them
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dt-test-check.h"

/*
 * tests/check/<rule>.case tells what makes a rule fire and what nearly does:
 *
 *   fire|quiet NAME        begins a case; what follows changes the plan it starts from
 *   base plan|decision     tests/check/<base>.duthao; "plan" if nothing is said
 *   on YYYY-MM-DD          the day judged on
 *   pages                  lay it out too
 *   set REF = TEXT         "\n" is a line feed
 *   attr REF NAME = VALUE
 *   add PARENT KIND [NAME=VALUE]… = TEXT
 *   remove REF
 *   sheet OLD => NEW       what the style sheet says otherwise
 *   quote TEXT             one finding is about these words
 *   becomes TEXT           what the repaired text or attribute says
 *   Lines that begin with "#" are for people.
 */

typedef struct
{
  char *rule;
  char *name;
  gboolean fires;
  gboolean pages;
  DtDate on;
  DtPlan *plan;
  DtSheet *sheet; /* the pages are set by it; NULL for that of the decree */
  char *quote;
  char *becomes;
} DtTestCase;

static inline void
dt_test_case_free (gpointer data)
{
  DtTestCase *self = data;

  g_free (self->rule);
  g_free (self->name);
  g_clear_pointer (&self->plan, dt_plan_unref);
  g_clear_pointer (&self->sheet, dt_sheet_unref);
  g_free (self->quote);
  g_free (self->becomes);
  g_free (self);
}

static inline void
dt_test_case_take (DtTestCase *self,
                   DtPlan *plan,
                   GError *error)
{
  if (plan == NULL)
    g_error ("%s, “%s”: %s", self->rule, self->name, error->message);
  dt_plan_unref (self->plan);
  self->plan = plan;
}

static inline int
dt_test_find_attribute (const char *name)
{
  int attribute = dt_schema_find_attribute (name);

  if (attribute < 0)
    g_error ("there is no attribute “%s”", name);
  return attribute;
}

/* "PARENT KIND NAME=VALUE…" */
static inline void
dt_test_case_add (DtTestCase *self,
                  const char *order,
                  const char *text)
{
  g_auto (GStrv) words = g_strsplit (order, " ", -1);
  int kind = dt_schema_find_kind (words[1]);
  g_autoptr (DtNode) node = NULL;
  GError *error = NULL;

  if (kind < 0)
    g_error ("there is no kind “%s”", words[1]);
  node = dt_schema_get_text_policy ((DtNodeKind) kind) == DT_TEXT_NONE ? dt_node_new ((DtNodeKind) kind)
                                                                       : dt_node_new_text ((DtNodeKind) kind, text);
  for (guint i = 2; words[i] != NULL; i++)
    {
      char *value = strchr (words[i], '=');
      DtNode *next;

      *value++ = '\0';
      next = dt_node_with_attribute (node, (DtAttribute) dt_test_find_attribute (words[i]), g_strdelimit (value, "_", ' '));
      dt_node_unref (node);
      node = next;
    }
  dt_test_case_take (self, dt_plan_insert (self->plan, words[0], -1, node, &error), error);
}

/* "OLD => NEW" in the sheet of the decree. */
static inline void
dt_test_case_set_sheet (DtTestCase *self,
                        const char *order)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "styles", "nd30.xml", NULL);
  g_auto (GStrv) parts = g_strsplit (order, " => ", 2);
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    g_error ("%s cannot be read", path);
  changed = g_string_new (text);
  if (g_string_replace (changed, parts[0], parts[1], 1) != 1)
    g_error ("%s: the sheet does not say “%s”", self->rule, parts[0]);
  bytes = g_bytes_new (changed->str, changed->len);
  self->sheet = dt_sheet_read (bytes, "sheet", &error);
  if (self->sheet == NULL)
    g_error ("%s: %s", self->rule, error->message);
  self->pages = TRUE;
}

static inline void
dt_test_case_order (DtTestCase *self,
                    const char *word,
                    char *rest)
{
  char *value = strstr (rest, " = ");
  g_autofree char *text = NULL;
  GError *error = NULL;

  if (value != NULL)
    {
      *value = '\0';
      text = g_strcompress (value + 3);
    }

  if (strcmp (word, "base") == 0)
    dt_test_case_take (self, dt_test_load_plan (rest), NULL);
  else if (strcmp (word, "on") == 0)
    g_assert_true (dt_date_parse_iso (rest, &self->on));
  else if (strcmp (word, "pages") == 0)
    self->pages = TRUE;
  else if (strcmp (word, "sheet") == 0)
    dt_test_case_set_sheet (self, rest);
  else if (strcmp (word, "quote") == 0)
    self->quote = g_strdup (rest);
  else if (strcmp (word, "becomes") == 0)
    self->becomes = g_strcompress (rest);
  else if (strcmp (word, "remove") == 0)
    dt_test_case_take (self, dt_plan_remove (self->plan, rest, &error), error);
  else if (strcmp (word, "set") == 0)
    dt_test_case_take (self, dt_plan_set_text (self->plan, rest, text, &error), error);
  else if (strcmp (word, "add") == 0)
    dt_test_case_add (self, rest, text != NULL ? text : "");
  else if (strcmp (word, "attr") == 0)
    {
      char *name = strchr (rest, ' ');

      *name++ = '\0';
      dt_test_case_take (self, dt_plan_set_attribute (self->plan, rest, (DtAttribute) dt_test_find_attribute (name), text, &error),
                         error);
    }
  else
    g_error ("%s: unknown order “%s”", self->rule, word);
}

static inline void
dt_test_read_cases (const char *path,
                    const char *rule,
                    GPtrArray *cases)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  DtTestCase *self = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    g_error ("%s cannot be read", path);

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *rest = strchr (lines[i], ' ');

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      if (rest != NULL)
        *rest++ = '\0';
      if (strcmp (lines[i], "fire") == 0 || strcmp (lines[i], "quiet") == 0)
        {
          self = g_new0 (DtTestCase, 1);
          self->rule = g_strdup (rule);
          self->name = g_strdup (rest != NULL ? rest : "");
          self->fires = *lines[i] == 'f';
          self->plan = dt_test_load_plan ("plan");
          g_ptr_array_add (cases, self);
          continue;
        }
      g_assert_nonnull (self);
      dt_test_case_order (self, lines[i], rest != NULL ? rest : (char *) "");
    }
}

static inline int
dt_test_compare_names (gconstpointer a,
                       gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* All cases, rule by rule. */
static inline GPtrArray *
dt_test_load_cases (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "check", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *cases = g_ptr_array_new_with_free_func (dt_test_case_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".case"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, dt_test_compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      g_autofree char *rule = g_strndup (g_ptr_array_index (names, i),
                                         strlen (g_ptr_array_index (names, i)) - strlen (".case"));

      dt_test_read_cases (path, rule, cases);
    }

  return cases;
}
