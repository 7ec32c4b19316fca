/* dui-test-pages.h - documents and their pages
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dui-test.h"

#include "format/dt-plan-file.h"
#include "layout/dt-layout.h"
#include "preview/dui-paginator.h"

static const char *const dui_test_samples[] = { "ke-hoach-mau", "quyet-dinh-mau", "thong-bao-mau" };

static inline DtPlan *
dui_test_load_sample (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".duthao", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("DUTHAO_DATA_DIR"), "samples", file, NULL);
  g_autoptr (GError) error = NULL;
  DtPlan *plan = dt_plan_load (path, NULL, &error);

  dui_assert_no_error (error);
  return plan;
}

/* The reference of the first body below @node. */
static inline char *
dui_test_find_body (DtNode *node)
{
  char *reference = NULL;

  for (guint i = 0; i < dt_node_get_n_children (node) && reference == NULL; i++)
    {
      DtNode *child = dt_node_get_child (node, i);

      if (dt_node_get_kind (child) == DT_NODE_SECTION && dt_node_find_child (child, DT_NODE_BODY) != NULL)
        reference = g_strconcat (dt_node_get_id (child), "/body", NULL);
      else
        reference = dui_test_find_body (child);
    }
  return reference;
}

/* A plan with a body of so many paragraphs; @reference takes the name of the body. */
static inline DtPlan *
dui_test_make_long_plan (guint n_paragraphs,
                         char **reference)
{
  g_autoptr (DtPlan) plan = dui_test_load_sample (dui_test_samples[0]);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  DtPlan *result;

  for (guint i = 0; i < n_paragraphs; i++)
    g_string_append_printf (text, "%sĐoạn thứ %u nói về công tác tuyên truyền cải cách hành chính của xã, "
                                  "việc phổ biến văn bản tới từng thôn và cách báo cáo kết quả theo quý.",
                            i > 0 ? "\n" : "", i + 1);
  *reference = dui_test_find_body (dt_plan_get_root (plan));
  result = dt_plan_set_text (plan, *reference, text->str, &error);
  dui_assert_no_error (error);
  return result;
}

/* The pages as the engine makes them by itself, in one go. */
static inline DtPages *
dui_test_lay_out (DtPlan *plan)
{
  DuiEngine *engine = dui_test_get_engine ();
  DtComposer composer = dui_engine_make_composer (engine);
  g_autoptr (DtComposition) composition = dt_compose (&composer, plan, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DtShaper) shaper = dui_engine_new_shaper (engine, &error);
  DtPages *pages;

  dui_assert_no_error (error);
  pages = dt_layout_run (composition, shaper, NULL, NULL, &error);
  dui_assert_no_error (error);
  return pages;
}

static inline void
dui_test_dump_item (const DtItem *item,
                    gpointer user_data)
{
  g_string_append_printf (user_data, "%s %d %d %d %d %d %.*s\n", item->node != NULL ? item->node : "-", item->kind,
                          item->rect.x, item->rect.y, item->rect.width, item->rect.height,
                          (int) item->length, item->text != NULL ? item->text : "");
}

static inline char *
dui_test_dump (const DtPages *pages)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < dt_pages_get_n_pages (pages); i++)
    {
      g_string_append_printf (text, "page %u\n", dt_page_get_number (dt_pages_get_page (pages, i)));
      dt_page_foreach (dt_pages_get_page (pages, i), dui_test_dump_item, text);
    }
  return g_string_free (text, FALSE);
}

static inline gboolean
dui_test_is_idle (gpointer paginator)
{
  return !dui_paginator_is_busy (paginator) && dui_paginator_get_pages (paginator) != NULL;
}

static inline gboolean
dui_test_has_catalog (gpointer engine)
{
  return dui_engine_get_catalog (engine) != NULL;
}

/* What the catalogue changes comes first, so that no later case is disturbed. */
static inline void
dui_test_wait_for_catalog (void)
{
  ck_assert (dui_test_wait (dui_test_has_catalog, dui_test_get_engine (), 60));
}
