/* test-xml-reader.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/dt-file.h"
#include "base/dt-xml-reader.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dt-test.h"

static const char sample[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  "<!-- a > b -->\n"
  "<plan xmlns=\"urn:a\" xmlns:x=\"urn:x\"\n"
  "      title=\"Kế &amp; hoạch&#10;2\" x:note='\"'>\n"
  "  <body>một &lt;hai&gt;<![CDATA[ & ba]]><!-- no --> bốn\n"
  "năm</body>\n"
  "  <?skip me?><đoạn/><x:end\n"
  "  a=\"1\"></x:end>\n"
  "</plan>\n";

static DtXmlReader *
open_text (const char *text,
           gsize length,
           const DtXmlLimits *limits,
           GError **error)
{
  /* A copy without a NUL behind it, so that reading too far is noticed. */
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  return dt_xml_reader_new (bytes, "f.xml", limits, error);
}

static DtXmlReader *
open_good (const char *text)
{
  g_autoptr (GError) error = NULL;
  DtXmlReader *reader = open_text (text, strlen (text), NULL, &error);

  dt_assert_no_error (error);
  return reader;
}

START_TEST (events_come_with_their_places)
{
  static const struct
  {
    DtXmlEvent event;
    const char *name;
    guint line;
    guint column;
    guint depth;
  } want[] = {
    { DT_XML_EVENT_START, "plan", 3, 1, 1 },
    { DT_XML_EVENT_TEXT, "\n  ", 4, 47, 1 },
    { DT_XML_EVENT_START, "body", 5, 3, 2 },
    { DT_XML_EVENT_TEXT, "một <hai> & ba bốn\nnăm", 5, 9, 2 },
    { DT_XML_EVENT_END, "body", 6, 4, 2 },
    { DT_XML_EVENT_TEXT, "\n  ", 6, 11, 1 },
    { DT_XML_EVENT_START, "đoạn", 7, 14, 2 },
    { DT_XML_EVENT_END, "đoạn", 7, 14, 2 },
    { DT_XML_EVENT_START, "end", 7, 21, 2 },
    { DT_XML_EVENT_END, "end", 8, 9, 2 },
    { DT_XML_EVENT_TEXT, "\n", 8, 17, 1 },
    { DT_XML_EVENT_END, "plan", 9, 1, 1 },
    { DT_XML_EVENT_EOF, "", 10, 1, 0 },
    { DT_XML_EVENT_EOF, "", 10, 1, 0 },
  };
  g_autoptr (DtXmlReader) reader = open_good (sample);

  ck_assert_int_eq (dt_xml_reader_get_event (reader), DT_XML_EVENT_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (want); i++)
    {
      ck_assert_int_eq (dt_xml_reader_next (reader), want[i].event);
      ck_assert_int_eq (dt_xml_reader_get_event (reader), want[i].event);
      if (want[i].event == DT_XML_EVENT_TEXT)
        ck_assert_str_eq (dt_xml_reader_get_text (reader, NULL), want[i].name);
      else
        ck_assert_str_eq (dt_xml_reader_get_name (reader), want[i].name);
      ck_assert_uint_eq (dt_xml_reader_get_line (reader), want[i].line);
      ck_assert_msg (dt_xml_reader_get_column (reader) == want[i].column, "column %u at %u",
                     dt_xml_reader_get_column (reader), i);
      ck_assert_uint_eq (dt_xml_reader_get_depth (reader), want[i].depth);
    }
}
END_TEST

