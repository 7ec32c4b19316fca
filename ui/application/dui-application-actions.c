/* dui-application-actions.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-application"

#include "config.h"

#include "application/dui-application-private.h"
#include "catalog/dt-pack.h"
#include "common/dui-compat.h"

#include <glib/gi18n.h>

static GtkWindow *
get_window (DuiApplication *self)
{
  return gtk_application_get_active_window (GTK_APPLICATION (self));
}

static void
new_cb (GSimpleAction *action,
        GVariant *parameter,
        gpointer user_data)
{
  dui_application_show_start (user_data, "gallery");
}

static void
next_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer user_data)
{
  dui_application_show_start (user_data, "next");
}

static void
import_cb (GSimpleAction *action,
           GVariant *parameter,
           gpointer user_data)
{
  dui_application_show_start (user_data, "import");
}

static void
file_chosen_cb (GFile *file,
                gpointer user_data)
{
  if (file != NULL)
    dui_application_open_file (user_data, file);
}

static void
open_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer user_data)
{
  const DuiFileFilter filters[] = { { _ ("Plans"), "duthao" }, { _ ("All Files"), NULL }, { NULL, NULL } };

  dui_compat_open_file (get_window (user_data), _ ("Open a Plan"), filters, file_chosen_cb, user_data);
}

static void
quit_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer user_data)
{
  dui_application_quit (user_data);
}

static void
shortcuts_cb (GSimpleAction *action,
              GVariant *parameter,
              gpointer user_data)
{
  GtkWindow *window = get_window (user_data);
  GtkShortcutsWindow *help = GTK_IS_APPLICATION_WINDOW (window)
                               ? gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window))
                               : NULL;

  if (help == NULL)
    return;

  dui_application_translate (GTK_WIDGET (help));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help-overlay", NULL);
}

static void
about_cb (GSimpleAction *action,
          GVariant *parameter,
          gpointer user_data)
{
  DuiApplication *self = user_data;
  GPtrArray *packs = dui_engine_get_packs (self->engine);
  g_autoptr (GString) info = g_string_new ("\n");
  g_autoptr (GList) windows = NULL;

  for (guint i = 0; i < packs->len; i++)
    {
      const DtPack *pack = g_ptr_array_index (packs, i);

      g_string_append_printf (info, "%s %s: %s\n", dt_pack_get_id (pack), dt_pack_get_version (pack), dt_pack_get_title (pack));
    }
  g_string_append_printf (info, "%s\n", dt_sheet_get_font_family (dui_engine_get_sheet (self->engine)));
  dui_compat_show_about (get_window (self), info->str);

  for (GList *l = windows = gtk_window_list_toplevels (); l != NULL; l = l->next)
    if (ADW_IS_ABOUT_WINDOW (l->data))
      dui_application_translate (l->data);
}

static const GActionEntry entries[] = {
  { .name = "new", .activate = new_cb },
  /* The action of the desktop file. */
  { .name = "new-plan", .activate = new_cb },
  { .name = "next", .activate = next_cb },
  { .name = "import", .activate = import_cb },
  { .name = "open", .activate = open_cb },
  { .name = "quit", .activate = quit_cb },
  { .name = "shortcuts", .activate = shortcuts_cb },
  { .name = "about", .activate = about_cb },
};

/* Every accelerator of the program; ui/dialogs/help-overlay.ui shows the same. What is added has the letter of its
 * Vietnamese name: căn cứ, nhiệm vụ, phụ lục. */
static const struct
{
  const char *action;
  const char *accels[3];
} accels[] = {
  { "app.new", { "<Control>n" } },
  { "app.next", { "<Control><Shift>n" } },
  { "app.import", { "<Control><Shift>i" } },
  { "app.open", { "<Control>o" } },
  { "app.quit", { "<Control>q" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.library", { "<Control>l" } },
  { "app.shortcuts", { "<Control>question", "F1" } },
  /* What GTK gives a key to by itself, without a Vietnamese title. */
  { "win.show-help-overlay", { NULL } },
  { "app.about", { "<Shift>F1" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.submit", { "<Control><Shift>t" } },
  { "win.versions", { "<Control><Shift>h" } },
  { "win.export", { "<Control>e" } },
  { "win.print", { "<Control>p" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.cite", { "<Control>k" } },
  { "win.find", { "<Control>f" } },
  { "win.check", { "F7" } },
  { "win.fix", { "<Control>period" } },
  { "win.add-section", { "<Control>Return", "<Control>KP_Enter" } },
  { "win.add-basis", { "<Control><Alt>c" } },
  { "win.add-task", { "<Control><Alt>n" } },
  { "win.add-annex", { "<Control><Alt>p" } },
  { "win.move-up", { "<Alt>Up" } },
  { "win.move-down", { "<Alt>Down" } },
  { "win.show-outline", { "F9" } },
  { "win.show-pages", { "<Shift>F9" } },
  { "win.next-pane", { "F6" } },
  { "win.previous-pane", { "<Shift>F6" } },
  { "window.close", { "<Control>w" } },
};

void
dui_application_install_actions (DuiApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  dui_application_install_dialogs (self);

  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action, (const char *const *) accels[i].accels);
}
