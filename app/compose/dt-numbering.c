/* dt-numbering.c - the numbers of parts, headings, clauses and points
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "compose/dt-numbering.h"

#include "text/dt-text.h"

typedef enum
{
  NUMERAL_NONE,
  NUMERAL_ROMAN,
  NUMERAL_ARABIC,
  NUMERAL_LETTER,
  NUMERAL_PATH,
} Numeral;

/* Mục II, khoản 6, điểm đ: which numeral each division takes and how it is written. */
typedef struct
{
  const char *name; /* in plan files, or NULL where only a scheme gives it */
  const char *before;
  const char *after;
  Numeral numeral;
  gboolean alone;
  gboolean runs_on;
  DtRole titled;
  DtRole untitled;
} UnitInfo;

static const UnitInfo units[DT_N_UNITS] = {
  [DT_UNIT_PART] = { "phan", "Phần ", "", NUMERAL_ROMAN, TRUE, TRUE, DT_ROLE_PART, DT_ROLE_PART },
  [DT_UNIT_CHAPTER] = { "chuong", "Chương ", "", NUMERAL_ROMAN, TRUE, TRUE, DT_ROLE_PART, DT_ROLE_PART },
  [DT_UNIT_DIVISION] = { "muc", "Mục ", "", NUMERAL_ARABIC, TRUE, FALSE, DT_ROLE_DIVISION, DT_ROLE_DIVISION },
  [DT_UNIT_SUBDIVISION] = { "tieu-muc", "Tiểu mục ", "", NUMERAL_ARABIC, TRUE, FALSE, DT_ROLE_DIVISION, DT_ROLE_DIVISION },
  [DT_UNIT_ARTICLE] = { "dieu", "Điều ", ". ", NUMERAL_ARABIC, FALSE, TRUE, DT_ROLE_ARTICLE, DT_ROLE_ARTICLE },
  [DT_UNIT_ROMAN] = { "roman", "", ". ", NUMERAL_ROMAN, FALSE, FALSE, DT_ROLE_HEADING_1, DT_ROLE_BODY },
  [DT_UNIT_ARABIC] = { "arabic", "", ". ", NUMERAL_ARABIC, FALSE, FALSE, DT_ROLE_HEADING_2, DT_ROLE_CLAUSE },
  [DT_UNIT_LETTER] = { "letter", "", ") ", NUMERAL_LETTER, FALSE, FALSE, DT_ROLE_HEADING_3, DT_ROLE_POINT },
  [DT_UNIT_DECIMAL] = { "decimal", "", ". ", NUMERAL_PATH, FALSE, FALSE, DT_ROLE_HEADING_2, DT_ROLE_CLAUSE },
  [DT_UNIT_DASH] = { NULL, "- ", "", NUMERAL_NONE, FALSE, FALSE, DT_ROLE_HEADING_3, DT_ROLE_DASH },
  [DT_UNIT_PLUS] = { NULL, "+ ", "", NUMERAL_NONE, FALSE, FALSE, DT_ROLE_HEADING_3, DT_ROLE_PLUS },
  [DT_UNIT_NONE] = { "none", "", "", NUMERAL_NONE, FALSE, FALSE, DT_ROLE_HEADING_2, DT_ROLE_BODY },
};

static const DtUnit roman_scheme[] = { DT_UNIT_ROMAN, DT_UNIT_ARABIC, DT_UNIT_LETTER, DT_UNIT_DASH, DT_UNIT_PLUS };
static const DtUnit article_scheme[] = { DT_UNIT_ARTICLE, DT_UNIT_ARABIC, DT_UNIT_LETTER, DT_UNIT_DASH, DT_UNIT_PLUS };
static const DtUnit decimal_scheme[] = { DT_UNIT_ARABIC, DT_UNIT_DECIMAL };

