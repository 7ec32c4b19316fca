/* dt-assemble.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-template"

#include "config.h"

#include "template/dt-assemble.h"

#include "template/dt-assemble-private.h"
#include "template/dt-missing-private.h"
#include "template/dt-tasks.h"
#include "text/dt-date.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (dt_assemble_error_quark, dt_assemble_error)

#define DECISION_ATTACHED "quyet-dinh-gian-tiep"
#define DECISION_DIRECT "quyet-dinh-truc-tiep"
#define ATTACHED_KIND "ke-hoach"

static void
add_fields (GPtrArray *fields,
            const DtTemplate *template)
{
  for (guint i = 0; i < dt_template_get_n_fields (template); i++)
    {
      const DtTemplateField *field = dt_template_get_field (template, i);
      gboolean is_known = FALSE;

      for (guint k = 0; k < fields->len && !is_known; k++)
        is_known = strcmp (((const DtTemplateField *) g_ptr_array_index (fields, k))->key, field->key) == 0;
      if (!is_known)
        g_ptr_array_add (fields, (gpointer) field);
    }
}

static gboolean
add_used_fields (const DtAssembler *self,
                 const DtTemplatePart *part,
                 GPtrArray *fields,
                 GError **error)
{
  if (dt_template_part_get_kind (part) == DT_TEMPLATE_PART_USE)
    {
      const char *id = dt_template_part_get_attribute (part, DT_TEMPLATE_PART_ATTR_TEMPLATE);
      const DtTemplate *used = dt_library_find (self->library, id);

      if (used == NULL)
        {
          g_set_error (error, DT_ASSEMBLE_ERROR, DT_ASSEMBLE_ERROR_TEMPLATE,
                       _ ("the template “%s” uses “%s”, which is no section template of the library"),
                       dt_template_get_id (self->template), id);
          return FALSE;
        }
      add_fields (fields, used);
    }

  for (guint i = 0; i < dt_template_part_get_n_parts (part); i++)
    if (!add_used_fields (self, dt_template_part_get_part (part, i), fields, error))
      return FALSE;

  return TRUE;
}

GPtrArray *
dt_assembler_list_fields (const DtAssembler *self,
                          GError **error)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, NULL);

  add_fields (fields, self->template);
  if (!add_used_fields (self, dt_template_get_root (self->template), fields, error))
    return NULL;

  return g_steal_pointer (&fields);
}

static const DtTemplateField *
find_field (const GPtrArray *fields,
            const char *key)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const DtTemplateField *field = g_ptr_array_index (fields, i);

      if (strcmp (field->key, key) == 0)
        return field;
    }

  return NULL;
}

/* The values of one field, each as it is printed; NULL with an error. */
static GPtrArray *
print_values (const DtAssembler *self,
              const DtTemplateField *field,
              const GPtrArray *values,
              GError **error)
{
  g_autoptr (GPtrArray) printed = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < values->len; i++)
    {
      const char *text = g_ptr_array_index (values, i);
      const char *expected = NULL;
      char *value = dt_field_value_print (field, self->profile, text, &expected);

      if (value == NULL)
        {
          g_set_error (error, DT_ASSEMBLE_ERROR, DT_ASSEMBLE_ERROR_VALUE, _ ("field “%s”: %s, not “%s”"), field->key,
                       _ (expected), text);
          return NULL;
        }
      g_ptr_array_add (printed, value);
    }
  if (printed->len > 1 && field->type != DT_FIELD_LIST)
    {
      g_set_error (error, DT_ASSEMBLE_ERROR, DT_ASSEMBLE_ERROR_VALUE, _ ("field “%s”: expected one value, not %u"),
                   field->key, printed->len);
      return NULL;
    }

  return g_steal_pointer (&printed);
}

static gboolean
check_keys (const DtAssembler *self,
            const GPtrArray *fields,
            GError **error)
{
  static const char *const others[] = { DT_VALUE_NUMBER, DT_VALUE_DATE, DT_VALUE_SIGNER, DT_VALUE_ADVISORY, NULL };
  g_autoptr (GString) known = g_string_new (NULL);
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (self->values), (GCompareFunc) strcmp);

  for (guint i = 0; i < fields->len; i++)
    g_string_append_printf (known, "%s, ", ((const DtTemplateField *) g_ptr_array_index (fields, i))->key);
  for (const GList *item = keys; item != NULL; item = item->next)
    if (find_field (fields, item->data) == NULL && !g_strv_contains (others, item->data))
      {
        g_set_error (error, DT_ASSEMBLE_ERROR, DT_ASSEMBLE_ERROR_FIELD,
                     _ ("there is no field “%s”, expected one of %sso, ngay, nguoi-ky, to-chuc-tu-van"), (const char *) item->data,
                     known->str);
        return FALSE;
      }

  return TRUE;
}

