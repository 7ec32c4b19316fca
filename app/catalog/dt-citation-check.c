/* dt-citation-check.c - what disagrees within a citation, and between two
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-citation"

#include "config.h"

#include "catalog/dt-citation-find-private.h"
#include "text/dt-text.h"

#include <string.h>

/* What was said before of a number. */
typedef struct
{
  DtDate date;
  gboolean is_full;
} Mention;

static guint32
bit (DtCitationProblemCode code)
{
  return dt_citation_bit (code);
}

/* Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3.a: a number is of the year it was given in. */
static void
check_year (DtCitationCore *core)
{
  if (core->year != 0 && core->c.date.year != 0 && core->c.date.year != core->year)
    core->c.problems |= bit (DT_CITATION_YEAR_CONFLICT);
}

/* The years of a term of the National Assembly. */
static const struct
{
  guint term;
  guint first;
  guint last;
} terms[] = {
  { 9, 1992, 1997 },
  { 10, 1997, 2002 },
  { 11, 2002, 2007 },
  { 12, 2007, 2011 },
  { 13, 2011, 2016 },
  { 14, 2016, 2021 },
  { 15, 2021, 2026 },
  { 16, 2026, 2031 },
};

static void
check_term (DtCitationCore *core)
{
  const char *number = core->c.number;
  const char *place = strstr (number, "QH");
  guint year = core->year != 0 ? core->year : core->c.date.year;
  guint term;

  if (place == NULL || !g_ascii_isdigit (place[2]) || year == 0)
    return;
  term = (guint) g_ascii_strtoull (place + 2, NULL, 10);
  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    if (terms[i].term == term && (year < terms[i].first || year > terms[i].last))
      core->c.problems |= bit (DT_CITATION_TERM_CONFLICT);
}

/* Types that a symbol does not name itself. */
static gboolean
may_be_type (const char *type,
             const DtCitationSymbol *symbol,
             DtCitationClass klass)
{
  static const char *const pairs[][2] = {
    { "QĐ", "Quy định" },
    { "QĐ", "Quy chế" },
    { "TT", "Thông tri" },
    { "PL", "Pháp lệnh" },
    { "L", "Luật" },
    { "L", "Bộ luật" },
    { "L", "Pháp lệnh" },
    { "LCT", "Luật" },
    { "LCT", "Pháp lệnh" },
    { "LCT", "Bộ luật" },
    { "SL", "Luật" },
    { "CTr", "Chương trình hành động" },
    { "KH", "Chương trình" },
    { "NQLT", "Nghị quyết" },
    { "VBHN", "Luật" },
    { "VBHN", "Nghị định" },
    { "VBHN", "Thông tư" },
    { "HĐ", "Hợp đồng" },
    { "CV", "Công văn" },
  };

  if (strcmp (type, "Văn bản") == 0 || symbol->name == NULL || strcmp (type, symbol->name) == 0)
    return TRUE;
  if (klass == DT_CITATION_CONSOLIDATED)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (strcmp (symbol->text, pairs[i][0]) == 0 && strcmp (type, pairs[i][1]) == 0)
      return TRUE;

  return FALSE;
}

static const DtCitationSymbol *
find_type_symbol (const char *number)
{
  const char *p = number;

  while (*p != '\0')
    {
      gsize length = strcspn (p, "/-");
      g_autofree char *part = g_strndup (p, length);

      if (length > 0 && !g_ascii_isdigit (part[0]))
        {
          g_autoptr (GString) fold = g_string_new (NULL);

          dt_text_fold_append (fold, part, -1);
          g_string_ascii_up (fold);
          return dt_citation_find_symbol (part, fold->str, DT_SYMBOL_TYPE);
        }
      p += length;
      p += *p != '\0';
    }

  return NULL;
}

static gboolean
is_one_of (const char *type,
           const char *const *types)
{
  for (; *types != NULL; types++)
    if (strcmp (type, *types) == 0)
      return TRUE;

  return FALSE;
}

static void
check_type (DtCitationCore *core)
{
  static const char *const of_assembly[] = { "Luật", "Bộ luật", "Nghị quyết", "Pháp lệnh", "Hiến pháp", "Văn bản", NULL };
  static const char *const laws[] = { "Luật", "Bộ luật", "Pháp lệnh", NULL };
  const DtCitationSymbol *symbol;

  if (!core->has_type || core->c.type == NULL)
    return;

  symbol = find_type_symbol (core->c.number);
  if (core->c.klass == DT_CITATION_LAW)
    {
      if (!is_one_of (core->c.type, of_assembly))
        core->c.problems |= bit (DT_CITATION_TYPE_CONFLICT);
    }
  else if (symbol != NULL)
    {
      if (!may_be_type (core->c.type, symbol, core->c.klass))
        core->c.problems |= bit (DT_CITATION_TYPE_CONFLICT);
    }
  else if (is_one_of (core->c.type, laws) && core->year >= 2003)
    core->c.problems |= bit (DT_CITATION_TYPE_CONFLICT);
}

