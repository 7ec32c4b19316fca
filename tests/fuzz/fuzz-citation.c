/* fuzz-citation.c - any text has citations in order, inside the text, cut between characters
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include <string.h>
#include <time.h>

#include "catalog/dt-citation.h"

/* Of the processor, so that other programs do not count. A microsecond for a byte is fifty times what it takes. */
#define MAX_TIME(size) (2.0 * CLOCKS_PER_SEC + 20e-6 * CLOCKS_PER_SEC * (double) (size))

static void
check_span (const char *text,
            gsize length,
            DtCitationSpan span)
{
  g_assert_cmpuint (span.start, <=, span.end);
  g_assert_cmpuint (span.end, <=, length);
  if (span.start == span.end)
    return;

  g_assert_true ((text[span.start] & 0xC0) != 0x80);
  g_assert_true ((text[span.end] & 0xC0) != 0x80);
}

/* What is made of a span is text again. */
static void
check_words (char *words)
{
  g_assert_true (words == NULL || (*words != '\0' && g_utf8_validate (words, -1, NULL)));
  g_free (words);
}

static void
check_citation (const char *text,
                gsize length,
                const DtCitations *found,
                guint index)
{
  const DtCitation *citation = dt_citations_get (found, index);

  check_span (text, length, citation->span);
  check_span (text, length, citation->number_span);
  check_span (text, length, citation->date_span);
  check_span (text, length, citation->issuer_span);
  check_span (text, length, citation->subject_span);
  check_span (text, length, citation->pinpoint_span);
  g_assert_cmpuint (citation->span.end, >, citation->span.start);
  g_assert_true (citation->number != NULL || citation->klass == DT_CITATION_NAMED_LAW);
  g_assert_true (citation->number == NULL || g_utf8_validate (citation->number, -1, NULL));
  g_assert_true (citation->date.day == 0 || dt_date_is_valid (citation->date));
  g_assert_cmpuint (citation->problems >> DT_CITATION_N_PROBLEMS, ==, 0);

  check_words (dt_citations_dup_issuer (found, index));
  check_words (dt_citations_dup_subject (found, index));
  check_words (dt_citations_dup_pinpoint (found, index));
  for (guint code = 0; code < DT_CITATION_N_PROBLEMS; code++)
    if ((citation->problems & (1u << code)) != 0)
      check_words (dt_citations_dup_suggestion (found, index, code));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  g_autofree char *raw = g_strndup ((const char *) data, size);
  g_autofree char *text = g_utf8_make_valid (raw, -1);
  gsize length = strlen (text);
  clock_t start = clock ();
  g_autoptr (DtCitations) found = dt_citations_find (text, -1);
  guint32 at = 0;

  g_assert_cmpfloat ((double) (clock () - start), <, MAX_TIME (length));
  for (guint i = 0; i < dt_citations_get_n (found); i++)
    {
      const DtCitation *citation = dt_citations_get (found, i);
      guint32 place = citation->number != NULL ? citation->number_span.start : citation->span.start;

      check_citation (text, length, found, i);
      g_assert_cmpuint (place, >=, at);
      at = place;
    }

  return 0;
}
