/* dt-template-update.h - a newer template for a section that has been written already
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dt-plan.h"
#include "template/dt-library.h"

G_BEGIN_DECLS

#define DT_TEMPLATE_UPDATE_ERROR (dt_template_update_error_quark ())

/**
 * DtTemplateUpdateError:
 * @DT_TEMPLATE_UPDATE_ERROR_ORIGIN: there is no such section, or it does not remember a template
 * @DT_TEMPLATE_UPDATE_ERROR_TEMPLATE: the library does not have that template, or it has no such heading any more
 */
typedef enum
{
  DT_TEMPLATE_UPDATE_ERROR_ORIGIN,
  DT_TEMPLATE_UPDATE_ERROR_TEMPLATE,
} DtTemplateUpdateError;

/* The heading and the paragraphs of a section; empty where there are none. */
typedef struct
{
  char *title;
  char *body;
} DtSectionText;

/**
 * DtTemplateComparison:
 * @section: reference of the section
 * @template_id: the template it came from
 * @old_version: the version it came from
 * @new_version: the version of the library
 * @old: what the template gave then
 * @mine: what stands in the plan
 * @theirs: what the template gives now, with the same values
 * @title: (element-type DtMergeChunk): the headings, compared
 * @body: (element-type DtMergeChunk): the paragraphs, compared
 * @n_conflicts: where both have changed, each in its own way
 * @origin: what the section has to remember once @theirs is taken over
 *
 * A section beside its template.
 */
typedef struct
{
  char *section;
  char *template_id;
  char *old_version;
  char *new_version;
  DtSectionText old;
  DtSectionText mine;
  DtSectionText theirs;
  GPtrArray *title;
  GPtrArray *body;
  guint n_conflicts;
  char *origin;
} DtTemplateComparison;

GQuark dt_template_update_error_quark (void);

/* What a section remembers: values that conditions and repeats ask for, then heading and paragraphs. */
char *dt_template_origin_new (const DtTemplate *template,
                              GHashTable *values,
                              const char *title,
                              const char *body) G_GNUC_WARN_UNUSED_RESULT;
/* References of the sections whose template the library has in a newer version. */
GStrv dt_template_list_outdated (const DtLibrary *library,
                                 const DtPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
DtTemplateComparison *dt_template_compare (const DtLibrary *library,
                                           const DtProfile *profile,
                                           const DtPlan *plan,
                                           const char *section,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
void dt_template_comparison_free (DtTemplateComparison *self);
/* The plan with both changes; where they collide, mine or theirs. */
DtPlan *dt_template_merge (const DtTemplateComparison *self,
                           const DtPlan *plan,
                           gboolean prefer_theirs,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* -1, 0 or 1: numbers in versions are compared as numbers. */
int dt_template_version_compare (const char *a,
                                 const char *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtTemplateComparison, dt_template_comparison_free)

G_END_DECLS
