"""A PDF's colours as inks: every RGB and grey in its pages, forms, gradients, pictures and groups becomes CMYK.

WeasyPrint writes colours of the screen; they are converted afterwards, wherever they stand, because some of them (in
drawings, gradients, groups) cannot be written otherwise. What is left over in another way of writing is the gate's to
find: it opens the finished file.
"""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image

from campaign.media.inks import Inks

NUMBER = rb"([+-]?(?:\d+\.?\d*|\.\d+))\s+"
OPERATOR = re.compile(rb"(?<=\s)(rg|RG|g|G)(?![^\s/\[<(])")
OPERANDS = {1: re.compile(NUMBER + rb"$"), 3: re.compile(NUMBER * 3 + rb"$")}
REACH = 100  # bytes before an operator that its numbers stand in
SCREEN = ("/DeviceRGB", "/CalRGB")
PHOTO_QUALITY = 92  # of pictures that were JPEG already


def separate(pdf: pikepdf.Pdf, inks: Inks) -> None:
    """Convert all of a document in place."""
    separator = _Separator(pdf, inks)
    for page in pdf.pages:
        content = page.Contents.read_bytes()
        page.Contents = pdf.make_stream(separator.drawing(content))
        _drop_unused_spaces(page.get("/Resources"), content)
        separator.resources(page.get("/Resources"))
        if separator.blends(page.get("/Resources")):
            page.Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceCMYK, I=True)


class _Separator:
    def __init__(self, pdf: pikepdf.Pdf, inks: Inks) -> None:
        self.pdf = pdf
        self.inks = inks
        self._done: set[tuple[int, int]] = set()

    # ---- drawing ----

    def drawing(self, content: bytes) -> bytes:
        """A content stream with its colours as inks."""
        if b"(" in content or b" ID " in content:
            return self._parsed(content)
        return _recoloured(content, self._ink)

    def _ink(self, color: tuple[float, ...], stroke: bool) -> bytes:
        ink = self.inks.of(*(color * 3 if len(color) == 1 else color))
        return b"%.3f %.3f %.3f %.3f %s" % (*ink, b"K" if stroke else b"k")

    def _parsed(self, content: bytes) -> bytes:
        """The long way, for streams with strings, in which anything may stand."""
        made: list[Any] = []
        for step in pikepdf.parse_content_stream(self.pdf.make_stream(content)):
            operator = str(step.operator)
            if operator in ("rg", "RG", "g", "G"):
                color = [float(part) for part in step.operands]
                parts = [round(part, 3) for part in self.inks.of(*(color * 3 if len(color) == 1 else color))]
                made.append((parts, pikepdf.Operator("K" if operator.isupper() else "k")))
            else:
                made.append(step)
        return pikepdf.unparse_content_stream(made)

    # ---- what a drawing refers to ----

    def resources(self, resources: Any) -> None:
        """Convert everything that a page or a form names."""
        if resources is None:
            return
        for kind, convert in self._kinds.items():
            for thing in resources.get(kind, {}).values():
                self._once(thing, convert)

    @property
    def _kinds(self) -> dict[str, Callable[[Any], None]]:
        return {
            "/XObject": self._xobject,
            "/Pattern": self._pattern,
            "/Shading": self._shading,
            "/ExtGState": self._state,
        }

    def _once(self, thing: Any, convert: Callable[[Any], None]) -> None:
        if thing.is_indirect:
            if thing.objgen in self._done:
                return
            self._done.add(thing.objgen)
        convert(thing)

    def _xobject(self, thing: Any) -> None:
        if thing.get("/Subtype") == "/Image":
            self._picture(thing)
        else:
            self._form(thing)

    def _form(self, form: Any) -> None:
        content = form.read_bytes()
        form.write(self.drawing(content))
        self._group(form)
        _drop_unused_spaces(form.get("/Resources"), content)
        self.resources(form.get("/Resources"))

    def _group(self, form: Any) -> None:
        group = form.get("/Group")
        if group is not None and group.get("/S") == "/Transparency":
            group.CS = Name.DeviceCMYK

    def _pattern(self, pattern: Any) -> None:
        if pattern.get("/PatternType") == 1:
            self._form(pattern)
        elif "/Shading" in pattern:
            self._once(pattern.Shading, self._shading)

    def _shading(self, shading: Any) -> None:
        space = shading.ColorSpace
        if space not in SCREEN and space != "/DeviceGray":
            return
        functions = shading.get("/Function")
        for function in functions if isinstance(functions, Array) else [functions]:
            if function is None or not self._gradient(function, 1 if space == "/DeviceGray" else 3):
                return  # the gate finds it
        shading.ColorSpace = Name.DeviceCMYK

    def _gradient(self, function: Any, parts: int) -> bool:
        """Convert the colours between which a gradient runs; False when it is computed in another way."""
        if function.FunctionType == 3:
            steps = [self._gradient(step, parts) for step in function.Functions]
            return all(steps)
        if function.FunctionType != 2:
            return False
        for name in ("/C0", "/C1"):
            color = [float(part) for part in function.get(name, ())]
            if len(color) == parts:
                ink = self.inks.of(*(color * 3 if parts == 1 else color))
                function[name] = Array([round(part, 3) for part in ink])
        return True

    def _state(self, state: Any) -> None:
        mask = state.get("/SMask")
        if isinstance(mask, Dictionary) and "/G" in mask:
            self._once(mask.G, self._mask)

    def _mask(self, form: Any) -> None:
        """A mask is no colour: how light it is says how much shows through, and grey says that exactly."""
        content = form.read_bytes()
        form.write(_recoloured(content, _lightness))
        _drop_unused_spaces(form.get("/Resources"), content)
        group = form.get("/Group")
        if group is not None:
            group.CS = Name.DeviceGray

    def _picture(self, image: Any) -> None:
        space = image.get("/ColorSpace")
        if space is None or not _is_of_screen(space):
            return
        was_jpeg = image.get("/Filter") == "/DCTDecode"
        picture = pikepdf.PdfImage(image).as_pil_image().convert("RGB")
        separated = self.inks.picture(picture)
        for name in ("/DecodeParms", "/Decode", "/Intent", "/Interpolate"):
            if name in image:
                del image[name]
        image.ColorSpace, image.BitsPerComponent = Name.DeviceCMYK, 8
        if was_jpeg:
            image.write(_jpeg(separated), filter=Name.DCTDecode)
            image.Decode = Array([1, 0] * 4)  # Adobe's way: CMYK in JPEG is upside down
        else:
            image.write(separated.tobytes())

    def blends(self, resources: Any, depth: int = 0) -> bool:
        """Whether anything on a page shows through something else."""
        if resources is None or depth > 8:
            return False
        for state in resources.get("/ExtGState", {}).values():
            if any(float(state.get(name, 1)) < 1 for name in ("/ca", "/CA")) or "/SMask" in state or "/BM" in state:
                return True
        things = [*resources.get("/XObject", {}).values(), *resources.get("/Pattern", {}).values()]
        return any("/SMask" in thing or self.blends(thing.get("/Resources"), depth + 1) for thing in things)


