/* test-text-area.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dui-test.h"

#include "editor/dui-speller.h"
#include "editor/dui-text-area.h"
#include "editor/dui-text-complete.h"
#include "editor/dui-text-edit.h"
#include "editor/dui-text-find.h"
#include "editor/dui-text-insert.h"

#include <string.h>

#define REFERENCE "s1/body"

typedef struct
{
  DuiDocument *document;
  DuiTextArea *area;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkWidget *window;
} Fixture;

static DuiDocument *
make_document (const char *text)
{
  g_autoptr (DtPlan) empty = dt_plan_new_empty ("ke-hoach");
  g_autoptr (DtNode) body = dt_node_new_text (DT_NODE_BODY, text);
  DtNode *children[] = { body };
  DtAttributeValue attributes[] = { { DT_ATTR_ID, "s1" } };
  g_autoptr (DtNode) section = dt_node_new_full (DT_NODE_SECTION, 0, NULL, attributes, 1, children, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = dt_plan_insert (empty, "sections", -1, section, &error);

  dui_assert_no_error (error);
  return dui_document_new (dui_test_get_engine (), plan, NULL);
}

static const char *
get_text (Fixture *f)
{
  return dt_node_get_text (dt_plan_find (dui_document_get_plan (f->document), REFERENCE));
}

static void
open_area (Fixture *f,
           const char *text)
{
  f->document = make_document (text);
  f->area = DUI_TEXT_AREA (dui_text_area_new (dui_test_get_engine ()));
  f->view = GTK_TEXT_VIEW (dui_text_area_get_view (f->area));
  f->buffer = gtk_text_view_get_buffer (f->view);
  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 640, 480);
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (f->area));
  dui_text_area_set_document (f->area, f->document, REFERENCE);
  gtk_window_present (GTK_WINDOW (f->window));
  gtk_widget_grab_focus (GTK_WIDGET (f->area));
  dui_test_settle ();
}

static void
close_area (Fixture *f)
{
  g_object_ref (f->area);
  gtk_window_destroy (GTK_WINDOW (f->window));
  dui_test_settle ();
  dui_assert_finalizes (f->area);
  dui_assert_finalizes (f->document);
}

static gboolean
is_late (gpointer data)
{
  return g_get_monotonic_time () > *(gint64 *) data;
}

/* As long as an input method takes to hand its word over. */
static void
wait_a_moment (void)
{
  gint64 end = g_get_monotonic_time () + 60000;

  dui_test_wait (is_late, &end, 1);
}

static void
hold (Fixture *f,
      const char *word)
{
  g_signal_emit_by_name (f->view, "preedit-changed", word);
  dui_test_settle ();
}

static void
type (Fixture *f,
      const char *text)
{
  gtk_text_buffer_insert_interactive_at_cursor (f->buffer, text, -1, TRUE);
  dui_test_settle ();
}

static char *
view_text (Fixture *f)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (f->buffer, &start, &end);
  return gtk_text_buffer_get_text (f->buffer, &start, &end, TRUE);
}

START_TEST (the_word_being_typed_is_in_the_document)
{
  Fixture f;

  open_area (&f, "Kế ");
  dui_text_area_show_offset (f.area, (guint) strlen ("Kế "));
  hold (&f, "hoạch");
  ck_assert_str_eq (get_text (&f), "Kế hoạch");

  /* The input method gives the word up first, and puts it in a moment later. */
  hold (&f, "");
  ck_assert_str_eq (get_text (&f), "Kế hoạch");
  type (&f, "hoạch");
  ck_assert_str_eq (get_text (&f), "Kế hoạch");
  wait_a_moment ();
  ck_assert_str_eq (get_text (&f), "Kế hoạch");

  /* And the other way round. */
  hold (&f, "tháng");
  type (&f, "tháng");
  hold (&f, "");
  wait_a_moment ();
  ck_assert_str_eq (get_text (&f), "Kế hoạchtháng");
  close_area (&f);
}
END_TEST

