/* test-plan-rng.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dt-test-plan-file.h"

/* Whether the file is XML at all; jing gives up at the first that is not. */
static gboolean
is_xml (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = read_text (text, NULL, &error);

  return plan != NULL || error->code == DT_XML_ERROR_CONTENT;
}

/* What jing says: one verdict for each of the files "0.duthao", "1.duthao"… of @folder. */
static gboolean *
validate (const char *folder,
          guint n_files)
{
  g_autoptr (GPtrArray) command = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *output = NULL;
  gboolean *valid = g_new (gboolean, n_files);
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (command, g_strdup ("jing"));
  g_ptr_array_add (command, g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "schema", "plan.rng", NULL));
  for (guint i = 0; i < n_files; i++)
    {
      g_ptr_array_add (command, g_strdup_printf ("%u.duthao", i));
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
      ck_assert_msg (number < n_files && strstr (lines[i], "plan.rng") == NULL, "%s", lines[i]);
      valid[number] = FALSE;
    }

  return valid;
}

static void
write_file (const char *folder,
            guint number,
            const char *text)
{
  g_autofree char *name = g_strdup_printf ("%u.duthao", number);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  ck_assert (g_file_set_contents (path, text, -1, NULL));
}

START_TEST (the_schema_takes_the_examples_and_refuses_the_bad_ones)
{
  g_autofree char *folder = make_folder ();
  g_autofree gboolean *valid = NULL;
  guint n_bad = G_N_ELEMENTS (bad);
  guint n_good = G_N_ELEMENTS (accepted);

  for (guint i = 0; i < n_bad; i++)
    write_file (folder, i, is_xml (bad[i].text) ? bad[i].text : sample);
  for (guint i = 0; i < n_good; i++)
    {
      g_autofree char *source = g_strconcat (PROLOG OPEN HEAD, accepted[i].text, CLOSE, NULL);

      write_file (folder, n_bad + i, source);
    }
  write_file (folder, n_bad + n_good, sample);

  valid = validate (folder, n_bad + n_good + 1);
  for (guint i = 0; i < n_bad; i++)
    if (!bad[i].lenient && is_xml (bad[i].text))
      ck_assert_msg (!valid[i], "taken: %s", bad[i].text);
  for (guint i = 0; i < n_good; i++)
    ck_assert_msg (valid[n_bad + i], "refused: %s", accepted[i].text);
  ck_assert (valid[n_bad + n_good]);

  remove_folder (folder);
}
END_TEST

/* The nearest kind to the root in which @kind may stand. */
static DtNodeKind
find_parent (DtNodeKind kind)
{
  for (guint parent = 0; parent < DT_N_NODE_KINDS; parent++)
    if (parent != (guint) kind && dt_schema_get_child_rank ((DtNodeKind) parent, kind, NULL) >= 0)
      return (DtNodeKind) parent;

  g_assert_not_reached ();
}

/* The smallest file with an element of @kind that has one more attribute or one child. */
static char *
make_probe (DtNodeKind kind,
            const char *attribute,
            const char *content)
{
  const char *name = dt_schema_get_name (kind);
  g_autofree char *inner = NULL;
  if (kind == DT_NODE_PLAN)
    return g_strdup_printf (PROLOG "<plan xmlns=\"" DT_PLAN_NAMESPACE "\" version=\"1\"%s%s>%s%s</plan>\n",
                            strstr (attribute, " kind=") != NULL ? "" : " kind=\"a\"", attribute,
                            g_str_has_prefix (content, "<head") ? "" : "<head/>", content);

  inner = g_strdup_printf ("<%s%s%s>%s</%s>", name,
                           kind == DT_NODE_FIELD && strstr (attribute, " key=") == NULL ? " key=\"k\"" : "",
                           attribute, content, name);
  return make_probe (find_parent (kind), "", inner);
}

/* Each attribute on each element, and each element in each other. */
START_TEST (the_schema_and_the_table_agree_on_every_pair)
{
  const guint n_pairs = DT_N_ATTRIBUTES + DT_N_NODE_KINDS;
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree char *folder = make_folder ();
  g_autofree gboolean *valid = NULL;
  g_autoptr (GPtrArray) probes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < DT_N_NODE_KINDS * n_pairs; i++)
    {
      DtNodeKind kind = (DtNodeKind) (i / n_pairs);
      guint other = i % n_pairs;
      g_autofree char *probe = NULL;

      if (other < DT_N_ATTRIBUTES)
        {
          DtAttribute attribute = (DtAttribute) other;
          const char *value = attribute == DT_ATTR_ID || attribute == DT_ATTR_KEY
                                ? "q"
                                : dt_random_value (rand, kind, attribute);

          probe = g_markup_printf_escaped (" %s=\"%s\"", dt_schema_get_attribute_name (attribute), value);
          g_ptr_array_add (probes, make_probe (kind, probe, ""));
        }
      else
        {
          DtNodeKind child = (DtNodeKind) (other - DT_N_ATTRIBUTES);

          probe = g_strdup_printf ("<%s%s/>", dt_schema_get_name (child), child == DT_NODE_FIELD ? " key=\"k\"" : "");
          g_ptr_array_add (probes, make_probe (kind, "", probe));
        }
      write_file (folder, i, g_ptr_array_index (probes, i));
    }

  valid = validate (folder, probes->len);
  for (guint i = 0; i < probes->len; i++)
    {
      const char *probe = g_ptr_array_index (probes, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (DtPlan) plan = read_text (probe, NULL, &error);

      ck_assert_msg (valid[i] == (plan != NULL), "the schema says %d, the reader “%s”:\n%s", valid[i],
                     plan == NULL ? error->message : "nothing", probe);
    }

  remove_folder (folder);
}
END_TEST

