/* dt-template-rules.c - which part of a template may stand where
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-template"

#include "config.h"

#include "template/dt-profile.h"
#include "template/dt-template-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define P(name) (1u << DT_TEMPLATE_PART_##name)
#define A(name) (1u << DT_TEMPLATE_PART_ATTR_##name)

#define CONTROL (P (IF) | P (UNLESS) | P (REPEAT))
#define LINES (CONTROL | P (LINE))
#define FLOW (LINES | P (SECTION) | P (TASK))

G_STATIC_ASSERT (DT_N_TEMPLATE_PART_KINDS <= 32);

/* data/schema/template.rng says the same for other programs. */
/* clang-format off */
static const struct
{
  const char *name;
  gboolean has_text;
  guint32 attributes;
  guint32 required;
  guint32 children;
} rules[DT_N_TEMPLATE_PART_KINDS] = {
  [DT_TEMPLATE_PART_ROOT] = { "template" },
  [DT_TEMPLATE_PART_SECTION] = { "section", FALSE, A (UNIT) | A (SOURCE) | A (FOR), 0, FLOW | P (TITLE) | P (USE) },
  [DT_TEMPLATE_PART_TITLE] = { "title", TRUE },
  [DT_TEMPLATE_PART_LINE] = { "line", TRUE },
  [DT_TEMPLATE_PART_IF] = { "if", FALSE, A (FIELD) | A (IS) | A (UNIT) | A (LEVEL) },
  [DT_TEMPLATE_PART_UNLESS] = { "unless", FALSE, A (FIELD) | A (IS) | A (UNIT) | A (LEVEL) },
  [DT_TEMPLATE_PART_REPEAT] = { "repeat", FALSE, A (FIELD), A (FIELD) },
  [DT_TEMPLATE_PART_USE] = { "use", FALSE, A (TEMPLATE), A (TEMPLATE) },
  [DT_TEMPLATE_PART_TASK] = { "task", FALSE, 0, 0,
    P (WORK) | P (LEAD) | P (PARTNER) | P (DEADLINE) | P (PRODUCT) },
  [DT_TEMPLATE_PART_WORK] = { "work", TRUE },
  [DT_TEMPLATE_PART_LEAD] = { "lead", TRUE },
  [DT_TEMPLATE_PART_PARTNER] = { "partner", TRUE },
  [DT_TEMPLATE_PART_DEADLINE] = { "deadline", TRUE },
  [DT_TEMPLATE_PART_PRODUCT] = { "product", TRUE },
  [DT_TEMPLATE_PART_SUBJECT] = { "subject", TRUE },
  [DT_TEMPLATE_PART_BASIS] = { "basis", TRUE, A (LEAD) },
  [DT_TEMPLATE_PART_OPENING] = { "opening", FALSE, 0, 0, LINES | P (USE) },
  [DT_TEMPLATE_PART_ARTICLE] = { "article", FALSE, 0, 0, FLOW | P (TITLE) | P (USE) },
  [DT_TEMPLATE_PART_CLOSING] = { "closing", FALSE, 0, 0, LINES | P (USE) },
  [DT_TEMPLATE_PART_RECIPIENT] = { "recipient", TRUE },
  [DT_TEMPLATE_PART_ANNEX] = { "annex", FALSE, A (SOURCE) | A (ORIENTATION), 0, LINES | P (TITLE) },
  [DT_TEMPLATE_PART_ATTACHED_SUBJECT] = { "attached-subject", TRUE },
};
/* clang-format on */

/* What stands at the top of a template of each kind. */
static const guint32 roots[] = {
  [DT_TEMPLATE_SECTION] = FLOW | P (ANNEX),
  [DT_TEMPLATE_PLAN] = CONTROL | P (SUBJECT) | P (BASIS) | P (OPENING) | P (ARTICLE) | P (ATTACHED_SUBJECT) |
                       P (SECTION) | P (USE) | P (CLOSING) | P (RECIPIENT) | P (ANNEX),
};

static const char *const attribute_names[DT_N_TEMPLATE_PART_ATTRIBUTES + 1] = {
  "field",
  "is",
  "unit",
  "level",
  "template",
  "lead",
  "source",
  "orientation",
  "for",
  NULL,
};

const char *
dt_template_part_kind_get_name (DtTemplatePartKind kind)
{
  return rules[kind].name;
}

const char *
dt_template_part_attribute_get_name (DtTemplatePartAttribute attribute)
{
  return attribute_names[attribute];
}

gboolean
dt_template_part_kind_has_text (DtTemplatePartKind kind)
{
  return rules[kind].has_text;
}

gboolean
dt_template_part_kind_allows_attribute (DtTemplatePartKind kind,
                                        DtTemplatePartAttribute attribute)
{
  return (rules[kind].attributes >> attribute & 1) != 0;
}

gboolean
dt_template_part_kind_requires (DtTemplatePartKind kind,
                                DtTemplatePartAttribute attribute)
{
  return (rules[kind].required >> attribute & 1) != 0;
}

gboolean
dt_template_part_kind_is_control (DtTemplatePartKind kind)
{
  return (CONTROL >> kind & 1) != 0;
}

gboolean
dt_template_part_kind_allows (DtTemplateKind template_kind,
                              DtTemplatePartKind parent,
                              DtTemplatePartKind child)
{
  guint32 children = parent == DT_TEMPLATE_PART_ROOT ? roots[template_kind] : rules[parent].children;

  /* Only a plan names section templates, so that they cannot go round in circles. */
  if (template_kind == DT_TEMPLATE_SECTION)
    children &= ~P (USE);

  return (children >> child & 1) != 0;
}

static gboolean
is_among (const char *words,
          const char *value)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) list, value);
}

const char *
dt_template_part_attribute_check (DtTemplatePartKind kind,
                                  DtTemplatePartAttribute attribute,
                                  const char *value)
{
  if (*value == '\0')
    return N_ ("expected a value");

  switch (attribute)
    {
    case DT_TEMPLATE_PART_ATTR_UNIT:
      if (kind == DT_TEMPLATE_PART_SECTION)
        return is_among ("roman arabic letter decimal none", value)
                 ? NULL
                 : N_ ("expected one of roman, arabic, letter, decimal, none");
      return g_strv_contains (dt_unit_kinds (), value) ? NULL : N_ ("expected a kind of unit such as cong-an or y-te");
    case DT_TEMPLATE_PART_ATTR_LEVEL:
      return is_among ("xa phuong dac-khu", value) ? NULL : N_ ("expected one of xa, phuong, dac-khu");
    case DT_TEMPLATE_PART_ATTR_LEAD:
      return is_among ("can-cu thuc-hien theo-de-nghi xet", value)
               ? NULL
               : N_ ("expected one of can-cu, thuc-hien, theo-de-nghi, xet");
    case DT_TEMPLATE_PART_ATTR_SOURCE:
      return is_among ("body tasks", value) ? NULL : N_ ("expected body or tasks");
    case DT_TEMPLATE_PART_ATTR_ORIENTATION:
      return is_among ("portrait landscape", value) ? NULL : N_ ("expected portrait or landscape");
    case DT_TEMPLATE_PART_ATTR_FIELD:
    case DT_TEMPLATE_PART_ATTR_IS:
    case DT_TEMPLATE_PART_ATTR_TEMPLATE:
    case DT_TEMPLATE_PART_ATTR_FOR:
    case DT_N_TEMPLATE_PART_ATTRIBUTES:
    default:
      return NULL;
    }
}
