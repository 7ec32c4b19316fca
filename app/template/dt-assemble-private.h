/* dt-assemble-private.h - the parts of a template as nodes of a plan
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "template/dt-assemble.h"
#include "template/dt-profile-sign.h"

G_BEGIN_DECLS

/* A run of dt_assemble(); the arrays own nodes. */
typedef struct
{
  const DtAssembler *in;
  const DtAdvisory *advisory; /* nullable: who issues instead of the office */
  GHashTable *locals;         /* list field -> the item at hand */
  guint n_sections;
  char *subject;
  char *attached_subject;
  GString *opening;
  GString *closing;
  GPtrArray *bases;
  GPtrArray *articles;
  GPtrArray *sections;
  GPtrArray *recipients;
  GPtrArray *tasks;
  GPtrArray *annexes;
} DtAssembly;

void dt_assembly_init (DtAssembly *self,
                       const DtAssembler *in);
void dt_assembly_clear (DtAssembly *self);
gboolean dt_assembly_expand (DtAssembly *self,
                             GError **error);

G_END_DECLS
