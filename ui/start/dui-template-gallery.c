/* dui-template-gallery.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-template-gallery"

#include "config.h"

#include "start/dui-template-gallery.h"

#include "common/dui-banner.h"
#include "common/dui-editable-text.h"
#include "start/dui-page-card.h"
#include "template/dt-assemble.h"
#include "template/dt-template-sample.h"
#include "text/dt-text.h"

#include <glib/gi18n.h>
#include <string.h>

struct _DuiTemplateGallery
{
  AdwBin parent_instance;

  DuiEngine *engine;
  DuiPictures *pictures;
  char **words; /* what is searched for, folded */
  guint n_shown;

  /* Template children */
  DuiBanner *banner;
  GtkEditable *entry;
  GtkStack *stack;
  GtkFlowBox *cards;
};

enum
{
  SIGNAL_CREATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiTemplateGallery, dui_template_gallery, ADW_TYPE_BIN)

#define TEMPLATE_KEY "dui-template"
#define FOLDED_KEY "dui-folded"

/* Pictures of examples, made in the thread of the pictures */

typedef struct
{
  DtTemplate *template;
  DtLibrary *library;
  DtProfile *profile;
} Example;

static void
example_free (gpointer data)
{
  Example *self = data;

  dt_template_unref (self->template);
  dt_library_unref (self->library);
  dt_profile_unref (self->profile);
  g_free (self);
}

static DtPlan *
make_example (gpointer data,
              GError **error)
{
  Example *self = data;

  return dt_template_make_sample (self->template, self->library, self->profile, error);
}

/* Called only while the card lives. */
static void
picture_cb (DtPlan *plan,
            GdkTexture *texture,
            const GError *error,
            gpointer card)
{
  if (error != NULL)
    g_message ("%s", error->message);
  dui_page_card_set_picture (card, texture != NULL ? GDK_PAINTABLE (texture) : NULL);
}

static void
add_card (DuiTemplateGallery *self,
          const DtTemplate *template)
{
  DuiPageCard *card = DUI_PAGE_CARD (dui_page_card_new ());
  g_autofree char *words = g_strjoin (" ", dt_template_get_title (template), dt_template_get_summary (template), NULL);
  Example *example;

  dui_page_card_set_words (card, dt_template_get_title (template), dt_template_get_summary (template), NULL);
  g_object_set_data_full (G_OBJECT (card), TEMPLATE_KEY, dt_template_ref ((DtTemplate *) template),
                          (GDestroyNotify) dt_template_unref);
  g_object_set_data_full (G_OBJECT (card), FOLDED_KEY, dt_text_fold (words), g_free);
  gtk_flow_box_append (self->cards, GTK_WIDGET (card));
  if (dui_engine_get_profile (self->engine) == NULL)
    {
      dui_page_card_set_picture (card, NULL);
      return;
    }

  example = g_new0 (Example, 1);
  example->template = dt_template_ref ((DtTemplate *) template);
  example->library = dt_library_ref (dui_engine_get_library (self->engine));
  example->profile = dt_profile_ref (dui_engine_get_profile (self->engine));
  dui_pictures_ask (self->pictures, make_example, example, example_free, dui_page_card_get_picture_width (card),
                    dui_page_card_get_cancellable (card), picture_cb, card);
}

static void
remove_cards (DuiTemplateGallery *self)
{
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (self->cards, 0)) != NULL)
    {
      g_cancellable_cancel (dui_page_card_get_cancellable (DUI_PAGE_CARD (child)));
      gtk_flow_box_remove (self->cards, GTK_WIDGET (child));
    }
}

static void
show_found (DuiTemplateGallery *self)
{
  self->n_shown = 0;
  gtk_flow_box_invalidate_filter (self->cards);
  gtk_stack_set_visible_child_name (self->stack, self->n_shown > 0 ? "cards" : "empty");
}

/* Plans first, in the order of the library, then decisions that issue one. */
static void
fill (DuiTemplateGallery *self)
{
  const DtLibrary *library = dui_engine_get_library (self->engine);

  remove_cards (self);
  for (guint i = 0; i < dt_library_get_n (library); i++)
    if (dt_template_get_kind (dt_library_get (library, i)) == DT_TEMPLATE_PLAN)
      add_card (self, dt_library_get (library, i));
  show_found (self);
}

