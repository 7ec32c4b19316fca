/* dui-text-edit.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-editor"

#include "config.h"

#include "editor/dui-text-edit.h"

#include "model/dt-notation.h"
#include "text/dt-text.h"

#include <stdlib.h>
#include <string.h>

/* A line of the text and its marker, all in bytes of the text. */
typedef struct
{
  gsize start;
  gsize end;
  gsize marker; /* where the marker begins, behind blanks */
  gsize body;   /* behind the marker */
  DtLineKind kind;
} Line;

void
dui_text_change_clear (DuiTextChange *self)
{
  g_clear_pointer (&self->text, g_free);
}

static void
set_change (DuiTextChange *change,
            gsize start,
            gsize end,
            char *text,
            gsize caret)
{
  change->start = start;
  change->end = end;
  change->text = text;
  change->caret = caret;
  change->bound = caret;
}

static void
read_line (const char *text,
           gsize at,
           Line *line)
{
  g_autofree char *alone = NULL;
  g_autoptr (DtBody) body = NULL;
  const DtLine *lines;
  guint n_lines;
  gsize blanks;

  line->start = at;
  while (line->start > 0 && text[line->start - 1] != '\n')
    line->start--;
  line->end = at + strcspn (text + at, "\n");

  /* A marker counts before text only: with a letter behind it a bare one counts too. */
  alone = g_strdup_printf ("%.*sx", (int) (line->end - line->start), text + line->start);
  blanks = strspn (alone, " \t");
  body = dt_body_parse (alone);
  lines = dt_body_get_lines (body, &n_lines);
  line->marker = line->body = line->start + blanks;
  line->kind = DT_LINE_PARAGRAPH;
  if (n_lines == 0)
    return;

  line->kind = lines[0].kind;
  line->body = line->marker + lines[0].marker;
}

static gboolean
is_list (DtLineKind kind)
{
  return kind == DT_LINE_NUMBER || kind == DT_LINE_POINT || kind == DT_LINE_DASH || kind == DT_LINE_PLUS;
}

/* The marker that follows the one of @line, or its first one. */
static char *
make_marker (const char *text,
             const Line *line,
             DtLineKind kind)
{
  gboolean goes_on = line != NULL && line->kind == kind;
  int index;

  switch (kind)
    {
    case DT_LINE_NUMBER:
      return g_strdup_printf ("%d. ", goes_on ? MIN (atoi (text + line->marker) + 1, 999) : 1);
    case DT_LINE_POINT:
      index = goes_on ? dt_text_point_index (text + line->marker, strcspn (text + line->marker, ")")) : -1;
      return g_strdup_printf ("%s) ", dt_text_point_letter (MIN ((guint) (index + 1), DT_TEXT_N_POINT_LETTERS - 1)));
    case DT_LINE_DASH:
      return g_strdup ("- ");
    case DT_LINE_PLUS:
      return g_strdup ("+ ");
    case DT_LINE_PARAGRAPH:
    case DT_LINE_TABLE:
    default:
      return g_strdup ("");
    }
}

/* A row below a row of a table, with as many cells. */
static gboolean
enter_in_table (const char *text,
                const Line *line,
                DuiTextChange *change)
{
  g_autofree char *row = g_strndup (text + line->start, line->end - line->start);
  g_autoptr (DtBody) body = dt_body_parse (row);
  guint n_lines;
  const DtLine *lines = dt_body_get_lines (body, &n_lines);
  GString *below;

  if (n_lines == 0 || lines[0].table == NULL)
    return FALSE;
  /* An empty row: the table is done. */
  if (strspn (row, "| \t") == strlen (row))
    {
      set_change (change, line->start, line->end, g_strdup (""), line->start);
      return TRUE;
    }

  below = g_string_new ("\n|");
  for (guint i = 0; i < lines[0].table->n_columns; i++)
    g_string_append (below, "  |");
  set_change (change, line->end, line->end, g_string_free (below, FALSE), line->end + strlen ("\n| "));
  return TRUE;
}

/**
 * dui_text_edit_enter:
 * @text: body text
 * @caret: where the caret is
 * @change: (out): what to do
 *
 * Goes on with a list or a table: the next line begins with the next marker;
 * on a line that has nothing but its marker the list ends.
 *
 * Returns: %FALSE where a plain new line is right
 */
gboolean
dui_text_edit_enter (const char *text,
                     gsize caret,
                     DuiTextChange *change)
{
  g_autofree char *marker = NULL;
  char *below;
  Line line;

  g_return_val_if_fail (text != NULL && caret <= strlen (text) && change != NULL, FALSE);

  read_line (text, caret, &line);
  if (line.kind == DT_LINE_TABLE)
    return caret == line.end && enter_in_table (text, &line, change);
  if (!is_list (line.kind) || caret < line.body)
    return FALSE;
  if (strspn (text + line.body, " \t") == line.end - line.body)
    {
      set_change (change, line.start, line.end, g_strdup (""), line.start);
      return TRUE;
    }

  marker = make_marker (text, &line, line.kind);
  below = g_strdup_printf ("\n%.*s%s", (int) (line.marker - line.start), text + line.start, marker);
  set_change (change, caret, caret, below, caret + strlen (below));
  return TRUE;
}

