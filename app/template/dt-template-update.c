/* dt-template-update.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-template"

#include "config.h"

#include "template/dt-template-update.h"

#include "template/dt-assemble.h"
#include "template/dt-merge.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (dt_template_update_error_quark, dt_template_update_error)

/* A heading of the new template is that of the section from this share of words on. */
#define ALIKE 0.5

/* The names of the fields that conditions and repeats of @part ask for. */
static void
collect_fields (const DtTemplatePart *part,
                GHashTable *names)
{
  const char *field = dt_template_part_get_attribute (part, DT_TEMPLATE_PART_ATTR_FIELD);

  if (field != NULL)
    g_hash_table_add (names, (gpointer) field);
  for (guint i = 0; i < dt_template_part_get_n_parts (part); i++)
    collect_fields (dt_template_part_get_part (part, i), names);
}

/**
 * dt_template_origin_new:
 * @template: the section template
 * @values: (element-type utf8 GPtrArray): the values of fields, as typed
 * @title: (nullable): the heading it gave
 * @body: (nullable): the paragraphs it gave
 *
 * Writes down what a section came from, so that a newer template can be
 * compared with it: a line `key=value` for each value that decides what stands
 * there, an empty line, the heading, the paragraphs.
 *
 * Returns: (transfer full): the text, for %DT_ATTR_ORIGIN
 */
char *
dt_template_origin_new (const DtTemplate *template,
                        GHashTable *values,
                        const char *title,
                        const char *body)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  GString *text = g_string_new (NULL);

  collect_fields (dt_template_get_root (template), names);
  for (guint i = 0; i < dt_template_get_n_fields (template); i++)
    {
      const char *key = dt_template_get_field (template, i)->key;
      const GPtrArray *list = g_hash_table_contains (names, key) ? g_hash_table_lookup (values, key) : NULL;

      for (guint k = 0; list != NULL && k < list->len; k++)
        g_string_append_printf (text, "%s=%s\n", key, (const char *) g_ptr_array_index (list, k));
    }
  g_string_append_printf (text, "\n%s\n%s", title != NULL ? title : "", body != NULL ? body : "");

  return g_string_free (text, FALSE);
}

/* The values and the text of an origin; FALSE if it is none. */
static gboolean
parse_origin (const char *origin,
              GHashTable *values,
              DtSectionText *text)
{
  const char *p = origin;
  const char *end;

  while (*p != '\0' && *p != '\n')
    {
      const char *equals;
      g_autofree char *line = NULL;

      end = strchr (p, '\n');
      line = end != NULL ? g_strndup (p, (gsize) (end - p)) : NULL;
      equals = line != NULL ? strchr (line, '=') : NULL;
      if (equals == NULL)
        return FALSE;
      line[equals - line] = '\0';
      dt_values_add (values, line, equals + 1);
      p = end + 1;
    }
  if (*p != '\n')
    return FALSE;
  end = strchr (p + 1, '\n');
  if (end == NULL)
    return FALSE;

  text->title = g_strndup (p + 1, (gsize) (end - p) - 1);
  text->body = g_strdup (end + 1);
  return TRUE;
}

int
dt_template_version_compare (const char *a,
                             const char *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);

  while (*a != '\0' && *b != '\0')
    {
      if (g_ascii_isdigit (*a) && g_ascii_isdigit (*b))
        {
          guint64 first = g_ascii_strtoull (a, (char **) &a, 10);
          guint64 second = g_ascii_strtoull (b, (char **) &b, 10);

          if (first != second)
            return first < second ? -1 : 1;
          continue;
        }
      if (*a != *b)
        return *a < *b ? -1 : 1;
      a++;
      b++;
    }

  return *a == *b ? 0 : *a == '\0' ? -1
                                   : 1;
}

static const DtTemplate *
find_newer (const DtLibrary *library,
            const DtNode *section)
{
  const char *id = dt_node_get_attribute (section, DT_ATTR_TEMPLATE);
  const char *version = dt_node_get_attribute (section, DT_ATTR_TEMPLATE_VERSION);
  const DtTemplate *template = id != NULL && version != NULL ? dt_library_find (library, id) : NULL;

  if (template == NULL || dt_template_get_kind (template) != DT_TEMPLATE_SECTION)
    return NULL;

  return dt_template_version_compare (version, dt_template_get_version (template)) < 0 ? template : NULL;
}

static void
list_outdated (const DtLibrary *library,
               const DtNode *node,
               const char *parent,
               GPtrArray *found)
{
  g_autofree char *reference = dt_plan_child_reference (parent, node);

  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    list_outdated (library, dt_node_get_child (node, i), reference, found);
  if (dt_node_get_kind (node) == DT_NODE_SECTION && dt_node_get_attribute (node, DT_ATTR_ORIGIN) != NULL &&
      find_newer (library, node) != NULL)
    g_ptr_array_add (found, g_steal_pointer (&reference));
}

