/* test-profile.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/dt-xml-reader.h"
#include "template/dt-profile-sign.h"

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
  { OPEN OFFICE "<text size=\"12\"/>" SYMBOL UNIT LEADERS CLOSE, "p.xml:3:" },
  { OPEN OFFICE "<text spacing=\"1.6\"/>" SYMBOL UNIT LEADERS CLOSE, "p.xml:3:" },
  { OPEN OFFICE SYMBOL UNIT "<unit id=\"x\" kind=\"nhom\" members=\"ca y\">X</unit>" LEADERS CLOSE, "p.xml:5:" },
  { OPEN OFFICE SYMBOL UNIT LEADERS "<leader id=\"x\" rank=\"acting\" title=\"A\">X</leader>" CLOSE, "p.xml:8:" },
  { OPEN OFFICE SYMBOL UNIT LEADERS "<advisory id=\"x\" name=\"A\" short=\"A\" symbol=\"A\"><line>A</line></advisory>" CLOSE, "p.xml:8:" },
  { OPEN OFFICE SYMBOL UNIT LEADERS "<advisory id=\"x\" name=\"A\" short=\"A\" symbol=\"A\"><line>A</line><member leader=\"z\" rank=\"head\" title=\"A\"/></advisory>" CLOSE, "p.xml:8:" },
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

#define HEAD_ONLY "<leader id=\"ct\" rank=\"head\" title=\"Chủ tịch\">Nguyễn Văn B</leader>\n"
#define ACTING "<leader id=\"q\" rank=\"acting\" title=\"Chủ tịch\">Nguyễn Văn Q</leader>\n"
#define OTHERS                                                                               \
  "<leader id=\"pct\" rank=\"deputy\" title=\"Phó Chủ tịch\">Trần Thị C</leader>\n" \
  "<leader id=\"tl\" rank=\"officer\" title=\"Chánh Văn phòng\">Lê D</leader>\n"         \
  "<leader id=\"tuq\" rank=\"officer\" title=\"Trưởng phòng Kinh tế\" form=\"tuq\">Lê E</leader>\n"
#define ADVISORY                                                                                                                      \
  "<advisory id=\"bcd\" name=\"Ban Chỉ đạo A phường A\" short=\"Ban Chỉ đạo\" symbol=\"BCĐ\">"                          \
  "<line>BAN CHỈ ĐẠO A</line><line>PHƯỜNG A</line>"                                                                           \
  "<member leader=\"q\" rank=\"head\" title=\"Trưởng ban\"/><member leader=\"pct\" rank=\"deputy\" title=\"Phó Trưởng ban\"/>" \
  "<member leader=\"tl\" rank=\"deputy\" title=\"Phó Trưởng ban Thường trực\"/></advisory>\n"                                \
  "<advisory id=\"hd\" name=\"Hội đồng B\" short=\"Hội đồng\" symbol=\"HĐ\" seal=\"own\">"                                 \
  "<line>HỘI ĐỒNG B</line><member leader=\"q\" rank=\"head\" title=\"Chủ tịch Hội đồng\"/></advisory>\n"
#define STAFFED OPEN OFFICE SYMBOL UNIT ACTING OTHERS ADVISORY CLOSE

/* Who may sign how: of every leader and every form exactly these; "|" stands between what is decided by the head
 * alone and by the body. */
static const struct
{
  const char *leaders;
  const char *alone;
  const char *together;
} staffs[] = {
  { HEAD_ONLY OTHERS, "ct: pct:kt tl:tl tuq:tuq ", "ct: pct:kt " },
  { ACTING OTHERS, "q:q pct:kt tl:tl tuq:tuq ", "q:q pct:kt " },
};

