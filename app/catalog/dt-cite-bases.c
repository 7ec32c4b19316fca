/* dt-cite-bases.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-cite"

#include "config.h"

#include "catalog/dt-cite-bases.h"

#include "catalog/dt-cite.h"
#include "text/dt-text.h"

#include <string.h>

/* In the middle: what no rule places. */
#define RANK_UNKNOWN 20

/*
 * The beginnings of names of bodies, folded, and their place: Luật Ban hành
 * văn bản quy phạm pháp luật 2025, Điều 4. The Party stands first at its level.
 * The first that fits counts.
 */
static const struct
{
  const char *body;
  const char *level; /* a word that follows, or NULL */
  guint rank;
} bodies[] = {
  { "quoc hoi", NULL, 1 },
  { "uy ban thuong vu quoc hoi", NULL, 2 },
  { "chu tich nuoc", NULL, 3 },
  { "ban chap hanh trung uong", NULL, 4 },
  { "bo chinh tri", NULL, 4 },
  { "ban bi thu", NULL, 4 },
  { "chinh phu", NULL, 5 },
  { "thu tuong chinh phu", NULL, 6 },
  { "hoi dong tham phan", NULL, 7 },
  { "bo ", NULL, 8 },
  { "thanh tra chinh phu", NULL, 8 },
  { "ngan hang nha nuoc", NULL, 8 },
  { "toa an nhan dan toi cao", NULL, 8 },
  { "vien kiem sat nhan dan toi cao", NULL, 8 },
  { "kiem toan nha nuoc", NULL, 8 },
  { "ban to chuc trung uong", NULL, 8 },
  { "van phong trung uong", NULL, 8 },
  { "", " tinh uy", 9 },
  { "", " thanh uy", 9 },
  { "", " dang bo tinh", 9 },
  { "", " dang bo thanh pho", 9 },
  { "hoi dong nhan dan", " tinh", 10 },
  { "hoi dong nhan dan", " thanh pho", 10 },
  { "", "uy ban nhan dan tinh", 11 },
  { "", "uy ban nhan dan thanh pho", 11 },
  { "so ", NULL, 12 },
  { "", " dang uy", 30 },
  { "", " dang bo", 30 },
  { "hoi dong nhan dan", NULL, 31 },
  { "", "uy ban nhan dan", 32 },
};

/* What directs is carried out; what rules is a ground (nd30, Phụ lục I, mục II, khoản 6). */
static const char *const directing_types[] = {
  "Chỉ thị",
  "Kế hoạch",
  "Chương trình",
  "Chương trình hành động",
  "Công điện",
  "Công văn",
  "Kết luận",
  "Thông báo",
  "Hướng dẫn",
  "Kế hoạch phối hợp",
  "Phương án",
  "Đề án",
  "Thông tri",
};

static gboolean
is_of_party (const DtDocumentFields *document)
{
  const char *slash = strchr (document->number, '/');
  const char *hyphen = strchr (document->number, '-');

  /* 62-KL/TW, where the state writes 20/KH-UBND. */
  return hyphen != NULL && slash != NULL && hyphen < slash;
}

/**
 * dt_cite_get_rank:
 * @document: what is known of a document
 *
 * Places a document among the bases: by the force of its body's documents, the
 * highest first.
 *
 * Returns: the place, 0 for the constitution
 */
