/* dui-profile-write.c - the form of a profile as a profile file
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-profile-page"

#include "config.h"

#include "start/dui-profile-page-private.h"

#include "base/dt-xml-writer.h"
#include "template/dt-profile-sign.h"

#include <string.h>

static void
write_number (DtXmlWriter *xml,
              const char *name,
              GtkSpinButton *spin)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  dt_xml_writer_attribute (xml, name, g_ascii_formatd (buffer, sizeof buffer, "%g", gtk_spin_button_get_value (spin)));
}

static void
write_lines (DtXmlWriter *xml,
             const char *element,
             const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      dt_xml_writer_text_element (xml, element, lines[i]);
}

static void
write_office (DuiProfilePage *self,
              DtXmlWriter *xml)
{
  static const struct
  {
    const char *name;
    DuiOfficeText text;
  } attributes[] = { { "name", DUI_OFFICE_NAME }, { "short", DUI_OFFICE_SHORT }, { "area", DUI_OFFICE_AREA }, { "place", DUI_OFFICE_PLACE }, { "hamlet", DUI_OFFICE_HAMLET } };
  g_autofree char *agency = dui_profile_page_dup_row (self->texts[DUI_OFFICE_AGENCY]);

  dt_xml_writer_start_element (xml, "office");
  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      g_autofree char *text = dui_profile_page_dup_row (self->texts[attributes[i].text]);

      dt_xml_writer_attribute (xml, attributes[i].name, text);
    }
  write_lines (xml, "line", agency);
  dt_xml_writer_end_element (xml);

  dt_xml_writer_start_element (xml, "issue");
  dt_xml_writer_attribute (xml, "mode", gtk_switch_get_active (self->paper_switch) ? "paper" : "electronic");
  dt_xml_writer_attribute (xml, "signature", gtk_switch_get_active (self->area_switch) ? "area" : "short");
  dt_xml_writer_end_element (xml);

  dt_xml_writer_start_element (xml, "margins");
  write_number (xml, "top", self->spins[DUI_HABIT_TOP]);
  write_number (xml, "right", self->spins[DUI_HABIT_RIGHT]);
  write_number (xml, "bottom", self->spins[DUI_HABIT_BOTTOM]);
  write_number (xml, "left", self->spins[DUI_HABIT_LEFT]);
  dt_xml_writer_end_element (xml);

  dt_xml_writer_start_element (xml, "text");
  write_number (xml, "size", self->spins[DUI_HABIT_SIZE]);
  write_number (xml, "indent", self->spins[DUI_HABIT_INDENT]);
  write_number (xml, "spacing", self->spins[DUI_HABIT_SPACING]);
  dt_xml_writer_end_element (xml);
}

static void
write_symbols (DuiProfilePage *self,
               DtXmlWriter *xml)
{
  for (guint i = 0; i + 1 < self->symbols->len; i += 2)
    {
      g_autofree char *symbol = self->symbol_rows->len > 0
                                  ? dui_profile_page_dup_row (g_ptr_array_index (self->symbol_rows, i / 2))
                                  : g_strdup (g_ptr_array_index (self->symbols, i + 1));

      if (*symbol == '\0')
        continue;
      dt_xml_writer_start_element (xml, "symbol");
      dt_xml_writer_attribute (xml, "kind", g_ptr_array_index (self->symbols, i));
      dt_xml_writer_text (xml, symbol);
      dt_xml_writer_end_element (xml);
    }
}

/* Those of @members that stand above, as the format wants it. */
static char *
filter_members (const char *members,
                GHashTable *above)
{
  g_auto (GStrv) ids = g_strsplit (members != NULL ? members : "", " ", -1);
  g_autoptr (GString) kept = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    if (g_hash_table_contains (above, ids[i]))
      g_string_append_printf (kept, "%s%s", kept->len > 0 ? " " : "", ids[i]);

  return kept->len > 0 ? g_strdup (kept->str) : NULL;
}

static void
write_units (DuiProfilePage *self,
             DtXmlWriter *xml)
{
  g_autoptr (GHashTable) above = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->units->len; i++)
    {
      DuiProfileEntry *entry = g_ptr_array_index (self->units, i);
      g_autofree char *members = NULL;
      DuiProfileTexts texts;

      if (dui_profile_entry_is_blank (entry))
        continue;
      dui_profile_entry_read (entry, &texts);
      members = filter_members (texts.members, above);
      dt_xml_writer_start_element (xml, "unit");
      dt_xml_writer_attribute (xml, "id", dui_profile_entry_get_id (entry));
      dt_xml_writer_attribute (xml, "kind", texts.kind);
      dt_xml_writer_attribute (xml, "abbreviation", *g_strstrip (texts.second) != '\0' ? texts.second : NULL);
      dt_xml_writer_attribute (xml, "also", texts.also != NULL && *texts.also != '\0' ? texts.also : NULL);
      dt_xml_writer_attribute (xml, "members", members);
      dt_xml_writer_text (xml, texts.name);
      dt_xml_writer_end_element (xml);
      g_hash_table_add (above, (gpointer) dui_profile_entry_get_id (entry));
      dui_profile_texts_clear (&texts);
    }
}

