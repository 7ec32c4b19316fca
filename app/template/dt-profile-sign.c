/* dt-profile-sign.c - who may sign, and how
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-profile"

#include "config.h"

#include "template/dt-profile-sign.h"

#include "template/dt-profile-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
add_capacity (GPtrArray *children,
              const char *form,
              const char *text)
{
  const DtAttributeValue attribute = { DT_ATTR_FORM, form };

  g_ptr_array_add (children, dt_node_new_full (DT_NODE_CAPACITY, 0, text, &attribute, 1, NULL, 0));
}

/* The title of the head, for whom others sign. */
static const char *
find_head_title (const DtProfile *self)
{
  for (guint i = 0; i < self->leaders->len; i++)
    {
      const DtLeader *leader = &g_array_index (self->leaders, DtLeader, i);

      if (leader->rank == DT_RANK_HEAD || leader->rank == DT_RANK_ACTING)
        return leader->title;
    }

  return "Chủ tịch";
}

/**
 * dt_profile_make_signature:
 * @self: a profile
 * @leader: who signs, one of its leaders
 * @collective: whether the body decides (TM.), not its head alone
 * @error: return location for an error
 *
 * Makes the block of the signature (Điều 13; Phụ lục I, mục II, khoản 7, điểm
 * b): a head signs for the body, a deputy for the head, an officer only what
 * the head may sign alone.
 *
 * Returns: (transfer full): a node of kind %DT_NODE_SIGNATURE, or %NULL with
 *   %DT_PROFILE_ERROR_SIGNER where @leader may not sign
 */
DtNode *
dt_profile_make_signature (const DtProfile *self,
                           const DtLeader *leader,
                           gboolean collective,
                           GError **error)
{
  g_autoptr (GPtrArray) children = NULL;
  g_autofree char *body = NULL;

  g_return_val_if_fail (self != NULL && leader != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (collective && leader->rank == DT_RANK_OFFICER)
    {
      g_set_error (error, DT_PROFILE_ERROR, DT_PROFILE_ERROR_SIGNER,
                   _ ("“%s” cannot sign for the People's Committee, expected its head or a deputy"), leader->name);
      return NULL;
    }

  children = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);
  if (collective)
    {
      body = self->fields.names_area ? g_strdup (self->fields.name) : g_strdup ("Ủy ban nhân dân");
      add_capacity (children, "tm", body);
    }

  if (leader->rank == DT_RANK_DEPUTY)
    add_capacity (children, "kt", find_head_title (self));
  else if (leader->rank == DT_RANK_OFFICER)
    add_capacity (children, leader->form, find_head_title (self));
  add_capacity (children, leader->rank == DT_RANK_ACTING ? "q" : "", leader->title);
  g_ptr_array_add (children, dt_node_new_text (DT_NODE_SIGNER, leader->name));

  return dt_node_new_full (DT_NODE_SIGNATURE, 0, NULL, NULL, 0, (DtNode *const *) children->pdata, children->len);
}

/* Why @leader may not sign in @form, marked for translation; NULL if he or she may. */
static const char *
find_reason (const DtLeader *leader,
             const char *form,
             gboolean collective)
{
  gboolean is_plain = *form == '\0';

  switch (leader->rank)
    {
    case DT_RANK_HEAD:
      return is_plain ? NULL : N_ ("the head signs with the own title alone (Điều 13, khoản 1)");
    case DT_RANK_ACTING:
      return strcmp (form, "q") == 0 ? NULL : N_ ("an acting head signs as Q. (Phụ lục I, mục II, khoản 7, điểm b)");
    case DT_RANK_DEPUTY:
      return strcmp (form, "kt") == 0 ? NULL : N_ ("a deputy signs for the head, KT. (Điều 13, khoản 1)");
    case DT_RANK_OFFICER:
      break;
    case DT_N_RANKS:
    default:
      g_return_val_if_reached (NULL);
    }

  if (collective)
    return N_ ("what the People's Committee decides is signed by its head or a deputy (Điều 13, khoản 2)");
  if (strcmp (form, leader->form) == 0)
    return NULL;
  if (strcmp (form, "tuq") == 0)
    return N_ ("TUQ. needs a written authorization, of which the profile does not know (Điều 13, khoản 3)");
  if (strcmp (form, "tl") == 0)
    return N_ ("the profile says that this officer signs TUQ. (Điều 13, khoản 3)");

  return N_ ("an officer signs by order, TL., or by authorization, TUQ. (Điều 13, khoản 3 và khoản 4)");
}

