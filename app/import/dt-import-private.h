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
  DT_IMPORT_BULLET,
  DT_IMPORT_CONTROL,
  DT_IMPORT_HEAD_COMPLETED,
  DT_IMPORT_HEAD_KEPT,
  DT_IMPORT_HEAD_REWRITTEN,
  DT_IMPORT_HYPHEN,
  DT_IMPORT_LOST_LETTERS,
  DT_IMPORT_NOT_NFC,
  DT_IMPORT_NUMBER,
  DT_IMPORT_PAGE_HEADER,
  DT_IMPORT_PAGE_NUMBER,
  DT_IMPORT_RULE,
  DT_IMPORT_SIGNATURE_NOTE,
  DT_IMPORT_GAP,
  DT_IMPORT_TABLE_REBUILT,
  DT_IMPORT_TABLE_UNREADABLE,
  DT_IMPORT_TRAILING,
  DT_IMPORT_N_NOTES
} DtImportNote;

/* One line of the source that is not blank. Strings live in the import. */
typedef struct
{
  const char *text; /* runs of blanks made one, none at the ends */
  const char *raw;  /* inner blanks as they were */
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
  gsize length;      /* bytes of marker and blanks together */
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
  GArray *lines; /* DtImportLine */
  GPtrArray *target;      /* the caller's, nullable */
  GPtrArray *diagnostics; /* until they are sorted */
  gsize measure; /* width of a full line; 0 where lines are not broken by width */
  gboolean spaced; /* blank lines stand between all lines and mean nothing */
  gboolean decision;
  gboolean paper; /* a reference line had number or date in it (Phụ lục I, mục III, khoản 1, điểm c) */
  GString *bullets; /* signs of lists already reported */
  /* For the check that no word is lost: what went away and what was made up. */
  GString *dropped;
  GString *added;
} DtImport;

/* A body as it grows: its text in the notation, and where its counts stand. */
typedef struct
{
  DtImport *import;
  GString *text;
  guint clause;
  guint point;
} DtImportBody;

/* The first half: the head, up to the first line of the content. */
typedef struct
{
  const char *kind;
  guint kind_line;
  const char *parent;
  const char *agency;
  const char *number;
  const char *symbol;
  const char *date;
  const char *place;
  const char *period;
  const char *urgency;
  const char *circulation;
  const char *subject;
  const char *authority;
  GPtrArray *kept; /* of const char *: lines nobody knows a place for */
} DtImportHead;

/* What stands between head and signature, and in an attached text. */
typedef struct
{
  GPtrArray *addressees; /* of const char * */
  GPtrArray *bases;      /* of DtNode */
  GString *opening;
  GPtrArray *sections;   /* of DtNode */
  GString *closing;
} DtImportContent;

/* The end: recipients and signature. */
typedef struct
{
  GPtrArray *recipients; /* of const char * */
  const char *archive;
  GPtrArray *capacities; /* pairs: form ("" for none), text */
  const char *position;
  const char *signer;
  gboolean found;
} DtImportClose;

/* dt-import-report.c */
DtImport *dt_import_state_new (const char *name,
                               GPtrArray *diagnostics);
void dt_import_state_free (DtImport *self);
const char *dt_import_note_get_code (DtImportNote note);
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

/* dt-import-paragraphs.c */
GArray *dt_import_join (DtImport *self,
                        guint from,
                        guint to,
                        gboolean opening) G_GNUC_WARN_UNUSED_RESULT;
void dt_import_join_text (DtImport *self,
                          GString *text,
                          const char *next,
                          guint line);

/* dt-import-head.c */
guint dt_import_read_head (DtImport *self,
                           DtImportHead *head);
gboolean dt_import_is_national (const char *text);
GPtrArray *dt_import_split_columns (DtImport *self,
                                    const char *raw) G_GNUC_WARN_UNUSED_RESULT;
guint dt_import_read_subject (DtImport *self,
                              guint from,
                              guint to,
                              const char **subject);

/* dt-import-complete.c */
void dt_import_complete_head (DtImport *self,
                              DtImportHead *head,
                              const DtImportClose *end,
                              GArray *paragraphs);

/* dt-import-close.c */
guint dt_import_find_close (DtImport *self,
                            guint from);
guint dt_import_read_close (DtImport *self,
                            guint from,
                            DtImportClose *end);
DtNode *dt_import_make_recipients (const DtImport *self,
                                   const DtImportClose *end) G_GNUC_WARN_UNUSED_RESULT;
DtNode *dt_import_make_signature (const DtImport *self,
                                  const DtImportClose *end) G_GNUC_WARN_UNUSED_RESULT;

/* dt-import-sections.c */
void dt_import_choose_sections (DtImport *self,
                                GArray *paragraphs,
                                guint from,
                                guint to);
const char *dt_import_content (const DtImportParagraph *paragraph);
gboolean dt_import_is_title (GArray *paragraphs,
                             guint index,
                             guint to);

/* dt-import-body.c */
void dt_import_body_init (DtImportBody *body,
                          DtImport *import);
void dt_import_body_append (DtImportBody *body,
                            const DtImportParagraph *paragraph);
void dt_import_body_append_text (DtImportBody *body,
                                 const char *text,
                                 guint line);
char *dt_import_escape (const DtImport *self,
                        const char *text,
                        gboolean line_start) G_GNUC_WARN_UNUSED_RESULT;

/* dt-import-build.c */
void dt_import_build (DtImport *self,
                      GArray *paragraphs,
                      guint from,
                      guint to,
                      GPtrArray *sections,
                      GString *loose);

/* dt-import-content.c */
void dt_import_content_init (DtImportContent *content);
void dt_import_content_clear (DtImportContent *content);
void dt_import_read_content (DtImport *self,
                             GArray *paragraphs,
                             GPtrArray *kept,
                             DtImportContent *content);

/* dt-import-attachment.c */
DtNode *dt_import_read_attachment (DtImport *self,
                                   guint from,
                                   guint to) G_GNUC_WARN_UNUSED_RESULT;

/* dt-import.c */
DtNode *dt_import_make_root (DtImport *self) G_GNUC_WARN_UNUSED_RESULT;
DtNode *dt_import_read_text (DtImport *self,
                             const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* dt-import-annex.c */
guint dt_import_read_reference (DtImport *self,
                                guint from,
                                guint to);
DtNode *dt_import_read_annex (DtImport *self,
                              guint from,
                              guint to,
                              guint index,
                              guint count);
guint dt_import_find_annex_end (DtImport *self,
                                guint from);

/* dt-import-table.c */
gboolean dt_import_read_table (DtImport *self,
                               guint from,
                               guint to,
                               GString *body);

G_END_DECLS
