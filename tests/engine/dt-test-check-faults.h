/* dt-test-check-faults.h - what is wrong in three real plans, and the rule each fault belongs to
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <stddef.h>

/*
 * The plans belong to their authors and are no part of the project: only the
 * words at fault are named here, and where they stand.
 */

typedef struct
{
  const char *file;
  const char *fault;
  const char *rule;
  const char *node;  /* where the check finds it; NULL: the import mended and told it */
  const char *quote; /* words of the finding, or of the import's report */
  unsigned line;     /* of the source, for the import */
} DtTestFault;

static const DtTestFault dt_test_faults[] = {
  { "kinh-mon", "III twice", "L57", NULL, "III → IV", 308 },
  { "kinh-mon", "then IV", "L57", NULL, "IV → V", 314 },
  { "kinh-mon", "the noun of the unit has a capital", "C03", "head/subject", "Phường", 0 },
  { "kinh-mon", "two ways to place a tone mark", "L08", "opening", "Uỷ", 0 },
  { "kinh-mon", "the same in a name", "L08", "s13/title", "hoá", 0 },
  { "kinh-mon", "the same in the text", "L08", "s13/body", "hoá", 0 },
  { "kinh-mon", "a month with a zero, first", "L25", "opening", "31/07", 0 },
  { "kinh-mon", "a month with a zero, again", "L25", "s3/body", "31/07", 0 },
  { "kinh-mon", "two forms of dates", "L74", "s10/body", "31 tháng 7 năm 2025", 0 },
  { "kinh-mon", "no “số”, first", "L38", "s5/body", "38/NQ-CP", 0 },
  { "kinh-mon", "no “số”, again", "L38", "s5/body", "202/2025/QH15", 0 },
  { "kinh-mon", "blanks and a dash in a symbol", "L43", "s5/body", "1669/NQ – UBTVQH15", 0 },
  { "kinh-mon", "a slip: kế hoạch", "S02", "opening", "kết hoạch", 0 },
  { "kinh-mon", "two words in one", "S01", "s3/body", "phườngcó", 0 },
  { "kinh-mon", "a syllable nobody has: doanh", "S01", "s12/body", "doah", 0 },
  { "kinh-mon", "a syllable nobody has: truyền", "S01", "s13/body", "tryền", 0 },
  { "kinh-mon", "a slip: chuyển đổi số", "S02", "s5/body", "chuyển đổi sổ", 0 },
  { "kinh-mon", "a slip: băng rôn", "S02", "s6/body", "băng zôn", 0 },
  { "kinh-mon", "a slip: trụ sở", "S02", "s13/body", "trụ Sở", 0 },
  { "kinh-mon", "a unit's name without blanks", "L109", "s10/title", "Phòng Văn hóa-Xã hội", 0 },
  { "kinh-mon", "its hyphen", "L11", "s10/title", "-", 0 },
  { "kinh-mon", "a unit's name in small letters", "L109", "s13/body", "phòng Văn hoá-Xã hội", 0 },
  { "kinh-mon", "a centre's name in small letters", "C08", "s13/title", "Trung tâm văn hoá", 0 },
  { "kinh-mon", "no blank behind a comma in the archive line", "L88", NULL, "VT,VHXH", 490 },
  { "kinh-mon", "no blank behind KT.", "L82", NULL, "KT.CHỦ TỊCH", 496 },
  { "kinh-mon", "a paragraph without its mark, first", "L67", "s11/body", "g", 0 },
  { "kinh-mon", "a paragraph without its mark, again", "L67", "s13/body", "c", 0 },
  { "kinh-mon", "the secretariat is no recipient", "L92", "s11/title", "Văn phòng", 0 },
  { "kinh-mon", "the service centre is no recipient", "L92", "s12/title", "Trung tâm", 0 },
  { "kinh-mon", "the culture centre is no recipient", "L92", "s13/title", "Trung tâm", 0 },
  { "kinh-mon", "the front is no recipient", "L92", "s15/title", "Mặt trận", 0 },
  { "kinh-mon", "the quarters are no recipients", "L92", "s16/title", "tổ dân phố", 0 },
  { "bach-mai", "f) among the points", "L59", NULL, "f → g", 110 },
  { "bach-mai", "đ) skipped", "L59", NULL, "e → đ", 156 },
  { "bach-mai", "no blank behind IV.", "L62", NULL, "IV.TỔ CHỨC", 180 },
  { "bach-mai", "3 skipped", "L58", NULL, "4 → 3", 260 },
  { "bach-mai", "and 5 for 4", "L58", NULL, "5 → 4", 272 },
  { "bach-mai", "CCHC is never written in full", "L112", "s2/body", "CCHC", 0 },
  { "bach-mai", "TTHC is never written in full", "L112", "s5/body", "TTHC", 0 },
  { "bach-mai", "the only annex has a number", "L98", NULL, "Phụ lục 1 → Phụ lục", 327 },
  { "bach-mai", "the text is silent on the annex", "L96", "a1", NULL, 0 },
  { "bach-mai", "a slip in the reference line", "L100", NULL, "Kê hoạch", 331 },
  { "bach-mai", "blanks inside its parentheses", "L100", NULL, "( Kèm theo", 331 },
  { "bach-mai", "its blanks are not filled in", "L100", NULL, "số......./KH-UBND", 331 },
  { "bach-mai", "nor are number and date of the plan", "L101", "head", NULL, 0 },
  { "bach-mai", "the city with a capital, first", "C03", "opening", "Thành", 0 },
  { "bach-mai", "the city with a capital, again", "C03", "s9/body", "Thành", 0 },
  { "bach-mai", "no blank behind a comma", "L06", "a1/body", ",", 0 },
  { "bach-mai", "two blanks side by side", "L04", NULL, "g) ", 162 },
  { "bach-mai", "a unit's name without its hyphen", "L109", "a1/body", "Phòng Văn hóa xã hội", 0 },
  { "bach-mai", "points end in two ways", "L67", "s5/body", ".", 0 },
  { "bach-mai", "a point without its mark", "L67", "s6/body", "c", 0 },
  { "song-tri", "CCHC before it is written in full", "L112", "b2", "CCHC", 0 },
  { "song-tri", "no “số” in a group", "L38", "b5", "2454/QĐ-UBND", 0 },
  { "song-tri", "a unit of the district level", "L106", "s11/body", "thị xã", 0 },
};

