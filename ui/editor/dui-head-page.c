/* dui-head-page.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-head-page"

#include "config.h"

#include "editor/dui-head-page.h"

#include "editor/dui-date-button.h"
#include "editor/dui-form-list.h"
#include "editor/dui-form-value.h"
#include "model/dt-schema.h"
#include "template/dt-field-words.h"
#include "text/dt-date.h"

#include <glib/gi18n.h>
#include <string.h>

struct _DuiHeadPage
{
  DuiFormPage parent_instance;

  GtkWidget *symbol_button;
  GtkWidget *date_button;
  gboolean filling;

  /* Template children */
  AdwComboRow *kind_row;
  DuiFormRow *subject_row;
  DuiFormRow *period_row;
  DuiFormRow *parent_row;
  DuiFormRow *agency_row;
  DuiFormRow *authority_row;
  DuiFormRow *number_row;
  DuiFormRow *symbol_row;
  DuiFormRow *place_row;
  DuiFormRow *date_row;
  AdwComboRow *issue_row;
  AdwComboRow *urgency_row;
  DuiFormRow *circulation_row;
  GtkWidget *addressees_group;
  DuiFormList *addressees_list;
};

G_DEFINE_FINAL_TYPE (DuiHeadPage, dui_head_page, DUI_TYPE_FORM_PAGE)

static const char *const urgencies[] = { "", "khan", "thuong-khan", "hoa-toc" };
static const char *const issues[] = { "electronic", "paper" };

static DtNode *
get_head (DuiHeadPage *self)
{
  DtPlan *plan = dui_form_page_get_plan (DUI_FORM_PAGE (self));

  return plan != NULL ? dt_plan_find (plan, "head") : NULL;
}

static const DtKind *
get_kind (DuiHeadPage *self)
{
  DtPlan *plan = dui_form_page_get_plan (DUI_FORM_PAGE (self));
  const char *id = plan != NULL ? dt_node_get_attribute (dt_plan_get_root (plan), DT_ATTR_KIND) : NULL;

  return id != NULL ? dt_kinds_find (dui_engine_get_kinds (dui_form_page_get_engine (DUI_FORM_PAGE (self))), id) : NULL;
}

/* What the office writes behind the number of such a document. */
static char *
suggest_symbol (DuiHeadPage *self,
                const DtKind *kind)
{
  DtProfile *profile = dui_engine_get_profile (dui_form_page_get_engine (DUI_FORM_PAGE (self)));
  const char *symbol = profile != NULL ? dt_profile_find_symbol (profile, kind->id) : NULL;

  return symbol != NULL ? g_strdup (symbol) : g_strdup_printf ("%s-UBND", kind->abbreviation);
}

/* The date: typed and shown as 5/3/2026, kept as 2026-03-05. */

static char *
get_date (DtPlan *plan,
          gpointer data)
{
  const char *value = dt_node_get_attribute (dt_plan_find (plan, "head"), DT_ATTR_DATE);
  DtDate date;

  if (value == NULL || !dt_date_parse_iso_partial (value, &date))
    return g_strdup ("");
  if (dt_date_is_complete (date))
    return dt_date_format_short (date);

  return date.month != 0 ? g_strdup_printf ("%u/%u", date.month, date.year) : g_strdup_printf ("%u", date.year);
}

/* "3/2026", "2026": a date whose day is not known yet. */
static gboolean
parse_partial (const char *text,
               DtDate *date)
{
  guint month = 0;
  guint year = 0;
  int end = 0;

  if (sscanf (text, "%2u/%4u%n", &month, &year, &end) < 2 || text[end] != '\0')
    {
      month = 0;
      end = 0;
      if (sscanf (text, "%4u%n", &year, &end) < 1 || text[end] != '\0')
        return FALSE;
    }
  if (year < 1000 || month > 12 || (strchr (text, '/') != NULL && month == 0))
    return FALSE;

  *date = dt_date_make (year, month, 0);
  return TRUE;
}

