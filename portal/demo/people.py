"""The people and organisations of the demo network, and the staff a developer signs in as."""

from datetime import datetime
from itertools import groupby

from django.contrib.auth.models import Group

from members import actions
from members.models import ConsentWording, Organisation, PrinciplesWording, Role, User
from portal.demo_content.organisations import ORGANISATIONS
from portal.demo_content.people import MEMBERS
from portal.demo_content.sign_ins import SIGN_INS
from portal.roles import ROLES

PASSWORD = "pawb-gydan-gilydd"


def add_people(now: datetime) -> list[User]:
    """The members, each in the organisation they belong to; every other one asks for the newsletter."""
    wording, consents = PrinciplesWording.objects.current(), list(ConsentWording.objects.current())
    members = []
    for number, entry in enumerate(MEMBERS):
        user = _account(entry)
        actions.join(
            user=user,
            wording=wording,
            language="en" if entry["language"] == "en" else "cy",
            now=now,
            consents=consents if number % 2 == 0 else [],
            source="demo",
        )
        members.append(user)
    _organisations(members, now)
    return members


def add_staff() -> User:
    """One person for each role, all with the same password; the administrator is returned."""
    for entry in SIGN_INS:
        user = User.objects.filter(email=entry["email"]).first()
        if user is None and entry["role"] == "member":
            continue  # comes with the other members
        user = user or _account(entry)
        user.set_password(PASSWORD)
        user.is_staff = entry["role"] != "member"
        user.is_superuser = entry["role"] == "admin"
        user.save()
        user.groups.set(Group.objects.filter(name=ROLES[entry["role"]].name) if entry["role"] in ROLES else [])
    return User.objects.get(is_superuser=True)


def _account(entry: dict) -> User:
    told = {name: entry[name] for name in ("name", "region", "language", "here_as") if name in entry}
    return actions.open_account(email=entry["email"], verified=True, **told)


def _organisations(members: list[User], now: datetime) -> None:
    by_email = {user.email: user for user in members}
    listed = sorted((entry for entry in MEMBERS if entry["organisation"]), key=lambda entry: entry["organisation"])
    people = {slug: list(rows) for slug, rows in groupby(listed, key=lambda entry: entry["organisation"])}
    roles = [Role.MAIN_CONTACT, Role.CHAMPION]
    for entry in ORGANISATIONS:
        words = {f"{part}_{code}": text for part in ("name", "about") for code, text in entry[part].items()}
        organisation: Organisation = actions.add_organisation(slug=entry["slug"], region=entry["region"], **words)
        for number, person in enumerate(people.get(entry["slug"], [])):
            role = roles[number] if number < len(roles) else Role.COLLEAGUE
            actions.take_role(user=by_email[person["email"]], organisation=organisation, role=role, now=now)
