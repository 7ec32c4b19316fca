/* dt-rules-recipient-units.c - units with work to do, and whom the document goes to
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

/* Words that tell no unit from another. */
static const char *const common_words[] = { "xa", "phuong", "dac", "khu", "cua", "cac", "va", "thuoc", "viet", "nam", "de",
                                            "nghi", "tren", "dia", "ban", "truong", "lanh", "dao", "thu", "don", "vi" };

/* What abbreviations stand for, folded. */
static const struct
{
  const char *short_form;
  const char *words;
} abbreviations[] = {
  { "ubnd", "uy ban nhan dan" },
  { "hdnd", "hoi dong nhan dan" },
  { "mttq", "mat tran to quoc" },
  { "ubmttq", "uy ban mat tran to quoc" },
  { "vp", "van phong" },
  { "vhxh", "van hoa xa hoi" },
  { "ttpvhcc", "trung tam phuc vu hanh chinh cong" },
  { "tthcc", "trung tam phuc vu hanh chinh cong" },
  { "thcs", "trung hoc co so" },
};

/* Recipients that stand for many, and how the names begin of those they stand for; folded. */
static const struct
{
  const char *group;
  const char *members[8];
} groups[] = {
  { "cac phong", { "phong ", "van phong ", "trung tam ", "ban ", "cac phong", "cac co quan" } },
  { "phong ban", { "phong ", "van phong ", "trung tam ", "ban " } },
  { "cac co quan", { "phong ", "van phong ", "trung tam ", "tram ", "cac phong", "cac co quan", "cac don vi", "ban " } },
  { "cac don vi", { "phong ", "van phong ", "trung tam ", "tram ", "cac phong", "cac co quan", "cac don vi", "ban " } },
  { "cac to chuc", { "hoi ", "doan ", "cac to chuc", "cac hoi", "cac doan" } },
  { "doan the", { "hoi ", "doan ", "cac to chuc", "cac hoi", "cac doan" } },
  { "cac hoi", { "hoi ", "cac hoi" } },
  { "truong hoc", { "truong ", "cac truong", "cac co so" } },
  { "cac truong", { "truong ", "cac truong", "cac co so" } },
  { "thon", { "truong cac thon", "cac thon", "thon ", "truong thon", "truong ban", "cac ap", "to dan pho" } },
  { "to dan pho", { "cac to dan pho", "to dan pho", "to truong", "truong cac to dan pho" } },
};

/* "Phòng Văn hóa-Xã hội" as words, folded, abbreviations spelled out. */
static char *
canonicalize (const char *name,
              gsize length)
{
  const char *cursor = name;
  const char *word;
  gsize size;
  GString *result = g_string_new (NULL);

  while (dt_text_next_word (&cursor, name + length, &word, &size))
    {
      gsize start;

      if (result->len > 0)
        g_string_append_c (result, ' ');
      start = result->len;
      dt_text_fold_append (result, word, (gssize) size);
      for (guint i = 0; g_ascii_isupper (*word) && i < G_N_ELEMENTS (abbreviations); i++)
        if (strcmp (abbreviations[i].short_form, result->str + start) == 0)
          {
            g_string_truncate (result, start);
            g_string_append (result, abbreviations[i].words);
            break;
          }
    }
  if (g_str_has_prefix (result->str, "de nghi "))
    g_string_erase (result, 0, (gssize) strlen ("de nghi "));

  return g_string_free (result, FALSE);
}

static gboolean
is_common (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (common_words); i++)
    if (strcmp (common_words[i], word) == 0)
      return TRUE;

  return FALSE;
}

/* Whether every word of @part that counts stands in @whole; FALSE if none counts. */
static gboolean
is_within (const char *part,
           const char *whole)
{
  g_auto (GStrv) words = g_strsplit (part, " ", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize cursor = 0;
      gsize start;

      if (*words[i] == '\0' || is_common (words[i]))
        continue;
      if (!dt_scan_next (whole, words[i], &cursor, &start))
        return FALSE;
      n++;
    }

  return n > 0;
}

/* Whether both begin with the same two words: "Văn phòng" and "Văn phòng Hội đồng nhân dân". */
static gboolean
begins_alike (const char *one,
              const char *two)
{
  gsize first = strcspn (one, " ");
  gsize length = one[first] == ' ' ? first + 1 + strcspn (one + first + 1, " ") : first;

  return strncmp (one, two, length) == 0 && (two[length] == ' ' || two[length] == '\0');
}

