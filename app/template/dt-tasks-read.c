/* dt-tasks-read.c - tasks from the rows of a spreadsheet
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-template"

#include "config.h"

#include "template/dt-tasks.h"

#include "text/dt-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (dt_tasks_error_quark, dt_tasks_error)

typedef enum
{
  COLUMN_WORK,
  COLUMN_LEAD,
  COLUMN_PARTNERS,
  COLUMN_DEADLINE,
  COLUMN_PRODUCT,
  COLUMN_SECTION,
  COLUMN_NUMBER,
  N_COLUMNS,
} Column;

#define MAX_CELLS 16

/* How the columns are called, folded: leads and partners have it somewhere, the others begin so. Without a header they
 * stand in this order. */
static const char *const names[N_COLUMNS][5] = {
  [COLUMN_WORK] = { "noi dung", "nhiem vu", "cong viec", "work", NULL },
  [COLUMN_LEAD] = { "chu tri", "lead", NULL },
  [COLUMN_PARTNERS] = { "phoi hop", "partner", NULL },
  [COLUMN_DEADLINE] = { "thoi han", "thoi gian", "tien do", "deadline", NULL },
  [COLUMN_PRODUCT] = { "san pham", "ket qua", "product", NULL },
  [COLUMN_SECTION] = { "de muc", "muc", "section", NULL },
  [COLUMN_NUMBER] = { "stt", "tt", "so thu tu", "no.", NULL },
};

typedef struct
{
  const char *name;
  const DtPlan *plan;       /* nullable */
  const DtProfile *profile; /* nullable */
  const char *p;
  guint line;
  guint row_line;            /* where the row at hand begins */
  GPtrArray *cells;          /* (element-type utf8): of the row at hand */
  Column columns[MAX_CELLS]; /* what each cell is */
  guint n_columns;
} Reader;

G_GNUC_PRINTF (4, 5)
static gboolean
fail (const Reader *self,
      guint cell,
      GError **error,
      const char *format,
      ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  /* Translators: file, line and cell of a table, then what is wrong there */
  g_set_error (error, DT_TASKS_ERROR, DT_TASKS_ERROR_TABLE, _ ("%s:%u: cell %u: %s"), self->name, self->row_line, cell + 1, message);
  return FALSE;
}

/* A cell in quotation marks may hold tabs, line breaks and doubled quotation marks. */
static gboolean
read_quoted (Reader *self,
             GString *cell,
             GError **error)
{
  for (self->p++; *self->p != '\0'; self->p++)
    {
      if (*self->p == '"' && self->p[1] != '"')
        {
          self->p++;
          return TRUE;
        }
      if (*self->p == '"')
        self->p++;
      if (*self->p == '\n')
        self->line++;
      g_string_append_c (cell, *self->p);
    }

  return fail (self, self->cells->len, error, _ ("expected a closing quotation mark"));
}

/* To the end of the line; FALSE with an error. */
static gboolean
read_row (Reader *self,
          GError **error)
{
  gboolean is_done = FALSE;

  g_ptr_array_set_size (self->cells, 0);
  self->row_line = self->line;
  while (!is_done)
    {
      g_autoptr (GString) cell = g_string_new (NULL);

      if (*self->p == '"' && !read_quoted (self, cell, error))
        return FALSE;
      for (; *self->p != '\0' && *self->p != '\t' && *self->p != '\n'; self->p++)
        g_string_append_c (cell, *self->p);
      g_ptr_array_add (self->cells, g_strdup (cell->str));
      is_done = *self->p != '\t';
      if (*self->p == '\n')
        self->line++;
      if (*self->p != '\0')
        self->p++;
    }

  return TRUE;
}

static char *
get_cell (const Reader *self,
          Column column)
{
  for (guint i = 0; i < self->n_columns && i < self->cells->len; i++)
    if (self->columns[i] == column)
      return dt_text_collapse (g_ptr_array_index (self->cells, i));

  return g_strdup ("");
}

static guint
find_cell (const Reader *self,
           Column column)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i] == column)
      return i;

  return 0;
}

static gboolean
is_empty (const Reader *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (self->cells, i);

      if (cell[strspn (cell, " \t\r\n")] != '\0')
        return FALSE;
    }

  return TRUE;
}

