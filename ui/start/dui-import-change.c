/* dui-import-change.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-import-change"

#include "config.h"

#include "start/dui-import-change.h"

#include "text/dt-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* The text alone says what its lines are: a line that was taken for something else is written as what it is. */

static const struct
{
  const char *id;
  const char *label;
} parts[DUI_IMPORT_N_PARTS] = {
  [DUI_IMPORT_HEADING] = { "heading", N_ ("_Heading (I.)") },
  [DUI_IMPORT_SUBHEADING] = { "subheading", N_ ("_Subheading (1.)") },
  [DUI_IMPORT_POINT] = { "point", N_ ("P_oint (a)") },
  [DUI_IMPORT_DASH] = { "dash", N_ ("_Dash (-)") },
  [DUI_IMPORT_PARAGRAPH] = { "paragraph", N_ ("_Paragraph") },
  [DUI_IMPORT_SUBJECT] = { "subject", N_ ("S_ubject") },
  [DUI_IMPORT_BASIS] = { "basis", N_ ("_Basis") },
  [DUI_IMPORT_RECIPIENT] = { "recipient", N_ ("_Recipient") },
  [DUI_IMPORT_JOINED] = { "joined", N_ ("_Join to the Line Above") },
  [DUI_IMPORT_LEFT_OUT] = { "left-out", N_ ("Lea_ve Out") },
};

/* How lines begin, the higher ones first. */
typedef enum
{
  SIGN_ROMAN,
  SIGN_ARABIC,
  SIGN_LETTER,
  SIGN_DASH,
  SIGN_NONE,
} Sign;

static const char *const patterns[SIGN_NONE] = {
  "^\\s*[IVXLC]{1,6}[.)]\\s+",
  "^\\s*(\\d{1,2}[.)]|\\d{1,2}(\\.\\d{1,2})+\\.?)\\s+",
  "^\\s*[a-zđ][.)]\\s+",
  "^\\s*[-+*•–]\\s*",
};

static const char *const romans[] = { "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X",
                                      "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX" };
static const char *const letters[] = { "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y" };

static Sign
find_sign (const char *line,
           gsize *length)
{
  *length = 0;
  for (guint i = 0; i < SIGN_NONE; i++)
    {
      g_autoptr (GRegex) regex = g_regex_new (patterns[i], 0, 0, NULL);
      g_autoptr (GMatchInfo) match = NULL;
      int end = 0;

      if (g_regex_match (regex, line, 0, &match) && g_match_info_fetch_pos (match, 0, NULL, &end))
        {
          *length = (gsize) end;
          return (Sign) i;
        }
    }

  return SIGN_NONE;
}

/* The words of a line. */
static char *
dup_content (const char *line)
{
  gsize length;

  find_sign (line, &length);
  return g_strstrip (g_strdup (line + length));
}

/* How many lines before @line bear @sign, back to one that holds them. */
static guint
count_before (GPtrArray *lines,
              guint line,
              Sign sign)
{
  guint count = 0;

  for (guint i = line; i > 0; i--)
    {
      gsize length;
      Sign found = find_sign (g_ptr_array_index (lines, i - 1), &length);

      if (found < sign)
        break;
      count += found == sign;
    }

  return count;
}

static gboolean
begins (const char *line,
        const char *words)
{
  g_autofree char *content = dup_content (line);
  g_autofree char *folded = dt_text_fold (content);

  return g_str_has_prefix (folded, words);
}

static gboolean
is_blank (const char *line)
{
  return line[strspn (line, " \t")] == '\0';
}

static void
replace (GPtrArray *lines,
         guint line,
         char *text)
{
  g_free (g_ptr_array_index (lines, line));
  g_ptr_array_index (lines, line) = text;
}

static guint
move (GPtrArray *lines,
      guint line,
      guint to)
{
  char *text = g_ptr_array_steal_index (lines, line);

  if (to > line)
    to--;
  g_ptr_array_insert (lines, (int) to, text);
  return to;
}

static char *
with_end (const char *content,
          const char *start,
          const char *end)
{
  g_autofree char *bare = g_strdup (content);
  gsize length = strlen (bare);

  while (length > 0 && strchr (";., ", bare[length - 1]) != NULL)
    bare[--length] = '\0';

  return g_strconcat (start, bare, end, NULL);
}

