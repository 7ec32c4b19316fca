/* test-import-html.c - pasted HTML, tables and text made body text
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dt-test.h"

#include "base/dt-diagnostic.h"
#include "import/dt-import-html.h"
#include "model/dt-notation.h"

#include <string.h>

static char *
convert (const char *html)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (html, strlen (html));
  g_autoptr (GError) error = NULL;
  char *text = dt_import_html_fragment (bytes, NULL, &error);

  dt_assert_no_error (error);
  ck_assert_ptr_nonnull (text);

  return text;
}

/* The shape of what Word puts on the clipboard, with its lists of shown markers. */
#define WORD_HEAD                                                                                  \
  "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\" "                                     \
  "xmlns:w=\"urn:schemas-microsoft-com:office:word\">\r\n<head>\r\n"                               \
  "<meta name=Generator content=\"Microsoft Word 15\">\r\n"                                        \
  "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml>"         \
  "<![endif]-->\r\n<style>\r\n<!--\r\n p.MsoNormal {margin:0cm;}\r\n@list l0:level1 {}\r\n-->\r\n" \
  "</style>\r\n</head>\r\n<body lang=VI style='tab-interval:36.0pt'>\r\n<!--StartFragment-->\r\n"
#define WORD_FOOT "\r\n<!--EndFragment-->\r\n</body>\r\n</html>\r\n"
#define WORD_ITEM(level, sign, text)                                                               \
  "<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level" level         \
  " lfo1'><![if !supportLists]><span lang=VI\r\nstyle='font-family:Symbol;mso-bidi-font-family:"   \
  "Symbol'><span\r\nstyle='mso-list:Ignore'>" sign "<span style='font:7.0pt \"Times New Roman\"'>" \
  "&nbsp;&nbsp;&nbsp;\r\n</span></span></span><![endif]><span lang=VI>" text "<o:p></o:p></span></p>\r\n"

