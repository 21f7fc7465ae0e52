"""From a YAML tree to the model's frozen entries, with every mistake at its line."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from campaign.problems import CampaignError, Problem
from campaign.reading.yaml_file import Path, Tree, YamlFile

E = TypeVar("E", bound=BaseModel)


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint that proposes the most similar known word, or lists a few."""
    known = sorted(known)
    match = get_close_matches(word, known, n=1, cutoff=0.6)
    if match:
        return f"did you mean “{match[0]}”?"
    return f"known: {', '.join(known[:12])}{' …' if len(known) > 12 else ''}" if known else ""


def entry(model: type[E], source: YamlFile, path: Path, **given: object) -> E:
    """Validate the mapping at ``path``. ``given`` are fields that the file does not spell out, like the id.

    Raises CampaignError with all problems of the entry.
    """
    tree: Tree = source.tree
    for step in path:
        tree = tree[step]  # type: ignore[index]
    if not isinstance(tree, dict):
        message = f"“{path[-1] if path else source.file}” must hold keys and values"
        raise CampaignError(Problem(source.file, source.line(path), "CM001", message))
    return validated(model, source, path, {**_localised(model, tree), **given})


def validated(model: type[E], source: YamlFile, path: Path, values: dict[str, Any]) -> E:
    """Build one entry from prepared values; problems point into ``source`` below ``path``."""
    try:
        return model.model_validate(values, by_alias=True, by_name=True)
    except ValidationError as errors:
        keys = [field.alias or name for name, field in model.model_fields.items()]
        problems = [_problem(error, source, path, keys) for error in errors.errors()]
        raise CampaignError(problems) from None


def _localised(model: type[BaseModel], tree: dict[str, Tree]) -> dict[str, Tree]:
    """A plain text where a text for each language is expected holds for every language; an empty value is none."""
    result: dict[str, Tree] = {}
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    for key, value in tree.items():
        field = fields.get(key)
        is_local = field is not None and "dict[str, str]" in str(field.annotation)
        if value == "" and field is not None and not field.is_required():
            continue
        result[key] = {"*": value} if is_local and isinstance(value, str) else value
    return result


def _problem(error: Any, source: YamlFile, path: Path, keys: list[str]) -> Problem:
    where = (*path, *error["loc"])
    line, name = source.line(where), ".".join(str(step) for step in error["loc"])
    match error["type"]:
        case "missing":
            return Problem(source.file, line, "CM002", f"“{name}” is missing", f"add a line “{name}: …”")
        case "extra_forbidden":
            return Problem(source.file, line, "CM003", f"“{name}” is not known here", nearest(name, keys))
        case "date_from_datetime_parsing" | "date_parsing" | "date_type":
            said = f"“{error['input']}”"
            return Problem(source.file, line, "CM004", f"“{name}” cannot be {said}", "write the day as 2026-12-31")
        case _:
            said = f"“{error['input']}”" if isinstance(error["input"], str) else "this"
            return Problem(source.file, line, "CM004", f"“{name}” cannot be {said}", _plain(error["msg"]))


def _plain(message: str) -> str:
    """Pydantic's sentence, with its regular expressions left to the documentation."""
    message = message.split(" matching pattern")[0].split(" match pattern")[0]
    return message[0].lower() + message[1:]
