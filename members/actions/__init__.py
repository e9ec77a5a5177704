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
from members.actions.invitations import (
    InvitationOver,
    InvitationWaits,
    MembersOnly,
    NotInvited,
    accept_invitation,
    find_invitation,
    invite,
    take_back_invitation,
)
from members.actions.join_codes import switch_code_off, switch_code_on
from members.actions.leaving import NotAMember, leave
from members.actions.main_contact import NotMainContact
from members.actions.memberships import AlreadyMember, AnswerMissing, MembershipOpen, change_membership, join
from members.actions.organisation_doors import (
    AlreadyThere,
    AskerGone,
    CodeUnknown,
    RequestAnswered,
    answer_request,
    ask_to_join,
    join_by_code,
)
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
from members.actions.roles import (
    MainContactStays,
    NoSuchMember,
    NotChampion,
    NotInOrganisation,
    hand_over,
    leave_organisation,
    name_main_contact,
    remove_colleague,
    rest,
    wake,
)
from members.actions.sessions import end_sessions, forget_ended_sessions, see_session, sessions_of
from members.actions.staff import NotYours
from members.actions.wordings import WordingOutdated, ensure_wordings

__all__ = [
    "LAST_MAIL",
    "AccountExists",
    "AlreadyMember",
    "AlreadyThere",
    "AnswerMissing",
    "AskerGone",
    "CodeUnknown",
    "InvitationOver",
    "InvitationWaits",
    "LastAdministrator",
    "MainContactStays",
    "MembersOnly",
    "MembershipOpen",
    "NoSuchMember",
    "NotAMember",
    "NotChampion",
    "NotInOrganisation",
    "NotInvited",
    "NotMainContact",
    "NotYours",
    "OrganisationHasPeople",
    "RequestAnswered",
    "RoleTaken",
    "StillMainContact",
    "StillStaff",
    "WhereMissing",
    "WordingOutdated",
    "accept_invitation",
    "add_organisation",
    "agree",
    "answer_consent",
    "answer_request",
    "ask_to_join",
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
    "find_invitation",
    "forget_ended_sessions",
    "give_consent",
    "hand_over",
    "invite",
    "join",
    "join_by_code",
    "leave",
    "leave_organisation",
    "may_erase",
    "name_main_contact",
    "open_account",
    "prefer_contact",
    "remove_colleague",
    "remove_organisation",
    "rest",
    "see_session",
    "sessions_of",
    "switch_code_off",
    "switch_code_on",
    "take_back_invitation",
    "take_role",
    "wake",
    "withdraw_consent",
]
