/* test-window.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "citing/dui-cite-pane.h"
#include "common/dui-banner.h"
#include "base/dt-save.h"
#include "document/dui-binding.h"
#include "document/dui-document-private.h"
#include "editor/dui-form-row.h"
#include "format/dt-plan-file.h"
#include "window/dui-foot-bar.h"
#include "window/dui-panes.h"
#include "window/dui-place.h"
#include "window/dui-window.h"

#include "dui-test.h"

#include <string.h>

static DuiDocument *
load_sample (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("DUTHAO_DATA_DIR"), "samples", "ke-hoach-mau.duthao", NULL);
  g_autoptr (DtPlan) plan = dt_plan_load (path, NULL, &error);

  dui_assert_no_error (error);
  return dui_document_new (dui_test_get_engine (), plan, NULL);
}

static DuiWindow *
make_window (DuiDocument *document)
{
  return DUI_WINDOW (dui_window_new (NULL, dui_test_get_engine (), document, NULL));
}

static GtkWidget *
find_widget (GtkWidget *widget,
             GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_label (GtkWidget *widget,
            const char *words)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), words) != NULL)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, words);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
resize (DuiWindow *window,
        int width)
{
  gtk_window_set_default_size (GTK_WINDOW (window), width, 600);
  for (int i = 0; i < 30; i++)
    {
      dui_test_settle ();
      g_usleep (5000);
    }
}

START_TEST (a_window_opens_a_plan_and_goes_without_a_trace)
{
  g_autoptr (DuiDocument) document = load_sample ();
  DuiWindow *window = make_window (document);
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_present (GTK_WINDOW (window));
  dui_test_settle ();
  ck_assert_str_eq (dui_window_get_part (window), "head");

  gtk_window_destroy (GTK_WINDOW (window));
  dui_test_settle ();
  ck_assert_ptr_null (weak);
  dui_assert_finalizes (g_steal_pointer (&document));
}
END_TEST

START_TEST (the_title_says_what_is_not_saved)
{
  g_autoptr (DuiDocument) document = load_sample ();
  DuiWindow *window = make_window (document);
  AdwWindowTitle *title = ADW_WINDOW_TITLE (find_widget (GTK_WIDGET (window), ADW_TYPE_WINDOW_TITLE));

  ck_assert (!g_str_has_suffix (adw_window_title_get_title (title), "•"));
  ck_assert (dui_document_set_text (document, "head/subject", "Phòng, chống thiên tai", NULL, NULL));
  ck_assert_str_eq (adw_window_title_get_title (title), "Phòng, chống thiên tai •");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ck_assert (!g_str_has_suffix (adw_window_title_get_title (title), "•"));

  gtk_window_destroy (GTK_WINDOW (window));
}
END_TEST

START_TEST (a_place_opens_the_form_it_is_edited_in)
{
  g_autoptr (DuiDocument) document = load_sample ();
  DtPlan *plan = dui_document_get_plan (document);
  g_autofree char *basis = g_strdup (dt_node_get_id (dt_node_get_child (dt_plan_find (plan, "bases"), 0)));
  g_autofree char *section = g_strdup (dt_node_get_id (dt_node_get_child (dt_plan_find (plan, "sections"), 1)));
  g_autofree char *body = g_strconcat (section, "/body", NULL);
  const char *places[][2] = {
    { "head/subject", "head" },
    { "opening", "bases" },
    { "signature/signer", "recipients" },
    { basis, "bases" },
    { section, section },
    { body, section },
    { "gone", "head" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *part = dui_place_find_part (plan, places[i][0]);

      ck_assert_str_eq (part, places[i][1]);
    }
}
END_TEST

START_TEST (undo_shows_what_it_undid)
{
  g_autoptr (DuiDocument) document = load_sample ();
  DuiWindow *window = make_window (document);
  const char *section = dt_node_get_id (dt_node_get_child (dt_plan_find (dui_document_get_plan (document), "sections"), 1));
  g_autofree char *part = g_strdup (section);
  g_autofree char *title = g_strconcat (section, "/title", NULL);
  const char *caret;
  guint offset;

  gtk_window_present (GTK_WINDOW (window));
  dui_test_settle ();
  ck_assert (dui_document_set_text (document, title, "Khác", NULL, NULL));
  ck_assert_str_eq (dui_window_get_part (window), "head");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ck_assert_str_eq (dui_window_get_part (window), part);

  /* In a text, the caret goes behind what changed. */
  ck_assert (dui_document_set_text (document, title, "Mục đích chung", NULL, NULL));
  dui_document_end_group (document);
  ck_assert (dui_document_set_text (document, title, "Mục đích rất chung", NULL, NULL));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  caret = dui_document_get_caret (document, &offset);
  ck_assert_str_eq (caret, title);
  ck_assert_uint_eq (offset, strlen ("Mục đích rất "));

  gtk_window_destroy (GTK_WINDOW (window));
}
END_TEST

