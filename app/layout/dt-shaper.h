/* dt-shaper.h - the interface that turns words into glyphs
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/dt-types.h"

G_BEGIN_DECLS

#define DT_LAYOUT_ERROR (dt_layout_error_quark ())

/**
 * DtLayoutError:
 * @DT_LAYOUT_ERROR_FONT: no usable font was found
 */
typedef enum
{
  DT_LAYOUT_ERROR_FONT,
} DtLayoutError;

/* Lengths in font units, of which an em has units_per_em. */
typedef struct
{
  char *family; /* as the font names itself: "Liberation Serif" */
  char *file;
  int file_index;
  gpointer pattern; /* the FcPattern it was opened with; painters make their own font from it */
  guint units_per_em;
  int ascent;
  int descent; /* positive, below the baseline */
  int line_gap;
} DtFace;

typedef struct
{
  guint32 glyph;
  guint32 cluster; /* byte offset into the word of the first character it shows */
  gint32 advance;
} DtGlyph;

/**
 * DtWord:
 *
 * One shaped word, or one blank. Kerning is off, as in the ODT, so a word's
 * glyphs depend on nothing around it and are kept for every later use at any size.
 */
typedef struct
{
  guint face; /* number for dt_shaper_get_face() */
  guint n_glyphs;
  gint32 width; /* sum of the advances */
  DtGlyph glyphs[];
} DtWord;

/**
 * DtShaper:
 *
 * Shapes words of one font family. Keeps a cache and so belongs to one thread
 * at a time; words live as long as the shaper.
 */
typedef struct _DtShaper DtShaper;

typedef struct
{
  const DtWord *(*get_word) (DtShaper *self, gboolean bold, gboolean italic, const char *text, gsize length);
  const DtFace *(*get_face) (DtShaper *self, guint face);
  void (*free) (DtShaper *self);
} DtShaperClass;

struct _DtShaper
{
  const DtShaperClass *klass;
  gatomicrefcount ref_count;
  GPtrArray *diagnostics; /* (element-type DtDiagnostic) (nullable): as given to dt_shaper_new() */
};

GQuark dt_layout_error_quark (void);

/* HarfBuzz over the fonts fontconfig knows. A family that is not there is replaced by the first of
 * @twins that is, named in a diagnostic "font-substituted"; characters the font lacks come from
 * another one, named in "glyph-substituted" (@diagnostics nullable, kept for the life of the shaper). */
DtShaper *dt_shaper_new (const char *family,
                         const char *const *twins,
                         GPtrArray *diagnostics,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
DtShaper *dt_shaper_ref (DtShaper *self);
void dt_shaper_unref (DtShaper *self);

static inline const DtWord *
dt_shaper_get_word (DtShaper *self,
                    gboolean bold,
                    gboolean italic,
                    const char *text,
                    gsize length)
{
  return self->klass->get_word (self, bold, italic, text, length);
}

static inline const DtFace *
dt_shaper_get_face (DtShaper *self,
                    guint face)
{
  return self->klass->get_face (self, face);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtShaper, dt_shaper_unref)

G_END_DECLS
