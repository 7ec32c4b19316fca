/* test-profile.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/dt-xml-reader.h"
#include "template/dt-profile.h"

#include "dt-test.h"

#include <string.h>

#define OPEN "<profile xmlns=\"" DT_PROFILE_NAMESPACE "\" version=\"1\" id=\"a\" level=\"phuong\">\n"
#define OFFICE                                                                                                                             \
  "<office name=\"Ủy ban nhân dân phường A\" short=\"UBND phường\" area=\"phường A\" place=\"A\" hamlet=\"tổ dân phố\">" \
  "<line>ỦY BAN NHÂN DÂN</line><line>PHƯỜNG A</line></office>\n"
#define SYMBOL "<symbol kind=\"ke-hoach\">KH-UBND</symbol>\n"
#define UNIT "<unit id=\"ca\" kind=\"cong-an\" abbreviation=\"CA\">Công an phường</unit>\n"
#define LEADERS                                                                              \
  "<leader id=\"ct\" rank=\"head\" title=\"Chủ tịch\">Nguyễn Văn B</leader>\n"        \
  "<leader id=\"pct\" rank=\"deputy\" title=\"Phó Chủ tịch\">Trần Thị C</leader>\n" \
  "<leader id=\"cvp\" rank=\"officer\" title=\"Chánh Văn phòng\">Lê D</leader>\n"
#define CLOSE "<archive>VT</archive>\n</profile>\n"
#define WHOLE OPEN OFFICE SYMBOL UNIT LEADERS CLOSE

static DtProfile *
read_text (const char *text,
           GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return dt_profile_read (bytes, "p.xml", error);
}

static DtProfile *
read_whole (void)
{
  g_autoptr (GError) error = NULL;
  DtProfile *profile = read_text (WHOLE, &error);

  dt_assert_no_error (error);
  return profile;
}

static char *
find_data (const char *relative)
{
  return g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", relative, NULL);
}

START_TEST (a_profile_is_read)
{
  g_autoptr (DtProfile) profile = read_whole ();
  const DtProfileFields *fields = dt_profile_get (profile);

  ck_assert_int_eq (fields->level, DT_LEVEL_PHUONG);
  ck_assert_str_eq (fields->agency, "ỦY BAN NHÂN DÂN\nPHƯỜNG A");
  ck_assert_int_eq (fields->left, DT_MM (30));
  ck_assert (!fields->on_paper);
  ck_assert_str_eq (dt_profile_find_symbol (profile, "ke-hoach"), "KH-UBND");
  ck_assert_ptr_null (dt_profile_find_symbol (profile, "bao-cao"));
  ck_assert_str_eq (dt_profile_find_unit (profile, "CÔNG AN PHƯỜNG")->id, "ca");
  ck_assert_str_eq (dt_profile_find_unit (profile, "ca")->id, "ca");
  ck_assert_str_eq (dt_profile_find_unit (profile, "cong-an")->id, "ca");
  ck_assert_ptr_null (dt_profile_find_unit (profile, "y-te"));
}
END_TEST

START_TEST (a_profile_says_what_templates_ask)
{
  g_autoptr (DtProfile) profile = read_whole ();
  g_autofree char *area = dt_profile_dup_value (profile, "co-quan.dia-ban");
  g_autofree char *level = dt_profile_dup_value (profile, "co-quan.cap");
  g_autofree char *police = dt_profile_dup_value (profile, "don-vi.cong-an");
  g_autofree char *health = dt_profile_dup_value (profile, "don-vi.y-te");

  ck_assert_str_eq (area, "phường A");
  ck_assert_str_eq (level, "phường");
  ck_assert_str_eq (police, "Công an phường");
  ck_assert_ptr_null (health);
  ck_assert (dt_profile_key_is_known ("don-vi.y-te"));
  ck_assert (!dt_profile_key_is_known ("don-vi.khong-co"));
  ck_assert (!dt_profile_key_is_ours ("ky"));
}
END_TEST

START_TEST (what_is_written_reads_the_same)
{
  g_autofree char *path = find_data ("packs/builtin/profiles/xa-tan-phuc.xml");
  g_autoptr (GError) error = NULL;
  g_autoptr (DtProfile) profile = dt_profile_load (path, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *file = NULL;
  gsize size;

  dt_assert_no_error (error);
  bytes = dt_profile_write (profile);
  ck_assert (g_file_get_contents (path, &file, &size, NULL));
  ck_assert_uint_eq (g_bytes_get_size (bytes), size);
  ck_assert_int_eq (memcmp (g_bytes_get_data (bytes, NULL), file, size), 0);
}
END_TEST

static const struct
{
  const char *text;
  const char *place;
} bad[] = {
  { OPEN OFFICE SYMBOL LEADERS CLOSE, "p.xml:4:1: " },
  { OPEN OFFICE SYMBOL UNIT LEADERS "</profile>", "p.xml:8:1: " },
  { OPEN OFFICE "<margins top=\"20\" right=\"15\" bottom=\"20\" left=\"29\"/>" SYMBOL UNIT LEADERS CLOSE, "p.xml:3:" },
  { OPEN OFFICE "<margins top=\"nan\" right=\"15\" bottom=\"20\" left=\"30\"/>" SYMBOL UNIT LEADERS CLOSE, "p.xml:3:" },
  { OPEN OFFICE SYMBOL SYMBOL UNIT LEADERS CLOSE, "p.xml:4:9: " },
  { OPEN OFFICE SYMBOL UNIT UNIT LEADERS CLOSE, "p.xml:5:7: " },
  { OPEN OFFICE SYMBOL "<unit id=\"x\" kind=\"huyen\">X</unit>" LEADERS CLOSE, "p.xml:4:14: " },
  { OPEN OFFICE SYMBOL UNIT "<leader id=\"x\" rank=\"head\" title=\"A\" form=\"tl\">X</leader>" CLOSE, "p.xml:5:" },
  { OPEN OFFICE SYMBOL UNIT "<leader id=\"x\" rank=\"head\" title=\" \">X</leader>" CLOSE, "p.xml:5:" },
  { OPEN OFFICE SYMBOL UNIT LEADERS "<archive> </archive></profile>", "p.xml:8:1: " },
  { OPEN OFFICE SYMBOL UNIT LEADERS "<archive>VT</archive><unit/></profile>", "p.xml:8:22: " },
  { "<profile xmlns=\"" DT_PROFILE_NAMESPACE "\" version=\"2\" id=\"a\" level=\"xa\"/>", "p.xml:1:" },
  { "<profile xmlns=\"" DT_PROFILE_NAMESPACE "\" version=\"1\" id=\"a\" level=\"huyen\"/>", "p.xml:1:" },
  { "<profile/>", "p.xml:1:1: " },
};

START_TEST (a_bad_profile_is_refused_at_its_place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtProfile) profile = read_text (bad[_i].text, &error);

  ck_assert_ptr_null (profile);
  dt_assert_error (error, DT_XML_ERROR, DT_XML_ERROR_CONTENT);
  ck_assert_msg (g_str_has_prefix (error->message, bad[_i].place), "%s", error->message);
}
END_TEST

static const struct
{
  const char *leader;
  gboolean collective;
  const char *block;
} signatures[] = {
  { "ct", TRUE, "tm Ủy ban nhân dân|Chủ tịch|Nguyễn Văn B|" },
  { "ct", FALSE, "Chủ tịch|Nguyễn Văn B|" },
  { "pct", TRUE, "tm Ủy ban nhân dân|kt Chủ tịch|Phó Chủ tịch|Trần Thị C|" },
  { "pct", FALSE, "kt Chủ tịch|Phó Chủ tịch|Trần Thị C|" },
  { "cvp", FALSE, "tl Chủ tịch|Chánh Văn phòng|Lê D|" },
  { "cvp", TRUE, NULL },
};

START_TEST (the_signature_follows_from_who_signs_what)
{
  g_autoptr (DtProfile) profile = read_whole ();
  g_autoptr (GError) error = NULL;
  const DtLeader *leader = dt_profile_find_leader (profile, signatures[_i].leader);
  g_autoptr (DtNode) node = dt_profile_make_signature (profile, leader, signatures[_i].collective, &error);
  g_autoptr (GString) block = g_string_new (NULL);

  if (signatures[_i].block == NULL)
    {
      ck_assert_ptr_null (node);
      dt_assert_error (error, DT_PROFILE_ERROR, DT_PROFILE_ERROR_SIGNER);
      return;
    }

  dt_assert_no_error (error);
  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    {
      DtNode *child = dt_node_get_child (node, i);
      const char *form = dt_node_get_attribute (child, DT_ATTR_FORM);

      g_string_append_printf (block, "%s%s%s|", form != NULL ? form : "", form != NULL ? " " : "",
                              dt_node_get_text (child));
    }
  ck_assert_str_eq (block->str, signatures[_i].block);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("profile");
  TCase *tcase = tcase_create ("profile");

  tcase_add_test (tcase, a_profile_is_read);
  tcase_add_test (tcase, a_profile_says_what_templates_ask);
  tcase_add_test (tcase, what_is_written_reads_the_same);
  tcase_add_loop_test (tcase, a_bad_profile_is_refused_at_its_place, 0, G_N_ELEMENTS (bad));
  tcase_add_loop_test (tcase, the_signature_follows_from_who_signs_what, 0, G_N_ELEMENTS (signatures));
  suite_add_tcase (suite, tcase);

  return dt_test_main (suite);
}
