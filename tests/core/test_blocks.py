"""The blocks editors write with: what each refuses, and what readers get."""

import re
from base64 import b64decode
from html import unescape
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.images import ImageFile
from django.urls import reverse
from django.utils.translation import override
from wagtail.blocks import StructBlockValidationError
from wagtail.models import Page, PageViewRestriction
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from core.blocks import body_blocks
from core.blocks.video import read_address
from core.models import Document, Image
from core.vocabulary import Principle, ProblemType, Spectrum, Symbol
from portal.models import StandardPage

BLOCKS = dict(body_blocks())
PNG = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADElEQVR4nGNg+A+EAAYAAf+T0eSJAAAAAElFTkSuQmCC")
WORDS = {"title": "Ŵyn", "language": "cy", "transcript": "<p>Helo</p>", "no_transcript": ""}


def draw(kind: str, value=None) -> str:
    """A block's HTML."""
    block = BLOCKS[kind]
    return str(block.render(block.normalize(value)))


def errors_of(kind: str, value) -> str:
    """What an editor reads when a block is refused."""
    with pytest.raises(ValidationError) as refused:
        BLOCKS[kind].clean(BLOCKS[kind].normalize(value))
    error = refused.value
    told = getattr(error, "block_errors", None) or {"": getattr(error, "non_block_errors", error)}
    return " ".join(message for part in told.values() for message in getattr(part, "messages", part))


@pytest.mark.parametrize("code", ["cy", "en"])
@pytest.mark.parametrize("kind", [kind for kind in BLOCKS if kind not in ("related", "picture")])
def test_each_block_has_a_preview_in_both_languages(kind, code):
    """An editor sees what a block looks like, in their language."""
    with override(code):
        assert BLOCKS[kind].is_previewable
        assert len(draw(kind, BLOCKS[kind].get_preview_value())) > 30


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["heading", "picture", "video", "file", "table", "related", "spectrum"])
def test_the_picker_shows_a_block_in_the_clothes_of_the_site(admin_client, kind):
    """Wagtail's preview page, with our stylesheets and nothing inline."""
    found = next(block for name, block in StandardPage.body.field.stream_block.child_blocks.items() if name == kind)
    answer = admin_client.get(reverse("wagtailadmin_block_preview"), {"id": found.definition_prefix})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "css/components/blocks" in page
    assert " style=" not in page


@pytest.mark.parametrize(
    ("address", "frame"),
    [
        ("https://www.youtube.com/watch?v=aqz-KE-bpKQ&t=10", "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?"),
        ("https://youtu.be/aqz-KE-bpKQ?si=x", "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?"),
        ("https://www.youtube.com/shorts/aqz-KE-bpKQ", "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?"),
        ("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?"),
        ("https://vimeo.com/76979871/ab12cd34ef", "https://player.vimeo.com/video/76979871?"),
        ("https://player.vimeo.com/video/76979871?h=ab12cd34ef", "https://player.vimeo.com/video/76979871?"),
    ],
)
def test_a_video_is_known_by_its_number(address, frame):
    """Each way of writing an address leads to the one address we frame."""
    assert read_address(address).frame_url.startswith(frame)


def test_an_unlisted_video_keeps_its_key():
    """Without it Vimeo would not show the video."""
    assert read_address("https://vimeo.com/76979871/ab12cd34ef").frame_url.endswith("&h=ab12cd34ef")


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/watch?v=aqz-KE-bpKQ",
        "https://youtube.com.example.org/watch?v=aqz-KE-bpKQ",
        "https://example.org/https://youtu.be/aqz-KE-bpKQ",
        'https://www.youtube.com/watch?v=aqz-KE-bpKQ"><script>',
        "https://www.youtube.com/@somebody",
        "https://youtu.be/",
        "https://vimeo.com/showcase/123",
        "javascript:alert(1)//youtu.be/aqz-KE-bpKQ",
        "https://[youtu.be/aqz-KE-bpKQ",
        "",
    ],
)
def test_no_other_address_is_framed(address):
    """Somebody else's site, something that is no video, or no address at all."""
    assert read_address(address) is None


def test_a_video_fetches_nothing_by_itself():
    """No frame and no picture: the provider's address stands where only a press of the button uses it."""
    html = draw("video", {"address": "https://youtu.be/aqz-KE-bpKQ", **WORDS})
    assert "<iframe" not in html
    assert "<img" not in html
    assert 'data-video="https://www.youtube-nocookie.com' in html
    assert 'href="https://www.youtube.com/watch?v=aqz-KE-bpKQ"' in html


