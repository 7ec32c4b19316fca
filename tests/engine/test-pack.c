/* test-pack.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dt-test-catalog.h"

#include "base/dt-data-dir.h"
#include "base/dt-xml-reader.h"
#include "catalog/dt-catalog-check.h"
#include "catalog/dt-catalog-validity.h"
#include "catalog/dt-pack.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define PACK(id, title)                                                                                       \
  "<pack xmlns=\"" DT_PACK_NAMESPACE "\" format=\"1\">\n<id>" id "</id>\n<version>1</version>\n<title>" title \
  "</title>\n<publisher>P</publisher>\n</pack>\n"
#define LAW(number, subject) \
  DT_TEST_CATALOG ("<document number=\"" number "\" type=\"Luật\"><subject>" subject "</subject></document>")

static char *
make_folder (void)
{
  char *folder = g_dir_make_tmp ("dt-test-pack-XXXXXX", NULL);

  ck_assert_ptr_nonnull (folder);
  return folder;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK) && g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      dir = g_dir_open (path, 0, NULL);
      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *inner = g_build_filename (path, name, NULL);

          remove_tree (inner);
        }
    }
  g_remove (path);
}

static void
put (const char *folder,
     const char *name,
     const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  ck_assert_int_eq (g_mkdir_with_parents (parent, 0700), 0);
  ck_assert (g_file_set_contents (path, text, -1, NULL));
}

static const struct
{
  const char *text;
  const char *message; /* behind the path */
} bad[] = {
  { "", ":1:1: " },
  { "<pack/>", ":1:1: expected <pack> of the namespace" },
  { "<pack xmlns=\"" DT_PACK_NAMESPACE "\"/>", ":1:1: " },
  { "<pack xmlns=\"" DT_PACK_NAMESPACE "\" format=\"2\"/>", ":1:" },
  { "<pack xmlns=\"" DT_PACK_NAMESPACE "\" format=\"1\"/>", ":1:" },
  { PACK ("../a", "T"), ":2:1: <id>: expected small letters" },
  { PACK ("A", "T"), ":2:1: <id>: expected small letters" },
  { PACK ("", "T"), ":2:1: <id>: " },
  { PACK ("a", " "), ":4:1: <title>: expected a text" },
  { PACK ("a", "<b/>"), ":4:" },
  { "<pack xmlns=\"" DT_PACK_NAMESPACE "\" format=\"1\"><id>a</id><title>T</title></pack>", ":1:" },
};

START_TEST (a_bad_pack_is_refused_where_it_is_wrong)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *file = g_build_filename (folder, "pack.xml", NULL);
  g_autofree char *message = g_strconcat (file, bad[_i].message, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPack) pack = NULL;

  put (folder, "pack.xml", bad[_i].text);
  pack = dt_pack_load (folder, &error);
  ck_assert_ptr_null (pack);
  ck_assert_str_eq (g_quark_to_string (error->domain), g_quark_to_string (DT_XML_ERROR));
  ck_assert_msg (g_str_has_prefix (error->message, message), "%s", error->message);
  remove_tree (folder);
}
END_TEST

START_TEST (a_pack_says_who_it_is)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPack) pack = NULL;

  put (folder, "pack.xml", PACK ("so-tu-phap.1", "Danh mục"));
  pack = dt_pack_load (folder, &error);
  dt_assert_no_error (error);
  ck_assert_str_eq (dt_pack_get_id (pack), "so-tu-phap.1");
  ck_assert_str_eq (dt_pack_get_version (pack), "1");
  ck_assert_str_eq (dt_pack_get_title (pack), "Danh mục");
  ck_assert_str_eq (dt_pack_get_publisher (pack), "P");
  ck_assert_str_eq (dt_pack_get_path (pack), folder);
  remove_tree (folder);
}
END_TEST

START_TEST (links_and_pipes_in_a_pack_are_not_followed)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *catalog = g_build_filename (folder, "catalog", NULL);
  g_autofree char *link = g_build_filename (catalog, "link.xml", NULL);
  g_autofree char *pipe = g_build_filename (catalog, "pipe.xml", NULL);
  g_autofree char *inner = g_build_filename (catalog, "folder.xml", NULL);
  g_autoptr (GError) link_error = NULL;
  g_autoptr (GError) pipe_error = NULL;
  g_autoptr (DtPack) pack = NULL;
  g_auto (GStrv) files = NULL;

  put (folder, "pack.xml", PACK ("a", "T"));
  put (folder, "catalog/b.xml", LAW ("1/L", "b"));
  put (folder, "catalog/a.xml", LAW ("2/L", "a"));
  put (folder, "catalog/.hidden.xml", "x");
  put (folder, "catalog/notes.txt", "x");
  ck_assert_int_eq (symlink ("/etc/passwd", link), 0);
  ck_assert_int_eq (mkfifo (pipe, 0600), 0);
  ck_assert_int_eq (g_mkdir (inner, 0700), 0);

  pack = dt_pack_load (folder, NULL);
  files = dt_pack_list_files (pack, "catalog");
  ck_assert_uint_eq (g_strv_length (files), 2);
  ck_assert (g_str_has_suffix (files[0], "/a.xml"));
  ck_assert (g_str_has_suffix (files[1], "/b.xml"));

  ck_assert_ptr_null (dt_pack_read_file (link, &link_error));
  ck_assert_ptr_nonnull (link_error);
  ck_assert_ptr_null (dt_pack_read_file (pipe, &pipe_error));
  ck_assert_ptr_nonnull (pipe_error);
  remove_tree (folder);
}
END_TEST

