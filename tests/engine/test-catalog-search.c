/* test-catalog-search.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dt-test-catalog.h"

#include "catalog/dt-catalog-search.h"

#define DOCUMENT(number, type, issuer, date, subject, more) \
  "<document number=\"" number "\" type=\"" type "\" issuer=\"" issuer "\" date=\"" date "\"><subject>" subject "</subject>" more "</document>"

static const char content[] =
  DOCUMENT ("76/NQ-CP", "Nghị quyết", "Chính phủ", "2021-07-15", "ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021-2030", "<validity status=\"in-force\"/>")
    DOCUMENT ("76/NQ-CP", "Nghị quyết", "Chính phủ", "2018-06-18", "về công tác phòng, chống thiên tai", "")
      DOCUMENT ("760/QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ", "2024-01-02", "về chợ", "")
        DOCUMENT ("1588/QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ", "2024-12-17", "phê duyệt Đề án “Tuyên truyền dịch vụ công trực tuyến”", "")
          DOCUMENT ("30/2020/NĐ-CP", "Nghị định", "Chính phủ", "2020-03-05", "về công tác văn thư", "<relation kind=\"replaces\" target=\"110/2004/NĐ-CP\"/>")
            DOCUMENT ("110/2004/NĐ-CP", "Nghị định", "Chính phủ", "2004-04-08", "về công tác văn thư", "")
              DOCUMENT ("31/2024/QH15", "Luật", "Quốc hội", "2024-01-18", "Đất đai", "")
                DOCUMENT ("102/2024/NĐ-CP", "Nghị định", "Chính phủ", "2024-07-30", "quy định chi tiết thi hành một số điều của Luật Đất đai", "")
                  DOCUMENT ("66.7/2025/NQ-CP", "Nghị quyết", "Chính phủ", "2025-11-15", "về cắt giảm thủ tục", "")
                    DOCUMENT ("20/KH-UBND", "Kế hoạch", "Ủy ban nhân dân phường Kinh Môn", "2025-07-31", "cải cách hành chính năm 2025", "<validity status=\"expired\"/>")
                      DOCUMENT ("12/KH-UBND", "Kế hoạch", "Ủy ban nhân dân xã Hòa Bình", "2024-02-01", "hoà giải ở cơ sở", "")
                        DOCUMENT ("13/KH-UBND", "Kế hoạch", "Ủy ban nhân dân xã Dạt Dài", "2024-02-02", "xây chợ", "");

/* The first that is found, or nothing. */
static const struct
{
  const char *text;
  const char *first;
} queries[] = {
  /* By number. */
  { "76", "76/NQ-CP@2021-07-15" },
  { "76/NQ-CP", "76/NQ-CP@2021-07-15" },
  { "76/nq", "76/NQ-CP@2021-07-15" },
  { "nq 76", "76/NQ-CP@2021-07-15" },
  { "nghi quyet 76", "76/NQ-CP@2021-07-15" },
  { "76 2018", "76/NQ-CP@2018-06-18" },
  { "760", "760/QĐ-TTg@2024-01-02" },
  { "158", "1588/QĐ-TTg@2024-12-17" },
  { "1588/QD-TTg", "1588/QĐ-TTg@2024-12-17" },
  { "1588 / qđ – ttg", "1588/QĐ-TTg@2024-12-17" },
  { "nđ30", "30/2020/NĐ-CP" },
  { "nd-cp 30", "30/2020/NĐ-CP" },
  { "66.7", "66.7/2025/NQ-CP" },
  { "66.7/2025/nq-cp", "66.7/2025/NQ-CP" },
  { "qh15", "31/2024/QH15" },
  /* By words. */
  { "cải cách hành chính", "76/NQ-CP@2021-07-15" },
  { "cai cach hanh chinh", "76/NQ-CP@2021-07-15" },
  { "hanh chinh cai cach", "76/NQ-CP@2021-07-15" },
  { "chính hành cách cải", "76/NQ-CP@2021-07-15" },
  { "CẢI CÁCH HÀNH CHÍNH", "76/NQ-CP@2021-07-15" },
  { "ca\314\211i ca\314\201ch", "76/NQ-CP@2021-07-15" },
  { "cai cach hanh chi", "76/NQ-CP@2021-07-15" },
  { "c", "76/NQ-CP@2021-07-15" },
  { "luat dat dai", "31/2024/QH15" },
  { "luật đất đai", "31/2024/QH15" },
  { "đất", "31/2024/QH15" },
  { "dạt", "13/KH-UBND@2024-02-02@Ủy ban nhân dân xã Dạt Dài" },
  { "hòa giải", "12/KH-UBND@2024-02-01@Ủy ban nhân dân xã Hòa Bình" },
  { "hoà giải", "12/KH-UBND@2024-02-01@Ủy ban nhân dân xã Hòa Bình" },
  { "công tác văn thư", "30/2020/NĐ-CP" },
  { "van thu 2004", "110/2004/NĐ-CP" },
  { "ubnd kinh mon", "20/KH-UBND@2025-07-31@Ủy ban nhân dân phường Kinh Môn" },
  { "kế hoạch kinh môn", "20/KH-UBND@2025-07-31@Ủy ban nhân dân phường Kinh Môn" },
  { "ke hoach 2025", "20/KH-UBND@2025-07-31@Ủy ban nhân dân phường Kinh Môn" },
  /* What people paste. */
  { "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư", "30/2020/NĐ-CP" },
  { "Nghị quyết số 76/NQ-CP ngày 18/6/2018 của Chính phủ", "76/NQ-CP@2018-06-18" },
  { "số 76/NQ-CP ngày 01/01/2020", "76/NQ-CP@2021-07-15" },
  /* One word wrong. */
  { "cải cách hành chính xyzzy", "76/NQ-CP@2021-07-15" },
  { "cai cach hanh chjnh nha nuoc", "76/NQ-CP@2021-07-15" },
  /* Nothing. */
  { "xyzzy", "nothing" },
  { "<span>&amp;", "nothing" },
  { "NEAR \"* %s%n'; DROP TABLE", "nothing" },
};

