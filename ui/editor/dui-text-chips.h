/* dui-text-chips.h - the citations of a body text and what the catalogue says of them
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/dt-catalog-validity.h"
#include "catalog/dt-cite.h"

G_BEGIN_DECLS

/**
 * DuiChipState:
 * @DUI_CHIP_UNKNOWN: there is no catalogue to ask
 * @DUI_CHIP_GOOD: in force
 * @DUI_CHIP_AMENDED: in force, and amended
 * @DUI_CHIP_UNCLEAR: nothing is known of its validity
 * @DUI_CHIP_MISSING: the catalogue does not have it
 * @DUI_CHIP_SEVERAL: the catalogue has several with that number
 * @DUI_CHIP_NOT_YET: not in force yet
 * @DUI_CHIP_EXPIRED: no longer in force
 * @DUI_CHIP_REPLACED: another has its place
 *
 * What is to be said of a citation, the worst last.
 */
typedef enum
{
  DUI_CHIP_UNKNOWN,
  DUI_CHIP_GOOD,
  DUI_CHIP_AMENDED,
  DUI_CHIP_UNCLEAR,
  DUI_CHIP_MISSING,
  DUI_CHIP_SEVERAL,
  DUI_CHIP_NOT_YET,
  DUI_CHIP_EXPIRED,
  DUI_CHIP_REPLACED,
  DUI_N_CHIP_STATES,
} DuiChipState;

/**
 * DuiChip:
 * @start: where its brackets open, in characters
 * @end: behind its brackets
 * @state: the worst of the documents it cites
 * @marks: (element-type DtCiteMark): what it cites
 *
 * A citation in its brackets.
 */
typedef struct
{
  guint start;
  guint end;
  DuiChipState state;
  GPtrArray *marks;
} DuiChip;

/* (element-type DuiChip): in the order of @text. @catalog is nullable. */
GPtrArray *dui_chips_find (const char *text,
                           const DtCatalog *catalog,
                           DtDate on) G_GNUC_WARN_UNUSED_RESULT;
/* The one that @offset, in characters, lies in, its edges too if @edges; or NULL. */
const DuiChip *dui_chips_get_at (const GPtrArray *chips,
                                 guint offset,
                                 gboolean edges);

/* What one citation means: the document, or NULL, and what is to be said of it. */
DuiChipState dui_cite_mark_judge (const DtCiteMark *mark,
                                  const DtCatalog *catalog,
                                  DtDate on,
                                  const DtDocument **document,
                                  DtJudgement *judgement);
/* A sign for the state, and short words; the words are empty where all is well. */
const char *dui_chip_state_get_symbol (DuiChipState state);
const char *dui_chip_state_get_words (DuiChipState state);
/* What a reader wants to know: name, date, body, subject, validity; several lines. */
char *dui_chip_describe (const DuiChip *chip,
                         const DtCatalog *catalog,
                         DtDate on) G_GNUC_WARN_UNUSED_RESULT;
/* Where the text of the first document stands that has a place; NULL if none has. */
char *dui_chip_dup_link (const DuiChip *chip,
                         const DtCatalog *catalog) G_GNUC_WARN_UNUSED_RESULT;
/* The notation of the chip with every citation in @form. */
char *dui_chip_with_form (const DuiChip *chip,
                          DtCiteForm form) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