static GHashTable *
write_leaders (DuiProfilePage *self,
               DtXmlWriter *xml)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->leaders->len; i++)
    {
      DuiProfileEntry *entry = g_ptr_array_index (self->leaders, i);
      DuiProfileTexts texts;

      if (dui_profile_entry_is_blank (entry))
        continue;
      dui_profile_entry_read (entry, &texts);
      dt_xml_writer_start_element (xml, "leader");
      dt_xml_writer_attribute (xml, "id", dui_profile_entry_get_id (entry));
      dt_xml_writer_attribute (xml, "rank", dt_rank_to_string (texts.rank));
      dt_xml_writer_attribute (xml, "title", texts.second);
      dt_xml_writer_attribute (xml, "form", *texts.form != '\0' ? texts.form : NULL);
      dt_xml_writer_text (xml, texts.name);
      dt_xml_writer_end_element (xml);
      g_hash_table_add (ids, (gpointer) dui_profile_entry_get_id (entry));
      dui_profile_texts_clear (&texts);
    }

  return ids;
}

/* Advisory bodies stay as they are, without members who left; one without any member goes. */
static void
write_advisories (DuiProfilePage *self,
                  DtXmlWriter *xml,
                  GHashTable *leaders)
{
  guint n_advisories = 0;
  const DtAdvisory *advisories = self->base != NULL ? dt_profile_get_advisories (self->base, &n_advisories) : NULL;

  for (guint i = 0; i < n_advisories; i++)
    {
      const DtAdvisory *advisory = &advisories[i];
      guint n_left = 0;

      for (guint k = 0; k < advisory->n_members; k++)
        n_left += g_hash_table_contains (leaders, advisory->members[k].leader);
      if (n_left == 0)
        continue;

      dt_xml_writer_start_element (xml, "advisory");
      dt_xml_writer_attribute (xml, "id", advisory->id);
      dt_xml_writer_attribute (xml, "name", advisory->name);
      dt_xml_writer_attribute (xml, "short", advisory->short_name);
      dt_xml_writer_attribute (xml, "symbol", advisory->symbol);
      dt_xml_writer_attribute (xml, "seal", advisory->has_seal ? "own" : "office");
      write_lines (xml, "line", advisory->agency);
      for (guint k = 0; k < advisory->n_members; k++)
        {
          if (!g_hash_table_contains (leaders, advisory->members[k].leader))
            continue;
          dt_xml_writer_start_element (xml, "member");
          dt_xml_writer_attribute (xml, "leader", advisory->members[k].leader);
          dt_xml_writer_attribute (xml, "rank", dt_rank_to_string (advisory->members[k].rank));
          dt_xml_writer_attribute (xml, "title", advisory->members[k].title);
          dt_xml_writer_end_element (xml);
        }
      dt_xml_writer_end_element (xml);
    }
}

GBytes *
dui_profile_page_write (DuiProfilePage *self)
{
  g_autoptr (DtXmlWriter) xml = dt_xml_writer_new (TRUE);
  g_autoptr (GHashTable) leaders = NULL;
  g_autofree char *recipients = dui_profile_page_dup_row (self->recipients_row);
  g_autofree char *archive = dui_profile_page_dup_row (self->texts[DUI_OFFICE_ARCHIVE]);

  dt_xml_writer_start_element (xml, "profile");
  dt_xml_writer_attribute (xml, "xmlns", DT_PROFILE_NAMESPACE);
  dt_xml_writer_attribute (xml, "version", DT_PROFILE_VERSION);
  dt_xml_writer_attribute (xml, "id", "cua-toi.ho-so");
  dt_xml_writer_attribute (xml, "level", dt_level_to_string ((DtLevel) adw_combo_row_get_selected (self->level_row)));
  write_office (self, xml);
  write_symbols (self, xml);
  write_units (self, xml);
  leaders = write_leaders (self, xml);
  write_advisories (self, xml, leaders);
  write_lines (xml, "recipient", recipients);
  dt_xml_writer_text_element (xml, "archive", archive);
  dt_xml_writer_end_element (xml);

  return dt_xml_writer_finish (xml);
}
