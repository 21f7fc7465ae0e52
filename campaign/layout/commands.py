"""What layout hands to painting: plain, frozen draw commands in paint order.

All lengths are CSS pixels from the canvas's top-left corner (floats); colours are sRGB. Tests read these values;
``campaign.painting`` plays them. Drawn apart from how, like fontTools' pens.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Color:
    """sRGB, channels 0-255, alpha 0-1."""

    red: int
    green: int
    blue: int
    alpha: float = 1.0


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Insets:
    """Distances from the four edges of a box, px."""

    top: float = 0
    right: float = 0
    bottom: float = 0
    left: float = 0


@dataclass(frozen=True, slots=True)
class Canvas:
    """What is painted on: its size in px, and the insets that a platform covers with its own buttons."""

    width: int
    height: int
    safe: Insets = Insets()

    @property
    def safe_box(self) -> Box:
        safe = self.safe
        return Box(safe.left, safe.top, self.width - safe.left - safe.right, self.height - safe.top - safe.bottom)


@dataclass(frozen=True, slots=True)
class Font:
    """One face at one size, px. ``family`` is a CSS family name, resolved by the font book.

    ``language`` is the BCP 47 tag of the words set in it, "" for none: some shape the same letters differently.
    """

    family: str
    weight: int
    size: float
    language: str = ""


@dataclass(frozen=True, slots=True)
class FontMetrics:
    """Of one font at its size, px; ascent and descent are both positive."""

    ascent: float
    descent: float
    x_height: float


@dataclass(frozen=True, slots=True)
class Stop:
    """A colour of a gradient at a place along it, 0-1."""

    at: float
    color: Color


@dataclass(frozen=True, slots=True)
class LinearGradient:
    """CSS angle in degrees: 0 points up, 90 to the right."""

    angle: float
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class RadialGradient:
    """Ellipses about a centre, px from the box's corner; ``across`` and ``down`` are the last one's radii, px."""

    x: float
    y: float
    across: float
    down: float
    stops: tuple[Stop, ...]


Gradient = LinearGradient | RadialGradient
Radii = tuple[float, float, float, float]  # top-left, top-right, bottom-right, bottom-left
SQUARE: Radii = (0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class FillBox:
    box: Box
    ink: Color | Gradient
    radii: Radii = SQUARE


@dataclass(frozen=True, slots=True)
class CastShadow:
    """The soft shadow ``box`` of the box ``around``, painted outside that box only.

    ``blur`` is CSS's blur radius, px: twice the standard deviation.
    """

    box: Box
    radii: Radii
    blur: float
    ink: Color
    around: Box
    inner_radii: Radii


@dataclass(frozen=True, slots=True)
class Border:
    """One side of a border."""

    width: float
    style: str  # solid, dashed, dotted
    color: Color


@dataclass(frozen=True, slots=True)
class StrokeBox:
    """Borders painted inside ``box`` (the border box); None where a side has none. Order: top, right, bottom, left."""

    box: Box
    sides: tuple[Border | None, Border | None, Border | None, Border | None]
    radii: Radii = SQUARE


@dataclass(frozen=True, slots=True)
class DrawText:
    """One run on one line in one font. ``x`` is the left edge, ``width`` its advance with letter spacing.

    ``text`` is in the order of reading; ``direction`` (ltr, rtl) says which way all of it runs, "" that its letters do.
    """

    text: str
    x: float
    baseline: float
    width: float
    font: Font
    ink: Color
    letter_spacing: float = 0
    underline: bool = False
    direction: str = ""


@dataclass(frozen=True, slots=True)
class DrawSvg:
    """``svg`` is whole SVG text with every colour resolved; ``label`` what it says (alt text, a QR code's payload)."""

    svg: str
    box: Box
    label: str = ""
    is_qr: bool = False


@dataclass(frozen=True, slots=True)
class Photo:
    """A photograph of the library by its path, and its size in px once it stands upright."""

    src: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class DrawImage:
    """The part ``shown`` of a photograph, in its own px, stretched over ``box``; ``label`` is its alternative text."""

    src: str
    box: Box
    shown: Box
    label: str = ""


@dataclass(frozen=True, slots=True)
class PushClip:
    """Until the matching ``Pop`` nothing is painted outside the box."""

    box: Box
    radii: Radii = SQUARE


@dataclass(frozen=True, slots=True)
class PushGroup:
    """Until the matching ``Pop`` commands paint one picture, which is then laid down with opacity and transform.

    ``matrix`` is (a, b, c, d, e, f) as in CSS ``matrix()``, in canvas coordinates; None for none.
    """

    opacity: float = 1.0
    matrix: tuple[float, float, float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Pop:
    pass


Command = FillBox | CastShadow | StrokeBox | DrawText | DrawSvg | DrawImage | PushClip | PushGroup | Pop


@dataclass(frozen=True, slots=True)
class LaidBox:
    """Where an element's border box came to lie, before transforms, in document order.

    An element without a box (``display: none``) lies at 0, 0 and has no size, as browsers tell it. ``depth`` counts
    the elements around it, ``size`` is its font size, px.
    """

    tag: str
    id: str
    classes: str
    box: Box
    file: str
    line: int | None
    depth: int = 0
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text of one block, as it was broken; ``size`` is its largest font size, px."""

    text: str
    box: Box
    size: float


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text role: its border box, and the font size that was chosen for it between two limits, px."""

    name: str  # the content field that it shows, else its tag and classes
    box: Box
    size: float
    smallest: float
    largest: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """A laid-out picture: what to paint, and where everything is."""

    canvas: Canvas
    commands: tuple[Command, ...]
    boxes: tuple[LaidBox, ...]
    lines: tuple[Line, ...]
    fitted: tuple[Fitted, ...] = ()
