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
from members.actions.roles import (
    MainContactStays,
    NotChampion,
    NotInOrganisation,
    NotMainContact,
    hand_over,
    leave_organisation,
    remove_colleague,
    rest,
    wake,
)
from members.actions.staff import NotYours
from members.actions.wordings import WordingOutdated, ensure_wordings

__all__ = [
    "AccountExists",
    "AlreadyMember",
    "AnswerMissing",
    "InvitationOver",
    "InvitationWaits",
    "LastAdministrator",
    "MainContactStays",
    "MembersOnly",
    "MembershipOpen",
    "NotChampion",
    "NotInOrganisation",
    "NotInvited",
    "NotMainContact",
    "NotYours",
    "OrganisationHasPeople",
    "RoleTaken",
    "WordingOutdated",
    "accept_invitation",
    "add_organisation",
    "agree",
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
    "leave_organisation",
    "open_account",
    "remove_colleague",
    "remove_organisation",
    "rest",
    "take_back_invitation",
    "take_role",
    "wake",
    "withdraw_consent",
]
