/* dt-check-items-private.h - what stands on the pages, and dates in texts
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/dt-check-text-private.h"

G_BEGIN_DECLS

/* Something on a page: a stretch of a line in one style, or a rule. */
typedef struct
{
  DtItemKind kind;
  DtRole role;
  const char *node;     /* NULL for page numbers */
  const DtBlock *block; /* NULL for page numbers and the rules of tables */
  const DtBlock *table;
  guint row;
  guint column;
  gboolean header;
  gboolean last_line;
  guint page; /* of the whole document, from 1 */
  DtRect rect;
  DtLength baseline;
  guint size; /* hundredths of a point */
  gboolean bold;
  gboolean italic;
  guint number; /* what a page number says; 0 where it is none */
} DtCheckItem;

/* All of them, page by page; none without pages. */
const DtCheckItem *dt_check_get_items (const DtCheck *check,
                                       guint *n_items);
/* dt-rules-head-form.c: compares what is set in some roles with the sheet of the decree. */
void dt_check_styles (DtCheck *check,
                      const DtRole *roles,
                      guint n_roles,
                      gboolean slant);
/* "13", "12–13": sizes in points, for measured and allowed. */
char *dt_check_format_size (guint size) G_GNUC_WARN_UNUSED_RESULT;
char *dt_check_format_mm (DtLength length) G_GNUC_WARN_UNUSED_RESULT;

/* How a date is written. */
typedef enum
{
  DT_DATE_WORDS, /* "ngày 5 tháng 3 năm 2026", the year may be missing */
  DT_DATE_SLASH, /* "05/3/2026" */
  DT_DATE_DOT,   /* "05.3.2026" */
  DT_DATE_DASH,  /* "05-3-2026" */
} DtDateForm;

/* A date in a text. Offsets are bytes; a part that is not there has length 0 and number 0. */
typedef struct
{
  DtDateForm form;
  gsize start; /* of the day's number */
  gsize end;
  guint day, month, year;
  gsize day_length;
  gsize month_start, month_length;
  gsize year_start, year_length;
} DtDateHit;

/* The next date at or behind *@cursor, which moves behind it. Dates that no calendar has are found too. */
gboolean dt_check_next_date (const char *plain,
                             gsize length,
                             gsize *cursor,
                             DtDateHit *hit);
/* "05", "3", "02": a day below ten and the months 1 and 2 take a zero (Phụ lục I, mục II, khoản 4, điểm b). */
char *dt_check_format_day (guint day) G_GNUC_WARN_UNUSED_RESULT;
char *dt_check_format_month (guint month) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
