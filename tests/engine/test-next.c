/* test-next.c - the plan of the next period
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "format/dt-plan-file.h"
#include "model/dt-schema.h"

#include "dt-test-catalog.h"
#include "dt-test-next.h"

/* A plan with one text in one place. */
static DtPlan *
make_plan (DtNodeKind kind,
           const char *text)
{
  g_autoptr (DtPlan) empty = dt_plan_new_empty ("ke-hoach");
  g_autoptr (GError) error = NULL;
  g_autoptr (DtNode) leaf = dt_node_new_text (kind, text);
  DtNode *child = leaf;
  DtPlan *plan;

  if (kind == DT_NODE_BODY)
    {
      g_autoptr (DtNode) section = dt_node_new_full (DT_NODE_SECTION, 0, NULL, NULL, 0, &child, 1);
      DtNode *inner = section;
      g_autoptr (DtNode) sections = dt_node_new_full (DT_NODE_SECTIONS, 0, NULL, NULL, 0, &inner, 1);
      g_autoptr (DtNode) root = dt_node_with_child_added (dt_plan_get_root (empty), sections);

      plan = dt_plan_new (root, &error);
    }
  else if (kind == DT_NODE_BASIS)
    {
      g_autoptr (DtNode) bases = dt_node_new_full (DT_NODE_BASES, 0, NULL, NULL, 0, &child, 1);
      g_autoptr (DtNode) root = dt_node_with_child_added (dt_plan_get_root (empty), bases);

      plan = dt_plan_new (root, &error);
    }
  else
    {
      g_autoptr (DtNode) task = dt_node_new_full (DT_NODE_TASK, 0, NULL, NULL, 0, &child, 1);
      DtNode *inner = task;
      g_autoptr (DtNode) tasks = dt_node_new_full (DT_NODE_TASKS, 0, NULL, NULL, 0, &inner, 1);
      g_autoptr (DtNode) root = dt_node_with_child_added (dt_plan_get_root (empty), tasks);

      plan = dt_plan_new (root, &error);
    }

  dt_assert_no_error (error);
  return plan;
}

static const char *
get_reference (DtNodeKind kind)
{
  return kind == DT_NODE_BODY ? "s1/body" : kind == DT_NODE_BASIS ? "b1"
                                                                  : "t1/deadline";
}

static gboolean
has_finding (const DtNextReport *report,
             const char *rule,
             const char *text)
{
  for (guint i = 0; i < report->findings->len; i++)
    {
      const DtNextFinding *finding = g_ptr_array_index (report->findings, i);

      if (strcmp (finding->rule, rule) == 0 && (text == NULL || strcmp (finding->text, text) == 0))
        return TRUE;
    }

  return FALSE;
}

/* clang-format off */
static const struct
{
  const char *text;
  DtPeriodKind kind;
  const char *code;
  const char *words;
} periods[] = {
  { "2027", DT_PERIOD_YEAR, "2027", "năm 2027" },
  { " năm  2027 ", DT_PERIOD_YEAR, "2027", "năm 2027" },
  { "2026-2030", DT_PERIOD_RANGE, "2026-2030", "giai đoạn 2026 - 2030" },
  { "Giai đoạn 2026 – 2030", DT_PERIOD_RANGE, "2026-2030", "giai đoạn 2026 - 2030" },
  { "2027-H1", DT_PERIOD_HALF, "2027-H1", "6 tháng đầu năm 2027" },
  { "06 tháng cuối năm 2025", DT_PERIOD_HALF, "2025-H2", "6 tháng cuối năm 2025" },
  { "SÁU THÁNG ĐẦU NĂM 2025", DT_PERIOD_HALF, "2025-H1", "6 tháng đầu năm 2025" },
  { "2027-Q4", DT_PERIOD_QUARTER, "2027-Q4", "quý IV năm 2027" },
  { "Quý III/2027", DT_PERIOD_QUARTER, "2027-Q3", "quý III năm 2027" },
  { "quý 2 năm 2027", DT_PERIOD_QUARTER, "2027-Q2", "quý II năm 2027" },
  { "2027-05", DT_PERIOD_MONTH, "2027-05", "tháng 5 năm 2027" },
  { "2027-12", DT_PERIOD_MONTH, "2027-12", "tháng 12 năm 2027" },
  { "tháng 01/2027", DT_PERIOD_MONTH, "2027-01", "tháng 01 năm 2027" },
};

