/* dui-engine.h - what all open plans share: styles, templates, catalogue, profile
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "compose/dt-composition.h"
#include "layout/dt-shaper.h"
#include "template/dt-library.h"

G_BEGIN_DECLS

#define DUI_TYPE_ENGINE (dui_engine_get_type ())

G_DECLARE_FINAL_TYPE (DuiEngine, dui_engine, DUI, ENGINE, GObject)

DuiEngine *dui_engine_new (GError **error) G_GNUC_WARN_UNUSED_RESULT;

DtSheet *dui_engine_get_sheet (DuiEngine *self);
DtKinds *dui_engine_get_kinds (DuiEngine *self);
DtLibrary *dui_engine_get_library (DuiEngine *self);
/* (element-type DtPack): the weakest first. */
GPtrArray *dui_engine_get_packs (DuiEngine *self);
/* NULL until it is loaded, see DuiEngine::catalog-changed. */
DtCatalog *dui_engine_get_catalog (DuiEngine *self);
GSettings *dui_engine_get_settings (DuiEngine *self);
/* NULL where the schema is not installed. Needs no engine. */
GSettings *dui_engine_new_settings (void) G_GNUC_WARN_UNUSED_RESULT;
DtDate dui_engine_get_today (DuiEngine *self);

/* The office (cơ quan): the user's own profile, or else the one of the strongest pack. */
DtProfile *dui_engine_get_profile (DuiEngine *self);
gboolean dui_engine_has_own_profile (DuiEngine *self);
gboolean dui_engine_set_profile (DuiEngine *self,
                                 DtProfile *profile,
                                 GError **error);

/* Reads packs, templates and the catalogue again, after files of a pack were changed. */
void dui_engine_reload (DuiEngine *self);
/* The same where only a catalogue file of the user's own pack is another one. */
void dui_engine_reload_catalog (DuiEngine *self);
/* The folder of the user's own pack, made with its pack.xml where it is missing. */
char *dui_engine_ensure_user_pack (DuiEngine *self,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The fields are borrowed: take references to keep them in a thread. */
DtComposer dui_engine_make_composer (DuiEngine *self);
DtShaper *dui_engine_new_shaper (DuiEngine *self,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
