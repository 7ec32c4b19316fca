/* dui-date-button.h - a button that opens a calendar for an entry
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The day chosen is written into @editable as 5/3/2026. */
GtkWidget *dui_date_button_new (GtkEditable *editable);

G_END_DECLS