static const char *const no_periods[] = {
  "", "27", "năm", "năm 27", "quý V năm 2027", "2027-Q5", "2027-Q0", "2027-H3", "2027-13", "2027-00", "2030-2026",
  "2026-2026", "quý I", "6 tháng đầu năm", "năm 2027 và 2028", "tháng 13 năm 2027", "2027 đ", "2027/NĐ-CP", "12027",
  "20271", "2027-1", "2027-Q", "2.027",
};
/* clang-format on */

START_TEST (a_period_is_read_and_written_both_ways)
{
  DtPeriod found = DT_PERIOD_INIT;
  DtPeriod again = DT_PERIOD_INIT;
  g_autofree char *code = NULL;
  g_autofree char *words = NULL;

  ck_assert (dt_period_parse (periods[_i].text, &found));
  ck_assert_int_eq (found.kind, periods[_i].kind);
  code = dt_period_to_code (found);
  words = dt_period_to_words (found);
  ck_assert_str_eq (code, periods[_i].code);
  ck_assert_str_eq (words, periods[_i].words);
  ck_assert (dt_period_parse (code, &again) && dt_period_equal (found, again));
  ck_assert (dt_period_parse (words, &again) && dt_period_equal (found, again));
}
END_TEST

START_TEST (what_is_no_period_is_refused)
{
  DtPeriod found = DT_PERIOD_INIT;

  ck_assert_msg (!dt_period_parse (no_periods[_i], &found), "%s", no_periods[_i]);
}
END_TEST

