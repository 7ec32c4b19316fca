/* dui-library-facts.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/dui-library-facts.h"

#include <glib/gi18n.h>
#include <string.h>

#define LINK_KEY "dui-link"

/* What it does to others, and what others do to it. */
static const char *const outgoing[DT_N_RELATION_KINDS] = {
  [DT_RELATION_AMENDS] = N_ ("Amends"),
  [DT_RELATION_REPLACES] = N_ ("Replaces"),
  [DT_RELATION_REPEALS] = N_ ("Repeals"),
  [DT_RELATION_IMPLEMENTS] = N_ ("Implements"),
};

static const char *const incoming[DT_N_RELATION_KINDS] = {
  [DT_RELATION_AMENDS] = N_ ("Amended by"),
  [DT_RELATION_REPLACES] = N_ ("Replaced by"),
  [DT_RELATION_REPEALS] = N_ ("Repealed by"),
  [DT_RELATION_IMPLEMENTS] = N_ ("Implemented by"),
};

/* @link (nullable): what to search for when the row is activated. */
static void
add_row (GtkListBox *list,
         const char *label,
         const char *text,
         const char *link)
{
  GtkWidget *row;

  if (text == NULL || *text == '\0')
    return;

  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (link != NULL)
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), LINK_KEY, g_strdup (link), g_free);
    }
  gtk_list_box_append (list, row);
}

static void
add_date (GtkListBox *list,
          const char *label,
          DtDate date)
{
  g_autofree char *text = date.year > 0 ? dt_date_format_short (date) : NULL;

  add_row (list, label, text, NULL);
}

static void
add_outgoing (GtkListBox *list,
              DtCatalog *catalog,
              const DtRelation *relation)
{
  const DtDocument *other = dt_catalog_find_id (catalog, relation->target);
  g_autofree char *name = NULL;

  if (other == NULL)
    other = dt_catalog_resolve (catalog, relation->target);
  name = other != NULL ? dt_document_to_string (other) : g_strdup (relation->target);
  add_row (list, _ (outgoing[relation->kind]), name, other != NULL ? dt_document_get (other)->number : NULL);
}

static void
add_incoming (GtkListBox *list,
              DtCatalog *catalog,
              const DtDocument *document)
{
  for (guint i = 0; i < dt_catalog_get_n_incoming (catalog, document); i++)
    {
      DtIncoming from;
      g_autofree char *name = NULL;

      dt_catalog_get_incoming (catalog, document, i, &from);
      name = dt_document_to_string (from.from);
      add_row (list, _ (incoming[from.kind]), name, dt_document_get (from.from)->number);
    }
}

static void
add_checked (GtkListBox *list,
             const DtDocumentFields *fields)
{
  g_autofree char *day = fields->checked.year > 0 ? dt_date_format_short (fields->checked) : NULL;
  g_autofree char *text = NULL;

  if (day == NULL)
    text = g_strdup (_ ("nobody has compared it with the document yet"));
  else
    /* Translators: a day, then a name. */
    text = g_strdup_printf (*fields->checked_by != '\0' ? _ ("on %s by %s") : "%s%s", day, fields->checked_by);
  add_row (list, _ ("Checked"), text, NULL);
}

void
dui_library_show_facts (GtkListBox *list,
                        DtCatalog *catalog,
                        const DtDocument *document,
                        DtDate on)
{
  const DtDocumentFields *fields;
  g_autofree char *verdict = NULL;
  DtJudgement judgement;
  GtkListBoxRow *row;

  g_return_if_fail (GTK_IS_LIST_BOX (list) && catalog != NULL && document != NULL);

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));

  fields = dt_document_get (document);
  dt_catalog_judge (catalog, document, on, &judgement);
  verdict = dt_judgement_describe (&judgement);
  add_row (list, _ ("Number"), fields->number, NULL);
  add_row (list, _ ("Type"), fields->type, NULL);
  add_row (list, _ ("Issuer"), fields->issuer, NULL);
  add_date (list, _ ("Date"), fields->date);
  add_row (list, _ ("Subject"), fields->subject, NULL);
  add_row (list, _ ("Validity"), verdict, NULL);
  add_date (list, _ ("In force from"), fields->effective);
  add_date (list, _ ("No longer in force from"), fields->expiry);
  for (guint i = 0; i < fields->n_relations; i++)
    add_outgoing (list, catalog, &fields->relations[i]);
  add_incoming (list, catalog, document);
  add_row (list, _ ("Text"), fields->link, NULL);
  add_row (list, _ ("Source"), fields->source, NULL);
  add_checked (list, fields);
}

const char *
dui_library_get_link (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), LINK_KEY);
}
