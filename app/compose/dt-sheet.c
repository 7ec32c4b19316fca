/* dt-sheet.c - the style sheet: what the decree says of each component
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "compose/dt-sheet-private.h"

#include "base/dt-data-dir.h"

static const char *const role_names[] = {
  [DT_ROLE_NATIONAL_TITLE] = "national-title",
  [DT_ROLE_MOTTO] = "motto",
  [DT_ROLE_PARENT] = "parent",
  [DT_ROLE_AGENCY] = "agency",
  [DT_ROLE_NUMBER] = "number",
  [DT_ROLE_PLACE_DATE] = "place-date",
  [DT_ROLE_URGENCY] = "urgency",
  [DT_ROLE_CIRCULATION] = "circulation",
  [DT_ROLE_TYPE_NAME] = "type-name",
  [DT_ROLE_SUBJECT] = "subject",
  [DT_ROLE_AUTHORITY] = "authority",
  [DT_ROLE_BASIS] = "basis",
  [DT_ROLE_DECISION] = "decision",
  [DT_ROLE_OPENING] = "opening",
  [DT_ROLE_PART] = "part",
  [DT_ROLE_PART_TITLE] = "part-title",
  [DT_ROLE_DIVISION] = "division",
  [DT_ROLE_DIVISION_TITLE] = "division-title",
  [DT_ROLE_ARTICLE] = "article",
  [DT_ROLE_HEADING_1] = "heading-1",
  [DT_ROLE_HEADING_2] = "heading-2",
  [DT_ROLE_HEADING_3] = "heading-3",
  [DT_ROLE_CLAUSE] = "clause",
  [DT_ROLE_POINT] = "point",
  [DT_ROLE_BODY] = "body",
  [DT_ROLE_DASH] = "dash",
  [DT_ROLE_PLUS] = "plus",
  [DT_ROLE_CLOSING] = "closing",
  [DT_ROLE_ADDRESSEE] = "addressee",
  [DT_ROLE_ADDRESSEE_ITEM] = "addressee-item",
  [DT_ROLE_RECIPIENTS] = "recipients",
  [DT_ROLE_RECIPIENT] = "recipient",
  [DT_ROLE_CAPACITY] = "capacity",
  [DT_ROLE_SIGNATURE] = "signature",
  [DT_ROLE_POSITION] = "position",
  [DT_ROLE_SIGNER] = "signer",
  [DT_ROLE_ANNEX] = "annex",
  [DT_ROLE_ANNEX_TITLE] = "annex-title",
  [DT_ROLE_ATTACHED] = "attached",
  [DT_ROLE_TABLE_HEAD] = "table-head",
  [DT_ROLE_TABLE_CELL] = "table-cell",
  [DT_ROLE_PAGE_NUMBER] = "page-number",
  [DT_ROLE_MOTTO_RULE] = "motto-rule",
  [DT_ROLE_AGENCY_RULE] = "agency-rule",
  [DT_ROLE_SUBJECT_RULE] = "subject-rule",
  [DT_ROLE_ATTACHED_RULE] = "attached-rule",
  [DT_ROLE_URGENT_FRAME] = "urgent-frame",
  [DT_ROLE_PRESSING_FRAME] = "pressing-frame",
  [DT_ROLE_EXPRESS_FRAME] = "express-frame",
  [DT_ROLE_LIMITS_FRAME] = "limits-frame",
  [DT_ROLE_TABLE_RULE] = "table-rule",
};

G_STATIC_ASSERT (G_N_ELEMENTS (role_names) == DT_N_ROLES);

/**
 * dt_role_get_name:
 * @role: a role
 *
 * Gets the name of @role in style sheets and dumps.
 *
 * Returns: a static string
 */
const char *
dt_role_get_name (DtRole role)
{
  g_return_val_if_fail (role < DT_N_ROLES, NULL);

  return role_names[role];
}

/**
 * dt_role_find:
 * @name: a name as in style sheets
 *
 * Finds the role of that name.
 *
 * Returns: a #DtRole, or -1
 */
int
dt_role_find (const char *name)
{
  g_return_val_if_fail (name != NULL, -1);

  for (int i = 0; i < DT_N_ROLES; i++)
    {
      if (g_str_equal (role_names[i], name))
        return i;
    }

  return -1;
}

/**
 * dt_sheet_load_default:
 * @error: return location for an error
 *
 * Reads the sheet of Nghị định 30/2020/NĐ-CP from the data folder.
 *
 * Returns: (transfer full): a sheet, or %NULL with @error set
 */
DtSheet *
dt_sheet_load_default (GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = dt_data_read ("styles/nd30.xml", &path, error);

  return bytes != NULL ? dt_sheet_read (bytes, path, error) : NULL;
}

/**
 * dt_sheet_ref:
 * @self: a sheet
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
DtSheet *
dt_sheet_ref (DtSheet *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_sheet (gpointer data)
{
  DtSheet *self = data;

  if (self->base != NULL)
    {
      dt_sheet_unref (self->base);
      return;
    }
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_clear_pointer (&self->font_twins, g_free);
}

/**
 * dt_sheet_unref:
 * @self: (transfer full): a sheet
 *
 * Gives a reference back.
 */
void
dt_sheet_unref (DtSheet *self)
{
  g_atomic_rc_box_release_full (self, clear_sheet);
}

/**
 * dt_sheet_get_style:
 * @self: a sheet
 * @role: a role
 *
 * Gets the style of @role; every role has one.
 *
 * Returns: (transfer none): the style
 */
const DtStyle *
dt_sheet_get_style (const DtSheet *self,
                    DtRole role)
{
  g_return_val_if_fail (role < DT_N_ROLES, NULL);

  return &self->styles[role];
}

/**
 * dt_sheet_get_page:
 * @self: a sheet
 *
 * Gets paper and margins (Phụ lục I, mục I).
 *
 * Returns: (transfer none): the page, in µm, upright
 */
const DtPageSpec *
dt_sheet_get_page (const DtSheet *self)
{
  return &self->page;
}

/**
 * dt_sheet_get_metrics:
 * @self: a sheet
 *
 * Gets the measures of head, signature and tables.
 *
 * Returns: (transfer none): the metrics, in µm
 */
const DtMetrics *
dt_sheet_get_metrics (const DtSheet *self)
{
  return &self->metrics;
}

/**
 * dt_sheet_get_font_family:
 * @self: a sheet
 *
 * Gets the font family the decree asks for (Phụ lục I, mục I, khoản 4).
 *
 * Returns: (transfer none): the family
 */
const char *
dt_sheet_get_font_family (const DtSheet *self)
{
  return self->font_family;
}

/**
 * dt_sheet_get_font_twins:
 * @self: a sheet
 *
 * Gets the families whose advance widths are the same, best first.
 *
 * Returns: (transfer none): a %NULL-terminated list
 */
const char *const *
dt_sheet_get_font_twins (const DtSheet *self)
{
  return (const char *const *) self->font_twins;
}
