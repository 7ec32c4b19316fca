/* dt-habits.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-model"

#include "config.h"

#include "model/dt-habits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Numbers are read without the locale and without floating point: the same
 * file gives the same page everywhere.
 */

typedef enum
{
  HABIT_TOP,
  HABIT_RIGHT,
  HABIT_BOTTOM,
  HABIT_LEFT,
  HABIT_TEXT_SIZE,
  HABIT_INDENT,
  HABIT_LINE_SPACING,
  N_HABITS,
} Habit;

/* The lawful range in thousandths of the unit of the file, and how many decimals it takes. */
static const struct
{
  DtAttribute attribute;
  guint least;
  guint most;
  guint decimals;
} ranges[N_HABITS] = {
  [HABIT_TOP] = { DT_ATTR_MARGINS, 20000, 25000, 1 },
  [HABIT_RIGHT] = { DT_ATTR_MARGINS, 15000, 20000, 1 },
  [HABIT_BOTTOM] = { DT_ATTR_MARGINS, 20000, 25000, 1 },
  [HABIT_LEFT] = { DT_ATTR_MARGINS, 30000, 35000, 1 },
  [HABIT_TEXT_SIZE] = { DT_ATTR_TEXT_SIZE, 13000, 14000, 1 },
  [HABIT_INDENT] = { DT_ATTR_INDENT, 10000, 12700, 1 },
  [HABIT_LINE_SPACING] = { DT_ATTR_LINE_SPACING, 1000, 1500, 2 },
};

static const char *
get_expected (DtAttribute attribute)
{
  switch ((int) attribute)
    {
    case DT_ATTR_MARGINS:
      return N_ ("expected top, right, bottom and left in millimetres, 20 to 25, 15 to 20, 20 to 25 and 30 to 35 "
                 "(Phụ lục I, mục I, khoản 3)");
    case DT_ATTR_TEXT_SIZE:
      return N_ ("expected 13 to 14 points (Phụ lục I, mục II, khoản 6, điểm e)");
    case DT_ATTR_INDENT:
      return N_ ("expected 10 to 12.7 millimetres (Phụ lục I, mục II, khoản 6, điểm e)");
    case DT_ATTR_LINE_SPACING:
    default:
      return N_ ("expected 1 to 1.5 lines (Phụ lục I, mục II, khoản 6, điểm e)");
    }
}

/* "12.7" at @text, in thousandths; @end is behind it. FALSE if it is no number in the range. */
static gboolean
parse_thousandths (const char *text,
                   Habit habit,
                   guint *result,
                   const char **end)
{
  guint value = 0;
  guint digits = 0;
  guint scale = 1000;

  if (*text == '0')
    return FALSE;
  for (; g_ascii_isdigit (*text) && digits < 2; text++, digits++)
    value = value * 10 + (guint) (*text - '0') * 1000;
  if (digits == 0)
    return FALSE;

  if (*text == '.' && g_ascii_isdigit (text[1]))
    for (text++, digits = 0; g_ascii_isdigit (*text) && digits < ranges[habit].decimals; text++, digits++)
      {
        scale /= 10;
        value += (guint) (*text - '0') * scale;
      }

  *result = value;
  *end = text;
  return value >= ranges[habit].least && value <= ranges[habit].most;
}

/* All numbers of an attribute, with one space between them. */
static gboolean
parse_value (DtAttribute attribute,
             const char *value,
             guint thousandths[N_HABITS])
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < N_HABITS; i++)
    {
      if (ranges[i].attribute != attribute)
        continue;
      if (!is_first && *value++ != ' ')
        return FALSE;
      if (!parse_thousandths (value, (Habit) i, &thousandths[i], &value))
        return FALSE;
      is_first = FALSE;
    }

  return *value == '\0';
}

const char *
dt_habits_check_value (DtAttribute attribute,
                       const char *value)
{
  guint thousandths[N_HABITS] = { 0 };

  g_return_val_if_fail (value != NULL, NULL);

  return parse_value (attribute, value, thousandths) ? NULL : get_expected (attribute);
}

