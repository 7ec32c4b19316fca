/* dt-balance.c - good line breaks for centred titles
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-balance"

#include "config.h"

#include <string.h>

#include "layout/dt-paragraph.h"

/* Written Vietnamese sets a blank between syllables, not words, so a line may
 * end inside a word. In a title that reads badly: the break is chosen among all
 * of them by cost, the sum over lines of the squared difference to the mean
 * width (in hundredths of the limit) and of what ending a line there costs.
 */
#define MAX_CHUNKS 160
#define MAX_LINES 12

#define COST_LONELY 1000000 /* one syllable alone on a line */
#define COST_WORD 4000      /* between the syllables of a word */
#define COST_NUMBER 2500    /* before a number: "năm | 2026" */
#define COST_NAME 1500      /* between two syllables of a name */
#define COST_LEADING 1500   /* behind a word that leads on */
#define COST_UNIT (-600)    /* before the noun of a body or place */
#define COST_MARK (-300)    /* behind a comma, before a bracket */
#define COST_LINK (-150)    /* before a word that leads on */

typedef struct
{
  guint atom;  /* the first */
  guint start; /* bytes, blanks left out */
  guint end;
  int px;          /* of its words */
  int blank;       /* px of the blanks behind it */
  int loss;        /* twips a line ending with it loses to slant */
  gboolean forced; /* a line must start with it */
} Chunk;

/* Words of two syllables that titles and names of bodies are full of. */
static const char compounds[] =
  "|an ninh|an sinh|an toàn|ban chỉ|ban chấp|ban hành|ban quản|biện pháp|bảo hiểm|bảo trợ|bảo vệ|bảo đảm|"
  "bổ sung|cao tuổi|chiến dịch|chiến lược|cho vay|chuyển đổi|chuyên đề|chuyên môn|chấp hành|chỉ huy|"
  "chỉ đạo|chính phủ|chính quyền|chính sách|chính trị|chương trình|chất lượng|chủ tịch|chữa cháy|công an|"
  "công bố|công chức|công dân|công khai|công nghiệp|công nghệ|công tác|cơ quan|cơ sở|cải cách|cải thiện|"
  "cộng đồng|cứu nạn|cứu hộ|cụ thể|di sản|diễn tập|doanh nghiệp|du lịch|dân cư|dân quân|dân số|dân tộc|"
  "dân vận|dịch bệnh|dịch vụ|dữ liệu|dự phòng|dự toán|giai đoạn|giao thông|giám sát|giáo dục|giảm nghèo|"
  "giải pháp|giải quyết|gia cầm|gia súc|gia đình|hiệu quả|hoàn thiện|hoạt động|huấn luyện|huy động|"
  "hành chính|hành động|học sinh|hội nghị|hội đồng|hỗ trợ|hợp tác|khai thác|khoa học|khiếu nại|khu vực|"
  "khuyến nông|kinh phí|kinh tế|kiểm kê|kiểm soát|kiểm tra|kế hoạch|kỷ cương|kỷ luật|kỹ năng|liên hợp|"
  "lâm nghiệp|lãng phí|lĩnh vực|lưu trữ|lấn chiếm|mục tiêu|mặt trận|nghĩa vụ|nghị quyết|nghị định|"
  "nguồn lực|ngành nghề|ngân hàng|ngân sách|nhiệm kỳ|nhiệm vụ|nhà nước|nhà trường|nhà ở|nhân dân|nhân lực|"
  "nâng cao|năng lực|nông nghiệp|nông thôn|nội dung|nội vụ|phong trào|pháp luật|pháp lý|phát triển|"
  "phát động|phân công|phòng chống|phòng cháy|phòng ngừa|phòng thủ|phòng, chống|phổ biến|phổ cập|phụ nữ|"
  "phục hồi|phục vụ|quyết định|quân sự|quản lý|quản trị|quốc gia|quốc hội|quốc phòng|quy chế|quy hoạch|"
  "quy tắc|quy định|rà soát|số hóa|sản phẩm|sản xuất|sắp xếp|sinh viên|sử dụng|thanh niên|thanh tra|"
  "thi hành|thi đua|thiên tai|thiếu nhi|thiết lập|thu hút|thông báo|thông tin|thí điểm|thôn bản|thương mại|"
  "thường xuyên|thường trực|thành lập|thành phố|thương binh|thể dục|thể thao|thủ tục|thực hiện|thực hành|"
  "tiêm chủng|tiêm phòng|tiết kiệm|tiêu cực|tiêu chí|tiếp nhận|tiếp cận|tiếp công|tin học|toàn diện|"
  "toàn dân|toàn quốc|trang thiết|triển khai|trung tâm|trung ương|truyền thông|trách nhiệm|trường học|"
  "trật tự|trẻ em|trọng tâm|tuyên truyền|tuyển dụng|tuyển quân|tuyển sinh|tài chính|tài liệu|tài nguyên|"
  "tài sản|tham nhũng|tham mưu|tháo gỡ|thủy lợi|thủy sản|tư pháp|tư vấn|tác động|tăng cường|tín dụng|"
  "tín ngưỡng|tìm kiếm|tôn giáo|tập huấn|tập trung|tệ nạn|tố cáo|tổ chức|tổ quốc|tội phạm|tổng kết|vi phạm|"
  "viên chức|việc làm|việt nam|văn bản|văn hoá|văn hóa|văn minh|văn nghệ|văn phòng|vận hành|vận động|"
  "vệ sinh|xuất bản|xã hội|xây dựng|xúc tiến|y tế|ô nhiễm|ý kiến|đoàn kết|đoàn thể|đi lại|đào tạo|đánh giá|"
  "đăng ký|đầu tư|đất đai|đặc biệt|đặc khu|đề án|đô thị|địa bàn|địa chính|địa phương|định hướng|định kỳ|"
  "đổi số|đối ngoại|đối thoại|đối tượng|đồng bào|động vật|đời sống|ứng dụng|ứng phó|ủy ban|uỷ ban|ưu tiên|";

