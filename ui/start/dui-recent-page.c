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
  GPtrArray *list;     /* of DuiRecent, in the order of the cards */
  GHashTable *dropped; /* ids of drafts that go when nobody takes it back */
  GtkWidget *menu;
  DuiPageCard *menu_card; /* (unowned) (nullable): what the menu was opened for */

  /* Template children */
  GtkStack *stack;
  GtkFlowBox *cards;
  GMenuModel *file_menu;
  GMenuModel *draft_menu;
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
  g_autoptr (GFile) folder = recent->gone ? g_file_get_parent (recent->file) : NULL;
  g_autofree char *time = folder != NULL ? g_file_get_parse_name (folder) : dui_recent_describe_time (recent->time, now);
  g_autofree char *note = number != NULL ? g_strconcat (number, "\n", time, NULL) : g_strdup (time);
  const char *badge = NULL;

  if (recent->draft != NULL)
    badge = recent->file == NULL ? _ ("not saved") : _ ("changes not saved");
  else if (recent->gone)
    badge = _ ("no longer there");
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
  if (recent->gone)
    {
      dui_page_card_set_picture (card, NULL);
      dui_page_card_set_quiet (card);
    }
  else
    dui_pictures_ask (self->pictures, load_plan, g_strdup (recent->path), g_free, dui_page_card_get_picture_width (card),
                      dui_page_card_get_cancellable (card), picture_cb, asked);
}

static void
remove_cards (DuiRecentPage *self)
{
  GtkFlowBoxChild *child;

  self->menu_card = NULL;
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

      if (g_strcmp0 (first->path, second->path) != 0 || first->time != second->time ||
          first->gone != second->gone || g_strcmp0 (first->draft, second->draft) != 0)
        return FALSE;
    }

  return TRUE;
}

/* What was taken out of the list may be put back for as long as the toast says so. */
typedef struct
{
  GWeakRef page;
  DuiDrafts *drafts; /* nullable */
  char *draft;       /* nullable */
  GFile *file;       /* nullable */
  gboolean undone;
} Removed;

static void
removed_free (Removed *self)
{
  g_weak_ref_clear (&self->page);
  g_clear_object (&self->drafts);
  g_clear_object (&self->file);
  g_free (self->draft);
  g_free (self);
}

static void
undo_cb (AdwToast *toast,
         Removed *removed)
{
  g_autoptr (DuiRecentPage) self = g_weak_ref_get (&removed->page);

  removed->undone = TRUE;
  if (removed->draft == NULL)
    dui_recent_note (removed->file);
  if (self == NULL)
    return;

  if (removed->draft != NULL)
    g_hash_table_remove (self->dropped, removed->draft);
  dui_recent_page_refresh (self);
}

/* A toast that goes with its window has not been there for as long as it says: the draft stays. */
static void
dismissed_cb (AdwToast *toast,
              Removed *removed)
{
  g_autoptr (DuiRecentPage) self = g_weak_ref_get (&removed->page);

  if (removed->draft == NULL || removed->undone || self == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  dui_drafts_delete (removed->drafts, removed->draft);
  g_hash_table_remove (self->dropped, removed->draft);
  /* The file that it was made from is listed again. */
  dui_recent_page_refresh (self);
}

static void
tell_removed (DuiRecentPage *self,
              const DuiRecent *recent,
              const char *title)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *text = NULL;
  g_autofree char *escaped = NULL;
  Removed *removed = g_new0 (Removed, 1);
  AdwToast *toast;

  text = g_strdup_printf (recent->draft != NULL ? _ ("The draft “%s” is discarded") : _ ("“%s” is no longer listed"), title);
  escaped = g_markup_escape_text (text, -1);
  toast = adw_toast_new (escaped);
  g_weak_ref_init (&removed->page, self);
  removed->drafts = self->drafts != NULL ? g_object_ref (self->drafts) : NULL;
  removed->draft = g_strdup (recent->draft);
  removed->file = recent->file != NULL ? g_object_ref (recent->file) : NULL;
  g_object_set_data_full (G_OBJECT (toast), "dui-removed", removed, (GDestroyNotify) removed_free);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_timeout (toast, 10);
  g_signal_connect (toast, "button-clicked", G_CALLBACK (undo_cb), removed);
  g_signal_connect (toast, "dismissed", G_CALLBACK (dismissed_cb), removed);
  if (ADW_IS_TOAST_OVERLAY (overlay))
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (toast);
}

static void
focus_card (DuiRecentPage *self,
            int index)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->cards, index);

  if (child == NULL && index > 0)
    child = gtk_flow_box_get_child_at_index (self->cards, index - 1);
  if (child != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (child));
}

