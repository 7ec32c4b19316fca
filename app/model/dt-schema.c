/* dt-schema.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-schema"

#include "config.h"

#include "model/dt-schema.h"

#include <string.h>

/*
 * The shape of a plan is the one table below. The reader, the edits and the
 * tests all ask it; data/schema/plan.rng says the same for other programs.
 */

#define MAX_CHILD_KINDS 13

/* clang-format off */
#define A(name) (1u << DT_ATTR_##name)
#define ONE(name) { DT_NODE_##name, DT_CHILD_ONE }
#define OPT(name) { DT_NODE_##name, DT_CHILD_OPTIONAL }
#define MANY(name) { DT_NODE_##name, DT_CHILD_MANY }
/* clang-format on */

typedef struct
{
  DtNodeKind kind;
  DtOccurrence occurrence;
} ChildRule;

/* What a node of one kind is; @required is a part of @attributes. */
typedef struct
{
  const char *name;
  const char *id_prefix;
  DtTextPolicy text;
  guint32 attributes;
  guint32 required;
  guint n_children;
  ChildRule children[MAX_CHILD_KINDS];
} KindRule;

G_STATIC_ASSERT (DT_N_ATTRIBUTES <= 32);

/* clang-format off */
static const KindRule kinds[DT_N_NODE_KINDS] = {
  [DT_NODE_PLAN] = {
    "plan", NULL, DT_TEXT_NONE, A (KIND), A (KIND), 13,
    { ONE (HEAD), OPT (FIELDS), OPT (BASES), OPT (OPENING), OPT (ARTICLES), OPT (SECTIONS),
      OPT (CLOSING), OPT (RECIPIENTS), OPT (SIGNATURE), OPT (ATTACHMENT), OPT (TASKS),
      MANY (ANNEX), MANY (IGNORED) } },
  [DT_NODE_FIELDS] = { "fields", NULL, DT_TEXT_NONE, 0, 0, 1, { MANY (FIELD) } },
  [DT_NODE_FIELD] = { "field", "f", DT_TEXT_LINE, A (ID) | A (KEY), A (KEY) },
  [DT_NODE_HEAD] = {
    "head", NULL, DT_TEXT_NONE,
    A (NUMBER) | A (SYMBOL) | A (DATE) | A (PLACE) | A (URGENCY) | A (ISSUE) | A (PERIOD) |
      A (MARGINS) | A (TEXT_SIZE) | A (INDENT) | A (LINE_SPACING), 0, 6,
    { OPT (PARENT), OPT (AGENCY), OPT (SUBJECT), OPT (CIRCULATION), MANY (ADDRESSEE),
      OPT (AUTHORITY) } },
  [DT_NODE_PARENT] = { "parent", NULL, DT_TEXT_LINE },
  [DT_NODE_AGENCY] = { "agency", NULL, DT_TEXT_LINES },
  [DT_NODE_SUBJECT] = { "subject", NULL, DT_TEXT_LINE },
  [DT_NODE_CIRCULATION] = { "circulation", NULL, DT_TEXT_LINE },
  [DT_NODE_ADDRESSEE] = { "addressee", "k", DT_TEXT_LINE, A (ID) },
  [DT_NODE_AUTHORITY] = { "authority", NULL, DT_TEXT_LINE },
  [DT_NODE_BASES] = { "bases", NULL, DT_TEXT_NONE, A (FORM), 0, 1, { MANY (BASIS) } },
  [DT_NODE_BASIS] = { "basis", "b", DT_TEXT_LINE, A (ID) | A (LEAD) },
  [DT_NODE_OPENING] = { "opening", NULL, DT_TEXT_LINES },
  [DT_NODE_ARTICLES] = { "articles", NULL, DT_TEXT_NONE, 0, 0, 1, { MANY (SECTION) } },
  [DT_NODE_SECTIONS] = { "sections", NULL, DT_TEXT_NONE, A (SCHEME), 0, 1, { MANY (SECTION) } },
  [DT_NODE_SECTION] = {
    "section", "s", DT_TEXT_NONE,
    A (ID) | A (SCHEME) | A (UNIT) | A (TEMPLATE) | A (TEMPLATE_VERSION) | A (ORIGIN) | A (SOURCE) | A (FOR), 0, 3,
    { OPT (TITLE), OPT (BODY), MANY (SECTION) } },
  [DT_NODE_TITLE] = { "title", NULL, DT_TEXT_LINE },
  [DT_NODE_BODY] = { "body", NULL, DT_TEXT_LINES },
  [DT_NODE_CLOSING] = { "closing", NULL, DT_TEXT_LINES },
  [DT_NODE_RECIPIENTS] = {
    "recipients", NULL, DT_TEXT_NONE, 0, 0, 2, { MANY (RECIPIENT), OPT (ARCHIVE) } },
  [DT_NODE_RECIPIENT] = { "recipient", "r", DT_TEXT_LINE, A (ID) },
  [DT_NODE_ARCHIVE] = { "archive", NULL, DT_TEXT_LINE },
  [DT_NODE_SIGNATURE] = {
    "signature", NULL, DT_TEXT_NONE, 0, 0, 3, { MANY (CAPACITY), OPT (POSITION), OPT (SIGNER) } },
  [DT_NODE_CAPACITY] = { "capacity", "c", DT_TEXT_LINE, A (ID) | A (FORM) },
  [DT_NODE_POSITION] = { "position", NULL, DT_TEXT_LINE },
  [DT_NODE_SIGNER] = { "signer", NULL, DT_TEXT_LINE },
  [DT_NODE_ATTACHMENT] = {
    "attachment", NULL, DT_TEXT_NONE, A (KIND), 0, 4,
    { OPT (SUBJECT), OPT (OPENING), OPT (SECTIONS), OPT (CLOSING) } },
  [DT_NODE_TASKS] = { "tasks", NULL, DT_TEXT_NONE, 0, 0, 1, { MANY (TASK) } },
  [DT_NODE_TASK] = {
    "task", "t", DT_TEXT_NONE, A (ID) | A (SECTION), 0, 5,
    { OPT (WORK), MANY (LEAD), MANY (PARTNER), OPT (DEADLINE), OPT (PRODUCT) } },
  [DT_NODE_WORK] = { "work", NULL, DT_TEXT_LINE },
  [DT_NODE_LEAD] = { "lead", "l", DT_TEXT_LINE, A (ID) },
  [DT_NODE_PARTNER] = { "partner", "p", DT_TEXT_LINE, A (ID) },
  [DT_NODE_DEADLINE] = { "deadline", NULL, DT_TEXT_LINE },
  [DT_NODE_PRODUCT] = { "product", NULL, DT_TEXT_LINE },
  [DT_NODE_ANNEX] = {
    "annex", "a", DT_TEXT_NONE, A (ID) | A (ORIENTATION) | A (SOURCE), 0, 4,
    { OPT (TITLE), OPT (BODY), MANY (SECTION), OPT (CLOSING) } },
  [DT_NODE_IGNORED] = { "ignored", "i", DT_TEXT_LINE, A (ID) | A (RULE) | A (NODE) | A (REASON) },
};
/* clang-format on */

