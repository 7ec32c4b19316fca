/* dui-application.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-application"

#include "config.h"

#include "application/dui-application.h"

struct _DuiApplication
{
  AdwApplication parent_instance;

  DuiEngine *engine;
};

G_DEFINE_FINAL_TYPE (DuiApplication, dui_application, ADW_TYPE_APPLICATION)

static void
dui_application_startup (GApplication *application)
{
  DuiApplication *self = DUI_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  G_APPLICATION_CLASS (dui_application_parent_class)->startup (application);

  self->engine = dui_engine_new (&error);
  if (self->engine == NULL)
    {
      g_printerr ("duthao: %s\n", error->message);
      g_application_quit (application);
    }
}

static void
dui_application_dispose (GObject *object)
{
  DuiApplication *self = DUI_APPLICATION (object);

  g_clear_object (&self->engine);

  G_OBJECT_CLASS (dui_application_parent_class)->dispose (object);
}

static void
dui_application_class_init (DuiApplicationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dui_application_dispose;
  G_APPLICATION_CLASS (klass)->startup = dui_application_startup;
}

static void
dui_application_init (DuiApplication *self)
{
}

DuiApplication *
dui_application_new (void)
{
  return g_object_new (DUI_TYPE_APPLICATION,
                       "application-id", APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/duthao/DuThao",
                       NULL);
}

DuiEngine *
dui_application_get_engine (DuiApplication *self)
{
  g_return_val_if_fail (DUI_IS_APPLICATION (self), NULL);

  return self->engine;
}
