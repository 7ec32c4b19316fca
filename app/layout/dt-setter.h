/* dt-setter.h - a paragraph's text cut into words, and what is reused between paragraphs
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compose/dt-block.h"
#include "layout/dt-measure.h"
#include "layout/dt-shaper.h"
#include "text/dt-breaks.h"

G_BEGIN_DECLS

/* A word, a blank or a line feed: what a line takes whole or not at all. */
typedef struct
{
  const DtWord *word; /* NULL for a line feed */
  guint start;        /* bytes into the text */
  guint end;
  gint32 px;     /* width as Writer sees it */
  guint8 before; /* DtBreak */
  guint8 bold;
  guint8 italic;
  guint8 blank;
} DtAtom;

/**
 * DtSetter:
 *
 * Room for setting one paragraph after the other with one shaper.
 */
typedef struct
{
  DtShaper *shaper;
  const char *text; /* of the paragraph at hand, capitals applied */
  guint length;
  guint first_blank; /* bytes before the first blank */
  guint size;
  char *capitals; /* owned copy of the text where the style asks for them, else NULL */
  guint8 *breaks; /* length + 1 of them */
  gsize breaks_room;
  GArray *atoms; /* DtAtom */
  GArray *lined; /* DtAtom: those of finished lines */
  GArray *ends;  /* guint: where lines end in @lined */
  GArray *words; /* DtPlacedWord */
  GArray *spans; /* DtSetSpan */
  GArray *lines; /* DtSetLine */
  GArray *held;  /* guint: breaks kept from happening */
} DtSetter;

DtSetter *dt_setter_new (DtShaper *shaper) G_GNUC_WARN_UNUSED_RESULT;
void dt_setter_free (DtSetter *self);

/* Cuts the text of @block, as shown in @style at @size (hundredths of a point), into atoms. */
void dt_setter_cut (DtSetter *self,
                    const DtBlock *block,
                    const DtStyle *style,
                    guint size);
/* Gives a NUL-terminated copy of the capitals, or NULL, to the caller. */
char *dt_setter_steal_capitals (DtSetter *self) G_GNUC_WARN_UNUSED_RESULT;
gint32 dt_setter_measure (const DtSetter *self,
                          const DtWord *word,
                          guint n_glyphs);
/* How much narrower than the column a line is that ends in italics, in twips. */
int dt_setter_italic_loss (const DtSetter *self,
                           const DtAtom *atom);
/* Bytes up to the last place in atom @index where only we hold a number together, as far as it fits into @room px;
 * 0 where there is none. */
guint dt_setter_find_protected (const DtSetter *self,
                                guint index,
                                gint64 room);
/* Bytes of the head of atom @index, which is wider than its line, that is at most @room px wide; 0 when not even one
 * letter fits, unless @force. Numbers are divided at their hyphens then. */
guint dt_setter_find_head (const DtSetter *self,
                           guint index,
                           gint64 room,
                           gboolean force);
/* Bytes up to behind the last slash of atom @index after which a letter comes and still fits into @room px; 0
 * where there is none. */
guint dt_setter_find_slash (const DtSetter *self,
                            guint index,
                            gint64 room);
/* Cuts atom @index in two: its first @length bytes go to @head, the rest stays. */
void dt_setter_split (DtSetter *self,
                      guint index,
                      guint length,
                      DtAtom *head);
char *dt_setter_make_capitals (const char *text,
                               gsize length) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtSetter, dt_setter_free)

G_END_DECLS
