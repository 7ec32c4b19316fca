/* test-merge.c - merging words, and newer templates into sections
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/dt-diagnostic.h"
#include "catalog/dt-pack.h"
#include "template/dt-assemble.h"
#include "template/dt-merge.h"
#include "template/dt-template-update.h"

#include "dt-test.h"

#include <stdio.h>
#include <string.h>

static char *
merge (const char *old,
       const char *mine,
       const char *theirs,
       guint *n_conflicts)
{
  g_autoptr (GPtrArray) chunks = dt_merge_words (old, mine, theirs);

  if (n_conflicts != NULL)
    *n_conflicts = dt_merge_count_conflicts (chunks);
  return dt_merge_to_text (chunks, FALSE);
}

/* clang-format off */
static const struct
{
  const char *old;
  const char *mine;
  const char *theirs;
  const char *merged;
  guint n_conflicts;
} merges[] = {
  { "một hai ba", "một hai ba", "một hai ba", "một hai ba", 0 },
  { "một hai ba bốn", "một HAI ba bốn", "một hai ba BỐN", "một HAI ba BỐN", 0 },
  { "một hai ba", "một hai", "không một hai ba", "không một hai", 0 },
  { "", "thêm", "", "thêm", 0 },
  { "", "", "thêm", "thêm", 0 },
  { "", "một", "hai", "một", 1 },
  { "bỏ", "", "", "", 0 },
  { "a x b", "a y b", "a z b", "a y b", 1 },
  { "a x b", "a y b", "a y b", "a y b", 0 },
  { "- Một.\n- Hai.", "- Một.\n- Hai.\n- Ba.", "- Một nữa.\n- Hai.", "- Một nữa.\n- Hai.\n- Ba.", 0 },
  { "trước ngày 15", "trước ngày 20", "trước ngày 25", "trước ngày 20", 1 },
};
/* clang-format on */

START_TEST (what_does_not_collide_is_merged)
{
  guint n_conflicts = 0;
  g_autofree char *merged = merge (merges[_i].old, merges[_i].mine, merges[_i].theirs, &n_conflicts);

  ck_assert_str_eq (merged, merges[_i].merged);
  ck_assert_uint_eq (n_conflicts, merges[_i].n_conflicts);
}
END_TEST

START_TEST (a_collision_is_data_and_either_side_can_be_taken)
{
  g_autoptr (GPtrArray) chunks = dt_merge_words ("đạt 90% hồ sơ", "đạt 95% hồ sơ", "đạt 97% hồ sơ");
  const DtMergeChunk *conflict = NULL;
  g_autofree char *theirs = dt_merge_to_text (chunks, TRUE);

  for (guint i = 0; i < chunks->len; i++)
    if (((const DtMergeChunk *) g_ptr_array_index (chunks, i))->kind == DT_MERGE_CONFLICT)
      conflict = g_ptr_array_index (chunks, i);
  ck_assert_ptr_nonnull (conflict);
  ck_assert_str_eq (conflict->old, "90");
  ck_assert_str_eq (conflict->mine, "95");
  ck_assert_str_eq (conflict->theirs, "97");
  ck_assert_str_eq (theirs, "đạt 97% hồ sơ");
}
END_TEST

static char *
make_text (GRand *rand)
{
  static const char *const words[] = { "một", "hai", "ba", "bốn", " ", " ", "\n", ".", "- ", "{{ky}}" };
  GString *text = g_string_new (NULL);

  for (int i = g_rand_int_range (rand, 0, 25); i > 0; i--)
    g_string_append (text, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);

  return g_string_free (text, FALSE);
}

static void
check_identities (const char *o,
                  const char *m,
                  const char *t)
{
  guint n = 0;
  g_autofree char *mine = merge (o, m, o, &n);
  g_autofree char *theirs = NULL;
  g_autofree char *both = NULL;

  ck_assert_str_eq (mine, m);
  ck_assert_uint_eq (n, 0);
  theirs = merge (o, o, t, &n);
  ck_assert_str_eq (theirs, t);
  ck_assert_uint_eq (n, 0);
  both = merge (o, m, m, &n);
  ck_assert_str_eq (both, m);
  ck_assert_uint_eq (n, 0);
}

