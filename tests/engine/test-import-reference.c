/* test-import-reference.c - real old plans, read from beside the project
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dt-test-import.h"
#include "dt-test-words.h"

#include "compose/dt-composition.h"
#include "text/dt-text.h"

#include <stdio.h>

/*
 * The texts belong to their authors and are no part of the project. They are
 * looked for in $DUTHAO_SHARED, else in ../shared beside the sources; where
 * they are not, the whole program is skipped and says so.
 */

typedef struct
{
  const char *file;
  const char *kind;
  guint n_top;       /* sections at the top, or articles */
  guint n_second[6]; /* sections below each of the top, or below those of the first article */
  guint n_recipients;
  const char *archive;
  const char *signer_end; /* the last word of who signs */
  guint n_repairs;
  const char *repairs[12]; /* "line: old → new" */
  guint n_page_numbers;
  guint n_bases;
  guint n_annexes;
  guint n_open;            /* lines that the source leaves without a mark at their end, the second of the agency among them */
  guint n_words_rewritten; /* repaired numbers, page numbers, and what the head writes anew; all reported */
} Reference;

static const Reference references[] = {
  { "kinh-mon.txt", "ke-hoach", 5, { 2, 2, 0, 0, 7 }, 3, "VT, VHXH", " Tình", 2, { "@308: number repaired: III → IV (L57)\n", "@314: number repaired: IV → V (L57)\n" }, 2, 0, 0, 3, 4 },
  { "bach-mai.txt", "ke-hoach", 4, { 2, 2, 0, 4 }, 6, "VT, VHXH", " Anh", 8, { "@110: number repaired: f → g (L59)\n", "@118: number repaired: g → h (L59)\n", "@156: number repaired: e → đ (L59)\n", "@162: number repaired: g → e (L59)\n", "@166: number repaired: h → g (L59)\n", "@260: number repaired: 4 → 3 (L58)\n", "@272: number repaired: 5 → 4 (L58)\n", "@327: number repaired: Phụ lục 1 → Phụ lục (L98)\n" }, 0, 0, 1, 3, 10 },
  { "song-tri.txt", "quyet-dinh-truc-tiep", 3, { 2, 2, 0, 6 }, 9, "VT", " Mỹ", 0, { NULL }, 0, 8, 0, 1, 0 },
};

static char *
get_path (const char *file)
{
  const char *shared = g_getenv ("DUTHAO_SHARED");
  const char *tests = g_getenv ("G_TEST_SRCDIR");
  g_autofree char *beside = g_build_filename (tests != NULL ? tests : "tests", "..", "..", "shared", NULL);

  return g_build_filename (shared != NULL && *shared != '\0' ? shared : beside, "reference-plans",
                           file, NULL);
}