/* All that the check calls an error in them, each read by hand against the decree: where, and what is unlawful. */
static const struct
{
  const char *file;
  const char *place; /* "rule node line:column" */
  const char *why;
} dt_test_errors[] = {
  { "kinh-mon", "C03 head/subject 1:78", "the noun before the name of a unit" },
  { "kinh-mon", "L34 s3/body 1:190", "a resolution of the Party without its day" },
  { "kinh-mon", "C09 s5/body 4:244", "a body of the Party" },
  { "kinh-mon", "L43 s5/body 6:284", "a dash in a symbol, and blanks around it" },
  { "kinh-mon", "C08 s12/title 1:1", "the work a centre does begins with a capital" },
  { "kinh-mon", "C08 s12/body 1:181", "the same" },
  { "kinh-mon", "C08 s13/title 1:1", "the same" },
  { "bach-mai", "C03 opening 1:62", "the noun before the name of a unit" },
  { "bach-mai", "C03 s9/body 9:120", "the same" },
  { "bach-mai", "C08 s10/body 2:16", "a division of the office" },
  { "bach-mai", "L96 a1 0:0", "the text is silent on the annex" },
  { "song-tri", "C08 s6/body 7:107", "the work a centre does begins with a capital, what follows does not" },
  { "song-tri", "C08 s6/body 7:361", "the same" },
  { "song-tri", "L34 s6/body 8:59", "a resolution of the Party without its day" },
  { "song-tri", "L34 s6/body 8:85", "and another one" },
  { "song-tri", "L34 s6/body 10:367", "an urgent letter without its day" },
  { "song-tri", "L34 s6/body 10:394", "and another one" },
  { "song-tri", "L34 s6/body 10:430", "a conclusion of the Party without its day" },
  { "song-tri", "L36 s6/body 11:160", "a resolution without its subject" },
  { "song-tri", "L36 s6/body 11:435", "and another one" },
  { "song-tri", "C08 s13/title 1:1", "the work a centre does" },
};
