/* dt-catalog-scan.c - catalogue files at full speed
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-catalog-file"

#include "config.h"

#include "catalog/dt-catalog-file-private.h"

#include "catalog/dt-catalog-table-private.h"
#include "catalog/dt-document-private.h"

#include <string.h>

/*
 * Large catalogues are read at every start of the program. This reader knows
 * just the XML that our own writer produces. At anything else, lawful or not,
 * it gives up, and the other reader takes over: it alone says what is wrong.
 * Whatever this one takes, the other takes too, with the same result.
 */

/* Longer documents are left to the other reader. */
#define SCRATCH_SIZE 65536

typedef struct
{
  const char *p;
  const char *end;
  char *fill;
  char *scratch;
  DtDraft draft;
  GPtrArray *documents;
} Scan;

static gboolean
take (Scan *scan,
      const char *literal)
{
  gsize length = strlen (literal);

  if ((gsize) (scan->end - scan->p) < length || memcmp (scan->p, literal, length) != 0)
    return FALSE;
  scan->p += length;
  return TRUE;
}

static gboolean
skip_blanks (Scan *scan)
{
  const char *start = scan->p;

  while (scan->p < scan->end && (*scan->p == ' ' || *scan->p == '\n'))
    scan->p++;

  return scan->p > start;
}

/* The five entities that need no declaration. */
static char
take_entity (Scan *scan)
{
  if (take (scan, "&amp;"))
    return '&';
  if (take (scan, "&lt;"))
    return '<';
  if (take (scan, "&gt;"))
    return '>';
  if (take (scan, "&quot;"))
    return '"';
  return take (scan, "&apos;") ? '\'' : '\0';
}

/* The bytes that XML takes as they are wherever they stand: those of letters and most signs. */
static gsize
count_plain (const char *text,
             gsize length)
{
  static const guint8 ascii[128] = {
    [' '] = 1,
    ['!'] = 1,
    ['('] = 1,
    [')'] = 1,
    ['*'] = 1,
    ['+'] = 1,
    [','] = 1,
    ['-'] = 1,
    ['.'] = 1,
    ['/'] = 1,
    ['0' ... '9'] = 1,
    [':'] = 1,
    [';'] = 1,
    ['A' ... 'Z'] = 1,
    ['_'] = 1,
    ['a' ... 'z'] = 1,
  };
  const guchar *p = (const guchar *) text;
  const guchar *end = p + length;

  while (p < end && (*p < 0x80 ? ascii[*p] != 0 : *p < 0xee))
    p++;

  return (gsize) (p - (const guchar *) text);
}

/* Whether XML takes the character at the cursor as it is. Line breaks and "]]>"
 * mean something to it, and U+FFFE and U+FFFF are forbidden. */
static gboolean
is_plain (const Scan *scan)
{
  const guchar *p = (const guchar *) scan->p;
  gsize left = (gsize) (scan->end - scan->p);

  if (*p < 0x20 || *p == '<' || *p == 0x7f)
    return FALSE;
  if (left < 3)
    return TRUE;
  return memcmp (p, "]]>", 3) != 0 && !(p[0] == 0xef && p[1] == 0xbf && p[2] >= 0xbe);
}

/* Up to @stop, with the entities resolved; NULL at what is not for us. */
static const char *
take_value (Scan *scan,
            char stop)
{
  const char *value = scan->fill;
  char *limit = scan->scratch + SCRATCH_SIZE - 1;

  while (scan->p < scan->end && scan->fill < limit)
    {
      gsize n = count_plain (scan->p, MIN ((gsize) (scan->end - scan->p), (gsize) (limit - scan->fill)));
      char c;

      memcpy (scan->fill, scan->p, n);
      scan->fill += n;
      scan->p += n;
      if (scan->p == scan->end || scan->fill == limit)
        return NULL;

      c = *scan->p;
      if (c == stop)
        {
          *scan->fill++ = '\0';
          return value;
        }
      if (!is_plain (scan))
        return NULL;
      if (c == '&')
        {
          c = take_entity (scan);
          if (c == '\0')
            return NULL;
          *scan->fill++ = c;
          continue;
        }
      *scan->fill++ = c;
      scan->p++;
    }

  return NULL;
}

/* One of the attributes of @info, with "=" and the quotation mark; its bit in @seen. */
static const char *
take_attribute_name (Scan *scan,
                     const DtPartInfo *info,
                     guint *seen)
{
  for (guint i = 0; info->attributes[i] != NULL; i++)
    {
      gsize length = strlen (info->attributes[i]);

      if ((gsize) (scan->end - scan->p) < length + 2 || memcmp (scan->p, info->attributes[i], length) != 0 ||
          scan->p[length] != '=' || scan->p[length + 1] != '"')
        continue;
      if ((*seen >> i & 1) != 0)
        return NULL;
      *seen |= 1u << i;
      scan->p += length + 2;
      return info->attributes[i];
    }

  return NULL;
}

