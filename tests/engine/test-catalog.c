/* test-catalog.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dt-test-catalog.h"

#include "catalog/dt-catalog-validity.h"

static const struct
{
  const char *number;
  const char *type;
  const char *issuer;
  const char *date;
  const char *id;
} ids[] = {
  { "30/2020/NĐ-CP", "Nghị định", "Chính phủ", "2020-03-05", "30/2020/NĐ-CP" },
  { "76/NQ-CP", "Nghị quyết", "Chính phủ", "2021-07-15", "76/NQ-CP@2021-07-15" },
  { "76/NQ-CP", "Nghị quyết", "Chính phủ", "", "76/NQ-CP" },
  { "72/2025/QH15", "Luật", "Quốc hội", "2025-06-16", "72/2025/QH15" },
  { "27-NQ/TW", "Nghị quyết", "Ban Bí thư", "2018-05-21", "27-NQ/TW@2018-05-21" },
  { "1669/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", "1669/NQ-UBTVQH15@2025-06-16" },
  { "20/KH-UBND", "Kế hoạch", "Ủy ban nhân dân xã A", "2025-07-31", "20/KH-UBND@2025-07-31@Ủy ban nhân dân xã A" },
  { "45/2023/QĐ-UBND", "Quyết định", "Ủy ban nhân dân tỉnh B", "2023-07-04", "45/2023/QĐ-UBND@2023-07-04@Ủy ban nhân dân tỉnh B" },
  { "03-NQ/TU", "Nghị quyết", "Thành ủy C", "", "03-NQ/TU@Thành ủy C" },
  { "", "Hiến pháp", "Quốc hội", "2013-11-28", "Hiến pháp X@2013-11-28" },
  { "01/NQ-CP", "Nghị quyết", "Chính phủ", "2025", "01/NQ-CP@2025" },
};

START_TEST (an_id_has_what_it_takes_and_no_more)
{
  g_autofree char *id = dt_document_make_id (ids[_i].number, ids[_i].type, ids[_i].issuer,
                                             *ids[_i].number == '\0' ? "X" : "", test_day (ids[_i].date));

  ck_assert_str_eq (id, ids[_i].id);
}
END_TEST

static const struct
{
  const char *text;
  const char *tidy;
} texts[] = {
  { "về  công\ttác\nvăn thư ", "về công tác văn thư" },
  { "về c\303\264ng t\303\241c", "về công tác" },
  { "v\303\252\314\200", "về" },
  { "N\304\220\302\240CP", "NĐ CP" },
  { "a\342\200\213b\342\200\256c\357\273\277", "abc" },
  { "“Đề án” – 2030…", "“Đề án” – 2030…" },
  { "<span>&amp; %s%n \"'; DROP", "<span>&amp; %s%n \"'; DROP" },
};

START_TEST (texts_are_made_tidy)
{
  const DtDocumentFields fields = { .type = "Luật", .number = "1/L", .subject = texts[_i].text };
  g_autoptr (GError) error = NULL;
  g_autoptr (DtDocument) document = dt_document_new (&fields, &error);

  dt_assert_no_error (error);
  ck_assert_str_eq (dt_document_get (document)->subject, texts[_i].tidy);
}
END_TEST

static const struct
{
  DtDocumentFields fields;
  const char *message;
} refused[] = {
  { { .number = "1/L" }, "the field “type”" },
  { { .type = "Luật" }, "the field “number”" },
  { { .type = "Luật", .number = "1/L", .date = { 2025, 2, 30 } }, "the field “date”" },
  { { .type = "Luật", .number = "1/L", .effective = { 2025, 2, 0 } }, "the field “effective”" },
  { { .type = "Luật", .number = "1/L", .subject = "\377" }, "the field “subject”" },
};

START_TEST (fields_that_hold_what_they_must_not_are_refused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtDocument) document = dt_document_new (&refused[_i].fields, &error);

  ck_assert_ptr_null (document);
  dt_assert_error (error, DT_DOCUMENT_ERROR, DT_DOCUMENT_ERROR_INVALID);
  ck_assert_msg (g_str_has_prefix (error->message, refused[_i].message), "%s", error->message);
}
END_TEST

#define DOCUMENT(number, type, issuer, date, subject, more) \
  "<document number=\"" number "\" type=\"" type "\" issuer=\"" issuer "\" date=\"" date "\"><subject>" subject "</subject>" more "</document>"

static const char two_of_a_number[] =
  DOCUMENT ("76/NQ-CP", "Nghị quyết", "Chính phủ", "2018-06-18", "phòng cháy", "")
    DOCUMENT ("76/NQ-CP", "Nghị quyết", "Chính phủ", "2021-07-15", "cải cách", "")
      DOCUMENT ("76/2025/UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-04-14", "sắp xếp", "")
        DOCUMENT ("20/KH-UBND", "Kế hoạch", "Ủy ban nhân dân xã A", "2025-07-31", "của A", "")
          DOCUMENT ("20/KH-UBND", "Kế hoạch", "Ủy ban nhân dân xã B", "2025-07-31", "của B", "")
            DOCUMENT ("12/HD-UBND", "Hướng dẫn", "Ủy ban nhân dân xã A", "2025-01-01", "một", "")
              DOCUMENT ("12/HĐ-UBND", "Hợp đồng", "Ủy ban nhân dân xã A", "2025-01-01", "hai", "");

static const struct
{
  const char *number;
  const char *date;
  const char *issuer;
  const char *found; /* the subjects */
} lookups[] = {
  { "76/NQ-CP", "", NULL, "cải cách, phòng cháy" },
  { "76/NQ-CP", "2021-07-15", NULL, "cải cách" },
  { "76/NQ-CP", "2018", NULL, "phòng cháy" },
  { "76/NQ-CP", "2019", NULL, "" },
  { "76/nq-cp", "2018", NULL, "phòng cháy" },
  { "76 / NQ – CP", "2018", NULL, "phòng cháy" },
  { "76/2025/ubtvqh15", "", NULL, "sắp xếp" },
  { "20/KH-UBND", "", NULL, "của A, của B" },
  { "20/KH-UBND", "", "UBND xã B", "của B" },
  { "20/KH-UBND", "", "Uỷ ban nhân dân xã B", "của B" },
  { "20/KH-UBND", "", "Ủy ban nhân dân xã C", "" },
  { "12/HD-UBND", "", NULL, "một" },
  { "12/HĐ-UBND", "", NULL, "hai" },
  { "12/hd-ubnd", "", NULL, "hai, một" },
  { "77/NQ-CP", "", NULL, "" },
  { "", "", NULL, "" },
};

