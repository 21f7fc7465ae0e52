"""Plain language: what is counted, and what is left alone."""

import pytest
from checking.test_rules import faults

from campaign.checking.example import placed


def codes(tmp_path, words, slot="truth"):
    return [problem.code for problem in faults(tmp_path, placed(slot, words).files)]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Pekerja ilegal sulit ditolong.", "LG004"),
        ("TKW Ilegal sulit ditolong.", "LG004"),
        ("Jangan mudah percaya.", "LG005"),
        ("Ditipu itu salahmu sendiri.", "LG005"),
        ("Kami melakukan pengecekan.", "LG003"),
        ("Tanya ke LTSA.", "LG007"),
        ("Awas!!!", "LG008"),
    ],
)
def test_words_that_hurt_or_hide_are_named(tmp_path, words, code):
    """Each list finds its own, in whatever capitals."""
    assert codes(tmp_path, words) == [code]


@pytest.mark.parametrize(
    "words",
    [
        "Penipu bilang: “TKI ilegal gampang berangkat”.",
        "Perusahaan itu punya KTP, SIM, dan WA.",
        "Tanya ke layanan satu atap (LTSA). LTSA ada di kotamu.",
        "KP2MI dan P2MI adalah nama yang sama.",
        "Kalau ragu, tanya dulu.",
    ],
)
def test_quoted_known_and_explained_words_are_left_alone(tmp_path, words):
    """A fraudster's words in quotation marks are his; what everybody knows or was told needs no explanation."""
    assert codes(tmp_path, words) == []


@pytest.mark.parametrize(
    ("lead", "is_found"),
    [
        ("Visa kerja tidak perlu", True),
        ("“Visa kerja tidak perlu”", False),
        ("Visa dianggap tidak perlu", False),
        ("Dijamin berangkat", True),
        ("Katanya dijamin berangkat", False),
        ("Tanpa tes dan kontrak", False),
        ("Umur bisa diatur", True),
    ],
)
def test_a_promise_that_stands_alone_is_quoted_or_attributed(tmp_path, lead, is_found):
    """A picture that prints only the leads must not read as advice."""
    assert ("LG009" in codes(tmp_path, f"2. **{lead}.** Jalur resmi selalu ada tes.", "sign")) == is_found


def test_a_long_sentence_is_marked_where_it_stands(tmp_path):
    """The second sentence, with the number of its words."""
    long = " ".join(["kata"] * 25)
    [problem] = faults(tmp_path, placed("truth", f"Pendek saja. Ini {long}.").files)
    assert (problem.code, problem.column, "26 words" in problem.message) == ("LG001", 14, True)


def test_plain_language_can_be_made_an_error_or_switched_off(tmp_path):
    """campaign.yaml decides."""
    for level, expected in (("error", [("LG004", "error")]), ("off", [])):
        files = dict(placed("truth", "Pekerja ilegal sulit ditolong.").files)
        files["content/campaign.yaml"] += f"rules: {{LG004: {level}}}\n"
        assert [(p.code, p.level) for p in faults(tmp_path, files)] == expected
