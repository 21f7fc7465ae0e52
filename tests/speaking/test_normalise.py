"""From writing to speech: each written form in words, and what cannot be read, named."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.speaking.normalise import speakable

INDONESIAN = [
    # addresses and handles
    ("Cek di siskop2mi.bp2mi.go.id.", "Cek di siskop-dua-em-i titik be-pe-dua-em-i titik go titik i-de."),
    ("Buka https://kp2mi.go.id", "Buka ka-pe-dua-em-i titik go titik i-de"),
    ("Buka https://kp2mi.go.id/.", "Buka ka-pe-dua-em-i titik go titik i-de."),
    ("http://lapor.go.id", "lapor titik go titik i-de"),
    ("aduankonten.id atau aduannomor.id", "aduan-konten titik i-de atau aduan-nomor titik i-de"),
    ("(cekrekening.id)", "cek-rekening titik i-de"),
    ("iasc.ojk.go.id", "i-a-es-ce titik o-je-ka titik go titik i-de"),
    (
        "siskop2mi.bp2mi.go.id/lowongan/list",
        "siskop-dua-em-i titik be-pe-dua-em-i titik go titik i-de garis miring lowongan garis miring lis",
    ),
    ("xyz.com", "eks-ye-zet titik kom"),
    ("b2b.co.id", "be-dua-be titik ko titik i-de"),
    ("safe-kerja.id", "es-a-ef-e strip ka-e-er-je-a titik i-de"),
    ("Surel lpsk@lpsk.go.id", "Surel el-pe-es-ka et el-pe-es-ka titik go titik i-de"),
    ("Ikuti @bp2mi_ri", "Ikuti et be-pe-dua-em-i garis bawah er-i"),
    ("Ikuti @kp2mi.", "Ikuti et ka-pe-dua-em-i."),
    # ordinals
    ("hari ke-3", "hari ketiga"),
    ("yang ke-1", "yang pertama"),
    ("abad ke-21", "abad kedua puluh satu"),
    ("Ke-10 kalinya", "kesepuluh kalinya"),
    # money
    ("Rp25 juta", "dua puluh lima juta rupiah"),
    ("Rp 1.500.000", "satu juta lima ratus ribu rupiah"),
    ("Rp500.000,00", "lima ratus ribu rupiah"),
    ("Rp500.000,-", "lima ratus ribu rupiah"),
    ("Rp. 10.000", "sepuluh ribu rupiah"),
    ("Rp2,5 juta", "dua koma lima juta rupiah"),
    ("Rp5–10 juta", "lima sampai sepuluh juta rupiah"),
    ("Rp2-9 juta", "dua sampai sembilan juta rupiah"),
    ("Rp5 juta–Rp10 juta", "lima juta sampai sepuluh juta rupiah"),
    ("Rp900 ribu – 1 juta", "sembilan ratus ribu sampai satu juta rupiah"),
    ("Rp15 miliar", "lima belas miliar rupiah"),
    ("Rp5jt", "lima juta rupiah"),
    ("gaji 25jt", "gaji dua puluh lima juta"),
    ("bayar 500rb", "bayar lima ratus ribu"),
    ("USD 800–1.200", "delapan ratus sampai seribu dua ratus dolar Amerika"),
    ("US$1.000", "seribu dolar Amerika"),
    ("RM 1.700", "seribu tujuh ratus ringgit"),
    ("1.000 dolar", "seribu dolar"),
    ("4,5 juta", "empat koma lima juta"),
    # dates
    ("Jumat, 7 Maret 2025", "Jumat, tujuh Maret dua ribu dua puluh lima"),
    ("7 Mar. 2025", "tujuh Maret dua ribu dua puluh lima"),
    ("17 Agt 2026", "tujuh belas Agustus dua ribu dua puluh enam"),
    ("7–9 Maret", "tujuh sampai sembilan Maret"),
    ("November 2025", "November dua ribu dua puluh lima"),
    ("Des 2026", "Desember dua ribu dua puluh enam"),
    ("15/12/2025", "lima belas Desember dua ribu dua puluh lima"),
    ("15-12-2025", "lima belas Desember dua ribu dua puluh lima"),
    ("2025-12-15", "lima belas Desember dua ribu dua puluh lima"),
    ("1 Mei", "satu Mei"),
    # telephone numbers
    ("Hubungi 0800-1000.", "Hubungi nol delapan nol nol, satu nol nol nol."),
    ("WA 0811-8080-141", "we-a nol delapan satu satu, delapan nol delapan nol, satu empat satu"),
    ("+62 21 2924 4800", "plus enam dua, dua satu, dua sembilan dua empat, empat delapan nol nol"),
    ("(021) 2968 1560", "nol dua satu, dua sembilan enam delapan, satu lima enam nol"),
    ("+855 12 813 282", "plus delapan lima lima, satu dua, delapan satu tiga, dua delapan dua"),
    ("telepon 110", "telepon satu satu nol"),
    ("Telepon: 129", "Telepon: satu dua sembilan"),
    ("SMS 1708", "es-em-es satu tujuh nol delapan"),
    ("hubungi 1500-630", "hubungi satu lima nol nol, enam tiga nol"),
    ("telepon 3 orang", "telepon tiga orang"),
    # clock times
    ("pukul 08.00 WIB", "pukul delapan waktu Indonesia barat"),
    ("08.00–16.00 WIB", "pukul delapan sampai pukul enam belas waktu Indonesia barat"),
    ("pukul 09.05 WITA", "pukul sembilan lewat lima menit waktu Indonesia tengah"),
    ("jam 13.30", "pukul tiga belas lewat tiga puluh menit"),
    ("pukul 7.30 sampai 9.00 WIT", "pukul tujuh lewat tiga puluh menit sampai pukul sembilan waktu Indonesia timur"),
    ("23:59", "pukul dua puluh tiga lewat lima puluh sembilan menit"),
    ("24 jam", "dua puluh empat jam"),
    # laws
    ("UU No. 18 Tahun 2017", "undang-undang nomor delapan belas tahun dua ribu tujuh belas"),
    ("UU 18/2017", "undang-undang nomor delapan belas tahun dua ribu tujuh belas"),
    ("Perpres 165/2024", "Perpres nomor seratus enam puluh lima tahun dua ribu dua puluh empat"),
    ("Nomor 5", "nomor lima"),
    ("Pasal 13", "Pasal tiga belas"),
    ("Tahun 2017", "Tahun dua ribu tujuh belas"),
    # abbreviations
    ("PMI", "pe-em-i"),
    ("CPMI dan PMI", "ce-pe-em-i dan pe-em-i"),
    ("E-PMI", "e-pe-em-i"),
    ("SISKOP2MI", "siskop-dua-em-i"),
    ("SP4N-LAPOR!", "es-pe-empat-en lapor"),
    ("BP3MI/KP2MI".replace("/", " atau "), "be-pe-tiga-em-i atau ka-pe-dua-em-i"),
    ("KTP-mu dan non-PMI", "ka-te-pe-mu dan non-pe-em-i"),
    ("skema G to G", "skema ji tu ji"),
    ("kartu AK1", "kartu a-ka-satu"),
    ("SAPA 129", "sapa seratus dua puluh sembilan"),  # no register and no word says that it is a number to call
    ("lewat WhatsApp", "lewat wotsap"),
    ("paspor, visa, dll.", "paspor, visa, dan lain-lain"),
    # numbers
    ("23–27 situs", "dua puluh tiga sampai dua puluh tujuh situs"),
    ("2-3 hari", "dua sampai tiga hari"),
    ("2025–2026", "dua ribu dua puluh lima sampai dua ribu dua puluh enam"),
    ("82 %", "delapan puluh dua persen"),
    ("5%", "lima persen"),
    ("50–60 %", "lima puluh sampai enam puluh persen"),
    ("26,8 persen", "dua puluh enam koma delapan persen"),
    ("0,5", "nol koma lima"),
    ("5.088 kasus", "lima ribu delapan puluh delapan kasus"),
    ("lebih dari 5 juta", "lebih dari lima juta"),
    ("1.001.000", "satu juta seribu"),
    ("3x lipat", "tiga kali lipat"),
    ("tahun 1990-an", "tahun seribu sembilan ratus sembilan puluhan"),
    ("Ada 3.", "Ada tiga."),
    # punctuation
    ("resmi (gratis), aman", "resmi, gratis, aman"),
    ("gaji – besar", "gaji, besar"),
    ("“Langsung ke majikan.”", "Langsung ke majikan."),
    ("aman & tenang", "aman dan tenang"),
    ("Jum'at", "Jum'at"),
]

OTHERS = [
    ("en", "On 7 March 2025", "On the seventh of March twenty twenty-five"),
    ("en", "March 7, 2025", "the seventh of March twenty twenty-five"),
    ("en", "at 08:30", "at eight thirty in the morning"),
    ("en", "at 13:00", "at one o'clock in the afternoon"),
    ("en", "Rp25 million", "twenty-five million rupiah"),
    ("en", "USD 1,200", "one thousand two hundred American dollars"),
    ("en", "5,000,000 people", "five million people"),
    ("en", "26.8%", "twenty-six point eight percent"),
    ("en", "call 0800-1000", "call zero eight zero zero, one zero zero zero"),
    ("en", "the 3rd sign", "the third sign"),
    ("en", "Law No. 18 of 2017", "Law number eighteen of twenty seventeen"),
    ("en", "kp2mi.go.id", "kay-pee-two-em-eye dot go dot eye-dee"),
    ("en", "in 1999", "in nineteen ninety-nine"),
    ("jv", "7 Maret 2025", "pitu Maret rong ewu selawe"),
    ("jv", "Rp25 yuta", "selawe yuta rupiah"),
    ("jv", "Hubungana 0800-1000", "Hubungana nol wolu nol nol, siji nol nol nol"),
    ("jv", "jam 08.00", "jam wolu"),
    ("jv", "50 %", "seket persen"),
    ("jv", "BP3MI", "be-pe-telu-em-i"),
    ("su", "7 Maret 2025", "tujuh Maret dua rébu dua puluh lima"),
    ("su", "Rp1.000", "sarébu rupiah"),
    ("su", "jam 08.00", "tabuh dalapan"),
    ("su", "ka-3", "katilu"),
    ("su", "10–12 taun", "sapuluh nepi ka dua belas taun"),
]


@pytest.mark.parametrize(("written", "spoken"), INDONESIAN)
def test_indonesian_in_words(written, spoken, lexicons):
    """Every form that official copy uses has one reading, and nothing is left over."""
    said = speakable(written, lexicons["id"])
    assert (said.text, said.leftovers) == (spoken, ())


@pytest.mark.parametrize(("language", "written", "spoken"), OTHERS)
def test_other_languages_in_words(language, written, spoken, lexicons):
    """The rules are one; words and punctuation are the language's own."""
    said = speakable(written, lexicons[language])
    assert (said.text, said.leftovers) == (spoken, ())


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("Kode M01 itu", ("M01",)),
        ("buka 24/7", ("24/7",)),
        ("agen 007", ("007",)),
        ("JANGAN bayar", ("JANGAN",)),
        ("KP2MI/BP2MI", ("KP2MI/BP2MI",)),
        ("tagar #MigrasiAman", ("#MigrasiAman",)),
        ("32/12/2025", ("32/12/2025",)),
        ("pukul 25.00", ("25.00",)),
        ("nomor 1500-630", ("1500-630",)),  # a range that runs backwards is no range, and nothing says it is a phone
        ("kata.kata", ("kata.kata",)),
        ("lapor.go.id/cari?q=1", ("lapor.go.id/cari?q=1",)),
        ("1.2.3", ("1.2.3",)),
        ("gaji 5jt/bulan", ("5jt/bulan",)),
        ("suhu 30°", ("30°",)),
        ("A4, A4 dan B5", ("A4", "B5")),
    ],
)
def test_what_cannot_be_read_is_named(written, left, lexicons):
    """A form that no rule knows is reported as it is written, each once."""
    assert speakable(written, lexicons["id"]).leftovers == left


