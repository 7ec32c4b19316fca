/* dt-citation-symbols.c - the abbreviations in symbols
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-citation"

#include "config.h"

#include "catalog/dt-citation-tables-private.h"

#include <string.h>

#define TYPE DT_SYMBOL_TYPE
#define YEARLY (DT_SYMBOL_TYPE | DT_SYMBOL_YEAR)
#define PLAIN (DT_SYMBOL_TYPE | DT_SYMBOL_NO_YEAR)
#define JOINT (DT_SYMBOL_TYPE | DT_SYMBOL_JOINT)
#define PARTY_TYPE (DT_SYMBOL_TYPE | DT_SYMBOL_NO_YEAR | DT_SYMBOL_PARTY)
#define ORG DT_SYMBOL_ORG
#define LOCAL (DT_SYMBOL_ORG | DT_SYMBOL_LOCAL)
#define PARTY (DT_SYMBOL_ORG | DT_SYMBOL_PARTY)
#define UNION (DT_SYMBOL_ORG | DT_SYMBOL_UNION)
#define SERIES (DT_SYMBOL_ORG | DT_SYMBOL_TERM)
#define ASSEMBLY (DT_SYMBOL_ORG | DT_SYMBOL_TERM | DT_SYMBOL_ASSEMBLY)
#define ALONE (DT_SYMBOL_ORG | DT_SYMBOL_ALONE)

/* Nghị định 30/2020/NĐ-CP, Phụ lục III, mục I, with what the Party, the National
 * Assembly and older documents use. Sorted by the first column. */