static gboolean
stands_for (const char *recipient,
            const char *unit)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      if (strstr (recipient, groups[i].group) == NULL)
        continue;
      for (guint k = 0; k < G_N_ELEMENTS (groups[i].members) && groups[i].members[k] != NULL; k++)
        if (g_str_has_prefix (unit, groups[i].members[k]))
          return TRUE;
    }

  return (is_within (recipient, unit) && begins_alike (recipient, unit)) || is_within (unit, recipient);
}

/* "Như Điều 3": those that the article names. */
static void
add_article (const DtCheck *check,
             const DtCheckText *recipient,
             GPtrArray *names)
{
  static const char lead[] = "Như Điều ";
  const DtNode *articles = dt_node_find_child (check->root, DT_NODE_ARTICLES);
  guint number = g_str_has_prefix (recipient->plain, lead) ? (guint) atoi (recipient->plain + strlen (lead)) : 0;
  const DtNode *article = articles != NULL && number > 0 && number <= dt_node_get_n_children (articles)
                            ? dt_node_get_child (articles, number - 1)
                            : NULL;
  const char *body = article != NULL ? dt_node_get_child_text (article, DT_NODE_BODY) : NULL;

  if (body != NULL)
    g_ptr_array_add (names, canonicalize (body, strlen (body)));
}

/* Every recipient by itself: "Công an xã, Trạm Y tế xã" are two. */
static GPtrArray *
list_recipients (const DtCheck *check)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < check->n_texts; i++)
    {
      const DtCheckText *text = check->texts[i];
      g_auto (GStrv) parts = NULL;

      if (text->kind != DT_NODE_RECIPIENT)
        continue;
      add_article (check, text, names);
      parts = g_strsplit_set (text->plain, ",;", -1);
      for (guint k = 0; parts[k] != NULL; k++)
        g_ptr_array_add (names, canonicalize (parts[k], strlen (parts[k])));
      g_ptr_array_add (names, canonicalize (text->plain, text->length));
    }

  return names;
}

/* Whether a title names a unit: it begins as units do. */
static gboolean
is_unit (const char *name)
{
  static const char *const heads[] = { "phong ", "van phong", "trung tam", "cong an", "ban chi huy", "tram ", "uy ban mat tran",
                                       "mat tran", "hoi ", "doan ", "cac to ", "to dan pho", "truong ", "cac truong", "cac thon",
                                       "cac hoi", "hat ", "doi ", "ban quan ly", "cac phong", "to truong" };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if (g_str_has_prefix (name, heads[i]))
      return TRUE;

  return FALSE;
}

/* The titles of the sections right below TỔ CHỨC THỰC HIỆN: (element-type DtNode). */
static GHashTable *
find_executors (const DtCheck *check)
{
  const DtNode *sections = dt_node_find_child (check->root, DT_NODE_SECTIONS);
  GHashTable *titles = g_hash_table_new (NULL, NULL);

  for (guint i = 0; sections != NULL && i < dt_node_get_n_children (sections); i++)
    {
      const DtNode *section = dt_node_get_child (sections, i);
      const char *title = dt_node_get_child_text (section, DT_NODE_TITLE);
      g_autofree char *folded = dt_text_fold (title != NULL ? title : "");

      if (strstr (folded, "to chuc thuc hien") == NULL)
        continue;
      for (guint k = 0; k < dt_node_get_n_children (section); k++)
        {
          DtNode *name = dt_node_find_child (dt_node_get_child (section, k), DT_NODE_TITLE);

          if (name != NULL)
            g_hash_table_add (titles, name);
        }
    }

  return titles;
}

/* L92 */
static void
check_missing_recipients (DtCheck *check,
                          const DtCheckText *text)
{
  g_autoptr (GPtrArray) recipients = list_recipients (check);
  g_autoptr (GHashTable) executors = find_executors (check);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  (void) text;
  if (recipients->len == 0)
    {
      dt_check_not_applicable (check, _ ("the document names no recipients"));
      return;
    }

  for (guint i = 0; i < check->n_texts; i++)
    {
      const DtCheckText *unit = check->texts[i];
      g_autofree char *name = NULL;
      gboolean found = FALSE;

      if (unit->kind != DT_NODE_LEAD && unit->kind != DT_NODE_PARTNER && !g_hash_table_contains (executors, unit->node))
        continue;
      name = canonicalize (unit->plain, unit->length);
      if (!is_unit (name))
        continue;
      for (guint k = 0; k < recipients->len && !found; k++)
        found = stands_for (g_ptr_array_index (recipients, k), name);
      if (!found && g_hash_table_add (told, g_strdup (name)))
        {
          /* A body that is asked, not told, has these words before its name. */
          gsize start = g_str_has_prefix (unit->plain, "Đề nghị ") ? strlen ("Đề nghị ") : 0;

          dt_check_found (check, unit, start, unit->length, NULL, _ ("“%s” has work to do and is not among the recipients"),
                          unit->plain + start);
        }
    }
}

