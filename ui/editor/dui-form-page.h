/* dui-form-page.h - the form of one part of a plan
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "document/dui-document.h"
#include "editor/dui-form-row.h"

G_BEGIN_DECLS

#define DUI_TYPE_FORM_PAGE (dui_form_page_get_type ())

G_DECLARE_DERIVABLE_TYPE (DuiFormPage, dui_form_page, DUI, FORM_PAGE, AdwBin)

/**
 * DuiFormPageClass:
 * @set_document: the page now shows that part; everything has to be filled
 * @refresh: the plan is another one; what is not bound has to be filled anew
 * @show_place: puts the caret to that place; FALSE if the page has no such field
 *
 * What a page has to do. Fields tied to the document by
 * dui_form_page_bind_text() and its like look after themselves.
 *
 * Signals: "caret-moved" (const char *reference, guint offset in bytes),
 * "cite-requested", "open-place" (const char *reference), "removed" (const
 * char *what) for a toast that offers to undo.
 */
struct _DuiFormPageClass
{
  AdwBinClass parent_class;

  void (*set_document) (DuiFormPage *self,
                        DuiDocument *document,
                        const char *reference);
  void (*refresh) (DuiFormPage *self,
                   DtPlan *old,
                   gpointer origin);
  gboolean (*show_place) (DuiFormPage *self,
                          const char *reference,
                          guint offset);
};

DuiEngine *dui_form_page_get_engine (DuiFormPage *self);
DuiDocument *dui_form_page_get_document (DuiFormPage *self);
/* NULL without a document. */
DtPlan *dui_form_page_get_plan (DuiFormPage *self);
/* The part that is shown; never NULL. */
const char *dui_form_page_get_reference (DuiFormPage *self);

/* @document (nullable): NULL shows nothing. */
void dui_form_page_set_document (DuiFormPage *self,
                                 DuiDocument *document,
                                 const char *reference);
/* The caret goes to byte @offset of what the field of @reference holds, and the field flashes. */
gboolean dui_form_page_show_place (DuiFormPage *self,
                                   const char *reference,
                                   guint offset);
/* Puts the text in at the caret of the field that had the focus last; FALSE if there is none. */
gboolean dui_form_page_insert_text (DuiFormPage *self,
                                    const char *text);
/* Opens the search of the text that is shown; FALSE where there is none. */
gboolean dui_form_page_open_find (DuiFormPage *self);

/* What the rules say of nodes, beside their fields: (nullable) (element-type utf8 utf8) by reference
 * or by dui_binding_make_key(), in words and with the clause. */
void dui_form_page_set_findings (DuiFormPage *self,
                                 GHashTable *findings);

/* For the pages themselves. */

/* Ties the editor of @row to the text of a node, or unties it where @reference is NULL. */
void dui_form_page_bind_text (DuiFormPage *self,
                              DuiFormRow *row,
                              const char *reference);
void dui_form_page_bind_attribute (DuiFormPage *self,
                                   DuiFormRow *row,
                                   const char *reference,
                                   DtAttribute attribute);
/* The editor that dui_form_page_insert_text() writes into. */
void dui_form_page_set_last (DuiFormPage *self,
                             GtkWidget *editor);
/* Says which node an editor made otherwise stands for. */
void dui_form_page_watch (DuiFormPage *self,
                          GtkWidget *editor,
                          const char *reference);
/* Applies @plan, or shows at @widget why there is none; takes both. */
gboolean dui_form_page_take (DuiFormPage *self,
                             DtPlan *plan,
                             GtkWidget *widget,
                             GError *error);
void dui_form_page_request_citation (DuiFormPage *self);
void dui_form_page_open_place (DuiFormPage *self,
                               const char *reference);
/* @what: a sentence that says what is gone; the window offers to undo it. */
void dui_form_page_tell_removed (DuiFormPage *self,
                                 const char *what);

G_END_DECLS
