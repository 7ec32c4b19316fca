/* dt-rules-language.c - tasks, leftovers of templates, long sentences, personal data
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-scan-private.h"
#include "check/dt-check-words-private.h"
#include "template/dt-deadline.h"
#include "template/dt-tasks.h"

#include <glib/gi18n-lib.h>

#define LONGEST_SENTENCE 60
/* About twelve lines of fifteen words. */
#define LONGEST_PARAGRAPH 180

static gboolean
has_tasks (const DtCheck *check)
{
  const DtNode *tasks = dt_node_find_child (check->root, DT_NODE_TASKS);

  return tasks != NULL && dt_node_get_n_children (tasks) > 0;
}

/* What the table of tasks was found to be wrong in, of those codes. */
static void
tell_tasks (DtCheck *check,
            const char *const *wanted)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();

  if (!has_tasks (check))
    {
      dt_check_not_applicable (check, _ ("the plan has no table of tasks"));
      return;
    }

  dt_tasks_check (check->plan, check->profile, diagnostics);
  for (guint i = 0; i < diagnostics->len; i++)
    {
      const DtDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);
      const char *node = dt_diagnostic_get_node (diagnostic);
      const DtCheckText *text = dt_check_find_text (check, node);
      const DtAnswer answer = { .text = text, .end = text != NULL ? text->length : 0, .node = node, .note = dt_diagnostic_get_severity (diagnostic) == DT_SEVERITY_NOTE };

      if (g_strv_contains (wanted, dt_diagnostic_get_code (diagnostic)))
        dt_check_add (check, &answer, "%s", dt_diagnostic_get_message (diagnostic));
    }
}

/* L114 */
static void
check_task_parts (DtCheck *check,
                  const DtCheckText *text)
{
  static const char *const wanted[] = { DT_TASKS_NO_WORK, DT_TASKS_NO_LEAD, DT_TASKS_NO_DEADLINE, DT_TASKS_NO_PRODUCT, NULL };

  (void) text;
  tell_tasks (check, wanted);
}

/* L115 */
static void
check_own_partner (DtCheck *check,
                   const DtCheckText *text)
{
  static const char *const wanted[] = { DT_TASKS_OWN_PARTNER, NULL };

  (void) text;
  tell_tasks (check, wanted);
}

static const DtPhrase vague[] = {
  { "kịp thời", "", NULL, NULL },
  { "sớm", "", NULL, NULL },
  { "sớm nhất", "", NULL, NULL },
  { "nhanh chóng", "", NULL, NULL },
  { "khẩn trương", "", NULL, NULL },
  { "thời gian tới", "", NULL, NULL },
  { "khi có điều kiện", "", NULL, NULL },
};

static const DtPhrase vague_in_prose[] = {
  { "trong thời gian sớm nhất", "", NULL, NULL },
  { "trong thời gian tới", "", NULL, NULL },
  { "hoàn thành sớm", "", NULL, NULL },
  { "khi có điều kiện", "", NULL, NULL },
};

/* L116: a deadline says a day, a period or how often. */
static void
check_vague_deadlines (DtCheck *check,
                       const DtCheckText *text)
{
  gboolean is_deadline = text->kind == DT_NODE_DEADLINE;
  DtPhraseSet set;
  DtPhraseHit hit;
  guint word = 0;

  if (!is_deadline && text->kind != DT_NODE_BODY)
    return;

  if (is_deadline)
    dt_phrase_set_init (&set, vague, G_N_ELEMENTS (vague));
  else
    dt_phrase_set_init (&set, vague_in_prose, G_N_ELEMENTS (vague_in_prose));
  while (dt_phrase_next (&set, text, &word, &hit))
    dt_check_found (check, text, hit.start, hit.end, NULL, _ ("“%.*s” is no deadline: say a day, or “thường xuyên”"),
                    (int) (hit.end - hit.start), text->plain + hit.start);
}

/* The number of a year at word @word, or 0. */
static guint
read_year (const DtCheckText *text,
           guint word)
{
  const DtCheckWord *at = &text->words[word];

  if (word >= text->n_words || at->end - at->start != 4 || !g_str_has_prefix (text->plain + at->start, "20") ||
      !g_ascii_isdigit (text->plain[at->start + 2]) || !g_ascii_isdigit (text->plain[at->start + 3]))
    return 0;
  return 2000 + 10 * (guint) (text->plain[at->start + 2] - '0') + (guint) (text->plain[at->start + 3] - '0');
}

