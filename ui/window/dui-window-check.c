/* dui-window-check.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-window"

#include "config.h"

#include "findings/dui-findings-pane.h"
#include "window/dui-place.h"
#include "window/dui-window-private.h"

#include <glib/gi18n.h>

static void
tell_cb (DuiWindow *self,
         const char *text,
         gboolean undo)
{
  dui_window_tell (self, text, undo);
}

static void
slip_cb (DuiWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.slip", NULL);
}

static void
close_cb (DuiWindow *self)
{
  dui_window_show_side (self, NULL);
  dui_window_return_to_form (self);
}

/* Puts the bar of the finding under the caret below the form, once there is a document. */
void
dui_window_add_finding_bar (DuiWindow *self)
{
  self->finding_bar = DUI_FINDING_BAR (dui_finding_bar_new (self->document));
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->form_stack))), GTK_WIDGET (self->finding_bar));
  g_signal_connect_object (self->finding_bar, "tell", G_CALLBACK (tell_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dui_inspector_get (self->document), "changed", G_CALLBACK (dui_window_update_facts_soon), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dui_inspector_get (self->document), "changed", G_CALLBACK (dui_window_mark_findings), self,
                           G_CONNECT_SWAPPED);
}

void
dui_window_show_check (DuiWindow *self)
{
  GtkWidget *pane = gtk_stack_get_child_by_name (self->side_stack, "findings");

  if (pane != NULL && gtk_stack_get_visible_child (self->side_stack) == pane &&
      dui_panes_is_in_view (self->panes, DUI_PANE_SIDE))
    {
      close_cb (self);
      return;
    }

  if (pane == NULL)
    {
      pane = dui_findings_pane_new (self->document);
      g_signal_connect_object (pane, "open-place", G_CALLBACK (dui_window_open_place), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (pane, "tell", G_CALLBACK (tell_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (pane, "slip", G_CALLBACK (slip_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (pane, "close", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
      dui_window_add_side (self, "findings", pane);
    }
  dui_window_leave_form (self);
  dui_window_show_side (self, "findings");
  gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
}

/* Ctrl+. mends what the bar shows. */
void
dui_window_fix (DuiWindow *self)
{
  if (!dui_finding_bar_fix (self->finding_bar))
    dui_window_tell (self, _ ("Nothing here can be mended by the program"), FALSE);
}

/* Marks the fields that were found wrong in the form that is shown. */
void
dui_window_mark_findings (DuiWindow *self)
{
  g_autoptr (GHashTable) fields = NULL;

  if (self->page == NULL)
    return;

  fields = dui_inspector_describe_fields (dui_inspector_get (self->document));
  dui_form_page_set_findings (self->page, fields);
}

static void
count (DuiWindow *self,
       GHashTable *counts,
       const char *node)
{
  g_autofree char *part = dui_place_find_part (dui_document_get_plan (self->document), node);
  DuiOutlineCount *found = g_hash_table_lookup (counts, part);

  if (found == NULL)
    {
      found = g_new0 (DuiOutlineCount, 1);
      g_hash_table_insert (counts, g_steal_pointer (&part), found);
    }
  found->findings++;
}

/* Adds what was found in each part to @counts, and all of it to @facts. */
void
dui_window_count_findings (DuiWindow *self,
                           GHashTable *counts,
                           DuiFootFacts *facts)
{
  DtReport *report = dui_inspector_get_report (dui_inspector_get (self->document));
  DtFinding *const *findings;
  guint n;

  if (report == NULL)
    return;

  findings = dt_report_get_findings (report, &n);
  for (guint i = 0; i < n; i++)
    {
      if (findings[i]->reason == NULL)
        count (self, counts, findings[i]->node);
    }
  facts->errors = dt_report_count_severity (report, DT_SEVERITY_ERROR);
  facts->notes = dt_report_count_severity (report, DT_SEVERITY_NOTE) - facts->errors +
                 dt_report_count (report, DT_STATE_NEEDS_REVIEW);
}
