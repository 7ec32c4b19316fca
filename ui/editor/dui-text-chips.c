/* dui-text-chips.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-editor"

#include "config.h"

#include "editor/dui-text-chips.h"

#include <glib/gi18n.h>
#include <string.h>

static void
chip_free (gpointer data)
{
  DuiChip *chip = data;

  g_ptr_array_unref (chip->marks);
  g_free (chip);
}

static char *
make_reference (const DtCiteMark *mark)
{
  g_autofree char *date = NULL;

  if (dt_date_is_empty (mark->date))
    return g_strdup (mark->number);

  date = dt_date_format_iso (mark->date);
  return g_strconcat (mark->number, "@", date, NULL);
}

DuiChipState
dui_cite_mark_judge (const DtCiteMark *mark,
                     const DtCatalog *catalog,
                     DtDate on,
                     const DtDocument **document,
                     DtJudgement *judgement)
{
  static const DuiChipState states[DT_N_VALIDITIES] = {
    [DT_VALIDITY_UNKNOWN] = DUI_CHIP_UNCLEAR,
    [DT_VALIDITY_IN_FORCE] = DUI_CHIP_GOOD,
    [DT_VALIDITY_AMENDED] = DUI_CHIP_AMENDED,
    [DT_VALIDITY_NOT_YET] = DUI_CHIP_NOT_YET,
    [DT_VALIDITY_EXPIRED] = DUI_CHIP_EXPIRED,
    [DT_VALIDITY_REPLACED] = DUI_CHIP_REPLACED,
  };
  g_autoptr (GPtrArray) found = NULL;

  *document = NULL;
  if (catalog == NULL || *mark->number == '\0')
    return DUI_CHIP_UNKNOWN;

  /* As the pages resolve it: by number and date, or a law by its name. */
  found = dt_catalog_find (catalog, mark->number, mark->date, NULL);
  if (found->len == 0)
    {
      g_ptr_array_unref (found);
      found = dt_catalog_find_reference (catalog, mark->number);
    }
  if (found->len != 1)
    return found->len == 0 ? DUI_CHIP_MISSING : DUI_CHIP_SEVERAL;

  *document = g_ptr_array_index (found, 0);
  dt_catalog_judge (catalog, *document, on, judgement);
  return states[judgement->validity];
}

/**
 * dui_chips_find:
 * @text: body text in our notation
 * @catalog: (nullable): where the documents are looked up
 * @on: the day of the plan, for which validity counts
 *
 * Returns: (transfer full) (element-type DuiChip): the citations of @text
 */
GPtrArray *
dui_chips_find (const char *text,
                const DtCatalog *catalog,
                DtDate on)
{
  GPtrArray *chips = g_ptr_array_new_with_free_func (chip_free);
  const char *at = text;
  glong offset = 0;

  for (const char *open = strstr (text, "[["); open != NULL;)
    {
      const char *close = open + strcspn (open, "]\n");
      const char *next = strstr (open + 2, "[[");
      g_autofree char *typed = NULL;
      DuiChip *chip;

      if (close[0] != ']' || close[1] != ']' || close == open + 2 || (next != NULL && next < close) ||
          (open > text && open[-1] == '\\'))
        {
          open = strstr (open + 1, "[[");
          continue;
        }

      chip = g_new0 (DuiChip, 1);
      offset += g_utf8_strlen (at, open - at);
      chip->start = (guint) offset;
      offset += g_utf8_strlen (open, close + 2 - open);
      chip->end = (guint) offset;
      at = close + 2;
      typed = g_strndup (open + 2, (gsize) (close - open) - 2);
      chip->marks = dt_cite_marks_parse (typed);
      for (guint i = 0; i < chip->marks->len; i++)
        {
          const DtDocument *document;
          DtJudgement judgement;

          chip->state = MAX (chip->state, dui_cite_mark_judge (g_ptr_array_index (chip->marks, i), catalog, on,
                                                               &document, &judgement));
        }
      g_ptr_array_add (chips, chip);
      open = strstr (at, "[[");
    }

  return chips;
}

