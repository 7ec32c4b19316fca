/* dt-assemble-expand.c - conditions, repeats and sections of a template
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-template"

#include "config.h"

#include "template/dt-assemble-private.h"

#include "model/dt-notation.h"
#include "template/dt-template-update.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * A paragraph is a part of its own, so that what a condition leaves out leaves
 * no empty line behind. Facts of the office are written out; fields stay as
 * {{field}}, and the plan keeps their values beside the text.
 */

/* Where parts go: the section that is being built, or the document. */
typedef struct
{
  GString *body;
  GPtrArray *sections;
  char *title;              /* owned by whoever began the section */
  const char *id;           /* of the section, NULL in the document */
  const DtTemplate *source; /* the section template that sections made here come from */
  const DtTemplate *lines;  /* the one that the paragraphs come from */
} Flow;

static gboolean expand_parts (DtAssembly *self,
                              const DtTemplatePart *parent,
                              Flow *flow,
                              GError **error);

/* @plain as it may stand anywhere in a line. */
static char *
escape (const char *plain)
{
  /* A letter before it keeps its first sign from being taken for a marker. */
  g_autofree char *guarded = g_strconcat ("x", plain, NULL);
  g_autofree char *escaped = dt_notation_escape (guarded);

  return g_strdup (escaped + 1);
}

/* What {{key}} is replaced with, or NULL if it stays. */
static char *
find_text (DtAssembly *self,
           const char *key)
{
  const char *item = g_hash_table_lookup (self->locals, key);
  g_autofree char *value = NULL;

  if (item == NULL && self->advisory != NULL && strcmp (key, "co-quan.ten") == 0)
    item = self->advisory->name;
  else if (item == NULL && self->advisory != NULL && strcmp (key, "co-quan.ten-tat") == 0)
    item = self->advisory->short_name;
  value = item != NULL ? g_strdup (item) : dt_profile_dup_value (self->in->profile, key);

  return value != NULL ? escape (value) : NULL;
}

static char *
expand_text (DtAssembly *self,
             const char *text)
{
  GString *result = g_string_new (NULL);

  for (;;)
    {
      const char *open = strstr (text, "{{");
      const char *close = open != NULL ? strstr (open, "}}") : NULL;
      g_autofree char *key = NULL;
      g_autofree char *value = NULL;

      if (close == NULL)
        break;
      key = g_strstrip (g_strndup (open + 2, (gsize) (close - open) - 2));
      value = find_text (self, key);
      g_string_append_len (result, text, value != NULL ? open - text : close + 2 - text);
      if (value != NULL)
        g_string_append (result, value);
      text = close + 2;
    }

  g_string_append (result, text);
  return g_string_free (result, FALSE);
}

/* Whether @value is what a condition asks for; of a unit it may ask for the kind. */
static gboolean
is_wanted (DtAssembly *self,
           const char *value,
           const char *wanted)
{
  const DtUnit *unit = dt_profile_find_unit (self->in->profile, value);

  return strcmp (value, wanted) == 0 || (unit != NULL && strcmp (unit->kind, wanted) == 0);
}

static gboolean
has_value (DtAssembly *self,
           const char *key,
           const char *wanted)
{
  const GPtrArray *values = g_hash_table_lookup (self->in->values, key);

  if (values == NULL || wanted == NULL)
    return values != NULL;
  for (guint i = 0; i < values->len; i++)
    if (is_wanted (self, g_ptr_array_index (values, i), wanted))
      return TRUE;

  return FALSE;
}

static gboolean
holds (DtAssembly *self,
       const DtTemplatePart *part)
{
  const char *field = dt_template_part_get_attribute (part, DT_TEMPLATE_PART_ATTR_FIELD);
  const char *unit = dt_template_part_get_attribute (part, DT_TEMPLATE_PART_ATTR_UNIT);
  const char *level = dt_template_part_get_attribute (part, DT_TEMPLATE_PART_ATTR_LEVEL);
  gboolean is_so;

  if (field != NULL)
    is_so = has_value (self, field, dt_template_part_get_attribute (part, DT_TEMPLATE_PART_ATTR_IS));
  else if (unit != NULL)
    is_so = dt_profile_find_kind (self->in->profile, unit) != NULL;
  else
    is_so = strcmp (dt_level_to_string (dt_profile_get (self->in->profile)->level), level) == 0;

  return is_so == (dt_template_part_get_kind (part) == DT_TEMPLATE_PART_IF);
}

