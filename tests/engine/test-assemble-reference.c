/* test-assemble-reference.c - plans of the same structure as real ones, made from templates
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "catalog/dt-pack.h"
#include "compose/dt-composition.h"
#include "template/dt-assemble.h"
#include "template/dt-tasks.h"
#include "text/dt-text.h"

#include "dt-test-import.h"

#include <stdio.h>

/*
 * The real plans belong to their authors and are no part of the project. They
 * are looked for in $DUTHAO_SHARED, else in ../shared beside the sources; where
 * they are not, the whole program is skipped and says so. No word of them
 * stands here: the text of the plans made is our own.
 */

/* A body that the drafter writes: which section, and a letter for each paragraph: T text, a point, - dash, + plus. */
typedef struct
{
  const char *section; /* "2.1" is the first below the second; of a decision those of Điều 1 */
  const char *kinds;
} Body;

typedef struct
{
  const char *file;
  const char *template_id; /* of the built-in pack, else NULL */
  const char *template;    /* a template of the test */
  const char *units;
  const char *recipients;
  const char *settings[16];
  Body bodies[16];
  const char *rows; /* tasks */
} Case;

#define PLAN_OPEN "<plan-template xmlns=\"" DT_TEMPLATE_NAMESPACE "\" format=\"1\" id=\"t\" version=\"1\" kind=\"ke-hoach\"><name>T</name><summary>T</summary>" \
                  "<field key=\"ky\" type=\"period\" label=\"K\"><example>2027</example></field>"                                                               \
                  "<field key=\"linh-vuc\" type=\"text\" label=\"L\"><example>a</example></field>"                                                              \
                  "<subject>Tuyên truyền {{linh-vuc}} {{ky}}</subject>"                                                                                      \
                  "<opening><line>Thực hiện văn bản của cấp trên, {{co-quan.ten}} ban hành Kế hoạch:</line></opening>"                         \
                  "<section><title>Mục đích, yêu cầu</title><use template=\"builtin.muc-dich\"/><use template=\"builtin.yeu-cau\"/></section>"
#define USE(name) "<use template=\"builtin." name "\"/>"

