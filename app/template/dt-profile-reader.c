/* dt-profile-reader.c - a profile from XML
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-profile"

#include "config.h"

#include "template/dt-profile.h"

#include "base/dt-file.h"
#include "base/dt-xml-reader.h"
#include "template/dt-profile-private.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The elements of a profile, in their order. */
typedef enum
{
  PART_OFFICE,
  PART_ISSUE,
  PART_MARGINS,
  PART_TEXT,
  PART_SYMBOL,
  PART_UNIT,
  PART_LEADER,
  PART_ADVISORY,
  PART_RECIPIENT,
  PART_ARCHIVE,
  N_PARTS,
} Part;

static const struct
{
  const char *name;
  gboolean required;
  gboolean repeats;
  const char *attributes[7];
} parts[N_PARTS] = {
  [PART_OFFICE] = { "office", TRUE, FALSE, { "name", "short", "area", "place", "hamlet" } },
  [PART_ISSUE] = { "issue", FALSE, FALSE, { "mode", "signature" } },
  [PART_MARGINS] = { "margins", FALSE, FALSE, { "top", "right", "bottom", "left" } },
  [PART_TEXT] = { "text", FALSE, FALSE, { "size", "indent", "spacing" } },
  [PART_SYMBOL] = { "symbol", TRUE, TRUE, { "kind" } },
  [PART_UNIT] = { "unit", TRUE, TRUE, { "id", "kind", "abbreviation", "also", "members" } },
  [PART_LEADER] = { "leader", TRUE, TRUE, { "id", "rank", "title", "form" } },
  [PART_ADVISORY] = { "advisory", FALSE, TRUE, { "id", "name", "short", "symbol", "seal" } },
  [PART_RECIPIENT] = { "recipient", FALSE, TRUE, { NULL } },
  [PART_ARCHIVE] = { "archive", TRUE, FALSE, { NULL } },
};

/* The lawful margins in millimetres (Phụ lục I, mục I, khoản 3), and the usual ones. */
static const struct
{
  int least;
  int most;
  int usual;
} margins[4] = { { 20, 25, 20 }, { 15, 20, 15 }, { 20, 25, 20 }, { 30, 35, 30 } };

typedef struct
{
  DtXmlReader *xml;
  DtProfile *profile;
  GHashTable *ids;
} Reader;

static const char *
keep (Reader *self,
      const char *text)
{
  g_autofree char *normal = dt_text_to_nfc (text);
  g_autofree char *tidy = dt_text_collapse (normal);

  return g_string_chunk_insert_const (self->profile->strings, tidy);
}

/* A required attribute that is not blank. */
static gboolean
read_word (Reader *self,
           const char *name,
           const char **result,
           GError **error)
{
  const char *value = dt_xml_reader_require_attribute (self->xml, name, error);

  if (value == NULL)
    return FALSE;

  *result = keep (self, value);
  if (**result == '\0')
    return dt_xml_reader_error_at_attribute (self->xml, name, error, _ ("attribute “%s”: expected a text"), name);
  return TRUE;
}

/* Which of @words the attribute @name is; absent is the first. */
static gboolean
read_choice (Reader *self,
             const char *name,
             const char *const *words,
             guint *result,
             GError **error)
{
  const char *value = dt_xml_reader_get_attribute (self->xml, name);
  g_autofree char *list = NULL;

  *result = 0;
  for (guint i = 0; value != NULL && words[i] != NULL; i++)
    if (strcmp (words[i], value) == 0)
      {
        *result = i;
        return TRUE;
      }
  if (value == NULL)
    return TRUE;

  list = g_strjoinv (", ", (char **) words);
  return dt_xml_reader_error_at_attribute (self->xml, name, error, _ ("attribute “%s”: expected one of %s, not “%s”"),
                                           name, list, value);
}

static gboolean
read_id (Reader *self,
         const char **result,
         GError **error)
{
  if (!read_word (self, "id", result, error))
    return FALSE;
  if (g_hash_table_add (self->ids, (gpointer) *result))
    return TRUE;

  return dt_xml_reader_error_at_attribute (self->xml, "id", error, _ ("the id “%s” stands already in this profile"),
                                           *result);
}