START_TEST (attributes_have_values_namespaces_and_places)
{
  g_autoptr (DtXmlReader) reader = open_good (sample);
  guint line;
  guint column;

  dt_xml_reader_next (reader);
  ck_assert (dt_xml_reader_is (reader, "urn:a", "plan"));
  ck_assert (dt_xml_reader_is (reader, NULL, "plan"));
  ck_assert (!dt_xml_reader_is (reader, "", "plan"));
  ck_assert_uint_eq (dt_xml_reader_get_n_attributes (reader), 2);
  ck_assert_str_eq (dt_xml_reader_get_attribute (reader, "title"), "Kế & hoạch\n2");
  ck_assert_ptr_null (dt_xml_reader_get_attribute (reader, "note"));
  ck_assert_str_eq (dt_xml_reader_get_attribute_ns (reader, "urn:x", "note"), "\"");
  ck_assert_str_eq (dt_xml_reader_get_attribute_name (reader, 1), "note");
  ck_assert_str_eq (dt_xml_reader_get_attribute_namespace (reader, 1), "urn:x");
  ck_assert_str_eq (dt_xml_reader_get_attribute_value (reader, 1), "\"");

  dt_xml_reader_get_attribute_place (reader, "title", &line, &column);
  ck_assert_uint_eq (line, 4);
  ck_assert_uint_eq (column, 7);
  dt_xml_reader_get_attribute_place (reader, "note", &line, &column);
  ck_assert_uint_eq (line, 4);
  ck_assert_uint_eq (column, 36);
  dt_xml_reader_get_attribute_place (reader, "none", &line, &column);
  ck_assert_uint_eq (line, 3);
  ck_assert_uint_eq (column, 1);
}
END_TEST

START_TEST (ampersands_in_attributes_come_out_once)
{
  g_autoptr (DtXmlReader) reader =
    open_good ("<a b=\"&amp;&#38;&amp;lt;&amp;#38;x &lt;\">&amp;#38;&#38;lt;</a>");

  dt_xml_reader_next (reader);
  ck_assert_str_eq (dt_xml_reader_get_attribute (reader, "b"), "&&&lt;&#38;x <");
  dt_xml_reader_next (reader);
  ck_assert_str_eq (dt_xml_reader_get_text (reader, NULL), "&#38;&lt;");
}
END_TEST

START_TEST (a_byte_order_mark_and_crlf_are_read)
{
  g_autoptr (DtXmlReader) reader =
    open_good ("\xef\xbb\xbf<?xml version='1.0' encoding='utf-8'?>\r\n<a>\r\nx</a>");

  dt_xml_reader_next (reader);
  ck_assert_uint_eq (dt_xml_reader_get_line (reader), 2);
  ck_assert_uint_eq (dt_xml_reader_get_column (reader), 1);
  dt_xml_reader_next (reader);
  ck_assert_str_eq (dt_xml_reader_get_text (reader, NULL), "\nx");
}
END_TEST

START_TEST (tags_texts_and_skipping_work_together)
{
  g_autoptr (DtXmlReader) reader =
    open_good ("<a> <b><c>x</c>y</b> <d>một</d><e/>  </a>");
  g_autoptr (GError) error = NULL;
  g_autofree char *d = NULL;
  g_autofree char *e = NULL;

  ck_assert_int_eq (dt_xml_reader_next_tag (reader, &error), DT_XML_EVENT_START);
  ck_assert_int_eq (dt_xml_reader_next_tag (reader, &error), DT_XML_EVENT_START);
  dt_xml_reader_skip (reader);
  ck_assert (dt_xml_reader_is (reader, "", "b"));
  ck_assert_int_eq (dt_xml_reader_get_event (reader), DT_XML_EVENT_END);
  ck_assert_int_eq (dt_xml_reader_next_tag (reader, &error), DT_XML_EVENT_START);
  d = dt_xml_reader_read_text (reader, &error);
  ck_assert_str_eq (d, "một");
  ck_assert_int_eq (dt_xml_reader_next_tag (reader, &error), DT_XML_EVENT_START);
  e = dt_xml_reader_read_text (reader, &error);
  ck_assert_str_eq (e, "");
  ck_assert_int_eq (dt_xml_reader_get_event (reader), DT_XML_EVENT_END);
  ck_assert_int_eq (dt_xml_reader_next_tag (reader, &error), DT_XML_EVENT_END);
  ck_assert_int_eq (dt_xml_reader_next_tag (reader, &error), DT_XML_EVENT_EOF);
  dt_assert_no_error (error);
}
END_TEST

