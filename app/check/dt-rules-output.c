/* dt-rules-output.c - pages and files
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-scan-private.h"

#include <glib/gi18n-lib.h>

/* Phụ lục I, mục I, khoản 1 and 3, in µm. */
static const struct
{
  const char *name;
  DtLength least;
  DtLength most;
} measures[] = {
  { N_ ("the width of the paper"), 210000, 210000 },
  { N_ ("the height of the paper"), 297000, 297000 },
  { N_ ("the upper margin"), 20000, 25000 },
  { N_ ("the lower margin"), 20000, 25000 },
  { N_ ("the left margin"), 30000, 35000 },
  { N_ ("the right margin"), 15000, 20000 },
};

#define SLACK 500

/* How far the middle of a page number may lie beside that of the text. */
#define CENTRE_SLACK 2000

/* L123 */
static void
check_page (DtCheck *check,
            const DtCheckText *text)
{
  const DtPageSpec *page = dt_sheet_get_page (dt_composition_get_sheet (check->composition));
  const DtLength lengths[] = { page->width, page->height, page->margin_top, page->margin_bottom, page->margin_left,
                               page->margin_right };

  (void) text;
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      g_autofree char *measured = dt_check_format_mm (lengths[i]);
      g_autofree char *least = dt_check_format_mm (measures[i].least);
      g_autofree char *most = dt_check_format_mm (measures[i].most);
      g_autofree char *allowed = measures[i].least == measures[i].most ? g_strdup (least) : g_strdup_printf ("%s – %s", least, most);
      const DtAnswer answer = { .measured = measured, .allowed = allowed };

      if (lengths[i] < measures[i].least - SLACK || lengths[i] > measures[i].most + SLACK)
        /* Translators: what was measured, how much it is, how much is allowed */
        dt_check_add (check, &answer, _ ("%s is %s, allowed is %s"), _ (measures[i].name), measured, allowed);
    }
}

/* L124 */
static void
check_font (DtCheck *check,
            const DtCheckText *text)
{
  const DtSheet *used = dt_composition_get_sheet (check->composition);
  const char *family = dt_sheet_get_font_family (used);
  const char *wanted = dt_sheet_get_font_family (check->sheet);
  const GPtrArray *diagnostics = check->pages != NULL ? dt_pages_get_diagnostics (check->pages) : NULL;
  const DtAnswer answer = { .measured = family, .allowed = wanted };

  (void) text;
  if (strcmp (family, wanted) != 0)
    dt_check_add (check, &answer, _ ("the document is set in %s, the decree asks for %s"), family, wanted);

  /* A font with the same widths stands in where the right one is not installed: the pages are the same. */
  for (guint i = 0; diagnostics != NULL && i < diagnostics->len; i++)
    {
      const DtDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);
      const DtAnswer note = { .allowed = wanted, .note = TRUE };

      if (strcmp (dt_diagnostic_get_code (diagnostic), "font-substituted") == 0)
        dt_check_add (check, &note, "%s", dt_diagnostic_get_message (diagnostic));
    }
}

/* L125 */
static void
check_colour (DtCheck *check,
              const DtCheckText *text)
{
  (void) text;
  dt_check_not_applicable (check, _ ("the program sets all text in black and knows no highlight"));
}

/* "Trang 2/5", "- 2 -": a page number typed as a line. */
static gboolean
is_typed_number (const char *start,
                 gsize length)
{
  g_autofree char *line = g_strstrip (g_strndup (start, length));
  const char *rest = line;

  if (!g_str_has_prefix (rest, "Trang ") && !g_str_has_prefix (rest, "- "))
    return FALSE;
  rest += g_str_has_prefix (rest, "Trang ") ? strlen ("Trang ") : strlen ("- ");
  if (!g_ascii_isdigit (*rest))
    return FALSE;

  return rest[strspn (rest, "0123456789/ -")] == '\0' && strlen (line) < 16;
}

/* A page number set where and how it should not be. */
static void
measure_number (DtCheck *check,
                const DtCheckItem *item)
{
  const DtPageSpec *page = dt_sheet_get_page (check->sheet);
  const DtPage *at = dt_pages_get_page (check->pages, item->page - 1);
  const DtPageSpec *used = dt_sheet_get_page (dt_composition_get_sheet (check->composition));
  gboolean is_wide = dt_page_get_width (at) > dt_page_get_height (at);
  DtLength centre = is_wide ? dt_page_get_width (at) / 2
                            : (used->margin_left + dt_page_get_width (at) - used->margin_right) / 2;
  DtLength middle = item->rect.x + item->rect.width / 2;
  const DtAnswer answer = { .page = item->page };

  if (item->rect.y + item->rect.height > MAX (page->margin_top, used->margin_top) + SLACK)
    dt_check_add (check, &answer, _ ("the page number does not stand in the upper margin"));
  else if (!is_wide && ABS (middle - centre) > CENTRE_SLACK)
    dt_check_add (check, &answer, _ ("the page number does not stand in the middle"));
  else if (item->number != dt_page_get_number (at) || item->number == 1)
    dt_check_add (check, &answer, _ ("the page number is not a bare figure, or stands on a first page"));
}

