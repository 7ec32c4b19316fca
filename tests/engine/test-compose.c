/* test-compose.c - plans composed, against goldens and from scratch
 *
 * A case is a pair in tests/golden/compose: NAME.duthao and NAME.blocks. With
 * DT_UPDATE_GOLDEN=1 the second is written anew.
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dt-test.h"

#include "base/dt-diagnostic.h"
#include "compose/dt-composition.h"
#include "compose/dt-numbering.h"
#include "format/dt-plan-file.h"

#include <string.h>

#define GOLDENS "golden/compose"

static DtComposer composer;
static GPtrArray *cases; /* (element-type utf8): names without suffix */

static const char *const kind_names[] = { "text", "rule", "space", "columns", "table", "part" };

static char *
case_path (const char *name,
           const char *suffix)
{
  g_autofree char *file = g_strconcat (name, suffix, NULL);

  return g_build_filename (g_getenv ("G_TEST_SRCDIR"), GOLDENS, file, NULL);
}

static const DtRelation replaces_old = { DT_RELATION_REPLACES, "old", { 2025, 7, 1 } };

/* 76/NQ-CP stands for two documents: a number is no key. */
static const DtDocumentFields documents[] = {
  { .number = "72/2025/QH15", .type = "Luật", .issuer = "Quốc hội", .date = { 2025, 6, 16 }, .subject = "Tổ chức chính quyền địa phương" },
  { .number = "30/2020/NĐ-CP", .type = "Nghị định", .issuer = "Chính phủ", .date = { 2020, 3, 5 }, .subject = "về công tác văn thư" },
  { .number = "76/NQ-CP", .type = "Nghị quyết", .issuer = "Chính phủ", .date = { 2021, 7, 15 }, .subject = "ban hành Chương trình tổng thể" },
  { .number = "76/NQ-CP", .type = "Nghị quyết", .issuer = "Chính phủ", .date = { 2018, 6, 18 }, .subject = "về công tác phòng, chống thiên tai" },
  { .number = "57-NQ/TW", .type = "Nghị quyết", .issuer = "Bộ Chính trị", .date = { 2024, 12, 22 }, .subject = "về đột phá phát triển" },
  { .id = "old", .number = "99/2016/NĐ-CP", .type = "Nghị định", .issuer = "Chính phủ", .date = { 2016, 7, 1 }, .subject = "về con dấu" },
  { .number = "98/2025/NĐ-CP", .type = "Nghị định", .issuer = "Chính phủ", .date = { 2025, 5, 1 }, .effective = { 2025, 7, 1 }, .subject = "về con dấu", .relations = &replaces_old, .n_relations = 1 },
  { .number = "892/QĐ-BNV", .type = "Quyết định", .issuer = "Bộ trưởng Bộ Nội vụ", .date = { 2024, 12, 5 }, .subject = "phê duyệt Đề án" },
  { .number = "49/QĐ-BNV", .type = "Quyết định", .issuer = "Bộ trưởng Bộ Nội vụ", .date = { 2025, 3, 1 }, .subject = "ban hành Kế hoạch" },
};

static DtCatalog *
make_catalog (void)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_document_unref);

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (list, dt_document_new (&documents[i], &error));
      dt_assert_no_error (error);
    }

  return dt_catalog_new ((DtDocument *const *) list->pdata, list->len);
}

static void
load_composer (void)
{
  g_autoptr (GError) error = NULL;

  composer.sheet = dt_sheet_load_default (&error);
  dt_assert_no_error (error);
  composer.kinds = dt_kinds_load_default (&error);
  dt_assert_no_error (error);
  composer.catalog = make_catalog ();
  composer.today = dt_date_make (2026, 11, 22);
}

static void
clear_composer (void)
{
  g_clear_pointer (&composer.sheet, dt_sheet_unref);
  g_clear_pointer (&composer.kinds, dt_kinds_unref);
  g_clear_pointer (&composer.catalog, dt_catalog_unref);
}

