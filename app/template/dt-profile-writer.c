/* dt-profile-writer.c - a profile as XML
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-profile"

#include "config.h"

#include "template/dt-profile.h"

#include "base/dt-xml-writer.h"
#include "template/dt-profile-private.h"

static void
write_margin (DtXmlWriter *xml,
              const char *name,
              DtLength length)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  dt_xml_writer_attribute (xml, name, g_ascii_formatd (buffer, sizeof buffer, "%g", dt_length_to_mm (length)));
}

static void
write_office (DtXmlWriter *xml,
              const DtProfileFields *fields)
{
  g_auto (GStrv) lines = g_strsplit (fields->agency, "\n", -1);

  dt_xml_writer_start_element (xml, "office");
  dt_xml_writer_attribute (xml, "name", fields->name);
  dt_xml_writer_attribute (xml, "short", fields->short_name);
  dt_xml_writer_attribute (xml, "area", fields->area);
  dt_xml_writer_attribute (xml, "place", fields->place);
  dt_xml_writer_attribute (xml, "hamlet", fields->hamlet);
  for (guint i = 0; lines[i] != NULL; i++)
    dt_xml_writer_text_element (xml, "line", lines[i]);
  dt_xml_writer_end_element (xml);

  dt_xml_writer_start_element (xml, "issue");
  dt_xml_writer_attribute (xml, "mode", fields->on_paper ? "paper" : "electronic");
  dt_xml_writer_attribute (xml, "signature", fields->names_area ? "area" : "short");
  dt_xml_writer_end_element (xml);

  dt_xml_writer_start_element (xml, "margins");
  write_margin (xml, "top", fields->top);
  write_margin (xml, "right", fields->right);
  write_margin (xml, "bottom", fields->bottom);
  write_margin (xml, "left", fields->left);
  dt_xml_writer_end_element (xml);
}

static void
write_text (DtXmlWriter *xml,
            const DtProfile *self)
{
  static const struct
  {
    const char *name;
    DtAttribute attribute;
  } parts[] = { { "size", DT_ATTR_TEXT_SIZE }, { "indent", DT_ATTR_INDENT }, { "spacing", DT_ATTR_LINE_SPACING } };
  DtHabits habits = dt_profile_get_habits (self);

  if (habits.text_size == 0 && habits.indent == 0 && habits.line_spacing == 0)
    return;

  dt_xml_writer_start_element (xml, "text");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *value = dt_habits_format (&habits, parts[i].attribute);

      dt_xml_writer_attribute (xml, parts[i].name, *value != '\0' ? value : NULL);
    }
  dt_xml_writer_end_element (xml);
}

static void
write_advisory (DtXmlWriter *xml,
                const DtAdvisory *advisory)
{
  g_auto (GStrv) lines = g_strsplit (advisory->agency, "\n", -1);

  dt_xml_writer_start_element (xml, "advisory");
  dt_xml_writer_attribute (xml, "id", advisory->id);
  dt_xml_writer_attribute (xml, "name", advisory->name);
  dt_xml_writer_attribute (xml, "short", advisory->short_name);
  dt_xml_writer_attribute (xml, "symbol", advisory->symbol);
  dt_xml_writer_attribute (xml, "seal", advisory->has_seal ? "own" : "office");
  for (guint i = 0; lines[i] != NULL; i++)
    dt_xml_writer_text_element (xml, "line", lines[i]);
  for (guint i = 0; i < advisory->n_members; i++)
    {
      dt_xml_writer_start_element (xml, "member");
      dt_xml_writer_attribute (xml, "leader", advisory->members[i].leader);
      dt_xml_writer_attribute (xml, "rank", dt_rank_to_string (advisory->members[i].rank));
      dt_xml_writer_attribute (xml, "title", advisory->members[i].title);
      dt_xml_writer_end_element (xml);
    }
  dt_xml_writer_end_element (xml);
}

static void
write_unit (DtXmlWriter *xml,
            const DtUnit *unit)
{
  dt_xml_writer_start_element (xml, "unit");
  dt_xml_writer_attribute (xml, "id", unit->id);
  dt_xml_writer_attribute (xml, "kind", unit->kind);
  dt_xml_writer_attribute (xml, "abbreviation", *unit->abbreviation != '\0' ? unit->abbreviation : NULL);
  dt_xml_writer_attribute (xml, "also", *unit->also != '\0' ? unit->also : NULL);
  dt_xml_writer_attribute (xml, "members", *unit->members != '\0' ? unit->members : NULL);
  dt_xml_writer_text (xml, unit->name);
  dt_xml_writer_end_element (xml);
}

static void
write_leader (DtXmlWriter *xml,
              const DtLeader *leader)
{
  dt_xml_writer_start_element (xml, "leader");
  dt_xml_writer_attribute (xml, "id", leader->id);
  dt_xml_writer_attribute (xml, "rank", dt_rank_to_string (leader->rank));
  dt_xml_writer_attribute (xml, "title", leader->title);
  dt_xml_writer_attribute (xml, "form", *leader->form != '\0' ? leader->form : NULL);
  dt_xml_writer_text (xml, leader->name);
  dt_xml_writer_end_element (xml);
}

/**
 * dt_profile_write:
 * @self: a profile
 *
 * Writes a profile.
 *
 * Returns: (transfer full): the file, which dt_profile_read() reads as @self
 */
GBytes *
dt_profile_write (const DtProfile *self)
{
  g_autoptr (DtXmlWriter) xml = NULL;
  const char *const *recipients;

  g_return_val_if_fail (self != NULL, NULL);

  xml = dt_xml_writer_new (TRUE);
  recipients = dt_profile_get_recipients (self);
  dt_xml_writer_start_element (xml, "profile");
  dt_xml_writer_attribute (xml, "xmlns", DT_PROFILE_NAMESPACE);
  dt_xml_writer_attribute (xml, "version", DT_PROFILE_VERSION);
  dt_xml_writer_attribute (xml, "id", self->fields.id);
  dt_xml_writer_attribute (xml, "level", dt_level_to_string (self->fields.level));
  write_office (xml, &self->fields);
  write_text (xml, self);

  for (guint i = 0; i < self->symbols->len; i++)
    {
      const DtSymbol *symbol = &g_array_index (self->symbols, DtSymbol, i);

      dt_xml_writer_start_element (xml, "symbol");
      dt_xml_writer_attribute (xml, "kind", symbol->kind);
      dt_xml_writer_text (xml, symbol->symbol);
      dt_xml_writer_end_element (xml);
    }
  for (guint i = 0; i < self->units->len; i++)
    write_unit (xml, &g_array_index (self->units, DtUnit, i));
  for (guint i = 0; i < self->leaders->len; i++)
    write_leader (xml, &g_array_index (self->leaders, DtLeader, i));
  for (guint i = 0; i < self->advisories->len; i++)
    write_advisory (xml, &g_array_index (self->advisories, DtAdvisory, i));
  for (guint i = 0; recipients[i] != NULL; i++)
    dt_xml_writer_text_element (xml, "recipient", recipients[i]);
  dt_xml_writer_text_element (xml, "archive", self->fields.archive);
  dt_xml_writer_end_element (xml);

  return dt_xml_writer_finish (xml);
}