/* A window of a plan comes back as it was left, whatever the one that was closed last looked like. */
START_TEST (each_window_keeps_its_panes)
{
  g_autoptr (DuiDocument) document = load_sample ();
  GSettings *settings = dui_engine_get_settings (dui_test_get_engine ());
  DuiWindow *window = make_window (document);
  DuiPanes *panes;
  int outline;
  int form;

  gtk_window_present (GTK_WINDOW (window));
  resize (window, 1280);
  panes = DUI_PANES (find_widget (GTK_WIDGET (window), DUI_TYPE_PANES));
  dui_panes_set_widths (panes, 300, 420);
  dui_panes_set_show (panes, DUI_PANE_SIDE, FALSE);
  dui_window_keep_size (window);
  gtk_window_destroy (GTK_WINDOW (window));
  g_settings_set_int (settings, "outline-width", 200);
  g_settings_set_boolean (settings, "show-pages", TRUE);

  window = make_window (document);
  panes = DUI_PANES (find_widget (GTK_WIDGET (window), DUI_TYPE_PANES));
  dui_panes_get_widths (panes, &outline, &form);
  ck_assert_int_eq (outline, 300);
  ck_assert_int_eq (form, 420);
  ck_assert (!dui_panes_get_show (panes, DUI_PANE_SIDE));
  gtk_window_destroy (GTK_WINDOW (window));
  g_settings_reset (settings, "outline-width");
  g_settings_reset (settings, "form-width");
}
END_TEST

/* Width of the window, and which of outline, form and pages is in view. */
static const struct
{
  int width;
  gboolean in_view[DUI_N_PANES];
} rooms[] = {
  { 1280, { TRUE, TRUE, TRUE } },
  { 1024, { TRUE, TRUE, FALSE } },
  { 640, { FALSE, TRUE, FALSE } },
};

START_TEST (panes_give_way_where_there_is_less_room)
{
  g_autoptr (DuiDocument) document = load_sample ();
  DuiWindow *window = make_window (document);
  DuiPanes *panes = DUI_PANES (find_widget (GTK_WIDGET (window), DUI_TYPE_PANES));

  gtk_window_present (GTK_WINDOW (window));
  resize (window, rooms[_i].width);
  for (guint i = 0; i < DUI_N_PANES; i++)
    ck_assert_msg (dui_panes_is_in_view (panes, i) == rooms[_i].in_view[i], "pane %u at %d", i, rooms[_i].width);

  /* The button of the pages brings them to the front, and back. */
  if (!rooms[_i].in_view[DUI_PANE_SIDE])
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-pages", NULL);
      ck_assert (dui_panes_is_in_view (panes, DUI_PANE_SIDE));
      ck_assert (!dui_panes_is_in_view (panes, DUI_PANE_FORM));
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-pages", NULL);
      ck_assert (dui_panes_is_in_view (panes, DUI_PANE_FORM));
    }

  gtk_window_destroy (GTK_WINDOW (window));
}
END_TEST

