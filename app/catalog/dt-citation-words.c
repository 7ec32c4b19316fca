/* dt-citation-words.c - the words that name types and bodies, and those that do not
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-citation"

#include "config.h"

#include "catalog/dt-citation-tables-private.h"

#include <string.h>

/* Nghị định 30/2020/NĐ-CP, Điều 7, and the types of other bodies and times.
 * A longer one stands before those it ends with. */
static const DtCitationType types[] = {
  { "nghi quyet lien tich", 't', 4, "Nghị quyết liên tịch" },
  { "thong tu lien tich", 't', 4, "Thông tư liên tịch" },
  { "thong tu lien bo", 'b', 4, "Thông tư liên bộ" },
  { "ke hoach lien tich", 't', 4, "Kế hoạch liên tịch" },
  { "ke hoach phoi hop", 'h', 4, "Kế hoạch phối hợp" },
  { "quy che phoi hop", 'h', 4, "Quy chế phối hợp" },
  { "chuong trinh phoi hop", 'h', 4, "Chương trình phối hợp" },
  { "chuong trinh hanh dong", 'd', 4, "Chương trình hành động" },
  { "huong dan lien tich", 't', 4, "Hướng dẫn liên tịch" },
  { "van ban hop nhat", 'n', 4, "Văn bản hợp nhất" },
  { "ban ghi nho", 'n', 3, "Bản ghi nhớ" },
  { "ban thoa thuan", 't', 3, "Bản thỏa thuận" },
  { "giay uy quyen", 'q', 3, "Giấy ủy quyền" },
  { "giay gioi thieu", 't', 3, "Giấy giới thiệu" },
  { "giay nghi phep", 'p', 3, "Giấy nghỉ phép" },
  { "bo luat", 'l', 2, "Bộ luật" },
  { "nghi dinh", 'd', 2, "Nghị định" },
  { "nghi quyet", 'q', 2, "Nghị quyết" },
  { "quyet dinh", 'd', 2, "Quyết định" },
  { "quyet nghi", 'n', 2, "Quyết nghị" },
  { "thong tu", 't', 2, "Thông tư" },
  { "thong tri", 't', 2, "Thông tri" },
  { "thong bao", 'b', 2, "Thông báo" },
  { "thong cao", 'c', 2, "Thông cáo" },
  { "chi thi", 't', 2, "Chỉ thị" },
  { "phap lenh", 'l', 2, "Pháp lệnh" },
  { "sac lenh", 'l', 2, "Sắc lệnh" },
  { "sac luat", 'l', 2, "Sắc luật" },
  { "cong van", 'v', 2, "Công văn" },
  { "cong dien", 'd', 2, "Công điện" },
  { "ke hoach", 'h', 2, "Kế hoạch" },
  { "bao cao", 'c', 2, "Báo cáo" },
  { "to trinh", 't', 2, "Tờ trình" },
  { "ket luan", 'l', 2, "Kết luận" },
  { "huong dan", 'd', 2, "Hướng dẫn" },
  { "quy dinh", 'd', 2, "Quy định" },
  { "quy che", 'c', 2, "Quy chế" },
  { "chuong trinh", 't', 2, "Chương trình" },
  { "phuong an", 'a', 2, "Phương án" },
  { "de an", 'a', 2, "Đề án" },
  { "du an", 'a', 2, "Dự án" },
  { "bien ban", 'b', 2, "Biên bản" },
  { "giay moi", 'm', 2, "Giấy mời" },
  { "giay phep", 'p', 2, "Giấy phép" },
  { "phieu gui", 'g', 2, "Phiếu gửi" },
  { "phieu chuyen", 'c', 2, "Phiếu chuyển" },
  { "phieu bao", 'b', 2, "Phiếu báo" },
  { "hop dong", 'd', 2, "Hợp đồng" },
  { "dieu le", 'l', 2, "Điều lệ" },
  { "van ban", 'b', 2, "Văn bản" },
  { "luat", 'l', 1, "Luật" },
  { "lenh", 'l', 1, "Lệnh" },
  { "nd", 'n', 1, "Nghị định" },
  { "nq", 'n', 1, "Nghị quyết" },
  { "qd", 'q', 1, "Quyết định" },
  { "tt", 't', 1, "Thông tư" },
  { "ttlt", 't', 1, "Thông tư liên tịch" },
  { "ct", 'c', 1, "Chỉ thị" },
  { "cv", 'c', 1, "Công văn" },
  { "kh", 'k', 1, "Kế hoạch" },
  { "vb", 'v', 1, "Văn bản" },
};