static guint
number_line (GPtrArray *lines,
             guint line,
             DuiImportPart part,
             const char *content)
{
  if (part == DUI_IMPORT_HEADING)
    {
      guint count = count_before (lines, line, SIGN_ROMAN);

      replace (lines, line, g_strdup_printf ("%s. %s", romans[MIN (count, G_N_ELEMENTS (romans) - 1)], content));
    }
  else if (part == DUI_IMPORT_SUBHEADING)
    {
      replace (lines, line, g_strdup_printf ("%u. %s", count_before (lines, line, SIGN_ARABIC) + 1, content));
    }
  else if (part == DUI_IMPORT_POINT)
    {
      guint count = count_before (lines, line, SIGN_LETTER);

      replace (lines, line, g_strdup_printf ("%s) %s", letters[MIN (count, G_N_ELEMENTS (letters) - 1)], content));
    }
  else
    {
      replace (lines, line, g_strconcat ("- ", content, NULL));
    }

  return line;
}

/* Where the first line with a number of the highest kind stands, or the end. */
static guint
find_first_heading (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      gsize length;

      if (find_sign (g_ptr_array_index (lines, i), &length) <= SIGN_ARABIC)
        return i;
    }

  return lines->len;
}

/* Behind the other bases; without any, before what opens. */
static guint
find_place_of_basis (GPtrArray *lines,
                     guint line)
{
  guint heading = find_first_heading (lines);
  guint place = 0;

  for (guint i = 0; i < heading; i++)
    if (i != line && begins (g_ptr_array_index (lines, i), "can cu "))
      place = i + 1;
  if (place > 0)
    return place;

  for (guint i = 0; i < heading; i++)
    if (begins (g_ptr_array_index (lines, i), "uy ban nhan dan") && strchr (g_ptr_array_index (lines, i), ':') != NULL)
      return i;

  return MIN (heading, line);
}

static guint
make_basis (GPtrArray *lines,
            guint line,
            const char *content)
{
  static const char *const leads[] = { "can cu ", "thuc hien ", "theo ", "xet " };
  gboolean has_lead = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    has_lead |= begins (content, leads[i]);
  replace (lines, line, with_end (content, has_lead ? "" : "Căn cứ ", ";"));
  return move (lines, line, find_place_of_basis (lines, line));
}

static guint
make_recipient (GPtrArray *lines,
                guint line,
                const char *content)
{
  guint title = lines->len;
  guint place;

  for (guint i = 0; i < lines->len; i++)
    if (i != line && begins (g_ptr_array_index (lines, i), "noi nhan"))
      title = i;
  replace (lines, line, with_end (content, "- ", ";"));
  if (title == lines->len)
    {
      g_ptr_array_add (lines, g_strdup (""));
      g_ptr_array_add (lines, g_strdup ("Nơi nhận:"));
      return move (lines, line, lines->len);
    }

  /* Before what is filed, which comes last. */
  for (place = title + 1; place < lines->len; place++)
    {
      gsize length;

      if (find_sign (g_ptr_array_index (lines, place), &length) != SIGN_DASH || begins (g_ptr_array_index (lines, place), "luu"))
        break;
    }
  return move (lines, line, place);
}

static gboolean
is_kind_line (const char *line)
{
  g_autofree char *content = dup_content (line);
  g_autofree char *upper = dt_text_upper (content);

  return strcmp (content, upper) == 0 && (begins (content, "ke hoach") || begins (content, "quyet dinh")) && strlen (content) < 24;
}

/* Behind the name of the kind, and what stands there already. */
static guint
make_subject (GPtrArray *lines,
              guint line,
              const char *content)
{
  guint heading = find_first_heading (lines);

  replace (lines, line, g_strdup (content));
  for (guint i = 0; i < MAX (heading, line) && i < lines->len; i++)
    {
      guint place = i + 1;

      if (i == line || !is_kind_line (g_ptr_array_index (lines, i)))
        continue;
      while (place < lines->len && place != line && !is_blank (g_ptr_array_index (lines, place)) &&
             !begins (g_ptr_array_index (lines, place), "can cu ") && place < i + 4)
        place++;
      return move (lines, line, place);
    }

  /* There is no such line: it is written too. */
  g_ptr_array_insert (lines, (int) line, g_strdup ("KẾ HOẠCH"));
  return line + 1;
}

