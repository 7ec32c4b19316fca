/* dui-closing-page.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-closing-page"

#include "config.h"

#include "editor/dui-closing-page.h"

#include "editor/dui-form-list.h"
#include "template/dt-profile-sign.h"
#include "template/dt-tasks.h"
#include "text/dt-text.h"

#include <glib/gi18n.h>

#define FORM_KEY "dui-form"

struct _DuiClosingPage
{
  DuiFormPage parent_instance;

  gboolean filling;
  GPtrArray *signers;  /* (element-type DtSigner): the lawful ones */
  char *signer_labels; /* as the drop-down lists them */
  GPtrArray *offers;   /* rows */

  /* Template children */
  DuiFormRow *closing_row;
  DuiFormList *recipients_list;
  AdwPreferencesGroup *offers_group;
  DuiFormRow *archive_row;
  GtkSwitch *collective_switch;
  AdwComboRow *signer_row;
  DuiFormList *capacities_list;
  DuiFormRow *position_row;
  DuiFormRow *name_row;
  GtkLabel *preview_label;
};

G_DEFINE_FINAL_TYPE (DuiClosingPage, dui_closing_page, DUI_TYPE_FORM_PAGE)

static const char *const forms[] = { "", "tm", "q", "kt", "tl", "tuq" };
static const char *const form_words[] = { "", "TM. ", "Q. ", "KT. ", "TL. ", "TUQ. " };

static const char *
get_form_words (const char *form)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_strcmp0 (forms[i], form != NULL ? form : "") == 0)
      return form_words[i];

  return "";
}

static DtProfile *
get_profile (DuiClosingPage *self)
{
  return dui_engine_get_profile (dui_form_page_get_engine (DUI_FORM_PAGE (self)));
}

static DtNode *
get_signature (DuiClosingPage *self)
{
  DtPlan *plan = dui_form_page_get_plan (DUI_FORM_PAGE (self));

  return plan != NULL ? dt_plan_find (plan, "signature") : NULL;
}

/* "TM. ỦY BAN NHÂN DÂN": as the pages have it. */
static char *
print_capacity (DtNode *capacity)
{
  g_autofree char *upper = dt_text_upper (dt_node_get_text (capacity));

  return g_strconcat (get_form_words (dt_node_get_attribute (capacity, DT_ATTR_FORM)), upper, NULL);
}

static char *
print_signature (DtNode *signature)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; signature != NULL && i < dt_node_get_n_children (signature); i++)
    {
      DtNode *child = dt_node_get_child (signature, i);
      g_autofree char *line = dt_node_get_kind (child) == DT_NODE_CAPACITY ? print_capacity (child) : g_strdup (dt_node_get_text (child));
      g_autofree char *safe = g_markup_escape_text (line, -1);

      if (dt_node_get_kind (child) == DT_NODE_SIGNER)
        g_string_append (text, "\n\n");
      g_string_append_printf (text, "%s<b>%s</b>", text->len > 0 ? "\n" : "", safe);
    }

  return g_string_free (text, FALSE);
}

static gboolean
is_collective (DtNode *signature)
{
  for (guint i = 0; signature != NULL && i < dt_node_get_n_children (signature); i++)
    if (g_strcmp0 (dt_node_get_attribute (dt_node_get_child (signature, i), DT_ATTR_FORM), "tm") == 0)
      return TRUE;

  return FALSE;
}

/* The signers of the profile who may sign such a document, in the order of the drop-down. */
static GPtrArray *
list_lawful (DuiClosingPage *self)
{
  GPtrArray *all = get_profile (self) != NULL
                     ? dt_profile_list_signers (get_profile (self), gtk_switch_get_active (self->collective_switch))
                     : g_ptr_array_new ();

  for (guint i = all->len; i > 0; i--)
    if (!((DtSigner *) g_ptr_array_index (all, i - 1))->is_lawful)
      g_ptr_array_remove_index (all, i - 1);

  return all;
}

/* What @signer puts below the document. */
static DtNode *
make_signature (DuiClosingPage *self,
                const DtSigner *signer,
                GError **error)
{
  DtLeader leader = *signer->leader;

  if (leader.rank == DT_RANK_OFFICER)
    leader.form = signer->form;

  return dt_profile_make_signature (get_profile (self), &leader, gtk_switch_get_active (self->collective_switch), error);
}

static char *
label_signer (const DtSigner *signer)
{
  return g_strdup_printf ("%s%s %s", get_form_words (signer->form), signer->leader->title, signer->leader->name);
}

