/* test-export-odt.c - OpenDocument texts taken apart
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dt-test-pages.h"

#include "base/dt-diagnostic.h"
#include "base/dt-zip.h"
#include "export/dt-exporter.h"
#include "layout/dt-fit.h"

#include <locale.h>
#include <string.h>

#define PLAN_START                                                                              \
  "<plan xmlns=\"https://duthao.github.io/ns/plan\" version=\"1\" kind=\"ke-hoach\">"             \
  "<head number=\"7\" symbol=\"KH-UBND\" date=\"2027-03-05\" place=\"An Bình\">"                  \
  "<agency>ỦY BAN NHÂN DÂN\nXÃ AN BÌNH</agency><subject>Trồng cây năm 2027</subject></head>"
#define CLOSE                                                                        \
  "<recipients><recipient id=\"r1\">Như trên</recipient><archive>VT</archive></recipients>" \
  "<signature><capacity id=\"c1\" form=\"tm\">ỦY BAN NHÂN DÂN</capacity>"               \
  "<capacity id=\"c2\">CHỦ TỊCH</capacity><signer>Nguyễn Văn An</signer></signature>"

static DtPlan *
read_plan (const char *xml)
{
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  DtPlan *plan = dt_plan_read (bytes, "test", NULL, &error);

  dt_assert_no_error (error);
  return plan;
}

static DtShaper *
open_shaper (DtComposition *composition)
{
  DtSheet *sheet = dt_composition_get_sheet (composition);
  g_autoptr (GError) error = NULL;
  DtShaper *shaper = dt_shaper_new (dt_sheet_get_font_family (sheet), dt_sheet_get_font_twins (sheet), NULL, &error);

  dt_assert_no_error (error);
  return shaper;
}

static GBytes *
export_composition (DtComposition *composition)
{
  g_autoptr (DtShaper) shaper = open_shaper (composition);
  g_autoptr (GError) error = NULL;
  GBytes *odt = dt_export_odt (composition, shaper, NULL, &error);

  dt_assert_no_error (error);
  return odt;
}

static GBytes *
export_plan (DtPlan *plan)
{
  g_autoptr (DtComposition) composition = dt_test_compose_plan (plan);

  return export_composition (composition);
}

static char *
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
static char *
export_content (const char *inner)
{
  g_autofree char *xml = g_strconcat (PLAN_START, inner, "</plan>", NULL);
  g_autoptr (DtPlan) plan = read_plan (xml);
  g_autoptr (GBytes) odt = export_plan (plan);

  return get_part (odt, "content.xml");
}

static guint
count (const char *text,
       const char *needle)
{
  guint n = 0;

  for (const char *at = strstr (text, needle); at != NULL; at = strstr (at + 1, needle))
    n++;
  return n;
}

static void
assert_has (const char *text,
            const char *needle)
{
  ck_assert_msg (strstr (text, needle) != NULL, "not there: %s", needle);
}

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

static DtLength
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
  composer = (DtComposer) { sheet, kinds };

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

static const struct
{
  const char *text;
  const char *want;
} texts[] = {
  { "a &amp; b &lt; c &gt; d \"e\" 'f'", ">a &amp; b &lt; c &gt; d \"e\" 'f'</text:p>" },
  { "a  b", ">a <text:s/>b</text:p>" },
  { "a    b", ">a <text:s text:c=\"3\"/>b</text:p>" },
  { "a&#9;b", ">a<text:s/>b</text:p>" },
  { "một **hai** ba", ">một <text:span text:style-name=\"bold\">hai</text:span> ba</text:p>" },
  { "*một* hai", "><text:span text:style-name=\"italic\">một</text:span> hai</text:p>" },
  { "***một*** hai", "><text:span text:style-name=\"bold-italic\">một</text:span> hai</text:p>" },
  { "số [[76/NQ-CP]] và", ">số 76/NQ-CP và</text:p>" },
  { "&#x1F600; ế", ">\360\237\230\200 ế</text:p>" },
};

START_TEST (text_is_written_as_it_is_shown)
{
  g_autofree char *inner = g_strconcat ("<opening>", texts[_i].text, "</opening>", NULL);
  g_autofree char *content = export_content (inner);
  const char *at = strstr (content, "\"opening\"");

  ck_assert_ptr_nonnull (at);
  ck_assert_msg (strncmp (at + 9, texts[_i].want, strlen (texts[_i].want)) == 0, "got %.120s, want %s", at + 9, texts[_i].want);
}
END_TEST

START_TEST (headings_have_levels_and_literal_numbers)
{
  g_autofree char *content =
    export_content ("<sections><section id=\"s1\"><title>Mục đích</title><section id=\"s2\"><title>Chung</title>"
                    "<body>a) Một.\nb) Hai.</body></section></section></sections>");

  assert_has (content, "<text:h text:style-name=\"heading-1\" text:outline-level=\"1\">I. MỤC ĐÍCH</text:h>");
  assert_has (content, "<text:h text:style-name=\"heading-2\" text:outline-level=\"2\">1. Chung</text:h>");
  assert_has (content, "<text:p text:style-name=\"point\">a) Một.</text:p>");
  ck_assert_uint_eq (count (content, "text:list"), 0);
}
END_TEST

START_TEST (article_without_title_is_no_heading)
{
  g_autoptr (DtPlan) plan = dt_test_load_plan ("../data/samples/quyet-dinh-mau.duthao");
  g_autoptr (GBytes) odt = export_plan (plan);
  g_autofree char *content = get_part (odt, "content.xml");
  const char *at = strstr (content, "Điều 1. ");

  ck_assert_ptr_nonnull (at);
  while (strncmp (at, "<text:", 6) != 0 || strncmp (at, "<text:span", 10) == 0)
    at--;
  ck_assert (strncmp (at, "<text:p ", 8) == 0);
  assert_has (content, "style:parent-style-name=\"article\" style:default-outline-level=\"\"");
}
END_TEST

/* The text of @xml from @start on, tags left out, line breaks as line feeds. */
static char *
strip_tags (const char *start,
            const char *end)
{
  GString *text = g_string_new (NULL);

  for (const char *at = start; at < end; at++)
    {
      if (*at != '<')
        {
          g_string_append_c (text, *at);
          continue;
        }
      if (g_str_has_prefix (at, "<text:line-break"))
        g_string_append_c (text, '\n');
      at = strchr (at, '>');
    }
  return g_string_free (text, FALSE);
}

