/* dt-rules-tree.c - the tree of sections, and how the text is set
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-scan-private.h"
#include "compose/dt-numbering.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>

/* A section, where it stands. */
typedef struct
{
  DtNode *node;
  const DtNode *parent;
  const char *ref;
  DtUnit unit;
  DtUnit parent_unit; /* DT_N_UNITS at the top */
  gboolean is_filled; /* by the table of tasks */
} Section;

typedef void (*SectionFunc) (DtCheck *check,
                             const Section *section);

static guint
count_children (const DtNode *node,
                DtNodeKind kind)
{
  guint n = 0;

  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    n += dt_node_get_kind (dt_node_get_child (node, i)) == kind;
  return n;
}

/* Depth bounded by the schema. */
static void
walk (DtCheck *check,
      const DtNode *parent,
      DtScheme scheme,
      guint depth,
      DtUnit parent_unit,
      gboolean is_filled,
      SectionFunc func)
{
  for (guint i = 0; i < dt_node_get_n_children (parent); i++)
    {
      DtNode *node = dt_node_get_child (parent, i);
      Section section = { node, parent, dt_node_get_id (node), DT_UNIT_NONE, parent_unit, is_filled };
      const char *own = NULL;

      if (dt_node_get_kind (node) != DT_NODE_SECTION)
        continue;

      own = dt_node_get_attribute (node, DT_ATTR_SCHEME);
      section.unit = dt_unit_choose (dt_node_get_attribute (node, DT_ATTR_UNIT), scheme, depth);
      section.is_filled |= g_strcmp0 (dt_node_get_attribute (node, DT_ATTR_SOURCE), "tasks") == 0;
      func (check, &section);
      walk (check, node, dt_scheme_find (own, scheme),
            own != NULL ? 0 : depth + (dt_unit_stands_alone (section.unit) ? 0 : 1), section.unit, section.is_filled, func);
    }
}

static void
walk_all (DtCheck *check,
          SectionFunc func)
{
  for (guint i = 0; i < dt_node_get_n_children (check->root); i++)
    {
      const DtNode *child = dt_node_get_child (check->root, i);
      const DtNode *sections = dt_node_get_kind (child) == DT_NODE_ATTACHMENT ? dt_node_find_child (child, DT_NODE_SECTIONS)
                                                                              : child;

      if (sections == NULL)
        continue;
      if (dt_node_get_kind (sections) == DT_NODE_ARTICLES)
        walk (check, sections, DT_SCHEME_ARTICLE, 0, DT_N_UNITS, FALSE, func);
      else if (dt_node_get_kind (sections) == DT_NODE_SECTIONS || dt_node_get_kind (sections) == DT_NODE_ANNEX)
        walk (check, sections, dt_scheme_find (dt_node_get_attribute (sections, DT_ATTR_SCHEME), DT_SCHEME_ROMAN), 0,
              DT_N_UNITS, FALSE, func);
    }
}

/* A line of a kind below another; or -1. */
static const DtCheckText *
find_body (const DtCheck *check,
           const Section *section)
{
  g_autofree char *ref = g_strconcat (section->ref, "/body", NULL);

  return dt_check_find_text (check, ref);
}

/* What stands before a number that skips a level. */
static void
find_jump (DtCheck *check,
           const Section *section)
{
  const DtCheckText *body = find_body (check, section);
  gboolean dash = FALSE;

  if (section->parent_unit == DT_UNIT_ROMAN && section->unit == DT_UNIT_LETTER)
    {
      const DtAnswer answer = { .node = section->ref };

      dt_check_add (check, &answer, _ ("a letter follows a Roman number at once; “1.” is missing between"));
    }

  for (guint i = 0; body != NULL && i < body->n_lines; i++)
    {
      const DtCheckLine *line = &body->lines[i];

      if (line->kind == DT_LINE_PLUS && !dash)
        dt_check_found (check, body, line->start, line->end, NULL, _ ("“+” stands below “-” and nothing else"));
      dash = line->kind == DT_LINE_DASH || line->kind == DT_LINE_PLUS || line->kind == DT_LINE_POINT;

      if (line->kind == DT_LINE_NUMBER)
        return;
      if (section->unit == DT_UNIT_ROMAN && line->kind == DT_LINE_POINT)
        {
          dt_check_found (check, body, line->start, line->end, NULL,
                          _ ("a letter follows a Roman number at once; “1.” is missing between"));
          return;
        }
    }
}