static gboolean
has_known_body (const char *number)
{
  g_auto (GStrv) parts = g_strsplit_set (number, "/-", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (GString) fold = g_string_new (NULL);
      gsize length = strlen (parts[i]);
      const DtCitationSymbol *symbol;

      while (length > 0 && g_ascii_isdigit (parts[i][length - 1]))
        length--;
      if (length == 0)
        continue;
      dt_text_fold_append (fold, parts[i], (gssize) length);
      g_string_ascii_up (fold);
      symbol = dt_citation_find_symbol ("", fold->str, DT_SYMBOL_ORG);
      if (symbol != NULL && (symbol->name != NULL || (symbol->flags & DT_SYMBOL_PARTY) != 0))
        return TRUE;
    }

  return FALSE;
}

static void
check_issuer (const DtCitationText *text,
              DtCitationCore *core)
{
  DtCitationSpan span = core->c.issuer_span;
  DtCitationToken first;

  if (!dt_citation_has (span))
    return;
  dt_citation_next (text, span.start, &first);
  if (first.end == span.end && (dt_citation_is_plain (&first, "cp") || dt_citation_is_plain (&first, "ttg")))
    core->c.problems |= bit (DT_CITATION_ISSUER_SHORT);
  if (has_known_body (core->c.number) && !dt_citation_issuer_agrees (text, span, core->c.number))
    core->c.problems |= bit (DT_CITATION_ISSUER_CONFLICT);
}

static void
check_subject (const DtCitationText *text,
               DtCitationCore *core)
{
  DtCitationToken token, mark;

  if (!dt_citation_has (core->c.subject_span))
    {
      if (dt_citation_has (core->c.date_span) && !dt_citation_has (core->c.issuer_span) &&
          core->c.klass != DT_CITATION_LAW && core->c.klass != DT_CITATION_NAMED_LAW)
        core->c.problems |= bit (DT_CITATION_INCOMPLETE);
      return;
    }
  dt_citation_next (text, core->c.subject_span.start, &token);
  dt_citation_next (text, token.end, &mark);
  if (dt_citation_is_plain (&token, "v") && (dt_citation_is_mark (&mark, '/') || dt_citation_is_mark (&mark, '.')))
    core->c.problems |= bit (DT_CITATION_ABBREVIATION);
}

/* The same number before: another date, or all its facts again (II.6.b). */
static void
check_mentions (DtCitationCore *core,
                GHashTable *mentions)
{
  gboolean is_full = dt_citation_has (core->c.date_span) && dt_citation_has (core->c.subject_span);
  Mention *mention = g_hash_table_lookup (mentions, core->c.number);

  if (mention == NULL)
    {
      mention = g_new0 (Mention, 1);
      g_hash_table_insert (mentions, (gpointer) core->c.number, mention);
    }
  /* A number of the year returns every year, a number with its year does not. */
  if (dt_date_is_complete (core->c.date) && dt_date_is_complete (mention->date) &&
      !dt_date_equal (core->c.date, mention->date) &&
      (core->year != 0 || core->c.date.year == mention->date.year))
    core->c.problems |= bit (DT_CITATION_DATE_CONFLICT);
  else if (is_full && mention->is_full && dt_date_equal (core->c.date, mention->date))
    core->c.problems |= bit (DT_CITATION_REPEATED);

  if (!dt_date_is_complete (mention->date))
    mention->date = core->c.date;
  mention->is_full |= is_full;
}

static void
check_pinpoint (const DtCitationText *text,
                DtCitationCore *core)
{
  gboolean is_right;

  if (dt_citation_scan_pinpoint (text, core->c.span.start, &core->c.pinpoint_span, &is_right) && !is_right)
    core->c.problems |= bit (DT_CITATION_PINPOINT);
}

/**
 * dt_citation_check:
 * @finder: the citations, whose facts were read
 *
 * Adds what disagrees, and the part of the document that is meant.
 */
void
dt_citation_check (DtCitationFinder *finder)
{
  g_autoptr (GHashTable) mentions = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < finder->cores->len; i++)
    {
      DtCitationCore *core = dt_citation_core (finder, i);

      if (core->is_dead)
        continue;
      check_pinpoint (&finder->text, core);
      if (core->c.number == NULL)
        continue;
      check_year (core);
      check_term (core);
      check_type (core);
      check_issuer (&finder->text, core);
      check_subject (&finder->text, core);
      check_mentions (core, mentions);
    }
}

