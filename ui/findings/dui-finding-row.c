/* dui-finding-row.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-findings"

#include "config.h"

#include "findings/dui-finding-row.h"

#include "common/dui-editable-text.h"

#include <glib/gi18n.h>
#include <string.h>

struct _DuiFindingRow
{
  AdwBin parent_instance;

  DuiInspector *inspector;
  DuiFindingItem *item;

  /* Template children */
  GtkWidget *fold_icon;
  GtkLabel *title_label;
  GtkLabel *measure_label;
  GtkLabel *suggestion_label;
  GtkLabel *place_label;
  GtkLabel *count_label;
  GtkStack *stack;
  GtkWidget *fix_button;
  GtkWidget *ignore_button;
  GtkWidget *reconsider_button;
  GtkEntry *reason_entry;
  GtkWidget *done_button;
};

enum
{
  SIGNAL_TELL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiFindingRow, dui_finding_row, ADW_TYPE_BIN)

/* Auxiliary functions */

static void
show_text (GtkLabel *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
set_class (GtkWidget *widget,
           const char *name,
           gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static gboolean
can_fix (DuiFindingRow *self,
         const DtFinding *finding)
{
  return finding != NULL && dui_inspector_can_fix (self->inspector, finding);
}

static void
show_place (DuiFindingRow *self,
            const DtFinding *finding)
{
  const char *place = dui_finding_item_get_place (self->item);
  g_autofree char *clause = finding != NULL ? dui_finding_describe_clause (finding) : NULL;
  g_autofree char *both = clause != NULL ? g_strdup_printf (*place != '\0' ? "%s · %s" : "%s%s", place, clause) : NULL;

  show_text (self->place_label, both != NULL ? both : place);
}

static void
show_suggestion (DuiFindingRow *self,
                 const DtFinding *finding)
{
  g_autofree char *text = NULL;

  if (finding != NULL && finding->reason != NULL)
    text = g_strdup_printf (_ ("Ignored: %s"), finding->reason);
  else if (finding != NULL && finding->suggestion != NULL && finding->suggestion[strspn (finding->suggestion, " ")] != '\0')
    text = g_strdup_printf (_ ("Suggested: %s"), finding->suggestion);
  show_text (self->suggestion_label, text);
}

static void
show_buttons (DuiFindingRow *self,
              const DtFinding *finding)
{
  DuiFindingGroup group = dui_finding_item_get_group (self->item);
  gboolean can_ignore = finding != NULL && finding->reason == NULL && group != DUI_FINDING_UNSEEN;

  gtk_widget_set_visible (self->fix_button, can_fix (self, finding));
  gtk_widget_set_visible (self->ignore_button, can_ignore);
  gtk_widget_set_visible (self->reconsider_button, finding != NULL && finding->reason != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->stack), can_ignore || (finding != NULL && finding->reason != NULL));
  gtk_stack_set_visible_child_name (self->stack, dui_finding_item_is_asking (self->item) ? "reason" : "buttons");
}

/* The whole row as a sentence. */
static void
describe (DuiFindingRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *text = NULL;

  if (dui_finding_item_is_heading (self->item))
    text = g_strdup_printf ("%s: %u", dui_finding_item_get_title (self->item), dui_finding_item_get_count (self->item));
  else
    text = g_strdup_printf ("%s: %s. %s", dui_finding_group_get_title (dui_finding_item_get_group (self->item)),
                            dui_finding_item_get_title (self->item), gtk_label_get_label (self->place_label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  /* In a list it is the item that has the keys. */
  if (parent != NULL && gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (parent)) == GTK_ACCESSIBLE_ROLE_LIST_ITEM)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
refresh (DuiFindingRow *self)
{
  gboolean heading = dui_finding_item_is_heading (self->item);
  const DtFinding *finding = dui_finding_item_get_finding (self->item);
  g_autofree char *measure = finding != NULL ? dui_finding_describe_measure (finding) : NULL;
  g_autofree char *count = g_strdup_printf ("%u", dui_finding_item_get_count (self->item));

  show_text (self->title_label, dui_finding_item_get_title (self->item));
  set_class (GTK_WIDGET (self->title_label), "heading", heading);
  set_class (GTK_WIDGET (self), "dui-finding-heading", heading);
  show_text (self->measure_label, measure);
  show_suggestion (self, finding);
  show_place (self, finding);
  show_buttons (self, finding);
  gtk_widget_set_visible (self->fold_icon, heading);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->fold_icon),
                                dui_finding_item_is_open (self->item) ? "pan-down-symbolic" : "pan-end-symbolic");
  show_text (self->count_label, heading ? count : NULL);
  describe (self);
}

static void
tell (DuiFindingRow *self,
      const char *text,
      gboolean undo)
{
  g_signal_emit (self, signals[SIGNAL_TELL], 0, text, undo);
}

/* Callbacks */

static void
fix_cb (DuiFindingRow *self)
{
  dui_finding_row_fix (self);
}

static void
ask_cb (DuiFindingRow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->reason_entry), "");
  dui_finding_item_set_asking (self->item, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->reason_entry));
}

