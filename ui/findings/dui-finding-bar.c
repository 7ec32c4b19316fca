/* dui-finding-bar.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-findings"

#include "config.h"

#include "findings/dui-finding-bar.h"

#include "findings/dui-finding-row.h"

#include <string.h>

struct _DuiFindingBar
{
  AdwBin parent_instance;

  DuiInspector *inspector;
  DuiFindingItem *item; /* of the finding shown */
  GtkRevealer *revealer;
  GtkWidget *row;
  char *reference;
  guint offset;
};

enum
{
  SIGNAL_TELL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiFindingBar, dui_finding_bar, ADW_TYPE_BIN)

static gboolean
is_shown (DuiFindingBar *self,
          const char *key)
{
  return self->item != NULL && strcmp (dui_finding_item_get_key (self->item), key) == 0;
}

static void
show (DuiFindingBar *self,
      DtFinding *finding)
{
  g_autofree char *key = g_strdup_printf ("%s %s %s", finding->rule->id, finding->node,
                                          finding->quote != NULL ? finding->quote : "");

  if (!is_shown (self, key))
    {
      g_clear_object (&self->item);
      self->item = dui_finding_item_new (DUI_FINDING_ERRORS, key);
    }
  dui_finding_item_set_finding (self->item, finding, "");
  dui_finding_row_set_item (DUI_FINDING_ROW (self->row), self->item);
}

static void
refresh (DuiFindingBar *self)
{
  DtFinding *finding = NULL;

  if (self->reference != NULL)
    finding = dui_inspector_find (self->inspector, self->reference, self->offset);

  if (finding != NULL)
    show (self, finding);
  else
    g_clear_object (&self->item);
  gtk_revealer_set_reveal_child (self->revealer, finding != NULL);
}

static void
tell_cb (DuiFindingBar *self,
         const char *text,
         gboolean undo)
{
  g_signal_emit (self, signals[SIGNAL_TELL], 0, text, undo);
}

static void
dui_finding_bar_dispose (GObject *object)
{
  DuiFindingBar *self = DUI_FINDING_BAR (object);

  g_clear_object (&self->item);
  g_clear_object (&self->inspector);
  g_clear_pointer (&self->reference, g_free);

  G_OBJECT_CLASS (dui_finding_bar_parent_class)->dispose (object);
}

static void
dui_finding_bar_class_init (DuiFindingBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dui_finding_bar_dispose;

  signals[SIGNAL_TELL] = g_signal_new ("tell", DUI_TYPE_FINDING_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
dui_finding_bar_init (DuiFindingBar *self)
{
}

GtkWidget *
dui_finding_bar_new (DuiDocument *document)
{
  DuiFindingBar *self;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_return_val_if_fail (DUI_IS_DOCUMENT (document), NULL);

  self = g_object_new (DUI_TYPE_FINDING_BAR, NULL);
  self->inspector = g_object_ref (dui_inspector_get (document));
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  self->row = dui_finding_row_new (self->inspector);
  gtk_widget_add_css_class (self->row, "dui-finding-bar");
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), self->row);
  gtk_revealer_set_child (self->revealer, box);
  gtk_revealer_set_transition_type (self->revealer, GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->revealer));
  g_signal_connect_object (self->row, "tell", G_CALLBACK (tell_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inspector, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
dui_finding_bar_set_place (DuiFindingBar *self,
                           const char *reference,
                           guint offset)
{
  char *copy;

  g_return_if_fail (DUI_IS_FINDING_BAR (self));

  copy = g_strdup (reference);
  g_free (self->reference);
  self->reference = copy;
  self->offset = offset;
  refresh (self);
}

DtFinding *
dui_finding_bar_get_finding (DuiFindingBar *self)
{
  g_return_val_if_fail (DUI_IS_FINDING_BAR (self), NULL);

  return self->item != NULL ? dui_finding_item_get_finding (self->item) : NULL;
}

gboolean
dui_finding_bar_fix (DuiFindingBar *self)
{
  g_return_val_if_fail (DUI_IS_FINDING_BAR (self), FALSE);

  return self->item != NULL && dui_finding_row_fix (DUI_FINDING_ROW (self->row));
}