static void
free_signer (gpointer data)
{
  DtSigner *signer = data;

  g_free (signer->reason);
  g_free (signer);
}

/**
 * dt_profile_list_signers:
 * @self: a profile
 * @collective: whether the body decides (TM.), not its head alone
 *
 * Lists who could sign and how, so that only what is lawful can be chosen and
 * the rest says why not (Điều 13).
 *
 * Returns: (transfer full) (element-type DtSigner): each leader in each form
 */
GPtrArray *
dt_profile_list_signers (const DtProfile *self,
                         gboolean collective)
{
  static const char *const forms[] = { "", "kt", "tl", "tuq", "q" };
  GPtrArray *signers = g_ptr_array_new_with_free_func (free_signer);

  g_return_val_if_fail (self != NULL, signers);

  for (guint i = 0; i < self->leaders->len; i++)
    for (guint k = 0; k < G_N_ELEMENTS (forms); k++)
      {
        const DtLeader *leader = &g_array_index (self->leaders, DtLeader, i);
        const char *reason = find_reason (leader, forms[k], collective);
        DtSigner *signer = g_new0 (DtSigner, 1);

        signer->leader = leader;
        signer->form = forms[k];
        signer->is_lawful = reason == NULL;
        signer->reason = reason != NULL ? g_strdup (_ (reason)) : NULL;
        g_ptr_array_add (signers, signer);
      }

  return signers;
}

static const DtMember *
find_member (const DtAdvisory *advisory,
             const char *id,
             DtRank rank)
{
  for (guint i = 0; i < advisory->n_members; i++)
    if (id != NULL ? strcmp (advisory->members[i].leader, id) == 0 : advisory->members[i].rank == rank)
      return &advisory->members[i];

  return NULL;
}

/**
 * dt_profile_make_advisory_signature:
 * @self: a profile
 * @advisory: one of its advisory bodies
 * @id: (nullable): the leader who signs; %NULL for who heads the body
 * @error: return location for an error
 *
 * Makes the signature of an advisory body: the role in that body, and above
 * the name the position in the office where the office's seal is used (Phụ lục
 * I, mục II, khoản 7, điểm c).
 *
 * Returns: (transfer full): a node of kind %DT_NODE_SIGNATURE, or %NULL with
 *   %DT_PROFILE_ERROR_SIGNER where that leader is no member
 */
DtNode *
dt_profile_make_advisory_signature (const DtProfile *self,
                                    const DtAdvisory *advisory,
                                    const char *id,
                                    GError **error)
{
  static const char *const levels[] = { "xã", "phường", "đặc khu" };
  g_autoptr (GPtrArray) children = NULL;
  const DtMember *member;
  const DtMember *head;
  const DtLeader *leader;
  g_autofree char *position = NULL;

  g_return_val_if_fail (self != NULL && advisory != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  member = find_member (advisory, id, DT_RANK_HEAD);
  leader = member != NULL ? dt_profile_find_leader (self, member->leader) : NULL;
  if (leader == NULL)
    {
      g_set_error (error, DT_PROFILE_ERROR, DT_PROFILE_ERROR_SIGNER, _ ("“%s” does not sign for “%s”, expected one of its members"),
                   id != NULL ? id : "", advisory->name);
      return NULL;
    }

  children = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);
  head = find_member (advisory, NULL, DT_RANK_HEAD);
  add_capacity (children, "tm", advisory->short_name);
  if (member->rank == DT_RANK_DEPUTY)
    add_capacity (children, "kt", head != NULL ? head->title : "Trưởng ban");
  add_capacity (children, "", member->title);
  if (!advisory->has_seal)
    {
      position = leader->rank == DT_RANK_OFFICER
                   ? g_strdup (leader->title)
                   : g_strdup_printf ("%s%s Ủy ban nhân dân %s", leader->rank == DT_RANK_ACTING ? "Q. " : "", leader->title,
                                      levels[self->fields.level]);
      g_ptr_array_add (children, dt_node_new_text (DT_NODE_POSITION, position));
    }
  g_ptr_array_add (children, dt_node_new_text (DT_NODE_SIGNER, leader->name));

  return dt_node_new_full (DT_NODE_SIGNATURE, 0, NULL, NULL, 0, (DtNode *const *) children->pdata, children->len);
}