static DtPlan *
load_plan (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = case_path (name, ".duthao");
  DtPlan *plan = dt_plan_load (path, NULL, &error);

  dt_assert_no_error (error);
  return plan;
}

static void dump_block (GString *dump,
                        const DtBlock *block,
                        guint indent);

static void
dump_runs (GString *dump,
           const DtBlock *block)
{
  static const char *const run_names[] = { "", "label", "citation", "field", "blank" };
  const DtStyle *style = dt_sheet_get_style (composer.sheet, block->role);

  for (guint i = 0; i < block->n_runs; i++)
    {
      const DtRun *run = &block->runs[i];
      gboolean plain = run->kind == DT_RUN_TEXT && run->bold == style->bold && run->italic == style->italic;

      if (plain)
        g_string_append_len (dump, block->text + run->start, run->end - run->start);
      else
        g_string_append_printf (dump, "<%s%s%s>%.*s</>", run_names[run->kind], run->bold != style->bold ? " bold" : "",
                                run->italic != style->italic ? " italic" : "", (int) (run->end - run->start),
                                block->text + run->start);
    }
}

static void
dump_cells (GString *dump,
            const DtBlock *block,
            guint indent)
{
  for (guint i = 0; i < block->n_rows * block->n_columns; i++)
    {
      g_string_append_printf (dump, "%*s(%u,%u)%s\n", (int) indent, "", i / block->n_columns, i % block->n_columns,
                              i / block->n_columns < block->n_header_rows ? " header" : "");
      for (guint b = 0; b < block->cells[i]->len; b++)
        dump_block (dump, g_ptr_array_index (block->cells[i], b), indent + 2);
    }
}

static void
dump_block (GString *dump,
            const DtBlock *block,
            guint indent)
{
  g_string_append_printf (dump, "%*s%s %s [%s", (int) indent, "", kind_names[block->kind], dt_role_get_name (block->role),
                          block->node != NULL ? block->node : "");
  if (block->line > 0)
    g_string_append_printf (dump, ":%u", block->line);
  g_string_append (dump, "]");
  if (block->keep_next)
    g_string_append (dump, " keep");
  if (block->landscape)
    g_string_append (dump, " landscape");
  if (block->kind == DT_BLOCK_PART)
    g_string_append_printf (dump, " %s", block->part_title);
  if (block->kind == DT_BLOCK_PARAGRAPH)
    {
      g_string_append (dump, " ");
      dump_runs (dump, block);
    }
  g_string_append (dump, "\n");
  if (block->cells != NULL)
    dump_cells (dump, block, indent + 2);
}

static char *
dump_composition (DtComposition *composition)
{
  g_autoptr (GString) dump = g_string_new (NULL);
  GPtrArray *diagnostics = dt_composition_get_diagnostics (composition);
  const DtDocumentInfo *info = dt_composition_get_info (composition);
  guint n_blocks;
  DtBlock *const *blocks = dt_composition_get_blocks (composition, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    dump_block (dump, blocks[i], 0);
  for (guint i = 0; i < diagnostics->len; i++)
    {
      g_autofree char *text = dt_diagnostic_to_string (g_ptr_array_index (diagnostics, i), NULL);

      g_string_append_printf (dump, "! %s\n", text);
    }
  g_string_append_printf (dump, "= %s | %s | %s | %s\n", info->title, info->author, info->keywords, info->date);

  return g_string_free (g_steal_pointer (&dump), FALSE);
}

/* Says where two texts part, so that the log shows it. */
static void
assert_same_text (const char *have,
                  const char *want)
{
  g_auto (GStrv) have_lines = g_strsplit (have, "\n", -1);
  g_auto (GStrv) want_lines = g_strsplit (want, "\n", -1);
  guint i = 0;

  while (have_lines[i] != NULL && want_lines[i] != NULL && g_str_equal (have_lines[i], want_lines[i]))
    i++;

  ck_assert_msg (have_lines[i] == NULL && want_lines[i] == NULL, "line %u:\n have %s\n want %s", i + 1,
                 have_lines[i] != NULL ? have_lines[i] : "nothing", want_lines[i] != NULL ? want_lines[i] : "nothing");
}

START_TEST (plans_compose_to_their_goldens)
{
  const char *name = g_ptr_array_index (cases, _i);
  g_autoptr (DtPlan) plan = load_plan (name);
  g_autoptr (DtComposition) composition = dt_compose (&composer, plan, NULL);
  g_autofree char *dump = dump_composition (composition);
  g_autofree char *path = case_path (name, ".blocks");
  g_autofree char *golden = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("DT_UPDATE_GOLDEN") != NULL)
    g_file_set_contents (path, dump, -1, &error);
  dt_assert_no_error (error);
  g_file_get_contents (path, &golden, NULL, &error);
  dt_assert_no_error (error);
  assert_same_text (dump, golden);
}
END_TEST