static const Case cases[] = {
  { "kinh-mon.txt",
    NULL,
    PLAN_OPEN "<section><title>Nội dung thực hiện</title>" USE ("tuyen-truyen-cai-cach") USE ("hinh-thuc-tuyen-truyen") "</section>" USE ("kinh-phi") USE ("thoi-gian") "<section><title>Tổ chức thực hiện</title>" USE ("to-chuc-thuong-truc") USE ("to-chuc-van-phong") USE ("to-chuc-hanh-chinh") USE ("to-chuc-su-nghiep") USE ("to-chuc-cac-don-vi") USE ("to-chuc-mat-tran") USE ("to-chuc-thon") "</section><closing>" USE ("loi-ket") "</closing></plan-template>",
    "<unit id=\"vhxh\" kind=\"van-xa\" abbreviation=\"VHXH\">Phòng Văn hóa - Xã hội</unit>"
    "<unit id=\"vp\" kind=\"van-phong\">Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường</unit>"
    "<unit id=\"hc\" kind=\"hanh-chinh\">Trung tâm Phục vụ hành chính công</unit>"
    "<unit id=\"sn\" kind=\"su-nghiep\">Trung tâm Văn hóa, Thể thao và Truyền thông</unit>"
    "<unit id=\"mt\" kind=\"mat-tran\">Ủy ban Mặt trận Tổ quốc Việt Nam phường</unit>"
    "<unit id=\"tdp\" kind=\"thon\">Các tổ dân phố trên địa bàn phường</unit>",
    "<recipient>Sở quản lý ngành</recipient>",
    { "ky=2027-H2", "linh-vuc=cải cách hành chính", "thuong-truc=vhxh", "cung-mat-tran=thanh-vien", "hinh-thuc=tong-hop", "nguon-kinh-phi=ngan-sach" },
    { { "1.1", "TTTT" }, { "1.2", "TTTTT" }, { "2.1", "T-++--" }, { "2.2", "TT" }, { "5.1", "TTTT" }, { "5.2", "TT" }, { "5.3", "TT" }, { "5.4", "TTTT" }, { "5.6", "TT" }, { "5.7", "T" } },
    NULL },
  { "bach-mai.txt",
    NULL,
    PLAN_OPEN "<section><title>Nội dung, hình thức tuyên truyền</title>" USE ("tuyen-truyen-cai-cach") USE ("hinh-thuc-tuyen-truyen") "</section>" USE ("kinh-phi") "<section><title>Tổ chức thực hiện</title>" USE ("to-chuc-thuong-truc") USE ("to-chuc-van-phong") USE ("to-chuc-kinh-te") USE ("to-chuc-mat-tran") "</section><closing>" USE ("loi-ket") "</closing><recipient>UBND thành phố</recipient><recipient>Sở Nội vụ</recipient>" USE ("phu-luc-nhiem-vu") "</plan-template>",
    "<unit id=\"vhxh\" kind=\"van-xa\" abbreviation=\"VHXH\">Phòng Văn hóa - Xã hội</unit>"
    "<unit id=\"vp\" kind=\"van-phong\">Văn phòng HĐND và UBND</unit>"
    "<unit id=\"kt\" kind=\"kinh-te\">Phòng Kinh tế, Hạ tầng và Đô thị</unit>"
    "<unit id=\"mt\" kind=\"mat-tran\">Ủy ban Mặt trận Tổ quốc Việt Nam phường</unit>"
    "<unit id=\"n\" kind=\"nhom\" also=\"Các phòng, ban chuyên môn\" members=\"vhxh vp kt\">Các phòng, ban thuộc phường</unit>",
    "<recipient>Chủ tịch UBND phường</recipient><recipient>Phó Chủ tịch phụ trách</recipient>"
    "<recipient>Ủy ban Mặt trận Tổ quốc Việt Nam phường</recipient><recipient>Các phòng, ban thuộc phường</recipient>",
    { "ky=2027", "linh-vuc=cải cách hành chính", "thuong-truc=vhxh", "cung-mat-tran=rieng", "nguon-kinh-phi=ngan-sach" },
    { { "1.1", "aaaa" }, { "1.2", "aaa" }, { "2.1", "TaaaTa" }, { "2.2", "aaa" }, { "4.1", "----" }, { "4.2", "---" }, { "4.3", "---" }, { "4.4", "T" } },
    "Soạn kế hoạch\tvhxh\tvp\tQuý I\nĐăng kết quả\tn\tvhxh\tTrong năm 2027\nGửi tin, bài\tn\tvhxh\tHằng tháng\n"
    "Phát tin, bài\tvhxh\tn\tHằng quý\nBáo cáo\tvhxh\tn\tTheo quy định\nDự tập huấn\tvhxh\tn\tTheo lịch\n"
    "Tổ chức cuộc thi\tvhxh\tn\tTheo chỉ đạo\nTọa đàm\tvp\tvhxh; n\tTrong năm\nChọn tin, bài\tvhxh\tn\tTrong năm" },
  { "song-tri.txt",
    "builtin.quyet-dinh-tuyen-truyen-cai-cach-hanh-chinh",
    NULL,
    "<unit id=\"vhxh\" kind=\"van-xa\">Phòng Văn hóa - Xã hội</unit>"
    "<unit id=\"kt\" kind=\"kinh-te\">Phòng Kinh tế, Hạ tầng và Đô thị</unit>"
    "<unit id=\"vp\" kind=\"van-phong\">Văn phòng HĐND và UBND</unit>"
    "<unit id=\"hc\" kind=\"hanh-chinh\">Trung tâm Phục vụ Hành chính công</unit>"
    "<unit id=\"mt\" kind=\"mat-tran\">Ủy ban Mặt trận Tổ quốc Việt Nam phường</unit>"
    "<unit id=\"tdp\" kind=\"thon\">Các tổ dân phố</unit>"
    "<unit id=\"n\" kind=\"nhom\" members=\"vhxh kt vp hc\">Các phòng, đơn vị thuộc UBND phường</unit>",
    "<recipient>Sở quản lý ngành</recipient><recipient>Thường trực Đảng ủy, HĐND phường</recipient><recipient>Chủ tịch, các Phó Chủ tịch</recipient>"
    "<recipient>Ban Xây dựng Đảng</recipient><recipient>Mặt trận và các đoàn thể</recipient>"
    "<recipient>Các phòng, đơn vị thuộc UBND phường</recipient><recipient>Các tổ dân phố</recipient>",
    { "ky=2027", "thuong-truc=vhxh", "can-cu-khac=Quyết định một", "can-cu-khac=Quyết định hai", "can-cu-khac=Quyết định ba", "van-ban-cap-tren=Quyết định bốn",
      "cung-mat-tran=rieng", "cung-don-vi=thon", "nguon-kinh-phi=long-ghep", "muc-tieu=Mục tiêu một", "muc-tieu=Mục tiêu hai" },
    { { "2.1", "aaaa---aaa" }, { "2.2", "aaaa" }, { "4.3", "T" }, { "4.5", "T" }, { "4.6", "--" } },
    NULL },
};

