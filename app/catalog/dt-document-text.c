/* dt-document-text.c - the texts of entries: tidy form, ids, numbers
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-document"

#include "config.h"

#include "catalog/dt-document-private.h"

#include "catalog/dt-citation-tables-private.h"
#include "text/dt-text.h"

#include <string.h>

/* Letters of Latin-1 and Vietnamese, composed, and common signs: all else gets a closer look. */
static gboolean
is_plain_lead (const guchar *p)
{
  if (p[0] >= 0xc3 && p[0] <= 0xc6)
    return TRUE;
  if (p[0] == 0xe1)
    return p[1] >= 0xb8 && p[1] <= 0xbb;
  /* Dashes and quotation marks: U+2010 to U+2027. */
  return p[0] == 0xe2 && p[1] == 0x80 && p[2] >= 0x90 && p[2] <= 0xa7;
}

gboolean
dt_document_text_is_tidy (const char *text,
                          gsize length)
{
  const guchar *p = (const guchar *) text;
  const guchar *end = p + length;

  if (length == 0)
    return TRUE;
  if (*p == ' ' || end[-1] == ' ')
    return FALSE;

  while (p < end)
    {
      if (*p == ' ' && p[1] == ' ')
        return FALSE;
      if (*p < 0x20 || *p == 0x7f)
        return FALSE;
      if (*p < 0x80)
        p++;
      else if (!is_plain_lead (p))
        return FALSE;
      else if (p[0] < 0xe0)
        {
          if ((p[1] & 0xc0) != 0x80)
            return FALSE;
          p += 2;
        }
      else
        {
          if ((p[2] & 0xc0) != 0x80)
            return FALSE;
          p += 3;
        }
    }

  return TRUE;
}

/* Zero width and direction marks, and control characters that are no blanks. */
static gboolean
is_invisible (gunichar c)
{
  return c == 0x00ad || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || c == 0xfffe || c == 0xffff ||
         (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7f && c < 0xa0);
}

char *
dt_document_tidy_text (const char *text)
{
  g_autoptr (GString) visible = NULL;
  g_autofree char *composed = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    return NULL;

  visible = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_invisible (c))
        g_string_append_unichar (visible, c);
    }

  composed = dt_text_to_nfc (visible->str);
  return dt_text_collapse (composed);
}

/**
 * dt_document_fold_number:
 * @number: a number and symbol
 *
 * Gives the form in which numbers are compared, so that `30 / 2020/ND–CP`
 * finds `30/2020/NĐ-CP`.
 *
 * Returns: (transfer full): the form
 */
char *
dt_document_fold_number (const char *number)
{
  GString *folded;

  g_return_val_if_fail (number != NULL, NULL);

  folded = g_string_sized_new (strlen (number));
  for (const char *p = number; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || c == 0x00a0)
        continue;
      if (c == 0x2212 || (c >= 0x2010 && c <= 0x2015))
        g_string_append_c (folded, '-');
      else if (c == 0x00d0 || c == 0x0189)
        g_string_append_c (folded, 'd');
      else
        dt_text_fold_append (folded, p, g_utf8_next_char (p) - p);
    }

  return g_string_free (folded, FALSE);
}

/**
 * dt_document_number_has_year:
 * @number: a canonical number
 *
 * Returns: whether a year stands in it, so that it is not given twice
 */
gboolean
dt_document_number_has_year (const char *number)
{
  const char *slash;

  g_return_val_if_fail (number != NULL, FALSE);

  slash = strchr (number, '/');
  return slash != NULL && strspn (slash + 1, "0123456789") == 4 && slash[5] == '/' &&
         (g_str_has_prefix (slash + 1, "19") || g_str_has_prefix (slash + 1, "20"));
}

/* Whether many bodies have this symbol: people's committees and councils, and the Party below the centre. */
static gboolean
is_shared_symbol (const char *fold)
{
  static const char *const committees[] = { "TU", "DU", "HU", "QU", "TXU", "THU", "DUK", "CB" };
  const DtCitationSymbol *symbol = dt_citation_find_symbol (fold, fold, DT_SYMBOL_ORG);

  if (symbol != NULL && (symbol->flags & DT_SYMBOL_LOCAL) != 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (committees); i++)
    if (strcmp (committees[i], fold) == 0)
      return TRUE;

  /* Bodies without a name of their own are parts of something: VPUBND, SNV, MTTQ. */
  return symbol != NULL && symbol->name == NULL && strstr (fold, "TW") == NULL && strcmp (fold, "BTT") != 0;
}

/**
 * dt_document_number_is_local:
 * @number: a canonical number
 *
 * Tells whether several bodies give numbers of this form, such as the people's
 * committees (Ủy ban nhân dân): then the body belongs to the key.
 *
 * Returns: whether they do
 */
gboolean
dt_document_number_is_local (const char *number)
{
  char fold[24];
  gsize n = 0;

  g_return_val_if_fail (number != NULL, FALSE);

  for (const char *p = number;; p++)
    {
      if (*p != '\0' && *p != '/' && *p != '-')
        {
          /* Of letters that are not ASCII, symbols have Đ alone. */
          if (n < sizeof fold - 1 && g_ascii_isalnum (*p))
            fold[n++] = g_ascii_toupper (*p);
          else if (n < sizeof fold - 1 && (guchar) *p == 0xc4)
            fold[n++] = 'D';
          continue;
        }

      fold[n] = '\0';
      if (n > 0 && !g_ascii_isdigit (fold[0]) && is_shared_symbol (fold))
        return TRUE;
      if (*p == '\0')
        return FALSE;
      n = 0;
    }
}

/* As dt_date_format_iso(), for entries by the hundred thousand. */
static void
format_iso (DtDate date,
            char iso[11])
{
  guint parts[] = { date.year / 100, date.year % 100, date.month, date.day };

  if (!dt_date_is_complete (date))
    {
      g_autofree char *partial = dt_date_format_iso (date);

      g_strlcpy (iso, partial, 11);
      return;
    }

  memcpy (iso, "YYYY-MM-DD", 11);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      char *at = iso + (i < 2 ? i * 2 : i * 3 - 1);

      at[0] = (char) ('0' + parts[i] / 10);
      at[1] = (char) ('0' + parts[i] % 10);
    }
}

/**
 * dt_document_make_id:
 * @number: the number, or ""
 * @type: the type
 * @issuer: the body, or ""
 * @subject: the subject, or ""
 * @date: the date
 *
 * Makes the name of an entry. A number is no key: each year begins anew, and
 * every commune has its own. So the date follows an `@` unless the year stands
 * in the number, and the body follows that where many count the same way.
 *
 * Returns: (transfer full): `30/2020/NĐ-CP`, `76/NQ-CP@2021-07-15`, …
 */
char *
dt_document_make_id (const char *number,
                     const char *type,
                     const char *issuer,
                     const char *subject,
                     DtDate date)
{
  char iso[11] = "";
  gboolean local;

  g_return_val_if_fail (number != NULL && type != NULL && issuer != NULL && subject != NULL, NULL);

  if (!dt_date_is_empty (date))
    format_iso (date, iso);
  if (*number == '\0')
    return g_strconcat (type, " ", subject, *iso != '\0' ? "@" : "", iso, NULL);

  local = dt_document_number_is_local (number);
  if (!local && (*iso == '\0' || dt_document_number_has_year (number)))
    return g_strdup (number);
  if (!local || *issuer == '\0')
    return g_strconcat (number, *iso != '\0' ? "@" : "", iso, NULL);
  return g_strconcat (number, *iso != '\0' ? "@" : "", iso, "@", issuer, NULL);
}
