/* dt-compose-sections.c - the tree of sections
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "compose/dt-compose-private.h"

#include "base/dt-diagnostic.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where a section stands: the scheme it is numbered by, how deep in it, the label above and the numbers so far. */
typedef struct
{
  DtScheme scheme;
  guint depth;
  const char *path;
  DtCounters *running;
  const DtTaskUnit *unit; /* whose tasks the section tells; nullable */
  gboolean is_live;       /* whether the section above tells of the tasks */
} Place;

/* The fragment of the same section in an earlier composition: the same node, or one of the same id. Sections mostly
 * keep their order, so the search starts where the last one was found and costs nothing on the average.
 */
static DtFragment *
find_previous (GPtrArray *previous,
               DtNode *node,
               guint *cursor)
{
  for (guint i = 0; previous != NULL && i < previous->len; i++)
    {
      guint index = (*cursor + i) % previous->len;
      DtFragment *candidate = g_ptr_array_index (previous, index);

      if (candidate->node == node ||
          g_strcmp0 (dt_node_get_id (candidate->node), dt_node_get_id (node)) == 0)
        {
          *cursor = index + 1;
          return candidate;
        }
    }

  return NULL;
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Heading line or lines of a section with a title. */
static void
compose_title (DtComposing *composing,
               const char *node,
               const char *title,
               DtUnit unit,
               const char *label,
               GPtrArray *blocks)
{
  DtRole role = dt_unit_get_role (unit, TRUE);
  g_autoptr (DtBody) body = dt_body_parse_inline (title);
  guint n_lines;
  const DtLine *lines = dt_body_get_lines (body, &n_lines);
  DtTextBuilder builder;
  DtBlock *block;

  if (dt_unit_stands_alone (unit))
    {
      g_ptr_array_add (blocks, dt_compose_fixed (composing, role, node, label));
      role = role == DT_ROLE_PART ? DT_ROLE_PART_TITLE : DT_ROLE_DIVISION_TITLE;
      label = "";
    }

  dt_text_builder_init (&builder, composing, role);
  dt_text_builder_add_label (&builder, label, role == DT_ROLE_ARTICLE);
  if (n_lines > 0)
    {
      guint first = builder.runs->len;

      dt_text_builder_add_spans (&builder, composing, node, 0, lines[0].spans, lines[0].n_spans);
      /* The title of an article is bold, the text of one that has no title is not. */
      for (guint i = first; role == DT_ROLE_ARTICLE && i < builder.runs->len; i++)
        g_array_index (builder.runs, DtRun, i).bold = TRUE;
    }

  block = dt_text_builder_finish (&builder, node, 0);
  block->keep_next = TRUE;
  g_ptr_array_add (blocks, block);
}

static void
compose_own (DtComposing *composing,
             DtNode *section,
             const char *reference,
             DtUnit unit,
             gboolean is_live,
             const char *label,
             GPtrArray *blocks)
{
  const char *title = dt_node_get_child_text (section, DT_NODE_TITLE);
  const char *body = dt_node_get_child_text (section, DT_NODE_BODY);
  g_autofree char *title_reference = g_strconcat (reference, "/title", NULL);
  g_autofree char *body_reference = g_strconcat (reference, "/body", NULL);
  guint before = blocks->len;

  if (has_text (title))
    {
      compose_title (composing, title_reference, title, unit, label, blocks);
      label = NULL;
    }
  else if (dt_unit_stands_alone (unit))
    {
      g_ptr_array_add (blocks, dt_compose_fixed (composing, dt_unit_get_role (unit, FALSE), reference, label));
      dt_compose_missing (composing, title_reference, _ ("the title"));
      label = NULL;
    }

  if (has_text (body))
    dt_compose_body (composing, body_reference, body, DT_ROLE_BODY, dt_unit_get_role (unit, FALSE), label, blocks);

  if (label != NULL && blocks->len == before)
    {
      DtTextBuilder builder;

      dt_text_builder_init (&builder, composing, dt_unit_get_role (unit, FALSE));
      dt_text_builder_add_label (&builder, label, unit == DT_UNIT_ARTICLE);
      g_ptr_array_add (blocks, dt_text_builder_finish (&builder, body_reference, 0));
      if (!is_live)
        dt_compose_missing (composing, body_reference, _ ("the text of this section"));
    }
}

static GPtrArray *compose_children (DtComposing *composing,
                                    DtNode *parent,
                                    Place *place,
                                    GPtrArray *previous);
static GPtrArray *compose_units (DtComposing *composing,
                                 DtNode *parent,
                                 Place *place,
                                 GPtrArray *previous);

static char *
make_label (DtComposing *composing,
            DtNode *section,
            DtUnit unit,
            guint number,
            const char *path)
{
  char *label = dt_unit_format (unit, number, path);

  if (label != NULL)
    return label;

  dt_diagnostics_add (composing->diagnostics, DT_SEVERITY_WARNING, "too-many-points", dt_node_get_id (section), 0, 0,
                      _ ("more points than there are letters; divide the list"));
  return g_strdup_printf ("%u) ", number);
}

/* Whether @previous was made from the same section in the same place. */
static gboolean
is_same (const DtFragment *previous,
         const DtComposing *composing,
         DtNode *section,
         const DtSectionPlace *place,
         const char *path)
{
  return previous != NULL && previous->node == section &&
         (!previous->is_live || (previous->tasks == composing->tasks && previous->has_task_annex == composing->has_task_annex)) &&
         memcmp (&previous->place, place, sizeof *place) == 0 &&
         g_str_equal (previous->context, path);
}

static DtFragment *
compose_section (DtComposing *composing,
                 DtNode *section,
                 const Place *place,
                 DtUnit unit,
                 guint number,
                 DtFragment *previous)
{
  const char *scheme = dt_node_get_attribute (section, DT_ATTR_SCHEME);
  const char *path = place->path != NULL ? place->path : "";
  g_autofree char *label = NULL;
  DtOuter outer;
  DtFragment *self;
  DtSectionPlace at;
  Place inner = *place;

  memset (&at, 0, sizeof at);
  at.unit = unit;
  at.number = number;
  at.scheme = place->scheme;
  at.depth = place->depth;
  at.is_live = place->is_live;
  at.has_unit = place->unit != NULL;
  at.running = *place->running;
  if (is_same (previous, composing, section, &at, path) && dt_fragment_cites_as_before (previous, composing))
    {
      *place->running = previous->after;
      return dt_fragment_ref (previous);
    }

  self = dt_fragment_new (section, path);
  self->place = at;
  dt_fragment_begin (composing, &outer);
  label = make_label (composing, section, unit, number, place->path);
  self->is_live = place->is_live || dt_compose_tells_tasks (section);
  compose_own (composing, section, dt_node_get_id (section), unit, self->is_live, label, self->blocks);
  if (place->unit != NULL)
    dt_compose_unit_tasks (composing, place->unit, self->blocks);

  inner.scheme = dt_scheme_find (scheme, place->scheme);
  inner.depth = scheme != NULL ? 0 : place->depth + 1;
  inner.path = scheme != NULL ? NULL : label;
  inner.unit = NULL;
  inner.is_live = FALSE;
  /* A large division is not a level of the scheme: below "Chương I" comes "Điều 1", below "Phần I" comes "I.". */
  if (dt_unit_stands_alone (unit))
    inner.depth = place->depth;

  /* Below a section that tells of the tasks none does so again: there it tells those of its unit. */
  self->children = dt_compose_tells_tasks (section) && !place->is_live
                     ? compose_units (composing, section, &inner, previous != NULL ? previous->children : NULL)
                     : compose_children (composing, section, &inner, previous != NULL ? previous->children : NULL);
  for (guint i = 0; self->children != NULL && i < self->children->len; i++)
    self->is_live = self->is_live || ((const DtFragment *) g_ptr_array_index (self->children, i))->is_live;
  self->tasks = self->is_live ? composing->tasks : NULL;
  self->has_task_annex = composing->has_task_annex;
  self->after = *place->running;
  dt_fragment_end (self, composing, &outer);

  return self;
}

/* The number of the next section of a unit under this parent. */
static guint
count (const Place *place,
       DtCounters *local,
       DtUnit unit)
{
  DtCounters *counters = dt_unit_runs_on (unit) ? place->running : local;

  return ++counters->numbers[unit];
}

/* A section of the plan, in its place. */
static void
add_section (DtComposing *composing,
             DtNode *section,
             Place *place,
             DtCounters *local,
             GPtrArray *previous,
             guint *cursor,
             GPtrArray *fragments)
{
  DtUnit unit = dt_unit_choose (dt_node_get_attribute (section, DT_ATTR_UNIT), place->scheme, place->depth);
  DtFragment *old = find_previous (previous, section, cursor);

  g_ptr_array_add (fragments, compose_section (composing, section, place, unit, count (place, local, unit), old));
}

/* A section that stands in no file: a unit that has tasks, and what they are. */
static void
add_unit (DtComposing *composing,
          DtNode *parent,
          const DtTaskUnit *task_unit,
          Place *place,
          DtCounters *local,
          GPtrArray *fragments)
{
  DtUnit unit = dt_unit_choose (NULL, place->scheme, place->depth);
  const GPtrArray *tasks = task_unit->leads->len > 0 ? task_unit->leads : task_unit->partners;
  const char *reference = dt_node_get_id (g_ptr_array_index (tasks, 0));
  DtFragment *self = dt_fragment_new (parent, "");
  g_autofree char *title = dt_compose_unit_title (task_unit);
  g_autofree char *label = NULL;
  DtOuter outer;

  dt_fragment_begin (composing, &outer);
  label = make_label (composing, parent, unit, count (place, local, unit), place->path);
  compose_title (composing, reference, title, unit, label, self->blocks);
  dt_compose_unit_tasks (composing, task_unit, self->blocks);
  self->is_live = TRUE;
  self->tasks = composing->tasks;
  self->after = *place->running;
  dt_fragment_end (self, composing, &outer);
  g_ptr_array_add (fragments, self);
}

/* What the sections below @parent are about, in their order, NULL for those about no unit; @told takes the units. */
static GPtrArray *
find_units (DtComposing *composing,
            DtNode *parent,
            GHashTable *told,
            guint *n_before)
{
  GPtrArray *found = g_ptr_array_new ();

  *n_before = 0;
  for (guint i = 0; i < dt_node_get_n_children (parent); i++)
    {
      DtNode *section = dt_node_get_child (parent, i);
      const DtTaskUnit *unit = dt_node_get_kind (section) == DT_NODE_SECTION ? dt_compose_find_unit (composing, section)
                                                                             : NULL;

      /* The second section about a unit is one like any other. */
      if (unit != NULL && !g_hash_table_add (told, (gpointer) unit))
        unit = NULL;
      g_ptr_array_add (found, (gpointer) unit);
      if (unit != NULL)
        *n_before = i + 1;
    }

  return found;
}

/* The sections below one that tells of the tasks. Units without a section of their own come behind the last that has
 * one, and so before what the plan says of all of them. */
static GPtrArray *
compose_units (DtComposing *composing,
               DtNode *parent,
               Place *place,
               GPtrArray *previous)
{
  GPtrArray *fragments = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_fragment_unref);
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) found = NULL;
  DtCounters local = { { 0 } };
  guint n_before;
  guint cursor = 0;

  found = find_units (composing, parent, told, &n_before);
  place->is_live = TRUE;
  for (guint i = 0; i <= found->len; i++)
    {
      DtNode *section = i < found->len ? dt_node_get_child (parent, i) : NULL;
      const char *source = section != NULL && dt_node_get_kind (section) == DT_NODE_SECTION
                             ? dt_node_get_attribute (section, DT_ATTR_SOURCE)
                             : NULL;

      if (i == n_before)
        for (guint u = 0; u < dt_task_units_get_n (composing->units); u++)
          if (!g_hash_table_contains (told, dt_task_units_get (composing->units, u)))
            add_unit (composing, parent, dt_task_units_get (composing->units, u), place, &local, fragments);
      if (section == NULL || dt_node_get_kind (section) != DT_NODE_SECTION || g_strcmp0 (source, "none") == 0)
        continue;
      place->unit = g_strcmp0 (source, "body") != 0 ? g_ptr_array_index (found, i) : NULL;
      add_section (composing, section, place, &local, previous, &cursor, fragments);
    }

  return fragments;
}

