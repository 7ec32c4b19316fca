/* dt-node.h - one immutable node of a plan
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * DtNodeKind:
 *
 * What a node is. The Vietnamese office term stands beside each; the names in
 * files, the attributes, the allowed children and their order are the one
 * table of dt-schema.c.
 */
typedef enum
{
  DT_NODE_PLAN,        /* văn bản */
  DT_NODE_FIELDS,      /* các trường điền */
  DT_NODE_FIELD,       /* trường: key and value */
  DT_NODE_HEAD,        /* phần đầu */
  DT_NODE_PARENT,      /* cơ quan chủ quản trực tiếp */
  DT_NODE_AGENCY,      /* cơ quan ban hành; a newline is a line break asked for */
  DT_NODE_SUBJECT,     /* trích yếu */
  DT_NODE_CIRCULATION, /* chỉ dẫn phạm vi lưu hành */
  DT_NODE_ADDRESSEE,   /* nơi được kính gửi (tờ trình, báo cáo) */
  DT_NODE_AUTHORITY,   /* thẩm quyền ban hành (decisions) */
  DT_NODE_BASES,       /* căn cứ */
  DT_NODE_BASIS,       /* một căn cứ */
  DT_NODE_OPENING,     /* phần mở đầu */
  DT_NODE_ARTICLES,    /* các điều của quyết định */
  DT_NODE_SECTIONS,    /* nội dung */
  DT_NODE_SECTION,     /* đề mục, điều, chương… */
  DT_NODE_TITLE,       /* tiêu đề */
  DT_NODE_BODY,        /* lời văn, in the body notation */
  DT_NODE_CLOSING,     /* lời kết */
  DT_NODE_RECIPIENTS,  /* nơi nhận */
  DT_NODE_RECIPIENT,   /* một nơi nhận, without dash and mark */
  DT_NODE_ARCHIVE,     /* lưu: "VT, VHXH" */
  DT_NODE_SIGNATURE,   /* phần ký */
  DT_NODE_CAPACITY,    /* một dòng quyền hạn, chức vụ */
  DT_NODE_POSITION,    /* chức vụ ghi trên họ tên (ô 7b) */
  DT_NODE_SIGNER,      /* họ tên người ký */
  DT_NODE_ATTACHMENT,  /* văn bản ban hành kèm theo quyết định */
  DT_NODE_TASKS,       /* bảng nhiệm vụ */
  DT_NODE_TASK,        /* một nhiệm vụ */
  DT_NODE_WORK,        /* nội dung nhiệm vụ */
  DT_NODE_LEAD,        /* đơn vị chủ trì */
  DT_NODE_PARTNER,     /* đơn vị phối hợp */
  DT_NODE_DEADLINE,    /* thời hạn */
  DT_NODE_PRODUCT,     /* sản phẩm */
  DT_NODE_ANNEX,       /* phụ lục */
  DT_NODE_IGNORED,     /* a finding that was looked at and left: the words it is about */
  DT_N_NODE_KINDS
} DtNodeKind;

/**
 * DtAttribute:
 *
 * The attributes a node can carry. Values are strings; dt-schema.c says which
 * kind carries which, and what a value must look like.
 */
