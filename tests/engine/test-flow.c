/* test-flow.c - what holds of the pages of any document
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

/* Random documents */

static const char *const words[] = {
  "ủy",
  "ban",
  "nhân",
  "dân",
  "xã",
  "thực",
  "hiện",
  "76/NQ-CP",
  "2021-2030",
  "kế",
  "hoạch,",
  "nhiệm",
  "vụ;",
  "(kèm",
  "theo)",
  "năm",
  "2026",
  "đơn",
  "vị",
  "https://duthao.example/van-ban/ke-hoach-cai-cach-hanh-chinh-va-chuyen-doi-so-nam-2026-tren-dia-ban-toan-xa-phan-thu-nhat",
};

static char *
random_text (GRand *rand,
             int most)
{
  GString *text = g_string_new (NULL);
  int n = g_rand_int_range (rand, 1, most);

  for (int i = 0; i < n; i++)
    {
      int k = g_rand_int_range (rand, 0, 200);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[k == 199 ? (int) G_N_ELEMENTS (words) - 1 : k % ((int) G_N_ELEMENTS (words) - 1)]);
    }
  return g_string_free (text, FALSE);
}

static DtBlock *
random_table (GRand *rand)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  guint n_columns = (guint) g_rand_int_range (rand, 1, 5);
  guint n_rows = (guint) g_rand_int_range (rand, 1, 20);
  int most = g_rand_int_range (rand, 0, 12) == 0 ? 900 : 25;

  for (guint i = 0; i < n_columns * n_rows; i++)
    g_ptr_array_add (texts, random_text (rand, i < n_columns ? 4 : most));
  return dt_test_table (sheet, n_columns, (const char *const *) texts->pdata, texts->len);
}

static DtBlock *
random_block (GRand *rand)
{
  static const DtRole roles[] = { DT_ROLE_BODY, DT_ROLE_BODY, DT_ROLE_DASH, DT_ROLE_POINT, DT_ROLE_CLAUSE, DT_ROLE_HEADING_1, DT_ROLE_HEADING_2, DT_ROLE_SUBJECT };
  int kind = g_rand_int_range (rand, 0, 40);
  DtRole role = roles[g_rand_int_range (rand, 0, G_N_ELEMENTS (roles))];
  g_autofree char *text = NULL;
  DtBlock *block;

  if (kind == 0)
    return dt_test_part (g_rand_boolean (rand));
  if (kind == 1)
    return random_table (rand);
  if (kind == 2)
    return dt_test_signature (sheet);
  if (kind == 3)
    return dt_block_new (DT_BLOCK_SPACE, DT_ROLE_BODY, "space");

  text = random_text (rand, role == DT_ROLE_BODY ? 120 : 30);
  block = dt_test_paragraph (sheet, role, text);
  if (g_rand_int_range (rand, 0, 4) == 0)
    dt_test_add_run (block, 0, (guint) strcspn (text, " "), TRUE, g_rand_boolean (rand));
  return block;
}

static GPtrArray *
random_document (GRand *rand,
                 int n)
{
  GPtrArray *blocks = new_blocks ();

  g_ptr_array_add (blocks, dt_test_head (sheet, NULL, "Ủy ban nhân dân xã Long Hồ", "Số: 20/KH-UBND", "Long Hồ, ngày 05 tháng 3 năm 2026"));
  for (int i = 0; i < n; i++)
    {
      g_ptr_array_add (blocks, random_block (rand));
      if (((DtBlock *) g_ptr_array_index (blocks, blocks->len - 1))->role == DT_ROLE_SUBJECT)
        g_ptr_array_add (blocks, dt_block_new (DT_BLOCK_RULE, DT_ROLE_SUBJECT_RULE, "test"));
    }
  return blocks;
}

/* Properties */

typedef struct
{
  const DtPage *page;
  GHashTable *seen; /* block to GString: its text as shown */
} Checked;

