/* test-section-template.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "common/dui-banner.h"
#include "editor/dui-form-factory.h"
#include "editor/dui-merge-pane.h"
#include "template/dt-assemble.h"

#include "dui-test-form.h"

#define TEMPLATE "builtin.an-toan-thong-tin"

static gboolean
is_any (GtkWidget *widget,
        gconstpointer data)
{
  return TRUE;
}

static gboolean
has_label (GtkWidget *widget,
           gconstpointer label)
{
  return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static DtNode *
make_section (void)
{
  DuiEngine *engine = dui_test_get_engine ();
  DtAssembler assembler = { NULL, dui_engine_get_library (engine), dui_engine_get_profile (engine), NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) nodes = NULL;

  assembler.template = dt_library_find (assembler.library, TEMPLATE);
  ck_assert_ptr_nonnull (assembler.template);
  nodes = dt_assemble_section (&assembler, NULL, &error);
  dui_assert_no_error (error);
  for (guint i = 0; i < nodes->len; i++)
    if (dt_node_get_kind (g_ptr_array_index (nodes, i)) == DT_NODE_SECTION)
      return dt_node_with_attribute (g_ptr_array_index (nodes, i), DT_ATTR_ID, NULL);

  ck_abort_msg ("the template gives no section");
  return NULL;
}

/* Puts @section behind the others and returns its id. */
static const char *
add_section (DuiDocument *document,
             DtNode *section)
{
  g_autoptr (GError) error = NULL;
  DtNode *sections;

  dui_document_insert (document, "sections", -1, section, NULL, &error);
  dui_assert_no_error (error);
  sections = dt_plan_find (dui_document_get_plan (document), "sections");
  return dt_node_get_id (dt_node_get_child (sections, dt_node_get_n_children (sections) - 1));
}

/* A section that was made when its template said one word more. */
static char *
add_outdated (DuiDocument *document)
{
  g_autoptr (DtNode) section = make_section ();
  g_autoptr (DtNode) older = dt_node_with_attribute (section, DT_ATTR_TEMPLATE_VERSION, "0.9");
  g_autoptr (GHashTable) values = dt_values_new ();
  const DtTemplate *template = dt_library_find (dui_engine_get_library (dui_test_get_engine ()), TEMPLATE);
  g_autofree char *body = g_strconcat (dt_node_get_child_text (section, DT_NODE_BODY), " xưa", NULL);
  g_autofree char *origin = dt_template_origin_new (template, values, dt_node_get_child_text (section, DT_NODE_TITLE), body);
  g_autoptr (DtNode) origined = dt_node_with_attribute (older, DT_ATTR_ORIGIN, origin);
  g_autofree char *id = g_strdup (add_section (document, origined));
  g_autofree char *reference = g_strconcat (id, "/body", NULL);
  g_autofree char *mine = g_strconcat ("Lời của tôi. ", body, NULL);
  g_autoptr (GError) error = NULL;

  dui_document_set_text (document, reference, mine, NULL, &error);
  dui_assert_no_error (error);
  return g_steal_pointer (&id);
}

static DuiFormPage *
show_section (DuiDocument *document,
              const char *id)
{
  DuiFormPage *page = dui_form_page_new_for (dui_test_get_engine (), id);

  g_object_ref_sink (page);
  dui_form_page_set_document (page, document, id);
  return page;
}

static DuiMergePane *
open_comparison (DuiFormPage *page)
{
  GtkWidget *banner = dui_test_find (GTK_WIDGET (page), DUI_TYPE_BANNER, is_any, NULL);

  ck_assert_ptr_nonnull (dui_banner_get_text (DUI_BANNER (banner)));
  g_signal_emit_by_name (banner, "button-clicked");
  return DUI_MERGE_PANE (dui_test_find (GTK_WIDGET (page), DUI_TYPE_MERGE_PANE, is_any, NULL));
}

static const char *
get_offer (DuiFormPage *page)
{
  return dui_banner_get_text (DUI_BANNER (dui_test_find (GTK_WIDGET (page), DUI_TYPE_BANNER, is_any, NULL)));
}

START_TEST (a_newer_template_is_merged_into_what_was_written)
{
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");
  g_autofree char *id = add_outdated (document);
  g_autofree char *reference = g_strconcat (id, "/body", NULL);
  DuiFormPage *page = show_section (document, id);

  g_signal_emit_by_name (open_comparison (page), "merge", FALSE);
  ck_assert (g_str_has_prefix (dui_test_get_text (document, reference), "Lời của tôi. "));
  ck_assert (!g_str_has_suffix (dui_test_get_text (document, reference), " xưa"));
  ck_assert_ptr_null (get_offer (page));

  dui_document_undo (document);
  ck_assert (g_str_has_suffix (dui_test_get_text (document, reference), " xưa"));
  ck_assert_ptr_nonnull (get_offer (page));
  dui_assert_finalizes (page);
}
END_TEST

START_TEST (what_is_kept_is_not_offered_again)
{
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");
  g_autofree char *id = add_outdated (document);
  g_autofree char *reference = g_strconcat (id, "/body", NULL);
  DuiFormPage *page = show_section (document, id);

  g_signal_emit_by_name (open_comparison (page), "keep");
  ck_assert (g_str_has_suffix (dui_test_get_text (document, reference), " xưa"));
  ck_assert_ptr_null (get_offer (page));
  dui_assert_finalizes (page);
}
END_TEST

START_TEST (a_section_of_today_has_no_offer)
{
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");
  g_autoptr (DtNode) section = make_section ();
  g_autofree char *id = g_strdup (add_section (document, section));
  DuiFormPage *page = show_section (document, id);

  ck_assert_ptr_null (get_offer (page));
  dui_assert_finalizes (page);
}
END_TEST

START_TEST (the_example_fills_a_section_without_text)
{
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");
  g_autoptr (DtNode) section = make_section ();
  g_autofree char *id = g_strdup (add_section (document, section));
  g_autofree char *reference = g_strconcat (id, "/body", NULL);
  g_autofree char *body = g_strdup (dui_test_get_text (document, reference));
  DuiFormPage *page = show_section (document, id);
  GtkWidget *button = dui_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, has_label, "Fill In the _Example");
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_nonnull (button);
  ck_assert_str_ne (body, "");
  dui_document_set_text (document, reference, "Đã viết.", NULL, &error);
  g_signal_emit_by_name (button, "clicked");
  ck_assert_str_eq (dui_test_get_text (document, reference), "Đã viết.");

  dui_document_set_text (document, reference, "", NULL, &error);
  g_signal_emit_by_name (button, "clicked");
  ck_assert_str_eq (dui_test_get_text (document, reference), body);
  dui_assert_finalizes (page);
}
END_TEST

int
main (int argc,
      char *argv[])
{
  Suite *suite = suite_create ("ui-section-template");
  TCase *tcase = tcase_create ("section-template");

  dui_test_init (&argc, &argv);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, a_newer_template_is_merged_into_what_was_written);
  tcase_add_test (tcase, what_is_kept_is_not_offered_again);
  tcase_add_test (tcase, a_section_of_today_has_no_offer);
  tcase_add_test (tcase, the_example_fills_a_section_without_text);
  suite_add_tcase (suite, tcase);

  return dui_test_main (suite);
}
