/* dt-test-plan.h - a small plan for the tests of plans and edits
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dt-random-plan.h"
#include "dt-test.h"

static inline DtNode *
make_node (DtNodeKind kind,
           const char *id,
           DtNode *first,
           DtNode *second)
{
  DtNode *children[] = { first, second };
  const DtAttributeValue attribute = { DT_ATTR_ID, id };
  DtNode *node = dt_node_new_full (kind, 0, NULL, &attribute, 1, children,
                                   (first != NULL) + (second != NULL));

  g_clear_pointer (&first, dt_node_unref);
  g_clear_pointer (&second, dt_node_unref);
  return node;
}

static inline DtNode *
make_title (const char *text)
{
  return dt_node_new_text (DT_NODE_TITLE, text);
}

/* s1 (s2, s3) s4, with titles, a field, two recipients and a task. */
static inline DtPlan *
make_plan (void)
{
  static const struct
  {
    const char *reference;
    const char *text;
  } texts[] = {
    { "head/agency", "ỦY BAN NHÂN DÂN\nXÃ AN HẢI" },
    { "head/subject", "Cải cách hành chính" },
    { "s1/title", "một" },
    { "s2/title", "hai" },
    { "s3/body", "- ba" },
    { "s4/title", "bốn" },
    { "recipients/archive", "VT" },
    { "t1/work", "việc" },
  };
  static const struct
  {
    const char *parent;
    DtNodeKind kind;
  } nodes[] = {
    { "sections", DT_NODE_SECTION },
    { "s1", DT_NODE_SECTION },
    { "s1", DT_NODE_SECTION },
    { "sections", DT_NODE_SECTION },
    { "recipients", DT_NODE_RECIPIENT },
    { "recipients", DT_NODE_RECIPIENT },
    { "tasks", DT_NODE_TASK },
  };
  DtPlan *plan = dt_plan_new_empty ("ke-hoach");
  g_autoptr (GError) error = NULL;
  DtPlan *next;

  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    {
      g_autoptr (DtNode) node = dt_node_new (nodes[i].kind);

      next = dt_plan_insert (plan, nodes[i].parent, -1, node, &error);
      dt_assert_no_error (error);
      dt_plan_unref (plan);
      plan = next;
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      next = dt_plan_set_text (plan, texts[i].reference, texts[i].text, &error);
      dt_assert_no_error (error);
      dt_plan_unref (plan);
      plan = next;
    }

  return plan;
}

static inline char *
dump_sections (const DtPlan *plan)
{
  const DtNode *sections = dt_plan_find (plan, "sections");

  return sections != NULL ? dt_dump_tree (sections) : g_strdup ("");
}