/* At START of an element with text: to its END. */
static gboolean
read_text (Reader *self,
           const char **result,
           GError **error)
{
  guint line = dt_xml_reader_get_line (self->xml);
  guint column = dt_xml_reader_get_column (self->xml);
  g_autofree char *text = dt_xml_reader_read_text (self->xml, error);

  if (text == NULL)
    return FALSE;

  *result = keep (self, text);
  if (**result == '\0')
    {
      g_autofree char *place = dt_place_prefix (dt_xml_reader_get_file (self->xml), line, column);

      g_set_error (error, DT_XML_ERROR, DT_XML_ERROR_CONTENT, _ ("%sexpected a text in this element"), place);
      return FALSE;
    }

  return TRUE;
}

/* To the END of an element without content. */
static gboolean
read_end (Reader *self,
          GError **error)
{
  DtXmlEvent event = dt_xml_reader_next_tag (self->xml, error);

  if (event == DT_XML_EVENT_START)
    return dt_xml_reader_error_unexpected (self->xml, _ ("nothing in this element"), error);
  return event == DT_XML_EVENT_END;
}

static gboolean
read_office (Reader *self,
             GError **error)
{
  static const char *const none[] = { NULL };
  DtProfileFields *fields = &self->profile->fields;
  g_autoptr (GString) agency = g_string_new (NULL);
  DtXmlEvent event;

  if (!read_word (self, "name", &fields->name, error) || !read_word (self, "short", &fields->short_name, error) ||
      !read_word (self, "area", &fields->area, error) || !read_word (self, "place", &fields->place, error) ||
      !read_word (self, "hamlet", &fields->hamlet, error))
    return FALSE;

  while ((event = dt_xml_reader_next_tag (self->xml, error)) == DT_XML_EVENT_START)
    {
      const char *line;

      if (!dt_xml_reader_is (self->xml, DT_PROFILE_NAMESPACE, "line"))
        return dt_xml_reader_error_unexpected (self->xml, "<line>", error);
      if (!dt_xml_reader_check_attributes (self->xml, none, error) || !read_text (self, &line, error))
        return FALSE;
      g_string_append_printf (agency, "%s%s", agency->len > 0 ? "\n" : "", line);
    }
  if (event == DT_XML_EVENT_END && agency->len == 0)
    return dt_xml_reader_error (self->xml, error, _ ("expected a <line> with the name of the body before </office>"));

  fields->agency = g_string_chunk_insert_const (self->profile->strings, agency->str);
  return event == DT_XML_EVENT_END;
}

static gboolean
read_issue (Reader *self,
            GError **error)
{
  static const char *const modes[] = { "electronic", "paper", NULL };
  static const char *const signatures[] = { "short", "area", NULL };
  guint mode;
  guint signature;

  if (!read_choice (self, "mode", modes, &mode, error) || !read_choice (self, "signature", signatures, &signature, error))
    return FALSE;

  self->profile->fields.on_paper = mode == 1;
  self->profile->fields.names_area = signature == 1;
  return read_end (self, error);
}

static gboolean
read_margins (Reader *self,
              GError **error)
{
  DtProfileFields *fields = &self->profile->fields;
  DtLength *lengths[4] = { &fields->top, &fields->right, &fields->bottom, &fields->left };

  for (guint i = 0; i < 4; i++)
    {
      const char *name = parts[PART_MARGINS].attributes[i];
      const char *value = dt_xml_reader_require_attribute (self->xml, name, error);
      char *end = NULL;
      double length;

      if (value == NULL)
        return FALSE;
      length = g_ascii_strtod (value, &end);
      /* Written so that what is no number fails too. */
      if (end == value || *end != '\0' || !(length >= margins[i].least && length <= margins[i].most))
        return dt_xml_reader_error_at_attribute (self->xml, name, error,
                                                 _ ("attribute “%s”: expected %d to %d millimetres, not “%s”"), name,
                                                 margins[i].least, margins[i].most, value);
      *lengths[i] = dt_length_from_mm (length);
    }

  return read_end (self, error);
}

/* Size, indent and spacing, each as the head of a plan carries it. */
static gboolean
read_habits (Reader *self,
             GError **error)
{
  static const DtAttribute attributes[] = { DT_ATTR_TEXT_SIZE, DT_ATTR_INDENT, DT_ATTR_LINE_SPACING };
  DtProfileFields *fields = &self->profile->fields;
  DtAttributeValue values[G_N_ELEMENTS (attributes)];
  g_autoptr (DtNode) head = NULL;
  DtHabits habits;

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      const char *name = parts[PART_TEXT].attributes[i];
      const char *value = dt_xml_reader_get_attribute (self->xml, name);
      const char *expected = value != NULL ? dt_habits_check_value (attributes[i], value) : NULL;

      if (expected != NULL)
        return dt_xml_reader_error_at_attribute (self->xml, name, error, _ ("attribute “%s”: %s, not “%s”"), name,
                                                 _ (expected), value);
      values[i].attribute = attributes[i];
      values[i].value = value != NULL ? value : "";
    }

  head = dt_node_new_full (DT_NODE_HEAD, 0, NULL, values, G_N_ELEMENTS (values), NULL, 0);
  habits = dt_habits_of_head (head);
  fields->text_size = habits.text_size;
  fields->indent = habits.indent;
  fields->line_spacing = habits.line_spacing;
  return read_end (self, error);
}

