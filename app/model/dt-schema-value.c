/* dt-schema-value.c - what attributes and texts must look like
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-schema"

#include "config.h"

#include "model/dt-schema.h"

#include "model/dt-habits.h"
#include "text/dt-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const urgencies[] = { "khan", "thuong-khan", "hoa-toc", NULL };
static const char *const issues[] = { "electronic", "paper", NULL };
static const char *const basis_forms[] = { "lines", "merged", NULL };
static const char *const capacity_forms[] = { "tm", "kt", "tl", "tuq", "q", NULL };
static const char *const basis_leads[] = { "can-cu", "thuc-hien", "theo-de-nghi", "xet", NULL };
static const char *const schemes[] = { "roman", "article", "decimal", NULL };
static const char *const units[] = { "phan", "chuong", "muc", "tieu-muc", "dieu", "roman",
                                     "arabic", "letter", "decimal", "none", NULL };
static const char *const orientations[] = { "portrait", "landscape", NULL };
static const char *const sources[] = { "body", "tasks", "none", NULL };

/* The values of an attribute that takes one of a few words, or NULL. */
static const char *const *
get_words (DtNodeKind kind,
           DtAttribute attribute)
{
  switch ((int) attribute)
    {
    case DT_ATTR_URGENCY:
      return urgencies;
    case DT_ATTR_ISSUE:
      return issues;
    case DT_ATTR_FORM:
      return kind == DT_NODE_CAPACITY ? capacity_forms : basis_forms;
    case DT_ATTR_LEAD:
      return basis_leads;
    case DT_ATTR_SCHEME:
      return schemes;
    case DT_ATTR_UNIT:
      return units;
    case DT_ATTR_ORIENTATION:
      return orientations;
    case DT_ATTR_SOURCE:
      return sources;
    default:
      return NULL;
    }
}

