/* dt-test.h - shared runner for the engine tests
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <check.h>
#include <glib.h>
#include <stdlib.h>

#define dt_assert_no_error(error)                         \
  ck_assert_msg ((error) == NULL, "unexpected error: %s", \
                 (error) != NULL ? (error)->message : "")

#define dt_assert_error(error, want_domain, want_code)       \
  do                                                         \
    {                                                        \
      ck_assert_ptr_nonnull (error);                         \
      ck_assert_str_eq (g_quark_to_string ((error)->domain), \
                        g_quark_to_string (want_domain));    \
      ck_assert_int_eq ((error)->code, (int) (want_code));   \
    }                                                        \
  while (0)

static inline int
dt_test_main (Suite *suite)
{
  SRunner *runner = srunner_create (suite);
  int n_failed;

  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);

  srunner_set_tap (runner, "-");
  srunner_run_all (runner, CK_SILENT);
  n_failed = srunner_ntests_failed (runner);
  srunner_free (runner);

  return n_failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
