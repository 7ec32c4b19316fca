/* dui-finding-item.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "findings/dui-finding-item.h"

#include "common/dui-verdict.h"

#include <glib/gi18n.h>
#include <string.h>

struct _DuiFindingItem
{
  GObject parent_instance;

  DuiFindingGroup group;
  char *key; /* NULL for a heading */
  DtFinding *finding;
  char *title;
  char *place;
  char *node;
  guint offset;
  guint count;

  guint open : 1;
  guint asking : 1;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiFindingItem, dui_finding_item, G_TYPE_OBJECT)

static const char *const titles[DUI_N_FINDING_GROUPS] = {
  [DUI_FINDING_MISSING] = N_ ("Still missing"),
  [DUI_FINDING_ERRORS] = N_ ("Errors (the decree)"),
  [DUI_FINDING_WARNINGS] = N_ ("Warnings (the forms)"),
  [DUI_FINDING_NOTES] = N_ ("Notes (custom)"),
  [DUI_FINDING_REVIEW] = N_ ("To be looked at"),
  [DUI_FINDING_IGNORED] = N_ ("Ignored"),
  [DUI_FINDING_UNSEEN] = N_ ("Not judged"),
};

static void
dui_finding_item_finalize (GObject *object)
{
  DuiFindingItem *self = DUI_FINDING_ITEM (object);

  g_clear_pointer (&self->finding, dt_finding_unref);
  g_free (self->key);
  g_free (self->title);
  g_free (self->place);
  g_free (self->node);

  G_OBJECT_CLASS (dui_finding_item_parent_class)->finalize (object);
}

static void
dui_finding_item_class_init (DuiFindingItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dui_finding_item_finalize;

  /**
   * DuiFindingItem::changed:
   *
   * The row has to be drawn anew.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", DUI_TYPE_FINDING_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dui_finding_item_init (DuiFindingItem *self)
{
}

const char *
dui_finding_group_get_title (DuiFindingGroup group)
{
  g_return_val_if_fail (group < DUI_N_FINDING_GROUPS, NULL);

  return _ (titles[group]);
}

DuiFindingItem *
dui_finding_item_new_heading (DuiFindingGroup group)
{
  DuiFindingItem *self = g_object_new (DUI_TYPE_FINDING_ITEM, NULL);

  self->group = group;
  self->title = g_strdup (dui_finding_group_get_title (group));
  self->place = g_strdup ("");
  return self;
}

DuiFindingItem *
dui_finding_item_new (DuiFindingGroup group,
                      const char *key)
{
  DuiFindingItem *self = g_object_new (DUI_TYPE_FINDING_ITEM, NULL);

  self->group = group;
  self->key = g_strdup (key);
  self->title = g_strdup ("");
  self->place = g_strdup ("");
  return self;
}

DuiFindingGroup
dui_finding_item_get_group (DuiFindingItem *self)
{
  return self->group;
}

gboolean
dui_finding_item_is_heading (DuiFindingItem *self)
{
  return self->key == NULL;
}

const char *
dui_finding_item_get_key (DuiFindingItem *self)
{
  return self->key;
}

DtFinding *
dui_finding_item_get_finding (DuiFindingItem *self)
{
  return self->finding;
}

const char *
dui_finding_item_get_title (DuiFindingItem *self)
{
  return self->title;
}

const char *
dui_finding_item_get_place (DuiFindingItem *self)
{
  return self->place;
}

const char *
dui_finding_item_get_node (DuiFindingItem *self,
                           guint *offset)
{
  *offset = self->offset;
  return self->node;
}

guint
dui_finding_item_get_count (DuiFindingItem *self)
{
  return self->count;
}

gboolean
dui_finding_item_is_open (DuiFindingItem *self)
{
  return self->open;
}

void
dui_finding_item_set_heading (DuiFindingItem *self,
                              guint count,
                              gboolean open)
{
  g_return_if_fail (DUI_IS_FINDING_ITEM (self) && self->key == NULL);

  if (self->count == count && self->open == !!open)
    return;

  self->count = count;
  self->open = !!open;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
replace (char **where,
         const char *text)
{
  if (g_strcmp0 (*where, text) == 0)
    return FALSE;

  g_free (*where);
  *where = g_strdup (text);
  return TRUE;
}

void
dui_finding_item_set_finding (DuiFindingItem *self,
                              DtFinding *finding,
                              const char *place)
{
  g_autofree char *title = NULL;
  gboolean changed;

  g_return_if_fail (DUI_IS_FINDING_ITEM (self) && self->key != NULL && finding != NULL);

  title = dui_verdict_to_sentence (finding->message);
  changed = self->finding != finding;
  dt_finding_ref (finding);
  g_clear_pointer (&self->finding, dt_finding_unref);
  self->finding = finding;
  self->offset = (guint) finding->start;
  changed |= replace (&self->title, title);
  changed |= replace (&self->place, place);
  replace (&self->node, finding->node);
  if (changed)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
dui_finding_item_set_missing (DuiFindingItem *self,
                              const DtMissing *missing,
                              guint offset,
                              const char *place)
{
  gboolean changed;

  g_return_if_fail (DUI_IS_FINDING_ITEM (self) && self->key != NULL && missing != NULL);

  self->offset = offset;
  changed = replace (&self->title, missing->label != NULL && *missing->label != '\0' ? missing->label : missing->key);
  changed |= replace (&self->place, place);
  replace (&self->node, missing->node);
  if (changed)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

gboolean
dui_finding_item_is_asking (DuiFindingItem *self)
{
  return self->asking;
}

void
dui_finding_item_set_asking (DuiFindingItem *self,
                             gboolean asking)
{
  g_return_if_fail (DUI_IS_FINDING_ITEM (self));

  if (self->asking == !!asking)
    return;

  self->asking = !!asking;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Whether there is anything to see in a text; a citation that was found alone leaves nothing. */
static gboolean
has_words (const char *text)
{
  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isgraph (c) && !g_unichar_iszerowidth (c) && c != 0xfffc)
        return TRUE;
    }

  return FALSE;
}

char *
dui_finding_describe_clause (const DtFinding *finding)
{
  g_autofree char *standing = NULL;

  g_return_val_if_fail (finding != NULL, NULL);

  if (finding->rule->clause == NULL || *finding->rule->clause == '\0')
    return NULL;

  standing = dui_verdict_to_sentence (dt_rule_get_standing (finding->rule));
  return g_strdup_printf ("%s: %s", standing, finding->rule->clause);
}

char *
dui_finding_describe_measure (const DtFinding *finding)
{
  const char *measured;
  const char *allowed;

  g_return_val_if_fail (finding != NULL, NULL);

  measured = has_words (finding->measured) ? finding->measured : NULL;
  allowed = has_words (finding->allowed) ? finding->allowed : NULL;
  if (measured != NULL && allowed != NULL)
    return g_strdup_printf (_ ("Found: %s · allowed: %s"), measured, allowed);
  if (allowed != NULL)
    return g_strdup_printf (_ ("Allowed: %s"), allowed);
  if (measured != NULL)
    return g_strdup_printf (_ ("Found: %s"), measured);
  if (has_words (finding->quote) && strstr (finding->message, finding->quote) == NULL)
    return g_strdup_printf (_ ("“%s”"), finding->quote);

  return NULL;
}
