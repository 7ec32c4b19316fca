/* dui-next-change.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-next-change"

#include "config.h"

#include "start/dui-next-change.h"

#include <glib/gi18n.h>

/* Letters shown before and behind what changes. */
#define CONTEXT 28
/* How many periods ahead are offered. */
#define N_PERIODS 4

struct _DuiNextChange
{
  GObject parent_instance;

  char *key;
  char *old;
  char *now;
  char *name;
  const char *reason;
  gboolean apply;
};

enum
{
  PROP_0,
  PROP_APPLY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DuiNextChange, dui_next_change, G_TYPE_OBJECT)

static char *
mark (const char *before,
      const char *text,
      const char *behind,
      gboolean is_old)
{
  /* Translators: nothing stands there, in a list of changes. */
  if (*text == '\0')
    text = _ ("(nothing)");

  return is_old ? g_markup_printf_escaped ("%s<b><s>%s</s></b>%s", before, text, behind)
                : g_markup_printf_escaped ("%s<b>%s</b>%s", before, text, behind);
}

/* Words up to @end, as many as fit, on one line. */
static char *
cut_before (const char *text,
            gsize end)
{
  const char *start = text + end;
  guint n = 0;

  while (start > text && start[-1] != '\n' && n++ < CONTEXT)
    start = g_utf8_prev_char (start);

  return start > text && start[-1] != '\n' ? g_strdup_printf ("…%.*s", (int) (text + end - start), start)
                                           : g_strndup (start, (gsize) (text + end - start));
}

static char *
cut_behind (const char *start)
{
  const char *end = start;
  guint n = 0;

  while (*end != '\0' && *end != '\n' && n++ < CONTEXT)
    end = g_utf8_next_char (end);

  return *end != '\0' && *end != '\n' ? g_strdup_printf ("%.*s…", (int) (end - start), start)
                                      : g_strndup (start, (gsize) (end - start));
}

/* GObject overrides */

static void
dui_next_change_finalize (GObject *object)
{
  DuiNextChange *self = DUI_NEXT_CHANGE (object);

  g_free (self->key);
  g_free (self->old);
  g_free (self->now);
  g_free (self->name);

  G_OBJECT_CLASS (dui_next_change_parent_class)->finalize (object);
}

static void
dui_next_change_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_APPLY)
    g_value_set_boolean (value, DUI_NEXT_CHANGE (object)->apply);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
dui_next_change_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  DuiNextChange *self = DUI_NEXT_CHANGE (object);

  if (prop_id != PROP_APPLY)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (self->apply == g_value_get_boolean (value))
    return;

  self->apply = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
dui_next_change_class_init (DuiNextChangeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = dui_next_change_finalize;
  object_class->get_property = dui_next_change_get_property;
  object_class->set_property = dui_next_change_set_property;

  properties[PROP_APPLY] = g_param_spec_boolean ("apply", NULL, NULL, TRUE,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dui_next_change_init (DuiNextChange *self)
{
}

/* Public functions */

DuiNextChange *
dui_next_change_new (const DtNextChange *change,
                     DtPlan *plan)
{
  DuiNextChange *self;
  DtNode *node;
  const char *text;
  g_autofree char *before = NULL;
  g_autofree char *behind = NULL;

  g_return_val_if_fail (change != NULL && plan != NULL, NULL);

  node = dt_plan_find (plan, change->node);
  text = node != NULL && change->attribute == NULL ? dt_node_get_text (node) : NULL;
  before = text != NULL ? cut_before (text, change->start) : g_strdup ("");
  behind = text != NULL ? cut_behind (text + change->end) : g_strdup ("");

  self = g_object_new (DUI_TYPE_NEXT_CHANGE, NULL);
  self->key = g_strdup (change->key);
  self->apply = change->applied;
  self->reason = dt_next_rule_get_title (change->rule);
  self->old = mark (before, change->old_text, behind, TRUE);
  self->now = mark (before, change->new_text, behind, FALSE);
  self->name = g_strdup_printf ("%s → %s", *change->old_text != '\0' ? change->old_text : _ ("(nothing)"),
                                *change->new_text != '\0' ? change->new_text : _ ("(nothing)"));
  return self;
}

const char *
dui_next_change_get_key (DuiNextChange *self)
{
  g_return_val_if_fail (DUI_IS_NEXT_CHANGE (self), NULL);

  return self->key;
}

gboolean
dui_next_change_get_apply (DuiNextChange *self)
{
  g_return_val_if_fail (DUI_IS_NEXT_CHANGE (self), FALSE);

  return self->apply;
}

const char *
dui_next_change_get_old (DuiNextChange *self)
{
  g_return_val_if_fail (DUI_IS_NEXT_CHANGE (self), NULL);

  return self->old;
}

const char *
dui_next_change_get_new (DuiNextChange *self)
{
  g_return_val_if_fail (DUI_IS_NEXT_CHANGE (self), NULL);

  return self->now;
}

const char *
dui_next_change_get_reason (DuiNextChange *self)
{
  g_return_val_if_fail (DUI_IS_NEXT_CHANGE (self), NULL);

  return self->reason != NULL ? self->reason : "";
}

const char *
dui_next_change_get_name (DuiNextChange *self)
{
  g_return_val_if_fail (DUI_IS_NEXT_CHANGE (self), NULL);

  return self->name;
}

/**
 * dui_next_list_periods:
 * @from: the period of a plan
 *
 * Lists the periods (kỳ kế hoạch) that a plan for @from is usually made anew
 * for: of the same length, one after the other.
 *
 * Returns: (transfer full) (element-type DtPeriod): the periods
 */
GArray *
dui_next_list_periods (DtPeriod from)
{
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (DtPeriod));
  guint months = dt_period_kind_get_months (from.kind);
  guint length = (guint) from.last_year - from.year + 1;
  DtPeriod next = from;

  for (guint i = 0; i < N_PERIODS && from.kind != DT_PERIOD_NONE && from.year > 0; i++)
    {
      if (from.kind == DT_PERIOD_RANGE)
        {
          next.year = (guint16) (next.year + length);
          next.last_year = (guint16) (next.last_year + length);
        }
      else if (from.kind == DT_PERIOD_YEAR || months == 0 || next.part >= 12 / months)
        {
          next.year = next.last_year = (guint16) (next.year + 1);
          next.part = from.kind == DT_PERIOD_YEAR ? 0 : 1;
        }
      else
        {
          next.part++;
        }
      g_array_append_val (periods, next);
    }

  return periods;
}