static const char *const attribute_names[DT_N_ATTRIBUTES] = {
  [DT_ATTR_ID] = "id",
  [DT_ATTR_KIND] = "kind",
  [DT_ATTR_NUMBER] = "number",
  [DT_ATTR_SYMBOL] = "symbol",
  [DT_ATTR_DATE] = "date",
  [DT_ATTR_PLACE] = "place",
  [DT_ATTR_URGENCY] = "urgency",
  [DT_ATTR_ISSUE] = "issue",
  [DT_ATTR_PERIOD] = "period",
  [DT_ATTR_FORM] = "form",
  [DT_ATTR_LEAD] = "lead",
  [DT_ATTR_SCHEME] = "scheme",
  [DT_ATTR_UNIT] = "unit",
  [DT_ATTR_TEMPLATE] = "template",
  [DT_ATTR_TEMPLATE_VERSION] = "template-version",
  [DT_ATTR_KEY] = "key",
  [DT_ATTR_SECTION] = "section",
  [DT_ATTR_ORIENTATION] = "orientation",
  [DT_ATTR_SOURCE] = "source",
  [DT_ATTR_RULE] = "rule",
  [DT_ATTR_NODE] = "node",
  [DT_ATTR_REASON] = "reason",
  [DT_ATTR_FOR] = "for",
  [DT_ATTR_MARGINS] = "margins",
  [DT_ATTR_TEXT_SIZE] = "text-size",
  [DT_ATTR_INDENT] = "indent",
  [DT_ATTR_LINE_SPACING] = "line-spacing",
  [DT_ATTR_ORIGIN] = "origin",
};