/* Where the subject names its year: the word before "năm". */
static gboolean
find_subject_year (const DtCheckText *subject,
                   guint *before,
                   guint *year)
{
  for (guint i = 1; i + 1 < subject->n_words; i++)
    if (dt_word_is (subject, i, "năm") && read_year (subject, i + 1) > 0)
      {
        *before = i - 1;
        *year = read_year (subject, i + 1);
        return TRUE;
      }

  return FALSE;
}

/* Whether the words before "năm" at @word are the last ones of the subject before its year. */
static gboolean
repeats_subject (const DtCheckText *text,
                 guint word,
                 const DtCheckText *subject,
                 guint before)
{
  for (guint i = 0; i < 3; i++)
    {
      if (word < i + 1 || before < i)
        return i >= 2;
      if (text->words[word - 1 - i].hash != subject->words[before - i].hash)
        return FALSE;
    }

  return TRUE;
}

/* L117: the words of the subject with another year are left over from the plan this one was made from. */
static void
check_years (DtCheck *check,
             const DtCheckText *text)
{
  const DtCheckText *subject = dt_check_find_text (check, "head/subject");
  guint before;
  guint year;

  (void) text;
  if (subject == NULL || !find_subject_year (subject, &before, &year))
    {
      dt_check_not_applicable (check, _ ("the subject names no year"));
      return;
    }

  for (guint i = 0; i < check->n_texts; i++)
    {
      const DtCheckText *at = check->texts[i];

      if (at == subject || at->kind == DT_NODE_BASIS)
        continue;
      for (guint word = 1; word + 1 < at->n_words; word++)
        {
          guint other = dt_word_is (at, word, "năm") ? read_year (at, word + 1) : 0;
          gboolean is_ours = other > 0 && other != year && repeats_subject (at, word, subject, before);

          if (is_ours && dt_scan_find_citation (at, at->words[word].start) == NULL)
            dt_check_found (check, at, at->words[word + 1].start, at->words[word + 1].end, NULL,
                            _ ("the subject says %u, this %u"), year, other);
        }
    }
}

/* Whether what a bracket holds is to be filled in: "[TÊN XÃ]", "[…]", "{{don_vi}}". */
static gsize
measure_bracket (const char *p)
{
  const char *end;

  if (p[0] == '{' && p[1] == '{')
    {
      end = strstr (p, "}}");
      return end != NULL && end - p < 80 ? (gsize) (end - p) + 2 : 0;
    }
  if (p[0] != '[' || p[1] == '[')
    return 0;
  end = strpbrk (p + 1, "[]\n");

  return end != NULL && *end == ']' && end - p > 1 && end - p < 80 ? (gsize) (end - p) + 1 : 0;
}

/* A run of dots or lines to write on: four dots, two "…", three "_". */
static gsize
measure_blank (const char *p)
{
  gsize length = 0;

  if (*p == '.' || *p == '_')
    {
      while (p[length] == *p)
        length++;
      return length >= (*p == '.' ? 4u : 3u) ? length : 0;
    }
  while ((guchar) p[length] >= 0x80 && g_str_has_prefix (p + length, "…"))
    length += strlen ("…");
  return length >= 2 * strlen ("…") ? length : 0;
}

/* L119 */
static void
check_placeholders (DtCheck *check,
                    const DtCheckText *text)
{
  static const char *const dates[] = { "…/…", "xx/xx", "XX/XX", "ngày …", "số …", "…/KH-", "…/QĐ-", "ngày   tháng", "số   /", "xxx", "XXX" };

  for (gsize at = 0; at < text->length;)
    {
      const char *p = text->plain + at;
      gsize length = measure_bracket (p);

      if (length == 0)
        length = measure_blank (p);
      for (guint i = 0; length == 0 && strchr ("\342xXnsS", *p) != NULL && i < G_N_ELEMENTS (dates); i++)
        if (g_str_has_prefix (p, dates[i]) && !(at > 0 && g_ascii_isalnum (p[-1])))
          length = strlen (dates[i]);
      if (length > 0)
        dt_check_found (check, text, at, at + length, NULL, _ ("“%.*s” is still to be filled in"), (int) length, p);
      at += length > 0 ? length : (gsize) (g_utf8_next_char (p) - p);
    }
}

/* L120: a plan keeps no changes, comments or hidden text; import leaves them behind. */
static void
check_changes (DtCheck *check,
               const DtCheckText *text)
{
  (void) text;
  dt_check_not_applicable (check, _ ("a plan keeps no tracked changes, comments or hidden text"));
}

