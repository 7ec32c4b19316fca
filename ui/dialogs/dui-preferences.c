/* dui-preferences.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-preferences"

#include "config.h"

#include "dialogs/dui-preferences.h"

#include "catalog/dt-pack.h"
#include "editor/dui-speller.h"

#include <glib/gi18n.h>

struct _DuiPreferences
{
  AdwPreferencesWindow parent_instance;

  DuiEngine *engine;
  GPtrArray *packs; /* (element-type GtkWidget): rows */

  /* Template children */
  AdwActionRow *profile_row;
  AdwComboRow *scheme_row;
  AdwComboRow *language_row;
  AdwActionRow *spelling_row;
  GtkSwitch *spelling_switch;
  GtkSpinButton *versions_spin;
  AdwPreferencesGroup *packs_group;
};

enum
{
  SIGNAL_EDIT_PROFILE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiPreferences, dui_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* In the order of the rows. */
static const char *const schemes[] = { "system", "light", "dark" };
static const char *const languages[] = { "system", "vi", "en" };

/* Auxiliary functions */

/* "margins 20 15 20 30 mm · 14 pt": what the office has chosen. */
static char *
describe_habits (DtHabits habits)
{
  g_autofree char *margins = dt_habits_format (&habits, DT_ATTR_MARGINS);
  g_autofree char *size = dt_habits_format (&habits, DT_ATTR_TEXT_SIZE);
  GString *text = g_string_new (NULL);

  if (*margins != '\0')
    /* Translators: top, right, bottom and left. */
    g_string_append_printf (text, _ ("Margins %s mm"), margins);
  if (*margins != '\0' && *size != '\0')
    g_string_append (text, " · ");
  if (*size != '\0')
    g_string_append_printf (text, _ ("text %s pt"), size);
  return g_string_free (text, FALSE);
}

static void
show_profile (DuiPreferences *self)
{
  DtProfile *profile = dui_engine_get_profile (self->engine);
  g_autofree char *habits = NULL;

  if (profile == NULL || !dui_engine_has_own_profile (self->engine))
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->profile_row), _ ("The office is not described yet"));
      adw_action_row_set_subtitle (self->profile_row, "");
      return;
    }

  habits = describe_habits (dt_profile_get_habits (profile));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->profile_row), dt_profile_get (profile)->name);
  adw_action_row_set_subtitle (self->profile_row, habits);
}

static void
show_packs (DuiPreferences *self)
{
  GPtrArray *packs = dui_engine_get_packs (self->engine);

  for (guint i = 0; i < self->packs->len; i++)
    adw_preferences_group_remove (self->packs_group, g_ptr_array_index (self->packs, i));
  g_ptr_array_set_size (self->packs, 0);

  for (guint i = 0; i < packs->len; i++)
    {
      const DtPack *pack = g_ptr_array_index (packs, i);
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *path = g_filename_display_name (dt_pack_get_path (pack));
      /* Translators: id and version of a pack, its publisher, the folder it is in. */
      g_autofree char *facts = g_strdup_printf (_ ("%s, version %s · %s\n%s"), dt_pack_get_id (pack),
                                                dt_pack_get_version (pack), dt_pack_get_publisher (pack), path);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), dt_pack_get_title (pack));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      adw_preferences_group_add (self->packs_group, row);
      g_ptr_array_add (self->packs, row);
    }
}

static void
show_spelling (DuiPreferences *self)
{
  DuiSpellerState state = dui_speller_get_state (dui_speller_get_default ());

  adw_action_row_set_subtitle (self->spelling_row, dui_speller_state_get_label (state));
  gtk_widget_set_sensitive (GTK_WIDGET (self->spelling_switch), state == DUI_SPELLER_READY);
}

static void
show_scheme (DuiPreferences *self)
{
  g_autofree char *scheme = g_settings_get_string (dui_engine_get_settings (self->engine), "color-scheme");

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      if (g_strcmp0 (schemes[i], scheme) == 0)
        adw_combo_row_set_selected (self->scheme_row, i);
    }
}

static void
show_language (DuiPreferences *self)
{
  g_autofree char *language = g_settings_get_string (dui_engine_get_settings (self->engine), "language");

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      if (g_strcmp0 (languages[i], language) == 0)
        adw_combo_row_set_selected (self->language_row, i);
    }
}

/* Callbacks */

static void
edit_profile_cb (DuiPreferences *self)
{
  g_signal_emit (self, signals[SIGNAL_EDIT_PROFILE], 0);
}

static void
scheme_cb (DuiPreferences *self)
{
  guint selected = adw_combo_row_get_selected (self->scheme_row);

  if (self->engine != NULL && selected < G_N_ELEMENTS (schemes))
    g_settings_set_string (dui_engine_get_settings (self->engine), "color-scheme", schemes[selected]);
}

static void
language_cb (DuiPreferences *self)
{
  guint selected = adw_combo_row_get_selected (self->language_row);

  if (self->engine != NULL && selected < G_N_ELEMENTS (languages))
    g_settings_set_string (dui_engine_get_settings (self->engine), "language", languages[selected]);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant *arguments,
           gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

/* GObject overrides */

static void
dui_preferences_dispose (GObject *object)
{
  DuiPreferences *self = DUI_PREFERENCES (object);

  g_clear_pointer (&self->packs, g_ptr_array_unref);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (dui_preferences_parent_class)->dispose (object);
}

static void
dui_preferences_class_init (DuiPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_preferences_dispose;

  /**
   * DuiPreferences::edit-profile:
   *
   * The form of the office is wanted.
   */
  signals[SIGNAL_EDIT_PROFILE] =
    g_signal_new ("edit-profile", DUI_TYPE_PREFERENCES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/dialogs/dui-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiPreferences, profile_row);
  gtk_widget_class_bind_template_child (widget_class, DuiPreferences, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, DuiPreferences, language_row);
  gtk_widget_class_bind_template_child (widget_class, DuiPreferences, spelling_row);
  gtk_widget_class_bind_template_child (widget_class, DuiPreferences, spelling_switch);
  gtk_widget_class_bind_template_child (widget_class, DuiPreferences, versions_spin);
  gtk_widget_class_bind_template_child (widget_class, DuiPreferences, packs_group);
  gtk_widget_class_bind_template_callback (widget_class, edit_profile_cb);
  gtk_widget_class_bind_template_callback (widget_class, scheme_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_cb);
}

static void
dui_preferences_init (DuiPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->packs = g_ptr_array_new ();
}

GtkWidget *
dui_preferences_new (GtkWindow *parent,
                     DuiEngine *engine)
{
  DuiPreferences *self;
  GSettings *settings;

  g_return_val_if_fail (DUI_IS_ENGINE (engine), NULL);

  self = g_object_new (DUI_TYPE_PREFERENCES, "transient-for", parent, NULL);
  settings = dui_engine_get_settings (engine);
  self->engine = g_object_ref (engine);
  show_scheme (self);
  show_language (self);
  show_profile (self);
  show_spelling (self);
  show_packs (self);
  g_settings_bind (settings, "spelling", self->spelling_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "kept-versions", self->versions_spin, "value", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (engine, "profile-changed", G_CALLBACK (show_profile), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (engine, "library-changed", G_CALLBACK (show_packs), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