static DtPlan *
set_date (DtPlan *plan,
          const char *text,
          gpointer data,
          char **verdict,
          GError **error)
{
  g_autofree char *tidy = g_strstrip (g_strdup (text));
  g_autofree char *iso = NULL;
  DtDate date;

  if (*tidy == '\0')
    return dt_plan_set_attribute (plan, "head", DT_ATTR_DATE, "", error);

  if (!dt_date_parse (tidy, &date) && !parse_partial (tidy, &date))
    {
      g_set_error (error, DT_EDIT_ERROR, DT_EDIT_ERROR_VALUE,
                   _ ("expected a date of the calendar such as 5/3/2026, 3/2026 or 2026"));
      return NULL;
    }

  iso = dt_date_format_iso (date);
  return dt_plan_set_attribute (plan, "head", DT_ATTR_DATE, iso, error);
}

/* What is not an entry. */

static void
select_word (AdwComboRow *row,
             const char *const *words,
             guint n_words,
             const char *word)
{
  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i], word != NULL ? word : words[0]) == 0)
      adw_combo_row_set_selected (row, i);
}

static void
fill_kind (DuiHeadPage *self)
{
  const DtKind *kind = get_kind (self);
  const DtKind *kinds;
  guint n_kinds = 0;

  kinds = dt_kinds_get_all (dui_engine_get_kinds (dui_form_page_get_engine (DUI_FORM_PAGE (self))), &n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    if (&kinds[i] == kind)
      adw_combo_row_set_selected (self->kind_row, i);

  gtk_widget_set_visible (GTK_WIDGET (self->authority_row), kind != NULL && kind->form != DT_FORM_NAMED);
  gtk_widget_set_visible (self->addressees_group,
                          (kind != NULL && kind->addressed) || dui_form_list_get_n (self->addressees_list) > 0);
}

static void
fill_symbol (DuiHeadPage *self)
{
  const DtKind *kind = get_kind (self);
  const char *symbol = dt_node_get_attribute (get_head (self), DT_ATTR_SYMBOL);
  g_autofree char *suggestion = kind != NULL ? suggest_symbol (self, kind) : NULL;

  gtk_widget_set_visible (self->symbol_button, suggestion != NULL && g_strcmp0 (symbol, suggestion) != 0);
  if (suggestion != NULL)
    {
      /* Translators: takes the usual symbol of the office: "Use KH-UBND" */
      g_autofree char *label = g_strdup_printf (_ ("Use %s"), suggestion);

      gtk_button_set_label (GTK_BUTTON (self->symbol_button), label);
      dui_form_row_set_example (self->symbol_row, suggestion);
    }
}

/* What is typed names fields by their keys; the page has words. */
static void
fill_subject (DuiHeadPage *self)
{
  DtPlan *plan = dui_form_page_get_plan (DUI_FORM_PAGE (self));
  DtNode *subject = dt_plan_find (plan, "head/subject");
  const char *text = subject != NULL ? dt_node_get_text (subject) : "";
  g_autofree char *words = dt_fields_to_words (text, dt_plan_find (plan, "fields"), dui_engine_get_library (dui_form_page_get_engine (DUI_FORM_PAGE (self))));
  g_autofree char *shown = g_strdup_printf (_ ("On the page: %s"), words);

  dui_form_row_set_help (self->subject_row, g_str_equal (words, text)
                                              ? _ ("What the document is about, without the kind and without a full stop.")
                                              : shown);
}

static void
fill (DuiHeadPage *self)
{
  DtNode *head = get_head (self);

  if (head == NULL)
    return;

  self->filling = TRUE;
  dui_form_list_refresh (self->addressees_list);
  fill_kind (self);
  fill_subject (self);
  fill_symbol (self);
  select_word (self->urgency_row, urgencies, G_N_ELEMENTS (urgencies), dt_node_get_attribute (head, DT_ATTR_URGENCY));
  select_word (self->issue_row, issues, G_N_ELEMENTS (issues), dt_node_get_attribute (head, DT_ATTR_ISSUE));
  self->filling = FALSE;
}

/* Callbacks */

static void
set_attribute (DuiHeadPage *self,
               GtkWidget *row,
               DtAttribute attribute,
               const char *value)
{
  DuiFormPage *page = DUI_FORM_PAGE (self);
  GError *error = NULL;
  DtPlan *plan;

  if (self->filling || dui_form_page_get_plan (page) == NULL)
    return;

  plan = dt_plan_set_attribute (dui_form_page_get_plan (page), "head", attribute, value, &error);
  dui_form_page_take (page, plan, row, error);
}

static void
urgency_selected_cb (DuiHeadPage *self)
{
  guint selected = adw_combo_row_get_selected (self->urgency_row);

  if (selected < G_N_ELEMENTS (urgencies))
    set_attribute (self, GTK_WIDGET (self->urgency_row), DT_ATTR_URGENCY, urgencies[selected]);
}

static void
issue_selected_cb (DuiHeadPage *self)
{
  guint selected = adw_combo_row_get_selected (self->issue_row);

  if (selected < G_N_ELEMENTS (issues))
    set_attribute (self, GTK_WIDGET (self->issue_row), DT_ATTR_ISSUE, selected == 0 ? "" : issues[selected]);
}

/* A symbol that nobody changed by hand follows the kind. */
static void
kind_selected_cb (DuiHeadPage *self)
{
  DuiFormPage *page = DUI_FORM_PAGE (self);
  const DtKind *old = get_kind (self);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (DtPlan) plan = NULL;
  const DtKind *kinds;
  const char *symbol;
  guint n_kinds = 0;
  guint selected = adw_combo_row_get_selected (self->kind_row);
  GError *error = NULL;

  if (self->filling || dui_form_page_get_plan (page) == NULL)
    return;
  kinds = dt_kinds_get_all (dui_engine_get_kinds (dui_form_page_get_engine (page)), &n_kinds);
  if (selected >= n_kinds || &kinds[selected] == old)
    return;

  before = old != NULL ? suggest_symbol (self, old) : NULL;
  after = suggest_symbol (self, &kinds[selected]);
  symbol = dt_node_get_attribute (get_head (self), DT_ATTR_SYMBOL);
  plan = dt_plan_set_attribute (dui_form_page_get_plan (page), "plan", DT_ATTR_KIND, kinds[selected].id, &error);
  if (plan != NULL && (symbol == NULL || g_strcmp0 (symbol, before) == 0))
    {
      DtPlan *both = dt_plan_set_attribute (plan, "head", DT_ATTR_SYMBOL, after, &error);

      if (both != NULL)
        dt_plan_unref (plan);
      plan = both != NULL ? both : plan;
      g_clear_error (&error);
    }
  dui_form_page_take (page, g_steal_pointer (&plan), GTK_WIDGET (self->kind_row), error);
}

static void
symbol_clicked_cb (DuiHeadPage *self)
{
  const DtKind *kind = get_kind (self);
  g_autofree char *suggestion = kind != NULL ? suggest_symbol (self, kind) : NULL;

  if (suggestion != NULL)
    set_attribute (self, dui_form_row_get_editor (self->symbol_row), DT_ATTR_SYMBOL, suggestion);
}

/* Overrides */

/* Two kinds are called a decision. */
static char *
name_kind (const DtKind *kind)
{
  if (kind->form == DT_FORM_DECISION)
    return g_strdup_printf (_ ("%s (decides by itself)"), kind->name);
  if (kind->form == DT_FORM_DECISION_ATTACHED)
    return g_strdup_printf (_ ("%s (issues an attached document)"), kind->name);

  return g_strdup (kind->name);
}

static void
fill_kinds (DuiHeadPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const DtKind *kinds;
  guint n_kinds = 0;

  kinds = dt_kinds_get_all (dui_engine_get_kinds (dui_form_page_get_engine (DUI_FORM_PAGE (self))), &n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *name = name_kind (&kinds[i]);

      gtk_string_list_append (names, name);
    }
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (names));
}

