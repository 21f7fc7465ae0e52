"""Spots of the bundled campaign on air: film, stills, guide voice, pages, all from one file."""

import io
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

av = pytest.importorskip("av", reason='needs the extra: pip install "campaign[broadcast]"')

from campaign.building.content import read_checked  # noqa: E402
from campaign.building.workers import make  # noqa: E402
from campaign.filling.filler import Filler  # noqa: E402
from campaign.media.stills import NOTHING, Stills  # noqa: E402
from campaign.model.work import Made, Workshop  # noqa: E402
from campaign.planning.plan import Selection, plan  # noqa: E402
from campaign.reading.library import bundled  # noqa: E402
from campaign.sounding.loudness import measured  # noqa: E402

DAY = date(2026, 11, 22)
WIDTH, HEIGHT, EDGE = 1920, 1080, 0.05
SIGNER = (1264, 386, 1824, 1026)  # left, top, right, bottom


@pytest.fixture(scope="module")
def workshop():
    reading = read_checked(bundled())
    return Workshop(reading.campaign, reading.library, DAY)


@pytest.fixture(scope="module")
def job(workshop):
    jobs = plan(workshop.campaign, Selection(), DAY).jobs
    return lambda path: next(job for job in jobs if job.path == path)


@pytest.fixture(scope="module")
def film(workshop, job, program) -> Made:
    """The shortest spot as a master."""
    program("espeak-ng")
    return make(job("id/fake-vacancy-15/tv-15s.mp4"), workshop, Filler(workshop))


def test_a_master_is_as_long_as_its_slot(film):
    """375 frames for 15 seconds, picture and sound equal within a frame, tagged and ready to stream."""
    assert (film.problems, film.seconds) == ((), 15)
    with av.open(io.BytesIO(film.data)) as file:
        picture, sound = file.streams.video[0], file.streams.audio[0]
        assert (picture.frames, picture.width, picture.height, picture.average_rate) == (375, WIDTH, HEIGHT, 25)
        assert abs(float(sound.duration * sound.time_base) - 15) <= 1 / 25
        assert picture.codec_context.colorspace == picture.codec_context.color_primaries == 1
        assert file.metadata["title"].startswith("PANDUAN")
    assert film.data.index(b"moov") < film.data.index(b"mdat")


def test_a_masters_sound_has_its_loudness(film):
    """-23 LUFS within half a unit, peaks under -1 dBTP."""
    with av.open(io.BytesIO(film.data)) as file:
        sound = np.concatenate([frame.to_ndarray() for frame in file.decode(audio=0)], axis=1)
    now = measured(sound)
    assert now.integrated == pytest.approx(-23, abs=0.5)
    assert now.peak <= -1


def test_nothing_in_a_film_flashes(film):
    """The picture's light never swings up and down more than three times within a second."""
    with av.open(io.BytesIO(film.data)) as file:
        light = np.array([frame.to_ndarray(format="gray")[::8, ::8].mean() for frame in file.decode(video=0)])
    for start in range(len(light) - 25):
        steps = np.diff(light[start : start + 26])
        turns = np.count_nonzero(np.diff(np.sign(steps[np.abs(steps) > 2])))
        assert turns <= 6


def stills(workshop, job, path) -> Stills:
    return Stills(Filler(workshop).fill(job(path)), workshop)


def words_of(still: Stills, cue: str):
    css = f'{NOTHING} [data-cue="{cue}"] {{ display: block }} .ground, .signer {{ display: none }}'
    return still._laid_out(css).lines


SPOTS = ["fake-vacancy-15/{}-15s", "held-passport-30/{}-30s", "scam-compound-60/{}-60s", "tourist-visa-30/{}-30s"]


@pytest.mark.parametrize("spot", SPOTS)
def test_words_keep_to_the_graphics_safe_area(workshop, job, spot):
    """Five per cent from each edge (EBU R 95)."""
    still = stills(workshop, job, f"id/{spot.format('tv')}.mp4")
    for cue in workshop.campaign.messages[spot.split("/")[0], "id"].sections:
        for line in words_of(still, cue.id):
            assert line.box.x >= WIDTH * EDGE - 1 and line.box.right <= WIDTH * (1 - EDGE) + 1, line.text
            assert line.box.y >= HEIGHT * EDGE - 1 and line.box.bottom <= HEIGHT * (1 - EDGE) + 1, line.text


@pytest.mark.parametrize("spot", SPOTS)
def test_nothing_stands_where_the_interpreter_stands(workshop, job, spot):
    """Words and captions keep clear of the signer's box."""
    still = stills(workshop, job, f"id/{spot.format('tv-signer')}.mp4")
    left, top, right, bottom = SIGNER
    drawn = [words_of(still, cue.id) for cue in workshop.campaign.messages[spot.split("/")[0], "id"].sections]
    drawn += [still._laid_out(f'{NOTHING} [data-subtitle="{n}"] {{ display: flex }}').lines for n in range(1, 9)]
    for line in (line for lines in drawn for line in lines):
        box = line.box
        assert box.right <= left or box.x >= right or box.bottom <= top or box.y >= bottom, line.text


@pytest.mark.parametrize("format", ["tv-script", "tv-storyboard", "radio"])
def test_pages_of_a_spot_are_made(workshop, job, format):
    """Scripts and storyboards need neither voice nor encoder."""
    made = make(job(f"id/tourist-visa-30/{format}-30s.pdf"), workshop, Filler(workshop))
    assert (made.problems, made.pages) == ((), 1)


def test_subtitles_and_script_say_the_same(workshop, job):
    """Both come from the scenes, and neither adds nor loses a word."""
    made = make(job("id/scam-compound-60/subtitles.srt"), workshop, Filler(workshop))
    lines = made.data.decode().splitlines()
    text = " ".join(line for line in lines if line and not line.isdigit() and "-->" not in line)
    scenes = workshop.campaign.messages["scam-compound-60", "id"].sections
    assert text == " ".join(" ".join(part.plain.split()) for scene in scenes for part in scene.paragraphs)


def test_a_text_that_leaves_its_picture_is_an_error(workshop, job):
    """A headline too long for a film fails at its template, not on air."""
    long = job("id/tourist-visa-30/tv-30s.mp4")
    message = workshop.campaign.messages["tourist-visa-30", "id"]
    wordy = replace(message.sections[1].items[0], text=message.sections[1].items[0].title.of("Visa wisata " * 40))
    sections = (message.sections[0], replace(message.sections[1], items=(wordy,)), *message.sections[2:])
    messages = {**workshop.campaign.messages, ("tourist-visa-30", "id"): replace(message, sections=sections)}
    changed = replace(workshop, campaign=replace(workshop.campaign, messages=messages))
    made = make(long, changed, Filler(changed))
    assert made.data == b"" and made.problems[0].code.startswith("FT")
