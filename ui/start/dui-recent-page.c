/* dui-recent-page.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-recent-page"

#include "config.h"

#include "start/dui-recent-page.h"

#include "format/dt-plan-file.h"
#include "start/dui-page-card.h"
#include "start/dui-recent.h"

#include <glib/gi18n.h>

struct _DuiRecentPage
{
  AdwBin parent_instance;

  DuiEngine *engine;
  DuiDrafts *drafts; /* nullable */
  DuiPictures *pictures;
  GPtrArray *list; /* of DuiRecent, in the order of the cards */

  /* Template children */
  GtkStack *stack;
  GtkFlowBox *cards;
};

enum
{
  SIGNAL_OPEN_DRAFT,
  SIGNAL_OPEN_FILE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiRecentPage, dui_recent_page, ADW_TYPE_BIN)

/* Auxiliary functions */

static DtPlan *
load_plan (gpointer path,
           GError **error)
{
  return dt_plan_load (path, NULL, error);
}

static void
set_words (DuiPageCard *card,
           const DuiRecent *recent,
           const char *title,
           const char *number)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = dui_recent_describe_time (recent->time, now);
  g_autofree char *note = number != NULL ? g_strconcat (number, "\n", time, NULL) : g_strdup (time);
  const char *badge = NULL;

  if (recent->draft != NULL)
    badge = recent->file == NULL ? _ ("not saved") : _ ("changes not saved");
  dui_page_card_set_words (card, title, note, badge);
}

typedef struct
{
  DuiRecentPage *page;
  DuiPageCard *card;
  const DuiRecent *recent; /* lives as long as the card */
} Asked;

/* Called only while the card lives, and with it the page. */
static void
picture_cb (DtPlan *plan,
            GdkTexture *texture,
            const GError *error,
            gpointer user_data)
{
  Asked *asked = user_data;

  dui_page_card_set_picture (asked->card, texture != NULL ? GDK_PAINTABLE (texture) : NULL);
  if (plan != NULL)
    {
      g_autoptr (DuiDocument) document = dui_document_new (asked->page->engine, plan, NULL);
      g_autofree char *number = dui_recent_describe_number (plan);

      set_words (asked->card, asked->recent, dui_document_get_title (document), number);
    }
  else if (error != NULL)
    {
      dui_page_card_set_words (asked->card, asked->recent->title, error->message, _ ("cannot be read"));
    }
}

static void
add_card (DuiRecentPage *self,
          const DuiRecent *recent)
{
  DuiPageCard *card = DUI_PAGE_CARD (dui_page_card_new ());
  Asked *asked = g_new0 (Asked, 1);

  asked->page = self;
  asked->card = card;
  asked->recent = recent;
  g_object_set_data_full (G_OBJECT (card), "dui-asked", asked, g_free);
  set_words (card, recent, recent->title, NULL);
  gtk_flow_box_append (self->cards, GTK_WIDGET (card));
  dui_pictures_ask (self->pictures, load_plan, g_strdup (recent->path), g_free, dui_page_card_get_picture_width (card),
                    dui_page_card_get_cancellable (card), picture_cb, asked);
}

static void
remove_cards (DuiRecentPage *self)
{
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (self->cards, 0)) != NULL)
    {
      /* Its picture may be on the way. */
      g_cancellable_cancel (dui_page_card_get_cancellable (DUI_PAGE_CARD (child)));
      gtk_flow_box_remove (self->cards, GTK_WIDGET (child));
    }
}

static gboolean
is_same (const GPtrArray *a,
         const GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const DuiRecent *first = g_ptr_array_index (a, i);
      const DuiRecent *second = g_ptr_array_index (b, i);

      if (g_strcmp0 (first->path, second->path) != 0 || first->time != second->time)
        return FALSE;
    }

  return TRUE;
}

/* Callbacks */

static void
activated_cb (DuiRecentPage *self,
              GtkFlowBoxChild *child)
{
  const DuiRecent *recent = g_ptr_array_index (self->list, (guint) gtk_flow_box_child_get_index (child));

  if (recent->draft != NULL)
    {
      g_autofree char *id = g_strdup (recent->draft);

      g_signal_emit (self, signals[SIGNAL_OPEN_DRAFT], 0, id);
    }
  else
    {
      g_autoptr (GFile) file = g_object_ref (recent->file);

      g_signal_emit (self, signals[SIGNAL_OPEN_FILE], 0, file);
    }
}

/* GObject overrides */

static void
dui_recent_page_map (GtkWidget *widget)
{
  dui_recent_page_refresh (DUI_RECENT_PAGE (widget));

  GTK_WIDGET_CLASS (dui_recent_page_parent_class)->map (widget);
}

static void
dui_recent_page_dispose (GObject *object)
{
  DuiRecentPage *self = DUI_RECENT_PAGE (object);

  if (self->cards != NULL)
    remove_cards (self);
  self->cards = NULL;
  g_clear_object (&self->pictures);
  g_clear_object (&self->drafts);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (dui_recent_page_parent_class)->dispose (object);
}

static void
dui_recent_page_finalize (GObject *object)
{
  g_clear_pointer (&DUI_RECENT_PAGE (object)->list, g_ptr_array_unref);

  G_OBJECT_CLASS (dui_recent_page_parent_class)->finalize (object);
}

static void
dui_recent_page_class_init (DuiRecentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_recent_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = dui_recent_page_finalize;
  widget_class->map = dui_recent_page_map;

  signals[SIGNAL_OPEN_DRAFT] = g_signal_new ("open-draft", DUI_TYPE_RECENT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_OPEN_FILE] = g_signal_new ("open-file", DUI_TYPE_RECENT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/start/dui-recent-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiRecentPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DuiRecentPage, cards);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
dui_recent_page_init (DuiRecentPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public functions */

GtkWidget *
dui_recent_page_new (DuiEngine *engine,
                     DuiDrafts *drafts,
                     DuiPictures *pictures)
{
  DuiRecentPage *self;

  g_return_val_if_fail (DUI_IS_ENGINE (engine) && DUI_IS_PICTURES (pictures), NULL);

  self = g_object_new (DUI_TYPE_RECENT_PAGE, NULL);
  self->engine = g_object_ref (engine);
  self->drafts = drafts != NULL ? g_object_ref (drafts) : NULL;
  self->pictures = g_object_ref (pictures);
  dui_recent_page_refresh (self);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (dui_recent_page_refresh), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
dui_recent_page_refresh (DuiRecentPage *self)
{
  GPtrArray *list;

  g_return_if_fail (DUI_IS_RECENT_PAGE (self));

  list = dui_recent_list (self->drafts);
  if (is_same (self->list, list))
    {
      g_ptr_array_unref (list);
      return;
    }

  remove_cards (self);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  self->list = list;
  for (guint i = 0; i < list->len; i++)
    add_card (self, g_ptr_array_index (list, i));
  gtk_stack_set_visible_child_name (self->stack, list->len > 0 ? "cards" : "empty");
}
