/* dui-outline-item.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "editor/dui-outline-item-private.h"

#include <glib/gi18n.h>

struct _DuiOutlineItem
{
  GObject parent_instance;

  char *reference;
  char *number;
  char *title;
  guint depth;
  int count;
  gboolean can_move;
  gboolean has_children;
  gboolean is_open;
  DuiOutlineCount counts;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (DuiOutlineItem, dui_outline_item, G_TYPE_OBJECT)

static void
dui_outline_item_finalize (GObject *object)
{
  DuiOutlineItem *self = DUI_OUTLINE_ITEM (object);

  g_free (self->reference);
  g_free (self->number);
  g_free (self->title);

  G_OBJECT_CLASS (dui_outline_item_parent_class)->finalize (object);
}

static void
dui_outline_item_class_init (DuiOutlineItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dui_outline_item_finalize;

  changed_signal = g_signal_new ("changed", DUI_TYPE_OUTLINE_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
dui_outline_item_init (DuiOutlineItem *self)
{
  self->count = -1;
}

DuiOutlineItem *
dui_outline_item_new (const char *reference)
{
  DuiOutlineItem *self = g_object_new (DUI_TYPE_OUTLINE_ITEM, NULL);

  self->reference = g_strdup (reference);
  self->number = g_strdup ("");
  self->title = g_strdup ("");

  return self;
}

void
dui_outline_item_set_facts (DuiOutlineItem *self,
                            const DuiOutlineFacts *facts)
{
  gboolean same = g_str_equal (self->number, facts->number) && g_str_equal (self->title, facts->title) &&
                  self->depth == facts->depth && self->count == facts->count && self->can_move == facts->can_move &&
                  self->has_children == facts->has_children && self->is_open == facts->is_open;

  if (same)
    return;

  g_free (self->number);
  g_free (self->title);
  self->number = g_strdup (facts->number);
  self->title = g_strdup (facts->title);
  self->depth = facts->depth;
  self->count = facts->count;
  self->can_move = facts->can_move;
  self->has_children = facts->has_children;
  self->is_open = facts->is_open;
  g_signal_emit (self, changed_signal, 0);
}

void
dui_outline_item_set_counts (DuiOutlineItem *self,
                             const DuiOutlineCount *count)
{
  static const DuiOutlineCount none = { 0, 0 };

  if (count == NULL)
    count = &none;
  if (self->counts.missing == count->missing && self->counts.findings == count->findings)
    return;

  self->counts = *count;
  g_signal_emit (self, changed_signal, 0);
}

const char *
dui_outline_item_get_reference (DuiOutlineItem *self)
{
  return self->reference;
}

const char *
dui_outline_item_get_number (DuiOutlineItem *self)
{
  return self->number;
}

const char *
dui_outline_item_get_title (DuiOutlineItem *self)
{
  return self->title;
}

guint
dui_outline_item_get_depth (DuiOutlineItem *self)
{
  return self->depth;
}

int
dui_outline_item_get_count (DuiOutlineItem *self)
{
  return self->count;
}

gboolean
dui_outline_item_can_move (DuiOutlineItem *self)
{
  return self->can_move;
}

gboolean
dui_outline_item_has_children (DuiOutlineItem *self)
{
  return self->has_children;
}

gboolean
dui_outline_item_is_open (DuiOutlineItem *self)
{
  return self->is_open;
}

guint
dui_outline_item_get_missing (DuiOutlineItem *self)
{
  return self->counts.missing;
}

guint
dui_outline_item_get_findings (DuiOutlineItem *self)
{
  return self->counts.findings;
}

char *
dui_outline_item_describe (DuiOutlineItem *self)
{
  GString *text = g_string_new (self->number);

  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, self->title);
  if (self->count >= 0)
    g_string_append_printf (text, ", %d", self->count);
  if (self->counts.missing > 0)
    g_string_append_printf (text, ngettext (", %u missing", ", %u missing", self->counts.missing),
                            self->counts.missing);
  if (self->counts.findings > 0)
    g_string_append_printf (text, ngettext (", %u finding", ", %u findings", self->counts.findings),
                            self->counts.findings);

  return g_string_free (text, FALSE);
}