START_TEST (content_errors_name_place_and_expectation)
{
  static const char *const allowed[] = { "id", "title", NULL };
  static const char *const nothing[] = { NULL };
  g_autoptr (DtXmlReader) reader = open_good ("<a id='1'\n b='2'>\n x<c/></a>");
  g_autoptr (GError) first = NULL;
  g_autoptr (GError) second = NULL;
  g_autoptr (GError) third = NULL;
  g_autoptr (GError) fourth = NULL;
  g_autoptr (GError) fifth = NULL;

  dt_xml_reader_next (reader);
  ck_assert (!dt_xml_reader_check_attributes (reader, allowed, &first));
  dt_assert_error (first, DT_XML_ERROR, DT_XML_ERROR_CONTENT);
  ck_assert_str_eq (first->message,
                    "f.xml:2:2: <a> takes no attribute “b”, expected one of: id, title");
  ck_assert (!dt_xml_reader_check_attributes (reader, nothing, &second));
  ck_assert_str_eq (second->message, "f.xml:1:4: <a> takes no attribute “id”");
  ck_assert_str_eq (dt_xml_reader_require_attribute (reader, "id", NULL), "1");
  ck_assert_ptr_null (dt_xml_reader_require_attribute (reader, "title", &third));
  ck_assert_str_eq (third->message, "f.xml:1:1: <a> has no attribute “title”");
  ck_assert_int_eq (dt_xml_reader_next_tag (reader, &fourth), DT_XML_EVENT_ERROR);
  ck_assert_str_eq (fourth->message, "f.xml:2:8: unexpected text, expected a tag");
  dt_xml_reader_next (reader);
  ck_assert (!dt_xml_reader_error_unexpected (reader, "<b> or </a>", &fifth));
  ck_assert_str_eq (fifth->message, "f.xml:3:3: unexpected <c>, expected <b> or </a>");
}
END_TEST

START_TEST (an_element_in_a_text_is_an_error)
{
  g_autoptr (DtXmlReader) reader = open_good ("<a>x<b/></a>");
  g_autoptr (GError) error = NULL;

  dt_xml_reader_next (reader);
  ck_assert_ptr_null (dt_xml_reader_read_text (reader, &error));
  dt_assert_error (error, DT_XML_ERROR, DT_XML_ERROR_CONTENT);
  ck_assert_str_eq (error->message, "f.xml:1:5: unexpected <b>, expected text");
}
END_TEST

