/* test-document.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/dt-save.h"
#include "document/dui-document-file.h"
#include "document/dui-typing.h"
#include "format/dt-plan-file.h"

#include "dui-test.h"

static DtPlan *
load_plan (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("DUTHAO_DATA_DIR"), "samples", "ke-hoach-mau.duthao", NULL);
  DtPlan *plan = dt_plan_load (path, NULL, &error);

  dui_assert_no_error (error);
  return plan;
}

static DuiDocument *
make_document (void)
{
  g_autoptr (DtPlan) plan = load_plan ();

  return dui_document_new (dui_test_get_engine (), plan, NULL);
}

/* The id of some section of @plan. */
static const char *
pick_section (DtPlan *plan,
              GRand *random)
{
  DtNode *node = dt_plan_find (plan, "sections");

  do
    {
      DtNode *sections[64];
      guint n = 0;

      for (guint i = 0; i < dt_node_get_n_children (node) && n < G_N_ELEMENTS (sections); i++)
        if (dt_node_get_kind (dt_node_get_child (node, i)) == DT_NODE_SECTION)
          sections[n++] = dt_node_get_child (node, i);
      if (n == 0)
        break;
      node = sections[g_rand_int_range (random, 0, (int) n)];
    }
  while (g_rand_int_range (random, 0, 2) == 0);

  return dt_node_get_kind (node) == DT_NODE_SECTION ? dt_node_get_id (node) : NULL;
}

/* One edit of forms, text or structure. Some are refused, as they are for users. */
static void
edit_somehow (DuiDocument *document,
              GRand *random)
{
  DtPlan *plan = dui_document_get_plan (document);
  g_autofree char *section = g_strdup (pick_section (plan, random));
  g_autofree char *other = g_strdup (pick_section (plan, random));
  g_autofree char *text = g_strdup_printf ("chữ %d", g_rand_int_range (random, 0, 1000));
  g_autofree char *body = g_strconcat (section != NULL ? section : "s1", "/body", NULL);
  g_autoptr (DtNode) task = dt_node_new (DT_NODE_TASK);
  g_autoptr (DtNode) new_section = dt_node_new (DT_NODE_SECTION);

  switch (g_rand_int_range (random, 0, 9))
    {
    case 0:
      dui_document_set_text (document, "head/subject", text, NULL, NULL);
      break;

    case 1:
    case 2:
      dui_document_set_text (document, body, text, NULL, NULL);
      break;

    case 3:
      dui_document_set_attribute (document, "head", DT_ATTR_NUMBER, text + strlen ("chữ "), NULL, NULL);
      break;

    case 4:
      dui_document_insert (document, "tasks", g_rand_int_range (random, -1, 3), task, NULL, NULL);
      break;

    case 5:
      dui_document_insert (document, section != NULL ? section : "sections", -1, new_section, NULL, NULL);
      break;

    case 6:
      if (section != NULL && other != NULL)
        dui_document_move (document, section, other, 0, NULL, NULL);
      break;

    case 7:
      if (section != NULL && g_rand_int_range (random, 0, 3) == 0)
        dui_document_remove (document, section, NULL, NULL);
      break;

    default:
      dui_document_set_attribute (document, "head", DT_ATTR_URGENCY, g_rand_boolean (random) ? "khan" : "", NULL, NULL);
      break;
    }
}

static char *
write_plan (DuiDocument *document)
{
  g_autoptr (GBytes) bytes = dt_plan_write (dui_document_get_plan (document));

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

START_TEST (a_thousand_edits_are_undone_and_done_again)
{
  g_autoptr (DuiDocument) document = make_document ();
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) _i + 1);
  g_autofree char *start = write_plan (document);
  g_autofree char *end = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  guint n = 0;

  for (guint i = 0; i < 1000; i++)
    edit_somehow (document, random);
  end = write_plan (document);
  ck_assert (strcmp (start, end) != 0);

  while (dui_document_can_undo (document))
    {
      dui_document_undo (document);
      n++;
    }
  undone = write_plan (document);
  ck_assert (strcmp (undone, start) == 0);
  ck_assert_uint_gt (n, 300);
  ck_assert (!dui_document_is_modified (document));
  ck_assert_int_eq (dui_document_get_draft_state (document), DUI_DRAFT_NONE);

  while (dui_document_can_redo (document))
    dui_document_redo (document);
  redone = write_plan (document);
  ck_assert (strcmp (redone, end) == 0);
}
END_TEST

/* Types @text letter by letter behind what is there. */
static void
type (DuiDocument *document,
      const char *reference,
      const char *text)
{
  DtNode *node = dt_plan_find (dui_document_get_plan (document), reference);
  g_autoptr (GString) typed = g_string_new (node != NULL ? dt_node_get_text (node) : "");

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_string_append_unichar (typed, g_utf8_get_char (p));
      ck_assert (dui_document_set_text (document, reference, typed->str, NULL, NULL));
    }
}

