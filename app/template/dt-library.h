/* dt-library.h - the templates and profiles of all packs
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "template/dt-profile.h"
#include "template/dt-template.h"

G_BEGIN_DECLS

#define DT_TYPE_LIBRARY (dt_library_get_type ())

/* Immutable, atomically reference counted. */
typedef struct _DtLibrary DtLibrary;

GType dt_library_get_type (void);

/* @packs: (element-type DtPack), the weakest first; what cannot be read is told and left out. */
DtLibrary *dt_library_new (const GPtrArray *packs,
                           GPtrArray *diagnostics) G_GNUC_WARN_UNUSED_RESULT;
/* Of the packs that dt_packs_find() finds. */
DtLibrary *dt_library_load_default (GPtrArray *diagnostics) G_GNUC_WARN_UNUSED_RESULT;
DtLibrary *dt_library_ref (DtLibrary *self);
void dt_library_unref (DtLibrary *self);

/* Sorted by kind, plans first, and id. */
guint dt_library_get_n (const DtLibrary *self);
const DtTemplate *dt_library_get (const DtLibrary *self,
                                  guint index);
/* The id of the pack it comes from. */
const char *dt_library_get_pack (const DtLibrary *self,
                                 guint index);
const DtTemplate *dt_library_find (const DtLibrary *self,
                                   const char *id);
/* The profile with that id; NULL for the one of the strongest pack that has one. */
DtProfile *dt_library_find_profile (const DtLibrary *self,
                                    const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtLibrary, dt_library_unref)

G_END_DECLS
