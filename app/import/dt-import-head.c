/* dt-import-head.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-import"

#include "config.h"

#include "import/dt-import-steps-private.h"

#include "text/dt-date.h"
#include "text/dt-text.h"

#include <string.h>

/*
 * Everything above the content: boxes 1 to 5 of the decree, in the order a
 * PDF reader met them, one column after the other or both on one line.
 */

/* A type name further down is a word of the text. */
#define MAX_HEAD_LINES 80

/* How many cells further on the rest of a parted one can be. */
#define MAX_PARTED 4

/* Bodies whose name begins a new body, not a second line of the one before. */
static const char *const body_nouns[] = {
  "ban",
  "bộ",
  "chi cục",
  "công an",
  "cục",
  "đảng ủy",
  "đảng uỷ",
  "hội",
  "phòng",
  "sở",
  "thường trực",
  "trạm",
  "trung tâm",
  "trường",
  "ubnd",
  "hđnd",
  "ủy ban",
  "uỷ ban",
  "văn phòng",
  "liên đoàn",
  "ban quản lý",
};

static const struct
{
  const char *text;
  const char *urgency;
} urgencies[] = {
  { "hỏa tốc", "hoa-toc" },
  { "hoả tốc", "hoa-toc" },
  { "thượng khẩn", "thuong-khan" },
  { "khẩn", "khan" },
};

static const char *const circulations[] = { "lưu hành nội bộ", "xem xong trả lại" };

typedef struct
{
  DtImport *import;
  DtImportHead *head;
  GPtrArray *agency; /* lines in capitals */
} Reader;

/* Digits between @from and @until, or 0 when they are none or more than @max. */
static guint
read_digits (const char *from,
             const char *until,
             guint max)
{
  const char *p = from + strcspn (from, "0123456789");
  guint64 value = p < until ? g_ascii_strtoull (p, NULL, 10) : 0;

  return value <= max ? (guint) value : 0;
}

/* The date as files hold it, without the parts that no calendar has. */
static char *
format_date (DtDate date)
{
  char *iso = dt_date_format_iso (date);

  while (*iso != '\0' && !dt_date_parse_iso_partial (iso, NULL))
    {
      char *dash = strrchr (iso, '-');

      *(dash != NULL ? dash : iso) = '\0';
    }

  return iso;
}

/* A date in another form than the decree's is written anew. */
static void
report_rewritten (Reader *self,
                  const char *cell,
                  DtDate date,
                  guint line)
{
  g_autofree char *written = dt_date_format_long (date);
  g_autofree char *text = g_strdup_printf ("%s, %s", self->head->place, written);

  if (dt_date_is_complete (date) && strcmp (text, cell) != 0)
    dt_import_report (self->import, DT_IMPORT_HEAD_REWRITTEN, line, cell, text);
}

/* "Long Hồ, ngày 05 tháng 3 năm 2026", with parts blank or dotted. */
static gboolean
read_place_date (Reader *self,
                 const char *cell,
                 guint line)
{
  const char *comma = strstr (cell, ", ngày");
  const char *month = comma != NULL ? strstr (comma, "tháng") : NULL;
  const char *year = month != NULL ? strstr (month, "năm") : NULL;
  g_autofree char *iso = NULL;
  DtDate date;

  if (year == NULL || comma - cell > 80 || comma == cell || dt_import_start (cell) == DT_START_LOWER)
    return FALSE;

  date = dt_date_make (read_digits (year, cell + strlen (cell), 9999), read_digits (month, year, 12),
                       read_digits (comma, month, 31));
  if (date.month == 0)
    date.day = 0;
  iso = format_date (date);
  self->head->place = dt_import_keep (self->import, cell, comma - cell);
  self->head->date = *iso != '\0' ? dt_import_keep (self->import, iso, -1) : NULL;
  dt_import_drop (self->import, cell, -1);
  report_rewritten (self, cell, date, line);

  return TRUE;
}

