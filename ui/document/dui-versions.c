/* dui-versions.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-versions"

#include "config.h"

#include "document/dui-versions.h"

#include "base/dt-save.h"
#include "format/dt-plan-file.h"
#include "template/dt-merge.h"

#include <glib/gstdio.h>
#include <string.h>

#define SAVE_SUFFIX "-save.duthao"
#define ROUND_SUFFIX "-round.duthao"

/* A plan with a file is known by the place of the file, another one by its id. */
static char *
make_folder (DuiDocument *document,
             gboolean by_file)
{
  GFile *file = dui_document_get_file (document);
  g_autofree char *uri = file != NULL && by_file ? g_file_get_uri (file) : NULL;
  g_autofree char *sum = uri != NULL ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1) : NULL;

  return g_build_filename (g_get_user_data_dir (), "duthao", "versions",
                           sum != NULL ? sum : dui_document_get_id (document), NULL);
}

/* The versions of a plan that had no file yet go with it when it gets one. */
static char *
find_folder (DuiDocument *document)
{
  g_autofree char *folder = make_folder (document, TRUE);
  g_autofree char *before = make_folder (document, FALSE);

  if (strcmp (folder, before) != 0 && !g_file_test (folder, G_FILE_TEST_EXISTS) &&
      g_file_test (before, G_FILE_TEST_IS_DIR))
    g_rename (before, folder);

  return g_steal_pointer (&folder);
}

static void
version_free (DuiVersion *version)
{
  g_free (version->path);
  g_free (version);
}

static int
compare_versions (gconstpointer a,
                  gconstpointer b)
{
  const DuiVersion *first = *(const DuiVersion *const *) a;
  const DuiVersion *second = *(const DuiVersion *const *) b;

  return (first->time < second->time) - (first->time > second->time);
}

GPtrArray *
dui_versions_list (DuiDocument *document)
{
  GPtrArray *versions = g_ptr_array_new_with_free_func ((GDestroyNotify) version_free);
  g_autofree char *folder = find_folder (document);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      gboolean is_round = g_str_has_suffix (name, ROUND_SUFFIX);
      DuiVersion *version;

      if (!is_round && !g_str_has_suffix (name, SAVE_SUFFIX))
        continue;
      version = g_new0 (DuiVersion, 1);
      version->path = g_build_filename (folder, name, NULL);
      version->time = g_ascii_strtoll (name, NULL, 10);
      version->kind = is_round ? DUI_VERSION_ROUND : DUI_VERSION_SAVE;
      g_ptr_array_add (versions, version);
    }

  g_ptr_array_sort (versions, compare_versions);
  return versions;
}

/* Saves beyond the number the user wants are cleaned away, the oldest first; rounds never. */
static void
clean (DuiDocument *document)
{
  GSettings *settings = dui_engine_get_settings (dui_document_get_engine (document));
  guint limit = g_settings_get_uint (settings, "kept-versions");
  g_autoptr (GPtrArray) versions = dui_versions_list (document);
  guint n = 0;

  for (guint i = 0; i < versions->len; i++)
    {
      const DuiVersion *version = g_ptr_array_index (versions, i);

      if (version->kind == DUI_VERSION_SAVE && ++n > limit)
        g_unlink (version->path);
    }
}

static gboolean
is_the_last (DuiDocument *document,
             DuiVersionKind kind)
{
  g_autoptr (GPtrArray) versions = dui_versions_list (document);

  for (guint i = 0; i < versions->len; i++)
    {
      const DuiVersion *version = g_ptr_array_index (versions, i);

      if (version->kind == kind)
        {
          g_autoptr (DtPlan) plan = dt_plan_load (version->path, NULL, NULL);

          return plan != NULL && dt_plan_equal (plan, dui_document_get_plan (document));
        }
    }

  return FALSE;
}

