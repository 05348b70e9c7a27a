"""Documents with planted contradictions, and with figures that only look contradictory. All sentences are our own and all
figures invented; each case has a province and years to itself, so that what is reported tells which case was found."""

PROVINCES = """Hà Giang,Cao Bằng,Bắc Kạn,Tuyên Quang,Lào Cai,Điện Biên,Lai Châu,Sơn La,Yên Bái,Hoà Bình,Thái Nguyên,Lạng Sơn,
Quảng Ninh,Bắc Giang,Phú Thọ,Vĩnh Phúc,Bắc Ninh,Hải Dương,Hưng Yên,Thái Bình,Hà Nam,Nam Định,Ninh Bình,Thanh Hóa,Nghệ An,
Hà Tĩnh,Quảng Bình,Quảng Trị,Quảng Nam,Quảng Ngãi,Bình Định,Phú Yên,Khánh Hòa,Ninh Thuận,Bình Thuận,Kon Tum,Gia Lai,Đắk Lắk,
Đắk Nông,Lâm Đồng,Bình Phước,Tây Ninh,Bình Dương,Đồng Nai,Long An,Tiền Giang,Bến Tre,Trà Vinh,Vĩnh Long,Đồng Tháp,An Giang,
Kiên Giang,Hậu Giang,Sóc Trăng,Bạc Liêu,Cà Mau""".replace("\n", "").split(",")


def year(p, y, sum_, more=""):
    return f"Năm {y}, giá trị viện trợ phi chính phủ nước ngoài tại tỉnh {p} đạt {sum_}{more}."


def at_work(p, day, n):
    return f"Tính đến ngày {day}, tỉnh {p} có {n} tổ chức phi chính phủ nước ngoài đang hoạt động."


def total(p, years, sum_):
    return f"Giai đoạn {years}, tổng giá trị viện trợ phi chính phủ nước ngoài tại tỉnh {p} đạt {sum_}."


# Each gives the sentences of the documents of one case: a list of lists, or of strings for one document each.
# `i` varies the figures; `y` is the first of the years that the case may use.
def different_values(p, y, i):
    return [year(p, y, f"{143 + 3 * i} tỷ đồng"), year(p, y, f"{259 + 5 * i} tỷ đồng")]


def scale(p, y, i):
    small, large = [(f"{14 + i},3 tỷ đồng", f"{14 + i}3 tỷ đồng"), (f"{21 + i} triệu USD", f"{21 + i} tỷ USD")][i % 2]
    return [year(p, y, small), year(p, y, large)]


def one_digit(p, y, i):
    a = 123 + 10 * i
    return [year(p, y, f"{a} tỷ đồng"), year(p, y, f"{a + 4} tỷ đồng" if i % 2 else f"{a + 500} tỷ đồng")]


def expected_and_final(p, y, i):
    return [f"Năm {y}, giá trị viện trợ phi chính phủ nước ngoài tại tỉnh {p} dự kiến đạt {152 + i} tỷ đồng.",
            year(p, y, f"{97 + i} tỷ đồng")]


def stock_as_flow(p, y, i):
    return [at_work(p, f"31/12/{y}", 45 + i),
            f"Năm {y}, tỉnh {p} cấp mới giấy đăng ký cho {45 + i} tổ chức phi chính phủ nước ngoài."]


def parts_exceed_whole(p, y, i):
    return [year(p, y, f"{100 + i} tỷ đồng", f", trong đó lĩnh vực y tế {61 + i} tỷ đồng, lĩnh vực giáo dục {57 + i} tỷ đồng")]


def years_and_total(p, y, i):
    return [[year(p, y + n, f"{31 + i + n} tỷ đồng") for n in range(5)], total(p, f"{y}-{y + 4}", f"{250 + 5 * i} tỷ đồng")]


def shares_exceed_whole(p, y, i):
    return [year(p, y, f"{120 + i} tỷ đồng",
                 f", trong đó lĩnh vực y tế chiếm {41 + i}%, lĩnh vực giáo dục chiếm {38 + i}%, lĩnh vực nông nghiệp chiếm 32%")]


def change_and_base(p, y, i):
    change = f", giảm 25% so với năm {y}" if i % 2 else f", tăng 40% so với năm {y}"
    return [year(p, y, f"{151 + i} tỷ đồng"), year(p, y + 1, f"{133 + i} tỷ đồng", change)]


CONFLICTS = [different_values, scale, one_digit, expected_and_final, stock_as_flow, parts_exceed_whole, years_and_total,
             shares_exceed_whole, change_and_base]