/* Open what follows; a line ends before them rather than behind. */
static const char leading[] =
  "|bằng|cho|các|có|của|cùng|do|giữa|hoặc|không|khi|là|mỗi|một|nhằm|những|theo|thuộc|trong|trên|tại|từ|và|"
  "về|vào|với|vì|đến|để|được|đối|ở|";

/* The nouns names of bodies and places start with. */
static const char units[] =
  "|ban|công|huyện|hội|phòng|phường|quận|sở|thành|thị|tỉnh|trung|văn|xã|ủy|đặc|";

/* Whether @word is one of @words, each between bars. */
static gboolean
is_among (const char *word,
          const char *words)
{
  gsize length = strlen (word);

  if (length == 0 || strchr (word, '|') != NULL)
    return FALSE;
  for (const char *at = strstr (words, word); at != NULL; at = strstr (at + 1, word))
    {
      if (at[-1] == '|' && at[length] == '|')
        return TRUE;
    }
  return FALSE;
}

static char *
dup_lower (const DtSetter *setter,
           const Chunk *chunk)
{
  g_autofree char *lower = g_utf8_strdown (setter->text + chunk->start, chunk->end - chunk->start);

  return g_utf8_normalize (lower, -1, G_NORMALIZE_NFC);
}

/* Whether the syllables belong to one word; marks around them do not matter. */
static gboolean
is_compound (const char *left,
             const char *right)
{
  g_autofree char *pair = NULL;
  gsize length = strlen (right);

  while (length > 0 && strchr (",;:.)", right[length - 1]) != NULL)
    length--;
  pair = g_strdup_printf ("%s %.*s", strchr ("(\"", left[0]) != NULL && left[0] != '\0' ? left + 1 : left, (int) length, right);
  return is_among (pair, compounds);
}

static gboolean
starts_upper (const DtSetter *setter,
              const Chunk *chunk)
{
  return g_unichar_isupper (g_utf8_get_char (setter->text + chunk->start));
}

