/* dt-fit-search.c - which sizes and column widths the head gets
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-fit"

#include "config.h"

#include "layout/dt-fit-search.h"

/* The search goes through every lawful size, in half points, of the four groups
 * of texts in the head and every hanging by whole millimetres, and takes what
 * costs least:
 *
 *   each half point off the sheet's own size      4, national title 6
 *   the motto not above the national title        20
 *   hanging out of the text area at all           30, and 4 for each millimetre
 *   the breaks of the names on the left           as dt_balance() counts, by 100
 *   each line of a name after the second          6
 *
 * so sizes give way before the head hangs out, which the decree does not speak
 * of. Between equals the first found wins: the sheet's own sizes come first.
 */
#define COST_STEP 4
#define COST_STEP_TITLE 6
#define COST_SMALL_MOTTO 20
#define COST_HANG 30
#define COST_HANG_MM 4
#define COST_LINE 6

#define STEP 50 /* half a point */
#define MAX_STEPS 8
#define MAX_NAME_LINES 4
#define MAX_NAMES 4

/* A name on the left at one size, in up to MAX_NAME_LINES lines. */
typedef struct
{
  int width[MAX_NAME_LINES]; /* twips, 0: cannot be */
  int cost[MAX_NAME_LINES];
} NameBreaks;

typedef struct
{
  DtSetter *setter;
  const DtBlock *columns;
  const DtSheet *sheet;
  int text;
  int gap;
  NameBreaks names[MAX_STEPS][MAX_NAMES]; /* by step of size */
  guint n_names;
  int number; /* widest of what stays on one line on the left */
  int title[MAX_STEPS];
  int motto[MAX_STEPS];
  int date[MAX_STEPS];
  int other;
} Search;

static gboolean
is_name (DtRole role)
{
  return role == DT_ROLE_AGENCY || role == DT_ROLE_PARENT;
}

static guint
count_steps (const DtStyle *style)
{
  return MIN (1 + (MAX (style->size, style->size_min) - style->size_min) / STEP, MAX_STEPS);
}

static guint
step_size (const DtStyle *style,
           guint step)
{
  return style->size - MIN (step * STEP, style->size - MIN (style->size_min, style->size));
}

/* Twips of the whole text on one line. */
static int
measure_line (DtSetter *setter,
              const DtBlock *block,
              const DtStyle *style,
              guint size)
{
  gint64 px = 0;
  int loss = 0;

  dt_setter_cut (setter, block, style, size);
  for (guint k = 0; k < setter->atoms->len; k++)
    {
      const DtAtom *atom = &g_array_index (setter->atoms, DtAtom, k);

      px += atom->px;
      loss = dt_setter_italic_loss (setter, atom);
    }
  /* Stretches of several styles may each round up. */
  return dt_px_to_twips (px) + loss + (block->n_runs > 1 ? (int) block->n_runs : 0);
}

static int
widest_line (DtSetter *setter,
             const GArray *starts)
{
  int widest = 0;
  guint next = 0;
  gint64 px = 0;
  gint64 blank = 0;

  for (guint k = 0; k < setter->atoms->len; k++)
    {
      const DtAtom *atom = &g_array_index (setter->atoms, DtAtom, k);

      if (next < starts->len && k == g_array_index (starts, guint, next))
        {
          px = blank = 0;
          next++;
        }
      if (atom->blank)
        {
          blank += atom->px;
          continue;
        }
      px += blank + atom->px;
      blank = 0;
      widest = MAX (widest, dt_px_to_twips (px));
    }
  return widest;
}

static void
weigh_name (Search *search,
            const DtBlock *block,
            NameBreaks *breaks,
            guint size,
            int limit)
{
  const DtStyle *style = dt_sheet_get_style (search->sheet, block->role);
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));

  dt_setter_cut (search->setter, block, style, size);
  for (guint lines = 1; lines <= MAX_NAME_LINES; lines++)
    {
      int cost = dt_balance (search->setter, limit, lines, starts);

      if (cost < 0)
        continue;
      breaks->width[lines - 1] = widest_line (search->setter, starts);
      breaks->cost[lines - 1] = cost / 100 + (lines > 2 ? (int) (lines - 2) * COST_LINE : 0);
    }
}

static void
measure_right (Search *search,
               const DtBlock *block)
{
  const DtStyle *style = dt_sheet_get_style (search->sheet, block->role);
  guint n = count_steps (style);
  int *widths = block->role == DT_ROLE_NATIONAL_TITLE ? search->title : block->role == DT_ROLE_MOTTO      ? search->motto
                                                                      : block->role == DT_ROLE_PLACE_DATE ? search->date
                                                                                                          : NULL;

  if (widths == NULL)
    {
      int width = measure_line (search->setter, block, style, style->size);

      search->other = MAX (search->other, width);
      return;
    }
  for (guint s = 0; s < n; s++)
    widths[s] = measure_line (search->setter, block, style, step_size (style, s));
}

