/* dt-rules-names-own.c - our own units, our own tier, our own commune
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-scan-private.h"
#include "check/dt-check-words-private.h"
#include "template/dt-profile.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>

/* A name of a unit, word by word. */
typedef struct
{
  const char *name;
  DtCheckText text; /* only what its words need */
  char *initials;   /* of all words behind the first: "vhxh" */
  guint n_words;    /* without the noun of the tier at the end */
} OwnName;

static void
own_name_clear (gpointer data)
{
  OwnName *self = data;

  g_free (self->text.lower);
  g_free ((gpointer) self->text.words);
  g_free (self->initials);
}

static gboolean
is_joint (const DtCheckText *text,
          guint word)
{
  return dt_word_is (text, word, "và");
}

static void
add_name (GArray *names,
          const char *name)
{
  OwnName own = { .name = name };
  GString *initials = g_string_new (NULL);

  own.text.plain = (char *) name;
  own.text.length = (guint) strlen (name);
  own.text.words = dt_check_words_new (name, own.text.length, &own.text.lower, &own.text.n_words);
  own.n_words = own.text.n_words;
  if (own.n_words > 1 && dt_word_is_in (&own.text, own.n_words - 1, "xã phường"))
    own.n_words--;
  for (guint i = 1; i < own.n_words; i++)
    if (!is_joint (&own.text, i))
      g_string_append_unichar (initials, g_utf8_get_char (own.text.lower + own.text.words[i].start));
  own.initials = g_string_free (initials, FALSE);
  if (own.n_words >= 3)
    g_array_append_val (names, own);
  else
    own_name_clear (&own);
}

