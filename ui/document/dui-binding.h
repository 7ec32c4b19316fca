/* dui-binding.h - ties an entry or a text view to a node of the document
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "document/dui-document.h"

G_BEGIN_DECLS

#define DUI_TYPE_BINDING (dui_binding_get_type ())

/**
 * DuiBinding:
 *
 * What is typed, with the word the input method still holds, is applied to the
 * document at every change; the text of the document is written into the
 * widget only where it differs and no word is being held. A refusal of the
 * engine is shown by dui_row_set_verdict() and the typed text stays.
 *
 * The widget owns its binding: it lives until the widget is destroyed or bound
 * anew, and never keeps it alive.
 */
G_DECLARE_FINAL_TYPE (DuiBinding, dui_binding, DUI, BINDING, GObject)

/* @reference (nullable): the node; without one the widget is bound to nothing. */
DuiBinding *dui_binding_new_editable (DuiDocument *document,
                                      GtkEditable *editable,
                                      const char *reference);
DuiBinding *dui_binding_new_view (DuiDocument *document,
                                  GtkTextView *view,
                                  const char *reference);
DuiBinding *dui_binding_new_attribute (DuiDocument *document,
                                       GtkEditable *editable,
                                       const char *reference,
                                       DtAttribute attribute);
/* What an attribute is called among places: several fields may be about one node. */
char *dui_binding_make_key (const char *reference,
                            DtAttribute attribute) G_GNUC_WARN_UNUSED_RESULT;
void dui_binding_set_reference (DuiBinding *self,
                                const char *reference);
const char *dui_binding_get_reference (DuiBinding *self);
/* Applies what is in the widget now. */
void dui_binding_flush (DuiBinding *self);

G_END_DECLS