static gboolean read_cell (Reader *self,
                           const char *cell,
                           guint line);

/* A cell that nobody knows a place for goes before the opening. */
static void
keep_cell (Reader *self,
           const char *cell,
           guint line)
{
  g_ptr_array_add (self->head->kept, (gpointer) cell);
  dt_import_report (self->import, DT_IMPORT_HEAD_KEPT, line, cell, NULL);
}

/* "Số: 20/KH-UBND"; what follows the symbol is the other column. */
static gboolean
read_number (Reader *self,
             const char *cell,
             guint line)
{
  gsize width = dt_import_match_word (cell, "số");
  const char *p = cell + width;
  const char *slash = strchr (p, '/');
  const char *rest;
  guint number;

  if (width == 0 || slash == NULL || slash[1] == '\0' || slash - p > 40)
    return FALSE;

  p += strspn (p, ": ");
  number = (guint) strspn (p, "0123456789");
  if (number > 0 && p + number <= slash)
    self->head->number = dt_import_keep (self->import, p, number);

  rest = slash + 1 + strspn (slash + 1, " ");
  width = strcspn (rest, " ");
  self->head->symbol = dt_import_keep (self->import, rest, (gssize) width);
  dt_import_drop (self->import, cell, (gssize) (rest + width - cell));
  if (rest[width] != '\0' && !read_cell (self, rest + width + 1, line))
    keep_cell (self, rest + width + 1, line);

  return TRUE;
}

static gboolean
read_stamp (Reader *self,
            const char *cell)
{
  for (guint i = 0; i < G_N_ELEMENTS (urgencies); i++)
    {
      gsize width = dt_import_match_word (cell, urgencies[i].text);

      if (width > 0 && cell[width] == '\0')
        {
          self->head->urgency = urgencies[i].urgency;
          dt_import_drop (self->import, cell, -1);
          return TRUE;
        }
    }

  for (guint i = 0; i < G_N_ELEMENTS (circulations); i++)
    {
      gsize width = dt_import_match_word (cell, circulations[i]);

      if (width > 0 && cell[width] == '\0' && self->head->circulation == NULL)
        {
          self->head->circulation = cell;
          return TRUE;
        }
    }

  return FALSE;
}

/* Takes one cell of the head; FALSE when nobody knows what it is. */
static gboolean
read_cell (Reader *self,
           const char *cell,
           guint line)
{
  DtMarker marker;

  if (dt_import_is_national (cell))
    {
      dt_import_drop (self->import, cell, -1);
      return TRUE;
    }
  if ((self->head->symbol == NULL && read_number (self, cell, line)) ||
      (self->head->place == NULL && read_place_date (self, cell, line)) || read_stamp (self, cell))
    return TRUE;

  dt_import_classify (self->import, cell, 0, &marker);
  if (marker.mark == DT_MARK_NONE && dt_import_is_caps (cell) &&
      !dt_import_is_decision_line (cell))
    {
      g_ptr_array_add (self->agency, (gpointer) cell);
      return TRUE;
    }

  return FALSE;
}

typedef struct
{
  const char *text;
  guint line;
} HeadCell;

/* Whether @next is the rest of @cell: a PDF reader parts what stands on one line around the blanks that
 * number and day will fill. */
static gboolean
is_parted (const char *cell,
           const char *next)
{
  if (dt_import_match_word (cell, "số") > 0 && strchr (cell, '/') == NULL)
    return *next == '/';

  return strstr (cell, ", ngày") != NULL && strstr (cell, "năm") == NULL &&
         (dt_import_match_word (next, "tháng") > 0 || dt_import_match_word (next, "năm") > 0);
}

