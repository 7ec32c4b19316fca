/* dt-rule-reader.c - rules from XML
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-rule"

#include "config.h"

#include "check/dt-rule-private.h"

#include "base/dt-xml-reader.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One change a file asks for. */
typedef struct
{
  const char *id;
  DtRule *rule; /* NULL: silence it */
} Change;

typedef struct
{
  DtXmlReader *xml;
  DtRules *rules;
  GArray *changes; /* Change */
  GHashTable *ids;
} Reader;

static void
clear_change (gpointer data)
{
  Change *change = data;

  if (change->rule != NULL)
    {
      g_free ((gpointer) change->rule->examples);
      g_free (change->rule);
    }
}

static const char *
keep (Reader *self,
      const char *text)
{
  g_autofree char *normal = dt_text_to_nfc (text);

  return g_string_chunk_insert_const (self->rules->strings, normal);
}

/* Which of @words the attribute @name is. */
static gboolean
read_choice (Reader *self,
             const char *name,
             const char *const *words,
             guint *result,
             GError **error)
{
  const char *value = dt_xml_reader_require_attribute (self->xml, name, error);
  g_autofree char *list = NULL;

  if (value == NULL)
    return FALSE;
  for (*result = 0; words[*result] != NULL; (*result)++)
    if (strcmp (words[*result], value) == 0)
      return TRUE;

  list = g_strjoinv (", ", (char **) words);
  return dt_xml_reader_error_at_attribute (self->xml, name, error, _ ("attribute “%s”: expected one of %s, not “%s”"),
                                           name, list, value);
}

static gboolean
read_day (Reader *self,
          const char *name,
          DtDate *date,
          GError **error)
{
  const char *value = dt_xml_reader_get_attribute (self->xml, name);

  if (value == NULL || dt_date_parse_iso (value, date))
    return TRUE;

  return dt_xml_reader_error_at_attribute (self->xml, name, error,
                                           _ ("attribute “%s”: expected a day of the calendar as YYYY-MM-DD"), name);
}

static gboolean
read_id (Reader *self,
         const char *name,
         const char **result,
         GError **error)
{
  static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";
  const char *value = dt_xml_reader_require_attribute (self->xml, name, error);

  if (value == NULL)
    return FALSE;
  if (!g_ascii_isalpha (*value) || value[strspn (value, letters)] != '\0')
    return dt_xml_reader_error_at_attribute (self->xml, name, error,
                                             _ ("attribute “%s”: expected the id of a rule"), name);

  *result = keep (self, value);
  if (g_hash_table_add (self->ids, (gpointer) *result))
    return TRUE;
  return dt_xml_reader_error_at_attribute (self->xml, name, error, _ ("the rule “%s” stands already in this file"),
                                           *result);
}

/* At START of an element with text: to its END. */
static gboolean
read_text (Reader *self,
           const char **result,
           GError **error)
{
  static const char *const none[] = { NULL };
  g_autofree char *text = NULL;

  if (!dt_xml_reader_check_attributes (self->xml, none, error))
    return FALSE;
  text = dt_xml_reader_read_text (self->xml, error);
  if (text == NULL)
    return FALSE;

  *result = keep (self, text);
  return TRUE;
}

/* At START of <example>: to its END. */
static gboolean
read_example (Reader *self,
              GArray *examples,
              GError **error)
{
  static const char *const none[] = { NULL };
  DtRuleExample example = { NULL, NULL };
  DtXmlEvent event;

  if (!dt_xml_reader_check_attributes (self->xml, none, error))
    return FALSE;

  while ((event = dt_xml_reader_next_tag (self->xml, error)) == DT_XML_EVENT_START)
    {
      gboolean is_wrong = dt_xml_reader_is (self->xml, DT_RULES_NAMESPACE, "wrong") && example.wrong == NULL;
      gboolean is_right = dt_xml_reader_is (self->xml, DT_RULES_NAMESPACE, "right") && example.wrong != NULL &&
                          example.right == NULL;

      if (!is_wrong && !is_right)
        return dt_xml_reader_error_unexpected (self->xml, "<wrong>, <right>", error);
      if (!read_text (self, is_wrong ? &example.wrong : &example.right, error))
        return FALSE;
    }
  if (event == DT_XML_EVENT_END && example.right == NULL)
    return dt_xml_reader_error (self->xml, error, _ ("expected <wrong> and <right> before </example>"));

  g_array_append_val (examples, example);
  return event == DT_XML_EVENT_END;
}

/* The children of <rule>. */
static gboolean
read_parts (Reader *self,
            DtRule *rule,
            GError **error)
{
  g_autoptr (GArray) examples = g_array_new (FALSE, FALSE, sizeof (DtRuleExample));
  DtXmlEvent event;

  while ((event = dt_xml_reader_next_tag (self->xml, error)) == DT_XML_EVENT_START)
    {
      gboolean done;

      if (rule->title == NULL && dt_xml_reader_is (self->xml, DT_RULES_NAMESPACE, "title"))
        done = read_text (self, &rule->title, error);
      else if (rule->title != NULL && rule->clause == NULL && dt_xml_reader_is (self->xml, DT_RULES_NAMESPACE, "clause"))
        done = read_text (self, &rule->clause, error);
      else if (rule->clause != NULL && dt_xml_reader_is (self->xml, DT_RULES_NAMESPACE, "example"))
        done = read_example (self, examples, error);
      else
        return dt_xml_reader_error_unexpected (self->xml, "<title>, <clause>, <example>", error);
      if (!done)
        return FALSE;
    }
  if (event != DT_XML_EVENT_END)
    return FALSE;
  if (rule->clause == NULL || *rule->title == '\0' || *rule->clause == '\0')
    return dt_xml_reader_error (self->xml, error, _ ("expected <title> and <clause> before </rule>"));

  rule->n_examples = examples->len;
  rule->examples = (DtRuleExample *) g_array_free (g_steal_pointer (&examples), FALSE);
  return TRUE;
}