/* L63 */
static void
check_jumps (DtCheck *check,
             const DtCheckText *text)
{
  (void) text;
  walk_all (check, find_jump);
}

static void
find_single (DtCheck *check,
             const Section *section)
{
  const DtCheckText *body = find_body (check, section);
  const DtCheckLine *numbers[2] = { NULL, NULL };
  guint n_lines[2] = { 0, 0 };

  if (count_children (section->node, DT_NODE_SECTION) == 1 && !section->is_filled)
    {
      const DtNode *child = dt_node_find_child (section->node, DT_NODE_SECTION);
      const DtAnswer answer = { .node = dt_node_get_id (child) };

      if (g_strcmp0 (dt_node_get_attribute (child, DT_ATTR_UNIT), "none") != 0)
        dt_check_add (check, &answer, _ ("there is a first without a second here"));
    }

  for (guint i = 0; body != NULL && i < body->n_lines; i++)
    {
      const DtCheckLine *line = &body->lines[i];
      guint kind = line->kind == DT_LINE_NUMBER ? 0 : 1;

      if (line->kind == DT_LINE_NUMBER || line->kind == DT_LINE_POINT)
        {
          numbers[kind] = line;
          n_lines[kind]++;
        }
    }
  for (guint i = 0; i < 2; i++)
    if (n_lines[i] == 1)
      dt_check_found (check, body, numbers[i]->start, numbers[i]->end, NULL, _ ("there is a first without a second here"));
}

/* L64 */
static void
check_single (DtCheck *check,
              const DtCheckText *text)
{
  (void) text;
  walk_all (check, find_single);
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\n")] == '\0';
}

static void
find_empty (DtCheck *check,
            const Section *section)
{
  const char *title = dt_node_get_child_text (section->node, DT_NODE_TITLE);
  gboolean is_empty = is_blank (dt_node_get_child_text (section->node, DT_NODE_BODY)) &&
                      count_children (section->node, DT_NODE_SECTION) == 0;
  const DtAnswer answer = { .node = section->ref };

  if (is_empty && !section->is_filled)
    dt_check_add (check, &answer, _ ("nothing stands under this heading"));
  else if (is_blank (title) && dt_unit_stands_alone (section->unit))
    dt_check_add (check, &answer, _ ("parts, chapters and divisions have a title"));
}

/* L65 */
static void
check_empty (DtCheck *check,
             const DtCheckText *text)
{
  (void) text;
  walk_all (check, find_empty);
}

/* The lawful measures of the text (Phụ lục I, mục II, khoản 6, điểm e), in µm. */
#define INDENT_MIN 10000
#define INDENT_MAX 12700
#define SPACE_MIN 2117
#define LINE_PERMILLE 1149
#define SLACK 60

#define N_PROSE 7

static void
tell_measure (DtCheck *check,
              const DtStyle *style,
              DtLength length,
              const char *allowed,
              const char *format)
{
  g_autofree char *measured = dt_check_format_mm (length);
  g_autofree char *message = NULL;
  const DtAnswer answer = { .measured = measured, .allowed = allowed };

  /* Translators: component, what is measured, how much it is, how much is allowed */
  message = g_strdup_printf (_ ("“%s”: %s is %s, allowed is %s"), style->title, format, measured, allowed);
  dt_check_add (check, &answer, "%s", message);
}