static void
measure_left (Search *search,
              const DtBlock *block,
              int limit)
{
  const DtStyle *style = dt_sheet_get_style (search->sheet, block->role);
  guint n = count_steps (style);

  if (!is_name (block->role))
    {
      int width = measure_line (search->setter, block, style, style->size);

      search->number = MAX (search->number, width);
      return;
    }
  if (search->n_names == MAX_NAMES)
    return;
  for (guint s = 0; s < n; s++)
    weigh_name (search, block, &search->names[s][search->n_names], step_size (style, s), limit);
  search->n_names++;
}

static void
measure_cells (Search *search,
               gboolean right,
               int limit)
{
  for (guint row = 0; row < search->columns->n_rows; row++)
    {
      GPtrArray *cell = search->columns->cells[row * 2 + (right ? 1 : 0)];

      for (guint i = 0; cell != NULL && i < cell->len; i++)
        {
          const DtBlock *block = g_ptr_array_index (cell, i);

          if (block->kind == DT_BLOCK_RULE && !right)
            search->number = MAX (search->number, dt_twips (dt_sheet_get_style (search->sheet, block->role)->frame_width));
          if (block->kind != DT_BLOCK_PARAGRAPH)
            continue;
          if (right)
            measure_right (search, block);
          else
            measure_left (search, block, limit);
        }
    }
}

/* The least cost of the names in @room twips, and how wide they then are; -1 where one does not fit. */
static int
choose_names (const Search *search,
              guint step,
              int room,
              int *width)
{
  int total = 0;

  *width = search->number;
  for (guint i = 0; i < search->n_names; i++)
    {
      const NameBreaks *breaks = &search->names[step][i];
      int best = -1;
      guint best_lines = 0;

      for (guint lines = 0; lines < MAX_NAME_LINES; lines++)
        {
          if (breaks->width[lines] > 0 && breaks->width[lines] <= room &&
              (best < 0 || breaks->cost[lines] < best))
            {
              best = breaks->cost[lines];
              best_lines = lines;
            }
        }
      if (best < 0)
        return -1;
      total += best;
      *width = MAX (*width, breaks->width[best_lines]);
    }
  return search->number <= room ? total : -1;
}

typedef struct
{
  guint title;
  guint motto;
  guint date;
  guint name;
  guint hang; /* mm */
} Steps;

static int
steps_cost (const Search *search,
            const Steps *steps)
{
  const DtStyle *title = dt_sheet_get_style (search->sheet, DT_ROLE_NATIONAL_TITLE);
  const DtStyle *motto = dt_sheet_get_style (search->sheet, DT_ROLE_MOTTO);
  int cost = (int) steps->title * COST_STEP_TITLE + (int) (steps->motto + steps->date + steps->name) * COST_STEP;

  if (steps->motto + steps->title > 0 && step_size (motto, steps->motto) <= step_size (title, steps->title))
    cost += COST_SMALL_MOTTO;
  if (steps->hang > 0)
    cost += COST_HANG + (int) steps->hang * COST_HANG_MM;
  return cost;
}

/* The widths a choice of sizes leaves, centred texts keeping their distance. */
static int
try_steps (const Search *search,
           const Steps *steps,
           DtHeadChoice *choice)
{
  int total = search->text + 2 * dt_twips (DT_MM ((int) steps->hang));
  int right = MAX (MAX (search->title[steps->title], search->motto[steps->motto]), MAX (search->date[steps->date], search->other));
  int left;
  int cost;

  cost = choose_names (search, steps->name, total - right - 2 * search->gap, &left);
  if (cost < 0)
    return -1;

  choice->left = left + search->gap + (total - left - right - 2 * search->gap) / 2;
  choice->right = total - choice->left;
  choice->hang = DT_MM ((int) steps->hang);
  return cost + steps_cost (search, steps);
}

static void
set_sizes (const Search *search,
           const Steps *steps,
           DtHeadChoice *choice)
{
  const struct
  {
    DtRole role;
    guint step;
  } chosen[] = {
    { DT_ROLE_NATIONAL_TITLE, steps->title },
    { DT_ROLE_MOTTO, steps->motto },
    { DT_ROLE_PLACE_DATE, steps->date },
    { DT_ROLE_AGENCY, steps->name },
    { DT_ROLE_PARENT, steps->name },
  };

  for (guint i = 0; i < G_N_ELEMENTS (chosen); i++)
    choice->sizes[chosen[i].role] = step_size (dt_sheet_get_style (search->sheet, chosen[i].role), chosen[i].step);
}