START_TEST (any_three_texts_keep_the_laws_of_merging)
{
  GRand *rand = g_rand_new_with_seed ((guint32) _i);

  for (guint round = 0; round < 500; round++)
    {
      g_autofree char *o = make_text (rand);
      g_autofree char *m = make_text (rand);
      g_autofree char *t = make_text (rand);
      g_autoptr (GPtrArray) chunks = dt_merge_words (o, m, t);
      g_autoptr (GString) old = g_string_new (NULL);
      g_autoptr (GString) mine = g_string_new (NULL);
      g_autoptr (GString) theirs = g_string_new (NULL);
      guint n = 0;
      g_autofree char *one = merge (o, m, t, NULL);
      g_autofree char *other = merge (o, t, m, &n);

      check_identities (o, m, t);
      for (guint i = 0; i < chunks->len; i++)
        {
          const DtMergeChunk *chunk = g_ptr_array_index (chunks, i);

          g_string_append (old, chunk->old);
          g_string_append (mine, chunk->mine);
          g_string_append (theirs, chunk->theirs);
        }
      ck_assert_str_eq (old->str, o);
      ck_assert_str_eq (mine->str, m);
      ck_assert_str_eq (theirs->str, t);
      /* Without a collision it does not matter who is who. */
      ck_assert_uint_eq (n, dt_merge_count_conflicts (chunks));
      if (n == 0)
        ck_assert_str_eq (one, other);
    }
  g_rand_free (rand);
}
END_TEST

/* The longest common subsequence of letters, the slow way. */
static guint
count_common (const char *a,
              const char *b)
{
  guint table[64][64] = { { 0 } };

  for (guint i = 0; a[i] != '\0'; i++)
    for (guint k = 0; b[k] != '\0'; k++)
      table[i + 1][k + 1] = a[i] == b[k] ? table[i][k] + 1 : MAX (table[i][k + 1], table[i + 1][k]);

  return table[strlen (a)][strlen (b)];
}

START_TEST (no_shorter_way_leads_from_one_text_to_the_other)
{
  GRand *rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 3000; round++)
    {
      char a[41] = "";
      char b[41] = "";
      int n = g_rand_int_range (rand, 1, 40);
      int m = g_rand_int_range (rand, 1, 40);
      double share;

      /* Signs are words of their own. */
      for (int i = 0; i < n; i++)
        a[i] = ".,;:"[g_rand_int_range (rand, 0, 4)];
      for (int i = 0; i < m; i++)
        b[i] = ".,;:"[g_rand_int_range (rand, 0, 4)];
      share = dt_merge_measure (a, b);
      ck_assert_uint_eq ((guint) (share * MAX (n, m) + 0.5), count_common (a, b));
    }
  g_rand_free (rand);
}
END_TEST

START_TEST (long_texts_that_differ_in_all_are_merged_in_bounded_memory)
{
  g_autoptr (GString) a = g_string_new (NULL);
  g_autoptr (GString) b = g_string_new (NULL);
  g_autofree char *merged = NULL;

  for (guint i = 0; i < 3000; i++)
    {
      g_string_append_printf (a, "a%u ", i);
      g_string_append_printf (b, "b%u ", i);
    }
  merged = merge (a->str, b->str, a->str, NULL);
  ck_assert_str_eq (merged, b->str);
}
END_TEST

/* clang-format off */
static const struct { const char *a; const char *b; int order; } versions[] = {
  { "1.0", "1.0", 0 }, { "1.0", "1.1", -1 }, { "1.9", "1.10", -1 }, { "2", "1.5", 1 }, { "1", "1.1", -1 },
  { "2026-01", "2026-02", -1 }, { "1.0b", "1.0a", 1 },
};
/* clang-format on */

START_TEST (versions_are_compared_as_numbers)
{
  ck_assert_int_eq (dt_template_version_compare (versions[_i].a, versions[_i].b), versions[_i].order);
  ck_assert_int_eq (dt_template_version_compare (versions[_i].b, versions[_i].a), -versions[_i].order);
}
END_TEST

/* A pack of one plan template and one section template, in a folder that goes away again. */
typedef struct
{
  char *folder;
  DtLibrary *library;
} Place;

static void
write_file (const char *folder,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  ck_assert_int_eq (g_mkdir_with_parents (parent, 0700), 0);
  g_file_set_contents (path, text, -1, &error);
  dt_assert_no_error (error);
}

static DtLibrary *
load (const char *folder,
      const char *version,
      const char *content)
{
  g_autofree char *section = g_strdup_printf (
    "<section-template xmlns=\"" DT_TEMPLATE_NAMESPACE "\" format=\"1\" id=\"t.muc\" version=\"%s\">"
    "<name>Mục</name><summary>Mục.</summary>"
    "<field key=\"ds\" type=\"list\" label=\"Danh sách\"><example>một</example></field>%s</section-template>",
    version, content);
  g_autofree char *builtin = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "packs", "builtin", NULL);
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_pack_unref);
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GError) error = NULL;
  DtLibrary *library;

  write_file (folder, "sections/muc.xml", section);
  g_ptr_array_add (packs, dt_pack_load (builtin, &error));
  dt_assert_no_error (error);
  g_ptr_array_add (packs, dt_pack_load (folder, &error));
  dt_assert_no_error (error);
  library = dt_library_new (packs, diagnostics);
  ck_assert_uint_eq (diagnostics->len, 0);

  return library;
}

