/* dt-sheet.h - the style sheet: what the decree says of each component
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "base/dt-types.h"
#include "model/dt-habits.h"

G_BEGIN_DECLS

#define DT_SHEET_ERROR (dt_sheet_error_quark ())

/**
 * DtSheetError:
 * @DT_SHEET_ERROR_HABIT: what an office wishes is not lawful
 */
typedef enum
{
  DT_SHEET_ERROR_HABIT,
} DtSheetError;

/**
 * DtRole:
 *
 * What a piece of the page is. The sheet holds one style for each; its name
 * there and in dumps is the nick of dt_role_get_name().
 */
typedef enum
{
  DT_ROLE_NATIONAL_TITLE, /* Quốc hiệu */
  DT_ROLE_MOTTO,          /* Tiêu ngữ */
  DT_ROLE_PARENT,         /* cơ quan chủ quản */
  DT_ROLE_AGENCY,         /* cơ quan ban hành */
  DT_ROLE_NUMBER,         /* số, ký hiệu */
  DT_ROLE_PLACE_DATE,     /* địa danh và thời gian */
  DT_ROLE_URGENCY,        /* dấu chỉ mức độ khẩn */
  DT_ROLE_CIRCULATION,    /* chỉ dẫn phạm vi lưu hành */
  DT_ROLE_TYPE_NAME,      /* tên loại */
  DT_ROLE_SUBJECT,        /* trích yếu */
  DT_ROLE_AUTHORITY,      /* thẩm quyền ban hành */
  DT_ROLE_BASIS,          /* căn cứ */
  DT_ROLE_DECISION,       /* "QUYẾT ĐỊNH:" */
  DT_ROLE_OPENING,        /* đoạn mở đầu */
  DT_ROLE_PART,           /* Phần, Chương: number line */
  DT_ROLE_PART_TITLE,     /* Phần, Chương: title line */
  DT_ROLE_DIVISION,       /* Mục, Tiểu mục: number line */
  DT_ROLE_DIVISION_TITLE, /* Mục, Tiểu mục: title line */
  DT_ROLE_ARTICLE,        /* Điều */
  DT_ROLE_HEADING_1,      /* I. TIÊU ĐỀ */
  DT_ROLE_HEADING_2,      /* 1. Tiêu đề */
  DT_ROLE_HEADING_3,      /* a) Tiêu đề, 1.1. Tiêu đề */
  DT_ROLE_CLAUSE,         /* khoản: 1. lời văn */
  DT_ROLE_POINT,          /* điểm: a) lời văn */
  DT_ROLE_BODY,           /* đoạn văn */
  DT_ROLE_DASH,           /* gạch đầu dòng */
  DT_ROLE_PLUS,           /* dấu cộng */
  DT_ROLE_CLOSING,        /* lời kết */
  DT_ROLE_ADDRESSEE,      /* "Kính gửi:" */
  DT_ROLE_ADDRESSEE_ITEM, /* một nơi được kính gửi, where there are several */
  DT_ROLE_RECIPIENTS,     /* "Nơi nhận:" */
  DT_ROLE_RECIPIENT,      /* một nơi nhận */
  DT_ROLE_CAPACITY,       /* quyền hạn, chức vụ của người ký */
  DT_ROLE_SIGNATURE,      /* chỗ ký, an empty space */
  DT_ROLE_POSITION,       /* chức vụ ghi trên họ tên */
  DT_ROLE_SIGNER,         /* họ tên người ký */
  DT_ROLE_ANNEX,          /* "Phụ lục I" */
  DT_ROLE_ANNEX_TITLE,    /* TÊN PHỤ LỤC */
  DT_ROLE_ATTACHED,       /* "(Kèm theo …)" */
  DT_ROLE_TABLE_HEAD,     /* đầu bảng */
  DT_ROLE_TABLE_CELL,     /* ô bảng */
  DT_ROLE_PAGE_NUMBER,    /* số trang */
  DT_ROLE_MOTTO_RULE,     /* đường kẻ dưới Tiêu ngữ */
  DT_ROLE_AGENCY_RULE,    /* đường kẻ dưới tên cơ quan */
  DT_ROLE_SUBJECT_RULE,   /* đường kẻ dưới trích yếu */
  DT_ROLE_ATTACHED_RULE,  /* đường kẻ dưới dòng kèm theo */
  DT_ROLE_URGENT_FRAME,   /* khung dấu "KHẨN" */
  DT_ROLE_PRESSING_FRAME, /* khung dấu "THƯỢNG KHẨN" */
  DT_ROLE_EXPRESS_FRAME,  /* khung dấu "HỎA TỐC" */
  DT_ROLE_LIMITS_FRAME,   /* khung chỉ dẫn phạm vi lưu hành */
  DT_ROLE_TABLE_RULE,     /* đường kẻ bảng */
  DT_N_ROLES
} DtRole;

