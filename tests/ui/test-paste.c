/* test-paste.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dui-test.h"

#include "editor/dui-text-area.h"
#include "editor/dui-text-paste.h"

#include <string.h>

static const struct
{
  const char *before;
  const char *after;
  const char *fragment;
  const char *fitting;
} fits[] = {
  { "", "", "- Một\n- Hai", "- Một\n- Hai" },
  { "Đầu\n- ", "", "- Một\n- Hai", "Một\n- Hai" },
  { "a) ", "", "b) Một", "Một" },
  { "Đầu", "", "| a | b |", "\n| a | b |" },
  { "Đầu\n", "đuôi", "| a | b |", "| a | b |\n" },
  { "Đầu ", " đuôi", "giữa", "giữa" },
};

START_TEST (a_fragment_fits_its_place)
{
  g_autofree char *fitting = dui_text_paste_fit (fits[_i].before, fits[_i].after, fits[_i].fragment);

  ck_assert_str_eq (fitting, fits[_i].fitting);
}
END_TEST

START_TEST (plain_text_is_cleaned)
{
  g_autofree char *table = dui_text_paste_convert ("Việc\tHạn\nTưới\t30/6\n", FALSE);
  g_autofree char *plain = dui_text_paste_convert ("Vi\xc3\xaa\xcc\xa3"
                                                   "c\tHạn\r\n",
                                                   TRUE);

  ck_assert_str_eq (table, "| Việc | Hạn |\n|---|---|\n| Tưới | 30/6 |");
  ck_assert_str_eq (plain, "Việc\tHạn\n");
}
END_TEST

static const struct
{
  const char *action; /* NULL for the usual way */
  const char *text;
} pastes[] = {
  { NULL, "- Giữ **sạch** đường\n- Trồng cây" },
  { "text.paste-plain", "Giữ sạch đường; trồng cây" },
};

static gboolean
is_pasted (gpointer buffer)
{
  return gtk_text_buffer_get_char_count (buffer) > 0;
}

START_TEST (the_clipboard_comes_as_notation)
{
  static const char html[] = "<ul><li>Giữ <b>sạch</b> đường</li><li>Trồng cây</li></ul>";
  static const char plain[] = "Giữ sạch đường; trồng cây";
  g_autoptr (GBytes) html_bytes = g_bytes_new_static (html, strlen (html));
  g_autoptr (GBytes) plain_bytes = g_bytes_new_static (plain, strlen (plain));
  GdkContentProvider *both[] = {
    gdk_content_provider_new_for_bytes ("text/html", html_bytes),
    gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", plain_bytes),
  };
  g_autoptr (GdkContentProvider) content = gdk_content_provider_new_union (both, G_N_ELEMENTS (both));
  GtkWidget *area = dui_text_area_new (dui_test_get_engine ());
  GtkTextView *view = GTK_TEXT_VIEW (dui_text_area_get_view (DUI_TEXT_AREA (area)));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkWidget *window = gtk_window_new ();
  g_autofree char *text = NULL;

  gtk_window_set_child (GTK_WINDOW (window), area);
  gtk_window_present (GTK_WINDOW (window));
  dui_test_settle ();
  gdk_clipboard_set_content (gtk_widget_get_clipboard (area), content);
  if (pastes[_i].action != NULL)
    gtk_widget_activate_action (area, pastes[_i].action, NULL);
  else
    g_signal_emit_by_name (view, "paste-clipboard");
  ck_assert (dui_test_wait (is_pasted, buffer, 5));
  g_object_get (buffer, "text", &text, NULL);
  ck_assert_str_eq (text, pastes[_i].text);
  gtk_window_destroy (GTK_WINDOW (window));
  dui_test_settle ();
}
END_TEST

int
main (int argc,
      char **argv)
{
  Suite *suite = suite_create ("paste");
  TCase *basic = tcase_create ("basic");

  dui_test_init (&argc, &argv);
  tcase_add_loop_test (basic, a_fragment_fits_its_place, 0, G_N_ELEMENTS (fits));
  tcase_add_test (basic, plain_text_is_cleaned);
  tcase_add_loop_test (basic, the_clipboard_comes_as_notation, 0, G_N_ELEMENTS (pastes));
  suite_add_tcase (suite, basic);

  return dui_test_main (suite);
}