static gboolean
read_rule (Reader *self,
           GError **error)
{
  static const char *const allowed[] = { "id", "severity", "evidence", "fix", "from", "to", NULL };
  static const char *const severities[] = { "note", "warning", "error", NULL };
  static const char *const evidences[] = { "T", "M", "D", "P", "S", "K", NULL };
  static const char *const grades[] = { "never", "suggest", "guarded", "safe", NULL };
  Change change = { NULL, g_new0 (DtRule, 1) };
  DtRule *rule = change.rule;
  guint severity;
  guint evidence;
  guint grade;

  g_array_append_val (self->changes, change);
  if (!dt_xml_reader_check_attributes (self->xml, allowed, error) || !read_id (self, "id", &rule->id, error) ||
      !read_choice (self, "severity", severities, &severity, error) ||
      !read_choice (self, "evidence", evidences, &evidence, error) ||
      !read_choice (self, "fix", grades, &grade, error) || !read_day (self, "from", &rule->from, error) ||
      !read_day (self, "to", &rule->to, error))
    return FALSE;

  rule->severity = (DtSeverity) severity;
  rule->evidence = *evidences[evidence];
  rule->fix = (DtFixGrade) grade;
  if (rule->severity == DT_SEVERITY_ERROR && rule->evidence != 'T')
    return dt_xml_reader_error_at_attribute (self->xml, "severity", error,
                                             _ ("only what the text of the decree says, evidence T, may be an error"));
  if (dt_date_is_complete (rule->to) && dt_date_is_complete (rule->from) && dt_date_compare (rule->to, rule->from) < 0)
    return dt_xml_reader_error_at_attribute (self->xml, "to", error, _ ("attribute “%s”: expected no day before “%s”"),
                                             "to", "from");

  g_array_index (self->changes, Change, self->changes->len - 1).id = rule->id;
  return read_parts (self, rule, error);
}

static gboolean
read_silence (Reader *self,
              GError **error)
{
  static const char *const allowed[] = { "rule", NULL };
  Change change = { NULL, NULL };
  DtXmlEvent event;

  if (!dt_xml_reader_check_attributes (self->xml, allowed, error) || !read_id (self, "rule", &change.id, error))
    return FALSE;

  g_array_append_val (self->changes, change);
  event = dt_xml_reader_next_tag (self->xml, error);
  if (event == DT_XML_EVENT_START)
    return dt_xml_reader_error_unexpected (self->xml, _ ("nothing in this element"), error);
  return event == DT_XML_EVENT_END;
}

static gboolean
read_all (Reader *self,
          GError **error)
{
  static const char *const allowed[] = { "version", NULL };
  const char *version;
  DtXmlEvent event = dt_xml_reader_next_tag (self->xml, error);

  if (event != DT_XML_EVENT_START)
    return FALSE;
  if (!dt_xml_reader_is (self->xml, DT_RULES_NAMESPACE, "rules"))
    return dt_xml_reader_error_unexpected (self->xml, "<rules>", error);

  version = dt_xml_reader_require_attribute (self->xml, "version", error);
  if (version == NULL || !dt_xml_reader_check_attributes (self->xml, allowed, error))
    return FALSE;
  if (strcmp (version, DT_RULES_VERSION) != 0)
    return dt_xml_reader_error_at_attribute (self->xml, "version", error, _ ("expected version %s, not “%s”"),
                                             DT_RULES_VERSION, version);

  while ((event = dt_xml_reader_next_tag (self->xml, error)) == DT_XML_EVENT_START)
    {
      gboolean done;

      if (dt_xml_reader_is (self->xml, DT_RULES_NAMESPACE, "rule"))
        done = read_rule (self, error);
      else if (dt_xml_reader_is (self->xml, DT_RULES_NAMESPACE, "silence"))
        done = read_silence (self, error);
      else
        return dt_xml_reader_error_unexpected (self->xml, "<rule>, <silence>", error);
      if (!done)
        return FALSE;
    }

  return event == DT_XML_EVENT_END;
}

gboolean
dt_rules_add_file (DtRules *self,
                   GBytes *bytes,
                   const char *name,
                   GError **error)
{
  g_autoptr (DtXmlReader) xml = dt_xml_reader_new (bytes, name, NULL, error);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (Change));
  Reader reader = { xml, self, changes, ids };

  g_array_set_clear_func (changes, clear_change);
  if (xml == NULL || !read_all (&reader, error))
    return FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      Change *change = &g_array_index (changes, Change, i);

      if (change->rule == NULL)
        g_hash_table_remove (self->rules, change->id);
      else
        g_hash_table_replace (self->rules, (gpointer) change->id, g_steal_pointer (&change->rule));
    }

  return TRUE;
}
