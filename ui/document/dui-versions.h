/* dui-versions.h - what was saved, and what went to the leaders, kept
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "document/dui-document.h"

G_BEGIN_DECLS

/**
 * DuiVersionKind:
 * @DUI_VERSION_SAVE: the file was saved
 * @DUI_VERSION_ROUND: the plan went to the leaders (trình lãnh đạo); never cleaned away
 *
 * Why a version was kept.
 */
typedef enum
{
  DUI_VERSION_SAVE,
  DUI_VERSION_ROUND,
} DuiVersionKind;

/**
 * DuiVersion:
 * @path: where it is
 * @time: when it was kept, in µs since 1970
 * @kind: why
 *
 * A plan as it was.
 */
typedef struct
{
  char *path;
  gint64 time;
  DuiVersionKind kind;
} DuiVersion;

/**
 * DuiVersionChange:
 * @reference: the node
 * @old: its text of then, empty where it did not exist
 * @now: its text of now, empty where it does not exist
 *
 * A text in which two plans differ.
 */
typedef struct
{
  char *reference;
  char *old;
  char *now;
} DuiVersionChange;

/* Keeps the plan of now in the folder of the user. What is the same as the last version of its kind is no new one. */
gboolean dui_versions_keep (DuiDocument *document,
                            DuiVersionKind kind,
                            GError **error);
/* (element-type DuiVersion): the newest first. */
GPtrArray *dui_versions_list (DuiDocument *document) G_GNUC_WARN_UNUSED_RESULT;
/* Makes the version the plan of now, as a step that can be undone. */
gboolean dui_versions_restore (DuiDocument *document,
                               const DuiVersion *version,
                               GError **error);
/* (element-type DuiVersionChange): the texts in which @old and @now differ, in the order of @now,
 * then those that are gone. */
GPtrArray *dui_versions_compare (DtPlan *old,
                                 DtPlan *now) G_GNUC_WARN_UNUSED_RESULT;
/* @now as markup of Pango, word by word: what is new underlined, what is gone struck out. */
char *dui_versions_mark (const char *old,
                         const char *now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
