/* test-layout.c - pages
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dt-test-layout.h"

static DtSheet *sheet;

static GPtrArray *
new_blocks (void)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_block_unref);

  g_ptr_array_add (blocks, dt_test_part (FALSE));
  return blocks;
}

static void
add (GPtrArray *blocks,
     DtRole role,
     const char *text)
{
  g_ptr_array_add (blocks, dt_test_paragraph (sheet, role, text));
}

static DtPages *
lay_out (const GPtrArray *blocks,
         DtShaper *shaper,
         DtPages *previous)
{
  g_autoptr (DtComposition) composition = dt_test_compose (sheet, (DtBlock *const *) blocks->pdata, blocks->len);
  g_autoptr (GError) error = NULL;
  DtPages *pages = dt_layout_run (composition, shaper, previous, NULL, &error);

  dt_assert_no_error (error);
  return pages;
}

START_TEST (pages_nothing_happened_on_are_shared)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GPtrArray) blocks = new_blocks ();
  g_autoptr (DtShaper) shaper = dt_test_open_shaper ("Du Thao Test", NULL);
  g_autoptr (DtPages) pages = NULL;
  g_autoptr (DtPages) next = NULL;
  DtBlock *block;
  guint n_same = 0;

  for (int i = 0; i < 400; i++)
    {
      g_autoptr (GString) text = g_string_new ("Đoạn");

      for (int k = g_rand_int_range (rand, 0, 60); k > 0; k--)
        g_string_append (text, " văn");
      add (blocks, DT_ROLE_BODY, text->str);
    }
  pages = lay_out (blocks, shaper, NULL);
  block = g_ptr_array_index (blocks, 200);
  blocks->pdata[200] = dt_test_paragraph (sheet, DT_ROLE_BODY, block->text);
  dt_block_unref (block);
  next = lay_out (blocks, shaper, pages);

  ck_assert_uint_eq (dt_pages_get_n_pages (next), dt_pages_get_n_pages (pages));
  for (guint i = 0; i < dt_pages_get_n_pages (next); i++)
    n_same += dt_page_same_content (dt_pages_get_page (next, i), dt_pages_get_page (pages, i)) ? 1 : 0;
  ck_assert_uint_ge (n_same + 3, dt_pages_get_n_pages (next));
}
END_TEST

START_TEST (what_is_cancelled_gives_no_pages)
{
  g_autoptr (GPtrArray) blocks = new_blocks ();
  g_autoptr (DtShaper) shaper = dt_test_open_shaper ("Du Thao Test", NULL);
  g_autoptr (DtComposition) composition = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  add (blocks, DT_ROLE_BODY, "Một đoạn văn.");
  composition = dt_test_compose (sheet, (DtBlock *const *) blocks->pdata, blocks->len);
  g_cancellable_cancel (cancellable);
  ck_assert_ptr_null (dt_layout_run (composition, shaper, NULL, cancellable, &error));
  dt_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}
END_TEST

START_TEST (parts_count_their_own_pages)
{
  g_autoptr (GPtrArray) blocks = new_blocks ();
  g_autoptr (DtShaper) shaper = dt_test_open_shaper ("Du Thao Test", NULL);
  g_autoptr (DtPages) pages = NULL;
  const DtPageSpec *spec = dt_sheet_get_page (sheet);

  for (int i = 0; i < 60; i++)
    add (blocks, DT_ROLE_BODY, "Một dòng.");
  g_ptr_array_add (blocks, dt_test_part (TRUE));
  for (int i = 0; i < 60; i++)
    add (blocks, DT_ROLE_BODY, "Một dòng.");
  pages = lay_out (blocks, shaper, NULL);

  ck_assert_uint_eq (dt_pages_get_n_pages (pages), 5);
  for (guint i = 0; i < 5; i++)
    {
      const DtPage *page = dt_pages_get_page (pages, i);

      ck_assert_uint_eq (dt_page_get_number (page), i < 2 ? i + 1 : i - 1);
      ck_assert_int_eq (dt_page_get_width (page), i < 2 ? spec->width : spec->height);
    }
}
END_TEST

typedef struct
{
  const DtBlock *block;
  gboolean seen;
} Sighting;

static void
see_item (const DtItem *item,
          gpointer user_data)
{
  Sighting *sighting = user_data;

  sighting->seen = sighting->seen || item->block == sighting->block;
}

START_TEST (blocks_are_found_on_the_pages_that_show_them)
{
  g_autoptr (GPtrArray) blocks = new_blocks ();
  g_autoptr (DtShaper) shaper = dt_test_open_shaper ("Du Thao Test", NULL);
  g_autoptr (DtPages) pages = NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  guint n_divided = 0;

  for (int i = 0; i < 900; i++)
    g_string_append (words, "nhiều chữ ");
  for (int i = 0; i < 12; i++)
    add (blocks, DT_ROLE_BODY, i % 3 == 0 ? words->str : "Một dòng.");
  pages = lay_out (blocks, shaper, NULL);

  for (guint b = 1; b < blocks->len; b++)
    {
      guint first, last;

      dt_pages_find_block (pages, b, &first, &last);
      n_divided += last > first ? 1 : 0;
      for (guint i = 0; i < dt_pages_get_n_pages (pages); i++)
        {
          Sighting sighting = { g_ptr_array_index (blocks, b), FALSE };

          dt_page_foreach (dt_pages_get_page (pages, i), see_item, &sighting);
          ck_assert_int_eq (sighting.seen, i >= first && i <= last);
        }
    }
  ck_assert_uint_ge (n_divided, 3);
}
END_TEST

START_TEST (nothing_at_all_is_no_page)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  g_autoptr (DtShaper) shaper = dt_test_open_shaper ("Du Thao Test", NULL);
  g_autoptr (DtPages) pages = lay_out (blocks, shaper, NULL);

  ck_assert_uint_eq (dt_pages_get_n_pages (pages), 0);
}
END_TEST

static void
note_closing (const DtItem *item,
              gpointer user_data)
{
  guint *n_lines = user_data;

  if (item->role == DT_ROLE_CLOSING)
    ++*n_lines;
}

/* Writer moves what keeps with the next as a whole; the paragraph above a signature does. */
START_TEST (text_above_a_signature_is_not_divided)
{
  g_autoptr (DtShaper) shaper = dt_test_open_shaper ("Du Thao Test", NULL);
  guint n_moved = 0;

  for (guint n = 10; n < 40; n++)
    {
      g_autoptr (GPtrArray) blocks = new_blocks ();
      g_autoptr (GString) text = g_string_new ("Trên đây");
      g_autoptr (DtPages) pages = NULL;
      guint total = 0;
      guint last = 0;

      for (guint i = 0; i < n; i++)
        add (blocks, DT_ROLE_BODY, "Đoạn văn");
      for (guint i = 0; i < 80; i++)
        g_string_append (text, " là kế hoạch");
      add (blocks, DT_ROLE_CLOSING, text->str);
      g_ptr_array_add (blocks, dt_test_signature (sheet));
      pages = lay_out (blocks, shaper, NULL);

      for (guint i = 0; i < dt_pages_get_n_pages (pages); i++)
        {
          guint here = 0;

          dt_page_foreach (dt_pages_get_page (pages, i), note_closing, &here);
          total += here;
          last = here;
        }
      ck_assert_uint_ge (total, 4);
      ck_assert_uint_eq (last, total);
      n_moved += dt_pages_get_n_pages (pages) > 1;
    }
  ck_assert_uint_gt (n_moved, 4);
}
END_TEST

