/* dui-application-words.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-application"

#include "config.h"

#include "application/dui-application-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Words of the windows that the toolkit makes, which it has in no Vietnamese of its own. */
static const char *const words[] = {
  N_ ("Shortcuts"),
  N_ ("Search Results"),
  N_ ("No Results Found"),
  N_ ("Try a different search"),
  N_ ("About"),
  N_ ("Back"),
  N_ ("_Details"),
  N_ ("Details"),
  N_ ("_Troubleshooting"),
  N_ ("Troubleshooting"),
  N_ ("To assist in troubleshooting, you can view your debugging information. Providing this information to the application developers can help diagnose any problems you encounter when you report an issue."),
  N_ ("_Debugging Information"),
  N_ ("Debugging Information"),
  N_ ("_Copy Text"),
  N_ ("_Save as…"),
  N_ ("_Credits"),
  N_ ("Credits"),
  N_ ("Code by"),
  N_ ("_Legal"),
  N_ ("Legal"),
  N_ ("_Website"),
  N_ ("The Dự Thảo authors"),
};

static const char *
translate (const char *text)
{
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i], text) == 0)
      return _ (words[i]);

  return NULL;
}

static const char *
find_words (GtkWidget *widget)
{
  const char *found = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_words (child);
  return found;
}

void
dui_application_translate (GtkWidget *widget)
{
  const char *text = NULL;

  if (GTK_IS_LABEL (widget))
    {
      text = translate (gtk_label_get_label (GTK_LABEL (widget)));
      if (text != NULL)
        gtk_label_set_label (GTK_LABEL (widget), text);
    }
  else if (ADW_IS_PREFERENCES_ROW (widget))
    {
      text = translate (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)));
      if (text != NULL)
        adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), text);
    }
  else if (ADW_IS_PREFERENCES_GROUP (widget))
    {
      text = translate (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (widget)));
      if (text != NULL)
        adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (widget), text);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    dui_application_translate (child);

  /* To a screen reader the buttons of these windows are called after their class. */
  if (GTK_IS_BUTTON (widget))
    text = find_words (widget);
  if (GTK_IS_BUTTON (widget) && text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}