static void
note_offset_cb (guint *noted,
                guint offset)
{
  *noted = offset;
}

/* Where one is taken back to after a crash: behind the word, which is in the draft. */
START_TEST (the_caret_stands_behind_the_word_that_is_held)
{
  Fixture f;
  guint noted = 0;

  open_area (&f, "Kế ");
  dui_text_area_show_offset (f.area, (guint) strlen ("Kế "));
  g_signal_connect_swapped (f.area, "caret-moved", G_CALLBACK (note_offset_cb), &noted);
  hold (&f, "hoạch");
  ck_assert_uint_eq (noted, strlen ("Kế hoạch"));
  ck_assert_uint_eq (dui_text_area_get_offset (f.area), strlen ("Kế hoạch"));
  close_area (&f);
}
END_TEST

START_TEST (nothing_is_written_while_a_word_is_held)
{
  Fixture f;
  g_autofree char *held = NULL;
  g_autofree char *after = NULL;

  open_area (&f, "Kế ");
  dui_text_area_show_offset (f.area, (guint) strlen ("Kế "));
  hold (&f, "hoạch");
  ck_assert (dui_document_set_text (f.document, REFERENCE, "Mở đầu. Kế hoạch", NULL, NULL));
  dui_text_area_insert (f.area, " năm");
  dui_test_settle ();
  held = view_text (&f);
  ck_assert_str_eq (held, "Kế ");

  hold (&f, "");
  type (&f, "hoạch");
  wait_a_moment ();
  after = view_text (&f);
  ck_assert_str_eq (get_text (&f), after);
  ck_assert_ptr_nonnull (strstr (after, "Mở đầu. "));
  ck_assert_ptr_nonnull (strstr (after, "hoạch"));
  ck_assert_ptr_nonnull (strstr (after, " năm"));
  close_area (&f);
}
END_TEST

START_TEST (undo_of_the_document_keeps_the_caret_near)
{
  Fixture f;
  g_autofree char *text = NULL;

  open_area (&f, "Một hai ba");
  dui_text_area_show_offset (f.area, (guint) strlen ("Một hai"));
  type (&f, " rưỡi");
  ck_assert_str_eq (get_text (&f), "Một hai rưỡi ba");
  ck_assert (!gtk_text_buffer_get_enable_undo (f.buffer));
  dui_document_undo (f.document);
  dui_test_settle ();
  text = view_text (&f);
  ck_assert_str_eq (text, "Một hai ba");
  ck_assert_uint_ge (dui_text_area_get_offset (f.area), strlen ("Một hai"));
  ck_assert_uint_le (dui_text_area_get_offset (f.area), strlen ("Một hai "));
  close_area (&f);
}
END_TEST

START_TEST (a_citation_is_a_chip_with_facts)
{
  Fixture f;
  const GPtrArray *chips;
  const DuiChip *chip;
  g_autofree char *words = NULL;
  g_autofree char *full = NULL;

  open_area (&f, "theo [[76/NQ-CP]] và [[1/KHONG-CO]], \\[[x]] [[mở");
  chips = dui_text_body_get_chips (dui_text_area_get_view (f.area));
  ck_assert_uint_eq (chips->len, 2);
  chip = g_ptr_array_index (chips, 0);
  ck_assert_uint_eq (chip->start, 5);
  ck_assert_uint_eq (chip->end, 17);
  words = dui_chip_describe (chip, dui_text_body_get_catalog (dui_text_area_get_view (f.area)), dt_date_make (2026, 1, 1));
  ck_assert_ptr_nonnull (strstr (words, "76/NQ-CP"));
  full = dui_chip_with_form (chip, DT_CITE_FULL);
  ck_assert_str_eq (full, "[[76/NQ-CP|full]]");
  close_area (&f);
}
END_TEST

