/* dt-import-close.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-import"

#include "config.h"

#include "import/dt-import-steps-private.h"

#include "text/dt-text.h"

#include <string.h>

/*
 * Recipients and signature. A PDF reader gives them one after the other, in
 * either order, or both columns of a line side by side; so every cell is
 * looked at for what it is.
 */

static const struct
{
  const char *prefix;
  const char *form;
} forms[] = {
  { "TM", "tm" },
  { "T/M", "tm" },
  { "KT", "kt" },
  { "K/T", "kt" },
  { "TUQ", "tuq" },
  { "TL", "tl" },
  { "T/L", "tl" },
  { "Q", "q" },
};

/* Titles of those who sign, as they stand alone on a line. */
static const char *const titles[] = {
  "bí thư",
  "bộ trưởng",
  "chánh văn phòng",
  "chỉ huy trưởng",
  "chủ nhiệm",
  "chủ tịch",
  "cục trưởng",
  "giám đốc",
  "hiệu trưởng",
  "phó bí thư",
  "phó chánh văn phòng",
  "phó chủ nhiệm",
  "phó chủ tịch",
  "phó giám đốc",
  "phó hiệu trưởng",
  "phó trưởng ban",
  "phó trưởng phòng",
  "phó thủ trưởng",
  "quyền chủ tịch",
  "thủ trưởng",
  "trưởng ban",
  "trưởng công an",
  "trưởng phòng",
  "trưởng trạm",
  "tổ trưởng",
};

/* What stands where the signature would be. */
static const char *const signature_notes[] = { "đã ký", "ký tên, đóng dấu", "ký, đóng dấu", "chữ ký, dấu" };

typedef enum
{
  AT_START,
  AT_RECIPIENTS,
  AT_SIGNATURE,
} Place;

typedef struct
{
  DtImport *import;
  DtImportClose *end;
  GPtrArray *texts; /* of GString: the recipients as they grow */
  GArray *lines;    /* and where each stands */
  Place place;
} Reader;

static const char *
skip_plain (const DtImport *self,
            const char *text)
{
  if (self->markdown)
    text += strspn (text, "#* ");

  return text;
}

static gboolean
is_recipients_head (const char *text)
{
  gsize width = dt_import_match_word (text, "nơi nhận");
  const char *rest = text + width;

  return width > 0 && g_unichar_isupper (g_utf8_get_char (text)) &&
         (*rest == '\0' || *rest == ':' || strcmp (rest, " :") == 0);
}

/* "TM. ỦY BAN NHÂN DÂN", "KT.CHỦ TỊCH": the form, and in @length what belongs to it. */
static const char *
match_form (const char *text,
            gsize *length)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      gsize width = strlen (forms[i].prefix);
      const char *rest = text + width;

      if (strncmp (text, forms[i].prefix, width) != 0)
        continue;
      if (*rest == '.')
        rest++;
      else if (*rest != ' ' || forms[i].form[0] == 'q')
        continue;
      rest += strspn (rest, " ");
      if (!g_unichar_isupper (g_utf8_get_char (rest)) || !dt_import_is_caps (rest))
        continue;
      *length = (gsize) (rest - text);
      return forms[i].form;
    }

  return NULL;
}

/* A title in capitals, alone or before the name of the body. */
static gboolean
is_title_line (const char *text)
{
  for (guint i = 0; dt_import_is_caps (text) && i < G_N_ELEMENTS (titles); i++)
    {
      gsize width = dt_import_match_word (text, titles[i]);

      if (width > 0 && (text[width] == '\0' || text[width] == ' '))
        return TRUE;
    }

  return FALSE;
}

static gboolean
opens_close (const DtImport *self,
             const DtImportLine *line)
{
  const char *text = skip_plain (self, line->text);
  gsize length;

  return is_recipients_head (text) || match_form (text, &length) != NULL;
}

/* A line that can only be the signature of a text whose end has neither "Nơi nhận" nor "TM.". */
static gboolean
opens_bare_signature (const DtImport *self,
                      guint index)
{
  const DtImportLine *line = dt_import_get_line (self, index);

  if (!is_title_line (line->text) || index == 0 ||
      dt_import_is_caps (dt_import_get_line (self, index - 1)->text))
    return FALSE;

  for (guint i = index + 1; i < self->lines->len && i < index + 5; i++)
    if (dt_import_is_name (dt_import_get_line (self, i)->text))
      return TRUE;

  return FALSE;
}