START_TEST (composing_again_takes_every_block_over)
{
  g_autoptr (DtPlan) plan = load_plan (g_ptr_array_index (cases, _i));
  g_autoptr (DtComposition) first = dt_compose (&composer, plan, NULL);
  g_autoptr (DtComposition) second = dt_compose (&composer, plan, first);
  guint n_first;
  guint n_second;
  DtBlock *const *a = dt_composition_get_blocks (first, &n_first);
  DtBlock *const *b = dt_composition_get_blocks (second, &n_second);

  ck_assert_uint_gt (n_first, 10);
  ck_assert_uint_eq (n_first, n_second);
  for (guint i = 0; i < n_first; i++)
    ck_assert_msg (a[i] == b[i], "block %u (%s) was made anew", i, dt_role_get_name (a[i]->role));
}
END_TEST

/* One random edit somewhere in the plan. */
static DtPlan *
edit_somewhere (GRand *rand,
                DtPlan *plan)
{
  static const char *const texts[] = { "", "Một dòng", "a) Điểm\nb) Điểm", "- Gạch\n+ Cộng", "{{nam}} và [[76/NQ-CP@2021]]" };
  g_autofree char *section = g_strdup_printf ("s%d", g_rand_int_range (rand, 1, 9));
  g_autofree char *body = g_strconcat (section, "/body", NULL);
  static const char *const sources[] = { "", "body", "tasks", "none" };
  const char *text = texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))];
  g_autoptr (DtNode) node = NULL;

  switch (g_rand_int_range (rand, 0, 11))
    {
    case 0:
      return dt_plan_set_text (plan, body, text, NULL);
    case 1:
      return dt_plan_remove (plan, section, NULL);
    case 2:
      node = dt_node_new (DT_NODE_SECTION);
      return dt_plan_insert (plan, g_rand_boolean (rand) ? "sections" : section, g_rand_int_range (rand, 0, 3), node, NULL);
    case 3:
      return dt_plan_set_text (plan, "head/subject", text, NULL);
    case 4:
      return dt_plan_set_attribute (plan, section, DT_ATTR_UNIT, g_rand_boolean (rand) ? "chuong" : "dieu", NULL);
    case 5:
      return dt_plan_set_attribute (plan, section, DT_ATTR_SOURCE, sources[g_rand_int_range (rand, 0, 4)], NULL);
    case 6:
      return dt_plan_set_text (plan, "l2", g_rand_boolean (rand) ? "Công an xã" : "Văn phòng", NULL);
    case 7:
      return dt_plan_remove (plan, g_rand_boolean (rand) ? "t1" : "t3", NULL);
    case 8:
      return dt_plan_set_attribute (plan, "a1", DT_ATTR_SOURCE, sources[g_rand_int_range (rand, 0, 4)], NULL);
    case 9:
      return dt_plan_set_attribute (plan, "head", DT_ATTR_TEXT_SIZE, g_rand_boolean (rand) ? "13" : "", NULL);
    default:
      return dt_plan_set_text (plan, "closing", text, NULL);
    }
}

