/* dt-rules-annex.c - annexes: mentioned, numbered, tied to the document
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-scan-private.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#define WORD "Phụ lục"

static guint
count_annexes (const DtCheck *check)
{
  guint n = 0;

  for (guint i = 0; i < dt_node_get_n_children (check->root); i++)
    n += dt_node_get_kind (dt_node_get_child (check->root, i)) == DT_NODE_ANNEX;
  return n;
}

/* A mention of an annex in a text. */
typedef struct
{
  gsize start; /* of the number */
  gsize end;   /* behind it, or behind the word where there is none */
  guint number;
  gboolean is_roman;
} Mention;

/* The next mention that is about an annex of this document and not of another one. */
static gboolean
next_mention (const DtCheckText *text,
              gsize *cursor,
              Mention *mention)
{
  for (;;)
    {
      const char *found = strstr (text->plain + *cursor, WORD);
      const char *number;
      gsize roman;
      gsize digits;

      if (found == NULL)
        return FALSE;

      *cursor = (gsize) (found - text->plain) + strlen (WORD);
      number = found + strlen (WORD);
      if (*number == ' ')
        number++;
      roman = number > found + strlen (WORD) ? strspn (number, "IVXLC") : 0;
      digits = number > found + strlen (WORD) ? strspn (number, "0123456789") : 0;
      if (roman > 0 && g_ascii_isalpha (number[roman]))
        roman = 0;

      mention->start = roman + digits > 0 ? (gsize) (number - text->plain) : (gsize) (found - text->plain);
      mention->end = roman + digits > 0 ? mention->start + roman + digits : *cursor;
      mention->is_roman = roman > 0;
      mention->number = roman > 0    ? dt_text_parse_roman (number, roman)
                        : digits > 0 ? (guint) atoi (number)
                                     : 0;
      *cursor = MAX (*cursor, mention->end);
      {
        /* "Phụ lục I Nghị định số …", "Phụ lục ban hành kèm theo Thông tư …" are others. */
        const char *rest = text->plain + mention->end;
        gsize length = strcspn (rest, ".;\n");
        g_autofree char *clause = g_strndup (rest, MIN (length, 80));

        if (strstr (clause, "Nghị định") == NULL && strstr (clause, "Thông tư") == NULL && strstr (clause, "Luật") == NULL &&
            strstr (clause, "\357\277\274") == NULL && strstr (clause, " số ") == NULL)
          return TRUE;
      }
    }
}

static gboolean
is_running_text (const DtCheckText *text)
{
  return text->top != DT_NODE_ANNEX && text->top != DT_NODE_HEAD && text->top != DT_NODE_RECIPIENTS &&
         text->top != DT_NODE_FIELDS && text->top != DT_NODE_BASES;
}

/* Whether the text speaks of annex @number, also as one of "Phụ lục I, II và III". */
static gboolean
is_mentioned (const DtCheck *check,
              guint number,
              guint n_annexes)
{
  g_autofree char *roman = dt_text_roman (number);

  for (guint i = 0; i < check->n_texts; i++)
    {
      const char *found = check->texts[i]->plain;

      if (!is_running_text (check->texts[i]))
        continue;
      while ((found = strstr (found, WORD)) != NULL)
        {
          gsize start = (gsize) (found - check->texts[i]->plain);
          gsize cursor = 0;
          gsize at;
          g_autofree char *clause = g_strndup (found, MIN (strcspn (found, ".;\n"), 120));

          if (n_annexes == 1 || (start >= 5 && strncmp (found - 5, "các ", 4) == 0) || strstr (clause, "đến") != NULL)
            return TRUE;
          if (dt_scan_next (clause, roman, &cursor, &at))
            return TRUE;
          found += strlen (WORD);
        }
      if (strstr (check->texts[i]->plain, "phụ lục kèm theo") != NULL || strstr (check->texts[i]->plain, "các phụ lục") != NULL)
        return TRUE;
    }

  return FALSE;
}