GStrv
dt_template_list_outdated (const DtLibrary *library,
                           const DtPlan *plan)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  g_return_val_if_fail (library != NULL && plan != NULL, NULL);

  list_outdated (library, dt_plan_get_root (plan), NULL, found);
  g_ptr_array_add (found, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&found), FALSE);
}

static void
set_text (DtSectionText *self,
          const DtNode *section)
{
  const char *title = dt_node_get_child_text (section, DT_NODE_TITLE);
  const char *body = dt_node_get_child_text (section, DT_NODE_BODY);

  self->title = g_strdup (title != NULL ? title : "");
  self->body = g_strdup (body != NULL ? body : "");
}

static char *
join (const char *title,
      const char *body)
{
  return g_strconcat (title != NULL ? title : "", "\n", body, NULL);
}

/* The section of @node, or below it, that is most like @old. */
static void
find_alike (const DtNode *node,
            const DtSectionText *old,
            double *best,
            const DtNode **found)
{
  DtSectionText text;

  if (dt_node_get_kind (node) == DT_NODE_SECTION)
    {
      double share;
      g_autofree char *first = join (old->title, old->body);
      g_autofree char *second = NULL;

      set_text (&text, node);
      second = join (text.title, text.body);
      /* A heading that is the same says it all. */
      share = *old->title != '\0' && strcmp (text.title, old->title) == 0 ? 2 : dt_merge_measure (first, second);
      if (share > *best)
        {
          *best = share;
          *found = node;
        }
      g_free (text.title);
      g_free (text.body);
    }
  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    find_alike (dt_node_get_child (node, i), old, best, found);
}

/* What @template gives now for a section that once was @old; FALSE if nothing of it is alike. */
static gboolean
assemble_theirs (const DtLibrary *library,
                 const DtProfile *profile,
                 const DtTemplate *template,
                 GHashTable *values,
                 DtTemplateComparison *self,
                 GError **error)
{
  const DtAssembler assembler = { .template = template, .library = library, .profile = profile, .values = values };
  g_autoptr (GPtrArray) nodes = dt_assemble_section (&assembler, NULL, error);
  const DtNode *found = NULL;
  double best = ALIKE;

  if (nodes == NULL)
    return FALSE;
  for (guint i = 0; i < nodes->len; i++)
    find_alike (g_ptr_array_index (nodes, i), &self->old, &best, &found);
  if (found == NULL)
    {
      g_set_error (error, DT_TEMPLATE_UPDATE_ERROR, DT_TEMPLATE_UPDATE_ERROR_TEMPLATE,
                   _ ("the template “%s” %s has no section like “%s” any more"), self->template_id, self->new_version,
                   self->old.title);
      return FALSE;
    }

  set_text (&self->theirs, found);
  self->origin = dt_template_origin_new (template, values, self->theirs.title, self->theirs.body);
  return TRUE;
}

/* The section, if it remembers what it came from. */
static const DtNode *
find_section (const DtPlan *plan,
              const char *reference,
              GError **error)
{
  const DtNode *section = dt_plan_find (plan, reference);

  if (section != NULL && dt_node_get_kind (section) == DT_NODE_SECTION &&
      dt_node_get_attribute (section, DT_ATTR_TEMPLATE) != NULL && dt_node_get_attribute (section, DT_ATTR_ORIGIN) != NULL)
    return section;

  g_set_error (error, DT_TEMPLATE_UPDATE_ERROR, DT_TEMPLATE_UPDATE_ERROR_ORIGIN,
               _ ("“%s”: expected a section that remembers its template"), reference);
  return NULL;
}

static gboolean
fill_comparison (DtTemplateComparison *self,
                 const DtLibrary *library,
                 const DtProfile *profile,
                 const DtNode *section,
                 GError **error)
{
  g_autoptr (GHashTable) values = dt_values_new ();
  const char *version = dt_node_get_attribute (section, DT_ATTR_TEMPLATE_VERSION);
  const DtTemplate *template;

  self->template_id = g_strdup (dt_node_get_attribute (section, DT_ATTR_TEMPLATE));
  self->old_version = g_strdup (version != NULL ? version : "");
  set_text (&self->mine, section);
  if (!parse_origin (dt_node_get_attribute (section, DT_ATTR_ORIGIN), values, &self->old))
    {
      g_set_error (error, DT_TEMPLATE_UPDATE_ERROR, DT_TEMPLATE_UPDATE_ERROR_ORIGIN,
                   _ ("“%s”: what the section came from cannot be read"), self->section);
      return FALSE;
    }

  template = dt_library_find (library, self->template_id);
  if (template == NULL || dt_template_get_kind (template) != DT_TEMPLATE_SECTION)
    {
      g_set_error (error, DT_TEMPLATE_UPDATE_ERROR, DT_TEMPLATE_UPDATE_ERROR_TEMPLATE, _ ("there is no section template “%s”"),
                   self->template_id);
      return FALSE;
    }
  self->new_version = g_strdup (dt_template_get_version (template));

  return assemble_theirs (library, profile, template, values, self, error);
}

