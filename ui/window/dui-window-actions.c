/* dui-window-actions.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-window"

#include "config.h"

#include "document/dui-versions.h"
#include "editor/dui-form-factory.h"
#include "window/dui-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

static void
save_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer user_data)
{
  dui_window_save (DUI_WINDOW (user_data));
}

static void
save_as_cb (GSimpleAction *action,
            GVariant *parameter,
            gpointer user_data)
{
  dui_window_save_as (DUI_WINDOW (user_data));
}

/* The end of what is different in the text of @reference now, in bytes. */
static guint
find_difference (DtPlan *old,
                 DtPlan *now,
                 const char *reference)
{
  DtNode *before = dt_plan_find (old, reference);
  DtNode *after = dt_plan_find (now, reference);
  const char *a = before != NULL ? dt_node_get_text (before) : NULL;
  const char *b = after != NULL ? dt_node_get_text (after) : NULL;
  gsize start = 0;
  gsize end_a;
  gsize end_b;

  if (a == NULL || b == NULL)
    return 0;

  end_a = strlen (a);
  end_b = strlen (b);
  while (start < end_a && start < end_b && a[start] == b[start])
    start++;
  while (end_a > start && end_b > start && a[end_a - 1] == b[end_b - 1])
    {
      end_a--;
      end_b--;
    }
  /* Within a letter of several bytes, to its end. */
  while ((b[end_b] & 0xc0) == 0x80)
    end_b++;

  return (guint) end_b;
}

/* A step back or forth, and the form of what it changed. */
static void
go (DuiWindow *self,
    void (*step) (DuiDocument *document))
{
  g_autoptr (DtPlan) old = dt_plan_ref (dui_document_get_plan (self->document));
  g_autofree char *place = NULL;

  step (self->document);
  place = dui_form_find_change (old, dui_document_get_plan (self->document));
  if (place != NULL)
    dui_window_open_place (self, place, find_difference (old, dui_document_get_plan (self->document), place));
}

static void
undo_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer user_data)
{
  go (user_data, dui_document_undo);
}

static void
redo_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer user_data)
{
  go (user_data, dui_document_redo);
}

static void
cite_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer user_data)
{
  dui_window_show_cite (DUI_WINDOW (user_data));
}

static void
toggle_pane (DuiWindow *self,
             DuiPane pane)
{
  dui_panes_set_show (self->panes, pane, !dui_panes_is_in_view (self->panes, pane));
  dui_window_update_actions (self);
}

static void
show_outline_cb (GSimpleAction *action,
                 GVariant *parameter,
                 gpointer user_data)
{
  toggle_pane (DUI_WINDOW (user_data), DUI_PANE_OUTLINE);
}

static void
show_pages_cb (GSimpleAction *action,
               GVariant *parameter,
               gpointer user_data)
{
  DuiWindow *self = DUI_WINDOW (user_data);

  /* From a search or a list back to the pages. */
  if (dui_panes_is_in_view (self->panes, DUI_PANE_SIDE) &&
      g_strcmp0 (gtk_stack_get_visible_child_name (self->side_stack), "pages") != 0)
    dui_window_show_side (self, NULL);
  else
    toggle_pane (self, DUI_PANE_SIDE);
}

static void
next_pane_cb (GSimpleAction *action,
              GVariant *parameter,
              gpointer user_data)
{
  dui_panes_move_focus (DUI_WINDOW (user_data)->panes, FALSE);
}

static void
previous_pane_cb (GSimpleAction *action,
                  GVariant *parameter,
                  gpointer user_data)
{
  dui_panes_move_focus (DUI_WINDOW (user_data)->panes, TRUE);
}

/* Adding and moving */

static void
add_section_cb (GSimpleAction *action,
                GVariant *parameter,
                gpointer user_data)
{
  DuiWindow *self = DUI_WINDOW (user_data);

  dui_panes_set_show (self->panes, DUI_PANE_OUTLINE, TRUE);
  gtk_widget_activate_action (self->outline, "outline.add", NULL);
}

static void
add_annex_cb (GSimpleAction *action,
              GVariant *parameter,
              gpointer user_data)
{
  gtk_widget_activate_action (DUI_WINDOW (user_data)->outline, "outline.add-annex", NULL);
}

static void
move_up_cb (GSimpleAction *action,
            GVariant *parameter,
            gpointer user_data)
{
  gtk_widget_activate_action (DUI_WINDOW (user_data)->outline, "outline.move-up", NULL);
}

static void
move_down_cb (GSimpleAction *action,
              GVariant *parameter,
              gpointer user_data)
{
  gtk_widget_activate_action (DUI_WINDOW (user_data)->outline, "outline.move-down", NULL);
}

