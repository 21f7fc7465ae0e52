"""Moving pictures: colours that come back, motion that is eased, files that players and stations take."""

import io
import itertools

import numpy as np
import pytest
from PIL import Image

av = pytest.importorskip("av", reason='needs the extra: pip install "campaign[broadcast]"')

from campaign.filming.encoding import mp4  # noqa: E402
from campaign.filming.motion import ENTER, FADE, FRAMES, Shot, eased, frames  # noqa: E402
from campaign.filming.planes import Overlay, overlay_of, planes_of, with_alpha, zoomed  # noqa: E402
from campaign.sounding import RATE  # noqa: E402

SIZE = (192, 108)
RED, GREEN, INK, WHITE = (200, 16, 46), (11, 110, 79), (11, 31, 58), (255, 255, 255)


def flat(colour: tuple[int, int, int]) -> Image.Image:
    return Image.new("RGB", SIZE, colour)


def block(colour: tuple[int, int, int], ground: str) -> Image.Image:
    picture = Image.new("RGB", SIZE, ground)
    picture.paste(colour, (48, 24, 144, 84))
    return picture


def overlay(colour: tuple[int, int, int]) -> Overlay:
    return overlay_of(block(colour, "#000000"), block(colour, "#ffffff"))


def film(*shots: Shot, captions=()) -> bytes:
    seconds = shots[-1].end / FRAMES
    sound = np.zeros((2, round(seconds * RATE)), np.float32)
    return mp4(frames(shots, captions), SIZE, sound, {"title": "PANDUAN"}, "ind")


def decoded(data: bytes) -> list[np.ndarray]:
    with av.open(io.BytesIO(data)) as file:
        return [frame.to_ndarray(format="rgb24") for frame in file.decode(video=0)]


@pytest.mark.parametrize("colour", [RED, GREEN, INK, WHITE])
def test_a_colour_comes_back_as_it_went_in(colour):
    """BT.709 in the sums and in the tags: the campaign's red is red on every screen."""
    data = film(Shot(0, 10, planes_of(flat(colour)), ()))
    seen = decoded(data)[5].reshape(-1, 3).mean(axis=0)
    assert np.abs(seen - colour).max() <= 3


def test_a_film_is_as_long_as_its_frames_and_its_sound():
    """25 frames a second, 1,920 samples for each, tagged, and ready to stream."""
    data = film(Shot(0, 50, planes_of(flat(RED)), ()))
    with av.open(io.BytesIO(data)) as file:
        picture, sound = file.streams.video[0], file.streams.audio[0]
        assert (picture.frames, picture.average_rate) == (50, 25)
        assert abs(sound.duration * sound.time_base - 2) <= 1 / FRAMES
        coder = picture.codec_context
        assert (coder.colorspace, coder.color_primaries, coder.color_trc, coder.color_range) == (1, 1, 1, 1)
        assert (sound.metadata["language"], file.metadata["title"]) == ("ind", "PANDUAN")
    assert data.index(b"moov") < data.index(b"mdat")


def test_two_films_of_the_same_are_the_same():
    """Nothing in a film depends on the time or on how busy the machine is."""
    shot = Shot(0, 20, planes_of(block(GREEN, "#ffffff")), ((5, overlay(RED)),))
    assert film(shot) == film(shot)


def test_words_enter_slowly_and_stay():
    """Half seen in the middle of their entrance, whole afterwards, and never less than before."""
    shot = Shot(0, 30, planes_of(flat(WHITE)), ((10, overlay(INK)),), zoom=1)
    lights = [np.asarray(picture)[54, 96] for picture in frames([shot])]
    assert lights[9] == lights[0] == 235
    assert all(after <= before for before, after in itertools.pairwise(lights))
    assert lights[10 + ENTER] == lights[-1] < 50


def test_a_cut_between_scenes_is_a_fade():
    """No frame differs from the one before by more than a third of the way, so nothing flashes."""
    shots = [Shot(0, 25, planes_of(flat(INK)), ()), Shot(25, 50, planes_of(flat(WHITE)), ())]
    lights = [int(np.asarray(picture)[10, 10]) for picture in frames(shots)]
    steps = np.abs(np.diff(lights))
    assert steps.max() <= (lights[-1] - lights[0]) / 3
    assert np.count_nonzero(steps) >= FADE - 1


def test_a_caption_stands_exactly_its_frames():
    """From its first frame to the one before its last."""
    shot = Shot(0, 20, planes_of(flat(WHITE)), ())
    lights = [int(np.asarray(picture)[54, 96]) for picture in frames([shot], [((5, 12), overlay(INK))])]
    assert [n for n, light in enumerate(lights) if light < 100] == list(range(5, 12))


def test_a_zoom_keeps_its_centre_and_its_size():
    """A picture grows around its middle."""
    planes = planes_of(block(RED, "#ffffff"))
    larger = zoomed(planes, 1.5)
    assert larger.size == planes.size
    assert np.asarray(larger)[54, 96] == np.asarray(planes)[54, 96]
    assert np.asarray(larger)[54, 40] != np.asarray(planes)[54, 40]


def test_a_zoom_moves_less_than_a_pixel_at_a_time():
    """Steps of whole pixels would shake."""
    planes = planes_of(Image.linear_gradient("L").resize(SIZE).convert("RGB"))
    shots = [Shot(0, 75, planes, ())]
    pictures = [np.asarray(picture)[:108].astype(int) for picture in frames(shots)]
    assert max(np.abs(a - b).max() for a, b in itertools.pairwise(pictures)) <= 3


def test_what_is_painted_on_two_grounds_is_freed_from_both():
    """Words keep their colour and let the rest through."""
    picture = with_alpha(block(RED, "#000000"), block(RED, "#ffffff"))
    assert picture.getpixel((96, 54)) == (*RED, 255)
    assert picture.getpixel((2, 2))[3] == 0


def test_easing_begins_and_ends_at_rest():
    """From nothing to all, rising."""
    parts = [eased(n / 20) for n in range(21)]
    assert (parts[0], parts[-1]) == (0, 1)
    assert parts == sorted(parts)
