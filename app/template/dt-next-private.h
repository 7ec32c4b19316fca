/* dt-next-private.h - moving a plan to another period, inside
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "template/dt-next.h"
#include "text/dt-date.h"

G_BEGIN_DECLS

/**
 * DtNextLiteralKind:
 * @DT_NEXT_PERIOD: a period in words with its year, a bare `năm 2026` among them
 * @DT_NEXT_PART: a part of a year whose year is not said: `quý II`, `tháng 8`, `ngày 15/8`
 * @DT_NEXT_DATE: a day with its year
 * @DT_NEXT_MONTH: `8/2026`
 * @DT_NEXT_SCHOOL_YEARS: `năm học 2026 - 2027`
 * @DT_NEXT_RANGE: two other years with a dash
 * @DT_NEXT_OPEN_YEAR: the year of a date with blanks: `…/…/2026`
 * @DT_NEXT_LONE_YEAR: a number that may be a year
 * @DT_NEXT_PERCENT: a share (tỷ lệ)
 * @DT_NEXT_ROUND: a round (đợt, lần thứ)
 *
 * What stands in a text that another period may change.
 */
typedef enum
{
  DT_NEXT_PERIOD,
  DT_NEXT_PART,
  DT_NEXT_DATE,
  DT_NEXT_MONTH,
  DT_NEXT_SCHOOL_YEARS,
  DT_NEXT_RANGE,
  DT_NEXT_OPEN_YEAR,
  DT_NEXT_LONE_YEAR,
  DT_NEXT_PERCENT,
  DT_NEXT_ROUND,
} DtNextLiteralKind;

/* The words before a year that say that it is no year of the plan. */
typedef enum
{
  DT_NEXT_FREE,
  DT_NEXT_FIXED,  /* đến năm 2030, từ năm 2025, tầm nhìn 2045 */
  DT_NEXT_QUOTED, /* between quotation marks */
  DT_NEXT_CITED,  /* in the citation of a document, its subject included */
  DT_NEXT_MARKED, /* between [[ and ]] */
} DtNextGuard;

/* Offsets are bytes of the text that was searched. */
typedef struct
{
  gsize start;
  gsize end;
} DtNextSpan;

typedef struct
{
  DtNextLiteralKind kind;
  DtNextGuard guard;
  DtNextSpan span;
  DtPeriod period;
  DtDate date;
  DtNextSpan part; /* which part of the year, or the month */
  DtNextSpan day;  /* of a date */
  DtNextSpan year;
  DtNextSpan last; /* the second year of two */
} DtNextLiteral;

/* (element-type DtNextLiteral), in order, none inside another. */
GArray *dt_next_scan (const char *text,
                      gsize length) G_GNUC_WARN_UNUSED_RESULT;

/* A text in which fields that hold a year are read as that year. */
typedef struct
{
  const char *source;
  GString *text;
  GArray *offsets; /* guint32: of each byte of @text, and of its end, the offset in @source */
} DtNextView;

/* A run of dt_next_run(). */
typedef struct
{
  const DtNextOptions *options;
  DtNextReport *report;
  DtPeriod from;
  DtPeriod to;
  int shift;                  /* months between the ends of the periods */
  int years;                  /* between their years */
  DtDate on;                  /* the day on which citations are judged */
  GHashTable *year_fields;    /* name -> year before, GUINT_TO_POINTER */
  GHashTable *moved_fields;   /* name -> year behind */
  GHashTable *kept_fields;    /* names of those that are kept */
  GPtrArray *basis_documents; /* DtDocument that a basis cites */
} DtNextRun;

/* A place that is changed, or, without @replacement, only told. @key is NULL for what is only told. */
typedef struct
{
  gsize start; /* in the source text */
  gsize end;
  char *replacement;
  const char *rule;
  DtSeverity severity;
  char *message;
  char *suggestion;
} DtNextEdit;

/* What is done with the text that is at hand. */
typedef struct
{
  DtNextRun *run;
  const DtNextView *view;
  gboolean is_deadline;
  gboolean is_year; /* a field that holds just a year */
  GArray *edits;    /* DtNextEdit */
} DtNextText;

/* dt-next-text.c: the new text of a node, or NULL if it stays as it is. */
char *dt_next_move_text (DtNextRun *run,
                         const DtNode *node,
                         const char *reference) G_GNUC_WARN_UNUSED_RESULT;
DtNextView *dt_next_view_new (const DtNextRun *run,
                              const char *source) G_GNUC_WARN_UNUSED_RESULT;
void dt_next_view_free (DtNextView *self);

/* dt-next-move.c: what a literal becomes. */
void dt_next_move_literal (DtNextText *self,
                           const DtNextLiteral *literal);
DtDate dt_next_move_date (DtDate date,
                          int months);
/* A year that is not before the year of the old period. */
gboolean dt_next_year_moves (const DtNextRun *run,
                             guint year);

/* dt-next-cite.c: the citations in a text. */
void dt_next_check_citations (DtNextText *self,
                              gboolean is_basis);
void dt_next_note_bases (DtNextRun *run,
                         const DtNode *root);

/* dt-next-names.c: who is named and not in the profile. */
void dt_next_check_names (DtNextRun *run,
                          const DtPlan *plan);

/* dt-next-report.c; the last two take @message and @suggestion. */
DtNextReport *dt_next_report_new (void) G_GNUC_WARN_UNUSED_RESULT;
char *dt_next_make_key (const char *node,
                        const char *attribute,
                        gsize start) G_GNUC_WARN_UNUSED_RESULT;
gboolean dt_next_is_kept (const DtNextOptions *options,
                          const char *key);
void dt_next_add_change (DtNextReport *self,
                         DtNextChange change);
void dt_next_add_finding (DtNextReport *self,
                          DtNextFinding finding);

void dt_next_text_tell (DtNextText *self,
                        gsize start,
                        gsize end,
                        DtSeverity severity,
                        const char *rule,
                        char *message,
                        char *suggestion);
void dt_next_text_replace (DtNextText *self,
                           gsize start,
                           gsize end,
                           const char *rule,
                           char *replacement);
/* From bytes of the view to bytes of the source. */
gsize dt_next_view_get_source (const DtNextView *view,
                               gsize offset);

G_END_DECLS
