/* dui-inspector.h - what is wrong with a plan and what is missing, kept up to date
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/dt-check.h"
#include "document/dui-document.h"

G_BEGIN_DECLS

#define DUI_TYPE_INSPECTOR (dui_inspector_get_type ())

/**
 * DuiInspector:
 *
 * Checks the plan of a document in a thread, after its pages are shown and
 * never before, and takes over what did not change since the last time. Its
 * signal #DuiInspector::changed tells that there is a new report.
 */
G_DECLARE_FINAL_TYPE (DuiInspector, dui_inspector, DUI, INSPECTOR, GObject)

/* The one of @document, which owns it. */
DuiInspector *dui_inspector_get (DuiDocument *document);

/* These pages are shown: they and their plan are checked soon. */
void dui_inspector_look (DuiInspector *self,
                         DtPages *pages);
/* All NULL before the first report. The plan is the one that was checked. */
DtReport *dui_inspector_get_report (DuiInspector *self);
DtPlan *dui_inspector_get_plan (DuiInspector *self);
DtComposition *dui_inspector_get_composition (DuiInspector *self);
/* (element-type DtMissing): the blanks, in the order of the text. */
GPtrArray *dui_inspector_get_missing (DuiInspector *self);
/* What the plan is checked with; the fields are borrowed and valid until the main loop runs. Its rules are NULL before
 * the first report. */
DtChecker dui_inspector_make_checker (DuiInspector *self);
/* The packs whose rules are used, and their versions; NULL where there are none. */
char *dui_inspector_describe_rules (DuiInspector *self) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the node is the same now as when it was checked, so that places in its text are right. */
gboolean dui_inspector_is_current (DuiInspector *self,
                                   const char *reference);
/* The worst finding at that byte of the text, or of a node without one; NULL if there is none. */
DtFinding *dui_inspector_find (DuiInspector *self,
                               const char *reference,
                               guint offset);
/* Where it is mended by hand: its node, or dui_binding_make_key() of the attribute it is about. */
char *dui_inspector_find_field (DuiInspector *self,
                                const DtFinding *finding) G_GNUC_WARN_UNUSED_RESULT;
/* What is found in the fields, in words and with the clause: (element-type utf8 utf8) by field. */
GHashTable *dui_inspector_describe_fields (DuiInspector *self) G_GNUC_WARN_UNUSED_RESULT;

/* Each is one step that can be undone. */
gboolean dui_inspector_fix (DuiInspector *self,
                            DtFinding *finding,
                            GError **error);
/* Whether dui_inspector_fix() knows what to do. */
gboolean dui_inspector_can_fix (DuiInspector *self,
                                const DtFinding *finding);
gboolean dui_inspector_ignore (DuiInspector *self,
                               DtFinding *finding,
                               const char *reason,
                               GError **error);
/* Takes back that it is ignored. */
gboolean dui_inspector_reconsider (DuiInspector *self,
                                   DtFinding *finding,
                                   GError **error);

/* How many findings have a repair that cannot change what is said. */
guint dui_inspector_count_safe (DuiInspector *self);
/* Makes all of these in a thread, then as one step. */
void dui_inspector_fix_safe_async (DuiInspector *self,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean dui_inspector_fix_safe_finish (DuiInspector *self,
                                        GAsyncResult *result,
                                        guint *n_fixed,
                                        GError **error);

G_END_DECLS
