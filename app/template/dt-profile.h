/* dt-profile.h - the office: names, units, who may sign how, whom it writes to
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/dt-types.h"
#include "model/dt-habits.h"
#include "model/dt-node.h"

G_BEGIN_DECLS

#define DT_TYPE_PROFILE (dt_profile_get_type ())
#define DT_PROFILE_ERROR (dt_profile_error_quark ())
#define DT_PROFILE_NAMESPACE "https://duthao.github.io/ns/profile"
#define DT_PROFILE_VERSION "1"

/**
 * DtProfileError:
 * @DT_PROFILE_ERROR_SIGNER: that leader may not sign such a document
 */
typedef enum
{
  DT_PROFILE_ERROR_SIGNER,
} DtProfileError;

/**
 * DtLevel:
 * @DT_LEVEL_XA: xã
 * @DT_LEVEL_PHUONG: phường
 * @DT_LEVEL_DAC_KHU: đặc khu
 *
 * What the office governs. Since 01/7/2025 local government has two tiers, the
 * province and these.
 */
typedef enum
{
  DT_LEVEL_XA,
  DT_LEVEL_PHUONG,
  DT_LEVEL_DAC_KHU,
  DT_N_LEVELS,
} DtLevel;

/**
 * DtRank:
 * @DT_RANK_HEAD: người đứng đầu; signs for the body, TM.
 * @DT_RANK_ACTING: quyền; signs for the body as Q.
 * @DT_RANK_DEPUTY: cấp phó; signs for the head, KT.
 * @DT_RANK_OFFICER: người đứng đầu đơn vị thuộc cơ quan; signs as told, TL. or TUQ.
 *
 * What somebody is in the office, from which it follows how he or she signs
 * (Điều 13; Phụ lục I, mục II, khoản 7, điểm b).
 */
typedef enum
{
  DT_RANK_HEAD,
  DT_RANK_ACTING,
  DT_RANK_DEPUTY,
  DT_RANK_OFFICER,
  DT_N_RANKS,
} DtRank;

/* A unit (đơn vị). @kind is what templates ask for: "kinh-te", "cong-an"… One with @members stands for several. */
typedef struct
{
  const char *id;
  const char *kind;
  const char *abbreviation; /* empty without */
  const char *name;
  const char *also;    /* other names people write, "; " between them; empty without */
  const char *members; /* ids of the units it stands for, blanks between them; empty without */
} DtUnit;

/* Somebody who signs. @form is "tl" or "tuq" for an officer, empty else. */
typedef struct
{
  const char *id;
  DtRank rank;
  const char *form;
  const char *title;
  const char *name;
} DtLeader;

/* The symbol (ký hiệu) for a kind of document. */
typedef struct
{
  const char *kind;
  const char *symbol;
} DtSymbol;

/**
 * DtProfileFields:
 * @id: name of the profile
 * @level: what the office governs
 * @name: the body in full, `Ủy ban nhân dân xã Tân Phúc`
 * @short_name: how it is called in running text, `UBND xã`
 * @area: what it governs, `xã Tân Phúc`
 * @place: địa danh before the date, `Tân Phúc`
 * @hamlet: what parts of it are called, `thôn`, `tổ dân phố`
 * @agency: the body as it stands at the head, a line break between its lines
 * @archive: what stands behind `Lưu:`
 * @on_paper: whether documents are issued on paper
 * @names_area: whether the name of the area follows `TM. ỦY BAN NHÂN DÂN`
 * @top: margin in µm, 20 to 25 mm (Phụ lục I, mục I, khoản 3)
 * @right: margin in µm, 15 to 20 mm
 * @bottom: margin in µm, 20 to 25 mm
 * @left: margin in µm, 30 to 35 mm
 * @text_size: size of the text in hundredths of a point, 0 for the usual one
 * @indent: first line of a paragraph in µm, 0 for the usual one
 * @line_spacing: in hundredths of a line, 0 for the usual one
 *
 * The facts of an office (cơ quan). In a profile that exists no string is %NULL.
 */
typedef struct
{
  const char *id;
  DtLevel level;
  const char *name;
  const char *short_name;
  const char *area;
  const char *place;
  const char *hamlet;
  const char *agency;
  const char *archive;
  gboolean on_paper;
  gboolean names_area;
  DtLength top;
  DtLength right;
  DtLength bottom;
  DtLength left;
  guint text_size;
  DtLength indent;
  guint line_spacing;
} DtProfileFields;

/* Immutable, atomically reference counted. */
typedef struct _DtProfile DtProfile;

GType dt_profile_get_type (void);
GQuark dt_profile_error_quark (void);

DtProfile *dt_profile_read (GBytes *bytes,
                            const char *name,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
DtProfile *dt_profile_load (const char *path,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Canonical: equal profiles give equal bytes. */
GBytes *dt_profile_write (const DtProfile *self) G_GNUC_WARN_UNUSED_RESULT;
DtProfile *dt_profile_ref (DtProfile *self);
void dt_profile_unref (DtProfile *self);

const DtProfileFields *dt_profile_get (const DtProfile *self);
const DtUnit *dt_profile_get_units (const DtProfile *self,
                                    guint *n_units);
const DtLeader *dt_profile_get_leaders (const DtProfile *self,
                                        guint *n_leaders);
const DtSymbol *dt_profile_get_symbols (const DtProfile *self,
                                        guint *n_symbols);
/* The usual recipients (nơi nhận), NULL terminated. */
const char *const *dt_profile_get_recipients (const DtProfile *self);

/* What a plan of the office carries; zeros where it is what the style sheet says. */
DtHabits dt_profile_get_habits (const DtProfile *self);

/* The first unit of that kind, or NULL. */
const DtUnit *dt_profile_find_kind (const DtProfile *self,
                                    const char *kind);
/* By id, kind, abbreviation or one of its names, whatever the case; NULL if there is none. */
const DtUnit *dt_profile_find_unit (const DtProfile *self,
                                    const char *word);
/* Whether @unit is @group, or one of those that @group stands for. */
gboolean dt_profile_unit_is_in (const DtProfile *self,
                                const DtUnit *unit,
                                const DtUnit *group);
/* The units that @unit stands for, itself if it is one: (element-type DtUnit). */
GPtrArray *dt_profile_expand_unit (const DtProfile *self,
                                   const DtUnit *unit) G_GNUC_WARN_UNUSED_RESULT;
/* NULL for the first who may sign; NULL if there is none. */
const DtLeader *dt_profile_find_leader (const DtProfile *self,
                                        const char *id);
const char *dt_profile_find_symbol (const DtProfile *self,
                                    const char *kind);
/* What {{co-quan.…}} and {{don-vi.…}} of a template stand for; NULL if the profile does not say. */
char *dt_profile_dup_value (const DtProfile *self,
                            const char *key) G_GNUC_WARN_UNUSED_RESULT;
gboolean dt_profile_key_is_ours (const char *key);
gboolean dt_profile_key_is_known (const char *key);

DtNode *dt_profile_make_signature (const DtProfile *self,
                                   const DtLeader *leader,
                                   gboolean collective,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

const char *dt_level_to_string (DtLevel level);
const char *dt_rank_to_string (DtRank rank);
/* The kinds of units there are, NULL terminated. */
const char *const *dt_unit_kinds (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtProfile, dt_profile_unref)

G_END_DECLS