static int
find_column (const char *cell)
{
  g_autofree char *tidy = dt_text_collapse (cell);
  g_autofree char *folded = dt_text_fold (tidy);

  for (int column = COLUMN_LEAD; column <= COLUMN_PARTNERS; column++)
    for (guint i = 0; names[column][i] != NULL; i++)
      if (strstr (folded, names[column][i]) != NULL)
        return column;
  for (int column = 0; column < N_COLUMNS; column++)
    for (guint i = 0; names[column][i] != NULL; i++)
      {
        gsize length = strlen (names[column][i]);

        if (g_str_has_prefix (folded, names[column][i]) && !g_ascii_isalnum (folded[length]))
          return column;
      }

  return -1;
}

/* A first row whose cells name columns says what they are. */
static gboolean
read_header (Reader *self,
             gboolean *is_header,
             GError **error)
{
  gboolean seen[N_COLUMNS] = { FALSE };
  guint n_named = 0;

  for (guint i = 0; i < self->cells->len; i++)
    n_named += find_column (g_ptr_array_index (self->cells, i)) >= 0;
  *is_header = n_named >= 2 && n_named * 2 > self->cells->len;
  if (!*is_header)
    {
      for (guint i = 0; i < COLUMN_NUMBER; i++)
        self->columns[i] = (Column) i;
      self->n_columns = COLUMN_NUMBER;
      return TRUE;
    }

  for (guint i = 0; i < self->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (self->cells, i);
      int column = find_column (cell);

      if (column < 0)
        return fail (self, i, error, _ ("expected the name of a column (nội dung, chủ trì, phối hợp, thời hạn, sản phẩm, mục), not “%s”"),
                     cell);
      if (i >= MAX_CELLS || seen[column])
        return fail (self, i, error, _ ("a second column “%s”"), cell);
      seen[column] = TRUE;
      self->columns[i] = (Column) column;
    }
  self->n_columns = self->cells->len;
  if (!seen[COLUMN_WORK])
    return fail (self, 0, error, _ ("expected a column for what is to be done (nội dung)"));

  return TRUE;
}

/* Units with ";" or line breaks between them, by the name the profile gives them. */
static void
add_units (const Reader *self,
           Column column,
           DtNodeKind kind,
           GPtrArray *children)
{
  for (guint i = 0; i < self->n_columns && i < self->cells->len; i++)
    {
      g_auto (GStrv) parts = self->columns[i] == column ? g_strsplit_set (g_ptr_array_index (self->cells, i), ";\n", -1) : NULL;

      for (guint k = 0; parts != NULL && parts[k] != NULL; k++)
        {
          g_autofree char *tidy = dt_text_collapse (parts[k]);
          const char *bare = g_str_has_prefix (tidy, "- ") ? tidy + 2 : tidy;
          const DtUnit *unit = self->profile != NULL && *bare != '\0' ? dt_profile_find_unit (self->profile, bare) : NULL;

          if (*bare != '\0')
            g_ptr_array_add (children, dt_node_new_text (kind, unit != NULL ? unit->name : bare));
        }
    }
}

/* The id of a section whose id or title @wanted is. */
static const char *
find_section (const DtNode *node,
              const char *wanted)
{
  const char *title = dt_node_get_kind (node) == DT_NODE_SECTION ? dt_node_get_child_text (node, DT_NODE_TITLE) : NULL;
  const char *found = NULL;

  if (dt_node_get_kind (node) == DT_NODE_SECTION && g_strcmp0 (dt_node_get_id (node), wanted) == 0)
    return dt_node_get_id (node);
  if (title != NULL)
    {
      g_autofree char *folded = dt_text_fold (title);
      g_autofree char *key = dt_text_fold (wanted);

      if (strcmp (folded, key) == 0)
        return dt_node_get_id (node);
    }
  for (guint i = 0; i < dt_node_get_n_children (node) && found == NULL; i++)
    found = find_section (dt_node_get_child (node, i), wanted);

  return found;
}