guint
dt_cite_get_rank (const DtDocumentFields *document)
{
  g_autofree char *folded = NULL;
  g_autofree char *issuer = NULL;

  g_return_val_if_fail (document != NULL, RANK_UNKNOWN);

  if (strcmp (document->type, "Hiến pháp") == 0)
    return 0;
  if (strcmp (document->type, "Luật") == 0 || strcmp (document->type, "Bộ luật") == 0)
    return 1;
  if (strcmp (document->type, "Pháp lệnh") == 0)
    return 2;

  folded = dt_text_fold (document->issuer);
  issuer = g_strconcat (" ", folded, " ", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    if (g_str_has_prefix (issuer + 1, bodies[i].body) && (bodies[i].level == NULL || strstr (issuer, bodies[i].level) != NULL))
      return bodies[i].rank;

  return RANK_UNKNOWN;
}

/**
 * dt_cite_get_lead:
 * @document: what is known of a document
 *
 * Returns: `thuc-hien` for what directs (a Chỉ thị, a Kế hoạch, what the Party
 *   resolved), `can-cu` for what rules
 */
const char *
dt_cite_get_lead (const DtDocumentFields *document)
{
  g_return_val_if_fail (document != NULL, "can-cu");

  if (is_of_party (document))
    return "thuc-hien";
  for (guint i = 0; i < G_N_ELEMENTS (directing_types); i++)
    if (strcmp (document->type, directing_types[i]) == 0)
      return "thuc-hien";

  return "can-cu";
}

/**
 * dt_cite_make_reference:
 * @catalog: the catalogue in which the reference is looked up later
 * @document: a document of it
 *
 * Returns: (transfer full): what stands in `[[…]]` for it
 */
char *
dt_cite_make_reference (const DtCatalog *catalog,
                        const DtDocument *document)
{
  const DtDocumentFields *fields;
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *date = NULL;

  g_return_val_if_fail (catalog != NULL && document != NULL, NULL);

  fields = dt_document_get (document);
  if (*fields->number == '\0')
    return g_strdup (fields->id);
  found = dt_catalog_find (catalog, fields->number, (DtDate) DT_DATE_INIT, NULL);
  if (found->len < 2 || dt_date_is_empty (fields->date))
    return g_strdup (fields->number);

  date = dt_date_format_iso (fields->date);
  return g_strdup_printf ("%s@%s", fields->number, date);
}

static void
basis_free (gpointer data)
{
  DtCiteBasis *basis = data;

  g_free (basis->text);
  g_free (basis);
}

/* Grounds first; then by rank, by date, and by number, so that the order is always one. */
static int
compare_bases (gconstpointer a,
               gconstpointer b)
{
  const DtDocument *first = *(const DtDocument *const *) a;
  const DtDocument *second = *(const DtDocument *const *) b;
  int order = strcmp (dt_cite_get_lead (dt_document_get (first)), dt_cite_get_lead (dt_document_get (second)));

  if (order == 0)
    order = (int) dt_cite_get_rank (dt_document_get (first)) - (int) dt_cite_get_rank (dt_document_get (second));
  return order != 0 ? order : dt_document_compare (first, second);
}

/* Whether both may stand under one word for their type. */
static gboolean
is_groupable (const DtDocumentFields *a,
              const DtDocumentFields *b)
{
  return !dt_cite_is_law (a) && strcmp (a->type, b->type) == 0 && strcmp (a->issuer, b->issuer) == 0 &&
         strcmp (dt_cite_get_lead (a), dt_cite_get_lead (b)) == 0;
}

/**
 * dt_cite_make_bases:
 * @catalog: the catalogue that has the documents
 * @documents: (array length=n_documents): the documents that were chosen, in any order
 * @n_documents: how many
 * @group: whether several of one type and body become one basis:
 *   `các Quyết định: số …; số …`
 *
 * Makes the bases of a plan from chosen documents: what rules under `Căn cứ`,
 * then what directs under `Thực hiện`, each by rank and then by date (Phụ lục
 * I, mục II, khoản 6.a). Each document once.
 *
 * Returns: (transfer full) (element-type DtCiteBasis): the bases
 */
GPtrArray *
dt_cite_make_bases (const DtCatalog *catalog,
                    const DtDocument *const *documents,
                    guint n_documents,
                    gboolean group)
{
  GPtrArray *bases;
  g_autoptr (GPtrArray) sorted = NULL;
  const DtDocument *last = NULL;

  g_return_val_if_fail (catalog != NULL && (documents != NULL || n_documents == 0), NULL);

  bases = g_ptr_array_new_with_free_func (basis_free);
  sorted = g_ptr_array_sized_new (n_documents);
  for (guint i = 0; i < n_documents; i++)
    if (!g_ptr_array_find (sorted, documents[i], NULL))
      g_ptr_array_add (sorted, (gpointer) documents[i]);
  g_ptr_array_sort (sorted, compare_bases);

  for (guint i = 0; i < sorted->len; i++)
    {
      const DtDocument *document = g_ptr_array_index (sorted, i);
      g_autofree char *reference = dt_cite_make_reference (catalog, document);
      DtCiteBasis *basis;

      if (group && last != NULL && is_groupable (dt_document_get (last), dt_document_get (document)))
        {
          g_autofree char *before = NULL;

          basis = g_ptr_array_index (bases, bases->len - 1);
          before = g_strndup (basis->text, strlen (basis->text) - strlen ("]]"));
          g_free (basis->text);
          basis->text = g_strdup_printf ("%s; %s]]", before, reference);
        }
      else
        {
          basis = g_new (DtCiteBasis, 1);
          basis->lead = dt_cite_get_lead (dt_document_get (document));
          basis->text = g_strdup_printf ("[[%s]]", reference);
          g_ptr_array_add (bases, basis);
        }
      last = document;
    }

  return bases;
}
