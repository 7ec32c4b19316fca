/* dui-import-parts.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-import-parts"

#include "config.h"

#include "start/dui-import-parts.h"

#include "text/dt-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* A line with fewer letters is found only as a whole. */
#define MIN_PART 6

/* How the kinds of nodes are called in the margin. */
static const struct
{
  DtNodeKind kind;
  const char *label;
} names[] = {
  { DT_NODE_HEAD, N_ ("Head") },
  { DT_NODE_PARENT, N_ ("Office") },
  { DT_NODE_AGENCY, N_ ("Office") },
  { DT_NODE_SUBJECT, N_ ("Subject") },
  { DT_NODE_CIRCULATION, N_ ("Circulation") },
  { DT_NODE_ADDRESSEE, N_ ("Addressee") },
  { DT_NODE_AUTHORITY, N_ ("Authority") },
  { DT_NODE_BASES, N_ ("Basis") },
  { DT_NODE_BASIS, N_ ("Basis") },
  { DT_NODE_OPENING, N_ ("Opening") },
  { DT_NODE_CLOSING, N_ ("Closing") },
  { DT_NODE_RECIPIENTS, N_ ("Recipients") },
  { DT_NODE_RECIPIENT, N_ ("Recipients") },
  { DT_NODE_ARCHIVE, N_ ("Recipients") },
  { DT_NODE_SIGNATURE, N_ ("Signature") },
  { DT_NODE_CAPACITY, N_ ("Signature") },
  { DT_NODE_POSITION, N_ ("Signature") },
  { DT_NODE_SIGNER, N_ ("Signature") },
  { DT_NODE_TASKS, N_ ("Task") },
  { DT_NODE_TASK, N_ ("Task") },
  { DT_NODE_WORK, N_ ("Task") },
  { DT_NODE_LEAD, N_ ("Task") },
  { DT_NODE_PARTNER, N_ ("Task") },
  { DT_NODE_DEADLINE, N_ ("Task") },
  { DT_NODE_PRODUCT, N_ ("Task") },
  { DT_NODE_ANNEX, N_ ("Annex") },
};

/* A paragraph of the result. */
typedef struct
{
  char *label;
  char *folded;  /* words only, the number among them */
  char *content; /* without the number */
  gboolean used;
} Target;

static void
target_clear (gpointer data)
{
  Target *self = data;

  g_free (self->label);
  g_free (self->folded);
  g_free (self->content);
}

/* Letters and digits without case and accents, one blank between words and at both ends. */
static char *
fold_words (const char *text)
{
  g_autofree char *folded = dt_text_fold (text);
  GString *words = g_string_new (" ");

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (words, c);
      else if (words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }
  if (words->str[words->len - 1] != ' ')
    g_string_append_c (words, ' ');

  return g_string_free (words, FALSE);
}

static char *
make_label (DtPlan *plan,
            const DtBlock *block)
{
  DtNode *node = block->node != NULL ? dt_plan_find (plan, block->node) : NULL;

  for (guint i = 0; node != NULL && i < G_N_ELEMENTS (names); i++)
    if (names[i].kind == dt_node_get_kind (node))
      return g_strdup (_ (names[i].label));
  if (block->label > 0)
    return g_strstrip (g_strndup (block->text, block->label));

  return g_strdup ("");
}

static void
add_block (GArray *targets,
           DtPlan *plan,
           const DtBlock *block)
{
  if (block->kind == DT_BLOCK_PARAGRAPH && block->text != NULL && *block->text != '\0')
    {
      Target target = { make_label (plan, block), fold_words (block->text), fold_words (block->text + block->label), FALSE };

      g_array_append_val (targets, target);
    }
  for (guint i = 0; i < block->n_rows * (block->kind == DT_BLOCK_TABLE ? block->n_columns : 2) && block->cells != NULL; i++)
    for (guint k = 0; block->cells[i] != NULL && k < block->cells[i]->len; k++)
      add_block (targets, plan, g_ptr_array_index (block->cells[i], k));
}

/* Behind "III.", "a)", "-": the words of the line that are not its number. */
static const char *
skip_marker (const char *line)
{
  const char *blank = strchr (line, ' ');
  gsize length = blank != NULL ? (gsize) (blank - line) : 0;

  if (length == 0 || length > 8)
    return line;
  if (strchr (".)", blank[-1]) != NULL || (length == 1 && strchr ("-+*", *line) != NULL) || g_str_has_prefix (line, "#"))
    return blank + 1;

  return line;
}

/* The line is the paragraph, whatever its number was. */
static gboolean
is_whole (const Target *target,
          const char *folded,
          const char *content)
{
  return !target->used && (strcmp (target->content, content) == 0 || strcmp (target->folded, folded) == 0);
}

/* The line begins the paragraph where it has a number, else it is a part of it; or it holds the paragraph, as one
 * that was two columns of the head or the end. */
static gboolean
is_part (const Target *target,
         const char *folded,
         const char *content,
         gboolean has_number)
{
  if (strlen (content) >= MIN_PART + 2)
    {
      if (has_number ? !target->used && g_str_has_prefix (target->content, content) : strstr (target->folded, content) != NULL)
        return TRUE;
    }

  return strlen (target->content) >= MIN_PART + 2 && strstr (folded, target->content) != NULL;
}

/* What stands behind what was found last comes first: the order of the text is that of the result. */
static Target *
find_target (GArray *targets,
             guint *next,
             const char *line)
{
  const char *behind = skip_marker (line);
  g_autofree char *folded = fold_words (line);
  g_autofree char *content = fold_words (behind);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < targets->len; i++)
      {
        guint index = (*next + i) % targets->len;
        Target *target = &g_array_index (targets, Target, index);

        if (pass == 0 ? is_whole (target, folded, content) : is_part (target, folded, content, behind != line))
          {
            *next = index;
            return target;
          }
      }

  return NULL;
}

/**
 * dui_import_parts_list:
 * @composition: what the text became
 * @text: the text as it was typed or read
 *
 * Finds for each line of a text what the import took it for (phần đã nhận ra),
 * to be shown in the margin beside it.
 *
 * Returns: (transfer full) (element-type utf8): a label for each line, empty
 *   for none
 */
GPtrArray *
dui_import_parts_list (const DtComposition *composition,
                       const char *text)
{
  GPtrArray *labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (Target));
  g_auto (GStrv) lines = NULL;
  DtBlock *const *blocks;
  guint n_blocks;
  guint next = 0;

  g_return_val_if_fail (composition != NULL && text != NULL, labels);

  g_array_set_clear_func (targets, target_clear);
  blocks = dt_composition_get_blocks (composition, &n_blocks);
  for (guint i = 0; i < n_blocks; i++)
    add_block (targets, dt_composition_get_plan (composition), blocks[i]);

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      Target *target = *g_strstrip (lines[i]) != '\0' ? find_target (targets, &next, lines[i]) : NULL;

      g_ptr_array_add (labels, g_strdup (target != NULL && !target->used ? target->label : ""));
      if (target != NULL)
        target->used = TRUE;
    }

  return labels;
}
