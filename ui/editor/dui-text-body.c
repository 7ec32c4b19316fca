/* dui-text-body.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-editor"

#include "config.h"

#include "editor/dui-text-body.h"

#include "base/dt-data-dir.h"
#include "editor/dui-text-buffer.h"

#include <adwaita.h>

/*
 * A chip is the text of the citation with a background behind it. While the
 * caret is elsewhere its brackets are drawn in no colour, and the last one is
 * as wide as the sign and the words of its state, which are drawn there. The
 * text itself never changes, so input methods, undo and screen readers see
 * nothing of it.
 */

#define CHIP_RADIUS 6.0f
#define CHIP_GAP 4

typedef struct
{
  GtkTextTag *tag;
  char *message;
} Mark;

struct _DuiTextBody
{
  GtkSourceView parent_instance;
  DtCatalog *catalog;
  DtDate on;
  GPtrArray *chips;
  GArray *open;                           /* of gboolean: the caret is inside */
  GPtrArray *marks;                       /* of Mark */
  GtkTextTag *hidden;                     /* the brackets */
  GtkTextTag *closing[DUI_N_CHIP_STATES]; /* the last bracket, as wide as the words */
  PangoLayout *labels[DUI_N_CHIP_STATES];
  gboolean is_dark;
};

G_DEFINE_FINAL_TYPE (DuiTextBody, dui_text_body, GTK_SOURCE_TYPE_VIEW)

static void
mark_free (gpointer data)
{
  Mark *mark = data;

  g_free (mark->message);
  g_free (mark);
}

static GtkTextBuffer *
get_buffer (DuiTextBody *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

/* Chips */

static void
find_bounds (DuiTextBody *self,
             const DuiChip *chip,
             GtkTextIter *start,
             GtkTextIter *end)
{
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), start, (int) chip->start);
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), end, (int) chip->end);
}

/* As wide as its words; made anew when the font changes. */
static void
prepare_label (DuiTextBody *self,
               DuiChipState state)
{
  const char *words = dui_chip_state_get_words (state);
  g_autofree char *label = g_strconcat (dui_chip_state_get_symbol (state), *words != '\0' ? " " : "", words, NULL);
  PangoAttrList *attributes;
  int width = 0;

  if (self->labels[state] != NULL)
    return;

  self->labels[state] = gtk_widget_create_pango_layout (GTK_WIDGET (self), label);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (self->labels[state], attributes);
  pango_attr_list_unref (attributes);
  if (*label != '\0')
    pango_layout_get_size (self->labels[state], &width, NULL);
  g_object_set (self->closing[state], "letter-spacing", width, NULL);
}

static void
style_chip (DuiTextBody *self,
            const DuiChip *chip,
            gboolean open)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter start;
  GtkTextIter end;
  GtkTextIter inner;

  find_bounds (self, chip, &start, &end);
  if (open)
    {
      gtk_text_buffer_remove_tag (buffer, self->hidden, &start, &end);
      for (guint i = 0; i < DUI_N_CHIP_STATES; i++)
        gtk_text_buffer_remove_tag (buffer, self->closing[i], &start, &end);
      return;
    }

  prepare_label (self, chip->state);
  inner = start;
  gtk_text_iter_forward_chars (&inner, 2);
  gtk_text_buffer_apply_tag (buffer, self->hidden, &start, &inner);
  inner = end;
  gtk_text_iter_backward_chars (&inner, 2);
  gtk_text_buffer_apply_tag (buffer, self->hidden, &inner, &end);
  gtk_text_iter_forward_char (&inner);
  gtk_text_buffer_apply_tag (buffer, self->closing[chip->state], &inner, &end);
}

static gboolean
is_caret_inside (DuiTextBody *self,
                 const DuiChip *chip)
{
  GtkTextIter caret;
  guint offset;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &caret, gtk_text_buffer_get_insert (get_buffer (self)));
  offset = (guint) gtk_text_iter_get_offset (&caret);

  return offset > chip->start && offset < chip->end;
}

