/* test-tasks.c - one table of tasks, and all that follows from it
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/dt-diagnostic.h"
#include "model/dt-schema.h"
#include "model/dt-task-units.h"
#include "template/dt-deadline.h"
#include "template/dt-tasks.h"

#include "dt-test-pages.h"

#define N_TASKS 200
#define N_UNITS 40

static const struct
{
  const char *text;
  const char *period;
  DtDeadlineKind kind;
  const char *days; /* first and last */
  gboolean is_within;
} deadlines[] = {
  { "", "2026", DT_DEADLINE_NONE, "/", TRUE },
  { "Thường xuyên", "2026", DT_DEADLINE_CUSTOM, "/", TRUE },
  { "hằng quý", "2026", DT_DEADLINE_CUSTOM, "/", TRUE },
  { "Định kỳ hằng tháng (theo lịch phân công)", "2026", DT_DEADLINE_CUSTOM, "/", TRUE },
  { "Theo chỉ đạo của tỉnh", "2026", DT_DEADLINE_CUSTOM, "/", TRUE },
  { "sớm", "2026", DT_DEADLINE_WORDS, "/", TRUE },
  { "trước ngày 15/12/2026", "2026", DT_DEADLINE_DAYS, "/2026-12-15", TRUE },
  { "Trước ngày 15 tháng 12 năm 2026", "2026", DT_DEADLINE_DAYS, "/2026-12-15", TRUE },
  { "Trước ngày 30 tháng 11", "2026", DT_DEADLINE_DAYS, "/2026-11-30", TRUE },
  { "đến hết 31/3", "2026", DT_DEADLINE_DAYS, "/2026-03-31", TRUE },
  { "15/12/2027", "2026", DT_DEADLINE_DAYS, "2027-12-15/2027-12-15", FALSE },
  { "quý II/2026", "2026", DT_DEADLINE_DAYS, "2026-04-01/2026-06-30", TRUE },
  { "Quý IV năm 2026", "2026-H1", DT_DEADLINE_DAYS, "2026-10-01/2026-12-31", FALSE },
  { "Quý III", "6 tháng cuối năm 2025", DT_DEADLINE_DAYS, "2025-07-01/2025-09-30", TRUE },
  { "Tháng 2", "năm 2028", DT_DEADLINE_DAYS, "2028-02-01/2028-02-29", TRUE },
  { "tháng 6/2026", "2026", DT_DEADLINE_DAYS, "2026-06-01/2026-06-30", TRUE },
  { "trong 8/2026", "2026", DT_DEADLINE_DAYS, "2026-08-01/2026-08-31", TRUE },
  { "Trong năm 2026", "2026", DT_DEADLINE_DAYS, "2026-01-01/2026-12-31", TRUE },
  { "6 tháng đầu năm 2026", "2026-H2", DT_DEADLINE_DAYS, "2026-01-01/2026-06-30", FALSE },
  { "từ ngày 01/3/2026 đến ngày 31/5/2026", "2026", DT_DEADLINE_DAYS, "2026-03-01/2026-05-31", TRUE },
  { "từ ngày 20/12 đến ngày 15/01/2027", "2026", DT_DEADLINE_DAYS, "2026-12-20/2027-01-15", FALSE },
  { "từ ngày 20/12 đến ngày 15/12", "2026", DT_DEADLINE_DAYS, "2026-12-20/2026-12-15", TRUE },
  { "từ ngày 01/7/2026", "2026", DT_DEADLINE_DAYS, "2026-07-01/", TRUE },
  { "Tháng 3, tháng 9", "2026", DT_DEADLINE_DAYS, "2026-03-01/2026-09-30", TRUE },
  { "Quý II", "2026-2030", DT_DEADLINE_CUSTOM, "/", TRUE },
  { "31/12/2029", "2026-2030", DT_DEADLINE_DAYS, "2029-12-31/2029-12-31", TRUE },
  { "01/01/2031", "2026-2030", DT_DEADLINE_DAYS, "2031-01-01/2031-01-01", FALSE },
  { "trước ngày 31/6/2026", "2026", DT_DEADLINE_IMPOSSIBLE, "/", TRUE },
  { "30/02", "2026", DT_DEADLINE_IMPOSSIBLE, "/", TRUE },
  { "Theo Kế hoạch số 20/KH-UBND", "2026", DT_DEADLINE_CUSTOM, "/", TRUE },
  { "Theo Nghị định số 118/2025/NĐ-CP", "2026", DT_DEADLINE_CUSTOM, "/", TRUE },
  { "Trong 20 ngày sau khi ban hành", "2026", DT_DEADLINE_CUSTOM, "/", TRUE },
  { "30/6", "", DT_DEADLINE_CUSTOM, "/", TRUE },
};