static void
get_thousandths (const DtHabits *self,
                 guint thousandths[N_HABITS])
{
  thousandths[HABIT_TOP] = (guint) self->top;
  thousandths[HABIT_RIGHT] = (guint) self->right;
  thousandths[HABIT_BOTTOM] = (guint) self->bottom;
  thousandths[HABIT_LEFT] = (guint) self->left;
  thousandths[HABIT_TEXT_SIZE] = self->text_size * 10;
  thousandths[HABIT_INDENT] = (guint) self->indent;
  thousandths[HABIT_LINE_SPACING] = self->line_spacing * 10;
}

/**
 * dt_habits_check:
 * @self: habits
 *
 * Checks that what is set lies in the lawful range.
 *
 * Returns: (transfer full) (nullable): %NULL, or what was expected and where
 *   the decree says so
 */
char *
dt_habits_check (const DtHabits *self)
{
  guint thousandths[N_HABITS];

  g_return_val_if_fail (self != NULL, NULL);

  get_thousandths (self, thousandths);
  for (guint i = 0; i < N_HABITS; i++)
    if (thousandths[i] != 0 && (thousandths[i] < ranges[i].least || thousandths[i] > ranges[i].most))
      return g_strdup (_ (get_expected (ranges[i].attribute)));

  return NULL;
}

/**
 * dt_habits_of_head:
 * @head: (nullable): the head of a plan
 *
 * Reads the habits that a plan carries.
 *
 * Returns: the habits; zeros where the head says nothing
 */
DtHabits
dt_habits_of_head (const DtNode *head)
{
  static const DtAttribute attributes[] = { DT_ATTR_MARGINS, DT_ATTR_TEXT_SIZE, DT_ATTR_INDENT, DT_ATTR_LINE_SPACING };
  guint thousandths[N_HABITS] = { 0 };
  DtHabits habits = { 0 };

  for (guint i = 0; head != NULL && i < G_N_ELEMENTS (attributes); i++)
    {
      const char *value = dt_node_get_attribute (head, attributes[i]);
      guint found[N_HABITS] = { 0 };

      if (value == NULL || !parse_value (attributes[i], value, found))
        continue;
      for (guint k = 0; k < N_HABITS; k++)
        thousandths[k] += found[k];
    }

  habits.top = (DtLength) thousandths[HABIT_TOP];
  habits.right = (DtLength) thousandths[HABIT_RIGHT];
  habits.bottom = (DtLength) thousandths[HABIT_BOTTOM];
  habits.left = (DtLength) thousandths[HABIT_LEFT];
  habits.text_size = thousandths[HABIT_TEXT_SIZE] / 10;
  habits.indent = (DtLength) thousandths[HABIT_INDENT];
  habits.line_spacing = thousandths[HABIT_LINE_SPACING] / 10;

  return habits;
}

/**
 * dt_habits_format:
 * @self: habits, lawful
 * @attribute: one of the attributes of a head that hold them
 *
 * Writes what a head carries.
 *
 * Returns: (transfer full): the value, as short as it goes; empty where @self
 *   says nothing
 */
char *
dt_habits_format (const DtHabits *self,
                  DtAttribute attribute)
{
  guint thousandths[N_HABITS];
  GString *value = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  get_thousandths (self, thousandths);
  for (guint i = 0; i < N_HABITS; i++)
    {
      g_autofree char *rest = NULL;
      gsize length;

      if (ranges[i].attribute != attribute || thousandths[i] == 0)
        continue;
      rest = g_strdup_printf (".%03u", thousandths[i] % 1000);
      rest[1 + ranges[i].decimals] = '\0';
      for (length = strlen (rest); length > 0 && (rest[length - 1] == '0' || rest[length - 1] == '.'); length--)
        rest[length - 1] = '\0';
      g_string_append_printf (value, "%s%u%s", value->len > 0 ? " " : "", thousandths[i] / 1000, rest);
    }

  return g_string_free (value, FALSE);
}

gboolean
dt_habits_equal (const DtHabits *a,
                 const DtHabits *b)
{
  return a->top == b->top && a->right == b->right && a->bottom == b->bottom && a->left == b->left &&
         a->text_size == b->text_size && a->indent == b->indent && a->line_spacing == b->line_spacing;
}
