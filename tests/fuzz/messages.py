# ruff: noqa: E501 - lists of words
"""Campaigns that nobody wrote: messages of every kind in many scripts, from a seed. The same seed, the same words."""

from collections.abc import Callable
from pathlib import Path
from random import Random

from small_campaign import FILES, write

from campaign.reading.library import bundled

LANGUAGES = (
    "id",
    "en",
    "de",
    "ar",
    "fa",
    "he",
    "zh",
    "zh-TW",
    "ja",
    "ko",
    "th",
    "lo",
    "km",
    "my",
    "bn",
    "hi",
    "ta",
    "jv-Java",
)
RIGHT_TO_LEFT = ("ar", "fa", "he")

# Words of the campaign's subject, and some that are as long as words get.
WORDS: dict[str, str] = {
    "id": "gaji besar tanpa tes langsung berangkat jangan bayar cek perusahaan dulu pertanggungjawaban Kalimantan 25 juta",
    "en": "high pay no test leave at once do not pay ask first misrepresentation responsibilities Kuala Lumpur 2026",
    "de": "hoher Lohn ohne Prüfung sofort Arbeitnehmerüberlassungsgesetz Aufenthaltsgenehmigungsverfahren nicht zahlen 50 %",
    "ar": "راتب مرتفع بدون اختبار السفر هذا الأسبوع لا تدفع تحقق من الشركة أولا والمسؤوليات 2026 KP2MI ٢٥ مليون",
    "fa": "حقوق بالا بدون آزمون همین هفته پرداخت نکنید شرکت را بررسی کنید می‌خواهیم ۲۵ میلیون",
    "he": "שכר גבוה ללא מבחן לטוס השבוע אל תשלמו בדקו את החברה 25 KP2MI",
    "zh": "高薪 工作 不需要 考试 立即 出发 不要 付款 请 核实 公司 二十五 万 2026",
    "zh-TW": "高薪 工作 不需要 考試 立即 出發 不要 付款 請 查證 公司 2026",
    "ja": "高収入 試験 なし すぐに 出発 お金を 払わないで まず 会社を 調べましょう パスポート 2026",
    "ko": "높은 급여 시험 없음 즉시 출발 돈을 내지 마세요 먼저 회사를 확인하세요 2026",
    "th": "เงินเดือน สูง ไม่ต้อง สอบ เดินทาง ทันที อย่า โอนเงิน ตรวจสอบ บริษัท ก่อน ที่ปรึกษา 2026",
    "lo": "ເງິນເດືອນ ສູງ ບໍ່ຕ້ອງ ສອບເສັງ ເດີນທາງ ທັນທີ ຢ່າ ຈ່າຍເງິນ ກວດສອບ ບໍລິສັດ",
    "km": "ប្រាក់ខែ ខ្ពស់ មិនចាំបាច់ ប្រឡង កុំ បង់ប្រាក់ ពិនិត្យ ក្រុមហ៊ុន ជាមុន ព្រឹត្តិការណ៍",
    "my": "လစာကောင်း စာမေးပွဲ မလို ငွေ မပေးပါနှင့် ကုမ္ပဏီကို စစ်ဆေးပါ အလုပ်အကိုင် ပတ်စပို့",
    "bn": "উচ্চ বেতন পরীক্ষা নেই টাকা দেবেন না কোম্পানি যাচাই করুন কর্তৃপক্ষ ২৫ লাখ",
    "hi": "ऊँचा वेतन बिना परीक्षा पैसे मत दो पहले कंपनी जाँचें ज़िम्मेदारियाँ २५ लाख",
    "ta": "அதிக சம்பளம் தேர்வு இல்லை பணம் கொடுக்காதே நிறுவனத்தை சரிபார்க்கவும் பொறுப்புகள்",
    "jv-Java": "ꦲꦏ꧀ꦱꦫ ꦗꦮ ꦱꦸꦒꦼꦁ ꦫꦮꦸꦃ ꦥꦼꦂꦱꦲꦴꦤ꧀ ꦒꦗꦶꦃ",
}  # fmt: skip
UNSPACED = {
    "zh": "",
    "zh-TW": "",
    "ja": "",
    "th": "\u200b",
    "lo": "\u200b",
    "km": "\u200b",
    "my": "\u200b",
    "jv-Java": "\u200b",
}
STOPS = {"zh": "。", "zh-TW": "。", "ja": "。", "hi": "।", "bn": "।", "my": "။", "km": "។", "th": "", "lo": ""}
STRAY = (
    "0800",
    "12345678",
    "Rp1.250.000",
    "Muhammad Abdurrahman Wahyuningtyas",
    "(KP2MI)",
    "“WhatsApp”",
    "العمل",
    "東京",
    "50%",
    "A/B",
)
KINDS = ("tactics", "routes", "checklists", "contacts", "figures", "notices")
LONGEST_TITLE, LONGEST_SUMMARY = 90, 200  # longer ones are refused before anything is drawn
CHANNELS = ("call-centre", "siskop2mi")


