/* dt-xml-writer.h - writing canonical XML to memory
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DtXmlWriter:
 *
 * Builds one XML document in memory.
 *
 * The same calls give the same bytes: UTF-8, LF, two blanks of indentation,
 * attributes in the order given. Names come from our own code and are not
 * checked; all text is escaped, and characters that XML 1.0 cannot hold
 * (control codes, U+FFFE, U+FFFF, stray bytes) are dropped.
 */
typedef struct _DtXmlWriter DtXmlWriter;

/* INDENT: lay elements out on lines of their own. No white space is ever
 * added inside an element that has text or was marked as mixed. */
DtXmlWriter *dt_xml_writer_new (gboolean indent) G_GNUC_WARN_UNUSED_RESULT;
void dt_xml_writer_free (DtXmlWriter *self);

void dt_xml_writer_start_element (DtXmlWriter *self,
                                  const char *name);
/* Between start_element() and the first content; a NULL value writes nothing. */
void dt_xml_writer_attribute (DtXmlWriter *self,
                              const char *name,
                              const char *value);
void dt_xml_writer_attribute_int (DtXmlWriter *self,
                                  const char *name,
                                  gint64 value);
void dt_xml_writer_attribute_printf (DtXmlWriter *self,
                                     const char *name,
                                     const char *format,
                                     ...) G_GNUC_PRINTF (3, 4);
/* The innermost open element has mixed content even if an element comes first. */
void dt_xml_writer_set_mixed (DtXmlWriter *self);
void dt_xml_writer_text (DtXmlWriter *self,
                         const char *text);
void dt_xml_writer_text_len (DtXmlWriter *self,
                             const char *text,
                             gssize length);
void dt_xml_writer_end_element (DtXmlWriter *self);
/* <name>text</name>; nothing at all for NULL. */
void dt_xml_writer_text_element (DtXmlWriter *self,
                                 const char *name,
                                 const char *text);

/* The document. Every element must have been ended; the writer is spent. */
GBytes *dt_xml_writer_finish (DtXmlWriter *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtXmlWriter, dt_xml_writer_free)

G_END_DECLS