/* The values with the defaults filled in: as typed in @raw, as printed in @printed. */
static gboolean
prepare_values (const DtAssembler *self,
                const GPtrArray *fields,
                GHashTable *raw,
                GHashTable *printed,
                GError **error)
{
  if (!check_keys (self, fields, error))
    return FALSE;

  for (guint i = 0; i < fields->len; i++)
    {
      const DtTemplateField *field = g_ptr_array_index (fields, i);
      const GPtrArray *given = g_hash_table_lookup (self->values, field->key);
      const GPtrArray *values;
      GPtrArray *texts;

      for (guint k = 0; given != NULL && k < given->len; k++)
        dt_values_add (raw, field->key, g_ptr_array_index (given, k));
      for (guint k = 0; given == NULL && field->defaults[k] != NULL; k++)
        dt_values_add (raw, field->key, field->defaults[k]);
      values = g_hash_table_lookup (raw, field->key);
      if (values == NULL)
        continue;
      texts = print_values (self, field, values, error);
      if (texts == NULL)
        return FALSE;
      g_hash_table_insert (printed, g_strdup (field->key), texts);
    }

  return TRUE;
}

static const char *
get_value (GHashTable *values,
           const char *key)
{
  const GPtrArray *list = g_hash_table_lookup (values, key);

  return list != NULL ? g_ptr_array_index (list, 0) : "";
}

static void
add_text (GPtrArray *children,
          DtNodeKind kind,
          const char *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (children, dt_node_new_text (kind, text));
}

static void
add_group (GPtrArray *children,
           DtNodeKind kind,
           const GPtrArray *nodes)
{
  if (nodes->len > 0)
    g_ptr_array_add (children,
                     dt_node_new_full (kind, 0, NULL, NULL, 0, (DtNode *const *) nodes->pdata, nodes->len));
}

static const char *
find_period (const GPtrArray *fields,
             GHashTable *raw)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const DtTemplateField *field = g_ptr_array_index (fields, i);

      if (field->type == DT_FIELD_PERIOD)
        return get_value (raw, field->key);
    }

  return "";
}

static gboolean
check_date (const char *text,
            GError **error)
{
  DtDate date;

  if (*text == '\0' || dt_date_parse_iso_partial (text, &date))
    return TRUE;

  g_set_error (error, DT_ASSEMBLE_ERROR, DT_ASSEMBLE_ERROR_VALUE,
               _ ("“%s”: expected a date as YYYY, YYYY-MM or YYYY-MM-DD, not “%s”"), DT_VALUE_DATE, text);
  return FALSE;
}

/* "KH-BCĐ" from "KH-UBND". */
static char *
make_symbol (const DtAssembly *run)
{
  const char *symbol = dt_profile_find_symbol (run->in->profile, dt_template_get_document (run->in->template));

  if (symbol == NULL || run->advisory == NULL)
    return g_strdup (symbol != NULL ? symbol : "");

  return g_strdup_printf ("%.*s-%s", (int) strcspn (symbol, "-"), symbol, run->advisory->symbol);
}

static gboolean
is_decision (const DtAssembly *run)
{
  const char *document = dt_template_get_document (run->in->template);

  return strcmp (document, DECISION_DIRECT) == 0 || strcmp (document, DECISION_ATTACHED) == 0;
}

/* Who issues; under an advisory body that uses the seal of the office, the office. */
static void
add_agency (const DtAssembly *run,
            GPtrArray *children)
{
  const DtProfileFields *office = dt_profile_get (run->in->profile);
  g_autofree char *parent = g_strdelimit (g_strdup (office->agency), "\n", ' ');

  if (run->advisory != NULL)
    add_text (children, DT_NODE_PARENT, parent);
  add_text (children, DT_NODE_AGENCY, run->advisory != NULL ? run->advisory->agency : office->agency);
}