class Writer:
    """Writes in one language. ``length`` scales sentences: 1 is what editors aim at."""

    def __init__(self, language: str, random: Random) -> None:
        self.language, self.random = language, random
        self.words = WORDS[language].split()
        self.length = random.choice((0.5, 1, 1, 1, 1.6, 3))

    def phrase(self, shortest: int, longest: int) -> str:
        count = max(1, round(self.random.randint(shortest, longest) * self.length))
        words = [self.random.choice(self.words) for _ in range(count)]
        if self.random.random() < 0.15:
            words.insert(self.random.randrange(count), self.random.choice(STRAY))
        if self.random.random() < 0.03:
            words.append("".join(self.words[:4]))  # a word that no line holds
        between = UNSPACED.get(self.language, " ")
        return "".join(
            word + (" " if not between.strip() and self.random.random() < 0.1 else between) for word in words
        ).strip(" \u200b")

    def sentence(self, shortest: int, longest: int) -> str:
        return self.phrase(shortest, longest) + STOPS.get(self.language, ".")

    def items(self, fewest: int, most: int, sign: str) -> str:
        count = self.random.randint(fewest, most)
        return "".join(f"{sign} **{self.sentence(1, 4)}** {self.sentence(4, 9)}\n" for _ in range(count))

    def marked(self) -> str:
        return f"{self.sentence(3, 6)} =={self.phrase(2, 4)}=={STOPS.get(self.language, '.')} {self.sentence(2, 5)}"


def tactic(w: Writer) -> str:
    return (
        f'## {w.phrase(1, 2)} {{#lure from="{w.phrase(2, 4)}"}}\n{w.marked()} {w.marked()}\n\n'
        f"## {w.phrase(1, 2)} {{#warning-signs}}\n{w.items(3, 3, '1.')}\n## {w.phrase(1, 3)} {{#what-to-do}}\n{w.items(2, 2, '-')}"
    )


def route(w: Writer) -> str:
    return (
        f"## {w.phrase(1, 2)} {{#steps}}\n{w.items(4, 4, '1.')}\n## {w.phrase(1, 3)} {{#what-to-do}}\n{w.items(2, 2, '-')}"
        f"\n## {w.phrase(1, 2)} {{#remember}}\n{w.sentence(5, 12)}\n"
    )


def checklist(w: Writer) -> str:
    return f"## {w.phrase(1, 2)} {{#items}}\n{w.items(5, 5, '1.')}\n## {w.phrase(1, 3)} {{#what-to-do}}\n{w.items(2, 2, '-')}"


def contacts(w: Writer) -> str:
    lines = "".join(f"- **[{w.phrase(1, 4)}](channel:{channel}).** {w.sentence(3, 8)}\n" for channel in CHANNELS * 2)
    return f"## {w.phrase(1, 2)} {{#contacts}}\n{lines}"


def figure(w: Writer) -> str:
    return f"## {w.phrase(1, 2)} {{#meaning}}\n{w.sentence(5, 14)} […](fact:takedowns)\n\n## {w.phrase(1, 2)} {{#what-to-do}}\n{w.items(2, 2, '-')}"


def notice(w: Writer) -> str:
    return f"## {w.phrase(1, 2)} {{#notice}}\n{w.sentence(6, 16)}\n\n## {w.phrase(1, 2)} {{#what-to-do}}\n{w.items(2, 2, '-')}"


BODIES: dict[str, Callable[[Writer], str]] = dict(
    zip(KINDS, (tactic, route, checklist, contacts, figure, notice), strict=True)
)


def message(kind: str, language: str, number: int, seed: int) -> str:
    writer = Writer(language, Random(f"{kind} {language} {number} {seed}"))
    title, summary = writer.phrase(2, 5)[:LONGEST_TITLE].strip(), writer.sentence(5, 10)[:LONGEST_SUMMARY].strip()
    head = f"title: '{title}'\nsummary: '{summary}'\n"
    if language == LANGUAGES[0]:
        fact = "fact: takedowns\n" if kind == "figures" else ""
        head += f"code: UJI-{number:03d}\nversion: 1\nupdated: 2026-11-22\ncall: call-centre\ncheck: siskop2mi\n{fact}"
    return f"---\n{head}---\n\n{BODIES[kind](writer)}"


def write_campaign(root: Path, language: str, count: int, seed: int = 0) -> Path:
    """A campaign of ``count`` messages in Indonesian and another language; the same structure in both."""
    tags = dict.fromkeys((LANGUAGES[0], language))
    spoken = dict.fromkeys((LANGUAGES[0], "en", language))  # the small campaign's registers speak English too
    listed = "".join(f"  - {{tag: {tag}, name: {tag}{'' if tag == 'id' else ', fallback: id'}}}\n" for tag in spoken)
    settings = FILES["content/campaign.yaml"]
    before, _, after = settings.partition("languages:\n")
    files: dict[str, str | None] = {name: None for name in FILES if name.endswith(".md")}
    files["content/platforms.yaml"] = (bundled() / "content/platforms.yaml").read_text("utf-8")
    files["content/campaign.yaml"] = f"{before}languages:\n{listed}{after[after.index('hashtags') :]}"
    for number in range(1, count + 1):
        kind = KINDS[number % len(KINDS)]
        for tag in tags:
            files[f"content/{kind}/m{number}.{tag}.md"] = message(kind, tag, number, seed)
    return write(root, files)
