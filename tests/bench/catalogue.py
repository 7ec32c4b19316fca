#!/usr/bin/env python3
# catalogue.py - loading and searching a large catalogue, next to SQLite, and finding citations
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""catalogue.py BUILDDIR [N]

Makes a catalogue of N documents (200,000), loads it, and types queries into it
letter by letter.  SQLite's full text search gets the same folded text and the
same queries: without ranking, the first 50, and ranked by bm25, the best 50.
Then finds the citations in running text, and in one pattern of ten megabytes and
of an eighth of that.
"""

import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import unicodedata
from pathlib import Path

LIMIT = 50
PER_FILE = 20000

# Ceilings: seconds, MiB, milliseconds.
MAX_LOAD, MAX_MEMORY, MAX_MEDIAN, MAX_P95 = 1.0, 200, 3.0, 10.0
# Megabytes a second of running text, and how much longer eight times the pattern may take.
MIN_SPEED, MAX_GROWTH = 50, 12

ISSUERS = [("NĐ-CP", "Nghị định", "Chính phủ", True), ("NQ-CP", "Nghị quyết", "Chính phủ", False),
           ("QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ", False), ("CT-TTg", "Chỉ thị", "Thủ tướng Chính phủ", False)]
ISSUERS += [("TT-" + code, "Thông tư", name, True) for code, name in (
    ("BNV", "Bộ Nội vụ"), ("BTC", "Bộ Tài chính"), ("BTP", "Bộ Tư pháp"), ("BYT", "Bộ Y tế"), ("BXD", "Bộ Xây dựng"),
    ("BCT", "Bộ Công Thương"), ("BKHCN", "Bộ Khoa học và Công nghệ"), ("BGDĐT", "Bộ Giáo dục và Đào tạo"))]
PLACES = ("Bình Minh, Hòa Bình, An Lạc, Đông Sơn, Tân Phú, Vĩnh Thịnh, Phú Lộc, Xuân Trường, Mỹ Lâm, Đại Thắng, Yên Khê, "
          "Thượng Cát, Hạ Long, Trà Giang, Cẩm Sơn, Quỳnh Lưu, Ngọc Hải, Thanh Bình, Lạc Thủy, Kim Đồng").split(", ")
OPENINGS = ("về việc, ban hành Kế hoạch, ban hành Quy chế, phê duyệt Đề án, quy định, sửa đổi, bổ sung một số điều của, "
            "quy định chi tiết, hướng dẫn, về, phê duyệt Chương trình, công bố Danh mục, điều chỉnh, kiện toàn Ban Chỉ đạo")
OPENINGS = [o.replace("đổi;", "đổi,") for o in OPENINGS.replace("sửa đổi, bổ", "sửa đổi; bổ").split(", ")]
PHRASES = """cải cách hành chính; chuyển đổi số; thủ tục hành chính; ngân sách nhà nước; phát triển kinh tế - xã hội;
quản lý đất đai; bồi thường, hỗ trợ, tái định cư; xây dựng nông thôn mới; giảm nghèo bền vững; đào tạo, bồi dưỡng cán bộ;
công chức, viên chức; tinh giản biên chế; thi đua, khen thưởng; tiếp công dân; giải quyết khiếu nại, tố cáo; phòng, chống
tham nhũng; thực hành tiết kiệm, chống lãng phí; bảo vệ môi trường; phòng cháy, chữa cháy; an toàn giao thông; an toàn thực
phẩm; y tế dự phòng; bảo hiểm xã hội; bảo hiểm y tế; giáo dục mầm non; phổ cập giáo dục; văn hóa, thể thao và du lịch; di sản
văn hóa; thông tin và truyền thông; an ninh mạng; bảo vệ bí mật nhà nước; lưu trữ; văn thư; chứng thực; hộ tịch; quốc tịch;
hòa giải ở cơ sở; phổ biến, giáo dục pháp luật; trợ giúp pháp lý; đầu tư công; đấu thầu; tài sản công; giá dịch vụ; thuế sử
dụng đất; phí và lệ phí; kế toán; kiểm toán; thống kê; hợp tác xã; doanh nghiệp nhỏ và vừa; khu công nghiệp; xuất khẩu, nhập
khẩu; thương mại điện tử; khuyến nông; thủy lợi; thú y; bảo vệ và phát triển rừng; khoáng sản; tài nguyên nước; khí tượng thủy
văn; quy hoạch đô thị; nhà ở xã hội; cấp nước sạch; chất thải rắn; giao thông nông thôn; dân quân tự vệ; nghĩa vụ quân sự;
người có công; trẻ em; người cao tuổi; bình đẳng giới; tôn giáo; dân tộc thiểu số; thanh niên; cựu chiến binh; dân chủ ở cơ sở;
tổ chức bộ máy; vị trí việc làm; tiền lương; sắp xếp đơn vị hành chính; chính quyền địa phương; một cửa, một cửa liên thông;
dịch vụ công trực tuyến; cơ sở dữ liệu quốc gia; định danh và xác thực điện tử; chữ ký số; khoa học, công nghệ và đổi mới sáng
tạo; sở hữu trí tuệ; tiêu chuẩn, quy chuẩn kỹ thuật; đo lường; năng lượng; điện lực; hóa chất; vật liệu nổ; xăng dầu"""
PHRASES = [" ".join(p.split()) for p in PHRASES.split(";")]
ENDINGS = ["trên địa bàn xã %s", "của phường %s", "giai đoạn 2021-2030 tại huyện %s", "năm 2025 của tỉnh %s",
           "thuộc phạm vi quản lý của Ủy ban nhân dân xã %s", "trong lĩnh vực được giao tại %s"]

QUERIES = ["nghi quyet 76", "cai cach hanh chinh", "1588", "nghị định 30/2020/nđ-cp", "chuyển đổi số bình minh",
           "quyet dinh ubnd 2021", "tt-btc 40/2017", "khen thuong thi dua", "phuong ngoc hai an toan thuc pham",
           "bo noi vu tien luong", "đất đai", "mot cua lien thong"]


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def make_document(rand):
    """Number, type, body, date, subject."""
    year = min(2025, 1995 + int(31 * rand.random() ** 0.5))
    date = "%d-%02d-%02d" % (year, rand.randint(1, 12), rand.randint(1, 28))
    place = rand.choice(PLACES)
    if rand.random() < 0.35:
        symbol, kind, issuer, with_year = rand.choice(ISSUERS)
    else:
        symbol, kind = rand.choice([("QĐ-UBND", "Quyết định"), ("KH-UBND", "Kế hoạch"), ("NQ-HĐND", "Nghị quyết")])
        issuer, with_year = ("Hội đồng" if "HĐND" in symbol else "Ủy ban") + " nhân dân xã " + place, False
    number = int((2000 if with_year else 4000) * rand.random() ** 2) + 1
    number = "%02d/%s%s" % (number, "%d/" % year if with_year else "", symbol)
    count = rand.choice([2, 2, 3, 3, 4])
    phrases = [PHRASES[int(len(PHRASES) * rand.random() ** 1.5)] for _ in range(count)]
    subject = "%s %s %s" % (rand.choice(OPENINGS), "; ".join(phrases), rand.choice(ENDINGS) % place)
    return number, kind, issuer, date, subject


def write_document(out, document, others, rand):
    number, kind, issuer, date, subject = document
    out.write('  <document number="%s" type="%s" issuer="%s" date="%s">\n    <subject>%s</subject>\n'
              '    <validity status="in-force"/>\n' % tuple(map(escape, (number, kind, issuer, date, subject))))
    if others and rand.random() < 0.2:
        other = rand.choice(others)
        out.write('    <relation kind="%s" target="%s@%s"/>\n' % (
            rand.choice(["replaces", "amends", "implements"]), escape(other[0]), other[3]))
    out.write("    <source>bench</source>\n  </document>\n")


def make_pack(folder, count):
    """A pack with so many documents; returns them. The same every time."""
    rand = random.Random(1)
    (folder / "catalog").mkdir(parents=True)
    (folder / "pack.xml").write_text(
        '<pack xmlns="https://duthao.github.io/ns/pack" format="1"><id>bench</id><version>1</version>'
        "<title>bench</title><publisher>bench</publisher></pack>\n", encoding="utf-8")
    documents, known = [], set()
    while len(documents) < count:
        document = make_document(rand)
        # A number with a year is given once.
        key = document[0] if "/%s/" % document[3][:4] in document[0] else (document[0], document[2], document[3])
        if key not in known:
            known.add(key)
            documents.append(document)
    for start in range(0, count, PER_FILE):
        path = folder / "catalog" / ("part-%02d.xml" % (start // PER_FILE))
        earlier = documents[:start]
        with path.open("w", encoding="utf-8") as out:
            out.write('<?xml version="1.0" encoding="UTF-8"?>\n'
                      '<catalog xmlns="https://duthao.github.io/ns/catalog" version="1">\n')
            for document in documents[start:start + PER_FILE]:
                write_document(out, document, earlier, rand)
            out.write("</catalog>\n")
    return documents


def fold(text):
    text = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c for c in text if not unicodedata.combining(c))


def as_typed(queries):
    """What stands in the search field after each letter."""
    return list(dict.fromkeys(q[:n].strip() for q in queries for n in range(1, len(q) + 1) if q[:n].strip()))


def make_match(query):
    """Words in any order, the last half typed, in the language of FTS5."""
    words = "".join(c if c.isalnum() else " " for c in fold(query)).split()
    return " ".join('"%s"' % w for w in words) + "*"


def measure_sqlite(documents, queries, repeats):
    """Median milliseconds per query: unranked and ranked; seconds to build."""
    started = time.perf_counter()
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE t USING fts5(text, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')")
    db.executemany("INSERT INTO t VALUES (?)", ((fold(" ".join(d)),) for d in documents))
    built = time.perf_counter() - started
    results = {}
    for name, order in (("unranked", ""), ("bm25", " ORDER BY rank")):
        statement = "SELECT rowid FROM t WHERE t MATCH ?%s LIMIT %d" % (order, LIMIT)
        results[name] = []
        for query in queries:
            samples, match = [], make_match(query)
            # Ranking everything takes long.
            for _ in range(1 if order else repeats):
                begin = time.perf_counter()
                db.execute(statement, (match,)).fetchall()
                samples.append((time.perf_counter() - begin) * 1000)
            results[name].append(statistics.median(samples))
    return results, built


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))]


def describe(name, times):
    print("  %-28s median %8.3f ms   95 %% %8.3f ms   worst %8.3f ms" % (
        name, statistics.median(times), percentile(times, 0.95), max(times)), flush=True)


def measure(build, count=200000, repeats=5):
    """Prints the figures and returns whether ours are within the ceilings."""
    program = build / "tests" / "bench" / "bench-catalog-search"
    queries = as_typed(QUERIES)
    with tempfile.TemporaryDirectory() as scratch:
        pack, typed = Path(scratch) / "pack", Path(scratch) / "queries"
        documents = make_pack(pack, count)
        typed.write_text("\n".join(queries) + "\n", encoding="utf-8")
        runs = [subprocess.run([program, pack, typed, str(repeats)], check=True, capture_output=True, text=True).stdout
                for _ in range(3)]
    heads = [run.splitlines()[0].split() for run in runs]
    load, work = (min(float(head[i]) for head in heads) / 1000 for i in (1, 2))
    memory = max(int(head[3]) for head in heads) / 1024
    ours = [float(line.split()[1]) for line in runs[0].splitlines()[1:]]
    theirs, built = measure_sqlite(documents, queries, repeats)
    print("catalogue of %s documents, %d queries as they are typed" % (heads[0][0], len(queries)))
    print("  %-28s %.2f s, of the processor %.2f s, %.0f MiB (SQLite: %.1f s to build)" % ("load", load, work, memory, built))
    describe("ours, ranked", ours)
    describe("SQLite FTS5, unranked", theirs["unranked"])
    describe("SQLite FTS5, bm25", theirs["bm25"])
    # Beside other programs the clock says little.
    return (min(load, work) <= MAX_LOAD and memory <= MAX_MEMORY and statistics.median(ours) <= MAX_MEDIAN
            and percentile(ours, 0.95) <= MAX_P95 and statistics.median(ours) <= statistics.median(theirs["unranked"]))


def write_date(rand, day):
    year, month, number = day.split("-")
    if rand.random() < 0.5:
        return "ngày %s tháng %s năm %s" % (number, month if int(month) < 3 else int(month), year)
    return "ngày %s/%s/%s" % (number, month if int(month) < 3 else int(month), year)


def write_paragraph(rand):
    """A paragraph as plans have them: now and then a citation, here and there a figure or a date."""
    words = []
    for _ in range(rand.randint(2, 5)):
        for _ in range(rand.randint(2, 4)):
            words += [rand.choice(OPENINGS), rand.choice(PHRASES), rand.choice(ENDINGS[1:3]) % rand.choice(PLACES)]
        chance = rand.random()
        if chance < 0.15:
            number, kind, issuer, day, subject = make_document(rand)
            words.append("theo %s số %s %s của %s %s" % (kind, number, write_date(rand, day), issuer, subject))
        elif chance < 0.3:
            words.append("đạt %d,%d%% trước ngày %d/%d" % (rand.randint(1, 99), rand.randint(0, 9), rand.randint(1, 28),
                                                          rand.randint(1, 12)))
        words[-1] += "."
    return " ".join(words)


def write_texts(folder, megabytes=10):
    """Running text, and a pattern that looks like the beginning of a citation, long and an eighth of that."""
    rand, text, size = random.Random(2), [], 0
    while size < megabytes * 1000000:
        text.append(write_paragraph(rand))
        size += len(text[-1].encode()) + 1
    paths = [folder / name for name in ("running.txt", "short.txt", "long.txt")]
    paths[0].write_text("\n".join(text), encoding="utf-8")
    for path, share in zip(paths[1:], (8, 1)):
        path.write_text("76/NQ-" * (megabytes * 1000000 // 6 // share), encoding="utf-8")
    return paths


def measure_parser(build, times=5):
    """Prints the figures and returns whether the speed is within the limits."""
    with tempfile.TemporaryDirectory() as scratch:
        paths = write_texts(Path(scratch))
        out = subprocess.run([build / "tests" / "bench" / "bench-catalog-parse", str(times), *paths], check=True,
                             capture_output=True, text=True).stdout
    rows = [[float(f) for f in line.split()] for line in out.splitlines()]
    (size, found, clock, work), short, long = rows
    speed = size / 1000 / min(clock, work)
    growth = min(long[2:]) / min(short[2:])
    print("citations in %.1f MB of running text: %d" % (size / 1e6, found))
    print("  %-28s %.1f ms, of the processor %.1f ms, %.0f MB/s" % ("running text", clock, work, speed))
    print("  %-28s %.1f ms, an eighth of it %.1f ms, %.1f times as long" % (
        "%.0f MB of 76/NQ-" % (long[0] / 1e6), min(long[2:]), min(short[2:]), growth))
    return speed >= MIN_SPEED and growth <= MAX_GROWTH


def run(build, *count):
    programs = ["tests/bench/bench-catalog-" + name for name in ("search", "parse")]
    subprocess.run(["ninja", "-C", str(build), "--quiet", *programs], check=True)
    print("  within the limits" if measure(build, *count) else "  MISSED", flush=True)
    print("  within the limits" if measure_parser(build) else "  MISSED")


if __name__ == "__main__":
    run(Path(sys.argv[1]).resolve(), *[int(a) for a in sys.argv[2:3]])
