/* dt-check-text-private.h - a text of the plan as the rules read it
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/dt-citation.h"
#include "check/dt-check.h"
#include "model/dt-notation.h"

G_BEGIN_DECLS

/* U+FFFC stands in the plain text for what [[…]] will say: a word nobody may touch. */
#define DT_CHECK_OBJECT "\357\277\274"

/* A line of the plain text, or a cell of a table. Bytes into the plain text. */
typedef struct
{
  DtLineKind kind;
  guint start; /* of the marker, if any */
  guint end;
  guint text; /* behind the marker */
  guint line; /* in the text of the node, from 1; a cell has that of its table */
  gint row;   /* -1 outside tables */
  gint column;
  gboolean header;
} DtCheckLine;

/* What a word is made of. */
enum
{
  DT_WORD_CAPITAL = 1 << 0,  /* its first letter is a capital */
  DT_WORD_CAPITALS = 1 << 1, /* all of its letters are */
  DT_WORD_MIXED = 1 << 2,    /* a capital stands behind a small letter, or several before one */
  DT_WORD_DIGITS = 1 << 3,   /* there are digits or loose marks in it */
  DT_WORD_MARKED = 1 << 4,   /* there are letters beyond ASCII in it */
};

/* A word of the plain text: letters and digits side by side. Bytes. */
typedef struct
{
  guint start;
  guint end;
  guint flags;
  guint32 hash; /* of its small letters */
} DtCheckWord;

/* Where a stretch of the plain text comes from. */
typedef struct
{
  guint plain;
  guint source;
  guint length; /* in the plain text */
  guint source_length;
  gboolean opaque; /* shown for something else: a field, a citation; nothing in it can be edited */
} DtCheckSegment;

/**
 * DtCheckText:
 * @node: the node
 * @kind: its kind
 * @top: child of the plan it stands in: %DT_NODE_HEAD, %DT_NODE_SECTIONS…
 * @ref: its reference
 * @owner: (nullable): id of the section, annex, task it is a part of
 * @source: its text as typed
 * @plain: as read: no marks of emphasis, fields replaced by their values, citations by U+FFFC; cells of
 *   tables are lines of their own
 * @lines: the lines of @plain
 * @citations: what @plain cites
 * @words: its words
 * @lower: @plain in small letters, tone marks of the old style; each letter takes as many bytes as in @plain
 *
 * A text of the plan, scanned once. Lives from one run to the next while it does not change.
 */
typedef struct
{
  DtNode *node;
  DtNodeKind kind;
  DtNodeKind top;
  char *ref;
  char *owner;
  const char *source;
  char *plain;
  guint length;
  const DtCheckLine *lines;
  guint n_lines;
  DtBody *body;
  DtCitations *citations;
  const DtCheckWord *words;
  guint n_words;
  char *lower;
  /* what the framework keeps */
  const DtCheckSegment *segments;
  guint n_segments;
  gboolean has_fields;
  GPtrArray *findings; /* (element-type DtFinding): what the text rules found */
  gboolean is_asked;   /* whether they were asked */
  GPtrArray *facts;    /* (element-type GArray) (nullable): one for each code, NULL without an extract function */
  GArray *mentions;    /* (element-type DtMention): the legal documents it names */
} DtCheckText;

/* One run, as a rule sees it. */
typedef struct _DtCheck DtCheck;

G_END_DECLS
