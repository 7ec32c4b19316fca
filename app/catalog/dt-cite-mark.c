/* dt-cite-mark.c - what stands between [[ and ]]
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "catalog/dt-cite.h"

#include <string.h>

/* The parts of a document from the smallest to the largest (Phụ lục II, V.7): the first two are written small. */
static const struct
{
  const char *name;
  const char *typed;
} parts[] = {
  { "điểm", "điểm" },
  { "khoản", "khoản" },
  { "Điều", "điều" },
  { "Tiểu mục", "tiểu mục" },
  { "Mục", "mục" },
  { "Chương", "chương" },
  { "Phần", "phần" },
};

/* Which part @text begins with, in whatever case, or -1. */
static int
find_part (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gsize length = strlen (parts[i].typed);

      if (strncmp (lower, parts[i].typed, length) == 0 && lower[length] == ' ')
        return (int) i;
    }

  return -1;
}

/* Splits "khoản 1, Điều 5" into a string for each part; NULL if it is nothing of the kind. */
static GPtrArray *
split_pinpoint (const char *typed)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  const char *start = NULL;

  for (const char *p = typed;; p = g_utf8_next_char (p))
    {
      gboolean word = *p != '\0' && (p == typed || p[-1] == ' ' || p[-1] == ',');
      gboolean part = word && find_part (p) >= 0 && !(start != NULL && p > start && find_part (start) == 3 && p - start < 8);

      if (part && start == NULL && p != typed)
        return NULL;
      if (part || *p == '\0')
        {
          if (start != NULL)
            g_ptr_array_add (found, g_strndup (start, (gsize) (p - start)));
          start = p;
        }
      if (*p == '\0')
        break;
    }

  return found->len > 0 ? g_steal_pointer (&found) : NULL;
}

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  return find_part (*(const char *const *) a) - find_part (*(const char *const *) b);
}

/* "điểm a khoản 2 Điều 5" from whatever order, case and commas it was typed with. */
static char *
normalize_pinpoint (const char *typed)
{
  g_autoptr (GPtrArray) found = split_pinpoint (typed);
  g_autoptr (GString) text = g_string_new (NULL);

  if (found == NULL)
    return g_strdup (typed);

  g_ptr_array_sort (found, compare_parts);
  for (guint i = 0; i < found->len; i++)
    {
      char *part = g_ptr_array_index (found, i);
      int index = find_part (part);
      gsize end;

      g_strstrip (part);
      end = strlen (part);
      while (end > 0 && (part[end - 1] == ',' || part[end - 1] == ' '))
        part[--end] = '\0';
      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", parts[index].name, part + strlen (parts[index].typed));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static DtCiteMark *
parse_mark (const char *typed)
{
  DtCiteMark *mark = g_new0 (DtCiteMark, 1);
  g_autofree char *pinpoint = NULL;
  const char *p = typed;

  mark->number = g_strstrip (g_strndup (p, strcspn (p, "@|#")));
  for (p += strcspn (p, "@|#"); *p != '\0'; p += strcspn (p, "@|#"))
    {
      char sign = *p++;
      g_autofree char *value = g_strstrip (g_strndup (p, strcspn (p, "@|#")));

      if (sign == '@' && !dt_date_parse_iso_partial (value, &mark->date))
        mark->date = dt_date_make (0, 0, 0);
      if (sign == '|' && g_str_equal (value, "full"))
        mark->form = DT_CITE_FULL;
      if (sign == '|' && g_str_equal (value, "short"))
        mark->form = DT_CITE_SHORT;
      if (sign == '#')
        {
          g_free (pinpoint);
          pinpoint = g_steal_pointer (&value);
        }
    }
  mark->pinpoint = normalize_pinpoint (pinpoint != NULL ? pinpoint : "");

  return mark;
}

/**
 * dt_cite_marks_parse:
 * @typed: what stands between `[[` and `]]`
 *
 * Reads a citation mark, or several separated by semicolons. Nothing is
 * refused: what cannot be read is part of the number, which no catalogue will
 * know then.
 *
 * Returns: (transfer full) (element-type DtCiteMark): one mark or more
 */
GPtrArray *
dt_cite_marks_parse (const char *typed)
{
  GPtrArray *marks;
  g_auto (GStrv) pieces = NULL;

  g_return_val_if_fail (typed != NULL, NULL);

  marks = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_cite_mark_free);
  pieces = g_strsplit (typed, ";", -1);
  for (guint i = 0; pieces[i] != NULL; i++)
    g_ptr_array_add (marks, parse_mark (pieces[i]));
  if (marks->len == 0)
    g_ptr_array_add (marks, parse_mark (""));

  return marks;
}

/**
 * dt_cite_mark_free:
 * @self: (transfer full): a mark
 *
 * Frees a mark.
 */
void
dt_cite_mark_free (DtCiteMark *self)
{
  g_free (self->number);
  g_free (self->pinpoint);
  g_free (self);
}

/**
 * dt_cite_mark_to_text:
 * @self: a mark
 *
 * Writes what a mark prints as while no catalogue knows it.
 *
 * Returns: (transfer full): pinpoint and number
 */
char *
dt_cite_mark_to_text (const DtCiteMark *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (*self->pinpoint == '\0')
    return g_strdup (self->number);

  return g_strconcat (self->pinpoint, " ", self->number, NULL);
}