/**
 * dt_schema_get_name:
 * @kind: a kind of node
 *
 * Gets the name of the element that stands for @kind in a plan file.
 *
 * Returns: (transfer none): the name, a short English word
 */
const char *
dt_schema_get_name (DtNodeKind kind)
{
  g_return_val_if_fail ((guint) kind < DT_N_NODE_KINDS, NULL);

  return kinds[kind].name;
}

/**
 * dt_schema_find_kind:
 * @name: the name of an element
 *
 * Finds the kind of node an element stands for.
 *
 * Returns: a #DtNodeKind, or -1 if no kind has that name
 */
int
dt_schema_find_kind (const char *name)
{
  g_return_val_if_fail (name != NULL, -1);

  for (int kind = 0; kind < DT_N_NODE_KINDS; kind++)
    if (kinds[kind].name[0] == name[0] && strcmp (kinds[kind].name, name) == 0)
      return kind;

  return -1;
}

/**
 * dt_schema_get_attribute_name:
 * @attribute: an attribute
 *
 * Gets the name of @attribute in a plan file.
 *
 * Returns: (transfer none): the name
 */
const char *
dt_schema_get_attribute_name (DtAttribute attribute)
{
  g_return_val_if_fail ((guint) attribute < DT_N_ATTRIBUTES, NULL);

  return attribute_names[attribute];
}

/**
 * dt_schema_find_attribute:
 * @name: the name of an attribute
 *
 * Finds the attribute that has a name.
 *
 * Returns: a #DtAttribute, or -1 if no attribute has that name
 */
int
dt_schema_find_attribute (const char *name)
{
  g_return_val_if_fail (name != NULL, -1);

  for (int attribute = 0; attribute < DT_N_ATTRIBUTES; attribute++)
    if (strcmp (attribute_names[attribute], name) == 0)
      return attribute;

  return -1;
}

/**
 * dt_schema_get_text_policy:
 * @kind: a kind of node
 *
 * Tells whether nodes of @kind hold text. One that does has no children.
 *
 * Returns: the policy
 */
DtTextPolicy
dt_schema_get_text_policy (DtNodeKind kind)
{
  g_return_val_if_fail ((guint) kind < DT_N_NODE_KINDS, DT_TEXT_NONE);

  return kinds[kind].text;
}

/**
 * dt_schema_has_id:
 * @kind: a kind of node
 *
 * Tells whether nodes of @kind may stand several times in one parent and so
 * are named by an id.
 *
 * Returns: %TRUE if they carry %DT_ATTR_ID
 */
gboolean
dt_schema_has_id (DtNodeKind kind)
{
  return dt_schema_allows_attribute (kind, DT_ATTR_ID);
}

/**
 * dt_schema_get_id_prefix:
 * @kind: a kind of node
 *
 * Gets what an id that the program gives to a node of @kind begins with; a
 * number follows.
 *
 * Returns: (transfer none) (nullable): the prefix, or %NULL if @kind has no ids
 */
const char *
dt_schema_get_id_prefix (DtNodeKind kind)
{
  g_return_val_if_fail ((guint) kind < DT_N_NODE_KINDS, NULL);

  return kinds[kind].id_prefix;
}