/* The next line above that is a list item of one of the kinds, up to a paragraph. */
static gboolean
find_above (const char *text,
            gsize at,
            DtLineKind highest,
            DtLineKind lowest,
            Line *found)
{
  while (at > 0)
    {
      read_line (text, at - 1, found);
      if (!is_list (found->kind))
        return FALSE;
      if (found->kind >= highest && found->kind <= lowest)
        return TRUE;
      at = found->start;
    }

  return FALSE;
}

/* The marker of @line one step further in (1. → a) → - → +) or out. */
static char *
shift_marker (const char *text,
              const Line *line,
              gboolean outdent)
{
  DtLineKind kind;
  Line above;

  if (!outdent)
    {
      kind = line->kind == DT_LINE_PLUS ? DT_LINE_PLUS : line->kind + 1;
      return make_marker (text, find_above (text, line->start, kind, kind, &above) ? &above : NULL, kind);
    }
  if (line->kind == DT_LINE_PLUS)
    return g_strdup ("- ");
  if (line->kind == DT_LINE_NUMBER || !find_above (text, line->start, DT_LINE_NUMBER, line->kind - 1, &above))
    return g_strndup (text + line->marker, line->body - line->marker);

  return make_marker (text, &above, above.kind);
}

/* To the cell behind or before the caret. */
static gboolean
step_cell (const char *text,
           const Line *line,
           gsize caret,
           gboolean back,
           DuiTextChange *change)
{
  gsize at = caret;

  if (back)
    {
      guint n_bars = 0;

      while (at > line->start && n_bars < 2)
        n_bars += text[--at] == '|';
      if (n_bars < 2)
        return FALSE;
    }
  else
    {
      at += strcspn (text + at, "|\n");
      if (text[at] != '|' || at + 1 + strspn (text + at + 1, " \t") >= line->end)
        return FALSE;
    }

  at++;
  if (text[at] == ' ')
    at++;
  set_change (change, caret, caret, g_strdup (""), at);
  return TRUE;
}

/**
 * dui_text_edit_indent:
 * @text: body text
 * @start: where the selection begins
 * @end: where it ends
 * @outdent: whether it goes out, not in
 * @change: (out): what to do
 *
 * Moves list items one level: 1. → a) → - → +. In a table it goes to the next
 * cell.
 *
 * Returns: %FALSE where no line of the selection is a list item
 */
gboolean
dui_text_edit_indent (const char *text,
                      gsize start,
                      gsize end,
                      gboolean outdent,
                      DuiTextChange *change)
{
  g_autoptr (GString) changed = NULL;
  gboolean any = FALSE;
  gssize grown = 0;
  Line line;
  gsize at;

  g_return_val_if_fail (text != NULL && start <= end && end <= strlen (text) && change != NULL, FALSE);

  read_line (text, start, &line);
  if (line.kind == DT_LINE_TABLE)
    return start == end && step_cell (text, &line, start, outdent, change);

  changed = g_string_new_len (text, (gssize) line.start);
  at = line.start;
  for (;;)
    {
      gsize begin = changed->len;

      read_line (text, at, &line);
      if (is_list (line.kind))
        {
          Line here;
          g_autofree char *marker = NULL;

          /* Looked at in the changed text, so that a run of items counts on. */
          g_string_append_len (changed, text + line.start, (gssize) (line.end - line.start));
          read_line (changed->str, begin, &here);
          marker = shift_marker (changed->str, &here, outdent);
          g_string_erase (changed, (gssize) here.marker, (gssize) (here.body - here.marker));
          g_string_insert (changed, (gssize) here.marker, marker);
          if (!any)
            grown = (gssize) strlen (marker) - (gssize) (here.body - here.marker);
          any = TRUE;
        }
      else
        g_string_append_len (changed, text + line.start, (gssize) (line.end - line.start));

      if (line.end >= end || text[line.end] == '\0')
        break;
      g_string_append_c (changed, '\n');
      at = line.end + 1;
    }
  if (!any)
    return FALSE;

  read_line (text, start, &line);
  set_change (change, line.start, line.end, NULL, 0);
  read_line (text, end, &line);
  change->end = line.end;
  change->text = g_strdup (changed->str + change->start);
  change->bound = (gsize) MAX ((gssize) change->start, (gssize) start + grown);
  change->caret = start == end ? change->bound : changed->len;
  return TRUE;
}

/* Bold and italic */

static gboolean
is_word_end (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return c == 0 || g_unichar_isspace (c) || strchr ("*|[]{}()", (int) (c < 0x80 ? c : 'x')) != NULL || g_unichar_ispunct (c);
}

