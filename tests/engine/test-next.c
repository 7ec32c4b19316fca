/* test-next.c - the plan of the next period
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "catalog/dt-citation.h"
#include "catalog/dt-pack.h"
#include "format/dt-plan-file.h"
#include "import/dt-import.h"
#include "model/dt-schema.h"
#include "template/dt-assemble.h"
#include "template/dt-next.h"

#include "dt-test-catalog.h"

static char *
find_data (const char *relative)
{
  return g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", relative, NULL);
}

static DtPeriod
period (const char *text)
{
  DtPeriod found = DT_PERIOD_INIT;

  if (text != NULL && *text != '\0')
    ck_assert_msg (dt_period_parse (text, &found), "no period: %s", text);
  return found;
}

static DtNextReport *
run (const DtPlan *plan,
     const char *from,
     const char *to,
     const DtCatalog *catalog)
{
  DtNextOptions options = { .period = period (to), .from = period (from), .catalog = catalog };
  g_autoptr (GError) error = NULL;
  DtNextReport *report = dt_next_run (&options, plan, &error);

  dt_assert_no_error (error);
  return report;
}

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
get_text (const DtPlan *plan,
          const char *reference)
{
  return dt_node_get_text (dt_plan_find (plan, reference));
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
  g_autoptr (DtNextReport) report = run (plan, moves[_i].from, moves[_i].to, NULL);

  ck_assert_str_eq (get_text (report->plan, get_reference (moves[_i].kind)),
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
  g_autoptr (DtNextReport) report = run (plan, "2026", field_moves[_i].to, NULL);

  ck_assert_str_eq (get_text (report->plan, "f1"), field_moves[_i].new_value);
  ck_assert_str_eq (get_text (report->plan, "s1/body"), field_moves[_i].new_body);
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
  g_autoptr (DtNextReport) report = run (plan, "2025", citations[_i].to, catalog);

  ck_assert_str_eq (get_text (report->plan, get_reference (citations[_i].kind)), citations[_i].new);
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
  DtNextOptions options = { .period = period ("2027"), .profile = profile };
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
  g_autoptr (DtNextReport) cleared = run (plan, NULL, "2027", NULL);
  DtNextOptions options = { .period = period ("2027"), .date = dt_date_make (2026, 12, 20) };
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
  DtNextOptions options = { .period = period ("2027") };
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (dt_next_run (&options, plan, &error));
  dt_assert_error (error, DT_NEXT_ERROR, DT_NEXT_ERROR_PERIOD);
  g_clear_error (&error);
  options.from = period ("2026-2030");
  ck_assert_ptr_null (dt_next_run (&options, plan, &error));
  dt_assert_error (error, DT_NEXT_ERROR, DT_NEXT_ERROR_PERIOD);
}
END_TEST

/* All plans there are: the samples, the templates with their examples, and, where they lie beside the sources, the
 * imported texts. They are made before the tests run, where Check cannot be asked. */
static GPtrArray *plans;
static DtCatalog *catalogue;

static DtPlan *
assemble (const DtLibrary *library,
          guint index)
{
  g_autoptr (GHashTable) values = dt_values_new ();
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (GError) error = NULL;
  DtAssembler assembler = { dt_library_get (library, index), library, dt_library_find_profile (library, NULL), values };
  DtPlan *plan;

  fields = dt_assembler_list_fields (&assembler, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < fields->len; i++)
    {
      const DtTemplateField *field = g_ptr_array_index (fields, i);

      for (guint k = 0; field->examples[k] != NULL; k++)
        dt_values_add (values, field->key, field->examples[k]);
    }
  plan = dt_assemble (&assembler, &error);
  g_assert_no_error (error);

  return plan;
}

static void
add_plan (const char *path,
          gboolean optional)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GError) error = NULL;

  if (optional && !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_print ("# %s is not there\n", path);
      return;
    }
  g_ptr_array_add (plans, dt_import (path, catalogue, diagnostics, &error));
  g_assert_no_error (error);
}