static const DtCitationBody bodies[] = {
  { "chinh phu", "|CP|", FALSE },
  { "cp", "|CP|", FALSE },
  { "thu tuong chinh phu", "|TTg|", FALSE },
  { "thu tuong", "|TTg|", FALSE },
  { "ttg", "|TTg|", FALSE },
  { "ttcp", "|TTg|TTCP|", FALSE },
  { "quoc hoi", "|QH|QHK|", FALSE },
  { "uy ban thuong vu quoc hoi", "|UBTVQH|TVQH|", FALSE },
  { "ubtvqh", "|UBTVQH|TVQH|", FALSE },
  { "chu tich nuoc", "|CTN|", FALSE },
  { "hoi dong nha nuoc", "|HĐNN|", FALSE },
  { "hoi dong bo truong", "|HĐBT|", FALSE },
  { "hoi dong chinh phu", "|HĐCP|CP|", FALSE },
  { "van phong chinh phu", "|VPCP|", FALSE },
  { "van phong quoc hoi", "|VPQH|", FALSE },
  { "van phong chu tich nuoc", "|VPCTN|", FALSE },
  { "van phong trung uong dang", "|VPTW|", FALSE },
  { "van phong trung uong", "|VPTW|", FALSE },
  { "thanh tra chinh phu", "|TTCP|", FALSE },
  { "thanh tra nha nuoc", "|TTCP|TTNN|", FALSE },
  { "kiem toan nha nuoc", "|KTNN|", FALSE },
  { "ngan hang nha nuoc viet nam", "|NHNN|", FALSE },
  { "ngan hang nha nuoc", "|NHNN|", FALSE },
  { "toa an nhan dan toi cao", "|TANDTC|TATC|HĐTP|", FALSE },
  { "vien kiem sat nhan dan toi cao", "|VKSNDTC|VKSTC|", FALSE },
  { "bao hiem xa hoi viet nam", "|BHXH|", FALSE },
  { "bao hiem xa hoi", "|BHXH|", TRUE },
  { "uy ban dan toc va mien nui", "|UBDT|UBDTMN|", FALSE },
  { "uy ban dan toc", "|UBDT|", FALSE },
  { "uy ban chung khoan nha nuoc", "|UBCKNN|", FALSE },
  { "uy ban the duc the thao", "|UBTDTT|", FALSE },
  { "uy ban kiem tra trung uong", "|UBKTTW|", FALSE },
  { "ban to chuc can bo chinh phu", "|TCCP|BTCCBCP|", FALSE },
  { "ban vat gia chinh phu", "|VGCP|", FALSE },
  { "ban bi thu trung uong dang", "|TW|", FALSE },
  { "ban bi thu trung uong", "|TW|", FALSE },
  { "ban bi thu", "|TW|", FALSE },
  { "bo chinh tri", "|TW|", FALSE },
  { "ban chap hanh trung uong dang", "|TW|", FALSE },
  { "ban chap hanh trung uong", "|TW|", FALSE },
  { "trung uong dang", "|TW|", FALSE },
  { "trung uong", "|TW|", FALSE },
  { "ban to chuc trung uong", "|BTCTW|", FALSE },
  { "ban tuyen giao va dan van trung uong", "|BTGDVTW|", FALSE },
  { "ban tuyen giao trung uong", "|BTGTW|", FALSE },
  { "ban noi chinh trung uong", "|BNCTW|", FALSE },
  { "ban dan van trung uong", "|BDVTW|", FALSE },
  { "quan uy trung uong", "|QUTW|", FALSE },
  { "ban chi dao trung uong", "|BCĐ|BCĐTW|", FALSE },
  { "uy ban trung uong mat tran to quoc viet nam", "|MTTW|UBTƯMTTQVN|ĐCT|MTTQ|MTTQVN|", FALSE },
  { "mat tran to quoc viet nam", "|MTTW|MTTQ|MTTQVN|", TRUE },
  { "mat tran to quoc", "|MTTQ|", TRUE },
  { "tong lien doan lao dong viet nam", "|TLĐ|", FALSE },
  { "hoi cuu chien binh viet nam", "|CCB|HCCB|", FALSE },
  { "hoi cuu chien binh", "|CCB|HCCB|", TRUE },
  { "hoi nong dan viet nam", "|HND|", FALSE },
  { "hoi nong dan", "|HND|", TRUE },
  { "hoi lien hiep phu nu viet nam", "|HLHPN|HPN|", FALSE },
  { "hoi lien hiep phu nu", "|HLHPN|HPN|", TRUE },
  { "trung uong doan tncs ho chi minh", "|TWĐTN|", FALSE },
  { "trung uong doan thanh nien cong san ho chi minh", "|TWĐTN|", FALSE },
  { "bo buu chinh vien thong", "|BBCVT|", FALSE },
  { "bo cong an", "|BCA|", FALSE },
  { "bo cong nghiep", "|BCN|", FALSE },
  { "bo cong nghiep nang", "|", FALSE },
  { "bo cong thuong", "|BCT|", FALSE },
  { "bo dan toc va ton giao", "|BDTTG|", FALSE },
  { "bo giao duc va dao tao", "|BGDĐT|BGD&ĐT|BGD|", FALSE },
  { "bo giao duc dao tao", "|BGDĐT|BGD&ĐT|BGD|", FALSE },
  { "bo giao thong van tai", "|BGTVT|", FALSE },
  { "bo ke hoach va dau tu", "|BKHĐT|BKH|BKH&ĐT|", FALSE },
  { "bo khoa hoc va cong nghe", "|BKHCN|BKH&CN|", FALSE },
  { "bo khoa hoc cong nghe va moi truong", "|BKHCNMT|", FALSE },
  { "bo khoa hoc cong nghe", "|BKHCN|", FALSE },
  { "bo lao dong thuong binh va xa hoi", "|BLĐTBXH|LĐTBXH|", FALSE },
  { "bo lao dong", "|BLĐTBXH|", FALSE },
  { "bo ngoai giao", "|BNG|", FALSE },
  { "bo noi vu", "|BNV|", FALSE },
  { "bo nong nghiep va phat trien nong thon", "|BNNPTNT|BNN|BNN&PTNT|", FALSE },
  { "bo nong nghiep va moi truong", "|BNNMT|", FALSE },
  { "bo nong nghiep va cong nghiep thuc pham", "|", FALSE },
  { "bo nong nghiep", "|BNN|BNNPTNT|", FALSE },
  { "bo quoc phong", "|BQP|", FALSE },
  { "bo tai chinh", "|BTC|", FALSE },
  { "bo tai nguyen va moi truong", "|BTNMT|", FALSE },
  { "bo thong tin va truyen thong", "|BTTTT|", FALSE },
  { "bo thuong mai", "|BTM|", FALSE },
  { "bo thuy san", "|BTS|", FALSE },
  { "bo tu phap", "|BTP|", FALSE },
  { "bo van hoa the thao va du lich", "|BVHTTDL|BVHTT&DL|", FALSE },
  { "bo van hoa thong tin", "|BVHTT|", FALSE },
  { "bo xay dung", "|BXD|", FALSE },
  { "bo y te", "|BYT|", FALSE },
  { "tong cuc hai quan", "|TCHQ|", FALSE },
  { "tong cuc thue", "|TCT|", FALSE },
  { "tong cuc thong ke", "|TCTK|", FALSE },
  { "uy ban nhan dan", "|UBND|UB|", TRUE },
  { "ubnd", "|UBND|UB|", TRUE },
  { "hoi dong nhan dan", "|HĐND|", TRUE },
  { "hdnd", "|HĐND|", TRUE },
  { "tinh uy", "|TU|BTVTU|", TRUE },
  { "thanh uy", "|TU|ThU|BTVTU|", TRUE },
  { "huyen uy", "|HU|", TRUE },
  { "quan uy", "|QU|", TRUE },
  { "dang uy", "|ĐU|", TRUE },
  { "ban thuong vu tinh uy", "|TU|BTVTU|", TRUE },
  { "ban thuong vu thanh uy", "|TU|ThU|BTVTU|", TRUE },
  { "ban thuong vu huyen uy", "|HU|", TRUE },
  { "ban thuong vu dang uy", "|ĐU|", TRUE },
  { "ban chap hanh dang bo", "|TU|ĐU|HU|QU|", TRUE },
  { "van phong tinh uy", "|VPTU|", TRUE },
  { "van phong dang uy", "|VPĐU|", TRUE },
};

