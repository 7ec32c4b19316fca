/* dt-import-html.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-import"

#include "config.h"

#include "import/dt-import-html-private.h"

#include "base/dt-diagnostic.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * HTML of a clipboard: nobody vouches for it. The parser of libxml2 makes a
 * tree of whatever it is given, no deeper than its own limit; a walk over the
 * tree gathers paragraphs, and each becomes one line of our notation.
 */

/* A list of HTML, and the lists it stands in. */
typedef struct _ListState ListState;
struct _ListState
{
  const ListState *outer;
  char *type;
  gboolean ordered;
  guint level;
  guint next;
};

typedef struct
{
  guint style;
  gboolean verbatim;
  ListState *list;
} Context;

typedef struct
{
  GPtrArray *diagnostics;
  DtHtmlLine *line;
  char *marker;
  GString *out;
  GString *cell; /* where paragraphs go while a cell is open */
  guint n_pictures;
} Walk;

static void walk_children (Walk *walk,
                           const xmlNode *node,
                           Context context);

char *
dt_html_get_attribute (const xmlNode *node,
                       const char *name)
{
  xmlChar *value = xmlGetNoNsProp ((xmlNode *) node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  if (value != NULL)
    xmlFree (value);

  return copy;
}

char *
dt_html_get_style (const xmlNode *node,
                   const char *property)
{
  g_autofree char *style = dt_html_get_attribute (node, "style");
  g_auto (GStrv) parts = NULL;

  if (style == NULL)
    return NULL;

  parts = g_strsplit (style, ";", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *colon = strchr (parts[i], ':');

      if (colon == NULL)
        continue;
      *colon = '\0';
      if (g_ascii_strcasecmp (g_strstrip (parts[i]), property) == 0)
        return g_ascii_strdown (g_strstrip (colon + 1), -1);
    }

  return NULL;
}

static gboolean
style_is (const xmlNode *node,
          const char *property,
          const char *value)
{
  g_autofree char *found = dt_html_get_style (node, property);

  return g_strcmp0 (found, value) == 0;
}

static gboolean
is_one_of (const xmlNode *node,
           const char *const *names)
{
  return node->type == XML_ELEMENT_NODE && g_strv_contains (names, (const char *) node->name);
}

static guint
read_number (const xmlNode *node,
             const char *name,
             guint otherwise)
{
  g_autofree char *value = dt_html_get_attribute (node, name);
  guint64 number;

  if (value == NULL || !g_ascii_string_to_unsigned (g_strstrip (value), 10, 0, G_MAXINT, &number, NULL))
    return otherwise;

  return (guint) number;
}

static void
append_text (GString *out,
             const xmlNode *node)
{
  xmlChar *text = xmlNodeGetContent (node);

  if (text != NULL)
    {
      g_string_append (out, (const char *) text);
      xmlFree (text);
    }
}

/* Ends the paragraph. In a cell it is followed by a blank, since a cell is one line. */
static void
flush (Walk *walk)
{
  g_autofree char *marker = g_steal_pointer (&walk->marker);
  g_autofree char *text = NULL;

  if (dt_html_line_is_empty (walk->line))
    {
      dt_html_line_clear (walk->line);
      walk->marker = g_steal_pointer (&marker);
      return;
    }

  text = dt_html_line_to_notation (walk->line);
  dt_html_line_clear (walk->line);
  if (*text == '\0')
    return;

  if (walk->cell == NULL)
    g_string_append_printf (walk->out, "%s%s\n", marker != NULL ? marker : "", text);
  else
    g_string_append_printf (walk->cell, "%s%s%s", walk->cell->len > 0 ? " " : "",
                            marker != NULL ? marker : "", text);
}

/* Elements */

static guint
find_style (const xmlNode *node,
            guint style)
{
  static const char *const bold[] = { "b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6", NULL };
  static const char *const italic[] = { "i", "em", "cite", "dfn", "var", NULL };
  g_autofree char *weight = dt_html_get_style (node, "font-weight");
  g_autofree char *slant = dt_html_get_style (node, "font-style");

  if (is_one_of (node, bold))
    style |= DT_HTML_BOLD;
  if (is_one_of (node, italic))
    style |= DT_HTML_ITALIC;
  if (weight != NULL)
    {
      gboolean heavy = g_str_has_prefix (weight, "bold") || g_ascii_strtoull (weight, NULL, 10) >= 600;

      style = heavy ? style | DT_HTML_BOLD : style & ~(guint) DT_HTML_BOLD;
    }
  if (slant != NULL)
    {
      gboolean oblique = strcmp (slant, "italic") == 0 || strcmp (slant, "oblique") == 0;

      style = oblique ? style | DT_HTML_ITALIC : style & ~(guint) DT_HTML_ITALIC;
    }

  return style;
}

/* Word says "l0 level2 lfo1" of a paragraph in a list. */
static guint
read_word_level (const xmlNode *node)
{
  for (; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    {
      g_autofree char *list = dt_html_get_style (node, "mso-list");
      const char *level = list != NULL ? strstr (list, "level") : NULL;

      if (level != NULL)
        return MAX (1, (guint) g_ascii_strtoull (level + strlen ("level"), NULL, 10));
    }

  return 1;
}

static void
walk_word_marker (Walk *walk,
                  const xmlNode *node)
{
  g_autoptr (GString) shown = g_string_new (NULL);

  append_text (shown, node);
  g_free (walk->marker);
  walk->marker = dt_html_marker_from_shown (shown->str, read_word_level (node));
}

static void
walk_list (Walk *walk,
           const xmlNode *node,
           Context context)
{
  ListState list = { context.list, NULL, FALSE, 1, 1 };

  flush (walk);
  list.ordered = strcmp ((const char *) node->name, "ol") == 0;
  list.level = context.list != NULL ? context.list->level + 1 : 1;
  list.type = dt_html_get_attribute (node, "type");
  if (list.type == NULL)
    list.type = dt_html_get_style (node, "list-style-type");
  list.next = read_number (node, "start", 1);
  context.list = &list;

  walk_children (walk, node, context);
  flush (walk);
  g_clear_pointer (&walk->marker, g_free);
  g_free (list.type);
}

static void
walk_item (Walk *walk,
           const xmlNode *node,
           Context context)
{
  ListState bare = { NULL, NULL, FALSE, 1, 1 };
  ListState *list = context.list != NULL ? context.list : &bare;
  g_autofree char *own = dt_html_get_style (node, "list-style-type");

  flush (walk);
  list->next = read_number (node, "value", list->next);
  g_free (walk->marker);
  walk->marker = dt_html_marker_from_list (own != NULL ? own : list->type, list->ordered, list->next, list->level);
  list->next++;

  walk_children (walk, node, context);
  flush (walk);
  g_clear_pointer (&walk->marker, g_free);
}

/* Tables */

static char
read_align (const xmlNode *node)
{
  for (const xmlNode *at = node; at != NULL; at = at->children)
    {
      g_autofree char *align = NULL;

      while (at != NULL && at->type != XML_ELEMENT_NODE)
        at = at->next;
      if (at == NULL)
        break;

      align = dt_html_get_style (at, "text-align");
      if (align == NULL)
        align = dt_html_get_attribute (at, "align");
      if (align == NULL)
        continue;
      if (g_ascii_strcasecmp (align, "center") == 0)
        return 'c';
      return g_ascii_strcasecmp (align, "right") == 0 || g_ascii_strcasecmp (align, "end") == 0 ? 'r' : 'l';
    }

  return 'l';
}

static void
walk_cell (Walk *walk,
           DtHtmlTable *table,
           const xmlNode *node,
           Context context)
{
  gboolean header = strcmp ((const char *) node->name, "th") == 0;

  walk->cell = g_string_new (NULL);
  context.style = find_style (node, context.style);
  /* The first row of a table is set in bold anyway. */
  if (header)
    context.style &= ~(guint) DT_HTML_BOLD;
  walk_children (walk, node, context);
  flush (walk);
  g_clear_pointer (&walk->marker, g_free);

  dt_html_table_add_cell (table, g_string_free (g_steal_pointer (&walk->cell), FALSE), header, read_align (node),
                          read_number (node, "colspan", 1), read_number (node, "rowspan", 1));
}

static void
walk_rows (Walk *walk,
           DtHtmlTable *table,
           const xmlNode *node,
           Context context,
           gboolean header)
{
  static const char *const cells[] = { "td", "th", NULL };

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type != XML_ELEMENT_NODE)
        continue;
      if (is_one_of (child, cells))
        {
          walk_cell (walk, table, child, context);
          continue;
        }

      if (strcmp ((const char *) child->name, "tr") == 0)
        dt_html_table_start_row (table, header);
      walk_rows (walk, table, child, context, header || strcmp ((const char *) child->name, "thead") == 0);
    }
}

