/* test-catalog-rng.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dt-test-catalog-file.h"

#include "base/dt-xml-reader.h"

#include <glib/gstdio.h>
#include <stdio.h>

/* What jing says of each of the files "0.xml", "1.xml"… of @folder. */
static gboolean *
validate (const char *folder,
          const char *schema,
          guint n_files)
{
  g_autoptr (GPtrArray) command = g_ptr_array_new_with_free_func (g_free);
  gboolean *valid = g_new (gboolean, n_files);
  g_autofree char *output = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (command, g_strdup ("jing"));
  g_ptr_array_add (command, g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "schema", schema, NULL));
  for (guint i = 0; i < n_files; i++)
    {
      g_ptr_array_add (command, g_strdup_printf ("%u.xml", i));
      valid[i] = TRUE;
    }
  g_ptr_array_add (command, NULL);
  g_spawn_sync (folder, (char **) command->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, NULL, &error);
  dt_assert_no_error (error);

  lines = g_strsplit (output, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *slash = g_strrstr_len (lines[i], (gssize) strcspn (lines[i], " "), "/");
      guint number = slash != NULL ? (guint) atoi (slash + 1) : n_files;

      ck_assert_msg (strstr (lines[i], "fatal: ") == NULL, "%s", lines[i]);
      if (strstr (lines[i], "error: ") == NULL)
        continue;
      ck_assert_msg (number < n_files && strstr (lines[i], ".rng") == NULL, "%s", lines[i]);
      valid[number] = FALSE;
    }

  return valid;
}

/* Whether the file is XML at all; jing gives up at the first that is not. */
static gboolean
is_xml (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (DtXmlReader) xml = dt_xml_reader_new (bytes, NULL, NULL, NULL);

  return xml != NULL;
}

static void
write_file (const char *folder,
            guint number,
            const char *text)
{
  g_autofree char *name = g_strdup_printf ("%u.xml", number);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  ck_assert (g_file_set_contents (path, text, -1, NULL));
}

static char *
make_folder (void)
{
  char *folder = g_dir_make_tmp ("dt-test-catalog-XXXXXX", NULL);

  ck_assert_ptr_nonnull (folder);
  return folder;
}

static void
remove_folder (const char *folder,
               guint n_files)
{
  for (guint i = 0; i < n_files; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.xml", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

START_TEST (the_schema_takes_the_examples_and_refuses_the_bad_ones)
{
  g_autofree char *folder = make_folder ();
  g_autofree gboolean *valid = NULL;
  guint n_bad = G_N_ELEMENTS (bad);
  guint n_good = G_N_ELEMENTS (good);

  for (guint i = 0; i < n_bad; i++)
    write_file (folder, i, is_xml (bad[i].text) ? bad[i].text : sample);
  for (guint i = 0; i < n_good; i++)
    write_file (folder, n_bad + i, good[i]);

  valid = validate (folder, "catalog.rng", n_bad + n_good);
  for (guint i = 0; i < n_bad; i++)
    if (!bad[i].lenient && is_xml (bad[i].text))
      ck_assert_msg (!valid[i], "taken: %s", bad[i].text);
  for (guint i = 0; i < n_good; i++)
    ck_assert_msg (valid[n_bad + i], "refused: %s", good[i]);

  remove_folder (folder, n_bad + n_good);
}
END_TEST

START_TEST (the_reader_takes_what_the_schema_takes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = test_read_documents (good[_i], &error);

  dt_assert_no_error (error);
  ck_assert_ptr_nonnull (documents);
}
END_TEST

/* Something of @text put wrong. */
static char *
spoil (const char *text,
       GRand *rand)
{
  static const char *const pieces[] = {
    "<subject>x</subject>",
    "<subject/>",
    "<validity/>",
    "<validity to=\"2020-01-01\"/>",
    "<link>x</link>",
    "<source>x</source>",
    "<relation kind=\"amends\" target=\"x\"/>",
    "<relation kind=\"amends\"/>",
    "<checked on=\"2020-01-01\"/>",
    "<checked/>",
    "<document type=\"Luật\" number=\"99/L\"/>",
    "x",
    " ",
    "<q/>",
  };
  static const char *const attributes[] = {
    " id=\"q\"",
    " id=\"\"",
    " number=\"1\"",
    " type=\"x\"",
    " type=\" \"",
    " issuer=\"x\"",
    " date=\"2024\"",
    " date=\"2024-02\"",
    " date=\"2024-02-30\"",
    " from=\"2024-02-29\"",
    " from=\"2023-02-29\"",
    " to=\"2024\"",
    " status=\"in-force\"",
    " status=\"x\"",
    " status-on=\"2024-12-31\"",
    " kind=\"repeals\"",
    " kind=\"x\"",
    " target=\"x\"",
    " on=\"2024-04-31\"",
    " by=\"x\"",
    " q=\"x\"",
  };
  g_autoptr (GString) result = g_string_new (text);
  const char *start = strstr (result->str, "<document");
  gsize at;

  do
    at = (gsize) g_rand_int_range (rand, (gint32) (start - result->str), (gint32) result->len);
  while (result->str[at] != '<');

  switch (g_rand_int_range (rand, 0, 3))
    {
    case 0:
      g_string_insert (result, (gssize) at, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      break;
    case 1:
      if (result->str[at + 1] != '/')
        g_string_insert (result, (gssize) (at + strcspn (result->str + at, " />")),
                         attributes[g_rand_int_range (rand, 0, G_N_ELEMENTS (attributes))]);
      break;
    default:
      /* An empty element goes. */
      if (result->str[at + 1] != '/')
        {
          gsize length = strcspn (result->str + at, ">") + 1;

          if (result->str[at + length - 2] == '/')
            g_string_erase (result, (gssize) at, (gssize) length);
        }
      break;
    }

  return g_string_free (g_steal_pointer (&result), FALSE);
}

START_TEST (the_schema_and_the_reader_agree)
{
  const guint n_files = 400;
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) _i);
  g_autofree char *folder = make_folder ();
  g_autofree gboolean *valid = NULL;
  g_autofree gboolean *read = g_new0 (gboolean, n_files);
  g_autofree gboolean *skipped = g_new0 (gboolean, n_files);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  guint n_valid = 0;

  for (guint i = 0; i < n_files; i++)
    {
      char *spoilt = spoil (sample, rand);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) documents = test_read_documents (spoilt, &error);

      g_ptr_array_add (texts, spoilt);
      read[i] = documents != NULL;
      skipped[i] = !is_xml (spoilt) || (error != NULL && strstr (error->message, "stands already") != NULL);
      write_file (folder, i, skipped[i] ? sample : spoilt);
    }

  valid = validate (folder, "catalog.rng", n_files);
  for (guint i = 0; i < n_files; i++)
    {
      ck_assert_msg (skipped[i] || valid[i] == read[i], "the schema says %d, the reader %d:\n%s", valid[i], read[i],
                     (char *) g_ptr_array_index (texts, i));
      n_valid += !skipped[i] && valid[i];
    }
  ck_assert_uint_gt (n_valid, n_files / 10);
  ck_assert_uint_lt (n_valid, n_files * 9 / 10);
  remove_folder (folder, n_files);
}
END_TEST

