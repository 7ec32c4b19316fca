/* dui-date-button.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "editor/dui-date-button.h"

#include "text/dt-date.h"

#include <glib/gi18n.h>

/* What is typed is where the calendar opens. */
static void
show_cb (GtkWidget *popover,
         GtkEditable *editable)
{
  GtkCalendar *calendar = GTK_CALENDAR (gtk_popover_get_child (GTK_POPOVER (popover)));
  g_autoptr (GDateTime) day = NULL;
  DtDate date;

  if (dt_date_parse (gtk_editable_get_text (editable), &date) && dt_date_is_complete (date))
    day = g_date_time_new_local (date.year, date.month, date.day, 0, 0, 0);
  else
    day = g_date_time_new_now_local ();
  if (day == NULL)
    return;

  g_signal_handlers_block_matched (calendar, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, editable);
  gtk_calendar_select_day (calendar, day);
  g_signal_handlers_unblock_matched (calendar, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, editable);
}

static void
selected_cb (GtkCalendar *calendar,
             GtkEditable *editable)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  DtDate date = dt_date_make ((guint) g_date_time_get_year (day), (guint) g_date_time_get_month (day),
                              (guint) g_date_time_get_day_of_month (day));
  g_autofree char *text = dt_date_format_short (date);

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (calendar), GTK_TYPE_POPOVER)));
  gtk_editable_set_text (editable, text);
}

/**
 * dui_date_button_new:
 * @editable: the entry it is for; must live as long as the button
 *
 * Makes a button with a calendar. No entry stands in its popover, where input
 * methods fail.
 *
 * Returns: the button
 */
GtkWidget *
dui_date_button_new (GtkEditable *editable)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *calendar = gtk_calendar_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (calendar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Calendar"), -1);
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Choose a day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Choose a day"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (popover, "show", G_CALLBACK (show_cb), editable, 0);
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (selected_cb), editable, 0);

  return button;
}
