/* dui-profile-page-private.h - what the files of DuiProfilePage share
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "editor/dui-form-row.h"
#include "start/dui-profile-entry.h"
#include "start/dui-profile-page.h"

#include "common/dui-banner.h"

G_BEGIN_DECLS

/* The texts of the office, in the order of the page. */
typedef enum
{
  DUI_OFFICE_PLACE,
  DUI_OFFICE_NAME,
  DUI_OFFICE_SHORT,
  DUI_OFFICE_AREA,
  DUI_OFFICE_HAMLET,
  DUI_OFFICE_AGENCY,
  DUI_OFFICE_ARCHIVE,
  DUI_N_OFFICE,
} DuiOfficeText;

/* Numbers within the lawful range. */
typedef enum
{
  DUI_HABIT_TOP,
  DUI_HABIT_RIGHT,
  DUI_HABIT_BOTTOM,
  DUI_HABIT_LEFT,
  DUI_HABIT_SIZE,
  DUI_HABIT_INDENT,
  DUI_HABIT_SPACING,
  DUI_N_HABITS,
} DuiHabit;

struct _DuiProfilePage
{
  AdwBin parent_instance;

  DuiEngine *engine;
  DtProfile *base;        /* what the form was filled from; NULL without any */
  GBytes *begun;          /* what the form said when it was opened or saved */
  DtLevel level;          /* whose words stand in the names of units */
  GPtrArray *symbols;     /* pairs of kind and symbol */
  GPtrArray *symbol_rows; /* of DuiFormRow, in their order; none before they were shown */
  GPtrArray *leaders;     /* of DuiProfileEntry */
  GPtrArray *units;
  guint n_added;
  guint rest_idle;

  /* Template children */
  DuiBanner *banner;
  AdwComboRow *level_row;
  DuiFormRow *texts[DUI_N_OFFICE];
  AdwExpanderRow *symbols_row;
  AdwPreferencesGroup *leaders_group;
  AdwPreferencesGroup *units_group;
  DuiFormRow *recipients_row;
  GtkSwitch *paper_switch;
  GtkSwitch *area_switch;
  GtkSpinButton *spins[DUI_N_HABITS];
  GtkWidget *rest;
  GtkWidget *skip_button;
};

char *dui_profile_page_dup_row (DuiFormRow *row) G_GNUC_WARN_UNUSED_RESULT;
/* dui-profile-write.c */
GBytes *dui_profile_page_write (DuiProfilePage *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
