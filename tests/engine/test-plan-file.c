/* test-plan-file.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "format/dt-plan-file.h"

#include "base/dt-diagnostic.h"
#include "base/dt-save.h"
#include "base/dt-xml-reader.h"

#include "dt-random-plan.h"
#include "dt-test.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define PROLOG "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define OPEN "<plan xmlns=\"" DT_PLAN_NAMESPACE "\" version=\"1\" kind=\"ke-hoach\">\n"
#define HEAD "  <head/>\n"
#define CLOSE "</plan>\n"

/* Line 2 is <plan>, line 3 <head>, what stands between begins in line 4. */
#define WITH(content) PROLOG OPEN HEAD content CLOSE

static DtPlan *
read_text (const char *text,
           GPtrArray *diagnostics,
           GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return dt_plan_read (bytes, "a.duthao", diagnostics, error);
}

static char *
write_text (const DtPlan *plan)
{
  g_autoptr (GBytes) bytes = dt_plan_write (plan);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

/* As the writer writes it. */
static const char sample[] =
  PROLOG
  "<plan xmlns=\"" DT_PLAN_NAMESPACE "\" version=\"1\" kind=\"ke-hoach\">\n"
  "  <head number=\"12\" symbol=\"KH-UBND\" date=\"2026-11-22\" place=\"An Hải\" period=\"2026\">\n"
  "    <agency>ỦY BAN NHÂN DÂN\nXÃ AN HẢI</agency>\n"
  "    <subject>Tuyên truyền &lt;an toàn&gt; &amp; phòng cháy</subject>\n"
  "  </head>\n"
  "  <fields>\n"
  "    <field id=\"f1\" key=\"ten_xa\">An Hải</field>\n"
  "  </fields>\n"
  "  <bases form=\"lines\">\n"
  "    <basis id=\"b1\" lead=\"can-cu\">[[76/NQ-CP]]</basis>\n"
  "  </bases>\n"
  "  <sections scheme=\"roman\">\n"
  "    <section id=\"s1\" unit=\"roman\">\n"
  "      <title>Mục đích</title>\n"
  "      <body>- Một.\n\n  - Hai.\n</body>\n"
  "      <section id=\"s2\"/>\n"
  "    </section>\n"
  "  </sections>\n"
  "  <recipients>\n"
  "    <recipient id=\"r1\">Như trên</recipient>\n"
  "    <archive>VT</archive>\n"
  "  </recipients>\n"
  "  <annex id=\"a1\" orientation=\"landscape\" source=\"tasks\">\n"
  "    <title/>\n"
  "  </annex>\n"
  "</plan>\n";

START_TEST (the_sample_is_written_as_it_was_read)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = read_text (sample, NULL, &error);
  g_autofree char *written = NULL;

  dt_assert_no_error (error);
  written = write_text (plan);
  ck_assert_str_eq (written, sample);
}
END_TEST

START_TEST (text_is_kept_to_the_last_blank)
{
  g_autoptr (DtPlan) plan = read_text (sample, NULL, NULL);

  ck_assert_str_eq (dt_node_get_text (dt_plan_find (plan, "s1/body")), "- Một.\n\n  - Hai.\n");
  ck_assert_str_eq (dt_node_get_text (dt_plan_find (plan, "head/agency")), "ỦY BAN NHÂN DÂN\nXÃ AN HẢI");
}
END_TEST

START_TEST (nodes_know_their_lines)
{
  g_autoptr (DtPlan) plan = read_text (sample, NULL, NULL);

  ck_assert_uint_eq (dt_node_get_line (dt_plan_get_root (plan)), 2);
  ck_assert_uint_eq (dt_node_get_line (dt_plan_find (plan, "head")), 3);
  ck_assert_uint_eq (dt_node_get_line (dt_plan_find (plan, "s1/body")), 17);
  ck_assert_uint_eq (dt_node_get_line (dt_plan_find (plan, "s2")), 21);
}
END_TEST

