"""What is for members alone is named on no page that everybody may read, wherever somebody picked it."""

import pytest
from django.utils import timezone
from wagtail.blocks import StructBlockValidationError

from newsletter import actions
from newsletter.models import IssueIndexPage, IssuePage
from newsletter.writing import context_of
from portal.models import StandardPage
from resources.actions import Words
from tests.factories import staff
from tests.newsletter import factories as newsletter
from tests.resources import factories as library

TITLE, SUMMARY = "Canari cudd", "Dim ond i aelodau y mae'r caneri hwn."


@pytest.fixture
def secret(site):
    """A resource for members, picked as it went public by mistake for a while."""
    words = {code: Words(f"{TITLE} {code}", summary=f"{SUMMARY} {code}") for code in ("cy", "en")}
    return library.resource(words=words, members_only=False)


def close(resource) -> None:
    """From now on it is for members."""
    resource.members_only = True
    resource.save()


@pytest.fixture
def everywhere(client, site, secret):
    """The text of every public page, after the resource was picked on two of them and then closed."""
    pages = {page.locale.language_code: page for page in secret.all_pages()}
    block = ("related", {"title": "", "pages": [pages["cy"]]})
    site.home["cy"].add_child(instance=StandardPage(title="Darllen", slug="darllen", summary="Beth?", body=[block]))
    picked = {code: [("resources", {"heading": "?", "pages": [page]})] for code, page in pages.items()}
    newsletter.reader(language="both")
    actions.send_issue(issue_page=newsletter.issue(**picked)["cy"], by=staff(), now=timezone.now())
    addresses = [
        "/cy/darllen/",
        "/cy/",
        "/en/",
        "/cy/adnoddau/",
        "/en/resources/",
        "/cy/cylchlythyr/",
        "/en/newsletter/",
    ]
    addresses += [page.url for index in IssueIndexPage.objects.all() for page in index.issues()]
    addresses += [
        f"/{code}/{name}" for code in ("cy", "en") for name in ("sitemap/", "sitemap.xml", "search/?q=Canari")
    ]

    def read() -> dict[str, str]:
        return {address: client.get(address).content.decode() for address in addresses}

    return read


def test_nothing_names_it(secret, everywhere):
    """Seen while it is open, so that the search bites; then gone from each."""
    shown = everywhere()
    assert sum("anari" in text.replace("q=Canari", "") for text in shown.values()) >= 8
    close(secret)
    for address, text in everywhere().items():
        assert "anari cudd" not in text, address
        assert "caneri" not in text, address
        assert "/canari" not in text, address


def test_the_mail_of_an_issue_leaves_it_out(secret, site):
    """Also where it became private after the editor picked it."""
    pages = [page for page in secret.all_pages() if page.locale.language_code == "cy"]
    issue = newsletter.issue(cy=[("resources", {"heading": "?", "pages": pages})])["cy"]
    assert TITLE in context_of(issue, timezone.now())["html"]
    close(secret)
    secret.refresh_from_db()
    said = context_of(type(issue).objects.get(pk=issue.pk), timezone.now())
    assert TITLE not in said["html"] + said["text"]


def test_an_editor_cannot_pick_it(secret):
    """The form says which page, and why."""
    block = IssuePage._meta.get_field("body").stream_block.child_blocks["resources"]
    page = secret.all_pages()[0]
    value = block.to_python({"heading": "?", "pages": [page.pk]})
    assert block.clean(value)
    close(secret)
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(block.to_python({"heading": "?", "pages": [page.pk]}))
    assert page.title in str(refused.value.non_block_errors)


def test_an_issue_behind_a_restriction_is_not_listed(client, site):
    """Wagtail's privacy closes a page; the archive does not name it."""
    from wagtail.models import PageViewRestriction

    newsletter.reader()
    issue = newsletter.issue()["en"]
    actions.send_issue(issue_page=issue, by=staff(), now=timezone.now())
    assert issue.title in client.get("/en/newsletter/").content.decode()
    PageViewRestriction.objects.create(page=issue, restriction_type="login")
    assert issue.title not in client.get("/en/newsletter/").content.decode()
