/* dt-page.h - pages of placed items
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compose/dt-composition.h"
#include "layout/dt-shaper.h"

G_BEGIN_DECLS

typedef enum
{
  DT_ITEM_TEXT, /* a stretch of one line in one style */
  DT_ITEM_RULE, /* a filled rectangle */
} DtItemKind;

/* A word of an item and where it starts, in µm from the left edge of the paper. */
typedef struct
{
  const DtWord *word;
  DtLength x;
  guint start; /* bytes into the text of the block */
  guint end;
} DtPlacedWord;

/**
 * DtItem:
 *
 * Something to draw. Lengths in µm from the top left corner of the paper. An
 * item and all it points to live during the call that hands it over.
 */
typedef struct
{
  DtItemKind kind;
  DtRole role;
  const char *node;     /* reference of the plan node, NULL for page numbers */
  const DtBlock *block; /* NULL for page numbers and table rules */
  const DtBlock *table; /* the table it stands in, or NULL */
  guint row;            /* of the table, counted from 0 */
  guint column;
  gboolean header;    /* in a header row that was repeated on this page */
  gboolean last_line; /* the last line of its paragraph */
  DtRect rect;        /* text: advance width by line height */
  DtLength baseline;
  const char *text; /* what is shown, not terminated; capitals already applied */
  gsize length;
  const DtPlacedWord *words; /* blanks are words too, the one at the line's end included */
  guint n_words;
  guint size;  /* hundredths of a point */
  guint color; /* 0xRRGGBB */
  gboolean bold;
  gboolean italic;
} DtItem;

typedef void (*DtItemFunc) (const DtItem *item,
                            gpointer user_data);

/* Immutable, atomically reference counted. */
typedef struct _DtPage DtPage;
typedef struct _DtPages DtPages;

/* A place in the text of a paragraph, in bytes. */
typedef struct
{
  const DtBlock *block;
  guint offset;
} DtTextPlace;

DtLength dt_page_get_width (const DtPage *self);
DtLength dt_page_get_height (const DtPage *self);
/* In its part, counted from 1; that of the first page is not shown. */
guint dt_page_get_number (const DtPage *self);
/* Whether a page of an earlier layout looks the same but for its number. */
gboolean dt_page_same_content (const DtPage *self,
                               const DtPage *other);
/* Items in reading order, the page number first. */
void dt_page_foreach (const DtPage *self,
                      DtItemFunc func,
                      gpointer user_data);

DtPages *dt_pages_ref (DtPages *self);
void dt_pages_unref (DtPages *self);
guint dt_pages_get_n_pages (const DtPages *self);
const DtPage *dt_pages_get_page (const DtPages *self,
                                 guint index);
DtComposition *dt_pages_get_composition (const DtPages *self);
DtShaper *dt_pages_get_shaper (const DtPages *self);
/* (element-type DtDiagnostic): those of the shaper, heads that do not fit, rows taller than a page. */
GPtrArray *dt_pages_get_diagnostics (const DtPages *self);

/* Whether the block stays on the page of what follows it (fo:keep-with-next): its role or the composer says so, or
 * it is among the last two lines of text before a signature. */
gboolean dt_pages_keeps_next (const DtPages *self,
                              guint block);
/* The pages, counted from 0, on which a block of the composition begins and ends. */
void dt_pages_find_block (const DtPages *self,
                          guint block,
                          guint *first,
                          guint *last);
/* (element-type DtTextPlace): where Writer would end a line inside a number of a document and the layout did not:
 * there, and only there, the ODT needs a U+2060. In reading order. */
GArray *dt_pages_list_held_breaks (const DtPages *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtPages, dt_pages_unref)

G_END_DECLS
