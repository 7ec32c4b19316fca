/* dui-form-body.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "editor/dui-form-body.h"

static char *
get_body (DuiFormPage *page)
{
  return g_strdup_printf ("%s/body", dui_form_page_get_reference (page));
}

static void
caret_cb (DuiFormPage *page,
          guint offset,
          GtkWidget *area)
{
  g_autofree char *reference = get_body (page);

  dui_form_page_set_last (page, area);

  g_signal_emit_by_name (page, "caret-moved", reference, offset);
}

DuiTextArea *
dui_form_body_new (DuiFormPage *page)
{
  GtkWidget *area = dui_text_area_new (dui_form_page_get_engine (page));

  g_signal_connect_object (area, "caret-moved", G_CALLBACK (caret_cb), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (area, "cite-requested", G_CALLBACK (dui_form_page_request_citation), page, G_CONNECT_SWAPPED);

  return DUI_TEXT_AREA (area);
}

void
dui_form_body_set (DuiTextArea *area,
                   DuiFormPage *page,
                   const char *parent)
{
  g_autofree char *reference = parent != NULL ? g_strdup_printf ("%s/body", parent) : NULL;

  dui_text_area_set_document (area, parent != NULL ? dui_form_page_get_document (page) : NULL, reference);
}

gboolean
dui_form_body_show (DuiTextArea *area,
                    DuiFormPage *page,
                    const char *reference,
                    guint offset)
{
  g_autofree char *body = get_body (page);

  if (area == NULL || !g_str_equal (body, reference))
    return FALSE;

  gtk_widget_grab_focus (GTK_WIDGET (dui_text_area_get_view (area)));
  dui_text_area_show_offset (area, offset);
  dui_form_flash (GTK_WIDGET (area));
  return TRUE;
}