static char *
load (const char *file)
{
  g_autofree char *path = get_path (file);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  dt_assert_no_error (error);

  return text;
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

static DtNode *
get_section (const DtNode *node,
             guint index)
{
  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    if (dt_node_get_kind (dt_node_get_child (node, i)) == DT_NODE_SECTION && index-- == 0)
      return dt_node_get_child (node, i);

  ck_abort_msg ("there is no section %u", index);
  return NULL;
}

static guint
count_notes (const char *notes,
             const char *code)
{
  g_autofree char *mark = g_strconcat (code, "@", NULL);
  guint n = 0;

  for (const char *p = strstr (notes, mark); p != NULL; p = strstr (p + 1, mark))
    n++;

  return n;
}

START_TEST (reference_has_its_structure)
{
  const Reference *row = &references[_i];
  g_autofree char *text = load (row->file);
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (DtPlan) plan = NULL;
  g_autofree char *notes = NULL;
  const DtNode *root;
  const DtNode *top;
  const DtNode *recipients;
  const DtNode *signature;

  plan = dt_test_import (text, row->file, diagnostics);
  notes = dt_test_dump_notes (diagnostics);
  root = dt_plan_get_root (plan);
  ck_assert_str_eq (dt_node_get_attribute (root, DT_ATTR_KIND), row->kind);

  top = dt_node_find_child (root, row->n_bases > 0 ? DT_NODE_ARTICLES : DT_NODE_SECTIONS);
  ck_assert_ptr_nonnull (top);
  ck_assert_uint_eq (count_children (top, DT_NODE_SECTION), row->n_top);
  if (row->n_bases > 0)
    {
      top = get_section (top, 0);
      ck_assert_str_eq (dt_node_get_attribute (top, DT_ATTR_UNIT), "dieu");
      ck_assert_str_eq (dt_node_get_attribute (top, DT_ATTR_SCHEME), "roman");
      ck_assert_uint_eq (count_children (top, DT_NODE_SECTION), 4);
    }
  for (guint i = 0; i < count_children (top, DT_NODE_SECTION); i++)
    {
      const DtNode *section = get_section (top, i);

      ck_assert_str_eq (dt_node_get_attribute (section, DT_ATTR_UNIT), "roman");
      ck_assert (dt_import_is_caps (dt_node_get_child_text (section, DT_NODE_TITLE)));
      ck_assert_msg (count_children (section, DT_NODE_SECTION) == row->n_second[i], "%s: section %u has %u", row->file, i + 1,
                     count_children (section, DT_NODE_SECTION));
      for (guint n = 0; n < row->n_second[i]; n++)
        {
          ck_assert_str_eq (dt_node_get_attribute (get_section (section, n), DT_ATTR_UNIT), "arabic");
          ck_assert_ptr_nonnull (dt_node_get_child_text (get_section (section, n), DT_NODE_TITLE));
          ck_assert_ptr_nonnull (dt_node_get_child_text (get_section (section, n), DT_NODE_BODY));
        }
    }

  recipients = dt_node_find_child (root, DT_NODE_RECIPIENTS);
  ck_assert_uint_eq (count_children (recipients, DT_NODE_RECIPIENT), row->n_recipients);
  ck_assert_str_eq (dt_node_get_child_text (recipients, DT_NODE_ARCHIVE), row->archive);
  signature = dt_node_find_child (root, DT_NODE_SIGNATURE);
  ck_assert_uint_eq (count_children (signature, DT_NODE_CAPACITY), 3);
  ck_assert_str_eq (dt_node_get_attribute (dt_node_get_child (signature, 0), DT_ATTR_FORM), "tm");
  ck_assert_str_eq (dt_node_get_attribute (dt_node_get_child (signature, 1), DT_ATTR_FORM), "kt");
  ck_assert (g_str_has_suffix (dt_node_get_child_text (signature, DT_NODE_SIGNER), row->signer_end));

  ck_assert_uint_eq (count_children (dt_node_find_child (root, DT_NODE_BASES), DT_NODE_BASIS), row->n_bases);
  ck_assert_uint_eq (count_children (root, DT_NODE_ANNEX), row->n_annexes);
  ck_assert_uint_eq (count_notes (notes, "page-number-dropped"), row->n_page_numbers);
  ck_assert_msg (count_notes (notes, "number-repaired") == row->n_repairs, "%s", notes);
  for (guint i = 0; i < row->n_repairs; i++)
    dt_test_check_text ("the report", row->file, notes, row->repairs[i]);
}
END_TEST

START_TEST (reference_head_is_completed)
{
  const Reference *row = &references[_i];
  g_autofree char *text = load (row->file);
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (DtPlan) plan = NULL;
  g_autofree char *notes = NULL;
  const DtNode *head;

  plan = dt_test_import (text, row->file, diagnostics);
  notes = dt_test_dump_notes (diagnostics);
  head = dt_node_find_child (dt_plan_get_root (plan), DT_NODE_HEAD);
  ck_assert_str_eq (dt_node_get_attribute (head, DT_ATTR_DATE), "2025");
  ck_assert_ptr_nonnull (dt_node_get_attribute (head, DT_ATTR_PLACE));
  ck_assert_ptr_null (dt_node_get_attribute (head, DT_ATTR_NUMBER));
  ck_assert (g_str_has_suffix (dt_node_get_attribute (head, DT_ATTR_SYMBOL), "-UBND"));
  ck_assert (g_str_has_prefix (dt_node_get_child_text (head, DT_NODE_AGENCY), "ỦY BAN NHÂN DÂN\nPHƯỜNG "));
  ck_assert_ptr_nonnull (dt_node_get_child_text (head, DT_NODE_SUBJECT));
  ck_assert_uint_ge (count_notes (notes, "head-completed"), 5);
}
END_TEST

static void
add_words (const char *text,
           GPtrArray *words)
{
  const char *cursor = text;
  const char *end = text + strlen (text);
  const char *word;
  gsize length;

  while (dt_text_next_word (&cursor, end, &word, &length))
    g_ptr_array_add (words, g_strndup (word, length));
}

static void
add_block_words (const DtBlock *block,
                 GPtrArray *words)
{
  if (block->kind == DT_BLOCK_PARAGRAPH)
    add_words (block->text, words);
  for (guint i = 0; i < block->n_rows * block->n_columns; i++)
    for (guint n = 0; n < block->cells[i]->len; n++)
      add_block_words (g_ptr_array_index (block->cells[i], n), words);
}

/* The words of the plan as it is shown, in the order of reading. */
static void
add_shown_words (DtPlan *plan,
                 GPtrArray *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtSheet) sheet = dt_sheet_load_default (&error);
  g_autoptr (DtKinds) kinds = sheet != NULL ? dt_kinds_load_default (&error) : NULL;
  DtComposer composer = { .sheet = sheet, .kinds = kinds };
  g_autoptr (DtComposition) composition = NULL;
  DtBlock *const *blocks;
  guint n_blocks;

  dt_assert_no_error (error);
  composition = dt_compose (&composer, plan, NULL);
  blocks = dt_composition_get_blocks (composition, &n_blocks);
  for (guint i = 0; i < n_blocks; i++)
    add_block_words (blocks[i], words);
}

