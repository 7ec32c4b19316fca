/* dt-rules-citations.c - legal documents cited in the plan
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-mentions-private.h"
#include "check/dt-check-scan-private.h"
#include "template/dt-deadline.h"
#include "template/dt-next-period.h"
#include "text/dt-date.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>

/* Whether the text of the document itself stands here, in which a document is cited in full once. */
static gboolean
is_content (const DtMention *mention)
{
  return mention->text->top == DT_NODE_BASES || mention->text->top == DT_NODE_OPENING ||
         mention->text->top == DT_NODE_ARTICLES || mention->text->kind == DT_NODE_BODY;
}

static DtAnswer
answer_about (const DtMention *mention)
{
  return (DtAnswer){ .text = mention->text, .start = mention->start, .end = mention->end };
}

/* Whether the body stands before the document: "theo định hướng của Bộ Chính trị tại Kết luận số …". */
static gboolean
is_issuer_before (const DtMention *mention)
{
  const DtCheckLine *line = dt_check_text_find_line (mention->text, mention->start);
  const char *plain = mention->text->plain;
  gsize from = line != NULL ? line->start : 0;
  g_autofree char *before = g_strndup (plain + from, mention->start - from);
  const char *sentence = strrchr (before, ';');
  const char *of;

  if (!g_str_has_suffix (before, " tại "))
    return FALSE;
  of = g_strrstr (sentence != NULL ? sentence : before, " của ");

  return of != NULL && strchr (of, '.') == NULL && g_unichar_isupper (g_utf8_get_char (of + strlen (" của ")));
}

/* L34, L35, L36: what the first mention of a document leaves out (Phụ lục I, mục II, khoản 6, điểm b). */
static void
check_first (DtCheck *check,
             const DtCheckText *text)
{
  guint n_mentions;
  const DtMention *const *mentions = dt_check_get_mentions (check, &n_mentions);
  const char *rule = check->rule->id;

  (void) text;
  for (guint i = 0; i < n_mentions; i++)
    {
      const DtMention *mention = mentions[i];
      DtAnswer answer = answer_about (mention);
      gboolean is_law = mention->citation != NULL && mention->citation->klass == DT_CITATION_NAMED_LAW;

      if (mention->citation == NULL || is_law || !is_content (mention) || mention->text->top == DT_NODE_ANNEX ||
          dt_check_find_first_mention (check, i) != i)
        continue;

      /* What is missing most is told: without a date the rest is missing too as a rule. */
      if (strcmp (rule, "L34") == 0 && mention->date.year == 0)
        dt_check_add (check, &answer, _ ("the first mention of a document gives its date: %s"), mention->number);
      else if (strcmp (rule, "L35") == 0 && mention->date.year > 0 && mention->issuer == NULL &&
               !is_issuer_before (mention))
        dt_check_add (check, &answer, _ ("the first mention of a document gives the body that issued it: %s"), mention->number);
      else if (strcmp (rule, "L36") == 0 && mention->date.year > 0 && mention->issuer != NULL && !mention->has_subject)
        dt_check_add (check, &answer, _ ("the first mention of a document gives its subject: %s"), mention->number);
    }
}

/* L45 */
static void
check_known (DtCheck *check,
             const DtCheckText *text)
{
  guint n_mentions;
  const DtMention *const *mentions = dt_check_get_mentions (check, &n_mentions);

  (void) text;
  for (guint i = 0; i < n_mentions; i++)
    {
      const DtMention *mention = mentions[i];
      DtAnswer answer = answer_about (mention);

      if (mention->document != NULL || *mention->number == '\0' || dt_check_find_first_mention (check, i) != i)
        continue;

      /* A mark without an entry cannot be printed in full; words can be right all the same. */
      answer.state = mention->mark != NULL ? DT_STATE_FAIL : DT_STATE_NEEDS_REVIEW;
      dt_check_add (check, &answer, _ ("the library has no “%s”: compare it with the original"), mention->number);
    }
}

static char *
format_date (DtDate date)
{
  return dt_date_is_complete (date) ? dt_date_format_short (date) : g_strdup_printf ("%u", date.year);
}

static gboolean
dates_differ (DtDate a,
              DtDate b)
{
  if (a.year == 0 || b.year == 0)
    return FALSE;

  return a.year != b.year || (a.month != 0 && b.month != 0 && a.month != b.month) ||
         (a.day != 0 && b.day != 0 && a.day != b.day);
}