/* The list is made anew only where it is another one: making it moves the selection. */
static void
list_signers (DuiClosingPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GString) all = g_string_new (NULL);

  g_clear_pointer (&self->signers, g_ptr_array_unref);
  self->signers = list_lawful (self);
  gtk_string_list_append (names, _ ("(as written below)"));
  for (guint i = 0; i < self->signers->len; i++)
    {
      g_autofree char *label = label_signer (g_ptr_array_index (self->signers, i));

      gtk_string_list_append (names, label);
      g_string_append_printf (all, "%s\n", label);
    }
  if (g_strcmp0 (all->str, self->signer_labels) == 0)
    return;

  g_free (self->signer_labels);
  self->signer_labels = g_strdup (all->str);
  adw_combo_row_set_model (self->signer_row, G_LIST_MODEL (names));
}

static void
fill_signers (DuiClosingPage *self)
{
  g_autofree char *now = print_signature (get_signature (self));
  guint selected = 0;

  list_signers (self);
  for (guint i = 0; selected == 0 && i < self->signers->len; i++)
    {
      g_autoptr (DtNode) signature = make_signature (self, g_ptr_array_index (self->signers, i), NULL);
      g_autofree char *printed = print_signature (signature);

      if (signature != NULL && g_str_equal (printed, now))
        selected = i + 1;
    }
  if (adw_combo_row_get_selected (self->signer_row) != selected)
    adw_combo_row_set_selected (self->signer_row, selected);
}

/* Callbacks */

static void
offer_cb (DuiClosingPage *self,
          GtkWidget *row)
{
  DuiFormPage *page = DUI_FORM_PAGE (self);
  g_autoptr (DtNode) recipient = dt_node_new_text (DT_NODE_RECIPIENT, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  GError *error = NULL;
  DtPlan *plan = dt_plan_insert (dui_form_page_get_plan (page), "recipients", -1, recipient, &error);

  dui_form_page_take (page, plan, NULL, error);
}

static void
fill_offers (DuiClosingPage *self,
             DtPlan *plan)
{
  g_autoptr (GPtrArray) units = dt_tasks_suggest_recipients (plan, get_profile (self));

  for (guint i = 0; i < self->offers->len; i++)
    adw_preferences_group_remove (self->offers_group, g_ptr_array_index (self->offers, i));
  g_ptr_array_set_size (self->offers, 0);
  for (guint i = 0; i < units->len; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), g_ptr_array_index (units, i));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("list-add-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect_object (row, "activated", G_CALLBACK (offer_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->offers_group, row);
      g_ptr_array_add (self->offers, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->offers_group), units->len > 0);
}

static void
fill (DuiClosingPage *self)
{
  DtPlan *plan = dui_form_page_get_plan (DUI_FORM_PAGE (self));
  g_autofree char *text = NULL;

  if (plan == NULL)
    return;

  self->filling = TRUE;
  if (get_signature (self) != NULL && dt_node_get_n_children (get_signature (self)) > 0)
    gtk_switch_set_active (self->collective_switch, is_collective (get_signature (self)));
  fill_signers (self);
  dui_form_list_refresh (self->recipients_list);
  dui_form_list_refresh (self->capacities_list);
  fill_offers (self, plan);
  text = print_signature (get_signature (self));
  gtk_label_set_markup (self->preview_label, text);
  self->filling = FALSE;
}

static void
sign (DuiClosingPage *self,
      const DtSigner *signer)
{
  DuiFormPage *page = DUI_FORM_PAGE (self);
  GError *error = NULL;
  g_autoptr (DtNode) signature = make_signature (self, signer, &error);
  DtPlan *plan = NULL;

  if (signature != NULL)
    plan = dt_plan_replace (dui_form_page_get_plan (page), "signature", signature, &error);
  dui_form_page_take (page, plan, GTK_WIDGET (self->signer_row), error);
}

/* @selected counts from 1: the first choice is nobody. */
static const DtSigner *
get_signer (DuiClosingPage *self,
            guint selected)
{
  return g_ptr_array_index (self->signers, selected - 1);
}

static void
signer_cb (DuiClosingPage *self)
{
  guint selected = adw_combo_row_get_selected (self->signer_row);

  if (self->filling || self->signers == NULL || selected == 0 || selected > self->signers->len)
    return;

  sign (self, get_signer (self, selected));
}

/* Another way of signing asks for the signature anew, where the same leader may sign so. */
static void
collective_cb (DuiClosingPage *self)
{
  g_autofree char *name = NULL;
  guint selected;

  if (self->filling || dui_form_page_get_plan (DUI_FORM_PAGE (self)) == NULL)
    return;

  selected = adw_combo_row_get_selected (self->signer_row);
  name = selected > 0 && selected <= self->signers->len ? g_strdup (get_signer (self, selected)->leader->name) : NULL;
  self->filling = TRUE;
  list_signers (self);
  self->filling = FALSE;
  for (guint i = 1; name != NULL && i <= self->signers->len; i++)
    if (g_str_equal (get_signer (self, i)->leader->name, name))
      {
        sign (self, get_signer (self, i));
        return;
      }
  fill (self);
}