/**
 * dui_versions_keep:
 * @document: a document
 * @kind: why
 * @error: return location for an error
 *
 * Keeps the plan of now.
 *
 * Returns: %TRUE if it is on disk
 */
gboolean
dui_versions_keep (DuiDocument *document,
                   DuiVersionKind kind,
                   GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (DUI_IS_DOCUMENT (document), FALSE);

  if (is_the_last (document, kind))
    return TRUE;

  folder = find_folder (document);
  name = g_strdup_printf ("%" G_GINT64_FORMAT "%s", g_get_real_time (), kind == DUI_VERSION_ROUND ? ROUND_SUFFIX : SAVE_SUFFIX);
  path = g_build_filename (folder, name, NULL);
  g_mkdir_with_parents (folder, 0700);
  if (!dt_plan_save (dui_document_get_plan (document), path, error))
    return FALSE;

  clean (document);
  return TRUE;
}

gboolean
dui_versions_restore (DuiDocument *document,
                      const DuiVersion *version,
                      GError **error)
{
  g_autoptr (DtPlan) plan = NULL;

  g_return_val_if_fail (DUI_IS_DOCUMENT (document) && version != NULL, FALSE);

  plan = dt_plan_load (version->path, NULL, error);
  if (plan == NULL)
    return FALSE;

  dui_document_apply (document, plan, NULL, NULL);
  return TRUE;
}

/* Comparing */

static void
change_free (DuiVersionChange *change)
{
  g_free (change->reference);
  g_free (change->old);
  g_free (change->now);
  g_free (change);
}

static void
add_change (GPtrArray *changes,
            const char *reference,
            const char *old,
            const char *now)
{
  DuiVersionChange *change;

  if (strcmp (old, now) == 0)
    return;

  change = g_new0 (DuiVersionChange, 1);
  change->reference = g_strdup (reference);
  change->old = g_strdup (old);
  change->now = g_strdup (now);
  g_ptr_array_add (changes, change);
}

/* Walks @node of @plan and looks each text up in @other; @gone: only what @other lacks. */
static void
compare_node (GPtrArray *changes,
              const char *reference,
              DtNode *node,
              DtPlan *other,
              gboolean gone)
{
  DtNode *twin = dt_plan_find (other, reference);
  const char *text = dt_node_get_text (node);
  const char *other_text = twin != NULL && dt_node_get_text (twin) != NULL ? dt_node_get_text (twin) : "";

  /* What the plans share cannot differ. */
  if (twin == node)
    return;
  if (text != NULL && gone && twin == NULL)
    add_change (changes, reference, text, "");
  else if (text != NULL && !gone)
    add_change (changes, reference, other_text, text);

  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    {
      DtNode *child = dt_node_get_child (node, i);
      g_autofree char *child_reference = dt_plan_child_reference (reference, child);

      compare_node (changes, child_reference, child, other, gone);
    }
}

GPtrArray *
dui_versions_compare (DtPlan *old,
                      DtPlan *now)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);

  compare_node (changes, "plan", dt_plan_get_root (now), old, FALSE);
  compare_node (changes, "plan", dt_plan_get_root (old), now, TRUE);
  return changes;
}

static void
append_marked (GString *markup,
               const char *tag,
               const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  if (*text != '\0')
    g_string_append_printf (markup, "<%s>%s</%s>", tag, escaped, tag);
}

char *
dui_versions_mark (const char *old,
                   const char *now)
{
  g_autoptr (GPtrArray) chunks = dt_merge_words (old, old, now);
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < chunks->len; i++)
    {
      const DtMergeChunk *chunk = g_ptr_array_index (chunks, i);

      if (chunk->kind == DT_MERGE_SAME)
        {
          g_autofree char *escaped = g_markup_escape_text (chunk->old, -1);

          g_string_append (markup, escaped);
          continue;
        }
      append_marked (markup, "s", chunk->old);
      append_marked (markup, "u", chunk->theirs);
    }

  return g_string_free (markup, FALSE);
}
