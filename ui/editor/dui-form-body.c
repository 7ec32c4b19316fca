/* dui-form-body.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "editor/dui-form-body.h"

#include "document/dui-inspector.h"

#define INSPECTOR_KEY "dui-inspector"
#define REFERENCE_KEY "dui-reference"

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

/* Underlines what was found in the text, where it is still the text that was checked. */
static void
show_findings (DuiTextArea *area)
{
  DuiInspector *inspector = g_object_get_data (G_OBJECT (area), INSPECTOR_KEY);
  const char *reference = g_object_get_data (G_OBJECT (area), REFERENCE_KEY);
  DtReport *report = inspector != NULL ? dui_inspector_get_report (inspector) : NULL;
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (DuiTextMark));
  DtFinding *const *findings;
  guint n;

  if (report == NULL || reference == NULL || !dui_inspector_is_current (inspector, reference))
    return;

  findings = dt_report_get_findings (report, &n);
  for (guint i = 0; i < n; i++)
    {
      const DtFinding *finding = findings[i];
      DuiTextMark mark = { (guint) finding->start, (guint) finding->end, finding->severity, finding->message };

      if (finding->reason == NULL && finding->end > finding->start && g_str_equal (finding->node, reference))
        g_array_append_val (marks, mark);
    }
  dui_text_area_set_marks (area, (const DuiTextMark *) marks->data, marks->len);
}

static void
follow_findings (DuiTextArea *area,
                 DuiDocument *document,
                 const char *reference)
{
  DuiInspector *old = g_object_get_data (G_OBJECT (area), INSPECTOR_KEY);
  DuiInspector *inspector = document != NULL ? dui_inspector_get (document) : NULL;

  g_object_set_data_full (G_OBJECT (area), REFERENCE_KEY, g_strdup (reference), g_free);
  if (old != inspector)
    {
      if (old != NULL)
        g_signal_handlers_disconnect_by_func (old, G_CALLBACK (show_findings), area);
      if (inspector != NULL)
        g_signal_connect_object (inspector, "changed", G_CALLBACK (show_findings), area, G_CONNECT_SWAPPED);
      g_object_set_data_full (G_OBJECT (area), INSPECTOR_KEY, inspector != NULL ? g_object_ref (inspector) : NULL,
                              inspector != NULL ? g_object_unref : NULL);
    }
  show_findings (area);
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
  follow_findings (area, parent != NULL ? dui_form_page_get_document (page) : NULL, reference);
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
