/* test-assemble.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/dt-diagnostic.h"
#include "base/dt-xml-reader.h"
#include "catalog/dt-pack.h"
#include "export/dt-exporter.h"
#include "template/dt-assemble.h"
#include "template/dt-tasks.h"
#include "template/dt-template-check.h"

#include "dt-test-pages.h"

#include <glib/gstdio.h>

#define N_PLANS 14

static char *
find_data (const char *relative)
{
  return g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", relative, NULL);
}

static GPtrArray *
load_packs (void)
{
  g_autofree char *path = find_data ("packs/builtin");
  GPtrArray *packs = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_pack_unref);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (packs, dt_pack_load (path, &error));
  dt_assert_no_error (error);

  return packs;
}

static DtLibrary *
load_library (void)
{
  g_autoptr (GPtrArray) packs = load_packs ();
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  DtLibrary *library = dt_library_new (packs, diagnostics);

  ck_assert_uint_eq (diagnostics->len, 0);
  return library;
}

static DtTemplate *
read_template (const char *text,
               GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return dt_template_read (bytes, "t.xml", error);
}

/* The plan template at @index of the built-in pack, assembled with or without the examples. */
static DtPlan *
assemble (const DtLibrary *library,
          guint index,
          gboolean with_examples,
          GPtrArray **missing)
{
  g_autoptr (GHashTable) values = dt_values_new ();
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (GError) error = NULL;
  DtAssembler assembler = { dt_library_get (library, index), library, dt_library_find_profile (library, NULL), values };
  DtPlan *plan;

  fields = dt_assembler_list_fields (&assembler, &error);
  dt_assert_no_error (error);
  for (guint i = 0; with_examples && i < fields->len; i++)
    {
      const DtTemplateField *field = g_ptr_array_index (fields, i);

      ck_assert_msg (field->examples[0] != NULL, "no example: %s", field->key);
      for (guint k = 0; field->examples[k] != NULL; k++)
        dt_values_add (values, field->key, field->examples[k]);
    }

  plan = dt_assemble (&assembler, &error);
  dt_assert_no_error (error);
  *missing = dt_plan_list_missing (plan, fields);

  return plan;
}

/* Each blank that composing leaves, as "node:line field", sorted. */
static char *
describe_blanks (DtPlan *plan)
{
  g_autoptr (DtComposition) composition = dt_test_compose_plan (plan);
  GPtrArray *diagnostics = dt_composition_get_diagnostics (composition);
  g_autoptr (GString) blanks = g_string_new (NULL);

  for (guint i = 0; i < diagnostics->len; i++)
    {
      const DtDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

      if (strcmp (dt_diagnostic_get_code (diagnostic), "field-unfilled") == 0)
        g_string_append_printf (blanks, "%s\n", dt_diagnostic_get_message (diagnostic));
    }

  return g_strdup (blanks->str);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static char *
sort_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  qsort (lines, g_strv_length (lines), sizeof (char *), compare_lines);
  return g_strjoinv ("\n", lines);
}

static void
check_exports (DtPlan *plan)
{
  g_autoptr (DtComposition) composition = dt_test_compose_plan (plan);
  DtSheet *sheet = dt_composition_get_sheet (composition);
  g_autoptr (GError) error = NULL;
  g_autoptr (DtShaper) shaper = dt_shaper_new (dt_sheet_get_font_family (sheet), dt_sheet_get_font_twins (sheet), NULL, &error);
  g_autoptr (DtPages) pages = dt_layout_run (composition, shaper, NULL, NULL, &error);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) odt = NULL;

  dt_assert_no_error (error);
  pdf = dt_export_pdf (pages, NULL, NULL, NULL, NULL, &error);
  dt_assert_no_error (error);
  odt = dt_export_odt (composition, shaper, NULL, &error);
  dt_assert_no_error (error);
  ck_assert_uint_gt (g_bytes_get_size (pdf), 5000);
  ck_assert_uint_gt (g_bytes_get_size (odt), 5000);
}

/* What is written is read back, and no line of a text is empty. */
static void
check_file (DtPlan *plan)
{
  g_autoptr (GBytes) bytes = dt_plan_write (plan);
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) again = dt_plan_read (bytes, "p", NULL, &error);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  dt_assert_no_error (error);
  ck_assert (dt_plan_equal (plan, again));
  ck_assert_ptr_null (strstr (text, "\n\n"));
}