/**
 * dt_import_find_close:
 * @self: the import
 * @from: the first line of the content
 *
 * Returns: the first line of recipients or signature, or the number of lines
 */
guint
dt_import_find_close (DtImport *self,
                      guint from)
{
  for (guint i = from; i < self->lines->len; i++)
    {
      const DtImportLine *line = dt_import_get_line (self, i);
      gsize length;

      if (opens_close (self, line) || opens_bare_signature (self, i))
        return i;
      if (i > from && dt_import_is_annex_line (line->text, &length) &&
          i + 1 < self->lines->len && line->text[length] == '\0' &&
          (dt_import_is_caps (dt_import_get_line (self, i + 1)->text) ||
           dt_import_is_attached_line (dt_import_get_line (self, i + 1)->text)))
        return i;
    }

  return self->lines->len;
}

static void
add_recipient (Reader *self,
               const char *text,
               guint line)
{
  g_ptr_array_add (self->texts, g_string_new (text));
  g_array_append_val (self->lines, line);
  self->place = AT_RECIPIENTS;
}

static void
add_capacity (Reader *self,
              const char *form,
              const char *text)
{
  g_ptr_array_add (self->end->capacities, (gpointer) form);
  g_ptr_array_add (self->end->capacities, (gpointer) text);
  self->place = AT_SIGNATURE;
}

static gboolean
is_signature_note (const char *text)
{
  if (*text == '(')
    text++;
  for (guint i = 0; i < G_N_ELEMENTS (signature_notes); i++)
    {
      gsize width = dt_import_match_word (text, signature_notes[i]);

      if (width > 0 && (text[width] == '\0' || strcmp (text + width, ")") == 0))
        return TRUE;
    }

  return FALSE;
}

/* "KT.CHỦ TỊCH", "TM UBND": the plan will say it with dot and blank. */
static void
report_form (Reader *self,
             const char *cell,
             gsize length,
             guint line)
{
  g_autofree char *form = g_strndup (cell, strcspn (cell, ". "));
  g_autofree char *right = g_strdup_printf ("%s. %s", form, cell + length);

  if (strcmp (right, cell) != 0)
    dt_import_report (self->import, DT_IMPORT_CAPACITY, line, cell, right);
}

/* Lines in capitals: who signs and in what capacity, and after a gap the office above the name. */
static gboolean
read_capacity (Reader *self,
               const char *cell,
               guint gap,
               guint line)
{
  gsize length;
  const char *form = match_form (cell, &length);

  if (form != NULL)
    {
      report_form (self, cell, length, line);
      dt_import_drop (self->import, cell, (gssize) length);
      add_capacity (self, form, cell + length);
      return TRUE;
    }
  if (!dt_import_is_caps (cell) || self->end->signer != NULL)
    return FALSE;
  if (self->end->capacities->len == 0 && !is_title_line (cell))
    return FALSE;

  if (self->end->capacities->len > 0 && gap >= 3)
    {
      if (self->end->position != NULL)
        return FALSE;
      self->end->position = cell;
    }
  else
    add_capacity (self, "", cell);

  return TRUE;
}

static void
append_recipient (Reader *self,
                  const char *cell,
                  guint line)
{
  GString *last = g_ptr_array_index (self->texts, self->texts->len - 1);

  dt_import_join_text (self->import, last, cell, line);
}

/* Whether a line without a dash carries the last recipient on. */
static gboolean
carries_recipient_on (const Reader *self,
                      const char *cell)
{
  const GString *last;

  if (self->place != AT_RECIPIENTS || self->texts->len == 0)
    return FALSE;

  last = g_ptr_array_index (self->texts, self->texts->len - 1);
  if (dt_import_start (cell) != DT_START_UPPER)
    return TRUE;

  return (dt_import_end (last->str) == DT_END_NONE || dt_import_end (last->str) == DT_END_COMMA) &&
         !dt_import_is_name (cell);
}

static gboolean
read_signer (Reader *self,
             const char *cell)
{
  if (self->end->signer != NULL || self->end->capacities->len == 0 || !dt_import_is_name (cell))
    return FALSE;

  self->end->signer = cell;
  self->place = AT_SIGNATURE;

  return TRUE;
}

