"""What may happen to people: an account, what they tell us, joining, agreeing, roles in organisations."""

from members.actions.accounts import (
    AccountExists,
    LastAdministrator,
    change_account,
    describe,
    enter_account,
    open_account,
)
from members.actions.consents import give_consent, withdraw_consent
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
from members.actions.staff import NotYours
from members.actions.wordings import WordingOutdated, ensure_wordings

__all__ = [
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
    "NotChampion",
    "NotInOrganisation",
    "NotInvited",
    "NotMainContact",
    "NotYours",
    "OrganisationHasPeople",
    "RequestAnswered",
    "RoleTaken",
    "WordingOutdated",
    "accept_invitation",
    "add_organisation",
    "agree",
    "answer_request",
    "ask_to_join",
    "change_account",
    "change_membership",
    "change_organisation",
    "describe",
    "ensure_wordings",
    "enter_account",
    "enter_organisation",
    "find_invitation",
    "give_consent",
    "hand_over",
    "invite",
    "join",
    "join_by_code",
    "leave_organisation",
    "name_main_contact",
    "open_account",
    "remove_colleague",
    "remove_organisation",
    "rest",
    "switch_code_off",
    "switch_code_on",
    "take_back_invitation",
    "take_role",
    "wake",
    "withdraw_consent",
]