static char *
list_lawful (const DtProfile *profile,
             gboolean collective)
{
  g_autoptr (GPtrArray) signers = dt_profile_list_signers (profile, collective);
  GString *lawful = g_string_new (NULL);
  guint n_leaders;

  dt_profile_get_leaders (profile, &n_leaders);
  ck_assert_uint_eq (signers->len, n_leaders * 5);
  for (guint i = 0; i < signers->len; i++)
    {
      const DtSigner *signer = g_ptr_array_index (signers, i);

      if (signer->is_lawful)
        g_string_append_printf (lawful, "%s:%s ", signer->leader->id, signer->form);
      else
        ck_assert_ptr_nonnull (strstr (signer->reason, "Điều 13") != NULL ? signer->reason : strstr (signer->reason, "Phụ lục I"));
      ck_assert_int_eq (signer->is_lawful, signer->reason == NULL);
    }

  return g_string_free (lawful, FALSE);
}

/* What can be chosen can be made, and has the form that was chosen; nothing else can. */
static void
check_made (const DtProfile *profile,
            gboolean collective)
{
  g_autoptr (GPtrArray) signers = dt_profile_list_signers (profile, collective);
  guint n_leaders;
  const DtLeader *leaders = dt_profile_get_leaders (profile, &n_leaders);

  for (guint l = 0; l < n_leaders; l++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DtNode) node = dt_profile_make_signature (profile, &leaders[l], collective, &error);
      const DtSigner *chosen = NULL;
      guint first = collective ? 1 : 0;

      for (guint i = 0; i < signers->len; i++)
        {
          const DtSigner *signer = g_ptr_array_index (signers, i);

          if (signer->leader == &leaders[l] && signer->is_lawful)
            {
              ck_assert_ptr_null (chosen);
              chosen = signer;
            }
        }
      ck_assert_int_eq (chosen != NULL, node != NULL);
      if (node == NULL)
        {
          dt_assert_error (error, DT_PROFILE_ERROR, DT_PROFILE_ERROR_SIGNER);
          continue;
        }
      if (collective)
        ck_assert_str_eq (dt_node_get_attribute (dt_node_get_child (node, 0), DT_ATTR_FORM), "tm");
      ck_assert_int_eq (g_strcmp0 (dt_node_get_attribute (dt_node_get_child (node, first), DT_ATTR_FORM),
                                   *chosen->form != '\0' ? chosen->form : NULL),
                        0);
    }
}

START_TEST (only_lawful_ways_of_signing_can_be_chosen)
{
  g_autofree char *text = g_strconcat (OPEN OFFICE SYMBOL UNIT, staffs[_i].leaders, CLOSE, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DtProfile) profile = read_text (text, &error);
  g_autofree char *alone = NULL;
  g_autofree char *together = NULL;

  dt_assert_no_error (error);
  alone = list_lawful (profile, FALSE);
  together = list_lawful (profile, TRUE);
  ck_assert_str_eq (alone, staffs[_i].alone);
  ck_assert_str_eq (together, staffs[_i].together);
  check_made (profile, FALSE);
  check_made (profile, TRUE);
}
END_TEST

static const struct
{
  const char *advisory;
  const char *leader;
  const char *block;
} advisory_signatures[] = {
  { "bcd", NULL, "tm Ban Chỉ đạo| Trưởng ban| Q. Chủ tịch Ủy ban nhân dân phường| Nguyễn Văn Q|" },
  { "bcd", "pct", "tm Ban Chỉ đạo|kt Trưởng ban| Phó Trưởng ban| Phó Chủ tịch Ủy ban nhân dân phường| Trần Thị C|" },
  { "bcd", "tl", "tm Ban Chỉ đạo|kt Trưởng ban| Phó Trưởng ban Thường trực| Chánh Văn phòng| Lê D|" },
  { "bcd", "tuq", NULL },
  { "hd", "q", "tm Hội đồng| Chủ tịch Hội đồng| Nguyễn Văn Q|" },
  { "hd", "pct", NULL },
};

