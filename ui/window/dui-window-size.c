/* dui-window-size.c - how a window and its panes are parted, kept and taken up again
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-window"

#include "config.h"

#include "window/dui-window-private.h"

#include <stdio.h>

/* Nothing narrower is worth keeping. */
#define MIN_WIDTH 360
#define MIN_HEIGHT 294
#define MIN_OUTLINE 120
#define MIN_FORM 200

typedef struct
{
  int width;
  int height;
  int maximized;
  int outline;
  int form;
  int show_outline;
  int show_pages;
} Size;

/* Those of the window that was closed last. */
static void
read_settings (GSettings *settings,
               Size *size)
{
  size->width = g_settings_get_int (settings, "window-width");
  size->height = g_settings_get_int (settings, "window-height");
  size->maximized = g_settings_get_boolean (settings, "window-maximized");
  size->outline = g_settings_get_int (settings, "outline-width");
  size->form = g_settings_get_int (settings, "form-width");
  size->show_outline = g_settings_get_boolean (settings, "show-outline");
  size->show_pages = g_settings_get_boolean (settings, "show-pages");
}

static void
write_settings (GSettings *settings,
                const Size *size)
{
  g_settings_set_int (settings, "window-width", size->width);
  g_settings_set_int (settings, "window-height", size->height);
  g_settings_set_boolean (settings, "window-maximized", size->maximized);
  g_settings_set_int (settings, "outline-width", size->outline);
  g_settings_set_int (settings, "form-width", size->form);
  g_settings_set_boolean (settings, "show-outline", size->show_outline);
  g_settings_set_boolean (settings, "show-pages", size->show_pages);
}

/* Those this window had at the last start, where it was there. */
static gboolean
read_layout (const char *layout,
             Size *size)
{
  Size read;

  if (layout == NULL ||
      sscanf (layout, "%5d %5d %1d %5d %5d %1d %1d", &read.width, &read.height, &read.maximized, &read.outline,
              &read.form, &read.show_outline, &read.show_pages) != 7 ||
      read.width < MIN_WIDTH || read.height < MIN_HEIGHT || read.outline < MIN_OUTLINE || read.form < MIN_FORM)
    return FALSE;

  *size = read;
  return TRUE;
}

void
dui_window_keep_size (DuiWindow *self)
{
  GSettings *settings;
  g_autofree char *layout = NULL;
  Size size;
  int width;
  int height;
  int outline;
  int form;

  g_return_if_fail (DUI_IS_WINDOW (self));

  settings = dui_engine_get_settings (self->engine);
  read_settings (settings, &size);
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  size.maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  if (!size.maximized && width >= MIN_WIDTH && height >= MIN_HEIGHT)
    {
      size.width = width;
      size.height = height;
    }

  /* Where there is no room for all, what is in view is no choice of the user. */
  dui_panes_get_widths (self->panes, &outline, &form);
  if (dui_panes_get_width (self->panes) == DUI_PANES_WIDE && outline >= MIN_OUTLINE && form >= MIN_FORM)
    {
      size.outline = outline;
      size.form = form;
      size.show_outline = dui_panes_get_show (self->panes, DUI_PANE_OUTLINE);
      size.show_pages = dui_panes_get_show (self->panes, DUI_PANE_SIDE);
    }

  write_settings (settings, &size);
  layout = g_strdup_printf ("%d %d %d %d %d %d %d", size.width, size.height, size.maximized, size.outline, size.form,
                            size.show_outline, size.show_pages);
  dui_document_set_layout (self->document, layout);
}

void
dui_window_restore_size (DuiWindow *self)
{
  Size size;

  if (!read_layout (dui_document_get_layout (self->document), &size))
    read_settings (dui_engine_get_settings (self->engine), &size);

  gtk_window_set_default_size (GTK_WINDOW (self), size.width, size.height);
  if (size.maximized)
    gtk_window_maximize (GTK_WINDOW (self));
  dui_panes_set_widths (self->panes, size.outline, size.form);
  dui_panes_set_show (self->panes, DUI_PANE_OUTLINE, size.show_outline != 0);
  dui_panes_set_show (self->panes, DUI_PANE_SIDE, size.show_pages != 0);
  /* Where there is no room for all, the form comes first. */
  dui_panes_set_show (self->panes, DUI_PANE_FORM, TRUE);
}