/* L69 */
static void
check_text_style (DtCheck *check,
                  const DtCheckText *text)
{
  /* The first N_PROSE are justified, headings may be. */
  static const DtRole roles[] = { DT_ROLE_OPENING, DT_ROLE_BODY, DT_ROLE_CLAUSE, DT_ROLE_POINT, DT_ROLE_DASH, DT_ROLE_PLUS,
                                  DT_ROLE_CLOSING, DT_ROLE_HEADING_1, DT_ROLE_HEADING_2, DT_ROLE_HEADING_3 };
  const DtSheet *used = dt_composition_get_sheet (check->composition);

  (void) text;
  if (check->pages != NULL)
    dt_check_styles (check, roles, G_N_ELEMENTS (roles), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      const DtStyle *style = dt_sheet_get_style (used, roles[i]);
      DtLength single = (DtLength) ((gint64) style->size * 25400 * LINE_PERMILLE / 7200 / 1000);

      if (style->first_indent < INDENT_MIN - SLACK || style->first_indent > INDENT_MAX + SLACK)
        tell_measure (check, style, style->first_indent, _ ("10 to 12.7 mm"), _ ("the indent"));
      if (style->space_before + style->space_after < SPACE_MIN - SLACK)
        tell_measure (check, style, style->space_before + style->space_after, _ ("6 points or more"), _ ("the space between paragraphs"));
      if (style->line_height < single - SLACK || style->line_height > single * 3 / 2 + SLACK)
        tell_measure (check, style, style->line_height, _ ("1 to 1.5 lines"), _ ("the line spacing"));
      if (style->align != DT_ALIGN_JUSTIFY && i < N_PROSE)
        {
          const DtAnswer answer = { .node = NULL };

          dt_check_add (check, &answer, _ ("“%s” is not justified"), style->title);
        }
    }
}

/* L70 */
static void
check_usual_parts (DtCheck *check,
                   const DtCheckText *text)
{
  static const struct
  {
    const char *folded;
    const char *name;
  } parts[] = {
    { "to chuc thuc hien", "TỔ CHỨC THỰC HIỆN" },
    { "muc dich", "MỤC ĐÍCH, YÊU CẦU" },
  };
  const DtNode *sections = dt_node_find_child (check->root, DT_NODE_SECTIONS);
  const char *kind = dt_node_get_attribute (check->root, DT_ATTR_KIND);

  (void) text;
  if (g_strcmp0 (kind, "ke-hoach") != 0 || sections == NULL)
    {
      dt_check_not_applicable (check, _ ("only plans have these parts"));
      return;
    }

  for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
    {
      const DtAnswer answer = { .node = "sections" };
      gboolean found = FALSE;

      for (guint i = 0; i < check->n_texts && !found; i++)
        if (check->texts[i]->kind == DT_NODE_TITLE && check->texts[i]->top == DT_NODE_SECTIONS)
          {
            g_autofree char *folded = dt_text_fold (check->texts[i]->plain);

            found = strstr (folded, parts[p].folded) != NULL || (p == 1 && strstr (folded, "muc tieu") != NULL);
          }
      if (!found)
        dt_check_add (check, &answer, _ ("a plan usually has a part “%s”"), parts[p].name);
    }
}

#define TREE (DT_INPUT_ARTICLES | DT_INPUT_SECTIONS | DT_INPUT_ATTACHMENT | DT_INPUT_ANNEXES)

static const DtRuleCode codes[] = {
  { "L63", DT_SCOPE_PLAN, TREE, check_jumps },
  { "L64", DT_SCOPE_PLAN, TREE, check_single },
  { "L65", DT_SCOPE_PLAN, TREE, check_empty },
  { "L69", DT_SCOPE_PLAN, DT_INPUT_COMPOSITION | DT_INPUT_SEES_PAGES, check_text_style },
  { "L70", DT_SCOPE_PLAN, DT_INPUT_SECTIONS, check_usual_parts },
};

DT_RULE_FAMILY (dt_rules_tree, codes);
