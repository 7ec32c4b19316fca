/* test-history.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dt-history.h"

#include "dt-test.h"

static DtPlan *
make_plan (const char *subject)
{
  g_autoptr (DtPlan) empty = dt_plan_new_empty ("ke-hoach");
  g_autoptr (GError) error = NULL;
  DtPlan *plan = dt_plan_set_text (empty, "head/subject", subject, &error);

  dt_assert_no_error (error);
  return plan;
}

static void
push (DtHistory *history,
      const char *subject,
      const char *group)
{
  g_autoptr (DtPlan) plan = make_plan (subject);

  dt_history_push (history, plan, group);
}

static const char *
get_subject (const DtHistory *history)
{
  return dt_node_get_text (dt_plan_find (dt_history_get_plan (history), "head/subject"));
}

static DtHistory *
make_history (void)
{
  g_autoptr (DtPlan) plan = make_plan ("0");

  return dt_history_new (plan);
}

START_TEST (a_new_history_has_no_steps_and_is_saved)
{
  g_autoptr (DtHistory) history = make_history ();

  ck_assert (!dt_history_can_undo (history));
  ck_assert (!dt_history_can_redo (history));
  ck_assert (!dt_history_undo (history));
  ck_assert (!dt_history_redo (history));
  ck_assert (dt_history_is_saved (history));
  ck_assert_str_eq (get_subject (history), "0");
}
END_TEST

START_TEST (steps_go_back_and_forth)
{
  g_autoptr (DtHistory) history = make_history ();

  push (history, "1", NULL);
  push (history, "2", NULL);
  ck_assert_str_eq (get_subject (history), "2");
  ck_assert (dt_history_undo (history));
  ck_assert_str_eq (get_subject (history), "1");
  ck_assert (dt_history_undo (history));
  ck_assert_str_eq (get_subject (history), "0");
  ck_assert (!dt_history_undo (history));
  ck_assert (dt_history_redo (history));
  ck_assert (dt_history_redo (history));
  ck_assert_str_eq (get_subject (history), "2");
  ck_assert (!dt_history_redo (history));
}
END_TEST

START_TEST (a_step_forgets_what_could_be_done_again)
{
  g_autoptr (DtHistory) history = make_history ();

  push (history, "1", NULL);
  push (history, "2", NULL);
  dt_history_undo (history);
  dt_history_undo (history);
  push (history, "3", NULL);
  ck_assert (!dt_history_can_redo (history));
  dt_history_undo (history);
  ck_assert_str_eq (get_subject (history), "0");
}
END_TEST

START_TEST (the_same_plan_is_no_step)
{
  g_autoptr (DtHistory) history = make_history ();

  dt_history_push (history, dt_history_get_plan (history), NULL);
  ck_assert (!dt_history_can_undo (history));
}
END_TEST

START_TEST (a_group_is_one_step)
{
  g_autoptr (DtHistory) history = make_history ();

  push (history, "1", "text:head/subject");
  push (history, "12", "text:head/subject");
  push (history, "123", "text:head/subject");
  push (history, "1234", "text:s1/body");
  dt_history_undo (history);
  ck_assert_str_eq (get_subject (history), "123");
  dt_history_undo (history);
  ck_assert_str_eq (get_subject (history), "0");
  dt_history_redo (history);
  ck_assert_str_eq (get_subject (history), "123");
}
END_TEST

START_TEST (steps_without_a_group_stand_alone)
{
  g_autoptr (DtHistory) history = make_history ();

  push (history, "1", NULL);
  push (history, "2", NULL);
  dt_history_undo (history);
  ck_assert_str_eq (get_subject (history), "1");
}
END_TEST

START_TEST (a_group_that_was_ended_begins_anew)
{
  g_autoptr (DtHistory) history = make_history ();

  push (history, "1", "g");
  dt_history_end_group (history);
  push (history, "2", "g");
  push (history, "3", "g");
  dt_history_undo (history);
  ck_assert_str_eq (get_subject (history), "1");

  /* So does one after going back. */
  push (history, "4", "g");
  dt_history_undo (history);
  ck_assert_str_eq (get_subject (history), "1");
}
END_TEST

START_TEST (the_saved_mark_stays_with_its_plan)
{
  g_autoptr (DtHistory) history = make_history ();

  push (history, "1", NULL);
  ck_assert (!dt_history_is_saved (history));
  dt_history_mark_saved (history);
  ck_assert (dt_history_is_saved (history));
  push (history, "2", NULL);
  ck_assert (!dt_history_is_saved (history));
  dt_history_undo (history);
  ck_assert (dt_history_is_saved (history));
  dt_history_undo (history);
  ck_assert (!dt_history_is_saved (history));
  push (history, "3", NULL);
  ck_assert (!dt_history_is_saved (history));
  dt_history_undo (history);
  ck_assert (!dt_history_is_saved (history));
}
END_TEST

START_TEST (a_saved_plan_is_not_merged_away)
{
  g_autoptr (DtHistory) history = make_history ();

  push (history, "1", "g");
  dt_history_mark_saved (history);
  push (history, "2", "g");
  dt_history_undo (history);
  ck_assert_str_eq (get_subject (history), "1");
  ck_assert (dt_history_is_saved (history));
}
END_TEST

/* The same as a list of numbers, written the plain way. */
START_TEST (random_steps_agree_with_a_plain_list)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) _i);
  g_autoptr (DtHistory) history = make_history ();
  int list[512] = { 0 };
  int length = 1;
  int current = 0;
  int saved = 0;
  int next = 1;

  for (int step = 0; step < 400; step++)
    {
      g_autofree char *text = NULL;

      switch (g_rand_int_range (rand, 0, 5))
        {
        case 0:
          ck_assert_int_eq (dt_history_undo (history), current > 0);
          current -= current > 0;
          break;
        case 1:
          ck_assert_int_eq (dt_history_redo (history), current + 1 < length);
          current += current + 1 < length;
          break;
        case 2:
          dt_history_mark_saved (history);
          saved = current;
          break;
        default:
          text = g_strdup_printf ("%d", next);
          push (history, text, NULL);
          if (saved > current)
            saved = -1;
          list[++current] = next++;
          length = current + 1;
          break;
        }

      ck_assert_int_eq (atoi (get_subject (history)), list[current]);
      ck_assert_int_eq (dt_history_is_saved (history), saved == current);
      ck_assert_int_eq (dt_history_can_undo (history), current > 0);
      ck_assert_int_eq (dt_history_can_redo (history), current + 1 < length);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("history");
  TCase *basic = tcase_create ("basic");

  tcase_set_timeout (basic, 120);
  tcase_add_test (basic, a_new_history_has_no_steps_and_is_saved);
  tcase_add_test (basic, steps_go_back_and_forth);
  tcase_add_test (basic, a_step_forgets_what_could_be_done_again);
  tcase_add_test (basic, the_same_plan_is_no_step);
  tcase_add_test (basic, a_group_is_one_step);
  tcase_add_test (basic, steps_without_a_group_stand_alone);
  tcase_add_test (basic, a_group_that_was_ended_begins_anew);
  tcase_add_test (basic, the_saved_mark_stays_with_its_plan);
  tcase_add_test (basic, a_saved_plan_is_not_merged_away);
  tcase_add_loop_test (basic, random_steps_agree_with_a_plain_list, 0, 20);
  suite_add_tcase (suite, basic);

  return dt_test_main (suite);
}