const DuiChip *
dui_chips_get_at (const GPtrArray *chips,
                  guint offset,
                  gboolean edges)
{
  for (guint i = 0; i < chips->len; i++)
    {
      const DuiChip *chip = g_ptr_array_index (chips, i);

      if (offset > chip->start && offset < chip->end)
        return chip;
      if (edges && (offset == chip->start || offset == chip->end))
        return chip;
    }

  return NULL;
}

const char *
dui_chip_state_get_symbol (DuiChipState state)
{
  static const char *const symbols[DUI_N_CHIP_STATES] = { "", "✓", "✓", "?", "?", "?", "○", "✕", "✕" };

  return symbols[state];
}

const char *
dui_chip_state_get_words (DuiChipState state)
{
  static const char *const words[DUI_N_CHIP_STATES] = {
    [DUI_CHIP_UNKNOWN] = "",
    [DUI_CHIP_GOOD] = "",
    [DUI_CHIP_AMENDED] = N_ ("amended"),
    [DUI_CHIP_UNCLEAR] = "",
    [DUI_CHIP_MISSING] = N_ ("not in the library"),
    [DUI_CHIP_SEVERAL] = N_ ("several with this number"),
    [DUI_CHIP_NOT_YET] = N_ ("not in force yet"),
    [DUI_CHIP_EXPIRED] = N_ ("no longer in force"),
    [DUI_CHIP_REPLACED] = N_ ("replaced"),
  };

  return *words[state] != '\0' ? _ (words[state]) : "";
}

static void
describe_mark (GString *out,
               const DtCiteMark *mark,
               const DtCatalog *catalog,
               DtDate on)
{
  const DtDocument *document;
  DtJudgement judgement;
  DuiChipState state = dui_cite_mark_judge (mark, catalog, on, &document, &judgement);
  g_autofree char *name = document != NULL ? dt_document_to_string (document) : dt_cite_mark_to_text (mark);
  const char *subject = document != NULL ? dt_document_get (document)->subject : "";

  if (out->len > 0)
    g_string_append (out, "\n\n");
  g_string_append (out, name);
  if (*subject != '\0')
    g_string_append_printf (out, "\n%s", subject);
  if (document != NULL)
    {
      g_autofree char *verdict = dt_judgement_describe (&judgement);

      g_string_append_printf (out, "\n%s %s", dui_chip_state_get_symbol (state), verdict);
    }
  else if (state != DUI_CHIP_UNKNOWN)
    g_string_append_printf (out, "\n%s %s", dui_chip_state_get_symbol (state), dui_chip_state_get_words (state));
}

char *
dui_chip_describe (const DuiChip *chip,
                   const DtCatalog *catalog,
                   DtDate on)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < chip->marks->len; i++)
    describe_mark (out, g_ptr_array_index (chip->marks, i), catalog, on);

  return g_string_free (out, FALSE);
}

char *
dui_chip_dup_link (const DuiChip *chip,
                   const DtCatalog *catalog)
{
  for (guint i = 0; i < chip->marks->len; i++)
    {
      const DtDocument *document;
      DtJudgement judgement;

      dui_cite_mark_judge (g_ptr_array_index (chip->marks, i), catalog, dt_date_make (0, 0, 0), &document, &judgement);
      if (document != NULL && dt_document_get (document)->link[0] != '\0')
        return g_strdup (dt_document_get (document)->link);
    }

  return NULL;
}

char *
dui_chip_with_form (const DuiChip *chip,
                    DtCiteForm form)
{
  static const char *const forms[] = { "", "|full", "|short" };
  GString *out = g_string_new ("[[");

  for (guint i = 0; i < chip->marks->len; i++)
    {
      const DtCiteMark *mark = g_ptr_array_index (chip->marks, i);
      g_autofree char *reference = make_reference (mark);

      g_string_append_printf (out, "%s%s%s%s%s", i > 0 ? "; " : "", reference,
                              mark->pinpoint != NULL && *mark->pinpoint != '\0' ? "#" : "",
                              mark->pinpoint != NULL ? mark->pinpoint : "", forms[form]);
    }
  g_string_append (out, "]]");

  return g_string_free (out, FALSE);
}