static const char *
get_subject (DuiDocument *document)
{
  return dt_node_get_text (dt_plan_find (dui_document_get_plan (document), "head/subject"));
}

START_TEST (typed_words_are_undone_one_by_one)
{
  g_autoptr (DuiDocument) document = make_document ();

  dui_document_set_text (document, "head/subject", "", NULL, NULL);
  dui_document_end_group (document);
  type (document, "head/subject", "Phòng chống thiên tai");
  dui_document_undo (document);
  ck_assert_str_eq (get_subject (document), "Phòng chống thiên ");
  dui_document_undo (document);
  ck_assert_str_eq (get_subject (document), "Phòng chống ");
  dui_document_redo (document);
  dui_document_redo (document);
  ck_assert_str_eq (get_subject (document), "Phòng chống thiên tai");
}
END_TEST

START_TEST (one_timeline_leads_through_fields_and_structure)
{
  g_autoptr (DuiDocument) document = make_document ();
  g_autofree char *before = write_plan (document);
  g_autofree char *after = NULL;

  type (document, "head/subject", "mới");
  dui_document_set_attribute (document, "head", DT_ATTR_NUMBER, "20", NULL, NULL);
  dui_document_remove (document, "bases", NULL, NULL);
  dui_document_undo (document);
  ck_assert_ptr_nonnull (dt_plan_find (dui_document_get_plan (document), "bases"));
  dui_document_undo (document);
  ck_assert_ptr_null (dt_node_get_attribute (dt_plan_find (dui_document_get_plan (document), "head"), DT_ATTR_NUMBER));
  dui_document_undo (document);
  after = write_plan (document);
  ck_assert (strcmp (before, after) == 0);
}
END_TEST

/* Texts one after the other in one place, and how many steps that is. */
static const struct
{
  const char *texts[6];
  guint n_steps;
} typings[] = {
  { { "", "K", "Ke", "Kê", "Kế" }, 1 },
  { { "", "Kế", "Kế ", "Kế h", "Kế ho" }, 2 },
  /* Methods that take back and type again. */
  { { "", "Kế ", "Kế hoac", "Kế hoa", "Kế hoạ", "Kế hoạch" }, 2 },
  { { "một hai", "một ha", "một h", "một " }, 1 },
};

START_TEST (words_are_steps_whatever_the_input_method_does)
{
  DuiTyping typing = { 0 };
  guint n = 0;

  for (guint i = 1; i < G_N_ELEMENTS (typings[_i].texts) && typings[_i].texts[i] != NULL; i++)
    n += dui_typing_begins_step (&typing, typings[_i].texts[i - 1], typings[_i].texts[i], 10 * G_USEC_PER_SEC + i);
  ck_assert_uint_eq (n, typings[_i].n_steps);
}
END_TEST

START_TEST (a_pause_and_another_place_begin_a_step)
{
  DuiTyping typing = { 0 };
  const char *far = "một câu dài để con trỏ ở rất xa chỗ này";
  g_autofree char *end = g_strconcat (far, "a", NULL);
  g_autofree char *both = g_strconcat ("b", end, NULL);

  ck_assert (dui_typing_begins_step (&typing, far, end, 10 * G_USEC_PER_SEC));
  ck_assert (dui_typing_begins_step (&typing, end, both, 10 * G_USEC_PER_SEC + 1));
  ck_assert (dui_typing_begins_step (&typing, both, end, 20 * G_USEC_PER_SEC));
}
END_TEST

START_TEST (what_is_refused_is_kept_beside_the_plan)
{
  g_autoptr (DuiDocument) document = make_document ();
  g_autoptr (GError) error = NULL;

  ck_assert (!dui_document_set_attribute (document, "head", DT_ATTR_DATE, "ngày mai", NULL, &error));
  ck_assert_ptr_nonnull (error);
  /* The field stands where it stands; the words are of people. */
  ck_assert_ptr_null (strstr (error->message, "head"));
  ck_assert (g_unichar_isupper (g_utf8_get_char (error->message)));
  ck_assert_str_eq (dui_document_get_refused (document, "head", DT_ATTR_DATE), "ngày mai");
  ck_assert_int_eq (dui_document_get_draft_state (document), DUI_DRAFT_PENDING);
  ck_assert (dui_document_set_attribute (document, "head", DT_ATTR_DATE, "2026-12-01", NULL, NULL));
  ck_assert_ptr_null (dui_document_get_refused (document, "head", DT_ATTR_DATE));
}
END_TEST