START_TEST (every_plan_template_is_a_whole_plan_with_its_examples)
{
  g_autoptr (DtLibrary) library = load_library ();
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (DtPlan) plan = assemble (library, (guint) _i, TRUE, &missing);
  g_autofree char *blanks = describe_blanks (plan);

  ck_assert_str_eq (blanks, "");
  ck_assert_uint_eq (missing->len, 0);
  check_file (plan);
  check_exports (plan);
}
END_TEST

START_TEST (without_values_what_is_missing_is_what_prints_blank)
{
  g_autoptr (DtLibrary) library = load_library ();
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (DtPlan) plan = assemble (library, (guint) _i, FALSE, &missing);
  g_autofree char *blanks = describe_blanks (plan);
  g_autofree char *sorted = sort_lines (blanks);
  g_autoptr (GString) listed = g_string_new (NULL);
  g_autofree char *expected = NULL;

  ck_assert_uint_gt (missing->len, 0);
  for (guint i = 0; i < missing->len; i++)
    {
      const DtMissing *blank = g_ptr_array_index (missing, i);
      DtNode *node = dt_plan_find (plan, blank->node);

      ck_assert_msg (node != NULL, "no node %s", blank->node);
      ck_assert_ptr_nonnull (strstr (dt_node_get_text (node), blank->key));
      ck_assert_str_ne (blank->label, "");
      g_string_append_printf (listed, "the field “%s” is not filled in yet\n", blank->key);
    }
  expected = sort_lines (listed->str);
  ck_assert_str_eq (sorted, expected);
  check_file (plan);
  check_exports (plan);
}
END_TEST

START_TEST (the_built_in_pack_has_what_a_commune_needs)
{
  g_autoptr (DtLibrary) library = load_library ();
  guint n_plans = 0;
  guint n_decisions = 0;

  for (guint i = 0; i < dt_library_get_n (library); i++)
    if (dt_template_get_kind (dt_library_get (library, i)) == DT_TEMPLATE_PLAN)
      {
        n_plans++;
        if (g_str_has_prefix (dt_template_get_document (dt_library_get (library, i)), "quyet-dinh"))
          n_decisions++;
      }

  ck_assert_uint_eq (n_plans, N_PLANS);
  ck_assert_uint_ge (n_decisions, 1);
  ck_assert_uint_ge (dt_library_get_n (library) - n_plans, 40);
}
END_TEST

START_TEST (nothing_is_wrong_in_the_built_in_templates)
{
  g_autoptr (GPtrArray) packs = load_packs ();
  g_autoptr (DtLibrary) library = load_library ();
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (DtCatalog) catalog = dt_packs_load_catalog (packs, diagnostics);

  for (guint i = 0; i < dt_library_get_n (library); i++)
    {
      const DtTemplate *template = dt_library_get (library, i);

      dt_template_check (template, library, dt_catalog_get_n (catalog) > 0 ? catalog : NULL, diagnostics);
      for (guint k = 0; k < diagnostics->len; k++)
        {
          const DtDiagnostic *diagnostic = g_ptr_array_index (diagnostics, k);

          ck_assert_msg (FALSE, "%s:%u: %s", dt_template_get_id (template), dt_diagnostic_get_line (diagnostic),
                         dt_diagnostic_get_message (diagnostic));
        }
    }
}
END_TEST

static void
add_folder (GPtrArray *command,
            const char *relative)
{
  g_autofree char *path = find_data (relative);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  ck_assert_ptr_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (command, g_build_filename (path, name, NULL));
}

