/* dt-compose-head.c - head, type, subject and bases
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "compose/dt-compose-private.h"

#include "base/dt-diagnostic.h"
#include "text/dt-date.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Phụ lục I, mục II, khoản 1. */
#define NATIONAL_TITLE "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
#define MOTTO "Độc lập - Tự do - Hạnh phúc"

/* Room for a number that the clerk puts in after signature (Điều 15, khoản 2). */
#define NUMBER_BLANK "      "

static const struct
{
  const char *name;
  const char *text;
} leads[] = {
  { "can-cu", "Căn cứ " },
  { "thuc-hien", "Thực hiện " },
  { "theo-de-nghi", "Theo đề nghị của " },
  { "xet", "Xét " },
};

/* Phụ lục I, mục III, khoản 2, điểm b. */
static const struct
{
  const char *name;
  const char *text;
  DtRole frame;
} urgencies[] = {
  { "khan", "KHẨN", DT_ROLE_URGENT_FRAME },
  { "thuong-khan", "THƯỢNG KHẨN", DT_ROLE_PRESSING_FRAME },
  { "hoa-toc", "HỎA TỐC", DT_ROLE_EXPRESS_FRAME },
};

/* Common nouns of administrative units: what follows one in a body's name is a proper name. */
static const char *const unit_nouns[] = { "XÃ ", "PHƯỜNG ", "ĐẶC KHU ", "TỈNH ", "THÀNH PHỐ " };

/* Kinds of bodies whose own name has a capital after the first word, and of which the field of work has one too
 * (Phụ lục II, mục IV): "Ban Chỉ đạo Chuyển đổi số". */
static const char *const body_kinds[] = { "Ban Chỉ đạo ", "Ban Chỉ huy ", "Ban Quản lý ", "Ban Tổ chức ", "Hội đồng ",
                                          "Trung tâm ", "Phòng " };

static const char *
head_attribute (const DtComposing *composing,
                DtAttribute attribute)
{
  const char *value = composing->head != NULL ? dt_node_get_attribute (composing->head, attribute) : NULL;

  return value != NULL ? value : "";
}

static const char *
head_text (const DtComposing *composing,
           DtNodeKind kind)
{
  const char *text = composing->head != NULL ? dt_node_get_child_text (composing->head, kind) : NULL;

  return text != NULL ? text : "";
}

/**
 * dt_compose_get_date:
 * @composing: the run
 *
 * Gets the date of the document; parts still open are 0.
 *
 * Returns: the date
 */
DtDate
dt_compose_get_date (const DtComposing *composing)
{
  DtDate date = DT_DATE_INIT;
  const char *text = head_attribute (composing, DT_ATTR_DATE);

  if (*text != '\0' && !dt_date_parse_iso_partial (text, &date))
    return dt_date_make (0, 0, 0);

  return date;
}

/**
 * dt_compose_number:
 * @composing: the run
 * @filled: whether a known number is shown at all
 *
 * Writes number and symbol (Phụ lục I, mục II, khoản 3): numbers below 10 take
 * a leading zero, a number not given yet leaves room.
 *
 * Returns: (transfer full): "20/KH-UBND"
 */
char *
dt_compose_number (const DtComposing *composing,
                   gboolean filled)
{
  const char *number = filled ? head_attribute (composing, DT_ATTR_NUMBER) : "";
  const char *symbol = head_attribute (composing, DT_ATTR_SYMBOL);
  gboolean pad = strspn (number, "0123456789") == 1 && *number != '0';

  if (*symbol == '\0' && composing->kind != NULL)
    symbol = composing->kind->abbreviation;

  return g_strdup_printf ("%s%s/%s", pad ? "0" : "", *number != '\0' ? number : NUMBER_BLANK, symbol);
}

/* "Nguyễn" from "NGUYỄN", word by word. */
static void
append_title_case (GString *name,
                   const char *capitals)
{
  g_autofree char *lower = dt_text_lower (capitals);
  gboolean first = TRUE;

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (name, first ? g_unichar_toupper (c) : c);
      first = !g_unichar_isalnum (c);
    }
}