static const struct
{
  const char *name;
  const DtUnit *units;
  guint n_units;
} schemes[] = {
  [DT_SCHEME_ROMAN] = { "roman", roman_scheme, G_N_ELEMENTS (roman_scheme) },
  [DT_SCHEME_ARTICLE] = { "article", article_scheme, G_N_ELEMENTS (article_scheme) },
  [DT_SCHEME_DECIMAL] = { "decimal", decimal_scheme, G_N_ELEMENTS (decimal_scheme) },
};

/**
 * dt_scheme_find:
 * @name: (nullable): name of a scheme as in plan files
 * @fallback: what stands where @name is %NULL or unknown
 *
 * Finds a numbering scheme.
 *
 * Returns: the scheme
 */
DtScheme
dt_scheme_find (const char *name,
                DtScheme fallback)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      if (g_strcmp0 (schemes[i].name, name) == 0)
        return (DtScheme) i;
    }

  return fallback;
}

/**
 * dt_unit_choose:
 * @name: (nullable): the unit a section asks for, as in plan files
 * @scheme: the scheme it stands in
 * @depth: how deep it stands in that scheme, 0 for the outermost
 *
 * Chooses the unit of a section.
 *
 * Returns: the unit
 */
DtUnit
dt_unit_choose (const char *name,
                DtScheme scheme,
                guint depth)
{
  for (guint i = 0; name != NULL && i < DT_N_UNITS; i++)
    {
      if (g_strcmp0 (units[i].name, name) == 0)
        return (DtUnit) i;
    }

  return schemes[scheme].units[MIN (depth, schemes[scheme].n_units - 1)];
}

/**
 * dt_unit_runs_on:
 * @unit: a unit
 *
 * Tells whether numbers of @unit run on through the text (Điều 1 to Điều 20
 * over all chapters) instead of starting again under each parent.
 *
 * Returns: %TRUE if they run on
 */
gboolean
dt_unit_runs_on (DtUnit unit)
{
  return units[unit].runs_on;
}

/**
 * dt_unit_stands_alone:
 * @unit: a unit
 *
 * Tells whether the number has a line of its own, the title following on the
 * next (Phụ lục I, mục II, khoản 6, điểm đ).
 *
 * Returns: %TRUE if it does
 */
gboolean
dt_unit_stands_alone (DtUnit unit)
{
  return units[unit].alone;
}

/**
 * dt_unit_get_role:
 * @unit: a unit
 * @titled: whether the section has a title
 *
 * Gets the role of the paragraph that carries the number.
 *
 * Returns: the role
 */
DtRole
dt_unit_get_role (DtUnit unit,
                  gboolean titled)
{
  return titled ? units[unit].titled : units[unit].untitled;
}

/**
 * dt_unit_format:
 * @unit: a unit
 * @number: its number, from 1
 * @path: (nullable): label of the parent, for decimals
 *
 * Writes the number of a division. Points go by the letters a b c d đ e g h i
 * k l m n o p q r s t u v x y.
 *
 * Returns: (transfer full) (nullable): the label, or %NULL if @unit cannot
 *   count so far
 */
char *
dt_unit_format (DtUnit unit,
                guint number,
                const char *path)
{
  const UnitInfo *info = &units[unit];
  g_autofree char *roman = NULL;
  g_autofree char *parent = NULL;
  const char *letter;

  switch (info->numeral)
    {
    case NUMERAL_NONE:
      return g_strdup (info->before);
    case NUMERAL_ROMAN:
      if (number > DT_TEXT_ROMAN_MAX)
        return NULL;
      roman = dt_text_roman (number);
      return g_strconcat (info->before, roman, info->after, NULL);
    case NUMERAL_LETTER:
      letter = dt_text_point_letter (number - 1);
      return letter != NULL ? g_strconcat (info->before, letter, info->after, NULL) : NULL;
    case NUMERAL_PATH:
      parent = g_strchomp (g_strdup (path != NULL ? path : ""));
      return g_strdup_printf ("%s%u%s", parent, number, info->after);
    case NUMERAL_ARABIC:
    default:
      return g_strdup_printf ("%s%u%s", info->before, number, info->after);
    }
}
