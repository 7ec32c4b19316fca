/* fuzz-plan.c - what is read is written and read again; so is what is edited
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include <string.h>

#include "base/dt-diagnostic.h"
#include "format/dt-plan-file.h"
#include "model/dt-schema.h"

static void
check_plan (const DtPlan *plan)
{
  g_autoptr (GBytes) written = dt_plan_write (plan);
  g_autoptr (GBytes) rewritten = NULL;
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) again = dt_plan_read (written, "written", diagnostics, &error);

  g_assert_no_error (error);
  g_assert_true (dt_plan_equal (plan, again));
  g_assert_cmpuint (diagnostics->len, ==, 0);
  rewritten = dt_plan_write (again);
  g_assert_true (g_bytes_equal (written, rewritten));
}

/* Bytes as orders: which edit, where, with what. */
typedef struct
{
  const guint8 *data;
  gsize size;
} Orders;

static guint
take_number (Orders *orders,
             guint below)
{
  guint number;

  if (orders->size == 0 || below == 0)
    return 0;

  number = *orders->data;
  orders->data++;
  orders->size--;
  return number % below;
}

static char *
take_text (Orders *orders)
{
  gsize wanted = take_number (orders, 32);
  gsize length = MIN (wanted, orders->size);
  g_autofree char *raw = g_strndup ((const char *) orders->data, length);

  orders->data += length;
  orders->size -= length;
  return g_utf8_make_valid (raw, -1);
}

static void
gather_references (const DtNode *node,
                   const char *parent_reference,
                   GPtrArray *list)
{
  char *reference = dt_plan_child_reference (parent_reference, node);

  g_ptr_array_add (list, reference);
  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    gather_references (dt_node_get_child (node, i), reference, list);
}

static DtPlan *
edit (const DtPlan *plan,
      Orders *orders)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DtNode) node = NULL;
  g_autofree char *text = NULL;
  const char *reference;
  const char *other;
  DtAttribute attribute;
  DtNodeKind kind;

  gather_references (dt_plan_get_root (plan), NULL, list);
  reference = g_ptr_array_index (list, take_number (orders, list->len));

  switch (take_number (orders, 6))
    {
    case 0:
      text = take_text (orders);
      return dt_plan_set_text (plan, reference, text, NULL);
    case 1:
      attribute = (DtAttribute) take_number (orders, DT_N_ATTRIBUTES);
      text = take_text (orders);
      return dt_plan_set_attribute (plan, reference, attribute, text, NULL);
    case 2:
      return dt_plan_remove (plan, reference, NULL);
    case 3:
      other = g_ptr_array_index (list, take_number (orders, list->len));
      return dt_plan_move (plan, reference, other, (int) take_number (orders, 5) - 1, NULL);
    case 4:
      other = g_ptr_array_index (list, take_number (orders, list->len));
      return dt_plan_insert (plan, reference, -1, dt_plan_find (plan, other), NULL);
    default:
      kind = (DtNodeKind) take_number (orders, DT_N_NODE_KINDS);
      node = dt_node_new (kind);
      return dt_plan_insert (plan, reference, (int) take_number (orders, 5) - 1, node, NULL);
    }
}

static guint
count_nodes (const DtNode *node)
{
  guint count = 1;

  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    count += count_nodes (dt_node_get_child (node, i));

  return count;
}

/* Edits keep a plan a plan; a larger one is not worth the time. */
#define MAX_EDITS 64
#define MAX_NODES 200

static void
run_edits (Orders *orders)
{
  g_autoptr (DtPlan) plan = dt_plan_new_empty ("ke-hoach");

  for (guint i = 0; i < MAX_EDITS && orders->size > 0; i++)
    {
      DtPlan *edited = edit (plan, orders);

      if (edited == NULL)
        continue;
      dt_plan_unref (plan);
      plan = edited;
      if (count_nodes (dt_plan_get_root (plan)) > MAX_NODES)
        break;
    }

  check_plan (plan);
}

/* A file, or orders where the first byte is no "<". */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = NULL;

  if (size > 0 && *data != '<')
    {
      Orders orders = { data, size };

      run_edits (&orders);
      return 0;
    }

  bytes = g_bytes_new (data, size);
  diagnostics = dt_diagnostics_new ();
  plan = dt_plan_read (bytes, "fuzz", diagnostics, &error);
  g_assert_true ((plan == NULL) == (error != NULL));
  if (plan != NULL)
    check_plan (plan);

  return 0;
}
