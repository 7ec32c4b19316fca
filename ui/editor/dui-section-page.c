/* dui-section-page.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-section-page"

#include "config.h"

#include "editor/dui-section-page.h"

#include "common/dui-banner.h"
#include "editor/dui-field-row.h"
#include "editor/dui-form-body.h"
#include "editor/dui-merge-pane.h"
#include "editor/dui-outline-add.h"
#include "template/dt-assemble.h"
#include "template/dt-field-words.h"

#include <glib/gi18n.h>

struct _DuiSectionPage
{
  DuiFormPage parent_instance;

  DuiTextArea *body;
  GPtrArray *keys;
  GPtrArray *rows;
  gboolean filling;

  /* Template children */
  GtkStack *stack;
  GtkWidget *form;
  DuiFormRow *title_row;
  AdwExpanderRow *template_row;
  GtkLabel *summary_label;
  GtkWidget *example_button;
  AdwComboRow *unit_row;
  GtkSwitch *tasks_switch;
  AdwPreferencesGroup *fields_group;
  AdwBin *body_bin;
  DuiOutlineAdd *change;
  DuiBanner *newer_banner;
  DuiMergePane *merge_pane;
};

G_DEFINE_FINAL_TYPE (DuiSectionPage, dui_section_page, DUI_TYPE_FORM_PAGE)

static const char *const units[] = {
  "",
  "phan",
  "chuong",
  "muc",
  "tieu-muc",
  "dieu",
  "roman",
  "arabic",
  "letter",
  "decimal",
  "none",
};

static DtNode *
get_node (DuiSectionPage *self)
{
  DtPlan *plan = dui_form_page_get_plan (DUI_FORM_PAGE (self));

  return plan != NULL ? dt_plan_find (plan, dui_form_page_get_reference (DUI_FORM_PAGE (self))) : NULL;
}

static const DtTemplate *
get_template (DuiSectionPage *self)
{
  DtNode *node = get_node (self);
  const char *id = node != NULL ? dt_node_get_attribute (node, DT_ATTR_TEMPLATE) : NULL;

  return id != NULL ? dt_library_find (dui_engine_get_library (dui_form_page_get_engine (DUI_FORM_PAGE (self))), id) : NULL;
}

/* The fields in the title and the body of this section, not of those in it. */
static GPtrArray *
list_own_keys (DtNode *node)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    if (dt_node_get_kind (dt_node_get_child (node, i)) != DT_NODE_SECTION)
      {
        g_autoptr (GPtrArray) more = dui_fields_list_keys (dt_node_get_child (node, i));

        for (guint k = 0; k < more->len; k++)
          if (!g_ptr_array_find_with_equal_func (keys, g_ptr_array_index (more, k), g_str_equal, NULL))
            g_ptr_array_add (keys, g_strdup (g_ptr_array_index (more, k)));
      }

  return keys;
}

static gboolean
same_keys (const GPtrArray *a,
           const GPtrArray *b)
{
  gboolean same = a != NULL && a->len == b->len;

  for (guint i = 0; same && i < a->len; i++)
    same = g_str_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i));

  return same;
}

static void
remove_rows (DuiSectionPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->fields_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
}

static void
fill_fields (DuiSectionPage *self)
{
  DuiFormPage *page = DUI_FORM_PAGE (self);
  DtLibrary *library = dui_engine_get_library (dui_form_page_get_engine (page));
  DtNode *node = get_node (self);
  g_autoptr (GPtrArray) keys = list_own_keys (node);

  if (!same_keys (self->keys, keys))
    {
      remove_rows (self);
      self->keys = g_ptr_array_ref (keys);
      for (guint i = 0; i < keys->len; i++)
        {
          const char *key = g_ptr_array_index (keys, i);
          GtkWidget *row = dui_field_row_new (page, key, dt_library_find_field (library, key, dt_node_get_attribute (node, DT_ATTR_TEMPLATE)));

          adw_preferences_group_add (self->fields_group, row);
          g_ptr_array_add (self->rows, row);
        }
    }
  for (guint i = 0; i < self->rows->len; i++)
    dui_field_row_refresh (g_ptr_array_index (self->rows, i), dui_form_page_get_plan (page));
  gtk_widget_set_visible (GTK_WIDGET (self->fields_group), keys->len > 0);
}

