/* dt-composition.c - a plan turned into paragraphs, tables and rules
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "compose/dt-composition-private.h"

#include "base/dt-diagnostic.h"
#include "text/dt-text.h"

#include <string.h>

/* Closes the content of a document, of an attached text and of an annex (Phụ lục III, the forms). */
#define END_MARK "./."

static void
free_group (gpointer data)
{
  DtGroup *group = data;

  g_clear_pointer (&group->own, dt_fragment_unref);
  g_clear_pointer (&group->sections, g_ptr_array_unref);
  g_free (group);
}

/**
 * dt_composition_new:
 * @composer: style sheet and kinds
 * @plan: what is composed
 *
 * Makes a composition without blocks.
 *
 * Returns: (transfer full): a composition
 */
DtComposition *
dt_composition_new (const DtComposer *composer,
                    DtPlan *plan)
{
  DtComposition *self = g_atomic_rc_box_new0 (DtComposition);

  self->sheet = dt_sheet_ref (composer->sheet);
  self->kinds = dt_kinds_ref (composer->kinds);
  self->catalog = composer->catalog != NULL ? dt_catalog_ref (composer->catalog) : NULL;
  self->plan = dt_plan_ref (plan);
  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_group);
  self->marked = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) dt_block_unref, (GDestroyNotify) dt_block_unref);
  self->blocks = g_ptr_array_new ();
  self->diagnostics = dt_diagnostics_new ();

  return self;
}

/* The runs of @last up to @length, and the end mark: part of the last one if that is plain text, else a run of its own. */
static void
copy_runs (DtBlock *marked,
           const DtBlock *last,
           guint length)
{
  DtRun *mark;

  marked->runs = g_new (DtRun, last->n_runs + 1);
  memcpy (marked->runs, last->runs, last->n_runs * sizeof (DtRun));
  marked->n_runs = last->n_runs;
  while (marked->n_runs > 1 && marked->runs[marked->n_runs - 1].start >= length)
    marked->n_runs--;

  mark = &marked->runs[marked->n_runs - 1];
  if (mark->kind != DT_RUN_TEXT)
    {
      mark->end = length;
      mark[1] = mark[0];
      mark++;
      mark->kind = DT_RUN_TEXT;
      mark->start = length;
      mark->source_start = mark->source_end;
      marked->n_runs++;
    }
  mark->end = (guint) strlen (marked->text);
}

/**
 * dt_compose_end_mark:
 * @last: the last paragraph of a content
 *
 * Copies @last with the mark "./." that closes a content in the forms of
 * Phụ lục III; a full stop or semicolon that stands there becomes part of it.
 *
 * Returns: (transfer full): the marked paragraph
 */
DtBlock *
dt_compose_end_mark (DtBlock *last)
{
  DtBlock *marked = dt_block_new (DT_BLOCK_PARAGRAPH, last->role, last->node);
  gsize length = strlen (last->text);
  gboolean stopped;

  while (length > 0 && last->text[length - 1] == ' ')
    length--;
  if (length >= 3 && memcmp (last->text + length - 3, END_MARK, 3) == 0)
    length -= 3;
  stopped = length > 0 && (last->text[length - 1] == '.' || last->text[length - 1] == ';');
  if (stopped)
    length--;

  marked->line = last->line;
  marked->keep_next = last->keep_next;
  marked->align = last->align;
  marked->level = last->level;
  marked->label = MIN (last->label, (guint) length);
  marked->text = g_strdup_printf ("%.*s" END_MARK, (int) length, last->text);
  copy_runs (marked, last, (guint) length);

  return marked;
}

/* The subject as printed, on one line. */
static char *
find_subject (const DtComposition *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const DtBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->role == DT_ROLE_SUBJECT && block->kind == DT_BLOCK_PARAGRAPH)
        return dt_text_collapse (block->text);
    }

  return g_strdup ("");
}

/**
 * dt_composition_fill_info:
 * @self: a composition
 * @composing: the run
 *
 * Gathers what the document says of itself (Phụ lục VI, phần II, mục I).
 */
