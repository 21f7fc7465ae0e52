"""The bundled campaign, built once by the command as a user calls it: what comes out keeps what we promise."""

import json
import re
import subprocess
import sys
from datetime import date
from hashlib import sha256
from io import BytesIO

import pikepdf
import pytest
import zxingcpp
from filelock import FileLock
from PIL import Image

from campaign.building.content import read_checked
from campaign.filling.filler import Filler
from campaign.model.work import Workshop
from campaign.planning.plan import Selection, plan
from campaign.reading.library import bundled

pytestmark = pytest.mark.xdist_group("bundled")
DAY = "2026-11-22"


@pytest.fixture(scope="session")
def output(tmp_path_factory, worker_id):
    """The folder of one build of everything; made by the first test process that needs it."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "bundled"
    with FileLock(f"{folder}.lock"):
        if not (folder / "done").exists():
            here = tmp_path_factory.mktemp("empty")
            command = [
                sys.executable,
                "-m",
                "campaign",
                "build",
                "-o",
                str(folder / "output"),
                "--without",
                "film",  # an hour of work for a machine; tests/media/test_film.py makes one
                "--as-of",
                DAY,
                "--json",
            ]
            done = subprocess.run(command, cwd=here, capture_output=True, text=True)
            folder.mkdir(exist_ok=True)
            (folder / "done").write_text(json.dumps({"code": done.returncode, "report": done.stdout}))
    return folder


@pytest.fixture(scope="session")
def assets(output):
    return json.loads((output / "output/manifest.json").read_text())["assets"]


@pytest.fixture(scope="session")
def campaign():
    return read_checked(bundled()).campaign


def test_everything_is_made_without_a_problem(output):
    """Exit code 0, nothing failed, nothing to mend."""
    done = json.loads((output / "done").read_text())
    report = json.loads(done["report"])
    assert (report["problems"], report["failed"], done["code"]) == ([], [], 0)


def test_there_are_enough_assets_formats_and_languages(assets):
    """At least 300 assets of at least 9 formats in 4 languages."""
    assert len(assets) >= 300
    assert {asset["language"] for asset in assets} == {"id", "en", "jv", "su"}
    assert {asset["format"] for asset in assets} >= {
        "instagram-portrait", "instagram-square", "story", "link-card", "carousel", "leaflet-trifold-a4", "caption",
        "radio-30s", "radio-60s",
    }  # fmt: skip


def test_every_listed_file_is_there_with_its_hash_and_size(output, assets):
    """The manifest tells the truth, and nothing lies there that it does not tell."""
    for asset in assets:
        data = (output / "output" / asset["path"]).read_bytes()
        assert (sha256(data).hexdigest(), len(data)) == (asset["sha256"], asset["bytes"]), asset["path"]
    files = {str(p.relative_to(output / "output")) for p in (output / "output").rglob("*") if p.is_file()}
    assert files - {asset["path"] for asset in assets} == {"manifest.json", ".campaign.lock"}


def test_every_picture_has_the_size_that_the_manifest_tells(output, assets, campaign):
    """And it is the size of its format."""
    pictures = [asset for asset in assets if asset["medium"] == "image"]
    for asset in pictures:
        format = campaign.formats[asset["format"]]
        with Image.open(output / "output" / asset["path"]) as picture:
            assert picture.size == (asset["width"], asset["height"]) == (format.width, format.height)
    assert len(pictures) > 250


def test_every_picture_has_an_alternative_text(assets):
    """A picture says something to those who do not see it, too."""
    assert [a["path"] for a in assets if a["medium"] == "image" and len(a.get("alt", "")) < 10] == []


def test_every_pdf_is_sound(output, assets, program):
    """qpdf finds nothing to complain about."""
    documents = [str(output / "output" / asset["path"]) for asset in assets if asset["path"].endswith(".pdf")]
    for document in documents:
        done = subprocess.run([program("qpdf"), "--check", document], capture_output=True, text=True)
        assert (done.returncode, document) == (0, document), done.stdout + done.stderr
    assert len(documents) > 30


def test_every_pdf_has_the_pages_that_the_manifest_tells(output, assets):
    """Pages are counted in the finished file."""
    for asset in assets:
        if asset["path"].endswith(".pdf"):
            with pikepdf.open(output / "output" / asset["path"]) as document:
                assert len(document.pages) == asset["pages"], asset["path"]


def test_every_qr_code_leads_to_an_address_of_the_register(output, assets, campaign):
    """Each code that a picture was given decodes, to a contact that the asset lists, and no other."""
    hrefs = {channel.href: id for id, channel in campaign.channels.items()}
    reading = read_checked(bundled())
    day = date.fromisoformat(DAY)
    filler = Filler(Workshop(reading.campaign, reading.library, day))
    jobs = {job.path: job for job in plan(reading.campaign, Selection(), day).jobs}
    count = 0
    for asset in assets:
        if asset["medium"] != "image":
            continue
        with Image.open(output / "output" / asset["path"]) as picture:
            decoded = {code.text for code in zxingcpp.read_barcodes(picture.convert("L"))}
        drawn = set(re.findall(r'data-qr="([^"]+)"', filler.fill(jobs[asset["path"]]).body))
        assert decoded == drawn, asset["path"]
        assert {hrefs[href] for href in decoded} <= set(asset["channels"]), asset["path"]
        count += len(decoded)
    assert count >= 250


def test_every_leaflet_page_decodes_its_code_from_print(output, assets, campaign):
    """Scanned from the printed back panel at 150 dpi."""
    import pypdfium2

    hrefs = {channel.href for channel in campaign.channels.values()}
    leaflets = [a for a in assets if a["format"] == "leaflet-trifold-a4" and "region" not in a]
    for asset in leaflets:
        document = pypdfium2.PdfDocument(output / "output" / asset["path"])
        codes = [c.text for page in document for c in zxingcpp.read_barcodes(page.render(scale=150 / 72).to_pil())]
        assert codes, asset["path"]
        assert set(codes) <= hrefs
    assert len(leaflets) >= 4


def test_captions_print_only_registered_addresses(output, assets, campaign):
    """Whatever looks like an address in a caption is one of the register."""
    known = {channel.value for channel in campaign.channels.values()}
    for asset in assets:
        if asset["format"] == "caption":
            text = (output / "output" / asset["path"]).read_text()
            found = set(re.findall(r"(?:https://)?((?:[a-z0-9-]+\.)+id(?:/[a-z/]+)?)\b", text))
            assert found <= known, asset["path"]


def test_every_asset_is_marked_as_a_draft(assets):
    """The bundled campaign ships unverified, so nothing of it looks released."""
    assert [asset["path"] for asset in assets if not asset.get("draft")] == []


def test_regional_copies_name_their_office(output, assets):
    """An office's leaflet carries its own name."""
    import pypdfium2

    path = next(a["path"] for a in assets if a.get("region") == "ntb" and a["language"] == "id")
    document = pypdfium2.PdfDocument(BytesIO((output / "output" / path).read_bytes()))
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    assert "BP3MI Nusa Tenggara Barat" in re.sub(r"\s+", " ", text)