static void
create (DuiTemplateGallery *self,
        const DtTemplate *template)
{
  g_autoptr (GHashTable) values = dt_values_new ();
  DtAssembler assembler = { template, dui_engine_get_library (self->engine), dui_engine_get_profile (self->engine), values };
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = NULL;

  if (assembler.profile == NULL)
    {
      dui_banner_show (self->banner, _ ("Describe your office first: without it no plan can be made from a template."), NULL);
      return;
    }

  plan = dt_assemble (&assembler, &error);
  if (plan != NULL)
    g_signal_emit (self, signals[SIGNAL_CREATE], 0, plan);
  else
    dui_banner_show (self->banner, error->message, _ ("_Close"));
}

/* Callbacks */

static gboolean
filter_cb (GtkFlowBoxChild *child,
           gpointer user_data)
{
  DuiTemplateGallery *self = user_data;
  const char *folded = g_object_get_data (G_OBJECT (child), FOLDED_KEY);

  for (guint i = 0; self->words != NULL && self->words[i] != NULL; i++)
    if (strstr (folded, self->words[i]) == NULL)
      return FALSE;

  self->n_shown++;
  return TRUE;
}

static void
search_cb (DuiTemplateGallery *self)
{
  g_autofree char *typed = dui_editable_dup_text (self->entry);
  g_autofree char *folded = dt_text_fold (typed);

  g_clear_pointer (&self->words, g_strfreev);
  self->words = g_strsplit (g_strstrip (folded), " ", -1);
  show_found (self);
}

/* Enter in the search takes the first that was found. */
static void
entry_activated_cb (DuiTemplateGallery *self)
{
  search_cb (self);
  for (int i = 0; gtk_flow_box_get_child_at_index (self->cards, i) != NULL; i++)
    {
      GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->cards, i);

      if (gtk_widget_get_child_visible (GTK_WIDGET (child)))
        {
          gtk_widget_grab_focus (GTK_WIDGET (child));
          return;
        }
    }
}

static void
stop_search_cb (DuiTemplateGallery *self)
{
  gtk_editable_set_text (self->entry, "");
}

static void
activated_cb (DuiTemplateGallery *self,
              GtkFlowBoxChild *child)
{
  create (self, g_object_get_data (G_OBJECT (child), TEMPLATE_KEY));
}

static void
banner_cb (DuiTemplateGallery *self)
{
  dui_banner_show (self->banner, NULL, NULL);
}

/* GObject overrides */

static void
dui_template_gallery_dispose (GObject *object)
{
  DuiTemplateGallery *self = DUI_TEMPLATE_GALLERY (object);

  if (self->cards != NULL)
    {
      gtk_flow_box_set_filter_func (self->cards, NULL, NULL, NULL);
      remove_cards (self);
    }
  self->cards = NULL;
  g_clear_object (&self->pictures);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (dui_template_gallery_parent_class)->dispose (object);
}

static void
dui_template_gallery_finalize (GObject *object)
{
  g_clear_pointer (&DUI_TEMPLATE_GALLERY (object)->words, g_strfreev);

  G_OBJECT_CLASS (dui_template_gallery_parent_class)->finalize (object);
}

static void
dui_template_gallery_class_init (DuiTemplateGalleryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_template_gallery_dispose;
  G_OBJECT_CLASS (klass)->finalize = dui_template_gallery_finalize;

  signals[SIGNAL_CREATE] = g_signal_new ("create", DUI_TYPE_TEMPLATE_GALLERY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, DT_TYPE_PLAN);

  g_type_ensure (DUI_TYPE_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/start/dui-template-gallery.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiTemplateGallery, banner);
  gtk_widget_class_bind_template_child (widget_class, DuiTemplateGallery, entry);
  gtk_widget_class_bind_template_child (widget_class, DuiTemplateGallery, stack);
  gtk_widget_class_bind_template_child (widget_class, DuiTemplateGallery, cards);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, banner_cb);
}

static void
dui_template_gallery_init (DuiTemplateGallery *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_flow_box_set_filter_func (self->cards, filter_cb, self, NULL);
  dui_preedit_follow (GTK_WIDGET (self->entry));
  g_signal_connect_object (gtk_editable_get_delegate (self->entry), "preedit-changed", G_CALLBACK (search_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Public functions */

GtkWidget *
dui_template_gallery_new (DuiEngine *engine,
                          DuiPictures *pictures)
{
  DuiTemplateGallery *self;

  g_return_val_if_fail (DUI_IS_ENGINE (engine) && DUI_IS_PICTURES (pictures), NULL);

  self = g_object_new (DUI_TYPE_TEMPLATE_GALLERY, NULL);
  self->engine = g_object_ref (engine);
  self->pictures = g_object_ref (pictures);
  g_signal_connect_object (engine, "library-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (engine, "profile-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}

void
dui_template_gallery_focus_search (DuiTemplateGallery *self)
{
  g_return_if_fail (DUI_IS_TEMPLATE_GALLERY (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
