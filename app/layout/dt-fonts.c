/* dt-fonts.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-fonts"

#include "config.h"

#include "layout/dt-fonts.h"

static const FcSetName set_names[] = { FcSetApplication, FcSetSystem };

static gboolean
has_family (FcPattern *pattern,
            const char *family)
{
  FcChar8 *name = NULL;

  for (int i = 0; FcPatternGetString (pattern, FC_FAMILY, i, &name) == FcResultMatch; i++)
    {
      if (FcStrCmpIgnoreCase (name, (const FcChar8 *) family) == 0)
        return TRUE;
    }

  return FALSE;
}

/* A variable font's weight is a range and its named instances are patterns of
 * their own; only faces with one plain weight are looked at.
 */
static int
distance (FcPattern *pattern,
          gboolean bold,
          gboolean italic)
{
  int weight = FC_WEIGHT_REGULAR;
  int slant = FC_SLANT_ROMAN;
  int width = FC_WIDTH_NORMAL;
  FcBool scalable = FcFalse;

  if (FcPatternGetBool (pattern, FC_SCALABLE, 0, &scalable) != FcResultMatch || !scalable)
    return G_MAXINT;
  if (FcPatternGetInteger (pattern, FC_WEIGHT, 0, &weight) != FcResultMatch)
    return G_MAXINT;
  FcPatternGetInteger (pattern, FC_SLANT, 0, &slant);
  FcPatternGetInteger (pattern, FC_WIDTH, 0, &width);

  return ABS (weight - (bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR)) +
         ((slant != FC_SLANT_ROMAN) != italic ? 1000 : 0) +
         10 * ABS (width - FC_WIDTH_NORMAL);
}

/**
 * dt_fonts_have_family:
 * @family: a family name
 *
 * Looks for @family among the fonts themselves, aliases left aside.
 *
 * Returns: %TRUE if a font calls itself so
 */
gboolean
dt_fonts_have_family (const char *family)
{
  FcPattern *pattern = dt_fonts_find_face (family, FALSE, FALSE);

  if (pattern == NULL)
    return FALSE;

  FcPatternDestroy (pattern);
  return TRUE;
}

/**
 * dt_fonts_find_face:
 * @family: a family name
 * @bold: whether a bold face is wanted
 * @italic: whether a slanted face is wanted
 *
 * Finds the face of @family nearest to what is wanted. Among equals the first
 * file name wins, so that the order of folders does not matter.
 *
 * Returns: (transfer full) (nullable): a pattern with the file's name
 */
FcPattern *
dt_fonts_find_face (const char *family,
                    gboolean bold,
                    gboolean italic)
{
  FcPattern *best = NULL;
  int best_distance = G_MAXINT;

  g_return_val_if_fail (family != NULL, NULL);

  for (guint s = 0; s < G_N_ELEMENTS (set_names); s++)
    {
      FcFontSet *set = FcConfigGetFonts (NULL, set_names[s]);

      for (int i = 0; set != NULL && i < set->nfont; i++)
        {
          FcPattern *pattern = set->fonts[i];
          int far;

          if (!has_family (pattern, family))
            continue;
          far = distance (pattern, bold, italic);
          if (far < best_distance ||
              (far == best_distance && best != NULL &&
               g_strcmp0 (dt_fonts_get_file (pattern, NULL), dt_fonts_get_file (best, NULL)) < 0))
            {
              best = pattern;
              best_distance = far;
            }
        }
    }

  if (best != NULL)
    FcPatternReference (best);
  return best;
}

/**
 * dt_fonts_match:
 * @family: a family name
 * @bold: whether a bold face is wanted
 * @italic: whether a slanted face is wanted
 * @text: (nullable): characters the font should have
 * @length: bytes of @text
 *
 * Asks fontconfig for the font it would use.
 *
 * Returns: (transfer full) (nullable): a pattern, %NULL when there is no font at all
 */
FcPattern *
dt_fonts_match (const char *family,
                gboolean bold,
                gboolean italic,
                const char *text,
                gsize length)
{
  FcPattern *query = FcPatternCreate ();
  FcPattern *match;
  FcResult result;

  FcPatternAddString (query, FC_FAMILY, (const FcChar8 *) family);
  FcPatternAddInteger (query, FC_WEIGHT, bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
  FcPatternAddInteger (query, FC_SLANT, italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
  FcPatternAddBool (query, FC_SCALABLE, FcTrue);
  if (text != NULL)
    {
      FcCharSet *set = FcCharSetCreate ();

      for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
        FcCharSetAddChar (set, g_utf8_get_char (at));
      FcPatternAddCharSet (query, FC_CHARSET, set);
      FcCharSetDestroy (set);
    }

  FcConfigSubstitute (NULL, query, FcMatchPattern);
  FcDefaultSubstitute (query);
  match = FcFontMatch (NULL, query, &result);
  FcPatternDestroy (query);

  if (match != NULL && dt_fonts_get_file (match, NULL) == NULL)
    g_clear_pointer (&match, FcPatternDestroy);
  return match;
}

/**
 * dt_fonts_get_family:
 * @pattern: a font
 *
 * Gets the name the font gives itself.
 *
 * Returns: (transfer none): the family, "" when it has none
 */
const char *
dt_fonts_get_family (FcPattern *pattern)
{
  FcChar8 *name = NULL;

  if (FcPatternGetString (pattern, FC_FAMILY, 0, &name) != FcResultMatch)
    return "";
  return (const char *) name;
}

/**
 * dt_fonts_get_file:
 * @pattern: a font
 * @index: (out) (optional): number of the face in the file
 *
 * Gets the file the font is in.
 *
 * Returns: (transfer none) (nullable): a path
 */
const char *
dt_fonts_get_file (FcPattern *pattern,
                   int *index)
{
  FcChar8 *file = NULL;

  if (index != NULL)
    {
      *index = 0;
      FcPatternGetInteger (pattern, FC_INDEX, 0, index);
    }
  if (FcPatternGetString (pattern, FC_FILE, 0, &file) != FcResultMatch)
    return NULL;
  return (const char *) file;
}