static const char *const titles[] = {
  "bo truong chu nhiem",
  "bo truong",
  "thu truong",
  "thong doc",
  "tong thanh tra",
  "tong kiem toan",
  "pho thu tuong",
  "pho chu tich",
  "chu tich",
  "chu nhiem",
  "chanh an",
  "vien truong",
  "tong giam doc",
  "pho giam doc",
  "giam doc",
  "tong cuc truong",
  "cuc truong",
  "truong ban",
  "hoi dong tham phan",
  "tu lenh",
  "tong bi thu",
  "bi thu",
  "thuong truc",
  "lien bo",
  "doan chu tich",
  "ban thuong truc",
  "ban thuong vu",
  "hoi nghi lan thu",
  "van phong",
};

/* Accents count here: `về` opens a subject and `vệ` does not. */
static const char *const openers[] = {
  "về",
  "quy định",
  "ban hành",
  "hướng dẫn",
  "phê duyệt",
  "sửa đổi",
  "bổ sung",
  "bãi bỏ",
  "công bố",
  "điều chỉnh",
  "thành lập",
  "triển khai",
  "đẩy mạnh",
  "tăng cường",
  "thông qua",
  "chi tiết",
  "đổi mới",
  "nâng cao",
  "kiện toàn",
  "thí điểm",
  "sắp xếp",
  "phân công",
  "tổ chức",
  "cho phép",
  "tiếp tục",
  "một số",
  "xử lý",
  "xử phạt",
  "thực hiện",
  "bảo đảm",
  "quản lý",
  "hỗ trợ",
  "phát triển",
  "kéo dài",
  "giải quyết",
  "thay thế",
  "hủy bỏ",
  "đính chính",
  "hợp nhất",
  "thi hành",
};