/* The attributes of @part, up to ">" or "/". */
static gboolean
take_attributes (Scan *scan,
                 DtPart part)
{
  const DtPartInfo *info = &dt_catalog_parts[part];
  guint seen = 0;

  while (skip_blanks (scan) && scan->p < scan->end && *scan->p != '>' && *scan->p != '/')
    {
      const char *name = take_attribute_name (scan, info, &seen);
      const char *value = name != NULL ? take_value (scan, '"') : NULL;

      if (value == NULL || dt_draft_set (&scan->draft, part, name, value) != NULL)
        return FALSE;
      scan->p++;
    }

  return (seen & info->required) == info->required;
}

static gboolean
take_part (Scan *scan,
           DtPart part)
{
  const DtPartInfo *info = &dt_catalog_parts[part];
  const char *text;

  dt_draft_begin (&scan->draft, part);
  if (!info->has_text)
    return take_attributes (scan, part) && take (scan, "/>");
  if (!take (scan, ">"))
    return FALSE;

  text = take_value (scan, '<');
  return text != NULL && dt_draft_set_text (&scan->draft, part, text) == NULL && take (scan, "</") &&
         take (scan, info->name) && take (scan, ">");
}

/* The part that begins here, at or behind @least. */
static DtPart
find_part (Scan *scan,
           guint least)
{
  for (guint part = least; part < DT_N_PARTS; part++)
    {
      const char *name = dt_catalog_parts[part].name;
      gsize length = strlen (name);

      if ((gsize) (scan->end - scan->p) <= length + 1 || memcmp (scan->p + 1, name, length) != 0 ||
          g_ascii_isalpha (scan->p[length + 1]) || scan->p[length + 1] == '-')
        continue;
      scan->p += length + 1;
      return (DtPart) part;
    }

  return DT_N_PARTS;
}

static gboolean
take_parts (Scan *scan)
{
  guint least = DT_PART_SUBJECT;

  for (;;)
    {
      DtPart part;

      skip_blanks (scan);
      if (take (scan, "</document>"))
        return TRUE;
      if (scan->p >= scan->end || *scan->p != '<')
        return FALSE;
      part = find_part (scan, least);
      if (part == DT_N_PARTS || !take_part (scan, part))
        return FALSE;
      least = dt_catalog_parts[part].repeats ? (guint) part : (guint) part + 1;
    }
}

/* Behind "<document". */
static gboolean
take_document (Scan *scan)
{
  DtDocument *document;

  scan->fill = scan->scratch;
  dt_draft_begin (&scan->draft, DT_PART_DOCUMENT);
  if (!take_attributes (scan, DT_PART_DOCUMENT))
    return FALSE;
  if (!take (scan, "/>") && (!take (scan, ">") || !take_parts (scan)))
    return FALSE;

  document = dt_draft_make (&scan->draft, NULL);
  if (document == NULL)
    return FALSE;
  g_ptr_array_add (scan->documents, document);

  return TRUE;
}

/* Whether all ids differ. */
static gboolean
check_ids (const GPtrArray *documents)
{
  DtTable table;
  gboolean differ = TRUE;

  dt_table_init (&table, documents->len);
  for (guint32 i = 0; differ && i < documents->len; i++)
    {
      const char *id = dt_document_get (g_ptr_array_index (documents, i))->id;
      guint32 hash = dt_document_get_id_hash (g_ptr_array_index (documents, i));
      guint32 slot = dt_table_seek (&table, hash, hash);

      while (differ && table.slots[slot].position != 0)
        {
          const DtDocument *other = g_ptr_array_index (documents, table.slots[slot].position - 1);

          differ = strcmp (dt_document_get (other)->id, id) != 0;
          slot = dt_table_seek (&table, hash, slot + 1);
        }
      table.slots[slot] = (DtSlot){ i + 1, hash };
    }
  dt_table_clear (&table);

  return differ;
}

static gboolean
take_file (Scan *scan)
{
  if (take (scan, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"))
    skip_blanks (scan);
  if (!take (scan, "<catalog xmlns=\"" DT_CATALOG_NAMESPACE "\" version=\"" DT_CATALOG_VERSION "\">"))
    return FALSE;

  for (;;)
    {
      skip_blanks (scan);
      if (take (scan, "</catalog>"))
        {
          skip_blanks (scan);
          return scan->p == scan->end && check_ids (scan->documents);
        }
      if (!take (scan, "<document") || !take_document (scan))
        return FALSE;
    }
}

GPtrArray *
dt_catalog_scan (const char *data,
                 gsize size)
{
  Scan scan = { data, data + size };
  DtDocumentPool pool;
  gboolean done;

  scan.scratch = g_malloc (SCRATCH_SIZE);
  scan.documents = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_document_unref);
  dt_draft_init (&scan.draft);
  /* An entry takes about half as much again as its text. */
  dt_document_pool_init (&pool, size + size / 2);
  scan.draft.pool = &pool;

  done = take_file (&scan);

  dt_draft_clear (&scan.draft);
  dt_document_pool_clear (&pool);
  g_free (scan.scratch);
  if (!done)
    g_clear_pointer (&scan.documents, g_ptr_array_unref);

  return scan.documents;
}