static const struct
{
  const char *name;
  const char *html;
  const char *notation;
} cases[] = {
  { "nothing", "", "" },
  { "blanks", " \n ", "" },
  { "text alone", "Vệ sinh đường làng", "Vệ sinh đường làng" },
  { "paragraphs", "<p>Một</p>\n<p>Hai<br>Ba</p><p>&nbsp;</p><div>Bốn</div>", "Một\nHai\nBa\nBốn" },
  { "line ends are blanks", "<p>Ủy ban\nnhân   dân</p>", "Ủy ban nhân dân" },
  { "bold and italic", "<p>Tổ <b>tự quản </b>ghi <i>sổ</i>, <b><i>nộp</i></b> xã</p>",
    "Tổ **tự quản** ghi *sổ*, ***nộp*** xã" },
  { "styles of the style attribute", "<p>Tổ <span style='font-weight:700'>tự quản</span> <span style=\"font-style: italic\">xã</span></p>",
    "Tổ **tự quản** *xã*" },
  { "a style inside a style", "<p><b>Giữ <i>sạch</i> đường</b></p>", "**Giữ *sạch* đường**" },
  { "styles side by side", "<p><b>Giữ</b><i>sạch</i></p>", "**Giữ***sạch*" },
  { "a heading is bold", "<h2>I. MỤC ĐÍCH</h2><p>Sạch</p>", "**I. MỤC ĐÍCH**\nSạch" },
  { "bold that is switched off", "<b style='font-weight:normal' id='docs-internal-guid-1'><p>Giữ <span style='font-weight:700'>sạch</span></p></b>",
    "Giữ **sạch**" },
  { "commas stay outside", "<p>Giữ<b>, sạch (</b>làm)</p>", "Giữ, **sạch** (làm)" },
  { "stars and bars are signs", "<p>5*3 | 2 * 4 (*)</p>", "5\\*3 \\| 2 * 4 (\\*)" },
  { "marks of ours stay", "<p>theo [[76/NQ-CP|full]] trong {{nam}}</p>", "theo [[76/NQ-CP|full]] trong {{nam}}" },
  { "typed markers stay", "<p>a) Một</p><p>- Hai</p><p>1. Ba</p>", "a) Một\n- Hai\n1. Ba" },
  { "bullets", "<ul><li>Một</li><li>Hai<ul><li>Ba</li></ul></li><li>Bốn</li></ul>", "- Một\n- Hai\n+ Ba\n- Bốn" },
  { "numbers", "<ol><li>Một<ol><li>Hai</li><li>Ba</li></ol></li><li>Bốn</li></ol>", "1. Một\na) Hai\nb) Ba\n2. Bốn" },
  { "letters as the decree has them", "<ol type=a start=4><li>Một</li><li><p>Hai</p></li></ol>", "d) Một\nđ) Hai" },
  { "roman numbers are text", "<ol type=I><li>Một</li><li>Hai</li></ol>", "I. Một\nII. Hai" },
  { "a list style", "<ol><li style='list-style-type:lower-alpha'>Một</li></ol>", "a) Một" },
  { "an item of two paragraphs", "<ul><li><p>Một</p><p>Hai</p></li></ul>", "- Một\nHai" },
  { "hidden things", "<style>p{}</style><p style='display:none'>ẩn</p><script>1</script><p>Hiện<!-- ẩn --></p>", "Hiện" },
  { "separate accents", "<p>Kê\xcc\x81 hoa\xcc\xa3"
                        "ch</p>",
    "Kế hoạch" },
  { "an accent in its own style", "<p><b>Kê</b>\xcc\x81 hoạch</p>", "**Kế** hoạch" },
  { "look-alikes", "<p>30/2020/N\xc3\x90&#8209;CP&nbsp;ngày nghỉ&shy;phép\xe2\x80\x8b</p>", "30/2020/NĐ-CP ngày nghỉphép" },
  { "verbatim text", "<pre>Một\n  Hai</pre>", "Một\nHai" },
  { "word", WORD_HEAD "<p class=MsoNormal style='text-align:justify'><b><span lang=VI>1. Mục đích<o:p></o:p></span></b></p>\r\n" WORD_ITEM ("1", "·", "Giữ sạch đường làng") WORD_ITEM ("2", "o", "Thôn Đông") WORD_ITEM ("1", "·", "Trồng cây") "<p class=MsoNormal><o:p>&nbsp;</o:p></p>" WORD_FOOT,
    "**1. Mục đích**\n- Giữ sạch đường làng\n+ Thôn Đông\n- Trồng cây" },
  { "numbers of word", WORD_HEAD WORD_ITEM ("1", "1.", "Một") WORD_ITEM ("2", "a.", "Hai") WORD_ITEM ("2", "b)", "Ba") WORD_ITEM ("1", "2)", "Bốn") WORD_ITEM ("3", "2.1.", "Năm") WORD_FOOT, "1. Một\na) Hai\nb) Ba\n2. Bốn\n2.1. Năm" },
  { "lists of older word", "<p style='mso-list:l1 level1 lfo2'><!--[if !supportLists]--><span style='mso-list:Ignore'>-<span>&nbsp;</span></span><!--[endif]-->Một</p>",
    "- Một" },
  { "a table", "<table><tr><td>Việc</td><td>Hạn</td></tr><tr><td>Tưới <b>cây</b></td><td align=center>30/6</td></tr></table>",
    "| Việc | Hạn |\n| Tưới **cây** | 30/6 |" },
  { "a table with a head", "<p>Bảng</p><table><thead><tr><th>Việc</th><th>Hạn</th><th>Tiền</th></tr></thead><tbody><tr><td>Tưới</td>"
                           "<td style='text-align:center'>30/6</td><td><p align=right>5</p></td></tr></tbody></table><p>Hết</p>",
    "Bảng\n| Việc | Hạn | Tiền |\n|---|:-:|--:|\n| Tưới | 30/6 | 5 |\nHết" },
  { "cells that reach over others", "<table><tr><td rowspan=2>A</td><td colspan=2>B</td></tr><tr><td>C</td><td>D</td></tr></table>",
    "| A | B | |\n| | C | D |" },
  { "a cell is one line", "<table><tr><td><p>Một</p><p>Hai<br>Ba</p></td><td>a|b</td></tr></table>", "| Một Hai Ba | a\\|b |" },
  { "a table of one column", "<table><tr><td>Một</td></tr><tr><td>Hai</td></tr></table>", "Một\nHai" },
  { "tables keep apart", "<table><tr><td>A</td><td>B</td></tr></table><table><tr><td>C</td><td>D</td></tr></table>",
    "| A | B |\n\n| C | D |" },
  { "a table in a cell", "<table><tr><td><table><tr><td>A</td><td>B</td></tr></table></td><td>C</td></tr></table>", "| A B | C |" },
  { "broken html", "<p>Một</i></p></td><td>hai</div>", "Một\nhai" },
};