START_TEST (titles_break_where_layout_breaks_them)
{
  g_autofree char *xml = g_strdup (
    "<plan xmlns=\"https://duthao.github.io/ns/plan\" version=\"1\" kind=\"ke-hoach\">"
    "<head symbol=\"KH-UBND\" date=\"2027\" place=\"An Bình\"><agency>ỦY BAN NHÂN DÂN</agency><subject>"
    "Cải cách hành chính và chuyển đổi số, nâng cao chất lượng phục vụ Nhân dân của các cơ quan, đơn vị trên địa bàn xã"
    "</subject></head></plan>");
  g_autoptr (DtPlan) plan = read_plan (xml);
  g_autoptr (DtComposition) composition = dt_test_compose_plan (plan);
  g_autoptr (DtShaper) shaper = open_shaper (composition);
  g_autoptr (GBytes) odt = export_composition (composition);
  g_autofree char *content = get_part (odt, "content.xml");
  const char *start = strstr (content, "text:style-name=\"subject\"");
  DtSheet *sheet = dt_composition_get_sheet (composition);
  const DtPageSpec *page = dt_sheet_get_page (sheet);
  DtLength width = page->width - page->margin_left - page->margin_right;
  guint n_blocks;
  DtBlock *const *blocks = dt_composition_get_blocks (composition, &n_blocks);
  g_auto (GStrv) lines = NULL;
  g_autofree char *want = NULL;
  g_autofree char *got = NULL;

  for (guint i = 0; i < n_blocks; i++)
    {
      if (blocks[i]->role == DT_ROLE_SUBJECT)
        lines = dt_fit_lines (blocks[i], sheet, shaper, width, NULL);
    }
  ck_assert_uint_gt (g_strv_length (lines), 1);
  want = g_strjoinv ("\n", lines);
  start = strchr (start, '>') + 1;
  got = strip_tags (start, strstr (start, "</text:p>"));
  ck_assert_str_eq (got, want);
}
END_TEST

