"""The command line: options in, one call, a report out. The only room that prints.

Nothing heavy is imported here: ``campaign --help`` must answer at once. Each command's file imports what it needs
when it runs.
"""

from pathlib import Path
from typing import Annotated

import typer

from campaign import __version__

app = typer.Typer(
    name="campaign",
    help="Make every piece of a public-awareness campaign from one set of Markdown files.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Root = Annotated[
    Path | None,
    typer.Argument(
        help="The folder that holds content/campaign.yaml; default: this folder, then the bundled campaign."
    ),
]
Output = Annotated[Path, typer.Option("--output", "-o", help="Where the assets are.")]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
AsOf = Annotated[str | None, typer.Option("--as-of", help="Build as on that day, YYYY-MM-DD.", metavar="DAY")]
Message = Annotated[str, typer.Argument(metavar="MESSAGE", help="The id of a message or publication.")]
By = Annotated[str, typer.Option(help="The name of the person who did it.")]
On = Annotated[str | None, typer.Option(help="The day of it; default: today.", metavar="DAY")]
OUTPUT = Path("output")


@app.command()
def build(
    root: Root = None,
    output: Output = OUTPUT,
    format: Annotated[list[str] | None, typer.Option(help="Only this format; may be given again.")] = None,
    message: Annotated[list[str] | None, typer.Option(help="Only this message or publication.")] = None,
    language: Annotated[list[str] | None, typer.Option(help="Only this language.", metavar="TAG")] = None,
    region: Annotated[list[str] | None, typer.Option(help="Only this region's own copies.", metavar="ID")] = None,
    without: Annotated[list[str] | None, typer.Option(help="Nothing of this medium: film.", metavar="MEDIUM")] = None,
    jobs: Annotated[int, typer.Option(help="Processes to use; 0: as many as there are cores.", min=0)] = 0,
    as_of: AsOf = None,
    release: Annotated[bool, typer.Option("--release", help="Refuse whatever is still a draft.")] = False,
    overlay: Annotated[
        bool, typer.Option("--overlay", help="Pictures with boxes and sizes painted over, into OUTPUT/overlay.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Make whatever is asked for, and list it in OUTPUT/manifest.json."""
    from campaign.cli.build import run

    run(root, output, format, message, language, region, without, jobs, as_of, release, overlay, as_json)


@app.command()
def check(
    root: Root = None,
    thorough: Annotated[
        bool, typer.Option("--thorough", help="Also lay everything out, to see what does not fit.")
    ] = False,
    as_of: AsOf = None,
    as_json: Json = False,
    format: Annotated[
        str, typer.Option(help="How to print: text, json, sarif (code review), github (workflow) or junit (XML).")
    ] = "text",
    fix: Annotated[
        bool, typer.Option("--fix", help="First mend what is safe: spaces, quotation marks, names of headings.")
    ] = False,
) -> None:
    """Report every problem of the content and the templates, without making anything."""
    from campaign.cli.check import run

    run(root, thorough, as_of, as_json, format, fix)


@app.command()
def explain(
    code: Annotated[str | None, typer.Argument(help="Of a problem, as check prints it; default: list all.")] = None,
    as_json: Json = False,
) -> None:
    """Say what a problem means, with a wrong and a right example."""
    from campaign.cli.explain import run

    run(code, as_json)


@app.command()
def score(
    message: Annotated[str, typer.Argument(help="A message's id.")],
    root: Root = None,
    language: Annotated[str | None, typer.Option(help="Default: the first that there is.", metavar="TAG")] = None,
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Answer what a program can of the Clear Communication Index, and ask the rest."""
    from campaign.cli.score import run

    run(message, root, language, as_of, as_json)


@app.command()
def formats(root: Root = None, as_json: Json = False) -> None:
    """List what can be made."""
    from campaign.cli import lists

    lists.formats(root, as_json)


@app.command()
def messages(root: Root = None, as_json: Json = False) -> None:
    """List the messages and publications, and the languages that each is written in."""
    from campaign.cli import lists

    lists.messages(root, as_json)


@app.command()
def channels(
    root: Root = None,
    as_of: AsOf = None,
    due: Annotated[bool, typer.Option("--due", help="Only those that somebody has to check now.")] = False,
    as_json: Json = False,
) -> None:
    """List the official contacts: which are verified, until when, and which are due."""
    from campaign.cli.channels import run

    run(root, as_of, due, as_json)


@app.command("verify-channel")
def verify_channel(
    id: Annotated[str, typer.Argument(help="The id of the channel that was dialled or opened.")],
    by: By,
    root: Root = None,
    on: On = None,
    note: Annotated[str, typer.Option(help="What was heard or seen; never printed.")] = "",
    as_json: Json = False,
) -> None:
    """Record in channels.yaml that a person checked a contact."""
    from campaign.cli.channels import verify

    verify(id, root, by, on, note, as_json)


@app.command()
def translations(root: Root = None, as_json: Json = False) -> None:
    """Show each message in each language: whole, stale in which parts, missing, not reviewed."""
    from campaign.cli import approvals

    approvals.translations(root, as_json)


@app.command()
def translated(
    message: Message,
    language: Annotated[str, typer.Argument(help="Of the translation that now follows its text.")],
    root: Root = None,
    by: Annotated[str, typer.Option(help="The person who translated or compared it.")] = "",
    on: On = None,
    as_json: Json = False,
) -> None:
    """Record in a translation which words it translates, part by part."""
    from campaign.cli import approvals

    approvals.translated(message, language, root, by, on, as_json)


@app.command()
def approve(
    message: Message,
    by: By,
    root: Root = None,
    on: On = None,
    language: Annotated[str, typer.Option(help="Only this language; default: all.", metavar="TAG")] = "",
    reviewed: Annotated[bool, typer.Option("--reviewed", help="Record the review that comes before.")] = False,
    as_json: Json = False,
) -> None:
    """Record that a person approved a message or a publication as it is now; “campaign”: what stands on everything."""
    from campaign.cli import approvals

    approvals.approve(message, root, by, on, language, reviewed, as_json)


@app.command()
def recall(root: Root = None, output: Output = OUTPUT, as_of: AsOf = None, as_json: Json = False) -> None:
    """List what was released and prints something that is expired, changed or withdrawn now."""
    from campaign.cli.recall import run

    run(root, output, as_of, as_json)


@app.command()
def regions(root: Root = None, as_json: Json = False) -> None:
    """List the regional offices and what they print."""
    from campaign.cli import lists

    lists.regions(root, as_json)


@app.command()
def kit(
    region: Annotated[str, typer.Argument(metavar="REGION", help="Whose kit; campaign regions lists them.")],
    root: Root = None,
    output: Output = OUTPUT,
    to: Annotated[Path | None, typer.Option(help="A folder or a name for a copy of the ZIP.")] = None,
    jobs: Annotated[int, typer.Option(help="Processes to use; 0: as many as there are cores.", min=0)] = 0,
    as_of: AsOf = None,
    release: Annotated[bool, typer.Option("--release", help="Refuse whatever is still a draft.")] = False,
    as_json: Json = False,
) -> None:
    """Make everything that an office prints, with its print order, and pack it into one ZIP."""
    from campaign.cli.kit import run

    run(region, root, output, to, jobs, as_of, release, as_json)


@app.command()
def master(
    take: Annotated[Path, typer.Argument(metavar="TAKE.wav", help="The announcer's recording.")],
    spot: Annotated[str, typer.Option(help="The id of the spot that was read.")],
    root: Root = None,
    language: Annotated[str, typer.Option(help="The language that was read.", metavar="TAG")] = "id",
    profile: Annotated[str, typer.Option(help="Who it is for: ebu-r128, atsc-a85 or online.")] = "ebu-r128",
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder for the master.")] = Path("masters"),
    as_json: Json = False,
) -> None:
    """Bring a recording to exact length, loudness and peak: Broadcast Wave, MP3 and a report of quality."""
    from campaign.cli.master import run

    run(take, spot, root, language, profile, output, as_json)


@app.command("where-used")
def where_used(
    id: Annotated[str, typer.Argument(help="The id of a channel or a fact.")],
    output: Output = OUTPUT,
    as_json: Json = False,
) -> None:
    """List every asset of the last build that prints a channel or a fact."""
    from campaign.cli.where_used import run

    run(id, output, as_json)


@app.command()
def inspect(
    what: Annotated[str, typer.Argument(metavar="MESSAGE|FILE.html", help="A message's id, or any HTML file.")],
    format: Annotated[str | None, typer.Argument(metavar="FORMAT", help="With a message: which picture of it.")] = None,
    root: Root = None,
    language: Annotated[str | None, typer.Option(help="Default: the first that there is.", metavar="TAG")] = None,
    part: Annotated[int, typer.Option(help="Which picture of a series; 0: its first.", min=0)] = 0,
    canvas: Annotated[str, typer.Option(help="With a file: the picture's size, px.", metavar="WxH")] = "1080x1080",
    css: Annotated[list[Path] | None, typer.Option(help="With a file: a style sheet; may be given again.")] = None,
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """List where every box and line of a picture lies, without painting it."""
    from campaign.cli.inspect import run

    run(what, format, root, language, part, canvas, css, as_of, as_json)


@app.command()
def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that has no content/ yet.")],
    full: Annotated[bool, typer.Option("--full", help="Start from the whole bundled campaign.")] = False,
) -> None:
    """Make a starter campaign to write your own in."""
    from campaign.cli.new import run

    run(folder, full)


@app.command()
def doctor(as_json: Json = False, output: Output = OUTPUT) -> None:
    """Say what this machine lacks, and the command that mends it."""
    from campaign.cli.doctor import doctor as command

    raise typer.Exit(command(as_json, output))


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"campaign {__version__}")
        raise typer.Exit


@app.callback()
def _campaign(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    pass


def main() -> None:
    """The entry point of the ``campaign`` command."""
    app(prog_name="campaign")
