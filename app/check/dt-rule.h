/* dt-rule.h - the rules of the check, as data
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/dt-diagnostic.h"
#include "text/dt-date.h"

G_BEGIN_DECLS

#define DT_TYPE_RULES (dt_rules_get_type ())
#define DT_RULES_NAMESPACE "https://duthao.github.io/ns/rules"
#define DT_RULES_VERSION "1"

/**
 * DtFixGrade:
 * @DT_FIX_NEVER: only a person can repair it: bases, authority, signer, facts of citations
 * @DT_FIX_SUGGEST: there are words to choose from
 * @DT_FIX_GUARDED: a repair that somebody looks at first
 * @DT_FIX_SAFE: a repair that cannot change what is said
 *
 * How far a finding can be repaired by program.
 */
typedef enum
{
  DT_FIX_NEVER,
  DT_FIX_SUGGEST,
  DT_FIX_GUARDED,
  DT_FIX_SAFE,
} DtFixGrade;

/* What is wrong, and how it reads right. */
typedef struct
{
  const char *wrong;
  const char *right;
} DtRuleExample;

/**
 * DtRule:
 * @id: `L12`, `C3`
 * @title: what it asks for, in Vietnamese
 * @clause: where it stands, `Phụ lục I, mục II, khoản 6, điểm a`
 * @evidence: T for the text of the decree; M, D, P, S or K for what is only seen in forms,
 *   diagrams or practice, or known second hand
 * @severity: how bad a breach is; an error only where @evidence is T
 * @fix: how far a breach can be repaired
 * @from: first day in force; empty for always
 * @to: last day in force; empty while there is none
 * @examples: @n_examples of them
 *
 * A rule (quy tắc kiểm tra). The strings belong to the DtRules.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *clause;
  char evidence;
  DtSeverity severity;
  DtFixGrade fix;
  DtDate from;
  DtDate to;
  const DtRuleExample *examples;
  guint n_examples;
} DtRule;

/* The rules of all packs. Immutable, atomically reference counted. */
typedef struct _DtRules DtRules;

GType dt_rules_get_type (void);

/* One file; for tests and for those who write rules. */
DtRules *dt_rules_read (GBytes *bytes,
                        const char *name,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* @packs: (element-type DtPack), the weakest first. A stronger pack replaces rules by id or silences
 * them; what cannot be read is told and left out. */
DtRules *dt_rules_new (const GPtrArray *packs,
                       GPtrArray *diagnostics) G_GNUC_WARN_UNUSED_RESULT;
/* Of the packs that dt_packs_find() finds. */
DtRules *dt_rules_load_default (GPtrArray *diagnostics) G_GNUC_WARN_UNUSED_RESULT;
DtRules *dt_rules_ref (DtRules *self);
void dt_rules_unref (DtRules *self);

/* In the order of their ids: C1, C2, C10, L01. */
guint dt_rules_get_n (const DtRules *self);
const DtRule *dt_rules_get (const DtRules *self,
                            guint index);
const DtRule *dt_rules_find (const DtRules *self,
                             const char *id);

const char *dt_fix_grade_to_string (DtFixGrade grade);
/* "quy định", "biểu mẫu" or "thông lệ", translated: what stands behind a rule of that evidence. */
const char *dt_rule_get_standing (const DtRule *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtRules, dt_rules_unref)

G_END_DECLS