/* Every case has folders of its own; the environment is read at the first call and kept, so one case does it all. */
START_TEST (later_layers_override_earlier_ones)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *system = g_build_filename (folder, "system", NULL);
  g_autofree char *user = g_build_filename (folder, "user", NULL);
  g_autofree char *office = g_build_filename (folder, "office", NULL);
  const char *office_dirs[] = { office, NULL };
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GPtrArray) packs = NULL;
  g_autoptr (DtCatalog) catalog = NULL;

  g_setenv ("XDG_DATA_DIRS", system, TRUE);
  g_setenv ("XDG_DATA_HOME", user, TRUE);
  g_unsetenv (DT_DATA_DIR_VARIABLE);

  put (system, "duthao/packs/one/pack.xml", PACK ("test-one", "system"));
  put (system, "duthao/packs/one/catalog/a.xml", LAW ("1/L", "system"));
  put (system, "duthao/packs/two/pack.xml", PACK ("test-two", "system"));
  put (system, "duthao/packs/two/catalog/a.xml", LAW ("2/L", "system"));
  put (system, "duthao/extensions/province/pack.xml", PACK ("test-province", "province"));
  put (system, "duthao/extensions/province/catalog/a.xml", LAW ("1/L", "province"));
  put (system, "duthao/extensions/province/catalog/b.xml", LAW ("4/L", "province"));
  put (office, "any/pack.xml", PACK ("test-office", "office"));
  put (office, "any/catalog/a.xml", LAW ("1/L", "office"));
  put (office, "any/catalog/b.xml", LAW ("3/L", "office"));
  put (office, "broken/pack.xml", "<pack>");
  put (user, "duthao/packs/mine/pack.xml", PACK ("test-mine", "user"));
  put (user, "duthao/packs/mine/catalog/a.xml", LAW ("3/L", "user"));
  put (user, "duthao/packs/mine/catalog/b.xml", "<catalog>");
  put (user, "duthao/packs/two/pack.xml", PACK ("test-two", "user"));
  put (user, "duthao/packs/nothing/readme.txt", "x");
  /* What the user says is the last word, whatever the folders are called. */
  put (user, "duthao/packs/mine/catalog/c.xml", LAW ("5/L", "user"));
  put (user, "duthao/packs/a-own/pack.xml", PACK (DT_PACK_OWN, "own"));
  put (user, "duthao/packs/a-own/catalog/a.xml", LAW ("5/L", "own"));

  packs = dt_packs_find (office_dirs, diagnostics);
  ck_assert_uint_eq (diagnostics->len, 1);
  ck_assert_ptr_nonnull (strstr (dt_diagnostic_get_message (g_ptr_array_index (diagnostics, 0)), "broken/pack.xml:1:"));
  catalog = dt_packs_load_catalog (packs, diagnostics);
  ck_assert_uint_eq (diagnostics->len, 2);
  ck_assert_ptr_nonnull (strstr (dt_diagnostic_get_message (g_ptr_array_index (diagnostics, 1)), "mine/catalog/b.xml:1:"));

  ck_assert_str_eq (dt_document_get (test_get_document (catalog, "1/L"))->subject, "office");
  ck_assert_ptr_null (dt_catalog_resolve (catalog, "2/L"));
  ck_assert_str_eq (dt_document_get (test_get_document (catalog, "3/L"))->subject, "user");
  ck_assert_str_eq (dt_document_get (test_get_document (catalog, "4/L"))->subject, "province");
  ck_assert_str_eq (dt_document_get (test_get_document (catalog, "5/L"))->subject, "own");
  remove_tree (folder);
}
END_TEST

static char *
get_builtin (void)
{
  return g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "packs", "builtin", NULL);
}

static DtCatalog *
load_builtin (void)
{
  g_autofree char *path = get_builtin ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_pack_unref);
  DtPack *pack = dt_pack_load (path, &error);
  DtCatalog *catalog;

  dt_assert_no_error (error);
  g_ptr_array_add (packs, pack);
  catalog = dt_packs_load_catalog (packs, diagnostics);
  ck_assert_uint_eq (diagnostics->len, 0);
  return catalog;
}

