/* dui-document-state.c - what is kept of a document beside its plan
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-document"

#include "config.h"

#include "document/dui-document-private.h"

/* The window */

void
dui_document_set_layout (DuiDocument *self,
                         const char *layout)
{
  g_return_if_fail (DUI_IS_DOCUMENT (self));

  if (self->layout != layout)
    {
      g_free (self->layout);
      self->layout = g_strdup (layout);
    }
}

const char *
dui_document_get_layout (DuiDocument *self)
{
  g_return_val_if_fail (DUI_IS_DOCUMENT (self), NULL);

  return self->layout;
}

void
dui_document_set_caret (DuiDocument *self,
                        const char *reference,
                        guint offset)
{
  g_return_if_fail (DUI_IS_DOCUMENT (self));

  if (g_strcmp0 (self->caret_reference, reference) != 0)
    {
      g_free (self->caret_reference);
      self->caret_reference = g_strdup (reference);
    }
  self->caret_offset = offset;
  g_signal_emit_by_name (self, "caret-moved");
}

const char *
dui_document_get_caret (DuiDocument *self,
                        guint *offset)
{
  g_return_val_if_fail (DUI_IS_DOCUMENT (self), NULL);

  if (offset != NULL)
    *offset = self->caret_offset;
  return self->caret_reference;
}

/* The draft and the file */

const char *
dui_document_get_id (DuiDocument *self)
{
  g_return_val_if_fail (DUI_IS_DOCUMENT (self), NULL);

  return self->id;
}

void
dui_document_set_id (DuiDocument *self,
                     const char *id)
{
  g_return_if_fail (DUI_IS_DOCUMENT (self) && id != NULL);

  g_free (self->id);
  self->id = g_strdup (id);
}

DuiDraftState
dui_document_get_draft_state (DuiDocument *self)
{
  g_return_val_if_fail (DUI_IS_DOCUMENT (self), DUI_DRAFT_NONE);

  return self->draft_state;
}

GDateTime *
dui_document_get_draft_time (DuiDocument *self)
{
  g_return_val_if_fail (DUI_IS_DOCUMENT (self), NULL);

  return self->draft_time;
}

const char *
dui_document_get_draft_error (DuiDocument *self)
{
  g_return_val_if_fail (DUI_IS_DOCUMENT (self), NULL);

  return self->draft_error;
}

const char *
dui_document_get_etag (DuiDocument *self)
{
  g_return_val_if_fail (DUI_IS_DOCUMENT (self), NULL);

  return self->etag;
}

void
dui_document_set_etag (DuiDocument *self,
                       const char *etag)
{
  g_return_if_fail (DUI_IS_DOCUMENT (self));

  if (g_strcmp0 (self->etag, etag) != 0)
    {
      g_free (self->etag);
      self->etag = g_strdup (etag);
    }
}

/* What the plan could not take */

gboolean
dui_document_has_refused (DuiDocument *self)
{
  return self->refused != NULL && g_hash_table_size (self->refused) > 0;
}

GHashTable *
dui_document_get_all_refused (DuiDocument *self)
{
  g_return_val_if_fail (DUI_IS_DOCUMENT (self), NULL);

  return self->refused;
}

void
dui_document_set_refused (DuiDocument *self,
                          const char *key,
                          const char *text)
{
  g_return_if_fail (DUI_IS_DOCUMENT (self) && key != NULL);

  if (text == NULL)
    {
      if (self->refused != NULL)
        g_hash_table_remove (self->refused, key);
      return;
    }

  if (self->refused == NULL)
    self->refused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (g_strcmp0 (g_hash_table_lookup (self->refused, key), text) == 0)
    return;

  g_hash_table_insert (self->refused, g_strdup (key), g_strdup (text));
  /* It is not in the plan, so the draft alone keeps it. */
  dui_document_set_draft_state (self, DUI_DRAFT_PENDING, NULL);
}
