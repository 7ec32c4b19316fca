/* dui-bases-page.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-bases-page"

#include "config.h"

#include "editor/dui-bases-page.h"

#include "catalog/dt-catalog-validity.h"
#include "catalog/dt-cite.h"
#include "editor/dui-form-list.h"
#include "editor/dui-form-view.h"
#include "import/dt-import-cite.h"
#include "model/dt-notation.h"
#include "text/dt-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define LEAD_KEY "dui-lead"
#define OFFER_KEY "dui-offer"
#define NUMBER_KEY "dui-number"

struct _DuiBasesPage
{
  DuiFormPage parent_instance;

  gboolean filling;

  /* Template children */
  DuiFormList *list;
  AdwComboRow *form_row;
  DuiFormRow *opening_row;
};

G_DEFINE_FINAL_TYPE (DuiBasesPage, dui_bases_page, DUI_TYPE_FORM_PAGE)

/* What a basis begins with, in the file and on paper. */
static const struct
{
  const char *id;
  const char *words;
} leads[] = {
  { "can-cu", "Căn cứ" },
  { "thuc-hien", "Thực hiện" },
  { "theo-de-nghi", "Theo đề nghị của" },
  { "xet", "Xét" },
};

/* The day for which validity counts: of the document, or today. */
static DtDate
get_day (DuiBasesPage *self)
{
  DuiFormPage *page = DUI_FORM_PAGE (self);
  const char *value = dt_node_get_attribute (dt_plan_find (dui_form_page_get_plan (page), "head"), DT_ATTR_DATE);
  DtDate date;

  if (value != NULL && dt_date_parse_iso_partial (value, &date) && dt_date_is_complete (date))
    return date;

  return dui_engine_get_today (dui_form_page_get_engine (page));
}

/* The first citation of @text: where it stands and what it names. */
static gboolean
find_citation (const char *text,
               gsize *start,
               gsize *end,
               GPtrArray **marks)
{
  g_autoptr (DtBody) body = dt_body_parse_inline (text);
  guint n_lines = 0;
  const DtLine *lines = dt_body_get_lines (body, &n_lines);

  for (guint i = 0; n_lines > 0 && i < lines[0].n_spans; i++)
    if (lines[0].spans[i].kind == DT_SPAN_CITATION)
      {
        *start = lines[0].spans[i].start;
        *end = lines[0].spans[i].end;
        *marks = dt_cite_marks_parse (lines[0].spans[i].text);
        return TRUE;
      }

  return FALSE;
}

static const DtDocument *
find_document (DtCatalog *catalog,
               const char *text)
{
  g_autoptr (GPtrArray) marks = NULL;
  g_autoptr (GPtrArray) found = NULL;
  DtCiteMark *mark;
  gsize start;
  gsize end;

  if (!find_citation (text, &start, &end, &marks))
    return NULL;

  mark = g_ptr_array_index (marks, 0);
  found = dt_catalog_find (catalog, mark->number, mark->date, NULL);
  return found->len == 1 ? g_ptr_array_index (found, 0) : dt_catalog_resolve (catalog, mark->number);
}

/* The reference by which @document is cited: its number, with the date where that is not enough. */
static char *
make_reference (DtCatalog *catalog,
                const DtDocument *document)
{
  const DtDocumentFields *fields = dt_document_get (document);
  g_autoptr (GPtrArray) found = dt_catalog_find (catalog, fields->number, (DtDate) DT_DATE_INIT, NULL);
  g_autofree char *date = NULL;

  if (found->len <= 1)
    return g_strdup (fields->number);

  date = dt_date_format_iso (fields->date);
  return g_strdup_printf ("%s@%s", fields->number, date);
}

/* Callbacks */

static void
catalogue_cb (DuiBasesPage *self)
{
  dui_form_page_request_citation (DUI_FORM_PAGE (self));
}

static void
form_selected_cb (DuiBasesPage *self)
{
  DuiFormPage *page = DUI_FORM_PAGE (self);
  GError *error = NULL;
  DtPlan *plan;

  if (self->filling || dui_form_page_get_plan (page) == NULL)
    return;

  plan = dt_plan_set_attribute (dui_form_page_get_plan (page), "bases", DT_ATTR_FORM,
                                adw_combo_row_get_selected (self->form_row) == 0 ? "lines" : "merged", &error);
  dui_form_page_take (page, plan, GTK_WIDGET (self->form_row), error);
}

