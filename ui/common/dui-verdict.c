/* dui-verdict.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "common/dui-verdict.h"

#include <adwaita.h>
#include <string.h>

/**
 * dui_row_set_verdict:
 * @widget: a field
 * @verdict: (nullable): what is wrong with it, in words
 *
 * Shows the judgement of the engine three ways: by colour, in words and to a
 * screen reader.
 */
void
dui_row_set_verdict (GtkWidget *widget,
                     const char *verdict)
{
  gboolean wrong = verdict != NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (wrong)
    gtk_widget_add_css_class (widget, "error");
  else
    gtk_widget_remove_css_class (widget, "error");

  gtk_widget_set_tooltip_text (widget, verdict);
  if (ADW_IS_ACTION_ROW (widget))
    adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), wrong ? verdict : "");
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

char *
dui_verdict_to_sentence (const char *verdict)
{
  g_autofree char *first = NULL;
  g_autofree char *upper = NULL;

  g_return_val_if_fail (verdict != NULL, NULL);

  first = g_utf8_substring (verdict, 0, *verdict != '\0' ? 1 : 0);
  upper = g_utf8_strup (first, -1);
  return g_strconcat (upper, verdict + strlen (first), NULL);
}
