/* dt-profile.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-profile"

#include "config.h"

#include "template/dt-profile.h"

#include "template/dt-profile-private.h"
#include "text/dt-text.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (DtProfile, dt_profile, dt_profile_ref, dt_profile_unref)
G_DEFINE_QUARK (dt_profile_error_quark, dt_profile_error)

static const char *const level_names[DT_N_LEVELS] = { "xa", "phuong", "dac-khu" };
static const char *const level_words[DT_N_LEVELS] = { "xã", "phường", "đặc khu" };
static const char *const rank_names[DT_N_RANKS] = { "head", "acting", "deputy", "officer" };

/* The bodies a commune has or works with, by what they do. */
static const char *const unit_kinds[] = {
  "van-phong",  /* Văn phòng HĐND và UBND */
  "kinh-te",    /* Phòng Kinh tế; Phòng Kinh tế, Hạ tầng và Đô thị */
  "van-xa",     /* Phòng Văn hóa - Xã hội */
  "hanh-chinh", /* Trung tâm Phục vụ hành chính công */
  "su-nghiep",  /* Trung tâm cung ứng dịch vụ công */
  "cong-an",    /* Công an */
  "quan-su",    /* Ban Chỉ huy Quân sự */
  "y-te",       /* Trạm Y tế */
  "truong-hoc", /* các trường học */
  "mat-tran",   /* Ủy ban Mặt trận Tổ quốc Việt Nam */
  "thanh-nien", /* Đoàn Thanh niên */
  "phu-nu",     /* Hội Liên hiệp Phụ nữ */
  "nong-dan",   /* Hội Nông dân */
  "cuu-chien-binh",
  "thon",    /* các thôn, tổ dân phố */
  "dang-uy", /* Đảng ủy */
  "hdnd",    /* Hội đồng nhân dân */
  "nhom",    /* several at once: "Các phòng, ban, đơn vị" */
  "khac",    /* others */
  NULL,
};

/* What stands behind "co-quan." */
enum
{
  KEY_NAME,
  KEY_SHORT,
  KEY_AREA,
  KEY_LEVEL,
  KEY_HAMLET,
  KEY_PLACE,
  N_KEYS,
};

#define OFFICE_PREFIX "co-quan."
#define UNIT_PREFIX "don-vi."

static const char *const keys[N_KEYS] = { "ten", "ten-tat", "dia-ban", "cap", "thon", "dia-danh" };

DtProfile *
dt_profile_new (void)
{
  DtProfile *self = g_atomic_rc_box_new0 (DtProfile);

  self->strings = g_string_chunk_new (1024);
  self->units = g_array_new (FALSE, FALSE, sizeof (DtUnit));
  self->leaders = g_array_new (FALSE, FALSE, sizeof (DtLeader));
  self->symbols = g_array_new (FALSE, FALSE, sizeof (DtSymbol));
  self->advisories = g_array_new (FALSE, FALSE, sizeof (DtAdvisory));
  self->members = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->recipients = g_ptr_array_new ();

  return self;
}

static void
clear (gpointer data)
{
  DtProfile *self = data;

  g_string_chunk_free (self->strings);
  g_array_unref (self->units);
  g_array_unref (self->leaders);
  g_array_unref (self->symbols);
  g_array_unref (self->advisories);
  g_ptr_array_unref (self->members);
  g_ptr_array_unref (self->recipients);
}