/* clang-format off */
static const struct
{
  DtNodeKind kind;
  const char *from;
  const char *to;
  const char *old;
  const char *new; /* NULL for the same */
  const char *rule; /* nullable: of a finding there must be */
} moves[] = {
  { DT_NODE_BODY, "2026", "2027", "Trong năm 2026, Năm 2026, NĂM 2026.", "Trong năm 2027, Năm 2027, NĂM 2027.", NULL },
  { DT_NODE_BODY, "2025-H2", "2026", "Kế hoạch 6 tháng cuối năm 2025", "Kế hoạch năm 2026", NULL },
  { DT_NODE_BODY, "2025-H2", "2026-H1", "Kế hoạch 6 tháng cuối năm 2025", "Kế hoạch 6 tháng đầu năm 2026", NULL },
  { DT_NODE_BODY, "2025-H2", "2026-H1", "sáu tháng cuối năm 2025 so với 06 tháng đầu năm 2025",
    "sáu tháng đầu năm 2026 so với 06 tháng cuối năm 2025", NULL },
  { DT_NODE_BODY, "2025-H2", "2026-H1", "6 THÁNG CUỐI NĂM 2025", "6 THÁNG ĐẦU NĂM 2026", NULL },
  { DT_NODE_BODY, "2025-H2", "2026", "6 THÁNG CUỐI NĂM 2025", "NĂM 2026", NULL },
  { DT_NODE_BODY, "2025-H2", "2026", "6 tháng cuối năm", NULL, "no-year" },
  { DT_NODE_BODY, "2026-Q1", "2026-Q2", "quý I/2026; Quý 1 năm 2026; quý I, Quý IV năm 2025",
    "quý II/2026; Quý 2 năm 2026; quý I, Quý I năm 2026", "no-year" },
  { DT_NODE_BODY, "2026", "2027", "quý I; quý II năm 2026; tháng 8/2026; 9/2026; tháng 01 năm 2026",
    "quý I; quý II năm 2027; tháng 8/2027; 9/2027; tháng 01 năm 2027", NULL },
  { DT_NODE_BODY, "2026", "2027", "ngày 31/12/2026, 5.3.2026, 2026-03-05, ngày 05 tháng 3 năm 2026",
    "ngày 31/12/2027, 05.3.2027, 2027-03-05, ngày 05 tháng 3 năm 2027", NULL },
  { DT_NODE_BODY, "2028", "2029", "29/02/2028", "28/02/2029", NULL },
  { DT_NODE_BODY, "2026-H1", "2026-H2", "30/6/2026, 31/01/2026, 28/02/2026, 15/4/2026",
    "31/12/2026, 31/7/2026, 31/8/2026, 15/10/2026", NULL },
  { DT_NODE_BODY, "2026", "2027", "15/01/2027, năm 2027", "15/01/2028, năm 2028", NULL },
  { DT_NODE_BODY, "2026", "2027", "từ ngày 01/7/2025, năm 2024", NULL, "other-year" },
  { DT_NODE_BODY, "2026", "2027", "ngày … tháng … năm 2026, ngày …/…/2026", "ngày … tháng … năm 2027, ngày …/…/2027", NULL },
  { DT_NODE_BODY, "2026", "2027", "năm học 2026 - 2027, năm học 2025-2026", "năm học 2027 - 2028, năm học 2026-2027", NULL },
  { DT_NODE_BODY, "2026", "2027", "giai đoạn 2021 - 2030", NULL, "other-year" },
  { DT_NODE_BODY, "2026", "2027", "giai đoạn 2026 - 2030", NULL, "left-year" },
  { DT_NODE_BODY, "2026", "2027", "nhiệm kỳ 2026-2031", NULL, "left-year" },
  { DT_NODE_BODY, "2026-2030", "2031-2035", "giai đoạn 2026 - 2030", "giai đoạn 2031 - 2035", NULL },
  { DT_NODE_BODY, "2026", "2027", "đến năm 2026, định hướng đến năm 2030, từ năm 2026", NULL, "left-year" },
  { DT_NODE_BODY, "2026", "2027", "đến hết năm 2026", "đến hết năm 2027", NULL },
  { DT_NODE_BODY, "2026", "2027", "phong trào “Năm 2026 hành động”", NULL, "left-year" },
  { DT_NODE_BODY, "2026", "2027", "Nghị quyết số 12-NQ/TU ngày 26/5/2026 của Tỉnh ủy", NULL, "left-cited" },
  { DT_NODE_BODY, "2025", "2026", "tiêu chuẩn ISO 9001:2015, 202/2025/QH15, 2025 hộ", NULL, "left-year" },
  { DT_NODE_BODY, "2025", "2026", "2.025 hộ, 12025, 2025.000 đồng, A2025", NULL, NULL },
  { DT_NODE_BODY, "2026", "2027", "đạt 97,5% hồ sơ", NULL, "percent" },
  { DT_NODE_BODY, "2026", "2027", "tập huấn đợt 1", NULL, "round" },
  { DT_NODE_BODY, "2026", "2027", "hội thi lần thứ hai", NULL, "round" },
  { DT_NODE_BODY, "2026", "2027", "năm **2026** và **năm 2026**", "năm **2027** và **năm 2027**", NULL },
  { DT_NODE_BODY, "2026", "2027", "| Năm 2026 | 2026 |", "| Năm 2027 | 2026 |", "left-year" },
  { DT_NODE_BODY, "2026", "2027-Q1", "6 tháng đầu năm 2026", NULL, "left-year" },
  { DT_NODE_BODY, "2026", "2027", "31/11/2026", "31/11/2027", NULL },
  { DT_NODE_DEADLINE, "2026", "2027", "Trước ngày 15/12/2026", "Trước ngày 15/12/2027", NULL },
  { DT_NODE_DEADLINE, "2026", "2027", "01/12/2025", "01/12/2026", "deadline-outside" },
  { DT_NODE_DEADLINE, "2025-H2", "2026-H1", "Quý IV năm 2025", "Quý II năm 2026", NULL },
  { DT_NODE_DEADLINE, "2026", "2027-Q1", "30/6/2026", "30/9/2026", "deadline-outside" },
  { DT_NODE_DEADLINE, "2026", "2027", "Hằng quý", NULL, NULL },
  { DT_NODE_BODY, "2026", "2026", "năm 2026, 15/12/2026", NULL, NULL },
};
/* clang-format on */

