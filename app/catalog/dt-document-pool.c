/* dt-document-pool.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-document"

#include "config.h"

#include "catalog/dt-document-pool-private.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#define LARGE_PAGE ((gsize) 2 * 1024 * 1024)
#define LEAST_BLOCK ((gsize) 4096)
#define ALIGNMENT ((gsize) 16)

struct _DtDocumentBlock
{
  gatomicrefcount n_refs;
  gsize size;
  gsize used; /* with this head */
};

static gsize
round_up (gsize size)
{
  return (size + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
}

static DtDocumentBlock *
block_new (gsize size)
{
  DtDocumentBlock *self = NULL;

  if (size < LARGE_PAGE)
    self = g_malloc (size);
  else if (posix_memalign ((void **) &self, LARGE_PAGE, size) != 0)
    g_error ("no memory for %lu bytes", (gulong) size);

  if (size >= LARGE_PAGE)
    dt_memory_advise (self, size);
  g_atomic_ref_count_init (&self->n_refs);
  self->size = size;
  self->used = round_up (sizeof *self);

  return self;
}

void
dt_document_block_unref (DtDocumentBlock *self)
{
  if (g_atomic_ref_count_dec (&self->n_refs))
    free (self);
}

void
dt_document_pool_init (DtDocumentPool *self,
                       gsize expected)
{
  self->block = NULL;
  self->rest = expected;
}

void
dt_document_pool_clear (DtDocumentPool *self)
{
  g_clear_pointer (&self->block, dt_document_block_unref);
}

gpointer
dt_document_pool_take (DtDocumentPool *self,
                       gsize size,
                       DtDocumentBlock **block)
{
  gpointer memory;

  size = round_up (size);
  if (size > LEAST_BLOCK / 2)
    return NULL;

  if (self->block == NULL || self->block->size - self->block->used < size)
    {
      gsize wanted = CLAMP (self->rest, LEAST_BLOCK, LARGE_PAGE);

      dt_document_pool_clear (self);
      self->block = block_new (wanted);
      self->rest -= MIN (self->rest, wanted);
    }

  memory = (char *) self->block + self->block->used;
  self->block->used += size;
  g_atomic_ref_count_inc (&self->block->n_refs);
  *block = self->block;

  return memory;
}

void
dt_memory_advise (gpointer memory,
                  gsize size)
{
#ifdef MADV_HUGEPAGE
  gsize page = (gsize) sysconf (_SC_PAGESIZE);
  gsize skipped = (page - (gsize) memory % page) % page;

  /* Without large pages everything works as well, only slower. */
  if (size >= LARGE_PAGE && skipped < size)
    (void) madvise ((char *) memory + skipped, (size - skipped) / page * page, MADV_HUGEPAGE);
#else
  (void) memory;
  (void) size;
#endif
}