DtProfile *
dt_profile_ref (DtProfile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
dt_profile_unref (DtProfile *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

const DtProfileFields *
dt_profile_get (const DtProfile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->fields;
}

const DtUnit *
dt_profile_get_units (const DtProfile *self,
                      guint *n_units)
{
  g_return_val_if_fail (self != NULL && n_units != NULL, NULL);

  *n_units = self->units->len;
  return (const DtUnit *) (gpointer) self->units->data;
}

const DtLeader *
dt_profile_get_leaders (const DtProfile *self,
                        guint *n_leaders)
{
  g_return_val_if_fail (self != NULL && n_leaders != NULL, NULL);

  *n_leaders = self->leaders->len;
  return (const DtLeader *) (gpointer) self->leaders->data;
}

const DtSymbol *
dt_profile_get_symbols (const DtProfile *self,
                        guint *n_symbols)
{
  g_return_val_if_fail (self != NULL && n_symbols != NULL, NULL);

  *n_symbols = self->symbols->len;
  return (const DtSymbol *) (gpointer) self->symbols->data;
}

const char *const *
dt_profile_get_recipients (const DtProfile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->recipients->pdata;
}

const DtUnit *
dt_profile_find_kind (const DtProfile *self,
                      const char *kind)
{
  g_return_val_if_fail (self != NULL && kind != NULL, NULL);

  for (guint i = 0; i < self->units->len; i++)
    if (strcmp (g_array_index (self->units, DtUnit, i).kind, kind) == 0)
      return &g_array_index (self->units, DtUnit, i);

  return NULL;
}

static gboolean
is_also (const DtUnit *unit,
         const char *folded)
{
  g_auto (GStrv) names = g_strsplit (unit->also, ";", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = dt_text_fold (g_strstrip (names[i]));

      if (*name != '\0' && strcmp (name, folded) == 0)
        return TRUE;
    }

  return FALSE;
}

const DtUnit *
dt_profile_find_unit (const DtProfile *self,
                      const char *word)
{
  g_autofree char *tidy = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (self != NULL && word != NULL, NULL);

  tidy = dt_text_collapse (word);
  folded = dt_text_fold (tidy);
  for (guint i = 0; i < self->units->len; i++)
    {
      const DtUnit *unit = &g_array_index (self->units, DtUnit, i);
      g_autofree char *name = dt_text_fold (unit->name);
      g_autofree char *abbreviation = dt_text_fold (unit->abbreviation);

      if (strcmp (unit->id, word) == 0 || strcmp (folded, name) == 0 ||
          (*abbreviation != '\0' && strcmp (folded, abbreviation) == 0) || is_also (unit, folded))
        return unit;
    }

  return dt_profile_find_kind (self, word);
}

gboolean
dt_profile_unit_is_in (const DtProfile *self,
                       const DtUnit *unit,
                       const DtUnit *group)
{
  g_auto (GStrv) members = NULL;

  g_return_val_if_fail (self != NULL && unit != NULL && group != NULL, FALSE);

  members = g_strsplit (group->members, " ", -1);
  return unit == group || g_strv_contains ((const char *const *) members, unit->id);
}

GPtrArray *
dt_profile_expand_unit (const DtProfile *self,
                        const DtUnit *unit)
{
  GPtrArray *units = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL && unit != NULL, units);

  for (guint i = 0; i < self->units->len; i++)
    {
      const DtUnit *member = &g_array_index (self->units, DtUnit, i);

      if (member != unit && dt_profile_unit_is_in (self, member, unit))
        g_ptr_array_add (units, (gpointer) member);
    }
  if (units->len == 0)
    g_ptr_array_add (units, (gpointer) unit);

  return units;
}

const DtAdvisory *
dt_profile_get_advisories (const DtProfile *self,
                           guint *n_advisories)
{
  g_return_val_if_fail (self != NULL && n_advisories != NULL, NULL);

  *n_advisories = self->advisories->len;
  return (const DtAdvisory *) (gpointer) self->advisories->data;
}

const DtAdvisory *
dt_profile_find_advisory (const DtProfile *self,
                          const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->advisories->len; i++)
    if (strcmp (g_array_index (self->advisories, DtAdvisory, i).id, id) == 0)
      return &g_array_index (self->advisories, DtAdvisory, i);

  return NULL;
}

/**
 * dt_profile_get_habits:
 * @self: a profile
 *
 * Gets what a plan has to carry to look as the office wishes. The usual
 * margins are those of the style sheet and need not be carried.
 *
 * Returns: the habits
 */
