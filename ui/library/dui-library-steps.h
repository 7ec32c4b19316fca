/* dui-library-steps.h - what was done to a text, to undo it
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Steps back and forth between states of one text. */
typedef struct _DuiLibrarySteps DuiLibrarySteps;

DuiLibrarySteps *dui_library_steps_new (void) G_GNUC_WARN_UNUSED_RESULT;
void dui_library_steps_free (DuiLibrarySteps *self);

/* @old became @text. @before, @after (nullable): the entries it was about. A step of the same @group
 * (nullable) as the last one is put together with it, up to the end of a word unless its name begins
 * with "=". */
void dui_library_steps_add (DuiLibrarySteps *self,
                            const char *old,
                            const char *text,
                            const char *group,
                            const char *before,
                            const char *after);
void dui_library_steps_end_group (DuiLibrarySteps *self);

gboolean dui_library_steps_can_undo (const DuiLibrarySteps *self);
gboolean dui_library_steps_can_redo (const DuiLibrarySteps *self);
/* The text before, or after; @touched: the entry to show, valid until the next step. */
char *dui_library_steps_undo (DuiLibrarySteps *self,
                              const char *text,
                              const char **touched) G_GNUC_WARN_UNUSED_RESULT;
char *dui_library_steps_redo (DuiLibrarySteps *self,
                              const char *text,
                              const char **touched) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiLibrarySteps, dui_library_steps_free)

G_END_DECLS