static char *
write_place (const DtCitationText *text,
             DtCitationSpan span)
{
  g_autofree char *raw = g_strndup (text->s + span.start, span.end - span.start);
  g_autofree char *composed = dt_text_to_nfc (raw);

  return dt_text_collapse (composed);
}

/* The term in whose years @year falls; in the year of an election the newer one. */
static char *
suggest_term (const DtCitation *citation)
{
  const char *place = strstr (citation->number, "QH");
  guint year = (guint) g_ascii_strtoull (strchr (citation->number, '/') + 1, NULL, 10);

  for (guint i = G_N_ELEMENTS (terms); i > 0; i--)
    if (year >= terms[i - 1].first && year < terms[i - 1].last)
      return g_strdup_printf ("%.*sQH%u", (int) (place - citation->number), citation->number, terms[i - 1].term);

  return NULL;
}

static char *
suggest_issuer (const DtCitation *citation)
{
  const char *end = strrchr (citation->number, '-');
  const char *slash = strrchr (citation->number, '/');
  g_autoptr (GString) fold = NULL;
  const DtCitationSymbol *symbol;
  gsize length;

  if (end == NULL || end < slash)
    end = slash;
  if (end == NULL)
    return NULL;

  length = strlen (++end);
  while (length > 0 && g_ascii_isdigit (end[length - 1]))
    length--;
  fold = g_string_new (NULL);
  dt_text_fold_append (fold, end, (gssize) length);
  g_string_ascii_up (fold);
  symbol = dt_citation_find_symbol ("", fold->str, DT_SYMBOL_ORG);

  return symbol != NULL ? g_strdup (symbol->name) : NULL;
}

/**
 * dt_citation_suggest:
 * @text: the text
 * @citation: a citation in it
 * @code: one of its problems
 *
 * Writes what would be right, where that can be told.
 *
 * Returns: (transfer full) (nullable): the right form of the wrong part
 */
char *
dt_citation_suggest (const DtCitationText *text,
                     const DtCitation *citation,
                     DtCitationProblemCode code)
{
  switch (code)
    {
    case DT_CITATION_MISSING_SO:
      if (citation->group != 0 && citation->span.start == citation->number_span.start)
        return g_strconcat ("số ", citation->number, NULL);
      return citation->type != NULL ? g_strdup_printf ("%s số %s", citation->type, citation->number) : NULL;
    case DT_CITATION_D_MARK:
    case DT_CITATION_LOOKALIKE:
    case DT_CITATION_LETTER_CASE:
    case DT_CITATION_DASH:
    case DT_CITATION_BLANKS:
    case DT_CITATION_SEPARATOR:
    case DT_CITATION_FOOTNOTE:
    case DT_CITATION_PARTY_SHAPE:
    case DT_CITATION_STATE_SHAPE:
    case DT_CITATION_EXTRA_YEAR:
      return g_strdup (citation->number);
    case DT_CITATION_PADDING:
      return citation->number[0] == '0' ? g_strdup (citation->number) : g_strconcat ("0", citation->number, NULL);
    case DT_CITATION_DATE_FORM:
      {
        g_autofree char *place = write_place (text, citation->date_span);
        g_autofree char *date = strstr (place, "tháng") != NULL ? dt_date_format_long (citation->date)
                                                                : dt_date_format_short (citation->date);
        gboolean has_word = g_str_has_prefix (date, "ngày");

        return has_word ? g_steal_pointer (&date) : g_strconcat ("ngày ", date, NULL);
      }
    case DT_CITATION_ISSUER_SHORT:
    case DT_CITATION_ISSUER_CONFLICT:
      return suggest_issuer (citation);
    case DT_CITATION_ABBREVIATION:
      return g_strdup ("về việc");
    case DT_CITATION_REPEATED:
      return g_strdup_printf ("%s số %s", citation->type != NULL ? citation->type : "", citation->number);
    case DT_CITATION_PINPOINT:
      return dt_citation_write_pinpoint (text, citation->pinpoint_span);
    case DT_CITATION_TERM_CONFLICT:
      return citation->klass == DT_CITATION_LAW ? suggest_term (citation) : NULL;
    case DT_CITATION_TYPE_CONFLICT:
      {
        const DtCitationSymbol *symbol = find_type_symbol (citation->number);

        return symbol != NULL ? g_strdup (symbol->name) : NULL;
      }
    case DT_CITATION_MISSING_YEAR:
    case DT_CITATION_TRUNCATED:
    case DT_CITATION_LETTER_SYMBOL:
    case DT_CITATION_DATE_INVALID:
    case DT_CITATION_INCOMPLETE:
    case DT_CITATION_YEAR_CONFLICT:
    case DT_CITATION_DATE_CONFLICT:
    case DT_CITATION_N_PROBLEMS:
    default:
      return NULL;
    }
}