START_TEST (a_deadline_is_read_as_people_write_it)
{
  DtPeriod period = DT_PERIOD_INIT;
  DtDeadline deadline;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *days = NULL;

  ck_assert (*deadlines[_i].period == '\0' || dt_period_parse (deadlines[_i].period, &period));
  deadline = dt_deadline_parse (deadlines[_i].text, period);
  first = dt_date_is_empty (deadline.first) ? g_strdup ("") : dt_date_format_iso (deadline.first);
  last = dt_date_is_empty (deadline.last) ? g_strdup ("") : dt_date_format_iso (deadline.last);
  days = g_strconcat (first, "/", last, NULL);
  ck_assert_msg (deadline.kind == deadlines[_i].kind, "“%s” is %d", deadlines[_i].text, deadline.kind);
  ck_assert_msg (strcmp (days, deadlines[_i].days) == 0, "“%s”: %s", deadlines[_i].text, days);
  ck_assert_int_eq (dt_deadline_is_within (deadline, period), deadlines[_i].is_within);
}
END_TEST

static DtProfile *
load_profile (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "packs", "builtin", "profiles", "xa-tan-phuc.xml", NULL);
  g_autoptr (GError) error = NULL;
  DtProfile *profile = dt_profile_load (path, &error);

  dt_assert_no_error (error);
  return profile;
}

/* A plan that tells of its tasks below its only section and in an annex. */
static DtPlan *
make_plan (const char *period)
{
  g_autofree char *text = g_strdup_printf ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                           "<plan xmlns=\"" DT_PLAN_NAMESPACE "\" version=\"1\" kind=\"ke-hoach\">"
                                           "<head period=\"%s\"/>"
                                           "<sections><section id=\"s1\" source=\"tasks\"><title>Tổ chức thực hiện</title></section></sections>"
                                           "<recipients><recipient>UBND tỉnh</recipient><archive>VT</archive></recipients>"
                                           "<annex id=\"a1\" source=\"tasks\"><title>Nhiệm vụ</title></annex></plan>",
                                           period);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  DtPlan *plan = dt_plan_read (bytes, "p", NULL, &error);

  dt_assert_no_error (error);
  return plan;
}

static DtPlan *
add_rows (const DtPlan *plan,
          const DtProfile *profile,
          const char *rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tasks = dt_tasks_read_tsv (rows, "t.tsv", plan, profile, &error);
  DtPlan *result;

  dt_assert_no_error (error);
  result = dt_tasks_add (plan, tasks, &error);
  dt_assert_no_error (error);
  return result;
}

static const struct
{
  const char *row; /* work, lead, partners, deadline, product */
  const char *codes;
} rows[] = {
  { "Việc\tVHXH\tCA\tQuý I\tBáo cáo", "" },
  { "Việc\t\tCA\tQuý I\tBáo cáo", DT_TASKS_NO_LEAD " " },
  { "Việc\tVHXH\tCA\t\tBáo cáo", DT_TASKS_NO_DEADLINE " " },
  { "Việc\tVHXH\tCA\tQuý I", DT_TASKS_NO_PRODUCT " " },
  { "Việc\tVHXH\tCA; Phòng Văn hóa - Xã hội\tQuý I\tBáo cáo", DT_TASKS_OWN_PARTNER " " },
  { "Việc\tVHXH\tCông an tỉnh\tQuý I\tBáo cáo", DT_TASKS_UNKNOWN_UNIT " " },
  { "Việc\tVHXH\tCA\t15/3/2027\tBáo cáo", DT_TASKS_OUTSIDE " " },
  { "Việc\tVHXH\tCA\ttừ ngày 20/12 đến ngày 15/12/2026\tBáo cáo", DT_TASKS_BACKWARDS " " },
  { "Việc\tVHXH\tCA\t31/4/2026\tBáo cáo", DT_TASKS_IMPOSSIBLE " " },
  { "Việc\tVHXH\tCác phòng, ban, đơn vị thuộc UBND xã\tThường xuyên\tBáo cáo", "" },
};