static void
dui_head_page_set_document (DuiFormPage *page,
                            DuiDocument *document,
                            const char *reference)
{
  static const DuiFormValue date = { get_date, set_date, "date:head", NULL, NULL };
  DuiHeadPage *self = DUI_HEAD_PAGE (page);
  DuiFormListSpec addressees = { "head", DT_NODE_ADDRESSEE, _ ("Addressee"), _ ("_Add addressee"), _ ("Addressee removed") };

  self->filling = TRUE;
  fill_kinds (self);
  dui_form_page_bind_text (page, self->subject_row, "head/subject");
  dui_form_page_bind_text (page, self->parent_row, "head/parent");
  dui_form_page_bind_text (page, self->agency_row, "head/agency");
  dui_form_page_bind_text (page, self->authority_row, "head/authority");
  dui_form_page_bind_text (page, self->circulation_row, "head/circulation");
  dui_form_page_bind_attribute (page, self->number_row, "head", DT_ATTR_NUMBER);
  dui_form_page_bind_attribute (page, self->symbol_row, "head", DT_ATTR_SYMBOL);
  dui_form_page_bind_attribute (page, self->place_row, "head", DT_ATTR_PLACE);
  dui_form_page_bind_attribute (page, self->period_row, "head", DT_ATTR_PERIOD);
  dui_form_page_watch (page, dui_form_row_get_editor (self->date_row), "head");
  dui_form_value_bind (dui_form_row_get_editor (self->date_row), document, &date);
  dui_form_list_set_up (self->addressees_list, page, &addressees);
  self->filling = FALSE;
  fill (self);
}

