/* dt-compose.c - one run of the composer over a plan
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "compose/dt-composition-private.h"

#include "base/dt-diagnostic.h"

#include <glib/gi18n-lib.h>

/* What one run of dt_compose() works on. */
typedef struct
{
  DtComposing composing;
  DtComposition *self;
  DtComposition *previous; /* nullable */
  guint part_start;        /* first block of the content the end mark belongs to */
} Run;

typedef void (*GroupFunc) (Run *run,
                           DtNode *node,
                           const char *reference,
                           GPtrArray *blocks);

static DtGroup *
find_group (DtComposition *composition,
            const char *name)
{
  return composition != NULL ? g_hash_table_lookup (composition->groups, name) : NULL;
}

static DtGroup *
ensure_group (Run *run,
              const char *name)
{
  DtGroup *group = find_group (run->self, name);

  if (group == NULL)
    {
      group = g_new0 (DtGroup, 1);
      g_hash_table_insert (run->self->groups, g_strdup (name), group);
    }

  return group;
}

static void
add_diagnostics (Run *run,
                 const DtFragment *fragment)
{
  if (fragment->n_all_diagnostics == 0)
    return;

  for (guint i = 0; fragment->diagnostics != NULL && i < fragment->diagnostics->len; i++)
    g_ptr_array_add (run->self->diagnostics,
                     dt_diagnostic_ref (g_ptr_array_index (fragment->diagnostics, i)));

  /* Sections nest no deeper than the schema allows. */
  for (guint i = 0; fragment->children != NULL && i < fragment->children->len; i++)
    add_diagnostics (run, g_ptr_array_index (fragment->children, i));
}

static void
add_fragment (Run *run,
              const DtFragment *fragment)
{
  g_ptr_array_extend (run->self->blocks, fragment->all, NULL, NULL);
  add_diagnostics (run, fragment);
}

/* Composes a group, or takes it over when @node and whatever @context names are what they were. */
static void
run_group (Run *run,
           const char *name,
           const char *reference,
           DtNode *node,
           const char *context,
           GroupFunc func)
{
  DtGroup *old = find_group (run->previous, name);
  DtGroup *group = ensure_group (run, name);

  if (old != NULL && old->own != NULL && old->own->node == node && g_str_equal (old->own->context, context) &&
      dt_fragment_cites_as_before (old->own, &run->composing))
    {
      group->own = dt_fragment_ref (old->own);
    }
  else
    {
      DtOuter outer;

      group->own = dt_fragment_new (node, context);
      dt_fragment_begin (&run->composing, &outer);
      func (run, node, reference, group->own->blocks);
      dt_fragment_end (group->own, &run->composing, &outer);
    }

  add_fragment (run, group->own);
}

/* The sections below @parent, each kept for itself. */
static void
run_sections (Run *run,
              const char *name,
              const char *reference,
              DtNode *parent,
              DtScheme scheme)
{
  DtGroup *old = find_group (run->previous, name);
  DtGroup *group = ensure_group (run, name);

  group->sections = dt_compose_sections (&run->composing, parent, reference, scheme,
                                         old != NULL ? old->sections : NULL);
  for (guint i = 0; i < group->sections->len; i++)
    add_fragment (run, g_ptr_array_index (group->sections, i));
}

static void
compose_head_group (Run *run,
                    DtNode *node,
                    const char *reference,
                    GPtrArray *blocks)
{
  DtBlock *part = dt_block_new (DT_BLOCK_PART, DT_ROLE_TYPE_NAME, "plan");

  part->part = DT_PART_MAIN;
  part->part_title = g_strdup (run->composing.kind != NULL ? run->composing.kind->name : "");
  g_ptr_array_add (blocks, part);
  dt_compose_head (&run->composing, blocks);
}

static void
compose_bases_group (Run *run,
                     DtNode *node,
                     const char *reference,
                     GPtrArray *blocks)
{
  dt_compose_bases (&run->composing, blocks);
}

static void
compose_decision_word (Run *run,
                       DtNode *node,
                       const char *reference,
                       GPtrArray *blocks)
{
  g_ptr_array_add (blocks, dt_compose_fixed (&run->composing, DT_ROLE_DECISION, reference, "QUYẾT ĐỊNH:"));
}

static void
compose_opening (Run *run,
                 DtNode *node,
                 const char *reference,
                 GPtrArray *blocks)
{
  dt_compose_body (&run->composing, reference, dt_node_get_text (node), DT_ROLE_OPENING, DT_ROLE_OPENING, NULL, blocks);
}

