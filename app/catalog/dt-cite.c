/* dt-cite.c - how a document is cited in a text
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "catalog/dt-cite.h"

#include "text/dt-text.h"

#include <string.h>

/* Types cited by name alone in the text, and by name and date in the bases (mục II, khoản 6, điểm a and b). */
static const char *const laws[] = { "Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp" };

/* Subjects that begin with one of these follow the body directly, others after "về". */
static const char *const verbs[] = {
  "về ",
  "ban hành ",
  "phê duyệt ",
  "quy định ",
  "hướng dẫn ",
  "sửa đổi",
  "bổ sung ",
  "bãi bỏ ",
  "thay thế ",
  "công bố ",
  "thành lập ",
  "kiện toàn ",
  "phân công ",
  "giao ",
  "đính chính ",
};

/**
 * dt_cite_is_law:
 * @document: a document
 *
 * Tells whether @document is cited by its name, without number and body
 * (Phụ lục I, mục II, khoản 6): laws and ordinances.
 *
 * Returns: %TRUE if it is
 */
gboolean
dt_cite_is_law (const DtDocumentFields *document)
{
  g_return_val_if_fail (document != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (laws); i++)
    {
      if (g_str_equal (document->type, laws[i]))
        return *document->subject != '\0';
    }

  return FALSE;
}

static gboolean
ends_with_word (const char *text,
                gsize length,
                const char *word)
{
  gsize word_length = strlen (word);
  g_autofree char *tail = NULL;
  g_autofree char *have = NULL;
  g_autofree char *want = NULL;

  if (length < word_length)
    return FALSE;
  if (!g_utf8_validate (text + length - word_length, (gssize) word_length, NULL))
    return FALSE;
  if (length > word_length && text[length - word_length - 1] != ' ' && text[length - word_length - 1] != '(')
    return FALSE;

  tail = g_strndup (text + length - word_length, word_length);
  have = dt_text_lower (tail);
  want = dt_text_lower (word);
  return g_str_equal (have, want);
}

/**
 * dt_cite_find_start:
 * @before: the text of the paragraph before the citation
 * @document: the document
 *
 * Finds where a citation has to start when its type, or type and `số`, were
 * typed before the mark.
 *
 * Returns: the start
 */
DtCiteStart
dt_cite_find_start (const char *before,
                    const DtDocumentFields *document)
{
  gsize length;

  g_return_val_if_fail (before != NULL, DT_CITE_START_TYPE);
  g_return_val_if_fail (document != NULL, DT_CITE_START_TYPE);

  length = strlen (before);
  while (length > 0 && before[length - 1] == ' ')
    length--;

  if (length == strlen (before))
    return DT_CITE_START_TYPE;
  if (ends_with_word (before, length, "số"))
    return DT_CITE_START_NUMBER;
  if (*document->type != '\0' && ends_with_word (before, length, document->type))
    return DT_CITE_START_SO;

  return DT_CITE_START_TYPE;
}

static void
append_date (GString *text,
             DtDate date,
             gboolean basis)
{
  g_autofree char *written = NULL;

  if (!dt_date_is_complete (date))
    return;

  /* In words in the bases, as the decree's own are; short in running text. */
  written = basis ? dt_date_format_long (date) : dt_date_format_short (date);
  g_string_append_printf (text, " %s%s", basis ? "" : "ngày ", written);
}

static void
append_subject (GString *text,
                const char *subject)
{
  g_autofree char *lower = NULL;

  if (*subject == '\0')
    return;

  lower = dt_text_lower (subject);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (g_str_has_prefix (lower, verbs[i]))
        {
          /* Only the first letter: names inside keep theirs. */
          g_string_append_c (text, ' ');
          g_string_append_len (text, lower, g_utf8_next_char (lower) - lower);
          g_string_append (text, g_utf8_next_char (subject));
          return;
        }
    }

  g_string_append_printf (text, " về %s", subject);
}

static void
append_law (GString *text,
            const DtDocumentFields *document,
            DtCiteStart start,
            gboolean basis)
{
  g_string_append_printf (text, "%s%s%s", start == DT_CITE_START_TYPE ? document->type : "",
                          start == DT_CITE_START_TYPE ? " " : "", document->subject);
  if (basis)
    append_date (text, document->date, TRUE);
}

/* "số 76/NQ-CP", and what the first mention adds: date, body, subject. */
static void
append_number (GString *text,
               const DtDocumentFields *document,
               DtCiteStart start,
               gboolean full,
               gboolean basis)
{
  g_string_append_printf (text, "%s%s", start == DT_CITE_START_NUMBER ? "" : "số ", document->number);
  if (!full)
    return;

  append_date (text, document->date, basis);
  if (*document->issuer != '\0')
    g_string_append_printf (text, " của %s", document->issuer);
  append_subject (text, document->subject);
}

/**
 * dt_cite_format:
 * @document: the document
 * @pinpoint: the part that is cited, or empty
 * @start: what of it was typed already
 * @full: whether with date, body and subject, as at the first mention
 * @basis: whether in the bases (căn cứ)
 *
 * Writes a citation as Phụ lục I, mục II, khoản 6 asks: type, number, date,
 * body and subject at the first mention, type and number later; laws and
 * ordinances by their name, with the date in the bases; parts from the
 * smallest to the largest before it. What the catalogue does not know is left
 * out, never invented.
 *
 * Returns: (transfer full): the citation
 */
char *
dt_cite_format (const DtDocumentFields *document,
                const char *pinpoint,
                DtCiteStart start,
                gboolean full,
                gboolean basis)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (document != NULL, NULL);
  g_return_val_if_fail (pinpoint != NULL, NULL);

  if (*pinpoint != '\0' && start == DT_CITE_START_TYPE)
    g_string_append_printf (text, "%s ", pinpoint);

  if (dt_cite_is_law (document))
    {
      append_law (text, document, start, basis);
    }
  else
    {
      if (start == DT_CITE_START_TYPE && *document->type != '\0')
        g_string_append_printf (text, "%s ", document->type);
      append_number (text, document, start, full, basis);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * dt_cite_format_group:
 * @documents: (array length=n_documents): documents of one type
 * @full: (array length=n_documents): whether each is written in full
 * @n_documents: how many, at least one
 * @basis: whether in the bases
 *
 * Writes several documents under one word for their type.
 *
 * Returns: (transfer full): "các Quyết định: số …; số …"
 */
char *
dt_cite_format_group (const DtDocumentFields *const *documents,
                      const gboolean *full,
                      guint n_documents,
                      gboolean basis)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (documents != NULL, NULL);
  g_return_val_if_fail (full != NULL, NULL);
  g_return_val_if_fail (n_documents > 0, NULL);

  text = g_string_new ("các ");
  g_string_append_printf (text, "%s: ", documents[0]->type);
  for (guint i = 0; i < n_documents; i++)
    {
      if (i > 0)
        g_string_append (text, "; ");
      append_number (text, documents[i], DT_CITE_START_SO, full[i], basis);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