static void
dui_head_page_refresh (DuiFormPage *page,
                       DtPlan *old,
                       gpointer origin)
{
  fill (DUI_HEAD_PAGE (page));
}

static void
dui_head_page_class_init (DuiHeadPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DUI_TYPE_FORM_ROW);
  g_type_ensure (DUI_TYPE_FORM_LIST);
  DUI_FORM_PAGE_CLASS (klass)->set_document = dui_head_page_set_document;
  DUI_FORM_PAGE_CLASS (klass)->refresh = dui_head_page_refresh;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/editor/dui-head-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiHeadPage, kind_row);
  gtk_widget_class_bind_template_child (widget_class, DuiHeadPage, subject_row);
  gtk_widget_class_bind_template_child (widget_class, DuiHeadPage, period_row);
  gtk_widget_class_bind_template_child (widget_class, DuiHeadPage, parent_row);
  gtk_widget_class_bind_template_child (widget_class, DuiHeadPage, agency_row);
  gtk_widget_class_bind_template_child (widget_class, DuiHeadPage, authority_row);
  gtk_widget_class_bind_template_child (widget_class, DuiHeadPage, number_row);
  gtk_widget_class_bind_template_child (widget_class, DuiHeadPage, symbol_row);
  gtk_widget_class_bind_template_child (widget_class, DuiHeadPage, place_row);
  gtk_widget_class_bind_template_child (widget_class, DuiHeadPage, date_row);
  gtk_widget_class_bind_template_child (widget_class, DuiHeadPage, issue_row);
  gtk_widget_class_bind_template_child (widget_class, DuiHeadPage, urgency_row);
  gtk_widget_class_bind_template_child (widget_class, DuiHeadPage, circulation_row);
  gtk_widget_class_bind_template_child (widget_class, DuiHeadPage, addressees_group);
  gtk_widget_class_bind_template_child (widget_class, DuiHeadPage, addressees_list);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, issue_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, urgency_selected_cb);
}

static void
dui_head_page_init (DuiHeadPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->symbol_button = gtk_button_new ();
  gtk_widget_add_css_class (self->symbol_button, "flat");
  gtk_widget_set_tooltip_text (self->symbol_button, _ ("The symbol your office writes on such documents"));
  g_signal_connect_swapped (self->symbol_button, "clicked", G_CALLBACK (symbol_clicked_cb), self);
  dui_form_row_add_suffix (self->symbol_row, self->symbol_button);

  self->date_button = dui_date_button_new (GTK_EDITABLE (dui_form_row_get_editor (self->date_row)));
  dui_form_row_add_suffix (self->date_row, self->date_button);
}
