/* dt-compose-private.h - what the parts of the composer share
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compose/dt-composition.h"
#include "compose/dt-numbering.h"
#include "model/dt-notation.h"
#include "model/dt-task-units.h"

G_BEGIN_DECLS

/* Where the numbers stand that run on through the text. */
typedef struct
{
  guint numbers[DT_N_UNITS];
} DtCounters;

/* All that the blocks of a section depend on beside the section itself: how it is numbered, and the numbers before it. */
typedef struct
{
  DtUnit unit;
  guint number;
  DtScheme scheme;
  guint depth;
  gboolean is_live;  /* whether the section above tells of the tasks */
  gboolean has_unit; /* whether it tells those of a unit */
  DtCounters running;
} DtSectionPlace;

/* A document that is cited, and whether it was cited before: what the printed form depends on. */
typedef struct
{
  const DtDocument *document;
  gboolean seen;
} DtMention;

/**
 * DtFragment:
 *
 * The blocks of one section, or of a stretch such as the head, kept with what
 * they were made from: the node, and its surroundings. A later composition
 * takes over the fragment of every node that is the same in the same place.
 */
typedef struct _DtFragment DtFragment;
struct _DtFragment
{
  DtNode *node;
  char *context;           /* what the blocks depend on beside the node: label above for sections */
  DtSectionPlace place;    /* sections only */
  DtCounters after;        /* sections only: the numbers that run on, behind this section */
  GPtrArray *blocks;       /* (element-type DtBlock): own heading and body */
  GPtrArray *children;     /* (element-type DtFragment), nullable: sections below, after the blocks */
  GPtrArray *diagnostics;  /* (element-type DtDiagnostic), nullable: of this fragment alone */
  GArray *mentions;        /* (element-type DtMention), nullable: of this fragment alone */
  GPtrArray *all;          /* blocks of this fragment and of those below, borrowed */
  guint n_all_diagnostics; /* of this fragment and of those below */
  guint n_all_mentions;
  gboolean is_live;        /* sections only: whether it, or one below, tells of the tasks */
  DtNode *tasks;           /* sections only: the table it tells of; nullable, borrowed from the plan */
  gboolean has_task_annex; /* sections only: as in the run */
};

DtFragment *dt_fragment_new (DtNode *node,
                             const char *context) G_GNUC_WARN_UNUSED_RESULT;
DtFragment *dt_fragment_ref (DtFragment *self);
void dt_fragment_unref (DtFragment *self);

/**
 * DtComposing:
 *
 * One run of the composer. @diagnostics and @mentions are where findings and
 * citations of the fragment at hand go; @seen holds what was cited so far.
 */
typedef struct
{
  const DtComposer *composer;
  DtPlan *plan;
  DtNode *root;
  DtNode *head; /* nullable */
  const DtKind *kind;
  DtNode *fields;           /* nullable */
  DtNode *tasks;            /* nullable */
  const DtTaskUnits *units; /* the tasks, by unit */
  gboolean has_task_annex;  /* whether an annex shows the table of tasks */
  DtDate on;                /* the day on which validity is judged */
  GPtrArray *diagnostics;
  GArray *mentions;
  GHashTable *seen;
} DtComposing;

typedef struct _DtTextBuilder DtTextBuilder;

/* Citations: dt-compose-cite.c. */
void dt_compose_citation (DtTextBuilder *builder,
                          DtComposing *composing,
                          const char *node,
                          guint line,
                          const DtSpan *span);
/* Whether every citation in @self and below it would print as it did then; if so they count as cited now. */
gboolean dt_fragment_cites_as_before (const DtFragment *self,
                                      DtComposing *composing);
/* Starts and ends the fragment at hand: what is found from now on is its own. */
typedef struct
{
  GPtrArray *diagnostics;
  GArray *mentions;
} DtOuter;
void dt_fragment_begin (DtComposing *composing,
                        DtOuter *outer);
void dt_fragment_end (DtFragment *self,
                      DtComposing *composing,
                      const DtOuter *outer);

/* Text: dt-compose-text.c. A builder gathers runs and becomes a paragraph. */
struct _DtTextBuilder
{
  const DtStyle *style;
  GString *text;
  GArray *runs;
  guint label;
};

void dt_text_builder_init (DtTextBuilder *self,
                           DtComposing *composing,
                           DtRole role);
