/* dt-import-build.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-import"

#include "config.h"

#include "import/dt-import-steps-private.h"

#include "model/dt-schema.h"
#include "text/dt-text.h"

#include <string.h>

/*
 * From paragraphs to the tree of sections. Open sections stand on a stack; a
 * new one closes those of its rank and below. Text always goes to the section
 * that was opened last, so nothing changes its place.
 */

/* Past these the rest stays text: nobody's plan has so many, and files have limits. */
#define MAX_DEPTH (DT_SECTION_MAX_DEPTH - 2)
#define MAX_SECTIONS 60000
#define MAX_BODY ((gsize) 3 * 1024 * 1024)

#define MAX_ROMAN_TITLE 250

typedef struct
{
  guint rank;
  DtMark mark;
  guint line;
  char *title;
  char *label; /* of decimals: "1.2" */
  DtImportBody body;
  GPtrArray *children;            /* of DtNode */
  guint counts[DT_MARK_NONE + 1]; /* of the sections below */
} Open;

typedef struct
{
  DtImport *import;
  GArray *paragraphs;
  guint to;
  GPtrArray *stack; /* of Open; the first stands for the parent */
  guint running[DT_MARK_NONE + 1];
  guint n_sections;
} Builder;

static const DtImportParagraph *
get (GArray *paragraphs,
     guint index)
{
  return &g_array_index (paragraphs, DtImportParagraph, index);
}

static Open *
open_new (DtImport *import,
          guint rank,
          DtMark mark)
{
  Open *self = g_new0 (Open, 1);

  self->rank = rank;
  self->mark = mark;
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);
  dt_import_body_init (&self->body, import);

  return self;
}

static void
open_free (gpointer data)
{
  Open *self = data;

  g_free (self->title);
  g_free (self->label);
  g_string_free (self->body.text, TRUE);
  g_ptr_array_unref (self->children);
  g_free (self);
}

static Open *
get_top (const Builder *self)
{
  return g_ptr_array_index (self->stack, self->stack->len - 1);
}

static DtNode *
make_section (const Open *open)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);
  DtAttributeValue attributes[2];
  guint n_attributes = 0;

  if (open->title != NULL && *open->title != '\0')
    g_ptr_array_add (children, dt_node_new_text (DT_NODE_TITLE, open->title));
  if (open->body.text->len > 0)
    g_ptr_array_add (children, dt_node_new_text (DT_NODE_BODY, open->body.text->str));
  for (guint i = 0; i < open->children->len; i++)
    g_ptr_array_add (children, dt_node_ref (g_ptr_array_index (open->children, i)));

  attributes[n_attributes++] = (DtAttributeValue){
    DT_ATTR_UNIT, open->mark == DT_MARK_NONE ? "none" : dt_import_mark_unit (open->mark)
  };
  /* Below an article that holds a whole plan the numbers are those of a plan. */
  if (open->mark == DT_MARK_ARTICLE && open->counts[DT_MARK_ROMAN] > 0)
    attributes[n_attributes++] = (DtAttributeValue){ DT_ATTR_SCHEME, "roman" };

  return dt_node_new_full (DT_NODE_SECTION, open->line, NULL, attributes, n_attributes,
                           (DtNode *const *) children->pdata, children->len);
}

static void
close_top (Builder *self)
{
  guint last = self->stack->len - 1;
  Open *parent = g_ptr_array_index (self->stack, last - 1);

  g_ptr_array_add (parent->children, make_section (get_top (self)));
  g_ptr_array_set_size (self->stack, (int) last);
}

/* Rank on the stack. Headings of Markdown are large divisions by the number of their signs; decimals
 * follow the numbers they have. */
static guint
get_rank (const DtMarker *marker,
          guint heading)
{
  if (heading > 0)
    return heading;
  if (marker->mark == DT_MARK_DECIMAL)
    return 100 + DT_MARK_ARABIC + marker->depth;

  return marker->mark == DT_MARK_ARABIC ? 100 + DT_MARK_ARABIC : 10 + (guint) marker->mark;
}

static gboolean
runs_on (DtMark mark)
{
  return mark == DT_MARK_PART || mark == DT_MARK_CHAPTER || mark == DT_MARK_ARTICLE;
}

