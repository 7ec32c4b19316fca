/* dt-test-odt.h - plans exported to ODT and taken apart
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dt-test-pages.h"

#include "base/dt-diagnostic.h"
#include "base/dt-zip.h"
#include "export/dt-exporter.h"
#include "layout/dt-fit.h"

#include <string.h>

#define PLAN_START                                                                    \
  "<plan xmlns=\"https://duthao.github.io/ns/plan\" version=\"1\" kind=\"ke-hoach\">" \
  "<head number=\"7\" symbol=\"KH-UBND\" date=\"2027-03-05\" place=\"An Bình\">"     \
  "<agency>ỦY BAN NHÂN DÂN\nXÃ AN BÌNH</agency><subject>Trồng cây năm 2027</subject></head>"
#define CLOSE                                                                                 \
  "<recipients><recipient id=\"r1\">Như trên</recipient><archive>VT</archive></recipients>" \
  "<signature><capacity id=\"c1\" form=\"tm\">ỦY BAN NHÂN DÂN</capacity>"                 \
  "<capacity id=\"c2\">CHỦ TỊCH</capacity><signer>Nguyễn Văn An</signer></signature>"

static inline DtPlan *
read_plan (const char *xml)
{
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  DtPlan *plan = dt_plan_read (bytes, "test", NULL, &error);

  dt_assert_no_error (error);
  return plan;
}

static inline DtShaper *
open_shaper (DtComposition *composition)
{
  DtSheet *sheet = dt_composition_get_sheet (composition);
  g_autoptr (GError) error = NULL;
  DtShaper *shaper = dt_shaper_new (dt_sheet_get_font_family (sheet), dt_sheet_get_font_twins (sheet), NULL, &error);

  dt_assert_no_error (error);
  return shaper;
}

static inline GBytes *
export_composition (DtComposition *composition)
{
  g_autoptr (DtShaper) shaper = open_shaper (composition);
  g_autoptr (GError) error = NULL;
  GBytes *odt = dt_export_odt (composition, shaper, NULL, &error);

  dt_assert_no_error (error);
  return odt;
}

static inline GBytes *
export_plan (DtPlan *plan)
{
  g_autoptr (DtComposition) composition = dt_test_compose_plan (plan);

  return export_composition (composition);
}

static inline char *
get_part (GBytes *odt,
          const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtZipReader) zip = dt_zip_reader_new (odt, &error);
  g_autoptr (GBytes) part = NULL;

  dt_assert_no_error (error);
  part = dt_zip_reader_read (zip, name, &error);
  dt_assert_no_error (error);
  return g_strndup (g_bytes_get_data (part, NULL), g_bytes_get_size (part));
}

/* content.xml of a plan with @inner behind its head. */
static inline char *
export_content (const char *inner)
{
  g_autofree char *xml = g_strconcat (PLAN_START, inner, "</plan>", NULL);
  g_autoptr (DtPlan) plan = read_plan (xml);
  g_autoptr (GBytes) odt = export_plan (plan);

  return get_part (odt, "content.xml");
}

static inline guint
count (const char *text,
       const char *needle)
{
  guint n = 0;

  for (const char *at = strstr (text, needle); at != NULL; at = strstr (at + 1, needle))
    n++;
  return n;
}

static inline void
assert_has (const char *text,
            const char *needle)
{
  ck_assert_msg (strstr (text, needle) != NULL, "not there: %s", needle);
}

static inline DtLength
parse_length (const char *text)
{
  char *unit = NULL;
  double value;

  ck_assert_ptr_nonnull (text);
  value = g_ascii_strtod (text, &unit);
  if (g_str_equal (unit, "pt"))
    return dt_length_from_pt (value);
  ck_assert_str_eq (unit, "mm");
  return dt_length_from_mm (value);
}