START_TEST (an_advisory_body_signs_with_the_role_in_it)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtProfile) profile = read_text (STAFFED, &error);
  g_autoptr (DtNode) node = NULL;
  g_autoptr (GString) block = g_string_new (NULL);

  dt_assert_no_error (error);
  node = dt_profile_make_advisory_signature (profile, dt_profile_find_advisory (profile, advisory_signatures[_i].advisory),
                                             advisory_signatures[_i].leader, &error);
  if (advisory_signatures[_i].block == NULL)
    {
      ck_assert_ptr_null (node);
      dt_assert_error (error, DT_PROFILE_ERROR, DT_PROFILE_ERROR_SIGNER);
      return;
    }

  dt_assert_no_error (error);
  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    {
      DtNode *child = dt_node_get_child (node, i);
      const char *form = dt_node_get_kind (child) == DT_NODE_CAPACITY ? dt_node_get_attribute (child, DT_ATTR_FORM) : NULL;

      g_string_append_printf (block, "%s %s|", form != NULL ? form : "", dt_node_get_text (child));
    }
  ck_assert_str_eq (block->str, advisory_signatures[_i].block);
}
END_TEST

START_TEST (a_group_stands_for_its_members)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtProfile) profile = read_text (OPEN OFFICE SYMBOL UNIT
                                             "<unit id=\"kt\" kind=\"kinh-te\">Phòng Kinh tế</unit>"
                                             "<unit id=\"n\" kind=\"nhom\" also=\"Các phòng, ban; Các đơn vị\" members=\"ca kt\">Các cơ quan</unit>" LEADERS CLOSE,
                                             &error);
  const DtUnit *group;
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GPtrArray) one = NULL;

  dt_assert_no_error (error);
  group = dt_profile_find_unit (profile, "các đơn  vị");
  ck_assert_str_eq (group->id, "n");
  members = dt_profile_expand_unit (profile, group);
  ck_assert_uint_eq (members->len, 2);
  ck_assert_str_eq (((const DtUnit *) g_ptr_array_index (members, 1))->id, "kt");
  one = dt_profile_expand_unit (profile, g_ptr_array_index (members, 0));
  ck_assert_uint_eq (one->len, 1);
  ck_assert (dt_profile_unit_is_in (profile, g_ptr_array_index (members, 0), group));
  ck_assert (!dt_profile_unit_is_in (profile, group, g_ptr_array_index (members, 0)));
}
END_TEST

START_TEST (habits_go_into_the_profile_and_out_again)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtProfile) profile = read_text (OPEN OFFICE "<margins top=\"25\" right=\"15.5\" bottom=\"20\" left=\"35\"/>"
                                                         "<text size=\"13\" indent=\"12.7\" spacing=\"1.15\"/>" SYMBOL UNIT LEADERS CLOSE,
                                             &error);
  g_autoptr (DtProfile) plain = read_whole ();
  g_autoptr (DtProfile) again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  DtHabits habits;
  DtHabits read;
  DtHabits none = { 0 };
  g_autofree char *margins = NULL;

  dt_assert_no_error (error);
  habits = dt_profile_get_habits (profile);
  margins = dt_habits_format (&habits, DT_ATTR_MARGINS);
  ck_assert_str_eq (margins, "25 15.5 20 35");
  ck_assert_uint_eq (habits.text_size, 1300);
  ck_assert_int_eq (habits.indent, 12700);
  ck_assert_uint_eq (habits.line_spacing, 115);
  bytes = dt_profile_write (profile);
  again = dt_profile_read (bytes, "p", &error);
  dt_assert_no_error (error);
  read = dt_profile_get_habits (again);
  ck_assert (dt_habits_equal (&habits, &read));
  read = dt_profile_get_habits (plain);
  ck_assert (dt_habits_equal (&none, &read));
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
  tcase_add_loop_test (tcase, only_lawful_ways_of_signing_can_be_chosen, 0, G_N_ELEMENTS (staffs));
  tcase_add_loop_test (tcase, an_advisory_body_signs_with_the_role_in_it, 0, G_N_ELEMENTS (advisory_signatures));
  tcase_add_test (tcase, a_group_stands_for_its_members);
  tcase_add_test (tcase, habits_go_into_the_profile_and_out_again);
  suite_add_tcase (suite, tcase);

  return dt_test_main (suite);
}
