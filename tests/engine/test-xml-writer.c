/* test-xml-writer.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/dt-xml-reader.h"
#include "base/dt-xml-writer.h"

#include <signal.h>
#include <string.h>

#include "dt-test.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static void
assert_document (DtXmlWriter *writer,
                 const char *want)
{
  g_autoptr (GBytes) bytes = dt_xml_writer_finish (writer);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_strndup (data, length);
  g_autofree char *whole = g_strconcat (DECLARATION, want, "\n", NULL);

  ck_assert_str_eq (text, whole);
}

static void
write_sample (DtXmlWriter *writer)
{
  dt_xml_writer_start_element (writer, "plan");
  dt_xml_writer_attribute (writer, "xmlns", "urn:a");
  dt_xml_writer_attribute (writer, "none", NULL);
  dt_xml_writer_attribute_int (writer, "n", -7);
  dt_xml_writer_attribute_printf (writer, "page", "%d×%d", 210, 297);
  dt_xml_writer_start_element (writer, "empty");
  dt_xml_writer_end_element (writer);
  dt_xml_writer_text_element (writer, "title", "Kế hoạch");
  dt_xml_writer_text_element (writer, "left-out", NULL);
  dt_xml_writer_start_element (writer, "p");
  dt_xml_writer_text (writer, "a ");
  dt_xml_writer_start_element (writer, "b");
  dt_xml_writer_start_element (writer, "i");
  dt_xml_writer_text (writer, "x");
  dt_xml_writer_end_element (writer);
  dt_xml_writer_end_element (writer);
  dt_xml_writer_text (writer, " c");
  dt_xml_writer_end_element (writer);
  dt_xml_writer_start_element (writer, "outer");
  dt_xml_writer_start_element (writer, "inner");
  dt_xml_writer_text (writer, "");
  dt_xml_writer_end_element (writer);
  dt_xml_writer_end_element (writer);
  dt_xml_writer_end_element (writer);
}

START_TEST (structure_is_indented_and_text_is_not)
{
  g_autoptr (DtXmlWriter) writer = dt_xml_writer_new (TRUE);

  write_sample (writer);
  assert_document (writer,
                   "<plan xmlns=\"urn:a\" n=\"-7\" page=\"210×297\">\n"
                   "  <empty/>\n"
                   "  <title>Kế hoạch</title>\n"
                   "  <p>a <b><i>x</i></b> c</p>\n"
                   "  <outer>\n"
                   "    <inner/>\n"
                   "  </outer>\n"
                   "</plan>");
}
END_TEST

START_TEST (without_indentation_nothing_is_added)
{
  g_autoptr (DtXmlWriter) writer = dt_xml_writer_new (FALSE);

  write_sample (writer);
  assert_document (writer,
                   "<plan xmlns=\"urn:a\" n=\"-7\" page=\"210×297\"><empty/>"
                   "<title>Kế hoạch</title><p>a <b><i>x</i></b> c</p>"
                   "<outer><inner/></outer></plan>");
}
END_TEST

START_TEST (mixed_content_may_start_with_an_element)
{
  g_autoptr (DtXmlWriter) writer = dt_xml_writer_new (TRUE);

  dt_xml_writer_start_element (writer, "a");
  dt_xml_writer_start_element (writer, "p");
  dt_xml_writer_set_mixed (writer);
  dt_xml_writer_text_element (writer, "b", "x");
  dt_xml_writer_text (writer, "tail");
  dt_xml_writer_end_element (writer);
  dt_xml_writer_end_element (writer);
  assert_document (writer, "<a>\n  <p><b>x</b>tail</p>\n</a>");
}
END_TEST

static const struct
{
  const char *text;
  const char *in_text;
  const char *in_attribute;
} escapes[] = {
  { "a<b>&\"'", "a&lt;b&gt;&amp;\"'", "a&lt;b&gt;&amp;&quot;'" },
  { "a\nb\tc\rd", "a\nb\tc&#13;d", "a&#10;b&#9;c&#13;d" },
  { "]]>", "]]&gt;", "]]&gt;" },
  { "\x01"
    "a\x0b\x1f"
    "b\x08",
    "ab", "ab" },
  { "a\xff"
    "b\xc3",
    "ab", "ab" },
  { "a\xed\xa0\x80"
    "b",
    "ab", "ab" },
  { "x\xef\xbf\xbe\xef\xbf\xbfy\xef\xbf\xbd", "xy\xef\xbf\xbd", "xy\xef\xbf\xbd" },
  { "\xef\xac\x81 \xf0\x9f\x98\x80 đ", "\xef\xac\x81 \xf0\x9f\x98\x80 đ",
    "\xef\xac\x81 \xf0\x9f\x98\x80 đ" },
};

START_TEST (what_xml_cannot_hold_is_escaped_or_dropped)
{
  g_autoptr (DtXmlWriter) writer = dt_xml_writer_new (TRUE);
  g_autofree char *want = g_strdup_printf ("<a b=\"%s\">%s</a>", escapes[_i].in_attribute,
                                           escapes[_i].in_text);

  dt_xml_writer_start_element (writer, "a");
  dt_xml_writer_attribute (writer, "b", escapes[_i].text);
  dt_xml_writer_text (writer, escapes[_i].text);
  dt_xml_writer_end_element (writer);
  assert_document (writer, want);
}
END_TEST

START_TEST (a_length_ends_the_text_and_a_nul_is_dropped)
{
  g_autoptr (DtXmlWriter) writer = dt_xml_writer_new (TRUE);

  dt_xml_writer_start_element (writer, "a");
  dt_xml_writer_text_len (writer, "x\0y<z", 4);
  dt_xml_writer_end_element (writer);
  assert_document (writer, "<a>xy&lt;</a>");
}
END_TEST

/* Every character that XML allows must come back as it was. */
START_TEST (the_reader_gets_back_what_the_writer_was_given)
{
  g_autoptr (GString) text = g_string_new ("\t\n\r ");
  g_autoptr (DtXmlWriter) writer = dt_xml_writer_new (TRUE);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DtXmlReader) reader = NULL;

  for (gunichar c = 0x20; c < 0x11000; c++)
    if ((c < 0xd800 || c > 0xdfff) && c != 0xfffe && c != 0xffff)
      g_string_append_unichar (text, c);

  dt_xml_writer_start_element (writer, "a");
  dt_xml_writer_attribute (writer, "b", text->str);
  dt_xml_writer_text (writer, text->str);
  dt_xml_writer_end_element (writer);
  bytes = dt_xml_writer_finish (writer);

  reader = dt_xml_reader_new (bytes, NULL, NULL, &error);
  dt_assert_no_error (error);
  dt_xml_reader_next (reader);
  ck_assert (strcmp (dt_xml_reader_get_attribute (reader, "b"), text->str) == 0);
  dt_xml_reader_next (reader);
  ck_assert (strcmp (dt_xml_reader_get_text (reader, NULL), text->str) == 0);
}
END_TEST

START_TEST (open_elements_cannot_be_forgotten)
{
  g_autoptr (DtXmlWriter) writer = dt_xml_writer_new (TRUE);

  dt_xml_writer_start_element (writer, "a");
  g_bytes_unref (dt_xml_writer_finish (writer));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("xml-writer");
  TCase *basic = tcase_create ("basic");

  tcase_add_test (basic, structure_is_indented_and_text_is_not);
  tcase_add_test (basic, without_indentation_nothing_is_added);
  tcase_add_test (basic, mixed_content_may_start_with_an_element);
  tcase_add_loop_test (basic, what_xml_cannot_hold_is_escaped_or_dropped, 0,
                       G_N_ELEMENTS (escapes));
  tcase_add_test (basic, a_length_ends_the_text_and_a_nul_is_dropped);
  tcase_add_test (basic, the_reader_gets_back_what_the_writer_was_given);
  /* Without a process of its own the test would end with the abort. */
  if (g_strcmp0 (g_getenv ("CK_FORK"), "no") != 0)
    tcase_add_test_raise_signal (basic, open_elements_cannot_be_forgotten, SIGTRAP);
  suite_add_tcase (suite, basic);

  return dt_test_main (suite);
}
