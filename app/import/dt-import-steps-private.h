/* dt-import-steps-private.h - the steps from lines to a plan, and what they hand on
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/dt-import-private.h"

G_BEGIN_DECLS

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
  GPtrArray *sections; /* of DtNode */
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

/* dt-import-paragraphs.c */
GArray *dt_import_join (DtImport *self,
                        guint from,
                        guint to,
                        gboolean opening) G_GNUC_WARN_UNUSED_RESULT;
void dt_import_join_text (DtImport *self,
                          GString *text,
                          const char *next,
                          guint line);

/* dt-import-head.c, dt-import-columns.c, dt-import-subject.c */
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
void dt_import_strip_end (DtImport *self,
                          GArray *paragraphs);
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
                              guint count,
                              DtNode **tasks);
guint dt_import_find_annex_end (DtImport *self,
                                guint from);

/* dt-import-rows.c */
guint dt_import_count_rows (DtImport *self,
                            guint from,
                            guint to);
void dt_import_append_rows (DtImport *self,
                            guint from,
                            guint n_rows,
                            GArray *paragraphs);

/* dt-import-tasks.c */
DtNode *dt_import_find_tasks (DtImport *self,
                              const char *body,
                              guint line) G_GNUC_WARN_UNUSED_RESULT;

/* dt-import-table.c */
gboolean dt_import_read_table (DtImport *self,
                               guint from,
                               guint to,
                               GString *body);

G_END_DECLS
