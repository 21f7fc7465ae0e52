"""The pictures that a film is made of: a scene's ground, its words over it, a subtitle, a lower third.

A film's template holds all scenes on one page. A style sheet of three lines shows what one still needs; what is clear
through it comes from painting it on black and on white.
"""

from functools import cached_property, lru_cache

from PIL import Image

from campaign.filming.planes import Overlay, overlay_of, planes_of, with_alpha
from campaign.layout import Sheet, lay_out
from campaign.layout.commands import Canvas, Drawing
from campaign.media.image import themed
from campaign.model.work import Filled, Workshop
from campaign.painting.folders import font_folders
from campaign.painting.fonts import FontBook, bundled_fonts
from campaign.painting.installed import InstalledFonts
from campaign.painting.paint import paint
from campaign.painting.photographs import Album

SMALLEST = 26  # px of text on a film
NOTHING = ".scene, .subtitle, .lower-third { display: none }"


@lru_cache(maxsize=1)
def fonts_of() -> FontBook:
    """Workers are processes: each reads the fonts once."""
    return bundled_fonts(InstalledFonts(font_folders()))


class Stills:
    """Raises CampaignError, from whichever still is asked for, when something does not fit or is not understood."""

    def __init__(self, filled: Filled, workshop: Workshop) -> None:
        self.filled, self.workshop = filled, workshop
        format = filled.job.format
        self.canvas = Canvas(round(format.width or 0), round(format.height or 0))
        self.lines: dict[str, None] = {}  # of text that some still shows

    @cached_property
    def _sheets(self) -> list[Sheet]:
        return [Sheet(path, self.workshop.library.text(path)) for path in self.filled.styles]

    @cached_property
    def _album(self) -> Album:
        return Album(self.workshop.library.files)

    def ground(self, cue: str) -> Image.Image:
        """What lies behind the words of a scene, RGB."""
        return self._painted(f'{NOTHING} [data-cue="{cue}"] {{ display: block }} .words, .signer {{ display: none }}')

    def words(self, cue: str, step: int) -> Overlay:
        """The words of a scene up to a step; 0 are those that stand from its beginning."""
        return overlay_of(*self._on_two_grounds(self._words(cue, step)))

    def subtitle(self, number: int) -> Overlay:
        return overlay_of(*self._on_two_grounds(f'{NOTHING} [data-subtitle="{number}"] {{ display: flex }}'))

    def lower_third(self) -> Image.Image:
        """RGBA, transparent around it."""
        return with_alpha(*self._on_two_grounds(f"{NOTHING} .lower-third {{ display: block }}"))

    def whole(self, cue: str, step: int) -> Image.Image:
        """A scene with its words, as it is seen, RGB."""
        hidden = "".join(f'[data-step="{later}"] {{ opacity: 0 }}' for later in range(step + 1, step + 9))
        return self._painted(f'{NOTHING} [data-cue="{cue}"] {{ display: block }} {hidden}')

    def planes(self, cue: str) -> Image.Image:
        return planes_of(self.ground(cue))

    def _words(self, cue: str, step: int) -> str:
        hidden = "".join(f'[data-step="{later}"] {{ opacity: 0 }}' for later in range(step + 1, step + 9))
        return f'{NOTHING} [data-cue="{cue}"] {{ display: block }} .ground {{ display: none }} {hidden}'

    def _on_two_grounds(self, css: str) -> tuple[Image.Image, Image.Image]:
        return tuple(self._painted(f"{css} html, body {{ background: {ground} }}") for ground in ("#000000", "#ffffff"))  # type: ignore[return-value]

    def _painted(self, css: str) -> Image.Image:
        drawing = self._laid_out(css)
        return paint(drawing, fonts_of(), self._album)

    def _laid_out(self, css: str) -> Drawing:
        drawing = lay_out(
            self.filled.body,
            name=self.filled.template,
            sheets=[*self._sheets, Sheet("campaign/media/stills.py", css)],
            canvas=self.canvas,
            measure=fonts_of(),
            pictures=lambda path: themed(path, self.workshop),
            min_text=SMALLEST,
        )
        self.lines |= dict.fromkeys(line.text for line in drawing.lines)
        return drawing