static char *
find_first (const DtCatalog *catalog,
            const DtCatalogQuery *query)
{
  g_autoptr (GArray) hits = dt_catalog_search (catalog, query);

  return g_strdup (hits->len > 0 ? test_get_id (g_array_index (hits, DtCatalogHit, 0).document) : "nothing");
}

START_TEST (the_best_comes_first)
{
  g_autoptr (DtCatalog) catalog = test_make_catalog (content);
  const DtCatalogQuery query = { .text = queries[_i].text, .on = dt_date_make (2026, 1, 1) };
  g_autofree char *first = find_first (catalog, &query);

  ck_assert_msg (strcmp (first, queries[_i].first) == 0, "“%s” finds %s, not %s", queries[_i].text, first, queries[_i].first);
}
END_TEST

static const struct
{
  DtCatalogQuery query;
  guint n_hits;
} filters[] = {
  { { NULL }, 12 },
  { { "" }, 12 },
  { { " - ,." }, 12 },
  { { .limit = 3 }, 3 },
  { { .type = "Nghị định" }, 3 },
  { { .type = "nghi dinh" }, 3 },
  { { .type = "Nghị" }, 0 },
  { { .issuer = "ủy ban" }, 3 },
  { { .issuer = "kinh mon" }, 1 },
  { { .year = 2024 }, 6 },
  { { .year = 2024, .type = "Luật" }, 1 },
  { { .text = "chính", .year = 2025 }, 2 },
  { { .validities = 1u << DT_VALIDITY_IN_FORCE, .on = { 2026, 1, 1 } }, 1 },
  { { .validities = 1u << DT_VALIDITY_REPLACED, .on = { 2026, 1, 1 } }, 1 },
  { { .validities = 1u << DT_VALIDITY_REPLACED | 1u << DT_VALIDITY_EXPIRED, .on = { 2026, 1, 1 } }, 2 },
  { { .validities = 1u << DT_VALIDITY_NOT_YET, .on = { 2020, 1, 1 } }, 10 },
};

START_TEST (filters_leave_out_what_does_not_fit)
{
  g_autoptr (DtCatalog) catalog = test_make_catalog (content);
  g_autoptr (GArray) hits = dt_catalog_search (catalog, &filters[_i].query);

  ck_assert_uint_eq (hits->len, filters[_i].n_hits);
}
END_TEST