static const char *
get_row_id (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (gtk_widget_get_ancestor (widget, DUI_TYPE_FORM_ROW)), "dui-id");
}

static void
lead_selected_cb (DuiBasesPage *self,
                  GParamSpec *pspec,
                  GtkDropDown *drop_down)
{
  DuiFormPage *page = DUI_FORM_PAGE (self);
  guint selected = gtk_drop_down_get_selected (drop_down);
  GError *error = NULL;
  DtPlan *plan;

  if (self->filling || selected >= G_N_ELEMENTS (leads) || dui_form_page_get_plan (page) == NULL)
    return;

  plan = dt_plan_set_attribute (dui_form_page_get_plan (page), get_row_id (GTK_WIDGET (drop_down)), DT_ATTR_LEAD,
                                leads[selected].id, &error);
  dui_form_page_take (page, plan, NULL, error);
}

/* Puts the successor in the place of what is cited. */
static void
offer_clicked_cb (DuiBasesPage *self,
                  GtkButton *button)
{
  DuiFormPage *page = DUI_FORM_PAGE (self);
  const char *id = get_row_id (GTK_WIDGET (button));
  const char *text = dt_node_get_text (dt_plan_find (dui_form_page_get_plan (page), id));
  g_autoptr (GPtrArray) marks = NULL;
  g_autofree char *changed = NULL;
  GError *error = NULL;
  gsize start;
  gsize end;

  if (!find_citation (text, &start, &end, &marks))
    return;

  changed = g_strdup_printf ("%.*s[[%s]]%s", (int) start, text,
                             (const char *) g_object_get_data (G_OBJECT (button), NUMBER_KEY), text + end);
  dui_form_page_take (page, dt_plan_set_text (dui_form_page_get_plan (page), id, changed, &error), NULL, error);
}

static void
paste_read_cb (GObject *source,
               GAsyncResult *result,
               gpointer data)
{
  g_autoptr (GtkWidget) text = data;
  g_autofree char *pasted = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  GtkWidget *page = gtk_widget_get_ancestor (text, DUI_TYPE_BASES_PAGE);
  DuiBasesPage *self;

  if (pasted == NULL || page == NULL)
    return;

  self = DUI_BASES_PAGE (page);
  if (strchr (g_strstrip (pasted), '\n') != NULL || g_str_has_prefix (pasted, leads[0].words) ||
      g_str_has_prefix (pasted, leads[1].words))
    {
      dui_bases_page_paste (self, pasted, dui_form_list_get_position (self->list) + 1);
      return;
    }

  dui_form_view_put_in (DUI_FORM_VIEW (text), pasted);
}

/* A whole block of bases becomes entries; a few words go in as they are. */
static void
paste_cb (GtkWidget *text)
{
  g_signal_stop_emission_by_name (text, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (text), NULL, paste_read_cb, g_object_ref (text));
}

