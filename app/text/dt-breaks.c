/* dt-breaks.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-breaks"

#include "config.h"

#include "text/dt-breaks.h"

#include <string.h>

/* The opportunities are those of LibreOffice Writer, found by trying every pair
 * of characters: lines of the exported ODT must end where ours do. The document's
 * language makes no difference there.
 */

#define EN_DASH 0x2013
#define EM_DASH 0x2014
#define ELLIPSIS 0x2026
#define DONG_SIGN 0x20ab
#define SOFT_HYPHEN 0x00ad
#define ZERO_WIDTH_SPACE 0x200b

/* A stretch of letters and digits (with "&" inside, as in "CVT&LTNN"). */
typedef struct
{
  guint n_chars;
  guint n_digits;
  guint n_upper;
  gboolean starts_upper;
} Segment;

gboolean
dt_breaks_is_blank (gunichar c)
{
  return c == ' ' || c == '\t' || (c >= 0x2000 && c <= 0x200a && c != 0x2007) || c == 0x3000;
}

static gboolean
is_one_of (gunichar c,
           const char *ascii)
{
  return c < 0x80 && c != '\0' && strchr (ascii, (int) c) != NULL;
}

/* Ends a line behind it when a letter, a digit or one of a few signs follows. */
static gboolean
breaks_behind (gunichar c)
{
  return is_one_of (c, "-!?|\\") || c == EN_DASH || c == EM_DASH || c == ELLIPSIS;
}

static gboolean
may_start_behind (gunichar c)
{
  return is_one_of (c, "([%&+=*$<>") || c == ELLIPSIS || c == EM_DASH || c == 0xb0 || c == 0xa7 ||
         c == DONG_SIGN || g_unichar_isalnum (c);
}

static gboolean
is_between (gunichar before,
            gunichar after)
{
  if (before == SOFT_HYPHEN || before == ZERO_WIDTH_SPACE)
    return TRUE;
  if (breaks_behind (before))
    return may_start_behind (after);
  if (after == EM_DASH)
    return g_unichar_isalnum (before) || is_one_of (before, ")]}");
  if (after == '%' && g_unichar_isalpha (before))
    return TRUE;
  if (is_one_of (after, "([%+$") || after == ELLIPSIS || after == DONG_SIGN)
    return is_one_of (before, ".,;:)]%+$") || before == DONG_SIGN;
  if (before >= 0x2e80 || after >= 0x2e80)
    return (g_unichar_iswide (before) && !g_unichar_ismark (after) && !g_unichar_ispunct (after)) ||
           (g_unichar_iswide (after) && !g_unichar_ispunct (before) && !g_unichar_ispunct (after));
  return FALSE;
}

static void
segment_add (Segment *segment,
             gunichar c)
{
  gboolean is_upper = g_unichar_isupper (c);

  segment->starts_upper = segment->n_chars == 0 ? is_upper : segment->starts_upper;
  segment->n_chars++;
  segment->n_digits += g_unichar_isdigit (c) ? 1 : 0;
  segment->n_upper += is_upper ? 1 : 0;
}

static gboolean
in_segment (gunichar c)
{
  return g_unichar_isalnum (c) || c == '&' || c == '%';
}

static gboolean
is_number (const Segment *segment)
{
  return segment->n_digits > 0 && segment->n_digits + 1 >= segment->n_chars;
}

/* "20", "KH", "NĐ", "TTg", "QyĐ", "QH15", but not "Xã". */
static gboolean
is_code (const Segment *segment)
{
  if (is_number (segment))
    return TRUE;
  return segment->starts_upper && (segment->n_upper > 1 || segment->n_chars == 1 || segment->n_digits > 0);
}

/* Adds the segment that starts at @at; its end. */
static const char *
scan_segment (Segment *segment,
              const char *at,
              const char *end)
{
  for (; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!in_segment (c))
        break;
      segment_add (segment, c);
    }
  return at;
}

/* Whether the hyphen at @hyphen stands inside a number. Looks no further than
 * the letters and digits on both sides, so a text is gone over thrice at most.
 */
static gboolean
joins_number (const char *text,
              const char *hyphen,
              const char *end)
{
  const char *start = hyphen;
  Segment left = { 0 };
  Segment right = { 0 };

  while (start > text)
    {
      const char *before = g_utf8_prev_char (start);

      if (!in_segment (g_utf8_get_char (before)))
        break;
      start = before;
    }
  scan_segment (&left, start, hyphen);
  scan_segment (&right, g_utf8_next_char (hyphen), end);

  if (left.n_chars == 0)
    return is_number (&right);
  return is_code (&left) && is_code (&right);
}

/* Blanks end a line unless they stand before closing or behind opening marks. */
static gboolean
blank_breaks (gunichar before,
              gunichar after)
{
  return !is_one_of (after, ".,;:!?/)]}\\") && !is_one_of (before, "([{") &&
         !(before == EM_DASH && after == EM_DASH);
}

/* Letters and digits of Latin script, the bulk of any text: nothing happens between two of them. */
static gboolean
is_plain (gunichar c)
{
  if (c < 0x80)
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return (c >= 0xc0 && c < 0x250) || (c >= 0x1e00 && c < 0x1f00);
}

static DtBreak
find_between (const char *text,
              const char *before_at,
              gunichar before,
              gunichar c,
              const char *end)
{
  if (!is_between (before, c))
    return DT_BREAK_NONE;
  if ((before == '-' || before == EN_DASH) && joins_number (text, before_at, end))
    return DT_BREAK_PROTECTED;
  return DT_BREAK_ALLOWED;
}

/**
 * dt_breaks_find:
 * @text: valid UTF-8
 * @length: its bytes
 * @breaks: (out caller-allocates): @length + 1 places
 *
 * Finds where lines of @text may end, in linear time.
 */
void
dt_breaks_find (const char *text,
                gsize length,
                guint8 *breaks)
{
  const char *end = text + length;
  const char *at = text;
  const char *before_at = text; /* the character before, blanks passed over */
  gunichar before = 0;
  gboolean was_plain = FALSE;
  gboolean blanks = FALSE;

  g_return_if_fail (text != NULL && breaks != NULL);

  memset (breaks, DT_BREAK_NONE, length + 1);
  while (at < end)
    {
      const char *here = at;
      gunichar c = g_utf8_get_char (at);
      gboolean plain = is_plain (c);

      at = g_utf8_next_char (at);
      if (c == '\n')
        {
          breaks[at - text] = DT_BREAK_FORCED;
          before = 0;
          blanks = FALSE;
          was_plain = FALSE;
          continue;
        }
      if (dt_breaks_is_blank (c))
        {
          blanks = before != 0;
          continue;
        }

      if (before != 0 && blanks)
        {
          if (blank_breaks (before, c))
            breaks[here - text] = DT_BREAK_ALLOWED;
        }
      else if (before != 0 && !(plain && was_plain))
        breaks[here - text] = find_between (text, before_at, before, c, end);

      before = c;
      before_at = here;
      was_plain = plain;
      blanks = FALSE;
    }
}