/* The section beside its template, if that is newer. */
static DtTemplateComparison *
compare (DuiSectionPage *self)
{
  DuiFormPage *page = DUI_FORM_PAGE (self);
  DuiEngine *engine = dui_form_page_get_engine (page);
  const DtTemplate *template = get_template (self);
  DtNode *node = get_node (self);
  const char *version = node != NULL ? dt_node_get_attribute (node, DT_ATTR_TEMPLATE_VERSION) : NULL;

  if (template == NULL || version == NULL || dt_node_get_attribute (node, DT_ATTR_ORIGIN) == NULL ||
      dui_engine_get_profile (engine) == NULL ||
      dt_template_version_compare (version, dt_template_get_version (template)) >= 0)
    return NULL;

  return dt_template_compare (dui_engine_get_library (engine), dui_engine_get_profile (engine), dui_form_page_get_plan (page),
                              dui_form_page_get_reference (page), NULL);
}

static void
offer_newer (DuiSectionPage *self)
{
  DtTemplateComparison *comparison = compare (self);

  if (comparison == NULL)
    {
      dui_banner_show (self->newer_banner, NULL, NULL);
      return;
    }

  dui_banner_show (self->newer_banner, _ ("There is a newer template for this section"), _ ("_Compare…"));
  dt_template_comparison_free (comparison);
}

static void
fill (DuiSectionPage *self)
{
  DtNode *node = get_node (self);
  const DtTemplate *template = get_template (self);
  const char *id;
  const char *unit;

  /* What was undone may be the section itself; the window shows another part then. */
  if (node == NULL)
    return;

  id = dt_node_get_attribute (node, DT_ATTR_TEMPLATE);
  unit = dt_node_get_attribute (node, DT_ATTR_UNIT);
  adw_expander_row_set_subtitle (self->template_row, template != NULL ? dt_template_get_title (template)
                                                     : id != NULL     ? id
                                                                      : _ ("None"));
  gtk_label_set_label (self->summary_label, template != NULL ? dt_template_get_summary (template)
                                                             : _ ("This section is written freely."));
  gtk_widget_set_visible (self->example_button, template != NULL);
  self->filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (units[i], unit != NULL ? unit : ""))
      adw_combo_row_set_selected (self->unit_row, i);
  gtk_switch_set_active (self->tasks_switch, g_strcmp0 (dt_node_get_attribute (node, DT_ATTR_SOURCE), "tasks") == 0);
  self->filling = FALSE;
  fill_fields (self);
  offer_newer (self);
}

/* Callbacks */

static void
set_attribute (DuiSectionPage *self,
               GtkWidget *row,
               DtAttribute attribute,
               const char *value)
{
  DuiFormPage *page = DUI_FORM_PAGE (self);
  GError *error = NULL;
  DtPlan *plan;

  if (self->filling || get_node (self) == NULL)
    return;

  plan = dt_plan_set_attribute (dui_form_page_get_plan (page), dui_form_page_get_reference (page), attribute, value, &error);
  dui_form_page_take (page, plan, row, error);
}

static void
unit_selected_cb (DuiSectionPage *self)
{
  guint selected = adw_combo_row_get_selected (self->unit_row);

  if (selected < G_N_ELEMENTS (units))
    set_attribute (self, GTK_WIDGET (self->unit_row), DT_ATTR_UNIT, units[selected]);
}

static void
tasks_switched_cb (DuiSectionPage *self)
{
  set_attribute (self, NULL, DT_ATTR_SOURCE, gtk_switch_get_active (self->tasks_switch) ? "tasks" : "");
}

