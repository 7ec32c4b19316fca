/* dt-test-catalog-file.h - good and bad catalogue files
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dt-test-catalog.h"

/* Every element and attribute, in canonical form. */
static const char sample[] = DT_TEST_CATALOG (
  "  <document number=\"03-NQ/TU\" type=\"Nghị quyết\" issuer=\"Thành ủy Hải Phòng\">\n"
  "    <source>nơi khác</source>\n"
  "  </document>\n"
  "  <document type=\"Hiến pháp\" issuer=\"Quốc hội\" date=\"2013-11-28\">\n"
  "    <subject>nước Cộng hòa xã hội chủ nghĩa Việt Nam</subject>\n"
  "    <validity status=\"amended\"/>\n"
  "  </document>\n"
  "  <document id=\"own id\" number=\"76/NQ-CP\" type=\"Nghị quyết\" issuer=\"Chính phủ\" date=\"2021-07-15\">\n"
  "    <subject>cải cách &amp; “&lt;đổi mới&gt;”</subject>\n"
  "    <validity from=\"2021-07-16\" to=\"2031-01-01\" status=\"amended\" status-on=\"2026-09-01\"/>\n"
  "    <relation kind=\"replaces\" target=\"30c/NQ-CP@2011-11-08\" date=\"2021-01-01\"/>\n"
  "    <relation kind=\"implements\" target=\"10-NQ/TW\"/>\n"
  "    <link>https://example.org/a?b&amp;c</link>\n"
  "    <source>Công báo</source>\n"
  "    <checked on=\"2026-09-02\" by=\"Sở Tư pháp\"/>\n"
  "  </document>\n");

#define LAW "<document number=\"1/L\" type=\"Luật\""