static const DtCitationSymbol symbols[] = {
  { "BATGT", "BATGT", ORG, NULL },
  { "BB", "BB", PLAIN, "Biên bản" },
  { "BBCVT", "BBCVT", ORG, "Bộ Bưu chính, Viễn thông" },
  { "BC", "BC", PLAIN, "Báo cáo" },
  { "BCA", "BCA", ORG, "Bộ Công an" },
  { "BCD", "BCĐ", ORG, NULL },
  { "BCDTW", "BCĐTW", ORG, NULL },
  { "BCH", "BCH", ORG, NULL },
  { "BCHQS", "BCHQS", ORG, NULL },
  { "BCN", "BCN", ORG, "Bộ Công nghiệp" },
  { "BCSD", "BCSĐ", PARTY, NULL },
  { "BCT", "BCT", ORG, "Bộ Công Thương" },
  { "BCTW", "BCTW", PARTY, NULL },
  { "BDT", "BDT", ORG, NULL },
  { "BDTTG", "BDTTG", ORG, "Bộ Dân tộc và Tôn giáo" },
  { "BDVTW", "BDVTW", PARTY, "Ban Dân vận Trung ương" },
  { "BGD", "BGD", ORG, "Bộ Giáo dục và Đào tạo" },
  { "BGD&DT", "BGD&ĐT", ORG, "Bộ Giáo dục và Đào tạo" },
  { "BGDDT", "BGDĐT", ORG, "Bộ Giáo dục và Đào tạo" },
  { "BGN", "BGN", PLAIN, "Bản ghi nhớ" },
  { "BGTVT", "BGTVT", ORG, "Bộ Giao thông vận tải" },
  { "BHXH", "BHXH", ORG, "Bảo hiểm xã hội Việt Nam" },
  { "BKH", "BKH", ORG, "Bộ Kế hoạch và Đầu tư" },
  { "BKH&CN", "BKH&CN", ORG, "Bộ Khoa học và Công nghệ" },
  { "BKH&DT", "BKH&ĐT", ORG, "Bộ Kế hoạch và Đầu tư" },
  { "BKHCN", "BKHCN", ORG, "Bộ Khoa học và Công nghệ" },
  { "BKHCNMT", "BKHCNMT", ORG, "Bộ Khoa học, Công nghệ và Môi trường" },
  { "BKHDT", "BKHĐT", ORG, "Bộ Kế hoạch và Đầu tư" },
  { "BLDTBXH", "BLĐTBXH", ORG, "Bộ Lao động - Thương binh và Xã hội" },
  { "BNCTW", "BNCTW", PARTY, "Ban Nội chính Trung ương" },
  { "BNG", "BNG", ORG, "Bộ Ngoại giao" },
  { "BNN", "BNN", ORG, "Bộ Nông nghiệp và Phát triển nông thôn" },
  { "BNN&PTNT", "BNN&PTNT", ORG, "Bộ Nông nghiệp và Phát triển nông thôn" },
  { "BNNMT", "BNNMT", ORG, "Bộ Nông nghiệp và Môi trường" },
  { "BNNPTNT", "BNNPTNT", ORG, "Bộ Nông nghiệp và Phát triển nông thôn" },
  { "BNV", "BNV", ORG, "Bộ Nội vụ" },
  { "BQL", "BQL", ORG, NULL },
  { "BQP", "BQP", ORG, "Bộ Quốc phòng" },
  { "BTC", "BTC", ORG, "Bộ Tài chính" },
  { "BTCCBCP", "BTCCBCP", ORG, "Ban Tổ chức - Cán bộ Chính phủ" },
  { "BTCTU", "BTCTU", PARTY, NULL },
  { "BTCTW", "BTCTW", PARTY, "Ban Tổ chức Trung ương" },
  { "BTGDVTW", "BTGDVTW", PARTY, "Ban Tuyên giáo và Dân vận Trung ương" },
  { "BTGTU", "BTGTU", PARTY, NULL },
  { "BTGTW", "BTGTW", PARTY, "Ban Tuyên giáo Trung ương" },
  { "BTL", "BTL", ORG, NULL },
  { "BTM", "BTM", ORG, "Bộ Thương mại" },
  { "BTNMT", "BTNMT", ORG, "Bộ Tài nguyên và Môi trường" },
  { "BTP", "BTP", ORG, "Bộ Tư pháp" },
  { "BTS", "BTS", ORG, "Bộ Thủy sản" },
  { "BTT", "BTT", UNION, NULL },
  { "BTTTT", "BTTTT", ORG, "Bộ Thông tin và Truyền thông" },
  { "BTV", "BTV", PARTY, NULL },
  { "BTVTU", "BTVTU", PARTY, NULL },
  { "BVHTT", "BVHTT", ORG, "Bộ Văn hóa - Thông tin" },
  { "BVHTT&DL", "BVHTT&DL", ORG, "Bộ Văn hóa, Thể thao và Du lịch" },
  { "BVHTTDL", "BVHTTDL", ORG, "Bộ Văn hóa, Thể thao và Du lịch" },
  { "BXD", "BXD", ORG, "Bộ Xây dựng" },
  { "BYT", "BYT", ORG, "Bộ Y tế" },
  { "CA", "CA", ORG, NULL },
  { "CAT", "CAT", ORG, NULL },
  { "CATP", "CATP", ORG, NULL },
  { "CAX", "CAX", ORG, NULL },
  { "CB", "CB", PARTY, NULL },
  { "CCB", "CCB", UNION, NULL },
  { "CD", "CĐ", PLAIN, "Công điện" },
  { "CHK", "CHK", ORG, NULL },
  { "CP", "CP", ALONE, "Chính phủ" },
  { "CT", "CT", PLAIN, "Chỉ thị" },
  { "CTHD", "CTHĐ", PLAIN, "Chương trình hành động" },
  { "CTLT", "CTLT", JOINT, "Chương trình liên tịch" },
  { "CTN", "CTN", ORG, "Chủ tịch nước" },
  { "CTPH", "CTPH", JOINT, "Chương trình phối hợp" },
  { "CTR", "CTr", PLAIN, "Chương trình" },
  { "CV", "CV", PLAIN, "Công văn" },
  { "DA", "ĐA", PLAIN, "Đề án" },
  { "DA", "DA", PLAIN, "Dự án" },
  { "DCT", "ĐCT", UNION, NULL },
  { "DCTUBTWMTTQVN", "ĐCTUBTWMTTQVN", UNION, NULL },
  { "DD", "ĐĐ", PARTY, NULL },
  { "DTN", "ĐTN", UNION, NULL },
  { "DU", "ĐU", PARTY, NULL },
  { "DUCA", "ĐUCA", PARTY, NULL },
  { "DUK", "ĐUK", PARTY, NULL },
  { "GGT", "GGT", PLAIN, "Giấy giới thiệu" },
  { "GM", "GM", PLAIN, "Giấy mời" },
  { "GNP", "GNP", PLAIN, "Giấy nghỉ phép" },
  { "GP", "GP", PLAIN, "Giấy phép" },
  { "GUQ", "GUQ", PLAIN, "Giấy ủy quyền" },
  { "HCCB", "HCCB", UNION, NULL },
  { "HD", "HD", PLAIN, "Hướng dẫn" },
  { "HD", "HĐ", PLAIN, "Hợp đồng" },
  { "HDBCQG", "HĐBCQG", ORG, "Hội đồng Bầu cử quốc gia" },
  { "HDBT", "HĐBT", ALONE, "Hội đồng Bộ trưởng" },
  { "HDCP", "HĐCP", ALONE, "Hội đồng Chính phủ" },
  { "HDLT", "HDLT", JOINT, "Hướng dẫn liên tịch" },
  { "HDND", "HĐND", LOCAL, "Hội đồng nhân dân" },
  { "HDNN", "HĐNN", SERIES, "Hội đồng Nhà nước" },
  { "HDQL", "HĐQL", ORG, NULL },
  { "HDTP", "HĐTP", ORG, "Hội đồng Thẩm phán Tòa án nhân dân tối cao" },
  { "HLHPN", "HLHPN", UNION, NULL },
  { "HND", "HND", UNION, NULL },
  { "HPN", "HPN", UNION, NULL },
  { "HU", "HU", PARTY, NULL },
  { "KBNN", "KBNN", ORG, NULL },
  { "KH", "KH", PLAIN, "Kế hoạch" },
  { "KHLT", "KHLT", JOINT | DT_SYMBOL_NO_YEAR, "Kế hoạch liên tịch" },
  { "KHPH", "KHPH", JOINT | DT_SYMBOL_NO_YEAR, "Kế hoạch phối hợp" },
  { "KL", "KL", PARTY_TYPE, "Kết luận" },
  { "KTNN", "KTNN", ORG, "Kiểm toán nhà nước" },
  { "L", "L", TYPE, "Lệnh" },
  { "LCT", "LCT", TYPE, "Lệnh" },
  { "LDLD", "LĐLĐ", UNION, NULL },
  { "LDTBXH", "LĐTBXH", ORG, "Bộ Lao động - Thương binh và Xã hội" },
  { "MTTQ", "MTTQ", UNION, NULL },
  { "MTTQVN", "MTTQVN", UNION, NULL },
  { "MTTW", "MTTW", UNION, "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam" },
  { "ND", "NĐ", YEARLY, "Nghị định" },
  { "NHCSXH", "NHCSXH", ORG, "Ngân hàng Chính sách xã hội" },
  { "NHNN", "NHNN", SERIES, "Ngân hàng Nhà nước Việt Nam" },
  { "NHPT", "NHPT", ORG, "Ngân hàng Phát triển Việt Nam" },
  { "NQ", "NQ", TYPE, "Nghị quyết" },
  { "NQLT", "NQLT", JOINT | DT_SYMBOL_YEAR, "Nghị quyết liên tịch" },
  { "PA", "PA", PLAIN, "Phương án" },
  { "PB", "PB", PLAIN, "Phiếu báo" },
  { "PC", "PC", PLAIN, "Phiếu chuyển" },
  { "PG", "PG", PLAIN, "Phiếu gửi" },
  { "PL", "PL", TYPE, "Pháp lệnh" },
  { "QC", "QC", PLAIN, "Quy chế" },
  { "QCPH", "QCPH", JOINT | DT_SYMBOL_NO_YEAR, "Quy chế phối hợp" },
  { "QD", "QĐ", TYPE, "Quyết định" },
  { "QDI", "QĐi", PARTY_TYPE, "Quy định" },
  { "QDLT", "QĐLT", JOINT, "Quyết định liên tịch" },
  { "QH", "QH", ASSEMBLY, "Quốc hội" },
  { "QHK", "QHK", ASSEMBLY, "Quốc hội" },
  { "QU", "QU", PARTY, NULL },
  { "QUTW", "QUTW", PARTY, "Quân ủy Trung ương" },
  { "QYD", "QyĐ", PLAIN, "Quy định" },
  { "SCT", "SCT", ORG, NULL },
  { "SGDDT", "SGDĐT", ORG, NULL },
  { "SGTVT", "SGTVT", ORG, NULL },
  { "SKHCN", "SKHCN", ORG, NULL },
  { "SKHDT", "SKHĐT", ORG, NULL },
  { "SL", "SL", TYPE, "Sắc lệnh" },
  { "SLDTBXH", "SLĐTBXH", ORG, NULL },
  { "SNNMT", "SNNMT", ORG, NULL },
  { "SNNPTNT", "SNNPTNT", ORG, NULL },
  { "SNV", "SNV", ORG, NULL },
  { "STC", "STC", ORG, NULL },
  { "STNMT", "STNMT", ORG, NULL },
  { "STP", "STP", ORG, NULL },
  { "STTTT", "STTTT", ORG, NULL },
  { "SVHTTDL", "SVHTTDL", ORG, NULL },
  { "SXD", "SXD", ORG, NULL },
  { "SYT", "SYT", ORG, NULL },
  { "TANDTC", "TANDTC", ORG, "Tòa án nhân dân tối cao" },
  { "TATC", "TATC", ORG, "Tòa án nhân dân tối cao" },
  { "TB", "TB", PLAIN, "Thông báo" },
  { "TC", "TC", PLAIN, "Thông cáo" },
  { "TCCP", "TCCP", ORG, "Ban Tổ chức - Cán bộ Chính phủ" },
  { "TCHQ", "TCHQ", ORG, "Tổng cục Hải quan" },
  { "TCT", "TCT", ORG, "Tổng cục Thuế" },
  { "TCTK", "TCTK", ORG, "Tổng cục Thống kê" },
  { "THU", "ThU", PARTY, NULL },
  { "TLD", "TLĐ", UNION, "Tổng Liên đoàn Lao động Việt Nam" },
  { "TRS", "TrS", PLAIN, NULL },
  { "TT", "TT", YEARLY, "Thông tư" },
  { "TTCP", "TTCP", ORG, "Thanh tra Chính phủ" },
  { "TTG", "TTg", ALONE, "Thủ tướng Chính phủ" },
  { "TTLB", "TTLB", JOINT, "Thông tư liên bộ" },
  { "TTLT", "TTLT", JOINT | DT_SYMBOL_YEAR, "Thông tư liên tịch" },
  { "TTR", "TTr", PLAIN, "Tờ trình" },
  { "TTRI", "TTri", PARTY_TYPE, "Thông tri" },
  { "TU", "TU", PARTY, NULL },
  { "TVQH", "TVQH", ASSEMBLY, "Ủy ban Thường vụ Quốc hội" },
  { "TW", "TW", PARTY, NULL },
  { "TWD", "TWĐ", PARTY, NULL },
  { "TWDTN", "TWĐTN", UNION, NULL },
  { "TXU", "TXU", PARTY, NULL },
  { "UB", "UB", LOCAL, "Ủy ban nhân dân" },
  { "UBCKNN", "UBCKNN", ORG, "Ủy ban Chứng khoán Nhà nước" },
  { "UBDT", "UBDT", ORG, "Ủy ban Dân tộc" },
  { "UBKT", "UBKT", PARTY, NULL },
  { "UBKTTU", "UBKTTU", PARTY, NULL },
  { "UBKTTW", "UBKTTW", PARTY, "Ủy ban Kiểm tra Trung ương" },
  { "UBMTTQ", "UBMTTQ", UNION, NULL },
  { "UBND", "UBND", LOCAL, "Ủy ban nhân dân" },
  { "UBTDTT", "UBTDTT", ORG, "Ủy ban Thể dục thể thao" },
  { "UBTUMTTQVN", "UBTƯMTTQVN", UNION, NULL },
  { "UBTVQH", "UBTVQH", ASSEMBLY, "Ủy ban Thường vụ Quốc hội" },
  { "VBHN", "VBHN", TYPE | DT_SYMBOL_CONSOLIDATED, "Văn bản hợp nhất" },
  { "VGCP", "VGCP", ORG, "Ban Vật giá Chính phủ" },
  { "VKSNDTC", "VKSNDTC", ORG, "Viện kiểm sát nhân dân tối cao" },
  { "VKSTC", "VKSTC", ORG, "Viện kiểm sát nhân dân tối cao" },
  { "VP", "VP", ORG, NULL },
  { "VPCP", "VPCP", ORG, "Văn phòng Chính phủ" },
  { "VPCTN", "VPCTN", ORG, "Văn phòng Chủ tịch nước" },
  { "VPDU", "VPĐU", PARTY, NULL },
  { "VPHU", "VPHU", PARTY, NULL },
  { "VPQH", "VPQH", ORG, "Văn phòng Quốc hội" },
  { "VPTU", "VPTU", PARTY, NULL },
  { "VPTW", "VPTW", PARTY, "Văn phòng Trung ương Đảng" },
  { "VPUBND", "VPUBND", ORG, NULL },
};