static DtNode *
make_head (const DtAssembly *run,
           const char *period)
{
  const DtAssembler *in = run->in;
  const DtProfileFields *office = dt_profile_get (in->profile);
  const DtHabits habits = dt_profile_get_habits (in->profile);
  g_autofree char *symbol = make_symbol (run);
  g_autofree char *margins = dt_habits_format (&habits, DT_ATTR_MARGINS);
  g_autofree char *text_size = dt_habits_format (&habits, DT_ATTR_TEXT_SIZE);
  g_autofree char *indent = dt_habits_format (&habits, DT_ATTR_INDENT);
  g_autofree char *spacing = dt_habits_format (&habits, DT_ATTR_LINE_SPACING);
  const DtAttributeValue attributes[] = {
    { DT_ATTR_NUMBER, get_value (in->values, DT_VALUE_NUMBER) },
    { DT_ATTR_SYMBOL, symbol },
    { DT_ATTR_DATE, get_value (in->values, DT_VALUE_DATE) },
    { DT_ATTR_PLACE, office->place },
    { DT_ATTR_ISSUE, office->on_paper ? "paper" : "" },
    { DT_ATTR_PERIOD, period },
    { DT_ATTR_MARGINS, margins },
    { DT_ATTR_TEXT_SIZE, text_size },
    { DT_ATTR_INDENT, indent },
    { DT_ATTR_LINE_SPACING, spacing },
  };
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);
  g_autofree char *head = g_strconcat ("Chủ tịch ", office->name, NULL);

  add_agency (run, children);
  add_text (children, DT_NODE_SUBJECT, run->subject);
  if (is_decision (run) && run->advisory != NULL)
    add_text (children, DT_NODE_AUTHORITY, run->advisory->name);
  else if (is_decision (run))
    add_text (children, DT_NODE_AUTHORITY, dt_template_is_collective (in->template) ? office->name : head);

  return dt_node_new_full (DT_NODE_HEAD, 0, NULL, attributes, G_N_ELEMENTS (attributes),
                           (DtNode *const *) children->pdata, children->len);
}