/* Without items the parts stand once, with a blank to fill in. */
static gboolean
expand_repeat (DtAssembly *self,
               const DtTemplatePart *part,
               Flow *flow,
               GError **error)
{
  const char *key = dt_template_part_get_attribute (part, DT_TEMPLATE_PART_ATTR_FIELD);
  const GPtrArray *values = g_hash_table_lookup (self->in->values, key);
  gboolean done = TRUE;

  if (values == NULL)
    return expand_parts (self, part, flow, error);

  for (guint i = 0; done && i < values->len; i++)
    {
      g_hash_table_insert (self->locals, (gpointer) key, g_ptr_array_index (values, i));
      done = expand_parts (self, part, flow, error);
    }
  g_hash_table_remove (self->locals, key);

  return done;
}

static void
append_line (GString *body,
             const char *line)
{
  g_string_append_printf (body, "%s%s", body->len > 0 ? "\n" : "", line);
}

static void
add_text_node (DtAssembly *self,
               GPtrArray *children,
               DtNodeKind kind,
               const char *text)
{
  g_autofree char *expanded = expand_text (self, text);

  g_ptr_array_add (children, dt_node_new_text (kind, expanded));
}

static void
add_task (DtAssembly *self,
          const DtTemplatePart *part,
          const Flow *flow)
{
  static const struct
  {
    DtTemplatePartKind part;
    DtNodeKind node;
  } kinds[] = {
    { DT_TEMPLATE_PART_WORK, DT_NODE_WORK },
    { DT_TEMPLATE_PART_LEAD, DT_NODE_LEAD },
    { DT_TEMPLATE_PART_PARTNER, DT_NODE_PARTNER },
    { DT_TEMPLATE_PART_DEADLINE, DT_NODE_DEADLINE },
    { DT_TEMPLATE_PART_PRODUCT, DT_NODE_PRODUCT },
  };
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);
  const DtAttributeValue section = { DT_ATTR_SECTION, flow->id != NULL ? flow->id : "" };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < dt_template_part_get_n_parts (part); i++)
      {
        const DtTemplatePart *child = dt_template_part_get_part (part, i);

        if (dt_template_part_get_kind (child) == kinds[k].part)
          add_text_node (self, children, kinds[k].node, dt_template_part_get_text (child));
      }

  g_ptr_array_add (self->tasks, dt_node_new_full (DT_NODE_TASK, 0, NULL, &section, 1,
                                                  (DtNode *const *) children->pdata, children->len));
}

/* The node of a section or an article, or NULL if nothing is left of it. */
static DtNode *
make_section (DtAssembly *self,
              const Flow *flow,
              const DtTemplatePart *part,
              const DtTemplate *source)
{
  gboolean is_section = dt_template_part_get_kind (part) == DT_TEMPLATE_PART_SECTION;
  gboolean is_article = dt_template_part_get_kind (part) == DT_TEMPLATE_PART_ARTICLE;
  const char *unit = is_section ? dt_template_part_get_attribute (part, DT_TEMPLATE_PART_ATTR_UNIT) : NULL;
  const char *told = is_section ? dt_template_part_get_attribute (part, DT_TEMPLATE_PART_ATTR_SOURCE) : NULL;
  const char *of = is_section ? dt_template_part_get_attribute (part, DT_TEMPLATE_PART_ATTR_FOR) : NULL;
  g_autofree char *whose = of != NULL ? expand_text (self, of) : g_strdup ("");
  /* Paragraphs that come from elsewhere than the heading have no template of their own to be compared with. */
  g_autofree char *origin = source != NULL && flow->lines == NULL
                              ? dt_template_origin_new (source, self->in->values, flow->title, flow->body->str)
                              : g_strdup ("");
  const DtAttributeValue attributes[] = {
    { DT_ATTR_ID, flow->id },
    { DT_ATTR_SCHEME, is_article && flow->sections->len > 0 ? "roman" : "" },
    { DT_ATTR_SOURCE, told != NULL ? told : "" },
    { DT_ATTR_FOR, whose },
    { DT_ATTR_UNIT, unit != NULL ? unit : "" },
    { DT_ATTR_TEMPLATE, source != NULL ? dt_template_get_id (source) : "" },
    { DT_ATTR_TEMPLATE_VERSION, source != NULL ? dt_template_get_version (source) : "" },
    { DT_ATTR_ORIGIN, origin },
  };
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);

  if (flow->body->len == 0 && flow->sections->len == 0 && *whose == '\0' && g_strcmp0 (told, "tasks") != 0)
    return NULL;

  if (flow->title != NULL)
    g_ptr_array_add (children, dt_node_new_text (DT_NODE_TITLE, flow->title));
  if (flow->body->len > 0)
    g_ptr_array_add (children, dt_node_new_text (DT_NODE_BODY, flow->body->str));
  for (guint i = 0; i < flow->sections->len; i++)
    g_ptr_array_add (children, dt_node_ref (g_ptr_array_index (flow->sections, i)));

  return dt_node_new_full (DT_NODE_SECTION, 0, NULL, attributes, G_N_ELEMENTS (attributes),
                           (DtNode *const *) children->pdata, children->len);
}