START_TEST (a_number_finds_all_that_may_be_meant)
{
  g_autoptr (DtCatalog) catalog = test_make_catalog (two_of_a_number);
  g_autoptr (GPtrArray) found = dt_catalog_find (catalog, lookups[_i].number, test_day (lookups[_i].date), lookups[_i].issuer);
  g_autoptr (GPtrArray) subjects = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  /* Those of one day stand in the order of their ids, whichever that is. */
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (subjects, (gpointer) dt_document_get (g_ptr_array_index (found, i))->subject);
  if (subjects->len == 2 && strcmp (g_ptr_array_index (subjects, 0), g_ptr_array_index (subjects, 1)) > 0 &&
      strchr (lookups[_i].found, ',') != NULL)
    g_ptr_array_add (subjects, g_ptr_array_steal_index (subjects, 0));
  g_ptr_array_add (subjects, NULL);
  joined = g_strjoinv (", ", (char **) subjects->pdata);

  ck_assert_str_eq (joined, lookups[_i].found);
}
END_TEST

START_TEST (the_newest_of_a_number_comes_first)
{
  g_autoptr (DtCatalog) catalog = test_make_catalog (two_of_a_number);
  g_autoptr (GPtrArray) found = dt_catalog_find (catalog, "76/NQ-CP", (DtDate) DT_DATE_INIT, NULL);

  ck_assert_uint_eq (found->len, 2);
  ck_assert_str_eq (dt_document_get (g_ptr_array_index (found, 0))->subject, "cải cách");
}
END_TEST

static const struct
{
  const char *reference;
  const char *id;
} references[] = {
  { "76/NQ-CP@2021-07-15", "76/NQ-CP@2021-07-15" },
  { "76/NQ-CP@2021", "76/NQ-CP@2021-07-15" },
  { "76/NQ-CP", "nothing" },
  { "76/2025/UBTVQH15", "76/2025/UBTVQH15" },
  { "76/2025/UBTVQH15@2025-04-14", "76/2025/UBTVQH15" },
  { "76/2025/UBTVQH15@2025-04-15", "nothing" },
  { "20/KH-UBND@2025-07-31", "nothing" },
  { "20/KH-UBND@2025-07-31@UBND xã A", "20/KH-UBND@2025-07-31@Ủy ban nhân dân xã A" },
  { "@", "nothing" },
  { "", "nothing" },
};

