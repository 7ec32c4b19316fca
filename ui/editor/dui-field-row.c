/* dui-field-row.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-field-row"

#include "config.h"

#include "editor/dui-field-row.h"

#include "editor/dui-date-button.h"
#include "editor/dui-form-value.h"
#include "template/dt-field-value.h"

#include <glib/gi18n.h>
#include <string.h>

#define DATA_KEY "dui-field"

/* What a row knows; the library owns @field. */
typedef struct
{
  DuiFormPage *page; /* not owned: the row stands in it */
  DuiEngine *engine;
  DtLibrary *library;
  const DtTemplateField *field;
  char *key;
  gboolean filling;
} Field;

static void
free_field (Field *self)
{
  dt_library_unref (self->library);
  g_object_unref (self->engine);
  g_free (self->key);
  g_free (self);
}

static void
add_keys (const char *text,
          GPtrArray *keys)
{
  const char *open;

  while ((open = strstr (text, "{{")) != NULL)
    {
      const char *close = strstr (open, "}}");
      g_autofree char *key = NULL;

      if (close == NULL)
        return;
      key = g_strstrip (g_strndup (open + 2, (gsize) (close - open) - 2));
      if (*key != '\0' && strchr (key, '\n') == NULL && !g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL))
        g_ptr_array_add (keys, g_steal_pointer (&key));
      text = close + 2;
    }
}

static void
collect_keys (const DtNode *node,
              GPtrArray *keys)
{
  if (dt_node_get_kind (node) == DT_NODE_FIELDS)
    return;
  if (dt_node_get_text (node) != NULL)
    add_keys (dt_node_get_text (node), keys);
  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    collect_keys (dt_node_get_child (node, i), keys);
}

GPtrArray *
dui_fields_list_keys (const DtNode *node)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  collect_keys (node, keys);
  return keys;
}

static DtNode *
find_node (DtPlan *plan,
           const char *key)
{
  DtNode *fields = dt_plan_find (plan, "fields");

  for (guint i = 0; fields != NULL && i < dt_node_get_n_children (fields); i++)
    if (g_strcmp0 (dt_node_get_attribute (dt_node_get_child (fields, i), DT_ATTR_KEY), key) == 0)
      return dt_node_get_child (fields, i);

  return NULL;
}

const char *
dui_fields_get (DtPlan *plan,
                const char *key)
{
  DtNode *node = find_node (plan, key);

  return node != NULL ? dt_node_get_text (node) : "";
}

static DtPlan *
set_value (DtPlan *plan,
           const char *key,
           const char *value,
           GError **error)
{
  DtNode *node = find_node (plan, key);
  const DtAttributeValue attribute = { DT_ATTR_KEY, key };
  g_autoptr (DtNode) made = NULL;

  if (node != NULL)
    return dt_plan_set_text (plan, dt_node_get_id (node), value, error);

  made = dt_node_new_full (DT_NODE_FIELD, 0, value, &attribute, 1, NULL, 0);
  return dt_plan_insert (plan, "fields", -1, made, error);
}

/* Whether @text reads as such a value already reads on paper: "năm 2027". */
static gboolean
is_printed (const DtTemplateField *field,
            const char *text)
{
  static const char *const periods[] = { "năm ", "giai đoạn ", "quý ", "6 tháng ", "tháng " };

  for (guint i = 0; field->type == DT_FIELD_PERIOD && i < G_N_ELEMENTS (periods); i++)
    if (g_str_has_prefix (text, periods[i]) && g_ascii_isalnum (text[strlen (periods[i])]))
      return TRUE;

  return FALSE;
}