static void
validate (GPtrArray *command)
{
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_ptr_array_add (command, NULL);
  g_spawn_sync (NULL, (char **) command->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  dt_assert_no_error (error);
  ck_assert_msg (status == 0, "%s", output);
}

static GPtrArray *
start_command (const char *schema)
{
  GPtrArray *command = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (command, g_strdup ("jing"));
  g_ptr_array_add (command, find_data (schema));
  return command;
}

START_TEST (the_schemas_take_the_built_in_pack)
{
  g_autoptr (GPtrArray) templates = start_command ("schema/template.rng");
  g_autoptr (GPtrArray) profiles = start_command ("schema/profile.rng");

  add_folder (templates, "packs/builtin/sections");
  add_folder (templates, "packs/builtin/plans");
  validate (templates);
  add_folder (profiles, "packs/builtin/profiles");
  validate (profiles);
}
END_TEST

START_TEST (the_schema_takes_every_assembled_plan)
{
  g_autoptr (DtLibrary) library = load_library ();
  g_autoptr (GPtrArray) command = start_command ("schema/plan.rng");
  g_autofree char *folder = g_dir_make_tmp ("dt-XXXXXX", NULL);

  for (guint i = 0; i < 2 * N_PLANS; i++)
    {
      g_autoptr (GPtrArray) missing = NULL;
      g_autoptr (DtPlan) plan = assemble (library, i / 2, i % 2 == 0, &missing);
      g_autofree char *name = g_strdup_printf ("%u.duthao", i);
      char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (command, path);
      ck_assert (dt_plan_save (plan, path, &error));
    }
  validate (command);

  for (guint i = 2; i + 1 < command->len; i++)
    g_remove (g_ptr_array_index (command, i));
  g_rmdir (folder);
}
END_TEST

/* Since July 2025 there is no district; no template and no profile may speak of one. */
START_TEST (no_district_is_named_anywhere)
{
  static const char *const folders[] = { "packs/builtin/sections", "packs/builtin/plans", "packs/builtin/profiles" };
  static const char *const words[] = { " huyện", "thị trấn", "thị xã", "UBND quận", "Huyện", "Thị trấn" };
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    add_folder (files, folders[i]);
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *text = NULL;

      ck_assert (g_file_get_contents (g_ptr_array_index (files, i), &text, NULL, NULL));
      for (guint k = 0; k < G_N_ELEMENTS (words); k++)
        ck_assert_msg (strstr (text, words[k]) == NULL, "%s: %s", (char *) g_ptr_array_index (files, i), words[k]);
    }
}
END_TEST

#define OPEN "<section-template xmlns=\"" DT_TEMPLATE_NAMESPACE "\" format=\"1\" id=\"a\" version=\"1\">\n<name>A</name>\n<summary>A</summary>\n"
#define CLOSE "</section-template>\n"
#define LIST "<field key=\"k\" type=\"list\" label=\"K\"><example>a</example></field>\n"

static const struct
{
  const char *text;
  const char *place;
} bad[] = {
  { "<a/>", "t.xml:1:1: " },
  { OPEN "<field key=\"k\" type=\"color\" label=\"K\"/>" CLOSE, "t.xml:4:16: " },
  { OPEN LIST LIST CLOSE, "t.xml:5:8: " },
  { OPEN "<field key=\"co-quan.ten\" type=\"text\" label=\"K\"/>" CLOSE, "t.xml:4:8: " },
  { OPEN "<field key=\"k\" type=\"choice\" label=\"K\"><option value=\"a\">A</option></field>" CLOSE, "t.xml:4:" },
  { OPEN "<section>text</section>" CLOSE, "t.xml:4:10: " },
  { OPEN "<section>\n<line> </line></section>" CLOSE, "t.xml:5:1: " },
  { OPEN "<section>\n<if><line>a</line></if></section>" CLOSE, "t.xml:5:1: " },
  { OPEN "<section>\n<if is=\"b\" unit=\"y-te\"><line>a</line></if></section>" CLOSE, "t.xml:5:5: " },
  { OPEN "<section>\n<if unit=\"district\"/></section>" CLOSE, "t.xml:5:5: " },
  { OPEN "<section>\n<repeat><line>a</line></repeat></section>" CLOSE, "t.xml:5:1: " },
  { OPEN "<section>\n<line>a</line><title>A</title></section>" CLOSE, "t.xml:5:15: " },
  { OPEN "<section>\n<use template=\"a\"/></section>" CLOSE, "t.xml:5:1: " },
  { OPEN "<subject>A</subject>" CLOSE, "t.xml:4:1: " },
};

START_TEST (a_bad_template_is_refused_at_its_place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtTemplate) template = read_template (bad[_i].text, &error);

  ck_assert_ptr_null (template);
  dt_assert_error (error, DT_XML_ERROR, DT_XML_ERROR_CONTENT);
  ck_assert_msg (g_str_has_prefix (error->message, bad[_i].place), "%s", error->message);
}
END_TEST

static const struct
{
  const char *text;
  const char *code;
} doubtful[] = {
  { OPEN LIST "<line>{{x}} {{k}}</line>" CLOSE, "unknown-field" },
  { OPEN LIST "<line>a</line>" CLOSE, "unused-field" },
  { OPEN "<field key=\"k\" type=\"text\" label=\"K\"/><line>{{k}}</line>" CLOSE, "no-example" },
  { OPEN "<field key=\"k\" type=\"number\" label=\"K\"><example>x</example></field><line>{{k}}</line>" CLOSE, "field-value" },
  { OPEN "<field key=\"k\" type=\"text\" label=\"K\"><example>x</example></field><repeat field=\"k\"/>" CLOSE, "repeat-type" },
  { OPEN "<line>{{don-vi.khong-co}}</line>" CLOSE, "unknown-profile-key" },
  { OPEN "<line>{{co-quan.ten</line>" CLOSE, "notation" },
};