/* Whether @text is a sign that @is_first takes, then ASCII letters, digits and signs of @rest. */
static gboolean
is_word (const char *text,
         gboolean (*is_first) (char),
         const char *rest)
{
  if (!is_first (*text))
    return FALSE;

  for (const char *p = text + 1; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr (rest, *p) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
starts_name (char sign)
{
  return g_ascii_isalpha (sign);
}

static gboolean
starts_token (char sign)
{
  return g_ascii_isalnum (sign);
}

static gboolean
is_kind_id (const char *text)
{
  return text[strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

/* Digits, then at most one letter: "12", "12a", "12Đ". */
static gboolean
is_number (const char *text)
{
  const char *rest = text + strspn (text, "0123456789");

  if (rest == text)
    return FALSE;
  if (g_ascii_isalpha (*rest))
    rest++;
  else if (g_str_has_prefix (rest, "đ") || g_str_has_prefix (rest, "Đ"))
    rest += strlen ("đ");

  return *rest == '\0';
}

static gboolean
is_date (const char *text)
{
  DtDate date;

  return dt_date_parse_iso_partial (text, &date) && date.year > 0;
}

static char *
describe_words (const char *const *words)
{
  g_autofree char *list = g_strjoinv (", ", (char **) words);

  /* Translators: what an attribute may hold; %s is a list of words */
  return g_strdup_printf (_ ("expected one of %s"), list);
}

/* The first thing in @text that a plan file could not hold, or NULL. */
static char *
check_characters (const char *text,
                  gboolean blanks)
{
  gsize length = strlen (text);

  if (length > DT_TEXT_MAX_BYTES)
    return g_strdup_printf (_ ("expected at most %u MiB of text"),
                            (guint) (DT_TEXT_MAX_BYTES / (1024 * 1024)));

  for (const char *p = text; *p != '\0'; p++)
    {
      guchar byte = (guchar) *p;

      if (byte < 0x20 && !(blanks && (byte == '\t' || byte == '\n')))
        return g_strdup_printf (_ ("expected text without control characters, found U+%04X"), byte);

      /* U+FFFE and U+FFFF are no characters, and XML has no way to write them. */
      if (byte == 0xEF && (guchar) p[1] == 0xBF && (guchar) p[2] >= 0xBE)
        return g_strdup_printf (_ ("expected text without control characters, found U+%04X"),
                                0xFFC0u | ((guchar) p[2] & 0x3Fu));
    }

  return NULL;
}

/* What @attribute must look like if @value does not, else NULL; words are dealt with elsewhere. */
static const char *
check_form (DtAttribute attribute,
            const char *value)
{
  switch ((int) attribute)
    {
    case DT_ATTR_ID:
      if (!is_word (value, starts_name, "_-"))
        return N_ ("expected an id: a letter, then letters, digits, “-” or “_”");
      if (dt_schema_find_kind (value) >= 0)
        return N_ ("expected an id that is not the name of an element");
      return NULL;
    case DT_ATTR_SECTION:
      return is_word (value, starts_name, "_-")
               ? NULL
               : N_ ("expected the id of a section");
    case DT_ATTR_KIND:
      return is_kind_id (value)
               ? NULL
               : N_ ("expected the id of a document kind: small letters, digits and “-”");
    case DT_ATTR_NUMBER:
      return is_number (value)
               ? NULL
               : N_ ("expected digits with at most one letter after them, or nothing");
    case DT_ATTR_DATE:
      return is_date (value)
               ? NULL
               : N_ ("expected a date of the calendar as YYYY, YYYY-MM or YYYY-MM-DD");
    case DT_ATTR_TEMPLATE:
      return is_word (value, starts_token, "._:/-")
               ? NULL
               : N_ ("expected the id of a template");
    case DT_ATTR_RULE:
      return is_word (value, starts_token, "._-")
               ? NULL
               : N_ ("expected the id of a rule");
    case DT_ATTR_NODE:
      return is_word (value, starts_name, "_-/")
               ? NULL
               : N_ ("expected the reference of a node, such as s3/body");
    case DT_ATTR_MARGINS:
    case DT_ATTR_TEXT_SIZE:
    case DT_ATTR_INDENT:
    case DT_ATTR_LINE_SPACING:
      return dt_habits_check_value (attribute, value);
    case DT_ATTR_TEMPLATE_VERSION:
      return is_word (value, starts_token, "._+-")
               ? NULL
               : N_ ("expected a version such as 1.2");
    case DT_ATTR_KEY:
      return is_word (value, starts_name, "._-")
               ? NULL
               : N_ ("expected a name: a letter, then letters, digits, “-”, “_” or “.”");
    default:
      return NULL;
    }
}

/**
 * dt_schema_check_value:
 * @kind: a kind of node
 * @attribute: an attribute that @kind may carry
 * @value: a value in UTF-8
 *
 * Checks what an attribute shall hold. An empty value stands for no attribute
 * at all, so it is lawful unless the attribute is required. Whether a document
 * kind, a template or a section of that id exists is not asked here.
 *
 * Returns: (transfer full) (nullable): %NULL if @value is lawful, else what
 *   was expected, translated
 */
char *
dt_schema_check_value (DtNodeKind kind,
                       DtAttribute attribute,
                       const char *value)
{
  const char *const *words;
  const char *expected;

  g_return_val_if_fail ((guint) kind < DT_N_NODE_KINDS, NULL);
  g_return_val_if_fail ((guint) attribute < DT_N_ATTRIBUTES, NULL);
  g_return_val_if_fail (value != NULL, NULL);

  if (!dt_schema_allows_attribute (kind, attribute))
    return g_strdup_printf (_ ("expected no such attribute on <%s>"), dt_schema_get_name (kind));

  if (*value == '\0')
    return dt_schema_requires_attribute (kind, attribute)
             ? g_strdup (_ ("expected a value"))
             : NULL;

  words = get_words (kind, attribute);
  if (words != NULL)
    return g_strv_contains (words, value) ? NULL : describe_words (words);

  expected = check_form (attribute, value);
  if (expected != NULL)
    return g_strdup (_ (expected));

  return check_characters (value, attribute == DT_ATTR_ORIGIN);
}

/**
 * dt_schema_check_text:
 * @kind: a kind of node
 * @text: text in UTF-8
 *
 * Checks what a node shall hold as text.
 *
 * Returns: (transfer full) (nullable): %NULL if @text is lawful, else what
 *   was expected, translated
 */
char *
dt_schema_check_text (DtNodeKind kind,
                      const char *text)
{
  DtTextPolicy policy;

  g_return_val_if_fail ((guint) kind < DT_N_NODE_KINDS, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  policy = dt_schema_get_text_policy (kind);
  if (policy == DT_TEXT_NONE)
    return *text == '\0'
             ? NULL
             : g_strdup_printf (_ ("expected no text in <%s>"), dt_schema_get_name (kind));

  if (policy == DT_TEXT_LINE && strchr (text, '\n') != NULL)
    return g_strdup_printf (_ ("expected a single line in <%s>"), dt_schema_get_name (kind));

  return check_characters (text, TRUE);
}