/* What is typed elsewhere only moves the chips, and their tags with them. */
static gboolean
look_the_same (const GPtrArray *before,
               const GPtrArray *after)
{
  if (before->len != after->len)
    return FALSE;

  for (guint i = 0; i < after->len; i++)
    {
      const DuiChip *old = g_ptr_array_index (before, i);
      const DuiChip *chip = g_ptr_array_index (after, i);

      if (old->state != chip->state || old->end - old->start != chip->end - chip->start)
        return FALSE;
    }

  return TRUE;
}

/**
 * dui_text_body_refresh:
 * @self: a body
 *
 * Finds the citations of the text and what the catalogue says of them.
 */
void
dui_text_body_refresh (DuiTextBody *self)
{
  GtkTextBuffer *buffer;
  g_autofree char *text = NULL;
  GPtrArray *chips;
  gboolean same;
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (DUI_IS_TEXT_BODY (self));

  buffer = get_buffer (self);
  text = dui_text_buffer_dup_text (buffer);
  chips = dui_chips_find (text, self->catalog, self->on);
  same = look_the_same (self->chips, chips);
  if (!same && self->chips->len > 0)
    {
      gtk_text_buffer_get_bounds (buffer, &start, &end);
      gtk_text_buffer_remove_tag (buffer, self->hidden, &start, &end);
      for (guint i = 0; i < DUI_N_CHIP_STATES; i++)
        gtk_text_buffer_remove_tag (buffer, self->closing[i], &start, &end);
    }

  g_ptr_array_unref (self->chips);
  self->chips = chips;
  g_array_set_size (self->open, self->chips->len);
  for (guint i = 0; i < self->chips->len; i++)
    {
      const DuiChip *chip = g_ptr_array_index (self->chips, i);
      gboolean open = is_caret_inside (self, chip);
      gboolean was_open = same ? g_array_index (self->open, gboolean, i) : TRUE;

      g_array_index (self->open, gboolean, i) = open;
      if (open != was_open)
        style_chip (self, chip, open);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const DuiChip *
dui_text_body_get_chip (DuiTextBody *self,
                        const GtkTextIter *iter,
                        gboolean edges)
{
  g_return_val_if_fail (DUI_IS_TEXT_BODY (self) && iter != NULL, NULL);

  return dui_chips_get_at (self->chips, (guint) gtk_text_iter_get_offset (iter), edges);
}

const GPtrArray *
dui_text_body_get_chips (DuiTextBody *self)
{
  return self->chips;
}

DtCatalog *
dui_text_body_get_catalog (DuiTextBody *self)
{
  return self->catalog;
}

DtDate
dui_text_body_get_date (DuiTextBody *self)
{
  return self->on;
}

void
dui_text_body_set_catalog (DuiTextBody *self,
                           DtCatalog *catalog,
                           DtDate on)
{
  g_return_if_fail (DUI_IS_TEXT_BODY (self));

  if (catalog == self->catalog && dt_date_equal (on, self->on))
    return;

  if (catalog != NULL)
    dt_catalog_ref (catalog);
  g_clear_pointer (&self->catalog, dt_catalog_unref);
  self->catalog = catalog;
  self->on = on;
  dui_text_body_refresh (self);
}

/* Findings */

static GtkTextTag *
make_mark_tag (DuiTextBody *self,
               DtSeverity severity)
{
  static const PangoUnderline lines[] = { PANGO_UNDERLINE_SINGLE, PANGO_UNDERLINE_SINGLE, PANGO_UNDERLINE_DOUBLE };
  static const char *const light[] = { "#1c71d8", "#c64600", "#c01c28" };
  static const char *const dark[] = { "#62a0ea", "#ff9d5c", "#ff7b70" };
  GdkRGBA color;

  gdk_rgba_parse (&color, self->is_dark ? dark[severity] : light[severity]);

  return gtk_text_buffer_create_tag (get_buffer (self), NULL, "underline", lines[severity], "underline-rgba", &color, NULL);
}

void
dui_text_body_set_marks (DuiTextBody *self,
                         const DuiTextMark *marks,
                         guint n_marks)
{
  GtkTextTagTable *table;

  g_return_if_fail (DUI_IS_TEXT_BODY (self) && (marks != NULL || n_marks == 0));

  table = gtk_text_buffer_get_tag_table (get_buffer (self));
  for (guint i = 0; i < self->marks->len; i++)
    gtk_text_tag_table_remove (table, ((Mark *) g_ptr_array_index (self->marks, i))->tag);
  g_ptr_array_set_size (self->marks, 0);

  for (guint i = 0; i < n_marks; i++)
    {
      Mark *mark = g_new0 (Mark, 1);
      GtkTextIter start;
      GtkTextIter end;

      mark->tag = make_mark_tag (self, marks[i].severity);
      mark->message = g_strdup (marks[i].message);
      g_ptr_array_add (self->marks, mark);
      dui_text_buffer_get_iter_at_byte (get_buffer (self), &start, marks[i].start);
      dui_text_buffer_get_iter_at_byte (get_buffer (self), &end, MAX (marks[i].end, marks[i].start + 1));
      gtk_text_buffer_apply_tag (get_buffer (self), mark->tag, &start, &end);
    }
}

char *
dui_text_body_dup_messages (DuiTextBody *self,
                            const GtkTextIter *iter)
{
  g_autoptr (GString) messages = g_string_new (NULL);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark *mark = g_ptr_array_index (self->marks, i);

      if (mark->message != NULL && gtk_text_iter_has_tag (iter, mark->tag))
        g_string_append_printf (messages, "%s%s", messages->len > 0 ? "\n" : "", mark->message);
    }

  return messages->len > 0 ? g_string_free (g_steal_pointer (&messages), FALSE) : NULL;
}

/* Drawing */

static void
get_colors (DuiTextBody *self,
            DuiChipState state,
            GdkRGBA *back,
            GdkRGBA *ink)
{
  const char *name;

  if (state >= DUI_CHIP_NOT_YET)
    name = self->is_dark ? "#ff7b70" : "#a51d2d";
  else if (state >= DUI_CHIP_UNCLEAR)
    name = self->is_dark ? "#f8c35a" : "#845400";
  else
    name = self->is_dark ? "#99c1f1" : "#1a5fb4";

  gdk_rgba_parse (ink, name);
  *back = *ink;
  back->alpha = adw_style_manager_get_high_contrast (adw_style_manager_get_default ()) ? 0.3f : 0.12f;
}

static void
draw_box (GtkSnapshot *snapshot,
          int x,
          int y,
          int width,
          int height,
          const GdkRGBA *back,
          const GdkRGBA *ink)
{
  static const float widths[4] = { 1, 1, 1, 1 };
  GdkRGBA line = *ink;
  GdkRGBA lines[4];
  GskRoundedRect box;

  if (width <= 0)
    return;

  line.alpha = 0.35f;
  for (guint i = 0; i < 4; i++)
    lines[i] = line;
  gsk_rounded_rect_init_from_rect (&box, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height), CHIP_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &box);
  gtk_snapshot_append_color (snapshot, back, &box.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &box, widths, lines);
}

