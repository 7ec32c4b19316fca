/* dt-next-names.c - names in a plan that the profile does not have
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-template"

#include "config.h"

#include "template/dt-next-private.h"

#include "text/dt-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A name as it is compared: folded, and the usual abbreviations written out. */
static char *
normalise (const char *name)
{
  static const struct
  {
    const char *abbreviation;
    const char *words;
  } table[] = {
    { "hdnd", "hoi dong nhan dan" },
    { "ubnd", "uy ban nhan dan" },
    { "ubmttq", "uy ban mat tran to quoc" },
    { "mttq", "mat tran to quoc" },
    { "tncs", "thanh nien cong san" },
    { "lhpn", "lien hiep phu nu" },
    { "bch", "ban chi huy" },
  };
  g_autofree char *folded = dt_text_fold (name);
  g_autofree char *tidy = dt_text_collapse (folded);
  g_auto (GStrv) words = g_strsplit (tidy, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    for (guint k = 0; k < G_N_ELEMENTS (table); k++)
      if (strcmp (words[i], table[k].abbreviation) == 0)
        {
          g_free (words[i]);
          words[i] = g_strdup (table[k].words);
        }

  return g_strjoinv (" ", words);
}

static gboolean
is_leader (const DtProfile *profile,
           const char *name)
{
  g_autofree char *wanted = normalise (name);
  guint n = 0;
  const DtLeader *leaders = dt_profile_get_leaders (profile, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *known = normalise (leaders[i].name);

      if (strcmp (known, wanted) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_unit (const DtProfile *profile,
         const char *name)
{
  g_autofree char *wanted = normalise (name);
  guint n = 0;
  const DtUnit *units = dt_profile_get_units (profile, &n);

  /* Groups are no names: "các phòng, ban, đơn vị". */
  if (g_str_has_prefix (wanted, "cac ") || dt_profile_find_unit (profile, name) != NULL)
    return TRUE;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *known = normalise (units[i].name);

      if (strcmp (known, wanted) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
tell (DtNextRun *run,
      const DtNode *node,
      const char *reference,
      const char *rule,
      char *message)
{
  DtNextFinding finding = { DT_SEVERITY_WARNING, rule };

  finding.node = g_strdup (reference);
  finding.line = 1;
  finding.end = strlen (dt_node_get_text (node));
  finding.text = g_strdup (dt_node_get_text (node));
  finding.message = message;
  dt_next_add_finding (run->report, finding);
}

static void
visit (DtNextRun *run,
       const DtNode *node,
       const char *parent)
{
  const DtProfile *profile = run->options->profile;
  g_autofree char *reference = dt_plan_child_reference (parent, node);
  const char *text = dt_node_get_text (node);
  DtNodeKind kind = dt_node_get_kind (node);

  if (text != NULL && *text != '\0' && strstr (text, "{{") == NULL)
    {
      if (kind == DT_NODE_SIGNER && !is_leader (profile, text))
        tell (run, node, reference, DT_NEXT_RULE_SIGNER, g_strdup_printf (_ ("the profile has no leader “%s”"), text));
      else if ((kind == DT_NODE_LEAD || kind == DT_NODE_PARTNER) && !is_unit (profile, text))
        tell (run, node, reference, DT_NEXT_RULE_UNIT, g_strdup_printf (_ ("the profile has no unit “%s”"), text));
    }

  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    visit (run, dt_node_get_child (node, i), reference);
}

/**
 * dt_next_check_names:
 * @run: the run
 * @plan: the new plan
 *
 * Tells who signs and which units have tasks although the profile does not
 * know them.
 */
void
dt_next_check_names (DtNextRun *run,
                     const DtPlan *plan)
{
  if (run->options->profile != NULL)
    visit (run, dt_plan_get_root (plan), NULL);
}
