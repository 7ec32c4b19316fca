/* test-shaper.c - words and the fonts they come from
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dt-test-layout.h"

#include <fontconfig/fontconfig.h>
#include <glib/gstdio.h>

static const DtWord *
get (DtShaper *shaper,
     const char *text)
{
  return dt_shaper_get_word (shaper, FALSE, FALSE, text, strlen (text));
}

START_TEST (a_word_is_shaped_once)
{
  g_autoptr (DtShaper) shaper = dt_test_open_shaper ("Du Thao Test", NULL);
  const DtWord *word = get (shaper, "nhân");

  ck_assert_ptr_eq (get (shaper, "nhân"), word);
  ck_assert_ptr_ne (get (shaper, "dân"), word);
  ck_assert_ptr_ne (dt_shaper_get_word (shaper, TRUE, FALSE, "nhân", 5), word);
  ck_assert_uint_eq (word->n_glyphs, 4);
}
END_TEST

START_TEST (words_stay_when_the_table_grows)
{
  g_autoptr (DtShaper) shaper = dt_test_open_shaper ("Du Thao Test", NULL);
  const DtWord *first = get (shaper, "w0");
  gint32 width = first->width;

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = g_strdup_printf ("w%u", i);

      ck_assert_ptr_nonnull (get (shaper, text));
    }
  ck_assert_ptr_eq (get (shaper, "w0"), first);
  ck_assert_int_eq (first->width, width);
}
END_TEST

START_TEST (advances_add_up_in_font_units)
{
  g_autoptr (DtShaper) shaper = dt_test_open_shaper ("Du Thao Test", NULL);
  const DtWord *word = get (shaper, "Tự");
  gint32 sum = 0;

  for (guint i = 0; i < word->n_glyphs; i++)
    sum += word->glyphs[i].advance;
  ck_assert_int_eq (word->width, sum);
  ck_assert_uint_eq (dt_shaper_get_face (shaper, word->face)->units_per_em, 2048);
  /* "V" and "A" would be drawn together by a font that kerns. */
  ck_assert_int_eq (get (shaper, "VA")->width, get (shaper, "V")->width + get (shaper, "A")->width);
}
END_TEST

START_TEST (four_faces_differ)
{
  g_autoptr (DtShaper) shaper = dt_test_open_shaper ("Du Thao Test", NULL);

  for (guint style = 0; style < 4; style++)
    {
      const DtWord *word = dt_shaper_get_word (shaper, style & 1, (style & 2) != 0, "m", 1);
      const DtFace *face = dt_shaper_get_face (shaper, word->face);
      static const char *const files[] = { "DuThaoTest-Regular.ttf", "DuThaoTest-Bold.ttf", "DuThaoTest-Italic.ttf", "DuThaoTest-BoldItalic.ttf" };

      ck_assert_str_eq (face->family, "Du Thao Test");
      ck_assert (g_str_has_suffix (face->file, files[style]));
      ck_assert_ptr_nonnull (face->pattern);
      ck_assert_int_gt (face->ascent, 0);
      ck_assert_int_gt (face->descent, 0);
    }
}
END_TEST

/* fontconfig answers for any name; that the alias stands for another font must not pass in silence. */
START_TEST (a_substituted_font_is_told_of)
{
  static const char *const twins[] = { "No Such Font", "du thao test", NULL };
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DtShaper) shaper = dt_shaper_new ("Times New Roman", twins, diagnostics, &error);

  dt_assert_no_error (error);
  ck_assert_uint_eq (diagnostics->len, 1);
  ck_assert_str_eq (dt_diagnostic_get_code (g_ptr_array_index (diagnostics, 0)), "font-substituted");
  ck_assert_str_eq (dt_shaper_get_face (shaper, 0)->family, "Du Thao Test");
  ck_assert_ptr_eq (shaper->diagnostics, diagnostics);
}
END_TEST

