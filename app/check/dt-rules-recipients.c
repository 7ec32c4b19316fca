/* dt-rules-recipients.c - whom the document goes to
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-scan-private.h"
#include "template/dt-profile.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* L87: dash and mark are the program's. */
static void
check_recipient_marks (DtCheck *check,
                       const DtCheckText *text)
{
  gsize start = 0;
  gsize end = text->length;

  if (text->kind != DT_NODE_RECIPIENT || text->length == 0)
    return;

  while (start < end && (text->plain[start] == '-' || text->plain[start] == '+' || text->plain[start] == ' '))
    start++;
  while (end > start && strchr (";.,: ", text->plain[end - 1]) != NULL)
    end--;

  if (start > 0)
    dt_check_found (check, text, 0, start, "", _ ("the dash before a recipient is written by the program"));
  if (end < text->length)
    dt_check_found (check, text, end, text->length, "", _ ("the mark behind a recipient is written by the program"));
}

/* L88 */
static void
check_archive (DtCheck *check,
               const DtCheckText *text)
{
  const DtCheckText *archive = dt_check_find_text (check, "recipients/archive");
  g_autoptr (GString) right = g_string_new (NULL);
  const char *start;

  (void) text;
  if (dt_node_find_child (check->root, DT_NODE_RECIPIENTS) == NULL)
    {
      dt_check_not_applicable (check, _ ("the document names no recipients"));
      return;
    }
  if (archive == NULL || archive->length == 0)
    {
      const DtAnswer answer = { .node = "recipients" };

      dt_check_add (check, &answer, _ ("the last recipient is “Lưu: VT”"));
      return;
    }

  /* "- Lưu: VT,VHXH." is typed for "VT, VHXH". */
  start = archive->plain;
  while (*start == '-' || *start == ' ')
    start++;
  if (g_str_has_prefix (start, "Lưu"))
    {
      start += strlen ("Lưu");
      start += strspn (start, ": ");
    }
  for (const char *p = start; *p != '\0'; p++)
    {
      gboolean drop = *p == ' ' && (p[1] == ',' || p[1] == ' ' || p[1] == '\0');

      if (!drop)
        g_string_append_c (right, *p == ';' ? ',' : *p);
      if ((*p == ',' || *p == ';') && p[1] != ' ' && p[1] != '\0')
        g_string_append_c (right, ' ');
    }
  while (right->len > 0 && strchr (".,; ", right->str[right->len - 1]) != NULL)
    g_string_truncate (right, right->len - 1);

  if (!(g_str_has_prefix (right->str, "VT") && (right->str[2] == '\0' || right->str[2] == ',' || right->str[2] == ' ')))
    dt_check_found (check, archive, 0, archive->length, NULL, _ ("the records office comes first: “Lưu: VT”"));
  else if (strcmp (right->str, archive->plain) != 0)
    dt_check_found (check, archive, 0, archive->length, right->str, _ ("expected “%s”, with a blank behind each comma"),
                    right->str);
}

/* L89 */
static void
check_drafting_unit (DtCheck *check,
                     const DtCheckText *text)
{
  g_autofree char *bare = NULL;

  if (text->kind != DT_NODE_ARCHIVE)
    return;

  bare = g_strstrip (g_strdup (text->plain));
  if (strcmp (bare, "VT") == 0 || strcmp (bare, "VT.") == 0)
    dt_check_found (check, text, 0, text->length, NULL, _ ("the unit that drafted it is named behind “VT”"));
}

static GPtrArray *
list_recipients (const DtCheck *check)
{
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; i < check->n_texts; i++)
    if (check->texts[i]->kind == DT_NODE_RECIPIENT)
      g_ptr_array_add (texts, (gpointer) check->texts[i]);
  return texts;
}

/* The number of "Như Điều 3", 0 for what is none. */
static guint
read_article (const DtCheckText *text)
{
  static const char lead[] = "Như Điều ";

  return g_str_has_prefix (text->plain, lead) ? (guint) atoi (text->plain + strlen (lead)) : 0;
}

/* L90 */
static void
check_as_above (DtCheck *check,
                const DtCheckText *text)
{
  g_autoptr (GPtrArray) texts = list_recipients (check);
  gboolean is_decision = check->kind != NULL && check->kind->form != DT_FORM_NAMED;
  gboolean found = FALSE;

  (void) text;
  for (guint i = 0; i < texts->len; i++)
    {
      const DtCheckText *recipient = g_ptr_array_index (texts, i);

      found |= read_article (recipient) > 0;
      if (!g_str_has_prefix (recipient->plain, "Như trên"))
        continue;
      if (check->kind != NULL && !check->kind->addressed)
        dt_check_found (check, recipient, 0, recipient->length, NULL,
                        _ ("nobody is addressed above, so “Như trên” names nobody"));
    }

  if (is_decision && texts->len > 0 && !found)
    {
      const DtAnswer answer = { .node = "recipients" };

      dt_check_add (check, &answer, _ ("a decision goes first to those who carry it out: “Như Điều n”"));
    }
}

/* L91: the article that makes somebody responsible. */
static void
check_article (DtCheck *check,
               const DtCheckText *text)
{
  g_autoptr (GPtrArray) texts = list_recipients (check);
  const DtNode *articles = dt_node_find_child (check->root, DT_NODE_ARTICLES);
  guint n_articles = articles != NULL ? dt_node_get_n_children (articles) : 0;

  (void) text;
  if (n_articles == 0)
    {
      dt_check_not_applicable (check, _ ("the document has no articles"));
      return;
    }

  for (guint i = 0; i < texts->len; i++)
    {
      const DtCheckText *recipient = g_ptr_array_index (texts, i);
      guint number = read_article (recipient);
      const char *body = NULL;

      if (number == 0)
        continue;
      if (number <= n_articles)
        body = dt_node_get_child_text (dt_node_get_child (articles, number - 1), DT_NODE_BODY);
      if (number > n_articles || body == NULL ||
          (strstr (body, "thi hành") == NULL && strstr (body, "thực hiện") == NULL && strstr (body, "trách nhiệm") == NULL))
        dt_check_found (check, recipient, 0, recipient->length, NULL,
                        _ ("article %u is not the one that says who carries the decision out"), number);
    }
}

/* L94 */
static void
check_doubled (DtCheck *check,
               const DtCheckText *text)
{
  g_autoptr (GPtrArray) texts = list_recipients (check);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  (void) text;
  for (guint i = 0; i < texts->len; i++)
    {
      const DtCheckText *recipient = g_ptr_array_index (texts, i);
      g_autofree char *folded = dt_text_fold (recipient->plain);
      const DtAnswer answer = { .text = recipient, .end = recipient->length, .removes = TRUE };

      if (*folded != '\0' && !g_hash_table_add (seen, g_strdup (g_strstrip (folded))))
        dt_check_add (check, &answer, _ ("“%s” is named twice"), recipient->plain);
    }
}

static const DtRuleCode codes[] = {
  { "L87", DT_SCOPE_TEXT, 0, check_recipient_marks },
  { "L88", DT_SCOPE_PLAN, DT_INPUT_RECIPIENTS, check_archive },
  { "L89", DT_SCOPE_TEXT, 0, check_drafting_unit },
  { "L90", DT_SCOPE_PLAN, DT_INPUT_RECIPIENTS, check_as_above },
  { "L91", DT_SCOPE_PLAN, DT_INPUT_RECIPIENTS | DT_INPUT_ARTICLES, check_article },
  { "L94", DT_SCOPE_PLAN, DT_INPUT_RECIPIENTS, check_doubled },
};

DT_RULE_FAMILY (dt_rules_recipients, codes);