static const struct
{
  const char *text;
  DtXmlError code;
  const char *message;
} refused[] = {
  { "", DT_XML_ERROR_SYNTAX, "f.xml:1:1: the file is empty, expected an XML document" },
  { "Kế hoạch", DT_XML_ERROR_SYNTAX, "f.xml:1:1: this is no XML document, expected an element" },
  { "x<a/>", DT_XML_ERROR_SYNTAX, "f.xml:1:1: " },
  { "<a/>x", DT_XML_ERROR_SYNTAX, "f.xml:1:5: " },
  { "<a/><b/>", DT_XML_ERROR_SYNTAX, "f.xml:1:5: " },
  { "<a>\n <b></a>", DT_XML_ERROR_SYNTAX, "f.xml:2:5: found </a>, expected </b> for line 2" },
  { "<a></a></b>", DT_XML_ERROR_SYNTAX, "f.xml:1:8: </b> closes nothing" },
  { "<a>\n<b/>", DT_XML_ERROR_SYNTAX, "f.xml:2:5: the document ends too early, expected </a>" },
  { "<a b='1' b='2'/>", DT_XML_ERROR_SYNTAX, "f.xml:1:" },
  { "<a b=1/>", DT_XML_ERROR_SYNTAX, "f.xml:1:4: " },
  { "<a b='<'/>", DT_XML_ERROR_SYNTAX, "f.xml:1:4: " },
  { "<a b='1'c='2'/>", DT_XML_ERROR_SYNTAX, "f.xml:1:" },
  { "<a b='1", DT_XML_ERROR_SYNTAX, "f.xml:1:4: " },
  { "<a <b/>", DT_XML_ERROR_SYNTAX, "f.xml:1:4: " },
  { "<1/>", DT_XML_ERROR_SYNTAX, "f.xml:1:" },
  { "<a>1 < 2</a>", DT_XML_ERROR_SYNTAX,
    "f.xml:1:6: no tag starts here, “<” in a text is written “&lt;”" },
  { "<a>&copy;</a>", DT_XML_ERROR_SYNTAX, "f.xml:1:" },
  { "<a>a & b</a>", DT_XML_ERROR_SYNTAX, "f.xml:1:" },
  { "<a b='&x;'/>", DT_XML_ERROR_SYNTAX, "f.xml:1:" },
  { "<a>&#1;</a>", DT_XML_ERROR_SYNTAX, "f.xml:1:" },
  { "<a>\x01</a>", DT_XML_ERROR_SYNTAX, "f.xml:1:" },
  { "<a>\xef\xbf\xbf</a>", DT_XML_ERROR_SYNTAX, "f.xml:1:" },
  { "<a>]]></a>", DT_XML_ERROR_SYNTAX, "f.xml:1:" },
  { "<a><!-- x</a>", DT_XML_ERROR_SYNTAX, "f.xml:1:4: " },
  { "<a><![CDATA[x</a>", DT_XML_ERROR_SYNTAX, "f.xml:1:4: " },
  { "<a><?x </a>", DT_XML_ERROR_SYNTAX, "f.xml:1:4: " },
  { "<p:a/>", DT_XML_ERROR_SYNTAX, "f.xml:1:" },
  { "<a p:b=''/>", DT_XML_ERROR_SYNTAX, "f.xml:1:" },
  { "<!DOCTYPE a><a/>", DT_XML_ERROR_FORBIDDEN,
    "f.xml:1:1: a document type declaration is not allowed here" },
  { "\n<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", DT_XML_ERROR_FORBIDDEN, "f.xml:2:1: " },
  { "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", DT_XML_ERROR_FORBIDDEN, "f.xml:1:1: " },
  { "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", DT_XML_ERROR_FORBIDDEN,
    "f.xml:1:1: " },
  { "<!DOCTYPE a [<!ENTITY % x SYSTEM 'http://localhost/'> %x;]><a/>", DT_XML_ERROR_FORBIDDEN,
    "f.xml:1:1: " },
  { "<a><!DOCTYPE b></a>", DT_XML_ERROR_FORBIDDEN, "f.xml:1:4: " },
  { "<a><!ENTITY b 'c'></a>", DT_XML_ERROR_SYNTAX, "f.xml:1:4: " },
  { "<a>\n à\xff</a>", DT_XML_ERROR_ENCODING, "f.xml:2:3: byte 0xff is not valid UTF-8 here" },
  { "<a>\xc3</a>", DT_XML_ERROR_ENCODING, "f.xml:1:4: " },
  { "<a>\xed\xa0\x80</a>", DT_XML_ERROR_ENCODING, "f.xml:1:4: " },
  { "<a>\xc0\xbc</a>", DT_XML_ERROR_ENCODING, "f.xml:1:4: " },
  { "<?xml version='1.0' encoding='windows-1258'?><a>\xd0</a>", DT_XML_ERROR_ENCODING,
    "f.xml:1:31: the encoding is “windows-1258”, expected UTF-8" },
  { "<?xml version='1.0' encoding = \"UTF-16\"?><a/>", DT_XML_ERROR_ENCODING, "f.xml:1:33: " },
  { "\xff\xfe<\x01", DT_XML_ERROR_ENCODING, "f.xml:1:1: " },
  { "\xfe\xff\x01<", DT_XML_ERROR_ENCODING, "f.xml:1:1: " },
  { "\x1f\x8b\x08\x01", DT_XML_ERROR_FORBIDDEN, "f.xml:1:1: the file is compressed" },
  { "PK\x03\x04", DT_XML_ERROR_FORBIDDEN, "f.xml:1:1: the file is compressed" },
};

