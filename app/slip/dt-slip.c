/* dt-slip.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-slip"

#include "config.h"

#include "slip/dt-slip.h"

#include "base/dt-diagnostic.h"
#include "export/dt-exporter.h"
#include "layout/dt-layout.h"
#include "model/dt-notation.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * The slip is a document like others: a plan of a kind of its own, composed,
 * laid out and exported by what does that for plans.  It is Vietnamese as all
 * documents are; only what the rules say comes in the language of the program.
 */

#define KIND "phieu-kiem-tra"

static const char kinds_file[] =
  "<kinds xmlns=\"https://duthao.github.io/ns/kinds\" version=\"1\">"
  "<kind id=\"" KIND "\" name=\"Phiếu kiểm tra\" abbreviation=\"PKT\" form=\"named\"/></kinds>";

static const struct
{
  DtSeverity severity;
  const char *heading;
} groups[] = {
  { DT_SEVERITY_ERROR, "Lỗi trái quy định" },
  { DT_SEVERITY_WARNING, "Điểm cần xem lại theo biểu mẫu, thông lệ" },
  { DT_SEVERITY_NOTE, "Lưu ý" },
};

static void
append_cell (GString *body,
             const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n", ' ');
  g_autofree char *escaped = dt_notation_escape (line);

  g_string_append_printf (body, " %s |", escaped);
}

static gboolean
is_told (const DtFinding *finding,
         DtSeverity severity)
{
  return finding->severity == severity;
}

static guint
count (const DtReport *report,
       DtSeverity severity)
{
  guint n;
  guint found = 0;
  DtFinding *const *findings = dt_report_get_findings (report, &n);

  for (guint i = 0; i < n; i++)
    found += is_told (findings[i], severity);
  return found;
}

/* One row: what is wrong, where it stands in the law, on which page. */
static void
append_finding (GString *body,
                const DtFinding *finding,
                guint number)
{
  g_autofree char *page = finding->page > 0 ? g_strdup_printf ("%u", finding->page) : g_strdup ("");
  g_autoptr (GString) text = g_string_new (finding->message);

  if (finding->quote != NULL && strstr (finding->message, finding->quote) == NULL)
    g_string_append_printf (text, " — %s", finding->quote);
  if (finding->reason != NULL)
    g_string_append_printf (text, " (bỏ qua, lý do: %s)", finding->reason);

  g_string_append_printf (body, "\n| %u |", number);
  append_cell (body, text->str);
  append_cell (body, finding->rule->clause);
  append_cell (body, page);
}

/* The body of a section: a table of the findings of one severity. */
static char *
make_table (const DtReport *report,
            DtSeverity severity)
{
  GString *body = g_string_new ("| STT | Nội dung | Căn cứ | Trang |\n|:-:|---|---|:-:|");
  guint n;
  guint number = 0;
  DtFinding *const *findings = dt_report_get_findings (report, &n);

  for (guint i = 0; i < n; i++)
    if (is_told (findings[i], severity))
      append_finding (body, findings[i], ++number);

  return g_string_free (body, FALSE);
}

static char *
make_counts (const DtReport *report)
{
  return g_strdup_printf ("| Lỗi | Cần xem lại | Lưu ý | Chờ người xem | Đạt | Không áp dụng | Chưa kiểm tra |\n"
                          "|:-:|:-:|:-:|:-:|:-:|:-:|:-:|\n| %u | %u | %u | %u | %u | %u | %u |",
                          count (report, DT_SEVERITY_ERROR), count (report, DT_SEVERITY_WARNING),
                          count (report, DT_SEVERITY_NOTE), dt_report_count (report, DT_STATE_NEEDS_REVIEW),
                          dt_report_count (report, DT_STATE_PASS), dt_report_count (report, DT_STATE_NOT_APPLICABLE),
                          dt_report_count (report, DT_STATE_NOT_EVALUATED));
}

static DtNode *
make_section (const char *title,
              const char *body)
{
  g_autoptr (DtNode) title_node = dt_node_new_text (DT_NODE_TITLE, title);
  g_autoptr (DtNode) body_node = dt_node_new_text (DT_NODE_BODY, body);
  DtNode *children[] = { title_node, body_node };

  return dt_node_new_full (DT_NODE_SECTION, 0, NULL, NULL, 0, children, G_N_ELEMENTS (children));
}

static DtNode *
make_sections (const DtReport *report)
{
  g_autoptr (GPtrArray) sections = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);
  g_autofree char *counts = make_counts (report);

  g_ptr_array_add (sections, make_section ("Kết quả", counts));
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autofree char *table = NULL;

      if (count (report, groups[i].severity) == 0)
        continue;
      table = make_table (report, groups[i].severity);
      g_ptr_array_add (sections, make_section (groups[i].heading, table));
    }

  return dt_node_new_full (DT_NODE_SECTIONS, 0, NULL, NULL, 0, (DtNode **) sections->pdata, sections->len);
}

