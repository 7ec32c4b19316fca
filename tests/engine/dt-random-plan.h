/* dt-random-plan.h - plans and texts that nobody would think of
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dt-plan.h"
#include "model/dt-schema.h"

/* Everything here follows from the seed of @rand alone. */

static inline const char *
dt_random_pick (GRand *rand,
                const char *const *words)
{
  return words[g_rand_int_range (rand, 0, (gint32) g_strv_length ((char **) words))];
}

/* Text with what may confuse a notation, a file or a normal form. */
static inline char *
dt_random_text (GRand *rand,
                gboolean lines)
{
  static const char *const pieces[] = {
    "thực hiện", "Ủy ban nhân dân xã", "đường", " ", "  ", "\t", ",", ";", "(*)", "**", "*", "***", "[[", "]]",
    "[[76/NQ-CP]]", "{{ten_xa}}", "{{", "}}", "|", "| a | b |", "|---|:-:|", "\\", "\\*", "\\\\", "- ", "+ ",
    "a) ", "đ) ", "1. ", "12. ", "&", "<", ">", "\"", "'", "]]>", "<!--", "&amp;", "\302\240", "\342\200\213",
    "e\314\202\314\201", "\341\272\277", "\360\237\230\200", "\357\273\277", "\177", "\302\205", NULL
  };
  GString *text = g_string_new (NULL);
  int n_pieces = g_rand_int_range (rand, 0, 12);

  for (int i = 0; i < n_pieces; i++)
    {
      if (lines && g_rand_int_range (rand, 0, 5) == 0)
        g_string_append_c (text, '\n');
      g_string_append (text, dt_random_pick (rand, pieces));
    }

  return g_string_free (text, FALSE);
}

static inline const char *
dt_random_value (GRand *rand,
                 DtNodeKind kind,
                 DtAttribute attribute)
{
  static const char *const values[DT_N_ATTRIBUTES][12] = {
    [DT_ATTR_KIND] = { "ke-hoach", "quyet-dinh", "x1", "-" },
    [DT_ATTR_NUMBER] = { "", "1", "125", "07", "12a", "3Đ", "3đ", "9Z" },
    [DT_ATTR_SYMBOL] = { "KH-UBND", "QĐ-UBND", " a ", "<&\">'" },
    [DT_ATTR_DATE] = { "2026", "2026-11", "2026-11-22", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31",
                       "2026-04-30" },
    [DT_ATTR_PLACE] = { "An Hải", "Hà Nội", "x  y" },
    [DT_ATTR_URGENCY] = { "khan", "thuong-khan", "hoa-toc" },
    [DT_ATTR_ISSUE] = { "electronic", "paper" },
    [DT_ATTR_PERIOD] = { "2026", "2026 - 2030", "quý I" },
    [DT_ATTR_FORM] = { "lines", "merged" },
    [DT_ATTR_LEAD] = { "can-cu", "thuc-hien", "theo-de-nghi", "xet" },
    [DT_ATTR_SCHEME] = { "roman", "article", "decimal" },
    [DT_ATTR_UNIT] = { "phan", "chuong", "muc", "tieu-muc", "dieu", "roman", "arabic", "letter", "decimal", "none" },
    [DT_ATTR_TEMPLATE] = { "muc-dich", "tinh.an/kinh-phi:2", "1" },
    [DT_ATTR_TEMPLATE_VERSION] = { "1", "1.2", "2026-01+b" },
    [DT_ATTR_SECTION] = { "s1", "s2", "Khong_co-9" },
    [DT_ATTR_ORIENTATION] = { "portrait", "landscape" },
    [DT_ATTR_SOURCE] = { "body", "tasks", "none" },
    [DT_ATTR_RULE] = { "L12", "C3", "tinh.an-1" },
    [DT_ATTR_NODE] = { "plan", "head/subject", "s3/body" },
    [DT_ATTR_REASON] = { "tên riêng", "<&\">'" },
    [DT_ATTR_FOR] = { "Công an xã", "<&\">'" },
    [DT_ATTR_MARGINS] = { "20 15 20 30", "25 20 25.0 35", "24.9 19.5 20 30.1" },
    [DT_ATTR_TEXT_SIZE] = { "13", "13.5", "14", "14.0" },
    [DT_ATTR_INDENT] = { "10", "12.7", "11.5" },
    [DT_ATTR_LINE_SPACING] = { "1", "1.15", "1.5", "1.50" },
    [DT_ATTR_ORIGIN] = { "ky=2027\n\nMục đích\n- Một.\n- Hai.", "\n\n", "<&\">'\t" },
  };
  static const char *const forms[] = { "tm", "kt", "tl", "tuq", "q", NULL };

  if (attribute == DT_ATTR_FORM && kind == DT_NODE_CAPACITY)
    return dt_random_pick (rand, forms);

  return dt_random_pick (rand, values[attribute]);
}

