/* test-export-odt.c - ODT: the package, its styles and metadata
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dt-test-odt.h"

#include <locale.h>

START_TEST (package_begins_with_its_type_and_lists_its_parts)
{
  static const char *const names[] = { "mimetype", "content.xml", "styles.xml", "meta.xml", "settings.xml",
                                       "duthao/plan.xml", "META-INF/manifest.xml" };
  g_autoptr (DtPlan) plan = read_plan (PLAN_START "</plan>");
  g_autoptr (GBytes) odt = export_plan (plan);
  g_autoptr (DtZipReader) zip = dt_zip_reader_new (odt, NULL);
  g_autofree char *manifest = get_part (odt, "META-INF/manifest.xml");
  const char *data = g_bytes_get_data (odt, NULL);

  ck_assert (memcmp (data + 30, "mimetypeapplication/vnd.oasis.opendocument.text", 47) == 0);
  ck_assert_uint_eq (dt_zip_reader_get_n_entries (zip), G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      ck_assert_str_eq (dt_zip_reader_get_name (zip, i), names[i]);
      if (i > 0 && i + 1 < G_N_ELEMENTS (names))
        {
          g_autofree char *entry = g_strdup_printf ("full-path=\"%s\"", names[i]);

          ck_assert_uint_eq (count (manifest, entry), 1);
        }
    }
  assert_has (manifest, "manifest:full-path=\"duthao/plan.xml\" manifest:media-type=\"application/vnd.duthao.plan+xml\"");
  ck_assert_uint_eq (count (manifest, "<manifest:file-entry "), 6);
}
END_TEST

START_TEST (plan_inside_is_the_plan_that_went_in)
{
  g_autoptr (DtPlan) plan = dt_test_load_plan ("../data/samples/ke-hoach-mau.duthao");
  g_autoptr (GBytes) odt = export_plan (plan);
  g_autofree char *inside = get_part (odt, "duthao/plan.xml");
  g_autoptr (DtPlan) back = read_plan (inside);
  g_autoptr (GBytes) bytes = dt_plan_write (plan);

  ck_assert (dt_plan_equal (plan, back));
  ck_assert_uint_eq (strlen (inside), g_bytes_get_size (bytes));
  ck_assert (memcmp (inside, g_bytes_get_data (bytes, NULL), strlen (inside)) == 0);
}
END_TEST

START_TEST (same_plan_gives_the_same_bytes)
{
  g_autoptr (DtPlan) plan = dt_test_load_plan ("../data/samples/ke-hoach-mau.duthao");
  g_autoptr (GBytes) first = export_plan (plan);
  g_autoptr (GBytes) second = NULL;

  /* Where the locale is there, its decimal comma must not get in. */
  setlocale (LC_ALL, "vi_VN.UTF-8");
  g_setenv ("TZ", "Asia/Ho_Chi_Minh", TRUE);
  second = export_plan (plan);
  ck_assert (g_bytes_equal (first, second));
}
END_TEST

/* The value of @attribute in the named style @style, looked up in its parents; NULL where none says it. */
static char *
resolve (const char *styles,
         const char *style,
         const char *attribute)
{
  g_autofree char *start = g_strdup_printf ("<style:style style:name=\"%s\"", style);
  g_autofree char *name = g_strdup_printf (" %s=\"", attribute);
  const char *at = strstr (styles, start);
  const char *tag = at != NULL ? strchr (at, '>') : NULL;
  const char *end = tag != NULL && tag[-1] != '/' ? strstr (at, "</style:style>") : tag;
  const char *found = at != NULL ? strstr (at, name) : NULL;
  const char *parent = at != NULL ? strstr (at, " style:parent-style-name=\"") : NULL;
  g_autofree char *above = NULL;

  if (end == NULL)
    return NULL;
  if (found != NULL && found < end)
    return g_strndup (found + strlen (name), strcspn (found + strlen (name), "\""));
  if (parent == NULL || parent > end)
    return NULL;

  parent += strlen (" style:parent-style-name=\"");
  above = g_strndup (parent, strcspn (parent, "\""));
  return resolve (styles, above, attribute);
}

static void
assert_length (const char *styles,
               const char *role,
               const char *attribute,
               DtLength want)
{
  g_autofree char *text = resolve (styles, role, attribute);

  ck_assert_msg (parse_length (text) == want, "%s %s is %s, want %d", role, attribute, text, want);
}

static void
assert_value (const char *styles,
              const char *role,
              const char *attribute,
              const char *want)
{
  g_autofree char *text = resolve (styles, role, attribute);

  ck_assert_msg (g_strcmp0 (text, want) == 0, "%s %s is %s, want %s", role, attribute, text, want);
}