static gboolean
is_recipient (const GPtrArray *recipients,
              const char *text)
{
  g_autofree char *wanted = dt_text_fold (text);

  for (guint i = 0; i < recipients->len; i++)
    {
      g_autofree char *folded = dt_text_fold (dt_node_get_text (g_ptr_array_index (recipients, i)));

      if (strstr (folded, wanted) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Whom the text itself names: those of the executing article, the last one, or those it is addressed to
 * (Phụ lục I, mục II, khoản 9, điểm b). A plan names nobody so. */
static void
add_named (const DtAssembly *run,
           GPtrArray *recipients)
{
  static const char *const addressed[] = { "to-trinh", "bao-cao", "cong-van", NULL };
  g_autofree char *text = NULL;

  if (is_decision (run) && run->articles->len > 0)
    text = g_strdup_printf ("Như Điều %u", run->articles->len);
  else if (g_strv_contains (addressed, dt_template_get_document (run->in->template)))
    text = g_strdup ("Như trên");
  add_text (recipients, DT_NODE_RECIPIENT, text);
}

/* Those the template names: superiors, or units of the office. */
static void
add_of_template (const DtAssembly *run,
                 gboolean units,
                 GPtrArray *recipients)
{
  for (guint i = 0; i < run->recipients->len; i++)
    {
      DtNode *node = g_ptr_array_index (run->recipients, i);
      gboolean is_unit = dt_profile_find_unit (run->in->profile, dt_node_get_text (node)) != NULL;

      if (is_unit == units && !is_recipient (recipients, dt_node_get_text (node)))
        g_ptr_array_add (recipients, dt_node_ref (node));
    }
}

/* Whom the text names, superiors, whom the office always tells, units with work to do, and the file; those with a
 * task follow once the plan is whole. */
static DtNode *
make_recipients (const DtAssembly *run,
                 const char *drafter)
{
  const DtProfile *profile = run->in->profile;
  const char *const *usual = dt_profile_get_recipients (profile);
  const DtUnit *unit = *drafter != '\0' ? dt_profile_find_unit (profile, drafter) : NULL;
  const char *abbreviation = unit != NULL ? unit->abbreviation : "";
  g_autofree char *archive = g_strconcat (dt_profile_get (profile)->archive, *abbreviation != '\0' ? ", " : "",
                                          abbreviation, NULL);
  g_autoptr (GPtrArray) recipients = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);

  add_named (run, recipients);
  add_of_template (run, FALSE, recipients);
  for (guint i = 0; usual[i] != NULL; i++)
    if (!is_recipient (recipients, usual[i]))
      add_text (recipients, DT_NODE_RECIPIENT, usual[i]);
  add_of_template (run, TRUE, recipients);
  add_text (recipients, DT_NODE_ARCHIVE, archive);

  return dt_node_new_full (DT_NODE_RECIPIENTS, 0, NULL, NULL, 0, (DtNode *const *) recipients->pdata, recipients->len);
}

static DtNode *
make_attachment (const DtAssembly *run)
{
  const DtAttributeValue kind = { DT_ATTR_KIND, ATTACHED_KIND };
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);

  add_text (children, DT_NODE_SUBJECT, run->attached_subject);
  add_text (children, DT_NODE_OPENING, run->opening->str);
  add_group (children, DT_NODE_SECTIONS, run->sections);
  add_text (children, DT_NODE_CLOSING, run->closing->str);

  return dt_node_new_full (DT_NODE_ATTACHMENT, 0, NULL, &kind, 1, (DtNode *const *) children->pdata, children->len);
}

static DtNode *
make_signature (const DtAssembly *run,
                GError **error)
{
  const DtAssembler *self = run->in;
  const char *id = get_value (self->values, DT_VALUE_SIGNER);
  const DtLeader *leader = dt_profile_find_leader (self->profile, *id != '\0' ? id : NULL);

  if (run->advisory != NULL)
    return dt_profile_make_advisory_signature (self->profile, run->advisory, *id != '\0' ? id : NULL, error);

  if (leader == NULL)
    {
      g_set_error (error, DT_ASSEMBLE_ERROR, DT_ASSEMBLE_ERROR_VALUE, _ ("“%s”: the profile has no leader “%s”"),
                   DT_VALUE_SIGNER, id);
      return NULL;
    }

  return dt_profile_make_signature (self->profile, leader, dt_template_is_collective (self->template), error);
}

/* Everything but the values of the fields, in the order of the schema. */
static GPtrArray *
make_children (DtAssembly *run,
               const char *period,
               const char *drafter,
               GError **error)
{
  gboolean is_attached = strcmp (dt_template_get_document (run->in->template), DECISION_ATTACHED) == 0;
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);
  DtNode *signature = make_signature (run, error);

  if (signature == NULL)
    return NULL;

  g_ptr_array_add (children, make_head (run, period));
  add_group (children, DT_NODE_BASES, run->bases);
  if (!is_attached)
    add_text (children, DT_NODE_OPENING, run->opening->str);
  add_group (children, DT_NODE_ARTICLES, run->articles);
  if (!is_attached)
    {
      add_group (children, DT_NODE_SECTIONS, run->sections);
      add_text (children, DT_NODE_CLOSING, run->closing->str);
    }
  g_ptr_array_add (children, make_recipients (run, drafter));
  g_ptr_array_add (children, signature);
  if (is_attached)
    g_ptr_array_add (children, make_attachment (run));
  add_group (children, DT_NODE_TASKS, run->tasks);
  for (guint i = 0; i < run->annexes->len; i++)
    g_ptr_array_add (children, dt_node_ref (g_ptr_array_index (run->annexes, i)));

  return g_steal_pointer (&children);
}

static gboolean
find_issuer (DtAssembly *run,
             GError **error)
{
  const char *id = get_value (run->in->values, DT_VALUE_ADVISORY);

  run->advisory = *id != '\0' ? dt_profile_find_advisory (run->in->profile, id) : NULL;
  if (*id == '\0' || run->advisory != NULL)
    return TRUE;

  g_set_error (error, DT_ASSEMBLE_ERROR, DT_ASSEMBLE_ERROR_VALUE, _ ("“%s”: the profile has no advisory body “%s”"),
               DT_VALUE_ADVISORY, id);
  return FALSE;
}

static void
note_used_cb (const char *key,
              const char *reference,
              guint line,
              gpointer user_data)
{
  g_hash_table_add (user_data, g_strdup (key));
}

