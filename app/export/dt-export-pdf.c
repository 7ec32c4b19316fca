/* dt-export-pdf.c - pages to a tagged PDF
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-export-pdf"

#include "config.h"

#include "export/dt-exporter.h"

#include "base/dt-diagnostic.h"
#include "export/dt-export-pdf-outline.h"
#include "export/dt-export-pdf-tags.h"
#include "export/dt-export-pdf-update.h"
#include "paint/dt-painter-cairo.h"
#include "text/dt-date.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* The name of the program in the file, the same in every language. */
#define CREATOR "Dự Thảo"

/* See keep_heap(). */
#define HEAP_HINT (4 * 1024 * 1024)

typedef struct
{
  const DtComposition *composition;
  GByteArray *bytes;
  cairo_surface_t *surface;
  cairo_t *cr;
  DtPainter *painter; /* draws */
  DtPainter *tags;    /* draws and tells the structure */
  DtPdfOutline *outline;

  /* Of the page that is looked through before it is painted. */
  guint page;
  const DtBlock *last_block;
  gboolean last_line;
} Export;

static cairo_status_t
write_cb (void *closure,
          const unsigned char *data,
          unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Cairo takes and frees about a megabyte for each page. The allocator of glibc gives that back to the
 * system every time, unless it has seen a large block freed before: a fifth of the time of a long
 * document. Other allocators do not mind.
 */
static void
keep_heap (void)
{
  g_free (g_malloc (HEAP_HINT));
}

static cairo_status_t
discard (void *closure,
         const unsigned char *data,
         unsigned int length)
{
  return CAIRO_STATUS_SUCCESS;
}

/* Asks Cairo itself, with a page nobody will see: its version alone does not tell. */
static gboolean
knows_artifacts (void)
{
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean known;

  if (cairo_version () < CAIRO_VERSION_ENCODE (1, 17, 0))
    return FALSE;

  surface = cairo_pdf_surface_create_for_stream (discard, NULL, 10, 10);
  cr = cairo_create (surface);
  cairo_tag_begin (cr, "Document", NULL);
  cairo_tag_begin (cr, "Artifact", NULL);
  cairo_rectangle (cr, 1, 1, 1, 1);
  cairo_fill (cr);
  cairo_tag_end (cr, "Artifact");
  cairo_tag_end (cr, "Document");
  cairo_show_page (cr);
  cairo_surface_finish (surface);
  known = cairo_status (cr) == CAIRO_STATUS_SUCCESS && cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return known;
}

static void
set_metadata (Export *self)
{
  const DtDocumentInfo *info = dt_composition_get_info (self->composition);
  g_autofree char *created = NULL;

  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, info->title);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_AUTHOR, info->author);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_SUBJECT, info->subject);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_KEYWORDS, info->keywords);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, CREATOR);

  /* Midnight of the document's day in Vietnam. Without a day there is no date at all: Cairo puts
   * the time of the machine there unless it is told NULL, and then files differ.
   */
  if (*info->date != '\0')
    created = g_strconcat (info->date, "T00:00:00+07:00", NULL);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
}

static void
export_init (Export *self,
             DtPages *pages)
{
  const DtPage *first = dt_pages_get_page (pages, 0);

  keep_heap ();
  self->composition = dt_pages_get_composition (pages);
  self->bytes = g_byte_array_new ();
  self->surface = cairo_pdf_surface_create_for_stream (write_cb, self->bytes,
                                                       dt_length_to_pt (dt_page_get_width (first)),
                                                       dt_length_to_pt (dt_page_get_height (first)));
  /* From 1.5 on, newer versions of Cairo write object streams, which no update can be appended to
   * without unpacking them. Nothing here needs more than 1.4.
   */
  cairo_pdf_surface_restrict_to_version (self->surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (self);

  self->cr = cairo_create (self->surface);
  self->painter = dt_painter_cairo_new (self->cr, dt_pages_get_shaper (pages));
  self->tags = dt_pdf_tags_new (self->cr, self->painter, dt_pages_get_shaper (pages), self->composition,
                                knows_artifacts ());
  self->outline = dt_pdf_outline_new (self->surface, self->composition);
}

static void
export_clear (Export *self)
{
  g_clear_pointer (&self->outline, dt_pdf_outline_finish);
  g_clear_pointer (&self->tags, dt_pdf_tags_free);
  g_clear_pointer (&self->painter, dt_painter_cairo_free);
  g_clear_pointer (&self->cr, cairo_destroy);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->bytes, g_byte_array_unref);
}

static void
look_cb (const DtItem *item,
         gpointer user_data)
{
  Export *self = user_data;

  dt_pdf_outline_add (self->outline, item, self->page);
  if (item->kind == DT_ITEM_TEXT && item->block != NULL)
    {
      self->last_block = item->table == NULL ? item->block : NULL;
      self->last_line = item->last_line;
    }
}

