/* dt-import-content.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-import"

#include "config.h"

#include "import/dt-import-steps-private.h"

#include <string.h>

/* The content of a text between head and signature: whom it is addressed to, its bases, what opens it, its
 * sections or articles, and what closes it. */

/* How many paragraphs at the end can be closing words. */
#define MAX_CLOSING 4

/* How the closing words of a plan begin; some of these begin other paragraphs as well, and close only where
 * they speak of "this plan". */
static const struct
{
  const char *words;
  gboolean speaks_of_itself;
} closing_starts[] = {
  { "trên đây là", FALSE },
  { "trong quá trình", FALSE },
  { "nhận được", TRUE },
  { "căn cứ", TRUE },
  { "giao", TRUE },
  { "yêu cầu", TRUE },
  { "đề nghị", TRUE },
  { "ủy ban nhân dân", TRUE },
  { "uỷ ban nhân dân", TRUE },
  { "ubnd", TRUE },
};

static const char *const itself[] = { "Kế hoạch này", "Chương trình này", "Phương án này", "Thông báo này", "Đề án này",
                                      "thông báo để" };

typedef struct
{
  DtImport *import;
  GArray *paragraphs;
  guint at;
  guint to;
  DtImportContent *content;
} Reader;

static DtImportParagraph *
get (GArray *paragraphs,
     guint index)
{
  return &g_array_index (paragraphs, DtImportParagraph, index);
}

/* Length of @text without the mark that composing writes at its end. */
static gsize
length_without_end (const char *text,
                    const char *marks)
{
  gsize length = strlen (text);

  while (length > 0 && strchr (marks, text[length - 1]) != NULL)
    length--;

  return length;
}

/* "Kính gửi: X", or the lines with a dash below it. */
static void
read_addressees (Reader *self)
{
  const DtImportParagraph *paragraph;
  const char *text;
  gsize width;

  if (self->at >= self->to)
    return;

  paragraph = get (self->paragraphs, self->at);
  width = dt_import_match_word (paragraph->text, "kính gửi");
  if (width == 0)
    return;

  dt_import_drop (self->import, paragraph->text, (gssize) width);
  text = paragraph->text + width + strspn (paragraph->text + width, ": ");
  self->at++;
  if (*text != '\0')
    {
      g_ptr_array_add (self->content->addressees, (gpointer) dt_import_keep (
                                                    self->import, text, (gssize) length_without_end (text, ";., ")));
      return;
    }

  while (self->at < self->to && get (self->paragraphs, self->at)->marker.mark == DT_MARK_DASH)
    {
      text = dt_import_content (get (self->paragraphs, self->at));
      g_ptr_array_add (self->content->addressees, (gpointer) dt_import_keep (
                                                    self->import, text, (gssize) length_without_end (text, ";., ")));
      self->at++;
    }
}

/* A line that is a basis. In a plan "Thực hiện …" opens as often as it founds, and prose that ends in a
 * colon opens. */
static gboolean
is_basis (const Reader *self,
          const DtImportParagraph *paragraph,
          const char *lead)
{
  DtEnd end = dt_import_end (paragraph->text);
  gboolean prose = strstr (paragraph->text, ". ") != NULL;

  if (self->import->decision)
    return TRUE;
  if (strcmp (lead, "can-cu") == 0)
    return end != DT_END_COLON && !prose;

  return end == DT_END_SEMICOLON ||
         (end == DT_END_STOP && !prose && self->content->bases->len > 0);
}

static void
read_bases (Reader *self)
{
  for (; self->at < self->to; self->at++)
    {
      const DtImportParagraph *paragraph = get (self->paragraphs, self->at);
      gsize width = 0;
      const char *lead = dt_import_find_lead (paragraph->text, &width);
      const char *text = paragraph->text + width + 1;
      DtAttributeValue attribute = { DT_ATTR_LEAD, lead };
      g_autofree char *escaped = NULL;
      g_autofree char *plain = NULL;

      if (lead == NULL || !is_basis (self, paragraph, lead))
        return;

      dt_import_drop (self->import, paragraph->text, (gssize) width);
      plain = g_strndup (text, length_without_end (text, ";., "));
      escaped = dt_import_escape (self->import, plain, FALSE);
      g_ptr_array_add (self->content->bases,
                       dt_node_new_full (DT_NODE_BASIS, paragraph->line, escaped, &attribute, 1,
                                         NULL, 0));
    }
}

/* Where the opening ends: at the first section; without any, behind the first paragraph that announces
 * what follows. */