/* The label that composing will give, without its mark. */
static char *
compute_label (const Builder *self,
               const Open *parent,
               const Open *open)
{
  guint number = runs_on (open->mark) ? self->running[open->mark] : parent->counts[open->mark];

  switch (open->mark)
    {
    case DT_MARK_PART:
    case DT_MARK_CHAPTER:
    case DT_MARK_ROMAN:
      return dt_text_roman (number);
    case DT_MARK_DECIMAL:
      return parent->label != NULL
               ? g_strdup_printf ("%s.%u", parent->label, number)
               : g_strdup_printf ("%u", number);
    case DT_MARK_HEADING:
    case DT_MARK_DIVISION:
    case DT_MARK_SUBDIVISION:
    case DT_MARK_ARTICLE:
    case DT_MARK_CAPITAL:
    case DT_MARK_ARABIC:
    case DT_MARK_LETTER:
    case DT_MARK_DASH:
    case DT_MARK_PLUS:
    case DT_MARK_ROW:
    case DT_MARK_NONE:
    default:
      return g_strdup_printf ("%u", number);
    }
}

/* Counts a section that was put on the stack and reports where the source counted otherwise. */
static void
count_section (Builder *self,
               Open *open,
               const DtMarker *marker,
               const char *typed_text)
{
  Open *parent = g_ptr_array_index (self->stack, self->stack->len - 2);
  g_autofree char *typed = g_strndup (marker->label, marker->label_length);

  parent->counts[open->mark]++;
  if (runs_on (open->mark))
    self->running[open->mark]++;

  g_free (open->label);
  open->label = compute_label (self, parent, open);
  /* The marker goes, its number comes back when the plan is composed. */
  dt_import_drop (self->import, typed_text, (gssize) marker->length);

  if (marker->length > marker->label_length && typed_text[marker->length] != '\0' && typed_text[marker->length - 1] != ' ')
    dt_import_report (self->import, DT_IMPORT_NUMBER_BLANK, open->line, typed_text, NULL);

  /* "Phần thứ nhất" and "Mục I" say a number in another way. */
  if (strcmp (typed, open->label) != 0)
    dt_import_report (self->import, DT_IMPORT_NUMBER, open->line, typed, open->label);
}

/* A division that keeps its number in words has its title on the next line. */
static gboolean
is_title_line (const Builder *self,
               guint index)
{
  const DtImportParagraph *paragraph;

  if (index >= self->to)
    return FALSE;
  paragraph = get (self->paragraphs, index);

  return paragraph->marker.mark == DT_MARK_NONE && g_utf8_strlen (paragraph->text, -1) <= MAX_ROMAN_TITLE &&
         (dt_import_is_caps (paragraph->text) || dt_import_end (paragraph->text) == DT_END_NONE);
}

static gboolean
takes_title (const Builder *self,
             guint index,
             const DtMarker *marker,
             const char *content)
{
  DtEnd end = dt_import_end (content);
  gboolean last = index + 1 >= self->to;

  switch (marker->mark)
    {
    case DT_MARK_ARTICLE:
      return end == DT_END_NONE && !last && dt_import_is_title (self->paragraphs, index, self->to) &&
             get (self->paragraphs, index + 1)->marker.mark > DT_MARK_ARTICLE;
    case DT_MARK_ROMAN:
      return dt_import_is_caps (content) ||
             (g_utf8_strlen (content, -1) <= MAX_ROMAN_TITLE &&
              (end == DT_END_NONE || end == DT_END_COLON));
    case DT_MARK_ARABIC:
    case DT_MARK_DECIMAL:
      return dt_import_is_title (self->paragraphs, index, self->to);
    case DT_MARK_HEADING:
    case DT_MARK_PART:
    case DT_MARK_CHAPTER:
    case DT_MARK_DIVISION:
    case DT_MARK_SUBDIVISION:
    case DT_MARK_CAPITAL:
    case DT_MARK_LETTER:
    case DT_MARK_DASH:
    case DT_MARK_PLUS:
    case DT_MARK_ROW:
    case DT_MARK_NONE:
    default:
      return TRUE;
    }
}