START_TEST (citing_completes_open_brackets)
{
  Fixture f;

  open_area (&f, "theo [[76");
  dui_text_area_show_offset (f.area, 100);
  dui_text_area_cite (f.area, "76/NQ-CP", FALSE);
  ck_assert_str_eq (get_text (&f), "theo [[76/NQ-CP]]");
  dui_text_area_cite (f.area, "30/2020/NĐ-CP", TRUE);
  ck_assert_str_eq (get_text (&f), "theo [[76/NQ-CP]] [[30/2020/NĐ-CP|full]]");
  close_area (&f);
}
END_TEST

START_TEST (a_citation_waits_for_the_word_and_stands_behind_it)
{
  Fixture f;

  open_area (&f, "theo  và");
  dui_text_area_show_offset (f.area, (guint) strlen ("theo "));
  hold (&f, "quyết");
  dui_text_area_cite (f.area, "76/NQ-CP", FALSE);
  hold (&f, "");
  type (&f, "quyết");
  wait_a_moment ();
  ck_assert_str_eq (get_text (&f), "theo quyết [[76/NQ-CP]] và");
  close_area (&f);
}
END_TEST

static void
count_cb (guint *n)
{
  (*n)++;
}

START_TEST (two_brackets_ask_for_a_citation)
{
  Fixture f;
  guint n = 0;

  open_area (&f, "");
  g_signal_connect_swapped (f.area, "cite-requested", G_CALLBACK (count_cb), &n);
  type (&f, "[");
  ck_assert_uint_eq (n, 0);
  type (&f, "[");
  ck_assert_uint_eq (n, 1);
  ck_assert (gtk_widget_activate_action (GTK_WIDGET (f.area), "text.cite", NULL));
  ck_assert_uint_eq (n, 2);
  close_area (&f);
}
END_TEST

START_TEST (a_snippet_stops_at_its_blanks)
{
  Fixture f;
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *blank = NULL;

  open_area (&f, "");
  dui_text_area_insert_snippet (f.area, "Giao {{don-vi}} hoàn thành {{thoi-han}}.");
  ck_assert (gtk_text_buffer_get_selection_bounds (f.buffer, &start, &end));
  blank = gtk_text_iter_get_text (&start, &end);
  ck_assert_str_eq (blank, "{{don-vi}}");
  close_area (&f);
}
END_TEST

START_TEST (findings_are_underlined_in_place)
{
  static const DuiTextMark marks[] = { { 5, 9, DT_SEVERITY_ERROR, "sai" }, { 7, 12, DT_SEVERITY_NOTE, "xem" } };
  Fixture f;
  GtkTextIter iter;
  g_autofree char *both = NULL;
  g_autofree char *none = NULL;

  open_area (&f, "Một hai ba bốn");
  dui_text_area_set_marks (f.area, marks, G_N_ELEMENTS (marks));
  gtk_text_buffer_get_iter_at_offset (f.buffer, &iter, 5);
  both = dui_text_body_dup_messages (dui_text_area_get_view (f.area), &iter);
  ck_assert_str_eq (both, "sai\nxem");
  gtk_text_buffer_get_iter_at_offset (f.buffer, &iter, 1);
  none = dui_text_body_dup_messages (dui_text_area_get_view (f.area), &iter);
  ck_assert_ptr_null (none);
  close_area (&f);
}
END_TEST

START_TEST (units_and_fields_are_offered)
{
  DtProfile *profile = dui_engine_get_profile (dui_test_get_engine ());
  guint n_units;
  const DtUnit *units = dt_profile_get_units (profile, &n_units);
  g_autofree char *start = NULL;
  g_autofree char *before = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) none = NULL;
  gboolean is_there = FALSE;

  ck_assert_uint_gt (n_units, 0);
  start = g_utf8_substring (units[0].name, 0, 6);
  before = g_strconcat ("- Giao ", start, NULL);
  found = dui_candidates_find (before, NULL, NULL, NULL, profile, 50);
  for (guint i = 0; i < found->len; i++)
    {
      const DuiCandidate *candidate = g_ptr_array_index (found, i);

      if (strcmp (candidate->text, units[0].name) == 0)
        {
          is_there = TRUE;
          ck_assert_uint_eq (candidate->start, strlen ("- Giao "));
        }
    }
  ck_assert (is_there);
  none = dui_candidates_find ("- Giao [[Ph", NULL, NULL, NULL, profile, 50);
  ck_assert_uint_eq (none->len, 0);
}
END_TEST