static void
compose_closing (Run *run,
                 DtNode *node,
                 const char *reference,
                 GPtrArray *blocks)
{
  dt_compose_body (&run->composing, reference, dt_node_get_text (node), DT_ROLE_CLOSING, DT_ROLE_CLOSING, NULL, blocks);
}

static void
compose_body (Run *run,
              DtNode *node,
              const char *reference,
              GPtrArray *blocks)
{
  dt_compose_body (&run->composing, reference, dt_node_get_text (node), DT_ROLE_BODY, DT_ROLE_BODY, NULL, blocks);
}

static void
compose_close (Run *run,
               DtNode *node,
               const char *reference,
               GPtrArray *blocks)
{
  dt_compose_close (&run->composing, blocks);
}

static void
compose_attachment_head (Run *run,
                         DtNode *node,
                         const char *reference,
                         GPtrArray *blocks)
{
  const char *id = dt_node_get_attribute (node, DT_ATTR_KIND);
  const DtKind *kind = dt_kinds_find (run->composing.composer->kinds, id != NULL ? id : "ke-hoach");
  DtBlock *part = dt_block_new (DT_BLOCK_PART, DT_ROLE_TYPE_NAME, "attachment");

  part->part = DT_PART_ATTACHMENT;
  part->part_title = g_strdup (kind != NULL ? kind->name : "");
  g_ptr_array_add (blocks, part);
  dt_compose_attachment_head (&run->composing, node, kind, blocks);
}

static void
compose_tasks (Run *run,
               DtNode *node,
               const char *reference,
               GPtrArray *blocks)
{
  dt_compose_task_table (&run->composing, reference, blocks);
}

/* Composes a child that holds text, if it is there. */
static void
run_text (Run *run,
          const char *name,
          DtNode *parent,
          const char *parent_reference,
          DtNodeKind kind,
          GroupFunc func)
{
  DtNode *node = parent != NULL ? dt_node_find_child (parent, kind) : NULL;
  g_autofree char *reference = NULL;

  if (node == NULL)
    return;

  reference = dt_plan_child_reference (parent_reference, node);
  run_group (run, name, reference, node, "", func);
}

static void
run_scheme (Run *run,
            const char *name,
            DtNode *parent,
            const char *reference,
            DtNodeKind kind,
            DtScheme scheme)
{
  DtNode *node = dt_node_find_child (parent, kind);

  if (node != NULL)
    run_sections (run, name, reference, node, dt_scheme_find (dt_node_get_attribute (node, DT_ATTR_SCHEME), scheme));
}

/* Puts the end mark to the last paragraph of the content that began at part_start. */
static void
end_content (Run *run)
{
  GPtrArray *blocks = run->self->blocks;
  DtBlock *last;
  DtBlock *marked = NULL;

  if (blocks->len <= run->part_start)
    return;

  last = g_ptr_array_index (blocks, blocks->len - 1);
  if (last->kind != DT_BLOCK_PARAGRAPH || last->n_runs == 0)
    return;

  if (run->previous != NULL)
    marked = g_hash_table_lookup (run->previous->marked, last);
  marked = marked != NULL ? dt_block_ref (marked) : dt_compose_end_mark (last);
  g_hash_table_insert (run->self->marked, dt_block_ref (last), marked);
  blocks->pdata[blocks->len - 1] = marked;
}

/* The head of an annex follows its own title and orientation and the head of the document, not its body. */
static void
run_annex_head (Run *run,
                DtNode *annex,
                guint number,
                guint n_annexes)
{
  const char *id = dt_node_get_id (annex);
  const char *orientation = dt_node_get_attribute (annex, DT_ATTR_ORIENTATION);
  g_autofree char *name = g_strconcat (id, "/head", NULL);
  g_autofree char *context = g_strdup_printf ("%u %u %s %p", number, n_annexes, orientation != NULL ? orientation : "",
                                              (void *) run->composing.head);
  DtGroup *old = find_group (run->previous, name);
  DtGroup *group = ensure_group (run, name);

  if (old != NULL && old->own != NULL && g_str_equal (old->own->context, context) &&
      dt_node_find_child (old->own->node, DT_NODE_TITLE) == dt_node_find_child (annex, DT_NODE_TITLE) &&
      dt_fragment_cites_as_before (old->own, &run->composing))
    {
      group->own = dt_fragment_ref (old->own);
    }
  else
    {
      DtOuter outer;

      group->own = dt_fragment_new (annex, context);
      dt_fragment_begin (&run->composing, &outer);
      dt_compose_annex_head (&run->composing, annex, id, number, n_annexes, group->own->blocks);
      dt_fragment_end (group->own, &run->composing, &outer);
    }

  add_fragment (run, group->own);
}