static void
export_page (Export *self,
             const DtPage *page,
             gboolean is_last)
{
  self->page++;
  self->last_block = NULL;
  self->last_line = TRUE;
  dt_page_foreach (page, look_cb, self);

  cairo_pdf_surface_set_size (self->surface,
                              dt_length_to_pt (dt_page_get_width (page)),
                              dt_length_to_pt (dt_page_get_height (page)));
  dt_pdf_tags_paint (self->tags, page, self->last_line ? NULL : self->last_block);
  if (is_last)
    dt_pdf_tags_finish (self->tags);
  cairo_show_page (self->cr);
}

/* An attribute of the head (phần đầu) of the plan, "" where there is none. */
static const char *
get_head_attribute (Export *self,
                    DtAttribute attribute)
{
  DtNode *root = dt_plan_get_root (dt_composition_get_plan (self->composition));
  DtNode *head = dt_node_find_child (root, DT_NODE_HEAD);
  const char *value = head != NULL ? dt_node_get_attribute (head, attribute) : NULL;

  return value != NULL ? value : "";
}

/* The form an archive takes: dd/mm/yyyy, "" while the day is unknown. */
static char *
format_issued (const char *iso)
{
  DtDate date;

  if (!dt_date_parse_iso (iso, &date))
    return g_strdup ("");

  return g_strdup_printf ("%02u/%02u/%04u", date.day, date.month, date.year);
}

/* What Cairo cannot say. The names of the fields are those of Phụ lục VI, phần II, mục I of the decree. */
static void
append_update (Export *self,
               GPtrArray *diagnostics)
{
  const DtDocumentInfo *info = dt_composition_get_info (self->composition);
  g_autofree char *n_pages = g_strdup_printf ("%u", self->page);
  g_autofree char *issued = format_issued (info->date);
  const DtPdfField known[] = {
    { "CodeNumber", get_head_attribute (self, DT_ATTR_NUMBER) },
    { "CodeNotation", get_head_attribute (self, DT_ATTR_SYMBOL) },
    { "IssuedDate", issued },
    { "OrganName", info->author },
    { "Language", info->language },
    { "PageAmount", n_pages },
  };
  DtPdfField fields[G_N_ELEMENTS (known)];
  guint n_fields = 0;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (*known[i].value != '\0')
      fields[n_fields++] = known[i];

  if (!dt_pdf_update_append (self->bytes, info->language, fields, n_fields))
    dt_diagnostics_add (diagnostics, DT_SEVERITY_WARNING, "pdf-language-missing", NULL, 0, 0,
                        _ ("the PDF does not name its language: this version of Cairo writes files differently than expected"));
}

static gboolean
check_cairo (Export *self,
             GError **error)
{
  cairo_status_t status = cairo_status (self->cr);

  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, DT_EXPORT_ERROR, DT_EXPORT_ERROR_FAILED,
               _ ("Cairo could not write page %u of the PDF: %s"),
               self->page, cairo_status_to_string (status));
  return FALSE;
}

static gboolean
export_pages (Export *self,
              DtPages *pages,
              GCancellable *cancellable,
              DtProgressFunc progress,
              gpointer user_data,
              GError **error)
{
  guint n_pages = dt_pages_get_n_pages (pages);

  for (guint i = 0; i < n_pages; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      export_page (self, dt_pages_get_page (pages, i), i + 1 == n_pages);
      if (!check_cairo (self, error))
        return FALSE;

      if (progress != NULL)
        progress ((double) (i + 1) / n_pages, user_data);
    }

  g_clear_pointer (&self->outline, dt_pdf_outline_finish);
  cairo_surface_finish (self->surface);

  return check_cairo (self, error);
}

/**
 * dt_export_pdf:
 * @pages: laid out pages
 * @diagnostics: (element-type DtDiagnostic) (nullable): takes what the file lacks
 * @cancellable: (nullable): looked at before each page
 * @progress: (nullable): told after each page
 * @user_data: for @progress
 * @error: return location for an error
 *
 * Writes a tagged PDF with embedded fonts, an outline, and the language and the
 * facts an archive asks for (Phụ lục VI of the decree).
 *
 * Returns: (transfer full): the file, or %NULL with @error set
 */
GBytes *
dt_export_pdf (DtPages *pages,
               GPtrArray *diagnostics,
               GCancellable *cancellable,
               DtProgressFunc progress,
               gpointer user_data,
               GError **error)
{
  Export export = { 0 };
  GBytes *result = NULL;

  g_return_val_if_fail (pages != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  export_init (&export, pages);
  if (export_pages (&export, pages, cancellable, progress, user_data, error))
    {
      append_update (&export, diagnostics);
      result = g_byte_array_free_to_bytes (g_steal_pointer (&export.bytes));
    }
  export_clear (&export);

  return result;
}