/* The context menu and the keys ask the view, which hands on to the area. */
START_TEST (actions_reach_the_area_from_the_view)
{
  Fixture f;

  open_area (&f, "Một hai");
  dui_text_area_show_offset (f.area, 1);
  ck_assert (gtk_widget_activate_action (GTK_WIDGET (f.view), "text.bold", NULL));
  ck_assert_str_eq (get_text (&f), "**Một** hai");
  ck_assert (gtk_widget_activate_action (GTK_WIDGET (f.view), "text.italic", NULL));
  ck_assert_str_eq (get_text (&f), "***Một*** hai");
  close_area (&f);
}
END_TEST

/* Keys, as edits of a text; "^" is the caret, "<" and ">" a selection. */
static const struct
{
  const char *before;
  char key;
  const char *after;
} edits[] = {
  { "- Một^", 'e', "- Một\n- ^" },
  { "+ Một^", 'e', "+ Một\n+ ^" },
  { "1. Một^ hai", 'e', "1. Một\n2. ^ hai" },
  { "c) Một^", 'e', "c) Một\nd) ^" },
  { "d) Một^", 'e', "d) Một\nđ) ^" },
  { "- Một\n- ^", 'e', "- Một\n^" },
  { "Một^", 'e', NULL },
  { "-^ Một", 'e', NULL },
  { "| a | b |^", 'e', "| a | b |\n| ^ |  |" },
  { "1. Một^", 't', "a) Một^" },
  { "a) Một\n1. Hai^", 't', "a) Một\nb) Hai^" },
  { "a) Một^", 't', "- Một^" },
  { "- Một^", 't', "+ Một^" },
  { "+ Một^", 'o', "- Một^" },
  { "a) Một\n- Hai^", 'o', "a) Một\nb) Hai^" },
  { "2. Một\na) Hai\n- Ba^", 'o', "2. Một\na) Hai\nb) Ba^" },
  { "Một^", 't', NULL },
  { "- M<ột\n- H>ai", 't', "+ M<ột\n+ Hai>" },
  { "| a^ | b |", 't', "| a | ^b |" },
  { "Một h^ai ba", 'b', "Một **h^ai** ba" },
  { "Một **h^ai** ba", 'b', "Một h^ai ba" },
  { "Một <hai ba>", 'b', "Một <**hai ba**>" },
  { "Một <**hai ba**>", 'b', "Một <hai ba>" },
  { "Một **h^ai**", 'i', "Một ***h^ai***" },
  { "<- Một\n- hai>", 'b', "<- **Một**\n- **hai**>" },
  { "Một ^", 'i', "Một *^*" },
};

static char *
take_places (const char *marked,
             gsize *start,
             gsize *end)
{
  GString *text = g_string_new (NULL);

  for (const char *p = marked; *p != '\0'; p++)
    {
      if (*p == '^' || *p == '<')
        *start = *end = text->len;
      else if (*p == '>')
        *end = text->len;
      else
        g_string_append_c (text, *p);
    }

  return g_string_free (text, FALSE);
}

