/* dui-compat.h - the only place with calls that changed between versions of the toolkit
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * DuiFileFilter:
 * @name: how the kind of file is called
 * @suffix: without the dot, "duthao"
 *
 * A kind of file to choose from.
 */
typedef struct
{
  const char *name;
  const char *suffix;
} DuiFileFilter;

/* @file: (nullable): NULL when nothing was chosen. */
typedef void (*DuiFileCallback) (GFile *file,
                                 gpointer user_data);
/* @response: the id of the answer; "cancel" when the question was closed. */
typedef void (*DuiAnswerCallback) (const char *response,
                                   gpointer user_data);

/* @filters ends with a NULL name. */
void dui_compat_open_file (GtkWindow *parent,
                           const char *title,
                           const DuiFileFilter *filters,
                           DuiFileCallback callback,
                           gpointer user_data);
/* @folder (nullable), @name: what is proposed; the name has its suffix, for a portal grants just
 * the name that was chosen. */
void dui_compat_save_file (GtkWindow *parent,
                           const char *title,
                           const DuiFileFilter *filters,
                           GFile *folder,
                           const char *name,
                           DuiFileCallback callback,
                           gpointer user_data);

/**
 * DuiAnswer:
 * @id: what the callback is told
 * @label: with a mnemonic
 * @appearance: how it looks
 *
 * An answer to a question. The one called "cancel" is given when the question
 * is closed.
 */
typedef struct
{
  const char *id;
  const char *label;
  AdwResponseAppearance appearance;
} DuiAnswer;

/* @answers ends with a NULL id; @standard is the id of the one Enter gives. */
void dui_compat_ask (GtkWindow *parent,
                     const char *heading,
                     const char *body,
                     const DuiAnswer *answers,
                     const char *standard,
                     DuiAnswerCallback callback,
                     gpointer user_data);

void dui_compat_show_about (GtkWindow *parent,
                            const char *debug_info);
void dui_compat_show_uri (GtkWindow *parent,
                          const char *uri);
/* Opens the file, or the folder it is in, with the program of the desktop. */
void dui_compat_show_file (GtkWindow *parent,
                           GFile *file,
                           gboolean folder);

G_END_DECLS