/* "Ban Chỉ đạo Chuyển đổi số" from its capitals, "Ủy ban nhân dân" from those. */
static void
append_common (GString *name,
               const char *common)
{
  g_autofree char *lower = dt_text_lower (common);
  const char *rest = lower;

  if (*lower == '\0')
    return;

  for (guint i = 0; i < G_N_ELEMENTS (body_kinds) && rest == lower; i++)
    {
      g_autofree char *kind = dt_text_lower (body_kinds[i]);

      if (!g_str_has_prefix (lower, kind) || g_str_has_prefix (lower, "hội đồng nhân dân"))
        continue;
      g_string_append (name, body_kinds[i]);
      rest += strlen (kind);
    }

  /* Behind the kind may stand the noun of the unit at once: "Ban Chỉ đạo xã". */
  for (guint i = 0; i < G_N_ELEMENTS (unit_nouns) && rest != lower; i++)
    {
      g_autofree char *noun = dt_text_lower (unit_nouns[i]);

      if (strcmp (rest, noun) == 0)
        {
          g_string_append (name, rest);
          return;
        }
    }
  if (*rest != '\0')
    g_string_append_unichar (name, g_unichar_toupper (g_utf8_get_char (rest)));
  if (*rest != '\0')
    g_string_append (name, g_utf8_next_char (rest));
}

/* The noun at @noun begins the name of a unit; that of "văn hóa - xã hội" does not. */
static gboolean
is_unit_noun (const char *agency,
              const char *noun)
{
  return (noun == agency || noun[-1] == ' ') && !g_str_has_prefix (noun, "XÃ HỘI");
}

/**
 * dt_compose_agency_name:
 * @composing: the run
 *
 * Writes the name of the issuing body as it stands in running text. A name
 * that is written in small letters in the plan stands as it is; from capitals
 * are made: the kind of body with one capital, or those that advisory bodies
 * have, the proper name of the unit with one a word (Phụ lục II, mục III and
 * IV).
 *
 * Returns: (transfer full): "Ủy ban nhân dân xã Long Hồ"
 */
char *
dt_compose_agency_name (const DtComposing *composing)
{
  g_autofree char *folded = dt_text_collapse (head_text (composing, DT_NODE_AGENCY));
  g_autofree char *agency = dt_text_upper (folded);
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *common = NULL;
  const char *proper = agency + strlen (agency);
  const char *noun = proper;

  if (strcmp (folded, agency) != 0)
    return g_steal_pointer (&folded);

  for (guint i = 0; i < G_N_ELEMENTS (unit_nouns); i++)
    {
      const char *found = strstr (agency, unit_nouns[i]);

      while (found != NULL && !is_unit_noun (agency, found))
        found = strstr (found + 1, unit_nouns[i]);
      if (found != NULL && found < noun)
        {
          noun = found;
          proper = found + strlen (unit_nouns[i]);
        }
    }

  common = g_strndup (agency, (gsize) (proper - agency));
  append_common (name, common);
  append_title_case (name, proper);

  return g_string_free (g_steal_pointer (&name), FALSE);
}

static GPtrArray *
new_cell (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) dt_block_unref);
}

static DtBlock *
new_rule (DtRole role,
          const char *node)
{
  return dt_block_new (DT_BLOCK_RULE, role, node);
}

static GPtrArray *
compose_agency (DtComposing *composing)
{
  GPtrArray *cell = new_cell ();
  const char *parent = head_text (composing, DT_NODE_PARENT);
  const char *agency = head_text (composing, DT_NODE_AGENCY);

  if (*parent != '\0')
    g_ptr_array_add (cell, dt_compose_fixed (composing, DT_ROLE_PARENT, "head/parent", parent));

  if (*agency == '\0')
    dt_compose_missing (composing, "head/agency", _ ("the issuing body"));
  g_ptr_array_add (cell, dt_compose_fixed (composing, DT_ROLE_AGENCY, "head/agency", *agency != '\0' ? agency : "……………"));
  g_ptr_array_add (cell, new_rule (DT_ROLE_AGENCY_RULE, "head/agency"));

  return cell;
}