START_TEST (what_is_wrong_in_a_task_is_found)
{
  g_autoptr (DtProfile) profile = load_profile ();
  g_autoptr (DtPlan) bare = make_plan ("2026");
  g_autoptr (DtPlan) plan = add_rows (bare, profile, rows[_i].row);
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GString) codes = g_string_new (NULL);

  dt_tasks_check (plan, profile, diagnostics);
  for (guint i = 0; i < diagnostics->len; i++)
    {
      const DtDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

      g_string_append_printf (codes, "%s ", dt_diagnostic_get_code (diagnostic));
      ck_assert_ptr_nonnull (dt_plan_find (plan, dt_diagnostic_get_node (diagnostic)));
    }
  ck_assert_str_eq (codes->str, rows[_i].codes);
}
END_TEST

START_TEST (a_spreadsheet_is_read_with_or_without_a_header)
{
  g_autoptr (DtProfile) profile = load_profile ();
  g_autoptr (DtPlan) bare = make_plan ("2026");
  g_autoptr (DtPlan) plain = add_rows (bare, profile, "Việc A\tVHXH\tCA; KT\tQuý I\tBáo cáo\tTổ chức thực hiện\n\n");
  g_autoptr (DtPlan) named = add_rows (bare, profile,
                                       "\357\273\277TT\tSản phẩm\tNhiệm vụ\tMục\tCơ quan, đơn vị chủ trì\tCơ quan, đơn vị phối hợp\tThời gian hoàn thành\r\n"
                                       "1\tBáo cáo\t\"Việc\nA\"\ts1\tPhòng Văn hóa - Xã hội\t\"- Công an xã\n- Phòng Kinh tế\"\tQuý I\r\n");

  ck_assert (dt_plan_equal (plain, named));
  ck_assert_str_eq (dt_node_get_attribute (dt_plan_find (plain, "t1"), DT_ATTR_SECTION), "s1");
  ck_assert_str_eq (dt_node_get_text (dt_plan_find (plain, "p2")), "Phòng Kinh tế");
}
END_TEST

static const struct
{
  const char *text;
  const char *place;
} bad_tables[] = {
  { "Việc\tA\tB\tC\tD\t\tG\n", "t.tsv:1: cell 7: " },
  { "Việc\n\n\tA\n", "t.tsv:3: cell 1: " },
  { "Việc\t\"A\n", "t.tsv:1: cell 2: " },
  { "Việc\tA\t\t\t\tKhông có\n", "t.tsv:1: cell 6: " },
  { "Nội dung\tChủ trì\tMàu sắc\n", "t.tsv:1: cell 3: " },
  { "Nội dung\tChủ trì\tĐơn vị chủ trì\n", "t.tsv:1: cell 3: " },
  { "Chủ trì\tPhối hợp\n", "t.tsv:1: cell 1: " },
  { "Nội dung\tChủ trì\n\tA\n", "t.tsv:2: cell 1: " },
};

START_TEST (a_bad_table_is_refused_at_its_cell)
{
  g_autoptr (DtPlan) plan = make_plan ("2026");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tasks = dt_tasks_read_tsv (bad_tables[_i].text, "t.tsv", plan, NULL, &error);

  ck_assert_ptr_null (tasks);
  dt_assert_error (error, DT_TASKS_ERROR, DT_TASKS_ERROR_TABLE);
  ck_assert_msg (g_str_has_prefix (error->message, bad_tables[_i].place), "%s", error->message);
}
END_TEST

