/* dt-import-private.h - what the steps of an import hand to each other
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/dt-import.h"

G_BEGIN_DECLS

/* What can be reported; the codes, severities and texts are the table of dt-import-report.c. */
typedef enum
{
  DT_IMPORT_ANNEX_REFERENCE,
  DT_IMPORT_ARCHIVE_REPAIRED,
  DT_IMPORT_ATTACHED_HEAD,
  DT_IMPORT_BLANKS,
  DT_IMPORT_BULLET,
  DT_IMPORT_CAPACITY,
  DT_IMPORT_CONTROL,
  DT_IMPORT_HEAD_COMPLETED,
  DT_IMPORT_HEAD_KEPT,
  DT_IMPORT_HEAD_REWRITTEN,
  DT_IMPORT_HYPHEN,
  DT_IMPORT_LOST_LETTERS,
  DT_IMPORT_NOT_NFC,
  DT_IMPORT_NUMBER,
  DT_IMPORT_NUMBER_BLANK,
  DT_IMPORT_PAGE_HEADER,
  DT_IMPORT_PAGE_NUMBER,
  DT_IMPORT_RULE,
  DT_IMPORT_SIGNATURE_NOTE,
  DT_IMPORT_GAP,
  DT_IMPORT_TABLE_REBUILT,
  DT_IMPORT_TABLE_TASKS,
  DT_IMPORT_TABLE_UNREADABLE,
  DT_IMPORT_TRAILING,
  DT_IMPORT_N_NOTES
} DtImportNote;

/* One line of the source that is not blank. Strings live in the import. */
typedef struct
{
  const char *text; /* runs of blanks made one, none at the ends */
  const char *raw;  /* inner blanks as they were; a run with a tabulator is one */
  guint line;       /* 1-based line of the source */
  guint gap;        /* blank lines before it */
  guint indent;     /* blanks before its first character */
  guint width;      /* thousandths of an em, in the decree's font */
  gboolean page;    /* a form feed stood before it */
} DtImportLine;

/**
 * DtMark:
 *
 * How a paragraph begins. The order is the rank: a unit holds those after it.
 */
typedef enum
{
  DT_MARK_HEADING,     /* "## " of Markdown */
  DT_MARK_PART,        /* Phần I */
  DT_MARK_CHAPTER,     /* Chương I */
  DT_MARK_DIVISION,    /* Mục 1 */
  DT_MARK_SUBDIVISION, /* Tiểu mục 1 */
  DT_MARK_ARTICLE,     /* Điều 1. */
  DT_MARK_CAPITAL,     /* A. */
  DT_MARK_ROMAN,       /* I. */
  DT_MARK_ARABIC,      /* 1. */
  DT_MARK_DECIMAL,     /* 1.1. */
  DT_MARK_LETTER,      /* a) */
  DT_MARK_DASH,        /* - */
  DT_MARK_PLUS,        /* + */
  DT_MARK_ROW,         /* "| cell |" */
  DT_MARK_NONE,
} DtMark;

typedef struct
{
  DtMark mark;
  guint value;       /* the number typed; for letters the place in the alphabet of points, from 1, or 0 */
  guint depth;       /* numbers in a decimal, "#" of a heading */
  const char *label; /* what was typed, without blank and mark: "III", "f" */
  gsize label_length;
  gsize length; /* bytes of marker and blanks together */
} DtMarker;

typedef struct
{
  const char *text; /* the whole paragraph */
  DtMarker marker;
  guint line;
  guint n_lines;
  guint indent;
  gboolean section; /* becomes a section; else a line of a body */
} DtImportParagraph;

/* How a line begins and ends, as far as joining lines cares. */
typedef enum
{
  DT_START_LOWER,
  DT_START_UPPER,
  DT_START_DIGIT,
  DT_START_OTHER,
} DtStart;

typedef enum
{
  DT_END_NONE,
  DT_END_COMMA,
  DT_END_SEMICOLON,
  DT_END_COLON,
  DT_END_STOP,
} DtEnd;

typedef struct
{
  const char *name; /* of the source, for messages */
  gboolean markdown;
  GStringChunk *strings;
  GArray *lines;          /* DtImportLine */
  GPtrArray *target;      /* the caller's, nullable */
  GPtrArray *diagnostics; /* until they are sorted */
  gsize measure;          /* width of a full line; 0 where lines are not broken by width */
  gboolean spaced;        /* blank lines stand between all lines and mean nothing */
  gboolean decision;
  gboolean twins_told; /* blanks side by side are reported once */
  gboolean paper;      /* a reference line had number or date in it (Phụ lục I, mục III, khoản 1, điểm c) */
  GString *bullets;    /* signs of lists already reported */
  /* For the check that no word is lost: what went away and what was made up. */
  GString *dropped;
  GString *added;
} DtImport;

/* dt-import-report.c */
DtImport *dt_import_state_new (const char *name,
                               GPtrArray *diagnostics);
void dt_import_state_free (DtImport *self);
void dt_import_report (DtImport *self,
                       DtImportNote note,
                       guint line,
                       const char *old_text,
                       const char *new_text);
const char *dt_import_keep (DtImport *self,
                            const char *text,
                            gssize length);
void dt_import_drop (DtImport *self,
                     const char *text,
                     gssize length);
void dt_import_add (DtImport *self,
                    const char *text);

/* dt-import-decode.c */
char *dt_import_decode (DtImport *self,
                        GBytes *bytes,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* dt-import-lines.c */
void dt_import_read_lines (DtImport *self,
                           const char *text);
DtImportLine *dt_import_get_line (const DtImport *self,
                                  guint index);

/* dt-import-pages.c */
void dt_import_drop_page_marks (DtImport *self);
void dt_import_report_damage (DtImport *self,
                              guint from,
                              guint to);

/* dt-import-shape.c */
guint dt_import_width (const char *text,
                       gsize length);
gsize dt_import_first_word (const char *text);
gboolean dt_import_is_caps (const char *text);
gboolean dt_import_is_name (const char *text);
guint dt_import_count_words (const char *text);
DtStart dt_import_start (const char *text);
DtEnd dt_import_end (const char *text);
gboolean dt_import_ends_with_connector (const char *text);
gboolean dt_import_ends_with_unit_word (const char *text);
gsize dt_import_match_word (const char *text,
                            const char *word);
gboolean dt_import_is_rule (const char *text);
void dt_import_measure (DtImport *self);

/* dt-import-classify.c */
void dt_import_classify (const DtImport *self,
                         const char *text,
                         guint indent,
                         DtMarker *marker);
const char *dt_import_mark_unit (DtMark mark);
const char *dt_import_find_lead (const char *text,
                                 gsize *length);
gboolean dt_import_is_decision_line (const char *text);
const char *dt_import_find_kind (const char *text,
                                 const char **symbol,
                                 gsize *length);
const char *dt_import_kind_abbreviation (const char *kind);
gboolean dt_import_is_annex_line (const char *text,
                                  gsize *length);
gboolean dt_import_is_attached_line (const char *text);

G_END_DECLS