static void
cancel_cb (DuiFindingRow *self)
{
  if (self->item != NULL)
    dui_finding_item_set_asking (self->item, FALSE);
}

static char *
dup_reason (DuiFindingRow *self)
{
  return g_strstrip (dui_editable_dup_text (GTK_EDITABLE (self->reason_entry)));
}

static void
reason_changed_cb (DuiFindingRow *self)
{
  g_autofree char *reason = dup_reason (self);

  gtk_widget_set_sensitive (self->done_button, *reason != '\0');
}

static void
ignore_cb (DuiFindingRow *self)
{
  g_autofree char *reason = dup_reason (self);
  g_autoptr (DtFinding) finding = NULL;
  g_autoptr (GError) error = NULL;

  if (*reason == '\0' || self->item == NULL || dui_finding_item_get_finding (self->item) == NULL)
    return;

  finding = dt_finding_ref (dui_finding_item_get_finding (self->item));
  dui_finding_item_set_asking (self->item, FALSE);
  if (dui_inspector_ignore (self->inspector, finding, reason, &error))
    tell (self, _ ("The finding is ignored"), TRUE);
  else
    tell (self, error->message, FALSE);
}

static void
reconsider_cb (DuiFindingRow *self)
{
  DtFinding *finding = self->item != NULL ? dui_finding_item_get_finding (self->item) : NULL;
  g_autoptr (GError) error = NULL;

  if (finding != NULL && !dui_inspector_reconsider (self->inspector, finding, &error))
    tell (self, error->message, FALSE);
}

static gboolean
key_pressed_cb (DuiFindingRow *self,
                guint keyval)
{
  if (keyval != GDK_KEY_Escape || self->item == NULL || !dui_finding_item_is_asking (self->item))
    return FALSE;

  cancel_cb (self);
  return TRUE;
}

/* GObject overrides */

static void
dui_finding_row_dispose (GObject *object)
{
  DuiFindingRow *self = DUI_FINDING_ROW (object);

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
  g_clear_object (&self->inspector);

  G_OBJECT_CLASS (dui_finding_row_parent_class)->dispose (object);
}

static void
dui_finding_row_class_init (DuiFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_finding_row_dispose;

  /**
   * DuiFindingRow::tell:
   * @text: a short note
   * @undo: whether it can be taken back
   *
   * Something was done, or could not be.
   */
  signals[SIGNAL_TELL] = g_signal_new ("tell", DUI_TYPE_FINDING_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/findings/dui-finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiFindingRow, fold_icon);
  gtk_widget_class_bind_template_child (widget_class, DuiFindingRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, DuiFindingRow, measure_label);
  gtk_widget_class_bind_template_child (widget_class, DuiFindingRow, suggestion_label);
  gtk_widget_class_bind_template_child (widget_class, DuiFindingRow, place_label);
  gtk_widget_class_bind_template_child (widget_class, DuiFindingRow, count_label);
  gtk_widget_class_bind_template_child (widget_class, DuiFindingRow, stack);
  gtk_widget_class_bind_template_child (widget_class, DuiFindingRow, fix_button);
  gtk_widget_class_bind_template_child (widget_class, DuiFindingRow, ignore_button);
  gtk_widget_class_bind_template_child (widget_class, DuiFindingRow, reconsider_button);
  gtk_widget_class_bind_template_child (widget_class, DuiFindingRow, reason_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiFindingRow, done_button);
  gtk_widget_class_bind_template_callback (widget_class, fix_cb);
  gtk_widget_class_bind_template_callback (widget_class, ask_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, ignore_cb);
  gtk_widget_class_bind_template_callback (widget_class, reconsider_cb);
}

static void
dui_finding_row_init (DuiFindingRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  dui_preedit_follow (GTK_WIDGET (self->reason_entry));
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (self->reason_entry)), "preedit-changed",
                           G_CALLBACK (reason_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* Public functions */

GtkWidget *
dui_finding_row_new (DuiInspector *inspector)
{
  DuiFindingRow *self;

  g_return_val_if_fail (DUI_IS_INSPECTOR (inspector), NULL);

  self = g_object_new (DUI_TYPE_FINDING_ROW, NULL);
  self->inspector = g_object_ref (inspector);
  return GTK_WIDGET (self);
}

void
dui_finding_row_set_item (DuiFindingRow *self,
                          DuiFindingItem *item)
{
  g_return_if_fail (DUI_IS_FINDING_ROW (self) && (item == NULL || DUI_IS_FINDING_ITEM (item)));

  if (self->item == item)
    return;
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  g_signal_connect_swapped (item, "changed", G_CALLBACK (refresh), self);
  refresh (self);
}

gboolean
dui_finding_row_fix (DuiFindingRow *self)
{
  g_autoptr (GError) error = NULL;
  DtFinding *finding;

  g_return_val_if_fail (DUI_IS_FINDING_ROW (self), FALSE);

  finding = self->item != NULL ? dui_finding_item_get_finding (self->item) : NULL;
  if (!can_fix (self, finding))
    return FALSE;

  if (dui_inspector_fix (self->inspector, finding, &error))
    tell (self, _ ("Mended"), TRUE);
  else
    tell (self, error->message, FALSE);
  return TRUE;
}