static DtNode *
make_annex (const Flow *flow,
            const DtTemplatePart *part)
{
  const char *source = dt_template_part_get_attribute (part, DT_TEMPLATE_PART_ATTR_SOURCE);
  const char *orientation = dt_template_part_get_attribute (part, DT_TEMPLATE_PART_ATTR_ORIENTATION);
  const DtAttributeValue attributes[] = {
    { DT_ATTR_SOURCE, source != NULL ? source : "" },
    { DT_ATTR_ORIENTATION, orientation != NULL ? orientation : "" },
  };
  DtNode *children[2];
  guint n = 0;
  DtNode *node;

  if (flow->title != NULL)
    children[n++] = dt_node_new_text (DT_NODE_TITLE, flow->title);
  if (flow->body->len > 0)
    children[n++] = dt_node_new_text (DT_NODE_BODY, flow->body->str);
  node = dt_node_new_full (DT_NODE_ANNEX, 0, NULL, attributes, G_N_ELEMENTS (attributes), children, n);
  while (n > 0)
    dt_node_unref (children[--n]);

  return node;
}

/* A section, an article or an annex with what stands in it. */
static gboolean
expand_section (DtAssembly *self,
                const DtTemplatePart *part,
                Flow *outer,
                GError **error)
{
  g_autofree char *id = g_strdup_printf ("s%u", ++self->n_sections);
  Flow flow = { g_string_new (NULL), g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref), NULL, id, outer->source };
  const DtTemplate *source = outer->source;
  gboolean done = expand_parts (self, part, &flow, error);
  DtNode *node = NULL;

  if (done && dt_template_part_get_kind (part) == DT_TEMPLATE_PART_ANNEX)
    g_ptr_array_add (self->annexes, make_annex (&flow, part));
  else if (done)
    node = make_section (self, &flow, part, source != NULL ? source : flow.lines);
  if (node != NULL)
    g_ptr_array_add (dt_template_part_get_kind (part) == DT_TEMPLATE_PART_ARTICLE ? self->articles : outer->sections, node);
  g_string_free (flow.body, TRUE);
  g_ptr_array_unref (flow.sections);
  g_free (flow.title);

  return done;
}

static gboolean
expand_use (DtAssembly *self,
            const DtTemplatePart *part,
            Flow *flow,
            GError **error)
{
  const char *id = dt_template_part_get_attribute (part, DT_TEMPLATE_PART_ATTR_TEMPLATE);
  const DtTemplate *used = dt_library_find (self->in->library, id);
  const DtTemplate *before = flow->source;
  gsize length = flow->body->len;
  gboolean done;

  if (used == NULL || dt_template_get_kind (used) != DT_TEMPLATE_SECTION)
    {
      g_set_error (error, DT_ASSEMBLE_ERROR, DT_ASSEMBLE_ERROR_TEMPLATE,
                   _ ("the template “%s” uses “%s”, which is no section template of the library"),
                   dt_template_get_id (self->in->template), id);
      return FALSE;
    }

  flow->source = used;
  done = expand_parts (self, dt_template_get_root (used), flow, error);
  flow->source = before;
  if (flow->body->len > length)
    flow->lines = used;

  return done;
}

/* Paragraphs only: the opening and the closing. */
static gboolean
expand_lines (DtAssembly *self,
              const DtTemplatePart *part,
              GString *lines,
              GError **error)
{
  Flow flow = { lines, g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref) };
  gboolean done = expand_parts (self, part, &flow, error);

  if (done && flow.sections->len > 0)
    {
      g_set_error (error, DT_ASSEMBLE_ERROR, DT_ASSEMBLE_ERROR_TEMPLATE,
                   _ ("a template used in <%s> of “%s” has headings; expected paragraphs only"),
                   dt_template_part_get_kind (part) == DT_TEMPLATE_PART_OPENING ? "opening" : "closing",
                   dt_template_get_id (self->in->template));
      done = FALSE;
    }
  g_ptr_array_unref (flow.sections);

  return done;
}