/* "Nơi nhận:", and what stands behind it on its line. */
static void
read_recipients_head (Reader *self,
                      const char *cell,
                      guint line)
{
  const char *colon = strchr (cell, ':');
  const char *rest = colon != NULL ? colon + 1 + strspn (colon + 1, " *") : "";
  DtMarker marker;

  dt_import_drop (self->import, cell, colon != NULL ? colon - cell : -1);
  self->place = AT_RECIPIENTS;
  if (*rest == '\0')
    return;

  dt_import_classify (self->import, rest, 0, &marker);
  add_recipient (self, marker.mark == DT_MARK_DASH ? rest + marker.length : rest, line);
}

/* Takes one cell; FALSE when it belongs to neither column. */
static gboolean
read_cell (Reader *self,
           const char *cell,
           const DtImportLine *line)
{
  DtMarker marker;

  cell = skip_plain (self->import, cell);
  if (is_recipients_head (cell))
    {
      read_recipients_head (self, cell, line->line);
      return TRUE;
    }

  dt_import_classify (self->import, cell, 0, &marker);
  if (marker.mark == DT_MARK_DASH || (marker.mark == DT_MARK_PLUS && self->place != AT_START))
    {
      add_recipient (self, cell + marker.length, line->line);
      return TRUE;
    }
  if (is_signature_note (cell))
    {
      dt_import_report (self->import, DT_IMPORT_SIGNATURE_NOTE, line->line, cell, NULL);
      dt_import_drop (self->import, cell, -1);
      return TRUE;
    }
  if (read_capacity (self, cell, line->gap, line->line))
    return TRUE;
  if (dt_import_match_word (cell, "lưu") > 0 && self->place == AT_RECIPIENTS)
    {
      add_recipient (self, cell, line->line);
      return TRUE;
    }
  if (read_signer (self, cell))
    return TRUE;
  if (carries_recipient_on (self, cell))
    {
      append_recipient (self, cell, line->line);
      return TRUE;
    }

  return FALSE;
}

/* Removes the mark a recipient ends with; composing writes it. */
static gsize
length_without_mark (const char *text)
{
  gsize length = strlen (text);

  while (length > 0 && strchr (";., ", text[length - 1]) != NULL)
    length--;

  return length;
}

/* "Lưu: VT,VHXH." → "VT, VHXH". */
static const char *
read_archive (Reader *self,
              const char *text,
              guint line)
{
  gsize width = dt_import_match_word (text, "lưu");
  const char *rest = text + width + strspn (text + width, ": ");
  gsize length = length_without_mark (rest);
  g_autoptr (GString) tidy = g_string_new (NULL);

  for (const char *p = rest; p < rest + length; p++)
    {
      g_string_append_c (tidy, *p);
      if (*p == ',' && p[1] != ' ')
        g_string_append_c (tidy, ' ');
    }
  dt_import_drop (self->import, text, (gssize) width);
  if (tidy->len != length || text[width] != ':')
    {
      g_autofree char *new_text = g_strdup_printf ("- Lưu: %s.", tidy->str);
      g_autofree char *old_text = g_strdup_printf ("- %s", text);

      dt_import_report (self->import, DT_IMPORT_ARCHIVE_REPAIRED, line, old_text, new_text);
    }

  return dt_import_keep (self->import, tidy->str, (gssize) tidy->len);
}

static void
finish_recipients (Reader *self)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      const GString *text = g_ptr_array_index (self->texts, i);
      guint line = g_array_index (self->lines, guint, i);

      if (dt_import_match_word (text->str, "lưu") > 0 && self->end->archive == NULL)
        self->end->archive = read_archive (self, text->str, line);
      else
        g_ptr_array_add (self->end->recipients,
                         (gpointer) dt_import_keep (self->import, text->str,
                                                    (gssize) length_without_mark (text->str)));
    }
}

/* Who signs stands in capitals too, now and then: then it is the last line. */
static void
finish_signature (Reader *self)
{
  GPtrArray *capacities = self->end->capacities;
  const char *last;

  if (self->end->signer != NULL || capacities->len < 4)
    return;

  last = g_ptr_array_index (capacities, capacities->len - 1);
  if (*(const char *) g_ptr_array_index (capacities, capacities->len - 2) != '\0' ||
      is_title_line (last) || dt_import_count_words (last) > 6)
    return;

  self->end->signer = last;
  g_ptr_array_set_size (capacities, (int) capacities->len - 2);
}