static void
load_plans (void)
{
  static const char *const samples[] = { "samples/ke-hoach-mau.duthao", "samples/quyet-dinh-mau.duthao", "samples/thong-bao-mau.duthao" };
  static const char *const references[] = { "kinh-mon.txt", "bach-mai.txt", "song-tri.txt" };
  const char *shared = g_getenv ("DUTHAO_SHARED");
  g_autofree char *beside = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "..", "shared", NULL);
  g_autofree char *builtin = find_data ("packs/builtin");
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_pack_unref);
  g_autoptr (DtLibrary) library = NULL;

  g_ptr_array_add (packs, dt_pack_load (builtin, NULL));
  plans = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_plan_unref);
  catalogue = dt_packs_load_catalog (packs, NULL);
  library = dt_library_new (packs, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = find_data (samples[i]);

      add_plan (path, FALSE);
    }
  for (guint i = 0; i < dt_library_get_n (library); i++)
    if (dt_template_get_kind (dt_library_get (library, i)) == DT_TEMPLATE_PLAN)
      g_ptr_array_add (plans, assemble (library, i));
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autofree char *path = g_build_filename (shared != NULL && *shared != '\0' ? shared : beside, "reference-plans", references[i], NULL);

      add_plan (path, TRUE);
    }
}

/* The file of a plan; as it prints, fields are filled in. */
static char *
write_plan (const DtPlan *plan,
            gboolean as_it_prints)
{
  g_autoptr (GBytes) bytes = dt_plan_write (plan);
  GString *text = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  DtNode *fields = dt_node_find_child (dt_plan_get_root (plan), DT_NODE_FIELDS);

  for (guint i = 0; as_it_prints && fields != NULL && i < dt_node_get_n_children (fields); i++)
    {
      DtNode *field = dt_node_get_child (fields, i);
      g_autofree char *mark = g_strconcat ("{{", dt_node_get_attribute (field, DT_ATTR_KEY), "}}", NULL);

      g_string_replace (text, mark, dt_node_get_text (field), 0);
    }

  return g_string_free (text, FALSE);
}

static void
check_same (const DtPlan *a,
            const DtPlan *b,
            gboolean as_they_print)
{
  g_autofree char *first = write_plan (a, as_they_print);
  g_autofree char *second = write_plan (b, as_they_print);
  g_auto (GStrv) first_lines = g_strsplit (first, "\n", -1);
  g_auto (GStrv) second_lines = g_strsplit (second, "\n", -1);

  ck_assert_uint_eq (g_strv_length (first_lines), g_strv_length (second_lines));
  for (guint i = 0; first_lines[i] != NULL; i++)
    ck_assert_str_eq (first_lines[i], second_lines[i]);
}

/* From any plan, over the first to the second, and straight. */
static const struct
{
  const char *from;
  const char *first;
  const char *second;
} chains[] = {
  { NULL, "năm 2028", "năm 2029" },
  { NULL, "2030", "2037" },
  { NULL, "2032", "2036" },
  { NULL, "2028", "2028" },
  { "2027-H1", "2027-H2", "2028-H1" },
  { "2025-H2", "2026-H1", "2028-H2" },
  { "2025-H2", "2026-H1", "2027" },
  { "2025-H2", "2026", "2027" },
  { "2027-Q1", "2027-Q2", "2028-Q1" },
  { "2027-Q3", "2027-Q4", "2028" },
};

START_TEST (moving_twice_is_moving_once_to_the_later_period)
{
  const guint c = (guint) _i % G_N_ELEMENTS (chains);
  DtPlan *plan = g_ptr_array_index (plans, (guint) _i / G_N_ELEMENTS (chains));
  g_autoptr (DtNextReport) first = run (plan, chains[c].from, chains[c].first, catalogue);
  g_autoptr (DtNextReport) twice = run (first->plan, NULL, chains[c].second, catalogue);
  g_autoptr (DtNextReport) once = run (plan, chains[c].from, chains[c].second, catalogue);

  /* A year that a step on the way writes out is not made a field again. */
  check_same (twice->plan, once->plan, chains[c].from != NULL);
}
END_TEST

static gboolean
is_covered (const DtNextReport *report,
            const char *reference,
            gsize start,
            gsize end)
{
  for (guint i = 0; i < report->findings->len; i++)
    {
      const DtNextFinding *finding = g_ptr_array_index (report->findings, i);

      if (strcmp (finding->node, reference) == 0 && finding->start <= start && finding->end >= end)
        return TRUE;
    }

  return FALSE;
}

