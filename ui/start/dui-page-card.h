/* dui-page-card.h - a plan or a template as its first page, with a few words
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "start/dui-pictures.h"

G_BEGIN_DECLS

#define DUI_TYPE_PAGE_CARD (dui_page_card_get_type ())

/**
 * DuiPageCard:
 *
 * A child of a #GtkFlowBox. It is white paper until its picture is there.
 */
G_DECLARE_FINAL_TYPE (DuiPageCard, dui_page_card, DUI, PAGE_CARD, GtkFlowBoxChild)

GtkWidget *dui_page_card_new (void) G_GNUC_WARN_UNUSED_RESULT;

const char *dui_page_card_get_title (DuiPageCard *self);
/* @note, @badge: (nullable): more about it; what is special about it. */
void dui_page_card_set_words (DuiPageCard *self,
                              const char *title,
                              const char *note,
                              const char *badge);
/* The badge does not stand out. */
void dui_page_card_set_quiet (DuiPageCard *self);
/* NULL: there is none and there will be none. */
void dui_page_card_set_picture (DuiPageCard *self,
                                GdkPaintable *picture);
/* Width of the picture in pixels of the screen. */
int dui_page_card_get_picture_width (DuiPageCard *self);
/* Cancelled when the card goes. */
GCancellable *dui_page_card_get_cancellable (DuiPageCard *self);

G_END_DECLS