/* Whether the pages were in view before, and how the search ends. */
static const struct
{
  gboolean pages;
  const char *signal;
  const char *text;
} searches[] = {
  { TRUE, "cite", "theo kế hoạch [[76/NQ-CP]] này" },
  { FALSE, "cite", "theo kế hoạch [[76/NQ-CP]] này" },
  { TRUE, "close", "theo kế hoạch này" },
};

START_TEST (after_citing_all_is_as_it_was_before)
{
  g_autoptr (DuiDocument) document = load_sample ();
  DuiWindow *window = make_window (document);
  DuiPanes *panes = DUI_PANES (find_widget (GTK_WIDGET (window), DUI_TYPE_PANES));
  const char *section = dt_node_get_id (dt_node_get_child (dt_plan_find (dui_document_get_plan (document), "sections"), 1));
  g_autofree char *body = g_strconcat (section, "/body", NULL);
  GtkWidget *view;
  GtkWidget *pane;

  ck_assert (dui_document_set_text (document, body, "theo kế hoạch này", NULL, NULL));
  gtk_window_present (GTK_WINDOW (window));
  resize (window, 1280);
  dui_panes_set_show (panes, DUI_PANE_SIDE, searches[_i].pages);
  dui_window_open_place (window, body, (guint) strlen ("theo kế ho"));
  dui_test_settle ();
  view = gtk_window_get_focus (GTK_WINDOW (window));
  ck_assert (GTK_IS_TEXT_VIEW (view));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.cite", NULL);
  dui_test_settle ();
  pane = find_widget (GTK_WIDGET (window), DUI_TYPE_CITE_PANE);
  ck_assert_ptr_nonnull (pane);
  ck_assert (gtk_widget_get_mapped (pane));
  ck_assert (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), pane));
  if (g_str_equal (searches[_i].signal, "cite"))
    g_signal_emit_by_name (pane, "cite", "76/NQ-CP", FALSE);
  else
    g_signal_emit_by_name (pane, "close");
  dui_test_settle ();

  ck_assert_str_eq (dt_node_get_text (dt_plan_find (dui_document_get_plan (document), body)), searches[_i].text);
  ck_assert_ptr_eq (gtk_window_get_focus (GTK_WINDOW (window)), view);
  ck_assert (!gtk_widget_get_mapped (pane));
  ck_assert_int_eq (dui_panes_is_in_view (panes, DUI_PANE_SIDE), searches[_i].pages);
  gtk_window_destroy (GTK_WINDOW (window));
}
END_TEST

static gboolean
is_marked (gpointer data)
{
  GtkWidget *label = find_label (data, "Phụ lục I");

  return label != NULL && gtk_widget_get_mapped (label);
}

/* From a finding to its field: the keys go there, and the form says what is wrong. */
START_TEST (a_wrong_field_is_marked_and_gets_the_keys)
{
  g_autoptr (DuiDocument) document = load_sample ();
  g_autoptr (DtPlan) plan = NULL;
  g_autofree char *symbol = dui_binding_make_key ("head", DT_ATTR_SYMBOL);
  DuiWindow *window;
  GtkWidget *focus;

  plan = dt_plan_set_attribute (dui_document_get_plan (document), "head", DT_ATTR_SYMBOL, "kh-ubnd", NULL);
  dui_document_apply (document, plan, NULL, NULL);
  window = make_window (document);
  gtk_window_present (GTK_WINDOW (window));
  resize (window, 1280);
  dui_window_open_place (window, "recipients", 0);
  dui_window_open_place (window, symbol, 0);
  dui_test_settle ();
  ck_assert_str_eq (dui_window_get_part (window), "head");
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  ck_assert (GTK_IS_TEXT (focus));
  ck_assert_str_eq (gtk_editable_get_text (GTK_EDITABLE (focus)), "kh-ubnd");
  focus = gtk_widget_get_ancestor (focus, DUI_TYPE_FORM_ROW);
  ck_assert (dui_test_wait (is_marked, focus, 30));

  gtk_window_destroy (GTK_WINDOW (window));
}
END_TEST