static gboolean
is_all_capitals (const DtSetter *setter,
                 const Chunk *chunk)
{
  const char *end = setter->text + chunk->end;

  for (const char *at = setter->text + chunk->start; at < end; at = g_utf8_next_char (at))
    {
      if (g_unichar_islower (g_utf8_get_char (at)))
        return FALSE;
    }
  return TRUE;
}

/* What it costs to end a line between two chunks that follow each other. */
static int
break_cost (const DtSetter *setter,
            const Chunk *chunks,
            guint n_chunks,
            guint index)
{
  const Chunk *before = &chunks[index - 1];
  const Chunk *after = &chunks[index];
  g_autofree char *left = dup_lower (setter, before);
  g_autofree char *right = dup_lower (setter, after);
  gboolean next_is_word = FALSE;
  gboolean capitals = is_all_capitals (setter, before) && is_all_capitals (setter, after);

  if (index + 1 < n_chunks)
    {
      g_autofree char *next = dup_lower (setter, &chunks[index + 1]);

      next_is_word = is_compound (right, next);
    }

  if (before->end > before->start && strchr (",;:)", setter->text[before->end - 1]) != NULL)
    return is_compound (left, right) ? COST_WORD : COST_MARK;
  if (is_compound (left, right))
    return COST_WORD;
  if (g_str_equal (right, "-"))
    return COST_NUMBER;
  if (g_ascii_isdigit (right[0]))
    return COST_NUMBER;
  if (is_among (left, leading))
    return COST_LEADING;
  if (!capitals && starts_upper (setter, after) &&
      (starts_upper (setter, before) || is_among (left, units)))
    return COST_NAME;
  if (right[0] == '(')
    return COST_MARK;
  if (capitals && is_among (right, units) &&
      (!next_is_word || g_str_equal (right, "thành") || g_str_equal (right, "đặc")))
    return COST_UNIT;
  if (is_among (right, leading) || g_str_equal (right, "năm") || g_str_equal (right, "giai"))
    return COST_LINK;
  return 0;
}

/* The chunks of the atoms; 0 when there are too many. */
static guint
find_chunks (const DtSetter *setter,
             Chunk *chunks)
{
  guint n = 0;
  gboolean forced = FALSE;

  for (guint k = 0; k < setter->atoms->len; k++)
    {
      const DtAtom *atom = &g_array_index (setter->atoms, DtAtom, k);

      if (atom->word == NULL)
        {
          forced = n > 0;
          continue;
        }
      if (atom->blank)
        {
          if (n > 0)
            chunks[n - 1].blank += atom->px;
          continue;
        }
      if (n == 0 || forced || atom->before == DT_BREAK_ALLOWED)
        {
          if (n == MAX_CHUNKS)
            return 0;
          chunks[n++] = (Chunk){ k, atom->start, atom->end, 0, 0, 0, forced };
          forced = FALSE;
        }
      chunks[n - 1].end = atom->end;
      chunks[n - 1].px += atom->px + chunks[n - 1].blank;
      chunks[n - 1].blank = 0;
      chunks[n - 1].loss = dt_setter_italic_loss (setter, atom);
    }
  return n;
}

typedef struct
{
  const DtSetter *setter;
  const Chunk *chunks;
  int costs[MAX_CHUNKS]; /* of starting a line with this chunk */
  guint n;
  int limit;
  int mean;
} Table;

/* Lines needed when filled one after the other; 0 when a chunk is too wide. */
static guint
count_lines (const Chunk *chunks,
             guint n,
             int limit)
{
  guint lines = 1;
  int width = 0;

  for (guint i = 0; i < n; i++)
    {
      int room = (limit - chunks[i].loss) * DT_PX_PER_TWIP;

      if (chunks[i].px > room)
        return 0;
      if (i > 0 && width + chunks[i - 1].blank + chunks[i].px > room)
        {
          lines++;
          width = chunks[i].px;
        }
      else
        {
          width += (i > 0 ? chunks[i - 1].blank : 0) + chunks[i].px;
        }
    }
  return lines;
}

