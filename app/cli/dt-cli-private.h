/* dt-cli-private.h - what the subcommands share
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "compose/dt-composition.h"
#include "layout/dt-page.h"

G_BEGIN_DECLS

#define DT_CLI_NAME "duthao-cli"

/* The exit status. */
enum
{
  DT_CLI_DONE = 0,
  DT_CLI_FAILED = 1,
  DT_CLI_USAGE = 2,
};

/**
 * DtCliCommand:
 * @name: as typed
 * @arguments: (nullable): what follows the options, for the help; marked for translation
 * @summary: what it does, one line; marked for translation
 * @details: (nullable): more, for its own help; marked for translation
 * @run: does it; @argv[0] is @name
 *
 * A subcommand.
 */
typedef struct _DtCliCommand DtCliCommand;
struct _DtCliCommand
{
  const char *name;
  const char *arguments;
  const char *summary;
  const char *details;
  int (*run) (const DtCliCommand *self, int argc, char **argv);
};

extern const DtCliCommand dt_cli_catalog;
extern const DtCliCommand dt_cli_catalog_export;
extern const DtCliCommand dt_cli_catalog_import;
extern const DtCliCommand dt_cli_catalog_search;
extern const DtCliCommand dt_cli_catalog_show;
extern const DtCliCommand dt_cli_catalog_validate;
extern const DtCliCommand dt_cli_check;
extern const DtCliCommand dt_cli_dump;
extern const DtCliCommand dt_cli_export;
extern const DtCliCommand dt_cli_import;
extern const DtCliCommand dt_cli_new;
extern const DtCliCommand dt_cli_next;
extern const DtCliCommand dt_cli_template;

/* dt-cli-options.c: FALSE when the command is over, with its exit status in @status. */
gboolean dt_cli_parse (const DtCliCommand *command,
                       const GOptionEntry *entries,
                       int argc,
                       char **argv,
                       int *status);
int dt_cli_usage_error (const DtCliCommand *command,
                        const char *format,
                        ...) G_GNUC_PRINTF (2, 3);
/* The one name in @names, or NULL after a complaint. */
const char *dt_cli_get_only (const DtCliCommand *command,
                             char **names);
/* FALSE after a complaint; NULL is text. */
gboolean dt_cli_parse_format (const DtCliCommand *command,
                              const char *format,
                              gboolean *json);

/* dt-cli-output.c */
void dt_cli_keep_standard_files (void);
void dt_cli_print_error (const char *message);
void dt_cli_print_line (const char *line);
gboolean dt_cli_write_stdout (const void *data,
                              gsize size,
                              GError **error);
gboolean dt_cli_flush_stdout (GError **error);
/* @path: a file name, or "-" for standard output. */
gboolean dt_cli_write (const char *path,
                       GBytes *bytes,
                       GError **error);
gboolean dt_cli_is_same_file (const char *a,
                              const char *b);
/* A DtProgressFunc: says how far it is, on a terminal and only if it takes long. */
void dt_cli_progress (double fraction,
                      gpointer user_data);
void dt_cli_progress_done (void);
/* Prints @error and gives the exit status. */
int dt_cli_fail (const GError *error);

/* dt-cli-report.c */

/* The line of the file a node stands in, 0 when not known. */
guint dt_cli_find_line (const DtPlan *plan,
                        const char *reference);
/* Adds @diagnostics, which are about the texts of nodes, to @list, with the lines of the file. */
void dt_cli_locate (GPtrArray *list,
                    GPtrArray *diagnostics,
                    const DtPlan *plan);
void dt_cli_print_diagnostics (GPtrArray *diagnostics,
                               const char *file);
/* One JSON array on standard output. */
gboolean dt_cli_print_diagnostics_json (GPtrArray *diagnostics,
                                        GError **error);

/* dt-cli-compose.c: the composition of a plan file, where @diagnostics takes what reading found, and its pages. */
/* The documents of all packs that are found. */
DtCatalog *dt_cli_load_catalog (GPtrArray *diagnostics) G_GNUC_WARN_UNUSED_RESULT;
DtComposition *dt_cli_compose (const char *path,
                               GPtrArray *diagnostics,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Of a plan that is no file. */
DtComposition *dt_cli_compose_plan (DtPlan *plan,
                                    GPtrArray *diagnostics,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
DtShaper *dt_cli_make_shaper (DtComposition *composition,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
DtPages *dt_cli_lay_out (DtComposition *composition,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