/* The section in the place of this one, with its id. */
static DtNode *
make_section (DuiSectionPage *self,
              const char *id,
              GError **error)
{
  DuiFormPage *page = DUI_FORM_PAGE (self);
  DuiEngine *engine = dui_form_page_get_engine (page);
  DtAssembler assembler = { NULL, dui_engine_get_library (engine), dui_engine_get_profile (engine), NULL };
  g_autoptr (GPtrArray) nodes = NULL;

  if (*id == '\0')
    return dt_node_new (DT_NODE_SECTION);

  assembler.template = dt_library_find (assembler.library, id);
  if (assembler.template != NULL)
    nodes = dt_assemble_section (&assembler, dui_form_page_get_plan (page), error);
  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    if (dt_node_get_kind (g_ptr_array_index (nodes, i)) == DT_NODE_SECTION)
      return dt_node_with_attribute (g_ptr_array_index (nodes, i), DT_ATTR_ID, NULL);

  return NULL;
}

/* The plan with the text of the template in a section that has none; NULL where there is a text or nothing to put in. */
static DtPlan *
fill_body (DuiSectionPage *self)
{
  DuiFormPage *page = DUI_FORM_PAGE (self);
  const char *body = dt_node_get_child_text (get_node (self), DT_NODE_BODY);
  g_autofree char *reference = g_strdup_printf ("%s/body", dui_form_page_get_reference (page));
  g_autoptr (DtNode) section = NULL;
  const char *example;

  if (body != NULL && *body != '\0')
    return NULL;

  section = make_section (self, dt_template_get_id (get_template (self)), NULL);
  example = section != NULL ? dt_node_get_child_text (section, DT_NODE_BODY) : NULL;
  return example != NULL && *example != '\0' ? dt_plan_set_text (dui_form_page_get_plan (page), reference, example, NULL) : NULL;
}

static void
example_cb (DuiSectionPage *self)
{
  DuiFormPage *page = DUI_FORM_PAGE (self);
  const DtTemplate *template = get_template (self);
  g_autoptr (GPtrArray) keys = NULL;
  DtPlan *written;
  DtPlan *plan;

  if (get_node (self) == NULL || template == NULL)
    return;

  written = fill_body (self);
  plan = written != NULL ? written : dui_form_page_get_plan (page);
  keys = list_own_keys (dt_plan_find (plan, dui_form_page_get_reference (page)));
  plan = dui_fields_fill_examples (page, plan, keys, template);
  if (plan == NULL)
    plan = g_steal_pointer (&written);
  g_clear_pointer (&written, dt_plan_unref);
  if (plan != NULL)
    dui_form_page_take (page, plan, NULL, NULL);
}

static void
newer_cb (DuiSectionPage *self)
{
  DtTemplateComparison *comparison = compare (self);

  if (comparison == NULL)
    return;
  dui_merge_pane_show (self->merge_pane, comparison);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->merge_pane));
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->merge_pane), GTK_DIR_TAB_FORWARD);
  dt_template_comparison_free (comparison);
}

/* What was typed since the texts were shown counts too. */
static void
take_newer (DuiSectionPage *self,
            gboolean merge,
            gboolean prefer_theirs)
{
  DuiFormPage *page = DUI_FORM_PAGE (self);
  DtTemplateComparison *comparison = compare (self);
  GError *error = NULL;
  DtPlan *plan;

  gtk_stack_set_visible_child (self->stack, self->form);
  if (comparison == NULL)
    return;

  plan = merge ? dt_template_merge (comparison, dui_form_page_get_plan (page), prefer_theirs, &error)
               : dui_merge_keep (comparison, dui_form_page_get_plan (page), &error);
  if (dui_form_page_take (page, plan, GTK_WIDGET (self->template_row), error) && merge)
    dui_form_page_tell_removed (page, _ ("The newer template was merged in"));
  dt_template_comparison_free (comparison);
  fill (self);
}

static void
merge_cb (DuiSectionPage *self,
          gboolean prefer_theirs)
{
  take_newer (self, TRUE, prefer_theirs);
}

static void
keep_cb (DuiSectionPage *self)
{
  take_newer (self, FALSE, FALSE);
}

static void
change_cb (DuiSectionPage *self)
{
  dui_outline_add_start (self->change, dui_form_page_get_engine (DUI_FORM_PAGE (self)), NULL);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->change));
  gtk_widget_grab_focus (GTK_WIDGET (self->change));
}