/* L96 */
static void
check_mentioned (DtCheck *check,
                 const DtCheckText *text)
{
  guint n = count_annexes (check);
  guint number = 0;

  (void) text;
  if (n == 0)
    {
      dt_check_not_applicable (check, _ ("the document has no annex"));
      return;
    }

  for (guint i = 0; i < dt_node_get_n_children (check->root); i++)
    {
      const DtNode *annex = dt_node_get_child (check->root, i);
      g_autofree char *roman = NULL;
      g_autofree char *name = NULL;
      g_autofree char *suggestion = NULL;

      if (dt_node_get_kind (annex) != DT_NODE_ANNEX || is_mentioned (check, ++number, n))
        continue;

      roman = dt_text_roman (number);
      name = n == 1 ? g_strdup (WORD) : g_strdup_printf (WORD " %s", roman);
      suggestion = g_strdup_printf ("(chi tiết tại %s kèm theo)", name);
      {
        const DtAnswer answer = { .node = dt_node_get_id (annex), .suggestion = suggestion };

        dt_check_add (check, &answer, _ ("the text does not mention “%s”"), name);
      }
    }
}

/* L97 */
static void
check_existing (DtCheck *check,
                const DtCheckText *text)
{
  guint n = count_annexes (check);

  (void) text;
  for (guint i = 0; i < check->n_texts; i++)
    {
      gsize cursor = 0;
      Mention mention;

      if (!is_running_text (check->texts[i]))
        continue;
      while (next_mention (check->texts[i], &cursor, &mention))
        if (mention.number > n || (n == 0 && strncmp (check->texts[i]->plain + mention.end, " kèm theo", strlen (" kèm theo")) == 0))
          dt_check_found (check, check->texts[i], mention.start, mention.end, NULL,
                          ngettext ("the document has %u annex", "the document has %u annexes", n), n);
    }
}

/* L98 */
static void
check_annex_numbers (DtCheck *check,
                     const DtCheckText *text)
{
  guint n = count_annexes (check);

  (void) text;
  if (n == 0)
    {
      dt_check_not_applicable (check, _ ("the document has no annex"));
      return;
    }

  for (guint i = 0; i < check->n_texts; i++)
    {
      const DtCheckText *at = check->texts[i];
      gsize cursor = 0;
      Mention mention;

      if (at->top == DT_NODE_HEAD || at->top == DT_NODE_BASES || at->top == DT_NODE_FIELDS)
        continue;
      while (next_mention (at, &cursor, &mention))
        {
          g_autofree char *roman = mention.number > 0 ? dt_text_roman (mention.number) : NULL;

          if (mention.number == 0 || mention.number > MAX (n, 1))
            continue;
          if (n == 1)
            dt_check_found (check, at, mention.start - 1, mention.end, "", _ ("the only annex has no number"));
          else if (!mention.is_roman)
            dt_check_found (check, at, mention.start, mention.end, roman, _ ("annexes are counted in Roman numbers: “%s”"), roman);
        }
    }
}

/* L99 */
static void
check_annex_style (DtCheck *check,
                   const DtCheckText *text)
{
  static const DtRole roles[] = { DT_ROLE_ANNEX, DT_ROLE_ANNEX_TITLE };

  (void) text;
  if (count_annexes (check) == 0)
    {
      dt_check_not_applicable (check, _ ("the document has no annex"));
      return;
    }

  for (guint i = 0; i < check->n_texts; i++)
    {
      const DtCheckText *title = check->texts[i];
      g_autofree char *folded = NULL;
      gsize end;

      if (title->kind != DT_NODE_TITLE || title->top != DT_NODE_ANNEX)
        continue;
      folded = dt_text_fold (title->plain);
      if (!g_str_has_prefix (folded, "phu luc"))
        continue;
      end = strlen (WORD) + strspn (title->plain + strlen (WORD), " IVXLC0123456789.:-");
      if (end < title->length)
        dt_check_found (check, title, 0, end, "", _ ("“%s” and its number are written by the program"), WORD);
    }

  if (check->pages != NULL)
    dt_check_styles (check, roles, G_N_ELEMENTS (roles), TRUE);
}