static void
select_word (const char *text,
             gsize *start,
             gsize *end)
{
  while (*start > 0)
    {
      const char *before = g_utf8_prev_char (text + *start);

      if (is_word_end (before))
        break;
      *start = (gsize) (before - text);
    }
  while (!is_word_end (text + *end))
    *end = (gsize) (g_utf8_next_char (text + *end) - text);
}

/* How many stars stand before @at, or from it on. */
static gsize
count_stars (const char *text,
             gsize at,
             gboolean before)
{
  gsize n = 0;

  if (!before)
    return strspn (text + at, "*");
  while (n < at && text[at - n - 1] == '*')
    n++;

  return n;
}

static gboolean
has_mark (gsize n_stars,
          gsize n_mark)
{
  return n_stars == n_mark || n_stars == 3;
}

/* The part of each line that is text gets the marks; blanks and markers do not. */
static char *
wrap_lines (const char *text,
            gsize start,
            gsize end,
            const char *mark)
{
  GString *out = g_string_new (NULL);

  for (gsize at = start; at <= end;)
    {
      gsize stop = MIN (at + strcspn (text + at, "\n"), end);
      gsize from = at;
      gsize to = stop;
      Line line;

      read_line (text, at, &line);
      from = CLAMP (line.body, at, stop);
      while (from < to && g_ascii_isspace (text[from]))
        from++;
      while (to > from && g_ascii_isspace (text[to - 1]))
        to--;
      g_string_append_len (out, text + at, (gssize) (from - at));
      if (to > from)
        g_string_append_printf (out, "%s%.*s%s", mark, (int) (to - from), text + from, mark);
      g_string_append_len (out, text + to, (gssize) (stop - to));
      if (stop >= end)
        break;
      g_string_append_c (out, '\n');
      at = stop + 1;
    }

  return g_string_free (out, FALSE);
}

gboolean
dui_text_edit_toggle (const char *text,
                      gsize start,
                      gsize end,
                      const char *mark,
                      DuiTextChange *change)
{
  gsize n = strlen (mark);
  gsize caret = start;
  gboolean nothing = start == end;

  g_return_val_if_fail (text != NULL && start <= end && end <= strlen (text) && change != NULL, FALSE);

  if (nothing)
    select_word (text, &start, &end);
  /* The marks themselves may be selected. */
  if (end - start > 2 * n && has_mark (count_stars (text, start, FALSE), n) && has_mark (count_stars (text, end, TRUE), n))
    {
      set_change (change, start, end, g_strndup (text + start + n, end - start - 2 * n), end - 2 * n);
      change->bound = start;
      return TRUE;
    }
  if (has_mark (count_stars (text, start, TRUE), n) && has_mark (count_stars (text, end, FALSE), n))
    {
      set_change (change, start - n, end + n, g_strndup (text + start, end - start), nothing ? caret - n : end - n);
      change->bound = nothing ? change->caret : start - n;
      return TRUE;
    }
  if (start == end)
    {
      set_change (change, start, end, g_strconcat (mark, mark, NULL), start + n);
      return TRUE;
    }

  set_change (change, start, end, wrap_lines (text, start, end, mark), 0);
  change->bound = nothing ? caret + n : start;
  change->caret = nothing ? caret + n : start + strlen (change->text);
  return TRUE;
}

/* Two texts */

gboolean
dui_text_diff (const char *before,
               const char *after,
               gsize *start,
               gsize *end,
               gsize *new_end)
{
  gsize n_before = strlen (before);
  gsize n_after = strlen (after);
  gsize shorter = MIN (n_before, n_after);
  gsize head = 0;
  gsize tail = 0;

  while (head < shorter && before[head] == after[head])
    head++;
  if (head == n_before && head == n_after)
    return FALSE;
  while (head > 0 && ((before[head] & 0xc0) == 0x80 || (after[head] & 0xc0) == 0x80))
    head--;
  while (tail < shorter - head && before[n_before - 1 - tail] == after[n_after - 1 - tail])
    tail++;
  while (tail > 0 && (before[n_before - tail] & 0xc0) == 0x80)
    tail--;

  *start = head;
  *end = n_before - tail;
  *new_end = n_after - tail;
  return TRUE;
}

char *
dui_text_merge (const char *base,
                const char *ours,
                const char *theirs)
{
  gsize start[2];
  gsize end[2];
  gsize new_end[2];
  const char *texts[2] = { ours, theirs };
  guint first;
  guint last;

  if (!dui_text_diff (base, ours, &start[0], &end[0], &new_end[0]))
    return g_strdup (theirs);
  if (!dui_text_diff (base, theirs, &start[1], &end[1], &new_end[1]))
    return g_strdup (ours);

  first = start[0] <= start[1] ? 0 : 1;
  last = 1 - first;
  if (end[first] > start[last] || start[0] == start[1])
    return NULL;

  return g_strdup_printf ("%.*s%.*s%s", (int) new_end[first], texts[first], (int) (start[last] - end[first]),
                          base + end[first], texts[last] + start[last]);
}
