/* dui-speller.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-editor"

#include "config.h"

#include "editor/dui-speller.h"

#include "text/dt-text.h"

#include <glib/gi18n.h>
#include <string.h>

#ifdef HAVE_ENCHANT
#include <enchant.h>
#endif

struct _DuiSpeller
{
  GObject parent_instance;
#ifdef HAVE_ENCHANT
  EnchantBroker *broker;
  EnchantDict *dictionary;
#endif
  GHashTable *known; /* what was asked before: word → whether it is right */
};

G_DEFINE_FINAL_TYPE (DuiSpeller, dui_speller, G_TYPE_OBJECT)

#define DICTIONARY "vi_VN"
/* Answers are kept for that many words. */
#define MAX_KNOWN 20000

static void
dui_speller_finalize (GObject *object)
{
  DuiSpeller *self = DUI_SPELLER (object);

  g_hash_table_unref (self->known);
#ifdef HAVE_ENCHANT
  if (self->dictionary != NULL)
    enchant_broker_free_dict (self->broker, self->dictionary);
  enchant_broker_free (self->broker);
#endif

  G_OBJECT_CLASS (dui_speller_parent_class)->finalize (object);
}

static void
dui_speller_class_init (DuiSpellerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dui_speller_finalize;
}

static void
dui_speller_init (DuiSpeller *self)
{
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
#ifdef HAVE_ENCHANT
  self->broker = enchant_broker_init ();
  self->dictionary = enchant_broker_request_dict (self->broker, DICTIONARY);
#endif
}

DuiSpeller *
dui_speller_get_default (void)
{
  static DuiSpeller *speller = NULL;

  if (speller == NULL)
    speller = g_object_new (DUI_TYPE_SPELLER, NULL);

  return speller;
}

DuiSpellerState
dui_speller_get_state (DuiSpeller *self)
{
  g_return_val_if_fail (DUI_IS_SPELLER (self), DUI_SPELLER_ABSENT);

#ifdef HAVE_ENCHANT
  return self->dictionary != NULL ? DUI_SPELLER_READY : DUI_SPELLER_NO_DICTIONARY;
#else
  return DUI_SPELLER_ABSENT;
#endif
}

const char *
dui_speller_state_get_label (DuiSpellerState state)
{
  switch (state)
    {
    case DUI_SPELLER_READY:
      return _ ("Spelling is checked while typing");
    case DUI_SPELLER_NO_DICTIONARY:
      return _ ("Spelling is not checked: there is no Vietnamese dictionary (package hunspell-vi)");
    case DUI_SPELLER_ABSENT:
    default:
      return _ ("Spelling is not checked: this program was built without it");
    }
}

/* Tone marks */

/* Both schools: the mark on the first vowel, and on the second; last, i for y at the end. */
static const struct
{
  const char *one;
  const char *other;
} placements[] = {
  { "òa", "oà" },
  { "óa", "oá" },
  { "ỏa", "oả" },
  { "õa", "oã" },
  { "ọa", "oạ" },
  { "òe", "oè" },
  { "óe", "oé" },
  { "ỏe", "oẻ" },
  { "õe", "oẽ" },
  { "ọe", "oẹ" },
  { "ùy", "uỳ" },
  { "úy", "uý" },
  { "ủy", "uỷ" },
  { "ũy", "uỹ" },
  { "ụy", "uỵ" },
  { "ỳ", "ì" },
  { "ý", "í" },
  { "ỷ", "ỉ" },
  { "ỹ", "ĩ" },
  { "ỵ", "ị" },
};

/**
 * dui_speller_other_placement:
 * @word: a word in small letters
 *
 * Dictionaries have one of two lawful spellings: `hòa` or `hoà`, `thủy` or
 * `thuỷ`, `quý` or `quí`.
 *
 * Returns: (transfer full) (nullable): the other one
 */
char *
dui_speller_other_placement (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (placements); i++)
    {
      const char *from = placements[i].one;
      const char *to = placements[i].other;

      for (guint turn = 0; turn < 2; turn++)
        {
          if (g_str_has_suffix (word, from))
            return g_strdup_printf ("%.*s%s", (int) (strlen (word) - strlen (from)), word, to);
          from = placements[i].other;
          to = placements[i].one;
        }
    }

  return NULL;
}

/* Words */

static gboolean
ask (DuiSpeller *self,
     const char *word)
{
#ifdef HAVE_ENCHANT
  return enchant_dict_check (self->dictionary, word, -1) <= 0;
#else
  return TRUE;
#endif
}

static gboolean
ask_all_ways (DuiSpeller *self,
              const char *word)
{
  g_autofree char *lower = NULL;
  g_autofree char *other = NULL;

  if (ask (self, word))
    return TRUE;

  lower = dt_text_lower (word);
  other = dui_speller_other_placement (lower);
  return ask (self, lower) || (other != NULL && ask (self, other));
}

gboolean
dui_speller_check (DuiSpeller *self,
                   const char *word,
                   gssize length)
{
  g_autofree char *copy = NULL;
  g_autofree char *normal = NULL;
  gpointer known;

  g_return_val_if_fail (DUI_IS_SPELLER (self) && word != NULL, TRUE);

  if (dui_speller_get_state (self) != DUI_SPELLER_READY)
    return TRUE;

  copy = length < 0 ? g_strdup (word) : g_strndup (word, (gsize) length);
  normal = dt_text_to_nfc (copy);
  if (!g_hash_table_lookup_extended (self->known, normal, NULL, &known))
    {
      if (g_hash_table_size (self->known) >= MAX_KNOWN)
        g_hash_table_remove_all (self->known);
      known = GINT_TO_POINTER (ask_all_ways (self, normal));
      g_hash_table_insert (self->known, g_steal_pointer (&normal), known);
    }

  return GPOINTER_TO_INT (known);
}

