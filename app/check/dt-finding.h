/* dt-finding.h - what a rule says of a plan
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/dt-rule.h"
#include "model/dt-node.h"

G_BEGIN_DECLS

#define DT_TYPE_FINDING (dt_finding_get_type ())

/**
 * DtState:
 * @DT_STATE_PASS: looked at, nothing found
 * @DT_STATE_FAIL: found
 * @DT_STATE_NOT_APPLICABLE: the rule is about something this document has not
 * @DT_STATE_NOT_EVALUATED: something was missing to judge, such as the pages
 * @DT_STATE_NEEDS_REVIEW: only a person can judge
 *
 * How a rule was answered. What is not evaluated never counts as a pass.
 */
typedef enum
{
  DT_STATE_PASS,
  DT_STATE_FAIL,
  DT_STATE_NOT_APPLICABLE,
  DT_STATE_NOT_EVALUATED,
  DT_STATE_NEEDS_REVIEW,
  DT_N_STATES,
} DtState;

typedef enum
{
  DT_EDIT_NONE,
  DT_EDIT_TEXT,      /* bytes @start to @end of the node's text become @text */
  DT_EDIT_ATTRIBUTE, /* @attribute of the node becomes @text */
  DT_EDIT_REMOVE,    /* the node goes */
} DtEditKind;

/* A repair. */
typedef struct
{
  DtEditKind kind;
  char *node;
  DtAttribute attribute;
  gsize start;
  gsize end;
  char *text;
} DtEdit;

/**
 * DtFinding:
 * @rule: the rule, which lives as long as the finding
 * @severity: that of the rule, or less
 * @state: never %DT_STATE_PASS for what was found
 * @node: reference of the node, `plan` for the whole
 * @line: line in the text of the node, from 1; 0 where it is about no text
 * @column: character in that line, from 1
 * @start: first byte in the text of the node
 * @end: byte behind the last
 * @page: page of the whole document from 1, 0 while unknown
 * @message: what is wrong, translated
 * @quote: (nullable): the words it is about
 * @measured: (nullable): what was measured
 * @allowed: (nullable): what is allowed
 * @suggestion: (nullable): what to put there, or what to do
 * @fix: how far it can be repaired; never more than the rule says
 * @edit: the repair, of kind %DT_EDIT_NONE where there is none
 * @reason: (nullable): why it was ignored
 *
 * An answer of a rule. Immutable, atomically reference counted.
 */
typedef struct
{
  const DtRule *rule;
  DtSeverity severity;
  DtState state;
  char *node;
  guint line;
  guint column;
  gsize start;
  gsize end;
  guint page;
  char *message;
  char *quote;
  char *measured;
  char *allowed;
  char *suggestion;
  DtFixGrade fix;
  DtEdit edit;
  char *reason;
} DtFinding;

GType dt_finding_get_type (void);
DtFinding *dt_finding_ref (DtFinding *self);
void dt_finding_unref (DtFinding *self);

const char *dt_state_to_string (DtState state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtFinding, dt_finding_unref)

G_END_DECLS