START_TEST (bad_documents_are_refused_with_a_place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtXmlReader) reader =
    open_text (refused[_i].text, strlen (refused[_i].text), NULL, &error);

  ck_assert_msg (reader == NULL, "%s", refused[_i].text);
  ck_assert_msg (g_error_matches (error, DT_XML_ERROR, (int) refused[_i].code),
                 "%s: %d: %s", refused[_i].text, error->code, error->message);
  ck_assert_msg (g_str_has_prefix (error->message, refused[_i].message),
                 "%s: %s", refused[_i].text, error->message);
}
END_TEST

START_TEST (a_nul_is_refused)
{
  g_autoptr (GError) inside = NULL;
  g_autoptr (GError) wide = NULL;

  ck_assert_ptr_null (open_text ("<a>x\0y</a>", 10, NULL, &inside));
  dt_assert_error (inside, DT_XML_ERROR, DT_XML_ERROR_ENCODING);
  ck_assert_ptr_null (open_text ("<\0a\0/\0>\0", 8, NULL, &wide));
  dt_assert_error (wide, DT_XML_ERROR, DT_XML_ERROR_ENCODING);
}
END_TEST

START_TEST (a_document_cut_anywhere_is_refused)
{
  gsize whole = strlen (sample) - 1;

  for (gsize length = 0; length < whole; length++)
    {
      g_autoptr (GError) error = NULL;

      ck_assert_msg (open_text (sample, length, NULL, &error) == NULL, "%u", (guint) length);
      ck_assert_ptr_nonnull (error);
    }
}
END_TEST

START_TEST (a_document_with_any_bit_flipped_does_no_harm)
{
  for (gsize bit = 0; bit < 8 * strlen (sample); bit++)
    {
      g_autofree char *text = g_strdup (sample);
      g_autoptr (GError) error = NULL;
      g_autoptr (DtXmlReader) reader = NULL;

      text[bit / 8] ^= (char) (1 << bit % 8);
      reader = open_text (text, strlen (sample), NULL, &error);
      ck_assert ((reader == NULL) == (error != NULL));
      while (reader != NULL && dt_xml_reader_next (reader) != DT_XML_EVENT_EOF)
        ck_assert_uint_gt (dt_xml_reader_get_line (reader), 0);
    }
}
END_TEST

/* HEAD, then N times REPEATED, then N times TAIL; a number stands for each #. */
static GBytes *
repeat (const char *head,
        const char *repeated,
        const char *tail,
        guint n)
{
  GString *text = g_string_new (head);
  const char *mark = strchr (repeated, '#');

  for (guint i = 0; i < n; i++)
    {
      if (mark != NULL)
        g_string_append_printf (text, "%.*s%u%s", (int) (mark - repeated), repeated, i, mark + 1);
      else
        g_string_append (text, repeated);
    }
  for (guint i = 0; i < n; i++)
    g_string_append (text, tail);

  return g_string_free_to_bytes (text);
}

static const struct
{
  const char *head;
  const char *repeated;
  const char *tail;
  guint n;
  gboolean ok;
} costs[] = {
  { "", "<a>", "</a>", 64, TRUE },
  { "", "<a>", "</a>", 65, FALSE },
  { "", "<a>", "</a>", 10000, FALSE },
  { "", "<a>", "", 1000000, FALSE },
  { "<a", " b#=''", "", 200000, FALSE },
  { "<r>", "<a/>", "", 500001, FALSE },
  { "", "<a xmlns:p1='u' xmlns:p2='u' xmlns:p3='u'>", "</a>", 64, FALSE },
  { "<a>", "<!-- > -->", "", 100000, FALSE },
  { "<a b='", "x", "", 9000000, FALSE },
  { "<a>", "x", "", 11000000, FALSE },
  { "", "<!", "", 100000, FALSE },
  { "<a ", "=", "", 1000000, FALSE },
};