static gboolean
read_symbol (Reader *self,
             GError **error)
{
  DtSymbol symbol;

  if (!read_word (self, "kind", &symbol.kind, error))
    return FALSE;
  if (dt_profile_find_symbol (self->profile, symbol.kind) != NULL)
    return dt_xml_reader_error_at_attribute (self->xml, "kind", error, _ ("a second symbol for “%s”"), symbol.kind);
  if (!read_text (self, &symbol.symbol, error))
    return FALSE;

  g_array_append_val (self->profile->symbols, symbol);
  return TRUE;
}

/* Whom a group stands for is named above it. */
static gboolean
check_members (Reader *self,
               const DtUnit *unit,
               GError **error)
{
  g_auto (GStrv) ids = g_strsplit (unit->members, " ", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      gboolean is_known = FALSE;

      for (guint k = 0; k < self->profile->units->len && !is_known; k++)
        is_known = strcmp (g_array_index (self->profile->units, DtUnit, k).id, ids[i]) == 0;
      if (!is_known)
        return dt_xml_reader_error_at_attribute (self->xml, "members", error,
                                                 _ ("attribute “%s”: expected ids of units that stand above, not “%s”"),
                                                 "members", ids[i]);
    }

  return TRUE;
}

static gboolean
read_unit (Reader *self,
           GError **error)
{
  const char *abbreviation = dt_xml_reader_get_attribute (self->xml, "abbreviation");
  const char *also = dt_xml_reader_get_attribute (self->xml, "also");
  const char *members = dt_xml_reader_get_attribute (self->xml, "members");
  DtUnit unit;
  guint kind;

  if (!read_id (self, &unit.id, error) || !read_word (self, "kind", &unit.kind, error) ||
      !read_choice (self, "kind", dt_unit_kinds (), &kind, error))
    return FALSE;
  unit.abbreviation = keep (self, abbreviation != NULL ? abbreviation : "");
  unit.also = keep (self, also != NULL ? also : "");
  unit.members = keep (self, members != NULL ? members : "");
  if (!check_members (self, &unit, error))
    return FALSE;
  if (!read_text (self, &unit.name, error))
    return FALSE;

  g_array_append_val (self->profile->units, unit);
  return TRUE;
}

static gboolean
read_leader (Reader *self,
             GError **error)
{
  static const char *const ranks[] = { "head", "acting", "deputy", "officer", NULL };
  static const char *const forms[] = { "tl", "tuq", NULL };
  gboolean has_form = dt_xml_reader_get_attribute (self->xml, "form") != NULL;
  DtLeader leader;
  guint rank;
  guint form;

  if (!read_id (self, &leader.id, error) || !read_word (self, "title", &leader.title, error) ||
      dt_xml_reader_require_attribute (self->xml, "rank", error) == NULL ||
      !read_choice (self, "rank", ranks, &rank, error) || !read_choice (self, "form", forms, &form, error))
    return FALSE;
  if (has_form && rank != DT_RANK_OFFICER)
    return dt_xml_reader_error_at_attribute (self->xml, "form", error,
                                             _ ("only an officer signs TL. or TUQ.; expected no “form” here"));

  for (guint i = 0; rank <= DT_RANK_ACTING && i < self->profile->leaders->len; i++)
    if (g_array_index (self->profile->leaders, DtLeader, i).rank <= DT_RANK_ACTING)
      return dt_xml_reader_error_at_attribute (self->xml, "rank", error, _ ("a body has one head or acting head; expected no second one"));

  leader.rank = (DtRank) rank;
  leader.form = rank == DT_RANK_OFFICER ? forms[form] : "";
  if (!read_text (self, &leader.name, error))
    return FALSE;

  g_array_append_val (self->profile->leaders, leader);
  return TRUE;
}

