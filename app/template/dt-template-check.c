/* dt-template-check.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-template"

#include "config.h"

#include "template/dt-template-check.h"

#include "base/dt-diagnostic.h"
#include "catalog/dt-cite.h"
#include "model/dt-notation.h"
#include "template/dt-field-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const DtTemplate *template;
  const DtLibrary *library;
  const DtCatalog *catalog;
  GPtrArray *diagnostics;
  GHashTable *used; /* names of fields the parts ask for */
} Check;

static void
tell (const Check *self,
      DtSeverity severity,
      const char *code,
      guint line,
      guint column,
      const char *message)
{
  dt_diagnostics_add (self->diagnostics, severity, code, NULL, line, column, "%s", message);
}

/* The names of the fields there are, for messages. */
static char *
list_fields (const DtTemplate *template)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < dt_template_get_n_fields (template); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", dt_template_get_field (template, i)->key);

  return g_string_free (list, FALSE);
}

/* A field that a part names, or NULL after a complaint. */
static const DtTemplateField *
use_field (Check *self,
           const DtTemplatePart *part,
           const char *key)
{
  const DtTemplateField *field = dt_template_find_field (self->template, key);
  g_autofree char *known = NULL;
  g_autofree char *message = NULL;

  g_hash_table_add (self->used, g_strdup (key));
  if (field != NULL)
    return field;

  known = list_fields (self->template);
  message = g_strdup_printf (_ ("there is no field “%s”; add <field key=\"%s\" type=\"text\" label=\"…\"/> or use one of: %s"),
                             key, key, known);
  tell (self, DT_SEVERITY_ERROR, "unknown-field", dt_template_part_get_line (part), dt_template_part_get_column (part), message);
  return NULL;
}

static void
check_span_field (Check *self,
                  const DtTemplatePart *part,
                  const char *text)
{
  g_autofree char *key = g_strstrip (g_strdup (text));
  g_autofree char *message = NULL;

  if (!dt_profile_key_is_ours (key))
    {
      use_field (self, part, key);
      return;
    }
  if (dt_profile_key_is_known (key))
    return;

  message = g_strdup_printf (_ ("no profile knows “%s”; expected such as co-quan.ten, co-quan.dia-ban or don-vi.cong-an"), key);
  tell (self, DT_SEVERITY_ERROR, "unknown-profile-key", dt_template_part_get_line (part), dt_template_part_get_column (part), message);
}

static void
check_citation (Check *self,
                const DtTemplatePart *part,
                const char *text)
{
  g_autoptr (GPtrArray) marks = NULL;

  if (self->catalog == NULL)
    return;

  marks = dt_cite_marks_parse (text);
  for (guint i = 0; i < marks->len; i++)
    {
      const DtCiteMark *mark = g_ptr_array_index (marks, i);
      g_autoptr (GPtrArray) found = dt_catalog_find (self->catalog, mark->number, mark->date, NULL);
      g_autofree char *message = NULL;

      if (found->len == 0)
        {
          g_ptr_array_unref (found);
          found = dt_catalog_find_reference (self->catalog, mark->number);
        }
      if (found->len == 1)
        continue;
      message = found->len == 0
                  ? g_strdup_printf (_ ("the catalogue does not know “%s”"), mark->number)
                  : g_strdup_printf (_ ("the catalogue knows %u documents “%s”; add the date, as in [[76/NQ-CP@2021-07-15]]"),
                                     found->len, mark->number);
      tell (self, DT_SEVERITY_WARNING, found->len == 0 ? "citation-unknown" : "citation-ambiguous",
            dt_template_part_get_line (part), dt_template_part_get_column (part), message);
    }
}

static void
check_spans (Check *self,
             const DtTemplatePart *part,
             const DtSpan *spans,
             guint n_spans)
{
  for (guint i = 0; i < n_spans; i++)
    if (spans[i].kind == DT_SPAN_FIELD)
      check_span_field (self, part, spans[i].text);
    else if (spans[i].kind == DT_SPAN_CITATION)
      check_citation (self, part, spans[i].text);
}

static void
check_text (Check *self,
            const DtTemplatePart *part)
{
  g_autoptr (DtBody) body = dt_template_part_get_kind (part) == DT_TEMPLATE_PART_LINE ? dt_body_parse (dt_template_part_get_text (part))
                                                                                      : dt_body_parse_inline (dt_template_part_get_text (part));
  guint n_lines = 0;
  guint n_problems = 0;
  const DtLine *lines = dt_body_get_lines (body, &n_lines);
  const DtNotationProblem *problems = dt_body_get_problems (body, &n_problems);

  for (guint i = 0; i < n_lines; i++)
    {
      check_spans (self, part, lines[i].spans, lines[i].n_spans);
      for (guint k = 0; lines[i].table != NULL && k < lines[i].table->n_rows * lines[i].table->n_columns; k++)
        check_spans (self, part, lines[i].table->cells[k].spans, lines[i].table->cells[k].n_spans);
    }
  for (guint i = 0; i < n_problems; i++)
    {
      g_autofree char *message = g_strdup_printf (
        _ ("the text is not complete (%s); expected such as **bold**, {{field}} or [[30/2020/NĐ-CP]]"),
        problems[i].code);

      tell (self, DT_SEVERITY_WARNING, "notation", dt_template_part_get_line (part), dt_template_part_get_column (part), message);
    }
}

static gboolean
has_option (const DtTemplateField *field,
            const char *value)
{
  for (guint i = 0; i < field->n_options; i++)
    if (strcmp (field->options[i].value, value) == 0)
      return TRUE;

  return FALSE;
}