static void
walk_table (Walk *walk,
            const xmlNode *node,
            Context context)
{
  g_autoptr (DtHtmlTable) table = dt_html_table_new ();

  flush (walk);
  context.list = NULL;
  /* A table inside a cell has no notation: its cells become text of the cell. */
  if (walk->cell != NULL)
    {
      walk_children (walk, node, context);
      flush (walk);
      return;
    }

  walk_rows (walk, table, node, context, FALSE);
  dt_html_table_write (table, walk->out);
}

static void
walk_picture (Walk *walk,
              const xmlNode *node,
              guint style)
{
  g_autofree char *instead = dt_html_get_attribute (node, "alt");

  walk->n_pictures++;
  if (instead != NULL)
    dt_html_line_add (walk->line, instead, style);
}

static void
walk_element (Walk *walk,
              const xmlNode *node,
              Context context)
{
  static const char *const hidden[] = { "head", "style", "script", "title", "meta", "link", "template", "del", "xml", NULL };
  static const char *const lists[] = { "ul", "ol", "dir", "menu", NULL };
  static const char *const blocks[] = { "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "address",
                                        "article", "section", "header", "footer", "main", "nav", "aside", "figure",
                                        "figcaption", "dl", "dt", "dd", "hr", "center", "form", "fieldset", "caption",
                                        "tr", "td", "th", "body", NULL };
  const char *name = (const char *) node->name;
  gboolean block = is_one_of (node, blocks);

  if (is_one_of (node, hidden) || style_is (node, "display", "none") || style_is (node, "mso-hide", "all"))
    return;
  if (style_is (node, "mso-list", "ignore"))
    {
      walk_word_marker (walk, node);
      return;
    }
  if (is_one_of (node, lists))
    {
      walk_list (walk, node, context);
      return;
    }
  if (strcmp (name, "li") == 0)
    {
      walk_item (walk, node, context);
      return;
    }
  if (strcmp (name, "table") == 0)
    {
      walk_table (walk, node, context);
      return;
    }
  if (strcmp (name, "img") == 0)
    walk_picture (walk, node, context.style);
  if (strcmp (name, "br") == 0 || block)
    flush (walk);

  context.verbatim = context.verbatim || strcmp (name, "pre") == 0;
  context.style = find_style (node, context.style);
  walk_children (walk, node, context);
  if (block)
    {
      flush (walk);
      if (context.list == NULL)
        g_clear_pointer (&walk->marker, g_free);
    }
}

