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

#define SETTLE_MS 50

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

/* At once: a text view moves by steps, which must not go on when it is hidden meanwhile. */
static void
keep_caret_in_view (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter caret;
  GdkRectangle place;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (view, &caret, &place);
  place.y += gtk_text_view_get_top_margin (view);
  gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)), place.y, place.y + place.height);
}

/* The bar takes its room from the form: what is being written stays in view. */
static gboolean
keep_focus_in_view_cb (gpointer user_data)
{
  DuiWindow *self = user_data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *scroller = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_SCROLLED_WINDOW) : NULL;
  GtkWidget *viewport = scroller != NULL ? gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller)) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;
  graphene_rect_t bounds;

  self->view_timer = 0;
  if (viewport == NULL || !gtk_widget_is_ancestor (scroller, GTK_WIDGET (self->form_stack)))
    return G_SOURCE_REMOVE;

  if (GTK_IS_VIEWPORT (viewport) && gtk_widget_compute_bounds (row != NULL ? row : focus, viewport, &bounds))
    {
      GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
      double top = gtk_adjustment_get_value (adjustment) + bounds.origin.y;

      gtk_adjustment_clamp_page (adjustment, top, top + bounds.size.height);
    }
  else if (GTK_IS_TEXT_VIEW (viewport))
    keep_caret_in_view (GTK_TEXT_VIEW (viewport));

  return G_SOURCE_REMOVE;
}

/* After the sizes of the last frame were given out. */
static void
bar_revealed_cb (DuiWindow *self)
{
  if (self->view_timer == 0)
    self->view_timer = g_timeout_add (SETTLE_MS, keep_focus_in_view_cb, self);
}

/* Puts the bar of the finding under the caret below the form, once there is a document. */
void
dui_window_add_finding_bar (DuiWindow *self)
{
  self->finding_bar = DUI_FINDING_BAR (dui_finding_bar_new (self->document));
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->form_stack))), GTK_WIDGET (self->finding_bar));
  g_signal_connect_object (adw_bin_get_child (ADW_BIN (self->finding_bar)), "notify::child-revealed", G_CALLBACK (bar_revealed_cb), self,
                           G_CONNECT_SWAPPED);
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
  /* The words make the field higher. */
  if (dui_finding_bar_get_finding (self->finding_bar) != NULL)
    bar_revealed_cb (self);
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
