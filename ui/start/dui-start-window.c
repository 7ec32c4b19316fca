/* dui-start-window.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-start-window"

#include "config.h"

#include "start/dui-start-window.h"

#include "common/dui-banner.h"
#include "document/dui-import-draft.h"
#include "start/dui-import-page.h"
#include "start/dui-next-page.h"
#include "start/dui-pictures.h"
#include "start/dui-profile-page.h"
#include "start/dui-recent-page.h"
#include "start/dui-template-gallery.h"
#include "template/dt-assemble.h"

#include <glib/gi18n.h>
#include <string.h>

struct _DuiStartWindow
{
  AdwApplicationWindow parent_instance;

  DuiEngine *engine;
  DuiDrafts *drafts; /* nullable */
  DuiPictures *pictures;
  GtkWidget *asked; /* the page of the profile was shown because there was none */

  /* Template children */
  AdwWindowTitle *title;
  GtkWidget *back_button;
  DuiBanner *banner;
  GtkStack *stack;
  AdwBin *recent;
  GtkWidget *unfinished;
};

enum
{
  SIGNAL_OPEN_DOCUMENT,
  SIGNAL_OPEN_FILE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiStartWindow, dui_start_window, ADW_TYPE_APPLICATION_WINDOW)

#define HOME "home"

/* Pages are made when they are first shown. */
static const struct
{
  const char *name;
  const char *title;
} pages[] = {
  { "gallery", N_ ("New Plan") },
  { "next", N_ ("From an Earlier Plan") },
  { "import", N_ ("Import a Text") },
  { "profile", N_ ("Profile of the Office") },
};

/* Auxiliary functions */

static gboolean
has_blanks (DtPlan *plan)
{
  g_autoptr (GPtrArray) missing = dt_plan_list_missing (plan, NULL);

  return missing->len > 0;
}

/* The plan is in no file yet: it counts as unsaved from the first moment, and is kept as a draft. */
static void
hand_over_plan (DuiStartWindow *self,
                DtPlan *plan)
{
  g_autoptr (DuiDocument) document = dui_document_new (self->engine, plan, NULL);

  dui_document_restore (document, plan, NULL);
  g_signal_emit (self, signals[SIGNAL_OPEN_DOCUMENT], 0, document, has_blanks (plan) ? "fields" : NULL);
}

static void
go_home (DuiStartWindow *self)
{
  dui_start_window_show_page (self, "recent");
}

static void
profile_done_cb (DuiStartWindow *self)
{
  if (self->asked != NULL)
    {
      g_settings_set_boolean (dui_engine_get_settings (self->engine), "profile-asked", TRUE);
      self->asked = NULL;
    }
  go_home (self);
}

static GtkWidget *
make_page (DuiStartWindow *self,
           const char *name)
{
  GtkWidget *page;

  if (strcmp (name, "gallery") == 0)
    {
      page = dui_template_gallery_new (self->engine, self->pictures);
      g_signal_connect_swapped (page, "create", G_CALLBACK (hand_over_plan), self);
    }
  else if (strcmp (name, "import") == 0)
    {
      page = dui_import_page_new (self->engine);
      g_signal_connect_swapped (page, "create", G_CALLBACK (hand_over_plan), self);
    }
  else if (strcmp (name, "next") == 0)
    {
      page = dui_next_page_new (self->engine);
      g_signal_connect_swapped (page, "create", G_CALLBACK (hand_over_plan), self);
    }
  else
    {
      page = dui_profile_page_new (self->engine, TRUE);
      g_signal_connect_swapped (page, "done", G_CALLBACK (profile_done_cb), self);
    }

  gtk_stack_add_named (self->stack, page, name);
  return page;
}

static const char *
find_title (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (strcmp (pages[i].name, name) == 0)
      return _ (pages[i].title);

  return NULL;
}

/* Callbacks */

static void
open_draft_cb (DuiStartWindow *self,
               const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DuiDocument) document = dui_drafts_open (self->drafts, id, &error);

  if (document != NULL)
    g_signal_emit (self, signals[SIGNAL_OPEN_DOCUMENT], 0, document, NULL);
  else
    dui_start_window_warn (self, error->message);
}

static void
open_file_cb (DuiStartWindow *self,
              GFile *file)
{
  g_signal_emit (self, signals[SIGNAL_OPEN_FILE], 0, file);
}

static void
banner_cb (DuiStartWindow *self)
{
  dui_banner_show (self->banner, NULL, NULL);
}

static gboolean
drop_cb (DuiStartWindow *self,
         const GValue *value)
{
  const GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;

  dui_start_window_take_file (self, files->data);
  return TRUE;
}