def _jpeg(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.save(out, "JPEG", quality=PHOTO_QUALITY, subsampling=0, optimize=True)
    return out.getvalue()


def _is_of_screen(space: Any) -> bool:
    """Whether a picture's colour space is RGB, in one of the ways in which PDF says so."""
    if not isinstance(space, Array):
        return space in SCREEN
    kind = space[0]
    if kind == "/ICCBased":
        return bool(space[1].N == 3)
    return bool(kind in SCREEN or (kind == "/Indexed" and _is_of_screen(space[1])))


def _recoloured(content: bytes, of: Callable[[tuple[float, ...], bool], bytes]) -> bytes:
    """A content stream without strings with its RGB and grey replaced; ``of`` writes a colour, also for strokes."""
    pieces, done = [], 0
    for operator in OPERATOR.finditer(content):
        before = content[max(done, operator.start() - REACH) : operator.start()]
        if numbers := OPERANDS[1 if len(operator[1]) == 1 else 3].search(before):
            start = operator.start() - len(before) + numbers.start()
            color = tuple(float(number) for number in numbers.groups())
            pieces += [content[done:start], of(color, operator[1].isupper())]
            done = operator.end()
    return b"".join((*pieces, content[done:]))


def _lightness(color: tuple[float, ...], stroke: bool) -> bytes:
    red, green, blue = color * 3 if len(color) == 1 else color
    return b"%.3f %s" % (0.3 * red + 0.59 * green + 0.11 * blue, b"G" if stroke else b"g")  # as PDF mixes them


def _drop_unused_spaces(resources: Any, content: bytes) -> None:
    """WeasyPrint names two spaces on every page that hardly any page uses; one that is used is for the gate to find."""
    if resources is not None and "/ColorSpace" in resources and b"/lab-" not in content:
        for name in ("/lab-d50", "/lab-d65"):
            if name in resources.ColorSpace:
                del resources.ColorSpace[name]