static char *
get_path (const char *file)
{
  const char *shared = g_getenv ("DUTHAO_SHARED");
  const char *tests = g_getenv ("G_TEST_SRCDIR");
  g_autofree char *beside = g_build_filename (tests != NULL ? tests : "tests", "..", "..", "shared", NULL);

  return g_build_filename (shared != NULL && *shared != '\0' ? shared : beside, "reference-plans", file, NULL);
}

static DtComposition *
compose (DtPlan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtSheet) sheet = dt_sheet_load_default (&error);
  g_autoptr (DtKinds) kinds = sheet != NULL ? dt_kinds_load_default (&error) : NULL;
  DtComposer composer = { .sheet = sheet, .kinds = kinds };

  dt_assert_no_error (error);
  return dt_compose (&composer, plan, NULL);
}

static gboolean
is_heading (DtRole role)
{
  return role == DT_ROLE_HEADING_1 || role == DT_ROLE_HEADING_2 || role == DT_ROLE_ARTICLE;
}

/* Adds roles, paragraphs of the same kind next to each other but once; headings and articles with their number. */
static void
add_roles (GString *outline,
           GPtrArray *titles,
           const DtBlock *block)
{
  g_autofree char *line = NULL;
  gsize number = block->text != NULL ? strcspn (block->text, ".") : 0;

  if (block->kind == DT_BLOCK_COLUMNS)
    {
      /* How many lines there are in each cell: agency and titles, number and date, recipients and signature. */
      for (guint i = 0; i < block->n_rows * block->n_columns; i++)
        g_string_append_printf (outline, "(%s %u)\n", dt_role_get_name (block->role), block->cells[i]->len);
      return;
    }
  if (block->kind != DT_BLOCK_PARAGRAPH)
    return;

  if (is_heading (block->role))
    line = g_strdup_printf ("%s %.*s\n", dt_role_get_name (block->role), (int) number, block->text);
  else
    line = g_strdup_printf ("%s\n", dt_role_get_name (block->role));
  if (block->role == DT_ROLE_HEADING_1 || block->role == DT_ROLE_HEADING_2)
    g_ptr_array_add (titles, g_strdup (block->text + number));
  if (is_heading (block->role) || block->role == DT_ROLE_BASIS || !g_str_has_suffix (outline->str, line) ||
      (outline->len > strlen (line) && outline->str[outline->len - strlen (line) - 1] != '\n'))
    g_string_append (outline, line);
}

