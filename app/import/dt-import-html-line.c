/* dt-import-html-line.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-import"

#include "config.h"

#include "import/dt-import-html-private.h"

#include "text/dt-text.h"

#include <string.h>

/*
 * One paragraph and its styles become one line of notation. A star counts only
 * beside certain signs, so each style is first drawn in from blanks and
 * brackets at its ends; then the two kinds of stars are written where a style
 * begins or ends, independent of each other.
 */

#define BLANK ' '

DtHtmlLine *
dt_html_line_new (void)
{
  DtHtmlLine *self = g_new0 (DtHtmlLine, 1);

  self->text = g_string_new (NULL);
  self->styles = g_byte_array_new ();

  return self;
}

void
dt_html_line_free (DtHtmlLine *self)
{
  g_string_free (self->text, TRUE);
  g_byte_array_unref (self->styles);
  g_free (self);
}

void
dt_html_line_clear (DtHtmlLine *self)
{
  g_string_truncate (self->text, 0);
  g_byte_array_set_size (self->styles, 0);
}

gboolean
dt_html_line_is_empty (const DtHtmlLine *self)
{
  return self->text->len == 0 || (self->text->len == 1 && self->text->str[0] == BLANK);
}

void
dt_html_line_add (DtHtmlLine *self,
                  const char *text,
                  guint style)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gsize length = (gsize) (g_utf8_next_char (p) - p);
      gboolean blank = c == 0xa0 || g_unichar_isspace (c);
      guint old = self->styles->len;

      if (blank && self->text->len > 0 && self->text->str[self->text->len - 1] == BLANK)
        continue;

      if (blank)
        g_string_append_c (self->text, BLANK);
      else
        g_string_append_len (self->text, p, (gssize) length);
      g_byte_array_set_size (self->styles, (guint) self->text->len);
      memset (self->styles->data + old, (int) style, self->text->len - old);
    }
}

/* Takes @style from the signs at which its stars would not count. */
static void
draw_in (const char *text,
         guint8 *styles,
         gsize length,
         guint8 style)
{
  gsize at = 0;

  while (at < length)
    {
      gsize start = at;
      gsize end;

      while (start < length && (styles[start] & style) == 0)
        start++;
      end = start;
      while (end < length && (styles[end] & style) != 0)
        end++;
      at = end;

      while (start < end && strchr (" )]},;", text[start]) != NULL)
        styles[start++] &= (guint8) ~style;
      while (end > start && strchr (" ([{", text[end - 1]) != NULL)
        styles[--end] &= (guint8) ~style;
    }
}

/* A star between blanks is a star, unless a style begins or ends beside it; any other needs a backslash. */
static gboolean
is_lone_star (const char *text,
              const guint8 *styles,
              gsize at,
              gsize length)
{
  gboolean free_before = at == 0 || (text[at - 1] == BLANK && styles[at - 1] == styles[at]);
  gboolean free_behind = at + 1 == length || (text[at + 1] == BLANK && styles[at + 1] == styles[at]);

  return free_before && free_behind && styles[at] == 0;
}

/* Behind the citation or field that begins at @at, or @at when none does. */
static gsize
skip_mark (const char *text,
           gsize at,
           gsize length)
{
  const char *close;

  if (at + 2 >= length || text[at + 1] != text[at] || (text[at] != '[' && text[at] != '{'))
    return at;

  close = strstr (text + at + 2, text[at] == '[' ? "]]" : "}}");
  return close != NULL && close < text + length ? (gsize) (close - text) + 2 : at;
}

static void
append_toggles (GString *out,
                guint before,
                guint after)
{
  guint changed = before ^ after;

  if (changed & DT_HTML_BOLD)
    g_string_append (out, "**");
  if (changed & DT_HTML_ITALIC)
    g_string_append_c (out, '*');
}

/* Text and styles in step, composed: the accents of one letter have one style. */
static char *
compose (const DtHtmlLine *self,
         GByteArray *styles)
{
  GString *composed = g_string_sized_new (self->text->len);
  const char *text = self->text->str;
  gsize at = 0;

  while (at < self->text->len)
    {
      guint8 style = self->styles->data[at];
      gsize end = at;
      g_autofree char *run = NULL;
      g_autofree char *clean = NULL;
      guint old = styles->len;

      while (end < self->text->len &&
             (self->styles->data[end] == style || g_unichar_ismark (g_utf8_get_char (text + end))))
        end = (gsize) (g_utf8_next_char (text + end) - text);

      run = g_strndup (text + at, end - at);
      clean = dt_import_clean_text (run);
      g_string_append (composed, clean);
      g_byte_array_set_size (styles, (guint) composed->len);
      memset (styles->data + old, style, composed->len - old);
      at = end;
    }

  return g_string_free (composed, FALSE);
}

