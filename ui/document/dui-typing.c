/* dui-typing.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "document/dui-typing.h"

#include <string.h>

/* A pause that ends a step. */
#define PAUSE_US (2 * G_USEC_PER_SEC)
/* Input methods take back and retype a part of the word, and where a letter is
 * doubled nobody can tell which of the two is new.
 */
#define NEAR_BYTES 16

static gboolean
is_blank_byte (char byte)
{
  return byte == ' ' || byte == '\n' || byte == '\t';
}

/**
 * dui_typing_begins_step:
 * @self: what is remembered of the last change; all zero before the first one
 * @before: the text of before
 * @after: the text of now
 * @now: the time, in µs
 *
 * Decides whether a change is a step of its own or goes on with the last one:
 * a word with the blank behind it is one step, and so is what is typed or
 * taken back in one place without a pause. Taking back alone ends no step, for
 * some input methods write by taking back and typing again.
 *
 * Returns: %TRUE if a new step begins
 */
gboolean
dui_typing_begins_step (DuiTyping *self,
                        const char *before,
                        const char *after,
                        gint64 now)
{
  gsize n_before = strlen (before);
  gsize n_after = strlen (after);
  gsize shorter = MIN (n_before, n_after);
  gsize start = 0;
  gsize tail = 0;
  gboolean begins;

  while (start < shorter && before[start] == after[start])
    start++;
  while (tail < shorter - start && before[n_before - 1 - tail] == after[n_after - 1 - tail])
    tail++;

  begins = now - self->time > PAUSE_US;
  begins |= start > self->end + NEAR_BYTES || n_before - tail + NEAR_BYTES < self->end;
  if (n_after - tail > start)
    {
      begins |= self->after_blank && !is_blank_byte (after[start]);
      self->after_blank = is_blank_byte (after[n_after - tail - 1]);
    }

  self->end = n_after - tail;
  self->time = now;
  return begins;
}