/* Puts parted cells together again; the rest of one stands a few cells further on. */
static void
mend_cells (DtImport *import,
            GArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    for (guint n = i + 1; n < cells->len && n <= i + MAX_PARTED; n++)
      {
        HeadCell *cell = &g_array_index (cells, HeadCell, i);
        const char *next = g_array_index (cells, HeadCell, n).text;
        g_autofree char *joined = NULL;

        if (!is_parted (cell->text, next))
          continue;
        joined = g_strconcat (cell->text, " ", next, NULL);
        cell->text = dt_import_keep (import, joined, -1);
        g_array_remove_index (cells, n);
        n = i;
      }
}

/* All lines above the type name. */
static void
read_head_lines (Reader *self,
                 guint to)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (HeadCell));

  for (guint i = 0; i < to; i++)
    {
      const DtImportLine *line = dt_import_get_line (self->import, i);
      g_autoptr (GPtrArray) cells = dt_import_split_columns (self->import, line->raw);

      for (guint n = 0; n < cells->len; n++)
        {
          HeadCell cell = { g_ptr_array_index (cells, n), line->line };

          g_array_append_val (all, cell);
        }
    }

  mend_cells (self->import, all);
  for (guint i = 0; i < all->len; i++)
    {
      const HeadCell *cell = &g_array_index (all, HeadCell, i);

      if (!read_cell (self, cell->text, cell->line))
        keep_cell (self, cell->text, cell->line);
    }
}

/* A line of a text without a type name; FALSE when the head is over. */
static gboolean
read_head_line (Reader *self,
                const DtImportLine *line)
{
  g_autoptr (GPtrArray) cells = dt_import_split_columns (self->import, line->raw);

  for (guint i = 0; i < cells->len; i++)
    {
      const char *cell = g_ptr_array_index (cells, i);

      if (read_cell (self, cell, line->line))
        continue;
      if (i == 0)
        return FALSE;
      keep_cell (self, cell, line->line);
    }

  return TRUE;
}

static gboolean
starts_body (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (body_nouns); i++)
    if (dt_import_match_word (text, body_nouns[i]) > 0)
      return TRUE;

  return FALSE;
}

static const char *
join_lines (DtImport *self,
            GPtrArray *lines,
            guint from,
            guint to,
            const char *separator)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    {
      if (i > from)
        g_string_append (text, separator);
      g_string_append (text, g_ptr_array_index (lines, i));
    }

  return to > from ? dt_import_keep (self, text->str, (gssize) text->len) : NULL;
}

/* "ỦY BAN NHÂN DÂN XÃ LONG HỒ" on one line breaks before the unit, as the head has it. */
static const char *
break_name (DtImport *self,
            const char *name)
{
  static const char *const units[] = { " XÃ ", " PHƯỜNG ", " ĐẶC KHU ", " THỊ TRẤN " };
  const char *at = NULL;
  char *broken;

  if (name == NULL || strchr (name, '\n') != NULL || strstr (name, "BAN NHÂN DÂN ") == NULL)
    return name;
  for (guint i = 0; at == NULL && i < G_N_ELEMENTS (units); i++)
    at = strstr (name, units[i]);
  if (at == NULL)
    return name;

  broken = (char *) dt_import_keep (self, name, -1);
  broken[at - name] = '\n';

  return broken;
}

/* The last body named is the one that issues; what stands above it is its parent. */
static void
set_agency (Reader *self)
{
  guint start = 0;

  for (guint i = 1; i < self->agency->len; i++)
    if (starts_body (g_ptr_array_index (self->agency, i)))
      start = i;

  self->head->parent = join_lines (self->import, self->agency, 0, start, " ");
  self->head->agency = break_name (self->import, join_lines (self->import, self->agency, start,
                                                             self->agency->len, "\n"));
}