/* All choices, cheapest first found kept. */
static gboolean
search_all (const Search *search,
            DtHeadChoice *choice)
{
  guint n_title = count_steps (dt_sheet_get_style (search->sheet, DT_ROLE_NATIONAL_TITLE));
  guint n_motto = count_steps (dt_sheet_get_style (search->sheet, DT_ROLE_MOTTO));
  guint n_date = count_steps (dt_sheet_get_style (search->sheet, DT_ROLE_PLACE_DATE));
  guint n_name = count_steps (dt_sheet_get_style (search->sheet, DT_ROLE_AGENCY));
  guint n_hang = (guint) (dt_sheet_get_metrics (search->sheet)->hang_max / DT_MM (1)) + 1;
  guint n = n_title * n_motto * n_date * n_name * n_hang;
  int best = -1;

  for (guint i = 0; i < n; i++)
    {
      Steps steps = {
        .title = i % n_title,
        .motto = i / n_title % n_motto,
        .date = i / n_title / n_motto % n_date,
        .name = i / n_title / n_motto / n_date % n_name,
        .hang = i / n_title / n_motto / n_date / n_name,
      };
      DtHeadChoice tried = *choice;
      int cost = try_steps (search, &steps, &tried);

      if (cost >= 0 && (best < 0 || cost < best))
        {
          best = cost;
          *choice = tried;
          set_sizes (search, &steps, choice);
        }
      /* A wider hanging alone costs more than any choice of sizes saves. */
      if (best >= 0 && steps.hang > 0 && (int) (COST_HANG + steps.hang * COST_HANG_MM) > best)
        break;
    }
  return best >= 0;
}

void
dt_fit_search (DtSetter *setter,
               const DtBlock *columns,
               const DtSheet *sheet,
               DtLength text_width,
               DtHeadChoice *choice)
{
  g_autofree Search *search = g_new0 (Search, 1);
  const DtMetrics *metrics = dt_sheet_get_metrics (sheet);
  int widest = dt_twips (text_width) + 2 * dt_twips (metrics->hang_max);
  guint last;

  search->setter = setter;
  search->columns = columns;
  search->sheet = sheet;
  search->text = dt_twips (text_width);
  search->gap = dt_twips (metrics->gap);
  measure_cells (search, TRUE, 0);
  last = count_steps (dt_sheet_get_style (sheet, DT_ROLE_NATIONAL_TITLE)) - 1;
  measure_cells (search, FALSE, MAX (widest - search->title[last] - 2 * search->gap, widest / 4));

  for (guint i = 0; i < DT_N_ROLES; i++)
    choice->sizes[i] = dt_sheet_get_style (sheet, i)->size;
  choice->fits = search_all (search, choice);
  if (!choice->fits)
    {
      /* The smallest sizes, the whole width, the title on one line whatever happens to the left. */
      Steps steps = {
        last,
        count_steps (dt_sheet_get_style (sheet, DT_ROLE_MOTTO)) - 1,
        count_steps (dt_sheet_get_style (sheet, DT_ROLE_PLACE_DATE)) - 1,
        count_steps (dt_sheet_get_style (sheet, DT_ROLE_AGENCY)) - 1,
        0,
      };

      set_sizes (search, &steps, choice);
      choice->hang = metrics->hang_max;
      choice->right = MIN (search->title[last] + search->gap, widest * 3 / 4);
      choice->left = widest - choice->right;
    }
}

int
dt_fit_break_name (DtSetter *setter,
                   const DtBlock *block,
                   const DtStyle *style,
                   guint size,
                   int limit,
                   GArray *starts)
{
  g_autoptr (GArray) tried = g_array_new (FALSE, FALSE, sizeof (guint));
  int best = -1;

  dt_setter_cut (setter, block, style, size);
  for (guint lines = 1; lines <= MAX_NAME_LINES; lines++)
    {
      int cost = dt_balance (setter, limit, lines, tried);

      if (cost < 0)
        continue;
      cost = cost / 100 + (lines > 2 ? (int) (lines - 2) * COST_LINE : 0);
      if (best < 0 || cost < best)
        {
          best = cost;
          g_array_set_size (starts, 0);
          for (guint i = 0; i < tried->len; i++)
            {
              const DtAtom *atom = &g_array_index (setter->atoms, DtAtom, g_array_index (tried, guint, i));

              g_array_append_val (starts, atom->start);
            }
        }
    }
  return best;
}
