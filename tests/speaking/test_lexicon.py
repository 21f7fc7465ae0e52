"""The lexicon: read from data, checked before it is used."""

import pytest

from campaign.problems import CampaignError
from campaign.speaking.lexicon import read_lexicons

SMALL = """\
id:
  group: "."
  decimal: ","
  months: [a, b, c, d, e, f, g, h, i, j, k, l]
  date: "{day} {month}"
  clock: "pukul {hour}"
  clock-minutes: "pukul {hour} lewat {minute}"
  currencies: {Rp: rupiah}
  magnitudes: {juta: juta}
  phrases: {to: sampai, percent: persen, point: koma, times: kali, number: nomor, year: tahun, and: dan, dot: titik,
    slash: miring, hyphen: strip, underscore: bawah, at: et}
  letters: {n: en}
  words: {no: nomor, PMI: pe-em-i}
"""


def problem_of(text: str):
    with pytest.raises(CampaignError) as caught:
        read_lexicons(text, "lexicon.yaml")
    [problem] = caught.value.problems
    return problem


def test_words_stay_text():
    """ "no" is a word to say, not a truth value."""
    assert read_lexicons(SMALL)["id"].words["no"] == "nomor"


def test_a_language_takes_from_its_base_what_it_does_not_say_itself():
    """Entries are merged one by one, so that a regional language lists only its own."""
    lexicon = read_lexicons(SMALL + "su:\n  base: id\n  words: {PMI: pé-em-i}\n  phrases: {to: nepi ka}\n")["su"]
    assert (lexicon.words["PMI"], lexicon.words["no"]) == ("pé-em-i", "nomor")
    assert (lexicon.phrases["to"], lexicon.phrases["dot"]) == ("nepi ka", "titik")
    assert lexicon.language == "su"


def test_a_word_twice_is_refused_at_its_line():
    """The second entry would win in silence."""
    problem = problem_of(SMALL.replace("  words: {no: nomor,", "  words:\n    PMI: a\n    PMI: b\n#"))
    assert (problem.line, "'PMI' stands here twice" in problem.message) == (15, True)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("  decimal: ",), "decimal"),
        (("  months: [a, b,", "  months: ["), "months"),
        (("  words:", "  wrods:"), "wrods"),
        (("{to: sampai, ", "{"), "phrases lacks to"),
        (("id:\n", "id:\n  base: xx\n"), "the base 'xx' does not come before id"),
    ],
)
def test_what_is_missing_or_unknown_is_named(change, said):
    """A lexicon with a hole would fail in the middle of a script."""
    old, new = (*change, "#")[:2]
    problem = problem_of(SMALL.replace(old, new))
    assert (problem.line, said in problem.message) == (1, True)


def test_broken_yaml_is_a_problem_with_its_line():
    """The author sees where, not a traceback."""
    problem = problem_of("id:\n  words: {PMI: [}\n")
    assert (problem.file, problem.line, problem.code) == ("lexicon.yaml", 2, "SP003")


def test_a_list_is_no_lexicon():
    """The file maps languages to their words."""
    assert "list of languages" in problem_of("- id\n").message


def test_every_bundled_entry_can_be_said(lexicons):
    """No spoken form of the bundled lexicon holds a digit, a sign or capitals of its own."""
    for lexicon in lexicons.values():
        for spoken in (*lexicon.words.values(), *lexicon.labels.values()):
            assert spoken.replace("-", "").replace(" ", "").replace("'", "").isalpha(), spoken
            assert not any(len(word) > 1 and word.isupper() for word in spoken.split()), spoken


def test_all_languages_of_the_campaign_can_speak(lexicons):
    """Indonesian, English, Javanese and Sundanese, each with all letters for unknown addresses."""
    assert sorted(lexicons) == ["en", "id", "jv", "su"]
    assert all(set("abcdefghijklmnopqrstuvwxyz") <= set(lexicon.letters) for lexicon in lexicons.values())
