/* dt-text.h - Vietnamese text: normal form, case, folding, letters, numerals
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Every function here takes valid UTF-8 and gives the same answer in every
 * locale. Lengths are bytes; a length of -1 stands for "up to the NUL". */

gboolean dt_text_is_nfc (const char *text);
char *dt_text_to_nfc (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *dt_text_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void dt_text_fold_append (GString *folded,
                          const char *text,
                          gssize length);
char *dt_text_upper (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *dt_text_lower (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *dt_text_collapse (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean dt_text_next_word (const char **cursor,
                            const char *end,
                            const char **word,
                            gsize *length);

/**
 * DT_TEXT_N_POINT_LETTERS:
 *
 * How many letters name the points (điểm) of a clause: a b c d đ e g h i k l
 * m n o p q r s t u v x y.
 */
#define DT_TEXT_N_POINT_LETTERS 23

const char *dt_text_point_letter (guint index);
int dt_text_point_index (const char *letter,
                         gsize length);
gboolean dt_text_is_foreign_letter (const char *letter,
                                    gsize length);

/**
 * DT_TEXT_ROMAN_MAX:
 *
 * The largest number that has a Roman numeral here.
 */
#define DT_TEXT_ROMAN_MAX 3999

char *dt_text_roman (guint number) G_GNUC_WARN_UNUSED_RESULT;
guint dt_text_parse_roman (const char *text,
                           gsize length);

G_END_DECLS