void
dt_composition_fill_info (DtComposition *self,
                          const DtComposing *composing)
{
  DtNode *head = composing->head;
  const char *number = head != NULL ? dt_node_get_attribute (head, DT_ATTR_NUMBER) : NULL;
  const char *date = head != NULL ? dt_node_get_attribute (head, DT_ATTR_DATE) : NULL;
  const char *place = head != NULL ? dt_node_get_attribute (head, DT_ATTR_PLACE) : NULL;
  const char *kind = composing->kind != NULL ? composing->kind->name : "";
  g_autofree char *symbol = dt_compose_number (composing, TRUE);
  gboolean numbered = number != NULL && *number != '\0';

  self->info.subject = find_subject (self);
  self->info.author = dt_compose_agency_name (composing);
  self->info.title = g_strchomp (g_strdup_printf ("%s%s%s %s", kind, numbered ? " số " : "", numbered ? symbol : "",
                                                  self->info.subject));
  self->info.keywords = g_strdup_printf ("%s%s%s%s%s", kind, numbered ? ", " : "", numbered ? symbol : "",
                                         place != NULL && *place != '\0' ? ", " : "", place != NULL ? place : "");
  self->info.language = g_strdup ("vi-VN");
  self->info.date = g_strdup (date != NULL && strlen (date) == strlen ("2026-01-31") ? date : "");
}

/**
 * dt_composition_ref:
 * @self: a composition
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
DtComposition *
dt_composition_ref (DtComposition *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_composition (gpointer data)
{
  DtComposition *self = data;

  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->diagnostics, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_hash_table_unref);
  g_clear_pointer (&self->marked, g_hash_table_unref);
  g_clear_pointer (&self->plan, dt_plan_unref);
  g_clear_pointer (&self->catalog, dt_catalog_unref);
  g_clear_pointer (&self->kinds, dt_kinds_unref);
  g_clear_pointer (&self->sheet, dt_sheet_unref);
  g_clear_pointer (&self->given, dt_sheet_unref);
  g_free (self->info.title);
  g_free (self->info.author);
  g_free (self->info.subject);
  g_free (self->info.keywords);
  g_free (self->info.language);
  g_free (self->info.date);
}

/**
 * dt_composition_unref:
 * @self: (transfer full): a composition
 *
 * Gives a reference back.
 */
void
dt_composition_unref (DtComposition *self)
{
  g_atomic_rc_box_release_full (self, clear_composition);
}

/**
 * dt_composition_get_blocks:
 * @self: a composition
 * @n_blocks: (out): how many there are
 *
 * Gets the blocks in reading order; the first is always a part.
 *
 * Returns: (transfer none) (array length=n_blocks): the blocks
 */
DtBlock *const *
dt_composition_get_blocks (const DtComposition *self,
                           guint *n_blocks)
{
  g_return_val_if_fail (n_blocks != NULL, NULL);

  *n_blocks = self->blocks->len;
  return (DtBlock *const *) self->blocks->pdata;
}

/**
 * dt_composition_get_sheet:
 * @self: a composition
 *
 * Gets the style sheet it was composed for.
 *
 * Returns: (transfer none): the sheet
 */
DtSheet *
dt_composition_get_sheet (const DtComposition *self)
{
  return self->sheet;
}

/**
 * dt_composition_get_plan:
 * @self: a composition
 *
 * Gets the plan it was composed from.
 *
 * Returns: (transfer none): the plan
 */
DtPlan *
dt_composition_get_plan (const DtComposition *self)
{
  return self->plan;
}

/**
 * dt_composition_get_info:
 * @self: a composition
 *
 * Gets what the document says of itself.
 *
 * Returns: (transfer none): the strings
 */
const DtDocumentInfo *
dt_composition_get_info (const DtComposition *self)
{
  return &self->info;
}

/**
 * dt_composition_get_diagnostics:
 * @self: a composition
 *
 * Gets what is imperfect in the draft as far as composing sees it.
 *
 * Returns: (transfer none) (element-type DtDiagnostic): the findings
 */
GPtrArray *
dt_composition_get_diagnostics (const DtComposition *self)
{
  return self->diagnostics;
}
