"""People: an account, a membership, roles in organisations and consents, each of which can exist and end alone."""

from members.models.consent import Consent, ConsentPurpose, ConsentWording
from members.models.contact import ContactPreference, ContactWay
from members.models.invitation import Invitation
from members.models.join_request import JoinRequest
from members.models.membership import Membership, MembershipKind
from members.models.organisation import Organisation, OrganisationRole, Role
from members.models.principles import PrinciplesAgreement, PrinciplesWording
from members.models.user import HereAs, HereAsKind, User, clean_email

__all__ = [
    "Consent",
    "ConsentPurpose",
    "ConsentWording",
    "ContactPreference",
    "ContactWay",
    "HereAs",
    "HereAsKind",
    "Invitation",
    "JoinRequest",
    "Membership",
    "MembershipKind",
    "Organisation",
    "OrganisationRole",
    "PrinciplesAgreement",
    "PrinciplesWording",
    "Role",
    "User",
    "clean_email",
]