/* Gives a new section its title or the first line of its text; the number of paragraphs used up. */
static guint
fill_section (Builder *self,
              Open *open,
              guint index,
              const DtMarker *marker,
              const char *text)
{
  const char *content = text + marker->length;

  if (marker->mark == DT_MARK_CAPITAL || marker->mark == DT_MARK_NONE)
    content = text;
  if (*content == '\0')
    {
      if (marker->mark >= DT_MARK_PART && marker->mark <= DT_MARK_SUBDIVISION &&
          is_title_line (self, index + 1))
        {
          open->title = dt_import_escape (self->import, get (self->paragraphs, index + 1)->text, FALSE);
          return 2;
        }
      return 1;
    }

  if (takes_title (self, index, marker, content))
    open->title = dt_import_escape (self->import, content, FALSE);
  else
    dt_import_body_append_text (&open->body, content, open->line);

  return 1;
}

/* Opens the section that paragraph @index begins; the number of paragraphs used up. */
static guint
open_section (Builder *self,
              guint index)
{
  const DtImportParagraph *paragraph = get (self->paragraphs, index);
  DtMarker marker = paragraph->marker;
  const char *text = paragraph->text;
  guint heading = 0;
  guint rank;
  Open *open;

  /* "## I. Mục đích": the sign says how deep, the number what it is. */
  if (marker.mark == DT_MARK_HEADING)
    {
      heading = marker.depth;
      text += marker.length;
      dt_import_classify (self->import, text, 0, &marker);
      if (marker.mark == DT_MARK_HEADING || marker.mark > DT_MARK_DECIMAL)
        {
          memset (&marker, 0, sizeof marker);
          marker.mark = DT_MARK_NONE;
        }
    }

  rank = get_rank (&marker, heading);
  while (self->stack->len > 1 && (get_top (self)->rank >= rank || self->stack->len > MAX_DEPTH))
    close_top (self);

  open = open_new (self->import, rank, marker.mark == DT_MARK_CAPITAL ? DT_MARK_NONE : marker.mark);
  open->line = paragraph->line;
  g_ptr_array_add (self->stack, open);
  self->n_sections++;
  if (open->mark != DT_MARK_NONE)
    count_section (self, open, &marker, text);

  return fill_section (self, open, index, &marker, text);
}

static void
append_body (Builder *self,
             const DtImportParagraph *paragraph)
{
  Open *top = get_top (self);

  if (top->body.text->len + strlen (paragraph->text) > MAX_BODY || top->children->len > 0)
    {
      /* Text after the sections of its parent, or more than one node may hold, stands for itself. */
      Open *open = open_new (self->import, G_MAXUINT, DT_MARK_NONE);

      while (self->stack->len > 1 && get_top (self)->rank == G_MAXUINT)
        close_top (self);
      open->line = paragraph->line;
      g_ptr_array_add (self->stack, open);
      top = open;
    }

  dt_import_body_append (&top->body, paragraph);
}

/**
 * dt_import_build:
 * @self: the import
 * @paragraphs: (element-type DtImportParagraph): all paragraphs
 * @from: the first to use
 * @to: the one after the last
 * @sections: (element-type DtNode): where the outermost sections go
 * @loose: (nullable): takes the text before the first section; without it that
 *   text becomes a section without number and title
 *
 * Builds the tree of sections.
 */
void
dt_import_build (DtImport *self,
                 GArray *paragraphs,
                 guint from,
                 guint to,
                 GPtrArray *sections,
                 GString *loose)
{
  Builder builder = { .import = self, .paragraphs = paragraphs, .to = to };
  Open *parent;
  guint i = from;

  dt_import_choose_sections (self, paragraphs, from, to);
  builder.stack = g_ptr_array_new_with_free_func (open_free);
  parent = open_new (self, 0, DT_MARK_NONE);
  g_ptr_array_add (builder.stack, parent);

  while (i < to)
    {
      const DtImportParagraph *paragraph = get (paragraphs, i);

      if (paragraph->section && builder.n_sections < MAX_SECTIONS)
        {
          i += open_section (&builder, i);
          continue;
        }
      if (loose == NULL && builder.stack->len == 1)
        {
          Open *open = open_new (self, G_MAXUINT, DT_MARK_NONE);

          open->line = paragraph->line;
          g_ptr_array_add (builder.stack, open);
        }
      append_body (&builder, paragraph);
      i++;
    }

  while (builder.stack->len > 1)
    close_top (&builder);
  if (loose != NULL)
    g_string_append (loose, parent->body.text->str);
  for (guint n = 0; n < parent->children->len; n++)
    g_ptr_array_add (sections, dt_node_ref (g_ptr_array_index (parent->children, n)));

  g_ptr_array_unref (builder.stack);
}