/* Taking over must never show: after each of many edits the result is what composing from nothing gives. */
START_TEST (taking_over_gives_what_composing_from_nothing_gives)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7 + (guint32) _i);
  g_autoptr (DtPlan) plan = load_plan (g_ptr_array_index (cases, _i));
  g_autoptr (DtComposition) composition = dt_compose (&composer, plan, NULL);
  guint n_edits = 0;

  for (guint i = 0; i < 150; i++)
    {
      g_autoptr (DtPlan) edited = edit_somewhere (rand, plan);
      g_autoptr (DtComposition) fresh = NULL;
      g_autoptr (DtComposition) next = NULL;
      g_autofree char *have = NULL;
      g_autofree char *want = NULL;

      if (edited == NULL)
        continue;

      n_edits++;
      fresh = dt_compose (&composer, edited, NULL);
      next = dt_compose (&composer, edited, composition);
      have = dump_composition (next);
      want = dump_composition (fresh);
      assert_same_text (have, want);

      g_clear_pointer (&composition, dt_composition_unref);
      composition = g_steal_pointer (&next);
      g_clear_pointer (&plan, dt_plan_unref);
      plan = g_steal_pointer (&edited);
    }

  ck_assert_uint_gt (n_edits, 10);
}
END_TEST

static gboolean
reports (DtComposition *composition,
         const char *code,
         const char *text)
{
  GPtrArray *diagnostics = dt_composition_get_diagnostics (composition);

  for (guint i = 0; i < diagnostics->len; i++)
    {
      const DtDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

      if (g_str_equal (dt_diagnostic_get_code (diagnostic), code) && strstr (dt_diagnostic_get_message (diagnostic), text) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* The day that counts is the plan's; while it has none, today. */
static const struct
{
  const char *agency;
  const char *name;
} agencies[] = {
  { "ỦY BAN NHÂN DÂN\nXÃ TÂN PHÚC", "Ủy ban nhân dân xã Tân Phúc" },
  { "HỘI ĐỒNG NHÂN DÂN\nPHƯỜNG AN HẢI", "Hội đồng nhân dân phường An Hải" },
  { "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ\nXÃ TÂN PHÚC", "Ban Chỉ đạo Chuyển đổi số xã Tân Phúc" },
  { "BAN CHỈ HUY QUÂN SỰ XÃ TÂN PHÚC", "Ban Chỉ huy Quân sự xã Tân Phúc" },
  { "BAN CHỈ ĐẠO XÃ TÂN PHÚC", "Ban Chỉ đạo xã Tân Phúc" },
  { "HỘI ĐỒNG PHỐI HỢP PHỔ BIẾN, GIÁO DỤC PHÁP LUẬT\nPHƯỜNG AN HẢI", "Hội đồng Phối hợp phổ biến, giáo dục pháp luật phường An Hải" },
  { "PHÒNG VĂN HÓA - XÃ HỘI\nXÃ TÂN PHÚC", "Phòng Văn hóa - xã hội xã Tân Phúc" },
  { "Tổ công tác Đề án 06\nxã Tân Phúc", "Tổ công tác Đề án 06 xã Tân Phúc" },
};

START_TEST (an_annex_names_the_body_with_its_capitals)
{
  g_autoptr (DtPlan) sample = load_plan ("tasks");
  g_autoptr (DtPlan) plan = dt_plan_set_text (sample, "head/agency", agencies[_i].agency, NULL);
  g_autoptr (DtComposition) composition = dt_compose (&composer, plan, NULL);
  g_autofree char *wanted = g_strdup_printf ("\ncủa %s)", agencies[_i].name);
  guint n_blocks;
  DtBlock *const *blocks = dt_composition_get_blocks (composition, &n_blocks);
  guint n_found = 0;

  for (guint i = 0; i < n_blocks; i++)
    if (blocks[i]->role == DT_ROLE_ATTACHED && blocks[i]->text != NULL)
      {
        ck_assert_msg (g_str_has_suffix (blocks[i]->text, wanted), "%s", blocks[i]->text);
        n_found++;
      }
  ck_assert_uint_eq (n_found, 1);
}
END_TEST

START_TEST (what_is_no_longer_in_force_is_reported_with_its_successor)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = load_plan ("citing");
  g_autoptr (DtPlan) citing = dt_plan_set_text (plan, "b1", "[[99/2016/NĐ-CP]]", &error);
  g_autoptr (DtPlan) early = NULL;
  g_autoptr (DtComposition) now = NULL;
  g_autoptr (DtComposition) then = NULL;

  dt_assert_no_error (error);
  early = dt_plan_set_attribute (citing, "head", DT_ATTR_DATE, "2024-01-31", &error);
  dt_assert_no_error (error);

  now = dt_compose (&composer, citing, NULL);
  ck_assert (reports (now, "citation-replaced", "98/2025/NĐ-CP"));
  then = dt_compose (&composer, early, now);
  ck_assert (!reports (then, "citation-replaced", "98/2025/NĐ-CP"));
  ck_assert (reports (then, "citation-not-yet-in-force", "72/2025/QH15"));
}
END_TEST

/* Every citation as printed, with the node it stands in. */
static char *
list_citations (DtComposition *composition)
{
  GString *list = g_string_new (NULL);
  guint n_blocks;
  DtBlock *const *blocks = dt_composition_get_blocks (composition, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    {
      for (guint r = 0; r < blocks[i]->n_runs; r++)
        {
          const DtRun *run = &blocks[i]->runs[r];

          if (run->kind == DT_RUN_CITATION)
            g_string_append_printf (list, "%s: %.*s\n", blocks[i]->node, (int) (run->end - run->start), blocks[i]->text + run->start);
        }
    }

  return g_string_free (list, FALSE);
}

START_TEST (moving_the_first_mention_moves_the_full_form)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = load_plan ("citing");
  g_autoptr (DtPlan) moved = dt_plan_move (plan, "s2", "sections", 0, &error);
  g_autoptr (DtComposition) before = dt_compose (&composer, plan, NULL);
  g_autoptr (DtComposition) after = NULL;
  g_autofree char *first = list_citations (before);
  g_autofree char *second = NULL;

  dt_assert_no_error (error);
  after = dt_compose (&composer, moved, before);
  second = list_citations (after);

  ck_assert_ptr_nonnull (strstr (first, "s1/body: 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể\n"));
  ck_assert_ptr_nonnull (strstr (first, "s2/body: Nghị quyết số 76/NQ-CP\n"));
  ck_assert_ptr_nonnull (strstr (second, "s2/body: Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể\n"));
  ck_assert_ptr_nonnull (strstr (second, "s1/body: 76/NQ-CP\n"));
  ck_assert_ptr_nonnull (strstr (second, "s2/body: Nghị quyết số 57-NQ/TW\n"));
}
END_TEST

static const struct
{
  DtUnit unit;
  guint number;
  const char *path;
  const char *label;
} labels[] = {
  { DT_UNIT_PART, 1, NULL, "Phần I" },
  { DT_UNIT_CHAPTER, 4, NULL, "Chương IV" },
  { DT_UNIT_DIVISION, 2, NULL, "Mục 2" },
  { DT_UNIT_SUBDIVISION, 3, NULL, "Tiểu mục 3" },
  { DT_UNIT_ARTICLE, 12, NULL, "Điều 12. " },
  { DT_UNIT_ROMAN, 9, NULL, "IX. " },
  { DT_UNIT_ARABIC, 10, NULL, "10. " },
  { DT_UNIT_LETTER, 5, NULL, "đ) " },
  { DT_UNIT_LETTER, 6, NULL, "e) " },
  { DT_UNIT_LETTER, 7, NULL, "g) " },
  { DT_UNIT_LETTER, 23, NULL, "y) " },
  { DT_UNIT_LETTER, 24, NULL, NULL },
  { DT_UNIT_DECIMAL, 2, "1. ", "1.2. " },
  { DT_UNIT_DECIMAL, 3, "1.2. ", "1.2.3. " },
  { DT_UNIT_DASH, 1, NULL, "- " },
  { DT_UNIT_PLUS, 1, NULL, "+ " },
};

START_TEST (numbers_are_written_as_the_decree_writes_them)
{
  g_autofree char *label = dt_unit_format (labels[_i].unit, labels[_i].number, labels[_i].path);

  if (labels[_i].label == NULL)
    ck_assert_ptr_null (label);
  else
    ck_assert_str_eq (label, labels[_i].label);
}
END_TEST

START_TEST (schemes_go_from_large_to_small)
{
  ck_assert_int_eq (dt_unit_choose (NULL, DT_SCHEME_ROMAN, 0), DT_UNIT_ROMAN);
  ck_assert_int_eq (dt_unit_choose (NULL, DT_SCHEME_ROMAN, 2), DT_UNIT_LETTER);
  ck_assert_int_eq (dt_unit_choose (NULL, DT_SCHEME_ROMAN, 9), DT_UNIT_PLUS);
  ck_assert_int_eq (dt_unit_choose (NULL, DT_SCHEME_ARTICLE, 0), DT_UNIT_ARTICLE);
  ck_assert_int_eq (dt_unit_choose (NULL, DT_SCHEME_DECIMAL, 5), DT_UNIT_DECIMAL);
  ck_assert_int_eq (dt_unit_choose ("chuong", DT_SCHEME_ROMAN, 3), DT_UNIT_CHAPTER);
  ck_assert_int_eq (dt_scheme_find ("article", DT_SCHEME_ROMAN), DT_SCHEME_ARTICLE);
  ck_assert_int_eq (dt_scheme_find ("nothing", DT_SCHEME_DECIMAL), DT_SCHEME_DECIMAL);
}
END_TEST

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
find_cases (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), GOLDENS, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  cases = g_ptr_array_new_with_free_func (g_free);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, ".duthao"))
        g_ptr_array_add (cases, g_strndup (name, strlen (name) - strlen (".duthao")));
    }
  g_ptr_array_sort (cases, compare_names);
}

