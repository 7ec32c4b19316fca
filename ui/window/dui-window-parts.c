/* dui-window-parts.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-window"

#include "config.h"

#include "citing/dui-cite-pane.h"
#include "editor/dui-form-factory.h"
#include "template/dt-assemble.h"
#include "window/dui-place.h"
#include "window/dui-versions-pane.h"
#include "window/dui-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* How long after the last change the foot and the counts follow. */
#define FACTS_DELAY_MS 300

/* The form */

static void
caret_moved_cb (DuiWindow *self,
                const char *reference,
                guint offset)
{
  dui_document_set_caret (self->document, reference, offset);
  dui_page_view_show_place (self->page_view, reference, offset);
  dui_finding_bar_set_place (self->finding_bar, reference, offset);
}

static void
open_place_cb (DuiWindow *self,
               const char *reference)
{
  dui_window_open_place (self, reference, 0);
}

static void
removed_cb (DuiWindow *self,
            const char *what)
{
  dui_window_tell (self, what, TRUE);
}

/* All sections share one page, and so do all annexes. */
static const char *
get_page_name (DuiWindow *self,
               const char *part)
{
  DtNode *node = dt_plan_find (dui_document_get_plan (self->document), part);

  if (node != NULL && dt_node_get_kind (node) == DT_NODE_SECTION)
    return "section";
  if (node != NULL && dt_node_get_kind (node) == DT_NODE_ANNEX)
    return "annex";

  return part;
}

static DuiFormPage *
ensure_page (DuiWindow *self,
             const char *part)
{
  const char *name = get_page_name (self, part);
  DuiFormPage *page = g_hash_table_lookup (self->pages, name);

  if (page != NULL)
    return page;

  page = dui_form_page_new_for (self->engine, part);
  if (page == NULL)
    return NULL;

  g_signal_connect_swapped (page, "caret-moved", G_CALLBACK (caret_moved_cb), self);
  g_signal_connect_swapped (page, "cite-requested", G_CALLBACK (dui_window_show_cite), self);
  g_signal_connect_swapped (page, "open-place", G_CALLBACK (open_place_cb), self);
  g_signal_connect_swapped (page, "removed", G_CALLBACK (removed_cb), self);
  gtk_stack_add_named (self->form_stack, GTK_WIDGET (page), name);
  g_hash_table_insert (self->pages, g_strdup (name), page);
  return page;
}

void
dui_window_show_part (DuiWindow *self,
                      const char *part)
{
  DuiFormPage *page;

  if (g_strcmp0 (self->part, part) != 0)
    {
      char *copy;

      if (dui_window_wait_for_word (self, part, FALSE, 0))
        return;
      copy = g_strdup (part);

      g_free (self->part);
      self->part = copy;
    }

  page = ensure_page (self, self->part);
  if (page == NULL)
    return;
  if (dui_form_page_get_document (page) != self->document || strcmp (dui_form_page_get_reference (page), self->part) != 0)
    dui_form_page_set_document (page, self->document, self->part);
  self->page = page;
  gtk_stack_set_visible_child (self->form_stack, GTK_WIDGET (page));
  dui_outline_select_part (DUI_OUTLINE (self->outline), self->part);
  if (self->paginator != NULL)
    dui_page_view_show_place (self->page_view, self->part, 0);
  dui_finding_bar_set_place (self->finding_bar, self->part, 0);
  dui_window_mark_findings (self);
}

/* Citing */

void
dui_window_leave_form (DuiWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->form_stack)))
    g_set_weak_pointer (&self->written_in, focus);
}

/* Where one wrote last in the form that is shown. */
static gboolean
show_caret (DuiWindow *self)
{
  guint offset;
  g_autofree char *caret = g_strdup (dui_document_get_caret (self->document, &offset));
  g_autofree char *part = caret != NULL ? dui_place_find_part (dui_document_get_plan (self->document), caret) : NULL;

  return part != NULL && self->page != NULL && g_strcmp0 (part, self->part) == 0 &&
         dui_form_page_show_place (self->page, caret, offset);
}

/* What was written in gets the keys again, with its selection. */
void
dui_window_return_to_form (DuiWindow *self)
{
  dui_panes_set_show (self->panes, DUI_PANE_FORM, TRUE);
  if (self->written_in != NULL && gtk_widget_is_ancestor (self->written_in, GTK_WIDGET (self->form_stack)))
    {
      if (GTK_IS_TEXT (self->written_in))
        gtk_text_grab_focus_without_selecting (GTK_TEXT (self->written_in));
      else
        gtk_widget_grab_focus (self->written_in);
    }
  else if (!show_caret (self) && self->page != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->page), GTK_DIR_TAB_FORWARD);
  g_clear_weak_pointer (&self->written_in);
}

/* Back to what stood on the side before the search, or to none of it. */
static void
close_cite_cb (DuiWindow *self)
{
  g_autofree char *before = g_steal_pointer (&self->side_before);

  gtk_stack_set_visible_child_name (self->side_stack, before != NULL ? before : "pages");
  dui_panes_set_show (self->panes, DUI_PANE_SIDE, before != NULL);
  dui_window_return_to_form (self);
}

