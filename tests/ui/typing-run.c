/* typing-run.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

/*
 * typing-run FOLDER LOG    types for ever, as an input method does, and notes in LOG when how much was typed
 * typing-run --restore FOLDER    prints how much of what was typed is there after a restart
 * typing-run --fail FOLDER    types once: says "failed" when the draft is, waits for a line, says "kept"
 */

#include "document/dui-binding.h"
#include "document/dui-document-file.h"
#include "document/dui-drafts.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "dui-test.h"

#define STEP_MS 15
#define SAVE_EVERY 40

typedef struct
{
  DuiDocument *document;
  GtkTextView *view;
  GFile *file;
  int log;
  guint n; /* characters that were typed */
} Run;

/* Check is not running, so its assertions cannot be used. */
static DuiEngine *
get_engine (void)
{
  static DuiEngine *engine = NULL;

  if (engine == NULL)
    engine = dui_engine_new (NULL);
  return engine;
}

/* The N-th character that is typed; blanks stand between words of various lengths. */
static char
get_character (guint n)
{
  return n % 7 == 6 || n % 31 == 3 ? ' ' : (char) ('a' + n % 23);
}

static void
note (Run *run)
{
  g_autofree char *line = g_strdup_printf ("%" G_GINT64_FORMAT " %u\n", g_get_monotonic_time (), run->n);

  if (write (run->log, line, strlen (line)) < 0)
    exit (EXIT_FAILURE);
}

static void
commit (Run *run,
        const char *word)
{
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (run->view), word, -1);
}

static gboolean
type_cb (gpointer user_data)
{
  static GString *held = NULL;
  Run *run = user_data;
  char next = get_character (run->n);

  if (held == NULL)
    held = g_string_new (NULL);
  /* A word is held until its blank comes. */
  g_string_append_c (held, next);
  if (next == ' ')
    {
      g_autofree char *word = g_strdup (held->str);

      g_string_truncate (held, 0);
      g_signal_emit_by_name (run->view, "preedit-changed", "");
      commit (run, word);
    }
  else
    g_signal_emit_by_name (run->view, "preedit-changed", held->str);

  run->n++;
  note (run);
  if (run->n % SAVE_EVERY == 0)
    dui_document_save_async (run->document, run->file, TRUE, NULL, NULL, NULL);
  return G_SOURCE_CONTINUE;
}

static void
type_for_ever (const char *folder,
               const char *log)
{
  g_autoptr (DuiDrafts) drafts = dui_drafts_new (get_engine (), folder);
  g_autoptr (DtPlan) plan = dt_plan_new_empty ("ke-hoach");
  g_autofree char *path = g_build_filename (folder, "saved", "plan.duthao", NULL);
  g_autofree char *saved = g_path_get_dirname (path);
  Run run = { 0 };

  g_mkdir_with_parents (saved, 0700);
  run.document = dui_document_new (get_engine (), plan, NULL);
  run.view = GTK_TEXT_VIEW (g_object_ref_sink (gtk_text_view_new ()));
  run.file = g_file_new_for_path (path);
  run.log = open (log, O_WRONLY | O_CREAT | O_APPEND, 0600);
  dui_drafts_add (drafts, run.document);
  dui_binding_new_view (run.document, run.view, "opening");
  g_timeout_add (STEP_MS, type_cb, &run);
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}

static int
restore (const char *folder)
{
  g_autoptr (DuiDrafts) drafts = dui_drafts_new (get_engine (), folder);
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) documents = dui_drafts_restore (drafts, messages);
  DtNode *node;
  const char *text;

  for (guint i = 0; i < messages->len; i++)
    g_print ("message %s\n", (const char *) g_ptr_array_index (messages, i));
  if (documents->len == 0)
    {
      g_print ("typed 0\n");
      return EXIT_SUCCESS;
    }
  node = dt_plan_find (dui_document_get_plan (g_ptr_array_index (documents, 0)), "opening");
  text = node != NULL ? dt_node_get_text (node) : "";
  for (guint i = 0; text[i] != '\0'; i++)
    {
      if (text[i] != get_character (i))
        {
          g_print ("wrong %u\n", i);
          return EXIT_FAILURE;
        }
    }
  g_print ("typed %zu\n", strlen (text));
  return EXIT_SUCCESS;
}

static gboolean
has_state (gpointer data)
{
  DuiDraftState state = dui_document_get_draft_state (data);

  return state == DUI_DRAFT_KEPT || state == DUI_DRAFT_FAILED;
}

static gboolean
is_kept (gpointer data)
{
  return dui_document_get_draft_state (data) == DUI_DRAFT_KEPT;
}

static int
see_failure (const char *folder)
{
  g_autoptr (DuiDrafts) drafts = dui_drafts_new (get_engine (), folder);
  g_autoptr (DtPlan) plan = dt_plan_new_empty ("ke-hoach");
  g_autoptr (DuiDocument) document = dui_document_new (get_engine (), plan, NULL);
  char line[16];

  dui_drafts_add (drafts, document);
  dui_document_set_text (document, "opening", "Những chữ không được mất", NULL, NULL);
  dui_test_wait (has_state, document, 5);
  if (is_kept (document))
    return EXIT_FAILURE;
  g_print ("failed %s\n", dui_document_get_draft_error (document));
  fflush (stdout);

  if (fgets (line, sizeof line, stdin) == NULL || !dui_test_wait (is_kept, document, 8))
    return EXIT_FAILURE;
  g_print ("kept %s\n", dt_node_get_text (dt_plan_find (dui_document_get_plan (document), "opening")));
  return EXIT_SUCCESS;
}

int
main (int argc,
      char *argv[])
{
  dui_test_init (&argc, &argv);

  if (argc == 3 && strcmp (argv[1], "--restore") == 0)
    return restore (argv[2]);
  if (argc == 3 && strcmp (argv[1], "--fail") == 0)
    return see_failure (argv[2]);
  if (argc == 3)
    type_for_ever (argv[1], argv[2]);
  return 2;
}