/* Numbers, symbols (76/NQ-CP), addresses, and what is in capitals: nothing a dictionary has. */
static gboolean
is_passed_over (const char *token,
                gsize length)
{
  gboolean small = FALSE;

  for (const char *p = token; p < token + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c) || strchr ("/@\\_", (int) (c < 0x80 ? c : 'x')) != NULL)
        return TRUE;
      if (c == '.' && p > token && p + 1 < token + length && g_unichar_isalpha (g_utf8_get_char (p + 1)))
        return TRUE;
      small |= g_unichar_islower (c);
    }

  return !small;
}

static void
find_in_token (DuiSpeller *self,
               const char *text,
               const char *token,
               const char *end,
               GArray *found)
{
  const char *p = token;

  while (p < end)
    {
      const char *word;

      while (p < end && !g_unichar_isalpha (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      word = p;
      while (p < end && (g_unichar_isalpha (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p))))
        p = g_utf8_next_char (p);
      /* One letter is the name of a point. */
      if (p > word && g_utf8_next_char (word) < p && !is_passed_over (word, (gsize) (p - word)) &&
          !dui_speller_check (self, word, p - word))
        {
          DuiMisspelling wrong = { (gsize) (word - text), (gsize) (p - text) };

          g_array_append_val (found, wrong);
        }
    }
}

GArray *
dui_speller_find (DuiSpeller *self,
                  const char *text)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (DuiMisspelling));
  const char *p = text;

  g_return_val_if_fail (DUI_IS_SPELLER (self) && text != NULL, found);

  if (dui_speller_get_state (self) != DUI_SPELLER_READY)
    return found;

  while (*p != '\0')
    {
      const char *close = NULL;
      const char *token;

      if (g_unichar_isspace (g_utf8_get_char (p)))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      if (g_str_has_prefix (p, "[[") || g_str_has_prefix (p, "{{"))
        close = strstr (p, *p == '[' ? "]]" : "}}");
      if (close != NULL)
        {
          p = close + 2;
          continue;
        }

      token = p;
      do
        p = g_utf8_next_char (p);
      while (*p != '\0' && !g_unichar_isspace (g_utf8_get_char (p)) && !g_str_has_prefix (p, "[[") &&
             !g_str_has_prefix (p, "{{"));
      if (!is_passed_over (token, (gsize) (p - token)))
        find_in_token (self, text, token, p, found);
    }

  return found;
}

char **
dui_speller_suggest (DuiSpeller *self,
                     const char *word)
{
  GPtrArray *words = g_ptr_array_new ();

  g_return_val_if_fail (DUI_IS_SPELLER (self) && word != NULL, NULL);

#ifdef HAVE_ENCHANT
  if (self->dictionary != NULL)
    {
      g_autofree char *lower = dt_text_lower (word);
      gboolean capital = g_unichar_isupper (g_utf8_get_char (word));
      gsize n = 0;
      char **given = enchant_dict_suggest (self->dictionary, lower, -1, &n);

      for (gsize i = 0; i < n; i++)
        {
          g_autofree char *rest = capital ? g_strdup (g_utf8_next_char (given[i])) : NULL;
          g_autofree char *first = capital ? g_strndup (given[i], (gsize) (g_utf8_next_char (given[i]) - given[i])) : NULL;
          g_autofree char *upper = capital ? dt_text_upper (first) : NULL;

          g_ptr_array_add (words, capital ? g_strconcat (upper, rest, NULL) : g_strdup (given[i]));
        }
      if (given != NULL)
        enchant_dict_free_string_list (self->dictionary, given);
    }
#endif
  g_ptr_array_add (words, NULL);

  return (char **) g_ptr_array_free (words, FALSE);
}

void
dui_speller_add (DuiSpeller *self,
                 const char *word,
                 gboolean for_good)
{
  g_return_if_fail (DUI_IS_SPELLER (self) && word != NULL);

#ifdef HAVE_ENCHANT
  if (self->dictionary == NULL)
    return;
  if (for_good)
    enchant_dict_add (self->dictionary, word, -1);
  else
    enchant_dict_add_to_session (self->dictionary, word, -1);
#endif
  g_hash_table_remove_all (self->known);
}

static void
add_words (DuiSpeller *self,
           const char *text)
{
  g_autoptr (GArray) wrong = dui_speller_find (self, text);

  for (guint i = 0; i < wrong->len; i++)
    {
      const DuiMisspelling *at = &g_array_index (wrong, DuiMisspelling, i);
      g_autofree char *word = g_strndup (text + at->start, at->end - at->start);

      dui_speller_add (self, word, FALSE);
    }
}

void
dui_speller_add_profile (DuiSpeller *self,
                         const DtProfile *profile)
{
  const DtProfileFields *fields;
  const DtLeader *leaders;
  const DtUnit *units;
  guint n;

  g_return_if_fail (DUI_IS_SPELLER (self) && profile != NULL);

  fields = dt_profile_get (profile);
  add_words (self, fields->name);
  add_words (self, fields->area);
  add_words (self, fields->place);
  leaders = dt_profile_get_leaders (profile, &n);
  for (guint i = 0; i < n; i++)
    add_words (self, leaders[i].name);
  units = dt_profile_get_units (profile, &n);
  for (guint i = 0; i < n; i++)
    add_words (self, units[i].name);
}