/* L46: against what was said before, and against the library. */
static void
check_dates (DtCheck *check,
             const DtCheckText *text)
{
  guint n_mentions;
  const DtMention *const *mentions = dt_check_get_mentions (check, &n_mentions);

  (void) text;
  for (guint i = 0; i < n_mentions; i++)
    {
      const DtMention *mention = mentions[i];
      const DtMention *first = mentions[dt_check_find_first_mention (check, i)];
      DtAnswer answer = answer_about (mention);
      DtDate other = first->date;

      if (mention->citation == NULL || mention->citation->klass == DT_CITATION_NAMED_LAW)
        continue;
      if (dates_differ (first->date, mention->date))
        {
          g_autofree char *before = format_date (first->date);

          dt_check_add (check, &answer, _ ("“%s” has the date %s elsewhere in this document"), mention->number, before);
          continue;
        }
      if (mention->document == NULL && check->catalog != NULL && !dt_document_number_is_local (mention->number))
        {
          g_autoptr (GPtrArray) found = dt_catalog_find (check->catalog, mention->number, (DtDate){ 0 }, NULL);

          if (found->len == 1)
            other = dt_document_get (g_ptr_array_index (found, 0))->date;
        }
      if (dates_differ (other, mention->date))
        {
          g_autofree char *right = format_date (other);

          answer.allowed = right;
          dt_check_add (check, &answer, _ ("the library gives “%s” the date %s"), mention->number, right);
        }
    }
}

/* The last day the document can have while it has none: that of its year, or of the period it plans for. */
static DtDate
get_last_day (const DtCheck *check)
{
  const char *typed = check->head != NULL ? dt_node_get_attribute (check->head, DT_ATTR_PERIOD) : NULL;
  DtPeriod period = { 0 };
  DtDate first;
  DtDate last;

  if (!check->on_is_guess)
    return check->on;
  if (check->date.year != 0)
    return dt_date_make (check->date.year, 12, 31);
  if (typed == NULL || !dt_period_parse (typed, &period))
    return check->on;

  dt_period_get_days (period, &first, &last);
  return dt_date_is_complete (last) ? last : check->on;
}

/* L48 */
static void
check_later (DtCheck *check,
             const DtCheckText *text)
{
  guint n_mentions;
  const DtMention *const *mentions = dt_check_get_mentions (check, &n_mentions);

  (void) text;
  for (guint i = 0; i < n_mentions; i++)
    {
      const DtMention *mention = mentions[i];
      DtAnswer answer = answer_about (mention);
      g_autofree char *date = NULL;

      if (!dt_date_is_complete (mention->date) || dt_date_compare (mention->date, get_last_day (check)) <= 0)
        continue;

      date = dt_date_format_short (mention->date);
      answer.measured = date;
      /* Nobody knows yet when the plan will be issued. */
      answer.state = check->on_is_guess ? DT_STATE_NEEDS_REVIEW : DT_STATE_FAIL;
      dt_check_add (check, &answer, _ ("“%s” of %s is later than this document"), mention->number, date);
    }
}

static char *
describe_verdict (const DtMention *mention,
                  const DtJudgement *judgement)
{
  g_autofree char *verdict = dt_judgement_describe (judgement);
  g_autofree char *successor = judgement->successor != NULL ? dt_document_to_string (judgement->successor) : NULL;

  if (successor == NULL)
    return g_strdup_printf ("%s: %s", mention->number, verdict);
  /* Translators: a document, what became of it, what to cite instead. */
  return g_strdup_printf (_ ("%s: %s; cite %s"), mention->number, verdict, successor);
}

/* L49, L50: on the day of the plan. */
static void
check_force (DtCheck *check,
             const DtCheckText *text)
{
  guint n_mentions;
  const DtMention *const *mentions = dt_check_get_mentions (check, &n_mentions);
  gboolean asks_future = strcmp (check->rule->id, "L50") == 0;

  (void) text;
  for (guint i = 0; i < n_mentions; i++)
    {
      const DtMention *mention = mentions[i];
      DtAnswer answer = answer_about (mention);
      DtJudgement judgement = { 0 };
      g_autofree char *message = NULL;
      gboolean is_past;

      if (mention->document == NULL || dt_check_find_first_mention (check, i) != i)
        continue;

      dt_catalog_judge (check->catalog, mention->document, check->on, &judgement);
      is_past = judgement.validity == DT_VALIDITY_EXPIRED || judgement.validity == DT_VALIDITY_REPLACED;
      if (asks_future ? judgement.validity != DT_VALIDITY_NOT_YET : !is_past)
        continue;

      message = describe_verdict (mention, &judgement);
      answer.suggestion = judgement.successor != NULL ? dt_document_get (judgement.successor)->number : NULL;
      answer.state = judgement.is_sure ? DT_STATE_FAIL : DT_STATE_NEEDS_REVIEW;
      dt_check_add (check, &answer, "%s", message);
    }
}

/* L51 */
static void
check_repeated (DtCheck *check,
                const DtCheckText *text)
{
  guint n_mentions;
  const DtMention *const *mentions = dt_check_get_mentions (check, &n_mentions);

  (void) text;
  for (guint i = 0; i < n_mentions; i++)
    {
      const DtMention *mention = mentions[i];
      DtAnswer answer = answer_about (mention);
      guint first = dt_check_find_first_mention (check, i);
      g_autofree char *right = NULL;

      if (mention->citation == NULL || mention->citation->klass == DT_CITATION_NAMED_LAW || mention->citation->group > 0 ||
          mention->text->kind != DT_NODE_BODY || first == i || !dt_mention_is_full (mentions[first]) ||
          mention->date.year == 0 || (mention->issuer == NULL && !mention->has_subject))
        continue;

      right = dt_mention_dup_short (mention);
      answer.replacement = right;
      dt_check_add (check, &answer, _ ("the document was given in full before; “%s” is enough"), right);
    }
}