START_TEST (keys_edit_lists_tables_and_styles)
{
  gsize start = 0;
  gsize end = 0;
  gsize want_start = 0;
  gsize want_end = 0;
  g_autofree char *text = take_places (edits[_i].before, &start, &end);
  g_autofree char *want = edits[_i].after != NULL ? take_places (edits[_i].after, &want_start, &want_end) : NULL;
  g_auto (DuiTextChange) change = { 0 };
  g_autofree char *got = NULL;
  gboolean done;

  switch (edits[_i].key)
    {
    case 'e':
      done = dui_text_edit_enter (text, start, &change);
      break;
    case 't':
    case 'o':
      done = dui_text_edit_indent (text, start, end, edits[_i].key == 'o', &change);
      break;
    default:
      done = dui_text_edit_toggle (text, start, end, edits[_i].key == 'b' ? "**" : "*", &change);
      break;
    }

  ck_assert_int_eq (done, want != NULL);
  if (!done)
    return;

  got = g_strdup_printf ("%.*s%s%s", (int) change.start, text, change.text, text + change.end);
  ck_assert_str_eq (got, want);
  ck_assert_uint_eq (MIN (change.caret, change.bound), want_start);
  ck_assert_uint_eq (MAX (change.caret, change.bound), want_end);
}
END_TEST

/* Where "[[x]]" goes. */
static const struct
{
  const char *before;
  const char *after;
} insertions[] = {
  { "^", "[[x]]^" },
  { "thực hiện kế ho^ạch năm", "thực hiện kế hoạch [[x]]^ năm" },
  { "thực hiện ^kế hoạch", "thực hiện [[x]]^ kế hoạch" },
  { "thực hiện^ kế hoạch", "thực hiện [[x]]^ kế hoạch" },
  { "thực hiện^, kế hoạch", "thực hiện [[x]]^, kế hoạch" },
  { "kế hoạch^", "kế hoạch [[x]]^" },
  { "kế hoạch ^", "kế hoạch [[x]]^" },
  { "(^", "([[x]]^" },
  { "theo “^", "theo “[[x]]^" },
  { "căn cứ:^", "căn cứ: [[x]]^" },
  { "số 30/20^20/NĐ-CP ngày", "số 30/2020/NĐ-CP [[x]]^ ngày" },
  { "hết câu.^ Câu", "hết câu. [[x]]^ Câu" },
  { "theo [[76^/NQ-CP]], nay", "theo [[76/NQ-CP]] [[x]]^, nay" },
  { "theo [^[76/NQ-CP]] nay", "theo [[76/NQ-CP]] [[x]]^ nay" },
  { "do {{don^-vi}} giao", "do {{don-vi}} [[x]]^ giao" },
  { "theo [[^", "theo [[x]]^" },
  { "theo[[^", "theo [[x]]^" },
  { "theo [[nghi quyet^", "theo [[x]]^" },
  { "theo [[^ và [[y]]", "theo [[x]]^ và [[y]]" },
  { "ho[[^ạch năm", "hoạch [[x]]^ năm" },
  { "theo <nghị quyết> này", "theo [[x]]^ này" },
  { "theo <nghị quyết >này", "theo [[x]]^ này" },
  { "**quan tr^ọng** lắm", "**quan trọng [[x]]^** lắm" },
  { "**^", "**[[x]]^" },
  { "**đậm**^ nhạt", "**đậm** [[x]]^ nhạt" },
  { "- ^", "- [[x]]^" },
  { "| ^ | b |", "| [[x]]^ | b |" },
  { "một\n^hai", "một\n[[x]]^ hai" },
};

START_TEST (a_citation_splits_no_word)
{
  gsize start = 0;
  gsize end = 0;
  gsize want_start = 0;
  gsize want_end = 0;
  g_autofree char *text = take_places (insertions[_i].before, &start, &end);
  g_autofree char *want = take_places (insertions[_i].after, &want_start, &want_end);
  g_auto (DuiTextChange) change = { 0 };
  g_autofree char *got = NULL;

  dui_text_insert_words (text, start, end, "[[x]]", &change);
  got = g_strdup_printf ("%.*s%s%s", (int) change.start, text, change.text, text + change.end);
  ck_assert_str_eq (got, want);
  ck_assert_uint_eq (change.caret, want_start);
  ck_assert_uint_eq (change.bound, want_start);
}
END_TEST

static const struct
{
  const char *base;
  const char *ours;
  const char *theirs;
  const char *merged;
} merges[] = {
  { "một hai ba", "một hai ba bốn", "không một hai ba", "không một hai ba bốn" },
  { "một hai ba", "một ba", "một hai ba!", "một ba!" },
  { "một", "một", "hai", "hai" },
  { "một", "hai", "một", "hai" },
  { "một hai", "một ba", "một bốn", NULL },
};

