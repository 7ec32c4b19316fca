/* dt-export-name.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/dt-export-name.h"

#include "text/dt-text.h"

#include <string.h>

/* Appends letters and digits without accents, with "-" for all else. */
static void
append_plain (GString *name,
              const char *text,
              gboolean keep_case)
{
  gsize start = name->len;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      g_autofree char *one = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));
      g_autofree char *folded = dt_text_fold (one);

      /* An accent of its own stands for nothing. */
      if (g_unichar_ismark (c))
        continue;
      if (*folded != '\0' && g_ascii_isalnum (*folded) && folded[1] == '\0')
        g_string_append_c (name, keep_case && g_unichar_isupper (c) ? g_ascii_toupper (*folded) : *folded);
      else if (name->len > start && name->str[name->len - 1] != '-')
        g_string_append_c (name, '-');
    }

  while (name->len > start && name->str[name->len - 1] == '-')
    g_string_truncate (name, name->len - 1);
}

static void
append_part (GString *name,
             const char *text,
             gboolean keep_case)
{
  gsize length = name->len;

  if (text == NULL)
    return;
  if (length > 0)
    g_string_append_c (name, '_');
  append_plain (name, text, keep_case);
  if (name->len == length + 1 && length > 0)
    g_string_truncate (name, length);
}

/* Ends at the end of a word, if there is one. */
static void
shorten (GString *name,
         gsize max)
{
  gsize end = max;

  if (name->len <= max)
    return;

  if (name->str[max] != '-' && name->str[max] != '_')
    {
      while (end > 0 && name->str[end - 1] != '-' && name->str[end - 1] != '_')
        end--;
      end = end > max / 2 ? end - 1 : max;
    }
  g_string_truncate (name, end);
}

/* The subject with what was filled in; a blank that is still one is left out. */
static char *
make_subject (const DtPlan *plan)
{
  DtNode *subject = dt_plan_find (plan, "head/subject");
  DtNode *fields = dt_plan_find (plan, "fields");
  GString *text = g_string_new (subject != NULL ? dt_node_get_text (subject) : "");
  char *start;

  for (guint i = 0; fields != NULL && i < dt_node_get_n_children (fields); i++)
    {
      DtNode *field = dt_node_get_child (fields, i);
      g_autofree char *mark = g_strdup_printf ("{{%s}}", dt_node_get_attribute (field, DT_ATTR_KEY));

      g_string_replace (text, mark, dt_node_get_text (field), 0);
    }
  while ((start = strstr (text->str, "{{")) != NULL)
    {
      const char *end = strstr (start, "}}");

      g_string_erase (text, start - text->str, end != NULL ? end + 2 - start : -1);
    }

  return g_string_free (text, FALSE);
}

/**
 * dt_export_make_name:
 * @plan: a plan
 * @suffix: of the kind of file, without its dot
 *
 * Makes a name that every file system and mail program takes: at most
 * %DT_EXPORT_NAME_MAX bytes of ASCII letters, digits, "-" and "_".
 *
 * Returns: (transfer full): a name with its suffix
 */
char *
dt_export_make_name (const DtPlan *plan,
                     const char *suffix)
{
  DtNode *head;
  g_autofree char *subject = NULL;
  GString *name = g_string_new (NULL);

  g_return_val_if_fail (plan != NULL && suffix != NULL && strlen (suffix) <= 16, g_string_free (name, FALSE));

  head = dt_plan_find (plan, "head");
  subject = make_subject (plan);
  if (head != NULL)
    {
      append_part (name, dt_node_get_attribute (head, DT_ATTR_NUMBER), TRUE);
      append_part (name, dt_node_get_attribute (head, DT_ATTR_SYMBOL), TRUE);
    }
  append_part (name, subject, FALSE);
  if (name->len == 0)
    g_string_append (name, "ke-hoach");

  shorten (name, DT_EXPORT_NAME_MAX - strlen (suffix) - 1);
  g_string_append_printf (name, ".%s", suffix);
  return g_string_free (name, FALSE);
}