/* Every number that is the year, wherever it stands: but in marks and in the numbers of documents. */
static void
check_years (const DtNextReport *report,
             const DtNode *node,
             const char *parent,
             const char *year)
{
  g_autofree char *reference = dt_plan_child_reference (parent, node);
  const char *text = dt_node_get_text (node);

  for (const char *p = text != NULL ? strstr (text, year) : NULL; p != NULL; p = strstr (p + 1, year))
    {
      const char *open = g_strrstr_len (text, p - text, "[[");
      const char *close = g_strrstr_len (text, p - text, "]]");
      gboolean is_marked = open != NULL && (close == NULL || close < open);
      gboolean is_symbol = p > text && p[-1] == '/' && p[4] == '/' && !g_ascii_isdigit (p[5]);
      gboolean is_longer = (p > text && (g_ascii_isdigit (p[-1]) || p[-1] == '.' || p[-1] == ':')) || g_ascii_isdigit (p[4]);

      if (!is_marked && !is_symbol && !is_longer)
        ck_assert_msg (is_covered (report, reference, (gsize) (p - text), (gsize) (p - text) + 4), "%s: %s", reference, p);
    }
  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    check_years (report, dt_node_get_child (node, i), reference, year);
}

START_TEST (no_year_of_the_old_period_is_left_unreported)
{
  DtPlan *plan = g_ptr_array_index (plans, _i);
  g_autoptr (DtNextReport) report = NULL;
  g_autofree char *year = NULL;
  DtPeriod old;
  g_autofree char *to = NULL;

  ck_assert (dt_next_find_period (plan, &old));
  year = g_strdup_printf ("%u", old.year);
  to = g_strdup_printf ("%u", old.year + 2);
  report = run (plan, NULL, to, NULL);
  check_years (report, dt_plan_get_root (report->plan), NULL, year);
}
END_TEST

/* The text of @old with the changes that are told. */
static char *
redo (const DtNextReport *report,
      const char *reference,
      const char *old,
      const char *new)
{
  GString *text = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < report->changes->len; i++)
    {
      const DtNextChange *change = g_ptr_array_index (report->changes, i);

      if (strcmp (change->node, reference) != 0 || change->attribute != NULL || !change->applied)
        continue;
      ck_assert (change->start >= at && strncmp (old + change->start, change->old_text, change->end - change->start) == 0);
      ck_assert_int_eq (strncmp (new + change->new_start, change->new_text, strlen (change->new_text)), 0);
      g_string_append_len (text, old + at, (gssize) (change->start - at));
      g_string_append (text, change->new_text);
      at = change->end;
    }
  g_string_append (text, old + at);

  return g_string_free (text, FALSE);
}

static void
check_changes (const DtNextReport *report,
               const DtNode *old,
               const DtNode *new,
               const char *parent)
{
  g_autofree char *reference = dt_plan_child_reference (parent, old);

  if (dt_node_get_text (old) != NULL)
    {
      g_autofree char *text = redo (report, reference, dt_node_get_text (old), dt_node_get_text (new));

      ck_assert_str_eq (text, dt_node_get_text (new));
    }
  ck_assert_uint_eq (dt_node_get_n_children (old), dt_node_get_n_children (new));
  for (guint i = 0; i < dt_node_get_n_children (old); i++)
    check_changes (report, dt_node_get_child (old, i), dt_node_get_child (new, i), reference);
}

START_TEST (nothing_changes_that_is_not_told)
{
  DtPlan *plan = g_ptr_array_index (plans, _i);
  g_autoptr (DtNextReport) report = run (plan, NULL, "2031-H1", catalogue);
  guint n_texts = 0;

  check_changes (report, dt_plan_get_root (plan), dt_plan_get_root (report->plan), NULL);
  for (guint i = 0; i < report->changes->len; i++)
    {
      const DtNextChange *change = g_ptr_array_index (report->changes, i);

      ck_assert_ptr_nonnull (dt_next_rule_get_title (change->rule));
      n_texts += change->attribute == NULL;
    }
  for (guint i = 0; i < report->findings->len; i++)
    {
      const DtNextFinding *finding = g_ptr_array_index (report->findings, i);
      const char *text = get_text (report->plan, finding->node);

      ck_assert_int_eq (strncmp (text + finding->start, finding->text, finding->end - finding->start), 0);
      ck_assert_uint_eq (strlen (finding->text), finding->end - finding->start);
    }
  ck_assert_uint_gt (n_texts, 0);
}
END_TEST

