/* dui-form-value.h - ties an entry to something a plan says in another form than it is typed
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "document/dui-document.h"

G_BEGIN_DECLS

/**
 * DuiFormValue:
 * @get: gives what the plan says, as it is shown
 * @set: gives the plan that says @text; NULL with an error where the engine
 *   refuses. @verdict may be set to what is doubtful about a text that is taken
 * @group: changes of one group are undone together
 * @data: for the two
 * @destroy: frees @data
 *
 * What an entry is tied to. As with a #DuiBinding the word that the input
 * method holds counts, nothing is written into an entry that holds one, and
 * what is refused stays.
 */
typedef struct
{
  char *(*get) (DtPlan *plan,
                gpointer data);
  DtPlan *(*set) (DtPlan *plan,
                  const char *text,
                  gpointer data,
                  char **verdict,
                  GError **error);
  const char *group;
  gpointer data;
  GDestroyNotify destroy;
} DuiFormValue;

/* @widget: an entry or a text view, until it is destroyed or tied anew; @document NULL unties it.
 * @value is copied. */
void dui_form_value_bind (GtkWidget *widget,
                          DuiDocument *document,
                          const DuiFormValue *value);

G_END_DECLS