void dt_text_builder_add (DtTextBuilder *self,
                          DtRunKind kind,
                          gboolean bold,
                          gboolean italic,
                          const char *text,
                          gsize start,
                          gsize end);
void dt_text_builder_add_label (DtTextBuilder *self,
                                const char *label,
                                gboolean bold);
void dt_text_builder_add_spans (DtTextBuilder *self,
                                DtComposing *composing,
                                const char *node,
                                guint line,
                                const DtSpan *spans,
                                guint n_spans);
/* Clears the builder. */
DtBlock *dt_text_builder_finish (DtTextBuilder *self,
                                 const char *node,
                                 guint line) G_GNUC_WARN_UNUSED_RESULT;
/* A paragraph of plain text that is not in the plan (Quốc hiệu, "Nơi nhận:"). */
DtBlock *dt_compose_fixed (DtComposing *composing,
                           DtRole role,
                           const char *node,
                           const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* A paragraph from the one-line text of a node, between @before and @after. */
DtBlock *dt_compose_line (DtComposing *composing,
                          DtRole role,
                          const char *node,
                          const char *before,
                          const char *text,
                          const char *after) G_GNUC_WARN_UNUSED_RESULT;
/* All paragraphs and tables of a body; @label (nullable) goes before the first paragraph. */
void dt_compose_body (DtComposing *composing,
                      const char *node,
                      const char *text,
                      DtRole role,
                      DtRole first_role,
                      const char *label,
                      GPtrArray *blocks);
DtBlock *dt_compose_table (DtComposing *composing,
                           const char *node,
                           guint line,
                           const DtTable *table) G_GNUC_WARN_UNUSED_RESULT;
/* The reason a part of the draft is still open: "missing" with the name of the part. */
void dt_compose_missing (DtComposing *composing,
                         const char *node,
                         const char *what);

/* Sections: dt-compose-sections.c. */
GPtrArray *dt_compose_sections (DtComposing *composing,
                                DtNode *parent,
                                const char *reference,
                                DtScheme scheme,
                                GPtrArray *previous) G_GNUC_WARN_UNUSED_RESULT;

/* Tasks as paragraphs: dt-compose-tasks.c. */
/* Whether below the section stands one for each unit that has a task. */
gboolean dt_compose_tells_tasks (const DtNode *section);
/* The unit that a section below such a one is about; NULL if none that has a task. */
const DtTaskUnit *dt_compose_find_unit (const DtComposing *composing,
                                        const DtNode *section);
/* The heading of a section that stands in no file. */
char *dt_compose_unit_title (const DtTaskUnit *unit) G_GNUC_WARN_UNUSED_RESULT;
/* What a unit leads, then what it helps with, a paragraph each. */
void dt_compose_unit_tasks (DtComposing *composing,
                            const DtTaskUnit *unit,
                            GPtrArray *blocks);

/* Head and bases: dt-compose-head.c. All append blocks. */
void dt_compose_head (DtComposing *composing,
                      GPtrArray *blocks);
void dt_compose_attachment_head (DtComposing *composing,
                                 DtNode *attachment,
                                 const DtKind *kind,
                                 GPtrArray *blocks);
void dt_compose_bases (DtComposing *composing,
                       GPtrArray *blocks);
DtDate dt_compose_get_date (const DtComposing *composing);
/* "Ủy ban nhân dân xã Long Hồ" from "ỦY BAN NHÂN DÂN\nXÃ LONG HỒ". */
char *dt_compose_agency_name (const DtComposing *composing) G_GNUC_WARN_UNUSED_RESULT;
/* "số 20/KH-UBND", blanks where the number is not known. */
char *dt_compose_number (const DtComposing *composing,
                         gboolean filled) G_GNUC_WARN_UNUSED_RESULT;
/* "(Kèm theo Kế hoạch số … ngày … của …)" and its rule. */
void dt_compose_attached (DtComposing *composing,
                          const char *node,
                          GPtrArray *blocks);

/* Signature, recipients, annexes: dt-compose-close.c. */
void dt_compose_close (DtComposing *composing,
                       GPtrArray *blocks);
void dt_compose_annex_head (DtComposing *composing,
                            DtNode *annex,
                            const char *reference,
                            guint number,
                            guint n_annexes,
                            GPtrArray *blocks);
void dt_compose_task_table (DtComposing *composing,
                            const char *node,
                            GPtrArray *blocks);

G_END_DECLS
