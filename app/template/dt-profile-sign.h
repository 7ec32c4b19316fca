/* dt-profile-sign.h - who may sign and how, advisory bodies among them
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "template/dt-profile.h"

G_BEGIN_DECLS

/* Somebody in an advisory body: %DT_RANK_HEAD or %DT_RANK_DEPUTY, with the title that he or she has there. */
typedef struct
{
  const char *leader; /* id */
  DtRank rank;
  const char *title;
} DtMember;

/**
 * DtAdvisory:
 * @id: what it is called by
 * @name: in full, `Ban Chỉ đạo Chuyển đổi số xã Tân Phúc`
 * @short_name: how it is called in running text and behind TM., `Ban Chỉ đạo`
 * @symbol: behind the abbreviation of the kind, `BCĐ`
 * @agency: as it stands at the head, a line break between its lines
 * @has_seal: whether it has a seal of its own; else the office's is used, and
 *   who signs is named with the position in the office too
 * @members: (array length=n_members): who signs
 * @n_members: how many
 *
 * An advisory body (tổ chức tư vấn) of the office: ban chỉ đạo, hội đồng, tổ
 * công tác (Phụ lục I, mục II, khoản 7, điểm c).
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *short_name;
  const char *symbol;
  const char *agency;
  gboolean has_seal;
  const DtMember *members;
  guint n_members;
} DtAdvisory;

/**
 * DtSigner:
 * @leader: somebody
 * @form: before the title: "kt", "tl", "tuq", "q", or empty
 * @is_lawful: whether he or she may sign so
 * @reason: (nullable): why not, translated
 *
 * A way of signing.
 */
typedef struct
{
  const DtLeader *leader;
  const char *form;
  gboolean is_lawful;
  char *reason;
} DtSigner;

const DtAdvisory *dt_profile_get_advisories (const DtProfile *self,
                                             guint *n_advisories);
const DtAdvisory *dt_profile_find_advisory (const DtProfile *self,
                                            const char *id);
/* @id (nullable): of the leader who signs for the body; NULL for its head. */
DtNode *dt_profile_make_advisory_signature (const DtProfile *self,
                                            const DtAdvisory *advisory,
                                            const char *id,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Every leader in every form: (element-type DtSigner). */
GPtrArray *dt_profile_list_signers (const DtProfile *self,
                                    gboolean collective) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