START_TEST (a_font_that_is_there_is_not_told_of)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (DtShaper) shaper = dt_test_open_shaper ("Du Thao Test", diagnostics);

  get (shaper, "Ủy ban nhân dân");
  ck_assert_uint_eq (diagnostics->len, 0);
}
END_TEST

START_TEST (a_missing_glyph_is_told_of_once)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (DtShaper) shaper = dt_test_open_shaper ("Du Thao Test", diagnostics);
  const DtWord *word = get (shaper, "漢");

  ck_assert_uint_eq (word->glyphs[0].glyph, 0);
  get (shaper, "字");
  get (shaper, "漢字");
  ck_assert_uint_eq (diagnostics->len, 1);
  ck_assert_str_eq (dt_diagnostic_get_code (g_ptr_array_index (diagnostics, 0)), "glyph-substituted");
}
END_TEST

/* Lets fontconfig see what @conf says, until leave_fonts(). */
static char *
enter_fonts (const char *conf)
{
  g_autofree char *folder = g_dir_make_tmp ("dt-fonts-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "fonts.conf", NULL);
  char *before = g_strdup (g_getenv ("FONTCONFIG_FILE"));

  ck_assert (g_file_set_contents (path, conf, -1, NULL));
  g_setenv ("FONTCONFIG_FILE", path, TRUE);
  FcInitReinitialize ();
  g_unlink (path);
  g_rmdir (folder);
  return before;
}

static void
leave_fonts (char *before)
{
  g_setenv ("FONTCONFIG_FILE", before, TRUE);
  FcInitReinitialize ();
  g_free (before);
}

START_TEST (without_any_font_there_is_an_error)
{
  char *before = enter_fonts ("<fontconfig/>");
  g_autoptr (GError) error = NULL;
  DtShaper *shaper = dt_shaper_new ("Times New Roman", NULL, NULL, &error);

  leave_fonts (before);
  ck_assert_ptr_null (shaper);
  dt_assert_error (error, DT_LAYOUT_ERROR, DT_LAYOUT_ERROR_FONT);
}
END_TEST

/* The box fonts lack Greek; a font of the system beside them may have it. */
START_TEST (a_missing_character_comes_from_another_font)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (DtShaper) shaper = NULL;
  g_autofree char *conf = NULL;
  g_autofree char *text = NULL;
  const DtWord *word;
  char *before;

  ck_assert (g_file_get_contents (g_getenv ("FONTCONFIG_FILE"), &conf, NULL, NULL));
  text = g_strconcat ("<fontconfig><dir>/usr/share/fonts</dir>", strstr (conf, "<dir>"), NULL);
  before = enter_fonts (text);
  shaper = dt_test_open_shaper ("Du Thao Test", diagnostics);
  word = get (shaper, "α");
  leave_fonts (before);

  ck_assert_uint_eq (get (shaper, "a")->face, 0);
  ck_assert_uint_eq (diagnostics->len, 1);
  if (word->glyphs[0].glyph == 0)
    return;
  ck_assert_uint_ge (word->face, 4);
  ck_assert_str_ne (dt_shaper_get_face (shaper, word->face)->family, "Du Thao Test");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("shaper");
  TCase *basic = tcase_create ("basic");

  tcase_add_test (basic, a_word_is_shaped_once);
  tcase_add_test (basic, words_stay_when_the_table_grows);
  tcase_add_test (basic, advances_add_up_in_font_units);
  tcase_add_test (basic, four_faces_differ);
  tcase_add_test (basic, a_substituted_font_is_told_of);
  tcase_add_test (basic, a_font_that_is_there_is_not_told_of);
  tcase_add_test (basic, a_missing_glyph_is_told_of_once);
  tcase_add_test (basic, without_any_font_there_is_an_error);
  tcase_add_test (basic, a_missing_character_comes_from_another_font);
  suite_add_tcase (suite, basic);

  return dt_test_main (suite);
}