static void
walk_text (Walk *walk,
           const char *text,
           Context context)
{
  g_auto (GStrv) lines = NULL;

  if (!context.verbatim)
    {
      dt_html_line_add (walk->line, text, context.style);
      return;
    }

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        flush (walk);
      dt_html_line_add (walk->line, lines[i], context.style);
    }
}

static void
walk_children (Walk *walk,
               const xmlNode *node,
               Context context)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type == XML_ELEMENT_NODE)
        walk_element (walk, child, context);
      else if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
        walk_text (walk, (const char *) child->content, context);
    }
}

/* Bytes */

/* UTF-16 in the order of @data, with or without its byte order mark. */
static char *
decode_utf16 (const guchar *data,
              gsize size)
{
  gboolean big = size >= 2 && (data[0] == 0xfe || data[0] == 0);
  gsize n = size / 2;
  g_autofree gunichar2 *units = g_new0 (gunichar2, n + 1);
  g_autofree char *text = NULL;

  for (gsize i = 0; i < n; i++)
    units[i] = big ? (gunichar2) (data[2 * i] << 8 | data[2 * i + 1]) : (gunichar2) (data[2 * i + 1] << 8 | data[2 * i]);
  text = g_utf16_to_utf8 (units, (glong) n, NULL, NULL, NULL);

  return text != NULL ? g_steal_pointer (&text) : NULL;
}