static void
form_selected_cb (DuiClosingPage *self,
                  GParamSpec *pspec,
                  GtkDropDown *drop_down)
{
  DuiFormPage *page = DUI_FORM_PAGE (self);
  guint selected = gtk_drop_down_get_selected (drop_down);
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (drop_down), DUI_TYPE_FORM_ROW);
  GError *error = NULL;

  if (self->filling || selected >= G_N_ELEMENTS (forms) || dui_form_page_get_plan (page) == NULL)
    return;

  dui_form_page_take (page, dt_plan_set_attribute (dui_form_page_get_plan (page), g_object_get_data (G_OBJECT (row), "dui-id"), DT_ATTR_FORM, forms[selected], &error),
                      NULL, error);
}

static void
decorate_capacity (DuiFormRow *row,
                   DtNode *node,
                   gpointer user_data)
{
  DuiClosingPage *self = user_data;
  GtkWidget *drop_down = g_object_get_data (G_OBJECT (row), FORM_KEY);
  const char *form = dt_node_get_attribute (node, DT_ATTR_FORM);
  gboolean was_filling = self->filling;

  self->filling = TRUE;
  if (drop_down == NULL)
    {
      g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

      gtk_string_list_append (names, "—");
      for (guint i = 1; i < G_N_ELEMENTS (forms); i++)
        gtk_string_list_append (names, form_words[i]);
      drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
      gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("How it is signed"), -1);
      g_object_set_data (G_OBJECT (row), FORM_KEY, drop_down);
      dui_form_row_add_prefix (row, drop_down);
      g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (form_selected_cb), self, G_CONNECT_SWAPPED);
    }
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (forms[i], form != NULL ? form : ""))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), i);
  self->filling = was_filling;
}

/* Overrides */

static void
dui_closing_page_set_document (DuiFormPage *page,
                               DuiDocument *document,
                               const char *reference)
{
  DuiClosingPage *self = DUI_CLOSING_PAGE (page);
  DuiFormListSpec recipients = { "recipients", DT_NODE_RECIPIENT, _ ("Recipient"), _ ("_Add recipient"), _ ("Recipient removed") };
  DuiFormListSpec capacities = { "signature", DT_NODE_CAPACITY, _ ("Line"), _ ("Add _line"), _ ("Line removed"), NULL, decorate_capacity, self };

  dui_form_page_bind_text (page, self->closing_row, "closing");
  dui_form_page_bind_text (page, self->archive_row, "recipients/archive");
  dui_form_page_bind_text (page, self->position_row, "signature/position");
  dui_form_page_bind_text (page, self->name_row, "signature/signer");
  dui_form_list_set_up (self->recipients_list, page, &recipients);
  dui_form_list_set_up (self->capacities_list, page, &capacities);
  fill (self);
}

static void
dui_closing_page_refresh (DuiFormPage *page,
                          DtPlan *old,
                          gpointer origin)
{
  fill (DUI_CLOSING_PAGE (page));
}

static void
dui_closing_page_finalize (GObject *object)
{
  DuiClosingPage *self = DUI_CLOSING_PAGE (object);

  g_clear_pointer (&self->signers, g_ptr_array_unref);
  g_free (self->signer_labels);
  g_ptr_array_unref (self->offers);

  G_OBJECT_CLASS (dui_closing_page_parent_class)->finalize (object);
}

static void
dui_closing_page_class_init (DuiClosingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DUI_TYPE_FORM_ROW);
  g_type_ensure (DUI_TYPE_FORM_LIST);
  G_OBJECT_CLASS (klass)->finalize = dui_closing_page_finalize;
  DUI_FORM_PAGE_CLASS (klass)->set_document = dui_closing_page_set_document;
  DUI_FORM_PAGE_CLASS (klass)->refresh = dui_closing_page_refresh;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/editor/dui-closing-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiClosingPage, closing_row);
  gtk_widget_class_bind_template_child (widget_class, DuiClosingPage, recipients_list);
  gtk_widget_class_bind_template_child (widget_class, DuiClosingPage, offers_group);
  gtk_widget_class_bind_template_child (widget_class, DuiClosingPage, archive_row);
  gtk_widget_class_bind_template_child (widget_class, DuiClosingPage, collective_switch);
  gtk_widget_class_bind_template_child (widget_class, DuiClosingPage, signer_row);
  gtk_widget_class_bind_template_child (widget_class, DuiClosingPage, capacities_list);
  gtk_widget_class_bind_template_child (widget_class, DuiClosingPage, position_row);
  gtk_widget_class_bind_template_child (widget_class, DuiClosingPage, name_row);
  gtk_widget_class_bind_template_child (widget_class, DuiClosingPage, preview_label);
  gtk_widget_class_bind_template_callback (widget_class, collective_cb);
  gtk_widget_class_bind_template_callback (widget_class, signer_cb);
}

static void
dui_closing_page_init (DuiClosingPage *self)
{
  self->offers = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The title of the group says it. */
  dui_form_row_set_compact (self->closing_row, TRUE);
}