START_TEST (each_rule_moves_what_it_says)
{
  g_autoptr (DtPlan) plan = make_plan (moves[_i].kind, moves[_i].old);
  g_autoptr (DtNextReport) report = test_next (plan, moves[_i].from, moves[_i].to, NULL);

  ck_assert_str_eq (test_get_text (report->plan, get_reference (moves[_i].kind)),
                    moves[_i].new != NULL ? moves[_i].new : moves[_i].old);
  if (moves[_i].rule != NULL)
    ck_assert_msg (has_finding (report, moves[_i].rule, NULL), "no %s: %s", moves[_i].rule, moves[_i].old);
  else
    ck_assert_msg (report->findings->len == 0, "a finding: %s", moves[_i].old);
}
END_TEST

/* The fields of a plan: a year that texts use, and a period in words. */
static DtPlan *
make_field_plan (const char *key,
                 const char *value,
                 const char *body)
{
  g_autoptr (DtPlan) plain = make_plan (DT_NODE_BODY, body);
  const DtAttributeValue attribute = { DT_ATTR_KEY, key };
  g_autoptr (DtNode) field = dt_node_new_full (DT_NODE_FIELD, 0, value, &attribute, 1, NULL, 0);
  DtNode *child = field;
  g_autoptr (DtNode) fields = dt_node_new_full (DT_NODE_FIELDS, 0, NULL, NULL, 0, &child, 1);
  g_autoptr (DtNode) root = dt_node_with_child_added (dt_plan_get_root (plain), fields);
  g_autoptr (GError) error = NULL;
  DtPlan *plan = dt_plan_new (root, &error);

  dt_assert_no_error (error);
  return plan;
}

/* clang-format off */
static const struct
{
  const char *to;
  const char *value;
  const char *body;
  const char *new_value;
  const char *new_body;
} field_moves[] = {
  { "2027", "2026", "năm {{nam}}, 30 tháng 6 năm {{nam}}, /{{nam}}", "2027", "năm {{nam}}, 30 tháng 6 năm {{nam}}, /{{nam}}" },
  { "2027-H1", "2026", "năm {{nam}}, ngày 31 tháng 12 năm {{nam}}", "2027", "6 tháng đầu năm {{nam}}, ngày 30 tháng 6 năm {{nam}}" },
  { "2027-H1", "2026", "năm {{nam}}, ngày 15/3/{{nam}}", "2027", "6 tháng đầu năm {{nam}}, ngày 15/9/2026" },
  { "2027", "năm 2026", "{{nam}}", "năm 2027", "{{nam}}" },
  { "2027-H1", "năm 2026", "{{nam}}", "6 tháng đầu năm 2027", "{{nam}}" },
  { "2027", "2024", "năm {{nam}}", "2024", "năm {{nam}}" },
  { "2027", "2026", "số hộ: {{nam}}", "2026", "số hộ: {{nam}}" },
};
/* clang-format on */

START_TEST (a_year_that_is_a_field_moves_in_the_field)
{
  g_autoptr (DtPlan) plan = make_field_plan ("nam", field_moves[_i].value, field_moves[_i].body);
  g_autoptr (DtNextReport) report = test_next (plan, "2026", field_moves[_i].to, NULL);

  ck_assert_str_eq (test_get_text (report->plan, "f1"), field_moves[_i].new_value);
  ck_assert_str_eq (test_get_text (report->plan, "s1/body"), field_moves[_i].new_body);
}
END_TEST

#define DOCUMENT(number, date, more) \
  "<document number=\"" number "\" type=\"Nghị định\" issuer=\"Chính phủ\" date=\"" date "\"><subject>về việc</subject>" more "</document>"

static DtCatalog *
make_catalog (void)
{
  return test_make_catalog (
    DOCUMENT ("1/2020/NĐ-CP", "2020-01-01", "<validity from=\"2020-02-01\"/>")
      DOCUMENT ("2/2026/NĐ-CP", "2026-05-05", "<validity from=\"2026-07-01\"/><relation kind=\"replaces\" target=\"1/2020/NĐ-CP\"/>")
        DOCUMENT ("3/2020/NĐ-CP", "2020-01-01", "<validity from=\"2020-02-01\"/>")
          DOCUMENT ("4/2026/NĐ-CP", "2026-05-05", "<validity from=\"2026-07-01\"/><relation kind=\"replaces\" target=\"3/2020/NĐ-CP\"/>")
            DOCUMENT ("5/2026/NĐ-CP", "2026-05-06", "<validity from=\"2026-07-01\"/><relation kind=\"replaces\" target=\"3/2020/NĐ-CP\"/>")
              DOCUMENT ("6/2020/NĐ-CP", "2020-01-01", "<validity from=\"2020-02-01\" to=\"2026-09-01\"/>"));
}