/* `từ ngày`, but not `nguyên tử ngày`. */
static const char *const before_dates[] = {
  "từ",
  "trước",
  "sau",
  "đến",
  "vào",
  "kể",
  "hết",
  "hôm",
  "trong",
  "các",
  "mỗi",
  "những",
};

/* Accents count here as well. None of them stands in the name of a body or a law. */
static const char *const enders[] = {
  "này",
  "được",
  "đã",
  "sẽ",
  "thì",
  "hết hiệu",
  "có hiệu",
  "có quy",
  "có trách",
  "có liên",
  "có văn",
  "kể từ",
  "từ ngày",
  "trước ngày",
  "sau ngày",
  "đến ngày",
  "tính từ",
  "nếu",
  "khi",
  "trừ",
  "nhằm",
  "hoặc",
  "theo quy",
  "theo đề",
  "tại thông",
  "tại nghị",
  "tại khoản",
  "tại điều",
  "tại điểm",
  "phải",
  "dự kiến",
  "như sau",
  "gồm",
  "bao gồm",
  "quy định",
  "ban hành",
  "nay là",
  "trên",
  "trong",
  "để",
  "cũng",
  "vẫn",
  "đang",
  "là",
  "nêu",
  "hiện hành",
  "và các",
  "và văn",
  "và những",
};

const DtCitationType *
dt_citation_find_type_before (const DtCitationText *text,
                              const DtCitationToken *last,
                              guint32 *start)
{
  DtCitationToken words[4] = { *last };
  guint n = 1;

  /* Words in reading order end at words[0]. */
  while (n < G_N_ELEMENTS (words))
    {
      if (dt_citation_prev_solid (text, words[n - 1].start, &words[n]) > 2 || words[n].kind != DT_TOKEN_WORD)
        break;
      n++;
    }

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      const DtCitationType *type = &types[i];
      const DtCitationToken *first = &words[type->n_words - 1];
      guint32 end;

      if (type->tail != last->plain[0] || type->n_words > n || first->plain[0] != type->plain[0])
        continue;
      /* An abbreviation is in capitals: QĐ số 12. */
      if (type->n_words == 1 && last->n <= 4 && !last->all_upper && type->name[0] != 'L')
        continue;
      if (dt_citation_match (text, first, type->plain, &end) && end == last->end)
        {
          *start = first->start;
          return type;
        }
    }

  return NULL;
}

/* The words at @first, with a blank between them, up to a mark that ends a name; ends[i] is
 * behind word i, and offsets[i] behind it in @plain. */
