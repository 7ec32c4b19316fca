/* dt-library.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-library"

#include "config.h"

#include "template/dt-library.h"

#include "base/dt-diagnostic.h"
#include "catalog/dt-pack.h"

#include <string.h>

#define SECTIONS_FOLDER "sections"
#define PLANS_FOLDER "plans"
#define PROFILES_FOLDER "profiles"

typedef struct
{
  DtTemplate *template;
  char *pack;
} Entry;

struct _DtLibrary
{
  GPtrArray *entries;  /* Entry */
  GPtrArray *profiles; /* DtProfile, the weakest first */
};

G_DEFINE_BOXED_TYPE (DtLibrary, dt_library, dt_library_ref, dt_library_unref)

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  dt_template_unref (entry->template);
  g_free (entry->pack);
  g_free (entry);
}

static void
clear (gpointer data)
{
  DtLibrary *self = data;

  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->profiles);
}

static void
tell (GPtrArray *diagnostics,
      const GError *error)
{
  dt_diagnostics_add (diagnostics, DT_SEVERITY_ERROR, "template", NULL, 0, 0, "%s", error->message);
}

/* Takes @template; one of the same id from a weaker pack goes. */
static void
add_template (DtLibrary *self,
              DtTemplate *template,
              const char *pack)
{
  Entry *entry = g_new (Entry, 1);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *other = g_ptr_array_index (self->entries, i);

      if (strcmp (dt_template_get_id (other->template), dt_template_get_id (template)) == 0)
        {
          g_ptr_array_remove_index (self->entries, i);
          break;
        }
    }

  entry->template = template;
  entry->pack = g_strdup (pack);
  g_ptr_array_add (self->entries, entry);
}

static void
load_templates (DtLibrary *self,
                const DtPack *pack,
                const char *folder,
                GPtrArray *diagnostics)
{
  g_auto (GStrv) files = dt_pack_list_files (pack, folder);

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = dt_pack_read_file (files[i], &error);
      DtTemplate *template = bytes != NULL ? dt_template_read (bytes, files[i], &error) : NULL;

      if (template != NULL)
        add_template (self, template, dt_pack_get_id (pack));
      else
        tell (diagnostics, error);
    }
}

static void
load_profiles (DtLibrary *self,
               const DtPack *pack,
               GPtrArray *diagnostics)
{
  g_auto (GStrv) files = dt_pack_list_files (pack, PROFILES_FOLDER);

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = dt_pack_read_file (files[i], &error);
      DtProfile *profile = bytes != NULL ? dt_profile_read (bytes, files[i], &error) : NULL;

      if (profile != NULL)
        g_ptr_array_add (self->profiles, profile);
      else
        tell (diagnostics, error);
    }
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *first = *(const Entry *const *) a;
  const Entry *second = *(const Entry *const *) b;
  int order = (int) dt_template_get_kind (second->template) - (int) dt_template_get_kind (first->template);

  return order != 0 ? order : strcmp (dt_template_get_id (first->template), dt_template_get_id (second->template));
}

/**
 * dt_library_new:
 * @packs: (element-type DtPack): packs, the weakest first
 * @diagnostics: (nullable) (element-type DtDiagnostic): list to add to what
 *   could not be read
 *
 * Reads the templates and profiles of packs. Of templates with one id the one
 * in the strongest pack counts. A broken file does not take the others away.
 *
 * Returns: (transfer full): the library, which may be empty
 */
DtLibrary *
dt_library_new (const GPtrArray *packs,
                GPtrArray *diagnostics)
{
  DtLibrary *self;

  g_return_val_if_fail (packs != NULL, NULL);

  self = g_atomic_rc_box_new0 (DtLibrary);
  self->entries = g_ptr_array_new_with_free_func (free_entry);
  self->profiles = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_profile_unref);
  for (guint i = 0; i < packs->len; i++)
    {
      const DtPack *pack = g_ptr_array_index (packs, i);

      load_templates (self, pack, SECTIONS_FOLDER, diagnostics);
      load_templates (self, pack, PLANS_FOLDER, diagnostics);
      load_profiles (self, pack, diagnostics);
    }
  g_ptr_array_sort (self->entries, compare_entries);

  return self;
}

DtLibrary *
dt_library_load_default (GPtrArray *diagnostics)
{
  g_autoptr (GPtrArray) packs = dt_packs_find (NULL, diagnostics);

  return dt_library_new (packs, diagnostics);
}

DtLibrary *
dt_library_ref (DtLibrary *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
dt_library_unref (DtLibrary *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

guint
dt_library_get_n (const DtLibrary *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

const DtTemplate *
dt_library_get (const DtLibrary *self,
                guint index)
{
  g_return_val_if_fail (self != NULL && index < self->entries->len, NULL);

  return ((const Entry *) g_ptr_array_index (self->entries, index))->template;
}

const char *
dt_library_get_pack (const DtLibrary *self,
                     guint index)
{
  g_return_val_if_fail (self != NULL && index < self->entries->len, NULL);

  return ((const Entry *) g_ptr_array_index (self->entries, index))->pack;
}

const DtTemplate *
dt_library_find (const DtLibrary *self,
                 const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    if (strcmp (dt_template_get_id (dt_library_get (self, i)), id) == 0)
      return dt_library_get (self, i);

  return NULL;
}

DtProfile *
dt_library_find_profile (const DtLibrary *self,
                         const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = self->profiles->len; i > 0; i--)
    {
      DtProfile *profile = g_ptr_array_index (self->profiles, i - 1);

      if (id == NULL || strcmp (dt_profile_get (profile)->id, id) == 0)
        return profile;
    }

  return NULL;
}
