/* dt-fonts.h - finding the files of a font family through fontconfig
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <fontconfig/fontconfig.h>
#include <glib.h>

G_BEGIN_DECLS

/* Whether fontconfig really has @family: asking it for a match always gives some font. */
gboolean dt_fonts_have_family (const char *family);
/* The face of @family nearest to the weight and slant; NULL when the family is not there. */
FcPattern *dt_fonts_find_face (const char *family,
                               gboolean bold,
                               gboolean italic) G_GNUC_WARN_UNUSED_RESULT;
/* What fontconfig puts in the place of @family, best first for the characters of @text (nullable). */
FcPattern *dt_fonts_match (const char *family,
                           gboolean bold,
                           gboolean italic,
                           const char *text,
                           gsize length) G_GNUC_WARN_UNUSED_RESULT;
const char *dt_fonts_get_family (FcPattern *pattern);
const char *dt_fonts_get_file (FcPattern *pattern,
                               int *index);

G_END_DECLS