/* Puts an empty node into a part and opens its form. */
static void
add_node (DuiWindow *self,
          const char *part,
          DtNodeKind kind)
{
  g_autoptr (DtNode) node = kind == DT_NODE_TASK ? dt_node_new (kind) : dt_node_new_text (kind, "");
  g_autoptr (GError) error = NULL;
  DtNode *parent;

  if (!dui_document_insert (self->document, part, -1, node, NULL, &error))
    {
      dui_window_tell (self, error->message, FALSE);
      return;
    }

  parent = dt_plan_find (dui_document_get_plan (self->document), part);
  for (guint i = dt_node_get_n_children (parent); i > 0; i--)
    {
      DtNode *child = dt_node_get_child (parent, i - 1);

      if (dt_node_get_kind (child) == kind)
        {
          g_autofree char *place = g_strconcat (dt_node_get_id (child), kind == DT_NODE_TASK ? "/work" : NULL, NULL);

          dui_window_open_place (self, place, 0);
          return;
        }
    }
}

static void
add_basis_cb (GSimpleAction *action,
              GVariant *parameter,
              gpointer user_data)
{
  add_node (DUI_WINDOW (user_data), "bases", DT_NODE_BASIS);
}

static void
add_task_cb (GSimpleAction *action,
             GVariant *parameter,
             gpointer user_data)
{
  add_node (DUI_WINDOW (user_data), "tasks", DT_NODE_TASK);
}

static void
close_cb (GSimpleAction *action,
          GVariant *parameter,
          gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));
}

static void
versions_cb (GSimpleAction *action,
             GVariant *parameter,
             gpointer user_data)
{
  dui_window_show_versions (user_data);
}

/* Trình lãnh đạo: the plan as it goes to the leaders is kept for good. */
static void
submit_cb (GSimpleAction *action,
           GVariant *parameter,
           gpointer user_data)
{
  DuiWindow *self = user_data;
  g_autoptr (GError) error = NULL;

  if (dui_versions_keep (self->document, DUI_VERSION_ROUND, &error))
    dui_window_tell (self, _ ("This round is kept among the versions"), FALSE);
  else
    dui_window_warn (self, error->message);
}

static void
check_cb (GSimpleAction *action,
          GVariant *parameter,
          gpointer user_data)
{
  dui_window_show_check (user_data);
}

static void
fix_cb (GSimpleAction *action,
        GVariant *parameter,
        gpointer user_data)
{
  dui_window_fix (user_data);
}

static void
find_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer user_data)
{
  DuiWindow *self = user_data;

  if (self->page == NULL || !dui_form_page_open_find (self->page))
    dui_window_tell (self, _ ("Here is no long text to search"), FALSE);
}

static void
set_enabled (DuiWindow *self,
             const char *name,
             gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), enabled);
}

static void
set_state (DuiWindow *self,
           const char *name,
           gboolean on)
{
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)),
                             g_variant_new_boolean (on));
}

void
dui_window_update_actions (DuiWindow *self)
{
  set_enabled (self, "undo", dui_document_can_undo (self->document));
  set_enabled (self, "redo", dui_document_can_redo (self->document));
  set_enabled (self, "save", !self->saving);
  set_enabled (self, "save-as", !self->saving);
  set_state (self, "show-outline", dui_panes_is_in_view (self->panes, DUI_PANE_OUTLINE));
  set_state (self, "show-pages", dui_panes_is_in_view (self->panes, DUI_PANE_SIDE));
}

void
dui_window_install_actions (DuiWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "save", .activate = save_cb },
    { .name = "save-as", .activate = save_as_cb },
    { .name = "submit", .activate = submit_cb },
    { .name = "versions", .activate = versions_cb },
    { .name = "undo", .activate = undo_cb },
    { .name = "redo", .activate = redo_cb },
    { .name = "cite", .activate = cite_cb },
    { .name = "find", .activate = find_cb },
    { .name = "check", .activate = check_cb },
    { .name = "fix", .activate = fix_cb },
    { .name = "show-outline", .activate = show_outline_cb, .state = "true" },
    { .name = "show-pages", .activate = show_pages_cb, .state = "true" },
    { .name = "next-pane", .activate = next_pane_cb },
    { .name = "previous-pane", .activate = previous_pane_cb },
    { .name = "add-section", .activate = add_section_cb },
    { .name = "add-basis", .activate = add_basis_cb },
    { .name = "add-task", .activate = add_task_cb },
    { .name = "add-annex", .activate = add_annex_cb },
    { .name = "move-up", .activate = move_up_cb },
    { .name = "move-down", .activate = move_down_cb },
    { .name = "close", .activate = close_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
