/* test-import-page.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dui-test-form.h"

#include "start/dui-import-change.h"
#include "document/dui-import-draft.h"
#include "start/dui-import-page.h"

#include <string.h>

static const char text[] = "ỦY BAN NHÂN DÂN\nXÃ TÂN PHÚC\n"
                           "Số: 20/KH-UBND\n"
                           "\n"
                           "KẾ HOẠCH\n"
                           "Chuyển đổi số năm 2026\n"
                           "\n"
                           "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;\n"
                           "Ủy ban nhân dân xã ban hành Kế hoạch như sau:\n"
                           "I. MỤC ĐÍCH, YÊU CẦU\n"
                           "1. Mục đích\n"
                           "- Nâng cao nhận thức của cán bộ, công chức.\n"
                           "III. KINH PHÍ\n"
                           "Từ ngân sách xã.\n"
                           "Nơi nhận:\n"
                           "- Thường trực Đảng ủy;\n"
                           "- Lưu: VT.\n"
                           "TM. ỦY BAN NHÂN DÂN\n"
                           "CHỦ TỊCH\n"
                           "Lê Thị Hồng Vân\n";

static gboolean
is_idle (gpointer page)
{
  return !dui_import_page_is_busy (page);
}

static void
drop_draft (void)
{
  g_autoptr (DuiImportDraft) draft = dui_import_draft_new ();

  dui_import_draft_drop (draft);
}

static DuiImportPage *
make_page_again (GtkWidget **window)
{
  DuiImportPage *page = DUI_IMPORT_PAGE (dui_import_page_new (dui_test_get_engine ()));

  *window = dui_test_show (GTK_WIDGET (page), 1000, 600);
  return page;
}

static DuiImportPage *
make_page (GtkWidget **window)
{
  drop_draft ();
  return make_page_again (window);
}

static void
close_window (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  dui_test_settle ();
}

/* What begins with @start in the text, and what the margin says beside it. */
static const struct
{
  const char *start;
  const char *label;
} parts[] = {
  { "Chuyển đổi số", "Subject" },
  { "Căn cứ", "Basis" },
  { "Ủy ban nhân dân xã ban", "Opening" },
  { "I. MỤC", "I." },
  { "1. Mục", "1." },
  { "- Nâng", "-" },
  { "III. KINH", "II." },
  { "- Thường", "Recipients" },
  { "Lê Thị", "Signature" },
};

START_TEST (the_margin_says_what_was_recognised)
{
  GtkWidget *window;
  DuiImportPage *page = make_page (&window);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  dui_import_page_set_text (page, text, FALSE);
  ck_assert (dui_test_wait (is_idle, page, 30));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      guint line = 0;

      while (lines[line] != NULL && !g_str_has_prefix (lines[line], parts[i].start))
        line++;
      ck_assert_ptr_nonnull (lines[line]);
      ck_assert_msg (strcmp (dui_import_page_get_label (page, line), parts[i].label) == 0, "“%s” is called “%s”", lines[line],
                     dui_import_page_get_label (page, line));
    }
  close_window (window);
}
END_TEST

static void
take_plan_cb (DuiImportPage *page,
              DtPlan *plan,
              DtPlan **taken)
{
  *taken = dt_plan_ref (plan);
}

static gboolean
is_create (GtkWidget *button,
           gconstpointer label)
{
  return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0;
}

START_TEST (repairs_are_listed_and_the_plan_is_handed_over)
{
  GtkWidget *window;
  DuiImportPage *page = make_page (&window);
  GtkWidget *button = dui_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, is_create, "_Create Plan");
  g_autoptr (DtPlan) plan = NULL;

  ck_assert (!gtk_widget_get_sensitive (button));
  dui_import_page_set_text (page, text, FALSE);
  ck_assert (!gtk_widget_get_sensitive (button));
  ck_assert (dui_test_wait (is_idle, page, 30));
  ck_assert_uint_gt (dui_import_page_get_n_repairs (page), 0);
  ck_assert (gtk_widget_get_sensitive (button));
  dui_test_check_names (GTK_WIDGET (page));

  g_signal_connect (page, "create", G_CALLBACK (take_plan_cb), &plan);
  g_signal_emit_by_name (button, "clicked");
  ck_assert_ptr_nonnull (plan);
  ck_assert_str_eq (dt_node_get_text (dt_plan_find (plan, "head/subject")), "Chuyển đổi số năm 2026");
  close_window (window);
}
END_TEST