typedef struct
{
  gboolean done;
  gboolean saved;
  GError *error;
} Saved;

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  Saved *saved = user_data;

  saved->saved = dui_document_save_finish (DUI_DOCUMENT (source), result, &saved->error);
  saved->done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Saved *) data)->done;
}

static Saved
save (DuiDocument *document,
      GFile *file,
      gboolean overwrite)
{
  Saved saved = { 0 };

  dui_document_save_async (document, file, overwrite, NULL, saved_cb, &saved);
  ck_assert (dui_test_wait (is_done, &saved, 10));
  return saved;
}

START_TEST (a_file_changed_outside_is_noticed_before_it_is_overwritten)
{
  g_autofree char *folder = g_dir_make_tmp ("duthao-ui-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "ke-hoach.duthao", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (DuiDocument) document = make_document ();
  g_autoptr (DtPlan) other = dt_plan_new_empty ("ke-hoach");
  Saved saved;

  dui_document_set_text (document, "head/subject", "Một", NULL, NULL);
  saved = save (document, file, TRUE);
  ck_assert (saved.saved);
  ck_assert (!dui_document_is_modified (document));
  ck_assert (g_file_equal (dui_document_get_file (document), file));
  ck_assert (!dui_document_is_changed_outside (document));

  ck_assert (dt_plan_save (other, path, NULL));
  ck_assert (dui_document_is_changed_outside (document));
  ck_assert (dui_document_notice_outside (document));
  ck_assert (!dui_document_notice_outside (document));

  dui_document_set_text (document, "head/subject", "Hai", NULL, NULL);
  saved = save (document, NULL, FALSE);
  ck_assert (!saved.saved);
  ck_assert (g_error_matches (saved.error, DT_SAVE_ERROR, DT_SAVE_ERROR_CONFLICT));
  g_clear_error (&saved.error);
  ck_assert (dui_document_is_modified (document));

  saved = save (document, NULL, TRUE);
  ck_assert (saved.saved);
  ck_assert (!dui_document_is_changed_outside (document));
}
END_TEST

START_TEST (a_file_that_was_moved_away_is_written_anew)
{
  g_autofree char *folder = g_dir_make_tmp ("duthao-ui-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "ke-hoach.duthao", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (DuiDocument) document = make_document ();
  Saved saved = save (document, file, TRUE);

  ck_assert (saved.saved);
  ck_assert_int_eq (g_unlink (path), 0);
  ck_assert (!dui_document_is_changed_outside (document));
  dui_document_set_text (document, "head/subject", "Hai", NULL, NULL);
  saved = save (document, NULL, FALSE);
  ck_assert (saved.saved);
  ck_assert (g_file_test (path, G_FILE_TEST_EXISTS));
}
END_TEST

START_TEST (taking_over_a_changed_file_can_be_undone)
{
  g_autofree char *folder = g_dir_make_tmp ("duthao-ui-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "ke-hoach.duthao", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (DuiDocument) document = make_document ();
  g_autoptr (DtPlan) other = dt_plan_new_empty ("ke-hoach");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  Saved saved = save (document, file, TRUE);

  ck_assert (saved.saved);
  before = write_plan (document);
  ck_assert (dt_plan_save (other, path, NULL));
  ck_assert (dui_document_reload (document, NULL));
  ck_assert (dt_plan_equal (dui_document_get_plan (document), other));
  ck_assert (!dui_document_is_modified (document));
  dui_document_undo (document);
  after = write_plan (document);
  ck_assert (strcmp (before, after) == 0);
  ck_assert (dui_document_is_modified (document));
}
END_TEST

int
main (int argc,
      char *argv[])
{
  Suite *suite = suite_create ("ui-document");
  TCase *tcase = tcase_create ("document");

  dui_test_init (&argc, &argv);
  tcase_set_timeout (tcase, 60);
  tcase_add_loop_test (tcase, a_thousand_edits_are_undone_and_done_again, 0, 4);
  tcase_add_test (tcase, typed_words_are_undone_one_by_one);
  tcase_add_test (tcase, one_timeline_leads_through_fields_and_structure);
  tcase_add_loop_test (tcase, words_are_steps_whatever_the_input_method_does, 0, G_N_ELEMENTS (typings));
  tcase_add_test (tcase, a_pause_and_another_place_begin_a_step);
  tcase_add_test (tcase, what_is_refused_is_kept_beside_the_plan);
  tcase_add_test (tcase, a_file_changed_outside_is_noticed_before_it_is_overwritten);
  tcase_add_test (tcase, a_file_that_was_moved_away_is_written_anew);
  tcase_add_test (tcase, taking_over_a_changed_file_can_be_undone);
  suite_add_tcase (suite, tcase);

  return dui_test_main (suite);
}