static void
place_init (Place *self,
            const char *content)
{
  self->folder = g_dir_make_tmp ("duthao-XXXXXX", NULL);
  write_file (self->folder, "pack.xml",
              "<pack xmlns=\"https://duthao.github.io/ns/pack\" format=\"1\"><id>t</id><version>1</version>"
              "<title>T</title><publisher>T</publisher></pack>");
  write_file (self->folder, "plans/p.xml",
              "<plan-template xmlns=\"" DT_TEMPLATE_NAMESPACE "\" format=\"1\" id=\"t.ke-hoach\" version=\"1\" kind=\"ke-hoach\">"
              "<name>K</name><summary>K.</summary><subject>K</subject><use template=\"t.muc\"/></plan-template>");
  self->library = load (self->folder, "1.9", content);
}

static void
place_clear (Place *self)
{
  static const char *const names[] = { "sections/muc.xml", "plans/p.xml", "pack.xml", "sections", "plans", "" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, names[i], NULL);

      remove (path);
    }
  g_free (self->folder);
  dt_library_unref (self->library);
}

static DtPlan *
assemble (const Place *place)
{
  g_autoptr (GHashTable) values = dt_values_new ();
  const DtAssembler assembler = { .template = dt_library_find (place->library, "t.ke-hoach"),
                                  .library = place->library,
                                  .profile = dt_library_find_profile (place->library, NULL),
                                  .values = values };
  g_autoptr (GError) error = NULL;
  DtPlan *plan;

  dt_values_add (values, "ds", "một");
  dt_values_add (values, "ds", "hai");
  plan = dt_assemble (&assembler, &error);
  dt_assert_no_error (error);

  return plan;
}

static const char *
get_text (const DtPlan *plan,
          const char *reference)
{
  return dt_node_get_text (dt_plan_find (plan, reference));
}

#define OLD "<section><title>Mục đích</title><line>Nâng cao nhận thức của Nhân dân.</line><repeat field=\"ds\"><line>- Việc {{ds}}.</line></repeat>" \
            "<section><title>Con</title><line>Đoạn con.</line></section></section>"
#define NEW "<section><title>Mục đích chung</title><line>Nâng cao rõ rệt nhận thức của Nhân dân.</line><repeat field=\"ds\"><line>- Nhiệm vụ {{ds}}.</line></repeat>" \
            "<section><title>Con</title><line>Đoạn con mới.</line></section></section>"

START_TEST (a_newer_template_is_merged_into_what_was_written)
{
  Place place;
  g_autoptr (DtPlan) plan = NULL;
  g_autoptr (DtPlan) edited = NULL;
  g_autoptr (DtPlan) merged = NULL;
  g_autoptr (DtLibrary) newer = NULL;
  g_autoptr (DtTemplateComparison) comparison = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) outdated = NULL;
  g_auto (GStrv) left = NULL;

  place_init (&place, OLD);
  plan = assemble (&place);
  newer = load (place.folder, "1.10", NEW);
  edited = dt_plan_set_text (plan, "s1/body", "Nâng cao nhận thức của toàn thể Nhân dân.\n- Việc một.\n- Việc hai.\n- Của tôi.", &error);
  dt_assert_no_error (error);

  outdated = dt_template_list_outdated (place.library, edited);
  ck_assert_uint_eq (g_strv_length (outdated), 0);
  left = dt_template_list_outdated (newer, edited);
  ck_assert_uint_eq (g_strv_length (left), 2);
  comparison = dt_template_compare (newer, dt_library_find_profile (newer, NULL), edited, "s1", &error);
  dt_assert_no_error (error);
  ck_assert_str_eq (comparison->old.body, "Nâng cao nhận thức của Nhân dân.\n- Việc một.\n- Việc hai.");
  ck_assert_str_eq (comparison->mine.title, "Mục đích");
  ck_assert_str_eq (comparison->theirs.title, "Mục đích chung");
  ck_assert_str_eq (comparison->theirs.body, "Nâng cao rõ rệt nhận thức của Nhân dân.\n- Nhiệm vụ một.\n- Nhiệm vụ hai.");
  ck_assert_uint_eq (comparison->n_conflicts, 0);

  merged = dt_template_merge (comparison, edited, FALSE, &error);
  dt_assert_no_error (error);
  ck_assert_str_eq (get_text (merged, "s1/title"), "Mục đích chung");
  ck_assert_str_eq (get_text (merged, "s1/body"),
                    "Nâng cao rõ rệt nhận thức của toàn thể Nhân dân.\n- Nhiệm vụ một.\n- Nhiệm vụ hai.\n- Của tôi.");
  g_strfreev (left);
  left = dt_template_list_outdated (newer, merged);
  ck_assert_uint_eq (g_strv_length (left), 1);
  place_clear (&place);
}
END_TEST