START_TEST (two_changes_come_together)
{
  g_autofree char *merged = dui_text_merge (merges[_i].base, merges[_i].ours, merges[_i].theirs);

  ck_assert_pstr_eq (merged, merges[_i].merged);
}
END_TEST

START_TEST (finding_does_not_need_marks)
{
  g_autofree char *pattern = dui_text_find_make_pattern ("ke hoach (1)");
  g_autofree char *marked = dui_text_find_make_pattern ("kế");

  ck_assert (g_regex_match_simple (pattern, "Kế Hoạch (1)", G_REGEX_CASELESS, 0));
  ck_assert (!g_regex_match_simple (pattern, "Kế hoặc", G_REGEX_CASELESS, 0));
  ck_assert (g_regex_match_simple (marked, "KẾ", G_REGEX_CASELESS, 0));
  ck_assert (!g_regex_match_simple (marked, "kẻ", G_REGEX_CASELESS, 0));
}
END_TEST

START_TEST (both_placements_of_a_tone_are_right)
{
  DuiSpeller *speller = dui_speller_get_default ();
  static const char *const right[] = { "hòa", "hoà", "thủy", "thuỷ", "quý", "quí", "Hòa", "hoạch" };
  g_autofree char *other = dui_speller_other_placement ("hòa");
  g_autoptr (GArray) wrong = NULL;

  ck_assert_str_eq (other, "hoà");
  if (dui_speller_get_state (speller) != DUI_SPELLER_READY)
    {
      ck_assert (dui_speller_check (speller, "hoạhc", -1));
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    ck_assert_msg (dui_speller_check (speller, right[i], -1), "%s", right[i]);
  ck_assert (!dui_speller_check (speller, "hoạhc", -1));
  wrong = dui_speller_find (speller, "Kế hoạhc số 76/NQ-CP [[x/hoạhc]] UBND {{hoạhc}} hoạhc.");
  ck_assert_uint_eq (wrong->len, 2);
  ck_assert_uint_eq (g_array_index (wrong, DuiMisspelling, 0).start, strlen ("Kế "));
}
END_TEST

int
main (int argc,
      char **argv)
{
  Suite *suite = suite_create ("text-area");
  TCase *basic = tcase_create ("basic");

  dui_test_init (&argc, &argv);
  tcase_add_test (basic, the_word_being_typed_is_in_the_document);
  tcase_add_test (basic, the_caret_stands_behind_the_word_that_is_held);
  tcase_add_test (basic, nothing_is_written_while_a_word_is_held);
  tcase_add_test (basic, undo_of_the_document_keeps_the_caret_near);
  tcase_add_test (basic, a_citation_is_a_chip_with_facts);
  tcase_add_test (basic, citing_completes_open_brackets);
  tcase_add_test (basic, a_citation_waits_for_the_word_and_stands_behind_it);
  tcase_add_test (basic, two_brackets_ask_for_a_citation);
  tcase_add_test (basic, a_snippet_stops_at_its_blanks);
  tcase_add_test (basic, findings_are_underlined_in_place);
  tcase_add_test (basic, units_and_fields_are_offered);
  tcase_add_test (basic, actions_reach_the_area_from_the_view);
  tcase_add_loop_test (basic, keys_edit_lists_tables_and_styles, 0, G_N_ELEMENTS (edits));
  tcase_add_loop_test (basic, a_citation_splits_no_word, 0, G_N_ELEMENTS (insertions));
  tcase_add_loop_test (basic, two_changes_come_together, 0, G_N_ELEMENTS (merges));
  tcase_add_test (basic, finding_does_not_need_marks);
  tcase_add_test (basic, both_placements_of_a_tone_are_right);
  suite_add_tcase (suite, basic);

  return dui_test_main (suite);
}
