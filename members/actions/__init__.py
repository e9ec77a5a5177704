"""What may happen to people: an account, what they tell us, joining, agreeing, roles in organisations."""

from members.actions.accounts import (
    AccountExists,
    LastAdministrator,
    change_account,
    describe,
    enter_account,
    open_account,
)
from members.actions.consents import answer_consent, give_consent, withdraw_consent
from members.actions.contact import WhereMissing, prefer_contact
from members.actions.erasing import LAST_MAIL, StillMainContact, StillStaff, erase, erased_before, may_erase
from members.actions.leaving import NotAMember, leave
from members.actions.memberships import AlreadyMember, AnswerMissing, MembershipOpen, change_membership, join
from members.actions.organisations import (
    OrganisationHasPeople,
    RoleTaken,
    add_organisation,
    change_organisation,
    enter_organisation,
    remove_organisation,
    take_role,
)
from members.actions.principles import agree
from members.actions.sessions import end_sessions, forget_ended_sessions, see_session, sessions_of
from members.actions.staff import NotYours
from members.actions.wordings import WordingOutdated, ensure_wordings

__all__ = [
    "LAST_MAIL",
    "AccountExists",
    "AlreadyMember",
    "AnswerMissing",
    "LastAdministrator",
    "MembershipOpen",
    "NotAMember",
    "NotYours",
    "OrganisationHasPeople",
    "RoleTaken",
    "StillMainContact",
    "StillStaff",
    "WhereMissing",
    "WordingOutdated",
    "add_organisation",
    "agree",
    "answer_consent",
    "change_account",
    "change_membership",
    "change_organisation",
    "describe",
    "end_sessions",
    "ensure_wordings",
    "enter_account",
    "enter_organisation",
    "erase",
    "erased_before",
    "forget_ended_sessions",
    "give_consent",
    "join",
    "leave",
    "may_erase",
    "open_account",
    "prefer_contact",
    "remove_organisation",
    "see_session",
    "sessions_of",
    "take_role",
    "withdraw_consent",
]
