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
      dt_compose_missing (composing, body_reference, _ ("the text of this section"));
    }
}

static GPtrArray *compose_children (DtComposing *composing,
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
         DtNode *section,
         const DtSectionPlace *place,
         const char *path)
{
  return previous != NULL && previous->node == section &&
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
  at.running = *place->running;
  if (is_same (previous, section, &at, path) && dt_fragment_cites_as_before (previous, composing))
    {
      *place->running = previous->after;
      return dt_fragment_ref (previous);
    }

  self = dt_fragment_new (section, path);
  self->place = at;
  dt_fragment_begin (composing, &outer);
  label = make_label (composing, section, unit, number, place->path);
  compose_own (composing, section, dt_node_get_id (section), unit, label, self->blocks);

  inner.scheme = dt_scheme_find (scheme, place->scheme);
  inner.depth = scheme != NULL ? 0 : place->depth + 1;
  inner.path = scheme != NULL ? NULL : label;
  /* A large division is not a level of the scheme: below "Chương I" comes "Điều 1", below "Phần I" comes "I.". */
  if (dt_unit_stands_alone (unit))
    inner.depth = place->depth;

  self->children = compose_children (composing, section, &inner,
                                     previous != NULL ? previous->children : NULL);
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
      DtFragment *old;
      DtUnit unit;

      if (dt_node_get_kind (section) != DT_NODE_SECTION)
        continue;

      if (fragments == NULL)
        fragments = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_fragment_unref);

      unit = dt_unit_choose (dt_node_get_attribute (section, DT_ATTR_UNIT), place->scheme, place->depth);
      old = find_previous (previous, section, &cursor);
      g_ptr_array_add (fragments, compose_section (composing, section, place, unit, count (place, &local, unit), old));
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
  Place place = { scheme, 0, NULL, &running };
  GPtrArray *fragments = compose_children (composing, parent, &place, previous);

  return fragments != NULL ? fragments : g_ptr_array_new_with_free_func ((GDestroyNotify) dt_fragment_unref);
}