static guint
find_opening_end (const Reader *self)
{
  guint announced = self->at;

  for (guint i = self->at; i < self->to; i++)
    {
      const DtImportParagraph *paragraph = get (self->paragraphs, i);

      if (paragraph->section || dt_import_is_decision_line (paragraph->text))
        return i;
      if (announced == self->at && dt_import_end (paragraph->text) == DT_END_COLON &&
          paragraph->marker.mark == DT_MARK_NONE)
        announced = i + 1;
    }

  return announced;
}

static gboolean
starts_closing (const char *text)
{
  gboolean speaks_of_itself = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (itself); i++)
    speaks_of_itself |= strstr (text, itself[i]) != NULL;
  for (guint i = 0; i < G_N_ELEMENTS (closing_starts); i++)
    if (dt_import_match_word (text, closing_starts[i].words) > 0 &&
        (speaks_of_itself || !closing_starts[i].speaks_of_itself))
      return TRUE;

  return FALSE;
}

/* The first paragraph of the closing words, or self->to. */
static guint
find_closing (const Reader *self)
{
  guint closing = self->to;

  for (guint i = self->to; i > self->at && self->to - i < MAX_CLOSING; i--)
    {
      const DtImportParagraph *paragraph = get (self->paragraphs, i - 1);

      if (paragraph->marker.mark != DT_MARK_NONE || dt_import_is_caps (paragraph->text))
        break;
      if (starts_closing (paragraph->text))
        closing = i - 1;
    }

  return closing;
}

/**
 * dt_import_strip_end:
 * @self: the import
 * @paragraphs: (element-type DtImportParagraph): a content
 *
 * Takes "./." off the last paragraph: it ends the content of every text and is
 * written by composing.
 */
void
dt_import_strip_end (DtImport *self,
                     GArray *paragraphs)
{
  DtImportParagraph *last;
  gsize length;

  if (paragraphs->len == 0)
    return;

  last = get (paragraphs, paragraphs->len - 1);
  if (last->marker.mark == DT_MARK_ROW)
    return;

  length = strlen (last->text);
  while (length > 0 && last->text[length - 1] == ' ')
    length--;
  if (length >= 3 && memcmp (last->text + length - 3, "./.", 3) == 0)
    length -= 3;
  else if (length >= 2 && memcmp (last->text + length - 2, "./", 2) == 0)
    length -= 2;
  else
    return;

  if (length == 0)
    {
      g_array_set_size (paragraphs, paragraphs->len - 1);
      return;
    }
  last->text = dt_import_keep (self, last->text, (gssize) length);
  dt_import_classify (self, last->text, last->indent, &last->marker);
}

static void
append_paragraphs (Reader *self,
                   guint to,
                   GString *text)
{
  DtImportBody body = { .import = self->import, .text = text };

  for (; self->at < to; self->at++)
    dt_import_body_append (&body, get (self->paragraphs, self->at));
}

/**
 * dt_import_read_content:
 * @self: the import
 * @paragraphs: (element-type DtImportParagraph): the content
 * @kept: (nullable) (element-type utf8): lines that go before the opening
 * @content: (inout): where it goes
 *
 * Takes the content apart.
 */
void
dt_import_read_content (DtImport *self,
                        GArray *paragraphs,
                        GPtrArray *kept,
                        DtImportContent *content)
{
  Reader reader = { .import = self, .paragraphs = paragraphs, .content = content };
  DtImportBody opening = { .import = self, .text = content->opening };
  guint closing;

  dt_import_strip_end (self, paragraphs);
  reader.to = paragraphs->len;
  dt_import_choose_sections (self, paragraphs, 0, paragraphs->len);
  for (guint i = 0; kept != NULL && i < kept->len; i++)
    dt_import_body_append_text (&opening, g_ptr_array_index (kept, i), 0);

  read_addressees (&reader);
  read_bases (&reader);
  append_paragraphs (&reader, find_opening_end (&reader), content->opening);
  if (reader.at < reader.to && dt_import_is_decision_line (get (paragraphs, reader.at)->text))
    {
      dt_import_drop (self, get (paragraphs, reader.at)->text, -1);
      reader.at++;
    }

  closing = self->decision ? reader.to : find_closing (&reader);
  dt_import_build (self, paragraphs, reader.at, closing, content->sections, NULL);
  reader.at = closing;
  append_paragraphs (&reader, reader.to, content->closing);
}

void
dt_import_content_init (DtImportContent *content)
{
  content->addressees = g_ptr_array_new ();
  content->bases = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);
  content->opening = g_string_new (NULL);
  content->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);
  content->closing = g_string_new (NULL);
}

void
dt_import_content_clear (DtImportContent *content)
{
  g_ptr_array_unref (content->addressees);
  g_ptr_array_unref (content->bases);
  g_string_free (content->opening, TRUE);
  g_ptr_array_unref (content->sections);
  g_string_free (content->closing, TRUE);
}
