/* fuzz-driver.c - runs a fuzz target without a fuzzing engine
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * Usage: TARGET [--mutate N] [--seed S] FILE|FOLDER…
 *
 * Runs every file as it is, then N inputs made from the files by chance. The
 * seed alone decides what comes out. An input that makes the target fail is
 * kept in the file "fuzz-failure" of the working folder. Output is TAP.
 */

#define FAILURE_FILE "fuzz-failure"
#define MAX_FILE (1024 * 1024)
#define MAX_GROWN 4096

static GBytes *current;

static void
keep_input (int number)
{
  FILE *file = fopen (FAILURE_FILE, "wb");
  gsize size;
  const void *data = g_bytes_get_data (current, &size);

  if (file != NULL)
    {
      fwrite (data, 1, size, file);
      fclose (file);
    }
  fprintf (stderr, "the input is kept in %s\n", FAILURE_FILE);
  signal (number, SIG_DFL);
  raise (number);
}

static void
run (GBytes *input)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (input, &size);

  current = input;
  LLVMFuzzerTestOneInput (data, size);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_file (GPtrArray *inputs,
          const char *path)
{
  char *content;
  gsize size;

  if (!g_file_get_contents (path, &content, &size, NULL))
    {
      fprintf (stderr, "cannot read %s\n", path);
      exit (2);
    }
  g_ptr_array_add (inputs, g_bytes_new_take (content, MIN (size, MAX_FILE)));
}

/* Files are taken in the order of their names, so that a seed means the same everywhere. */
static void
add_inputs (GPtrArray *inputs,
            const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    {
      add_file (inputs, path);
      return;
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    add_inputs (inputs, g_ptr_array_index (names, i));
}

static GBytes *
pick_input (GPtrArray *inputs,
            GRand *rand)
{
  return g_ptr_array_index (inputs, g_rand_int_range (rand, 0, (gint32) inputs->len));
}

/* A stretch of some input, so that words of the language meet. */
static void
splice (GByteArray *bytes,
        guint at,
        GPtrArray *inputs,
        GRand *rand)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (pick_input (inputs, rand), &size);
  guint start = (guint) g_rand_int_range (rand, 0, (gint32) size + 1);
  gsize rest = size - start;
  guint length = (guint) g_rand_int_range (rand, 0, (gint32) MIN (rest, 64) + 1);
  GByteArray *tail = g_byte_array_new ();

  g_byte_array_append (tail, bytes->data + at, bytes->len - at);
  g_byte_array_set_size (bytes, at);
  g_byte_array_append (bytes, data + start, length);
  g_byte_array_append (bytes, tail->data, tail->len);
  g_byte_array_unref (tail);
}

static void
mutate_once (GByteArray *bytes,
             GPtrArray *inputs,
             GRand *rand)
{
  static const char signs[] = "*|[]{}\\-+ \n\t.)<>/=\"'&;:a1\r\377\314\341";
  guint at = (guint) g_rand_int_range (rand, 0, (gint32) bytes->len + 1);
  guint length;

  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      if (at < bytes->len)
        bytes->data[at] ^= (guint8) (1u << g_rand_int_range (rand, 0, 8));
      break;
    case 1:
      if (at < bytes->len)
        bytes->data[at] = (guint8) signs[g_rand_int_range (rand, 0, sizeof (signs) - 1)];
      break;
    case 2:
      length = (guint) g_rand_int_range (rand, 1, 16);
      g_byte_array_remove_range (bytes, at, MIN (length, bytes->len - at));
      break;
    case 3:
      g_byte_array_append (bytes, (const guint8 *) &signs[g_rand_int_range (rand, 0, sizeof (signs) - 1)], 1);
      break;
    default:
      if (bytes->len < MAX_GROWN)
        splice (bytes, at, inputs, rand);
      break;
    }
}

static GBytes *
mutate (GPtrArray *inputs,
        GRand *rand)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (pick_input (inputs, rand), &size);
  GByteArray *bytes = g_byte_array_new ();
  int times = g_rand_int_range (rand, 1, 9);

  g_byte_array_append (bytes, data, (guint) size);
  for (int i = 0; i < times; i++)
    mutate_once (bytes, inputs, rand);

  return g_byte_array_free_to_bytes (bytes);
}

static void
fail_usage (const char *program)
{
  fprintf (stderr, "usage: %s [--mutate N] [--seed S] FILE|FOLDER…\n", program);
  exit (2);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GRand) rand = NULL;
  guint n_mutations = 0;
  guint seed = 1;

  setlocale (LC_ALL, "");
  for (int i = 1; i < argc; i++)
    {
      gboolean more = i + 1 < argc;

      if (strcmp (argv[i], "--mutate") == 0 && more)
        n_mutations = (guint) strtoul (argv[++i], NULL, 10);
      else if (strcmp (argv[i], "--seed") == 0 && more)
        seed = (guint) strtoul (argv[++i], NULL, 10);
      else if (argv[i][0] == '-')
        fail_usage (argv[0]);
      else
        add_inputs (inputs, argv[i]);
    }
  if (inputs->len == 0)
    fail_usage (argv[0]);

  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  signal (SIGTRAP, keep_input);
  signal (SIGABRT, keep_input);
  signal (SIGSEGV, keep_input);

  printf ("1..%d\n", n_mutations > 0 ? 2 : 1);
  for (guint i = 0; i < inputs->len; i++)
    run (g_ptr_array_index (inputs, i));
  printf ("ok 1 - the_corpus_does_no_harm\n# %u files\n", inputs->len);
  fflush (stdout);

  rand = g_rand_new_with_seed (seed);
  for (guint i = 0; i < n_mutations; i++)
    {
      g_autoptr (GBytes) input = mutate (inputs, rand);

      run (input);
    }
  if (n_mutations > 0)
    printf ("ok 2 - mutations_of_the_corpus_do_no_harm\n# %u inputs, seed %u\n", n_mutations, seed);

  return EXIT_SUCCESS;
}