static void
closed_cb (DuiSectionPage *self)
{
  gtk_stack_set_visible_child (self->stack, self->form);
}

static void
chosen_cb (DuiSectionPage *self,
           const char *id)
{
  DuiFormPage *page = DUI_FORM_PAGE (self);
  GError *error = NULL;
  g_autoptr (DtNode) section = make_section (self, id, &error);
  DtPlan *plan = NULL;

  closed_cb (self);
  if (section != NULL)
    plan = dt_plan_replace (dui_form_page_get_plan (page), dui_form_page_get_reference (page), section, &error);
  if (dui_form_page_take (page, plan, GTK_WIDGET (self->template_row), error))
    dui_form_page_tell_removed (page, _ ("Template changed"));
  fill (self);
}

/* Overrides */

static void
dui_section_page_set_document (DuiFormPage *page,
                               DuiDocument *document,
                               const char *reference)
{
  DuiSectionPage *self = DUI_SECTION_PAGE (page);
  g_autofree char *title = g_strdup_printf ("%s/title", reference);

  if (self->body == NULL)
    {
      self->body = dui_form_body_new (page);
      adw_bin_set_child (self->body_bin, GTK_WIDGET (self->body));
    }
  closed_cb (self);
  remove_rows (self);
  if (get_node (self) != NULL)
    dui_form_page_bind_text (page, self->title_row, title);
  dui_form_body_set (self->body, page, get_node (self) != NULL ? reference : NULL);
  fill (self);
}

static void
dui_section_page_refresh (DuiFormPage *page,
                          DtPlan *old,
                          gpointer origin)
{
  fill (DUI_SECTION_PAGE (page));
}

static gboolean
dui_section_page_show_place (DuiFormPage *page,
                             const char *reference,
                             guint offset)
{
  return dui_form_body_show (DUI_SECTION_PAGE (page)->body, page, reference, offset) ||
         DUI_FORM_PAGE_CLASS (dui_section_page_parent_class)->show_place (page, reference, offset);
}

static void
dui_section_page_finalize (GObject *object)
{
  DuiSectionPage *self = DUI_SECTION_PAGE (object);

  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (dui_section_page_parent_class)->finalize (object);
}

static void
dui_section_page_class_init (DuiSectionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DUI_TYPE_FORM_ROW);
  g_type_ensure (DUI_TYPE_OUTLINE_ADD);
  g_type_ensure (DUI_TYPE_BANNER);
  g_type_ensure (DUI_TYPE_MERGE_PANE);
  G_OBJECT_CLASS (klass)->finalize = dui_section_page_finalize;
  DUI_FORM_PAGE_CLASS (klass)->set_document = dui_section_page_set_document;
  DUI_FORM_PAGE_CLASS (klass)->refresh = dui_section_page_refresh;
  DUI_FORM_PAGE_CLASS (klass)->show_place = dui_section_page_show_place;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/editor/dui-section-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiSectionPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DuiSectionPage, form);
  gtk_widget_class_bind_template_child (widget_class, DuiSectionPage, title_row);
  gtk_widget_class_bind_template_child (widget_class, DuiSectionPage, template_row);
  gtk_widget_class_bind_template_child (widget_class, DuiSectionPage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, DuiSectionPage, example_button);
  gtk_widget_class_bind_template_child (widget_class, DuiSectionPage, unit_row);
  gtk_widget_class_bind_template_child (widget_class, DuiSectionPage, tasks_switch);
  gtk_widget_class_bind_template_child (widget_class, DuiSectionPage, fields_group);
  gtk_widget_class_bind_template_child (widget_class, DuiSectionPage, body_bin);
  gtk_widget_class_bind_template_child (widget_class, DuiSectionPage, change);
  gtk_widget_class_bind_template_child (widget_class, DuiSectionPage, newer_banner);
  gtk_widget_class_bind_template_child (widget_class, DuiSectionPage, merge_pane);
  gtk_widget_class_bind_template_callback (widget_class, unit_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, tasks_switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, example_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, newer_cb);
  gtk_widget_class_bind_template_callback (widget_class, merge_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
}

static void
dui_section_page_init (DuiSectionPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
