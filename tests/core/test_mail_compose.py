"""The bytes that leave: whole headers, short lines, no way in for a header of a stranger's."""

import email
from email import policy

import pytest
from django.core.mail import send_mail
from django.utils import translation
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from core.mail import compose
from core.mail.backend import QueueBackend
from core.mail.compose import Unwritable, plain_address, quoted_printable, soft_end
from core.mail.render import render
from core.mail.transport import stuffed
from core.models import MailBatch, OutgoingMail
from core.models.mail import Fault
from tests.factories import person

PAYLOADS = [
    "\r\nBcc: victim@example.org",
    "\nBcc: victim@example.org",
    "\rBcc: victim@example.org",
    "a\r\n\r\n<script>",
    "a\r\n Bcc: victim@example.org",
    "a\x00\r\nBcc: victim@example.org",
    "a\x0bBcc: victim@example.org",
    "a\x0cBcc: victim@example.org",
    "a\x1cBcc: victim@example.org",
    "a\x1dBcc: victim@example.org",
    "a\x1eBcc: victim@example.org",
    "a\x85Bcc: victim@example.org",
    "a\u2028Bcc: victim@example.org",
    "a\u2029Bcc: victim@example.org",
    'a"\r\nBcc: victim@example.org\r\n"',
    "a>\r\nBcc: victim@example.org",
    "=?utf-8?q?a=0D=0ABcc=3A_victim=40example.org?=",
    "a, victim@example.org",
    "a <victim@example.org>,",
    "ŵ" * 100 + "\r\nBcc: victim@example.org",
]
KNOWN = {"From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type", "List-Id"}


def row(**fields):
    words = {"subject": "S", "text": "T"}
    defaults = {"template": "core/plain", "to": "sian@example.org", "language": "en", "context": words}
    return OutgoingMail(**(defaults | fields))


def batch_row(name="", **splices):
    batch = MailBatch.objects.create(
        key="k",
        template="core/plain",
        title="t",
        splices=["token"],
        contexts={code: {"subject": "Pwnc ŵ", "text": f"{'ŵ' * 90} \ue000token\ue001 end"} for code in ("cy", "en")},
    )
    return OutgoingMail(
        batch=batch, template="core/plain", to="a@example.org", to_name=name, language="cy", context=splices
    )


def parsed(letter):
    return email.message_from_bytes(letter.message, policy=policy.default)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_name_or_subject_brings_a_header_with_it(payload):
    message = parsed(compose.compose(row(to_name=payload, context={"subject": payload, "text": payload})))
    assert set(message.keys()) <= KNOWN
    assert [str(a.addr_spec) for a in message["To"].addresses] == ["sian@example.org"]
    assert message["Bcc"] is None


@pytest.mark.django_db
@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_name_brings_a_header_into_a_bulk_message(payload):
    message = parsed(compose.compose(batch_row(payload, token="x")))
    assert set(message.keys()) <= KNOWN
    assert [str(a.addr_spec) for a in message["To"].addresses] == ["a@example.org"]


@pytest.mark.parametrize(
    "name",
    [
        "Siân Ŵyn",
        "O'Neill, Siân",
        'Siân "Ŵ" Jones',
        "李",
        "a" * 200,
        "Llŷr Ŵyn-Siôn ap Gwilym Hŷn o’r Tŷ Gwyn",
        "Jones (Cardiff)",
    ],
)
def test_names_of_every_kind_arrive_as_they_were_written(name):
    letter = compose.compose(row(to_name=name))
    assert parsed(letter)["To"].addresses[0].display_name == name
    assert max(map(len, letter.message.split(b"\r\n"))) <= 998


@pytest.mark.parametrize(
    "to",
    [
        "",
        "nobody",
        "a b@example.org",
        "a@b@example.org",
        "a@example.org\r\nRCPT TO:<b@example.org>",
        "<a@example.org>",
        "a@example.org, b@example.org",
        "ŵ@example.org",
        "a@" + "x" * 70 + ".org",
    ],
)
def test_what_is_no_address_is_never_offered_to_a_server(to):
    with pytest.raises(Unwritable) as refused:
        plain_address(to)
    if to == "ŵ@example.org":
        assert refused.value.fault == Fault.LETTERS
    elif to.endswith(".org") and "xx" in to:
        assert refused.value.fault == Fault.NO_DOMAIN
    else:
        assert refused.value.fault == Fault.NO_ADDRESS


