/* dt-check-scan-private.h - small helpers of the rules for looking through text
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/dt-check-private.h"

#include <string.h>

G_BEGIN_DECLS

/* A table of rule codes as a family. */
#define DT_RULE_FAMILY(name, table) const DtRuleFamily name = { table, G_N_ELEMENTS (table) }

/* The character that ends at or begins at a byte; 0 at the ends of the text. */
static inline gunichar
dt_scan_before (const char *plain,
                gsize at)
{
  return at > 0 ? g_utf8_get_char (g_utf8_prev_char (plain + at)) : 0;
}

static inline gunichar
dt_scan_at (const char *plain,
            gsize at)
{
  return g_utf8_get_char (plain + at);
}

/* Whether bytes @start to @end stand as a word of their own. */
static inline gboolean
dt_scan_is_whole (const char *plain,
                  gsize start,
                  gsize end)
{
  gunichar before = dt_scan_before (plain, start);
  gunichar after = dt_scan_at (plain, end);

  return !(before != 0 && g_unichar_isalnum (before)) && !(after != 0 && g_unichar_isalnum (after));
}

/* The next place of @word, as it is, as whole words, from *@cursor on; *@cursor moves behind it. */
static inline gboolean
dt_scan_next (const char *plain,
              const char *word,
              gsize *cursor,
              gsize *start)
{
  gsize length = strlen (word);
  const char *found;

  while ((found = strstr (plain + *cursor, word)) != NULL)
    {
      *start = (gsize) (found - plain);
      *cursor = *start + length;
      if (dt_scan_is_whole (plain, *start, *cursor))
        return TRUE;
    }

  return FALSE;
}

/* Whether bytes @start to @end hold letters and all of them are capitals. */
static inline gboolean
dt_scan_is_capitals (const char *plain,
                     gsize start,
                     gsize end)
{
  gboolean any = FALSE;

  for (const char *p = plain + start; p < plain + end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c))
        return FALSE;
      any |= g_unichar_isupper (c);
    }

  return any;
}

/* The citation that a byte is part of, or NULL. */
static inline const DtCitation *
dt_scan_find_citation (const DtCheckText *text,
                       gsize offset)
{
  guint n = text->citations != NULL ? dt_citations_get_n (text->citations) : 0;

  for (guint i = 0; i < n; i++)
    {
      const DtCitation *citation = dt_citations_get (text->citations, i);

      if (offset >= citation->span.start && offset < citation->span.end)
        return citation;
    }

  return NULL;
}

/* Whether a byte is part of the number and symbol of a document. */
static inline gboolean
dt_scan_is_in_number (const DtCheckText *text,
                      gsize offset)
{
  const DtCitation *citation = dt_scan_find_citation (text, offset);

  return citation != NULL && offset >= citation->number_span.start && offset < citation->number_span.end;
}

/* @text with its first letter as a capital. */
static inline char *
dt_scan_capitalize (const char *text)
{
  GString *result = g_string_new (NULL);

  if (*text != '\0')
    {
      g_string_append_unichar (result, g_unichar_toupper (g_utf8_get_char (text)));
      g_string_append (result, g_utf8_next_char (text));
    }
  return g_string_free (result, FALSE);
}

G_END_DECLS
