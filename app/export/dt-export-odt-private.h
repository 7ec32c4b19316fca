/* dt-export-odt-private.h - what the parts of the ODT exporter share
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/dt-xml-writer.h"
#include "compose/dt-composition.h"
#include "layout/dt-setter.h"

G_BEGIN_DECLS

#define DT_ODT_VERSION "1.3"

/* How a paragraph departs from the named style of its role. */
typedef struct
{
  DtRole role;
  guint size; /* hundredths of a point */
  DtAlign align;
  gboolean keep_next;
  gboolean is_heading;
  const DtBlock *part; /* the page sequence that starts with it, or NULL */
} DtOdtVariant;

/**
 * DtOdt:
 *
 * One run of the exporter. Automatic styles are written to @styles as they are
 * first asked for, while the text goes to @body; both become content.xml.
 */
typedef struct
{
  DtComposition *composition;
  DtSheet *sheet;
  DtSetter *setter;
  DtXmlWriter *styles;    /* inside office:automatic-styles */
  DtXmlWriter *body;      /* inside office:text */
  GArray *variants;       /* DtOdtVariant; the style of the n-th is "Pn", counted from 1 */
  GPtrArray *diagnostics; /* nullable */
  guint n_tables;
  guint n_rules;        /* drawn so far */
  guint64 rule_styles;  /* bits of the rule roles whose style is written */
  guint span_styles;    /* bits of the text styles that are written: dt-export-odt-text.c */
  guint cell_styles;    /* bits of the cell styles that are written: dt-export-odt-table.c */
  gboolean row_style;   /* that of rows is written */
  const DtBlock *part;  /* the page sequence at hand */
  gboolean starts;      /* nothing of it is written yet */
  DtLength text_width;  /* of its pages */
  int text_limit;       /* the same in twips, as Writer adds it up */
  gboolean after_blank; /* inside a paragraph: white space here would be lost */
} DtOdt;

/**
 * DtOdtParagraph:
 * @block: a paragraph
 * @size: hundredths of a point
 * @keep_next: it must stand on the page of what follows
 * @limit: width of the column it stands in, in twips
 * @starts: bytes where lines start behind a line break, the first line left out
 * @n_starts: how many
 * @n_lines: how many lines it takes, counted where a rule follows
 * @rule: (nullable): the rule below it
 * @rule_length: its length, in µm
 */
typedef struct
{
  const DtBlock *block;
  guint size;
  gboolean keep_next;
  int limit;
  const guint *starts;
  guint n_starts;
  guint n_lines;
  const DtBlock *rule;
  DtLength rule_length;
} DtOdtParagraph;

/* Values: dt-export-odt-values.c. */
void dt_odt_namespaces (DtXmlWriter *xml,
                        const char *const *prefixes);
void dt_odt_length (DtXmlWriter *xml,
                    const char *name,
                    DtLength length);
/* A line of @width, or none where that is 0. */
void dt_odt_border (DtXmlWriter *xml,
                    const char *name,
                    DtLength width);
/* The font size three times: for Western, Asian and complex scripts. */
void dt_odt_size (DtXmlWriter *xml,
                  guint size);
void dt_odt_bold (DtXmlWriter *xml,
                  gboolean bold);
void dt_odt_italic (DtXmlWriter *xml,
                    gboolean italic);
void dt_odt_align (DtXmlWriter *xml,
                   DtAlign align);
void dt_odt_keep_next (DtXmlWriter *xml,
                       gboolean keep_next);
void dt_odt_font_faces (DtXmlWriter *xml,
                        const DtSheet *sheet);
/* "annex-landscape-first": the master page a part starts with, or goes on with. */
char *dt_odt_master_name (const DtBlock *part,
                          gboolean first) G_GNUC_WARN_UNUSED_RESULT;

/* styles.xml: dt-export-odt-styles.c. */
GBytes *dt_odt_styles (DtComposition *composition) G_GNUC_WARN_UNUSED_RESULT;
/* "bold", "italic" or "bold-italic"; NULL where both are FALSE. */
const char *dt_odt_emphasis (gboolean bold,
                             gboolean italic);

/* meta.xml and settings.xml: dt-export-odt-meta.c. */
GBytes *dt_odt_meta (DtComposition *composition) G_GNUC_WARN_UNUSED_RESULT;
GBytes *dt_odt_settings (void) G_GNUC_WARN_UNUSED_RESULT;

/* Paragraphs: dt-export-odt-text.c. */
void dt_odt_paragraph (DtOdt *self,
                       const DtOdtParagraph *paragraph);
/* A paragraph of the page; @rule (nullable) follows it. */
void dt_odt_flow_paragraph (DtOdt *self,
                            const DtBlock *block,
                            const DtBlock *rule,
                            gboolean keep_next);
void dt_odt_empty_paragraph (DtOdt *self,
                             DtRole role);
/* How many lines a paragraph of the page takes. */
guint dt_odt_count_lines (DtOdt *self,
                          const DtBlock *block);
/* What the style of a paragraph or table says where a page sequence starts with it. */
void dt_odt_start_attributes (DtXmlWriter *xml,
                              const DtBlock *part);
void dt_odt_start_properties (DtXmlWriter *xml,
                              const DtBlock *part);
/* The page sequence that starts with what is written next, or NULL. */
const DtBlock *dt_odt_take_start (DtOdt *self);

/* Columns and tables: dt-export-odt-table.c. */
void dt_odt_columns (DtOdt *self,
                     const DtBlock *block);
void dt_odt_table (DtOdt *self,
                   const DtBlock *block,
                   gboolean keep_next);

G_END_DECLS