static void
run_annex (Run *run,
           DtNode *annex,
           guint number,
           guint n_annexes)
{
  const char *id = dt_node_get_id (annex);
  DtNode *tasks = dt_node_find_child (run->composing.root, DT_NODE_TASKS);
  g_autofree char *body = g_strconcat (id, "/body", NULL);
  g_autofree char *sections = g_strconcat (id, "/sections", NULL);
  g_autofree char *closing = g_strconcat (id, "/closing", NULL);
  g_autofree char *table = g_strconcat (id, "/tasks", NULL);

  run_annex_head (run, annex, number, n_annexes);
  run->part_start = run->self->blocks->len;
  run_text (run, body, annex, id, DT_NODE_BODY, compose_body);
  run_sections (run, sections, id, annex, DT_SCHEME_ROMAN);
  if (g_strcmp0 (dt_node_get_attribute (annex, DT_ATTR_SOURCE), "tasks") == 0)
    run_group (run, table, id, tasks != NULL ? tasks : annex, "", compose_tasks);
  run_text (run, closing, annex, id, DT_NODE_CLOSING, compose_closing);
  end_content (run);
}

/* One that is switched off keeps its text and its place. */
static gboolean
is_shown_annex (const DtNode *node)
{
  return dt_node_get_kind (node) == DT_NODE_ANNEX && g_strcmp0 (dt_node_get_attribute (node, DT_ATTR_SOURCE), "none") != 0;
}

static void
run_annexes (Run *run)
{
  DtNode *root = run->composing.root;
  guint n_annexes = 0;
  guint number = 0;

  for (guint i = 0; i < dt_node_get_n_children (root); i++)
    n_annexes += is_shown_annex (dt_node_get_child (root, i));

  for (guint i = 0; i < dt_node_get_n_children (root); i++)
    {
      DtNode *annex = dt_node_get_child (root, i);

      if (is_shown_annex (annex))
        run_annex (run, annex, ++number, n_annexes);
    }
}

static void
run_attachment (Run *run,
                const char *head_context)
{
  DtNode *attachment = dt_node_find_child (run->composing.root, DT_NODE_ATTACHMENT);
  g_autofree char *context = NULL;

  if (attachment == NULL)
    return;

  context = g_strdup_printf ("%s %p", head_context, (void *) run->composing.head);
  run_group (run, "attachment", "attachment", attachment, context, compose_attachment_head);
  run->part_start = run->self->blocks->len;
  run_text (run, "attachment/opening", attachment, "attachment", DT_NODE_OPENING, compose_opening);
  run_scheme (run, "attachment/sections", attachment, "attachment/sections", DT_NODE_SECTIONS, DT_SCHEME_ROMAN);
  run_text (run, "attachment/closing", attachment, "attachment", DT_NODE_CLOSING, compose_closing);
  end_content (run);
}

static void
run_main (Run *run,
          const char *head_context)
{
  DtNode *root = run->composing.root;
  DtNode *head = run->composing.head;
  DtNode *bases = dt_node_find_child (root, DT_NODE_BASES);
  DtNode *recipients = dt_node_find_child (root, DT_NODE_RECIPIENTS);
  DtNode *signature = dt_node_find_child (root, DT_NODE_SIGNATURE);
  g_autofree char *close_context = g_strdup_printf ("%p", (void *) signature);

  run_group (run, "head", "head", head != NULL ? head : root, head_context, compose_head_group);
  if (bases != NULL)
    run_group (run, "bases", "bases", bases, "", compose_bases_group);
  run_text (run, "opening", root, "plan", DT_NODE_OPENING, compose_opening);
  if (run->composing.kind != NULL && run->composing.kind->form != DT_FORM_NAMED)
    run_group (run, "decision", "articles", head != NULL ? head : root, "", compose_decision_word);

  run->part_start = run->self->blocks->len;
  run_scheme (run, "articles", root, "articles", DT_NODE_ARTICLES, DT_SCHEME_ARTICLE);
  run_scheme (run, "sections", root, "sections", DT_NODE_SECTIONS, DT_SCHEME_ROMAN);
  run_text (run, "closing", root, "plan", DT_NODE_CLOSING, compose_closing);
  end_content (run);

  run_group (run, "close", "signature", recipients != NULL ? recipients : root, close_context, compose_close);
}