/* The roles of the document before its annexes. */
static char *
make_outline (DtPlan *plan,
              GPtrArray *titles)
{
  g_autoptr (DtComposition) composition = compose (plan);
  GString *outline = g_string_new ("\n");
  guint n_blocks;
  DtBlock *const *blocks = dt_composition_get_blocks (composition, &n_blocks);

  for (guint i = 0; i < n_blocks && !(blocks[i]->kind == DT_BLOCK_PART && blocks[i]->part == DT_PART_ANNEX); i++)
    add_roles (outline, titles, blocks[i]);

  return g_string_free (outline, FALSE);
}

/* Nothing but letters, without marks. */
static char *
get_letters (const char *title)
{
  g_autofree char *folded = dt_text_fold (title);
  GString *letters = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++)
    if (g_ascii_isalpha (*p))
      g_string_append_c (letters, *p);

  return g_string_free (letters, FALSE);
}

static gboolean
is_within (const char *part,
           const char *whole)
{
  for (; *whole != '\0' && *part != '\0'; whole++)
    part += *part == *whole;

  return *part == '\0';
}

/* One title has all the letters of the other in their order: words are ours, and the source may have lost some. */
static void
check_titles (const GPtrArray *own,
              const GPtrArray *wanted)
{
  ck_assert_uint_eq (own->len, wanted->len);
  for (guint i = 0; i < own->len; i++)
    {
      g_autofree char *a = get_letters (g_ptr_array_index (own, i));
      g_autofree char *b = get_letters (g_ptr_array_index (wanted, i));

      ck_assert_msg (is_within (a, b) || is_within (b, a), "“%s”, not “%s”", a, b);
    }
}

static DtProfile *
make_profile (const Case *row)
{
  g_autofree char *text = g_strdup_printf (
    "<profile xmlns=\"" DT_PROFILE_NAMESPACE "\" version=\"1\" id=\"a\" level=\"phuong\">"
    "<office name=\"Ủy ban nhân dân phường An Hải\" short=\"UBND phường\" area=\"phường An Hải\" place=\"An Hải\" hamlet=\"tổ dân phố\">"
    "<line>ỦY BAN NHÂN DÂN</line><line>PHƯỜNG AN HẢI</line></office>"
    "<symbol kind=\"ke-hoach\">KH-UBND</symbol><symbol kind=\"quyet-dinh-truc-tiep\">QĐ-UBND</symbol>%s"
    "<leader id=\"ct\" rank=\"head\" title=\"Chủ tịch\">Lê A</leader><leader id=\"pct\" rank=\"deputy\" title=\"Phó Chủ tịch\">Lê B</leader>"
    "%s<archive>VT</archive></profile>",
    row->units, row->recipients);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  DtProfile *profile = dt_profile_read (bytes, "p.xml", &error);

  dt_assert_no_error (error);
  return profile;
}

static DtLibrary *
load_library (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "packs", "builtin", NULL);
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_pack_unref);
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (packs, dt_pack_load (path, &error));
  dt_assert_no_error (error);
  return dt_library_new (packs, diagnostics);
}

/* The section at "2.1". */
static const DtNode *
find_section (const DtPlan *plan,
              const char *path)
{
  const DtNode *node = dt_node_find_child (dt_plan_get_root (plan), DT_NODE_SECTIONS);
  g_auto (GStrv) steps = g_strsplit (path, ".", -1);

  if (node == NULL)
    node = dt_node_get_child (dt_node_find_child (dt_plan_get_root (plan), DT_NODE_ARTICLES), 0);
  for (guint i = 0; steps[i] != NULL; i++)
    {
      guint index = (guint) atoi (steps[i]);
      const DtNode *found = NULL;

      for (guint k = 0; k < dt_node_get_n_children (node) && index > 0; k++)
        if (dt_node_get_kind (dt_node_get_child (node, k)) == DT_NODE_SECTION && --index == 0)
          found = dt_node_get_child (node, k);
      ck_assert_msg (found != NULL, "no section %s", path);
      node = found;
    }

  return node;
}