static void
check_item (const DtItem *item,
            gpointer user_data)
{
  const DtPageSpec *spec = dt_sheet_get_page (sheet);
  Checked *checked = user_data;
  DtLength right = dt_page_get_width (checked->page) - spec->margin_right;
  DtLength bottom = dt_page_get_height (checked->page) - spec->margin_bottom;
  GString *seen;

  if (item->role == DT_ROLE_PAGE_NUMBER)
    {
      ck_assert_int_lt (item->rect.y + item->rect.height, spec->margin_top);
      ck_assert_uint_gt (dt_page_get_number (checked->page), 1);
      return;
    }
  /* Strokes lie over the edge; a twip is 18 µm. */
  ck_assert_int_ge (item->rect.x, spec->margin_left - (item->kind == DT_ITEM_RULE ? 200 : 0));
  ck_assert_int_le (item->rect.x + item->rect.width, right + (item->kind == DT_ITEM_RULE ? 200 : 20));
  ck_assert_int_ge (item->rect.y, spec->margin_top);
  ck_assert_int_le (item->rect.y + item->rect.height, bottom + 200);
  if (item->kind == DT_ITEM_RULE || item->header)
    return;

  ck_assert_uint_gt (item->n_words, 0);
  for (guint i = 0; i < item->n_words; i++)
    {
      ck_assert_int_ge (item->words[i].x, item->rect.x);
      ck_assert_uint_lt (item->words[i].start, item->words[i].end);
    }
  seen = g_hash_table_lookup (checked->seen, item->block);
  if (seen == NULL)
    {
      seen = g_string_new (NULL);
      g_hash_table_insert (checked->seen, (gpointer) item->block, seen);
    }
  g_string_append_len (seen, item->text, (gssize) item->length);
}

static void
free_string (gpointer data)
{
  g_string_free (data, TRUE);
}

static void
assert_shown (GHashTable *seen,
              const DtBlock *block)
{
  const DtStyle *style = dt_sheet_get_style (sheet, block->role);
  const GString *shown;

  if (block->cells != NULL)
    {
      for (guint i = 0; i < block->n_rows * block->n_columns; i++)
        {
          for (guint k = 0; k < block->cells[i]->len; k++)
            assert_shown (seen, g_ptr_array_index (block->cells[i], k));
        }
      return;
    }
  if (block->kind != DT_BLOCK_PARAGRAPH || *block->text == '\0')
    return;

  shown = g_hash_table_lookup (seen, block);
  ck_assert_msg (shown != NULL, "not shown: %s", block->text);
  ck_assert_uint_eq (shown->len, strlen (block->text));
  if (!style->caps)
    ck_assert_str_eq (shown->str, block->text);
}

START_TEST (everything_is_shown_once_inside_the_margins)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1000 + (guint32) _i);
  g_autoptr (GPtrArray) blocks = random_document (rand, 150);
  g_autoptr (DtShaper) shaper = dt_test_open_shaper ("Du Thao Test", NULL);
  g_autoptr (DtPages) pages = lay_out (blocks, shaper, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (NULL, NULL, NULL, free_string);

  for (guint i = 0; i < dt_pages_get_n_pages (pages); i++)
    {
      Checked checked = { dt_pages_get_page (pages, i), seen };

      dt_page_foreach (checked.page, check_item, &checked);
    }
  for (guint i = 0; i < blocks->len; i++)
    assert_shown (seen, g_ptr_array_index (blocks, i));
}
END_TEST

/* How many lines of each block stand on each page, in reading order. */
typedef struct
{
  const DtBlock *block;
  guint page;
  guint lines;
  gboolean ends; /* its last line is among them */
} Share;

typedef struct
{
  GArray *shares;
  guint page;
  DtLength y;
} Sharing;

static void
share_item (const DtItem *item,
            gpointer user_data)
{
  Sharing *sharing = user_data;
  Share *last = sharing->shares->len > 0 ? &g_array_index (sharing->shares, Share, sharing->shares->len - 1) : NULL;

  if (item->kind != DT_ITEM_TEXT || item->block == NULL)
    return;
  if (last == NULL || last->block != item->block || last->page != sharing->page)
    {
      Share fresh = { item->block, sharing->page, 0, FALSE };

      g_array_append_val (sharing->shares, fresh);
      last = &g_array_index (sharing->shares, Share, sharing->shares->len - 1);
      sharing->y = -1;
    }
  last->lines += item->rect.y != sharing->y ? 1 : 0;
  last->ends = last->ends || item->last_line;
  sharing->y = item->rect.y;
}