START_TEST (joiners_stand_only_where_a_number_would_break)
{
  guint n_joined = 0;
  guint n_plain = 0;

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *fill = g_strnfill (i + 1, 'a');
      g_autofree char *inner = g_strdup_printf ("<opening>%s một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn "
                                                "năm sáu bảy 1669/NQ-UBTVQH15 tám chín mười</opening>",
                                                fill);
      g_autofree char *content = export_content (inner);
      guint n = count (content, "\342\201\240");

      ck_assert_uint_le (n, 1);
      if (n == 1)
        assert_has (content, "1669/NQ-\342\201\240UBTVQH15");
      else
        assert_has (content, "1669/NQ-UBTVQH15");
      n_joined += n == 1;
      n_plain += n == 0;
    }
  ck_assert_uint_gt (n_joined, 0);
  ck_assert_uint_gt (n_plain, n_joined);
}
END_TEST

START_TEST (annexes_count_their_own_pages)
{
  g_autofree char *xml = g_strdup (PLAN_START CLOSE "<annex id=\"a1\" orientation=\"landscape\"><title>Bảng</title><body>Lời.</body></annex>"
                                                    "<annex id=\"a2\"><title>Danh sách</title><body>Lời.</body></annex></plan>");
  g_autoptr (DtPlan) plan = read_plan (xml);
  g_autoptr (GBytes) odt = export_plan (plan);
  g_autofree char *content = get_part (odt, "content.xml");
  g_autofree char *styles = get_part (odt, "styles.xml");

  assert_has (content, "style:family=\"table\" style:master-page-name=\"main-first\"");
  assert_has (content, "style:parent-style-name=\"annex\" style:master-page-name=\"annex-landscape-first\"");
  assert_has (content, "style:parent-style-name=\"annex\" style:master-page-name=\"annex-first\"");
  ck_assert_uint_eq (count (content, "style:page-number=\"1\""), 2);
  assert_has (styles, "style:page-layout-name=\"landscape-first\" style:next-style-name=\"annex-landscape\"");
  ck_assert_uint_eq (count (styles, "<style:master-page "), 6);
  ck_assert_uint_eq (count (styles, "<text:page-number "), 3);
}
END_TEST

START_TEST (signature_keeps_two_lines_of_text_with_it)
{
  g_autofree char *short_end = export_content ("<opening>Một hai ba.</opening><closing>Bốn năm.</closing>" CLOSE);
  g_autofree char *free_end = export_content ("<opening>Một hai ba.</opening><closing>" /* three lines and more */
                                              "Một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm sáu bảy tám chín mười một "
                                              "hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm sáu bảy tám chín mười một hai "
                                              "ba bốn năm sáu bảy tám chín mười.</closing>" CLOSE);

  ck_assert_uint_eq (count (short_end, "style:parent-style-name=\"opening\"><style:paragraph-properties fo:keep-with-next=\"always\"/>"), 1);
  ck_assert_uint_eq (count (short_end, "style:parent-style-name=\"closing\"><style:paragraph-properties fo:keep-with-next=\"always\"/>"), 1);
  ck_assert_uint_eq (count (free_end, "style:parent-style-name=\"opening\""), 0);
  ck_assert_uint_eq (count (free_end, "style:parent-style-name=\"closing\"><style:paragraph-properties fo:keep-with-next=\"always\"/>"), 1);
  ck_assert_uint_eq (count (free_end, "style:may-break-between-rows=\"false\""), 2);
}
END_TEST

START_TEST (table_repeats_its_head_and_fills_the_width)
{
  g_autofree char *content = export_content ("<opening>| A | B | C |\n|---|:-:|--:|\n| một | hai | ba |\n| bốn | năm | sáu |</opening>");
  const char *at = content;
  guint shares = 0;

  assert_has (content, "<table:table-header-rows><table:table-row");
  ck_assert_uint_eq (count (content, "<table:table-row "), 2 + 3);
  assert_has (content, "style:parent-style-name=\"table-cell\"><style:paragraph-properties fo:text-align=\"center\"/>");
  assert_has (content, "fo:border=\"0.5pt solid #000000\"");
  assert_has (content, "fo:keep-together=\"always\"");
  at = strstr (content, "style:name=\"T2\"");
  for (guint i = 0; i < 3; i++)
    {
      at = strstr (at, "style:rel-column-width=\"") + strlen ("style:rel-column-width=\"");
      shares += (guint) g_ascii_strtoull (at, NULL, 10);
    }
  ck_assert_uint_eq (shares, 65535);
  /* A table may not end the text. */
  assert_has (content, "</table:table><text:p text:style-name=\"end\"/></office:text>");
}
END_TEST