START_TEST (the_day_decides_which_comes_first)
{
  g_autoptr (DtCatalog) catalog = test_make_catalog (content);
  DtCatalogQuery query = { .text = "công tác văn thư", .on = dt_date_make (2026, 1, 1) };
  g_autofree char *now = find_first (catalog, &query);
  g_autofree char *then = NULL;

  query.on = dt_date_make (2010, 1, 1);
  then = find_first (catalog, &query);
  ck_assert_str_eq (now, "30/2020/NĐ-CP");
  ck_assert_str_eq (then, "110/2004/NĐ-CP");
}
END_TEST

START_TEST (scores_fall)
{
  g_autoptr (DtCatalog) catalog = test_make_catalog (content);
  const DtCatalogQuery query = { .text = "ch" };
  g_autoptr (GArray) hits = dt_catalog_search (catalog, &query);

  ck_assert_uint_gt (hits->len, 3);
  for (guint i = 1; i < hits->len; i++)
    {
      ck_assert (g_array_index (hits, DtCatalogHit, i - 1).score >= g_array_index (hits, DtCatalogHit, i).score);
      for (guint k = 0; k < i; k++)
        ck_assert_ptr_ne (g_array_index (hits, DtCatalogHit, i).document, g_array_index (hits, DtCatalogHit, k).document);
    }
}
END_TEST

START_TEST (every_beginning_of_a_query_finds_what_the_whole_finds)
{
  static const char whole[] = "cải cách hành chính nhà nước";
  g_autoptr (DtCatalog) catalog = test_make_catalog (content);

  for (const char *p = whole; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *typed = g_strndup (whole, (gsize) (g_utf8_next_char (p) - whole));
      const DtCatalogQuery query = { .text = typed };
      g_autoptr (GArray) hits = dt_catalog_search (catalog, &query);
      gboolean found = FALSE;

      for (guint i = 0; i < hits->len; i++)
        found = found || strcmp (test_get_id (g_array_index (hits, DtCatalogHit, i).document), "76/NQ-CP@2021-07-15") == 0;
      ck_assert_msg (found, "not found: “%s”", typed);
    }
}
END_TEST

START_TEST (odd_queries_do_no_harm)
{
  g_autoptr (DtCatalog) catalog = test_make_catalog (content);
  g_autoptr (DtCatalog) empty = dt_catalog_new (NULL, 0);
  g_autoptr (GString) longest = g_string_new (NULL);
  const char *odd[] = { "\377\376", "\314\201", "a\314\201\314\201\314\201", "#76", "...", "1.2.3.4", "đđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđ", NULL, NULL };

  for (guint i = 0; i < 10000; i++)
    g_string_append (longest, "chính phủ 76 ");
  odd[7] = longest->str;
  for (guint i = 0; odd[i] != NULL; i++)
    {
      const DtCatalogQuery query = { .text = odd[i] };
      g_autoptr (GArray) hits = dt_catalog_search (catalog, &query);
      g_autoptr (GArray) none = dt_catalog_search (empty, &query);

      ck_assert_uint_eq (none->len, 0);
      ck_assert_uint_le (hits->len, 12);
    }
}
END_TEST

/* Documents by the thousand, so that bitmaps and stretches are used. */
static DtCatalog *
make_large (guint n)
{
  static const char *const words[] = { "cải", "cách", "hành", "chính", "đất", "đai", "thuế", "phí", "chợ", "đường", "nước", "điện" };
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_document_unref);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u/QĐ-TTg", i % 4000 + 1);
      g_autoptr (GString) subject = g_string_new ("về");
      DtDocumentFields fields = { .number = number, .type = "Quyết định", .issuer = "Thủ tướng Chính phủ" };

      for (guint k = 0; k < 6; k++)
        g_string_append_printf (subject, " %s", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
      if (i == n / 2)
        g_string_append (subject, " độc nhất");
      fields.subject = subject->str;
      fields.date = dt_date_make (1990 + i % 36, i % 12 + 1, i % 28 + 1);
      g_ptr_array_add (documents, dt_document_new (&fields, NULL));
    }

  return dt_catalog_new ((DtDocument *const *) documents->pdata, documents->len);
}

