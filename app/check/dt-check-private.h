/* dt-check-private.h - what the rules see of a plan, and how they answer
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/dt-check-items-private.h"

G_BEGIN_DECLS

/**
 * DtCheck:
 *
 * One run, as a rule sees it. Only to be read.
 */
struct _DtCheck
{
  const DtChecker *checker;
  DtPlan *plan;
  DtNode *root;
  DtNode *head;               /* NULL in a broken plan */
  const DtKind *kind;         /* NULL when the kind is not known */
  DtComposition *composition; /* NULL: not composed */
  DtPages *pages;             /* NULL: not laid out */
  const DtSheet *sheet;
  const DtProfile *profile;        /* NULL: not known */
  DtCatalog *catalog;              /* NULL: none */
  DtDate date;                     /* of the plan; parts may be 0 */
  DtDate on;                       /* complete: the day to judge on */
  DtDate today;                    /* may be empty */
  gboolean on_is_guess;            /* the plan has no date: say "for now" */
  const DtCheckText *const *texts; /* in the order of the document */
  guint n_texts;
  /* what the framework keeps */
  const DtRule *rule;
  guint code;
  struct _DtCheckRun *run;
};

/* What a rule looks at: a text alone, or the plan. */
typedef enum
{
  DT_SCOPE_TEXT, /* once for each text; must depend on nothing but that text, kind, date and checker */
  DT_SCOPE_PLAN, /* once; @text is NULL */
} DtRuleScope;

/* The parts of the plan a rule for the whole depends on. Fields count always. */
enum
{
  DT_INPUT_HEAD = 1 << 0,
  DT_INPUT_BASES = 1 << 1,
  DT_INPUT_OPENING = 1 << 2,
  DT_INPUT_ARTICLES = 1 << 3,
  DT_INPUT_SECTIONS = 1 << 4,
  DT_INPUT_CLOSING = 1 << 5,
  DT_INPUT_RECIPIENTS = 1 << 6,
  DT_INPUT_SIGNATURE = 1 << 7,
  DT_INPUT_ATTACHMENT = 1 << 8,
  DT_INPUT_TASKS = 1 << 9,
  DT_INPUT_ANNEXES = 1 << 10,
  DT_INPUT_ALL = (1 << 11) - 1,
  DT_INPUT_COMPOSITION = 1 << 11,      /* not evaluated without */
  DT_INPUT_PAGES = 1 << 12,            /* not evaluated without */
  DT_INPUT_PROFILE = 1 << 13,          /* not evaluated without */
  DT_INPUT_CATALOG = 1 << 14,          /* not evaluated without */
  DT_INPUT_SEES_COMPOSITION = 1 << 15, /* looks at it, does without */
  DT_INPUT_SEES_PAGES = 1 << 16,       /* looks at them, does without */
};

typedef void (*DtRuleFunc) (DtCheck *check,
                            const DtCheckText *text);

/* What a rule for the whole needs to know of one text, worked out once for each text and kept with it. */
typedef GArray *(*DtExtractFunc) (const DtCheckText *text);

/* The code of a rule. */
typedef struct
{
  const char *id;
  DtRuleScope scope;
  guint inputs; /* DT_INPUT_…; of a text rule only PAGES to CATALOG */
  DtRuleFunc func;
  DtExtractFunc extract; /* of a rule for the whole; NULL: none */
} DtRuleCode;

/* A family: its table, and how many. Each dt-rules-<family>.c has one; dt-rule-codes.c lists them. */
typedef struct
{
  const DtRuleCode *codes;
  guint n_codes;
} DtRuleFamily;

extern const DtRuleFamily dt_rules_characters;
extern const DtRuleFamily dt_rules_spaces;
extern const DtRuleFamily dt_rules_tones;
extern const DtRuleFamily dt_rules_words;
extern const DtRuleFamily dt_rules_language_short;
extern const DtRuleFamily dt_rules_language;
extern const DtRuleFamily dt_rules_names_own;
extern const DtRuleFamily dt_rules_names;
extern const DtRuleFamily dt_rules_capitals_names;
extern const DtRuleFamily dt_rules_capitals;
extern const DtRuleFamily dt_rules_spelling;
extern const DtRuleFamily dt_rules_citation_shape;
extern const DtRuleFamily dt_rules_citations;
extern const DtRuleFamily dt_rules_bases;
extern const DtRuleFamily dt_rules_dates;
extern const DtRuleFamily dt_rules_numbers;
extern const DtRuleFamily dt_rules_head;
extern const DtRuleFamily dt_rules_annex;
extern const DtRuleFamily dt_rules_head_form;
extern const DtRuleFamily dt_rules_lists;
extern const DtRuleFamily dt_rules_output;
extern const DtRuleFamily dt_rules_recipient_units;
extern const DtRuleFamily dt_rules_recipients;
extern const DtRuleFamily dt_rules_signature;
extern const DtRuleFamily dt_rules_structure;
extern const DtRuleFamily dt_rules_tables;
extern const DtRuleFamily dt_rules_tree;