/* Where the words of the state end: at the end of a line half of the room for them is left out. */
static int
find_label_end (DuiTextBody *self,
                const DuiChip *chip,
                const GtkTextIter *end)
{
  GtkTextIter bracket = *end;
  GdkRectangle place;
  int width;

  if (self->labels[chip->state] == NULL || !gtk_text_iter_backward_chars (&bracket, 2))
    return 0;

  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &bracket, &place);
  pango_layout_get_pixel_size (self->labels[chip->state], &width, NULL);
  return width > 0 ? place.x + width + 2 * CHIP_GAP : 0;
}

/* A chip that is broken over lines has a box on each. */
static void
draw_chip (DuiTextBody *self,
           GtkSnapshot *snapshot,
           const DuiChip *chip,
           gboolean open)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRGBA back;
  GdkRGBA ink;
  GtkTextIter at;
  GtkTextIter end;

  get_colors (self, chip->state, &back, &ink);
  find_bounds (self, chip, &at, &end);
  while (gtk_text_iter_compare (&at, &end) < 0)
    {
      GtkTextIter last = at;
      GdkRectangle from;
      GdkRectangle to;

      if (!gtk_text_view_forward_display_line_end (view, &last) || gtk_text_iter_compare (&last, &end) > 0)
        last = end;
      gtk_text_view_get_iter_location (view, &at, &from);
      gtk_text_view_get_iter_location (view, &last, &to);
      if (to.y > from.y)
        {
          gtk_text_iter_backward_char (&last);
          gtk_text_view_get_iter_location (view, &last, &to);
          to.x += to.width;
          gtk_text_iter_forward_char (&last);
        }
      if (!open && gtk_text_iter_equal (&last, &end))
        to.x = MAX (to.x, find_label_end (self, chip, &end));
      draw_box (snapshot, from.x, from.y + 1, to.x - from.x, from.height - 2, &back, &ink);
      if (gtk_text_iter_compare (&last, &at) <= 0)
        break;
      at = last;
    }
}

