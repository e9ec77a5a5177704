"""The secrets in links and forms: who holds one may see one booking, one place in line, or send one form once."""

from secrets import token_urlsafe

from django.core.signing import BadSignature, Signer

from core.errors import LinkUnknown

_LINK = Signer(salt="events.link", sep=".")
_FORM = Signer(salt="events.form", sep=".")


def link_token(row) -> str:
    """The token of a booking's or an entry's own link."""
    return _LINK.sign(f"{row._meta.model_name}-{row.reference}").partition("-")[2]


def read_link(token: str, model) -> str:
    """The reference in a link's token; LinkUnknown for one that we did not make for this kind of row."""
    try:
        return _LINK.unsign(f"{model._meta.model_name}-{token}").partition("-")[2]
    except BadSignature as error:
        raise LinkUnknown from error


def new_key(date_id: int) -> str:
    """The key of one form for one date."""
    return _FORM.sign(f"{date_id}-{token_urlsafe(16)}")


def is_key(key: str, date_id: int) -> bool:
    """Whether we made this key, for a form of this date."""
    try:
        return _FORM.unsign(key).startswith(f"{date_id}-")
    except BadSignature:
        return False