int
main (void)
{
  Suite *suite = suite_create ("compose");
  TCase *plans = tcase_create ("plans");
  TCase *numbers = tcase_create ("numbers");
  int status;

  find_cases ();
  g_assert (cases->len > 0);

  tcase_add_checked_fixture (plans, load_composer, clear_composer);
  tcase_add_loop_test (plans, plans_compose_to_their_goldens, 0, (int) cases->len);
  tcase_add_loop_test (plans, composing_again_takes_every_block_over, 0, (int) cases->len);
  tcase_add_loop_test (plans, taking_over_gives_what_composing_from_nothing_gives, 0, (int) cases->len);
  tcase_add_test (plans, moving_the_first_mention_moves_the_full_form);
  tcase_add_loop_test (plans, an_annex_names_the_body_with_its_capitals, 0, G_N_ELEMENTS (agencies));
  tcase_add_test (plans, what_is_no_longer_in_force_is_reported_with_its_successor);
  suite_add_tcase (suite, plans);

  tcase_add_loop_test (numbers, numbers_are_written_as_the_decree_writes_them, 0, G_N_ELEMENTS (labels));
  tcase_add_test (numbers, schemes_go_from_large_to_small);
  suite_add_tcase (suite, numbers);

  status = dt_test_main (suite);
  g_ptr_array_unref (cases);

  return status;
}