static DtNode *
make_task (const Reader *self,
           GError **error)
{
  static const struct
  {
    Column column;
    DtNodeKind kind;
  } last[] = { { COLUMN_DEADLINE, DT_NODE_DEADLINE }, { COLUMN_PRODUCT, DT_NODE_PRODUCT } };
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);
  g_autofree char *work = get_cell (self, COLUMN_WORK);
  g_autofree char *section = get_cell (self, COLUMN_SECTION);
  const char *id = *section != '\0' && self->plan != NULL ? find_section (dt_plan_get_root (self->plan), section) : "";
  DtAttributeValue attribute = { DT_ATTR_SECTION, id };

  for (guint i = self->n_columns; i < self->cells->len; i++)
    if (*(const char *) g_ptr_array_index (self->cells, i) != '\0')
      {
        fail (self, i, error, _ ("expected at most %u cells in a row"), self->n_columns);
        return NULL;
      }
  if (*work == '\0')
    {
      fail (self, find_cell (self, COLUMN_WORK), error, _ ("expected what is to be done"));
      return NULL;
    }
  if (id == NULL)
    {
      fail (self, find_cell (self, COLUMN_SECTION), error, _ ("the plan has no section “%s”"), section);
      return NULL;
    }

  g_ptr_array_add (children, dt_node_new_text (DT_NODE_WORK, work));
  add_units (self, COLUMN_LEAD, DT_NODE_LEAD, children);
  add_units (self, COLUMN_PARTNERS, DT_NODE_PARTNER, children);
  for (guint i = 0; i < G_N_ELEMENTS (last); i++)
    {
      g_autofree char *text = get_cell (self, last[i].column);

      if (*text != '\0')
        g_ptr_array_add (children, dt_node_new_text (last[i].kind, text));
    }

  return dt_node_new_full (DT_NODE_TASK, 0, NULL, &attribute, 1, (DtNode *const *) children->pdata, children->len);
}

/**
 * dt_tasks_read_tsv:
 * @text: rows of cells with tabs between them
 * @name: what messages call it
 * @plan: (nullable): the plan whose sections a cell may name
 * @profile: (nullable): the office, whose units a cell may name in short
 * @error: return location for an error
 *
 * Reads tasks as a spreadsheet copies them. Without a header the cells are:
 * what is to be done, who leads, partners, deadline, product, section; a
 * header may name them in any order, and `STT` is passed over. Several units
 * stand in one cell with `;` or on lines of their own. Empty rows are passed
 * over.
 *
 * Returns: (transfer full) (element-type DtNode): the tasks, or %NULL with
 *   %DT_TASKS_ERROR_TABLE, whose message begins with line and cell
 */
GPtrArray *
dt_tasks_read_tsv (const char *text,
                   const char *name,
                   const DtPlan *plan,
                   const DtProfile *profile,
                   GError **error)
{
  g_autoptr (GPtrArray) tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *normal = NULL;
  gboolean is_header = FALSE;
  Reader self = { 0 };

  g_return_val_if_fail (text != NULL && name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  normal = dt_text_to_nfc (g_str_has_prefix (text, "\357\273\277") ? text + 3 : text);
  self.name = name;
  self.plan = plan;
  self.profile = profile;
  self.p = normal;
  self.line = 1;
  self.cells = cells;
  while (*self.p != '\0')
    {
      DtNode *task;

      if (!read_row (&self, error))
        return NULL;
      if (is_empty (&self))
        continue;
      if (self.n_columns == 0)
        {
          if (!read_header (&self, &is_header, error))
            return NULL;
          if (is_header)
            continue;
        }
      task = make_task (&self, error);
      if (task == NULL)
        return NULL;
      g_ptr_array_add (tasks, task);
    }

  return g_steal_pointer (&tasks);
}

/**
 * dt_tasks_add:
 * @plan: a plan
 * @tasks: (element-type DtNode): nodes of kind %DT_NODE_TASK
 * @error: return location for an error
 *
 * Adds tasks to the table of a plan in one step.
 *
 * Returns: (transfer full): the plan, or %NULL with @error set to one of
 *   %DT_EDIT_ERROR
 */
DtPlan *
dt_tasks_add (const DtPlan *plan,
              const GPtrArray *tasks,
              GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (DtNode) table = NULL;
  DtNode *old;

  g_return_val_if_fail (plan != NULL && tasks != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (tasks->len == 0)
    return dt_plan_ref ((DtPlan *) plan);

  old = dt_node_find_child (dt_plan_get_root (plan), DT_NODE_TASKS);
  for (guint i = 0; old != NULL && i < dt_node_get_n_children (old); i++)
    g_ptr_array_add (all, dt_node_get_child (old, i));
  for (guint i = 0; i < tasks->len; i++)
    g_ptr_array_add (all, g_ptr_array_index (tasks, i));
  table = dt_node_new_full (DT_NODE_TASKS, 0, NULL, NULL, 0, (DtNode *const *) all->pdata, all->len);

  return old != NULL ? dt_plan_replace (plan, "tasks", table, error) : dt_plan_insert (plan, "plan", -1, table, error);
}