static char *
make_body (const char *kinds)
{
  GString *body = g_string_new (NULL);
  guint n_points = 0;

  for (; *kinds != '\0'; kinds++)
    {
      if (body->len > 0)
        g_string_append_c (body, '\n');
      if (*kinds == 'a')
        g_string_append_printf (body, "%s) Việc cần làm;", dt_text_point_letter (n_points++));
      else
        g_string_append_printf (body, "%sLời của người soạn.", *kinds == '-' ? "- " : *kinds == '+' ? "+ "
                                                                                                    : "");
    }

  return g_string_free (body, FALSE);
}

static DtPlan *
write_bodies (const Case *row,
              DtPlan *plan)
{
  g_autoptr (DtPlan) result = plan;

  for (guint i = 0; row->bodies[i].section != NULL; i++)
    {
      const char *id = dt_node_get_id (find_section (result, row->bodies[i].section));
      g_autofree char *reference = g_strconcat (id, "/body", NULL);
      g_autofree char *body = make_body (row->bodies[i].kinds);
      g_autoptr (GError) error = NULL;
      DtPlan *next = dt_plan_set_text (result, reference, body, &error);

      dt_assert_no_error (error);
      dt_plan_unref (result);
      result = next;
    }

  return g_steal_pointer (&result);
}