START_TEST (costly_documents_are_refused_fast)
{
  g_autoptr (GBytes) bytes =
    repeat (costs[_i].head, costs[_i].repeated, costs[_i].tail, costs[_i].n);
  g_autoptr (GError) error = NULL;
  g_autoptr (DtXmlReader) reader = NULL;
  gint64 start = g_get_monotonic_time ();

  reader = dt_xml_reader_new (bytes, NULL, NULL, &error);
  ck_assert_int_eq (reader != NULL, costs[_i].ok);
  ck_assert_int_eq (error == NULL, costs[_i].ok);
  ck_assert_int_lt (g_get_monotonic_time () - start, 2 * G_USEC_PER_SEC);
}
END_TEST

START_TEST (limits_can_be_set)
{
  const DtXmlLimits limits = {
    .max_size = 60, .max_depth = 2, .max_attributes = 1, .max_elements = 3, .max_text = 5
  };
  static const struct
  {
    const char *text;
    gboolean ok;
  } tries[] = {
    { "<a b='12345'><c/><d>12345</d></a>", TRUE },
    { "<a><c><d/></c></a>", FALSE },
    { "<a b='1' c='2'/>", FALSE },
    { "<a><c/><d/><e/></a>", FALSE },
    { "<a>123456</a>", FALSE },
    { "<a>12<![CDATA[34]]>56</a>", FALSE },
    { "<a b='123456'/>", FALSE },
    { "<a>                                                        </a>", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DtXmlReader) reader =
        open_text (tries[i].text, strlen (tries[i].text), &limits, &error);

      ck_assert_int_eq (reader != NULL, tries[i].ok);
      if (tries[i].ok)
        dt_assert_no_error (error);
      else
        dt_assert_error (error, DT_XML_ERROR, DT_XML_ERROR_LIMIT);
    }
}
END_TEST

static char *
make_dir (void)
{
  g_autoptr (GError) error = NULL;
  char *dir = g_dir_make_tmp ("dt-xml-XXXXXX", &error);

  dt_assert_no_error (error);
  return dir;
}

START_TEST (files_that_are_too_large_are_not_read)
{
  static const goffset sizes[] = { 1 << 30, 200 << 20 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *dir = make_dir ();
      g_autofree char *path = g_build_filename (dir, "big.xml", NULL);
      g_autoptr (GError) error = NULL;
      gint64 start;

      ck_assert (g_file_set_contents (path, "<a>", -1, NULL));
      ck_assert_int_eq (truncate (path, sizes[i]), 0);
      start = g_get_monotonic_time ();
      ck_assert_ptr_null (dt_file_read (path, DT_FILE_DEFAULT_CAP, &error));
      ck_assert_int_lt (g_get_monotonic_time () - start, G_USEC_PER_SEC / 5);
      dt_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
      g_unlink (path);
      g_rmdir (dir);
    }
}
END_TEST