/* What a row has beside its text, made when it is seen first. */
static void
prepare_row (DuiBasesPage *self,
             DuiFormRow *row)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *lead;
  GtkWidget *offer = gtk_button_new ();

  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    gtk_string_list_append (names, leads[i].words);
  lead = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_widget_set_valign (lead, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (lead, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (lead), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("How the basis begins"), -1);
  dui_form_row_add_prefix (row, lead);
  g_object_set_data (G_OBJECT (row), LEAD_KEY, lead);
  g_signal_connect_object (lead, "notify::selected", G_CALLBACK (lead_selected_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_set_halign (offer, GTK_ALIGN_START);
  gtk_widget_set_margin_top (offer, 3);
  gtk_widget_set_visible (offer, FALSE);
  dui_form_row_add_below (row, offer);
  g_object_set_data (G_OBJECT (row), OFFER_KEY, offer);
  g_signal_connect_object (offer, "clicked", G_CALLBACK (offer_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (dui_form_row_get_editor (row), "paste-clipboard", G_CALLBACK (paste_cb), NULL);
}

/* Validity in words, and what to cite instead. */
static void
judge_row (DuiBasesPage *self,
           DuiFormRow *row,
           const char *text)
{
  DtCatalog *catalog = dui_engine_get_catalog (dui_form_page_get_engine (DUI_FORM_PAGE (self)));
  const DtDocument *document = catalog != NULL ? find_document (catalog, text) : NULL;
  GtkWidget *offer = g_object_get_data (G_OBJECT (row), OFFER_KEY);
  DtJudgement judgement = { DT_VALIDITY_UNKNOWN };
  g_autofree char *words = NULL;
  gboolean is_bad;

  if (document != NULL)
    {
      g_autofree char *whole = dt_document_to_string (document);

      dt_catalog_judge (catalog, document, get_day (self), &judgement);
      words = dt_judgement_describe (&judgement);
      dui_form_row_set_help (row, whole);
    }
  else
    dui_form_row_set_help (row, NULL);

  is_bad = document != NULL && (judgement.validity == DT_VALIDITY_EXPIRED || judgement.validity == DT_VALIDITY_REPLACED ||
                                judgement.validity == DT_VALIDITY_NOT_YET);
  dui_form_row_set_finding (row, is_bad ? words : NULL);
  gtk_widget_set_visible (offer, is_bad && judgement.successor != NULL);
  if (is_bad && judgement.successor != NULL)
    {
      g_autofree char *label = g_strdup_printf (_ ("Replace with %s"), dt_document_get (judgement.successor)->number);

      gtk_button_set_label (GTK_BUTTON (offer), label);
      g_object_set_data_full (G_OBJECT (offer), NUMBER_KEY, make_reference (catalog, judgement.successor), g_free);
    }
}

static void
decorate (DuiFormRow *row,
          DtNode *node,
          gpointer user_data)
{
  DuiBasesPage *self = user_data;
  const char *lead = dt_node_get_attribute (node, DT_ATTR_LEAD);

  if (g_object_get_data (G_OBJECT (row), LEAD_KEY) == NULL)
    prepare_row (self, row);

  self->filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    if (g_str_equal (leads[i].id, lead != NULL ? lead : leads[0].id))
      gtk_drop_down_set_selected (g_object_get_data (G_OBJECT (row), LEAD_KEY), i);
  self->filling = FALSE;
  judge_row (self, row, dt_node_get_text (node));
}

static DtNode *
make_basis (gpointer user_data)
{
  const DtAttributeValue lead = { DT_ATTR_LEAD, leads[0].id };

  return dt_node_new_full (DT_NODE_BASIS, 0, "", &lead, 1, NULL, 0);
}

static void
fill (DuiBasesPage *self)
{
  DtPlan *plan = dui_form_page_get_plan (DUI_FORM_PAGE (self));
  DtNode *bases = plan != NULL ? dt_plan_find (plan, "bases") : NULL;
  const char *form = bases != NULL ? dt_node_get_attribute (bases, DT_ATTR_FORM) : NULL;

  self->filling = TRUE;
  adw_combo_row_set_selected (self->form_row, g_strcmp0 (form, "merged") == 0);
  self->filling = FALSE;
  dui_form_list_refresh (self->list);
}

/* Overrides */

static void
dui_bases_page_set_document (DuiFormPage *page,
                             DuiDocument *document,
                             const char *reference)
{
  DuiBasesPage *self = DUI_BASES_PAGE (page);
  DuiFormListSpec spec = { "bases", DT_NODE_BASIS, _ ("Basis"), _ ("_Add basis"), _ ("Basis removed"), make_basis, decorate, self };

  dui_form_list_set_up (self->list, page, &spec);
  dui_form_page_bind_text (page, self->opening_row, "opening");
  fill (self);
}

static void
dui_bases_page_refresh (DuiFormPage *page,
                        DtPlan *old,
                        gpointer origin)
{
  fill (DUI_BASES_PAGE (page));
}

static void
dui_bases_page_constructed (GObject *object)
{
  DuiBasesPage *self = DUI_BASES_PAGE (object);

  G_OBJECT_CLASS (dui_bases_page_parent_class)->constructed (object);
  g_signal_connect_object (dui_form_page_get_engine (DUI_FORM_PAGE (self)), "catalog-changed", G_CALLBACK (fill), self,
                           G_CONNECT_SWAPPED);
}

static void
dui_bases_page_class_init (DuiBasesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DUI_TYPE_FORM_ROW);
  g_type_ensure (DUI_TYPE_FORM_LIST);
  G_OBJECT_CLASS (klass)->constructed = dui_bases_page_constructed;
  DUI_FORM_PAGE_CLASS (klass)->set_document = dui_bases_page_set_document;
  DUI_FORM_PAGE_CLASS (klass)->refresh = dui_bases_page_refresh;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/editor/dui-bases-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiBasesPage, list);
  gtk_widget_class_bind_template_child (widget_class, DuiBasesPage, form_row);
  gtk_widget_class_bind_template_child (widget_class, DuiBasesPage, opening_row);
  gtk_widget_class_bind_template_callback (widget_class, catalogue_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_selected_cb);
}

static void
dui_bases_page_init (DuiBasesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public functions */

gboolean
dui_bases_page_add (DuiDocument *document,
                    const char *number,
                    gpointer origin,
                    GError **error)
{
  const DtAttributeValue lead = { DT_ATTR_LEAD, leads[0].id };
  g_autofree char *text = g_strdup_printf ("[[%s]]", number);
  g_autoptr (DtNode) basis = dt_node_new_full (DT_NODE_BASIS, 0, text, &lead, 1, NULL, 0);

  return dui_document_insert (document, "bases", -1, basis, origin, error);
}

/* One line of a pasted block: its lead, and the rest without the sign at its end. */
static DtNode *
read_line (const char *line)
{
  DtAttributeValue lead = { DT_ATTR_LEAD, leads[0].id };
  g_autofree char *tidy = dt_text_collapse (line);
  const char *rest = tidy;
  gsize length;

  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    if (g_str_has_prefix (tidy, leads[i].words) && tidy[strlen (leads[i].words)] == ' ')
      {
        lead.value = leads[i].id;
        rest = tidy + strlen (leads[i].words) + 1;
      }
  length = strlen (rest);
  while (length > 0 && strchr (";.,", rest[length - 1]) != NULL)
    tidy[(gsize) (rest - tidy) + --length] = '\0';

  return length > 0 ? dt_node_new_full (DT_NODE_BASIS, 0, rest, &lead, 1, NULL, 0) : NULL;
}

/* The lines as bases, with citations where the catalogue knows them. */
static DtPlan *
read_block (DuiBasesPage *self,
            const char *text)
{
  DtCatalog *catalog = dui_engine_get_catalog (dui_form_page_get_engine (DUI_FORM_PAGE (self)));
  g_autofree char *normal = dt_text_to_nfc (text);
  g_auto (GStrv) lines = g_strsplit (normal, "\n", -1);
  DtPlan *plan = dt_plan_new_empty ("ke-hoach");

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (DtNode) basis = read_line (lines[i]);
      DtPlan *next = basis != NULL ? dt_plan_insert (plan, "bases", -1, basis, NULL) : NULL;

      if (next == NULL)
        continue;
      dt_plan_unref (plan);
      plan = next;
    }
  if (catalog != NULL)
    {
      DtPlan *cited = dt_import_cite (plan, catalog, NULL);

      dt_plan_unref (plan);
      plan = cited;
    }

  return plan;
}

guint
dui_bases_page_paste (DuiBasesPage *self,
                      const char *text,
                      int position)
{
  DuiFormPage *page = DUI_FORM_PAGE (self);
  g_autoptr (DtPlan) block = read_block (self, text);
  DtNode *bases = dt_plan_find (block, "bases");
  g_autoptr (DtPlan) plan = dt_plan_ref (dui_form_page_get_plan (page));
  guint n = 0;

  for (guint i = 0; bases != NULL && i < dt_node_get_n_children (bases); i++)
    {
      DtPlan *next = dt_plan_insert (plan, "bases", position < 0 ? -1 : position + (int) n, dt_node_get_child (bases, i), NULL);

      if (next == NULL)
        continue;
      dt_plan_unref (plan);
      plan = next;
      n++;
    }
  if (n > 0)
    dui_form_page_take (page, g_steal_pointer (&plan), NULL, NULL);

  return n;
}