/* clang-format off */
static const struct
{
  DtNodeKind kind;
  const char *to;
  const char *old;
  const char *new;
  const char *rule;
} citations[] = {
  { DT_NODE_BASIS, "2027", "[[1/2020/NĐ-CP]]", "[[2/2026/NĐ-CP]]", NULL },
  { DT_NODE_BASIS, "2026", "[[1/2020/NĐ-CP]]", "[[1/2020/NĐ-CP]]", NULL },
  { DT_NODE_BODY, "2027", "theo [[1/2020/NĐ-CP|short]] và [[2/2026/NĐ-CP]]", "theo [[2/2026/NĐ-CP|short]] và [[2/2026/NĐ-CP]]", NULL },
  { DT_NODE_BASIS, "2027", "[[1/2020/NĐ-CP; 2/2026/NĐ-CP]]", "[[1/2020/NĐ-CP; 2/2026/NĐ-CP]]", "citation-expired" },
  { DT_NODE_BODY, "2027", "[[1/2020/NĐ-CP#khoản 2 Điều 5]]", "[[1/2020/NĐ-CP#khoản 2 Điều 5]]", "citation-expired" },
  { DT_NODE_BASIS, "2027", "[[3/2020/NĐ-CP]]", "[[3/2020/NĐ-CP]]", "citation-expired" },
  { DT_NODE_BASIS, "2027", "[[6/2020/NĐ-CP]]", "[[6/2020/NĐ-CP]]", "citation-expired" },
  { DT_NODE_BASIS, "2027", "[[9/2020/NĐ-CP]]", "[[9/2020/NĐ-CP]]", "citation-unknown" },
  { DT_NODE_BODY, "2027", "theo Nghị định số 1/2020/NĐ-CP ngày 01 tháng 01 năm 2020 của Chính phủ",
    "theo Nghị định số 1/2020/NĐ-CP ngày 01 tháng 01 năm 2020 của Chính phủ", "citation-expired" },
};
/* clang-format on */

START_TEST (a_document_gives_way_to_its_only_successor)
{
  g_autoptr (DtCatalog) catalog = make_catalog ();
  g_autoptr (DtPlan) plan = make_plan (citations[_i].kind, citations[_i].old);
  g_autoptr (DtNextReport) report = test_next (plan, "2025", citations[_i].to, catalog);

  ck_assert_str_eq (test_get_text (report->plan, get_reference (citations[_i].kind)), citations[_i].new);
  if (citations[_i].rule != NULL)
    ck_assert (has_finding (report, citations[_i].rule, NULL));
  else
    ck_assert_uint_eq (report->findings->len, 0);
}
END_TEST