/* Whether something with text comes directly behind @block, rules left aside. */
static gboolean
is_followed_by_text (const GPtrArray *blocks,
                     const DtBlock *block)
{
  guint index;

  if (!g_ptr_array_find ((GPtrArray *) blocks, block, &index))
    return FALSE;
  for (index++; index < blocks->len; index++)
    {
      const DtBlock *next = g_ptr_array_index (blocks, index);

      if (next->kind != DT_BLOCK_RULE)
        return next->kind != DT_BLOCK_SPACE && next->kind != DT_BLOCK_PART;
    }
  return FALSE;
}

START_TEST (paragraphs_keep_their_lines_together)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2000 + (guint32) _i);
  g_autoptr (GPtrArray) blocks = random_document (rand, 200);
  g_autoptr (DtShaper) shaper = dt_test_open_shaper ("Du Thao Test", NULL);
  g_autoptr (DtPages) pages = lay_out (blocks, shaper, NULL);
  g_autoptr (GArray) shares = g_array_new (FALSE, FALSE, sizeof (Share));
  Sharing sharing = { shares, 0, -1 };

  for (sharing.page = 0; sharing.page < dt_pages_get_n_pages (pages); sharing.page++)
    dt_page_foreach (dt_pages_get_page (pages, sharing.page), share_item, &sharing);

  for (guint i = 0; i + 1 < shares->len; i++)
    {
      const Share *share = &g_array_index (shares, Share, i);
      const Share *next = &g_array_index (shares, Share, i + 1);
      const DtStyle *style = dt_sheet_get_style (sheet, share->block->role);

      if (share->block->role == DT_ROLE_TABLE_CELL)
        continue;
      /* Divided: enough on both sides. */
      if (share->block == next->block && share->page != next->page && (i == 0 || (share - 1)->block != share->block))
        {
          ck_assert_uint_ge (share->lines, style->orphans);
          if (next->ends)
            ck_assert_uint_ge (next->lines, style->widows);
        }
      /* Kept: unless it began the page, what follows is there too, or nothing of the document does. */
      if (share->block->keep_next && share->block != next->block && share->page != next->page &&
          is_followed_by_text (blocks, share->block))
        {
          gboolean chain = TRUE;

          for (guint k = i; k > 0 && chain && g_array_index (shares, Share, k).page == share->page; k--)
            chain = g_array_index (shares, Share, k).block->keep_next;
          ck_assert_msg (chain, "left behind: %s", share->block->text);
        }
    }
}
END_TEST

START_TEST (two_lines_stand_above_a_signature)
{
  g_autoptr (DtShaper) shaper = dt_test_open_shaper ("Du Thao Test", NULL);

  /* However full the page is when the signature comes. */
  for (int n = 20; n < 45; n++)
    {
      g_autoptr (GPtrArray) blocks = new_blocks ();
      g_autoptr (DtPages) pages = NULL;
      g_autoptr (GArray) shares = g_array_new (FALSE, FALSE, sizeof (Share));
      Sharing sharing = { shares, 0, -1 };
      guint above = 0;

      for (int i = 0; i < n; i++)
        add (blocks, DT_ROLE_BODY, _i == 0 ? "Một dòng." : i % 2 == 0 ? "Một dòng."
                                                                      : "Một đoạn văn dài hơn một dòng trên trang giấy này, nên phải xuống dòng ở một chỗ nào đó trong câu.");
      g_ptr_array_add (blocks, dt_test_signature (sheet));
      pages = lay_out (blocks, shaper, NULL);
      for (sharing.page = 0; sharing.page < dt_pages_get_n_pages (pages); sharing.page++)
        dt_page_foreach (dt_pages_get_page (pages, sharing.page), share_item, &sharing);
      for (guint i = 0; i < shares->len; i++)
        {
          const Share *share = &g_array_index (shares, Share, i);

          if (share->page + 1 == dt_pages_get_n_pages (pages) && share->block->role == DT_ROLE_BODY)
            above += share->lines;
          /* And the signature itself is in one piece. */
          if (share->block->role == DT_ROLE_SIGNER || share->block->role == DT_ROLE_CAPACITY)
            ck_assert_uint_eq (share->page + 1, dt_pages_get_n_pages (pages));
        }
      ck_assert_uint_ge (above, 2);
      ck_assert (dt_pages_keeps_next (pages, blocks->len - 2));
      ck_assert (!dt_pages_keeps_next (pages, blocks->len - 4));
    }
}
END_TEST

