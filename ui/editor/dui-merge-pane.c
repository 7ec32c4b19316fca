/* dui-merge-pane.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-section-page"

#include "config.h"

#include "editor/dui-merge-pane.h"

#include "template/dt-merge.h"

#include <glib/gi18n.h>

struct _DuiMergePane
{
  AdwBin parent_instance;

  /* Template children */
  GtkLabel *intro_label;
  GtkLabel *old_label;
  GtkLabel *theirs_label;
  GtkLabel *mine_label;
  GtkCheckButton *theirs_check;
};

enum
{
  SIGNAL_MERGE,
  SIGNAL_KEEP,
  SIGNAL_CLOSE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiMergePane, dui_merge_pane, ADW_TYPE_BIN)

/* Which of the three texts is shown. */
typedef enum
{
  TEXT_OLD,
  TEXT_THEIRS,
  TEXT_MINE,
} Text;

/* Auxiliary functions */

static gboolean
is_changed (const DtMergeChunk *chunk,
            Text text)
{
  if (text == TEXT_THEIRS)
    return chunk->kind != DT_MERGE_SAME && chunk->kind != DT_MERGE_MINE;
  if (text == TEXT_MINE)
    return chunk->kind != DT_MERGE_SAME && chunk->kind != DT_MERGE_THEIRS;

  return chunk->kind != DT_MERGE_SAME;
}

/* What goes is struck out, what comes is underlined, so that it shows without colours too; where both
 * differ, in bold. */
static void
append_chunk (GString *markup,
              const DtMergeChunk *chunk,
              Text text)
{
  const char *words = text == TEXT_OLD ? chunk->old : text == TEXT_THEIRS ? chunk->theirs
                                                                          : chunk->mine;
  g_autofree char *escaped = g_markup_escape_text (words != NULL ? words : "", -1);
  gboolean conflict = chunk->kind == DT_MERGE_CONFLICT && text != TEXT_OLD;

  if (*escaped == '\0')
    return;
  if (!is_changed (chunk, text))
    g_string_append (markup, escaped);
  else if (text == TEXT_OLD)
    g_string_append_printf (markup, "<s>%s</s>", escaped);
  else
    g_string_append_printf (markup, conflict ? "<b><u>%s</u></b>" : "<u>%s</u>", escaped);
}

static void
show_text (GtkLabel *label,
           const DtTemplateComparison *comparison,
           Text text)
{
  g_autoptr (GString) markup = g_string_new ("<b>");

  for (guint i = 0; i < comparison->title->len; i++)
    append_chunk (markup, g_ptr_array_index (comparison->title, i), text);
  g_string_append (markup, "</b>\n");
  for (guint i = 0; i < comparison->body->len; i++)
    append_chunk (markup, g_ptr_array_index (comparison->body, i), text);
  g_strchomp (markup->str);
  gtk_label_set_markup (label, markup->str);
}

/* Callbacks */

static void
merge_cb (DuiMergePane *self)
{
  g_signal_emit (self, signals[SIGNAL_MERGE], 0, gtk_check_button_get_active (self->theirs_check));
}

static void
keep_cb (DuiMergePane *self)
{
  g_signal_emit (self, signals[SIGNAL_KEEP], 0);
}

static void
close_cb (DuiMergePane *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSE], 0);
}

static void
dui_merge_pane_class_init (DuiMergePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_MERGE] = g_signal_new ("merge", DUI_TYPE_MERGE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[SIGNAL_KEEP] = g_signal_new ("keep", DUI_TYPE_MERGE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  signals[SIGNAL_CLOSE] = g_signal_new ("close", DUI_TYPE_MERGE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/editor/dui-merge-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiMergePane, intro_label);
  gtk_widget_class_bind_template_child (widget_class, DuiMergePane, old_label);
  gtk_widget_class_bind_template_child (widget_class, DuiMergePane, theirs_label);
  gtk_widget_class_bind_template_child (widget_class, DuiMergePane, mine_label);
  gtk_widget_class_bind_template_child (widget_class, DuiMergePane, theirs_check);
  gtk_widget_class_bind_template_callback (widget_class, merge_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
dui_merge_pane_init (DuiMergePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public functions */

void
dui_merge_pane_show (DuiMergePane *self,
                     const DtTemplateComparison *comparison)
{
  g_autofree char *places = NULL;
  g_autofree char *intro = NULL;

  g_return_if_fail (DUI_IS_MERGE_PANE (self) && comparison != NULL);

  if (comparison->n_conflicts > 0)
    places = g_strdup_printf (ngettext ("In %u place both the template and you have changed the text; it is set in bold.",
                                        "In %u places both the template and you have changed the text; they are set in bold.",
                                        comparison->n_conflicts),
                              comparison->n_conflicts);
  else
    places = g_strdup (_ ("The two changes do not touch each other."));
  /* Translators: versions of a template, then a sentence of its own */
  intro = g_strdup_printf (_ ("The template has gone from version %s to %s. %s"), comparison->old_version,
                           comparison->new_version, places);
  gtk_label_set_label (self->intro_label, intro);
  show_text (self->old_label, comparison, TEXT_OLD);
  show_text (self->theirs_label, comparison, TEXT_THEIRS);
  show_text (self->mine_label, comparison, TEXT_MINE);
  gtk_check_button_set_active (self->theirs_check, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->theirs_check), comparison->n_conflicts > 0);
}

DtPlan *
dui_merge_keep (const DtTemplateComparison *comparison,
                const DtPlan *plan,
                GError **error)
{
  g_autoptr (DtPlan) versioned = NULL;

  g_return_val_if_fail (comparison != NULL && plan != NULL, NULL);

  versioned = dt_plan_set_attribute (plan, comparison->section, DT_ATTR_TEMPLATE_VERSION, comparison->new_version, error);
  if (versioned == NULL)
    return NULL;

  return dt_plan_set_attribute (versioned, comparison->section, DT_ATTR_ORIGIN, comparison->origin, error);
}
