/* test-export-odt-content.c - ODT: paragraphs, tables and drawings
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dt-test-odt.h"

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
  /* Lines that neighbours share let Writer lose the rows behind a head: each cell has its own. */
  assert_has (content, "table:border-model=\"separating\"");
  ck_assert_uint_eq (count (content, "table:style-name=\"cell-top\""), 2);
  ck_assert_uint_eq (count (content, "table:style-name=\"cell-top-last\""), 1);
  ck_assert_uint_eq (count (content, "table:style-name=\"cell-next\""), 4);
  ck_assert_uint_eq (count (content, "table:style-name=\"cell-next-last\""), 2);
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

START_TEST (table_without_a_head_is_boxed)
{
  g_autofree char *content = export_content ("<opening>| một | hai |\n| ba | bốn |</opening>");

  ck_assert_ptr_null (strstr (content, "table-header-rows"));
  assert_has (content, "fo:border=\"0.5pt solid #000000\"");
  ck_assert_uint_eq (count (content, "table:style-name=\"cell\""), 4);
  ck_assert_uint_eq (count (content, "table:border-model=\"collapsing\""), 1);
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
  Suite *suite = suite_create ("export-odt-content");
  TCase *content = tcase_create ("content");

  tcase_add_loop_test (content, text_is_written_as_it_is_shown, 0, G_N_ELEMENTS (texts));
  tcase_add_test (content, headings_have_levels_and_literal_numbers);
  tcase_add_test (content, article_without_title_is_no_heading);
  tcase_add_test (content, titles_break_where_layout_breaks_them);
  tcase_add_test (content, joiners_stand_only_where_a_number_would_break);
  tcase_add_test (content, annexes_count_their_own_pages);
  tcase_add_test (content, signature_keeps_two_lines_of_text_with_it);
  tcase_add_test (content, table_repeats_its_head_and_fills_the_width);
  tcase_add_test (content, table_without_a_head_is_boxed);
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