static void
draw_label (DuiTextBody *self,
            GtkSnapshot *snapshot,
            const DuiChip *chip)
{
  GdkRGBA back;
  GdkRGBA ink;
  GtkTextIter start;
  GtkTextIter bracket;
  GdkRectangle place;
  int height;

  if (self->labels[chip->state] == NULL)
    return;

  get_colors (self, chip->state, &back, &ink);
  find_bounds (self, chip, &start, &bracket);
  gtk_text_iter_backward_chars (&bracket, 2);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &bracket, &place);
  pango_layout_get_pixel_size (self->labels[chip->state], NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (place.x + CHIP_GAP), (float) (place.y + (place.height - height) / 2)));
  gtk_snapshot_append_layout (snapshot, self->labels[chip->state], &ink);
  gtk_snapshot_restore (snapshot);
}

static void
dui_text_body_snapshot_layer (GtkTextView *view,
                              GtkTextViewLayer layer,
                              GtkSnapshot *snapshot)
{
  DuiTextBody *self = DUI_TEXT_BODY (view);
  GdkRectangle visible;
  GtkTextIter first;
  GtkTextIter last;

  GTK_TEXT_VIEW_CLASS (dui_text_body_parent_class)->snapshot_layer (view, layer, snapshot);

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &first, visible.y, NULL);
  gtk_text_view_get_line_at_y (view, &last, visible.y + visible.height, NULL);
  if (!gtk_text_iter_ends_line (&last))
    gtk_text_iter_forward_to_line_end (&last);

  for (guint i = 0; i < self->chips->len; i++)
    {
      const DuiChip *chip = g_ptr_array_index (self->chips, i);
      gboolean open = g_array_index (self->open, gboolean, i);

      /* The text may have changed since the chips were found. */
      if (chip->end < (guint) gtk_text_iter_get_offset (&first) || chip->start > (guint) gtk_text_iter_get_offset (&last) ||
          chip->end > (guint) gtk_text_buffer_get_char_count (get_buffer (self)))
        continue;

      if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
        draw_chip (self, snapshot, chip, open);
      else if (layer == GTK_TEXT_VIEW_LAYER_ABOVE_TEXT && !open)
        draw_label (self, snapshot, chip);
    }
}

/* Callbacks */

static void
caret_moved_cb (DuiTextBody *self)
{
  for (guint i = 0; i < self->chips->len; i++)
    {
      const DuiChip *chip = g_ptr_array_index (self->chips, i);
      gboolean open = is_caret_inside (self, chip);

      if (chip->end > (guint) gtk_text_buffer_get_char_count (get_buffer (self)) ||
          open == g_array_index (self->open, gboolean, i))
        continue;
      g_array_index (self->open, gboolean, i) = open;
      style_chip (self, chip, open);
    }
}

static void
forget_labels (DuiTextBody *self)
{
  for (guint i = 0; i < DUI_N_CHIP_STATES; i++)
    g_clear_object (&self->labels[i]);
}