/* As the plan shall say it; what cannot be read goes in as typed, with a verdict. */
static char *
print_value (Field *self,
             const char *text,
             char **verdict)
{
  DtProfile *profile = dui_engine_get_profile (self->engine);
  const char *expected = NULL;
  g_autofree char *tidy = g_strstrip (g_strdup (text));
  g_auto (GStrv) items = NULL;
  GString *printed = g_string_new (NULL);

  if (self->field == NULL || *tidy == '\0' || is_printed (self->field, tidy))
    return g_string_free (g_string_append (printed, tidy), FALSE);

  items = self->field->type == DT_FIELD_LIST ? g_strsplit (tidy, ";", -1) : g_strsplit (tidy, "\n", 1);
  for (guint i = 0; items[i] != NULL; i++)
    {
      g_autofree char *item = dt_field_value_print (self->field, profile, g_strstrip (items[i]), &expected);

      if (item == NULL)
        *verdict = g_strdup (g_dgettext (GETTEXT_PACKAGE, expected));
      if (i > 0)
        g_string_append (printed, "; ");
      g_string_append (printed, item != NULL ? item : items[i]);
    }

  return g_string_free (printed, FALSE);
}

/* Of DuiFormValue */

static char *
get_cb (DtPlan *plan,
        gpointer data)
{
  Field *self = data;

  return g_strdup (dui_fields_get (plan, self->key));
}

static DtPlan *
set_cb (DtPlan *plan,
        const char *text,
        gpointer data,
        char **verdict,
        GError **error)
{
  Field *self = data;
  g_autofree char *value = print_value (self, text, verdict);

  return set_value (plan, self->key, value, error);
}

/* Callbacks */

static void
selected_cb (AdwComboRow *row,
             GParamSpec *pspec,
             Field *self)
{
  guint selected = adw_combo_row_get_selected (row);
  DtPlan *plan = dui_form_page_get_plan (self->page);
  const char *value;
  GError *error = NULL;

  if (self->filling || plan == NULL || selected > self->field->n_options)
    return;

  value = selected == 0 ? "" : self->field->options[selected - 1].label;
  if (g_strcmp0 (value, dui_fields_get (plan, self->key)) != 0)
    dui_form_page_take (self->page, set_value (plan, self->key, value, &error), NULL, error);
}

static void
unit_clicked_cb (GtkButton *button,
                 Field *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER);
  DtPlan *plan = dui_form_page_get_plan (self->page);
  GError *error = NULL;

  gtk_popover_popdown (GTK_POPOVER (popover));
  if (plan != NULL)
    dui_form_page_take (self->page, set_value (plan, self->key, gtk_button_get_label (button), &error), NULL, error);
}

/* A list to choose from and nothing to type, for input methods fail in popovers. */
static GtkWidget *
make_unit_button (Field *self)
{
  DtProfile *profile = dui_engine_get_profile (dui_form_page_get_engine (self->page));
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const DtUnit *units;
  guint n_units = 0;

  units = profile != NULL ? dt_profile_get_units (profile, &n_units) : NULL;
  for (guint i = 0; i < n_units; i++)
    {
      GtkWidget *unit = gtk_button_new_with_label (units[i].name);

      gtk_widget_add_css_class (unit, "flat");
      gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (unit)), GTK_ALIGN_START);
      g_signal_connect (unit, "clicked", G_CALLBACK (unit_clicked_cb), self);
      gtk_box_append (GTK_BOX (box), unit);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "pan-down-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Choose a unit of the office"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Choose a unit of the office"), -1);

  return button;
}

static GtkWidget *
make_choice (Field *self,
             const char *label)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("(not chosen)"));
  for (guint i = 0; i < self->field->n_options; i++)
    gtk_string_list_append (names, self->field->options[i].label);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), self->field->help);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  g_object_set_data_full (G_OBJECT (row), DATA_KEY, self, (GDestroyNotify) free_field);
  dui_field_row_refresh (row, dui_form_page_get_plan (self->page));
  g_signal_connect (row, "notify::selected", G_CALLBACK (selected_cb), self);

  return row;
}

static char *
join_examples (const DtTemplateField *field)
{
  return g_strjoinv ("; ", (char **) field->examples);
}