START_TEST (a_reference_leads_to_one_document_or_none)
{
  g_autoptr (DtCatalog) catalog = test_make_catalog (two_of_a_number);

  ck_assert_str_eq (test_get_id (dt_catalog_resolve (catalog, references[_i].reference)), references[_i].id);
}
END_TEST

START_TEST (laws_are_found_by_name)
{
  g_autoptr (DtCatalog) catalog = test_make_catalog (
    DOCUMENT ("77/2015/QH13", "Luật", "Quốc hội", "2015-06-19", "Tổ chức chính quyền địa phương", "")
      DOCUMENT ("72/2025/QH15", "Luật", "Quốc hội", "2025-06-16", "Tổ chức chính quyền địa phương", "")
        DOCUMENT ("45/2019/QH14", "Bộ luật", "Quốc hội", "2019-11-20", "Lao động", "")
          DOCUMENT ("1/QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ", "2019-11-20", "Lao động", ""));
  g_autoptr (GPtrArray) all = dt_catalog_find_named (catalog, "Luật", "tổ chức  chính quyền địa phương", (DtDate) DT_DATE_INIT);
  g_autoptr (GPtrArray) one = dt_catalog_find_named (catalog, "Luật", "Tổ chức chính quyền địa phương", test_day ("2015"));
  g_autoptr (GPtrArray) code = dt_catalog_find_named (catalog, "Bộ luật", "Lao động", (DtDate) DT_DATE_INIT);
  g_autoptr (GPtrArray) none = dt_catalog_find_named (catalog, "Quyết định", "Lao động", (DtDate) DT_DATE_INIT);

  ck_assert_uint_eq (all->len, 2);
  ck_assert_str_eq (test_get_id (g_ptr_array_index (all, 0)), "72/2025/QH15");
  ck_assert_uint_eq (one->len, 1);
  ck_assert_str_eq (test_get_id (g_ptr_array_index (one, 0)), "77/2015/QH13");
  ck_assert_uint_eq (code->len, 1);
  ck_assert_uint_eq (none->len, 0);
}
END_TEST

START_TEST (of_one_id_the_last_counts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) weak = test_read_documents (DT_TEST_CATALOG (DOCUMENT ("1/2020/NĐ-CP", "Nghị định", "Chính phủ", "2020-01-01", "cũ", "")
                                                                       DOCUMENT ("2/2020/NĐ-CP", "Nghị định", "Chính phủ", "2020-01-02", "còn", "")),
                                                    &error);
  g_autoptr (GPtrArray) strong = test_read_documents (DT_TEST_CATALOG (DOCUMENT ("1/2020/NĐ-CP", "Nghị định", "Chính phủ", "2020-01-09", "mới", "")), &error);
  g_autoptr (DtCatalog) catalog = NULL;
  g_autoptr (GPtrArray) found = NULL;

  dt_assert_no_error (error);
  g_ptr_array_add (weak, dt_document_ref (g_ptr_array_index (strong, 0)));
  catalog = dt_catalog_new ((DtDocument *const *) weak->pdata, weak->len);

  ck_assert_uint_eq (dt_catalog_get_n (catalog), 2);
  found = dt_catalog_find (catalog, "1/2020/NĐ-CP", (DtDate) DT_DATE_INIT, NULL);
  ck_assert_uint_eq (found->len, 1);
  ck_assert_str_eq (dt_document_get (g_ptr_array_index (found, 0))->subject, "mới");
}
END_TEST

START_TEST (a_catalogue_may_be_empty)
{
  g_autoptr (DtCatalog) catalog = dt_catalog_new (NULL, 0);
  g_autoptr (GPtrArray) found = dt_catalog_find (catalog, "1/L", (DtDate) DT_DATE_INIT, NULL);

  ck_assert_uint_eq (dt_catalog_get_n (catalog), 0);
  ck_assert_uint_eq (found->len, 0);
  ck_assert_ptr_null (dt_catalog_resolve (catalog, "1/L"));
}
END_TEST

