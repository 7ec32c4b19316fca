/* dui-profile-entry.h - somebody or some unit of the profile, to unfold and edit
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "template/dt-profile.h"

G_BEGIN_DECLS

#define DUI_TYPE_PROFILE_ENTRY (dui_profile_entry_get_type ())

/**
 * DuiProfileEntry:
 *
 * A leader or a unit. Its signal #DuiProfileEntry::remove asks to take it away.
 */
G_DECLARE_FINAL_TYPE (DuiProfileEntry, dui_profile_entry, DUI, PROFILE_ENTRY, AdwExpanderRow)

GtkWidget *dui_profile_entry_new_leader (const DtLeader *leader) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *dui_profile_entry_new_unit (const DtUnit *unit) G_GNUC_WARN_UNUSED_RESULT;

const char *dui_profile_entry_get_id (DuiProfileEntry *self);
/* Nobody is named: it counts as not there. */
gboolean dui_profile_entry_is_blank (DuiProfileEntry *self);
char *dui_profile_entry_dup_name (DuiProfileEntry *self) G_GNUC_WARN_UNUSED_RESULT;
/* Puts @now for the word @old in its names. */
void dui_profile_entry_replace_word (DuiProfileEntry *self,
                                     const char *old,
                                     const char *now);
void dui_profile_entry_focus (DuiProfileEntry *self);

/* Its fields as they are; the strings of @fields are to be freed with dui_profile_texts_clear(). */
typedef struct
{
  char *name;
  char *second; /* title of a leader, abbreviation of a unit */
  const char *kind;
  DtRank rank;
  const char *form;
  const char *also;
  const char *members;
} DuiProfileTexts;

void dui_profile_entry_read (DuiProfileEntry *self,
                             DuiProfileTexts *texts);
void dui_profile_texts_clear (DuiProfileTexts *texts);

G_END_DECLS
