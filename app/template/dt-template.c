/* dt-template.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-template"

#include "config.h"

#include "template/dt-template.h"

#include "template/dt-template-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (DtTemplate, dt_template, dt_template_ref, dt_template_unref)

static const char *const type_names[DT_N_FIELD_TYPES] = {
  "text",
  "number",
  "date",
  "unit",
  "list",
  "choice",
  "period",
};

DtTemplate *
dt_template_new (DtTemplateKind kind)
{
  DtTemplate *self = g_atomic_rc_box_new0 (DtTemplate);

  self->kind = kind;
  self->is_collective = TRUE;
  self->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_template_field_free);
  self->root = dt_template_part_new (DT_TEMPLATE_PART_ROOT);

  return self;
}

static void
clear (gpointer data)
{
  DtTemplate *self = data;

  g_free (self->id);
  g_free (self->version);
  g_free (self->title);
  g_free (self->summary);
  g_free (self->document);
  g_ptr_array_unref (self->fields);
  dt_template_part_free (self->root);
}

DtTemplatePart *
dt_template_part_new (DtTemplatePartKind kind)
{
  DtTemplatePart *self = g_new0 (DtTemplatePart, 1);

  self->kind = kind;
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_template_part_free);

  return self;
}

void
dt_template_part_free (DtTemplatePart *self)
{
  g_free (self->text);
  for (guint i = 0; i < DT_N_TEMPLATE_PART_ATTRIBUTES; i++)
    g_free (self->attributes[i]);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/* The fields own their strings, though they show them as const. */
void
dt_template_field_free (DtTemplateField *field)
{
  g_free ((gpointer) field->key);
  g_free ((gpointer) field->label);
  g_free ((gpointer) field->help);
  g_strfreev ((char **) field->examples);
  g_strfreev ((char **) field->defaults);
  for (guint i = 0; i < field->n_options; i++)
    {
      g_free ((gpointer) field->options[i].value);
      g_free ((gpointer) field->options[i].label);
    }
  g_free ((gpointer) field->options);
  g_free (field);
}

DtTemplate *
dt_template_ref (DtTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
dt_template_unref (DtTemplate *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

DtTemplateKind
dt_template_get_kind (const DtTemplate *self)
{
  g_return_val_if_fail (self != NULL, DT_TEMPLATE_SECTION);

  return self->kind;
}

const char *
dt_template_get_id (const DtTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

const char *
dt_template_get_version (const DtTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->version;
}

const char *
dt_template_get_title (const DtTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

const char *
dt_template_get_summary (const DtTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->summary;
}

const char *
dt_template_get_document (const DtTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->document;
}

gboolean
dt_template_is_collective (const DtTemplate *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_collective;
}

guint
dt_template_get_n_fields (const DtTemplate *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->fields->len;
}

const DtTemplateField *
dt_template_get_field (const DtTemplate *self,
                       guint index)
{
  g_return_val_if_fail (self != NULL && index < self->fields->len, NULL);

  return g_ptr_array_index (self->fields, index);
}

const DtTemplateField *
dt_template_find_field (const DtTemplate *self,
                        const char *key)
{
  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  for (guint i = 0; i < self->fields->len; i++)
    {
      const DtTemplateField *field = g_ptr_array_index (self->fields, i);

      if (strcmp (field->key, key) == 0)
        return field;
    }

  return NULL;
}

const DtTemplatePart *
dt_template_get_root (const DtTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->root;
}

DtTemplatePartKind
dt_template_part_get_kind (const DtTemplatePart *self)
{
  g_return_val_if_fail (self != NULL, DT_TEMPLATE_PART_ROOT);

  return self->kind;
}

const char *
dt_template_part_get_text (const DtTemplatePart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text != NULL ? self->text : "";
}

const char *
dt_template_part_get_attribute (const DtTemplatePart *self,
                                DtTemplatePartAttribute attribute)
{
  g_return_val_if_fail (self != NULL && (guint) attribute < DT_N_TEMPLATE_PART_ATTRIBUTES, NULL);

  return self->attributes[attribute];
}

guint
dt_template_part_get_n_parts (const DtTemplatePart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->parts->len;
}

const DtTemplatePart *
dt_template_part_get_part (const DtTemplatePart *self,
                           guint index)
{
  g_return_val_if_fail (self != NULL && index < self->parts->len, NULL);

  return g_ptr_array_index (self->parts, index);
}

guint
dt_template_part_get_line (const DtTemplatePart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->line;
}

guint
dt_template_part_get_column (const DtTemplatePart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->column;
}

const char *
dt_template_kind_to_string (DtTemplateKind kind)
{
  return kind == DT_TEMPLATE_PLAN ? "plan" : "section";
}

const char *
dt_field_type_to_string (DtFieldType type)
{
  g_return_val_if_fail ((guint) type < DT_N_FIELD_TYPES, NULL);

  return type_names[type];
}
