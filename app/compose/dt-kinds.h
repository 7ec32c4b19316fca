/* dt-kinds.h - the kinds of administrative documents (tên loại văn bản)
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DtKindForm:
 * @DT_FORM_NAMED: Mẫu 1.4, a document with a type name
 * @DT_FORM_DECISION: Mẫu 1.2, quyết định quy định trực tiếp
 * @DT_FORM_DECISION_ATTACHED: Mẫu 1.3, quyết định ban hành kèm theo
 */
typedef enum
{
  DT_FORM_NAMED,
  DT_FORM_DECISION,
  DT_FORM_DECISION_ATTACHED,
} DtKindForm;

/* Data, from data/kinds.xml: Điều 7 and Phụ lục III, mục I of the decree. */
typedef struct
{
  const char *id;           /* "ke-hoach" */
  const char *name;         /* "Kế hoạch" */
  const char *abbreviation; /* "KH" */
  DtKindForm form;
  gboolean addressed; /* takes a "Kính gửi" (tờ trình, báo cáo) */
} DtKind;

/* Immutable, atomically reference counted. */
typedef struct _DtKinds DtKinds;

DtKinds *dt_kinds_read (GBytes *bytes,
                        const char *name,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
DtKinds *dt_kinds_load_default (GError **error) G_GNUC_WARN_UNUSED_RESULT;
DtKinds *dt_kinds_ref (DtKinds *self);
void dt_kinds_unref (DtKinds *self);
const DtKind *dt_kinds_find (const DtKinds *self,
                             const char *id);
const DtKind *dt_kinds_get_all (const DtKinds *self,
                                guint *n_kinds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtKinds, dt_kinds_unref)

G_END_DECLS
