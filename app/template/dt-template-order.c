/* dt-template-order.c - paragraphs that would not stay where they were written
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-template"

#include "config.h"

#include "template/dt-template-check.h"

#include "base/dt-diagnostic.h"
#include "template/dt-template-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * The paragraphs of a section stand above the sections in it. One that was
 * written behind a section would move in front of it without a word.
 */

typedef struct
{
  const DtLibrary *library; /* nullable */
  GPtrArray *diagnostics;
  GHashTable *told; /* parts */
} Order;

static gboolean check_flow (Order *self,
                            const DtTemplatePart *parent,
                            gboolean behind_section);

/* Whether a section template gives parts of this kind without a heading around them. */
static gboolean
gives (const DtTemplatePart *part,
       DtTemplatePartKind kind)
{
  for (guint i = 0; i < dt_template_part_get_n_parts (part); i++)
    {
      const DtTemplatePart *child = dt_template_part_get_part (part, i);

      if (dt_template_part_get_kind (child) == kind ||
          (dt_template_part_kind_is_control (dt_template_part_get_kind (child)) && gives (child, kind)))
        return TRUE;
    }

  return FALSE;
}

static void
tell (Order *self,
      const DtTemplatePart *part)
{
  if (!g_hash_table_add (self->told, (gpointer) part))
    return;

  dt_diagnostics_add (self->diagnostics, DT_SEVERITY_ERROR, "line-behind-section", NULL, dt_template_part_get_line (part),
                      dt_template_part_get_column (part),
                      _ ("<%s> gives a paragraph behind a <section>, above which it would be printed; write <line>…</line> "
                         "before <section>…</section>, or give it a section of its own"),
                      dt_template_part_kind_get_name (dt_template_part_get_kind (part)));
}

/* What @part gives; whether a section has come by then. */
static gboolean
check_part (Order *self,
            const DtTemplatePart *part,
            gboolean behind_section)
{
  DtTemplatePartKind kind = dt_template_part_get_kind (part);
  const DtTemplate *used = kind == DT_TEMPLATE_PART_USE && self->library != NULL
                             ? dt_library_find (self->library, dt_template_part_get_attribute (part, DT_TEMPLATE_PART_ATTR_TEMPLATE))
                             : NULL;

  if (dt_template_part_kind_is_control (kind))
    {
      gboolean after = check_flow (self, part, behind_section);

      /* The second item of a list stands behind the first. */
      return kind == DT_TEMPLATE_PART_REPEAT ? check_flow (self, part, after) : after;
    }
  if (behind_section &&
      (kind == DT_TEMPLATE_PART_LINE || (used != NULL && gives (dt_template_get_root (used), DT_TEMPLATE_PART_LINE))))
    tell (self, part);

  /* What stands in a section, or in another part with parts, is an order of its own. */
  check_flow (self, part, FALSE);
  return behind_section || kind == DT_TEMPLATE_PART_SECTION ||
         (used != NULL && gives (dt_template_get_root (used), DT_TEMPLATE_PART_SECTION));
}

/* Whether one of the two parts stands there exactly where the other does not. */
static gboolean
are_alternatives (const DtTemplatePart *a,
                  const DtTemplatePart *b)
{
  DtTemplatePartKind first = dt_template_part_get_kind (a);
  DtTemplatePartKind second = dt_template_part_get_kind (b);

  if (!(first == DT_TEMPLATE_PART_IF && second == DT_TEMPLATE_PART_UNLESS) &&
      !(first == DT_TEMPLATE_PART_UNLESS && second == DT_TEMPLATE_PART_IF))
    return FALSE;
  for (guint i = 0; i < DT_N_TEMPLATE_PART_ATTRIBUTES; i++)
    if (g_strcmp0 (dt_template_part_get_attribute (a, (DtTemplatePartAttribute) i),
                   dt_template_part_get_attribute (b, (DtTemplatePartAttribute) i)) != 0)
      return FALSE;

  return TRUE;
}

static gboolean
check_flow (Order *self,
            const DtTemplatePart *parent,
            gboolean behind_section)
{
  gboolean before = behind_section;

  for (guint i = 0; i < dt_template_part_get_n_parts (parent); i++)
    {
      const DtTemplatePart *part = dt_template_part_get_part (parent, i);
      gboolean is_other = i > 0 && are_alternatives (dt_template_part_get_part (parent, i - 1), part);
      gboolean after = check_part (self, part, is_other ? before : behind_section);

      before = behind_section;
      behind_section = behind_section || after;
    }

  return behind_section;
}

/**
 * dt_template_check_order:
 * @self: a template
 * @library: (nullable): the templates it may use
 * @diagnostics: (element-type DtDiagnostic): list to add to
 *
 * Looks for paragraphs behind the sections that they stand beside.
 */
void
dt_template_check_order (const DtTemplate *self,
                         const DtLibrary *library,
                         GPtrArray *diagnostics)
{
  Order order = { library, diagnostics, g_hash_table_new (NULL, NULL) };
  const DtTemplatePart *root = dt_template_get_root (self);

  if (dt_template_get_kind (self) == DT_TEMPLATE_SECTION)
    check_flow (&order, root, FALSE);
  else
    /* At the top of a plan only paragraphs of sections are refused elsewhere; their own parts are looked at. */
    for (guint i = 0; i < dt_template_part_get_n_parts (root); i++)
      check_part (&order, dt_template_part_get_part (root, i), FALSE);

  g_hash_table_unref (order.told);
}
