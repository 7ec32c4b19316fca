/* dui-profile-page.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-profile-page"

#include "config.h"

#include "start/dui-profile-page.h"

#include "common/dui-editable-text.h"
#include "start/dui-profile-page-private.h"
#include "text/dt-text.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (DuiProfilePage, dui_profile_page, ADW_TYPE_BIN)

enum
{
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const levels[DT_N_LEVELS] = { "xã", "phường", "đặc khu" };
static const char *const hamlets[DT_N_LEVELS] = { "thôn", "tổ dân phố", "khu dân cư" };

/* Names of the template children. */
static const char *const text_names[DUI_N_OFFICE] = { "place_row", "name_row", "short_row", "area_row", "hamlet_row", "agency_row", "archive_row" };
static const char *const spin_names[DUI_N_HABITS] = { "top_spin", "right_spin", "bottom_spin", "left_spin", "size_spin", "indent_spin", "spacing_spin" };

/* Auxiliary functions */

static void
set_row (DuiFormRow *row,
         const char *text)
{
  GtkWidget *editor = dui_form_row_get_editor (row);

  if (GTK_IS_TEXT_VIEW (editor))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (editor), text);
}

char *
dui_profile_page_dup_row (DuiFormRow *row)
{
  return g_strstrip (dui_form_row_dup_text (row));
}

static char *
make_id (DuiProfilePage *self,
         const char *prefix)
{
  return g_strdup_printf ("%s-%x-%u", prefix, g_random_int (), ++self->n_added);
}

static void
remove_leader_cb (DuiProfilePage *self,
                  DuiProfileEntry *entry)
{
  adw_preferences_group_remove (self->leaders_group, GTK_WIDGET (entry));
  g_ptr_array_remove (self->leaders, entry);
}

static void
remove_unit_cb (DuiProfilePage *self,
                DuiProfileEntry *entry)
{
  adw_preferences_group_remove (self->units_group, GTK_WIDGET (entry));
  g_ptr_array_remove (self->units, entry);
}