START_TEST (head_is_as_wide_as_it_was_fitted)
{
  g_autoptr (DtPlan) plan = read_plan (PLAN_START "</plan>");
  g_autoptr (DtComposition) composition = dt_test_compose_plan (plan);
  g_autoptr (DtShaper) shaper = open_shaper (composition);
  DtSheet *sheet = dt_composition_get_sheet (composition);
  const DtPageSpec *page = dt_sheet_get_page (sheet);
  guint n_blocks;
  DtBlock *const *blocks = dt_composition_get_blocks (composition, &n_blocks);
  g_autoptr (DtFit) fit = dt_fit_columns (blocks[1], sheet, shaper, page->width - page->margin_left - page->margin_right, NULL);
  g_autoptr (GBytes) odt = export_composition (composition);
  g_autofree char *content = get_part (odt, "content.xml");
  const char *column = strstr (content, "style:column-width=\"") + strlen ("style:column-width=\"");
  g_autofree char *left = g_strndup (column, strcspn (column, "\""));

  ck_assert_int_eq (parse_length (left), fit->left_width);
  ck_assert_uint_eq (count (content, "<draw:line "), 3);
  assert_has (content, "draw:style-name=\"motto-rule\"");
  assert_has (content, "ỦY BAN NHÂN DÂN<text:line-break/>XÃ AN BÌNH");
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

START_TEST (head_that_does_not_fit_is_reported)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *xml = NULL;
  g_autoptr (DtPlan) plan = NULL;
  g_autoptr (DtComposition) composition = NULL;
  g_autoptr (DtShaper) shaper = NULL;
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) odt = NULL;

  for (guint i = 0; i < 60; i++)
    g_string_append (name, "ỦYBANNHÂNDÂN");
  xml = g_strdup_printf ("<plan xmlns=\"https://duthao.github.io/ns/plan\" version=\"1\" kind=\"ke-hoach\">"
                         "<head symbol=\"KH-UBND\" place=\"A\"><agency>%s</agency><subject>C</subject></head></plan>",
                         name->str);
  plan = read_plan (xml);
  composition = dt_test_compose_plan (plan);
  shaper = open_shaper (composition);
  odt = dt_export_odt (composition, shaper, diagnostics, &error);
  dt_assert_no_error (error);
  ck_assert_uint_eq (diagnostics->len, 1);
  ck_assert_str_eq (dt_diagnostic_get_code (g_ptr_array_index (diagnostics, 0)), "head-does-not-fit");
}
END_TEST

static Suite *
make_suite (void)
{
  Suite *suite = suite_create ("export-odt");
  TCase *package = tcase_create ("package");
  TCase *styles = tcase_create ("styles");
  TCase *content = tcase_create ("content");

  tcase_add_test (package, package_begins_with_its_type_and_lists_its_parts);
  tcase_add_test (package, plan_inside_is_the_plan_that_went_in);
  tcase_add_test (package, same_plan_gives_the_same_bytes);
  tcase_add_test (package, metadata_follows_the_plan);
  suite_add_tcase (suite, package);

  tcase_add_test (styles, styles_are_those_of_the_sheet);
  tcase_add_test (styles, body_text_follows_one_style);
  tcase_add_test (styles, changed_sheet_changes_the_styles);
  suite_add_tcase (suite, styles);

  tcase_add_loop_test (content, text_is_written_as_it_is_shown, 0, G_N_ELEMENTS (texts));
  tcase_add_test (content, headings_have_levels_and_literal_numbers);
  tcase_add_test (content, article_without_title_is_no_heading);
  tcase_add_test (content, titles_break_where_layout_breaks_them);
  tcase_add_test (content, joiners_stand_only_where_a_number_would_break);
  tcase_add_test (content, annexes_count_their_own_pages);
  tcase_add_test (content, signature_keeps_two_lines_of_text_with_it);
  tcase_add_test (content, table_repeats_its_head_and_fills_the_width);
  tcase_add_test (content, head_is_as_wide_as_it_was_fitted);
  tcase_add_test (content, head_that_does_not_fit_is_reported);
  suite_add_tcase (suite, content);

  return suite;
}

int
main (void)
{
  return dt_test_main (make_suite ());
}