/* The length of the longest list of words that both hold in the same order. */
static guint
count_in_order (GPtrArray *a,
                GPtrArray *b)
{
  g_autofree guint *above = g_new0 (guint, b->len + 1);
  g_autofree guint *row = g_new0 (guint, b->len + 1);

  for (guint i = 0; i < a->len; i++)
    {
      guint *swap = above;

      for (guint n = 0; n < b->len; n++)
        row[n + 1] = strcmp (g_ptr_array_index (a, i), g_ptr_array_index (b, n)) == 0
                       ? above[n] + 1
                       : MAX (above[n + 1], row[n]);
      above = row;
      row = swap;
    }

  return above[b->len];
}

START_TEST (reference_keeps_its_words_in_order)
{
  const Reference *row = &references[_i];
  g_autofree char *text = load (row->file);
  g_autofree char *normal = dt_text_to_nfc (text);
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) after = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DtPlan) plan = dt_test_import (text, row->file, NULL);
  guint n_lost;

  add_words (normal, before);
  add_shown_words (plan, after);
  n_lost = before->len - count_in_order (before, after);
  ck_assert_msg (n_lost <= row->n_words_rewritten, "%s: %u of %u words are not in their place",
                 row->file, n_lost, before->len);
  ck_assert (n_lost * 1000 <= before->len * 5);
}
END_TEST

START_TEST (reference_loses_no_letter)
{
  const Reference *row = &references[_i];
  g_autofree char *text = load (row->file);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *lost = NULL;

  bytes = g_bytes_new (text, strlen (text));
  lost = dt_test_find_lost (bytes, row->file);
  ck_assert_msg (lost == NULL, "%s: %s", row->file, lost);
}
END_TEST

/* Every line of a body ends its sentence, save those the source itself leaves open, and none begins in the
 * middle of one. */
START_TEST (reference_paragraphs_are_whole)
{
  const Reference *row = &references[_i];
  g_autofree char *text = load (row->file);
  g_autoptr (DtPlan) plan = NULL;
  g_autofree char *dump = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_open = 0;
  guint n_middle = 0;

  plan = dt_test_import (text, row->file, NULL);
  dump = dt_test_dump_plan (plan);
  lines = g_strsplit (dump, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      const char *content = lines[i] + strspn (lines[i], " ");

      if (lines[i][0] == ' ' || lines[i][0] == '|' || lines[i][0] == '\0')
        continue;
      n_middle += dt_import_start (content) == DT_START_LOWER && strchr (")", content[strcspn (content, " )")]) == NULL;
      n_open += dt_import_end (content) == DT_END_NONE || dt_import_end (content) == DT_END_COMMA;
    }
  ck_assert_uint_eq (n_middle, 0);
  ck_assert_uint_le (n_open, row->n_open);
}
END_TEST

int
main (void)
{
  Suite *suite;
  TCase *tcase;
  int n = G_N_ELEMENTS (references);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *path = get_path (references[i].file);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        {
          printf ("1..0 # SKIP %s is not there; DUTHAO_SHARED names the folder above reference-plans\n", path);
          return EXIT_SUCCESS;
        }
    }

  suite = suite_create ("import-reference");
  tcase = tcase_create ("reference");

  tcase_add_loop_test (tcase, reference_has_its_structure, 0, n);
  tcase_add_loop_test (tcase, reference_head_is_completed, 0, n);
  tcase_add_loop_test (tcase, reference_keeps_its_words_in_order, 0, n);
  tcase_add_loop_test (tcase, reference_loses_no_letter, 0, n);
  tcase_add_loop_test (tcase, reference_paragraphs_are_whole, 0, n);
  suite_add_tcase (suite, tcase);

  return dt_test_main (suite);
}
