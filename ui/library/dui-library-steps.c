/* dui-library-steps.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/dui-library-steps.h"

#include "common/dui-text-change.h"

#include <string.h>

typedef struct
{
  gsize start;
  char *removed;
  char *inserted;
  char *group;
  char *before;
  char *after;
} Step;

struct _DuiLibrarySteps
{
  GPtrArray *steps;
  guint n_done; /* those behind it were undone */
  gboolean is_ended;
};

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->removed);
  g_free (step->inserted);
  g_free (step->group);
  g_free (step->before);
  g_free (step->after);
  g_free (step);
}

DuiLibrarySteps *
dui_library_steps_new (void)
{
  DuiLibrarySteps *self = g_new0 (DuiLibrarySteps, 1);

  self->steps = g_ptr_array_new_with_free_func (step_free);
  return self;
}

void
dui_library_steps_free (DuiLibrarySteps *self)
{
  g_ptr_array_unref (self->steps);
  g_free (self);
}

static void
step_set (Step *step,
          const char *old,
          const char *text)
{
  gsize tail;

  dui_text_find_difference (old, text, &step->start, &tail);
  g_free (step->removed);
  g_free (step->inserted);
  step->removed = g_strndup (old + step->start, strlen (old) - tail - step->start);
  step->inserted = g_strndup (text + step->start, strlen (text) - tail - step->start);
}

static char *
swap (const char *text,
      gsize start,
      const char *gone,
      const char *put)
{
  g_autofree char *head = g_strndup (text, start);

  return g_strconcat (head, put, text + start + strlen (gone), NULL);
}

/* Words are undone one by one: a blank ends what is put together. */
static gboolean
ends_word (const char *old,
           const char *text)
{
  gsize start;
  gsize tail;
  gsize end;

  dui_text_find_difference (old, text, &start, &tail);
  end = strlen (text) - tail;
  return end > start && (text[end - 1] == ' ' || text[end - 1] == '\n');
}

void
dui_library_steps_add (DuiLibrarySteps *self,
                       const char *old,
                       const char *text,
                       const char *group,
                       const char *before,
                       const char *after)
{
  Step *last;

  g_return_if_fail (self != NULL && old != NULL && text != NULL);

  g_ptr_array_set_size (self->steps, (int) self->n_done);
  last = self->n_done > 0 ? g_ptr_array_index (self->steps, self->n_done - 1) : NULL;
  if (last != NULL && !self->is_ended && group != NULL && g_strcmp0 (group, last->group) == 0)
    {
      g_autofree char *first = swap (old, last->start, last->inserted, last->removed);

      step_set (last, first, text);
      g_free (last->after);
      last->after = g_strdup (after);
    }
  else
    {
      last = g_new0 (Step, 1);
      step_set (last, old, text);
      last->group = g_strdup (group);
      last->before = g_strdup (before);
      last->after = g_strdup (after);
      g_ptr_array_add (self->steps, last);
      self->n_done++;
    }

  self->is_ended = group == NULL || (*group != '=' && ends_word (old, text));
}

void
dui_library_steps_end_group (DuiLibrarySteps *self)
{
  self->is_ended = TRUE;
}

gboolean
dui_library_steps_can_undo (const DuiLibrarySteps *self)
{
  return self->n_done > 0;
}

gboolean
dui_library_steps_can_redo (const DuiLibrarySteps *self)
{
  return self->n_done < self->steps->len;
}

char *
dui_library_steps_undo (DuiLibrarySteps *self,
                        const char *text,
                        const char **touched)
{
  const Step *step;

  g_return_val_if_fail (dui_library_steps_can_undo (self), NULL);

  step = g_ptr_array_index (self->steps, --self->n_done);
  self->is_ended = TRUE;
  *touched = step->before;
  return swap (text, step->start, step->inserted, step->removed);
}

char *
dui_library_steps_redo (DuiLibrarySteps *self,
                        const char *text,
                        const char **touched)
{
  const Step *step;

  g_return_val_if_fail (dui_library_steps_can_redo (self), NULL);

  step = g_ptr_array_index (self->steps, self->n_done++);
  self->is_ended = TRUE;
  *touched = step->after;
  return swap (text, step->start, step->removed, step->inserted);
}