static guint
join_words (const DtCitationText *text,
            const DtCitationToken *first,
            char *plain,
            gsize size,
            guint32 *ends,
            guint8 *offsets,
            guint max)
{
  DtCitationToken token = *first;
  gsize length = 0;
  guint n = 0;

  while (n < max)
    {
      if (token.kind == DT_TOKEN_WORD)
        {
          gsize room = strlen (token.plain);

          if (length + room + 2 > size)
            break;
          if (n > 0)
            plain[length++] = ' ';
          memcpy (plain + length, token.plain, room);
          length += room;
          ends[n] = token.end;
          offsets[n++] = (guint8) length;
        }
      else if (!dt_citation_is_mark (&token, '-') && !dt_citation_is_mark (&token, ','))
        break;
      if (dt_citation_next_solid (text, token.end, &token) > 2)
        break;
    }
  plain[length] = '\0';

  return n;
}

#define MAX_WORDS 12

const DtCitationBody *
dt_citation_find_body (const DtCitationText *text,
                       const DtCitationToken *first,
                       guint32 *end)
{
  char plain[96];
  guint32 ends[MAX_WORDS];
  guint8 offsets[MAX_WORDS];
  guint n;
  const DtCitationBody *found = NULL;
  gsize found_length = 0;

  if (first->kind != DT_TOKEN_WORD)
    return NULL;

  n = join_words (text, first, plain, sizeof plain, ends, offsets, MAX_WORDS);
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      gsize length;

      if (bodies[i].plain[0] != plain[0] || bodies[i].plain[1] != plain[1])
        continue;
      length = strlen (bodies[i].plain);
      if (length <= found_length || strncmp (plain, bodies[i].plain, length) != 0 ||
          (plain[length] != ' ' && plain[length] != '\0'))
        continue;
      for (guint k = 0; k < n; k++)
        if (offsets[k] == length)
          {
            found = &bodies[i];
            found_length = length;
            *end = ends[k];
          }
    }

  return found;
}

gboolean
dt_citation_match_title (const DtCitationText *text,
                         const DtCitationToken *first,
                         guint32 *end)
{
  if (first->kind != DT_TOKEN_WORD)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (titles[i][0] == first->plain[0] && dt_citation_match (text, first, titles[i], end))
      {
        /* Those whose body begins with the same word: Tổng Thanh tra Chính phủ. */
        if (g_str_has_prefix (titles[i], "tong thanh") || g_str_has_prefix (titles[i], "tong kiem"))
          *end = first->end;
        return TRUE;
      }

  return FALSE;
}

gboolean
dt_citation_is_phrase (const DtCitationText *text,
                       const DtCitationToken *first,
                       const char *phrase)
{
  const char *blank = strchr (phrase, ' ');
  DtCitationToken second;

  if (blank == NULL)
    return dt_citation_is (text, first, phrase);
  if (!dt_citation_is_n (text, first, phrase, (gsize) (blank - phrase)))
    return FALSE;

  return dt_citation_next_solid (text, first->end, &second) <= 2 && dt_citation_is (text, &second, blank + 1);
}

gboolean
dt_citation_is_among (const DtCitationText *text,
                      const DtCitationToken *first,
                      const char *const *phrases,
                      gsize n)
{
  if (first->kind != DT_TOKEN_WORD)
    return FALSE;

  for (gsize i = 0; i < n; i++)
    {
      /* The first letter decides most of them. */
      if ((guchar) phrases[i][0] < 0x80 && phrases[i][0] != first->plain[0])
        continue;
      if (dt_citation_is_phrase (text, first, phrases[i]))
        return TRUE;
    }

  return FALSE;
}

gboolean
dt_citation_opens_subject (const DtCitationText *text,
                           const DtCitationToken *first)
{
  guint32 end;
  DtCitationToken second;

  if (dt_citation_is_among (text, first, openers, G_N_ELEMENTS (openers)))
    return TRUE;

  /* V/v, in its several spellings. */
  if (!dt_citation_is_plain (first, "v"))
    return FALSE;
  dt_citation_next_solid (text, first->end, &second);
  end = second.end;
  if (!dt_citation_is_mark (&second, '/'))
    return FALSE;
  dt_citation_next_solid (text, end, &second);
  return dt_citation_is_plain (&second, "v");
}

gboolean
dt_citation_ends_name (const DtCitationText *text,
                       const DtCitationToken *word)
{
  return dt_citation_is_among (text, word, enders, G_N_ELEMENTS (enders));
}

gboolean
dt_citation_is_before_date (const DtCitationText *text,
                            const DtCitationToken *word)
{
  return dt_citation_is_among (text, word, before_dates, G_N_ELEMENTS (before_dates));
}