@given(st.text(alphabet=st.sampled_from("aA1 0.,-–/@#%:()Rp+jutKEI“”"), max_size=40))
def test_either_all_is_read_or_something_is_named(lexicons, written):
    """No digit and no sign reaches a voice unless it is among the leftovers."""
    said = speakable(written, lexicons["id"])
    assert said.leftovers or not re.search(r"[0-9@#/%+]", said.text)


@given(st.text(max_size=60))
def test_any_text_at_all_can_be_looked_at(lexicons, written):
    """Nothing that an author types makes the normaliser fail; plain words stay what they are."""
    said = speakable(f"awal {written} akhir", lexicons["id"])
    assert said.text.startswith("awal")
    assert said.text.endswith("akhir")


def test_a_register_says_what_is_a_telephone_number(lexicons):
    """A short number is an amount until it is known to be a contact."""
    assert speakable("Kontak 157", lexicons["id"]).text == "Kontak seratus lima puluh tujuh"
    assert speakable("Kontak 157", lexicons["id"], ["157"]).text == "Kontak satu lima tujuh"


def test_announcers_see_abbreviations_and_hear_of_them_in_the_list(lexicons):
    """Their text has numbers in words, but PMI stays PMI; how it sounds stands in the list, once, in reading order."""
    said = speakable("PMI, hubungi KP2MI 0800-1000. PMI!", lexicons["id"])
    assert said.printed.replace("\u00a0", " ") == "PMI, hubungi KP2MI nol delapan nol nol, satu nol nol nol. PMI!"
    assert said.pronunciations == (
        ("PMI", "pe-em-i"),
        ("KP2MI", "ka-pe-dua-em-i"),
        ("0800-1000", "nol delapan nol nol, satu nol nol nol"),
    )


def test_the_digits_of_a_group_stay_on_one_line(lexicons):
    """In the announcer's text a telephone number breaks only between its groups."""
    said = speakable("0800-1000", lexicons["id"])
    assert said.printed.split(", ") == ["nol\u00a0delapan\u00a0nol\u00a0nol", "satu\u00a0nol\u00a0nol\u00a0nol"]