def rounded_and_exact(p, y, i):
    exact = f"{121 + i},37 tỷ đồng"
    return [year(p, y, exact), year(p, y, [f"hơn {121 + i} tỷ đồng", f"khoảng {120 + i} tỷ đồng", f"gần {122 + i} tỷ đồng",
                                           f"{121 + i},4 tỷ đồng", "hơn 120 tỷ đồng"][i % 5])]


def partial_and_full(p, y, i):
    part = [f"Trong 6 tháng đầu năm {y}", f"Trong 9 tháng đầu năm {y}", f"Quý I năm {y}"][i % 3]
    return [year(p, y, f"{160 + i} tỷ đồng"),
            f"{part}, giá trị viện trợ phi chính phủ nước ngoài tại tỉnh {p} đạt {71 + i} tỷ đồng."]


def part_and_whole(p, y, i):
    return [year(p, y, f"{160 + i} tỷ đồng", f", trong đó lĩnh vực y tế {71 + i} tỷ đồng, lĩnh vực giáo dục {33 + i} tỷ đồng")]


def two_currencies(p, y, i):
    return [year(p, y, f"{5 + i} triệu USD"), year(p, y, f"{124 + 23 * i} tỷ đồng")]


def corrected_later(p, y, i):
    return [year(p, y, f"{143 + i} tỷ đồng"), "Đính chính số liệu của báo cáo trước: " + year(p, y, f"{268 + i} tỷ đồng")]


def later_day_of_a_stock(p, y, i):
    return [at_work(p, f"30/6/{y}", 41 + i), at_work(p, f"31/12/{y}", 57 + i)]


def other_status(p, y, i):
    return [at_work(p, f"31/12/{y}", 41 + i),
            f"Tính đến ngày 31/12/{y}, tỉnh {p} có {63 + i} tổ chức phi chính phủ nước ngoài đăng ký hoạt động."]


def shares_of_a_whole(p, y, i):
    return [year(p, y, f"{120 + i} tỷ đồng",
                 ", trong đó lĩnh vực y tế chiếm 41,3%, lĩnh vực giáo dục chiếm 36,2%, lĩnh vực nông nghiệp chiếm 22,5%")]


def years_that_add_up(p, y, i):
    return [[year(p, y + n, f"{30 + i + n} tỷ đồng") for n in range(5)], total(p, f"{y}-{y + 4}", f"{160 + 5 * i} tỷ đồng")]


def change_that_fits(p, y, i):
    return [year(p, y, f"{160 + 20 * i} tỷ đồng"),
            year(p, y + 1, f"{120 + 15 * i} tỷ đồng", f", giảm 25% so với năm {y}")]


def year_and_five_years(p, y, i):
    return [year(p, y + 4, f"{57 + i} tỷ đồng"), total(p, f"{y}-{y + 4}", f"{311 + i} tỷ đồng")]


LOOK_ALIKES = [rounded_and_exact, partial_and_full, part_and_whole, two_currencies, corrected_later, later_day_of_a_stock,
               other_status, shares_of_a_whole, years_that_add_up, change_that_fits, year_and_five_years]

DOCUMENTS = 60


def cases(of_each_conflict=20, of_each_look_alike=5):
    """(name of the case, is it a conflict, province, first year, last year, texts)."""
    slots = iter([(p, y) for y in (2009, 2016) for p in PROVINCES] + [(p, y) for y in (2003, ) for p in PROVINCES] +
                 [(p, y) for y in (1997, ) for p in PROVINCES] + [(p, y) for y in (2022, ) for p in PROVINCES])
    for count, makers in ((of_each_conflict, CONFLICTS), (of_each_look_alike, LOOK_ALIKES)):
        for maker in makers:
            for i in range(count):
                p, y = next(slots)
                yield maker.__name__, makers is CONFLICTS, p, y, y + 5, maker(p, y, i)


def documents(all_cases):
    """The texts of DOCUMENTS reports; the sentences of one case never stand in one report unless they belong there."""
    reports = [[] for _ in range(DOCUMENTS)]
    for n, case in enumerate(all_cases):
        for k, sentences in enumerate(case[5]):
            paragraph = sentences if isinstance(sentences, str) else " ".join(sentences)
            reports[(n + 7 * k) % DOCUMENTS].append(paragraph)
    return ["BÁO CÁO TỔNG HỢP SỐ %d\n\n%s\n" % (n + 1, "\n\n".join(paragraphs)) for n, paragraphs in enumerate(reports)]