/* A → B → C, a pair that amends, one that is repealed, some with dates of their own, a circle. */
static const char history[] =
  DOCUMENT ("1/2010/NĐ-CP", "Nghị định", "Chính phủ", "2010-01-10", "A", "<validity from=\"2010-03-01\"/>")
    DOCUMENT ("2/2015/NĐ-CP", "Nghị định", "Chính phủ", "2015-02-10", "B", "<validity from=\"2015-04-01\"/><relation kind=\"replaces\" target=\"1/2010/NĐ-CP\"/>")
      DOCUMENT ("3/2020/NĐ-CP", "Nghị định", "Chính phủ", "2020-03-10", "C", "<relation kind=\"replaces\" target=\"2/2015/NĐ-CP\" date=\"2020-05-01\"/>")
        DOCUMENT ("4/2018/NĐ-CP", "Nghị định", "Chính phủ", "2018-01-10", "amends B", "<validity from=\"2018-02-01\"/><relation kind=\"amends\" target=\"2/2015/NĐ-CP\"/>")
          DOCUMENT ("5/2012/TT-BNV", "Thông tư", "Bộ Nội vụ", "2012-01-01", "ends", "<validity from=\"2012-02-01\" to=\"2014-01-01\"/>")
            DOCUMENT ("6/2012/TT-BNV", "Thông tư", "Bộ Nội vụ", "2012-01-01", "repealed", "")
              DOCUMENT ("7/2016/TT-BNV", "Thông tư", "Bộ Nội vụ", "2016-01-01", "repeals", "<relation kind=\"repeals\" target=\"6/2012/TT-BNV\" date=\"2016-03-01\"/>")
                DOCUMENT ("8/2012/TT-BNV", "Thông tư", "Bộ Nội vụ", "2012-01-01", "unknown", "")
                  DOCUMENT ("9/2012/TT-BNV", "Thông tư", "Bộ Nội vụ", "2012-01-01", "hint", "<validity status=\"replaced\"/>")
                    DOCUMENT ("10/2012/TT-BNV", "Thông tư", "Bộ Nội vụ", "2012-01-01", "hint", "<validity status=\"in-force\"/>")
                      DOCUMENT ("11/2012/TT-BNV", "Thông tư", "Bộ Nội vụ", "2012-01-01", "hint", "<validity status=\"expired\" status-on=\"2020-01-01\"/>")
                        DOCUMENT ("12/2012/TT-BNV", "Thông tư", "Bộ Nội vụ", "2012-01-01", "circle", "<relation kind=\"replaces\" target=\"13/2012/TT-BNV\"/>")
                          DOCUMENT ("13/2012/TT-BNV", "Thông tư", "Bộ Nội vụ", "2012-01-01", "circle", "<relation kind=\"replaces\" target=\"12/2012/TT-BNV\"/>")
                            DOCUMENT ("14/2014/TT-BNV", "Thông tư", "Bộ Nội vụ", "2014-01-01", "replaces 15", "<relation kind=\"replaces\" target=\"15/2012/TT-BNV\"/>")
                              DOCUMENT ("15/2012/TT-BNV", "Thông tư", "Bộ Nội vụ", "2012-01-01", "in short", "<validity status=\"replaced\"/>");