def test_longest_name_makes_no_line_too_long():
    letter = compose.compose(row(to_name="ŵ" * 200))
    assert max(map(len, letter.message.split(b"\r\n"))) <= 998


def test_domain_with_accents_travels_in_ascii():
    assert plain_address("post@tŷ.cymru") == "post@" + "tŷ".encode("idna").decode() + ".cymru"


@hypothesis_settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\ue000\ue001"), max_size=200), min_size=1
    )
)
def test_pieces_cut_at_seams_decode_to_the_same_text_in_short_lines(parts):
    import quopri

    encoded = b"".join(soft_end(quoted_printable(part)) for part in parts) + quoted_printable("end")
    assert quopri.decodestring(encoded).decode().replace("\r\n", "\n") == "".join(parts) + "end"
    assert all(len(line) <= 76 for line in encoded.split(b"\r\n"))
    bare = encoded.replace(b"\r\n", b"")
    assert b"\n" not in bare
    assert b"\r" not in bare


@given(st.binary(max_size=300))
def test_dots_are_doubled_and_only_the_end_ends(body):
    message = body.replace(b"\r", b"").replace(b"\n", b"\r\n")
    lines = stuffed(message).split(b"\r\n")
    assert lines[-2:] == [b".", b""] or lines[-1] == b""
    assert b"." not in lines[:-2]
    back = [line[1:] if line.startswith(b".") else line for line in lines[:-2]]
    assert b"\r\n".join(back).rstrip(b"\r\n") == message.rstrip(b"\r\n")


@pytest.mark.django_db
def test_bulk_message_carries_one_click_and_each_readers_own_words():
    one = batch_row(token="<first>", unsubscribe_url="https://n.example/leave/first/")
    message = parsed(compose.compose(one))
    assert message["List-Unsubscribe"] == "<https://n.example/leave/first/>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["List-Id"]
    text, html = (message.get_body([kind]).get_content() for kind in ("plain", "html"))
    assert f"{'ŵ' * 90} <first> end" in text
    assert "&lt;first&gt;" in html
    assert "<first>" not in html
    assert "\ue000" not in text + html


@pytest.mark.parametrize(("language", "names"), [("cy", 1), ("en", 1), ("both", 2), ("", 2)])
def test_language_of_the_reader_decides(language, names):
    message = parsed(compose.compose(row(language=language)))
    html = message.get_body(["html"]).get_content()
    assert html.count('<div lang="') == names
    assert f'<html lang="{"en" if language == "en" else "cy"}"' in html


def test_calendar_file_keeps_its_method_and_its_letters():
    part = {"name": "dŵr.ics", "type": "text/calendar; method=REQUEST; charset=utf-8", "content": "SUMMARY:Tŷ"}
    message = parsed(compose.compose(row(attachments=[part])))
    attached = next(message.iter_attachments())
    assert attached.get_content_type() == "text/calendar"
    assert attached["Content-Type"].params["method"] == "REQUEST"
    assert "Tŷ" in attached.get_content()


@pytest.mark.parametrize("code", ["cy", "en"])
def test_text_part_of_every_email_has_no_holes(code):
    """Tags that draw nothing leave no lines behind."""
    from core.slots import email_samples

    for name, sample in email_samples.all().items():
        with translation.override(code):
            context = sample()
        text = render(name, code, {code: context}).text
        assert "\n\n\n" not in text, name


@pytest.mark.django_db
@pytest.mark.parametrize(("written", "language"), [("cy", "cy"), ("en", "en"), ("both", "cy"), (None, "en")])
def test_what_a_library_sends_is_in_the_language_of_its_reader(written, language):
    """Whoever pressed the button reads English; a stranger's language is not known."""
    if written:
        person("reader@example.org", language=written)
    send_mail("Subject", "Text", None, ["Reader@example.org"], connection=QueueBackend())
    assert OutgoingMail.objects.get(template="core/plain").language == language