static GPtrArray *
compose_children (DtComposing *composing,
                  DtNode *parent,
                  Place *place,
                  GPtrArray *previous)
{
  g_autoptr (GPtrArray) fragments = NULL;
  DtCounters local = { { 0 } };
  guint cursor = 0;

  for (guint i = 0; i < dt_node_get_n_children (parent); i++)
    {
      DtNode *section = dt_node_get_child (parent, i);

      if (dt_node_get_kind (section) != DT_NODE_SECTION)
        continue;

      if (fragments == NULL)
        fragments = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_fragment_unref);

      add_section (composing, section, place, &local, previous, &cursor, fragments);
    }

  return g_steal_pointer (&fragments);
}

/**
 * dt_compose_sections:
 * @composing: the run
 * @parent: a node that holds sections
 * @reference: its reference
 * @scheme: how they are numbered
 * @previous: (nullable) (element-type DtFragment): the fragments of an earlier
 *   composition
 *
 * Composes all sections below @parent, taking over what did not change.
 *
 * Returns: (transfer full) (element-type DtFragment): their fragments
 */
GPtrArray *
dt_compose_sections (DtComposing *composing,
                     DtNode *parent,
                     const char *reference,
                     DtScheme scheme,
                     GPtrArray *previous)
{
  DtCounters running = { { 0 } };
  Place place = { scheme, 0, NULL, &running, NULL, FALSE };
  GPtrArray *fragments = compose_children (composing, parent, &place, previous);

  return fragments != NULL ? fragments : g_ptr_array_new_with_free_func ((GDestroyNotify) dt_fragment_unref);
}