START_TEST (a_text_that_is_changed_is_read_again)
{
  GtkWidget *window;
  DuiImportPage *page = make_page (&window);
  GtkTextView *view = GTK_TEXT_VIEW (dui_test_find (GTK_WIDGET (page), GTK_TYPE_TEXT_VIEW, NULL, NULL));

  dui_import_page_set_text (page, "I. MỘT\nChữ.", FALSE);
  ck_assert (dui_test_wait (is_idle, page, 30));
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (view), "\nII. HAI\nChữ nữa.", -1);
  ck_assert (dui_import_page_is_busy (page));
  ck_assert (dui_test_wait (is_idle, page, 30));
  ck_assert_uint_eq (dt_node_get_n_children (dt_plan_find (dui_import_page_get_plan (page), "sections")), 2);
  close_window (window);
}
END_TEST

static guint
find_line (const char *within,
           const char *start)
{
  g_auto (GStrv) lines = g_strsplit (within, "\n", -1);
  guint line = 0;

  while (lines[line] != NULL && !g_str_has_prefix (lines[line], start))
    line++;
  ck_assert_msg (lines[line] != NULL, "no line “%s” in:\n%s", start, within);
  return line;
}

/* A line of the text above, what it is said to be, how it stands then and below what; and what it is read as. */
static const struct
{
  const char *start;
  DuiImportPart part;
  const char *written;
  const char *below;
  const char *label;
} changes[] = {
  { "III. KINH", DUI_IMPORT_PARAGRAPH, "KINH PHÍ", "", "" },
  { "III. KINH", DUI_IMPORT_SUBHEADING, "2. KINH PHÍ", "- Nâng", "2." },
  { "III. KINH", DUI_IMPORT_BASIS, "Căn cứ KINH PHÍ;", "Căn cứ Luật", "Basis" },
  { "III. KINH", DUI_IMPORT_RECIPIENT, "- KINH PHÍ;", "- Thường", "Recipients" },
  { "III. KINH", DUI_IMPORT_SUBJECT, "KINH PHÍ", "Chuyển", NULL },
  { "Từ ngân", DUI_IMPORT_HEADING, "III. Từ ngân sách xã.", "III. KINH", "III." },
  { "Từ ngân", DUI_IMPORT_POINT, "a) Từ ngân sách xã.", "III. KINH", "a)" },
  { "Từ ngân", DUI_IMPORT_DASH, "- Từ ngân sách xã.", "III. KINH", "-" },
  { "- Nâng", DUI_IMPORT_JOINED, "1. Mục đích - Nâng cao nhận thức của cán bộ, công chức.", "I. MỤC", NULL },
  { "Căn cứ", DUI_IMPORT_RECIPIENT, "- Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", "- Thường", "Recipients" },
};

START_TEST (a_line_is_what_it_is_said_to_be)
{
  GtkWidget *window;
  DuiImportPage *page = make_page (&window);
  GtkWidget *view = dui_test_find (GTK_WIDGET (page), GTK_TYPE_TEXT_VIEW, NULL, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_autofree char *changed = NULL;
  g_autofree char *shown = NULL;
  g_auto (GStrv) lines = NULL;
  GtkTextIter start;
  GtkTextIter end;
  guint now = 0;

  changed = dui_import_change (text, find_line (text, changes[_i].start), changes[_i].part, &now);
  ck_assert_ptr_nonnull (changed);
  lines = g_strsplit (changed, "\n", -1);
  ck_assert_str_eq (lines[now], changes[_i].written);
  ck_assert_msg (g_str_has_prefix (lines[now - 1], changes[_i].below), "below “%s”", lines[now - 1]);

  /* The same by the action, and back with one undo. */
  dui_import_page_set_text (page, text, FALSE);
  ck_assert (dui_test_wait (is_idle, page, 30));
  gtk_text_buffer_get_iter_at_line (buffer, &start, (int) find_line (text, changes[_i].start));
  gtk_text_buffer_place_cursor (buffer, &start);
  ck_assert (gtk_widget_activate_action (view, "part.set", "s", dui_import_part_get_id (changes[_i].part)));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  shown = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  ck_assert_str_eq (shown, changed);
  ck_assert (dui_test_wait (is_idle, page, 30));
  if (changes[_i].label != NULL)
    ck_assert_msg (strcmp (dui_import_page_get_label (page, now), changes[_i].label) == 0, "“%s” is called “%s”", lines[now],
                   dui_import_page_get_label (page, now));

  gtk_text_buffer_undo (buffer);
  g_free (shown);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  shown = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  ck_assert_str_eq (shown, text);
  close_window (window);
}
END_TEST

static gboolean
is_kept (gpointer unused)
{
  return dui_import_draft_exists ();
}

START_TEST (what_was_pasted_outlives_the_program)
{
  GtkWidget *window;
  DuiImportPage *page = make_page (&window);
  GtkTextView *view = GTK_TEXT_VIEW (dui_test_find (GTK_WIDGET (page), GTK_TYPE_TEXT_VIEW, NULL, NULL));
  g_autofree char *kept = NULL;
  gboolean markdown = FALSE;

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (view), text, -1);
  /* Not at the end of the program: it may be killed. */
  ck_assert (dui_test_wait (is_kept, NULL, 2));
  kept = dui_import_draft_load (&markdown);
  ck_assert_str_eq (kept, text);
  close_window (window);

  page = make_page_again (&window);
  ck_assert (dui_test_wait (is_idle, page, 30));
  ck_assert_ptr_nonnull (dui_import_page_get_plan (page));
  g_signal_emit_by_name (dui_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, is_create, "_Create Plan"), "clicked");
  ck_assert (!dui_import_draft_exists ());
  close_window (window);
  ck_assert (!dui_import_draft_exists ());
}
END_TEST

