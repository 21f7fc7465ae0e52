"""Fit or fail in print: space first, then the size of the text, then an error."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.media.fitting_pages import LEAST_AIR, Setting, fit
from campaign.media.page_proofs import Area, Page, Panel, Proof, Text

HEIGHT = 180  # mm of the column
SIZES = (11, 10, 9.5)


@dataclass
class Column:
    """A leaflet of one panel whose text takes ``text`` mm at 11 pt, with ``air`` mm of space in it.

    ``picture`` is how much its spare picture takes, which may grow like the air; ``word`` how wide its widest word is
    at 11 pt, of 100 mm.
    """

    text: float
    air: float = 20
    picture: float = 0
    most_air: float = 2.5
    word: float = 0
    asked: list[Setting] = field(default_factory=list)

    def __call__(self, setting: Setting) -> Proof:
        self.asked.append(setting)
        text = self.text * ((setting.size or 11) / 11) ** 2
        air = self.air + (self.picture if "p" in setting.spares else 0)
        bottom = text + air * dict(setting.air).get("p", 1)
        area = Area(0, 0, 100, HEIGHT)
        panel = Panel("p", area, area, bottom, HEIGHT, air, self.most_air, at="")
        ink = Area(0, 0, self.word * (setting.size or 11) / 11, 5)
        word = Text("kata", ink, 11, "p", in_flow=True, small=False, clip=None, at="")
        return Proof((Page(100, HEIGHT, 3, (panel,), (word,)),))

    @property
    def last(self) -> Setting:
        return self.asked[-1]


def test_a_short_text_gets_air_until_the_panel_is_full():
    """No hole at its end."""
    column = Column(text=150)
    [panel] = fit(column, SIZES, {}).panels
    assert column.last.size == 11
    assert panel.room == pytest.approx(0, abs=0.5)


def test_a_word_that_is_too_wide_makes_all_text_smaller():
    """It is never broken, and a headline's long word is no error while a smaller size holds it."""
    column = Column(text=100, word=108)
    fit(column, SIZES, {})
    assert column.last.size == 10


def test_air_has_a_limit():
    """Items must not drift apart until they look unrelated."""
    column = Column(text=60)
    fit(column, SIZES, {})
    assert dict(column.last.air) == {"p": 2.5}


def test_a_panel_with_few_words_shows_its_spare_picture():
    """Where even the most air would leave a hole."""
    column = Column(text=60, picture=30)
    fit(column, SIZES, {"p": 40})
    assert column.last.spares == ("p",)
    full = Column(text=110, picture=30)
    fit(full, SIZES, {"p": 40})
    assert full.last.spares == ()


def test_air_gives_way_before_the_text_shrinks():
    """A reader sees less space sooner than smaller letters."""
    column = Column(text=165)
    [panel] = fit(column, SIZES, {}).panels
    assert column.last.size == 11
    assert LEAST_AIR <= dict(column.last.air)["p"] < 1
    assert panel.room >= 0


def test_the_largest_size_that_fits_is_taken():
    """One step, not the smallest at once."""
    column = Column(text=200)
    fit(column, SIZES, {})
    assert column.last.size == 10


def test_what_never_fits_comes_back_as_tight_as_it_can_be():
    """So that the message says how much is too long at best."""
    column = Column(text=300)
    [panel] = fit(column, SIZES, {}).panels
    assert column.last == Setting(9.5, (("p", LEAST_AIR),))
    assert panel.room < 0


def test_a_document_without_sizes_is_laid_out_as_its_styles_say():
    """Nothing is tried where the template allows nothing."""
    column = Column(text=160.4 - 0.8)
    fit(column, (), {})
    assert column.asked[0] == Setting(None)


def test_a_setting_can_be_cut_down_to_some_panels():
    """What another side's panels do must not make a side look changed."""
    setting = Setting(10, (("a", 1.2), ("b", 2)), ("b",))
    assert setting.only({"a"}) == Setting(10, (("a", 1.2),))


@given(text=st.floats(20, 400), air=st.floats(0, 60), picture=st.floats(10, 40))
def test_only_a_text_that_cannot_fit_runs_over(text, air, picture):
    """Whatever the text, it stays in its panel when any allowed setting would keep it there."""
    column = Column(text, air, picture)
    [panel] = fit(column, SIZES, {"p": picture + 5}).panels
    possible = text * (SIZES[-1] / 11) ** 2 + air * LEAST_AIR <= HEIGHT - 0.5
    assert panel.room >= -1e-6 or not possible