DtHabits
dt_profile_get_habits (const DtProfile *self)
{
  DtHabits habits = { 0 };
  const DtProfileFields *fields;

  g_return_val_if_fail (self != NULL, habits);

  fields = &self->fields;
  if (fields->top != DT_MM (20) || fields->right != DT_MM (15) || fields->bottom != DT_MM (20) || fields->left != DT_MM (30))
    {
      habits.top = fields->top;
      habits.right = fields->right;
      habits.bottom = fields->bottom;
      habits.left = fields->left;
    }
  habits.text_size = fields->text_size;
  habits.indent = fields->indent;
  habits.line_spacing = fields->line_spacing;

  return habits;
}

const DtLeader *
dt_profile_find_leader (const DtProfile *self,
                        const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->leaders->len; i++)
    if (id == NULL || strcmp (g_array_index (self->leaders, DtLeader, i).id, id) == 0)
      return &g_array_index (self->leaders, DtLeader, i);

  return NULL;
}

const char *
dt_profile_find_symbol (const DtProfile *self,
                        const char *kind)
{
  g_return_val_if_fail (self != NULL && kind != NULL, NULL);

  for (guint i = 0; i < self->symbols->len; i++)
    if (strcmp (g_array_index (self->symbols, DtSymbol, i).kind, kind) == 0)
      return g_array_index (self->symbols, DtSymbol, i).symbol;

  return NULL;
}

/**
 * dt_profile_key_is_ours:
 * @key: what stands between `{{` and `}}` in a template
 *
 * Tells whether a profile, and no field, gives its value.
 *
 * Returns: whether it begins with `co-quan.` or `don-vi.`
 */
gboolean
dt_profile_key_is_ours (const char *key)
{
  g_return_val_if_fail (key != NULL, FALSE);

  return g_str_has_prefix (key, OFFICE_PREFIX) || g_str_has_prefix (key, UNIT_PREFIX);
}

static int
find_office_key (const char *key)
{
  for (int i = 0; i < N_KEYS; i++)
    if (g_str_has_prefix (key, OFFICE_PREFIX) && strcmp (key + strlen (OFFICE_PREFIX), keys[i]) == 0)
      return i;

  return -1;
}

/* Whether some profile may know @key. */
gboolean
dt_profile_key_is_known (const char *key)
{
  g_return_val_if_fail (key != NULL, FALSE);

  return find_office_key (key) >= 0 ||
         (g_str_has_prefix (key, UNIT_PREFIX) && g_strv_contains (unit_kinds, key + strlen (UNIT_PREFIX)));
}

/**
 * dt_profile_dup_value:
 * @self: a profile
 * @key: such as `co-quan.dia-ban` or `don-vi.cong-an`
 *
 * Gets what a key of a template stands for.
 *
 * Returns: (transfer full) (nullable): the plain text, or %NULL if the profile
 *   does not say
 */
char *
dt_profile_dup_value (const DtProfile *self,
                      const char *key)
{
  const char *values[N_KEYS];
  const DtUnit *unit;
  int office_key;

  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  if (g_str_has_prefix (key, UNIT_PREFIX))
    {
      unit = dt_profile_find_kind (self, key + strlen (UNIT_PREFIX));
      return unit != NULL ? g_strdup (unit->name) : NULL;
    }

  values[KEY_NAME] = self->fields.name;
  values[KEY_SHORT] = self->fields.short_name;
  values[KEY_AREA] = self->fields.area;
  values[KEY_LEVEL] = level_words[self->fields.level];
  values[KEY_HAMLET] = self->fields.hamlet;
  values[KEY_PLACE] = self->fields.place;
  office_key = find_office_key (key);

  return office_key >= 0 ? g_strdup (values[office_key]) : NULL;
}

const char *
dt_level_to_string (DtLevel level)
{
  g_return_val_if_fail ((guint) level < DT_N_LEVELS, NULL);

  return level_names[level];
}

const char *
dt_rank_to_string (DtRank rank)
{
  g_return_val_if_fail ((guint) rank < DT_N_RANKS, NULL);

  return rank_names[rank];
}

const char *const *
dt_unit_kinds (void)
{
  return unit_kinds;
}
