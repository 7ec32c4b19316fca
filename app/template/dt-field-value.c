/* dt-field-value.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-template"

#include "config.h"

#include "template/dt-field-value.h"

#include "text/dt-date.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

GHashTable *
dt_values_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * dt_values_add:
 * @values: (element-type utf8 GPtrArray): values
 * @key: name of a field
 * @text: one more text for it
 *
 * Adds a value. Blank text is no value.
 */
void
dt_values_add (GHashTable *values,
               const char *key,
               const char *text)
{
  g_autofree char *normal = dt_text_to_nfc (text);
  g_autofree char *tidy = dt_text_collapse (normal);
  GPtrArray *list = g_hash_table_lookup (values, key);

  if (*tidy == '\0')
    return;
  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (values, g_strdup (key), list);
    }
  g_ptr_array_add (list, g_steal_pointer (&tidy));
}

static gboolean
is_year (const char *text,
         gsize length)
{
  return length == 4 && strspn (text, "0123456789") >= 4 && (text[0] == '1' || text[0] == '2');
}

/* "2027", "2026-2030", "2027-Q1", "2027-H2", "2027-05". */
static char *
print_period (const char *text)
{
  static const char *const quarters[] = { "I", "II", "III", "IV" };
  const char *rest = text + 4;
  guint month;

  if (strlen (text) < 4 || !is_year (text, 4))
    return NULL;
  if (*rest == '\0')
    return g_strdup_printf ("năm %s", text);
  if (*rest++ != '-')
    return NULL;

  if (strlen (rest) == 4 && is_year (rest, 4))
    return strcmp (rest, text) > 0 ? g_strdup_printf ("giai đoạn %s", text) : NULL;
  if (rest[0] == 'Q' && rest[1] >= '1' && rest[1] <= '4' && rest[2] == '\0')
    return g_strdup_printf ("quý %s năm %.4s", quarters[rest[1] - '1'], text);
  if (rest[0] == 'H' && (rest[1] == '1' || rest[1] == '2') && rest[2] == '\0')
    return g_strdup_printf ("6 tháng %s năm %.4s", rest[1] == '1' ? "đầu" : "cuối", text);
  if (strlen (rest) == 2 && strspn (rest, "0123456789") == 2)
    {
      month = (guint) (rest[0] - '0') * 10 + (guint) (rest[1] - '0');
      return month >= 1 && month <= 12 ? g_strdup_printf ("tháng %u năm %.4s", month, text) : NULL;
    }

  return NULL;
}

/* Digits, with "." for thousands and one "," before decimals; long ones get their points. */
static char *
print_number (const char *text)
{
  gsize digits = strspn (text, "0123456789");
  gsize length = strlen (text);
  GString *result;

  if (digits == 0 || !g_ascii_isdigit (text[length - 1]) || strspn (text, "0123456789.,") != length)
    return NULL;
  if (strchr (text, ',') != NULL && strpbrk (strchr (text, ',') + 1, ".,") != NULL)
    return NULL;
  if (digits != length || length < 5)
    return g_strdup (text);

  result = g_string_new (NULL);
  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (result, '.');
      g_string_append_c (result, text[i]);
    }

  return g_string_free (result, FALSE);
}

static char *
print_date (const char *text)
{
  DtDate date;

  if ((!dt_date_parse_iso (text, &date) && !dt_date_parse (text, &date)) || !dt_date_is_complete (date))
    return NULL;

  return dt_date_format_short (date);
}

static char *
print_choice (const DtTemplateField *field,
              const char *text)
{
  for (guint i = 0; i < field->n_options; i++)
    if (strcmp (field->options[i].value, text) == 0)
      return g_strdup (field->options[i].label);

  return NULL;
}

/**
 * dt_field_value_print:
 * @field: a field
 * @profile: (nullable): the office, whose units a field may name
 * @text: one value, as typed
 * @expected: (out): what was expected where @text is not lawful
 *
 * Checks what was typed and writes it as it stands in the plan: periods in
 * words, days as `15/12/2027`, units with their canonical name, choices with
 * their label.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL with @expected set
 */
char *
dt_field_value_print (const DtTemplateField *field,
                      const DtProfile *profile,
                      const char *text,
                      const char **expected)
{
  const DtUnit *unit;

  switch (field->type)
    {
    case DT_FIELD_NUMBER:
      *expected = N_ ("expected a number such as 15 or 97,4");
      return print_number (text);
    case DT_FIELD_DATE:
      *expected = N_ ("expected a day such as 2027-12-15 or 15/12/2027");
      return print_date (text);
    case DT_FIELD_PERIOD:
      *expected = N_ ("expected a period such as 2027, 2026-2030, 2027-Q1, 2027-H1 or 2027-05");
      return print_period (text);
    case DT_FIELD_CHOICE:
      *expected = N_ ("expected one of the options");
      return print_choice (field, text);
    case DT_FIELD_UNIT:
      unit = profile != NULL ? dt_profile_find_unit (profile, text) : NULL;
      return g_strdup (unit != NULL ? unit->name : text);
    case DT_FIELD_TEXT:
    case DT_FIELD_LIST:
    case DT_N_FIELD_TYPES:
    default:
      return g_strdup (text);
    }
}