static GPtrArray *
compose_national_title (DtComposing *composing)
{
  GPtrArray *cell = new_cell ();

  g_ptr_array_add (cell, dt_compose_fixed (composing, DT_ROLE_NATIONAL_TITLE, "head", NATIONAL_TITLE));
  g_ptr_array_add (cell, dt_compose_fixed (composing, DT_ROLE_MOTTO, "head", MOTTO));
  g_ptr_array_add (cell, new_rule (DT_ROLE_MOTTO_RULE, "head"));

  return cell;
}

static GPtrArray *
compose_number_cell (DtComposing *composing)
{
  GPtrArray *cell = new_cell ();
  g_autofree char *number = dt_compose_number (composing, TRUE);
  g_autofree char *text = g_strconcat ("Số: ", number, NULL);

  g_ptr_array_add (cell, dt_compose_fixed (composing, DT_ROLE_NUMBER, "head", text));

  return cell;
}

static GPtrArray *
compose_place_date (DtComposing *composing)
{
  GPtrArray *cell = new_cell ();
  const char *place = head_attribute (composing, DT_ATTR_PLACE);
  g_autofree char *date = dt_date_format_long (dt_compose_get_date (composing));
  g_autofree char *text = NULL;

  if (*place == '\0')
    dt_compose_missing (composing, "head", _ ("the place"));
  text = g_strconcat (*place != '\0' ? place : "…………", ", ", date, NULL);
  g_ptr_array_add (cell, dt_compose_fixed (composing, DT_ROLE_PLACE_DATE, "head", text));

  return cell;
}

/* A line in a frame of its own: what the clerk else stamps. */
static GPtrArray *
compose_stamp (DtComposing *composing,
               DtRole role,
               const char *node,
               const char *text,
               DtRole frame)
{
  GPtrArray *cell = new_cell ();

  g_ptr_array_add (cell, dt_compose_fixed (composing, role, node, text));
  g_ptr_array_add (cell, new_rule (frame, node));

  return cell;
}

/* Dấu chỉ mức độ khẩn: box 10b, below the number; NULL where the document is not urgent. */
static GPtrArray *
compose_urgency (DtComposing *composing)
{
  const char *urgency = head_attribute (composing, DT_ATTR_URGENCY);

  for (guint i = 0; i < G_N_ELEMENTS (urgencies); i++)
    {
      if (g_str_equal (urgency, urgencies[i].name))
        return compose_stamp (composing, DT_ROLE_URGENCY, "head", urgencies[i].text, urgencies[i].frame);
    }
  return NULL;
}

/* Chỉ dẫn phạm vi lưu hành: box 11, above the national title; NULL where there is none. */
static GPtrArray *
compose_circulation (DtComposing *composing)
{
  const char *text = head_text (composing, DT_NODE_CIRCULATION);

  if (*text == '\0')
    return NULL;
  return compose_stamp (composing, DT_ROLE_CIRCULATION, "head/circulation", text, DT_ROLE_LIMITS_FRAME);
}

static void
add_row (DtBlock *block,
         GPtrArray *left,
         GPtrArray *right)
{
  block->cells = g_renew (GPtrArray *, block->cells, (block->n_rows + 1) * 2);
  block->cells[block->n_rows * 2] = left != NULL ? left : new_cell ();
  block->cells[block->n_rows * 2 + 1] = right != NULL ? right : new_cell ();
  block->n_rows++;
}

/* Boxes 11, 1 to 4 and 10b of the document itself; of an attached text boxes 1 and 2. */
static DtBlock *
compose_columns (DtComposing *composing,
                 gboolean numbered)
{
  DtBlock *block = dt_block_new (DT_BLOCK_COLUMNS, DT_ROLE_NATIONAL_TITLE, "head");
  GPtrArray *circulation = numbered ? compose_circulation (composing) : NULL;
  GPtrArray *urgency = numbered ? compose_urgency (composing) : NULL;

  block->columns = DT_COLUMNS_HEAD;
  block->n_columns = 2;
  block->keep_next = TRUE;
  if (circulation != NULL)
    add_row (block, NULL, circulation);
  add_row (block, compose_agency (composing), compose_national_title (composing));
  if (numbered)
    add_row (block, compose_number_cell (composing), compose_place_date (composing));
  if (urgency != NULL)
    add_row (block, urgency, NULL);

  return block;
}

