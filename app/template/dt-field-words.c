/* dt-field-words.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "template/dt-field-words.h"

#include <string.h>

/**
 * dt_library_find_field:
 * @self: a library
 * @key: name of a field (trường)
 * @preferred: (nullable): id of the template that is asked first
 *
 * Finds what is known of a field.
 *
 * Returns: (nullable): the field; lives as long as @self
 */
const DtTemplateField *
dt_library_find_field (const DtLibrary *self,
                       const char *key,
                       const char *preferred)
{
  const DtTemplate *template;
  const DtTemplateField *field;

  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  template = preferred != NULL ? dt_library_find (self, preferred) : NULL;
  field = template != NULL ? dt_template_find_field (template, key) : NULL;
  for (guint i = 0; field == NULL && i < dt_library_get_n (self); i++)
    field = dt_template_find_field (dt_library_get (self, i), key);

  return field;
}

/**
 * dt_library_list_fields:
 * @self: a library
 *
 * Lists every field, as the first template that has it says.
 *
 * Returns: (transfer container) (element-type DtTemplateField): the fields
 */
GPtrArray *
dt_library_list_fields (const DtLibrary *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *fields = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, fields);

  for (guint i = 0; i < dt_library_get_n (self); i++)
    {
      const DtTemplate *template = dt_library_get (self, i);

      for (guint j = 0; j < dt_template_get_n_fields (template); j++)
        {
          const DtTemplateField *field = dt_template_get_field (template, j);

          if (g_hash_table_add (known, (gpointer) field->key))
            g_ptr_array_add (fields, (gpointer) field);
        }
    }

  return fields;
}

static const char *
find_value (const DtNode *fields,
            const char *key)
{
  for (guint i = 0; fields != NULL && i < dt_node_get_n_children (fields); i++)
    {
      DtNode *field = dt_node_get_child (fields, i);

      if (g_strcmp0 (dt_node_get_attribute (field, DT_ATTR_KEY), key) == 0)
        return dt_node_get_text (field);
    }

  return "";
}

/* Where nobody says how the field is called, its name has to do. */
static void
add_label (GString *words,
           const char *key,
           const DtLibrary *library)
{
  const DtTemplateField *field = library != NULL ? dt_library_find_field (library, key, NULL) : NULL;
  g_autofree char *name = g_strdelimit (g_strdup (key), "-_", ' ');
  const char *label = field != NULL && field->label != NULL && *field->label != '\0' ? field->label : name;

  g_string_append_printf (words, "[%s]", label);
}

/**
 * dt_fields_to_words:
 * @text: a line in the notation
 * @fields: (nullable): the values of fields
 * @library: (nullable): where the labels of fields are
 *
 * Puts words in the place of {{fields}}: values, or "[Đơn vị thường trực]" for
 * what is not filled in yet.
 *
 * Returns: (transfer full): the line
 */
char *
dt_fields_to_words (const char *text,
                    const DtNode *fields,
                    const DtLibrary *library)
{
  GString *words = g_string_new (NULL);
  const char *open;
  const char *close;

  g_return_val_if_fail (text != NULL, g_string_free (words, FALSE));

  while ((open = strstr (text, "{{")) != NULL && (close = strstr (open, "}}")) != NULL)
    {
      g_autofree char *key = g_strstrip (g_strndup (open + 2, (gsize) (close - open) - 2));
      const char *value = find_value (fields, key);

      g_string_append_len (words, text, open - text);
      if (*value != '\0')
        g_string_append (words, value);
      else
        add_label (words, key, library);
      text = close + 2;
    }
  g_string_append (words, text);

  return g_string_free (words, FALSE);
}