/* The field that a condition or a repeat names. */
static void
check_control (Check *self,
               const DtTemplatePart *part)
{
  const char *key = dt_template_part_get_attribute (part, DT_TEMPLATE_PART_ATTR_FIELD);
  const char *is = dt_template_part_get_attribute (part, DT_TEMPLATE_PART_ATTR_IS);
  const DtTemplateField *field = key != NULL ? use_field (self, part, key) : NULL;
  g_autofree char *message = NULL;

  if (field == NULL)
    return;

  if (dt_template_part_get_kind (part) == DT_TEMPLATE_PART_REPEAT && field->type != DT_FIELD_LIST)
    {
      message = g_strdup_printf (_ ("the field “%s” is no list; expected type=\"list\" to repeat over"), key);
      tell (self, DT_SEVERITY_ERROR, "repeat-type", dt_template_part_get_line (part), dt_template_part_get_column (part), message);
    }
  else if (is != NULL && field->type == DT_FIELD_CHOICE && !has_option (field, is))
    {
      message = g_strdup_printf (_ ("the choice “%s” has no option “%s”; add <option value=\"%s\">…</option> in line %u"),
                                 key, is, is, field->line);
      tell (self, DT_SEVERITY_ERROR, "unknown-option", dt_template_part_get_line (part), dt_template_part_get_column (part), message);
    }
}

static void
check_use (Check *self,
           const DtTemplatePart *part)
{
  const char *id = dt_template_part_get_attribute (part, DT_TEMPLATE_PART_ATTR_TEMPLATE);
  const DtTemplate *used = self->library != NULL ? dt_library_find (self->library, id) : NULL;
  g_autofree char *message = NULL;

  if (self->library == NULL)
    return;
  if (used == NULL || dt_template_get_kind (used) != DT_TEMPLATE_SECTION)
    {
      message = g_strdup_printf (_ ("there is no section template “%s”"), id);
      tell (self, DT_SEVERITY_ERROR, "unknown-template", dt_template_part_get_line (part), dt_template_part_get_column (part), message);
      return;
    }

  for (guint i = 0; i < dt_template_get_n_fields (used); i++)
    {
      const DtTemplateField *theirs = dt_template_get_field (used, i);
      const DtTemplateField *ours = dt_template_find_field (self->template, theirs->key);

      g_hash_table_add (self->used, g_strdup (theirs->key));
      if (ours == NULL || ours->type == theirs->type)
        continue;
      g_free (message);
      message = g_strdup_printf (_ ("the field “%s” is a %s here and a %s in “%s”; expected one type"), ours->key,
                                 dt_field_type_to_string (ours->type), dt_field_type_to_string (theirs->type), id);
      tell (self, DT_SEVERITY_ERROR, "field-type", dt_template_part_get_line (part), dt_template_part_get_column (part), message);
    }
}

static void
check_part (Check *self,
            const DtTemplatePart *part)
{
  if (*dt_template_part_get_text (part) != '\0')
    check_text (self, part);
  else if (dt_template_part_get_kind (part) == DT_TEMPLATE_PART_USE)
    check_use (self, part);
  else
    check_control (self, part);

  for (guint i = 0; i < dt_template_part_get_n_parts (part); i++)
    check_part (self, dt_template_part_get_part (part, i));
}

static void
check_values (Check *self,
              const DtTemplateField *field,
              const char *const *values,
              const char *element)
{
  for (guint i = 0; values[i] != NULL; i++)
    {
      const char *expected = NULL;
      g_autofree char *printed = dt_field_value_print (field, NULL, values[i], &expected);
      g_autofree char *message = NULL;

      if (printed != NULL)
        continue;
      message = g_strdup_printf (_ ("<%s> of the field “%s”: %s, not “%s”"), element, field->key, _ (expected), values[i]);
      tell (self, DT_SEVERITY_ERROR, "field-value", field->line, 0, message);
    }
}

static void
check_field (Check *self,
             const DtTemplateField *field)
{
  g_autofree char *message = NULL;

  check_values (self, field, field->examples, "example");
  check_values (self, field, field->defaults, "default");
  if (field->examples[0] == NULL)
    {
      message = g_strdup_printf (_ ("the field “%s” has no example; add <example>…</example>"), field->key);
      tell (self, DT_SEVERITY_WARNING, "no-example", field->line, 0, message);
    }
  if (!g_hash_table_contains (self->used, field->key))
    {
      g_free (message);
      message = g_strdup_printf (_ ("nothing uses the field “%s”; write {{%s}} where it belongs, or take it out"),
                                 field->key, field->key);
      tell (self, DT_SEVERITY_WARNING, "unused-field", field->line, 0, message);
    }
}

/**
 * dt_template_check:
 * @self: a template
 * @library: (nullable): the templates it may use; not asked where %NULL
 * @catalog: (nullable): the documents it may cite; not asked where %NULL
 * @diagnostics: (element-type DtDiagnostic): list to add to
 *
 * Looks for what its author should mend: fields that do not exist or that
 * nothing uses, options and templates that do not exist, examples that do not
 * fit their field, citations that the catalogue does not know.
 */
void
dt_template_check (const DtTemplate *self,
                   const DtLibrary *library,
                   const DtCatalog *catalog,
                   GPtrArray *diagnostics)
{
  Check check = { self, library, catalog, diagnostics };

  g_return_if_fail (self != NULL && diagnostics != NULL);

  check.used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  check_part (&check, dt_template_get_root (self));
  for (guint i = 0; i < dt_template_get_n_fields (self); i++)
    check_field (&check, dt_template_get_field (self, i));
  g_hash_table_unref (check.used);
  dt_template_check_order (self, library, diagnostics);
}