/**
 * dt_schema_get_child_rank:
 * @parent: kind of the parent
 * @child: kind of the child
 * @occurrence: (out) (optional): how often @child may stand in @parent
 *
 * Tells whether, and where, a child may stand. Children stand in the order of
 * their ranks.
 *
 * Returns: the rank, from 0, or -1 if @child may not stand in @parent;
 *   @occurrence is left alone then
 */
int
dt_schema_get_child_rank (DtNodeKind parent,
                          DtNodeKind child,
                          DtOccurrence *occurrence)
{
  g_return_val_if_fail ((guint) parent < DT_N_NODE_KINDS, -1);

  for (guint i = 0; i < kinds[parent].n_children; i++)
    {
      if (kinds[parent].children[i].kind == child)
        {
          if (occurrence != NULL)
            *occurrence = kinds[parent].children[i].occurrence;
          return (int) i;
        }
    }

  return -1;
}

/**
 * dt_schema_get_n_child_kinds:
 * @parent: a kind of node
 *
 * Counts the kinds that may stand in @parent.
 *
 * Returns: the number of kinds, 0 for nodes without children
 */
guint
dt_schema_get_n_child_kinds (DtNodeKind parent)
{
  g_return_val_if_fail ((guint) parent < DT_N_NODE_KINDS, 0);

  return kinds[parent].n_children;
}

/**
 * dt_schema_get_child_kind:
 * @parent: a kind of node
 * @rank: less than dt_schema_get_n_child_kinds()
 * @occurrence: (out) (optional): how often that kind may stand in @parent
 *
 * Gets one of the kinds that may stand in @parent.
 *
 * Returns: the kind of that rank
 */
DtNodeKind
dt_schema_get_child_kind (DtNodeKind parent,
                          guint rank,
                          DtOccurrence *occurrence)
{
  g_return_val_if_fail ((guint) parent < DT_N_NODE_KINDS, DT_N_NODE_KINDS);
  g_return_val_if_fail (rank < kinds[parent].n_children, DT_N_NODE_KINDS);

  if (occurrence != NULL)
    *occurrence = kinds[parent].children[rank].occurrence;

  return kinds[parent].children[rank].kind;
}

/**
 * dt_schema_describe_children:
 * @parent: a kind of node
 * @rank: the first rank of interest; 0 for all
 *
 * Lists the elements that may stand in @parent, for messages.
 *
 * Returns: (transfer full): such as "<title>, <body>, <section>", or "" if
 *   nothing may stand there
 */
char *
dt_schema_describe_children (DtNodeKind parent,
                             guint rank)
{
  GString *list = g_string_new (NULL);

  for (guint i = rank; i < dt_schema_get_n_child_kinds (parent); i++)
    g_string_append_printf (list, "%s<%s>", list->len > 0 ? ", " : "",
                            kinds[kinds[parent].children[i].kind].name);

  return g_string_free (list, FALSE);
}

/**
 * dt_schema_allows_attribute:
 * @kind: a kind of node
 * @attribute: an attribute
 *
 * Tells whether nodes of @kind may carry @attribute.
 *
 * Returns: %TRUE if they may
 */
gboolean
dt_schema_allows_attribute (DtNodeKind kind,
                            DtAttribute attribute)
{
  g_return_val_if_fail ((guint) kind < DT_N_NODE_KINDS, FALSE);
  g_return_val_if_fail ((guint) attribute < DT_N_ATTRIBUTES, FALSE);

  return (kinds[kind].attributes & (1u << attribute)) != 0;
}

/**
 * dt_schema_requires_attribute:
 * @kind: a kind of node
 * @attribute: an attribute
 *
 * Tells whether a node of @kind without @attribute, or with an empty one, is
 * no part of a plan. Ids are not required: a plan gives them.
 *
 * Returns: %TRUE if it is required
 */
gboolean
dt_schema_requires_attribute (DtNodeKind kind,
                              DtAttribute attribute)
{
  g_return_val_if_fail ((guint) kind < DT_N_NODE_KINDS, FALSE);
  g_return_val_if_fail ((guint) attribute < DT_N_ATTRIBUTES, FALSE);

  return (kinds[kind].required & (1u << attribute)) != 0;
}