/* The words of a text, folded, as one string: what L93 looks names up in. */
static GArray *
extract_words (const DtCheckText *text)
{
  g_autofree char *words = canonicalize (text->plain, text->length);
  GArray *facts = g_array_new (FALSE, FALSE, 1);

  g_array_append_vals (facts, words, (guint) strlen (words) + 1);
  return facts;
}

/* What a recipient needs no work for: it says itself what it gets the document for, "(để báo cáo)", or it watches over
 * the work of the office, as the front and its members do. */
static gboolean
is_told_why (const char *plain,
             const char *name)
{
  return strstr (plain, "(để ") != NULL || strstr (plain, "(b/c)") != NULL || strstr (name, "mat tran") != NULL;
}

/* L93 */
static void
check_idle_recipients (DtCheck *check,
                       const DtCheckText *text)
{
  (void) text;
  for (guint i = 0; i < check->n_texts; i++)
    {
      const DtCheckText *recipient = check->texts[i];
      g_autofree char *name = NULL;
      gboolean found = FALSE;

      if (recipient->kind != DT_NODE_RECIPIENT)
        continue;
      name = canonicalize (recipient->plain, recipient->length);
      if (!is_unit (name) || strchr (recipient->plain, ',') != NULL || g_str_has_prefix (name, "hoi dong") ||
          is_told_why (recipient->plain, name))
        continue;

      for (guint k = 0; k < check->n_texts && !found; k++)
        {
          const DtCheckText *other = check->texts[k];
          const GArray *facts = dt_check_get_facts (check, other);
          const char *words = facts->data;

          if (other->top == DT_NODE_RECIPIENTS || other->top == DT_NODE_HEAD)
            continue;
          found = is_within (name, words) || (other->kind == DT_NODE_TITLE && stands_for (words, name));
        }
      if (!found)
        dt_check_found (check, recipient, 0, recipient->length, NULL, _ ("“%s” has nothing to do in this document"),
                        recipient->plain);
    }
}

/* L95 */
static void
check_superior (DtCheck *check,
                const DtCheckText *text)
{
  guint n_blocks;
  DtBlock *const *blocks = dt_composition_get_blocks (check->composition, &n_blocks);
  const DtNode *recipients = dt_node_find_child (check->root, DT_NODE_RECIPIENTS);

  (void) text;
  if (recipients == NULL)
    {
      dt_check_not_applicable (check, _ ("the document names no recipients"));
      return;
    }

  for (guint i = 0; i < n_blocks; i++)
    {
      const DtAnswer answer = { .node = "recipients" };
      const char *start;

      if (blocks[i]->kind != DT_BLOCK_PARAGRAPH || (blocks[i]->role != DT_ROLE_BASIS && blocks[i]->role != DT_ROLE_OPENING) ||
          blocks[i]->text == NULL)
        continue;
      start = strstr (blocks[i]->text, "Thực hiện ");
      if (start == NULL || (strstr (start, "Ủy ban nhân dân tỉnh") == NULL && strstr (start, "UBND tỉnh") == NULL &&
                            strstr (start, "Ủy ban nhân dân thành phố") == NULL))
        continue;

      for (guint k = 0; k < dt_node_get_n_children (recipients); k++)
        {
          const char *name = dt_node_get_text (dt_node_get_child (recipients, k));

          if (name != NULL && (strstr (name, "tỉnh") != NULL || strstr (name, "thành phố") != NULL ||
                               strstr (name, "Thành phố") != NULL || g_str_has_prefix (name, "Sở ")))
            return;
        }
      dt_check_add (check, &answer, _ ("the body whose document is carried out is not among the recipients"));
      return;
    }
}

static const DtRuleCode codes[] = {
  { "L92", DT_SCOPE_PLAN, DT_INPUT_ARTICLES | DT_INPUT_SECTIONS | DT_INPUT_TASKS | DT_INPUT_RECIPIENTS, check_missing_recipients },
  { "L93", DT_SCOPE_PLAN, DT_INPUT_ALL, check_idle_recipients, extract_words },
  { "L95", DT_SCOPE_PLAN, DT_INPUT_COMPOSITION | DT_INPUT_RECIPIENTS, check_superior },
};

DT_RULE_FAMILY (dt_rules_recipient_units, codes);