static const struct
{
  const char *recipient;
  const char *unit;
  gboolean is_told;
} told[] = {
  { "Công an xã", "Công an xã", TRUE },
  { "Công an xã, Trạm Y tế xã (để thực hiện)", "trạm y tế xã", TRUE },
  { "Các phòng, ban, đơn vị thuộc xã", "Công an xã", TRUE },
  { "Các phòng, ban, đơn vị thuộc UBND xã", "Phòng Kinh tế", TRUE },
  { "Các phòng, ban, đơn vị thuộc xã", "Trưởng các thôn", FALSE },
  { "Ủy ban Mặt trận Tổ quốc Việt Nam xã và các tổ chức chính trị - xã hội", "Hội Nông dân xã", TRUE },
  { "Công an xã Tân Phú", "Công an xã Tân", TRUE },
  { "Công an xãbc", "Công an xã", FALSE },
  { "KT", "Phòng Kinh tế", TRUE },
  { "Lãnh đạo KT", "Phòng Kinh tế", FALSE },
  { "Các trường học trên địa bàn", "Các trường học trên địa bàn xã", TRUE },
  { "Văn phòng HĐND và UBND", "Tổ công tác Đề án 06", FALSE },
};

START_TEST (a_recipient_speaks_for_those_it_names)
{
  g_autoptr (DtProfile) profile = load_profile ();
  g_autoptr (DtPlan) bare = make_plan ("2026");
  g_autoptr (DtPlan) plan = dt_plan_set_text (bare, "r1", told[_i].recipient, NULL);

  ck_assert_int_eq (dt_plan_tells_unit (plan, profile, told[_i].unit), told[_i].is_told);
}
END_TEST

START_TEST (a_group_is_told_when_all_of_it_are)
{
  g_autoptr (DtProfile) profile = load_profile ();
  g_autoptr (DtPlan) bare = make_plan ("2026");
  g_autoptr (DtPlan) plan = add_rows (bare, profile, "Việc\tCác đoàn thể xã\t\tQuý I\tBáo cáo");
  g_autoptr (DtPlan) all = dt_plan_set_text (plan, "r1",
                                             "Đoàn Thanh niên Cộng sản Hồ Chí Minh xã, Hội Liên hiệp Phụ nữ xã, Hội Nông dân xã, Hội Cựu chiến binh xã", NULL);
  g_autoptr (GPtrArray) some = dt_tasks_suggest_recipients (plan, profile);
  g_autoptr (GPtrArray) none = dt_tasks_suggest_recipients (all, profile);

  ck_assert_uint_eq (some->len, 1);
  ck_assert_str_eq (g_ptr_array_index (some, 0), "Các tổ chức chính trị - xã hội");
  ck_assert_uint_eq (none->len, 0);
}
END_TEST

/* Rows of many tasks; each has a word of its own by which it is found again. */
static char *
make_rows (GRand *rand)
{
  static const char *const when[] = { "thường xuyên", "hằng quý", "trước ngày 15/%d/2026", "quý II/2026", "tháng %d", "31/12/2027", "từ ngày 05/%d đến ngày 02/01/2026" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_TASKS; i++)
    {
      guint n_partners = (guint) g_rand_int_range (rand, 0, 5);
      guint lead = (guint) g_rand_int_range (rand, 0, N_UNITS);
      const char *format = when[g_rand_int_range (rand, 0, G_N_ELEMENTS (when))];

      g_string_append_printf (text, "Thực hiện việc thứ x%uy\tĐơn vị số z%uz\t", i, lead);
      for (guint k = 0; k < n_partners; k++)
        g_string_append_printf (text, "%sĐơn vị số z%uz", k > 0 ? "; " : "", (lead + 1 + k * 7) % N_UNITS);
      g_string_append_c (text, '\t');
      if (strstr (format, "%d") != NULL)
        {
          g_auto (GStrv) parts = g_strsplit (format, "%d", 2);

          g_string_append_printf (text, "%s%d%s", parts[0], g_rand_int_range (rand, 3, 13), parts[1]);
        }
      else
        {
          g_string_append (text, format);
        }
      g_string_append (text, "\tBáo cáo\n");
    }

  return g_string_free (text, FALSE);
}

static guint
count (const char *text,
       const char *wanted)
{
  guint n = 0;

  for (const char *p = strstr (text, wanted); p != NULL; p = strstr (p + 1, wanted))
    n++;

  return n;
}