START_TEST (what_comes_with_us_is_canonical_and_without_conflicts)
{
  g_autofree char *folder = get_builtin ();
  g_autofree char *path = g_build_filename (folder, "catalog", "documents.xml", NULL);
  g_autofree char *text = NULL;
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = dt_catalog_file_load (path, &error);
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();

  dt_assert_no_error (error);
  written = test_write_documents (documents);
  ck_assert (g_file_get_contents (path, &text, NULL, NULL));
  ck_assert_str_eq (written, text);

  dt_documents_check ((DtDocument *const *) documents->pdata, documents->len, NULL, NULL, diagnostics);
  for (guint i = 0; i < diagnostics->len; i++)
    {
      const DtDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

      ck_assert_msg (dt_diagnostic_get_severity (diagnostic) == DT_SEVERITY_NOTE, "%s", dt_diagnostic_get_message (diagnostic));
    }
}
END_TEST

START_TEST (every_entry_that_comes_with_us_says_its_source)
{
  g_autoptr (DtCatalog) catalog = load_builtin ();

  ck_assert_uint_ge (dt_catalog_get_n (catalog), 300);
  for (guint i = 0; i < dt_catalog_get_n (catalog); i++)
    {
      const DtDocumentFields *fields = dt_document_get (dt_catalog_get (catalog, i));

      ck_assert_msg (*fields->source != '\0', "%s", fields->id);
      ck_assert_msg (dt_date_is_empty (fields->checked) || dt_date_is_complete (fields->date), "%s", fields->id);
      /* Nobody has checked a status. */
      ck_assert_msg (dt_date_is_empty (fields->status_on), "%s", fields->id);
    }
}
END_TEST

static const struct
{
  const char *reference;
  const char *on;
  DtValidity validity;
  const char *successor;
} shipped[] = {
  { "76/NQ-CP", "2025-07-31", DT_VALIDITY_IN_FORCE, "nothing" },
  { "72/2025/QH15", "2025-07-31", DT_VALIDITY_IN_FORCE, "nothing" },
  { "72/2025/QH15", "2025-06-15", DT_VALIDITY_NOT_YET, "nothing" },
  { "77/2015/QH13", "2025-07-31", DT_VALIDITY_REPLACED, "72/2025/QH15" },
  { "77/2015/QH13", "2025-04-01", DT_VALIDITY_REPLACED, "65/2025/QH15" },
  { "77/2015/QH13", "2020-01-01", DT_VALIDITY_IN_FORCE, "nothing" },
  { "42/2022/NĐ-CP", "2026-06-30", DT_VALIDITY_IN_FORCE, "nothing" },
  { "42/2022/NĐ-CP", "2026-07-01", DT_VALIDITY_REPLACED, "224/2026/NĐ-CP" },
  { "43/2011/NĐ-CP", "2026-07-01", DT_VALIDITY_REPLACED, "224/2026/NĐ-CP" },
  { "118/2025/NĐ-CP", "2026-01-01", DT_VALIDITY_AMENDED, "nothing" },
  { "148/2025/QH15", "2026-06-30", DT_VALIDITY_NOT_YET, "nothing" },
  { "27-NQ/TW@2018-05-21", "2026-01-01", DT_VALIDITY_IN_FORCE, "nothing" },
};

START_TEST (what_comes_with_us_is_judged_right)
{
  g_autoptr (DtCatalog) catalog = load_builtin ();
  DtJudgement judgement;

  dt_catalog_judge (catalog, test_get_document (catalog, shipped[_i].reference), test_day (shipped[_i].on), &judgement);
  ck_assert_msg (judgement.validity == shipped[_i].validity, "%s on %s: %s", shipped[_i].reference, shipped[_i].on,
                 dt_validity_to_string (judgement.validity));
  ck_assert_str_eq (test_get_id (judgement.successor), shipped[_i].successor);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("pack");
  TCase *packs = tcase_create ("packs");
  TCase *builtin = tcase_create ("builtin");

  tcase_add_loop_test (packs, a_bad_pack_is_refused_where_it_is_wrong, 0, G_N_ELEMENTS (bad));
  tcase_add_test (packs, a_pack_says_who_it_is);
  tcase_add_test (packs, links_and_pipes_in_a_pack_are_not_followed);
  tcase_add_test (packs, later_layers_override_earlier_ones);
  suite_add_tcase (suite, packs);

  tcase_add_test (builtin, what_comes_with_us_is_canonical_and_without_conflicts);
  tcase_add_test (builtin, every_entry_that_comes_with_us_says_its_source);
  tcase_add_loop_test (builtin, what_comes_with_us_is_judged_right, 0, G_N_ELEMENTS (shipped));
  suite_add_tcase (suite, builtin);

  return dt_test_main (suite);
}