START_TEST (each_change_can_be_kept_as_it_was)
{
  DtPlan *plan = g_ptr_array_index (plans, _i);
  g_autoptr (DtNextReport) report = run (plan, NULL, "2031", NULL);

  for (guint i = 0; i < report->changes->len; i++)
    {
      const DtNextChange *change = g_ptr_array_index (report->changes, i);
      const char *const keep[] = { change->key, NULL };
      DtNextOptions options = { .period = period ("2031"), .keep = keep };
      g_autoptr (GError) error = NULL;
      g_autoptr (DtNextReport) kept = dt_next_run (&options, plan, &error);
      const DtNextChange *same = NULL;

      dt_assert_no_error (error);
      for (guint k = 0; k < kept->changes->len && same == NULL; k++)
        if (strcmp (((DtNextChange *) g_ptr_array_index (kept->changes, k))->key, change->key) == 0)
          same = g_ptr_array_index (kept->changes, k);
      ck_assert_msg (same != NULL && !same->applied, "%s", change->key);
      if (change->attribute == NULL)
        ck_assert_int_eq (strncmp (get_text (kept->plan, change->node) + same->new_start, change->old_text, strlen (change->old_text)), 0);
      else
        ck_assert (!dt_node_equal (dt_plan_find (kept->plan, change->node), dt_plan_find (report->plan, change->node)));
    }
}
END_TEST

static void
check_deadlines (const DtNextReport *report,
                 const DtNode *node,
                 const char *parent)
{
  g_autofree char *reference = dt_plan_child_reference (parent, node);
  const char *text = dt_node_get_text (node);

  for (const char *p = text; dt_node_get_kind (node) == DT_NODE_DEADLINE && p != NULL && *p != '\0'; p++)
    {
      DtDate date;
      guint month;

      if (!g_ascii_isdigit (*p) || (p > text && g_ascii_isdigit (p[-1])) || dt_date_scan (p, strlen (p), &date) == 0)
        continue;
      month = date.year * 12u + date.month - 1u;
      if (month < dt_period_first_month (report->to) || month > dt_period_last_month (report->to))
        ck_assert_msg (is_covered (report, reference, (gsize) (p - text), (gsize) (p - text) + 1), "%s: %s", reference, text);
    }
  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    check_deadlines (report, dt_node_get_child (node, i), reference);
}

START_TEST (each_deadline_lies_in_the_period_or_is_told)
{
  static const char *const periods_to[] = { "2028", "2027-H2", "2028-Q1", "2028-H1", "2029-07" };
  DtPlan *plan = g_ptr_array_index (plans, _i);

  for (guint i = 0; i < G_N_ELEMENTS (periods_to); i++)
    {
      g_autoptr (DtNextReport) report = run (plan, NULL, periods_to[i], NULL);

      check_deadlines (report, dt_plan_get_root (report->plan), NULL);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("next");
  TCase *rules = tcase_create ("rules");
  TCase *all = tcase_create ("all plans");

  load_plans ();
  tcase_add_loop_test (rules, a_period_is_read_and_written_both_ways, 0, G_N_ELEMENTS (periods));
  tcase_add_loop_test (rules, what_is_no_period_is_refused, 0, G_N_ELEMENTS (no_periods));
  tcase_add_loop_test (rules, each_rule_moves_what_it_says, 0, G_N_ELEMENTS (moves));
  tcase_add_loop_test (rules, a_year_that_is_a_field_moves_in_the_field, 0, G_N_ELEMENTS (field_moves));
  tcase_add_loop_test (rules, a_document_gives_way_to_its_only_successor, 0, G_N_ELEMENTS (citations));
  tcase_add_test (rules, names_that_left_the_profile_are_told);
  tcase_add_test (rules, number_and_date_are_cleared_or_set_as_asked);
  tcase_add_test (rules, a_plan_without_a_period_is_told);
  suite_add_tcase (suite, rules);

  tcase_set_timeout (all, 60);
  tcase_add_loop_test (all, moving_twice_is_moving_once_to_the_later_period, 0, (int) (plans->len * G_N_ELEMENTS (chains)));
  tcase_add_loop_test (all, no_year_of_the_old_period_is_left_unreported, 0, (int) plans->len);
  tcase_add_loop_test (all, nothing_changes_that_is_not_told, 0, (int) plans->len);
  tcase_add_loop_test (all, each_change_can_be_kept_as_it_was, 0, (int) plans->len);
  tcase_add_loop_test (all, each_deadline_lies_in_the_period_or_is_told, 0, (int) plans->len);
  suite_add_tcase (suite, all);

  return dt_test_main (suite);
}