START_TEST (what_an_author_should_mend_is_told)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtTemplate) template = read_template (doubtful[_i].text, &error);
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();

  dt_assert_no_error (error);
  dt_template_check (template, NULL, NULL, diagnostics);
  ck_assert_uint_eq (diagnostics->len, 1);
  ck_assert_str_eq (dt_diagnostic_get_code (g_ptr_array_index (diagnostics, 0)), doubtful[_i].code);
}
END_TEST

static const struct
{
  const char *key;
  const char *value;
  const char *printed; /* NULL: refused */
} typed[] = {
  { "ky", "2027", "năm 2027" },
  { "ky", "2026-2030", "giai đoạn 2026-2030" },
  { "ky", "2027-Q3", "quý III năm 2027" },
  { "ky", "2027-H2", "6 tháng cuối năm 2027" },
  { "ky", "2027-05", "tháng 5 năm 2027" },
  { "ky", "2030-2026", NULL },
  { "ky", "2027-13", NULL },
  { "ky", "27", NULL },
  { "tong-kinh-phi", "85000000", "85.000.000" },
  { "tong-kinh-phi", "1.500,5", "1.500,5" },
  { "tong-kinh-phi", "nhiều", NULL },
  { "han-bao-cao", "2027-02-05", "05/02/2027" },
  { "han-bao-cao", "5/3/2027", "05/3/2027" },
  { "han-bao-cao", "2027-02-30", NULL },
  { "thuong-truc", "ca", "Công an xã" },
  { "nguon-kinh-phi", "tu-nhien", NULL },
};

START_TEST (values_are_checked_and_printed_by_their_type)
{
  g_autoptr (DtLibrary) library = load_library ();
  g_autoptr (GHashTable) values = dt_values_new ();
  g_autoptr (GError) error = NULL;
  DtAssembler assembler = {
    dt_library_find (library, "builtin.ke-hoach-cai-cach-hanh-chinh"), library, dt_library_find_profile (library, NULL), values
  };
  g_autoptr (DtPlan) plan = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_autofree char *wanted = NULL;

  dt_values_add (values, typed[_i].key, typed[_i].value);
  plan = dt_assemble (&assembler, &error);
  if (typed[_i].printed == NULL)
    {
      ck_assert_ptr_null (plan);
      dt_assert_error (error, DT_ASSEMBLE_ERROR, DT_ASSEMBLE_ERROR_VALUE);
      return;
    }

  dt_assert_no_error (error);
  bytes = dt_plan_write (plan);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  wanted = g_strdup_printf ("key=\"%s\">%s<", typed[_i].key, typed[_i].printed);
  ck_assert_msg (strstr (text, wanted) != NULL, "no %s in %s", wanted, text);
}
END_TEST

START_TEST (a_field_that_does_not_exist_is_refused)
{
  g_autoptr (DtLibrary) library = load_library ();
  g_autoptr (GHashTable) values = dt_values_new ();
  g_autoptr (GError) error = NULL;
  DtAssembler assembler = { dt_library_get (library, 0), library, dt_library_find_profile (library, NULL), values };

  dt_values_add (values, "khong-co", "x");
  ck_assert_ptr_null (dt_assemble (&assembler, &error));
  dt_assert_error (error, DT_ASSEMBLE_ERROR, DT_ASSEMBLE_ERROR_FIELD);
}
END_TEST

START_TEST (sections_remember_their_template)
{
  g_autoptr (DtLibrary) library = load_library ();
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (DtPlan) plan = assemble (library, 0, TRUE, &missing);
  DtNode *sections = dt_node_find_child (dt_plan_get_root (plan), DT_NODE_SECTIONS);
  DtNode *own = dt_node_get_child (sections, 0);
  DtNode *from_template = dt_node_get_child (own, dt_node_get_n_children (own) - 1);

  ck_assert_ptr_null (dt_node_get_attribute (own, DT_ATTR_TEMPLATE));
  ck_assert_str_eq (dt_node_get_attribute (from_template, DT_ATTR_TEMPLATE), "builtin.yeu-cau");
  ck_assert_str_eq (dt_node_get_attribute (from_template, DT_ATTR_TEMPLATE_VERSION), "1.0");
}
END_TEST

