"""Publishing: an editor uploads a PDF, writes its two pages, and anybody finds it by a word inside the file."""

import re
import time

import pytest

from portal.demo_content.pdf import make_pdf

pytestmark = pytest.mark.e2e


def page_id(page, portal, *titles: str) -> int:
    """The number of a page, found by going down the explorer by titles."""
    number = 1
    for title in titles:
        page.goto(f"{portal.url}/cms/pages/{number}/")
        href = page.locator("a[href$='/edit/']").filter(has_text=re.compile(f"^\\s*{title}\\s*$")).first
        number = int(re.search(r"/pages/(\d+)/edit/", href.get_attribute("href"))[1])
    return number


def publish(page) -> None:
    """Publish what is in the editor."""
    with page.expect_navigation():
        page.locator("[name=action-publish]").first.evaluate("button => button.click()")
    assert not page.locator(".error-message").count()


def add_facts(portal, page, pdf: bytes) -> None:
    """The facts and the file, through the chooser's upload form."""
    page.goto(f"{portal.url}/cms/snippets/resources/resource/add/")
    page.locator("[name=name]").fill("Gwyddbwyll yn y gymuned")
    page.locator("[name=kind]").select_option("toolkit")
    page.locator("button[id$=files-ADD]").click()
    page.locator("[data-chooser-action-choose]:visible").first.click()
    page.locator(".modal-body [role=tab][href='#tab-upload']").click()
    page.locator("[name=document-chooser-upload-title]").fill("Gwyddbwyll")
    page.locator("[name=document-chooser-upload-file]").set_input_files(
        {"name": "gwyddbwyll.pdf", "mimeType": "application/pdf", "buffer": pdf}
    )
    page.locator(
        "form[data-chooser-modal-creation-form] button[type=submit], #tab-upload button[type=submit]"
    ).first.click()
    page.wait_for_selector(".modal-body", state="detached")
    page.locator("[name=files-0-language]").select_option("cy")
    page.locator("[name=principles][value=networks]").check()
    with page.expect_navigation():
        page.locator("main form button[type=submit]").first.click()
    assert not page.locator(".error-message").count()


def test_a_pdf_is_found_by_a_word_inside_it(portal, page, staff):
    """Uploaded and published by a Welsh editor, translated by an English one, and found with and without its accents."""
    words = ["Mae’r gŵyddau’n chwarae gwyddbwyll ar y tŷ.", "Pawb gyda’i gilydd."]
    pdf = make_pdf(title="Gwyddbwyll", language="cy", sections=[("Y gêm", words)], principles=["networks"])
    editor = staff("editor", "cy")
    add_facts(portal, editor, pdf)

    parent = page_id(editor, portal, "Rhwydwaith Cydgynhyrchu Cymru", "Llyfrgell adnoddau")
    editor.goto(f"{portal.url}/cms/pages/add/resources/resourcepage/{parent}/")
    editor.locator("[name=title]").fill("Gêm i’r gymuned")
    editor.locator("[name=slug]").evaluate("slug => { slug.value = 'gem-ir-gymuned' }")
    editor.locator("[name=summary]").fill("Pecyn bach am gêm.")
    editor.locator("[data-contentpath=resource] [data-chooser-action-choose]:visible").first.click()
    editor.locator(".modal-body [name=q]").fill("Gwyddbwyll")
    editor.locator(".modal-body").get_by_role("link", name="Gwyddbwyll yn y gymuned").click()
    editor.wait_for_selector(".modal-body", state="detached")
    publish(editor)
    editor.wait_for_url("**/cms/languages/*/publish/")  # not alone: the English is to be made first

    welsh = page_id(editor, portal, "Rhwydwaith Cydgynhyrchu Cymru", "Llyfrgell adnoddau", "Gêm i’r gymuned")
    editor = staff("editor", "en")
    editor.goto(f"{portal.url}/cms/translation/submit/page/{welsh}/")
    editor.locator("[name=locales]").first.check()
    editor.locator("main form input[type=submit]").click()
    editor.wait_for_url("**/edit/")
    editor.locator("[name=title]").fill("A game for the community")
    editor.locator("[name=summary]").fill("A small toolkit about a game.")
    publish(editor)

    for query in ("gŵyddau", "gwyddau", "GWYDDAU"):
        assert found(page, f"{portal.url}/cy/adnoddau/?q={query}", "Gêm i’r gymuned")
        assert found(page, f"{portal.url}/en/resources/?q={query}", "A game for the community")


def found(page, address: str, title: str, seconds: float = 30) -> bool:
    """Whether the title comes up; the file is read by a worker, so that may take a moment."""
    give_up = time.monotonic() + seconds
    while time.monotonic() < give_up:
        page.goto(address)
        if page.locator("main").get_by_role("link", name=title).count():
            return True
        time.sleep(0.5)
    return False