/* The first of those with the same first column, or the place where it would stand. */
static guint
find_first (const char *fold)
{
  guint low = 0, high = G_N_ELEMENTS (symbols);

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (strcmp (symbols[middle].fold, fold) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

const DtCitationSymbol *
dt_citation_find_symbol (const char *exact,
                         const char *fold,
                         DtCitationFlags flags)
{
  const DtCitationSymbol *found = NULL;

  for (guint i = find_first (fold); i < G_N_ELEMENTS (symbols); i++)
    {
      if (strcmp (symbols[i].fold, fold) != 0)
        break;
      if (flags != 0 && (symbols[i].flags & flags) == 0)
        continue;
      if (strcmp (symbols[i].text, exact) == 0)
        return &symbols[i];
      if (found == NULL)
        found = &symbols[i];
    }

  return found;
}

const DtCitationSymbol *
dt_citation_split_symbol (const char *fold,
                          const DtCitationSymbol **org)
{
  char head[8];

  for (gsize n = MIN (strlen (fold), sizeof head - 1); n >= 2; n--)
    {
      const DtCitationSymbol *type;

      memcpy (head, fold, n);
      head[n] = '\0';
      type = dt_citation_find_symbol (head, head, DT_SYMBOL_TYPE);
      *org = type != NULL ? dt_citation_find_symbol (fold + n, fold + n, DT_SYMBOL_ORG) : NULL;
      if (*org != NULL)
        return type;
    }

  return NULL;
}
