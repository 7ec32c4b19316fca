/* dt-citation-judge.c - which numbers are those of documents, and their canonical form
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-citation"

#include "config.h"

#include "catalog/dt-citation-code-private.h"

#include <string.h>

#define MAX_NEWLINES 2
#define LAST_SLASH_YEAR 2005

/* Marks that may stand between a type, `số` and the number. */
static gboolean
is_skipped_mark (const DtCitationToken *token)
{
  return token->kind == DT_TOKEN_MARK && token->mark < 0x80 && strchr (":.,[(*|\"]", (int) token->mark) != NULL;
}

static gboolean
is_standard_word (const DtCitationToken *token)
{
  static const char *const words[] = { "qcvn", "tcvn", "tccs", "tcn", "tcxd", "tcxdvn", "iso", "iec", "qcdp", "qcktqg" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (dt_citation_is_plain (token, words[i]))
      return TRUE;

  return FALSE;
}

/* Mẫu số 04, biểu mẫu số 04, Phụ lục 04; `theomẫu` is how some texts have it. */
static gboolean
is_form_word (const DtCitationText *text,
              const DtCitationToken *token)
{
  DtCitationToken first;

  if (token->kind != DT_TOKEN_WORD)
    return FALSE;
  if (g_str_has_suffix (token->plain, "mau"))
    return TRUE;
  if (!dt_citation_is_plain (token, "bieu") && !dt_citation_is_plain (token, "luc"))
    return FALSE;

  dt_citation_prev_solid (text, token->start, &first);
  return dt_citation_is_plain (token, "bieu") ? !dt_citation_is_plain (&first, "dai") : dt_citation_is_plain (&first, "phu");
}

/* QCVN 9-1:2011/BYT and QCVN: 02/2019/BLĐTBXH. */
static gboolean
is_standard (const DtCitationText *text,
             guint32 pos)
{
  DtCitationToken token;
  gboolean has_colon = FALSE;

  for (guint i = 0; i < 4; i++)
    {
      dt_citation_prev_solid (text, pos, &token);
      if (is_standard_word (&token))
        return TRUE;
      if (token.kind == DT_TOKEN_NUMBER && has_colon)
        return TRUE;
      if (token.kind != DT_TOKEN_NUMBER && token.kind != DT_TOKEN_MARK)
        return FALSE;
      has_colon = dt_citation_is_mark (&token, ':');
      pos = token.start;
    }

  return FALSE;
}

/**
 * dt_citation_read_context:
 * @text: a text
 * @pos: where a number begins
 * @context: (out): what stands before it
 *
 * Reads backwards from a number: brackets, `số`, the type.
 */
void
dt_citation_read_context (const DtCitationText *text,
                          guint32 pos,
                          DtCitationContext *context)
{
  DtCitationToken token;

  *context = (DtCitationContext){ .start = pos };
  context->is_standard = is_standard (text, pos);

  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < 3; i++)
        {
          if (dt_citation_prev_solid (text, pos, &token) > MAX_NEWLINES)
            return;
          if (!is_skipped_mark (&token))
            break;
          pos = token.start;
        }
      if (round > 0 || !(dt_citation_is_plain (&token, "so") || dt_citation_is_plain (&token, "no")))
        break;
      context->has_so = TRUE;
      context->start = token.start;
      pos = token.start;
    }

  if (token.kind != DT_TOKEN_WORD)
    return;
  context->is_form = is_form_word (text, &token);
  if (!context->is_form)
    context->type = dt_citation_find_type_before (text, &token, &context->start);
}

static gboolean
has_flag (const DtCitationSymbol *symbol,
          guint flag)
{
  return symbol != NULL && (symbol->flags & flag) != 0;
}

static gboolean
has_known_org (const DtCitationCode *code)
{
  for (guint i = 1; i < code->n_parts; i++)
    if (code->parts[i].org != NULL)
      return TRUE;

  return FALSE;
}

/* NĐCP and NQTW: the hyphen, or the slash, was lost. */
static void
split_part (DtCitationCode *code)
{
  DtCitationPart *first = &code->parts[0];
  const DtCitationSymbol *type, *org;

  if (code->n_parts != 1 || first->type != NULL || first->org != NULL || code->separator == ' ')
    return;
  type = dt_citation_split_symbol (first->fold, &org);
  if (type == NULL)
    return;

  code->parts[1] = (DtCitationPart){ .end = first->end, .separator = code->separator == '-' ? '/' : '-', .org = org };
  g_strlcpy (code->parts[1].text, org->text, sizeof code->parts[1].text);
  g_strlcpy (code->parts[1].fold, org->fold, sizeof code->parts[1].fold);
  g_strlcpy (first->text, type->text, sizeof first->text);
  first->type = type;
  code->n_parts = 2;
  code->problems |= dt_citation_bit (DT_CITATION_SEPARATOR);
}