static void
free_string (gpointer string)
{
  g_string_free (string, TRUE);
}

static gboolean
starts_next_part (const DtImport *self,
                  guint index,
                  guint from)
{
  const char *text = skip_plain (self, dt_import_get_line (self, index)->text);
  const char *abbreviation;
  gsize length;

  if (dt_import_is_annex_line (text, &length) || dt_import_is_national (text))
    return TRUE;

  return index > from && dt_import_find_kind (text, &abbreviation, &length) != NULL &&
         text[length] == '\0';
}

/**
 * dt_import_read_close:
 * @self: the import
 * @from: the first line of recipients or signature
 * @end: (inout): where they go
 *
 * Reads recipients and signature.
 *
 * Returns: the first line after them
 */
guint
dt_import_read_close (DtImport *self,
                      guint from,
                      DtImportClose *end)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (free_string);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));
  Reader reader = { .import = self, .end = end, .texts = texts, .lines = lines };
  guint i;

  for (i = from; i < self->lines->len; i++)
    {
      const DtImportLine *line = dt_import_get_line (self, i);
      g_autoptr (GPtrArray) cells = NULL;
      guint n_read = 0;

      if (starts_next_part (self, i, from))
        break;

      cells = dt_import_split_columns (self, line->raw);
      while (n_read < cells->len && read_cell (&reader, g_ptr_array_index (cells, n_read), line))
        n_read++;
      if (n_read == cells->len)
        continue;
      if (n_read == 0)
        break;
      /* A line that was read in part is kept whole: its rest is one more recipient. */
      for (; n_read < cells->len; n_read++)
        add_recipient (&reader, g_ptr_array_index (cells, n_read), line->line);
    }

  finish_recipients (&reader);
  finish_signature (&reader);
  end->found = i > from;

  return i;
}

static DtNode *
new_text (const DtImport *self,
          DtNodeKind kind,
          const char *text)
{
  g_autofree char *escaped = dt_import_escape (self, text, FALSE);

  return dt_node_new_text (kind, escaped);
}

/**
 * dt_import_make_recipients:
 * @self: the import
 * @end: what was read
 *
 * Returns: (transfer full) (nullable): the recipients
 */
DtNode *
dt_import_make_recipients (const DtImport *self,
                           const DtImportClose *end)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);

  for (guint i = 0; i < end->recipients->len; i++)
    g_ptr_array_add (children, new_text (self, DT_NODE_RECIPIENT,
                                         g_ptr_array_index (end->recipients, i)));
  if (end->archive != NULL)
    g_ptr_array_add (children, new_text (self, DT_NODE_ARCHIVE, end->archive));

  return children->len > 0
           ? dt_node_new_full (DT_NODE_RECIPIENTS, 0, NULL, NULL, 0,
                               (DtNode *const *) children->pdata, children->len)
           : NULL;
}

/**
 * dt_import_make_signature:
 * @self: the import
 * @end: what was read
 *
 * Returns: (transfer full) (nullable): the signature
 */
DtNode *
dt_import_make_signature (const DtImport *self,
                          const DtImportClose *end)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);

  for (guint i = 0; i + 1 < end->capacities->len; i += 2)
    {
      DtAttributeValue form = { DT_ATTR_FORM, g_ptr_array_index (end->capacities, i) };
      g_autofree char *text = dt_import_escape (self, g_ptr_array_index (end->capacities, i + 1),
                                                FALSE);

      g_ptr_array_add (children, dt_node_new_full (DT_NODE_CAPACITY, 0, text, &form, 1, NULL, 0));
    }
  if (end->position != NULL)
    g_ptr_array_add (children, new_text (self, DT_NODE_POSITION, end->position));
  if (end->signer != NULL)
    g_ptr_array_add (children, new_text (self, DT_NODE_SIGNER, end->signer));

  return children->len > 0
           ? dt_node_new_full (DT_NODE_SIGNATURE, 0, NULL, NULL, 0,
                               (DtNode *const *) children->pdata, children->len)
           : NULL;
}
