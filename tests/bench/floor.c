/* floor.c - the bare minimum: the same paragraphs through Pango and Cairo, and nothing else
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <cairo-pdf.h>
#include <glib.h>
#include <pango/pangocairo.h>
#include <string.h>

/* Usage: floor IN OUT. A line of IN is a paragraph: "B" bold or "R" regular, a blank, the text. What the program
 * is measured against: no head, no styles, no numbers, no keeping together, no tags, no links back.
 */

#define MM(length) ((length) *72.0 / 25.4)
#define PAGE_WIDTH MM (210)
#define PAGE_HEIGHT MM (297)
#define MARGIN_TOP MM (20)
#define MARGIN_BOTTOM MM (20)
#define MARGIN_LEFT MM (30)
#define TEXT_WIDTH MM (165)
#define INDENT MM (10)
#define SIZE 14.0
#define PITCH 18.0
#define BASELINE (0.8 * PITCH)
#define GAP 6.0

typedef struct
{
  cairo_t *cr;
  double y;
} Floor;

static void
show_line (Floor *self,
           PangoLayoutLine *line,
           double x)
{
  if (self->y + PITCH > PAGE_HEIGHT - MARGIN_BOTTOM)
    {
      cairo_show_page (self->cr);
      self->y = MARGIN_TOP;
    }

  cairo_move_to (self->cr, MARGIN_LEFT + x, self->y + BASELINE);
  pango_cairo_show_layout_line (self->cr, line);
  self->y += PITCH;
}

static void
show_paragraph (Floor *self,
                PangoLayout *layout)
{
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (layout);

  self->y += GAP;
  do
    {
      PangoRectangle box;

      pango_layout_iter_get_line_extents (iter, NULL, &box);
      show_line (self, pango_layout_iter_get_line_readonly (iter), (double) box.x / PANGO_SCALE);
    }
  while (pango_layout_iter_next_line (iter));
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (PangoFontDescription) regular = pango_font_description_from_string ("Liberation Serif");
  g_autoptr (PangoFontDescription) bold = pango_font_description_from_string ("Liberation Serif Bold");
  cairo_surface_t *surface;
  Floor self = { NULL, MARGIN_TOP };

  if (argc != 3 || !g_file_get_contents (argv[1], &text, NULL, NULL))
    return 2;

  /* A size in points would depend on the resolution Pango takes the page to have. */
  pango_font_description_set_absolute_size (regular, SIZE * PANGO_SCALE);
  pango_font_description_set_absolute_size (bold, SIZE * PANGO_SCALE);
  surface = cairo_pdf_surface_create (argv[2], PAGE_WIDTH, PAGE_HEIGHT);
  self.cr = cairo_create (surface);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_autoptr (PangoLayout) layout = pango_cairo_create_layout (self.cr);

      pango_layout_set_font_description (layout, lines[i][0] == 'B' ? bold : regular);
      pango_layout_set_width (layout, (int) (TEXT_WIDTH * PANGO_SCALE));
      pango_layout_set_indent (layout, (int) (INDENT * PANGO_SCALE));
      pango_layout_set_justify (layout, TRUE);
      pango_layout_set_text (layout, lines[i] + 2, -1);
      show_paragraph (&self, layout);
    }

  cairo_destroy (self.cr);
  cairo_surface_finish (surface);
  return cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS ? 0 : 1;
}