static char *
decode (GBytes *html)
{
  gsize size;
  const guchar *data = g_bytes_get_data (html, &size);
  gsize length;

  if (size >= 2 && ((data[0] == 0xff && data[1] == 0xfe) || (data[0] == 0xfe && data[1] == 0xff) ||
                    (data[0] == 0) != (data[1] == 0)))
    return decode_utf16 (data, size);

  /* Some programs count the NUL behind their text. */
  for (length = size; length > 0 && data[length - 1] == '\0'; length--)
    ;

  return g_utf8_make_valid ((const char *) data, (gssize) length);
}

/* Word hides things from old browsers between "<![" and "]>"; parsers take the marks for text. */
static void
drop_conditions (char *text)
{
  char *out = text;

  for (char *p = text; *p != '\0';)
    {
      char *close = g_str_has_prefix (p, "<![if") || g_str_has_prefix (p, "<![endif") ? strchr (p, '>') : NULL;

      if (close != NULL)
        p = close + 1;
      else
        *out++ = *p++;
    }
  *out = '\0';
}

static htmlDocPtr
parse (const char *text,
       GError **error)
{
  htmlParserCtxtPtr parser = htmlNewParserCtxt ();
  htmlDocPtr document = htmlCtxtReadMemory (parser, text, (int) strlen (text), NULL, "UTF-8",
                                            HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  const xmlError *last = xmlCtxtGetLastError (parser);

  /* The only error that ends reading: what would follow is lost. */
  if (document != NULL && last != NULL && last->level == XML_ERR_FATAL)
    {
      xmlFreeDoc (document);
      document = NULL;
    }
  htmlFreeParserCtxt (parser);
  if (document == NULL)
    g_set_error (error, DT_IMPORT_ERROR, DT_IMPORT_ERROR_FOREIGN,
                 _ ("expected HTML no more than 256 elements deep"));

  return document;
}

/**
 * dt_import_html_fragment:
 * @html: HTML as clipboards hold it: UTF-8, or UTF-16
 * @diagnostics: (nullable): told what has no notation
 * @error: return location for an error
 *
 * Makes body text (lời văn) of HTML.
 *
 * Paragraphs become lines, lists of HTML and of Word lines with our markers,
 * bold and italic stars, tables the rows of ours. What only looks (fonts,
 * colours) goes; text never does.
 *
 * Returns: (transfer full): lines in our notation, the last without its end;
 *   empty where there is no text, or %NULL with @error set to
 *   %DT_IMPORT_ERROR_TOO_LARGE, %DT_IMPORT_ERROR_ENCODING or, for what is
 *   nested too deep, %DT_IMPORT_ERROR_FOREIGN
 */
char *
dt_import_html_fragment (GBytes *html,
                         GPtrArray *diagnostics,
                         GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (DtHtmlLine) line = NULL;
  Walk walk = { diagnostics, NULL, NULL, NULL, NULL, 0 };
  Context context = { 0, FALSE, NULL };
  htmlDocPtr document;

  g_return_val_if_fail (html != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_bytes_get_size (html) > DT_IMPORT_CAP)
    {
      g_set_error_literal (error, DT_IMPORT_ERROR, DT_IMPORT_ERROR_TOO_LARGE, _ ("expected at most 16 MiB of HTML"));
      return NULL;
    }
  text = decode (html);
  if (text == NULL)
    {
      g_set_error_literal (error, DT_IMPORT_ERROR, DT_IMPORT_ERROR_ENCODING, _ ("expected HTML in UTF-8 or UTF-16"));
      return NULL;
    }
  drop_conditions (text);
  if (*g_strstrip (text) == '\0')
    return g_strdup ("");
  document = parse (text, error);
  if (document == NULL)
    return NULL;

  line = dt_html_line_new ();
  walk.line = line;
  walk.out = g_string_new (NULL);
  walk_children (&walk, (const xmlNode *) document, context);
  flush (&walk);
  g_free (walk.marker);
  xmlFreeDoc (document);

  if (walk.n_pictures > 0 && diagnostics != NULL)
    dt_diagnostics_add (diagnostics, DT_SEVERITY_WARNING, "html-picture", NULL, 0, 0,
                        g_dngettext (GETTEXT_PACKAGE, "%u picture is left out", "%u pictures are left out", walk.n_pictures),
                        walk.n_pictures);
  if (walk.out->len > 0)
    g_string_truncate (walk.out, walk.out->len - 1);

  return g_string_free (walk.out, FALSE);
}