static int
line_cost (const Table *table,
           guint from,
           guint to,
           int width)
{
  gint64 off = (gint64) (table->mean - width) * 100 / MAX (table->limit, 1);
  gint64 cost = off * off;

  if (to - from == 1 && table->n > 1)
    cost += COST_LONELY;
  return (int) MIN (cost, G_MAXINT / 4) + (from > 0 ? table->costs[from] : 0);
}

/* The cheapest way to set chunks [0, n) in @n_lines lines; its cost, or -1. */
static int
solve (const Table *table,
       guint n_lines,
       guint *line_starts)
{
  g_autofree gint64 *cost = g_new (gint64, (n_lines + 1) * (table->n + 1));
  g_autofree guint *from = g_new0 (guint, (n_lines + 1) * (table->n + 1));
  guint row = table->n + 1;
  guint at = table->n;

  for (guint i = 0; i < (n_lines + 1) * row; i++)
    cost[i] = G_MAXINT64 / 2;
  cost[0] = 0;
  for (guint l = 1; l <= n_lines; l++)
    {
      for (guint a = l - 1; a < table->n; a++)
        {
          int px = 0;

          if (cost[(l - 1) * row + a] >= G_MAXINT64 / 2)
            continue;
          for (guint b = a + 1; b <= table->n; b++)
            {
              gint64 sum;

              px += (b > a + 1 ? table->chunks[b - 2].blank : 0) + table->chunks[b - 1].px;
              if (dt_px_to_twips (px) > table->limit - table->chunks[b - 1].loss)
                break;
              sum = cost[(l - 1) * row + a] + line_cost (table, a, b, dt_px_to_twips (px));
              if (sum < cost[l * row + b])
                {
                  cost[l * row + b] = sum;
                  from[l * row + b] = a;
                }
            }
        }
    }

  if (cost[n_lines * row + table->n] >= G_MAXINT64 / 2)
    return -1;
  for (guint l = n_lines; l > 0; l--)
    {
      at = from[l * row + at];
      line_starts[l - 1] = at;
    }
  return (int) CLAMP (cost[n_lines * row + table->n] + 1000, 0, G_MAXINT / 2);
}

/* Balances the chunks between two line feeds. */
static int
balance_stretch (const DtSetter *setter,
                 const Chunk *chunks,
                 guint n,
                 int limit,
                 guint n_lines,
                 GArray *starts)
{
  guint line_starts[MAX_LINES];
  guint least = count_lines (chunks, n, limit);
  Table table = { .setter = setter, .chunks = chunks, .n = n, .limit = limit };
  gint64 total = 0;
  int cost;

  if (n_lines == 0)
    n_lines = least;
  if (least == 0 || n_lines < least || n_lines > MIN (n, MAX_LINES))
    return -1;
  if (n_lines == 1)
    return 1000;

  for (guint i = 0; i < n; i++)
    {
      total += chunks[i].px + chunks[i].blank;
      table.costs[i] = i > 0 ? break_cost (setter, chunks, n, i) : 0;
    }
  table.mean = dt_px_to_twips (total / n_lines);
  cost = solve (&table, n_lines, line_starts);
  for (guint l = 1; cost >= 0 && l < n_lines; l++)
    g_array_append_val (starts, chunks[line_starts[l]].atom);
  return cost;
}

/* Lines of one syllable are worse than one line more or less elsewhere, so as few as possible is
 * tried first and kept unless it leaves one alone. */
int
dt_balance (const DtSetter *setter,
            int limit,
            guint n_lines,
            GArray *starts)
{
  Chunk chunks[MAX_CHUNKS];
  guint n = find_chunks (setter, chunks);
  int cost = 0;

  g_array_set_size (starts, 0);
  if (n == 0)
    return setter->atoms->len == 0 ? 0 : -1;

  for (guint from = 0, to; from < n; from = to)
    {
      int part;

      for (to = from + 1; to < n && !chunks[to].forced; to++)
        ;
      if (from > 0)
        g_array_append_val (starts, chunks[from].atom);
      part = balance_stretch (setter, chunks + from, to - from, limit,
                              from == 0 && to == n ? n_lines : 0, starts);
      if (part < 0)
        return -1;
      cost += part;
    }
  return cost;
}
