/* dt-cli-dump.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/dt-cli-private.h"

#include "base/dt-diagnostic.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* The decree knows one colour for text and rules (Phụ lục I, mục I, khoản 4). */
#define BLACK "#000000"

typedef struct
{
  JsonBuilder *builder;
  DtShaper *shaper;
} Dump;

static void
add_length (JsonBuilder *builder,
            const char *name,
            DtLength length)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, length);
}

static void
add_text (JsonBuilder *builder,
          const char *name,
          const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

/* What only text has; a rule has the same members, without values. */
static void
add_type (Dump *self,
          const DtItem *item)
{
  gboolean is_text = item->kind == DT_ITEM_TEXT;
  g_autofree char *text = is_text ? g_strndup (item->text, item->length) : NULL;
  const char *family = NULL;

  if (is_text && item->n_words > 0)
    family = dt_shaper_get_face (self->shaper, item->words[0].word->face)->family;

  add_text (self->builder, "text", text);
  add_text (self->builder, "font", family);
  json_builder_set_member_name (self->builder, "size");
  if (is_text)
    json_builder_add_double_value (self->builder, item->size / 100.0);
  else
    json_builder_add_null_value (self->builder);
  json_builder_set_member_name (self->builder, "baseline");
  if (is_text)
    json_builder_add_int_value (self->builder, item->baseline);
  else
    json_builder_add_null_value (self->builder);
  json_builder_set_member_name (self->builder, "bold");
  json_builder_add_boolean_value (self->builder, is_text && item->bold);
  json_builder_set_member_name (self->builder, "italic");
  json_builder_add_boolean_value (self->builder, is_text && item->italic);
}

static void
add_item_cb (const DtItem *item,
             gpointer user_data)
{
  Dump *self = user_data;

  json_builder_begin_object (self->builder);
  add_text (self->builder, "kind", item->kind == DT_ITEM_TEXT ? "text" : "rule");
  add_text (self->builder, "role", dt_role_get_name (item->role));
  add_text (self->builder, "node", item->node);
  add_length (self->builder, "x", item->rect.x);
  add_length (self->builder, "y", item->rect.y);
  add_length (self->builder, "width", item->rect.width);
  add_length (self->builder, "height", item->rect.height);
  add_type (self, item);
  add_text (self->builder, "color", BLACK);
  json_builder_end_object (self->builder);
}

/* A page at a time, so that a long plan does not stand in memory twice. */
static gboolean
dump_page (const DtPage *page,
           DtShaper *shaper,
           GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  Dump self = { builder, shaper };

  json_builder_begin_object (builder);
  add_length (builder, "width", dt_page_get_width (page));
  add_length (builder, "height", dt_page_get_height (page));
  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  dt_page_foreach (page, add_item_cb, &self);
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  return dt_cli_write_stdout (text, strlen (text), error);
}

static gboolean
dump_pages (DtPages *pages,
            GError **error)
{
  static const char begin[] = "{\"pages\":[\n";
  static const char end[] = "\n]}\n";

  if (!dt_cli_write_stdout (begin, strlen (begin), error))
    return FALSE;

  for (guint i = 0; i < dt_pages_get_n_pages (pages); i++)
    {
      if (i > 0 && !dt_cli_write_stdout (",\n", 2, error))
        return FALSE;
      if (!dump_page (dt_pages_get_page (pages, i), dt_pages_get_shaper (pages), error))
        return FALSE;
    }

  return dt_cli_write_stdout (end, strlen (end), error) && dt_cli_flush_stdout (error);
}

static int
dump (const char *path)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DtComposition) composition = dt_cli_compose (path, diagnostics, &error);
  g_autoptr (DtPages) pages = composition != NULL ? dt_cli_lay_out (composition, &error) : NULL;

  if (pages != NULL)
    {
      const DtPlan *plan = dt_composition_get_plan (composition);

      dt_cli_locate (diagnostics, dt_composition_get_diagnostics (composition), plan);
      dt_cli_locate (diagnostics, dt_pages_get_diagnostics (pages), plan);
    }
  dt_cli_print_diagnostics (diagnostics, path);

  return pages != NULL && dump_pages (pages, &error) ? DT_CLI_DONE : dt_cli_fail (error);
}

static int
run_dump (const DtCliCommand *self,
          int argc,
          char **argv)
{
  g_auto (GStrv) names = NULL;
  const GOptionEntry entries[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &names, NULL, NULL },
    { NULL },
  };
  const char *path;
  int status;

  if (!dt_cli_parse (self, entries, argc, argv, &status))
    return status;

  path = dt_cli_get_only (self, names);
  return path != NULL ? dump (path) : DT_CLI_USAGE;
}

const DtCliCommand dt_cli_dump = {
  "dump",
  N_ ("PLAN"),
  N_ ("Print the laid out pages of a plan as JSON."),
  N_ ("Lengths are micrometres from the top left corner of the page, sizes are points. PLAN may be “-”,\n"
      "standard input."),
  run_dump,
};