typedef enum
{
  DT_ALIGN_LEFT,
  DT_ALIGN_CENTER,
  DT_ALIGN_RIGHT,
  DT_ALIGN_JUSTIFY,
} DtAlign;

/* How the rules of text components look. Sizes are hundredths of a point, lengths µm. */
typedef struct
{
  DtRole role;
  guint size;     /* the size used unless something forces another */
  guint size_min; /* the lawful range */
  guint size_max;
  gboolean bold;
  gboolean italic;
  gboolean caps; /* the text is shown in capitals */
  DtAlign align;
  DtLength first_indent;
  DtLength left_indent;
  DtLength space_before;
  DtLength space_after;
  DtLength line_height; /* fixed pitch; the baseline lies 4/5 down, as in Writer's fixed line spacing */
  guint orphans;        /* fewest lines left at the foot of a page */
  guint widows;         /* fewest lines carried to the head of the next */
  gboolean keep_next;
  guint heading_level; /* outline level, 0 = none */
  guint color;         /* 0xRRGGBB: black but for stamps */
  /* For the roles that are drawn rules. */
  guint rule_permille; /* of the longest line above */
  guint rule_permille_min;
  guint rule_permille_max;
  DtLength rule_gap;   /* from the foot of the line above to the centre of the rule */
  DtLength rule_width; /* thickness */
  /* For those that are frames around the line above; there rule_gap is from its foot to the foot of the frame. */
  DtLength frame_height;  /* 0: no frame */
  DtLength frame_width;   /* 0: as wide as the line and twice the padding */
  DtLength frame_padding; /* beside the line */
  const char *title;      /* Vietnamese name of the component; style name in ODT */
  const char *clause;     /* where the rule stands: "Phụ lục I, mục II, khoản 6, điểm e" */
  char evidence;          /* T, M, D, P, S or K */
} DtStyle;

/* Lengths in µm. */
typedef struct
{
  DtLength width; /* portrait */
  DtLength height;
  DtLength margin_top;
  DtLength margin_bottom;
  DtLength margin_left;
  DtLength margin_right;
  DtLength number_top; /* from the paper edge to the top of the page number's line */
} DtPageSpec;

/* Head and signature: two columns that may hang out of the text area. */
typedef struct
{
  DtLength hang_max;        /* how far the head may reach beyond either margin */
  DtLength gap;             /* least clear space between the two columns */
  DtLength signature_left;  /* width of the recipients' column */
  DtLength signature_space; /* height left for signature and seal */
  DtLength cell_padding_x;  /* tables */
  DtLength cell_padding_y;
  DtLength border;
} DtMetrics;

/* Immutable, atomically reference counted; strings live as long as the sheet. */
typedef struct _DtSheet DtSheet;

GQuark dt_sheet_error_quark (void);
const char *dt_role_get_name (DtRole role);
int dt_role_find (const char *name);

DtSheet *dt_sheet_read (GBytes *bytes,
                        const char *name,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The sheet of Nghị định 30/2020/NĐ-CP from the data folder. */
DtSheet *dt_sheet_load_default (GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* What @habits sets, the rest as in @self; both are lawful sheets of the decree. */
DtSheet *dt_sheet_with_habits (DtSheet *self,
                               const DtHabits *habits,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
DtSheet *dt_sheet_ref (DtSheet *self);
void dt_sheet_unref (DtSheet *self);

const DtStyle *dt_sheet_get_style (const DtSheet *self,
                                   DtRole role);
const DtPageSpec *dt_sheet_get_page (const DtSheet *self);
const DtMetrics *dt_sheet_get_metrics (const DtSheet *self);
const char *dt_sheet_get_font_family (const DtSheet *self);
/* NULL-terminated: families with the same advance widths, best first. */
const char *const *dt_sheet_get_font_twins (const DtSheet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtSheet, dt_sheet_unref)

G_END_DECLS