/* The type name: the words of a kind in capitals, alone on a line or before the subject. */
static gboolean
read_type (DtImport *self,
           const char *text,
           gboolean alone,
           DtImportHead *head,
           const char **rest)
{
  g_autofree char *upper = NULL;
  DtMarker marker;
  gsize length = 0;
  const char *kind;

  dt_import_classify (self, text, 0, &marker);
  if (marker.mark == DT_MARK_HEADING)
    {
      text += marker.length;
      upper = dt_text_upper (text);
    }

  kind = dt_import_find_kind (upper != NULL ? upper : text, NULL, &length);
  if (kind == NULL || length > strlen (text) || dt_import_is_decision_line (text))
    return FALSE;
  if (alone ? text[length] != '\0' : text[length] != ' ')
    return FALSE;

  head->kind = kind;
  dt_import_drop (self, text, (gssize) length);
  *rest = text[length] != '\0' ? text + length + 1 : NULL;

  return TRUE;
}

/* The line of the type name, or the number of lines when there is none. */
static guint
find_type (DtImport *self,
           DtImportHead *head,
           const char **rest)
{
  guint n = MIN (self->lines->len, MAX_HEAD_LINES);
  gsize length;

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < n; i++)
        {
          const DtImportLine *line = dt_import_get_line (self, i);
          DtMarker marker;

          dt_import_classify (self, line->text, 0, &marker);
          if ((marker.mark != DT_MARK_NONE && marker.mark != DT_MARK_HEADING) ||
              dt_import_find_lead (line->text, &length) != NULL ||
              dt_import_is_decision_line (line->text))
            break;
          if (read_type (self, line->text, pass == 0, head, rest))
            {
              head->kind_line = line->line;
              return i;
            }
        }
    }

  return self->lines->len;
}

/* Names of the body, in capitals, between the subject and the bases of a decision. */
static guint
read_authority (DtImport *self,
                guint from,
                DtImportHead *head)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint i;

  for (i = from; i < self->lines->len && i < from + 4; i++)
    {
      const DtImportLine *line = dt_import_get_line (self, i);
      DtMarker marker;

      dt_import_classify (self, line->text, 0, &marker);
      if (marker.mark != DT_MARK_NONE || !dt_import_is_caps (line->text) ||
          dt_import_is_decision_line (line->text))
        break;
      dt_import_join_text (self, text, line->text, line->line);
    }

  if (text->len > 0)
    head->authority = dt_import_keep (self, text->str, (gssize) text->len);

  return i;
}

static gboolean
has_decision_line (const DtImport *self)
{
  guint n = MIN (self->lines->len, 400);

  for (guint i = 0; i < n; i++)
    if (dt_import_is_decision_line (dt_import_get_line (self, i)->text))
      return TRUE;

  return FALSE;
}

/**
 * dt_import_read_head:
 * @self: the import
 * @head: (inout): where it goes
 *
 * Reads the head.
 *
 * Returns: the first line of the content
 */
guint
dt_import_read_head (DtImport *self,
                     DtImportHead *head)
{
  g_autoptr (GPtrArray) agency = g_ptr_array_new ();
  Reader reader = { .import = self, .head = head, .agency = agency };
  const char *rest = NULL;
  guint type = find_type (self, head, &rest);
  gboolean typed = type < self->lines->len;
  guint content = 0;

  self->decision = has_decision_line (self);
  if (typed)
    read_head_lines (&reader, type);
  else
    while (content < MIN (self->lines->len, MAX_HEAD_LINES) &&
           read_head_line (&reader, dt_import_get_line (self, content)))
      content++;

  if (typed)
    {
      head->subject = rest;
      content = dt_import_read_subject (self, type + 1, self->lines->len, &head->subject);
      if (self->decision)
        content = read_authority (self, content, head);
    }
  else if (self->decision && head->symbol == NULL)
    {
      /* Only the lines right above the bases are left of the head. */
      head->authority = join_lines (self, agency, 0, agency->len, " ");
      g_ptr_array_set_size (agency, 0);
    }

  set_agency (&reader);
  if (head->kind == NULL || self->decision)
    head->kind = self->decision ? "quyet-dinh-truc-tiep" : "ke-hoach";

  return content;
}