/* Each section template put into a plan twice: what it gives is lawful there, and ids do not clash. */
START_TEST (a_section_template_can_be_put_into_a_plan)
{
  g_autoptr (DtLibrary) library = load_library ();
  DtProfile *profile = dt_library_find_profile (library, NULL);
  guint n_sections = 0;

  for (guint i = 0; i < dt_library_get_n (library); i++)
    {
      DtAssembler assembler = { dt_library_get (library, i), library, profile, NULL };
      g_autoptr (DtPlan) plan = dt_plan_new_empty ("ke-hoach");

      if (dt_template_get_kind (assembler.template) != DT_TEMPLATE_SECTION)
        continue;
      for (guint k = 0; k < 2; k++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (GPtrArray) nodes = dt_assemble_section (&assembler, plan, &error);

          dt_assert_no_error (error);
          ck_assert_uint_gt (nodes->len, 0);
          for (guint n = 0; n < nodes->len; n++)
            {
              DtNode *node = g_ptr_array_index (nodes, n);
              DtNodeKind kind = dt_node_get_kind (node);
              const char *parent = kind == DT_NODE_SECTION ? "sections" : kind == DT_NODE_TASK ? "tasks"
                                                                                               : "plan";
              DtPlan *with = dt_plan_insert (plan, parent, -1, node, &error);

              dt_assert_no_error (error);
              if (kind == DT_NODE_SECTION)
                ck_assert_ptr_nonnull (dt_plan_find (with, dt_node_get_id (node)));
              if (kind == DT_NODE_TASK)
                ck_assert_int_eq (dt_node_get_kind (dt_plan_find (with, dt_node_get_attribute (node, DT_ATTR_SECTION))), DT_NODE_SECTION);
              n_sections += kind == DT_NODE_SECTION;
              dt_plan_unref (plan);
              plan = with;
            }
        }
    }
  ck_assert_uint_gt (n_sections, 40);
}
END_TEST

START_TEST (each_unit_with_a_task_is_a_recipient)
{
  g_autoptr (DtLibrary) library = load_library ();
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (DtPlan) plan = assemble (library, (guint) _i, TRUE, &missing);
  const DtProfile *profile = dt_library_find_profile (library, NULL);
  g_autoptr (GPtrArray) left = dt_tasks_suggest_recipients (plan, profile);
  DtNode *root = dt_plan_get_root (plan);
  DtNode *tasks = dt_node_find_child (root, DT_NODE_TASKS);
  DtNode *recipients = dt_node_find_child (root, DT_NODE_RECIPIENTS);
  g_autoptr (DtPlan) untold = dt_plan_remove (plan, "recipients", NULL);

  ck_assert_uint_eq (left->len, 0);
  for (guint i = 0; tasks != NULL && i < dt_node_get_n_children (tasks); i++)
    for (guint k = 0; k < dt_node_get_n_children (dt_node_get_child (tasks, i)); k++)
      {
        DtNode *part = dt_node_get_child (dt_node_get_child (tasks, i), k);

        if (dt_node_get_kind (part) != DT_NODE_LEAD && dt_node_get_kind (part) != DT_NODE_PARTNER)
          continue;
        ck_assert_msg (dt_plan_tells_unit (plan, profile, dt_node_get_text (part)), "%s", dt_node_get_text (part));
        ck_assert (!dt_plan_tells_unit (untold, profile, dt_node_get_text (part)));
      }
  for (guint i = 0; i < dt_node_get_n_children (recipients); i++)
    for (guint k = 0; k < i; k++)
      ck_assert_str_ne (dt_node_get_text (dt_node_get_child (recipients, i)), dt_node_get_text (dt_node_get_child (recipients, k)));
}
END_TEST

/* The built-in profile with other margins and sizes. */
static DtProfile *
load_other_profile (void)
{
  g_autofree char *path = find_data ("packs/builtin/profiles/xa-tan-phuc.xml");
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *other = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  DtProfile *profile;

  ck_assert (g_file_get_contents (path, &text, NULL, NULL));
  parts = g_strsplit (text, "<margins top=\"20\" right=\"15\" bottom=\"20\" left=\"30\"/>", 2);
  ck_assert_uint_eq (g_strv_length (parts), 2);
  other = g_strjoinv ("<margins top=\"25\" right=\"20\" bottom=\"22\" left=\"35\"/><text size=\"13\"/>", parts);
  bytes = g_bytes_new (other, strlen (other));
  profile = dt_profile_read (bytes, "p.xml", &error);
  dt_assert_no_error (error);

  return profile;
}

