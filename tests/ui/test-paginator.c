/* test-paginator.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dui-test-pages.h"

#include "preview/dui-shared-shaper.h"

#include <string.h>

#define N_EDITS 1000
#define N_WORDS 4000

static void
check_equal (DtPages *got,
             DtPlan *plan)
{
  g_autoptr (DtPages) want = dui_test_lay_out (plan);
  g_autofree char *got_text = dui_test_dump (got);
  g_autofree char *want_text = dui_test_dump (want);

  ck_assert_uint_eq (dt_pages_get_n_pages (got), dt_pages_get_n_pages (want));
  ck_assert_msg (strcmp (got_text, want_text) == 0, "the pages are not those of a layout in one go");
}

START_TEST (pages_are_those_of_the_engine)
{
  g_autoptr (DtPlan) plan = dui_test_load_sample (dui_test_samples[_i]);
  g_autoptr (DuiDocument) document = dui_document_new (dui_test_get_engine (), plan, NULL);
  DuiPaginator *paginator;

  dui_test_wait_for_catalog ();
  paginator = dui_paginator_new (dui_test_get_engine (), document);
  ck_assert_ptr_null (dui_paginator_get_pages (paginator));
  ck_assert (dui_paginator_is_busy (paginator));
  ck_assert (dui_test_wait (dui_test_is_idle, paginator, 20));
  ck_assert_uint_eq (dui_paginator_get_serial (paginator), 1);
  check_equal (dui_paginator_get_pages (paginator), plan);
  dui_assert_finalizes (paginator);
}
END_TEST

typedef struct
{
  DuiDocument *document;
  guint64 serial;
  guint n_stale;
  guint n_told;
} Watch;

static void
watch_cb (DuiPaginator *paginator,
          Watch *watch)
{
  DtComposition *composition = dt_pages_get_composition (dui_paginator_get_pages (paginator));

  watch->n_told++;
  if (dt_composition_get_plan (composition) != dui_document_get_plan (watch->document))
    watch->n_stale++;
  ck_assert_uint_eq (dui_paginator_get_serial (paginator), watch->serial + 1);
  watch->serial++;
}

/* Changes the text: grows, shrinks, and now and then by many lines. */
static char *
edit (const char *text,
      GRand *random)
{
  GString *edited = g_string_new (text);
  glong length = g_utf8_strlen (text, -1);
  const char *place = g_utf8_offset_to_pointer (text, g_rand_int_range (random, 0, (gint32) length + 1));
  gssize at = place - text;

  switch (g_rand_int_range (random, 0, 8))
    {
    case 0:
      g_string_truncate (edited, (gsize) at);
      break;
    case 1:
      for (int i = 0; i < 40; i++)
        g_string_insert (edited, at, "\nMột dòng nữa của kế hoạch này.");
      break;
    case 2:
      g_string_insert (edited, at, " **đậm");
      break;
    default:
      g_string_insert (edited, at, "ữ ");
    }
  if (edited->len > 20000)
    g_string_truncate (edited, 0);
  return g_string_free (edited, FALSE);
}

START_TEST (newest_plan_wins_and_nothing_stale_is_shown)
{
  g_autoptr (DtPlan) plan = dui_test_load_sample (dui_test_samples[0]);
  g_autoptr (DuiDocument) document = dui_document_new (dui_test_get_engine (), plan, NULL);
  g_autofree char *reference = dui_test_find_body (dt_plan_get_root (plan));
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  DuiPaginator *paginator;
  Watch watch = { document, 0, 0, 0 };

  dui_test_wait_for_catalog ();
  paginator = dui_paginator_new (dui_test_get_engine (), document);
  g_signal_connect (paginator, "pages-changed", G_CALLBACK (watch_cb), &watch);
  for (guint i = 0; i < N_EDITS; i++)
    {
      DtNode *node = dt_plan_find (dui_document_get_plan (document), reference);
      g_autofree char *text = edit (dt_node_get_text (node), random);
      g_autoptr (GError) error = NULL;

      ck_assert (dui_document_set_text (document, reference, text, NULL, &error));
      dui_assert_no_error (error);
      for (int k = g_rand_int_range (random, 0, 4); k > 0; k--)
        g_main_context_iteration (NULL, FALSE);
    }
  ck_assert (dui_test_wait (dui_test_is_idle, paginator, 30));

  ck_assert_uint_eq (watch.n_stale, 0);
  ck_assert_uint_ge (watch.n_told, 1);
  ck_assert_uint_le (watch.n_told, N_EDITS + 1);
  ck_assert_ptr_eq (dt_composition_get_plan (dt_pages_get_composition (dui_paginator_get_pages (paginator))),
                    dui_document_get_plan (document));
  check_equal (dui_paginator_get_pages (paginator), dui_document_get_plan (document));
  dui_assert_finalizes (paginator);
}
END_TEST

