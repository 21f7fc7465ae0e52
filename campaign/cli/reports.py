"""Problems in the forms that other programs read: SARIF, GitHub's workflow commands, JUnit's XML."""

import json
from collections.abc import Sequence
from urllib.parse import quote
from xml.etree import ElementTree

from campaign import __version__
from campaign.checking.codes import Explanation, all_codes
from campaign.problems import Problem

Json = dict[str, object]


def sarif(problems: Sequence[Problem]) -> str:
    """A SARIF 2.1.0 log of one run; files are relative to the campaign's root."""
    codes = sorted({problem.code for problem in problems})
    explained = all_codes()
    driver = {
        "name": "campaign",
        "version": __version__,
        "rules": [_rule(code, explained.get(code)) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, codes.index(problem.code)) for problem in problems],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1)


def _rule(code: str, explained: Explanation | None) -> Json:
    if explained is None:
        return {"id": code}
    examples = "\n\n".join(f"wrong:\n{one.wrong}\nright:\n{one.right}".rstrip() for one in explained.examples)
    return {
        "id": code,
        "shortDescription": {"text": explained.title},
        "fullDescription": {"text": explained.why},
        "help": {"text": f"{explained.why}\n\n{examples}"},
        "defaultConfiguration": {"level": explained.rule.level if explained.rule else explained.level},
    }


def _result(problem: Problem, index: int) -> Json:
    place: Json = {"artifactLocation": {"uri": quote(problem.file)}}
    if problem.line is not None:
        region: Json = {"startLine": max(1, problem.line)}
        if problem.column is not None:
            region |= {"startColumn": problem.column, "endColumn": problem.column + (problem.length or 1)}
        place["region"] = region
    text = f"{problem.message}\n{problem.hint}".rstrip()
    return {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": problem.level,
        "message": {"text": text},
        "locations": [{"physicalLocation": place}],
    }


def github(problems: Sequence[Problem]) -> str:
    """A line for each problem that GitHub shows beside the changed lines."""
    lines = []
    for problem in problems:
        keys: dict[str, object] = {"file": problem.file}
        if problem.line is not None:
            keys["line"] = problem.line
            if problem.column is not None:
                keys |= {"col": problem.column, "endColumn": problem.column + (problem.length or 1)}
        keys["title"] = problem.code
        told = ",".join(f"{key}={_property(str(value))}" for key, value in keys.items())
        text = f"{problem.message}\n{problem.hint}".rstrip()
        lines.append(f"::{problem.level} {told}::{_data(text)}")
    return "\n".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def junit(problems: Sequence[Problem], assets: int) -> str:
    """A suite with a case for each problem: errors fail, warnings pass and say why. Else one case passes."""
    errors = [problem for problem in problems if problem.level == "error"]
    counts = {"tests": str(max(1, len(problems))), "failures": str(len(errors)), "errors": "0", "skipped": "0"}
    suites = ElementTree.Element("testsuites", {"name": "campaign", **counts})
    suite = ElementTree.SubElement(suites, "testsuite", {"name": "campaign check", **counts})
    if not problems:
        ElementTree.SubElement(suite, "testcase", {"classname": "content", "name": f"{assets} assets"})
    for problem in problems:
        name = f"{problem.code} line {problem.line}" if problem.line is not None else problem.code
        case = ElementTree.SubElement(suite, "testcase", {"classname": problem.file, "name": name})
        if problem.line is not None:
            case.set("line", str(problem.line))
        case.set("file", problem.file)
        told = _printable(f"{problem}\n{problem.hint}".rstrip())
        if problem.level == "error":
            keys = {"message": _printable(problem.message), "type": problem.code}
            ElementTree.SubElement(case, "failure", keys).text = told
        else:
            ElementTree.SubElement(case, "system-out").text = told
    ElementTree.indent(suites)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(suites, encoding="unicode")}'


def _printable(text: str) -> str:
    """Without the control characters that XML cannot hold."""
    return "".join(letter for letter in text if letter in "\n\t" or letter >= " ")
