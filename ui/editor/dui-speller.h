/* dui-speller.h - finds misspelled Vietnamese words
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "template/dt-profile.h"

G_BEGIN_DECLS

#define DUI_TYPE_SPELLER (dui_speller_get_type ())

/**
 * DuiSpellerState:
 * @DUI_SPELLER_ABSENT: the program was built without it
 * @DUI_SPELLER_NO_DICTIONARY: there is no Vietnamese dictionary
 * @DUI_SPELLER_READY: words are checked
 *
 * Whether words can be checked.
 */
typedef enum
{
  DUI_SPELLER_ABSENT,
  DUI_SPELLER_NO_DICTIONARY,
  DUI_SPELLER_READY,
} DuiSpellerState;

/* A misspelled word, in bytes of the text. */
typedef struct
{
  gsize start;
  gsize end;
} DuiMisspelling;

G_DECLARE_FINAL_TYPE (DuiSpeller, dui_speller, DUI, SPELLER, GObject)

/* The one of the program. */
DuiSpeller *dui_speller_get_default (void);
DuiSpellerState dui_speller_get_state (DuiSpeller *self);
/* In words, for the preferences. */
const char *dui_speller_state_get_label (DuiSpellerState state);

gboolean dui_speller_check (DuiSpeller *self,
                            const char *word,
                            gssize length);
/* A GArray of DuiMisspelling: words of @text that are in no dictionary; citations, fields, numbers,
 * symbols, addresses and words in capitals are passed over. */
GArray *dui_speller_find (DuiSpeller *self,
                          const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* The best first, %NULL terminated; in the letters of @word. */
char **dui_speller_suggest (DuiSpeller *self,
                            const char *word) G_GNUC_WARN_UNUSED_RESULT;
/* Right from now on, and for good if @for_good. */
void dui_speller_add (DuiSpeller *self,
                      const char *word,
                      gboolean for_good);
/* The names of the office are right. */
void dui_speller_add_profile (DuiSpeller *self,
                              const DtProfile *profile);
/* The word with its tone mark where the other school puts it (hòa, hoà; quý, quí), or NULL. */
char *dui_speller_other_placement (const char *word) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
