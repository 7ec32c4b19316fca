/* dui-profile-entry.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-profile-entry"

#include "config.h"

#include "start/dui-profile-entry.h"

#include "editor/dui-form-row.h"

#include <glib/gi18n.h>
#include <string.h>

struct _DuiProfileEntry
{
  AdwExpanderRow parent_instance;

  gboolean is_unit;
  char *id;
  char *also;
  char *members;

  /* What the rows begin with. They are made when the entry is opened for the first time: an office has many units,
   * and few are ever looked into. */
  char *first_name;
  char *first_second;
  guint first_choice;
  DuiFormRow *name;
  DuiFormRow *second;
  AdwComboRow *choice;
};

enum
{
  SIGNAL_REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiProfileEntry, dui_profile_entry, ADW_TYPE_EXPANDER_ROW)

/* In the order of the choice. */
static const struct
{
  const char *label;
  DtRank rank;
  const char *form;
} ranks[] = {
  { N_ ("Head, signs for the body (TM.)"), DT_RANK_HEAD, "" },
  { N_ ("Acting head (Q.)"), DT_RANK_ACTING, "" },
  { N_ ("Deputy, signs for the head (KT.)"), DT_RANK_DEPUTY, "" },
  { N_ ("Signs by order (TL.)"), DT_RANK_OFFICER, "tl" },
  { N_ ("Signs as authorised (TUQ.)"), DT_RANK_OFFICER, "tuq" },
};

/* In the order of dt_unit_kinds(). */
static const char *const kind_labels[] = {
  N_ ("Office of the People’s Council and Committee"),
  N_ ("Economic division"),
  N_ ("Culture and society division"),
  N_ ("Public administration service centre"),
  N_ ("Public service provider"),
  N_ ("Police"),
  N_ ("Military command"),
  N_ ("Health station"),
  N_ ("Schools"),
  N_ ("Fatherland Front"),
  N_ ("Youth Union"),
  N_ ("Women’s Union"),
  N_ ("Farmers’ Union"),
  N_ ("Veterans’ Association"),
  N_ ("Hamlets, residential groups"),
  N_ ("Party Committee"),
  N_ ("People’s Council"),
  N_ ("Several units together"),
  N_ ("Other"),
};

static char *
dup_text (DuiFormRow *row,
          const char *first)
{
  return row != NULL ? dui_form_row_dup_text (row) : g_strdup (first);
}

static void
update_title (DuiProfileEntry *self)
{
  g_autofree char *name = dup_text (self->name, self->first_name);
  g_autofree char *second = dup_text (self->second, self->first_second);
  g_autofree char *title = g_markup_escape_text (*g_strstrip (name) != '\0' ? name : _ ("Not named yet"), -1);
  g_autofree char *subtitle = g_markup_escape_text (second, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
}

static void
set_text (DuiFormRow *row,
          const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (dui_form_row_get_editor (row)), text);
}

static DuiFormRow *
add_row (DuiProfileEntry *self,
         const char *title,
         const char *text)
{
  DuiFormRow *row = DUI_FORM_ROW (dui_form_row_new (title, FALSE));

  set_text (row, text);
  g_signal_connect_object (dui_form_row_get_editor (row), "changed", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (row));
  return row;
}

static void
add_choice (DuiProfileEntry *self,
            const char *title,
            GtkStringList *labels)
{
  self->choice = ADW_COMBO_ROW (g_object_new (ADW_TYPE_COMBO_ROW, "title", title, "use-underline", TRUE, "model", labels,
                                              "selected", self->first_choice, NULL));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->choice));
  g_object_unref (labels);
}

static void
remove_cb (DuiProfileEntry *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
}

static void
add_remove_button (DuiProfileEntry *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Remove"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
add_leader_rows (DuiProfileEntry *self)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    gtk_string_list_append (labels, _ (ranks[i].label));
  self->name = add_row (self, _ ("_Full name"), self->first_name);
  self->second = add_row (self, _ ("_Position"), self->first_second);
  add_choice (self, _ ("How to _sign"), labels);
}

static void
add_unit_rows (DuiProfileEntry *self)
{
  GtkStringList *labels = gtk_string_list_new (NULL);
  const char *const *kinds = dt_unit_kinds ();

  for (guint i = 0; kinds[i] != NULL; i++)
    gtk_string_list_append (labels, i < G_N_ELEMENTS (kind_labels) ? _ (kind_labels[i]) : kinds[i]);
  self->name = add_row (self, _ ("_Name of the unit"), self->first_name);
  self->second = add_row (self, _ ("A_bbreviation"), self->first_second);
  add_choice (self, _ ("_What it is"), labels);
}