def test_a_picture_tells_its_description_and_publisher(output, assets):
    """Wherever the file goes, its alternative text goes along."""
    asset = next(asset for asset in assets if asset["format"] == "instagram-square")
    with Image.open(output / "output" / asset["path"]) as picture:
        assert picture.info["Description"] == asset["alt"]


def test_the_numbers_of_the_news_reports_are_told_with_source_and_date(campaign):
    """23–27 a month, more than 20 closed, over 5 million in 2023."""
    facts = campaign.facts
    assert facts["takedowns-per-month"].bounds == (23, 27)
    assert (facts["closed-per-month"].bounds[0], facts["closed-per-month"].qualifier) == (20, "more-than")
    assert (facts["nonprocedural-2023"].bounds[0], facts["nonprocedural-2023"].qualifier) == (5_000_000, "more-than")
    assert all(facts[id].source for id in ("takedowns-per-month", "closed-per-month", "nonprocedural-2023"))


@pytest.mark.parametrize(("language", "least"), [("id", 14), ("en", 14), ("jv", 5), ("su", 5)])
def test_there_are_enough_tactics_in_each_language(campaign, language, least):
    """All in Indonesian and English, five drafts and more in Javanese and Sundanese."""
    tactics = [m for (_, tag), m in campaign.messages.items() if tag == language and m.kind == "tactic"]
    assert len(tactics) >= least


def test_nothing_claims_to_come_from_a_ministry(campaign):
    """The publisher is a placeholder that an office replaces."""
    names = " ".join(campaign.settings.publisher.values()).lower()
    assert not re.search(r"kementerian|ministry|kp2mi|bp2mi|komdigi|republik", names)


def test_no_channel_is_shipped_as_verified(campaign):
    """Nobody here has dialled a number."""
    assert [id for id, channel in campaign.channels.items() if channel.verified_by or channel.verified_on] == []