static void
compose_type_and_subject (DtComposing *composing,
                          const DtKind *kind,
                          const char *subject,
                          const char *node,
                          GPtrArray *blocks)
{
  if (kind != NULL)
    g_ptr_array_add (blocks, dt_compose_fixed (composing, DT_ROLE_TYPE_NAME, node, kind->name));

  if (subject == NULL || *subject == '\0')
    {
      dt_compose_missing (composing, node, _ ("the subject"));
      subject = "……………";
    }
  g_ptr_array_add (blocks, dt_compose_line (composing, DT_ROLE_SUBJECT, node, NULL, subject, NULL));
}

static void
compose_authority (DtComposing *composing,
                   GPtrArray *blocks)
{
  const char *text = head_text (composing, DT_NODE_AUTHORITY);
  g_autofree char *agency = NULL;

  if (*text == '\0')
    text = agency = dt_text_collapse (head_text (composing, DT_NODE_AGENCY));

  g_ptr_array_add (blocks, dt_compose_fixed (composing, DT_ROLE_AUTHORITY, "head/authority", text));
}

/* "Kính gửi: X", or a line for each with a dash below the colon (Phụ lục I, mục II, khoản 9, điểm d). */
static void
compose_addressees (DtComposing *composing,
                    GPtrArray *blocks)
{
  g_autoptr (GPtrArray) addressees = g_ptr_array_new ();

  for (guint i = 0; composing->head != NULL && i < dt_node_get_n_children (composing->head); i++)
    {
      DtNode *child = dt_node_get_child (composing->head, i);

      if (dt_node_get_kind (child) == DT_NODE_ADDRESSEE)
        g_ptr_array_add (addressees, child);
    }

  if (addressees->len > 1)
    g_ptr_array_add (blocks, dt_compose_fixed (composing, DT_ROLE_ADDRESSEE, "head", "Kính gửi:"));

  for (guint i = 0; i < addressees->len; i++)
    {
      DtNode *addressee = g_ptr_array_index (addressees, i);
      gboolean last = i + 1 == addressees->len;

      if (addressees->len == 1)
        g_ptr_array_add (blocks, dt_compose_line (composing, DT_ROLE_ADDRESSEE, dt_node_get_id (addressee), "Kính gửi: ",
                                                  dt_node_get_text (addressee), NULL));
      else
        g_ptr_array_add (blocks, dt_compose_line (composing, DT_ROLE_ADDRESSEE_ITEM, dt_node_get_id (addressee), "- ",
                                                  dt_node_get_text (addressee), last ? "." : ";"));
    }
}

/**
 * dt_compose_head:
 * @composing: the run
 * @blocks: where the blocks go
 *
 * Composes everything above the bases: boxes 1 to 5 of the decree's diagram.
 */
void
dt_compose_head (DtComposing *composing,
                 GPtrArray *blocks)
{
  g_ptr_array_add (blocks, compose_columns (composing, TRUE));
  compose_type_and_subject (composing, composing->kind, head_text (composing, DT_NODE_SUBJECT), "head/subject", blocks);
  g_ptr_array_add (blocks, new_rule (DT_ROLE_SUBJECT_RULE, "head/subject"));
  compose_addressees (composing, blocks);

  if (composing->kind != NULL && composing->kind->form != DT_FORM_NAMED)
    compose_authority (composing, blocks);
}

/**
 * dt_compose_attached:
 * @composing: the run
 * @node: reference of the annex or the attachment
 * @blocks: where the blocks go
 *
 * Composes "(Kèm theo Kế hoạch số … ngày … của …)", broken before the issuing
 * body as Mẫu 2.1 breaks it, and the rule below it. In
 * an electronic issue its number and date stay blank, on paper they are filled
 * in (Phụ lục I, mục III, khoản 1, điểm c).
 */