/* A file, the plan in it, and the window that shows the body of a section. */
typedef struct
{
  char *path;
  char *body;
  DuiDocument *document;
  DuiWindow *window;
} Filed;

static void
open_filed (Filed *self)
{
  g_autofree char *folder = g_dir_make_tmp ("duthao-ui-XXXXXX", NULL);
  g_autoptr (DuiDocument) sample = load_sample ();
  g_autoptr (GFile) file = NULL;
  g_autofree char *etag = NULL;
  DtPlan *plan = dui_document_get_plan (sample);

  self->path = g_build_filename (folder, "ke-hoach.duthao", NULL);
  ck_assert (dt_plan_save (plan, self->path, NULL));
  file = g_file_new_for_path (self->path);
  self->document = dui_document_new (dui_test_get_engine (), plan, file);
  etag = dt_save_etag_for_file (self->path, NULL);
  dui_document_set_etag (self->document, etag);
  self->body = g_strconcat (dt_node_get_id (dt_node_get_child (dt_plan_find (plan, "sections"), 1)), "/body", NULL);
  ck_assert (dui_document_set_text (self->document, self->body, "Kế ", NULL, NULL));
  self->window = make_window (self->document);
  gtk_window_present (GTK_WINDOW (self->window));
  resize (self->window, 1280);
  dui_window_open_place (self->window, self->body, (guint) strlen ("Kế "));
  dui_test_settle ();
}

static void
close_filed (Filed *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  dui_test_settle ();
  g_clear_object (&self->document);
  g_free (self->path);
  g_free (self->body);
}

static const char *
get_body (Filed *self)
{
  return dt_node_get_text (dt_plan_find (dui_document_get_plan (self->document), self->body));
}

static gboolean
is_saved (gpointer data)
{
  return !dui_document_is_modified (((Filed *) data)->document);
}

START_TEST (the_word_that_is_held_is_in_the_saved_file)
{
  Filed self = { 0 };
  g_autoptr (DtPlan) saved = NULL;
  GtkWidget *view;

  open_filed (&self);
  view = gtk_window_get_focus (GTK_WINDOW (self.window));
  ck_assert (GTK_IS_TEXT_VIEW (view));
  g_signal_emit_by_name (view, "preedit-changed", "hoạch");
  gtk_widget_activate_action (GTK_WIDGET (self.window), "win.save", NULL);
  ck_assert (dui_test_wait (is_saved, &self, 10));
  saved = dt_plan_load (self.path, NULL, NULL);
  ck_assert_ptr_nonnull (saved);
  ck_assert_str_eq (dt_node_get_text (dt_plan_find (saved, self.body)), "Kế hoạch");
  /* Nobody took the keys from the word. */
  ck_assert_ptr_eq (gtk_window_get_focus (GTK_WINDOW (self.window)), view);

  close_filed (&self);
}
END_TEST

static gboolean
shows_recipients (gpointer data)
{
  return g_str_equal (dui_window_get_part (((Filed *) data)->window), "recipients");
}

START_TEST (another_part_waits_for_the_word_that_is_held)
{
  Filed self = { 0 };
  GtkWidget *view;

  open_filed (&self);
  view = gtk_window_get_focus (GTK_WINDOW (self.window));
  g_signal_emit_by_name (view, "preedit-changed", "hoạch");
  dui_window_open_place (self.window, "recipients", 0);
  ck_assert (!shows_recipients (&self));
  /* It comes a moment after the keys went. */
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "hoạch", -1);
  g_signal_emit_by_name (view, "preedit-changed", "");
  ck_assert (dui_test_wait (shows_recipients, &self, 2));
  ck_assert_str_eq (get_body (&self), "Kế hoạch");

  close_filed (&self);
}
END_TEST