static const struct
{
  const char *text;
  gboolean good;
} packs[] = {
  { "<pack xmlns=\"https://duthao.github.io/ns/pack\" format=\"1\"><id>a-b.1</id><version>1</version><title>T</title><publisher>P</publisher></pack>", TRUE },
  { "<pack xmlns=\"https://duthao.github.io/ns/pack\" format=\"1\"><id>A</id><version>1</version><title>T</title><publisher>P</publisher></pack>", FALSE },
  { "<pack xmlns=\"https://duthao.github.io/ns/pack\" format=\"2\"><id>a</id><version>1</version><title>T</title><publisher>P</publisher></pack>", FALSE },
  { "<pack xmlns=\"https://duthao.github.io/ns/pack\" format=\"1\"><id>a</id><version>1</version><title> </title><publisher>P</publisher></pack>", FALSE },
  { "<pack xmlns=\"https://duthao.github.io/ns/pack\" format=\"1\"><id>a</id><version>1</version><title>T</title></pack>", FALSE },
  { "<pack format=\"1\"><id>a</id><version>1</version><title>T</title><publisher>P</publisher></pack>", FALSE },
};

START_TEST (the_schema_of_packs_takes_the_good_and_refuses_the_bad)
{
  g_autofree char *folder = make_folder ();
  g_autofree gboolean *valid = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (packs); i++)
    write_file (folder, i, packs[i].text);
  valid = validate (folder, "pack.rng", G_N_ELEMENTS (packs));
  for (guint i = 0; i < G_N_ELEMENTS (packs); i++)
    ck_assert_msg (valid[i] == packs[i].good, "%s", packs[i].text);
  remove_folder (folder, G_N_ELEMENTS (packs));
}
END_TEST

START_TEST (what_comes_with_us_is_valid)
{
  static const char *const files[][2] = { { "catalog.rng", "catalog/documents.xml" }, { "pack.rng", "pack.xml" } };
  g_autofree char *folder = make_folder ();

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "packs", "builtin", files[i][1], NULL);
      g_autofree char *text = NULL;
      g_autofree gboolean *valid = NULL;

      ck_assert (g_file_get_contents (path, &text, NULL, NULL));
      write_file (folder, 0, text);
      valid = validate (folder, files[i][0], 1);
      ck_assert_msg (valid[0], "%s", files[i][1]);
    }
  remove_folder (folder, 1);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("catalog-rng");
  TCase *schema = tcase_create ("schema");
  g_autofree char *jing = g_find_program_in_path ("jing");

  if (jing == NULL)
    {
      puts ("1..0 # SKIP jing is not installed");
      return EXIT_SUCCESS;
    }

  tcase_set_timeout (schema, 100);
  tcase_add_test (schema, the_schema_takes_the_examples_and_refuses_the_bad_ones);
  tcase_add_loop_test (schema, the_reader_takes_what_the_schema_takes, 0, G_N_ELEMENTS (good));
  tcase_add_loop_test (schema, the_schema_and_the_reader_agree, 0, 2);
  tcase_add_test (schema, the_schema_of_packs_takes_the_good_and_refuses_the_bad);
  tcase_add_test (schema, what_comes_with_us_is_valid);
  suite_add_tcase (suite, schema);

  return dt_test_main (suite);
}