static void
assert_style (const char *styles,
              const DtSheet *sheet,
              const DtStyle *style)
{
  static const char *const aligns[] = { "start", "center", "end", "justify" };
  const char *role = dt_role_get_name (style->role);
  DtLength before = style->space_before;
  g_autofree char *orphans = g_strdup_printf ("%u", style->orphans);
  g_autofree char *level = style->heading_level > 0 ? g_strdup_printf ("%u", style->heading_level) : NULL;

  if (style->role == DT_ROLE_SIGNATURE)
    before = dt_sheet_get_metrics (sheet)->signature_space - style->line_height;

  assert_value (styles, role, "style:display-name", style->title);
  assert_length (styles, role, "fo:font-size", dt_length_from_pt (style->size / 100.0));
  assert_length (styles, role, "fo:margin-top", before);
  assert_length (styles, role, "fo:margin-bottom", style->space_after);
  assert_length (styles, role, "fo:margin-left", style->left_indent);
  assert_length (styles, role, "fo:text-indent", style->first_indent);
  assert_length (styles, role, "fo:line-height", style->line_height);
  assert_value (styles, role, "fo:font-weight", style->bold ? "bold" : "normal");
  assert_value (styles, role, "fo:font-style", style->italic ? "italic" : "normal");
  assert_value (styles, role, "fo:text-align", aligns[style->align]);
  assert_value (styles, role, "fo:keep-with-next", style->keep_next ? "always" : "auto");
  assert_value (styles, role, "fo:orphans", orphans);
  assert_value (styles, role, "style:default-outline-level", level);
}

START_TEST (styles_are_those_of_the_sheet)
{
  g_autoptr (DtPlan) plan = read_plan (PLAN_START "</plan>");
  g_autoptr (DtComposition) composition = dt_test_compose_plan (plan);
  DtSheet *sheet = dt_composition_get_sheet (composition);
  g_autoptr (GBytes) odt = export_composition (composition);
  g_autofree char *styles = get_part (odt, "styles.xml");
  const DtPageSpec *page = dt_sheet_get_page (sheet);
  const char *layout = strstr (styles, "<style:page-layout style:name=\"portrait-first\"");
  g_autofree char *width = NULL;

  for (int role = 0; role < DT_N_ROLES; role++)
    {
      const DtStyle *style = dt_sheet_get_style (sheet, (DtRole) role);

      if (style->rule_width == 0)
        assert_style (styles, sheet, style);
    }

  ck_assert_ptr_nonnull (layout);
  layout = strstr (layout, "fo:page-width=\"") + strlen ("fo:page-width=\"");
  width = g_strndup (layout, strcspn (layout, "\""));
  ck_assert_int_eq (parse_length (width), page->width);
  assert_has (styles, "svg:font-family=\"'Times New Roman'\"");
  assert_has (styles, "fo:language=\"vi\" fo:country=\"VN\"");
  assert_has (styles, "style:letter-kerning=\"false\"");
}
END_TEST

/* The sheet with one thing changed. */
static DtComposition *
compose_restyled (DtPlan *plan,
                  const char *from,
                  const char *to)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "../data/styles/nd30.xml", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DtSheet) sheet = NULL;
  g_autoptr (DtKinds) kinds = dt_kinds_load_default (NULL);
  g_autoptr (GError) error = NULL;
  DtComposer composer = { 0 };

  ck_assert (g_file_get_contents (path, &text, NULL, NULL));
  changed = g_string_new (text);
  ck_assert_uint_eq (g_string_replace (changed, from, to, 0), 1);
  bytes = g_bytes_new (changed->str, changed->len);
  sheet = dt_sheet_read (bytes, "changed", &error);
  dt_assert_no_error (error);
  composer = (DtComposer){ sheet, kinds };

  return dt_compose (&composer, plan, NULL);
}