static DtPlan *
assemble (const Case *row,
          const DtProfile *profile)
{
  g_autoptr (DtLibrary) library = load_library ();
  g_autoptr (GHashTable) values = dt_values_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = row->template != NULL ? g_bytes_new_static (row->template, strlen (row->template)) : NULL;
  g_autoptr (DtTemplate) own = bytes != NULL ? dt_template_read (bytes, "t.xml", &error) : NULL;
  DtAssembler assembler = { own != NULL ? own : dt_library_find (library, row->template_id != NULL ? row->template_id : ""), library, profile, values };
  DtPlan *plan;

  dt_assert_no_error (error);
  for (guint i = 0; row->settings[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (row->settings[i], "=", 2);

      dt_values_add (values, pair[0], pair[1]);
    }
  dt_values_add (values, DT_VALUE_SIGNER, "pct");
  plan = dt_assemble (&assembler, &error);
  dt_assert_no_error (error);

  return plan;
}

/* The tasks of the test in place of those of the templates, and the sections as the drafter left them. */
static DtPlan *
finish (const Case *row,
        const DtProfile *profile,
        DtPlan *assembled)
{
  g_autoptr (DtPlan) plan = write_bodies (row, assembled);
  g_autoptr (DtPlan) still = NULL;
  g_autoptr (DtPlan) bare = NULL;
  g_autoptr (GPtrArray) tasks = NULL;
  g_autoptr (GError) error = NULL;

  if (row->rows == NULL)
    {
      const char *id = dt_node_get_id (find_section (plan, strcmp (row->file, "kinh-mon.txt") == 0 ? "5" : "4"));

      still = dt_plan_set_attribute (plan, id, DT_ATTR_SOURCE, "body", &error);
      dt_assert_no_error (error);
      return g_steal_pointer (&still);
    }

  bare = dt_plan_remove (plan, "tasks", &error);
  dt_assert_no_error (error);
  tasks = dt_tasks_read_tsv (row->rows, "t.tsv", bare, profile, &error);
  dt_assert_no_error (error);
  still = dt_tasks_add (bare, tasks, &error);
  dt_assert_no_error (error);

  return dt_tasks_add_recipients (still, profile, &error);
}

static guint
count_children (const DtNode *node,
                DtNodeKind kind)
{
  guint n = 0;

  for (guint i = 0; node != NULL && i < dt_node_get_n_children (node); i++)
    n += dt_node_get_kind (dt_node_get_child (node, i)) == kind;

  return n;
}

static void
check_close (DtPlan *own,
             DtPlan *wanted)
{
  DtNode *roots[] = { dt_plan_get_root (own), dt_plan_get_root (wanted) };
  DtNode *recipients[2];
  DtNode *signatures[2];

  for (guint i = 0; i < 2; i++)
    {
      recipients[i] = dt_node_find_child (roots[i], DT_NODE_RECIPIENTS);
      signatures[i] = dt_node_find_child (roots[i], DT_NODE_SIGNATURE);
    }
  ck_assert_uint_eq (count_children (recipients[0], DT_NODE_RECIPIENT), count_children (recipients[1], DT_NODE_RECIPIENT));
  ck_assert_str_eq (dt_node_get_child_text (recipients[0], DT_NODE_ARCHIVE), dt_node_get_child_text (recipients[1], DT_NODE_ARCHIVE));
  ck_assert_uint_eq (dt_node_get_n_children (signatures[0]), dt_node_get_n_children (signatures[1]));
  for (guint i = 0; i < dt_node_get_n_children (signatures[0]); i++)
    {
      DtNode *a = dt_node_get_child (signatures[0], i);
      DtNode *b = dt_node_get_child (signatures[1], i);

      ck_assert_int_eq (dt_node_get_kind (a), dt_node_get_kind (b));
      if (dt_node_get_kind (a) == DT_NODE_CAPACITY)
        ck_assert_int_eq (g_strcmp0 (dt_node_get_attribute (a, DT_ATTR_FORM), dt_node_get_attribute (b, DT_ATTR_FORM)), 0);
    }
  ck_assert_str_eq (dt_node_get_attribute (dt_node_find_child (roots[0], DT_NODE_HEAD), DT_ATTR_SYMBOL),
                    dt_node_get_attribute (dt_node_find_child (roots[1], DT_NODE_HEAD), DT_ATTR_SYMBOL));
  ck_assert_str_eq (dt_node_get_attribute (roots[0], DT_ATTR_KIND), dt_node_get_attribute (roots[1], DT_ATTR_KIND));
  ck_assert_uint_eq (count_children (roots[0], DT_NODE_ANNEX), count_children (roots[1], DT_NODE_ANNEX));
}

START_TEST (a_plan_of_the_same_structure_is_assembled)
{
  const Case *row = &cases[_i];
  g_autofree char *path = get_path (row->file);
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (DtProfile) profile = make_profile (row);
  g_autoptr (DtPlan) own = finish (row, profile, assemble (row, profile));
  g_autoptr (DtPlan) wanted = NULL;
  g_autoptr (GPtrArray) own_titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *own_outline = NULL;
  g_autofree char *outline = NULL;

  ck_assert (g_file_get_contents (path, &text, NULL, NULL));
  wanted = dt_test_import (text, row->file, diagnostics);
  own_outline = make_outline (own, own_titles);
  outline = make_outline (wanted, titles);
  ck_assert_str_eq (own_outline, outline);
  check_titles (own_titles, titles);
  check_close (own, wanted);
  if (row->rows != NULL)
    ck_assert_uint_eq (dt_node_get_n_children (dt_node_find_child (dt_plan_get_root (own), DT_NODE_TASKS)), 9);
}
END_TEST

int
main (void)
{
  Suite *suite;
  TCase *tcase;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = get_path (cases[i].file);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        {
          printf ("1..0 # SKIP %s is not there; DUTHAO_SHARED names the folder above reference-plans\n", path);
          return EXIT_SUCCESS;
        }
    }

  suite = suite_create ("assemble-reference");
  tcase = tcase_create ("reference");
  tcase_add_loop_test (tcase, a_plan_of_the_same_structure_is_assembled, 0, G_N_ELEMENTS (cases));
  suite_add_tcase (suite, tcase);

  return dt_test_main (suite);
}