START_TEST (names_that_left_the_profile_are_told)
{
  static const char profile_text[] =
    "<profile xmlns=\"" DT_PROFILE_NAMESPACE "\" version=\"1\" id=\"p\" level=\"xa\">"
    "<office name=\"Ủy ban nhân dân xã A\" short=\"UBND xã\" area=\"xã A\" place=\"A\" hamlet=\"thôn\"><line>A</line></office>"
    "<issue mode=\"paper\" signature=\"short\"/><margins top=\"20\" right=\"15\" bottom=\"20\" left=\"30\"/>"
    "<symbol kind=\"ke-hoach\">KH-UBND</symbol><unit id=\"vp\" kind=\"van-phong\">Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã</unit>"
    "<leader id=\"ct\" rank=\"head\" title=\"Chủ tịch\">Lê Thị Vân</leader><archive>VT</archive></profile>";
  static const char plan_text[] =
    "<plan xmlns=\"" DT_PLAN_NAMESPACE "\" version=\"1\" kind=\"ke-hoach\"><head period=\"2026\"/>"
    "<signature><signer>Trần Văn Bình</signer></signature>"
    "<tasks><task><lead>Văn phòng HĐND và UBND xã</lead><partner>Phòng Cũ</partner><partner>Các phòng</partner></task></tasks></plan>";
  g_autoptr (GBytes) profile_bytes = g_bytes_new_static (profile_text, strlen (profile_text));
  g_autoptr (GBytes) plan_bytes = g_bytes_new_static (plan_text, strlen (plan_text));
  g_autoptr (GError) error = NULL;
  g_autoptr (DtProfile) profile = dt_profile_read (profile_bytes, "p.xml", &error);
  g_autoptr (DtPlan) plan = profile != NULL ? dt_plan_read (plan_bytes, "p", NULL, &error) : NULL;
  DtNextOptions options = { .period = test_period ("2027"), .profile = profile };
  g_autoptr (DtNextReport) report = NULL;

  dt_assert_no_error (error);
  report = dt_next_run (&options, plan, &error);
  dt_assert_no_error (error);
  ck_assert_uint_eq (report->findings->len, 2);
  ck_assert (has_finding (report, DT_NEXT_RULE_SIGNER, "Trần Văn Bình"));
  ck_assert (has_finding (report, DT_NEXT_RULE_UNIT, "Phòng Cũ"));
}
END_TEST

START_TEST (number_and_date_are_cleared_or_set_as_asked)
{
  static const char text[] =
    "<plan xmlns=\"" DT_PLAN_NAMESPACE "\" version=\"1\" kind=\"ke-hoach\"><head number=\"12\" date=\"2026-01-05\" period=\"2026\"/></plan>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = dt_plan_read (bytes, "p", NULL, &error);
  g_autoptr (DtNextReport) cleared = test_next (plan, NULL, "2027", NULL);
  DtNextOptions options = { .period = test_period ("2027"), .date = dt_date_make (2026, 12, 20) };
  g_autoptr (DtNextReport) set = dt_next_run (&options, plan, &error);
  DtNode *head = dt_plan_find (cleared->plan, "head");

  dt_assert_no_error (error);
  ck_assert_ptr_null (dt_node_get_attribute (head, DT_ATTR_NUMBER));
  ck_assert_ptr_null (dt_node_get_attribute (head, DT_ATTR_DATE));
  ck_assert_str_eq (dt_node_get_attribute (head, DT_ATTR_PERIOD), "2027");
  ck_assert_uint_eq (cleared->changes->len, 3);
  head = dt_plan_find (set->plan, "head");
  ck_assert_str_eq (dt_node_get_attribute (head, DT_ATTR_DATE), "2026-12-20");
}
END_TEST

START_TEST (a_plan_without_a_period_is_told)
{
  g_autoptr (DtPlan) plan = make_plan (DT_NODE_BODY, "Không có gì.");
  DtNextOptions options = { .period = test_period ("2027") };
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (dt_next_run (&options, plan, &error));
  dt_assert_error (error, DT_NEXT_ERROR, DT_NEXT_ERROR_PERIOD);
  g_clear_error (&error);
  options.from = test_period ("2026-2030");
  ck_assert_ptr_null (dt_next_run (&options, plan, &error));
  dt_assert_error (error, DT_NEXT_ERROR, DT_NEXT_ERROR_PERIOD);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("next");
  TCase *rules = tcase_create ("rules");

  tcase_add_loop_test (rules, a_period_is_read_and_written_both_ways, 0, G_N_ELEMENTS (periods));
  tcase_add_loop_test (rules, what_is_no_period_is_refused, 0, G_N_ELEMENTS (no_periods));
  tcase_add_loop_test (rules, each_rule_moves_what_it_says, 0, G_N_ELEMENTS (moves));
  tcase_add_loop_test (rules, a_year_that_is_a_field_moves_in_the_field, 0, G_N_ELEMENTS (field_moves));
  tcase_add_loop_test (rules, a_document_gives_way_to_its_only_successor, 0, G_N_ELEMENTS (citations));
  tcase_add_test (rules, names_that_left_the_profile_are_told);
  tcase_add_test (rules, number_and_date_are_cleared_or_set_as_asked);
  tcase_add_test (rules, a_plan_without_a_period_is_told);
  suite_add_tcase (suite, rules);

  return dt_test_main (suite);
}
