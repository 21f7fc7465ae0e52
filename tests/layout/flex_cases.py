"""Small flex containers. What each comes to was measured in Chromium: ``flex_measured.json``.

A case is a promise, the container's style, and its items' styles. ``python tests/layout/measure.py`` measures again.
"""

ITEM = "height:20px;"

CASES: dict[str, tuple[str, tuple[str, ...]]] = {
    # the main axis
    "items stand in a row at their widths": ("", ("width:50px", "width:70px")),
    "items shrink in proportion to their widths": ("width:100px", ("width:100px", "width:50px")),
    "shrink factors weigh the widths": ("width:100px", ("width:100px;flex-shrink:3", "width:100px")),
    "an item that does not shrink leaves the others less": ("width:100px", ("width:80px;flex-shrink:0", "width:80px")),
    "grow factors share what is left over": ("", ("width:50px;flex-grow:1", "width:50px;flex-grow:3")),
    "flex: 1 shares the whole row whatever the widths": ("", ("flex:1;width:90px", "flex:1", "flex:2")),
    "grow factors below 1 leave room": ("", ("width:50px;flex-grow:0.25", "width:50px;flex-grow:0.25")),
    "shrink factors below 1 overflow": (
        "width:100px",
        ("width:100px;flex-shrink:0.25", "width:100px;flex-shrink:0.25"),
    ),
    "a maximum gives its share to the others": ("", ("flex:1;max-width:60px", "flex:1", "flex:1")),
    "a minimum takes its share from the others": ("width:200px", ("flex:1;min-width:120px", "flex:1", "flex:1")),
    "minimums and maximums at once": ("width:300px", ("flex:1;max-width:40px", "flex:1;min-width:180px", "flex:1")),
    "flex-basis goes before width": ("", ("flex-basis:80px;width:30px", "width:30px")),
    "flex-basis in percent": ("width:200px", ("flex:0 0 25%", "flex:0 0 75%")),
    "padding is never shrunk": ("width:60px", ("width:50px;padding:0 20px", "width:50px")),
    "border-box widths keep their padding inside": (
        "",
        ("width:50px;padding:0 10px;box-sizing:border-box", "width:50px"),
    ),
    "flex: none keeps the width": ("width:100px", ("flex:none;width:80px", "flex:1;width:80px")),
    "gaps come off before growing": ("width:200px;gap:20px", ("flex:1", "flex:1", "flex:1")),
    "gaps in percent": ("width:200px;gap:10%", ("width:20px", "width:20px")),
    "row-reverse starts at the right": ("flex-direction:row-reverse", ("width:50px", "width:70px")),
    "order moves items": ("", ("width:50px;order:2", "width:60px", "width:70px;order:-1")),
    # justify-content
    "centre": ("justify-content:center", ("width:50px", "width:50px")),
    "flex-end": ("justify-content:flex-end", ("width:50px", "width:50px")),
    "end in a reversed row is the right": (
        "flex-direction:row-reverse;justify-content:end",
        ("width:50px", "width:60px"),
    ),
    "start in a reversed row is the left": (
        "flex-direction:row-reverse;justify-content:start",
        ("width:50px", "width:60px"),
    ),
    "space-between": ("justify-content:space-between", ("width:50px", "width:50px", "width:50px")),
    "space-between with one item": ("justify-content:space-between", ("width:50px",)),
    "space-around": ("justify-content:space-around", ("width:50px", "width:50px", "width:50px")),
    "space-evenly": ("justify-content:space-evenly", ("width:50px", "width:50px", "width:50px")),
    "centred items overflow on both sides": ("width:60px;justify-content:center", ("width:100px;flex:none",)),
    "space-between that overflows starts at the start": (
        "width:60px;justify-content:space-between",
        ("width:50px;flex:none", "width:50px;flex:none"),
    ),
    "space-evenly that overflows a reversed row starts at the left": (
        "width:60px;flex-direction:row-reverse;justify-content:space-evenly",
        ("width:50px;flex:none", "width:50px;flex:none"),
    ),
    "spread items keep their gaps": ("justify-content:space-between;gap:10px", ("width:50px", "width:50px")),
    # auto margins
    "margin-left: auto pushes to the right": ("", ("width:50px", "width:50px;margin-left:auto")),
    "auto margins on both sides centre": ("", ("width:50px;margin:0 auto",)),
    "auto margins share the room": ("", ("width:50px;margin-right:auto", "width:50px", "width:50px;margin-left:auto")),
    "auto margins go before justify-content": ("justify-content:center", ("width:50px;margin-left:auto", "width:50px")),
    "auto margins on the cross axis centre": ("height:100px", ("width:50px;margin:auto 0",)),
    "margin-top: auto in a column": ("flex-direction:column;height:200px", ("", "margin-top:auto")),
    "auto margins do not take negative room": ("width:60px", ("width:100px;flex:none;margin:0 auto",)),
    # the cross axis
    "items stretch to the container's height": ("height:80px", ("width:50px;height:auto", "width:50px")),
    "items stretch to the highest item": ("", ("width:50px;height:auto", "width:50px;height:60px")),
    "a stretched item keeps its maximum": ("height:80px", ("width:50px;height:auto;max-height:30px",)),
    "stretching leaves margins": ("height:80px", ("width:50px;height:auto;margin:10px 0 5px",)),
    "align-items: center": ("height:80px;align-items:center", ("width:50px", "width:50px;height:40px")),
    "align-items: flex-end": ("height:80px;align-items:flex-end", ("width:50px", "width:50px;height:40px")),
    "align-self goes before align-items": (
        "height:80px;align-items:center",
        ("width:50px;align-self:flex-end", "width:50px;align-self:flex-start", "width:50px;align-self:auto"),
    ),
    "boxes without text stand on their lower edges": (
        "align-items:baseline",
        ("width:50px;height:40px", "width:50px;margin-bottom:10px"),
    ),
    "centred items overflow the cross axis on both sides": ("height:10px;align-items:center", ("width:50px",)),
    # columns
    "a column stacks": ("flex-direction:column", ("", "height:40px")),
    "a column's items are as wide as it is": ("flex-direction:column;width:150px", ("", "width:40px")),
    "a column shares its height": ("flex-direction:column;height:200px", ("flex:1", "flex:3")),
    "a column without a height does not stretch flex items": (
        "flex-direction:column",
        ("flex:1;height:30px", "flex:2"),
    ),
    "a column's minimum height is shared": ("flex-direction:column;min-height:100px", ("flex:1", "flex:1")),
    "a column's maximum height shrinks": ("flex-direction:column;max-height:50px", ("height:50px", "height:50px")),
    "column-reverse starts at the bottom": ("flex-direction:column-reverse;height:100px", ("", "height:30px")),
    "column items shrink to fit when not stretched": (
        "flex-direction:column;align-items:flex-start",
        ("", "width:60px"),
    ),
    "a column centres its items": (
        "flex-direction:column;align-items:center;width:200px",
        ("width:50px", "width:90px"),
    ),
    "heights in percent of a column": ("flex-direction:column;height:200px", ("height:25%", "height:50%")),
    "row-gap in a column": ("flex-direction:column;gap:7px 90px", ("", "")),
    # wrapping
    "items wrap when they are too wide": ("flex-wrap:wrap;width:120px", ("width:50px", "width:50px", "width:50px")),
    "gaps count when wrapping": ("flex-wrap:wrap;width:105px;gap:10px", ("width:50px", "width:50px")),
    "row and column gaps": (
        "flex-wrap:wrap;width:130px;gap:5px 20px",
        ("width:50px", "width:50px", "width:50px", "width:50px"),
    ),
    "each line grows by itself": (
        "flex-wrap:wrap;width:100px",
        ("width:60px;flex-grow:1", "width:60px;flex-grow:1", "width:20px"),
    ),
    "lines stretch over the height": (
        "flex-wrap:wrap;width:100px;height:100px",
        ("width:60px", "width:60px;height:auto"),
    ),
    "align-content: center": (
        "flex-wrap:wrap;width:100px;height:100px;align-content:center",
        ("width:60px", "width:60px"),
    ),
    "align-content: space-between": (
        "flex-wrap:wrap;width:100px;height:100px;align-content:space-between",
        ("width:60px", "width:60px", "width:60px"),
    ),
    "align-content: flex-end": (
        "flex-wrap:wrap;width:100px;height:100px;align-content:flex-end",
        ("width:60px", "width:60px"),
    ),
    "align-content does nothing without wrapping": ("height:100px;align-content:center", ("width:60px",)),
    "align-content holds for one line that may wrap": (
        "flex-wrap:wrap;height:100px;align-content:center",
        ("width:60px",),
    ),
    "wrap-reverse stacks upwards": ("flex-wrap:wrap-reverse;width:100px", ("width:60px", "width:60px;height:30px")),
    "wrap-reverse turns flex-start over": (
        "flex-wrap:wrap-reverse;height:100px;align-content:flex-start",
        ("width:60px",),
    ),
    "a column wraps into columns": (
        "flex-direction:column;flex-wrap:wrap;height:50px;width:200px",
        ("width:60px", "width:40px", "width:30px"),
    ),
    "space-evenly lines": (
        "flex-wrap:wrap;width:100px;height:140px;align-content:space-evenly",
        ("width:60px", "width:60px"),
    ),
    # ratios, absolute items, nesting
    "a ratio makes the width from the height": ("align-items:flex-start", ("aspect-ratio:2;height:30px",)),
    "a ratio makes the height from the width": ("align-items:flex-start", ("aspect-ratio:2;width:60px;height:auto",)),
    "a stretched item with a ratio is as wide as its height asks": ("height:60px", ("aspect-ratio:2;height:auto",)),
    "a square in a column": (
        "flex-direction:column;align-items:flex-start",
        ("width:40px;aspect-ratio:1;height:auto",),
    ),
    "an absolute item takes no room": ("position:relative", ("width:50px;position:absolute;right:0", "width:50px")),
    "an absolute item stands where it would alone": (
        "position:relative;height:80px;justify-content:center;align-items:flex-end",
        ("width:50px;position:absolute", "width:90px"),
    ),
    "an absolute item between insets": (
        "position:relative;height:80px",
        ("position:absolute;inset:5px 10px;height:auto",),
    ),
    "a relative item moves and leaves its place": ("", ("width:50px;position:relative;left:5px;top:3px", "width:50px")),
    "padding and border lie around the items": ("padding:10px;border:5px solid red", ("width:50px", "flex:1")),
    "border-box container": ("width:100px;padding:10px;box-sizing:border-box", ("flex:1", "flex:1")),
    "an inline-flex container is as wide as its items": ("display:inline-flex;gap:10px", ("width:50px", "width:30px")),
    "an item with overflow hidden shrinks below its content": (
        "width:50px",
        ("overflow:hidden;width:80px", "width:40px"),
    ),
    "margins do not collapse in a column": ("flex-direction:column", ("margin:10px 0", "margin:15px 0")),
}


def html(case: str) -> str:
    """The fixture's HTML; the container fills what is around it unless its style says otherwise."""
    container, items = CASES[case]
    inside = "".join(f'<div style="{ITEM}{style}"></div>' for style in items)
    return f'<div style="display:flex;{container}">{inside}</div>'