def test_a_video_elsewhere_is_refused_in_welsh():
    """Only the two providers, in the editor's language."""
    with override("cy"):
        told = errors_of("video", {"address": "https://example.org/v.mp4", **WORDS})
    assert told == "Rhowch gyfeiriad un fideo ar YouTube neu Vimeo."


@pytest.mark.parametrize("transcript", ["", "<p></p>", '<p data-block-key="x">  </p>'])
def test_a_video_without_words_needs_a_reason(transcript):
    """Neither a transcript nor a reason is refused; a reason is enough, and readers see it."""
    silent = {"address": "https://vimeo.com/76979871", **WORDS, "transcript": transcript}
    assert "transcript" in errors_of("video", silent)
    reasoned = BLOCKS["video"].normalize({**silent, "no_transcript": "Dim geiriau ynddo"})
    BLOCKS["video"].clean(reasoned)
    assert "Dim geiriau ynddo" in BLOCKS["video"].render(reasoned)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("alt", "decorative", "refused"), [("", False, True), ("Pobl", False, False), ("", True, False)]
)
def test_a_picture_has_words_or_only_decorates(picture, alt, decorative, refused):
    """The editor has to decide, and is told so in Welsh."""
    value = {"image": picture.pk, "alt_text": alt, "decorative": decorative}
    block = BLOCKS["picture"]
    if not refused:
        assert block.clean(block.to_python(value)).contextual_alt_text == alt
        return
    with override("cy"):
        with pytest.raises(StructBlockValidationError) as error:
            block.clean(block.to_python(value))
        assert error.value.block_errors["alt_text"].messages == [
            "Ychwanegwch destun amgen ar gyfer eich delwedd, neu nodwch ei bod yn addurnol"
        ]


@pytest.fixture
def picture():
    """A small picture in the library."""
    drawn = ImageFile(BytesIO(PNG), name="pobl.png")
    return Image.objects.create(title="Pobl", file=drawn, width=2, height=2)


@pytest.mark.django_db
def test_a_person_s_picture_may_be_missing_but_not_mute(picture):
    """No picture is fine; one that nobody decided about is not."""
    person = {"name": "Mair", "role": "", "words": "Helo", "language": "cy", "picture": None}
    block = BLOCKS["people"]
    html = block.render(block.clean(block.to_python({"people": [person]})))
    assert '<blockquote lang="cy">' in html
    mute = {**person, "picture": {"image": picture.pk, "alt_text": "", "decorative": False}}
    with pytest.raises(ValidationError):
        block.clean(block.to_python({"people": [mute]}))


@pytest.mark.django_db
def test_a_file_says_its_kind_size_and_language():
    """In the reader's language; the file's own title in the file's language."""
    file = Document.objects.create(title="Five principles", file="five.pdf", file_size=1_300_000, language="en")
    with override("cy"):
        html = draw("file", {"file": file, "title": ""})
    assert 'hreflang="en" lang="en">Five principles</a>' in html
    assert "PDF, 1.3\N{NO-BREAK SPACE}MB" in html
    assert "Iaith y ffeil: Saesneg" in html


TABLE = {
    "caption": "Beth newidiodd",
    "columns": [{"type": "text", "heading": "Beth"}, {"type": "number", "heading": "Faint"}],
    "rows": [{"values": ["Tai", "61%"]}],
}


def test_a_table_has_a_caption_and_headings():
    """A caption, a heading for each column and for each row."""
    html = draw("table", TABLE)
    assert "<caption>Beth newidiodd</caption>" in html
    assert '<th scope="col">Beth</th>' in html
    assert '<th scope="row">Tai</th>' in html


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ({"caption": " "}, "Rhowch bennawd i’r tabl."),
        (
            {"columns": [{"type": "text", "heading": ""}, {"type": "text", "heading": "b"}]},
            "Rhowch bennawd i bob colofn.",
        ),
        ({"columns": [], "rows": []}, "Rhowch bennawd i bob colofn."),
    ],
)
def test_a_table_without_them_is_refused(broken, told):
    """In Welsh to whoever edits in Welsh."""
    with override("cy"):
        assert errors_of("table", {**TABLE, **broken}) == told


@pytest.fixture
def pages(site):
    """Three pages: one open, one a draft, one behind a password."""
    made = [
        site.home["cy"].add_child(instance=StandardPage(title=f"Tudalen {name}", slug=name, live=name != "b"))
        for name in "abc"
    ]
    PageViewRestriction.objects.create(page=made[2], restriction_type="password", password="x")
    return made