static void
page_action_cb (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  dui_start_window_show_page (DUI_START_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
back_action_cb (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  go_home (DUI_START_WINDOW (widget));
}

static void
close_cb (GSimpleAction *action,
          GVariant *parameter,
          gpointer user_data)
{
  gtk_window_close (user_data);
}

static void
row_activated_cb (DuiStartWindow *self,
                  GtkListBoxRow *row)
{
  const char *name = gtk_widget_get_name (GTK_WIDGET (row));

  if (strcmp (name, "open") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "app.open", NULL);
  else
    dui_start_window_show_page (self, name);
}

/* Where the office is asked for first there is nothing to go on with yet. */
static void
make_recent (DuiStartWindow *self)
{
  GtkWidget *recent;

  if (adw_bin_get_child (self->recent) != NULL)
    return;

  recent = dui_recent_page_new (self->engine, self->drafts, self->pictures);
  g_signal_connect_swapped (recent, "open-draft", G_CALLBACK (open_draft_cb), self);
  g_signal_connect_swapped (recent, "open-file", G_CALLBACK (open_file_cb), self);
  adw_bin_set_child (self->recent, recent);
}

/* GObject overrides */

static void
dui_start_window_dispose (GObject *object)
{
  DuiStartWindow *self = DUI_START_WINDOW (object);

  if (self->pictures != NULL)
    g_object_run_dispose (G_OBJECT (self->pictures));
  g_clear_object (&self->pictures);

  G_OBJECT_CLASS (dui_start_window_parent_class)->dispose (object);
}

static void
dui_start_window_finalize (GObject *object)
{
  DuiStartWindow *self = DUI_START_WINDOW (object);

  g_clear_object (&self->drafts);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (dui_start_window_parent_class)->finalize (object);
}

static void
dui_start_window_class_init (DuiStartWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_start_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = dui_start_window_finalize;

  signals[SIGNAL_OPEN_DOCUMENT] = g_signal_new ("open-document", DUI_TYPE_START_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                NULL, G_TYPE_NONE, 2, DUI_TYPE_DOCUMENT, G_TYPE_STRING);
  signals[SIGNAL_OPEN_FILE] = g_signal_new ("open-file", DUI_TYPE_START_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_install_action (widget_class, "start.page", "s", page_action_cb);
  gtk_widget_class_install_action (widget_class, "start.back", NULL, back_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "start.back", NULL);

  g_type_ensure (DUI_TYPE_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/start/dui-start-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiStartWindow, title);
  gtk_widget_class_bind_template_child (widget_class, DuiStartWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, DuiStartWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, DuiStartWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DuiStartWindow, recent);
  gtk_widget_class_bind_template_child (widget_class, DuiStartWindow, unfinished);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, banner_cb);
}

static void
dui_start_window_init (DuiStartWindow *self)
{
  const GActionEntry entries[] = { { .name = "close", .activate = close_cb } };
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* Public functions */

GtkWidget *
dui_start_window_new (GtkApplication *application,
                      DuiEngine *engine,
                      DuiDrafts *drafts)
{
  DuiStartWindow *self;

  g_return_val_if_fail (DUI_IS_ENGINE (engine), NULL);

  self = g_object_new (DUI_TYPE_START_WINDOW, "application", application, NULL);
  self->engine = g_object_ref (engine);
  self->drafts = drafts != NULL ? g_object_ref (drafts) : NULL;
  self->pictures = dui_pictures_new (engine);

  if (!dui_engine_has_own_profile (engine) && !g_settings_get_boolean (dui_engine_get_settings (engine), "profile-asked"))
    {
      dui_start_window_show_page (self, "profile");
      self->asked = gtk_stack_get_visible_child (self->stack);
    }
  else
    {
      go_home (self);
    }
  return GTK_WIDGET (self);
}

const char *
dui_start_window_get_page (DuiStartWindow *self)
{
  const char *name;

  g_return_val_if_fail (DUI_IS_START_WINDOW (self), NULL);

  name = gtk_stack_get_visible_child_name (self->stack);
  return strcmp (name, HOME) == 0 ? "recent" : name;
}

/**
 * dui_start_window_show_page:
 * @self: a start window
 * @page: "recent", "gallery", "import", "next" or "profile"
 *
 * Shows a page. What stands on another one stays there.
 */
void
dui_start_window_show_page (DuiStartWindow *self,
                            const char *page)
{
  const char *title;
  GtkWidget *widget;

  g_return_if_fail (DUI_IS_START_WINDOW (self) && page != NULL);

  title = find_title (page);
  dui_banner_show (self->banner, NULL, NULL);
  gtk_widget_set_visible (self->back_button, title != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "start.back", title != NULL);
  adw_window_title_set_title (self->title, title != NULL ? title : _ ("Dự Thảo"));
  if (title == NULL)
    {
      make_recent (self);
      gtk_widget_set_visible (self->unfinished, dui_import_draft_exists ());
      gtk_stack_set_visible_child_name (self->stack, HOME);
      return;
    }

  widget = gtk_stack_get_child_by_name (self->stack, page);
  if (widget == NULL)
    widget = make_page (self, page);
  gtk_stack_set_visible_child (self->stack, widget);
  if (DUI_IS_TEMPLATE_GALLERY (widget))
    dui_template_gallery_focus_search (DUI_TEMPLATE_GALLERY (widget));
  else
    gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

void
dui_start_window_take_file (DuiStartWindow *self,
                            GFile *file)
{
  g_autofree char *name = NULL;

  g_return_if_fail (DUI_IS_START_WINDOW (self) && G_IS_FILE (file));

  name = g_file_get_basename (file);
  if (name != NULL && g_str_has_suffix (name, ".duthao") && strcmp (dui_start_window_get_page (self), "next") != 0)
    {
      open_file_cb (self, file);
      return;
    }
  if (strcmp (dui_start_window_get_page (self), "next") == 0)
    {
      dui_next_page_take_file (DUI_NEXT_PAGE (gtk_stack_get_visible_child (self->stack)), file);
      return;
    }

  dui_start_window_show_page (self, "import");
  dui_import_page_take_file (DUI_IMPORT_PAGE (gtk_stack_get_visible_child (self->stack)), file);
}

void
dui_start_window_warn (DuiStartWindow *self,
                       const char *text)
{
  g_return_if_fail (DUI_IS_START_WINDOW (self));

  dui_banner_show (self->banner, text, _ ("_Close"));
}
