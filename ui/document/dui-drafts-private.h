/* dui-drafts-private.h - for tests: drafts whose saves fail
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "document/dui-drafts.h"
#include "document/dui-keeper-private.h"

G_BEGIN_DECLS

/* For what is added from now on. */
void dui_drafts_set_save (DuiDrafts *self,
                          DuiSaveFunc save);

G_END_DECLS