/* Agency, place and day of the slip; its subject is the draft. */
static DtNode *
make_head (const DtChecker *checker,
           const DtPlan *plan)
{
  const DtNode *root = dt_plan_get_root (plan);
  const DtNode *head = dt_node_find_child (root, DT_NODE_HEAD);
  const char *agency = head != NULL ? dt_node_get_child_text (head, DT_NODE_AGENCY) : NULL;
  const char *subject = head != NULL ? dt_node_get_child_text (head, DT_NODE_SUBJECT) : NULL;
  const char *kind_id = dt_node_get_attribute (root, DT_ATTR_KIND);
  const DtKind *kind = kind_id != NULL ? dt_kinds_find (checker->composer.kinds, kind_id) : NULL;
  g_autofree char *today = dt_date_is_complete (checker->composer.today) ? dt_date_format_iso (checker->composer.today) : NULL;
  g_autofree char *text = g_strdup_printf ("Dự thảo %s: %s", kind != NULL ? kind->name : "văn bản", subject != NULL ? subject : "");
  g_autoptr (DtNode) agency_node = dt_node_new_text (DT_NODE_AGENCY, agency != NULL ? agency : "");
  g_autoptr (DtNode) subject_node = dt_node_new_text (DT_NODE_SUBJECT, text);
  DtNode *children[] = { agency_node, subject_node };
  const DtAttributeValue attributes[] = {
    { DT_ATTR_SYMBOL, "PKT" },
    { DT_ATTR_DATE, today },
    { DT_ATTR_PLACE, head != NULL ? dt_node_get_attribute (head, DT_ATTR_PLACE) : NULL },
  };

  return dt_node_new_full (DT_NODE_HEAD, 0, NULL, attributes, G_N_ELEMENTS (attributes), children, G_N_ELEMENTS (children));
}

static DtNode *
make_signature (void)
{
  g_autoptr (DtNode) capacity = dt_node_new_text (DT_NODE_CAPACITY, "Người kiểm tra");
  DtNode *children[] = { capacity };

  return dt_node_new_full (DT_NODE_SIGNATURE, 0, NULL, NULL, 0, children, G_N_ELEMENTS (children));
}

static DtPlan *
make_plan (const DtChecker *checker,
           const DtReport *report,
           const DtPlan *plan,
           GError **error)
{
  const DtAttributeValue kind = { DT_ATTR_KIND, KIND };
  DtNode *fields = dt_node_find_child (dt_plan_get_root (plan), DT_NODE_FIELDS);
  g_autoptr (DtNode) head = make_head (checker, plan);
  g_autoptr (DtNode) sections = make_sections (report);
  g_autoptr (DtNode) signature = make_signature ();
  g_autoptr (DtNode) root = NULL;
  DtNode *children[4];
  guint n = 0;

  children[n++] = head;
  /* The subject of the plan may hold them. */
  if (fields != NULL)
    children[n++] = fields;
  children[n++] = sections;
  children[n++] = signature;
  root = dt_node_new_full (DT_NODE_PLAN, 0, NULL, &kind, 1, children, n);
  return dt_plan_new (root, error);
}

/**
 * dt_slip_make_pdf:
 * @checker: what checked
 * @report: what was found
 * @plan: in what
 * @error: return location for an error
 *
 * Makes the slip.
 *
 * Returns: (transfer full): the bytes of a PDF, or %NULL with @error set
 */
GBytes *
dt_slip_make_pdf (const DtChecker *checker,
                  const DtReport *report,
                  DtPlan *plan,
                  GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (kinds_file, strlen (kinds_file));
  g_autoptr (DtKinds) kinds = dt_kinds_read (bytes, "kinds", error);
  g_autoptr (DtPlan) slip = kinds != NULL ? make_plan (checker, report, plan, error) : NULL;
  DtComposer composer = checker->composer;
  DtSheet *sheet = composer.sheet;
  g_autoptr (DtComposition) composition = NULL;
  g_autoptr (DtShaper) shaper = NULL;
  g_autoptr (DtPages) pages = NULL;

  if (slip == NULL)
    return NULL;

  composer.kinds = kinds;
  composition = dt_compose (&composer, slip, NULL);
  shaper = dt_shaper_new (dt_sheet_get_font_family (sheet), dt_sheet_get_font_twins (sheet), NULL, error);
  pages = shaper != NULL ? dt_layout_run (composition, shaper, NULL, NULL, error) : NULL;

  return pages != NULL ? dt_export_pdf (pages, NULL, NULL, NULL, NULL, error) : NULL;
}