static AdwMessageDialog *
find_question (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GObject) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }

  return NULL;
}

static gboolean
asks (gpointer data)
{
  return find_question () != NULL;
}

/* What the user answers, and what the body is then. */
static const struct
{
  const char *answer;
  const char *body;
} outside[] = {
  { "reload", "Từ máy khác" },
  { "cancel", "Kế " },
};

START_TEST (a_file_that_changed_outside_is_noticed_while_it_is_open)
{
  Filed self = { 0 };
  g_autoptr (DtPlan) other = NULL;

  open_filed (&self);
  other = dt_plan_set_text (dui_document_get_plan (self.document), self.body, "Từ máy khác", NULL);
  ck_assert (dt_plan_save (other, self.path, NULL));
  ck_assert (dui_test_wait (asks, NULL, 10));
  adw_message_dialog_response (find_question (), outside[_i].answer);
  dui_test_settle ();
  ck_assert_str_eq (get_body (&self), outside[_i].body);
  /* What was taken over can be undone. */
  dui_document_undo (self.document);
  if (g_str_equal (outside[_i].answer, "reload"))
    ck_assert_str_eq (get_body (&self), "Kế ");

  close_filed (&self);
}
END_TEST

static void
opened_cb (GApplication *application,
           GFile **files,
           int n_files,
           const char *hint,
           guint *n)
{
  for (int i = 0; i < n_files; i++)
    *n += g_file_has_uri_scheme (files[i], "file");
}

static GtkDropTarget *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }

  return NULL;
}

START_TEST (files_that_are_dropped_on_the_window_are_opened)
{
  g_autoptr (GtkApplication) application = gtk_application_new ("io.github.duthao.Test", G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_autoptr (DuiDocument) document = load_sample ();
  g_autoptr (GFile) first = g_file_new_for_path ("/tmp/mot.duthao");
  g_autoptr (GFile) second = g_file_new_for_path ("/tmp/hai.duthao");
  GFile *files[] = { first, second };
  g_auto (GValue) value = G_VALUE_INIT;
  DuiWindow *window;
  GtkDropTarget *target;
  gboolean taken = FALSE;
  guint n_opened = 0;

  g_signal_connect (application, "open", G_CALLBACK (opened_cb), &n_opened);
  ck_assert (g_application_register (G_APPLICATION (application), NULL, NULL));
  window = DUI_WINDOW (dui_window_new (application, dui_test_get_engine (), document, NULL));
  target = find_drop_target (GTK_WIDGET (window));
  ck_assert_ptr_nonnull (target);

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (files, G_N_ELEMENTS (files)));
  g_signal_emit_by_name (target, "drop", &value, 10.0, 10.0, &taken);
  ck_assert (taken);
  ck_assert_uint_eq (n_opened, 2);

  gtk_window_destroy (GTK_WINDOW (window));
}
END_TEST

START_TEST (the_keys_come_back_to_where_one_was_in_a_pane)
{
  Filed self = { 0 };
  GtkWidget *view;

  open_filed (&self);
  view = gtk_window_get_focus (GTK_WINDOW (self.window));
  for (guint i = 0; i < DUI_N_PANES; i++)
    {
      ck_assert (i == 0 || gtk_window_get_focus (GTK_WINDOW (self.window)) != view);
      gtk_widget_activate_action (GTK_WIDGET (self.window), "win.next-pane", NULL);
      dui_test_settle ();
    }
  ck_assert_ptr_eq (gtk_window_get_focus (GTK_WINDOW (self.window)), view);

  close_filed (&self);
}
END_TEST

