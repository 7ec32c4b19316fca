/* dt-merge.h - two changes of one text, word by word
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DtMergeKind:
 * @DT_MERGE_SAME: nobody changed it
 * @DT_MERGE_MINE: only my text differs from the old one
 * @DT_MERGE_THEIRS: only their text differs
 * @DT_MERGE_BOTH: both differ, and in the same way
 * @DT_MERGE_CONFLICT: both differ, each in its own way
 *
 * What became of a stretch of the old text.
 */
typedef enum
{
  DT_MERGE_SAME,
  DT_MERGE_MINE,
  DT_MERGE_THEIRS,
  DT_MERGE_BOTH,
  DT_MERGE_CONFLICT,
} DtMergeKind;

/* A stretch: what stands there in each of the three texts. */
typedef struct
{
  DtMergeKind kind;
  char *old;
  char *mine;
  char *theirs;
} DtMergeChunk;

/* (element-type DtMergeChunk) of three texts, in order. */
GPtrArray *dt_merge_words (const char *old,
                           const char *mine,
                           const char *theirs) G_GNUC_WARN_UNUSED_RESULT;
guint dt_merge_count_conflicts (const GPtrArray *chunks);
/* The merged text; where both changed, mine or theirs. */
char *dt_merge_to_text (const GPtrArray *chunks,
                        gboolean prefer_theirs) G_GNUC_WARN_UNUSED_RESULT;
/* How many words and signs two texts share, of all that the longer has: 0 to 1. */
double dt_merge_measure (const char *a,
                         const char *b);

G_END_DECLS