START_TEST (body_text_follows_one_style)
{
  static const char *const followers[] = { "basis", "opening", "article", "heading-1", "heading-2", "heading-3", "clause",
                                           "point", "dash", "plus", "closing", "part", "division" };
  g_autoptr (DtPlan) plan = read_plan (PLAN_START "</plan>");
  g_autoptr (GBytes) odt = export_plan (plan);
  g_autofree char *styles = get_part (odt, "styles.xml");
  g_autofree char *own = g_strdup ("<style:style style:name=\"body\" style:display-name=\"Nội dung\"");

  assert_has (styles, own);
  for (guint i = 0; i < G_N_ELEMENTS (followers); i++)
    {
      g_autofree char *start = g_strdup_printf ("<style:style style:name=\"%s\"", followers[i]);
      const char *at = strstr (styles, start);
      g_autofree char *style = NULL;

      ck_assert_ptr_nonnull (at);
      style = g_strndup (at, (gsize) (strstr (at, "</style:style>") - at));
      assert_has (style, "style:parent-style-name=\"body\"");
      ck_assert_msg (strstr (style, "fo:font-size") == NULL, "%s has a size of its own", followers[i]);
      ck_assert_msg (strstr (style, "fo:line-height") == NULL, "%s has a pitch of its own", followers[i]);
    }
}
END_TEST

START_TEST (changed_sheet_changes_the_styles)
{
  g_autoptr (DtPlan) plan = read_plan (PLAN_START "</plan>");
  g_autoptr (DtComposition) composition =
    compose_restyled (plan, "role=\"body\" title=\"Nội dung\" size=\"14\"", "role=\"body\" title=\"Nội dung\" size=\"13.5\"");
  g_autoptr (GBytes) odt = export_composition (composition);
  g_autofree char *styles = get_part (odt, "styles.xml");

  assert_value (styles, "body", "fo:font-size", "13.5pt");
  assert_value (styles, "closing", "fo:font-size", "14pt");
}
END_TEST

START_TEST (metadata_follows_the_plan)
{
  g_autoptr (DtPlan) dated = read_plan (PLAN_START CLOSE "</plan>");
  g_autoptr (DtPlan) open = read_plan ("<plan xmlns=\"https://duthao.github.io/ns/plan\" version=\"1\" kind=\"ke-hoach\">"
                                       "<head symbol=\"KH-UBND\" date=\"2027-03\" place=\"A\"><agency>B</agency>"
                                       "<subject>C</subject></head></plan>");
  g_autoptr (GBytes) dated_odt = export_plan (dated);
  g_autoptr (GBytes) open_odt = export_plan (open);
  g_autofree char *meta = get_part (dated_odt, "meta.xml");
  g_autofree char *open_meta = get_part (open_odt, "meta.xml");

  assert_has (meta, "<dc:title>Kế hoạch số 07/KH-UBND Trồng cây năm 2027</dc:title>");
  assert_has (meta, "<dc:subject>Trồng cây năm 2027</dc:subject>");
  assert_has (meta, "<dc:creator>Ủy ban nhân dân xã An Bình</dc:creator>");
  assert_has (meta, "<dc:language>vi-VN</dc:language>");
  assert_has (meta, "<meta:generator>DuThao/0.1.0</meta:generator>");
  /* Without it Writer guesses where pages start. */
  assert_has (meta, "<meta:document-statistic ");
  assert_has (meta, "<meta:creation-date>2027-03-05T00:00:00</meta:creation-date>");
  assert_has (meta, "meta:name=\"TypeName\" meta:value-type=\"string\">Kế hoạch<");
  assert_has (meta, "meta:name=\"CodeNumber\" meta:value-type=\"string\">7<");
  assert_has (meta, "meta:name=\"IssuedDate\" meta:value-type=\"string\">05/03/2027<");
  assert_has (meta, "meta:name=\"Position\" meta:value-type=\"string\">CHỦ TỊCH<");
  assert_has (meta, "meta:name=\"FullName\" meta:value-type=\"string\">Nguyễn Văn An<");
  ck_assert_ptr_null (strstr (open_meta, "creation-date"));
  ck_assert_ptr_null (strstr (open_meta, "IssuedDate"));
  ck_assert_ptr_null (strstr (open_meta, "CodeNumber"));
}
END_TEST

static Suite *
make_suite (void)
{
  Suite *suite = suite_create ("export-odt");
  TCase *package = tcase_create ("package");
  TCase *styles = tcase_create ("styles");

  tcase_add_test (package, package_begins_with_its_type_and_lists_its_parts);
  tcase_add_test (package, plan_inside_is_the_plan_that_went_in);
  tcase_add_test (package, same_plan_gives_the_same_bytes);
  tcase_add_test (package, metadata_follows_the_plan);
  suite_add_tcase (suite, package);

  tcase_add_test (styles, styles_are_those_of_the_sheet);
  tcase_add_test (styles, body_text_follows_one_style);
  tcase_add_test (styles, changed_sheet_changes_the_styles);
  suite_add_tcase (suite, styles);

  return suite;
}

int
main (void)
{
  return dt_test_main (make_suite ());
}
