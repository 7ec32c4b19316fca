/* dui-text-find.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-editor"

#include "config.h"

#include "editor/dui-text-find.h"

#include <glib/gi18n.h>
#include <string.h>

struct _DuiTextFind
{
  AdwBin parent_instance;
  GtkSourceView *view; /* weak */
  GtkSourceSearchSettings *settings;
  GtkSourceSearchContext *context;

  GtkRevealer *revealer;
  GtkEditable *find_entry;
  GtkLabel *count_label;
  GtkWidget *replace_row;
  GtkEditable *replace_entry;
};

G_DEFINE_FINAL_TYPE (DuiTextFind, dui_text_find, ADW_TYPE_BIN)

/* What a letter without marks stands for. */
static const struct
{
  char letter;
  const char *all;
} letters[] = {
  { 'a', "aàáảãạăằắẳẵặâầấẩẫậ" },
  { 'd', "dđ" },
  { 'e', "eèéẻẽẹêềếểễệ" },
  { 'i', "iìíỉĩị" },
  { 'o', "oòóỏõọôồốổỗộơờớởỡợ" },
  { 'u', "uùúủũụưừứửữự" },
  { 'y', "yỳýỷỹỵ" },
};

/**
 * dui_text_find_make_pattern:
 * @typed: what is looked for
 *
 * Returns: (transfer full): a regular expression, to be used without regard
 *   to case, in which letters without marks stand for those with marks
 */
char *
dui_text_find_make_pattern (const char *typed)
{
  GString *pattern = g_string_new (NULL);

  for (const char *p = typed; *p != '\0'; p = g_utf8_next_char (p))
    {
      char lower = g_ascii_tolower (*p);
      const char *all = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
        if (letters[i].letter == lower)
          all = letters[i].all;

      if (all != NULL)
        g_string_append_printf (pattern, "[%s]", all);
      else if (*p == ' ')
        g_string_append (pattern, "[ \\x{a0}]");
      else if ((guchar) *p < 0x80 && !g_ascii_isalnum (*p))
        g_string_append_printf (pattern, "\\%c", *p);
      else
        g_string_append_len (pattern, p, g_utf8_next_char (p) - p);
    }

  return g_string_free (pattern, FALSE);
}

static GtkTextBuffer *
get_buffer (DuiTextFind *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static void
show_count (DuiTextFind *self)
{
  g_autofree char *text = NULL;
  GtkTextIter start;
  GtkTextIter end;
  int count = self->context != NULL ? gtk_source_search_context_get_occurrences_count (self->context) : 0;
  int position = -1;

  if (self->context == NULL || *gtk_editable_get_text (self->find_entry) == '\0' || count < 0)
    {
      gtk_label_set_text (self->count_label, "");
      return;
    }

  if (gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end))
    position = gtk_source_search_context_get_occurrence_position (self->context, &start, &end);
  if (count == 0)
    text = g_strdup (_ ("Not found"));
  else if (position > 0)
    text = g_strdup_printf (_ ("%d of %d"), position, count);
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d place", "%d places", (gulong) count), count);
  gtk_label_set_text (self->count_label, text);
}

static void
select_match (DuiTextFind *self,
              const GtkTextIter *start,
              const GtkTextIter *end)
{
  gtk_text_buffer_select_range (get_buffer (self), end, start);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (get_buffer (self)), 0.1, FALSE, 0, 0);
  show_count (self);
}

static void
step (DuiTextFind *self,
      gboolean back,
      gboolean stay)
{
  GtkTextIter start;
  GtkTextIter end;
  GtkTextIter from;
  GtkTextIter to;
  gboolean wrapped;

  if (self->context == NULL)
    return;

  gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);
  if (back ? gtk_source_search_context_backward (self->context, &start, &from, &to, &wrapped)
           : gtk_source_search_context_forward (self->context, stay ? &start : &end, &from, &to, &wrapped))
    select_match (self, &from, &to);
  show_count (self);
}

/* Callbacks */

static void
find_changed_cb (DuiTextFind *self)
{
  g_autofree char *pattern = dui_text_find_make_pattern (gtk_editable_get_text (self->find_entry));

  gtk_source_search_settings_set_search_text (self->settings, *pattern != '\0' ? pattern : NULL);
  step (self, FALSE, TRUE);
}

static void
next_cb (DuiTextFind *self)
{
  step (self, FALSE, FALSE);
}