static gboolean
is_law (const DtCitationCode *code)
{
  /* The term misread by a machine, as in QHI5, is still one. */
  return code->year != 0 && code->n_parts == 1 &&
         (has_flag (code->parts[0].org, DT_SYMBOL_ASSEMBLY) || g_str_has_prefix (code->parts[0].fold, "QHI") ||
          g_str_has_prefix (code->parts[0].fold, "QHL"));
}

static gboolean
is_accepted (const DtCitationText *text,
             const DtCitationCode *code,
             const DtCitationContext *context)
{
  const DtCitationPart *first = &code->parts[0];
  gboolean is_typed = context->type != NULL;

  if (context->is_form || context->is_standard || (code->end < text->n && text->s[code->end] == '%'))
    return FALSE;
  if (code->is_open && !is_typed && code->year == 0)
    return FALSE;
  if (is_law (code))
    return TRUE;
  if (code->n_parts == 1 && strlen (first->fold) < 2)
    return FALSE;
  if (code->lower && first->type == NULL && first->org == NULL && !(is_typed && code->n_parts > 1))
    return FALSE;

  if (code->year != 0)
    {
      if (code->year_separator == 0 || code->separator == '-')
        return first->type != NULL && code->n_parts > 1;
      return is_typed || (first->type != NULL && (code->n_parts > 1 || context->has_so));
    }
  if (code->separator == ' ')
    return is_typed || context->has_so;
  if (code->separator == '-' && code->n_parts == 1)
    return is_typed && (first->org != NULL || has_flag (first->type, DT_SYMBOL_PARTY));
  if (is_typed)
    return TRUE;
  if (first->type != NULL && code->n_parts > 1)
    return has_known_org (code) || context->has_so || context->continues || has_flag (first->type, DT_SYMBOL_CONSOLIDATED);
  if (code->separator == '-' || first->org == NULL)
    return FALSE;

  return (context->has_so && (code->n_parts > 1 || has_flag (first->org, DT_SYMBOL_ALONE))) ||
         (context->continues && code->n_parts > 1);
}

static void
append_digits (const DtCitationText *text,
               const DtCitationCode *code,
               GString *number)
{
  g_string_append_len (number, text->s + code->start, code->digits_end - code->start);
}

static void
append_parts (DtCitationCode *code,
              GString *number,
              char first_separator)
{
  gboolean is_joint = has_flag (code->parts[0].type, DT_SYMBOL_JOINT);

  for (guint i = 0; i < code->n_parts; i++)
    {
      DtCitationPart *part = &code->parts[i];
      char separator = part->separator;

      if (i == 1)
        {
          gboolean is_kept = separator == '/' && first_separator == '-' && (is_joint || part->org == NULL);

          if (!is_kept && separator != first_separator)
            code->problems |= dt_citation_bit (DT_CITATION_SEPARATOR);
          separator = is_kept ? '/' : first_separator;
        }
      if (i > 0)
        g_string_append_c (number, separator == '.' ? '-' : separator);
      g_string_append (number, part->text);
      code->problems |= part->problems;
    }
}

/* Number, mark, symbol; what the Party writes the other way round. */
static DtCitationClass
write_state (const DtCitationText *text,
             DtCitationCode *code,
             GString *number)
{
  const DtCitationPart *first = &code->parts[0];
  const DtCitationSymbol *org = code->n_parts > 1 ? code->parts[1].org : NULL;
  gboolean is_party = has_flag (org, DT_SYMBOL_PARTY) && first->type != NULL;
  gboolean has_party_form = code->separator != '/' && (code->n_parts == 1 || code->parts[1].separator == '/');

  if (code->n_digits == 1 && code->digits_end == code->start + 1)
    {
      g_string_append_c (number, '0');
      code->problems |= dt_citation_bit (DT_CITATION_PADDING);
    }
  append_digits (text, code, number);

  if (is_party)
    {
      if (!has_party_form || code->separator == ' ')
        code->problems |= dt_citation_bit (DT_CITATION_PARTY_SHAPE);
      g_string_append_c (number, '-');
      code->parts[1].separator = '/';
      append_parts (code, number, '/');
      return DT_CITATION_PARTY;
    }
  if (has_party_form && !has_flag (org, DT_SYMBOL_LOCAL))
    {
      g_string_append_c (number, '-');
      append_parts (code, number, '/');
      if (has_flag (org, DT_SYMBOL_UNION))
        return DT_CITATION_UNION;
      return has_flag (first->type, DT_SYMBOL_PARTY) ? DT_CITATION_PARTY : DT_CITATION_STATE;
    }
  if (code->separator != '/')
    {
      code->problems |= dt_citation_bit (has_party_form ? DT_CITATION_STATE_SHAPE : DT_CITATION_SEPARATOR);
      if (has_party_form && code->n_parts > 1)
        code->parts[1].separator = '-';
    }

  g_string_append_c (number, '/');
  append_parts (code, number, '-');
  if (has_flag (first->type, DT_SYMBOL_CONSOLIDATED))
    return DT_CITATION_CONSOLIDATED;
  if (has_flag (org, DT_SYMBOL_UNION) || has_flag (first->org, DT_SYMBOL_UNION))
    return DT_CITATION_UNION;

  return first->type == NULL ? DT_CITATION_LETTER : DT_CITATION_STATE;
}

