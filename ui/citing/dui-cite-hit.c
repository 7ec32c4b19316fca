/* dui-cite-hit.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-citing"

#include "config.h"

#include "citing/dui-cite-hit.h"

#include <string.h>

#define SENTENCE_KEY "dui-cite-sentence"

struct _DuiCiteHit
{
  GObject parent_instance;
  DtDocument *document;
  char *mark;
  char *verdict;
  DtValidity validity;
};

G_DEFINE_FINAL_TYPE (DuiCiteHit, dui_cite_hit, G_TYPE_OBJECT)

static void
dui_cite_hit_finalize (GObject *object)
{
  DuiCiteHit *self = DUI_CITE_HIT (object);

  dt_document_unref (self->document);
  g_free (self->mark);
  g_free (self->verdict);

  G_OBJECT_CLASS (dui_cite_hit_parent_class)->finalize (object);
}

static void
dui_cite_hit_class_init (DuiCiteHitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dui_cite_hit_finalize;
}

static void
dui_cite_hit_init (DuiCiteHit *self)
{
}

/* The number, with the date where others have the same; the id of a document without number. */
static char *
make_mark (const DtCatalog *catalog,
           const DtDocumentFields *fields)
{
  g_autoptr (GPtrArray) same = NULL;
  g_autofree char *date = NULL;

  if (*fields->number == '\0')
    return g_strdup (fields->id);

  same = dt_catalog_find (catalog, fields->number, dt_date_make (0, 0, 0), NULL);
  if (same->len <= 1 || dt_date_is_empty (fields->date))
    return g_strdup (fields->number);

  date = dt_date_format_iso (fields->date);
  return g_strconcat (fields->number, "@", date, NULL);
}

DuiCiteHit *
dui_cite_hit_new (const DtCatalog *catalog,
                  const DtDocument *document,
                  DtDate on)
{
  DuiCiteHit *self = g_object_new (DUI_TYPE_CITE_HIT, NULL);
  DtJudgement judgement;

  dt_catalog_judge (catalog, document, on, &judgement);
  self->document = dt_document_ref ((DtDocument *) document);
  self->mark = make_mark (catalog, dt_document_get (document));
  self->verdict = dt_judgement_describe (&judgement);
  self->validity = judgement.validity;

  return self;
}

const DtDocument *
dui_cite_hit_get_document (DuiCiteHit *self)
{
  return self->document;
}

const char *
dui_cite_hit_get_mark (DuiCiteHit *self)
{
  return self->mark;
}

/* Rows */

static GtkWidget *
add_label (GtkWidget *box,
           const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

/* The row is what has the focus; it takes the box in after the first document was put there. */
static void
name_row_cb (GtkWidget *box)
{
  GtkWidget *row = gtk_widget_get_parent (box);
  const char *sentence = g_object_get_data (G_OBJECT (box), SENTENCE_KEY);

  if (row != NULL && sentence != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *subject;

  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  add_label (box, "heading");
  add_label (box, "caption");
  subject = add_label (box, NULL);
  gtk_label_set_wrap (GTK_LABEL (subject), TRUE);
  gtk_label_set_lines (GTK_LABEL (subject), 2);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (subject), GTK_NATURAL_WRAP_NONE);
  add_label (box, "caption");
  g_signal_connect (box, "notify::parent", G_CALLBACK (name_row_cb), NULL);
  gtk_list_item_set_child (item, box);
}

static const char *
get_sign (DtValidity validity)
{
  static const char *const signs[DT_N_VALIDITIES] = { "?", "✓", "✓", "○", "✕", "✕" };

  return signs[validity];
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem *item)
{
  DuiCiteHit *hit = gtk_list_item_get_item (item);
  const DtDocumentFields *fields = dt_document_get (hit->document);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *number = gtk_widget_get_first_child (box);
  GtkWidget *facts = gtk_widget_get_next_sibling (number);
  GtkWidget *subject = gtk_widget_get_next_sibling (facts);
  GtkWidget *verdict = gtk_widget_get_next_sibling (subject);
  g_autofree char *date = dt_date_is_empty (fields->date) ? g_strdup ("") : dt_date_format_short (fields->date);
  g_autofree char *name = g_strdup_printf ("%s %s", fields->type, fields->number);
  g_autofree char *origin = g_strdup_printf ("%s%s%s", date, *date != '\0' && *fields->issuer != '\0' ? " · " : "", fields->issuer);
  g_autofree char *words = g_strdup_printf ("%s %s", get_sign (hit->validity), hit->verdict);
  g_autofree char *sentence = NULL;
  gboolean gone = hit->validity == DT_VALIDITY_EXPIRED || hit->validity == DT_VALIDITY_REPLACED;

  gtk_label_set_text (GTK_LABEL (number), g_strstrip (name));
  gtk_label_set_text (GTK_LABEL (facts), origin);
  gtk_label_set_text (GTK_LABEL (subject), fields->subject);
  gtk_widget_set_visible (subject, *fields->subject != '\0');
  gtk_widget_set_tooltip_text (box, fields->subject);
  gtk_label_set_text (GTK_LABEL (verdict), words);
  if (gone)
    gtk_widget_add_css_class (verdict, "error");
  else
    gtk_widget_remove_css_class (verdict, "error");
  sentence = g_strjoin (". ", name, fields->subject, hit->verdict, NULL);
  g_object_set_data_full (G_OBJECT (box), SENTENCE_KEY, g_steal_pointer (&sentence), g_free);
  name_row_cb (box);
}

GtkListItemFactory *
dui_cite_hit_make_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);

  return factory;
}