/* L126 */
static void
check_page_numbers (DtCheck *check,
                    const DtCheckText *text)
{
  static const DtRole roles[] = { DT_ROLE_PAGE_NUMBER };
  guint n;
  const DtCheckItem *items = dt_check_get_items (check, &n);
  guint last = 0;

  (void) text;
  for (guint i = 0; i < check->n_texts; i++)
    for (guint k = 0; k < check->texts[i]->n_lines; k++)
      {
        const DtCheckText *at = check->texts[i];
        const DtCheckLine *line = &at->lines[k];

        if (line->row < 0 && line->end - line->start < 24 && is_typed_number (at->plain + line->start, line->end - line->start))
          dt_check_found (check, at, line->start, line->end, NULL, _ ("page numbers are written by the program"));
      }

  for (guint i = 0; i < n; i++)
    if (items[i].role == DT_ROLE_PAGE_NUMBER && items[i].kind == DT_ITEM_TEXT && items[i].page != last)
      {
        last = items[i].page;
        measure_number (check, &items[i]);
      }
  if (check->pages != NULL)
    dt_check_styles (check, roles, G_N_ELEMENTS (roles), TRUE);
}

/* L127, L129, L131 and L132 are about files, and a plan is none yet. */
static void
check_file (DtCheck *check,
            const DtCheckText *text)
{
  (void) text;
  dt_check_not_applicable (check, _ ("a draft has no PDF and no ODT yet; they are looked at when they are made"));
}

/* L132 */
static void
check_separate (DtCheck *check,
                const DtCheckText *text)
{
  (void) text;
  dt_check_not_applicable (check, _ ("annexes stand in the same file as the document"));
}

/* L128 */
static void
check_metadata (DtCheck *check,
                const DtCheckText *text)
{
  const DtDocumentInfo *info = dt_composition_get_info (check->composition);
  const DtAnswer answer = { .node = "head" };

  (void) text;
  if (*info->author == '\0')
    dt_check_add (check, &answer, _ ("the file would name no author: the issuing body is missing"));
  if (*info->subject == '\0' || strstr (info->subject, "……") != NULL)
    dt_check_add (check, &answer, _ ("the file would have no title: the subject is missing"));
}

static gboolean
is_heading (DtRole role)
{
  return role == DT_ROLE_HEADING_1 || role == DT_ROLE_HEADING_2 || role == DT_ROLE_HEADING_3 || role == DT_ROLE_PART ||
         role == DT_ROLE_PART_TITLE || role == DT_ROLE_DIVISION || role == DT_ROLE_DIVISION_TITLE;
}

static gboolean
is_signature (DtRole role)
{
  return role == DT_ROLE_CAPACITY || role == DT_ROLE_POSITION || role == DT_ROLE_SIGNER;
}

/* L130 */
static void
check_breaks (DtCheck *check,
              const DtCheckText *text)
{
  guint n;
  const DtCheckItem *items = dt_check_get_items (check, &n);
  const DtCheckItem *above = NULL;
  guint signed_on = 0;
  guint n_before = 0;

  (void) text;
  for (guint i = 0; i < n; i++)
    {
      const DtCheckItem *item = &items[i];
      DtAnswer answer = { .node = item->node, .page = item->page };

      /* Recipients stand beside the signature. */
      if (item->kind != DT_ITEM_TEXT || item->role == DT_ROLE_PAGE_NUMBER || item->role == DT_ROLE_RECIPIENTS ||
          item->role == DT_ROLE_RECIPIENT)
        continue;

      if (above != NULL && above->page != item->page && is_heading (above->role) && above->block != item->block)
        {
          answer.node = above->node;
          answer.page = above->page;
          dt_check_add (check, &answer, _ ("a heading is the last line of page %u"), above->page);
        }
      n_before = above != NULL && above->page == item->page ? n_before + 1 : 0;
      if (is_signature (item->role) && signed_on == 0)
        {
          signed_on = item->page;
          if (item->page > 1 && n_before < 2 && item->role == DT_ROLE_CAPACITY)
            dt_check_add (check, &answer, _ ("the signature stands alone on page %u"), item->page);
        }
      else if (is_signature (item->role) && signed_on != item->page)
        {
          dt_check_add (check, &answer, _ ("the signature is divided between pages %u and %u"), signed_on, item->page);
          signed_on = item->page;
        }
      above = item;
    }
}

static const DtRuleCode codes[] = {
  { "L123", DT_SCOPE_PLAN, DT_INPUT_COMPOSITION, check_page },
  { "L124", DT_SCOPE_PLAN, DT_INPUT_COMPOSITION | DT_INPUT_SEES_PAGES, check_font },
  { "L125", DT_SCOPE_PLAN, 0, check_colour },
  { "L126", DT_SCOPE_PLAN, DT_INPUT_ALL | DT_INPUT_SEES_PAGES, check_page_numbers },
  { "L127", DT_SCOPE_PLAN, 0, check_file },
  { "L128", DT_SCOPE_PLAN, DT_INPUT_COMPOSITION, check_metadata },
  { "L129", DT_SCOPE_PLAN, 0, check_file },
  { "L130", DT_SCOPE_PLAN, DT_INPUT_PAGES, check_breaks },
  { "L131", DT_SCOPE_PLAN, 0, check_file },
  { "L132", DT_SCOPE_PLAN, 0, check_separate },
};

DT_RULE_FAMILY (dt_rules_output, codes);
