/* dui-import-undo.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-import-undo"

#include "config.h"

#include "start/dui-import-undo.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  GWeakRef page;
  char *text;
  gboolean markdown;
} Before;

static void
before_free (gpointer data)
{
  Before *self = data;

  g_weak_ref_clear (&self->page);
  g_free (self->text);
  g_free (self);
}

static void
undo_cb (AdwToast *toast,
         Before *before)
{
  g_autoptr (DuiImportPage) page = g_weak_ref_get (&before->page);

  if (page != NULL)
    dui_import_page_set_text (page, before->text, before->markdown);
}

void
dui_import_offer_undo (DuiImportPage *page,
                       const char *message,
                       const char *text,
                       gboolean markdown)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (page), ADW_TYPE_TOAST_OVERLAY);
  Before *before;
  AdwToast *toast;

  if (overlay == NULL || text[strspn (text, " \t\n")] == '\0')
    return;

  before = g_new0 (Before, 1);
  g_weak_ref_init (&before->page, page);
  before->text = g_strdup (text);
  before->markdown = markdown;
  toast = adw_toast_new (message);
  g_object_set_data_full (G_OBJECT (toast), "dui-before", before, before_free);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_timeout (toast, 10);
  g_signal_connect (toast, "button-clicked", G_CALLBACK (undo_cb), before);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}