/* What follows the place in @message; @lenient: the schema does not see it. */
static const struct
{
  const char *text;
  const char *message;
  gboolean lenient;
} bad[] = {
  { "", "file.xml:1:1: the file is empty", FALSE },
  { "<a/>", "file.xml:1:1: expected <catalog>", FALSE },
  { "<catalog/>", "file.xml:1:1: expected the namespace", FALSE },
  { "<catalog xmlns=\"" DT_CATALOG_NAMESPACE "\"/>", "file.xml:1:1: ", FALSE },
  { "<catalog xmlns=\"" DT_CATALOG_NAMESPACE "\" version=\"2\"/>", "file.xml:1:", FALSE },
  { "<catalog xmlns=\"" DT_CATALOG_NAMESPACE "\" version=\"1\" lang=\"vi\"/>", "file.xml:1:", FALSE },
  { DT_TEST_CATALOG ("<documents/>"), "file.xml:3:1: unexpected <documents>, expected <document>", FALSE },
  { DT_TEST_CATALOG ("words"), "file.xml:2:", FALSE },
  { DT_TEST_CATALOG ("<document number=\"1/L\"/>"), "file.xml:3:1: ", FALSE },
  { DT_TEST_CATALOG ("<document type=\"Luật\"/>"), "file.xml:3:1: the field “number”", FALSE },
  { DT_TEST_CATALOG (LAW " nummer=\"2\"/>"), "file.xml:3:36: <document> takes no attribute “nummer”", FALSE },
  { DT_TEST_CATALOG (LAW " issuer=\"\"/>"), "file.xml:3:36: attribute “issuer”: expected a value", FALSE },
  { DT_TEST_CATALOG (LAW " issuer=\"  \"/>"), "file.xml:3:36: attribute “issuer”: expected a value", FALSE },
  { DT_TEST_CATALOG (LAW " date=\"15/7/2021\"/>"), "file.xml:3:36: attribute “date”: expected a day", FALSE },
  { DT_TEST_CATALOG (LAW " date=\"2021-02-29\"/>"), "file.xml:3:36: attribute “date”: expected a day", FALSE },
  { DT_TEST_CATALOG (LAW " date=\"0000\"/>"), "file.xml:3:36: attribute “date”: expected a day", FALSE },
  { DT_TEST_CATALOG (LAW ">\n  <validity from=\"2021\"/></document>"), "file.xml:4:13: attribute “from”: expected a day", FALSE },
  { DT_TEST_CATALOG (LAW ">\n  <validity status=\"unknown\"/></document>"), "file.xml:4:13: attribute “status”: expected in-force", FALSE },
  { DT_TEST_CATALOG (LAW ">\n  <validity>x</validity></document>"), "file.xml:4:", FALSE },
  { DT_TEST_CATALOG (LAW ">\n  <validity><q/></validity></document>"), "file.xml:4:13: unexpected <q>", FALSE },
  { DT_TEST_CATALOG (LAW ">\n  <relation target=\"2/L\"/></document>"), "file.xml:4:3: ", FALSE },
  { DT_TEST_CATALOG (LAW ">\n  <relation kind=\"amends\"/></document>"), "file.xml:4:3: ", FALSE },
  { DT_TEST_CATALOG (LAW ">\n  <relation kind=\"changes\" target=\"2/L\"/></document>"), "file.xml:4:13: attribute “kind”: expected amends", FALSE },
  { DT_TEST_CATALOG (LAW ">\n  <checked by=\"A\"/></document>"), "file.xml:4:3: ", FALSE },
  { DT_TEST_CATALOG (LAW ">\n  <subject/></document>"), "file.xml:4:", FALSE },
  { DT_TEST_CATALOG (LAW ">\n  <subject>  </subject></document>"), "file.xml:4:", FALSE },
  { DT_TEST_CATALOG (LAW ">\n  <subject>a<b/></subject></document>"), "file.xml:4:", FALSE },
  { DT_TEST_CATALOG (LAW ">\n  <subject lang=\"vi\">a</subject></document>"), "file.xml:4:12: ", FALSE },
  { DT_TEST_CATALOG (LAW ">\n  <source>a</source>\n  <subject>b</subject></document>"), "file.xml:5:3: unexpected <subject>", FALSE },
  { DT_TEST_CATALOG (LAW ">\n  <subject>a</subject>\n  <subject>b</subject></document>"), "file.xml:5:3: unexpected <subject>", FALSE },
  { DT_TEST_CATALOG (LAW ">\n  <p:subject xmlns:p=\"urn:x\">a</p:subject></document>"), "file.xml:4:3: unexpected <", FALSE },
  { DT_TEST_CATALOG (LAW "/>\n" LAW "/>"), "file.xml:4:1: the document “1/L” stands already in line 3", TRUE },
  { DT_TEST_CATALOG (LAW " number=\"2/L\"/>"), "file.xml:3:", FALSE },
  { DT_TEST_CATALOG (LAW ">&nbsp;</document>"), "file.xml:3:", FALSE },
  { DT_TEST_PROLOG "<!DOCTYPE catalog>\n" DT_TEST_OPEN DT_TEST_CLOSE, "file.xml:2:1: ", TRUE },
  { DT_TEST_PROLOG DT_TEST_OPEN LAW "/>\n", "file.xml:", FALSE },
  { DT_TEST_CATALOG (LAW "/>") "<more/>", "file.xml:", FALSE },
  { DT_TEST_CATALOG (LAW " issuer=\"\377\"/>"), "file.xml:3:", FALSE },
};

/* Files that are good although no program of ours would write them so. */
static const char *const good[] = {
  DT_TEST_OPEN DT_TEST_CLOSE,
  DT_TEST_CATALOG ("<!-- a comment --><document number='1/L' type='Luật'></document>"),
  DT_TEST_CATALOG ("<document type=\"Luật\" number=\"1/L\" date=\"2015\"/><document type=\"Luật\" number=\"1/L\" date=\"2016-02\"/>"),
  DT_TEST_CATALOG (LAW "><subject><![CDATA[<a> & b]]></subject></document>"),
  DT_TEST_CATALOG (LAW "><subject>a\n   b&#x1EA5;</subject><validity/></document>"),
  "<c:catalog xmlns:c=\"" DT_CATALOG_NAMESPACE "\" version=\"1\"><c:document number=\"1/L\" type=\"Luật\"/></c:catalog>",
  sample,
};