/* The line "(Kèm theo …)" that somebody typed, or NULL. */
static const DtCheckLine *
find_attached (const DtCheckText *text)
{
  for (guint i = 0; i < text->n_lines && i < 3; i++)
    {
      const DtCheckLine *line = &text->lines[i];
      const char *start = text->plain + line->text;

      start += strspn (start, "( ");
      if (line->row < 0 && (g_str_has_prefix (start, "Kèm theo ") || g_str_has_prefix (start, "kèm theo ") ||
                            g_str_has_prefix (start, "Ban hành kèm theo ")))
        return line;
    }

  return NULL;
}

/* L100 */
static void
check_attached (DtCheck *check,
                const DtCheckText *text)
{
  const DtCheckLine *line;

  if (text->top != DT_NODE_ANNEX && text->top != DT_NODE_ATTACHMENT)
    return;

  line = find_attached (text);
  if (line == NULL)
    return;

  if (check->kind != NULL && strstr (text->plain + line->start, check->kind->name) == NULL)
    dt_check_found (check, text, line->start, line->end, NULL, _ ("the annex belongs to “%s”; that line names another document"),
                    check->kind->name);
  else
    dt_check_found (check, text, line->start, line->end, NULL, _ ("this line is written by the program and would stand there twice"));
}

/* L101 */
static void
check_blanks (DtCheck *check,
              const DtCheckText *text)
{
  gboolean paper = check->head != NULL && g_strcmp0 (dt_node_get_attribute (check->head, DT_ATTR_ISSUE), "paper") == 0;
  const char *number = check->head != NULL ? dt_node_get_attribute (check->head, DT_ATTR_NUMBER) : NULL;

  (void) text;
  if (count_annexes (check) == 0 && dt_node_find_child (check->root, DT_NODE_ATTACHMENT) == NULL)
    {
      dt_check_not_applicable (check, _ ("the document has no annex"));
      return;
    }

  for (guint i = 0; i < check->n_texts; i++)
    {
      const DtCheckText *at = check->texts[i];
      const DtCheckLine *line = at->top == DT_NODE_ANNEX || at->top == DT_NODE_ATTACHMENT ? find_attached (at) : NULL;
      const char *code = line != NULL ? strstr (at->plain + line->start, "số ") : NULL;

      if (code != NULL && !paper && g_ascii_isdigit (code[strlen ("số ")]))
        dt_check_found (check, at, line->start, line->end, NULL,
                        _ ("in an electronic issue number and date are not filled in on an annex"));
    }

  if (paper && (number == NULL || !dt_date_is_complete (check->date)))
    {
      const DtAnswer answer = { .node = "head", .note = TRUE, .state = DT_STATE_NEEDS_REVIEW };

      dt_check_add (check, &answer, _ ("on paper, number and date are filled in on every annex before it is issued"));
    }
}

static const DtRuleCode codes[] = {
  { "L96", DT_SCOPE_PLAN, DT_INPUT_ALL, check_mentioned },
  { "L97", DT_SCOPE_PLAN, DT_INPUT_ALL, check_existing },
  { "L98", DT_SCOPE_PLAN, DT_INPUT_ALL, check_annex_numbers },
  { "L99", DT_SCOPE_PLAN, DT_INPUT_ANNEXES | DT_INPUT_SEES_PAGES, check_annex_style },
  { "L100", DT_SCOPE_TEXT, 0, check_attached },
  { "L101", DT_SCOPE_PLAN, DT_INPUT_HEAD | DT_INPUT_ANNEXES | DT_INPUT_ATTACHMENT, check_blanks },
};

DT_RULE_FAMILY (dt_rules_annex, codes);