static void
style_changed_cb (DuiTextBody *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  g_autoptr (GtkSourceStyleSchemeManager) schemes = gtk_source_style_scheme_manager_new ();
  g_auto (GStrv) dirs = dt_data_list_dirs ();
  GtkSourceStyleScheme *scheme;

  self->is_dark = adw_style_manager_get_dark (style);
  for (guint i = 0; dirs[i] != NULL; i++)
    {
      g_autofree char *dir = g_build_filename (dirs[i], "language-specs", NULL);

      gtk_source_style_scheme_manager_append_search_path (schemes, dir);
    }
  scheme = gtk_source_style_scheme_manager_get_scheme (schemes, self->is_dark ? "duthao-dark" : "duthao-light");
  if (scheme != NULL)
    gtk_source_buffer_set_style_scheme (GTK_SOURCE_BUFFER (get_buffer (self)), scheme);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
dui_text_body_css_changed (GtkWidget *widget,
                           GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (dui_text_body_parent_class)->css_changed (widget, change);

  forget_labels (DUI_TEXT_BODY (widget));
  if (DUI_TEXT_BODY (widget)->hidden == NULL)
    return;
  for (guint i = 0; i < DUI_N_CHIP_STATES; i++)
    prepare_label (DUI_TEXT_BODY (widget), i);
}

static void
dui_text_body_dispose (GObject *object)
{
  DuiTextBody *self = DUI_TEXT_BODY (object);

  forget_labels (self);
  g_clear_pointer (&self->catalog, dt_catalog_unref);

  G_OBJECT_CLASS (dui_text_body_parent_class)->dispose (object);
}

static void
dui_text_body_finalize (GObject *object)
{
  DuiTextBody *self = DUI_TEXT_BODY (object);

  g_ptr_array_unref (self->chips);
  g_ptr_array_unref (self->marks);
  g_array_unref (self->open);

  G_OBJECT_CLASS (dui_text_body_parent_class)->finalize (object);
}

/* Engines of a language need its manager as long as they are. */
static GtkSourceLanguageManager *
get_languages (void)
{
  static GtkSourceLanguageManager *languages = NULL;
  g_auto (GStrv) dirs = NULL;

  if (languages != NULL)
    return languages;

  languages = gtk_source_language_manager_new ();
  dirs = dt_data_list_dirs ();
  for (guint i = 0; dirs[i] != NULL; i++)
    {
      g_autofree char *dir = g_build_filename (dirs[i], "language-specs", NULL);

      gtk_source_language_manager_append_search_path (languages, dir);
    }

  return languages;
}

/* The view makes its buffer, a source buffer, when it is constructed. */
static void
dui_text_body_constructed (GObject *object)
{
  /* No opacity at all counts as none given. */
  static const GdkRGBA nothing = { 0, 0, 0, 0.0001f };
  DuiTextBody *self = DUI_TEXT_BODY (object);
  GtkSourceLanguage *language = gtk_source_language_manager_get_language (get_languages (), "duthao");
  GtkTextBuffer *buffer;

  G_OBJECT_CLASS (dui_text_body_parent_class)->constructed (object);

  buffer = get_buffer (self);
  /* There is one undo for the whole plan. */
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_source_buffer_set_highlight_matching_brackets (GTK_SOURCE_BUFFER (buffer), FALSE);
  if (language != NULL)
    gtk_source_buffer_set_language (GTK_SOURCE_BUFFER (buffer), language);

  self->hidden = gtk_text_buffer_create_tag (buffer, NULL, "foreground-rgba", &nothing, NULL);
  for (guint i = 0; i < DUI_N_CHIP_STATES; i++)
    self->closing[i] = gtk_text_buffer_create_tag (buffer, NULL, "letter-spacing", 0, NULL);

  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (caret_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  style_changed_cb (self);
}

static void
dui_text_body_class_init (DuiTextBodyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = dui_text_body_constructed;
  object_class->dispose = dui_text_body_dispose;
  object_class->finalize = dui_text_body_finalize;
  widget_class->css_changed = dui_text_body_css_changed;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = dui_text_body_snapshot_layer;
}

static void
dui_text_body_init (DuiTextBody *self)
{
  self->chips = g_ptr_array_new ();
  self->marks = g_ptr_array_new_with_free_func (mark_free);
  self->open = g_array_new (FALSE, TRUE, sizeof (gboolean));
}

GtkWidget *
dui_text_body_new (void)
{
  return g_object_new (DUI_TYPE_TEXT_BODY, NULL);
}