/* Apart from what stands around it, so that it is not taken for the end of another. */
static guint
make_paragraph (GPtrArray *lines,
                guint line,
                const char *content)
{
  replace (lines, line, g_strdup (content));
  if (line + 1 < lines->len && !is_blank (g_ptr_array_index (lines, line + 1)))
    g_ptr_array_insert (lines, (int) line + 1, g_strdup (""));
  if (line > 0 && !is_blank (g_ptr_array_index (lines, line - 1)))
    {
      g_ptr_array_insert (lines, (int) line, g_strdup (""));
      return line + 1;
    }

  return line;
}

/* The one above that says something. */
static guint
join (GPtrArray *lines,
      guint line)
{
  guint above = line;
  g_autofree char *content = g_strstrip (g_strdup (g_ptr_array_index (lines, line)));

  while (above > 0 && is_blank (g_ptr_array_index (lines, above - 1)))
    above--;
  if (above == 0)
    return line;

  replace (lines, above - 1, g_strconcat (g_ptr_array_index (lines, above - 1), " ", content, NULL));
  g_ptr_array_remove_range (lines, above, line - above + 1);
  return above - 1;
}

static char *
join_lines (GPtrArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, g_ptr_array_index (lines, i));
    }

  return g_string_free (text, FALSE);
}

const char *
dui_import_part_get_id (DuiImportPart part)
{
  g_return_val_if_fail (part < DUI_IMPORT_N_PARTS, NULL);

  return parts[part].id;
}

gboolean
dui_import_part_find (const char *id,
                      DuiImportPart *part)
{
  for (guint i = 0; i < DUI_IMPORT_N_PARTS; i++)
    if (strcmp (parts[i].id, id) == 0)
      {
        *part = (DuiImportPart) i;
        return TRUE;
      }

  return FALSE;
}

const char *
dui_import_part_get_label (DuiImportPart part)
{
  g_return_val_if_fail (part < DUI_IMPORT_N_PARTS, NULL);

  return _ (parts[part].label);
}

static guint
change (GPtrArray *lines,
        guint line,
        DuiImportPart part)
{
  g_autofree char *content = dup_content (g_ptr_array_index (lines, line));

  switch (part)
    {
    case DUI_IMPORT_PARAGRAPH:
      return make_paragraph (lines, line, content);

    case DUI_IMPORT_SUBJECT:
      return make_subject (lines, line, content);

    case DUI_IMPORT_BASIS:
      return make_basis (lines, line, content);

    case DUI_IMPORT_RECIPIENT:
      return make_recipient (lines, line, content);

    case DUI_IMPORT_JOINED:
      return join (lines, line);

    case DUI_IMPORT_LEFT_OUT:
      g_ptr_array_remove_index (lines, line);
      return line > 0 ? line - 1 : 0;

    case DUI_IMPORT_HEADING:
    case DUI_IMPORT_SUBHEADING:
    case DUI_IMPORT_POINT:
    case DUI_IMPORT_DASH:
    case DUI_IMPORT_N_PARTS:
    default:
      return number_line (lines, line, part, content);
    }
}

char *
dui_import_change (const char *text,
                   guint line,
                   DuiImportPart part,
                   guint *now)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) split = NULL;
  g_autofree char *changed = NULL;

  g_return_val_if_fail (text != NULL && part < DUI_IMPORT_N_PARTS, NULL);

  split = g_strsplit (text, "\n", -1);
  for (guint i = 0; split[i] != NULL; i++)
    g_ptr_array_add (lines, g_strdup (split[i]));
  if (line >= lines->len || is_blank (g_ptr_array_index (lines, line)))
    return NULL;

  *now = change (lines, line, part);
  changed = join_lines (lines);
  return strcmp (changed, text) != 0 ? g_steal_pointer (&changed) : NULL;
}