char *
dt_html_line_to_notation (const DtHtmlLine *self)
{
  g_autoptr (GByteArray) styles = g_byte_array_new ();
  g_autofree char *composed = compose (self, styles);
  const char *text = composed;
  gsize length = strlen (composed);
  gsize first = strspn (composed, " ");
  GString *out = g_string_sized_new (length + 16);
  guint style = 0;

  while (length > first && text[length - 1] == BLANK)
    length--;
  draw_in (text, styles->data, length, DT_HTML_BOLD);
  draw_in (text, styles->data, length, DT_HTML_ITALIC);

  for (gsize at = first; at < length;)
    {
      gsize behind = skip_mark (text, at, length);

      append_toggles (out, style, styles->data[at]);
      style = styles->data[at];
      if (behind > at)
        {
          g_string_append_len (out, text + at, (gssize) (behind - at));
          at = behind;
          continue;
        }
      if (text[at] == '|' || (text[at] == '*' && !is_lone_star (text, styles->data, at, length)))
        g_string_append_c (out, '\\');
      g_string_append_c (out, text[at++]);
    }
  append_toggles (out, style, 0);

  return g_string_free (out, FALSE);
}

/* Markers */

/* How the numbers of a list go on. */
static char
row_of (const char *shown,
        gsize length)
{
  if (length > 0 && strspn (shown, "0123456789") == length)
    return '1';
  if (dt_text_point_index (shown, length) >= 0 || dt_text_is_foreign_letter (shown, length))
    return 'a';

  return '\0';
}

static char *
make_bullet (guint level)
{
  return g_strdup (level > 1 ? "+ " : "- ");
}

char *
dt_html_marker_from_shown (const char *shown,
                           guint level)
{
  g_autofree char *clean = g_strstrip (dt_text_collapse (shown));
  gsize length = strlen (clean);
  char last = length > 0 ? clean[length - 1] : '\0';

  if (strcmp (clean, "+") == 0)
    return g_strdup ("+ ");
  if (length > 1 && (last == '.' || last == ')'))
    {
      gsize from = clean[0] == '(' ? 1 : 0;
      char row = row_of (clean + from, length - 1 - from);

      if (row == '1' && length <= 4)
        return g_strdup_printf ("%.*s. ", (int) (length - 1 - from), clean + from);
      if (row == 'a' && g_ascii_isupper (clean[from]) == 0)
        return g_strdup_printf ("%.*s) ", (int) (length - 1 - from), clean + from);
    }
  /* "I.", "1.1.", "Điều 3." have no marker of ours: they stay as text. */
  if (length > 1 && g_unichar_isalnum (g_utf8_get_char (clean[0] == '(' ? clean + 1 : clean)) &&
      g_utf8_strlen (clean, -1) > 1)
    return g_strconcat (clean, " ", NULL);

  return make_bullet (level);
}

static const char *
name_of_type (const char *type,
              guint level)
{
  static const struct
  {
    const char *given;
    const char *meant;
  } names[] = {
    { "a", "a" },
    { "A", "A" },
    { "i", "i" },
    { "I", "I" },
    { "1", "1" },
    { "decimal", "1" },
    { "lower-alpha", "a" },
    { "lower-latin", "a" },
    { "upper-alpha", "A" },
    { "upper-latin", "A" },
    { "lower-roman", "i" },
    { "upper-roman", "I" },
  };

  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (names); i++)
    if (strcmp (type, names[i].given) == 0)
      return names[i].meant;

  return NULL;
}

char *
dt_html_marker_from_list (const char *type,
                          gboolean ordered,
                          guint index,
                          guint level)
{
  const char *name = name_of_type (type, level);

  if (!ordered)
    return make_bullet (level);

  /* Numbers under numbers would go on counting the outer ones: the decree has letters there. */
  if (name == NULL || (*name == '1' && level > 1))
    name = level > 1 ? "a" : "1";
  if (*name == 'I' || *name == 'i')
    {
      g_autofree char *roman = dt_text_roman (CLAMP (index, 1, DT_TEXT_ROMAN_MAX));

      return g_strconcat (roman, ". ", NULL);
    }
  if (*name == 'A' && index >= 1 && index <= 26)
    return g_strdup_printf ("%c. ", (char) ('A' + index - 1));
  if (*name == 'a' && index >= 1 && index <= DT_TEXT_N_POINT_LETTERS)
    return g_strdup_printf ("%s) ", dt_text_point_letter (index - 1));
  if (index >= 1 && index <= 999)
    return g_strdup_printf ("%u. ", index);

  return make_bullet (level);
}