START_TEST (row_higher_than_a_page_is_divided)
{
  g_autoptr (GPtrArray) blocks = new_blocks ();
  g_autoptr (DtShaper) shaper = dt_test_open_shaper ("Du Thao Test", NULL);
  g_autofree char *text = NULL;
  const char *texts[] = { "TT", "Nội dung", "1", NULL, "2", "Ngắn" };
  g_autoptr (DtPages) pages = NULL;
  GString *longer = g_string_new (NULL);

  for (int i = 0; i < 900; i++)
    g_string_append_printf (longer, "%sdòng", i > 0 ? " " : "");
  texts[3] = text = g_string_free (longer, FALSE);
  add (blocks, DT_ROLE_BODY, "Một đoạn văn.");
  g_ptr_array_add (blocks, dt_test_table (sheet, 2, texts, G_N_ELEMENTS (texts)));
  pages = lay_out (blocks, shaper, NULL);

  ck_assert_uint_gt (dt_pages_get_n_pages (pages), 1);
  ck_assert_uint_eq (dt_pages_get_diagnostics (pages)->len, 1);
  ck_assert_str_eq (dt_diagnostic_get_code (g_ptr_array_index (dt_pages_get_diagnostics (pages), 0)), "row-split");
}
END_TEST

/* Golden layouts */

static void
build_head (GPtrArray *blocks)
{
  g_ptr_array_add (blocks, dt_test_head (sheet, "UBND xã Long Hồ", "Phòng Văn hóa - Xã hội", "Số:      /KH-VHXH", "Long Hồ, ngày     tháng 3 năm 2026"));
  add (blocks, DT_ROLE_TYPE_NAME, "Kế hoạch");
  add (blocks, DT_ROLE_SUBJECT, "Cải cách hành chính và chuyển đổi số năm 2026 trên địa bàn xã Long Hồ giai đoạn thứ hai");
  g_ptr_array_add (blocks, dt_block_new (DT_BLOCK_RULE, DT_ROLE_SUBJECT_RULE, "head"));
  add (blocks, DT_ROLE_BASIS, "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ về Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021-2030;");
  add (blocks, DT_ROLE_HEADING_1, "I. Mục đích, yêu cầu");
  add (blocks, DT_ROLE_BODY, "Nâng cao chất lượng phục vụ người dân và doanh nghiệp; xem https://duthao.example/ke-hoach./.");
  g_ptr_array_add (blocks, dt_test_signature (sheet));
}