START_TEST (a_merged_section_is_like_a_new_one)
{
  Place place;
  g_autoptr (DtPlan) plan = NULL;
  g_autoptr (DtPlan) fresh = NULL;
  g_auto (GStrv) outdated = NULL;

  place_init (&place, OLD);
  plan = assemble (&place);
  dt_library_unref (place.library);
  place.library = load (place.folder, "1.10", NEW);
  fresh = assemble (&place);
  outdated = dt_template_list_outdated (place.library, plan);
  for (guint i = 0; outdated[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DtTemplateComparison) comparison =
        dt_template_compare (place.library, dt_library_find_profile (place.library, NULL), plan, outdated[i], &error);
      DtPlan *merged = comparison != NULL ? dt_template_merge (comparison, plan, FALSE, &error) : NULL;

      dt_assert_no_error (error);
      dt_plan_unref (plan);
      plan = merged;
    }
  ck_assert (dt_plan_equal (plan, fresh));
  place_clear (&place);
}
END_TEST

START_TEST (where_both_changed_the_collision_is_counted)
{
  Place place;
  g_autoptr (DtPlan) plan = NULL;
  g_autoptr (DtPlan) edited = NULL;
  g_autoptr (DtPlan) theirs = NULL;
  g_autoptr (DtLibrary) newer = NULL;
  g_autoptr (DtTemplateComparison) comparison = NULL;
  g_autoptr (GError) error = NULL;

  place_init (&place, OLD);
  plan = assemble (&place);
  newer = load (place.folder, "2", NEW);
  edited = dt_plan_set_text (plan, "s1/title", "Mục đích riêng", &error);
  comparison = dt_template_compare (newer, dt_library_find_profile (newer, NULL), edited, "s1", &error);
  dt_assert_no_error (error);
  ck_assert_uint_eq (comparison->n_conflicts, 1);
  theirs = dt_template_merge (comparison, edited, TRUE, &error);
  ck_assert_str_eq (get_text (theirs, "s1/title"), "Mục đích chung");
  place_clear (&place);
}
END_TEST

START_TEST (what_cannot_be_compared_is_told)
{
  Place place;
  g_autoptr (DtPlan) plan = NULL;
  g_autoptr (DtLibrary) newer = NULL;
  g_autoptr (GError) error = NULL;
  DtProfile *profile;

  place_init (&place, OLD);
  plan = assemble (&place);
  newer = load (place.folder, "2", "<section><title>Hoàn toàn khác</title><line>Chuyện khác hẳn, không liên quan.</line></section>");
  profile = dt_library_find_profile (newer, NULL);
  ck_assert_ptr_null (dt_template_compare (newer, profile, plan, "s9", &error));
  dt_assert_error (error, DT_TEMPLATE_UPDATE_ERROR, DT_TEMPLATE_UPDATE_ERROR_ORIGIN);
  g_clear_error (&error);
  ck_assert_ptr_null (dt_template_compare (newer, profile, plan, "s1", &error));
  dt_assert_error (error, DT_TEMPLATE_UPDATE_ERROR, DT_TEMPLATE_UPDATE_ERROR_TEMPLATE);
  place_clear (&place);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("merge");
  TCase *words = tcase_create ("words");
  TCase *templates = tcase_create ("templates");

  tcase_add_loop_test (words, what_does_not_collide_is_merged, 0, G_N_ELEMENTS (merges));
  tcase_add_test (words, a_collision_is_data_and_either_side_can_be_taken);
  tcase_add_loop_test (words, any_three_texts_keep_the_laws_of_merging, 0, 8);
  tcase_add_test (words, no_shorter_way_leads_from_one_text_to_the_other);
  tcase_add_test (words, long_texts_that_differ_in_all_are_merged_in_bounded_memory);
  tcase_add_loop_test (words, versions_are_compared_as_numbers, 0, G_N_ELEMENTS (versions));
  suite_add_tcase (suite, words);
  tcase_add_test (templates, a_newer_template_is_merged_into_what_was_written);
  tcase_add_test (templates, a_merged_section_is_like_a_new_one);
  tcase_add_test (templates, where_both_changed_the_collision_is_counted);
  tcase_add_test (templates, what_cannot_be_compared_is_told);
  suite_add_tcase (suite, templates);

  return dt_test_main (suite);
}