static gboolean
read_member (Reader *self,
             GArray *members,
             GError **error)
{
  static const char *const allowed[] = { "leader", "rank", "title", NULL };
  static const char *const ranks[] = { "head", "deputy", NULL };
  DtMember member;
  guint rank;

  if (!dt_xml_reader_check_attributes (self->xml, allowed, error) || !read_word (self, "leader", &member.leader, error) ||
      dt_xml_reader_require_attribute (self->xml, "rank", error) == NULL || !read_choice (self, "rank", ranks, &rank, error) ||
      !read_word (self, "title", &member.title, error))
    return FALSE;
  if (dt_profile_find_leader (self->profile, member.leader) == NULL)
    return dt_xml_reader_error_at_attribute (self->xml, "leader", error, _ ("there is no leader “%s” above"), member.leader);

  member.rank = rank == 0 ? DT_RANK_HEAD : DT_RANK_DEPUTY;
  g_array_append_val (members, member);
  return read_end (self, error);
}

/* The lines of its name, then who signs for it. */
static gboolean
read_advisory (Reader *self,
               GError **error)
{
  static const char *const none[] = { NULL };
  static const char *const seals[] = { "office", "own", NULL };
  GArray *members = g_array_new (FALSE, FALSE, sizeof (DtMember));
  g_autoptr (GString) agency = g_string_new (NULL);
  DtAdvisory advisory = { 0 };
  DtXmlEvent event;
  guint seal;

  g_ptr_array_add (self->profile->members, members);
  if (!read_id (self, &advisory.id, error) || !read_word (self, "name", &advisory.name, error) ||
      !read_word (self, "short", &advisory.short_name, error) || !read_word (self, "symbol", &advisory.symbol, error) ||
      !read_choice (self, "seal", seals, &seal, error))
    return FALSE;

  while ((event = dt_xml_reader_next_tag (self->xml, error)) == DT_XML_EVENT_START)
    {
      const char *line;

      if (agency->len > 0 && dt_xml_reader_is (self->xml, DT_PROFILE_NAMESPACE, "member"))
        {
          if (!read_member (self, members, error))
            return FALSE;
          continue;
        }
      if (members->len > 0 || !dt_xml_reader_is (self->xml, DT_PROFILE_NAMESPACE, "line"))
        return dt_xml_reader_error_unexpected (self->xml, members->len > 0 ? "<member>" : "<line>", error);
      if (!dt_xml_reader_check_attributes (self->xml, none, error) || !read_text (self, &line, error))
        return FALSE;
      g_string_append_printf (agency, "%s%s", agency->len > 0 ? "\n" : "", line);
    }
  if (event != DT_XML_EVENT_END)
    return FALSE;
  if (members->len == 0)
    return dt_xml_reader_error (self->xml, error, _ ("expected a <line> and a <member> before </advisory>"));

  advisory.agency = g_string_chunk_insert_const (self->profile->strings, agency->str);
  advisory.has_seal = seal == 1;
  advisory.members = (const DtMember *) (gpointer) members->data;
  advisory.n_members = members->len;
  g_array_append_val (self->profile->advisories, advisory);
  return TRUE;
}

static gboolean
read_part (Reader *self,
           Part part,
           GError **error)
{
  const char *text;

  if (!dt_xml_reader_check_attributes (self->xml, parts[part].attributes, error))
    return FALSE;

  switch (part)
    {
    case PART_OFFICE:
      return read_office (self, error);
    case PART_ISSUE:
      return read_issue (self, error);
    case PART_MARGINS:
      return read_margins (self, error);
    case PART_TEXT:
      return read_habits (self, error);
    case PART_SYMBOL:
      return read_symbol (self, error);
    case PART_UNIT:
      return read_unit (self, error);
    case PART_LEADER:
      return read_leader (self, error);
    case PART_ADVISORY:
      return read_advisory (self, error);
    case PART_RECIPIENT:
      if (!read_text (self, &text, error))
        return FALSE;
      g_ptr_array_add (self->profile->recipients, (gpointer) text);
      return TRUE;
    case PART_ARCHIVE:
      return read_text (self, &self->profile->fields.archive, error);
    case N_PARTS:
    default:
      g_assert_not_reached ();
    }
}