static void
build_pages (GPtrArray *blocks)
{
  for (int i = 1; i <= 16; i++)
    {
      g_autofree char *heading = g_strdup_printf ("%d. Nhiệm vụ thứ %d", i, i);
      DtBlock *mixed;

      add (blocks, DT_ROLE_HEADING_2, heading);
      mixed = dt_test_paragraph (sheet, DT_ROLE_BODY, "Trong năm 2026, các cơ quan, đơn vị rà soát toàn bộ thủ tục hành chính thuộc thẩm quyền giải quyết, bảo đảm công khai, minh bạch và đúng thời hạn.");
      dt_test_add_run (mixed, 0, 15, FALSE, TRUE);
      dt_test_add_run (mixed, 15, 40, TRUE, FALSE);
      dt_test_add_run (mixed, 40, (guint) strlen (mixed->text), FALSE, FALSE);
      g_ptr_array_add (blocks, mixed);
    }
  add (blocks, DT_ROLE_CLOSING, "Trên đây là Kế hoạch./.");
  g_ptr_array_add (blocks, dt_test_signature (sheet));
}

static void
build_table (GPtrArray *blocks)
{
  const char *texts[3 * 26] = { "TT", "Nội dung nhiệm vụ", "Đơn vị chủ trì" };

  for (guint i = 3; i < G_N_ELEMENTS (texts); i += 3)
    {
      texts[i] = "1";
      texts[i + 1] = "Rà soát, đơn giản hóa thủ tục hành chính thuộc thẩm quyền giải quyết của Ủy ban nhân dân xã";
      texts[i + 2] = "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân";
    }
  dt_block_unref (blocks->pdata[0]);
  blocks->pdata[0] = dt_test_part (TRUE);
  add (blocks, DT_ROLE_ANNEX, "Phụ lục");
  add (blocks, DT_ROLE_ANNEX_TITLE, "Phân công nhiệm vụ");
  add (blocks, DT_ROLE_ATTACHED, "(Kèm theo Kế hoạch số 20/KH-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân xã)");
  g_ptr_array_add (blocks, dt_block_new (DT_BLOCK_RULE, DT_ROLE_ATTACHED_RULE, "annex"));
  g_ptr_array_add (blocks, dt_test_table (sheet, 3, texts, G_N_ELEMENTS (texts)));
  add (blocks, DT_ROLE_BODY, "Ghi chú: số liệu cập nhật./.");
}

static const struct
{
  const char *name;
  void (*build) (GPtrArray *blocks);
} goldens[] = {
  { "head", build_head },
  { "pages", build_pages },
  { "table", build_table },
};

START_TEST (layout_is_as_recorded)
{
  g_autoptr (GPtrArray) blocks = new_blocks ();
  g_autoptr (DtShaper) shaper = dt_test_open_shaper ("Du Thao Test", NULL);
  g_autoptr (DtPages) pages = NULL;
  g_autofree char *got = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *name = g_strconcat (goldens[_i].name, ".pages", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "golden", "layout", name, NULL);
  g_autoptr (GError) error = NULL;

  goldens[_i].build (blocks);
  pages = lay_out (blocks, shaper, NULL);
  got = dt_test_dump_pages (pages);
  if (g_getenv ("DT_UPDATE_GOLDEN") != NULL)
    {
      ck_assert (g_file_set_contents (path, got, -1, &error));
      return;
    }
  g_file_get_contents (path, &wanted, NULL, &error);
  dt_assert_no_error (error);
  ck_assert_str_eq (got, wanted);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("layout");
  TCase *basic = tcase_create ("basic");
  TCase *golden = tcase_create ("golden");
  int status;

  sheet = dt_test_load_sheet ();
  tcase_add_test (basic, nothing_at_all_is_no_page);
  tcase_add_test (basic, parts_count_their_own_pages);
  tcase_add_test (basic, blocks_are_found_on_the_pages_that_show_them);
  tcase_add_test (basic, what_is_cancelled_gives_no_pages);
  tcase_add_test (basic, pages_nothing_happened_on_are_shared);
  tcase_add_test (basic, text_above_a_signature_is_not_divided);
  tcase_add_test (basic, row_higher_than_a_page_is_divided);
  suite_add_tcase (suite, basic);
  tcase_add_loop_test (golden, layout_is_as_recorded, 0, G_N_ELEMENTS (goldens));
  suite_add_tcase (suite, golden);

  status = dt_test_main (suite);
  dt_sheet_unref (sheet);
  return status;
}
