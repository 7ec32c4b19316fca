/* dt-rule-private.h - the inside of a set of rules
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/dt-rule.h"

G_BEGIN_DECLS

struct _DtRules
{
  GStringChunk *strings;
  GHashTable *rules; /* id -> DtRule, owned */
  GPtrArray *sorted;
};

/* Adds what a file says: rules replace those of the same id, silenced ones go. All of the file or nothing. */
gboolean dt_rules_add_file (DtRules *self,
                            GBytes *bytes,
                            const char *name,
                            GError **error);

G_END_DECLS