START_TEST (of_many_documents_only_those_with_all_words_are_found)
{
  static const char *const texts[] = { "cai cach", "dat dai thue", "quyet dinh cho duong nuoc", "dien d", "76", "4000 thue", "doc nhat" };
  g_autoptr (DtCatalog) catalog = make_large (60000);
  const DtCatalogQuery query = { .text = texts[_i], .limit = 200 };
  g_autoptr (GArray) hits = dt_catalog_search (catalog, &query);
  g_auto (GStrv) words = g_strsplit (texts[_i], " ", -1);

  ck_assert_uint_gt (hits->len, 0);
  for (guint i = 0; i < hits->len; i++)
    {
      const DtDocumentFields *fields = dt_document_get (g_array_index (hits, DtCatalogHit, i).document);
      g_autofree char *all = g_strdup_printf ("%s %s %s", fields->number, fields->type, fields->subject);
      g_autofree char *fold = dt_document_fold_number (all);

      for (guint w = 0; words[w] != NULL; w++)
        ck_assert_msg (strstr (fold, words[w]) != NULL, "“%s” finds %s", texts[_i], all);
    }
}
END_TEST

START_TEST (a_number_is_found_among_all_others)
{
  g_autoptr (DtCatalog) catalog = make_large (60000);
  const DtCatalogQuery query = { .text = "76", .limit = 10 };
  g_autoptr (GArray) hits = dt_catalog_search (catalog, &query);

  ck_assert_uint_eq (hits->len, 10);
  for (guint i = 0; i < hits->len; i++)
    ck_assert_str_eq (dt_document_get (g_array_index (hits, DtCatalogHit, i).document)->number, "76/QĐ-TTg");
}
END_TEST

/* Several resolutions and decrees of one number: which of them is meant. */
START_TEST (a_bare_number_means_the_symbol_of_its_type)
{
  static const char *const expected[][2] = {
    { "nghi quyet 77", "77/NQ-CP" },
    { "Nghị quyết số 77", "77/NQ-CP" },
    { "nghi quyet 77/2025", "77/2025/UBTVQH15" },
    { "nghi quyet 77 quoc hoi", "77/2025/UBTVQH15" },
    { "77", "77/2025/UBTVQH15" },
    { "nghi dinh 30", "30/2020/NĐ-CP" },
  };
  static const char several[] =
    DOCUMENT ("77/NQ-CP", "Nghị quyết", "Chính phủ", "2021-08-01", "về phiên họp", "")
      DOCUMENT ("77/2025/UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-04-14", "về việc sắp xếp", "<validity status=\"in-force\"/>")
        DOCUMENT ("30/2020/NĐ-CP", "Nghị định", "Chính phủ", "2020-03-05", "về công tác văn thư", "")
          DOCUMENT ("30/CP", "Nghị định", "Chính phủ", "1995-03-05", "về việc khác", "");
  g_autoptr (DtCatalog) catalog = test_make_catalog (several);
  const DtCatalogQuery query = { .text = expected[_i][0], .on = dt_date_make (2026, 1, 1) };
  g_autoptr (GArray) hits = dt_catalog_search (catalog, &query);

  ck_assert_uint_gt (hits->len, 0);
  ck_assert_str_eq (dt_document_get (g_array_index (hits, DtCatalogHit, 0).document)->number, expected[_i][1]);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("catalog-search");
  TCase *few = tcase_create ("few");
  TCase *many = tcase_create ("many");

  tcase_add_loop_test (few, the_best_comes_first, 0, G_N_ELEMENTS (queries));
  tcase_add_loop_test (few, filters_leave_out_what_does_not_fit, 0, G_N_ELEMENTS (filters));
  tcase_add_loop_test (few, a_bare_number_means_the_symbol_of_its_type, 0, 6);
  tcase_add_test (few, the_day_decides_which_comes_first);
  tcase_add_test (few, scores_fall);
  tcase_add_test (few, every_beginning_of_a_query_finds_what_the_whole_finds);
  tcase_add_test (few, odd_queries_do_no_harm);
  suite_add_tcase (suite, few);

  tcase_set_timeout (many, 60);
  tcase_add_loop_test (many, of_many_documents_only_those_with_all_words_are_found, 0, 7);
  tcase_add_test (many, a_number_is_found_among_all_others);
  suite_add_tcase (suite, many);

  return dt_test_main (suite);
}