/* Whether only blanks, commas and hyphens stand between two words. */
static gboolean
is_side_by_side (const DtCheckText *text,
                 guint word)
{
  if (word + 1 >= text->n_words)
    return FALSE;
  for (guint i = text->words[word].end; i < text->words[word + 1].start; i++)
    if (strchr (" ,-&", text->plain[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* Whether the name stands at word @word, whatever its marks and joints; @last becomes its last word. */
static gboolean
resembles (const OwnName *own,
           const DtCheckText *text,
           guint word,
           guint *last)
{
  guint at = word;

  for (guint i = 0; i < own->n_words; i++)
    {
      if (is_joint (&own->text, i))
        continue;
      if (i > 0)
        {
          if (!is_side_by_side (text, at))
            return FALSE;
          at++;
          if (is_joint (text, at))
            {
              if (!is_side_by_side (text, at))
                return FALSE;
              at++;
            }
        }
      if (text->words[at].hash != own->text.words[i].hash)
        return FALSE;
    }
  *last = at;

  return TRUE;
}

/* "Phòng VH-XH", "Phòng VHXH": the first word and the first letters of the others. */
static gboolean
is_shortened (const OwnName *own,
              const DtCheckText *text,
              guint word,
              guint *last)
{
  const char *p = own->initials;
  guint at = word;

  if (text->words[word].hash != own->text.words[0].hash || strlen (own->initials) < 2)
    return FALSE;
  while (*p != '\0')
    {
      gsize length;

      if (!is_side_by_side (text, at) || (text->words[at + 1].flags & DT_WORD_CAPITALS) == 0)
        return FALSE;
      at++;
      length = text->words[at].end - text->words[at].start;
      if (strncmp (p, text->lower + text->words[at].start, length) != 0)
        return FALSE;
      p += length;
    }
  *last = at;

  return TRUE;
}

/* The units every commune has (Nghị định số 150/2025/NĐ-CP), for an office that is not known. */
static const char *const usual[] = { "Phòng Văn hóa - Xã hội", "Trung tâm Phục vụ hành chính công",
                                     "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân" };

static GArray *
list_names (const DtCheck *check)
{
  GArray *names = g_array_new (FALSE, TRUE, sizeof (OwnName));
  guint n = 0;
  const DtUnit *units = check->profile != NULL ? dt_profile_get_units (check->profile, &n) : NULL;

  g_array_set_clear_func (names, own_name_clear);
  for (guint i = 0; i < n; i++)
    add_name (names, units[i].name);
  for (guint i = 0; check->profile == NULL && i < G_N_ELEMENTS (usual); i++)
    add_name (names, usual[i]);

  return names;
}

static void
check_variant (DtCheck *check,
               const DtCheckText *text,
               const OwnName *own,
               guint first,
               guint last)
{
  gsize start = text->words[first].start;
  gsize end = text->words[last].end;
  g_autofree char *right = g_strndup (own->name, own->text.words[own->n_words - 1].end);
  g_autofree char *now = g_strndup (text->plain + start, end - start);
  g_autofree char *small = g_strndup (text->lower + start, end - start);
  g_autofree char *right_small = g_strndup (own->text.lower, strlen (right));

  /* Capitals and tone marks are told by other rules. */
  if (strcmp (small, right_small) != 0 && !dt_words_are_capitals (text, first, last))
    dt_check_found (check, text, start, end, right, _ ("the unit is called “%s”, not “%s”"), right, now);
}

/* L109 */
static void
check_variants (DtCheck *check,
                const DtCheckText *text)
{
  g_autoptr (GArray) names = list_names (check);
  guint64 bits[64] = { 0 };

  (void) text;
  for (guint k = 0; k < names->len; k++)
    {
      guint32 hash = g_array_index (names, OwnName, k).text.words[0].hash % (64 * 64);

      bits[hash / 64] |= G_GUINT64_CONSTANT (1) << (hash % 64);
    }

  for (guint i = 0; i < check->n_texts; i++)
    {
      const DtCheckText *at = check->texts[i];

      if (at->kind == DT_NODE_FIELD || at->kind == DT_NODE_ARCHIVE)
        continue;
      for (guint word = 0; word < at->n_words; word++)
        {
          guint32 hash = at->words[word].hash % (64 * 64);

          if ((bits[hash / 64] >> (hash % 64) & 1) == 0)
            continue;
          for (guint k = 0; k < names->len; k++)
            {
              const OwnName *own = &g_array_index (names, OwnName, k);
              guint last;

              if (!resembles (own, at, word, &last) && !is_shortened (own, at, word, &last))
                continue;
              check_variant (check, at, own, word, last);
              word = last;
              break;
            }
        }
    }
}

static const char *const tiers[] = { "xã", "phường", "đặc khu" };

/* What we are by the second line of the head: 0 to 2, or -1; @name is our name in small letters. */
static int
read_own_tier (const DtCheck *check,
               char **name)
{
  const DtCheckText *agency = dt_check_find_text (check, "head/agency");
  const char *line = agency != NULL ? agency->lower : "";
  const char *feed = strrchr (line, '\n');

  *name = NULL;
  line = feed != NULL ? feed + 1 : line;
  for (guint i = 0; i < G_N_ELEMENTS (tiers); i++)
    {
      const char *found = g_str_has_prefix (line, tiers[i]) ? line : NULL;
      g_autofree char *inside = g_strdup_printf (" %s ", tiers[i]);

      if (found == NULL && strstr (line, inside) != NULL)
        found = strstr (line, inside) + 1;
      if (found == NULL || found[strlen (tiers[i])] != ' ')
        continue;
      *name = g_strdup (found + strlen (tiers[i]) + 1);
      return (int) i;
    }

  return -1;
}

static const DtPhrase bodies[] = {
  { "ubnd", "", NULL, NULL },
  { "hđnd", "", NULL, NULL },
  { "ủy ban nhân dân", "", NULL, NULL },
  { "hội đồng nhân dân", "", NULL, NULL },
  { "đảng ủy", "", NULL, NULL },
  { "công an", "", NULL, NULL },
  { "trạm y tế", "", NULL, NULL },
  { "ban chỉ huy quân sự", "", NULL, NULL },
  { "trên địa bàn", "", NULL, NULL },
  { "nhân dân", "", NULL, NULL },
};

/* The tier named at word @word, or -1; @last becomes its last word. */
static int
read_tier (const DtCheckText *text,
           guint word,
           guint *last)
{
  *last = word;
  if (dt_word_is (text, word, "xã"))
    return 0;
  if (dt_word_is (text, word, "phường"))
    return 1;
  *last = word + 1;
  return dt_word_is (text, word, "đặc") && dt_word_is (text, word + 1, "khu") ? 2 : -1;
}

/* Whether other tiers stand beside: "UBND xã, phường", "công an phường và xã". */
static gboolean
is_listed (const DtCheckText *text,
           guint last)
{
  guint unused;
  guint next = last + 1;

  if (next >= text->n_words || !is_side_by_side (text, last))
    return FALSE;
  if (dt_word_is_in (text, next, "và hoặc") || text->plain[text->words[last].end] == '/')
    next++;
  return read_tier (text, next, &unused) >= 0;
}

typedef void (*TierFunc) (DtCheck *check, const DtCheckText *text, const DtPhraseHit *body, int tier, guint last, int own, const char *name);

static void
visit_tiers (DtCheck *check,
             TierFunc func)
{
  g_autofree char *name = NULL;
  int own = read_own_tier (check, &name);
  DtPhraseSet set;

  if (own < 0)
    {
      dt_check_not_evaluated (check, _ ("the head does not name the commune"));
      return;
    }

  dt_phrase_set_init (&set, bodies, G_N_ELEMENTS (bodies));
  for (guint i = 0; i < check->n_texts; i++)
    {
      const DtCheckText *text = check->texts[i];
      DtPhraseHit hit;
      guint word = 0;

      if (text->kind == DT_NODE_FIELD || text->kind == DT_NODE_AGENCY)
        continue;
      while (dt_phrase_next (&set, text, &word, &hit))
        {
          guint last;
          int tier = dt_word_meets_next (text, hit.last) ? read_tier (text, hit.last + 1, &last) : -1;

          if (tier >= 0 && !is_listed (text, last))
            func (check, text, &hit, tier, last, own, name);
        }
    }
}

static gboolean
has_name (const DtCheckText *text,
          guint last)
{
  return dt_word_meets_next (text, last) && (text->words[last + 1].flags & DT_WORD_CAPITAL) != 0 &&
         (text->words[last].flags & DT_WORD_CAPITALS) == 0;
}

static void
tell_tier (DtCheck *check,
           const DtCheckText *text,
           const DtPhraseHit *body,
           int tier,
           guint last,
           int own,
           const char *name)
{
  gsize start = text->words[body->last + 1].start;
  g_autofree char *right = NULL;

  (void) name;
  if (tier == own || has_name (text, last) || dt_scan_find_citation (text, start) != NULL)
    return;
  right = (text->words[last].flags & DT_WORD_CAPITALS) != 0 ? dt_text_upper (tiers[own]) : g_strdup (tiers[own]);
  dt_check_found (check, text, start, text->words[last].end, right, _ ("this is a document of a %s, not of a %s"), tiers[own],
                  tiers[tier]);
}

/* L110 */
static void
check_tiers (DtCheck *check,
             const DtCheckText *text)
{
  (void) text;
  visit_tiers (check, tell_tier);
}

static void
tell_stranger (DtCheck *check,
               const DtCheckText *text,
               const DtPhraseHit *body,
               int tier,
               guint last,
               int own,
               const char *name)
{
  gsize length = strlen (name);
  gsize start;
  gsize end;
  guint n = 0;

  (void) own;
  (void) tier;
  if (!has_name (text, last) || dt_scan_find_citation (text, text->words[last].start) != NULL)
    return;
  start = text->words[last + 1].start;
  /* Other communes may be partners; what is done in one, or who issues, is ours. */
  if (!dt_word_is (text, body->first, "trên") && text->kind == DT_NODE_BODY)
    return;
  if (strncmp (text->lower + start, name, length) == 0 && dt_scan_is_whole (text->plain, start, start + length))
    return;
  while (n < 4 && dt_word_meets_next (text, last + n) && (text->words[last + n + 1].flags & DT_WORD_CAPITAL) != 0)
    n++;
  end = text->words[last + n].end;
  dt_check_found (check, text, text->words[body->last + 1].start, end, NULL,
                  _ ("“%.*s” is another commune than the one that issues"), (int) (end - text->words[body->last + 1].start),
                  text->plain + text->words[body->last + 1].start);
}

/* L118 */
static void
check_strangers (DtCheck *check,
                 const DtCheckText *text)
{
  (void) text;
  visit_tiers (check, tell_stranger);
}

static const DtRuleCode codes[] = {
  { "L109", DT_SCOPE_PLAN, DT_INPUT_ALL, check_variants },
  { "L110", DT_SCOPE_PLAN, DT_INPUT_ALL, check_tiers },
  { "L118", DT_SCOPE_PLAN, DT_INPUT_ALL, check_strangers },
};

DT_RULE_FAMILY (dt_rules_names_own, codes);