START_TEST (pages_without_a_change_are_handed_on)
{
  g_autofree char *reference = NULL;
  g_autoptr (DtPlan) plan = dui_test_make_long_plan (400, &reference);
  g_autoptr (DuiDocument) document = dui_document_new (dui_test_get_engine (), plan, NULL);
  g_autoptr (DtPages) before = NULL;
  DuiPaginator *paginator;
  DtPages *after;
  guint n_same = 0;

  dui_test_wait_for_catalog ();
  paginator = dui_paginator_new (dui_test_get_engine (), document);
  ck_assert (dui_test_wait (dui_test_is_idle, paginator, 20));
  before = dt_pages_ref (dui_paginator_get_pages (paginator));
  ck_assert (dui_document_set_text (document, "signature/signer", "Trần Văn Bình", NULL, NULL));
  ck_assert (dui_test_wait (dui_test_is_idle, paginator, 20));

  after = dui_paginator_get_pages (paginator);
  ck_assert_ptr_ne (after, before);
  ck_assert_uint_gt (dt_pages_get_n_pages (after), 20);
  ck_assert_uint_eq (dt_pages_get_n_pages (after), dt_pages_get_n_pages (before));
  for (guint i = 0; i < dt_pages_get_n_pages (after); i++)
    n_same += dt_page_same_content (dt_pages_get_page (after, i), dt_pages_get_page (before, i)) ? 1 : 0;
  ck_assert_uint_ge (n_same + 3, dt_pages_get_n_pages (after));
  ck_assert_uint_lt (n_same, dt_pages_get_n_pages (after));
  dui_assert_finalizes (paginator);
}
END_TEST

static void
count_cb (guint *n)
{
  ++*n;
}

static gboolean
never (gpointer data)
{
  return FALSE;
}

START_TEST (nothing_comes_after_the_end)
{
  g_autofree char *reference = NULL;
  g_autoptr (DtPlan) plan = dui_test_make_long_plan (2000, &reference);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (DuiDocument) document = dui_document_new (dui_test_get_engine (), plan, NULL);
      DuiPaginator *paginator = dui_paginator_new (dui_test_get_engine (), document);
      guint n = 0;

      g_object_ref (paginator);
      g_signal_connect_swapped (paginator, "pages-changed", G_CALLBACK (count_cb), &n);
      g_usleep (i * 2000);
      g_object_run_dispose (G_OBJECT (paginator));
      dui_test_wait (never, NULL, 0.02);
      ck_assert_uint_eq (n, 0);
      ck_assert_ptr_null (dui_paginator_get_pages (paginator));
      g_object_unref (paginator);
      dui_assert_finalizes (paginator);
    }
}
END_TEST

START_TEST (a_run_keeps_no_paginator_alive)
{
  g_autofree char *reference = NULL;
  g_autoptr (DtPlan) plan = dui_test_make_long_plan (2000, &reference);
  g_autoptr (DuiDocument) document = dui_document_new (dui_test_get_engine (), plan, NULL);
  DuiPaginator *paginator = dui_paginator_new (dui_test_get_engine (), document);

  ck_assert (dui_paginator_is_busy (paginator));
  dui_assert_finalizes (paginator);
}
END_TEST

START_TEST (busy_is_told_when_it_begins_and_ends)
{
  g_autoptr (DtPlan) plan = dui_test_load_sample (dui_test_samples[0]);
  g_autoptr (DuiDocument) document = dui_document_new (dui_test_get_engine (), plan, NULL);
  DuiPaginator *paginator;
  guint n = 0;

  dui_test_wait_for_catalog ();
  paginator = dui_paginator_new (dui_test_get_engine (), document);
  g_signal_connect_swapped (paginator, "notify::busy", G_CALLBACK (count_cb), &n);
  ck_assert (dui_test_wait (dui_test_is_idle, paginator, 20));
  ck_assert_uint_eq (n, 1);
  ck_assert (dui_document_set_text (document, "head/subject", "Một trích yếu khác", NULL, NULL));
  ck_assert (dui_paginator_is_busy (paginator));
  ck_assert_uint_eq (n, 2);
  ck_assert (dui_test_wait (dui_test_is_idle, paginator, 20));
  ck_assert_uint_eq (n, 3);
  dui_assert_finalizes (paginator);
}
END_TEST

/* Adds up the words as a painter reads them, while others are being made. */
static gpointer
use_shaper (gpointer data)
{
  DtShaper *shaper = data;
  guint64 sum = 0;

  for (guint i = 0; i < N_WORDS; i++)
    {
      g_autofree char *text = g_strdup_printf ("từ%u", i);
      const DtWord *word = dt_shaper_get_word (shaper, i % 2 == 1, i % 3 == 1, text, strlen (text));

      sum += (guint64) word->width * dt_shaper_get_face (shaper, word->face)->units_per_em;
      for (guint k = 0; k < word->n_glyphs; k++)
        sum += word->glyphs[k].glyph;
    }
  return GSIZE_TO_POINTER ((gsize) sum);
}

START_TEST (threads_share_a_shaper)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtShaper) shaper = dui_shared_shaper_new (dui_engine_new_shaper (dui_test_get_engine (), &error));
  GThread *threads[3];
  gpointer sum = use_shaper (shaper);

  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (DtShaper) shared = dui_shared_shaper_new (dui_engine_new_shaper (dui_test_get_engine (), &error));

      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("shaper", use_shaper, shared);
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        ck_assert_ptr_eq (g_thread_join (threads[i]), sum);
    }
}
END_TEST

int
main (int argc,
      char *argv[])
{
  Suite *suite = suite_create ("ui-paginator");
  TCase *tcase = tcase_create ("paginator");

  dui_test_init (&argc, &argv);
  tcase_set_timeout (tcase, 300);
  tcase_add_loop_test (tcase, pages_are_those_of_the_engine, 0, G_N_ELEMENTS (dui_test_samples));
  tcase_add_test (tcase, newest_plan_wins_and_nothing_stale_is_shown);
  tcase_add_test (tcase, pages_without_a_change_are_handed_on);
  tcase_add_test (tcase, nothing_comes_after_the_end);
  tcase_add_test (tcase, a_run_keeps_no_paginator_alive);
  tcase_add_test (tcase, busy_is_told_when_it_begins_and_ends);
  tcase_add_test (tcase, threads_share_a_shaper);
  suite_add_tcase (suite, tcase);

  return dui_test_main (suite);
}
