/* dui-outline-add.h - choosing what section to add
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "document/dui-engine.h"

G_BEGIN_DECLS

#define DUI_TYPE_OUTLINE_ADD (dui_outline_add_get_type ())

/**
 * DuiOutlineAdd:
 *
 * A blank section, or one of the section templates, found by words with or
 * without accents. It stands in the window, not in a popover, for input
 * methods fail there. Signals: "chosen" (const char *id, "" for a blank one),
 * "closed".
 */
G_DECLARE_FINAL_TYPE (DuiOutlineAdd, dui_outline_add, DUI, OUTLINE_ADD, AdwBin)

/* Shows the templates of @engine anew; @used: (nullable): ids that stand in the plan already. */
void dui_outline_add_start (DuiOutlineAdd *self,
                            DuiEngine *engine,
                            GHashTable *used);

G_END_DECLS
