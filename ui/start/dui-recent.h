/* dui-recent.h - the plans that were worked on last
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "document/dui-drafts.h"

G_BEGIN_DECLS

/**
 * DuiRecent:
 * @draft: (nullable): id of the draft, where there is one that is in no window
 * @file: (nullable): where it was saved
 * @path: what to read to show it
 * @title: what to call it before it was read
 * @time: when it was written last, in seconds since 1970
 * @gone: the file is not where it was
 *
 * A plan to go on with.
 */
typedef struct
{
  char *draft;
  GFile *file;
  char *path;
  char *title;
  gint64 time;
  gboolean gone;
} DuiRecent;

/* (element-type DuiRecent): drafts that were never saved, then other drafts, then files,
 * those that are gone at the end; each the newest first.
 * @drafts (nullable). */
GPtrArray *dui_recent_list (DuiDrafts *drafts) G_GNUC_WARN_UNUSED_RESULT;
/* @file was opened or saved. */
void dui_recent_note (GFile *file);
/* @file is not to be listed any more; what is in it stays. */
void dui_recent_forget (GFile *file);
/* "today, 10:42", "yesterday, 08:15", "03/5/2026". */
char *dui_recent_describe_time (gint64 time,
                                GDateTime *now) G_GNUC_WARN_UNUSED_RESULT;
/* "20/KH-UBND"; NULL where the plan has neither number nor symbol. */
char *dui_recent_describe_number (DtPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