static DuiProfileEntry *
add_leader (DuiProfilePage *self,
            const DtLeader *leader)
{
  DuiProfileEntry *entry = DUI_PROFILE_ENTRY (dui_profile_entry_new_leader (leader));

  g_signal_connect_object (entry, "remove", G_CALLBACK (remove_leader_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->leaders_group, GTK_WIDGET (entry));
  g_ptr_array_add (self->leaders, entry);
  return entry;
}

static DuiProfileEntry *
add_unit (DuiProfilePage *self,
          const DtUnit *unit)
{
  DuiProfileEntry *entry = DUI_PROFILE_ENTRY (dui_profile_entry_new_unit (unit));

  g_signal_connect_object (entry, "remove", G_CALLBACK (remove_unit_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->units_group, GTK_WIDGET (entry));
  g_ptr_array_add (self->units, entry);
  return entry;
}

static void
add_symbol_row (DuiProfilePage *self,
                const char *kind,
                const char *symbol)
{
  const DtKind *known = dt_kinds_find (dui_engine_get_kinds (self->engine), kind);
  const char *name = known != NULL ? known->name : kind;
  DuiFormRow *row;

  /* Decisions are two kinds with one name. */
  if (known != NULL && known->form == DT_FORM_DECISION_ATTACHED)
    name = _ ("Quyết định (issues what is attached)");
  row = DUI_FORM_ROW (dui_form_row_new (name, FALSE));
  set_row (row, symbol);
  adw_expander_row_add_row (self->symbols_row, GTK_WIDGET (row));
  g_ptr_array_add (self->symbol_rows, row);
}

static void
add_symbol (DuiProfilePage *self,
            const char *kind,
            const char *symbol)
{
  g_ptr_array_add (self->symbols, g_strdup (kind));
  g_ptr_array_add (self->symbols, g_strdup (symbol));
}

/* There are many, and hardly any is ever another: their rows are made when they are asked for. */
static void
symbols_cb (DuiProfilePage *self)
{
  if (self->symbol_rows->len > 0 || !adw_expander_row_get_expanded (self->symbols_row))
    return;

  for (guint i = 0; i + 1 < self->symbols->len; i += 2)
    add_symbol_row (self, g_ptr_array_index (self->symbols, i), g_ptr_array_index (self->symbols, i + 1));
}

static void
fill_habits (DuiProfilePage *self,
             const DtProfileFields *fields)
{
  const double values[DUI_N_HABITS] = {
    dt_length_to_mm (fields->top),
    dt_length_to_mm (fields->right),
    dt_length_to_mm (fields->bottom),
    dt_length_to_mm (fields->left),
    fields->text_size / 100.0,
    dt_length_to_mm (fields->indent),
    fields->line_spacing / 100.0,
  };

  /* Zero is the usual value, which the form begins with. */
  for (guint i = 0; i < DUI_N_HABITS; i++)
    if (values[i] > 0)
      gtk_spin_button_set_value (self->spins[i], values[i]);
}

/* @own: of the user; else names are those of an example and are left out. */
static void
fill (DuiProfilePage *self,
      gboolean own)
{
  const DtProfileFields *fields = dt_profile_get (self->base);
  const char *const texts[DUI_N_OFFICE] = { fields->place, fields->name, fields->short_name, fields->area,
                                            fields->hamlet, fields->agency, fields->archive };
  g_autofree char *recipients = g_strjoinv ("\n", (char **) dt_profile_get_recipients (self->base));
  const DtLeader *leaders;
  const DtSymbol *symbols;
  const DtUnit *units;
  guint n;

  self->level = fields->level;
  adw_combo_row_set_selected (self->level_row, fields->level);
  for (guint i = 0; i < DUI_N_OFFICE; i++)
    {
      if (own || i == DUI_OFFICE_ARCHIVE)
        set_row (self->texts[i], texts[i]);
    }
  set_row (self->recipients_row, recipients);
  gtk_switch_set_active (self->paper_switch, fields->on_paper);
  gtk_switch_set_active (self->area_switch, fields->names_area);
  fill_habits (self, fields);

  symbols = dt_profile_get_symbols (self->base, &n);
  for (guint i = 0; i < n; i++)
    add_symbol (self, symbols[i].kind, symbols[i].symbol);
  leaders = dt_profile_get_leaders (self->base, &n);
  for (guint i = 0; i < n; i++)
    {
      DtLeader leader = leaders[i];

      if (!own)
        leader.name = "";
      add_leader (self, &leader);
    }
  /* The one name that must be given. */
  if (!own && self->leaders->len > 0)
    adw_expander_row_set_expanded (g_ptr_array_index (self->leaders, 0), TRUE);
  units = dt_profile_get_units (self->base, &n);
  for (guint i = 0; i < n; i++)
    add_unit (self, &units[i]);
}

/* The first field that must say something and does not. */
static DuiFormRow *
find_missing (DuiProfilePage *self)
{
  for (guint i = 0; i < DUI_N_OFFICE; i++)
    {
      g_autofree char *text = dui_profile_page_dup_row (self->texts[i]);

      dui_form_row_set_verdict (self->texts[i], *text == '\0' ? _ ("expected a text") : NULL);
    }
  for (guint i = 0; i < DUI_N_OFFICE; i++)
    if (dui_form_row_get_verdict (self->texts[i]) != NULL)
      return self->texts[i];

  return NULL;
}

/* Callbacks */

static void
add_leader_cb (DuiProfilePage *self)
{
  g_autofree char *id = make_id (self, "nguoi");
  const DtLeader leader = { id, DT_RANK_DEPUTY, "", _ ("Phó Chủ tịch"), "" };

  dui_profile_entry_focus (add_leader (self, &leader));
}

static void
add_unit_cb (DuiProfilePage *self)
{
  g_autofree char *id = make_id (self, "don-vi");
  const DtUnit unit = { id, "khac", "", "", "", "" };

  dui_profile_entry_focus (add_unit (self, &unit));
}

static void
save_cb (DuiProfilePage *self)
{
  if (dui_profile_page_save (self))
    g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void
skip_cb (DuiProfilePage *self)
{
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void
banner_cb (DuiProfilePage *self)
{
  dui_banner_show (self->banner, NULL, NULL);
}

/* GObject overrides */

static gboolean
rest_cb (gpointer user_data)
{
  DuiProfilePage *self = user_data;

  self->rest_idle = 0;
  gtk_widget_set_visible (self->rest, TRUE);
  return G_SOURCE_REMOVE;
}

/* What is below the first screen is measured when the first screen is there. */
static void
dui_profile_page_map (GtkWidget *widget)
{
  DuiProfilePage *self = DUI_PROFILE_PAGE (widget);

  GTK_WIDGET_CLASS (dui_profile_page_parent_class)->map (widget);

  if (self->rest_idle == 0 && !gtk_widget_get_visible (self->rest))
    self->rest_idle = g_idle_add_full (G_PRIORITY_LOW, rest_cb, self, NULL);
}

static void
dui_profile_page_dispose (GObject *object)
{
  g_clear_handle_id (&DUI_PROFILE_PAGE (object)->rest_idle, g_source_remove);

  G_OBJECT_CLASS (dui_profile_page_parent_class)->dispose (object);
}

static void
dui_profile_page_finalize (GObject *object)
{
  DuiProfilePage *self = DUI_PROFILE_PAGE (object);

  g_clear_pointer (&self->symbols, g_ptr_array_unref);
  g_clear_pointer (&self->symbol_rows, g_ptr_array_unref);
  g_clear_pointer (&self->leaders, g_ptr_array_unref);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  g_clear_pointer (&self->begun, g_bytes_unref);
  g_clear_pointer (&self->base, dt_profile_unref);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (dui_profile_page_parent_class)->finalize (object);
}

static void
dui_profile_page_class_init (DuiProfilePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_profile_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = dui_profile_page_finalize;
  widget_class->map = dui_profile_page_map;

  signals[SIGNAL_DONE] = g_signal_new ("done", DUI_TYPE_PROFILE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DUI_TYPE_BANNER);
  g_type_ensure (DUI_TYPE_FORM_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/start/dui-profile-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiProfilePage, banner);
  gtk_widget_class_bind_template_child (widget_class, DuiProfilePage, level_row);
  gtk_widget_class_bind_template_child (widget_class, DuiProfilePage, symbols_row);
  gtk_widget_class_bind_template_child (widget_class, DuiProfilePage, leaders_group);
  gtk_widget_class_bind_template_child (widget_class, DuiProfilePage, units_group);
  gtk_widget_class_bind_template_child (widget_class, DuiProfilePage, recipients_row);
  gtk_widget_class_bind_template_child (widget_class, DuiProfilePage, paper_switch);
  gtk_widget_class_bind_template_child (widget_class, DuiProfilePage, area_switch);
  gtk_widget_class_bind_template_child (widget_class, DuiProfilePage, skip_button);
  gtk_widget_class_bind_template_child (widget_class, DuiProfilePage, rest);
  for (guint i = 0; i < DUI_N_OFFICE; i++)
    gtk_widget_class_bind_template_child_full (widget_class, text_names[i], FALSE, 0);
  for (guint i = 0; i < DUI_N_HABITS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, spin_names[i], FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, banner_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_leader_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_unit_cb);
  gtk_widget_class_bind_template_callback (widget_class, symbols_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
  gtk_widget_class_bind_template_callback (widget_class, dui_profile_page_complete);
}

static void
dui_profile_page_init (DuiProfilePage *self)
{
  self->symbols = g_ptr_array_new_with_free_func (g_free);
  self->symbol_rows = g_ptr_array_new ();
  self->leaders = g_ptr_array_new ();
  self->units = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < DUI_N_OFFICE; i++)
    self->texts[i] = DUI_FORM_ROW (gtk_widget_get_template_child (GTK_WIDGET (self), DUI_TYPE_PROFILE_PAGE, text_names[i]));
  for (guint i = 0; i < DUI_N_HABITS; i++)
    {
      GtkWidget *row;

      self->spins[i] = GTK_SPIN_BUTTON (gtk_widget_get_template_child (GTK_WIDGET (self), DUI_TYPE_PROFILE_PAGE, spin_names[i]));
      /* What takes the keyboard is inside. */
      row = gtk_widget_get_ancestor (GTK_WIDGET (self->spins[i]), ADW_TYPE_ACTION_ROW);
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self->spins[i]))),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
    }
}

/* Public functions */

GtkWidget *
dui_profile_page_new (DuiEngine *engine,
                      gboolean can_skip)
{
  DuiProfilePage *self;

  g_return_val_if_fail (DUI_IS_ENGINE (engine), NULL);

  self = g_object_new (DUI_TYPE_PROFILE_PAGE, NULL);
  self->engine = g_object_ref (engine);
  gtk_widget_set_visible (self->skip_button, can_skip);
  if (dui_engine_get_profile (engine) != NULL)
    {
      self->base = dt_profile_ref (dui_engine_get_profile (engine));
      fill (self, dui_engine_has_own_profile (engine));
    }
  else
    {
      add_symbol (self, "ke-hoach", "KH-UBND");
    }
  self->begun = dui_profile_page_write (self);
  return GTK_WIDGET (self);
}

gboolean
dui_profile_page_is_changed (DuiProfilePage *self)
{
  g_autoptr (GBytes) now = NULL;

  g_return_val_if_fail (DUI_IS_PROFILE_PAGE (self), FALSE);

  now = dui_profile_page_write (self);
  return !g_bytes_equal (now, self->begun);
}

/**
 * dui_profile_page_complete:
 * @self: the page
 *
 * Fills in what follows from the level (cấp) and the place (địa danh): the
 * names of the body and of what it governs, the head of documents, and the
 * level in the names of units. What was typed in these fields is replaced.
 */
void
dui_profile_page_complete (DuiProfilePage *self)
{
  guint level;
  g_autofree char *place = NULL;
  g_autofree char *area = NULL;
  g_autofree char *name = NULL;
  g_autofree char *short_name = NULL;
  g_autofree char *upper = NULL;
  g_autofree char *agency = NULL;

  g_return_if_fail (DUI_IS_PROFILE_PAGE (self));

  level = adw_combo_row_get_selected (self->level_row);
  place = dui_profile_page_dup_row (self->texts[DUI_OFFICE_PLACE]);
  if (*place == '\0')
    {
      dui_form_row_set_verdict (self->texts[DUI_OFFICE_PLACE], _ ("expected the name of the place, such as Tân Phúc"));
      gtk_widget_grab_focus (dui_form_row_get_editor (self->texts[DUI_OFFICE_PLACE]));
      return;
    }

  area = g_strconcat (levels[level], " ", place, NULL);
  name = g_strconcat ("Ủy ban nhân dân ", area, NULL);
  short_name = g_strconcat ("UBND ", levels[level], NULL);
  upper = dt_text_upper (area);
  agency = g_strconcat ("ỦY BAN NHÂN DÂN\n", upper, NULL);
  dui_form_row_set_verdict (self->texts[DUI_OFFICE_PLACE], NULL);
  set_row (self->texts[DUI_OFFICE_NAME], name);
  set_row (self->texts[DUI_OFFICE_SHORT], short_name);
  set_row (self->texts[DUI_OFFICE_AREA], area);
  set_row (self->texts[DUI_OFFICE_HAMLET], hamlets[level]);
  set_row (self->texts[DUI_OFFICE_AGENCY], agency);

  if (level != self->level)
    for (guint i = 0; i < self->units->len; i++)
      {
        dui_profile_entry_replace_word (g_ptr_array_index (self->units, i), levels[self->level], levels[level]);
        dui_profile_entry_replace_word (g_ptr_array_index (self->units, i), hamlets[self->level], hamlets[level]);
      }
  self->level = (DtLevel) level;
}

DtProfile *
dui_profile_page_make_profile (DuiProfilePage *self,
                               GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (DUI_IS_PROFILE_PAGE (self), NULL);

  bytes = dui_profile_page_write (self);
  return dt_profile_read (bytes, NULL, error);
}

/* Nobody who signs is named. */
static gboolean
lacks (GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    if (!dui_profile_entry_is_blank (g_ptr_array_index (entries, i)))
      return FALSE;

  return TRUE;
}

/**
 * dui_profile_page_save:
 * @self: the page
 *
 * Makes the form the profile of the user, and says beside the field what is
 * missing.
 *
 * Returns: whether it is saved
 */
gboolean
dui_profile_page_save (DuiProfilePage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtProfile) profile = NULL;
  DuiFormRow *missing;

  g_return_val_if_fail (DUI_IS_PROFILE_PAGE (self), FALSE);

  missing = find_missing (self);
  if (missing != NULL)
    {
      dui_banner_show (self->banner, _ ("Some fields still expect a text."), NULL);
      gtk_widget_grab_focus (dui_form_row_get_editor (missing));
      return FALSE;
    }
  if (lacks (self->leaders))
    {
      dui_banner_show (self->banner, _ ("Name at least one leader who signs."), NULL);
      if (self->leaders->len > 0)
        dui_profile_entry_focus (g_ptr_array_index (self->leaders, 0));
      return FALSE;
    }
  if (lacks (self->units))
    {
      dui_banner_show (self->banner, _ ("Name at least one unit."), NULL);
      return FALSE;
    }

  profile = dui_profile_page_make_profile (self, &error);
  if (profile == NULL || !dui_engine_set_profile (self->engine, profile, &error))
    {
      dui_banner_show (self->banner, error->message, NULL);
      return FALSE;
    }

  g_clear_pointer (&self->base, dt_profile_unref);
  self->base = g_steal_pointer (&profile);
  g_bytes_unref (self->begun);
  self->begun = dui_profile_page_write (self);
  dui_banner_show (self->banner, NULL, NULL);
  return TRUE;
}
