"""The Jinja environment over a library, and its errors as problems at the template's line."""

import re
import traceback
from collections.abc import Callable
from functools import lru_cache
from types import CodeType
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lucide import IconDoesNotExist

from campaign.filling import charts
from campaign.filling.graphics import icon, illustration, qr
from campaign.model.library import Library
from campaign.problems import CampaignError, Problem

SHARED = "templates/_shared/"
TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])")
CHARTS = (charts.scale, charts.share, charts.bar, charts.people, charts.pictograms, charts.rail, charts.dot)
JINJA = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})", re.DOTALL)


class Whereabouts(Extension):
    """Writes ``data-at="templates/social/tactic.html:12"`` on every tag of an HTML template.

    What the picture engine or the gates of print refuse later can then name the line that the author wrote.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        if filename is None or not filename.endswith(".html"):
            return source
        line, result = 1, []
        for piece in JINJA.split(source):
            result.append(piece if JINJA.fullmatch(piece) else _marked(piece, filename, line))
            line += piece.count("\n")
        return "".join(result)


def _marked(text: str, filename: str, first: int) -> str:
    def mark(match: re.Match[str]) -> str:
        line = first + text.count("\n", 0, match.start())
        return f'{match[0]} data-at="{filename}:{line}"'

    return TAG.sub(mark, text)


OPTIONS: dict[str, Any] = {
    "extensions": [Whereabouts, "jinja2.ext.do", "jinja2.ext.loopcontrols"],
    "undefined": StrictUndefined,
    "autoescape": lambda name: name is None or name.endswith(".html"),
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
}


class _Environment(ImmutableSandboxedEnvironment):
    """Compiles a text once, however many fillers there are in a process: that takes longer than filling it in."""

    def compile(self, source: Any, name: Any = None, filename: Any = None, *rest: Any, **more: Any) -> Any:
        return (
            super().compile(source, name, filename, *rest, **more)
            if rest or more
            else _compiled(source, name, filename)
        )


@lru_cache(maxsize=256)
def _compiled(source: str, name: str | None, filename: str | None) -> CodeType:
    return ImmutableSandboxedEnvironment(**OPTIONS).compile(source, name, filename)


def environment(library: Library) -> ImmutableSandboxedEnvironment:
    """Sandboxed, strict, escaping HTML. Template names are paths below ``templates/``."""

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        path = f"templates/{name}"
        return (library.text(path), path, lambda: True) if path in library else None

    made = _Environment(
        loader=FunctionLoader(load),
        **OPTIONS,
        cache_size=-1,
    )
    made.globals |= {"icon": icon, "qr": qr, "illustration": illustration}
    made.globals |= {f"chart_{part.__name__}": part for part in CHARTS}
    return made


def render(made: ImmutableSandboxedEnvironment, name: str, context: dict[str, Any]) -> str:
    """Fill in one template. Raises CampaignError at the line of the template that is wrong."""
    try:
        return made.get_template(name).render(context)
    except TemplateNotFound as error:
        raise CampaignError(_problem(error, name, "JT001", f"the template “{error.name}” is not there")) from None
    except TemplateSyntaxError as error:
        place = Problem(error.filename or f"templates/{name}", error.lineno, "JT002", error.message or "syntax error",
                        "see docs/templates.md, or compare with another template")  # fmt: skip
        raise CampaignError(place) from None
    except IconDoesNotExist as error:
        raise CampaignError(_problem(error, name, "JT003", f"no icon is called {error}")) from None
    except KeyError as error:
        raise CampaignError(
            _problem(error, name, "JT004", f"there is no {error}: no channel, fact or panel of that name")
        ) from None
    except (UndefinedError, SecurityError, TemplateError) as error:
        raise CampaignError(_problem(error, name, "JT005", error.message or str(error))) from None
    except charts.ChartError as error:
        raise CampaignError(_problem(error, name, "JT007", str(error), of_caller=True)) from None
    except (TypeError, ValueError, AttributeError, ZeroDivisionError) as error:
        raise CampaignError(_problem(error, name, "JT006", str(error))) from None


def _problem(error: BaseException, name: str, code: str, message: str, *, of_caller: bool = False) -> Problem:
    """At the innermost template line of the traceback; a traceback that ends in our own code is a bug and stays one.

    ``of_caller``: not in a shared macro, but where that was asked for what cannot be.
    """
    frames = traceback.extract_tb(error.__traceback__)
    lines = [(frame.filename, frame.lineno) for frame in frames if frame.filename.startswith("templates/")]
    if of_caller:
        lines = [line for line in lines if not line[0].startswith(SHARED)] or lines
    file, line = lines[-1] if lines else (f"templates/{name}", None)
    return Problem(file, line, code, message)
