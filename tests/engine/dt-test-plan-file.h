/* dt-test-plan-file.h - good and bad plan files
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

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

static inline DtPlan *
read_text (const char *text,
           GPtrArray *diagnostics,
           GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return dt_plan_read (bytes, "a.duthao", diagnostics, error);
}

static inline char *
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
    "<sections> stands too late or twice in <plan>, expected <annex>, <ignored> or </plan>", FALSE },
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

static inline char *
make_folder (void)
{
  char *folder = g_dir_make_tmp ("duthao-XXXXXX", NULL);

  ck_assert_ptr_nonnull (folder);
  return folder;
}

static inline void
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