static void
tell_long (DtCheck *check,
           const DtCheckText *text,
           guint first,
           guint last,
           guint limit)
{
  g_autofree char *measured = g_strdup_printf ("%u", last - first + 1);
  g_autofree char *allowed = g_strdup_printf ("≤ %u", limit);
  const DtAnswer answer = { .text = text, .start = text->words[first].start, .end = text->words[last].end, .measured = measured, .allowed = allowed };

  if (limit == LONGEST_SENTENCE)
    dt_check_add (check, &answer, _ ("the sentence has %u words"), last - first + 1);
  else
    dt_check_add (check, &answer, _ ("the paragraph has %u words, about twelve lines hold %u"), last - first + 1, limit);
}

/* L121. Items behind semicolons are told apart by them. */
static void
check_long (DtCheck *check,
            const DtCheckText *text)
{
  guint word = 0;

  if (text->kind != DT_NODE_BODY && text->kind != DT_NODE_OPENING && text->kind != DT_NODE_CLOSING)
    return;

  for (guint k = 0; k < text->n_lines; k++)
    {
      guint first = word;
      guint sentence = word;

      for (; word < text->n_words && text->words[word].start < text->lines[k].end; word++)
        {
          const char *after = text->plain + text->words[word].end;
          gboolean ends = word + 1 >= text->n_words || text->words[word + 1].start >= text->lines[k].end || *after == ';' ||
                          (strchr (".?!", *after) != NULL && after[1] == ' ');

          if (!ends)
            continue;
          if (word - sentence + 1 > LONGEST_SENTENCE)
            tell_long (check, text, sentence, word, LONGEST_SENTENCE);
          sentence = word + 1;
        }
      if (word > first && word - first > LONGEST_PARAGRAPH)
        tell_long (check, text, first, word - 1, LONGEST_PARAGRAPH);
    }
}

/* The digits from a byte on, blanks, dots and hyphens between them left out; *@end is behind the last. */
static guint
read_digits (const char *plain,
             gsize at,
             char digits[16],
             gsize *end)
{
  guint n = 0;

  for (; plain[at] != '\0'; at++)
    {
      if (g_ascii_isdigit (plain[at]))
        {
          if (n < 15)
            digits[n] = plain[at];
          n++;
          *end = at + 1;
        }
      else if (strchr (" .-", plain[at]) == NULL || !g_ascii_isdigit (plain[at + 1]))
        break;
    }
  digits[MIN (n, 15)] = '\0';

  return n;
}

/* L122: numbers of identity cards (12 digits, 9 of the old ones) and mobile telephones. */
static void
check_personal (DtCheck *check,
                const DtCheckText *text)
{
  static const char cards[] = "cccd cmnd cước";

  for (guint i = 0; i < text->n_words; i++)
    {
      gsize start = text->words[i].start;
      char digits[16];
      gsize end = start;
      guint n;

      if (text->plain[start] != '0' && !g_ascii_isdigit (text->plain[start]))
        continue;
      if (dt_scan_find_citation (text, start) != NULL)
        continue;
      n = read_digits (text->plain, start, digits, &end);
      if ((n == 12 && digits[0] == '0') ||
          (n == 9 && i > 0 && (dt_word_is_in (text, i - 1, cards) || (i > 1 && dt_word_is_in (text, i - 2, cards)))))
        dt_check_found (check, text, start, end, NULL, _ ("the number of an identity card is personal data"));
      else if (n == 10 && digits[0] == '0' && strchr ("35789", digits[1]) != NULL)
        dt_check_found (check, text, start, end, NULL, _ ("the number of a mobile telephone is personal data"));
      while (i + 1 < text->n_words && text->words[i + 1].start < end)
        i++;
    }
}

static const DtRuleCode codes[] = {
  { "L114", DT_SCOPE_PLAN, DT_INPUT_TASKS | DT_INPUT_HEAD, check_task_parts },
  { "L115", DT_SCOPE_PLAN, DT_INPUT_TASKS | DT_INPUT_HEAD, check_own_partner },
  { "L116", DT_SCOPE_TEXT, 0, check_vague_deadlines },
  { "L117", DT_SCOPE_PLAN, DT_INPUT_ALL, check_years },
  { "L119", DT_SCOPE_TEXT, 0, check_placeholders },
  { "L120", DT_SCOPE_PLAN, 0, check_changes },
  { "L121", DT_SCOPE_TEXT, 0, check_long },
  { "L122", DT_SCOPE_TEXT, 0, check_personal },
};

DT_RULE_FAMILY (dt_rules_language, codes);