static const struct
{
  const char *text;
  const char *written; /* what stands between <head/> and </plan> */
} accepted[] = {
  { "", "" },
  { "  <!-- chú thích --><?x y?>\n", "" },
  { "  <sections/>", "  <sections/>\n" },
  { "  <sections>\n\n</sections>", "  <sections/>\n" },
  { "  <opening></opening>", "  <opening/>\n" },
  { "  <opening>  </opening>", "  <opening>  </opening>\n" },
  { "  <opening>a<!-- b -->c</opening>", "  <opening>ac</opening>\n" },
  { "  <opening><![CDATA[a<b]]></opening>", "  <opening>a&lt;b</opening>\n" },
  { "  <opening>a\r\nb&#13;c</opening>", "  <opening>a\nb\nc</opening>\n" },
  { "  <opening>&#x1EBF;&#9;</opening>", "  <opening>ế\t</opening>\n" },
  { "  <sections scheme=''><section/><section id=''/></sections>",
    "  <sections>\n    <section id=\"s1\"/>\n    <section id=\"s2\"/>\n  </sections>\n" },
  { "  <sections><section unit='none' id='x'/></sections>",
    "  <sections>\n    <section id=\"x\" unit=\"none\"/>\n  </sections>\n" },
};

START_TEST (what_means_the_same_is_written_the_same)
{
  g_autofree char *source = g_strconcat (PROLOG OPEN HEAD, accepted[_i].text, CLOSE, NULL);
  g_autofree char *expected = g_strconcat (PROLOG OPEN HEAD, accepted[_i].written, CLOSE, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = read_text (source, NULL, &error);
  g_autofree char *written = NULL;

  dt_assert_no_error (error);
  written = write_text (plan);
  ck_assert_str_eq (written, expected);
}
END_TEST

START_TEST (a_prefix_does_not_matter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = read_text ("<p:plan xmlns:p=\"" DT_PLAN_NAMESPACE "\" kind=\"ke-hoach\" version=\"1\">"
                                       "<p:head/></p:plan>",
                                       NULL, &error);
  g_autofree char *written = NULL;

  dt_assert_no_error (error);
  written = write_text (plan);
  ck_assert_str_eq (written, PROLOG OPEN HEAD CLOSE);
}
END_TEST

/* Bad files, and where they are bad; @lenient: the RELAX NG schema cannot know. */
static const struct
{
  const char *text;
  const char *place;
  const char *words;
  gboolean lenient;
} bad[] = {
  { "", "a.duthao", "", FALSE },
  { "<plan", "a.duthao:1:", "", FALSE },
  { PROLOG "<plan version=\"1\" kind=\"ke-hoach\"><head/></plan>", "a.duthao:2:1: ",
    "expected the namespace “" DT_PLAN_NAMESPACE "”, not “”", FALSE },
  { PROLOG "<plan xmlns=\"urn:x\" version=\"1\" kind=\"ke-hoach\"><head/></plan>", "a.duthao:2:1: ", "not “urn:x”", FALSE },
  { PROLOG "\n  <template xmlns=\"" DT_PLAN_NAMESPACE "\" version=\"1\"/>", "a.duthao:3:3: ",
    "expected <plan> at the root, not <template>", FALSE },
  { PROLOG "<plan xmlns=\"" DT_PLAN_NAMESPACE "\" kind=\"ke-hoach\"><head/></plan>", "a.duthao:2:1: ",
    "<plan> has no attribute “version”", FALSE },
  { PROLOG "<plan xmlns=\"" DT_PLAN_NAMESPACE "\"\n version=\"2\" kind=\"ke-hoach\"><head/></plan>", "a.duthao:3:2: ",
    "version “2” of the plan file is not supported, expected “1”", FALSE },
  { PROLOG "<plan xmlns=\"" DT_PLAN_NAMESPACE "\" version=\"1\"><head/></plan>", "a.duthao:2:1: ",
    "<plan> has no attribute “kind”", FALSE },
  { PROLOG "<plan xmlns=\"" DT_PLAN_NAMESPACE "\" version=\"1\" kind=\"Kế hoạch\"><head/></plan>", "a.duthao:2:60: ",
    "attribute “kind”: expected the id of a document kind", FALSE },
  { PROLOG OPEN CLOSE, "a.duthao:3:1: ", "expected <head> in <plan>", FALSE },
  { PROLOG OPEN "<sections/><head/>" CLOSE, "a.duthao:3:1: ", "expected <head> in <plan> before <sections>", FALSE },
  { WITH ("  <unknown/>\n"), "a.duthao:4:3: ", "unexpected <unknown>, expected <fields>, <bases>", FALSE },
  { WITH ("  <Sections/>\n"), "a.duthao:4:3: ", "unexpected <Sections>", FALSE },
  { WITH ("  <x:sections xmlns:x=\"urn:x\"/>\n"), "a.duthao:4:3: ", "unexpected <sections>", FALSE },
  { WITH ("  <annex/>\n  <sections/>\n"), "a.duthao:5:3: ",
    "<sections> stands too late or twice in <plan>, expected <annex> or </plan>", FALSE },
  { WITH ("  <sections/>\n  <sections/>\n"), "a.duthao:5:3: ", "<sections> stands too late or twice", FALSE },
  { WITH ("  <tasks><task><lead/><work/></task></tasks>\n"), "a.duthao:4:23: ",
    "<work> stands too late or twice in <task>, expected <lead>, <partner>", FALSE },
  { WITH ("  <tasks><task><product/><product/></task></tasks>\n"), "a.duthao:4:26: ", "expected </task>", FALSE },
  { WITH ("  <sections>chữ</sections>\n"), "a.duthao:4:13: ", "unexpected text", FALSE },
  { WITH ("  đặt nhầm <sections/>\n"), "a.duthao:", "unexpected text", FALSE },
  { WITH ("  <opening>một <b>hai</b></opening>\n"), "a.duthao:4:16: ", "unexpected <b>, expected text or </opening>", FALSE },
  { WITH ("  <sections><section>\n<title>một\nhai</title></section></sections>\n"), "a.duthao:5:8: ",
    "expected a single line in <title>", FALSE },
  { WITH ("  <sections><section><title>a&#13;b</title></section></sections>\n"), "a.duthao:4:29: ",
    "expected a single line in <title>", FALSE },
  { WITH ("  <sections scheme=\"greek\"/>\n"), "a.duthao:4:13: ",
    "attribute “scheme”: expected one of roman, article, decimal", FALSE },
  { WITH ("  <sections number=\"1\"/>\n"), "a.duthao:4:13: ", "<sections> takes no attribute “number”, expected one of: scheme",
    FALSE },
  { WITH ("  <opening lang=\"vi\"/>\n"), "a.duthao:4:12: ", "<opening> takes no attribute “lang”", FALSE },
  { WITH ("  <opening xml:lang=\"vi\"/>\n"), "a.duthao:4:", "<opening> takes no attribute “lang”", FALSE },
  { WITH ("  <sections version=\"1\"/>\n"), "a.duthao:4:13: ", "takes no attribute “version”", FALSE },
  { WITH ("  <fields><field>a</field></fields>\n"), "a.duthao:4:11: ", "<field> has no attribute “key”", FALSE },
  { WITH ("  <fields><field key=\"\">a</field></fields>\n"), "a.duthao:4:18: ", "expected a value", FALSE },
  { WITH ("  <sections><section id=\"s 1\"/></sections>\n"), "a.duthao:4:22: ", "attribute “id”: expected an id", FALSE },
  { WITH ("  <sections><section id=\"head\"/></sections>\n"), "a.duthao:4:22: ", "not the name of an element", FALSE },
  { WITH ("  <sections><section id=\"a\"/>\n<section  id=\"a\"/></sections>\n"), "a.duthao:5:11: ",
    "the id “a” stands already in line 4", TRUE },
  { WITH ("  <tasks><task id=\"a\"><lead id=\"a\"/></task></tasks>\n"), "a.duthao:4:29: ", "the id “a” stands already", TRUE },
  { WITH ("  <fields><field key=\"a\"/><field key=\"a\"/></fields>\n"), "a.duthao:4:34: ",
    "the key “a” stands already in line 4", TRUE },
  { PROLOG OPEN "<head date=\"2026-02-29\"/>\n" CLOSE, "a.duthao:3:7: ", "attribute “date”: expected a date of the calendar", FALSE },
  { PROLOG OPEN "<head number=\"số 1\"/>\n" CLOSE, "a.duthao:3:7: ", "attribute “number”: expected digits", FALSE },
  { PROLOG OPEN "<head place=\"a&#10;b\"/>\n" CLOSE, "a.duthao:3:7: ", "U+000A", FALSE },
  { WITH ("  <opening>&#1;</opening>\n"), "a.duthao:4:", "", FALSE },
  { WITH ("  <opening>a & b</opening>\n"), "a.duthao:4:", "", FALSE },
  { WITH ("") "<plan/>", "a.duthao:5:", "", FALSE },
  { "<!DOCTYPE plan []>" OPEN HEAD CLOSE, "a.duthao:1:", "", TRUE },
};

START_TEST (bad_files_are_refused_at_the_place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = read_text (bad[_i].text, NULL, &error);

  ck_assert_ptr_null (plan);
  ck_assert_ptr_nonnull (error);
  ck_assert_str_eq (g_quark_to_string (error->domain), g_quark_to_string (DT_XML_ERROR));
  ck_assert_msg (g_str_has_prefix (error->message, bad[_i].place), "expected %s, not %s", bad[_i].place, error->message);
  ck_assert_msg (strstr (error->message, bad[_i].words) != NULL, "%s", error->message);
}
END_TEST

START_TEST (an_error_may_be_ignored)
{
  ck_assert_ptr_null (read_text (bad[_i].text, NULL, NULL));
}
END_TEST

static char *
make_deep (guint depth)
{
  GString *text = g_string_new (PROLOG OPEN HEAD "<sections>");

  for (guint i = 0; i < depth; i++)
    g_string_append (text, "<section>");
  for (guint i = 0; i < depth; i++)
    g_string_append (text, "</section>");
  g_string_append (text, "</sections>" CLOSE);

  return g_string_free (text, FALSE);
}

START_TEST (sixteen_sections_may_stand_in_each_other)
{
  g_autofree char *fits = make_deep (DT_SECTION_MAX_DEPTH);
  g_autofree char *deep = make_deep (DT_SECTION_MAX_DEPTH + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = read_text (fits, NULL, &error);

  dt_assert_no_error (error);
  ck_assert_ptr_null (read_text (deep, NULL, &error));
  dt_assert_error (error, DT_XML_ERROR, DT_XML_ERROR_CONTENT);
  ck_assert_msg (g_str_has_prefix (error->message, "a.duthao:4:155: sections may stand at most 16 deep"), "%s", error->message);
}
END_TEST

START_TEST (ten_thousand_levels_are_refused_without_harm)
{
  g_autofree char *deep = make_deep (10000);
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (read_text (deep, NULL, &error));
  dt_assert_error (error, DT_XML_ERROR, DT_XML_ERROR_LIMIT);
}
END_TEST

/* Cut anywhere, a file is an error or, where only white space is lost, the whole plan. */
START_TEST (a_file_cut_at_any_byte_is_never_a_shorter_plan)
{
  g_autoptr (DtPlan) whole = read_text (sample, NULL, NULL);

  for (gsize length = 0; length < strlen (sample); length++)
    {
      g_autofree char *cut = g_strndup (sample, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (DtPlan) plan = read_text (cut, NULL, &error);

      ck_assert_int_eq (plan == NULL, error != NULL);
      if (plan != NULL)
        {
          ck_assert_uint_eq (length, strlen (sample) - 1);
          ck_assert (dt_plan_equal (plan, whole));
        }
    }
}
END_TEST

/* One bit wrong anywhere: an error, or a plan that can be written and read. */
START_TEST (a_file_with_one_wrong_bit_does_no_harm)
{
  for (gsize at = 0; at < strlen (sample); at++)
    {
      g_autofree char *broken = g_strdup (sample);
      g_autofree char *written = NULL;
      g_autoptr (DtPlan) plan = NULL;
      g_autoptr (DtPlan) again = NULL;

      broken[at] = (char) (broken[at] ^ (1 << _i));
      plan = read_text (broken, NULL, NULL);
      if (plan == NULL)
        continue;
      written = write_text (plan);
      again = read_text (written, NULL, NULL);
      ck_assert_ptr_nonnull (again);
      ck_assert (dt_plan_equal (plan, again));
    }
}
END_TEST

START_TEST (random_plans_come_back_equal)
{
  for (guint32 i = 0; i < 20; i++)
    {
      g_autoptr (DtNode) root = dt_random_root ((guint32) _i * 20 + i);
      g_autoptr (DtPlan) plan = dt_plan_new (root, NULL);
      g_autofree char *written = write_text (plan);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
      g_autoptr (DtPlan) again = read_text (written, diagnostics, &error);
      g_autofree char *rewritten = NULL;

      dt_assert_no_error (error);
      ck_assert (dt_plan_equal (plan, again));
      ck_assert_uint_eq (diagnostics->len, 0);
      rewritten = write_text (again);
      ck_assert_str_eq (written, rewritten);
    }
}
END_TEST

START_TEST (letters_in_parts_are_put_together_and_noted)
{
  static const char text[] = PROLOG OPEN
    "<head place=\"Hue\314\202\314\201\">\n<subject>Vie\314\243\314\202t</subject>\n</head>\n" CLOSE;
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = read_text (text, diagnostics, &error);
  const DtDiagnostic *first;
  const DtDiagnostic *second;

  dt_assert_no_error (error);
  ck_assert_str_eq (dt_node_get_text (dt_plan_find (plan, "head/subject")), "Việt");
  ck_assert_uint_eq (diagnostics->len, 2);
  first = g_ptr_array_index (diagnostics, 0);
  second = g_ptr_array_index (diagnostics, 1);
  ck_assert_str_eq (dt_diagnostic_get_code (first), "normal-form");
  ck_assert_int_eq (dt_diagnostic_get_severity (first), DT_SEVERITY_NOTE);
  ck_assert_uint_eq (dt_diagnostic_get_line (first), 3);
  ck_assert_uint_eq (dt_diagnostic_get_column (first), 7);
  ck_assert_uint_eq (dt_diagnostic_get_line (second), 4);
}
END_TEST

static char *
make_folder (void)
{
  char *folder = g_dir_make_tmp ("duthao-XXXXXX", NULL);

  ck_assert_ptr_nonnull (folder);
  return folder;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

START_TEST (a_saved_plan_is_loaded)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "kế hoạch.duthao", NULL);
  g_autofree char *missing = g_build_filename (folder, "no", "a.duthao", NULL);
  g_autoptr (DtPlan) plan = read_text (sample, NULL, NULL);
  g_autoptr (DtPlan) loaded = NULL;
  g_autoptr (GError) error = NULL;

  ck_assert (dt_plan_save (plan, path, &error));
  dt_assert_no_error (error);
  loaded = dt_plan_load (path, NULL, &error);
  dt_assert_no_error (error);
  ck_assert (dt_plan_equal (plan, loaded));

  ck_assert (!dt_plan_save (plan, missing, &error));
  ck_assert (error->domain == DT_SAVE_ERROR);
  g_clear_error (&error);
  ck_assert_ptr_null (dt_plan_load (missing, NULL, &error));
  ck_assert (error->domain == G_IO_ERROR);

  remove_folder (folder);
}
END_TEST

/* About 600 pages: 300 sections of ten paragraphs. */
START_TEST (six_hundred_pages_take_no_time)
{
  g_autoptr (GString) text = g_string_new (PROLOG OPEN HEAD "<sections>\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = NULL;
  g_autofree char *written = NULL;
  gint64 start;
  gint64 read;

  for (int i = 0; i < 1500; i++)
    {
      g_string_append (text, "<section><title>Nhiệm vụ trọng tâm</title>\n<body>");
      for (int j = 0; j < 6; j++)
        g_string_append (text, "- Phòng Văn hóa - Xã hội chủ trì, phối hợp với các thôn tổ chức tuyên truyền, vận động "
                               "Nhân dân thực hiện; báo cáo Ủy ban nhân dân xã trước ngày 20 hằng tháng.\n");
      g_string_append (text, "</body></section>\n");
    }
  g_string_append (text, "</sections>" CLOSE);

  start = g_get_monotonic_time ();
  plan = read_text (text->str, NULL, &error);
  read = g_get_monotonic_time ();
  dt_assert_no_error (error);
  written = write_text (plan);
  g_print ("# %u kB: read in %.1f ms, written in %.1f ms\n", (guint) text->len / 1000,
           (double) (read - start) / 1000, (double) (g_get_monotonic_time () - read) / 1000);

  /* Tens of milliseconds, seconds under a memory checker. */
  ck_assert_int_lt (g_get_monotonic_time () - start, 10 * G_USEC_PER_SEC);
}
END_TEST

/* Whether the file is XML at all; jing gives up at the first that is not. */
static gboolean
is_xml (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = read_text (text, NULL, &error);

  return plan != NULL || error->code == DT_XML_ERROR_CONTENT;
}

/* What jing says: one verdict for each of the files "0.duthao", "1.duthao"… of @folder. */
static gboolean *
validate (const char *folder,
          guint n_files)
{
  g_autoptr (GPtrArray) command = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *output = NULL;
  gboolean *valid = g_new (gboolean, n_files);
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (command, g_strdup ("jing"));
  g_ptr_array_add (command, g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "schema", "plan.rng", NULL));
  for (guint i = 0; i < n_files; i++)
    {
      g_ptr_array_add (command, g_strdup_printf ("%u.duthao", i));
      valid[i] = TRUE;
    }
  g_ptr_array_add (command, NULL);

  g_spawn_sync (folder, (char **) command->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, NULL, &error);
  dt_assert_no_error (error);

  lines = g_strsplit (output, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *slash = g_strrstr_len (lines[i], (gssize) strcspn (lines[i], " "), "/");
      guint number = slash != NULL ? (guint) atoi (slash + 1) : n_files;

      ck_assert_msg (strstr (lines[i], "fatal: ") == NULL, "%s", lines[i]);
      if (strstr (lines[i], "error: ") == NULL)
        continue;
      ck_assert_msg (number < n_files && strstr (lines[i], "plan.rng") == NULL, "%s", lines[i]);
      valid[number] = FALSE;
    }

  return valid;
}

static void
write_file (const char *folder,
            guint number,
            const char *text)
{
  g_autofree char *name = g_strdup_printf ("%u.duthao", number);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  ck_assert (g_file_set_contents (path, text, -1, NULL));
}

START_TEST (the_schema_takes_the_examples_and_refuses_the_bad_ones)
{
  g_autofree char *folder = make_folder ();
  g_autofree gboolean *valid = NULL;
  guint n_bad = G_N_ELEMENTS (bad);
  guint n_good = G_N_ELEMENTS (accepted);

  for (guint i = 0; i < n_bad; i++)
    write_file (folder, i, is_xml (bad[i].text) ? bad[i].text : sample);
  for (guint i = 0; i < n_good; i++)
    {
      g_autofree char *source = g_strconcat (PROLOG OPEN HEAD, accepted[i].text, CLOSE, NULL);

      write_file (folder, n_bad + i, source);
    }
  write_file (folder, n_bad + n_good, sample);

  valid = validate (folder, n_bad + n_good + 1);
  for (guint i = 0; i < n_bad; i++)
    if (!bad[i].lenient && is_xml (bad[i].text))
      ck_assert_msg (!valid[i], "taken: %s", bad[i].text);
  for (guint i = 0; i < n_good; i++)
    ck_assert_msg (valid[n_bad + i], "refused: %s", accepted[i].text);
  ck_assert (valid[n_bad + n_good]);

  remove_folder (folder);
}
END_TEST

/* Something of @text, chosen at random, put wrong: a tag, a value or an attribute of another file. */
static char *
spoil (const char *text,
       GRand *rand)
{
  static const char *const pieces[] = {
    "<section/>", "<head/>", "<title>x</title>", "<title>x\ny</title>", "<body/>", "<task/>", "<lead/>", "<archive/>",
    "<closing/>", "<annex/>", "<opening/>", "<field key=\"a\"/>", "<field/>", "x", " ", "<bases form=\"x\"/>", "<q/>",
    NULL
  };
  static const char *const attributes[] = {
    " date=\"2023-02-29\"", " date=\"2024-02-29\"", " date=\"2100-02-29\"", " date=\"2026-06-31\"", " number=\"1a2\"",
    " number=\"012a\"", " kind=\"a b\"", " unit=\"roman\"", " unit=\"Roman\"", " scheme=\"decimal\"", " form=\"kt\"",
    " form=\"lines\"", " lead=\"xet\"", " section=\"1\"", " section=\"q1\"", " id=\"q_1-\"", " id=\"title\"", " id=\"\"",
    " id=\" q\"", " key=\"a.b\"", " key=\"a b\"", " orientation=\"landscape\"", " source=\"tasks \"", " urgency=\"khan\"",
    " issue=\" paper\"", " place=\"a\tb\"", " place=\"a&#9;b\"", " symbol=\"\"", " template=\"a/b\"", " template=\"a b\"",
    " template-version=\"1+1\"", " template-version=\"+1\"", " period=\"a&#10;\"", " version=\"1\"", NULL
  };
  g_autoptr (GString) result = g_string_new (text);
  const char *start = strstr (result->str, "<plan");
  gsize at;

  do
    at = (gsize) g_rand_int_range (rand, (gint32) (start - result->str), (gint32) result->len);
  while (result->str[at] != '<');

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      g_string_insert (result, (gssize) at, dt_random_pick (rand, pieces));
      break;
    case 1:
      if (result->str[at + 1] == '/')
        break;
      at += strcspn (result->str + at, " />");
      g_string_insert (result, (gssize) at, dt_random_pick (rand, attributes));
      break;
    case 2:
      /* An empty element or a leaf goes. */
      if (result->str[at + 1] != '/')
        {
          gsize length = strcspn (result->str + at, ">") + 1;

          if (result->str[at + length - 2] == '/')
            g_string_erase (result, (gssize) at, (gssize) length);
        }
      break;
    default:
      /* An attribute goes. */
      if (result->str[at + 1] != '/')
        {
          gsize tag = strcspn (result->str + at, ">");
          const char *attribute = memchr (result->str + at, ' ', tag);
          const char *equals = attribute != NULL ? memchr (attribute, '"', tag - (gsize) (attribute - result->str - at))
                                                 : NULL;

          if (equals != NULL)
            g_string_erase (result, attribute - result->str,
                            equals + 1 + strcspn (equals + 1, "\"") + 1 - attribute);
        }
      break;
    }

  return g_string_free (g_steal_pointer (&result), FALSE);
}

START_TEST (the_schema_and_the_table_agree)
{
  const guint n_files = 400;
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) _i);
  g_autofree char *folder = make_folder ();
  g_autofree gboolean *valid = NULL;
  g_autofree gboolean *read = g_new0 (gboolean, n_files);
  g_autofree gboolean *skip = g_new0 (gboolean, n_files);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint n_valid = 0;
  guint n_refused = 0;

  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr (DtNode) root = dt_random_root (g_rand_int (rand));
      g_autoptr (DtPlan) plan = dt_plan_new (root, NULL);
      g_autofree char *written = write_text (plan);
      g_autofree char *spoilt = i % 4 == 0 ? g_strdup (written) : spoil (written, rand);
      g_autoptr (GError) error = NULL;
      g_autoptr (DtPlan) again = read_text (spoilt, NULL, &error);

      read[i] = again != NULL;
      skip[i] = again == NULL && strstr (error->message, "stands already") != NULL;
      g_ptr_array_add (words, g_strdup (again == NULL ? error->message : "nothing"));
      skip[i] = skip[i] || !is_xml (spoilt);
      write_file (folder, i, skip[i] ? sample : spoilt);
    }

  valid = validate (folder, n_files);
  for (guint i = 0; i < n_files; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.duthao", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;

      if (skip[i])
        continue;
      if (valid[i] != read[i])
        g_file_get_contents (path, &text, NULL, NULL);
      ck_assert_msg (valid[i] == read[i], "the schema says %d, the reader “%s”:\n%s", valid[i],
                     (char *) g_ptr_array_index (words, i), text);
      n_valid += valid[i];
      n_refused += !valid[i];
    }

  ck_assert_uint_gt (n_valid, n_files / 4);
  ck_assert_uint_gt (n_refused, n_files / 10);
  remove_folder (folder);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("plan-file");
  TCase *reading = tcase_create ("reading");
  TCase *hostile = tcase_create ("hostile");
  TCase *schema = tcase_create ("schema");
  g_autofree char *jing = g_find_program_in_path ("jing");

  tcase_add_test (reading, the_sample_is_written_as_it_was_read);
  tcase_add_test (reading, text_is_kept_to_the_last_blank);
  tcase_add_test (reading, nodes_know_their_lines);
  tcase_add_loop_test (reading, what_means_the_same_is_written_the_same, 0, G_N_ELEMENTS (accepted));
  tcase_add_test (reading, a_prefix_does_not_matter);
  tcase_add_loop_test (reading, bad_files_are_refused_at_the_place, 0, G_N_ELEMENTS (bad));
  tcase_add_loop_test (reading, an_error_may_be_ignored, 0, G_N_ELEMENTS (bad));
  tcase_add_test (reading, sixteen_sections_may_stand_in_each_other);
  tcase_add_loop_test (reading, random_plans_come_back_equal, 0, 10);
  tcase_add_test (reading, letters_in_parts_are_put_together_and_noted);
  tcase_add_test (reading, a_saved_plan_is_loaded);
  suite_add_tcase (suite, reading);

  tcase_set_timeout (hostile, 60);
  tcase_add_test (hostile, ten_thousand_levels_are_refused_without_harm);
  tcase_add_test (hostile, a_file_cut_at_any_byte_is_never_a_shorter_plan);
  tcase_add_loop_test (hostile, a_file_with_one_wrong_bit_does_no_harm, 0, 8);
  tcase_add_test (hostile, six_hundred_pages_take_no_time);
  suite_add_tcase (suite, hostile);

  /* Without a validator the schema cannot be tested. */
  if (jing != NULL)
    {
      tcase_set_timeout (schema, 60);
      tcase_add_test (schema, the_schema_takes_the_examples_and_refuses_the_bad_ones);
      tcase_add_loop_test (schema, the_schema_and_the_table_agree, 0, 3);
      suite_add_tcase (suite, schema);
    }

  return dt_test_main (suite);
}