static void
remove_card (DuiRecentPage *self,
             DuiPageCard *card)
{
  int index = gtk_flow_box_child_get_index (GTK_FLOW_BOX_CHILD (card));
  const DuiRecent *recent = g_ptr_array_index (self->list, (guint) index);

  tell_removed (self, recent, dui_page_card_get_title (card));
  if (recent->draft != NULL)
    g_hash_table_add (self->dropped, g_strdup (recent->draft));
  else
    dui_recent_forget (recent->file);
  dui_recent_page_refresh (self);
  focus_card (self, index);
}

/* The one the menu was opened for, or the one that has the keyboard. */
static DuiPageCard *
find_card (DuiRecentPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->menu_card != NULL)
    return self->menu_card;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->cards)))
    return NULL;

  return DUI_IS_PAGE_CARD (focus) ? DUI_PAGE_CARD (focus) : DUI_PAGE_CARD (gtk_widget_get_ancestor (focus, DUI_TYPE_PAGE_CARD));
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

static void
remove_action_cb (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  DuiRecentPage *self = DUI_RECENT_PAGE (widget);
  DuiPageCard *card = find_card (self);

  if (card != NULL)
    remove_card (self, card);
}

static void
open_action_cb (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  DuiPageCard *card = find_card (DUI_RECENT_PAGE (widget));

  if (card != NULL)
    gtk_widget_activate (GTK_WIDGET (card));
}

static void
open_menu (DuiRecentPage *self,
           DuiPageCard *card,
           double x,
           double y)
{
  const DuiRecent *recent = g_ptr_array_index (self->list, (guint) gtk_flow_box_child_get_index (GTK_FLOW_BOX_CHILD (card)));
  const GdkRectangle at = { (int) x, (int) y, 1, 1 };

  self->menu_card = card;
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), recent->draft != NULL ? self->draft_menu : self->file_menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (DuiRecentPage *self,
            int n_press,
            double x,
            double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  while (widget != NULL && !DUI_IS_PAGE_CARD (widget))
    widget = gtk_widget_get_parent (widget);
  if (widget != NULL)
    open_menu (self, DUI_PAGE_CARD (widget), x, y);
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant *arguments,
             gpointer user_data)
{
  DuiRecentPage *self = DUI_RECENT_PAGE (widget);
  DuiPageCard *card;
  double x;
  double y;

  self->menu_card = NULL;
  card = find_card (self);
  if (card == NULL)
    return FALSE;

  gtk_widget_translate_coordinates (GTK_WIDGET (card), widget, gtk_widget_get_width (GTK_WIDGET (card)) / 2.0,
                                    gtk_widget_get_height (GTK_WIDGET (card)) / 2.0, &x, &y);
  open_menu (self, card, x, y);
  return TRUE;
}

/* Its actions run after it has closed. */
static gboolean
forget_card_cb (gpointer user_data)
{
  g_autoptr (DuiRecentPage) self = user_data;

  if (self->menu != NULL && !gtk_widget_get_visible (self->menu))
    self->menu_card = NULL;
  return G_SOURCE_REMOVE;
}

static void
menu_closed_cb (DuiRecentPage *self)
{
  g_idle_add (forget_card_cb, g_object_ref (self));
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
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->pictures);
  g_clear_object (&self->drafts);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (dui_recent_page_parent_class)->dispose (object);
}

static void
dui_recent_page_finalize (GObject *object)
{
  g_clear_pointer (&DUI_RECENT_PAGE (object)->list, g_ptr_array_unref);
  g_clear_pointer (&DUI_RECENT_PAGE (object)->dropped, g_hash_table_unref);

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

  gtk_widget_class_install_action (widget_class, "recent.remove", NULL, remove_action_cb);
  gtk_widget_class_install_action (widget_class, "recent.open", NULL, open_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "recent.remove", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/start/dui-recent-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiRecentPage, file_menu);
  gtk_widget_class_bind_template_child (widget_class, DuiRecentPage, draft_menu);
  gtk_widget_class_bind_template_child (widget_class, DuiRecentPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DuiRecentPage, cards);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
dui_recent_page_init (DuiRecentPage *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->dropped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->menu = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (menu_closed_cb), self);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
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
  for (guint i = list->len; i > 0; i--)
    {
      const DuiRecent *recent = g_ptr_array_index (list, i - 1);

      if (recent->draft != NULL && g_hash_table_contains (self->dropped, recent->draft))
        g_ptr_array_remove_index (list, i - 1);
    }
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