typedef enum
{
  DT_ATTR_ID,               /* names a node that may stand several times */
  DT_ATTR_KIND,             /* plan, attachment: id of a document kind */
  DT_ATTR_NUMBER,           /* head: số, or empty */
  DT_ATTR_SYMBOL,           /* head: ký hiệu, "KH-UBND" */
  DT_ATTR_DATE,             /* head: YYYY, YYYY-MM or YYYY-MM-DD */
  DT_ATTR_PLACE,            /* head: địa danh */
  DT_ATTR_URGENCY,          /* head: khan, thuong-khan, hoa-toc */
  DT_ATTR_ISSUE,            /* head: electronic (default), paper */
  DT_ATTR_PERIOD,           /* head: kỳ kế hoạch, "2026" */
  DT_ATTR_FORM,             /* bases: lines, merged; capacity: tm, kt, tl, tuq, q */
  DT_ATTR_LEAD,             /* basis: can-cu, thuc-hien, theo-de-nghi, xet */
  DT_ATTR_SCHEME,           /* sections, section: roman, article, decimal */
  DT_ATTR_UNIT,             /* section: phan, chuong, muc, tieu-muc, dieu, roman, arabic, letter, decimal, none */
  DT_ATTR_TEMPLATE,         /* section: id of the section template it came from */
  DT_ATTR_TEMPLATE_VERSION, /* section: version of that template */
  DT_ATTR_KEY,              /* field: its name */
  DT_ATTR_SECTION,          /* task: id of the section it belongs to */
  DT_ATTR_ORIENTATION,      /* annex: portrait (default), landscape */
  DT_ATTR_SOURCE,           /* annex, section: body (default), tasks, none */
  DT_ATTR_RULE,             /* ignored: id of the rule */
  DT_ATTR_NODE,             /* ignored: reference of the node it is about */
  DT_ATTR_REASON,           /* ignored: why */
  DT_ATTR_FOR,              /* section: the unit whose tasks it tells, as the table of tasks names it */
  DT_ATTR_MARGINS,          /* head: top, right, bottom and left in mm, "20 15 20 30" */
  DT_ATTR_TEXT_SIZE,        /* head: size of the text in points, "13" */
  DT_ATTR_INDENT,           /* head: first line of a paragraph in mm, "10" */
  DT_ATTR_LINE_SPACING,     /* head: lines, "1.15" */
  DT_ATTR_ORIGIN,           /* section: what its template gave, to compare a newer one with; several lines */
  DT_N_ATTRIBUTES
} DtAttribute;

/* Immutable, atomically reference counted; safe to share between threads. */
typedef struct _DtNode DtNode;

/* An attribute and its value, to build nodes from; an empty value is no attribute. */
typedef struct
{
  DtAttribute attribute;
  const char *value;
} DtAttributeValue;

#define DT_TYPE_NODE (dt_node_get_type ())
GType dt_node_get_type (void);

DtNode *dt_node_new (DtNodeKind kind) G_GNUC_WARN_UNUSED_RESULT;
DtNode *dt_node_new_text (DtNodeKind kind,
                          const char *text) G_GNUC_WARN_UNUSED_RESULT;
DtNode *dt_node_new_full (DtNodeKind kind,
                          guint line,
                          const char *text,
                          const DtAttributeValue *attributes,
                          guint n_attributes,
                          DtNode *const *children,
                          guint n_children) G_GNUC_WARN_UNUSED_RESULT;
DtNode *dt_node_ref (DtNode *self);
void dt_node_unref (DtNode *self);

DtNodeKind dt_node_get_kind (const DtNode *self);
/* Never NULL for kinds that hold text; NULL for those that hold children. */
const char *dt_node_get_text (const DtNode *self);
/* NULL if absent; never "". */
const char *dt_node_get_attribute (const DtNode *self,
                                   DtAttribute attribute);
const char *dt_node_get_id (const DtNode *self);
guint dt_node_get_line (const DtNode *self);
guint dt_node_get_n_children (const DtNode *self);
DtNode *dt_node_get_child (const DtNode *self,
                           guint index);
DtNode *dt_node_find_child (const DtNode *self,
                            DtNodeKind kind);
/* NULL if there is no such child. */
const char *dt_node_get_child_text (const DtNode *self,
                                    DtNodeKind kind);

DtNode *dt_node_with_text (const DtNode *self,
                           const char *text) G_GNUC_WARN_UNUSED_RESULT;
DtNode *dt_node_with_attribute (const DtNode *self,
                                DtAttribute attribute,
                                const char *value) G_GNUC_WARN_UNUSED_RESULT;
DtNode *dt_node_with_child (const DtNode *self,
                            guint index,
                            DtNode *child) G_GNUC_WARN_UNUSED_RESULT;
DtNode *dt_node_with_child_inserted (const DtNode *self,
                                     guint index,
                                     DtNode *child) G_GNUC_WARN_UNUSED_RESULT;
DtNode *dt_node_with_child_removed (const DtNode *self,
                                    guint index) G_GNUC_WARN_UNUSED_RESULT;
DtNode *dt_node_with_children (const DtNode *self,
                               DtNode *const *children,
                               guint n_children) G_GNUC_WARN_UNUSED_RESULT;
/* Puts @child where the schema wants it: before the first child of a later kind. */
DtNode *dt_node_with_child_added (const DtNode *self,
                                  DtNode *child) G_GNUC_WARN_UNUSED_RESULT;
gboolean dt_node_equal (const DtNode *a,
                        const DtNode *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtNode, dt_node_unref)

G_END_DECLS