void
dt_compose_attached (DtComposing *composing,
                     const char *node,
                     GPtrArray *blocks)
{
  gboolean paper = g_str_equal (head_attribute (composing, DT_ATTR_ISSUE), "paper");
  g_autofree char *number = dt_compose_number (composing, paper);
  g_autofree char *date = dt_date_format_long (paper ? dt_compose_get_date (composing) : dt_date_make (0, 0, 0));
  g_autofree char *agency = dt_compose_agency_name (composing);
  g_autofree char *text = g_strdup_printf ("(Kèm theo %s số %s %s\ncủa %s)",
                                           composing->kind != NULL ? composing->kind->name : "văn bản",
                                           number, date, agency);

  g_ptr_array_add (blocks, dt_compose_fixed (composing, DT_ROLE_ATTACHED, node, text));
  g_ptr_array_add (blocks, new_rule (DT_ROLE_ATTACHED_RULE, node));
}

/**
 * dt_compose_attachment_head:
 * @composing: the run
 * @attachment: the attached text
 * @kind: (nullable): its kind
 * @blocks: where the blocks go
 *
 * Composes the head of a text attached to a decision: boxes 1 and 2 without
 * number and date, type, subject and the line that ties it to the decision
 * (Phụ lục III, Mẫu 1.3).
 */
void
dt_compose_attachment_head (DtComposing *composing,
                            DtNode *attachment,
                            const DtKind *kind,
                            GPtrArray *blocks)
{
  g_ptr_array_add (blocks, compose_columns (composing, FALSE));
  compose_type_and_subject (composing, kind, dt_node_get_child_text (attachment, DT_NODE_SUBJECT),
                            "attachment/subject", blocks);
  dt_compose_attached (composing, "attachment", blocks);
}

static const char *
lead_text (DtNode *basis)
{
  const char *name = dt_node_get_attribute (basis, DT_ATTR_LEAD);

  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    {
      if (g_strcmp0 (leads[i].name, name) == 0)
        return leads[i].text;
    }

  return "";
}

/* One paragraph, as plans open: "Thực hiện …; Căn cứ …; " and the opening's first line after it. */
static void
compose_merged (DtComposing *composing,
                DtNode *bases,
                GPtrArray *blocks)
{
  guint n = dt_node_get_n_children (bases);
  DtTextBuilder builder;

  dt_text_builder_init (&builder, composing, DT_ROLE_OPENING);
  for (guint i = 0; i < n; i++)
    {
      DtNode *basis = dt_node_get_child (bases, i);
      g_autofree char *first = i > 0 ? dt_text_lower (lead_text (basis)) : g_strdup (lead_text (basis));
      g_autoptr (DtBody) body = dt_body_parse_inline (dt_node_get_text (basis));
      guint n_lines;
      const DtLine *lines = dt_body_get_lines (body, &n_lines);

      dt_text_builder_add (&builder, DT_RUN_TEXT, FALSE, FALSE, first, 0, 0);
      if (n_lines > 0)
        dt_text_builder_add_spans (&builder, composing, dt_node_get_id (basis), 1, lines[0].spans, lines[0].n_spans);
      dt_text_builder_add (&builder, DT_RUN_TEXT, FALSE, FALSE, i + 1 < n ? "; " : ".", 0, 0);
    }
  g_ptr_array_add (blocks, dt_text_builder_finish (&builder, "bases", 0));
}

/**
 * dt_compose_bases:
 * @composing: the run
 * @blocks: where the blocks go
 *
 * Composes the bases: italic lines that end in a semicolon, the last in a full
 * stop (Phụ lục I, mục II, khoản 6, điểm a), or one upright paragraph.
 */
void
dt_compose_bases (DtComposing *composing,
                  GPtrArray *blocks)
{
  DtNode *bases = dt_node_find_child (composing->root, DT_NODE_BASES);
  guint n = bases != NULL ? dt_node_get_n_children (bases) : 0;

  if (n == 0)
    return;

  if (g_strcmp0 (dt_node_get_attribute (bases, DT_ATTR_FORM), "merged") == 0)
    {
      compose_merged (composing, bases, blocks);
      return;
    }

  for (guint i = 0; i < n; i++)
    {
      DtNode *basis = dt_node_get_child (bases, i);
      const char *text = dt_node_get_text (basis);

      g_ptr_array_add (blocks, dt_compose_line (composing, DT_ROLE_BASIS, dt_node_get_id (basis), lead_text (basis),
                                                text, i + 1 < n ? ";" : "."));
    }
}