static const struct
{
  const char *number;
  const char *on;
  DtValidity validity;
  gboolean is_sure;
  const char *by;
  const char *successor;
} judgements[] = {
  { "1/2010/NĐ-CP", "2009-12-31", DT_VALIDITY_NOT_YET, TRUE, NULL, NULL },
  { "1/2010/NĐ-CP", "2010-02-28", DT_VALIDITY_NOT_YET, TRUE, NULL, NULL },
  { "1/2010/NĐ-CP", "2010-03-01", DT_VALIDITY_IN_FORCE, FALSE, NULL, NULL },
  { "1/2010/NĐ-CP", "2015-03-31", DT_VALIDITY_IN_FORCE, FALSE, NULL, NULL },
  { "1/2010/NĐ-CP", "2015-04-01", DT_VALIDITY_REPLACED, TRUE, "2/2015/NĐ-CP", "2/2015/NĐ-CP" },
  { "1/2010/NĐ-CP", "2020-04-30", DT_VALIDITY_REPLACED, TRUE, "2/2015/NĐ-CP", "2/2015/NĐ-CP" },
  { "1/2010/NĐ-CP", "2020-05-01", DT_VALIDITY_REPLACED, TRUE, "2/2015/NĐ-CP", "3/2020/NĐ-CP" },
  { "1/2010/NĐ-CP", "", DT_VALIDITY_REPLACED, TRUE, "2/2015/NĐ-CP", "3/2020/NĐ-CP" },
  { "2/2015/NĐ-CP", "2018-01-31", DT_VALIDITY_IN_FORCE, FALSE, NULL, NULL },
  { "2/2015/NĐ-CP", "2018-02-01", DT_VALIDITY_AMENDED, FALSE, "4/2018/NĐ-CP", NULL },
  { "2/2015/NĐ-CP", "2020-05-01", DT_VALIDITY_REPLACED, TRUE, "3/2020/NĐ-CP", "3/2020/NĐ-CP" },
  { "5/2012/TT-BNV", "2013-12-31", DT_VALIDITY_IN_FORCE, FALSE, NULL, NULL },
  { "5/2012/TT-BNV", "2014-01-01", DT_VALIDITY_EXPIRED, TRUE, NULL, NULL },
  { "6/2012/TT-BNV", "2016-02-29", DT_VALIDITY_IN_FORCE, FALSE, NULL, NULL },
  { "6/2012/TT-BNV", "2016-03-01", DT_VALIDITY_EXPIRED, TRUE, "7/2016/TT-BNV", NULL },
  { "8/2012/TT-BNV", "2020-01-01", DT_VALIDITY_UNKNOWN, FALSE, NULL, NULL },
  { "8/2012/TT-BNV", "2011-12-31", DT_VALIDITY_NOT_YET, TRUE, NULL, NULL },
  { "9/2012/TT-BNV", "2020-01-01", DT_VALIDITY_REPLACED, FALSE, NULL, NULL },
  { "10/2012/TT-BNV", "2020-01-01", DT_VALIDITY_IN_FORCE, FALSE, NULL, NULL },
  { "11/2012/TT-BNV", "2020-01-01", DT_VALIDITY_EXPIRED, TRUE, NULL, NULL },
  { "11/2012/TT-BNV", "2020-01-02", DT_VALIDITY_EXPIRED, FALSE, NULL, NULL },
  { "11/2012/TT-BNV", "2019-12-31", DT_VALIDITY_UNKNOWN, FALSE, NULL, NULL },
  { "12/2012/TT-BNV", "2020-01-01", DT_VALIDITY_REPLACED, FALSE, "13/2012/TT-BNV", "13/2012/TT-BNV" },
  { "15/2012/TT-BNV", "2013-12-31", DT_VALIDITY_IN_FORCE, FALSE, NULL, NULL },
  { "15/2012/TT-BNV", "2014-01-01", DT_VALIDITY_REPLACED, FALSE, "14/2014/TT-BNV", "14/2014/TT-BNV" },
};

START_TEST (validity_follows_dates_relations_and_hints)
{
  g_autoptr (DtCatalog) catalog = test_make_catalog (history);
  DtJudgement judgement;

  dt_catalog_judge (catalog, test_get_document (catalog, judgements[_i].number), test_day (judgements[_i].on), &judgement);
  ck_assert_msg (judgement.validity == judgements[_i].validity, "%s on %s: %s", judgements[_i].number, judgements[_i].on,
                 dt_validity_to_string (judgement.validity));
  ck_assert_int_eq (judgement.is_sure, judgements[_i].is_sure);
  ck_assert_str_eq (test_get_id (judgement.by), judgements[_i].by != NULL ? judgements[_i].by : "nothing");
  ck_assert_str_eq (test_get_id (judgement.successor), judgements[_i].successor != NULL ? judgements[_i].successor : "nothing");
}
END_TEST

START_TEST (long_chains_of_replacements_have_an_end)
{
  g_autoptr (GString) content = g_string_new (NULL);
  g_autoptr (DtCatalog) catalog = NULL;
  DtJudgement judgement;

  for (guint i = 1; i <= 2000; i++)
    g_string_append_printf (content,
                            "<document number=\"%u/2020/NĐ-CP\" type=\"Nghị định\" date=\"2020-01-01\"><subject>x</subject>"
                            "<relation kind=\"replaces\" target=\"%u/2020/NĐ-CP\"/></document>",
                            i, i - 1);
  catalog = test_make_catalog (content->str);
  dt_catalog_judge (catalog, test_get_document (catalog, "1/2020/NĐ-CP"), test_day ("2021-01-01"), &judgement);

  ck_assert_int_eq (judgement.validity, DT_VALIDITY_REPLACED);
  ck_assert_str_eq (test_get_id (judgement.by), "2/2020/NĐ-CP");
  ck_assert_ptr_nonnull (judgement.successor);
}
END_TEST