/* Paragraphs below each heading as "# heading\ntext\n…", and the cells of tables as "| text\n". */
static char *
print_blocks (DtPlan *plan)
{
  g_autoptr (DtComposition) composition = dt_test_compose_plan (plan);
  GString *text = g_string_new (NULL);
  guint n_blocks;
  DtBlock *const *blocks = dt_composition_get_blocks (composition, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    {
      const DtBlock *block = blocks[i];

      if (block->kind == DT_BLOCK_PARAGRAPH)
        g_string_append_printf (text, "%s%s\n", block->role == DT_ROLE_HEADING_2 ? "# " : "", block->text);
      for (guint c = 0; block->kind == DT_BLOCK_TABLE && c < block->n_rows * block->n_columns; c++)
        for (guint b = 0; b < block->cells[c]->len; b++)
          g_string_append_printf (text, "| %s\n", ((const DtBlock *) g_ptr_array_index (block->cells[c], b))->text);
    }

  return g_string_free (text, FALSE);
}

/* The paragraphs of one unit. */
static char *
find_paragraphs (const char *printed,
                 const char *unit)
{
  g_auto (GStrv) parts = g_strsplit (printed, "# ", -1);
  g_autofree char *wanted = g_strconcat (". ", unit, "\n", NULL);

  for (guint i = 1; parts[i] != NULL; i++)
    {
      char *end = strstr (parts[i], "\n| ");

      if (end != NULL)
        *end = '\0';
      if (strstr (parts[i], wanted) != NULL)
        return g_strdup (parts[i]);
    }

  return g_strdup ("");
}

static void
check_task (const DtNode *task,
            const char *printed)
{
  const char *work = dt_node_get_child_text (task, DT_NODE_WORK);
  g_autofree char *cell = g_strdup_printf ("\n| %s\n", work);
  g_autofree char *told_work = g_strdup_printf (": thực hiện%s; thời hạn: %s; sản phẩm: báo cáo.", work + strlen ("Thực hiện"),
                                                dt_node_get_child_text (task, DT_NODE_DEADLINE));

  ck_assert_msg (count (printed, cell) == 1, "%s", work);
  ck_assert_msg (count (printed, told_work) == 1, "%s", told_work);
  for (guint i = 0; i < dt_node_get_n_children (task); i++)
    {
      const DtNode *child = dt_node_get_child (task, i);
      g_autofree char *paragraphs = NULL;
      const char *unique = strrchr (work, ' ');

      if (dt_node_get_kind (child) != DT_NODE_LEAD && dt_node_get_kind (child) != DT_NODE_PARTNER)
        continue;
      paragraphs = find_paragraphs (printed, dt_node_get_text (child));
      ck_assert_msg (count (paragraphs, unique) == 1, "%s in “%s”", work, paragraphs);
      ck_assert_int_eq (count (paragraphs, told_work), dt_node_get_kind (child) == DT_NODE_LEAD);
    }
}

/* A deadline outside of the period is reported, one inside is not. */
static void
check_reports (DtPlan *plan)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  DtNode *tasks = dt_node_find_child (dt_plan_get_root (plan), DT_NODE_TASKS);
  DtPeriod period;
  guint n_reported = 0;
  guint n_wrong = 0;

  ck_assert (dt_period_parse ("2026", &period));
  dt_tasks_check (plan, NULL, diagnostics);
  for (guint i = 0; i < diagnostics->len; i++)
    n_reported += g_str_has_prefix (dt_diagnostic_get_code (g_ptr_array_index (diagnostics, i)), "task-deadline-");
  for (guint i = 0; i < dt_node_get_n_children (tasks); i++)
    {
      DtDeadline deadline = dt_deadline_parse (dt_node_get_child_text (dt_node_get_child (tasks, i), DT_NODE_DEADLINE), period);

      n_wrong += deadline.kind == DT_DEADLINE_IMPOSSIBLE || dt_deadline_is_backwards (deadline) || !dt_deadline_is_within (deadline, period);
    }
  ck_assert_uint_gt (n_wrong, 0);
  ck_assert_uint_eq (n_reported, n_wrong);
}

