/* dt-pack.h - packs: folders of content, and the layers they are found in
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/dt-diagnostic.h"
#include "catalog/dt-catalog.h"

G_BEGIN_DECLS

#define DT_TYPE_PACK (dt_pack_get_type ())

#define DT_PACK_NAMESPACE "https://duthao.github.io/ns/pack"
#define DT_PACK_FORMAT "1"
/* The id of the pack in which the user's own profile, documents and templates are kept. */
#define DT_PACK_OWN "cua-toi"

/* A folder with a pack.xml: immutable and reference counted. */
typedef struct _DtPack DtPack;

GType dt_pack_get_type (void);

DtPack *dt_pack_load (const char *path,
                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
DtPack *dt_pack_ref (DtPack *self);
void dt_pack_unref (DtPack *self);

const char *dt_pack_get_path (const DtPack *self);
const char *dt_pack_get_id (const DtPack *self);
const char *dt_pack_get_version (const DtPack *self);
const char *dt_pack_get_title (const DtPack *self);
const char *dt_pack_get_publisher (const DtPack *self);

/* The XML files of a folder of the pack, such as "catalog", sorted; links and
 * what is no file are left out. Full paths, NULL terminated. */
char **dt_pack_list_files (const DtPack *self,
                           const char *folder) G_GNUC_WARN_UNUSED_RESULT;
/* One of them, opened so that nothing else is read in its place. */
GBytes *dt_pack_read_file (const char *path,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A list of packs is a GPtrArray that owns its elements, the weakest layer
 * first, with one pack of each id. */
GPtrArray *dt_packs_find (const char *const *office_dirs,
                          GPtrArray *diagnostics) G_GNUC_WARN_UNUSED_RESULT;
/* The documents of all packs; what cannot be read is told and left out. */
DtCatalog *dt_packs_load_catalog (const GPtrArray *packs,
                                  GPtrArray *diagnostics) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtPack, dt_pack_unref)

G_END_DECLS