def test_related_pages_are_those_that_everybody_may_read(pages):
    """In the order chosen; drafts and closed pages are left out."""
    html = draw("related", {"title": "Mwy", "pages": [pages[2], pages[1], pages[0]]})
    assert [name for name in "abc" if f"Tudalen {name}" in html] == ["a"]


def test_related_pages_keep_the_order_of_the_editor(pages, django_assert_max_num_queries):
    """And cost the same few queries however many there are."""
    PageViewRestriction.objects.all().delete()
    Page.objects.update(live=True)
    with django_assert_max_num_queries(8):
        html = draw("related", {"title": "", "pages": list(reversed(pages))})
    assert html.index("Tudalen c") < html.index("Tudalen b") < html.index("Tudalen a")


@pytest.mark.parametrize(
    ("kind", "terms"), [("principles", Principle), ("spectrum", Spectrum), ("problem_types", ProblemType)]
)
def test_the_network_s_words_stand_in_the_reader_s_language(kind, terms):
    """Each term of the list, in Welsh and in English, and never a word of one in the other."""
    drawn, said = {}, {}
    for code in ("cy", "en"):
        with override(code):
            drawn[code] = unescape(draw(kind))
            said[code] = BLOCKS[kind].get_searchable_content(None)
            assert all(str(term.label) in said[code] for term in terms)
            assert all(f"{term.label}</h3>" in drawn[code] for term in terms)
    assert not set(said["cy"]) & set(said["en"])


def test_a_long_page_lists_its_headings(client, site):
    """Four headings make a list of links to them; fewer do not."""
    for count, listed in ((4, True), (3, False)):
        page = StandardPage(
            title="Hir", slug=f"hir-{count}", body=[("heading", f"Rhan y tŷ {n}") for n in range(count)]
        )
        site.home["cy"].add_child(instance=page)
        html = client.get(page.url).content.decode()
        assert ('href="#rhan-y-ty-2"' in html) is listed
        assert 'id="rhan-y-ty-2"' in html


@pytest.mark.django_db
def test_only_the_two_providers_may_be_framed(client, site):
    """The policy names them, and no third."""
    policy = client.get("/cy/").headers["Content-Security-Policy"]
    rule = next(rule.split() for rule in policy.split(";") if rule.strip().startswith("frame-src"))
    assert rule[1:] == ["'self'", "https://www.youtube-nocookie.com", "https://player.vimeo.com"]


def test_an_editor_writes_the_new_blocks_in_a_page(admin_client, site):
    """Through Wagtail's own form, as a browser would post it."""
    parts = {"parts-count": "1", "parts-0-deleted": "", "parts-0-order": "0", "parts-0-type": "item", "parts-0-id": ""}
    value = {**parts, "parts-0-value-title": "Pwy?", "parts-0-value-text": rich_text("<p>Pawb</p>")}
    body = streamfield([("accordion", value), ("spectrum", "")])
    form = {"title": "Cwestiynau", "slug": "cwestiynau", "summary": "", "body": body, "action-publish": "1"}
    home = site.home["cy"].pk
    admin_client.post(reverse("wagtailadmin_pages:add", args=["portal", "standardpage", home]), nested_form_data(form))
    page = StandardPage.objects.get(slug="cwestiynau")
    assert [block.block_type for block in page.body] == ["accordion", "spectrum"]


@pytest.mark.parametrize("symbol", Symbol.values)
def test_each_drawing_of_easy_read_is_there_and_is_not_read_out(symbol):
    """The words beside it say the same."""
    step = {"title": "Agorwch", "text": "<p>Yr e-bost.</p>", "symbol": symbol}
    drawn = draw("steps", {"steps": [step], "numbered": True})
    svg = drawn.partition("<svg")[2].partition("</svg>")[0]
    assert 'aria-hidden="true"' in svg
    assert re.search("<(path|circle|rect) ", svg)


@pytest.mark.parametrize(("numbered", "kind"), [(True, "ol"), (False, "ul")])
def test_points_without_an_order_have_no_numbers(numbered, kind):
    drawn = draw("steps", {"steps": [{"title": "Gofynnwch", "text": "", "symbol": ""}], "numbered": numbered})
    assert drawn.strip().startswith(f"<{kind} ") or f"<{kind} class" in drawn
    assert ("steps__number" in drawn, "<svg" in drawn) == (numbered, False)