START_TEST (annex_paragraphs_and_recipients_agree)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11 + (guint32) _i);
  g_autofree char *text = make_rows (rand);
  g_autoptr (DtPlan) bare = make_plan ("2026");
  g_autoptr (DtPlan) untold = add_rows (bare, NULL, text);
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = dt_tasks_add_recipients (untold, NULL, &error);
  g_autoptr (DtTaskUnits) units = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autofree char *printed = NULL;
  DtNode *tasks;

  dt_assert_no_error (error);
  printed = print_blocks (plan);
  tasks = dt_node_find_child (dt_plan_get_root (plan), DT_NODE_TASKS);
  units = dt_task_units_new (tasks, NULL);
  left = dt_tasks_suggest_recipients (plan, NULL);
  ck_assert_uint_eq (left->len, 0);
  ck_assert_uint_eq (dt_node_get_n_children (tasks), N_TASKS);
  ck_assert_uint_eq (count (printed, "# "), dt_task_units_get_n (units));
  for (guint i = 0; i < N_TASKS; i++)
    check_task (dt_node_get_child (tasks, i), printed);
  /* One recipient for each unit, beside the one that was there. */
  ck_assert_uint_eq (dt_node_get_n_children (dt_node_find_child (dt_plan_get_root (plan), DT_NODE_RECIPIENTS)),
                     dt_task_units_get_n (units) + 2);
  check_reports (plan);
}
END_TEST

/* Text of one's own, nothing but it, and nothing at all; and each way back. */
START_TEST (a_unit_can_be_edited_and_switched_off_and_stays_linked)
{
  g_autoptr (DtProfile) profile = load_profile ();
  g_autoptr (DtPlan) bare = make_plan ("2026");
  g_autoptr (DtPlan) live = add_rows (bare, profile, "Việc A\tCA\tKT\tQuý I\tBáo cáo\nViệc B\tKT\t\tQuý I\tBáo cáo");
  g_autoptr (DtNode) title = dt_node_new_text (DT_NODE_TITLE, "Lực lượng Công an");
  g_autoptr (DtNode) body = dt_node_new_text (DT_NODE_BODY, "Lời riêng.");
  DtNode *parts[] = { title, body };
  static const DtAttributeValue own = { DT_ATTR_FOR, "Công an xã" };
  g_autoptr (DtNode) section = dt_node_new_full (DT_NODE_SECTION, 0, NULL, &own, 1, parts, 2);
  g_autoptr (DtPlan) edited = dt_plan_insert (live, "s1", -1, section, NULL);
  static const struct
  {
    const char *source;
    guint n_headings;
    guint n_own;
    guint n_told;
  } ways[] = { { "", 2, 1, 1 }, { "body", 2, 1, 0 }, { "none", 1, 0, 0 }, { "tasks", 2, 1, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (DtPlan) plan = dt_plan_set_attribute (edited, "s2", DT_ATTR_SOURCE, ways[i].source, NULL);
      g_autofree char *printed = print_blocks (plan);
      g_autoptr (DtPlan) moved = dt_plan_set_text (plan, "t2/work", "Việc khác", NULL);
      g_autofree char *moved_printed = print_blocks (moved);

      ck_assert_uint_eq (count (printed, "# "), ways[i].n_headings);
      ck_assert_uint_eq (count (printed, "Lời riêng."), ways[i].n_own);
      ck_assert_uint_eq (count (printed, "Chủ trì, phối hợp với Phòng Kinh tế: việc A"), ways[i].n_told);
      ck_assert_uint_eq (count (printed, "\n| Việc A\n"), 1);
      ck_assert_uint_eq (count (moved_printed, "Chủ trì: việc khác"), 1);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("tasks");
  TCase *tcase = tcase_create ("tasks");

  tcase_set_timeout (tcase, 60);
  tcase_add_loop_test (tcase, a_deadline_is_read_as_people_write_it, 0, G_N_ELEMENTS (deadlines));
  tcase_add_loop_test (tcase, what_is_wrong_in_a_task_is_found, 0, G_N_ELEMENTS (rows));
  tcase_add_test (tcase, a_spreadsheet_is_read_with_or_without_a_header);
  tcase_add_loop_test (tcase, a_bad_table_is_refused_at_its_cell, 0, G_N_ELEMENTS (bad_tables));
  tcase_add_loop_test (tcase, a_recipient_speaks_for_those_it_names, 0, G_N_ELEMENTS (told));
  tcase_add_test (tcase, a_group_is_told_when_all_of_it_are);
  tcase_add_loop_test (tcase, annex_paragraphs_and_recipients_agree, 0, 5);
  tcase_add_test (tcase, a_unit_can_be_edited_and_switched_off_and_stays_linked);
  suite_add_tcase (suite, tcase);

  return dt_test_main (suite);
}
