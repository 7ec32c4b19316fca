/* dui-print.h - pages on paper
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "layout/dt-page.h"

G_BEGIN_DECLS

/* Prints the pages as they are in view and in the PDF, each on paper that lies as the page does. Run it with
 * gtk_print_operation_run(); the portal is asked where there is one. */
GtkPrintOperation *dui_print_operation_new (DtPages *pages,
                                            const char *title) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