static void
add_basis (DtAssembly *self,
           const DtTemplatePart *part)
{
  const char *lead = dt_template_part_get_attribute (part, DT_TEMPLATE_PART_ATTR_LEAD);
  const DtAttributeValue attribute = { DT_ATTR_LEAD, lead != NULL ? lead : "can-cu" };
  g_autofree char *text = expand_text (self, dt_template_part_get_text (part));

  g_ptr_array_add (self->bases, dt_node_new_full (DT_NODE_BASIS, 0, text, &attribute, 1, NULL, 0));
}

static gboolean
expand_part (DtAssembly *self,
             const DtTemplatePart *part,
             Flow *flow,
             GError **error)
{
  g_autofree char *text = expand_text (self, dt_template_part_get_text (part));

  switch (dt_template_part_get_kind (part))
    {
    case DT_TEMPLATE_PART_IF:
    case DT_TEMPLATE_PART_UNLESS:
      return !holds (self, part) || expand_parts (self, part, flow, error);
    case DT_TEMPLATE_PART_REPEAT:
      return expand_repeat (self, part, flow, error);
    case DT_TEMPLATE_PART_LINE:
      append_line (flow->body, text);
      return TRUE;
    case DT_TEMPLATE_PART_TITLE:
      g_free (flow->title);
      flow->title = g_steal_pointer (&text);
      return TRUE;
    case DT_TEMPLATE_PART_SECTION:
    case DT_TEMPLATE_PART_ARTICLE:
    case DT_TEMPLATE_PART_ANNEX:
      return expand_section (self, part, flow, error);
    case DT_TEMPLATE_PART_USE:
      return expand_use (self, part, flow, error);
    case DT_TEMPLATE_PART_TASK:
      add_task (self, part, flow);
      return TRUE;
    case DT_TEMPLATE_PART_SUBJECT:
      g_free (self->subject);
      self->subject = g_steal_pointer (&text);
      return TRUE;
    case DT_TEMPLATE_PART_ATTACHED_SUBJECT:
      g_free (self->attached_subject);
      self->attached_subject = g_steal_pointer (&text);
      return TRUE;
    case DT_TEMPLATE_PART_BASIS:
      add_basis (self, part);
      return TRUE;
    case DT_TEMPLATE_PART_RECIPIENT:
      g_ptr_array_add (self->recipients, dt_node_new_text (DT_NODE_RECIPIENT, text));
      return TRUE;
    case DT_TEMPLATE_PART_OPENING:
      return expand_lines (self, part, self->opening, error);
    case DT_TEMPLATE_PART_CLOSING:
      return expand_lines (self, part, self->closing, error);
    case DT_TEMPLATE_PART_ROOT:
    case DT_TEMPLATE_PART_WORK:
    case DT_TEMPLATE_PART_LEAD:
    case DT_TEMPLATE_PART_PARTNER:
    case DT_TEMPLATE_PART_DEADLINE:
    case DT_TEMPLATE_PART_PRODUCT:
    case DT_N_TEMPLATE_PART_KINDS:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
expand_parts (DtAssembly *self,
              const DtTemplatePart *parent,
              Flow *flow,
              GError **error)
{
  for (guint i = 0; i < dt_template_part_get_n_parts (parent); i++)
    if (!expand_part (self, dt_template_part_get_part (parent, i), flow, error))
      return FALSE;

  return TRUE;
}

void
dt_assembly_init (DtAssembly *self,
                  const DtAssembler *in)
{
  GPtrArray **lists[] = { &self->bases, &self->articles, &self->sections, &self->recipients, &self->tasks, &self->annexes };

  memset (self, 0, sizeof *self);
  self->in = in;
  self->locals = g_hash_table_new (g_str_hash, g_str_equal);
  self->opening = g_string_new (NULL);
  self->closing = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    *lists[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);
}

void
dt_assembly_clear (DtAssembly *self)
{
  GPtrArray *lists[] = { self->bases, self->articles, self->sections, self->recipients, self->tasks, self->annexes };

  g_hash_table_unref (self->locals);
  g_free (self->subject);
  g_free (self->attached_subject);
  g_string_free (self->opening, TRUE);
  g_string_free (self->closing, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_ptr_array_unref (lists[i]);
}

gboolean
dt_assembly_expand (DtAssembly *self,
                    GError **error)
{
  g_autoptr (GString) body = g_string_new (NULL);
  Flow flow = { body, self->sections };

  if (!expand_parts (self, dt_template_get_root (self->in->template), &flow, error))
    return FALSE;

  /* Paragraphs of a section template that has no heading of its own. */
  if (body->len > 0)
    {
      g_set_error (error, DT_ASSEMBLE_ERROR, DT_ASSEMBLE_ERROR_TEMPLATE,
                   _ ("the template “%s” uses one without a heading outside of a section"),
                   dt_template_get_id (self->in->template));
      return FALSE;
    }

  return TRUE;
}

/* The largest N of the ids "sN" below @node. */
static guint
find_last_section (const DtNode *node)
{
  const char *id = dt_node_get_id (node);
  guint last = 0;

  if (dt_node_get_kind (node) == DT_NODE_SECTION && id != NULL && id[0] == 's')
    last = (guint) MIN (g_ascii_strtoull (id + 1, NULL, 10), G_MAXINT32);
  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    last = MAX (last, find_last_section (dt_node_get_child (node, i)));

  return last;
}

/* The values given, the defaults, and for choices one of the options: a section none of whose
 * alternatives was chosen would be empty. */
static GHashTable *
choose_values (const DtAssembler *self)
{
  GHashTable *values = dt_values_new ();

  for (guint i = 0; i < dt_template_get_n_fields (self->template); i++)
    {
      const DtTemplateField *field = dt_template_get_field (self->template, i);
      const GPtrArray *given = self->values != NULL ? g_hash_table_lookup (self->values, field->key) : NULL;

      for (guint k = 0; given != NULL && k < given->len; k++)
        dt_values_add (values, field->key, g_ptr_array_index (given, k));
      for (guint k = 0; given == NULL && field->defaults[k] != NULL; k++)
        dt_values_add (values, field->key, field->defaults[k]);
      if (field->type == DT_FIELD_CHOICE && field->n_options > 0 && !g_hash_table_contains (values, field->key))
        dt_values_add (values, field->key, field->examples[0] != NULL ? field->examples[0] : field->options[0].value);
    }

  return values;
}

static void
take_nodes (GPtrArray *nodes,
            GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    g_ptr_array_add (nodes, dt_node_ref (g_ptr_array_index (more, i)));
}

static GPtrArray *
collect_nodes (DtAssembly *run,
               const Flow *flow)
{
  GPtrArray *nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);
  const DtTemplate *source = flow->source;

  if (flow->body->len > 0)
    {
      g_autoptr (GPtrArray) none = g_ptr_array_new ();
      g_autofree char *id = g_strdup_printf ("s%u", ++run->n_sections);
      Flow lines = { flow->body, none, NULL, id };

      g_ptr_array_add (nodes, make_section (run, &lines, dt_template_get_root (source), source));
    }
  take_nodes (nodes, run->sections);
  take_nodes (nodes, run->tasks);
  take_nodes (nodes, run->annexes);

  return nodes;
}

/**
 * dt_assemble_section:
 * @self: a section template, library, profile and values (nullable), as typed
 * @plan: (nullable): the plan it is for, whose ids the sections do not take
 * @error: return location for an error
 *
 * Makes what a section template holds, for a plan that exists. Paragraphs that
 * have no heading of their own become a section without a title. Where a
 * choice has no value, its example is taken, so that one of the alternatives
 * stands there.
 *
 * Returns: (transfer full) (element-type DtNode): sections, tasks and annexes,
 *   in this order, or %NULL with @error set to one of %DT_ASSEMBLE_ERROR
 */
GPtrArray *
dt_assemble_section (const DtAssembler *self,
                     const DtPlan *plan,
                     GError **error)
{
  g_autoptr (GHashTable) values = NULL;
  g_autoptr (GString) body = g_string_new (NULL);
  GPtrArray *nodes = NULL;
  DtAssembler prepared;
  DtAssembly run;
  Flow flow;

  g_return_val_if_fail (self != NULL && self->template != NULL && self->library != NULL, NULL);
  g_return_val_if_fail (self->profile != NULL, NULL);
  g_return_val_if_fail (dt_template_get_kind (self->template) == DT_TEMPLATE_SECTION, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  values = choose_values (self);
  prepared = *self;
  prepared.values = values;
  dt_assembly_init (&run, &prepared);
  run.n_sections = plan != NULL ? find_last_section (dt_plan_get_root (plan)) : 0;

  flow = (Flow){ body, run.sections, NULL, NULL, self->template, self->template };

  if (expand_parts (&run, dt_template_get_root (self->template), &flow, error))
    nodes = collect_nodes (&run, &flow);
  g_free (flow.title);
  dt_assembly_clear (&run);

  return nodes;
}