START_TEST (html_becomes_notation)
{
  g_autofree char *text = convert (cases[_i].html);

  ck_assert_msg (strcmp (text, cases[_i].notation) == 0, "%s: “%s”, expected “%s”", cases[_i].name, text, cases[_i].notation);
}
END_TEST

/* What is bold or italic in HTML is so in the notation, letter for letter, however it is cut. */
START_TEST (random_styles_survive)
{
  static const char *const pieces[] = { "a", "ế", " ", "*", ",", "(", ")", "|", "b", "[", "\\", "{" };
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) _i);
  g_autoptr (GString) html = g_string_new ("<p>X");
  g_autoptr (GString) want = g_string_new ("X");
  g_autofree char *text = NULL;
  g_autoptr (DtBody) body = NULL;
  g_autoptr (GString) got = g_string_new (NULL);
  guint n_lines;
  const DtLine *lines;

  for (guint i = 0; i < 12; i++)
    {
      const char *piece = pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))];
      guint style = (guint) g_rand_int_range (random, 0, 4);

      /* Two of these would be notation, which is meant to stay. */
      if ((*piece == '[' || *piece == '{') && html->str[html->len - 1] == '>')
        piece = "c";
      if (*piece == '\\')
        piece = "d";
      g_string_append_printf (html, "%s%s%s%s%s", style & 1 ? "<b>" : "", style & 2 ? "<i>" : "", piece,
                              style & 2 ? "</i>" : "", style & 1 ? "</b>" : "");
      if (*piece != ' ' || want->str[want->len - 1] != ' ')
        g_string_append (want, piece);
      if (strcmp (piece, "a") == 0 || strcmp (piece, "ế") == 0 || strcmp (piece, "b") == 0)
        g_string_append_printf (want, "%u", style);
    }
  text = convert (html->str);
  body = dt_body_parse (text);
  lines = dt_body_get_lines (body, &n_lines);
  ck_assert_uint_eq (n_lines, 1);
  for (guint i = 0; i < lines[0].n_spans; i++)
    for (const char *p = lines[0].spans[i].text; *p != '\0'; p = g_utf8_next_char (p))
      {
        g_string_append_len (got, p, g_utf8_next_char (p) - p);
        if (*p == 'a' || *p == 'b' || g_utf8_get_char (p) == 0x1ebf)
          g_string_append_printf (got, "%u", (guint) lines[0].spans[i].bold | (guint) lines[0].spans[i].italic << 1);
      }
  g_strchomp (want->str);
  ck_assert_msg (strcmp (got->str, want->str) == 0, "%s\n→ %s\n→ %s\n≠ %s", html->str, text, got->str, want->str);
}
END_TEST