/* `141/2003/QĐ/BTC`: before the circular 55/2005/TTLT-BNV-VPCP ministries wrote either mark. */
static gboolean
is_old_form (const DtCitationCode *code)
{
  return code->year <= LAST_SLASH_YEAR && code->n_parts > 1 && code->parts[1].separator == '/' &&
         !has_flag (code->parts[1].org, DT_SYMBOL_ALONE);
}

/* The number with the year; a year that does not belong there is left out. */
static DtCitationClass
write_yearly (const DtCitationText *text,
              DtCitationCode *code,
              GString *number)
{
  const DtCitationPart *first = &code->parts[0];
  gboolean is_extra = has_flag (first->type, DT_SYMBOL_NO_YEAR) && code->n_parts > 1 &&
                      has_flag (code->parts[1].org, DT_SYMBOL_LOCAL);

  if (is_extra)
    {
      code->problems |= dt_citation_bit (DT_CITATION_EXTRA_YEAR);
      code->separator = '/';
      return write_state (text, code, number);
    }
  if (code->n_digits == 1 && code->digits_end == code->start + 1)
    code->problems |= dt_citation_bit (DT_CITATION_PADDING);
  if (code->separator != '/' || code->year_separator != '/')
    code->problems |= dt_citation_bit (DT_CITATION_SEPARATOR);

  append_digits (text, code, number);
  g_string_append_printf (number, "/%u/", code->year);
  append_parts (code, number, is_old_form (code) ? '/' : '-');
  if (has_flag (first->type, DT_SYMBOL_CONSOLIDATED))
    return DT_CITATION_CONSOLIDATED;

  return is_law (code) ? DT_CITATION_LAW : DT_CITATION_QPPL;
}

static void
find_shape_problems (DtCitationCode *code,
                     const DtCitationContext *context)
{
  const DtCitationSymbol *type = code->parts[0].type;

  if (context->type != NULL && !context->has_so)
    code->problems |= dt_citation_bit (DT_CITATION_MISSING_SO);
  if (type != NULL && code->n_parts == 1)
    code->problems |= dt_citation_bit (DT_CITATION_TRUNCATED);
  if (has_flag (type, DT_SYMBOL_YEAR) && code->year == 0 && code->n_parts > 1 && code->separator == '/')
    code->problems |= dt_citation_bit (DT_CITATION_MISSING_YEAR);
  if (type != NULL && strcmp (type->text, "CV") == 0 && code->n_parts > 1 &&
      has_flag (code->parts[1].org, DT_SYMBOL_LOCAL))
    code->problems |= dt_citation_bit (DT_CITATION_LETTER_SYMBOL);
}

/**
 * dt_citation_judge_code:
 * @text: a text
 * @code: what dt_citation_scan_code() read; its problems are added
 * @context: what dt_citation_read_context() read
 * @number: takes the canonical number
 * @klass: (out): the system of numbering
 *
 * Tells the number of a document from that of a form, a standard or a
 * contract, and writes it as the decree and the Party do.
 *
 * A number below ten gets its zero only in the series of an office: catalogues
 * hold both `7/2020/TT-BYT` and `07/2020/TT-BYT`, as their bodies wrote them.
 *
 * Returns: whether it is a citation
 */
gboolean
dt_citation_judge_code (const DtCitationText *text,
                        DtCitationCode *code,
                        const DtCitationContext *context,
                        GString *number,
                        DtCitationClass *klass)
{
  if (code->year != 0 || context->type != NULL)
    split_part (code);
  if (!is_accepted (text, code, context))
    return FALSE;

  g_string_truncate (number, 0);
  *klass = code->year != 0 ? write_yearly (text, code, number) : write_state (text, code, number);
  find_shape_problems (code, context);
  /* Quyết định số 619/TTg: an old symbol without a type. */
  if (*klass == DT_CITATION_LETTER && context->type != NULL && strcmp (context->type->name, "Công văn") != 0 &&
      strcmp (context->type->name, "Văn bản") != 0)
    *klass = DT_CITATION_STATE;

  return TRUE;
}

/**
 * dt_citation_code_is_law:
 * @code: a code
 *
 * Returns: whether a law, a code or an ordinance may have this number
 */
gboolean
dt_citation_code_is_law (const DtCitationCode *code)
{
  static const char *const symbols[] = { "PL", "L", "LCT", "SL" };
  const DtCitationSymbol *type = code->parts[0].type;

  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (type != NULL && strcmp (type->text, symbols[i]) == 0)
      return TRUE;

  return is_law (code);
}

/**
 * dt_citation_code_get_type:
 * @code: a code
 *
 * Gets the type that the symbol names.
 *
 * Returns: (nullable): the type
 */
const char *
dt_citation_code_get_type (const DtCitationCode *code)
{
  const DtCitationPart *first = &code->parts[0];

  if (first->type == NULL || (first->org != NULL && code->n_parts == 1))
    return NULL;

  return first->type->name;
}