static GtkWidget *
make_entry (Field *self,
            const char *label)
{
  GtkWidget *row = dui_form_row_new (label, FALSE);
  GtkWidget *editor = dui_form_row_get_editor (DUI_FORM_ROW (row));
  g_autofree char *group = g_strdup_printf ("field:%s", self->key);
  /* The entry may live a little longer than the row it stood in. */
  DuiFormValue value = { get_cb, set_cb, group, self, (GDestroyNotify) free_field };

  g_object_set (row, "use-underline", FALSE, NULL);
  g_object_set_data (G_OBJECT (row), DATA_KEY, self);
  if (self->field != NULL)
    {
      g_autofree char *example = join_examples (self->field);
      g_autofree char *hint = *example != '\0' ? g_strdup_printf (_ ("e.g. %s"), example) : NULL;

      dui_form_row_set_example (DUI_FORM_ROW (row), hint);
      dui_form_row_set_help (DUI_FORM_ROW (row), self->field->type == DT_FIELD_LIST && *self->field->help == '\0'
                                                   ? _ ("Several, with “;” between them.")
                                                   : self->field->help);
      if (self->field->type == DT_FIELD_DATE)
        dui_form_row_add_suffix (DUI_FORM_ROW (row), dui_date_button_new (GTK_EDITABLE (editor)));
      if (self->field->type == DT_FIELD_UNIT)
        dui_form_row_add_suffix (DUI_FORM_ROW (row), make_unit_button (self));
    }
  dui_form_value_bind (editor, dui_form_page_get_document (self->page), &value);
  dui_field_row_refresh (row, dui_form_page_get_plan (self->page));

  return row;
}

/* Public functions */

DtPlan *
dui_fields_fill_examples (DuiFormPage *page,
                          DtPlan *from,
                          const GPtrArray *keys,
                          const DtTemplate *template)
{
  DtProfile *profile = dui_engine_get_profile (dui_form_page_get_engine (page));
  DtPlan *plan = NULL;

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      DtPlan *now = plan != NULL ? plan : from;
      const DtTemplateField *field = template != NULL ? dt_template_find_field (template, key) : NULL;
      g_autoptr (GString) text = g_string_new (NULL);
      DtPlan *next;

      if (field == NULL || *dui_fields_get (now, key) != '\0')
        continue;
      for (guint k = 0; field->examples[k] != NULL; k++)
        {
          const char *expected = NULL;
          g_autofree char *printed = dt_field_value_print (field, profile, field->examples[k], &expected);

          g_string_append_printf (text, "%s%s", k > 0 ? "; " : "", printed != NULL ? printed : field->examples[k]);
        }
      next = text->len > 0 ? set_value (now, key, text->str, NULL) : NULL;
      if (next == NULL)
        continue;
      g_clear_pointer (&plan, dt_plan_unref);
      plan = next;
    }

  return plan;
}

GtkWidget *
dui_field_row_new (DuiFormPage *page,
                   const char *key,
                   const DtTemplateField *field)
{
  Field *self = g_new0 (Field, 1);
  const char *label = field != NULL ? field->label : key;

  self->page = page;
  self->engine = g_object_ref (dui_form_page_get_engine (page));
  self->library = dt_library_ref (dui_engine_get_library (dui_form_page_get_engine (page)));
  self->field = field;
  self->key = g_strdup (key);

  return field != NULL && field->type == DT_FIELD_CHOICE ? make_choice (self, label) : make_entry (self, label);
}

void
dui_field_row_refresh (GtkWidget *row,
                       DtPlan *plan)
{
  Field *self = g_object_get_data (G_OBJECT (row), DATA_KEY);
  const char *value = plan != NULL ? dui_fields_get (plan, self->key) : "";
  guint selected = 0;

  if (DUI_IS_FORM_ROW (row))
    {
      dui_form_row_set_missing (DUI_FORM_ROW (row), *value == '\0');
      return;
    }

  for (guint i = 0; i < self->field->n_options; i++)
    if (g_strcmp0 (self->field->options[i].label, value) == 0)
      selected = i + 1;
  self->filling = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  self->filling = FALSE;
  if (*value == '\0')
    gtk_widget_add_css_class (row, "warning");
  else
    gtk_widget_remove_css_class (row, "warning");
}

const char *
dui_field_row_get_key (GtkWidget *row)
{
  Field *self = g_object_get_data (G_OBJECT (row), DATA_KEY);

  return self != NULL ? self->key : NULL;
}