static void
previous_cb (DuiTextFind *self)
{
  step (self, TRUE, FALSE);
}

static char *
make_replacement (DuiTextFind *self)
{
  g_auto (GStrv) parts = g_strsplit (gtk_editable_get_text (self->replace_entry), "\\", -1);

  return g_strjoinv ("\\\\", parts);
}

static void
replace_cb (DuiTextFind *self)
{
  g_autofree char *replacement = make_replacement (self);
  GtkTextIter start;
  GtkTextIter end;

  if (self->context == NULL)
    return;

  gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);
  gtk_source_search_context_replace (self->context, &start, &end, replacement, -1, NULL);
  gtk_text_buffer_select_range (get_buffer (self), &end, &end);
  step (self, FALSE, FALSE);
}

static void
replace_all_cb (DuiTextFind *self)
{
  g_autofree char *replacement = make_replacement (self);

  if (self->context == NULL)
    return;

  gtk_source_search_context_replace_all (self->context, replacement, -1, NULL);
  show_count (self);
}

static void
close_cb (DuiTextFind *self)
{
  dui_text_find_close (self);
}

static void
view_gone_cb (gpointer user_data,
              GObject *view)
{
  DuiTextFind *self = user_data;

  self->view = NULL;
  g_clear_object (&self->context);
}

static void
dui_text_find_dispose (GObject *object)
{
  DuiTextFind *self = DUI_TEXT_FIND (object);

  dui_text_find_set_view (self, NULL);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (dui_text_find_parent_class)->dispose (object);
}

static void
dui_text_find_class_init (DuiTextFindClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_text_find_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/editor/dui-text-find.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiTextFind, revealer);
  gtk_widget_class_bind_template_child (widget_class, DuiTextFind, find_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiTextFind, count_label);
  gtk_widget_class_bind_template_child (widget_class, DuiTextFind, replace_row);
  gtk_widget_class_bind_template_child (widget_class, DuiTextFind, replace_entry);
  gtk_widget_class_bind_template_callback (widget_class, find_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
dui_text_find_init (DuiTextFind *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = gtk_source_search_settings_new ();
  gtk_source_search_settings_set_regex_enabled (self->settings, TRUE);
  gtk_source_search_settings_set_wrap_around (self->settings, TRUE);
}

GtkWidget *
dui_text_find_new (void)
{
  return g_object_new (DUI_TYPE_TEXT_FIND, NULL);
}

void
dui_text_find_set_view (DuiTextFind *self,
                        GtkSourceView *view)
{
  g_return_if_fail (DUI_IS_TEXT_FIND (self));

  if (self->view == view)
    return;

  g_clear_object (&self->context);
  if (self->view != NULL)
    g_object_weak_unref (G_OBJECT (self->view), view_gone_cb, self);
  self->view = view;
  if (view != NULL)
    g_object_weak_ref (G_OBJECT (view), view_gone_cb, self);
}

void
dui_text_find_open (DuiTextFind *self,
                    gboolean replace)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (DUI_IS_TEXT_FIND (self));

  if (self->view == NULL)
    return;

  if (self->context == NULL)
    {
      self->context = gtk_source_search_context_new (GTK_SOURCE_BUFFER (get_buffer (self)), self->settings);
      g_signal_connect_object (self->context, "notify::occurrences-count", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
    }
  gtk_source_search_context_set_highlight (self->context, TRUE);
  gtk_widget_set_visible (self->replace_row, replace);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  if (gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end) &&
      gtk_text_iter_get_line (&start) == gtk_text_iter_get_line (&end))
    {
      g_autofree char *selected = gtk_text_iter_get_text (&start, &end);

      gtk_editable_set_text (self->find_entry, selected);
    }
  gtk_editable_select_region (self->find_entry, 0, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->find_entry));
}

void
dui_text_find_close (DuiTextFind *self)
{
  g_return_if_fail (DUI_IS_TEXT_FIND (self));

  if (!gtk_revealer_get_reveal_child (self->revealer))
    return;

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  if (self->context != NULL)
    gtk_source_search_context_set_highlight (self->context, FALSE);
  if (self->view != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

gboolean
dui_text_find_is_open (DuiTextFind *self)
{
  g_return_val_if_fail (DUI_IS_TEXT_FIND (self), FALSE);

  return gtk_revealer_get_reveal_child (self->revealer);
}