/* The profile is asked once; afterwards the plan alone says how it is set, wherever it is opened. */
START_TEST (a_plan_carries_the_habits_of_its_office)
{
  g_autoptr (DtLibrary) library = load_library ();
  g_autoptr (DtProfile) profile = load_other_profile ();
  g_autoptr (GHashTable) values = dt_values_new ();
  g_autoptr (GError) error = NULL;
  DtAssembler assembler = { dt_library_get (library, (guint) _i), library, profile, values };
  g_autoptr (DtPlan) made = dt_assemble (&assembler, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DtPlan) plan = NULL;
  g_autoptr (DtComposition) composition = NULL;
  const DtPageSpec *page;

  dt_assert_no_error (error);
  bytes = dt_plan_write (made);
  plan = dt_plan_read (bytes, "p", NULL, &error);
  dt_assert_no_error (error);
  composition = dt_test_compose_plan (plan);
  page = dt_sheet_get_page (dt_composition_get_sheet (composition));
  ck_assert_int_eq (page->margin_top, DT_MM (25));
  ck_assert_int_eq (page->margin_right, DT_MM (20));
  ck_assert_int_eq (page->margin_bottom, DT_MM (22));
  ck_assert_int_eq (page->margin_left, DT_MM (35));
  ck_assert_uint_eq (dt_sheet_get_style (dt_composition_get_sheet (composition), DT_ROLE_DASH)->size, 1300);
  check_exports (plan);
}
END_TEST

/* Whom the text itself names stands first, and nobody stands there twice. */
START_TEST (recipients_begin_as_the_kind_of_document_asks)
{
  g_autoptr (DtLibrary) library = load_library ();
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (DtPlan) plan = assemble (library, (guint) _i, TRUE, &missing);
  DtNode *root = dt_plan_get_root (plan);
  DtNode *articles = dt_node_find_child (root, DT_NODE_ARTICLES);
  const char *first = dt_node_get_text (dt_node_get_child (dt_node_find_child (root, DT_NODE_RECIPIENTS), 0));
  g_autofree char *executing = articles != NULL ? g_strdup_printf ("Như Điều %u", dt_node_get_n_children (articles)) : NULL;

  if (executing != NULL)
    ck_assert_str_eq (first, executing);
  else
    ck_assert (!g_str_has_prefix (first, "Như "));
  ck_assert_str_eq (dt_node_get_child_text (dt_node_find_child (root, DT_NODE_RECIPIENTS), DT_NODE_ARCHIVE), "VT, VHXH");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("assemble");
  TCase *tcase = tcase_create ("assemble");

  tcase_set_timeout (tcase, 60);
  tcase_add_loop_test (tcase, every_plan_template_is_a_whole_plan_with_its_examples, 0, N_PLANS);
  tcase_add_loop_test (tcase, without_values_what_is_missing_is_what_prints_blank, 0, N_PLANS);
  tcase_add_test (tcase, the_built_in_pack_has_what_a_commune_needs);
  tcase_add_test (tcase, nothing_is_wrong_in_the_built_in_templates);
  tcase_add_test (tcase, the_schemas_take_the_built_in_pack);
  tcase_add_test (tcase, the_schema_takes_every_assembled_plan);
  tcase_add_test (tcase, no_district_is_named_anywhere);
  tcase_add_loop_test (tcase, a_bad_template_is_refused_at_its_place, 0, G_N_ELEMENTS (bad));
  tcase_add_loop_test (tcase, what_an_author_should_mend_is_told, 0, G_N_ELEMENTS (doubtful));
  tcase_add_loop_test (tcase, values_are_checked_and_printed_by_their_type, 0, G_N_ELEMENTS (typed));
  tcase_add_test (tcase, a_field_that_does_not_exist_is_refused);
  tcase_add_test (tcase, sections_remember_their_template);
  tcase_add_test (tcase, a_section_template_can_be_put_into_a_plan);
  tcase_add_loop_test (tcase, each_unit_with_a_task_is_a_recipient, 0, N_PLANS);
  tcase_add_loop_test (tcase, recipients_begin_as_the_kind_of_document_asks, 0, N_PLANS);
  tcase_add_loop_test (tcase, a_plan_carries_the_habits_of_its_office, 0, 3);
  suite_add_tcase (suite, tcase);

  return dt_test_main (suite);
}
