/* dt-document-pool-private.h - memory for many documents at once
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A stretch of memory that lives as long as something in it does. */
typedef struct _DtDocumentBlock DtDocumentBlock;

/**
 * DtDocumentPool:
 * @block: (nullable): the block that is being filled
 * @rest: about how many bytes will be asked for
 *
 * Gives out memory for the documents of one file. A large catalogue touches
 * a hundred megabytes, and most of the time that takes is the kernel's; large
 * pages take a small part of it.
 */
typedef struct
{
  DtDocumentBlock *block;
  gsize rest;
} DtDocumentPool;

void dt_document_pool_init (DtDocumentPool *self,
                            gsize expected);
void dt_document_pool_clear (DtDocumentPool *self);
/* NULL if it is too much for a block; *BLOCK is a new reference. */
gpointer dt_document_pool_take (DtDocumentPool *self,
                                gsize size,
                                DtDocumentBlock **block) G_GNUC_WARN_UNUSED_RESULT;
void dt_document_block_unref (DtDocumentBlock *self);

/* Asks for large pages, where there are such and SIZE is worth it. Says nothing when there are none. */
void dt_memory_advise (gpointer memory,
                       gsize size);

G_END_DECLS