/**
 * dt_template_compare:
 * @library: the templates there are now
 * @profile: the office, for what templates say of it
 * @plan: a plan
 * @section: reference of a section that came from a template
 * @error: return location for an error
 *
 * Puts three texts side by side: what the template gave when the section was
 * made, what it gives now, and what the section has become; and compares them
 * word by word.
 *
 * Returns: (transfer full): the comparison, or %NULL with @error set to one of
 *   the %DT_TEMPLATE_UPDATE_ERROR or %DT_ASSEMBLE_ERROR domains
 */
DtTemplateComparison *
dt_template_compare (const DtLibrary *library,
                     const DtProfile *profile,
                     const DtPlan *plan,
                     const char *section,
                     GError **error)
{
  g_autoptr (DtTemplateComparison) self = NULL;
  const DtNode *node;

  g_return_val_if_fail (library != NULL && profile != NULL && plan != NULL && section != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  node = find_section (plan, section, error);
  if (node == NULL)
    return NULL;

  self = g_new0 (DtTemplateComparison, 1);
  self->section = g_strdup (section);
  if (!fill_comparison (self, library, profile, node, error))
    return NULL;

  self->title = dt_merge_words (self->old.title, self->mine.title, self->theirs.title);
  self->body = dt_merge_words (self->old.body, self->mine.body, self->theirs.body);
  self->n_conflicts = dt_merge_count_conflicts (self->title) + dt_merge_count_conflicts (self->body);
  return g_steal_pointer (&self);
}

static void
clear_text (DtSectionText *self)
{
  g_free (self->title);
  g_free (self->body);
}

void
dt_template_comparison_free (DtTemplateComparison *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->section);
  g_free (self->template_id);
  g_free (self->old_version);
  g_free (self->new_version);
  g_free (self->origin);
  clear_text (&self->old);
  clear_text (&self->mine);
  clear_text (&self->theirs);
  g_clear_pointer (&self->title, g_ptr_array_unref);
  g_clear_pointer (&self->body, g_ptr_array_unref);
  g_free (self);
}

/* @plan with a text of the section; nothing is made where there is none and none is wanted. */
static DtPlan *
set_part (const DtPlan *plan,
          const DtTemplateComparison *self,
          const char *part,
          const char *mine,
          char *text,
          GError **error)
{
  g_autofree char *merged = text;
  g_autofree char *reference = g_strconcat (self->section, "/", part, NULL);

  if (strcmp (mine, merged) == 0)
    return dt_plan_ref ((DtPlan *) plan);

  return dt_plan_set_text (plan, reference, merged, error);
}

/**
 * dt_template_merge:
 * @self: a comparison
 * @plan: the plan it is of
 * @prefer_theirs: which text is taken where both have changed
 * @error: return location for an error
 *
 * Takes the changes of the template over into the section, which then
 * remembers the new version.
 *
 * Returns: (transfer full): the new plan, or %NULL with @error set to one of
 *   %DT_EDIT_ERROR
 */
DtPlan *
dt_template_merge (const DtTemplateComparison *self,
                   const DtPlan *plan,
                   gboolean prefer_theirs,
                   GError **error)
{
  g_autoptr (DtPlan) titled = NULL;
  g_autoptr (DtPlan) written = NULL;
  g_autoptr (DtPlan) versioned = NULL;

  g_return_val_if_fail (self != NULL && plan != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  titled = set_part (plan, self, "title", self->mine.title, dt_merge_to_text (self->title, prefer_theirs), error);
  if (titled == NULL)
    return NULL;
  written = set_part (titled, self, "body", self->mine.body, dt_merge_to_text (self->body, prefer_theirs), error);
  if (written == NULL)
    return NULL;
  versioned = dt_plan_set_attribute (written, self->section, DT_ATTR_TEMPLATE_VERSION, self->new_version, error);
  if (versioned == NULL)
    return NULL;

  return dt_plan_set_attribute (versioned, self->section, DT_ATTR_ORIGIN, self->origin, error);
}