/* The values of those fields that the text asks for. */
static DtNode *
make_fields (const GPtrArray *fields,
             GHashTable *printed,
             DtNode *root)
{
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);

  dt_node_visit_fields (root, NULL, note_used_cb, used);
  for (guint i = 0; i < fields->len; i++)
    {
      const DtTemplateField *field = g_ptr_array_index (fields, i);
      const GPtrArray *values = g_hash_table_lookup (printed, field->key);
      const DtAttributeValue key = { DT_ATTR_KEY, field->key };
      g_autoptr (GString) text = g_string_new (NULL);

      if (values == NULL || !g_hash_table_contains (used, field->key))
        continue;
      for (guint k = 0; k < values->len; k++)
        g_string_append_printf (text, "%s%s", k > 0 ? "; " : "", (const char *) g_ptr_array_index (values, k));
      g_ptr_array_add (nodes, dt_node_new_full (DT_NODE_FIELD, 0, text->str, &key, 1, NULL, 0));
    }

  return nodes->len > 0 ? dt_node_new_full (DT_NODE_FIELDS, 0, NULL, NULL, 0, (DtNode *const *) nodes->pdata, nodes->len)
                        : NULL;
}

static DtPlan *
make_plan (DtAssembly *run,
           const GPtrArray *fields,
           GHashTable *raw,
           GHashTable *printed,
           GError **error)
{
  const DtAttributeValue kind = { DT_ATTR_KIND, dt_template_get_document (run->in->template) };
  g_autoptr (GPtrArray) children = make_children (run, find_period (fields, raw), get_value (raw, DT_VALUE_DRAFTER), error);
  g_autoptr (DtNode) bare = NULL;
  g_autoptr (DtNode) filled = NULL;
  g_autoptr (DtNode) values = NULL;
  g_autoptr (DtPlan) plan = NULL;

  if (children == NULL)
    return NULL;

  bare = dt_node_new_full (DT_NODE_PLAN, 0, NULL, &kind, 1, (DtNode *const *) children->pdata, children->len);
  values = make_fields (fields, printed, bare);
  if (values != NULL)
    filled = dt_node_with_child_added (bare, values);

  plan = dt_plan_new (filled != NULL ? filled : bare, error);

  return plan != NULL ? dt_tasks_add_recipients (plan, run->in->profile, error) : NULL;
}

/**
 * dt_assemble:
 * @self: template, library, profile and values
 * @error: return location for an error
 *
 * Makes a plan from a template. Facts of the profile are written into the
 * text; fields stay as `{{field}}` with their values beside it, so that those
 * without a value print as blanks, and can be set later. Sections carry the id
 * and the version of the template they come from.
 *
 * Recipients are those of the template, those of the profile and the units
 * that have a task; the signature follows from who signs and what kind of
 * document it is.
 *
 * Returns: (transfer full): the plan, or %NULL with @error set to one of the
 *   %DT_ASSEMBLE_ERROR, %DT_PROFILE_ERROR or %DT_EDIT_ERROR domains
 */
DtPlan *
dt_assemble (const DtAssembler *self,
             GError **error)
{
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (GHashTable) raw = NULL;
  g_autoptr (GHashTable) printed = NULL;
  DtAssembler prepared;
  DtAssembly run;
  gboolean is_expanded = FALSE;
  DtPlan *plan = NULL;

  g_return_val_if_fail (self != NULL && self->template != NULL && self->library != NULL, NULL);
  g_return_val_if_fail (self->profile != NULL && self->values != NULL, NULL);
  g_return_val_if_fail (dt_template_get_kind (self->template) == DT_TEMPLATE_PLAN, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  fields = dt_assembler_list_fields (self, error);
  if (fields == NULL || !check_date (get_value (self->values, DT_VALUE_DATE), error))
    return NULL;
  raw = dt_values_new ();
  printed = dt_values_new ();
  if (!prepare_values (self, fields, raw, printed, error))
    return NULL;

  prepared = *self;
  prepared.values = raw;
  dt_assembly_init (&run, self);
  if (find_issuer (&run, error))
    {
      run.in = &prepared;
      is_expanded = dt_assembly_expand (&run, error);
    }
  if (is_expanded)
    {
      run.in = self;
      plan = make_plan (&run, fields, raw, printed, error);
    }
  dt_assembly_clear (&run);

  return plan;
}
