/* dt-document.h - a legal document, as the catalogue knows it
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "text/dt-date.h"

G_BEGIN_DECLS

#define DT_TYPE_DOCUMENT (dt_document_get_type ())
#define DT_DOCUMENT_ERROR (dt_document_error_quark ())

/* One entry: immutable and reference counted; safe to hand to a worker thread. */
typedef struct _DtDocument DtDocument;

/**
 * DtDocumentError:
 * @DT_DOCUMENT_ERROR_INVALID: a field holds what it must not
 */
typedef enum
{
  DT_DOCUMENT_ERROR_INVALID,
} DtDocumentError;

/**
 * DtStatus:
 * @DT_STATUS_UNKNOWN: nobody said
 * @DT_STATUS_IN_FORCE: in force (còn hiệu lực)
 * @DT_STATUS_AMENDED: in force, and amended (đã sửa đổi, bổ sung)
 * @DT_STATUS_EXPIRED: no longer in force (hết hiệu lực)
 * @DT_STATUS_REPLACED: no longer in force, another has its place (bị thay thế)
 *
 * What a source says of a document: a hint until somebody has checked it.
 */
typedef enum
{
  DT_STATUS_UNKNOWN,
  DT_STATUS_IN_FORCE,
  DT_STATUS_AMENDED,
  DT_STATUS_EXPIRED,
  DT_STATUS_REPLACED,
  DT_N_STATUSES,
} DtStatus;

/**
 * DtRelationKind:
 * @DT_RELATION_AMENDS: it amends the other (sửa đổi, bổ sung)
 * @DT_RELATION_REPLACES: it has the place of the other (thay thế)
 * @DT_RELATION_REPEALS: it ends the other (bãi bỏ)
 * @DT_RELATION_IMPLEMENTS: it details the other or puts it into effect (quy định chi tiết, thực hiện)
 */
typedef enum
{
  DT_RELATION_AMENDS,
  DT_RELATION_REPLACES,
  DT_RELATION_REPEALS,
  DT_RELATION_IMPLEMENTS,
  DT_N_RELATION_KINDS,
} DtRelationKind;

/**
 * DtRelation:
 * @kind: what the document does to the other
 * @target: the id of the other, or its number with `@` and its date where that is not enough
 * @date: from when on; empty when it is the day the document takes effect
 */
typedef struct
{
  DtRelationKind kind;
  const char *target;
  DtDate date;
} DtRelation;

/**
 * DtDocumentFields:
 * @id: the name of the entry, by which a later pack overrides it; %NULL or
 *   empty for the one that dt_document_make_id() gives
 * @number: canonical number and symbol (số, ký hiệu); empty for those without
 * @type: the type (tên loại văn bản), `Nghị định`
 * @issuer: the body that issued it (cơ quan ban hành)
 * @date: the day of issue; parts that are not known are 0
 * @subject: the subject (trích yếu), or the name of a law without the word for it
 * @effective: when it takes effect
 * @expiry: the first day on which it is no longer in force
 * @status: what a source says of it
 * @status_on: the day on which somebody checked @status; empty for a hint
 * @relations: (array length=n_relations): what it does to others
 * @n_relations: how many
 * @link: where its text stands
 * @source: where the facts come from
 * @checked_by: who compared the facts with the document
 * @checked: when; empty as long as nobody did
 *
 * What an entry says. Of an entry that exists no string is %NULL: what is not
 * known is empty.
 */
typedef struct
{
  const char *id;
  const char *number;
  const char *type;
  const char *issuer;
  DtDate date;
  const char *subject;
  DtDate effective;
  DtDate expiry;
  DtStatus status;
  DtDate status_on;
  const DtRelation *relations;
  guint n_relations;
  const char *link;
  const char *source;
  const char *checked_by;
  DtDate checked;
} DtDocumentFields;

GType dt_document_get_type (void);
GQuark dt_document_error_quark (void);

DtDocument *dt_document_new (const DtDocumentFields *fields,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
DtDocument *dt_document_ref (DtDocument *self);
void dt_document_unref (DtDocument *self);
/* Valid as long as @self is. */
const DtDocumentFields *dt_document_get (const DtDocument *self);
gboolean dt_document_equal (const DtDocument *self,
                            const DtDocument *other);
/* The order of catalogue files: by date, then number, then id. */
int dt_document_compare (const DtDocument *self,
                         const DtDocument *other);
/* Type, number, date and body as one would say them: "Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ". */
char *dt_document_to_string (const DtDocument *self) G_GNUC_WARN_UNUSED_RESULT;

char *dt_document_make_id (const char *number,
                           const char *type,
                           const char *issuer,
                           const char *subject,
                           DtDate date) G_GNUC_WARN_UNUSED_RESULT;
gboolean dt_document_number_is_local (const char *number);
gboolean dt_document_number_has_year (const char *number);
/* A number as it is compared: small letters without accents, no blanks, one kind of hyphen. */
char *dt_document_fold_number (const char *number) G_GNUC_WARN_UNUSED_RESULT;

const char *dt_status_to_string (DtStatus status);
gboolean dt_status_from_string (const char *name,
                                DtStatus *status);
const char *dt_relation_kind_to_string (DtRelationKind kind);
gboolean dt_relation_kind_from_string (const char *name,
                                       DtRelationKind *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtDocument, dt_document_unref)

G_END_DECLS