START_TEST (two_may_replace_one_together)
{
  g_autoptr (DtCatalog) catalog = test_make_catalog (
    DOCUMENT ("34/2016/NĐ-CP", "Nghị định", "Chính phủ", "2016-05-14", "a", "")
      DOCUMENT ("79/2025/NĐ-CP", "Nghị định", "Chính phủ", "2025-04-01", "c", "<relation kind=\"replaces\" target=\"34/2016/NĐ-CP\"/>")
        DOCUMENT ("78/2025/NĐ-CP", "Nghị định", "Chính phủ", "2025-04-01", "b", "<relation kind=\"replaces\" target=\"34/2016/NĐ-CP\"/>"));
  g_autoptr (GPtrArray) list = dt_catalog_list_incoming (catalog, test_get_document (catalog, "34/2016/NĐ-CP"),
                                                         DT_RELATION_REPLACES, test_day ("2025-05-01"));

  ck_assert_uint_eq (list->len, 2);
  ck_assert_str_eq (test_get_id (g_ptr_array_index (list, 0)), "78/2025/NĐ-CP");
  ck_assert_str_eq (test_get_id (g_ptr_array_index (list, 1)), "79/2025/NĐ-CP");
}
END_TEST

START_TEST (verdicts_are_said_in_words)
{
  g_autoptr (DtCatalog) catalog = test_make_catalog (history);
  g_autofree char *words = NULL;
  DtJudgement judgement;

  dt_catalog_judge (catalog, test_get_document (catalog, "1/2010/NĐ-CP"), test_day ("2021-01-01"), &judgement);
  words = dt_judgement_describe (&judgement);
  ck_assert_str_eq (words, "replaced by Nghị định số 2/2015/NĐ-CP ngày 10/02/2015 của Chính phủ, and that in turn by "
                           "Nghị định số 3/2020/NĐ-CP ngày 10/3/2020 của Chính phủ");
}
END_TEST

START_TEST (a_hint_is_called_unchecked)
{
  g_autoptr (DtCatalog) catalog = test_make_catalog (history);
  g_autofree char *words = NULL;
  DtJudgement judgement;

  dt_catalog_judge (catalog, test_get_document (catalog, "10/2012/TT-BNV"), test_day ("2021-01-01"), &judgement);
  words = dt_judgement_describe (&judgement);
  ck_assert_str_eq (words, "in force (not checked)");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("catalog");
  TCase *documents = tcase_create ("documents");
  TCase *lookup = tcase_create ("lookup");
  TCase *validity = tcase_create ("validity");

  tcase_add_loop_test (documents, an_id_has_what_it_takes_and_no_more, 0, G_N_ELEMENTS (ids));
  tcase_add_loop_test (documents, texts_are_made_tidy, 0, G_N_ELEMENTS (texts));
  tcase_add_loop_test (documents, fields_that_hold_what_they_must_not_are_refused, 0, G_N_ELEMENTS (refused));
  suite_add_tcase (suite, documents);

  tcase_add_loop_test (lookup, a_number_finds_all_that_may_be_meant, 0, G_N_ELEMENTS (lookups));
  tcase_add_test (lookup, the_newest_of_a_number_comes_first);
  tcase_add_loop_test (lookup, a_reference_leads_to_one_document_or_none, 0, G_N_ELEMENTS (references));
  tcase_add_test (lookup, laws_are_found_by_name);
  tcase_add_test (lookup, of_one_id_the_last_counts);
  tcase_add_test (lookup, a_catalogue_may_be_empty);
  suite_add_tcase (suite, lookup);

  tcase_add_loop_test (validity, validity_follows_dates_relations_and_hints, 0, G_N_ELEMENTS (judgements));
  tcase_add_test (validity, long_chains_of_replacements_have_an_end);
  tcase_add_test (validity, two_may_replace_one_together);
  tcase_add_test (validity, verdicts_are_said_in_words);
  tcase_add_test (validity, a_hint_is_called_unchecked);
  suite_add_tcase (suite, validity);

  return dt_test_main (suite);
}