START_TEST (utf_16_is_read)
{
  static const char html[] = "<p>Kế hoạch</p>";
  glong n;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (html, -1, NULL, &n, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (units, (gsize) n * 2);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = dt_import_html_fragment (bytes, NULL, &error);

  dt_assert_no_error (error);
  ck_assert_str_eq (text, "Kế hoạch");
}
END_TEST

START_TEST (depth_is_refused_not_cut)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (html, "<div>");
  g_string_append (html, "đáy");
  bytes = g_bytes_new (html->str, html->len);
  ck_assert_ptr_null (dt_import_html_fragment (bytes, NULL, &error));
  dt_assert_error (error, DT_IMPORT_ERROR, DT_IMPORT_ERROR_FOREIGN);
}
END_TEST

START_TEST (pictures_are_told)
{
  static const char html[] = "<p>Một<img src=x alt='sơ đồ'></p>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (html, strlen (html));
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autofree char *text = dt_import_html_fragment (bytes, diagnostics, NULL);

  ck_assert_str_eq (text, "Mộtsơ đồ");
  ck_assert_uint_eq (diagnostics->len, 1);
  ck_assert_str_eq (dt_diagnostic_get_code (g_ptr_array_index (diagnostics, 0)), "html-picture");
}
END_TEST

START_TEST (wide_tables_lose_no_text)
{
  g_autoptr (GString) html = g_string_new ("<table><tr>");
  g_autofree char *text = NULL;

  for (guint i = 0; i < 80; i++)
    g_string_append_printf (html, "<td colspan=%u>t%u</td>", i == 70 ? 100000 : 1, i);
  text = convert (html->str);
  for (guint i = 0; i < 80; i++)
    {
      g_autofree char *word = g_strdup_printf ("t%u", i);

      ck_assert_ptr_nonnull (strstr (text, word));
    }
}
END_TEST

static const struct
{
  const char *text;
  gboolean is_table;
  const char *notation;
} tsv[] = {
  { "Việc\tHạn\nTưới cây\t30/6\n", TRUE, "| Việc | Hạn |\n|---|---|\n| Tưới cây | 30/6 |" },
  { "Việc\tHạn\r\n\"Tưới\nhai \"\"cây\"\"\"\t30/6\r\n", TRUE, "| Việc | Hạn |\n|---|---|\n| Tưới hai \"cây\" | 30/6 |" },
  { "a|b\tc*d\n", TRUE, "| a\\|b | c\\*d |" },
  { "\"mở\tHạn\n", TRUE, "| \"mở | Hạn |" },
  { "\t\n1\t2", TRUE, "| | |\n|---|---|\n| 1 | 2 |" },
  { "a\tb\nc\n", FALSE, "| a | b |\n|---|---|\n| c | |" },
  { "lời văn\n", FALSE, "lời văn" },
};

START_TEST (tabulators_make_a_table)
{
  g_autofree char *notation = dt_import_tsv_fragment (tsv[_i].text);

  ck_assert_str_eq (notation, tsv[_i].notation);
  ck_assert_int_eq (dt_import_is_tsv (tsv[_i].text), tsv[_i].is_table);
}
END_TEST

START_TEST (text_is_made_clean)
{
  g_autofree char *clean = dt_import_clean_text (" Kê\xcc\x81\xc2\xa0hoạch\r\nsố\xc2\xad \xc3\x90\x01\ttừ\rnăm ");

  ck_assert_str_eq (clean, " Kế hoạch\nsố Đ\ttừ\nnăm ");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("import-html");
  TCase *basic = tcase_create ("basic");

  tcase_add_loop_test (basic, html_becomes_notation, 0, G_N_ELEMENTS (cases));
  tcase_add_loop_test (basic, random_styles_survive, 0, 200);
  tcase_add_test (basic, utf_16_is_read);
  tcase_add_test (basic, depth_is_refused_not_cut);
  tcase_add_test (basic, pictures_are_told);
  tcase_add_test (basic, wide_tables_lose_no_text);
  tcase_add_loop_test (basic, tabulators_make_a_table, 0, G_N_ELEMENTS (tsv));
  tcase_add_test (basic, text_is_made_clean);
  suite_add_tcase (suite, basic);

  return dt_test_main (suite);
}