START_TEST (only_regular_files_are_read)
{
  g_autofree char *dir = make_dir ();
  g_autofree char *pipe_path = g_build_filename (dir, "pipe", NULL);
  g_autofree char *missing = g_build_filename (dir, "missing", NULL);
  g_autoptr (GError) folder = NULL;
  g_autoptr (GError) fifo = NULL;
  g_autoptr (GError) device = NULL;
  g_autoptr (GError) absent = NULL;

  ck_assert_int_eq (mkfifo (pipe_path, 0600), 0);
  ck_assert_ptr_null (dt_file_read (dir, 100, &folder));
  dt_assert_error (folder, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  ck_assert_ptr_null (dt_file_read (pipe_path, 100, &fifo));
  dt_assert_error (fifo, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  ck_assert_ptr_null (dt_file_read ("/dev/zero", 100, &device));
  dt_assert_error (device, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  ck_assert_ptr_null (dt_file_read (missing, 100, &absent));
  dt_assert_error (absent, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  ck_assert (g_str_has_prefix (absent->message, missing));
  g_unlink (pipe_path);
  g_rmdir (dir);
}
END_TEST

START_TEST (a_file_of_exactly_the_cap_is_read)
{
  static const gsize lengths[] = { 0, 1, 99, 100, 101, 200000 };
  g_autofree char *dir = make_dir ();
  g_autofree char *path = g_build_filename (dir, "f", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *data = g_strnfill (lengths[i], 'x');
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) exact = NULL;
      g_autoptr (GBytes) roomy = NULL;

      ck_assert (g_file_set_contents (path, data, (gssize) lengths[i], NULL));
      exact = dt_file_read (path, lengths[i], &error);
      dt_assert_no_error (error);
      roomy = dt_file_read (path, 1000000, &error);
      dt_assert_no_error (error);
      ck_assert_uint_eq (g_bytes_get_size (exact), lengths[i]);
      ck_assert (g_bytes_equal (exact, roomy));
      if (lengths[i] > 0)
        ck_assert_ptr_null (dt_file_read (path, lengths[i] - 1, NULL));
    }
  g_unlink (path);
  g_rmdir (dir);
}
END_TEST

START_TEST (a_pipe_is_read_to_its_end_but_not_beyond_the_cap)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char data[1000];
  int ends[2];

  memset (data, 'x', sizeof data);
  for (guint i = 0; i < 2; i++)
    {
      g_clear_pointer (&bytes, g_bytes_unref);
      ck_assert_int_eq (pipe (ends), 0);
      ck_assert_int_eq (write (ends[1], data, sizeof data), sizeof data);
      close (ends[1]);
      bytes = dt_file_read_fd (ends[0], "-", sizeof data - i, &error);
      close (ends[0]);
      ck_assert_int_eq (bytes != NULL, i == 0);
    }
  dt_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("xml-reader");
  TCase *good = tcase_create ("good");
  TCase *bad = tcase_create ("bad");
  TCase *files = tcase_create ("files");

  tcase_add_test (good, events_come_with_their_places);
  tcase_add_test (good, attributes_have_values_namespaces_and_places);
  tcase_add_test (good, ampersands_in_attributes_come_out_once);
  tcase_add_test (good, a_byte_order_mark_and_crlf_are_read);
  tcase_add_test (good, tags_texts_and_skipping_work_together);
  suite_add_tcase (suite, good);

  tcase_set_timeout (bad, 60);
  tcase_add_test (bad, content_errors_name_place_and_expectation);
  tcase_add_test (bad, an_element_in_a_text_is_an_error);
  tcase_add_loop_test (bad, bad_documents_are_refused_with_a_place, 0, G_N_ELEMENTS (refused));
  tcase_add_test (bad, a_nul_is_refused);
  tcase_add_test (bad, a_document_cut_anywhere_is_refused);
  tcase_add_test (bad, a_document_with_any_bit_flipped_does_no_harm);
  tcase_add_loop_test (bad, costly_documents_are_refused_fast, 0, G_N_ELEMENTS (costs));
  tcase_add_test (bad, limits_can_be_set);
  suite_add_tcase (suite, bad);

  tcase_add_test (files, files_that_are_too_large_are_not_read);
  tcase_add_test (files, only_regular_files_are_read);
  tcase_add_test (files, a_file_of_exactly_the_cap_is_read);
  tcase_add_test (files, a_pipe_is_read_to_its_end_but_not_beyond_the_cap);
  suite_add_tcase (suite, files);

  return dt_test_main (suite);
}
