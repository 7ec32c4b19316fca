/* dui-print.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-print"

#include "config.h"

#include "dialogs/dui-print.h"

#include "paint/dt-painter-cairo.h"

/* The paper of a page that lies upright; the size is that of the style sheet (khổ giấy). */
static GtkPageSetup *
new_page_setup (const DtPage *page)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  double width = dt_length_to_mm (dt_page_get_width (page));
  double height = dt_length_to_mm (dt_page_get_height (page));
  gboolean landscape = width > height;
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  if (ABS (gtk_paper_size_get_width (paper, GTK_UNIT_MM) - MIN (width, height)) > 0.5 ||
      ABS (gtk_paper_size_get_height (paper, GTK_UNIT_MM) - MAX (width, height)) > 0.5)
    {
      gtk_paper_size_free (paper);
      paper = gtk_paper_size_new_custom ("duthao", "duthao", MIN (width, height), MAX (width, height), GTK_UNIT_MM);
    }
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_orientation (setup, landscape ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_MM);
  gtk_paper_size_free (paper);
  return setup;
}

static void
request_page_setup_cb (GtkPrintOperation *operation,
                       GtkPrintContext *context,
                       int page,
                       GtkPageSetup *setup,
                       DtPages *pages)
{
  const DtPage *paper = dt_pages_get_page (pages, (guint) page);
  gboolean landscape = dt_page_get_width (paper) > dt_page_get_height (paper);

  gtk_page_setup_set_orientation (setup, landscape ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext *context,
              int page,
              DtPages *pages)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  DtPainter *painter = dt_painter_cairo_new (cr, dt_pages_get_shaper (pages));

  dt_paint_page (painter, dt_pages_get_page (pages, (guint) page));
  dt_painter_cairo_free (painter);
}

static void
release_pages (gpointer data,
               GClosure *closure)
{
  dt_pages_unref (data);
}

/**
 * dui_print_operation_new:
 * @pages: what to print; at least one
 * @title: how the job is called
 *
 * Makes an operation that prints pages with the painter of preview and PDF, in
 * their true size from the edge of the paper.
 *
 * Returns: (transfer full): an operation
 */
GtkPrintOperation *
dui_print_operation_new (DtPages *pages,
                         const char *title)
{
  GtkPrintOperation *operation;
  g_autoptr (GtkPageSetup) setup = NULL;

  g_return_val_if_fail (pages != NULL && dt_pages_get_n_pages (pages) > 0, NULL);

  operation = gtk_print_operation_new ();
  setup = new_page_setup (dt_pages_get_page (pages, 0));
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, FALSE);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_n_pages (operation, (int) dt_pages_get_n_pages (pages));
  g_signal_connect_data (operation, "request-page-setup", G_CALLBACK (request_page_setup_cb),
                         dt_pages_ref (pages), release_pages, 0);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb),
                         dt_pages_ref (pages), release_pages, 0);
  return operation;
}