START_TEST (reasons_are_no_words_of_the_plan)
{
  g_autoptr (DuiDocument) document = load_sample ();
  DtPlan *plan = dui_document_get_plan (document);
  g_autoptr (DtNode) reason = dt_node_new_text (DT_NODE_IGNORED, "trích nguyên văn");
  g_autoptr (DtPlan) more = dt_plan_insert (plan, "plan", -1, reason, NULL);

  ck_assert_ptr_nonnull (more);
  ck_assert_uint_eq (dui_place_count_words (more), dui_place_count_words (plan));
}
END_TEST

START_TEST (the_foot_counts_words_pages_and_blanks)
{
  g_autoptr (DuiDocument) document = load_sample ();
  DuiWindow *window = make_window (document);
  DuiFootBar *foot = DUI_FOOT_BAR (find_widget (GTK_WIDGET (window), DUI_TYPE_FOOT_BAR));
  DuiFootFacts facts = { 3, 2, 1, 1842, 7, "Times New Roman" };

  dui_foot_bar_show (foot, &facts);
  ck_assert_str_eq (dui_foot_bar_get_findings (foot), "3 items are missing · 2 errors of layout · 1 note");
  ck_assert_str_eq (dui_foot_bar_get_size (foot), "1,842 words · 7 pages · Times New Roman");

  gtk_window_destroy (GTK_WINDOW (window));
}
END_TEST

START_TEST (what_cannot_be_kept_is_told_at_once)
{
  g_autoptr (DuiDocument) document = load_sample ();
  DuiWindow *window = make_window (document);
  DuiBanner *banner = DUI_BANNER (find_widget (GTK_WIDGET (window), DUI_TYPE_BANNER));
  g_autoptr (GError) error = g_error_new (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "the disk is full");

  ck_assert_ptr_null (dui_banner_get_text (banner));
  ck_assert (dui_document_set_text (document, "head/subject", "A", NULL, NULL));
  dui_document_set_draft_state (document, DUI_DRAFT_FAILED, error);
  ck_assert_ptr_nonnull (strstr (dui_banner_get_text (banner), "the disk is full"));
  dui_document_set_draft_state (document, DUI_DRAFT_KEPT, NULL);
  ck_assert_ptr_null (dui_banner_get_text (banner));

  gtk_window_destroy (GTK_WINDOW (window));
}
END_TEST

int
main (int argc,
      char *argv[])
{
  Suite *suite = suite_create ("ui-window");
  TCase *tcase = tcase_create ("window");

  dui_test_init (&argc, &argv);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, a_window_opens_a_plan_and_goes_without_a_trace);
  tcase_add_test (tcase, the_title_says_what_is_not_saved);
  tcase_add_test (tcase, undo_shows_what_it_undid);
  tcase_add_test (tcase, each_window_keeps_its_panes);
  tcase_add_test (tcase, a_place_opens_the_form_it_is_edited_in);
  tcase_add_loop_test (tcase, panes_give_way_where_there_is_less_room, 0, G_N_ELEMENTS (rooms));
  tcase_add_loop_test (tcase, after_citing_all_is_as_it_was_before, 0, G_N_ELEMENTS (searches));
  tcase_add_test (tcase, a_wrong_field_is_marked_and_gets_the_keys);
  tcase_add_test (tcase, the_word_that_is_held_is_in_the_saved_file);
  tcase_add_test (tcase, another_part_waits_for_the_word_that_is_held);
  tcase_add_loop_test (tcase, a_file_that_changed_outside_is_noticed_while_it_is_open, 0, G_N_ELEMENTS (outside));
  tcase_add_test (tcase, files_that_are_dropped_on_the_window_are_opened);
  tcase_add_test (tcase, the_keys_come_back_to_where_one_was_in_a_pane);
  tcase_add_test (tcase, reasons_are_no_words_of_the_plan);
  tcase_add_test (tcase, the_foot_counts_words_pages_and_blanks);
  tcase_add_test (tcase, what_cannot_be_kept_is_told_at_once);
  suite_add_tcase (suite, tcase);

  return dui_test_main (suite);
}