static void
expanded_cb (DuiProfileEntry *self)
{
  if (self->name != NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;

  if (self->is_unit)
    add_unit_rows (self);
  else
    add_leader_rows (self);
  add_remove_button (self);
}

static void
dui_profile_entry_finalize (GObject *object)
{
  DuiProfileEntry *self = DUI_PROFILE_ENTRY (object);

  g_free (self->id);
  g_free (self->also);
  g_free (self->members);
  g_free (self->first_name);
  g_free (self->first_second);

  G_OBJECT_CLASS (dui_profile_entry_parent_class)->finalize (object);
}

static void
dui_profile_entry_class_init (DuiProfileEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dui_profile_entry_finalize;

  signals[SIGNAL_REMOVE] = g_signal_new ("remove", DUI_TYPE_PROFILE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dui_profile_entry_init (DuiProfileEntry *self)
{
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

GtkWidget *
dui_profile_entry_new_leader (const DtLeader *leader)
{
  DuiProfileEntry *self = g_object_new (DUI_TYPE_PROFILE_ENTRY, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    if (ranks[i].rank == leader->rank && strcmp (ranks[i].form, leader->form) == 0)
      self->first_choice = i;
  self->id = g_strdup (leader->id);
  self->first_name = g_strdup (leader->name);
  self->first_second = g_strdup (leader->title);
  update_title (self);
  return GTK_WIDGET (self);
}

GtkWidget *
dui_profile_entry_new_unit (const DtUnit *unit)
{
  DuiProfileEntry *self = g_object_new (DUI_TYPE_PROFILE_ENTRY, NULL);
  const char *const *kinds = dt_unit_kinds ();

  for (guint i = 0; kinds[i] != NULL; i++)
    if (strcmp (kinds[i], unit->kind) == 0)
      self->first_choice = i;
  self->is_unit = TRUE;
  self->id = g_strdup (unit->id);
  self->also = g_strdup (unit->also);
  self->members = g_strdup (unit->members);
  self->first_name = g_strdup (unit->name);
  self->first_second = g_strdup (unit->abbreviation);
  update_title (self);
  return GTK_WIDGET (self);
}

const char *
dui_profile_entry_get_id (DuiProfileEntry *self)
{
  g_return_val_if_fail (DUI_IS_PROFILE_ENTRY (self), NULL);

  return self->id;
}

char *
dui_profile_entry_dup_name (DuiProfileEntry *self)
{
  g_return_val_if_fail (DUI_IS_PROFILE_ENTRY (self), NULL);

  return dup_text (self->name, self->first_name);
}

gboolean
dui_profile_entry_is_blank (DuiProfileEntry *self)
{
  g_autofree char *name = dui_profile_entry_dup_name (self);

  return *g_strstrip (name) == '\0';
}

void
dui_profile_entry_replace_word (DuiProfileEntry *self,
                                const char *old,
                                const char *now)
{
  g_autofree char *name = dui_profile_entry_dup_name (self);
  g_autofree char *pattern = g_strdup_printf ("(?<![\\p{L}])%s(?![\\p{L}])", old);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autofree char *replaced = g_regex_replace_literal (regex, name, -1, 0, now, 0, NULL);

  if (replaced == NULL || strcmp (replaced, name) == 0)
    return;

  if (self->name != NULL)
    {
      set_text (self->name, replaced);
      return;
    }
  g_free (self->first_name);
  self->first_name = g_steal_pointer (&replaced);
  update_title (self);
}

void
dui_profile_entry_focus (DuiProfileEntry *self)
{
  g_return_if_fail (DUI_IS_PROFILE_ENTRY (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  gtk_widget_grab_focus (dui_form_row_get_editor (self->name));
}

void
dui_profile_entry_read (DuiProfileEntry *self,
                        DuiProfileTexts *texts)
{
  guint selected;

  g_return_if_fail (DUI_IS_PROFILE_ENTRY (self));

  selected = self->choice != NULL ? adw_combo_row_get_selected (self->choice) : self->first_choice;
  memset (texts, 0, sizeof *texts);
  texts->name = dup_text (self->name, self->first_name);
  texts->second = dup_text (self->second, self->first_second);
  texts->also = self->also;
  texts->members = self->members;
  if (self->is_unit)
    {
      texts->kind = dt_unit_kinds ()[selected];
    }
  else
    {
      texts->rank = ranks[selected].rank;
      texts->form = ranks[selected].form;
    }
}

void
dui_profile_texts_clear (DuiProfileTexts *texts)
{
  g_clear_pointer (&texts->name, g_free);
  g_clear_pointer (&texts->second, g_free);
}