START_TEST (a_text_that_is_discarded_does_not_come_back)
{
  GtkWidget *window;
  DuiImportPage *page = make_page (&window);

  dui_import_page_set_text (page, text, TRUE);
  ck_assert (dui_test_wait (is_kept, NULL, 2));
  g_signal_emit_by_name (dui_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, is_create, "_Discard the Text"), "clicked");
  ck_assert (!dui_import_draft_exists ());
  close_window (window);
  ck_assert (!dui_import_draft_exists ());
}
END_TEST

START_TEST (a_plan_file_is_shown_as_it_is)
{
  GtkWidget *window;
  DuiImportPage *page = make_page (&window);
  g_autofree char *path = dui_test_find_sample ("ke-hoach-mau.duthao");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkTextView *view = GTK_TEXT_VIEW (dui_test_find (GTK_WIDGET (page), GTK_TYPE_TEXT_VIEW, NULL, NULL));

  dui_import_page_take_file (page, file);
  ck_assert (dui_test_wait (is_idle, page, 30));
  ck_assert_ptr_nonnull (dui_import_page_get_plan (page));
  ck_assert (!gtk_text_view_get_editable (view));
  ck_assert_int_gt (gtk_text_buffer_get_line_count (gtk_text_view_get_buffer (view)), 20);
  close_window (window);
}
END_TEST

START_TEST (what_cannot_be_read_is_told)
{
  GtkWidget *window;
  DuiImportPage *page = make_page (&window);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all.txt");

  dui_import_page_take_file (page, file);
  ck_assert (dui_test_wait (is_idle, page, 30));
  ck_assert_ptr_null (dui_import_page_get_plan (page));
  close_window (window);
}
END_TEST

START_TEST (the_page_goes_without_a_trace_while_it_reads)
{
  GtkWidget *page = dui_import_page_new (dui_test_get_engine ());

  g_object_ref_sink (page);
  dui_import_page_set_text (DUI_IMPORT_PAGE (page), text, FALSE);
  dui_assert_finalizes (page);
}
END_TEST

int
main (int argc,
      char *argv[])
{
  Suite *suite = suite_create ("ui-import-page");
  TCase *tcase = tcase_create ("import");

  dui_test_init (&argc, &argv);
  tcase_set_timeout (tcase, 90);
  tcase_add_test (tcase, the_margin_says_what_was_recognised);
  tcase_add_test (tcase, repairs_are_listed_and_the_plan_is_handed_over);
  tcase_add_test (tcase, a_text_that_is_changed_is_read_again);
  tcase_add_loop_test (tcase, a_line_is_what_it_is_said_to_be, 0, G_N_ELEMENTS (changes));
  tcase_add_test (tcase, what_was_pasted_outlives_the_program);
  tcase_add_test (tcase, a_text_that_is_discarded_does_not_come_back);
  tcase_add_test (tcase, a_plan_file_is_shown_as_it_is);
  tcase_add_test (tcase, what_cannot_be_read_is_told);
  tcase_add_test (tcase, the_page_goes_without_a_trace_while_it_reads);
  suite_add_tcase (suite, tcase);

  return dui_test_main (suite);
}