/**
 * DtAnswer:
 * @text: (nullable): the text it is about
 * @start: first byte in @text's plain text
 * @end: byte behind the last
 * @node: (nullable): reference of the node where there is no @text; %NULL is the whole plan
 * @replacement: (nullable): what stands right for @start to @end
 * @attribute: with @node and @replacement, the attribute to set
 * @is_attribute: whether @attribute counts
 * @removes: the repair takes @node (or @text's node) away
 * @suggestion: (nullable): what to do, where no replacement says it; translated
 * @measured: (nullable): what was measured
 * @allowed: (nullable): what is allowed
 * @state: %DT_STATE_PASS, which is 0, stands for %DT_STATE_FAIL
 * @note: tell it as a note, whatever the rule says
 * @warning: tell it as a warning at most
 * @unsafe: the repair is not as safe as the rule says: suggest it only
 * @page: page, where the rule knows it
 *
 * An answer that is not a pass. What is left out is 0.
 */
typedef struct
{
  const DtCheckText *text;
  gsize start;
  gsize end;
  const char *node;
  const char *replacement;
  DtAttribute attribute;
  gboolean is_attribute;
  gboolean removes;
  const char *suggestion;
  const char *measured;
  const char *allowed;
  DtState state;
  gboolean note;
  gboolean warning;
  gboolean unsafe;
  guint page;
} DtAnswer;

void dt_check_add (DtCheck *check,
                   const DtAnswer *answer,
                   const char *format,
                   ...) G_GNUC_PRINTF (3, 4);
/* The common case: bytes of a text, and what stands right for them or NULL. */
void dt_check_found (DtCheck *check,
                     const DtCheckText *text,
                     gsize start,
                     gsize end,
                     const char *replacement,
                     const char *format,
                     ...) G_GNUC_PRINTF (6, 7);
/* The rule is about something the plan has not; nothing else is to be answered then. */
void dt_check_not_applicable (DtCheck *check,
                              const char *message);
void dt_check_not_evaluated (DtCheck *check,
                             const char *message);

/* The text of that node, or NULL. */
const DtCheckText *dt_check_find_text (const DtCheck *check,
                                       const char *ref);
/* What the extract function of the rule at hand made of @text; may be NULL. */
const GArray *dt_check_get_facts (const DtCheck *check,
                                  const DtCheckText *text);
/* The line of the plain text that holds a byte. */
const DtCheckLine *dt_check_text_find_line (const DtCheckText *text,
                                            gsize offset);
/* Whether a byte of the plain text stands for something else: a field or a citation. */
gboolean dt_check_text_is_opaque (const DtCheckText *text,
                                  gsize offset);
/* For dt-check.c. */
DtCheckText *dt_check_text_new (DtNode *node,
                                const char *ref,
                                DtNodeKind top,
                                const char *owner,
                                DtNode *fields) G_GNUC_WARN_UNUSED_RESULT;
DtCheckText *dt_check_text_ref (DtCheckText *self);
void dt_check_text_unref (DtCheckText *self);

/* How the plan rule at hand answers. */
typedef struct _DtCheckRun
{
  GPtrArray *findings; /* (element-type DtFinding): where answers go */
  DtState state;       /* of a plan rule that found nothing */
  const char *message;
  GHashTable *by_ref;  /* reference -> DtCheckText */
  GArray *items;       /* DtCheckItem; NULL until asked for */
  GPtrArray *mentions; /* (element-type DtMention): of the texts; NULL until asked for */
  GArray *firsts;      /* guint: for each of them, which names the same document first */
} DtCheckRun;

const DtRuleCode *dt_rule_codes_get (guint index);
guint dt_rule_codes_get_n (void);

/* Page of a node, or of one of its lines (@line > 0); 0 when not known. @table: what dt_check_items_index() made. */
GArray *dt_check_items_new (const DtPages *pages) G_GNUC_WARN_UNUSED_RESULT;
GHashTable *dt_check_items_index (const GArray *items) G_GNUC_WARN_UNUSED_RESULT;
guint dt_check_items_find (GHashTable *table,
                           const char *node,
                           guint line);

DtFinding *dt_finding_new (DtRules *rules,
                           const DtRule *rule) G_GNUC_WARN_UNUSED_RESULT;
DtFinding *dt_finding_copy (const DtFinding *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
