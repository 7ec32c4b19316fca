/* dt-template.h - templates of sections and of plans
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define DT_TYPE_TEMPLATE (dt_template_get_type ())
#define DT_TEMPLATE_NAMESPACE "https://duthao.github.io/ns/template"
#define DT_TEMPLATE_FORMAT "1"

/**
 * DtTemplateKind:
 * @DT_TEMPLATE_SECTION: one heading with what stands below it, or paragraphs
 * @DT_TEMPLATE_PLAN: a whole document made of sections
 */
typedef enum
{
  DT_TEMPLATE_SECTION,
  DT_TEMPLATE_PLAN,
} DtTemplateKind;

/**
 * DtFieldType:
 * @DT_FIELD_TEXT: words (chữ)
 * @DT_FIELD_NUMBER: a number (số)
 * @DT_FIELD_DATE: a day (ngày)
 * @DT_FIELD_UNIT: a unit of the profile (đơn vị)
 * @DT_FIELD_LIST: several texts (danh sách)
 * @DT_FIELD_CHOICE: one of the options (lựa chọn)
 * @DT_FIELD_PERIOD: the period of the plan (kỳ kế hoạch)
 */
typedef enum
{
  DT_FIELD_TEXT,
  DT_FIELD_NUMBER,
  DT_FIELD_DATE,
  DT_FIELD_UNIT,
  DT_FIELD_LIST,
  DT_FIELD_CHOICE,
  DT_FIELD_PERIOD,
  DT_N_FIELD_TYPES,
} DtFieldType;

/* An option of a choice. */
typedef struct
{
  const char *value;
  const char *label;
} DtFieldOption;

/**
 * DtTemplateField:
 * @key: its name, as in `{{key}}`
 * @type: what it takes
 * @label: how a form calls it
 * @help: more about it, or empty
 * @examples: (array zero-terminated=1): values to show; several for a list
 * @defaults: (array zero-terminated=1): values unless others are set, as typed
 * @options: (array length=n_options): of a choice
 * @n_options: how many
 * @line: where it stands in the file
 *
 * A field (trường) to fill in.
 */
typedef struct
{
  const char *key;
  DtFieldType type;
  const char *label;
  const char *help;
  const char *const *examples;
  const char *const *defaults;
  const DtFieldOption *options;
  guint n_options;
  guint line;
} DtTemplateField;

/**
 * DtTemplatePartKind:
 *
 * What a part of a template is: text that goes into the plan, or a word about
 * which parts do.
 */
typedef enum
{
  DT_TEMPLATE_PART_ROOT,             /* the template itself */
  DT_TEMPLATE_PART_SECTION,          /* đề mục */
  DT_TEMPLATE_PART_TITLE,            /* tiêu đề */
  DT_TEMPLATE_PART_LINE,             /* one paragraph, in the body notation */
  DT_TEMPLATE_PART_IF,               /* its parts, if the condition holds */
  DT_TEMPLATE_PART_UNLESS,           /* its parts, if it does not */
  DT_TEMPLATE_PART_REPEAT,           /* its parts, once for each item of a list */
  DT_TEMPLATE_PART_USE,              /* a section template */
  DT_TEMPLATE_PART_TASK,             /* nhiệm vụ */
  DT_TEMPLATE_PART_WORK,             /* nội dung nhiệm vụ */
  DT_TEMPLATE_PART_LEAD,             /* đơn vị chủ trì */
  DT_TEMPLATE_PART_PARTNER,          /* đơn vị phối hợp */
  DT_TEMPLATE_PART_DEADLINE,         /* thời hạn */
  DT_TEMPLATE_PART_PRODUCT,          /* sản phẩm */
  DT_TEMPLATE_PART_SUBJECT,          /* trích yếu */
  DT_TEMPLATE_PART_BASIS,            /* căn cứ */
  DT_TEMPLATE_PART_OPENING,          /* mở đầu */
  DT_TEMPLATE_PART_ARTICLE,          /* điều */
  DT_TEMPLATE_PART_CLOSING,          /* lời kết */
  DT_TEMPLATE_PART_RECIPIENT,        /* nơi nhận */
  DT_TEMPLATE_PART_ANNEX,            /* phụ lục */
  DT_TEMPLATE_PART_ATTACHED_SUBJECT, /* trích yếu of what a decision attaches */
  DT_N_TEMPLATE_PART_KINDS,
} DtTemplatePartKind;

/* The attributes of parts. */
typedef enum
{
  DT_TEMPLATE_PART_ATTR_FIELD,       /* if, unless, repeat: name of a field */
  DT_TEMPLATE_PART_ATTR_IS,          /* if, unless: the value it must have */
  DT_TEMPLATE_PART_ATTR_UNIT,        /* if, unless: a kind of unit the profile must have; section: its kind of number */
  DT_TEMPLATE_PART_ATTR_LEVEL,       /* if, unless: the level of the office */
  DT_TEMPLATE_PART_ATTR_TEMPLATE,    /* use: id of a section template */
  DT_TEMPLATE_PART_ATTR_LEAD,        /* basis: can-cu, thuc-hien, theo-de-nghi, xet */
  DT_TEMPLATE_PART_ATTR_SOURCE,      /* annex, section: body, tasks */
  DT_TEMPLATE_PART_ATTR_ORIENTATION, /* annex: portrait, landscape */
  DT_TEMPLATE_PART_ATTR_FOR,         /* section: the unit whose tasks it tells */
  DT_N_TEMPLATE_PART_ATTRIBUTES,
} DtTemplatePartAttribute;

/* A part of a template; lives as long as its template. */
typedef struct _DtTemplatePart DtTemplatePart;
/* Immutable, atomically reference counted. */
typedef struct _DtTemplate DtTemplate;

GType dt_template_get_type (void);

DtTemplate *dt_template_read (GBytes *bytes,
                              const char *name,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
DtTemplate *dt_template_ref (DtTemplate *self);
void dt_template_unref (DtTemplate *self);

DtTemplateKind dt_template_get_kind (const DtTemplate *self);
const char *dt_template_get_id (const DtTemplate *self);
const char *dt_template_get_version (const DtTemplate *self);
const char *dt_template_get_title (const DtTemplate *self);
const char *dt_template_get_summary (const DtTemplate *self);
/* The kind of document a plan template makes, "ke-hoach"; empty for a section. */
const char *dt_template_get_document (const DtTemplate *self);
/* Whether the body decides, not its head alone. */
gboolean dt_template_is_collective (const DtTemplate *self);
guint dt_template_get_n_fields (const DtTemplate *self);
const DtTemplateField *dt_template_get_field (const DtTemplate *self,
                                              guint index);
const DtTemplateField *dt_template_find_field (const DtTemplate *self,
                                               const char *key);
const DtTemplatePart *dt_template_get_root (const DtTemplate *self);

DtTemplatePartKind dt_template_part_get_kind (const DtTemplatePart *self);
/* Never NULL. */
const char *dt_template_part_get_text (const DtTemplatePart *self);
/* NULL if absent. */
const char *dt_template_part_get_attribute (const DtTemplatePart *self,
                                            DtTemplatePartAttribute attribute);
guint dt_template_part_get_n_parts (const DtTemplatePart *self);
const DtTemplatePart *dt_template_part_get_part (const DtTemplatePart *self,
                                                 guint index);
guint dt_template_part_get_line (const DtTemplatePart *self);
guint dt_template_part_get_column (const DtTemplatePart *self);

const char *dt_template_kind_to_string (DtTemplateKind kind);
const char *dt_field_type_to_string (DtFieldType type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtTemplate, dt_template_unref)

G_END_DECLS