/* The parts, in their order, to the END of the root. */
static gboolean
read_parts (Reader *self,
            GError **error)
{
  guint n_seen[N_PARTS] = { 0 };
  guint least = 0;

  for (;;)
    {
      DtXmlEvent event = dt_xml_reader_next_tag (self->xml, error);
      guint part = least;

      if (event != DT_XML_EVENT_START && event != DT_XML_EVENT_END)
        return FALSE;
      while (event == DT_XML_EVENT_START && part < N_PARTS &&
             !dt_xml_reader_is (self->xml, DT_PROFILE_NAMESPACE, parts[part].name))
        part++;
      if (event == DT_XML_EVENT_END)
        part = N_PARTS;

      for (guint i = least; i < part; i++)
        if ((parts[i].required && n_seen[i] == 0) || (part == N_PARTS && event == DT_XML_EVENT_START))
          {
            g_autofree char *expected = g_strdup_printf ("<%s>", parts[i].name);

            return event == DT_XML_EVENT_START
                     ? dt_xml_reader_error_unexpected (self->xml, expected, error)
                     : dt_xml_reader_error (self->xml, error, _ ("expected %s before the end of the profile"), expected);
          }
      if (event == DT_XML_EVENT_END)
        return TRUE;
      if (part == N_PARTS)
        return dt_xml_reader_error_unexpected (self->xml, "</profile>", error);

      if (!read_part (self, (Part) part, error))
        return FALSE;
      n_seen[part]++;
      least = parts[part].repeats ? part : part + 1;
    }
}

static gboolean
read_profile (Reader *self,
              GError **error)
{
  static const char *const attributes[] = { "version", "id", "level", NULL };
  static const char *const levels[] = { "xa", "phuong", "dac-khu", NULL };
  DtProfileFields *fields = &self->profile->fields;
  const char *version;
  guint level;

  if (dt_xml_reader_next_tag (self->xml, error) != DT_XML_EVENT_START)
    return FALSE;
  if (!dt_xml_reader_is (self->xml, DT_PROFILE_NAMESPACE, "profile"))
    return dt_xml_reader_error (self->xml, error, _ ("expected <%s> of the namespace “%s” at the root"), "profile",
                                DT_PROFILE_NAMESPACE);
  if (!dt_xml_reader_check_attributes (self->xml, attributes, error))
    return FALSE;
  version = dt_xml_reader_require_attribute (self->xml, "version", error);
  if (version == NULL)
    return FALSE;
  if (strcmp (version, DT_PROFILE_VERSION) != 0)
    return dt_xml_reader_error_at_attribute (self->xml, "version", error,
                                             _ ("version “%s” of profiles is not supported, expected “%s”"), version,
                                             DT_PROFILE_VERSION);
  if (!read_word (self, "id", &fields->id, error) ||
      dt_xml_reader_require_attribute (self->xml, "level", error) == NULL ||
      !read_choice (self, "level", levels, &level, error))
    return FALSE;

  fields->level = (DtLevel) level;
  fields->top = DT_MM (margins[0].usual);
  fields->right = DT_MM (margins[1].usual);
  fields->bottom = DT_MM (margins[2].usual);
  fields->left = DT_MM (margins[3].usual);
  return read_parts (self, error);
}

/**
 * dt_profile_read:
 * @bytes: the content of a profile file
 * @name: (nullable): what to call the file in messages
 * @error: return location for an error
 *
 * Reads a profile. The reader is strict: what it does not know is an error.
 *
 * Returns: (transfer full): the profile, or %NULL with @error set to an error
 *   of the %DT_XML_ERROR domain whose message begins with file, line and column
 */
DtProfile *
dt_profile_read (GBytes *bytes,
                 const char *name,
                 GError **error)
{
  g_autoptr (DtXmlReader) xml = NULL;
  g_autoptr (DtProfile) profile = NULL;
  g_autoptr (GHashTable) ids = NULL;
  Reader self;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  xml = dt_xml_reader_new (bytes, name, NULL, error);
  if (xml == NULL)
    return NULL;

  profile = dt_profile_new ();
  ids = g_hash_table_new (g_str_hash, g_str_equal);
  self.xml = xml;
  self.profile = profile;
  self.ids = ids;
  if (!read_profile (&self, error))
    return NULL;

  g_ptr_array_add (profile->recipients, NULL);
  return g_steal_pointer (&profile);
}

/**
 * dt_profile_load:
 * @path: a file name
 * @error: return location for an error
 *
 * Reads the profile in a file.
 *
 * Returns: (transfer full): the profile, or %NULL with @error set to one of the
 *   %G_IO_ERROR or the %DT_XML_ERROR domain
 */
DtProfile *
dt_profile_load (const char *path,
                 GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes = dt_file_read (path, DT_FILE_DEFAULT_CAP, error);
  return bytes != NULL ? dt_profile_read (bytes, path, error) : NULL;
}
