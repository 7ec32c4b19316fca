# randomplan.py - plans nobody would write, for trying the exporter on
#
# SPDX-FileCopyrightText: 2026 The Dự Thảo authors
# SPDX-License-Identifier: GPL-3.0-or-later

import random
from xml.sax.saxutils import escape

SYLLABLES = """
ban bản bảo báo biện bồi các cải cán cáo cấp cần chấp chế chỉ chính chủ chức chương công cộng cơ dân dịch dự đạo đầu
đề địa đối đội động đồng giải giao giáo giảm hành hiện hình hóa hoạch hội hợp huy huấn khai khảo khoa kiểm kinh kỳ
kỹ lãnh liên luật lượng lý mục năm năng nghị nghiệp nghĩa ngày nguồn nhân nhiệm nhiều niêm nông phân phát pháp phòng
phổ phối phường quả quản quốc quy quyết quyền rà sách sát sản sinh soát số sơ sự tác tài tập thành tháng theo thể thị
thông thống thời thôn thủ thuận thực thường tiến tiếp tiết tin toán toàn tổ tổng trách triển trình trong trực trung
truyền trường tuyên ứng ủy vận văn vật việc viên vụ vực xã xây xếp xuất ý yêu yếu
""".split()
NUMBERS = ["76/NQ-CP", "118/2025/NĐ-CP", "1669/NQ-UBTVQH15", "57-NQ/TW", "2021-2030", "2026–2030", "15/7/2027",
           "COVID-19", "20%", "3.000.000", "24/7", "21/CT-UBND", "05-06", "(sau đây gọi là Kế hoạch)", "“một cửa”",
           "CVT&LTNN", "https://dichvucong.gov.vn", "…", "và/hoặc", "-", "–", "A-B", "Văn hóa - Xã hội"]


class Maker:
    def __init__(self, seed, sections, numbers):
        self.dice = random.Random(seed)
        self.sections = sections
        self.numbers = numbers
        self.ids = 0

    def identify(self, prefix):
        self.ids += 1
        return "%s%d" % (prefix, self.ids)

    def words(self, least, most, marks=True):
        words = []
        for _ in range(self.dice.randint(least, most)):
            if marks and self.dice.random() < self.numbers:
                words.append(self.dice.choice(NUMBERS))
            else:
                words.append(self.dice.choice(SYLLABLES))
            if marks and self.dice.random() < 0.06:
                words[-1] += self.dice.choice([",", ",", ";", ".", ":"])
        text = " ".join(words)
        return text[:1].upper() + text[1:]

    def emphasised(self, least, most):
        """Words, some bold or italic."""
        pieces = []
        while most > 0:
            n = min(most, self.dice.randint(2, 12))
            mark = self.dice.choice(["", "", "", "**", "*"])
            pieces.append(mark + self.words(n, n, not mark) + mark)
            most -= n
        return " ".join(pieces)

    def table(self):
        columns = self.dice.randint(2, 6)
        rows = ["| " + " | ".join(self.words(1, 3, False) for _ in range(columns)) + " |",
                "|" + "|".join(self.dice.choice(["---", ":-:", "--:"]) for _ in range(columns)) + "|"]
        for _ in range(self.dice.randint(1, 14)):
            rows.append("| " + " | ".join(self.words(0, self.dice.choice([1, 4, 25])) for _ in range(columns)) + " |")
        return rows

    def body(self):
        lines = []
        for _ in range(self.dice.randint(1, 8)):
            kind = self.dice.random()
            text = self.words(3, self.dice.choice([9, 30, 80, 160])) if kind < 0.85 else self.emphasised(10, 60)
            if kind > 0.96:
                lines += self.table()
            else:
                lines.append(self.dice.choice(["", "", "- ", "+ ", "a) ", "1. "]) + text.lstrip("-–… ") + ".")
        return escape("\n".join(lines))

    def section(self, depth):
        parts = ["<section id=\"%s\">" % self.identify("s"), "<title>%s</title>" % escape(self.words(1, 14))]
        if depth < 3 and self.dice.random() < 0.5:
            parts += [self.section(depth + 1) for _ in range(self.dice.randint(1, 4))]
        else:
            parts.append("<body>%s</body>" % self.body())
        return "\n".join(parts + ["</section>"])

    def tasks(self):
        parts = ["<tasks>"]
        for _ in range(self.dice.randint(1, 25)):
            parts.append("<task id=\"%s\">" % self.identify("t"))
            parts.append("<work>%s</work>" % escape(self.words(4, 30)))
            for name in ("lead", "partner", "deadline", "product"):
                parts.append("<%s>%s</%s>" % (name, escape(self.words(1, 8)), name))
            parts.append("</task>")
        return "\n".join(parts + ["</tasks>"])

    def annex(self):
        orientation = self.dice.choice(["", " orientation=\"landscape\""])
        if self.dice.random() < 0.5:
            return "<annex id=\"%s\"%s source=\"tasks\"><title>%s</title></annex>" % (
                self.identify("a"), orientation, escape(self.words(3, 25)))
        return "<annex id=\"%s\"%s><title>%s</title><body>%s</body></annex>" % (
            self.identify("a"), orientation, escape(self.words(3, 25)), self.body())

    def recipients(self):
        parts = ["<recipients>"]
        for _ in range(self.dice.randint(1, 12)):
            parts.append("<recipient id=\"%s\">%s</recipient>" % (self.identify("r"), escape(self.words(2, 12, False))))
        return "\n".join(parts + ["<archive>VT</archive>", "</recipients>"])

    def plan(self):
        parent = self.dice.choice(["", "<parent>HỘI ĐỒNG NHÂN DÂN XÃ AN BÌNH</parent>"])
        name = self.dice.choice(["ỦY BAN NHÂN DÂN\nXÃ AN BÌNH", "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ XÃ AN BÌNH ĐÔNG",
                                 "ỦY BAN NHÂN DÂN ĐẶC KHU AN BÌNH"])
        number = self.dice.choice(["", " number=\"7\"", " number=\"1205\""])
        parts = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                 "<plan xmlns=\"https://duthao.github.io/ns/plan\" version=\"1\" kind=\"ke-hoach\">",
                 "<head%s symbol=\"KH-UBND\" date=\"2027-03-05\" place=\"An Bình\">" % number, parent,
                 "<agency>%s</agency>" % name, "<subject>%s</subject>" % escape(self.words(3, 40)), "</head>"]
        if self.dice.random() < 0.6:
            parts.append("<bases>")
            parts += ["<basis id=\"%s\" lead=\"can-cu\">%s</basis>" % (self.identify("b"), escape(self.words(8, 60)))
                      for _ in range(self.dice.randint(1, 5))]
            parts.append("</bases>")
        parts += ["<opening>%s:</opening>" % escape(self.words(10, 60)), "<sections>"]
        parts += [self.section(1) for _ in range(self.sections)]
        parts += ["</sections>", "<closing>%s</closing>" % escape(self.words(1, 60)), self.recipients(),
                  "<signature><capacity id=\"c1\" form=\"tm\">ỦY BAN NHÂN DÂN</capacity>",
                  "<capacity id=\"c2\">CHỦ TỊCH</capacity><signer>Nguyễn Văn A</signer></signature>", self.tasks()]
        parts += [self.annex() for _ in range(self.dice.randint(0, 3))]
        return "\n".join(part for part in parts if part) + "\n</plan>\n"


def make(seed, sections=4, numbers=0.05):
    """A plan file as text; the same numbers give the same plan."""
    return Maker(seed, sections, numbers).plan()
