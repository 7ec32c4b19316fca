/* dui-versions-pane.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-window"

#include "config.h"

#include "window/dui-versions-pane.h"

#include "document/dui-inspector.h"
#include "findings/dui-finding-place.h"
#include "format/dt-plan-file.h"

#include <glib/gi18n.h>

#define REFERENCE_KEY "dui-reference"

struct _DuiVersionsPane
{
  AdwBin parent_instance;

  DuiDocument *document;
  GPtrArray *versions;

  /* Template children */
  GtkListBox *list;
  GtkListBox *changes;
  GtkButton *restore_button;
};

enum
{
  SIGNAL_CLOSE,
  SIGNAL_RESTORED,
  SIGNAL_OPEN_PLACE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiVersionsPane, dui_versions_pane, ADW_TYPE_BIN)

/* Auxiliary functions */

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* The newest stands first. */
static guint
count_rounds (DuiVersionsPane *self,
              guint from)
{
  guint count = 0;

  for (guint i = from; i < self->versions->len; i++)
    {
      const DuiVersion *version = g_ptr_array_index (self->versions, i);

      count += version->kind == DUI_VERSION_ROUND;
    }

  return count;
}

static GtkWidget *
make_version_row (DuiVersionsPane *self,
                  guint index)
{
  const DuiVersion *version = g_ptr_array_index (self->versions, index);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (version->time / G_USEC_PER_SEC);
  g_autofree char *when = g_date_time_format (time, "%d/%m/%Y %H:%M");
  /* Translators: %u counts the rounds of a plan. */
  g_autofree char *round = g_strdup_printf (_ ("Submitted to the leaders, round %u"), count_rounds (self, index));
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), version->kind == DUI_VERSION_ROUND ? round : _ ("Saved"));
  return row;
}

static const DuiVersion *
get_selected (DuiVersionsPane *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? g_ptr_array_index (self->versions, (guint) gtk_list_box_row_get_index (row)) : NULL;
}

/* In which section it is; NULL until the numbers are known. */
static GtkWidget *
make_place (DuiVersionsPane *self,
            const DuiVersionChange *change)
{
  DtComposition *composition = dui_inspector_get_composition (dui_inspector_get (self->document));
  g_autoptr (GHashTable) numbers = composition != NULL ? dui_finding_list_numbers (composition) : NULL;
  g_autofree char *text = NULL;
  GtkWidget *place;

  if (numbers == NULL)
    return NULL;

  text = dui_finding_describe_place (dui_document_get_plan (self->document), numbers, change->reference, 0, 0);
  place = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (place), 0);
  gtk_widget_add_css_class (place, "caption-heading");
  return place;
}

static void
add_change (DuiVersionsPane *self,
            const DuiVersionChange *change)
{
  g_autofree char *markup = dui_versions_mark (change->old, change->now);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *place = make_place (self, change);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  if (place != NULL)
    gtk_box_append (GTK_BOX (box), place);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), REFERENCE_KEY, g_strdup (change->reference), g_free);
  gtk_list_box_append (self->changes, row);
}

static void
add_note (DuiVersionsPane *self,
          const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  gtk_list_box_append (self->changes, row);
}

/* Callbacks */

static void
selected_cb (DuiVersionsPane *self)
{
  const DuiVersion *version = get_selected (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = version != NULL ? dt_plan_load (version->path, NULL, &error) : NULL;
  g_autoptr (GPtrArray) changes = NULL;

  clear (self->changes);
  gtk_widget_set_sensitive (GTK_WIDGET (self->restore_button), plan != NULL);
  if (error != NULL)
    add_note (self, error->message);
  if (plan == NULL)
    return;

  changes = dui_versions_compare (plan, dui_document_get_plan (self->document));
  for (guint i = 0; i < changes->len; i++)
    add_change (self, g_ptr_array_index (changes, i));
  if (changes->len == 0)
    add_note (self, _ ("No text is different now"));
}

static void
change_activated_cb (DuiVersionsPane *self,
                     GtkListBoxRow *row)
{
  const char *reference = g_object_get_data (G_OBJECT (row), REFERENCE_KEY);

  if (reference != NULL)
    g_signal_emit (self, signals[SIGNAL_OPEN_PLACE], 0, reference);
}

static void
restore_cb (DuiVersionsPane *self)
{
  const DuiVersion *version = get_selected (self);
  g_autoptr (GError) error = NULL;

  if (version == NULL)
    return;

  if (dui_versions_restore (self->document, version, &error))
    g_signal_emit (self, signals[SIGNAL_RESTORED], 0);
  else
    {
      clear (self->changes);
      add_note (self, error->message);
    }
}

static void
close_cb (DuiVersionsPane *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSE], 0);
}

/* GObject overrides */

static void
dui_versions_pane_dispose (GObject *object)
{
  DuiVersionsPane *self = DUI_VERSIONS_PANE (object);

  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (dui_versions_pane_parent_class)->dispose (object);
}

static void
dui_versions_pane_class_init (DuiVersionsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_versions_pane_dispose;

  /**
   * DuiVersionsPane::close:
   *
   * The pages are wanted again.
   */
  signals[SIGNAL_CLOSE] =
    g_signal_new ("close", DUI_TYPE_VERSIONS_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * DuiVersionsPane::restored:
   *
   * The plan is the one of a version now.
   */
  signals[SIGNAL_RESTORED] =
    g_signal_new ("restored", DUI_TYPE_VERSIONS_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * DuiVersionsPane::open-place:
   * @reference: a node that differs
   *
   * The form of the node is wanted.
   */
  signals[SIGNAL_OPEN_PLACE] = g_signal_new ("open-place", DUI_TYPE_VERSIONS_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                             NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/window/dui-versions-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiVersionsPane, list);
  gtk_widget_class_bind_template_child (widget_class, DuiVersionsPane, changes);
  gtk_widget_class_bind_template_child (widget_class, DuiVersionsPane, restore_button);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
dui_versions_pane_init (DuiVersionsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public functions */

GtkWidget *
dui_versions_pane_new (DuiDocument *document)
{
  DuiVersionsPane *self = g_object_new (DUI_TYPE_VERSIONS_PANE, NULL);

  self->document = g_object_ref (document);
  dui_versions_pane_refresh (self);
  return GTK_WIDGET (self);
}

void
dui_versions_pane_refresh (DuiVersionsPane *self)
{
  g_return_if_fail (DUI_IS_VERSIONS_PANE (self));

  clear (self->list);
  clear (self->changes);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  self->versions = dui_versions_list (self->document);
  for (guint i = 0; i < self->versions->len; i++)
    gtk_list_box_append (self->list, make_version_row (self, i));
}

guint
dui_versions_pane_get_n (DuiVersionsPane *self)
{
  g_return_val_if_fail (DUI_IS_VERSIONS_PANE (self), 0);

  return self->versions->len;
}