/* The sheet of @composer with the habits that @head carries; the very one of @previous where both are the same. */
static DtSheet *
choose_sheet (const DtComposer *composer,
              const DtHabits *habits,
              DtComposition *previous)
{
  static const DtHabits none = { 0 };
  DtSheet *sheet = NULL;

  if (previous != NULL && previous->given == composer->sheet && dt_habits_equal (&previous->habits, habits))
    return dt_sheet_ref (previous->sheet);
  if (!dt_habits_equal (habits, &none))
    sheet = dt_sheet_with_habits (composer->sheet, habits, NULL);

  /* A plan holds lawful habits only. */
  return sheet != NULL ? sheet : dt_sheet_ref (composer->sheet);
}

static gboolean
has_task_annex (const DtNode *root)
{
  for (guint i = 0; i < dt_node_get_n_children (root); i++)
    {
      const DtNode *child = dt_node_get_child (root, i);

      if (dt_node_get_kind (child) == DT_NODE_ANNEX &&
          g_strcmp0 (dt_node_get_attribute (child, DT_ATTR_SOURCE), "tasks") == 0)
        return TRUE;
    }

  return FALSE;
}

/* Whether blocks of @previous may be taken over at all: field values and styles reach everywhere. */
static gboolean
is_comparable (DtComposition *previous,
               const DtComposer *composer,
               const DtComposing *composing)
{
  return previous != NULL && previous->sheet == composing->composer->sheet && previous->kinds == composer->kinds &&
         previous->catalog == composer->catalog && previous->fields == composing->fields &&
         dt_date_equal (previous->on, composing->on);
}

/**
 * dt_compose:
 * @composer: style sheet and kinds
 * @plan: a plan
 * @previous: (nullable): an earlier composition of the same document
 *
 * Turns a plan into paragraphs, tables and rules in reading order, with
 * numbers computed and fields and citations resolved.
 *
 * Returns: (transfer full): a composition; what is imperfect stands in its
 *   diagnostics
 */
DtComposition *
dt_compose (const DtComposer *composer,
            DtPlan *plan,
            DtComposition *previous)
{
  g_autoptr (DtComposition) self = NULL;
  const char *kind_id;
  g_autofree char *head_context = NULL;
  g_autoptr (GHashTable) seen = NULL;
  g_autoptr (DtTaskUnits) units = NULL;
  g_autoptr (DtSheet) sheet = NULL;
  DtHabits habits;
  DtComposer own;
  Run run = { 0 };

  g_return_val_if_fail (composer != NULL, NULL);
  g_return_val_if_fail (plan != NULL, NULL);

  habits = dt_habits_of_head (dt_node_find_child (dt_plan_get_root (plan), DT_NODE_HEAD));
  sheet = choose_sheet (composer, &habits, previous);
  own = *composer;
  own.sheet = sheet;
  self = dt_composition_new (&own, plan);
  self->given = dt_sheet_ref (composer->sheet);
  self->habits = habits;
  seen = g_hash_table_new (NULL, NULL);
  run.self = self;
  run.composing.seen = seen;
  run.composing.composer = &own;
  run.composing.plan = plan;
  run.composing.root = dt_plan_get_root (plan);
  run.composing.head = dt_node_find_child (run.composing.root, DT_NODE_HEAD);
  run.composing.fields = dt_node_find_child (run.composing.root, DT_NODE_FIELDS);
  run.composing.tasks = dt_node_find_child (run.composing.root, DT_NODE_TASKS);
  units = dt_task_units_new (run.composing.tasks, run.composing.fields);
  run.composing.units = units;
  run.composing.has_task_annex = has_task_annex (run.composing.root);
  run.composing.diagnostics = self->diagnostics;
  kind_id = dt_node_get_attribute (run.composing.root, DT_ATTR_KIND);
  run.composing.kind = dt_kinds_find (composer->kinds, kind_id);
  if (run.composing.kind == NULL)
    dt_diagnostics_add (self->diagnostics, DT_SEVERITY_ERROR, "unknown-kind", "plan", 0, 0,
                        _ ("no kind of document is called “%s”"), kind_id != NULL ? kind_id : "");

  run.composing.on = dt_compose_get_date (&run.composing);
  if (!dt_date_is_complete (run.composing.on))
    run.composing.on = composer->today;
  self->on = run.composing.on;
  self->fields = run.composing.fields;
  run.previous = is_comparable (previous, composer, &run.composing) ? previous : NULL;
  head_context = g_strdup (kind_id != NULL ? kind_id : "");
  run_main (&run, head_context);
  run_attachment (&run, head_context);
  run_annexes (&run);

  run.composing.diagnostics = self->diagnostics;
  dt_composition_fill_info (self, &run.composing);

  return g_steal_pointer (&self);
}