static DtBlock *
edited (const DtBlock *block,
        GRand *rand)
{
  DtBlock *copy = dt_test_paragraph (sheet, block->role, block->text);
  g_autofree char *more = random_text (rand, g_rand_int_range (rand, 0, 5) == 0 ? 100 : 3);

  g_free (copy->text);
  copy->text = g_rand_boolean (rand) ? g_strconcat (block->text, " ", more, NULL) : g_strdup (more);
  return copy;
}

static void
edit_document (GPtrArray *blocks,
               GRand *rand)
{
  guint at = (guint) g_rand_int_range (rand, 1, (gint32) blocks->len);
  DtBlock *block = g_ptr_array_index (blocks, at);
  DtBlock *above = g_ptr_array_index (blocks, at - 1);
  DtBlock *new_block;

  switch (g_rand_int_range (rand, 0, 8))
    {
    case 0:
      g_ptr_array_insert (blocks, (gint) at, random_block (rand));
      break;
    case 1:
      if (blocks->len > 20)
        g_ptr_array_remove_index (blocks, at);
      break;
    case 2:
      /* A paragraph moves. */
      if (block->kind == DT_BLOCK_PARAGRAPH)
        {
          g_ptr_array_insert (blocks, g_rand_int_range (rand, 1, (gint32) blocks->len), dt_block_ref (block));
          g_ptr_array_remove_index (blocks, g_ptr_array_index (blocks, at) == block ? at : at + 1);
        }
      break;
    case 3:
      if (block->kind == DT_BLOCK_PART || above->kind == DT_BLOCK_PART)
        {
          guint index = block->kind == DT_BLOCK_PART ? at : at - 1;

          new_block = dt_test_part (!((DtBlock *) g_ptr_array_index (blocks, index))->landscape);
          dt_block_unref (g_ptr_array_index (blocks, index));
          blocks->pdata[index] = new_block;
        }
      break;
    default:
      if (block->kind != DT_BLOCK_PARAGRAPH)
        break;
      new_block = edited (block, rand);
      dt_block_unref (block);
      blocks->pdata[at] = new_block;
      break;
    }
}

START_TEST (an_edited_document_comes_out_as_if_new)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3000 + (guint32) _i);
  g_autoptr (GPtrArray) blocks = random_document (rand, 80);
  g_autoptr (DtShaper) shaper = dt_test_open_shaper ("Du Thao Test", NULL);
  g_autoptr (DtPages) pages = lay_out (blocks, shaper, NULL);

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (DtPages) next = NULL;
      g_autoptr (DtPages) fresh = NULL;
      g_autofree char *got = NULL;
      g_autofree char *wanted = NULL;

      edit_document (blocks, rand);
      next = lay_out (blocks, shaper, pages);
      fresh = lay_out (blocks, shaper, NULL);
      got = dt_test_dump_pages (next);
      wanted = dt_test_dump_pages (fresh);
      ck_assert_msg (g_str_equal (got, wanted), "round %u differs", round);

      dt_pages_unref (pages);
      pages = g_steal_pointer (&next);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("flow");
  TCase *basic = tcase_create ("basic");
  TCase *random = tcase_create ("random");
  int status;

  sheet = dt_test_load_sheet ();
  tcase_add_loop_test (basic, two_lines_stand_above_a_signature, 0, 2);
  suite_add_tcase (suite, basic);
  tcase_set_timeout (random, 60);
  tcase_add_loop_test (random, everything_is_shown_once_inside_the_margins, 0, 8);
  tcase_add_loop_test (random, paragraphs_keep_their_lines_together, 0, 8);
  tcase_add_loop_test (random, an_edited_document_comes_out_as_if_new, 0, 8);
  suite_add_tcase (suite, random);

  status = dt_test_main (suite);
  dt_sheet_unref (sheet);
  return status;
}
