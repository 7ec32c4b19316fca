/* dui-text-candidates.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-editor"

#include "config.h"

#include "editor/dui-text-complete.h"

#include "text/dt-text.h"

#include <string.h>

/* Letters of a unit's name that are typed before it is offered. */
#define MIN_NAME 4
#define MIN_ABBREVIATION 2
/* As far back as the name of a unit can begin, in bytes. */
#define MAX_BACK 120

static void
candidate_free (gpointer data)
{
  DuiCandidate *candidate = data;

  g_free (candidate->text);
  g_free (candidate->label);
  g_free (candidate->detail);
  g_free (candidate);
}

static void
add (GPtrArray *found,
     gsize start,
     char *text,
     const char *label,
     const char *detail)
{
  DuiCandidate *candidate = g_new0 (DuiCandidate, 1);

  candidate->start = start;
  candidate->text = text;
  candidate->label = g_strdup (label);
  candidate->detail = detail != NULL && *detail != '\0' ? g_strdup (detail) : NULL;
  g_ptr_array_add (found, candidate);
}

/* Fields */

static void
add_field (GPtrArray *found,
           gsize start,
           const char *wanted,
           const char *key,
           const char *label)
{
  g_autofree char *folded_key = dt_text_fold (key);
  g_autofree char *folded_label = dt_text_fold (label);

  for (guint i = 0; i < found->len; i++)
    if (strcmp (((DuiCandidate *) g_ptr_array_index (found, i))->label, key) == 0)
      return;
  if (strstr (folded_key, wanted) != NULL || strstr (folded_label, wanted) != NULL)
    add (found, start, g_strconcat ("{{", key, "}}", NULL), key, label);
}

static void
add_fields (GPtrArray *found,
            gsize start,
            const char *typed,
            const DtPlan *plan,
            const char *section,
            const DtLibrary *library)
{
  g_autofree char *wanted = dt_text_fold (typed);
  DtNode *node = plan != NULL && section != NULL ? dt_plan_find (plan, section) : NULL;
  const char *id = node != NULL && dt_node_get_kind (node) == DT_NODE_SECTION ? dt_node_get_attribute (node, DT_ATTR_TEMPLATE) : NULL;
  const DtTemplate *template = id != NULL && library != NULL ? dt_library_find (library, id) : NULL;

  if (template != NULL)
    for (guint i = 0; i < dt_template_get_n_fields (template); i++)
      add_field (found, start, wanted, dt_template_get_field (template, i)->key, dt_template_get_field (template, i)->label);

  node = plan != NULL ? dt_plan_find (plan, "fields") : NULL;
  if (node == NULL)
    return;
  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    {
      const DtNode *field = dt_node_get_child (node, i);
      const char *key = dt_node_get_attribute (field, DT_ATTR_KEY);

      if (key != NULL)
        add_field (found, start, wanted, key, dt_node_get_text (field));
    }
}

/* Units */

static gboolean
is_word_start (const char *before,
               const char *at)
{
  gunichar c;

  if (at == before)
    return TRUE;

  c = g_utf8_get_char (g_utf8_prev_char (at));
  return !g_unichar_isalnum (c);
}

/* Whether what stands from @at on begins the name, and is not all of it. */
static gboolean
begins_name (const char *at,
             const char *name,
             gsize at_least)
{
  g_autofree char *typed = dt_text_fold (at);
  g_autofree char *whole = dt_text_fold (name);

  return strlen (typed) >= at_least && g_str_has_prefix (whole, typed) && strcmp (at, name) != 0;
}

static void
add_unit (GPtrArray *found,
          const char *before,
          const DtUnit *unit)
{
  gsize length = strlen (before);
  const char *at = before + (length > MAX_BACK ? length - MAX_BACK : 0);

  while ((*at & 0xc0) == 0x80)
    at++;
  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (*at == '\n' || !is_word_start (before, at) || !g_unichar_isalnum (g_utf8_get_char (at)))
        continue;
      if (strchr (at, '\n') != NULL)
        continue;
      if (begins_name (at, unit->name, MIN_NAME) ||
          (*unit->abbreviation != '\0' && g_unichar_isupper (g_utf8_get_char (at)) && strlen (at) >= MIN_ABBREVIATION &&
           g_str_has_prefix (unit->abbreviation, at)))
        {
          add (found, (gsize) (at - before), g_strdup (unit->name), unit->name, unit->abbreviation);
          return;
        }
    }
}

GPtrArray *
dui_candidates_find (const char *before,
                     const DtPlan *plan,
                     const char *section,
                     const DtLibrary *library,
                     const DtProfile *profile,
                     guint limit)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (candidate_free);
  const char *line = strrchr (before, '\n');
  const char *open;
  const DtUnit *units;
  guint n_units = 0;

  line = line != NULL ? line + 1 : before;
  open = g_strrstr (line, "{{");
  if (open != NULL && strstr (open, "}}") == NULL)
    add_fields (found, (gsize) (open - before), open + 2, plan, section, library);
  else if (profile != NULL && g_strrstr (line, "[[") <= g_strrstr (line, "]]"))
    {
      units = dt_profile_get_units (profile, &n_units);
      for (guint i = 0; i < n_units; i++)
        add_unit (found, before, &units[i]);
    }

  if (found->len > limit)
    g_ptr_array_set_size (found, (int) limit);

  return found;
}