/* L52 */
static void
check_short_first (DtCheck *check,
                   const DtCheckText *text)
{
  guint n_mentions;
  const DtMention *const *mentions = dt_check_get_mentions (check, &n_mentions);
  g_autofree gboolean *full_later = g_new0 (gboolean, n_mentions);

  (void) text;
  for (guint i = 0; i < n_mentions; i++)
    {
      guint first = dt_check_find_first_mention (check, i);

      full_later[first] |= first < i && dt_mention_is_full (mentions[i]);
    }

  for (guint i = 0; i < n_mentions; i++)
    {
      const DtMention *mention = mentions[i];
      DtAnswer answer = answer_about (mention);
      gboolean is_short = mention->mark != NULL ? mention->mark->form == DT_CITE_SHORT
                                                : mention->date.year == 0 && mention->issuer == NULL;

      if (is_short && is_content (mention) && full_later[i])
        dt_check_add (check, &answer, _ ("“%s” is short here and given in full only later"), mention->number);
    }
}

static guint
count_sections (const DtCheck *check)
{
  DtNode *sections = dt_node_find_child (check->root, DT_NODE_SECTIONS);
  guint n = 0;

  for (guint i = 0; sections != NULL && i < dt_node_get_n_children (sections); i++)
    n += dt_node_get_kind (dt_node_get_child (sections, i)) == DT_NODE_SECTION;

  return n;
}

/* Whether what follows says that the part belongs to another document. */
static gboolean
is_of_another (const DtCheckText *text,
               gsize at)
{
  const DtCheckLine *line = dt_check_text_find_line (text, at);
  g_autofree char *rest = g_strndup (text->plain + at, line->end - at);
  gsize sentence = strcspn (rest, ".;");

  rest[sentence] = '\0';
  return strstr (rest, "số ") != NULL || strstr (rest, DT_CHECK_OBJECT) != NULL || strstr (rest, " của ") != NULL ||
         strstr (rest, "Phụ lục") != NULL || strstr (rest, "Chương") != NULL;
}

/* L56: "mục V" of a plan that ends with IV. */
static void
check_internal (DtCheck *check,
                const DtCheckText *text)
{
  static const char *const words[] = { "mục", "Mục", "phần", "Phần" };
  guint n_sections = count_sections (check);

  (void) text;
  for (guint i = 0; i < check->n_texts; i++)
    for (guint k = 0; k < G_N_ELEMENTS (words); k++)
      {
        const DtCheckText *at = check->texts[i];
        gsize cursor = 0;
        gsize start;

        while (at->kind == DT_NODE_BODY && dt_scan_next (at->plain, words[k], &cursor, &start))
          {
            gsize length = strspn (at->plain + cursor + 1, "IVX");
            guint number = length > 0 && at->plain[cursor] == ' ' ? dt_text_parse_roman (at->plain + cursor + 1, length) : 0;
            gsize end = cursor + 1 + length;

            if (number <= n_sections || !dt_scan_is_whole (at->plain, start, end) || is_of_another (at, end))
              continue;
            dt_check_found (check, at, start, end, NULL, _ ("this document has no part %.*s, the last one is %u"),
                            (int) length, at->plain + cursor + 1, n_sections);
          }
      }
}

#define CONTENT (DT_INPUT_BASES | DT_INPUT_OPENING | DT_INPUT_ARTICLES | DT_INPUT_SECTIONS | DT_INPUT_CLOSING | \
                 DT_INPUT_ATTACHMENT | DT_INPUT_TASKS | DT_INPUT_ANNEXES)

static const DtRuleCode codes[] = {
  { "L34", DT_SCOPE_PLAN, CONTENT, check_first },
  { "L35", DT_SCOPE_PLAN, CONTENT, check_first },
  { "L36", DT_SCOPE_PLAN, CONTENT, check_first },
  { "L45", DT_SCOPE_PLAN, CONTENT | DT_INPUT_CATALOG, check_known },
  { "L46", DT_SCOPE_PLAN, CONTENT, check_dates },
  { "L48", DT_SCOPE_PLAN, CONTENT | DT_INPUT_HEAD, check_later },
  { "L49", DT_SCOPE_PLAN, CONTENT | DT_INPUT_HEAD | DT_INPUT_CATALOG, check_force },
  { "L50", DT_SCOPE_PLAN, CONTENT | DT_INPUT_HEAD | DT_INPUT_CATALOG, check_force },
  { "L51", DT_SCOPE_PLAN, CONTENT, check_repeated },
  { "L52", DT_SCOPE_PLAN, CONTENT, check_short_first },
  { "L56", DT_SCOPE_PLAN, DT_INPUT_SECTIONS, check_internal },
};

DT_RULE_FAMILY (dt_rules_citations, codes);