static inline DtNode *
dt_random_leaf (GRand *rand,
                DtNodeKind kind,
                guint *serial)
{
  g_autoptr (DtNode) node = NULL;
  g_autofree char *text = NULL;

  if (dt_schema_get_text_policy (kind) == DT_TEXT_NONE)
    {
      node = dt_node_new (kind);
    }
  else
    {
      text = dt_random_text (rand, dt_schema_get_text_policy (kind) == DT_TEXT_LINES);
      node = dt_node_new_text (kind, text);
    }

  for (guint i = 0; i < DT_N_ATTRIBUTES; i++)
    {
      DtAttribute attribute = (DtAttribute) i;
      g_autofree char *value = NULL;
      DtNode *changed;

      if (!dt_schema_allows_attribute (kind, attribute) ||
          (!dt_schema_requires_attribute (kind, attribute) && g_rand_boolean (rand)))
        continue;

      if (attribute == DT_ATTR_ID)
        value = g_strdup_printf ("%s%u", g_rand_boolean (rand) ? dt_schema_get_id_prefix (kind) : "x_-", (*serial)++);
      else if (attribute == DT_ATTR_KEY)
        value = g_strdup_printf ("k%u.a_b-c", (*serial)++);
      else
        value = g_strdup (dt_random_value (rand, kind, attribute));

      changed = dt_node_with_attribute (node, attribute, value);
      dt_node_unref (node);
      node = changed;
    }

  return g_steal_pointer (&node);
}

/* A lawful node of @kind; @serial keeps ids apart. */
static inline DtNode *
dt_random_node (GRand *rand,
                DtNodeKind kind,
                guint depth,
                guint *serial)
{
  g_autoptr (DtNode) leaf = dt_random_leaf (rand, kind, serial);
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);

  for (guint rank = 0; rank < dt_schema_get_n_child_kinds (kind); rank++)
    {
      DtOccurrence occurrence;
      DtNodeKind child = dt_schema_get_child_kind (kind, rank, &occurrence);
      int n = 1;

      if (occurrence == DT_CHILD_OPTIONAL)
        n = g_rand_int_range (rand, 0, 2);
      else if (occurrence == DT_CHILD_MANY)
        n = depth > 4 ? 0 : g_rand_int_range (rand, 0, 4);
      for (int i = 0; i < n; i++)
        g_ptr_array_add (children, dt_random_node (rand, child, depth + 1, serial));
    }

  return dt_node_with_children (leaf, (DtNode **) children->pdata, children->len);
}

/* A lawful tree, in which about half of the nodes that repeat have an id. */
static inline DtNode *
dt_random_root (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint serial = 1;

  return dt_random_node (rand, DT_NODE_PLAN, 0, &serial);
}

/* All that a tree says, in one string. */
static inline void
dt_append_tree (GString *out,
                const DtNode *node)
{
  const char *text = dt_node_get_text (node);

  g_string_append_printf (out, "(%s", dt_schema_get_name (dt_node_get_kind (node)));
  for (guint i = 0; i < DT_N_ATTRIBUTES; i++)
    {
      const char *value = dt_node_get_attribute (node, (DtAttribute) i);

      if (value != NULL)
        g_string_append_printf (out, " %s=%s", dt_schema_get_attribute_name ((DtAttribute) i), value);
    }
  if (text != NULL && *text != '\0')
    g_string_append_printf (out, " '%s'", text);
  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    {
      g_string_append_c (out, ' ');
      dt_append_tree (out, dt_node_get_child (node, i));
    }
  g_string_append_c (out, ')');
}

static inline char *
dt_dump_tree (const DtNode *node)
{
  GString *out = g_string_new (NULL);

  dt_append_tree (out, node);
  return g_string_free (out, FALSE);
}
