/* dui-findings-pane.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-findings"

#include "config.h"

#include "findings/dui-findings-pane.h"

#include "findings/dui-finding-list.h"
#include "findings/dui-finding-row.h"

#include <glib/gi18n.h>

struct _DuiFindingsPane
{
  AdwBin parent_instance;

  DuiDocument *document;
  DuiInspector *inspector;
  DuiFindingList *findings;
  GtkSingleSelection *selection;

  /* Template children */
  GtkButton *fix_button;
  GtkWidget *slip_button;
  GtkStack *stack;
  AdwStatusPage *clean_page;
  GtkWidget *scroller;
  GtkListView *list;

  guint fixing : 1;
};

enum
{
  SIGNAL_OPEN_PLACE,
  SIGNAL_TELL,
  SIGNAL_SLIP,
  SIGNAL_CLOSE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiFindingsPane, dui_findings_pane, ADW_TYPE_BIN)

/* Auxiliary functions */

static void
show_clean (DuiFindingsPane *self)
{
  g_autofree char *rules = dui_inspector_describe_rules (self->inspector);
  g_autofree char *day = dt_date_format_short (dui_engine_get_today (dui_document_get_engine (self->document)));
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;

  /* Translators: names and versions of packs of rules, then a day. */
  text = g_strdup_printf (_ ("By the rules of %s, on %s."), rules != NULL ? rules : "—", day);
  markup = g_markup_escape_text (text, -1);
  adw_status_page_set_description (self->clean_page, markup);
}

static void
update_fix_button (DuiFindingsPane *self)
{
  guint n_safe = dui_inspector_count_safe (self->inspector);
  g_autofree char *label = g_strdup_printf (_ ("_Mend All Safe Errors (%u)"), n_safe);

  gtk_button_set_label (self->fix_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->fix_button), !self->fixing);
  /* A button that does nothing is not the thing to do. */
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->fix_button)), n_safe > 0);
}

static void
refresh (DuiFindingsPane *self)
{
  gboolean ready = dui_inspector_get_report (self->inspector) != NULL;
  gboolean clean;

  gtk_widget_set_sensitive (self->slip_button, ready);
  update_fix_button (self);
  gtk_stack_set_visible_child_name (self->stack, ready ? "list" : "loading");
  if (!ready)
    return;

  dui_finding_list_refresh (self->findings);
  clean = dui_finding_list_is_clean (self->findings);
  gtk_widget_set_visible (GTK_WIDGET (self->clean_page), clean);
  if (clean)
    show_clean (self);
}

/* Callbacks */

static void
tell_cb (DuiFindingsPane *self,
         const char *text,
         gboolean undo)
{
  g_signal_emit (self, signals[SIGNAL_TELL], 0, text, undo);
}

static void
activate_cb (DuiFindingsPane *self,
             guint position)
{
  g_autoptr (DuiFindingItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autofree char *node = NULL;
  guint offset;

  if (item == NULL)
    return;

  if (dui_finding_item_is_heading (item))
    {
      dui_finding_list_toggle (self->findings, dui_finding_item_get_group (item));
      return;
    }

  node = g_strdup (dui_finding_item_get_node (item, &offset));
  if (dui_finding_item_get_finding (item) != NULL)
    {
      g_free (node);
      node = dui_inspector_find_field (self->inspector, dui_finding_item_get_finding (item));
    }
  if (node != NULL)
    g_signal_emit (self, signals[SIGNAL_OPEN_PLACE], 0, node, offset);
}

static void
fixed_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (DuiFindingsPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint n;

  self->fixing = FALSE;
  if (!dui_inspector_fix_safe_finish (DUI_INSPECTOR (source), result, &n, &error))
    {
      tell_cb (self, error->message, FALSE);
      update_fix_button (self);
      return;
    }

  text = g_strdup_printf (ngettext ("%u place was mended", "%u places were mended", n), n);
  tell_cb (self, text, n > 0);
  update_fix_button (self);
}

static void
fix_all_cb (DuiFindingsPane *self)
{
  self->fixing = TRUE;
  update_fix_button (self);
  dui_inspector_fix_safe_async (self->inspector, fixed_cb, g_object_ref (self));
}

static void
slip_cb (DuiFindingsPane *self)
{
  g_signal_emit (self, signals[SIGNAL_SLIP], 0);
}

static void
close_cb (DuiFindingsPane *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSE], 0);
}

/* Rows */

static void
setup_cb (DuiFindingsPane *self,
          GtkListItem *list_item)
{
  GtkWidget *row = dui_finding_row_new (self->inspector);

  g_signal_connect_object (row, "tell", G_CALLBACK (tell_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (DuiFindingsPane *self,
         GtkListItem *list_item)
{
  dui_finding_row_set_item (DUI_FINDING_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
unbind_cb (DuiFindingsPane *self,
           GtkListItem *list_item)
{
  dui_finding_row_set_item (DUI_FINDING_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/* GObject overrides */

static void
dui_findings_pane_dispose (GObject *object)
{
  DuiFindingsPane *self = DUI_FINDINGS_PANE (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->findings);
  g_clear_object (&self->inspector);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (dui_findings_pane_parent_class)->dispose (object);
}

static gboolean
dui_findings_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DUI_FINDINGS_PANE (widget)->list));
}

static void
add_signals (void)
{
  signals[SIGNAL_OPEN_PLACE] = g_signal_new ("open-place", DUI_TYPE_FINDINGS_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                             NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  signals[SIGNAL_TELL] = g_signal_new ("tell", DUI_TYPE_FINDINGS_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[SIGNAL_SLIP] =
    g_signal_new ("slip", DUI_TYPE_FINDINGS_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CLOSE] =
    g_signal_new ("close", DUI_TYPE_FINDINGS_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dui_findings_pane_class_init (DuiFindingsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_findings_pane_dispose;
  widget_class->grab_focus = dui_findings_pane_grab_focus;
  add_signals ();

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/findings/dui-findings-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiFindingsPane, fix_button);
  gtk_widget_class_bind_template_child (widget_class, DuiFindingsPane, slip_button);
  gtk_widget_class_bind_template_child (widget_class, DuiFindingsPane, stack);
  gtk_widget_class_bind_template_child (widget_class, DuiFindingsPane, clean_page);
  gtk_widget_class_bind_template_child (widget_class, DuiFindingsPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, DuiFindingsPane, list);
  gtk_widget_class_bind_template_callback (widget_class, fix_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, slip_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
dui_findings_pane_init (DuiFindingsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public functions */

GtkWidget *
dui_findings_pane_new (DuiDocument *document)
{
  DuiFindingsPane *self;
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_return_val_if_fail (DUI_IS_DOCUMENT (document), NULL);

  self = g_object_new (DUI_TYPE_FINDINGS_PANE, NULL);
  self->document = g_object_ref (document);
  self->inspector = g_object_ref (dui_inspector_get (document));
  self->findings = dui_finding_list_new (self->inspector);
  self->selection = gtk_single_selection_new (g_object_ref (dui_finding_list_get_model (self->findings)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->inspector, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);

  return GTK_WIDGET (self);
}

GListModel *
dui_findings_pane_get_model (DuiFindingsPane *self)
{
  g_return_val_if_fail (DUI_IS_FINDINGS_PANE (self), NULL);

  return G_LIST_MODEL (self->selection);
}

gpointer
dui_findings_pane_get_selected (DuiFindingsPane *self)
{
  g_return_val_if_fail (DUI_IS_FINDINGS_PANE (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}