static void
cite_cb (DuiWindow *self,
         const char *number,
         gboolean full)
{
  g_autofree char *text = g_strdup_printf (full ? "[[%s|full]]" : "[[%s]]", number);

  if (self->page == NULL || !dui_form_page_insert_text (self->page, text))
    {
      dui_window_tell (self, _ ("Put the caret where the citation shall stand"), FALSE);
      return;
    }
  close_cite_cb (self);
}

static void
add_basis_cb (DuiWindow *self,
              const char *number)
{
  g_autofree char *text = g_strdup_printf ("[[%s]]", number);
  g_autoptr (DtNode) basis = dt_node_new_text (DT_NODE_BASIS, text);
  g_autoptr (GError) error = NULL;

  if (dui_document_insert (self->document, "bases", -1, basis, NULL, &error))
    dui_window_tell (self, _ ("Added to the bases"), TRUE);
  else
    dui_window_tell (self, error->message, FALSE);
}

static void
close_side_cb (DuiWindow *self)
{
  dui_window_show_side (self, NULL);
  dui_window_return_to_form (self);
}

/* Whether a document is in force is told for the day of the plan. */
static void
date_citations (DuiWindow *self)
{
  GtkWidget *pane = gtk_stack_get_child_by_name (self->side_stack, "cite");

  if (pane != NULL)
    dui_cite_pane_set_date (DUI_CITE_PANE (pane), dui_document_get_day (self->document));
}

static void
remember_side (DuiWindow *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->side_stack);
  gboolean shown = dui_panes_get_show (self->panes, DUI_PANE_SIDE);

  dui_window_leave_form (self);
  if (shown && g_strcmp0 (name, "cite") == 0)
    return;

  g_free (self->side_before);
  self->side_before = shown ? g_strdup (name) : NULL;
}

void
dui_window_show_cite (DuiWindow *self)
{
  GtkWidget *pane = gtk_stack_get_child_by_name (self->side_stack, "cite");

  if (pane == NULL)
    {
      pane = GTK_WIDGET (dui_cite_pane_new (self->engine));
      g_signal_connect_swapped (pane, "cite", G_CALLBACK (cite_cb), self);
      g_signal_connect_swapped (pane, "add-basis", G_CALLBACK (add_basis_cb), self);
      g_signal_connect_swapped (pane, "close", G_CALLBACK (close_cite_cb), self);
      dui_window_add_side (self, "cite", pane);
    }
  remember_side (self);
  date_citations (self);
  dui_window_show_side (self, "cite");
  gtk_widget_grab_focus (pane);
}

/* Versions */

static void
restored_cb (DuiWindow *self)
{
  dui_window_tell (self, _ ("The version was taken back"), TRUE);
}

void
dui_window_show_versions (DuiWindow *self)
{
  GtkWidget *pane = gtk_stack_get_child_by_name (self->side_stack, "versions");

  if (pane == NULL)
    {
      pane = dui_versions_pane_new (self->document);
      g_signal_connect_swapped (pane, "close", G_CALLBACK (close_side_cb), self);
      g_signal_connect_swapped (pane, "restored", G_CALLBACK (restored_cb), self);
      g_signal_connect_swapped (pane, "open-place", G_CALLBACK (open_place_cb), self);
      dui_window_add_side (self, "versions", pane);
    }
  else
    dui_versions_pane_refresh (DUI_VERSIONS_PANE (pane));
  dui_window_leave_form (self);
  dui_window_show_side (self, "versions");
  gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
}

/* What the foot and the outline say */

static GHashTable *
count_missing (DuiWindow *self,
               const GPtrArray *missing)
{
  DtPlan *plan = dui_document_get_plan (self->document);
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < missing->len; i++)
    {
      const DtMissing *blank = g_ptr_array_index (missing, i);
      g_autofree char *part = dui_place_find_part (plan, blank->node);
      DuiOutlineCount *count = g_hash_table_lookup (counts, part);

      if (count == NULL)
        {
          count = g_new0 (DuiOutlineCount, 1);
          g_hash_table_insert (counts, g_steal_pointer (&part), count);
        }
      count->missing++;
    }

  return counts;
}

static gboolean
update_facts_cb (gpointer user_data)
{
  DuiWindow *self = user_data;
  DtPlan *plan = dui_document_get_plan (self->document);
  DtPages *pages = dui_paginator_get_pages (self->paginator);
  g_autoptr (GPtrArray) missing = dt_plan_list_missing (plan, NULL);
  g_autoptr (GHashTable) counts = count_missing (self, missing);
  DuiFootFacts facts = { 0 };

  self->facts_timer = 0;
  facts.missing = missing->len;
  facts.words = dui_place_count_words (plan);
  facts.pages = pages != NULL ? dt_pages_get_n_pages (pages) : 0;
  facts.font = dui_paginator_get_font (self->paginator);
  facts.wanted_font = dt_sheet_get_font_family (dui_engine_get_sheet (self->engine));
  date_citations (self);
  dui_window_count_findings (self, counts, &facts);
  dui_foot_bar_show (self->foot_bar, &facts);
  dui_outline_set_counts (DUI_OUTLINE (self->outline), counts);
  return G_SOURCE_REMOVE;
}

void
dui_window_update_facts_soon (DuiWindow *self)
{
  if (self->facts_timer == 0)
    self->facts_timer = g_timeout_add (FACTS_DELAY_MS, update_facts_cb, self);
}