/* Something of @text, chosen at random, put wrong: a tag, a value or an attribute of another file. */
static char *
spoil (const char *text,
       GRand *rand)
{
  static const char *const pieces[] = {
    "<section/>", "<head/>", "<title>x</title>", "<title>x\ny</title>", "<body/>", "<task/>", "<lead/>", "<archive/>",
    "<closing/>", "<annex/>", "<opening/>", "<field key=\"a\"/>", "<field/>", "x", " ", "<bases form=\"x\"/>", "<q/>",
    NULL
  };
  static const char *const attributes[] = {
    " date=\"2023-02-29\"", " date=\"2024-02-29\"", " date=\"2100-02-29\"", " date=\"2026-06-31\"", " number=\"1a2\"",
    " number=\"012a\"", " kind=\"a b\"", " unit=\"roman\"", " unit=\"Roman\"", " scheme=\"decimal\"", " form=\"kt\"",
    " form=\"lines\"", " lead=\"xet\"", " section=\"1\"", " section=\"q1\"", " id=\"q_1-\"", " id=\"title\"", " id=\"\"",
    " id=\" q\"", " key=\"a.b\"", " key=\"a b\"", " orientation=\"landscape\"", " source=\"tasks \"", " urgency=\"khan\"",
    " issue=\" paper\"", " place=\"a\tb\"", " place=\"a&#9;b\"", " symbol=\"\"", " template=\"a/b\"", " template=\"a b\"",
    " template-version=\"1+1\"", " template-version=\"+1\"", " period=\"a&#10;\"", " version=\"1\"", NULL
  };
  g_autoptr (GString) result = g_string_new (text);
  const char *start = strstr (result->str, "<plan");
  gsize at;

  do
    at = (gsize) g_rand_int_range (rand, (gint32) (start - result->str), (gint32) result->len);
  while (result->str[at] != '<');

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      g_string_insert (result, (gssize) at, dt_random_pick (rand, pieces));
      break;
    case 1:
      if (result->str[at + 1] == '/')
        break;
      at += strcspn (result->str + at, " />");
      g_string_insert (result, (gssize) at, dt_random_pick (rand, attributes));
      break;
    case 2:
      /* An empty element or a leaf goes. */
      if (result->str[at + 1] != '/')
        {
          gsize length = strcspn (result->str + at, ">") + 1;

          if (result->str[at + length - 2] == '/')
            g_string_erase (result, (gssize) at, (gssize) length);
        }
      break;
    default:
      /* An attribute goes. */
      if (result->str[at + 1] != '/')
        {
          gsize tag = strcspn (result->str + at, ">");
          const char *attribute = memchr (result->str + at, ' ', tag);
          const char *equals = attribute != NULL ? memchr (attribute, '"', tag - (gsize) (attribute - result->str - at))
                                                 : NULL;

          if (equals != NULL)
            g_string_erase (result, attribute - result->str,
                            equals + 1 + strcspn (equals + 1, "\"") + 1 - attribute);
        }
      break;
    }

  return g_string_free (g_steal_pointer (&result), FALSE);
}

START_TEST (the_schema_and_the_table_agree)
{
  const guint n_files = 300;
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) _i);
  g_autofree char *folder = make_folder ();
  g_autofree gboolean *valid = NULL;
  g_autofree gboolean *read = g_new0 (gboolean, n_files);
  g_autofree gboolean *skip = g_new0 (gboolean, n_files);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint n_valid = 0;
  guint n_refused = 0;

  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr (DtNode) root = dt_random_root (g_rand_int (rand));
      g_autoptr (DtPlan) plan = dt_plan_new (root, NULL);
      g_autofree char *written = write_text (plan);
      g_autofree char *spoilt = i % 4 == 0 ? g_strdup (written) : spoil (written, rand);
      g_autoptr (GError) error = NULL;
      g_autoptr (DtPlan) again = read_text (spoilt, NULL, &error);

      read[i] = again != NULL;
      skip[i] = again == NULL && strstr (error->message, "stands already") != NULL;
      g_ptr_array_add (words, g_strdup (again == NULL ? error->message : "nothing"));
      skip[i] = skip[i] || !is_xml (spoilt);
      write_file (folder, i, skip[i] ? sample : spoilt);
    }

  valid = validate (folder, n_files);
  for (guint i = 0; i < n_files; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.duthao", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;

      if (skip[i])
        continue;
      if (valid[i] != read[i])
        g_file_get_contents (path, &text, NULL, NULL);
      ck_assert_msg (valid[i] == read[i], "the schema says %d, the reader “%s”:\n%s", valid[i],
                     (char *) g_ptr_array_index (words, i), text);
      n_valid += valid[i];
      n_refused += !valid[i];
    }

  ck_assert_uint_gt (n_valid, n_files / 4);
  ck_assert_uint_gt (n_refused, n_files / 10);
  remove_folder (folder);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("plan-rng");
  TCase *schema = tcase_create ("schema");
  g_autofree char *jing = g_find_program_in_path ("jing");

  /* Without a validator the schema cannot be tested. */
  if (jing != NULL)
    {
      tcase_set_timeout (schema, 120);
      tcase_add_test (schema, the_schema_takes_the_examples_and_refuses_the_bad_ones);
      tcase_add_test (schema, the_schema_and_the_table_agree_on_every_pair);
      tcase_add_loop_test (schema, the_schema_and_the_table_agree, 0, 2);
    }
  suite_add_tcase (suite, schema);

  return dt_test_main (suite);
}
