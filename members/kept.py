"""What this room keeps about people, and what the sign-in library keeps for it."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.personal import Kept, addresses_of
from members.models import (
    Consent,
    ContactPreference,
    HereAs,
    Invitation,
    JoinRequest,
    Membership,
    OrganisationRole,
    PrinciplesAgreement,
    User,
)

StaffGroup = User.groups.through

KEPT = [
    Kept(User, lambda user: User.objects.filter(pk=user.pk), _("Account"), without=("password",)),
    Kept(Membership, lambda user: user.memberships.order_by("-started_on", "-id"), _("Membership"), without=("user",)),
    Kept(HereAs, lambda user: user.here_as.order_by("id"), _("Here as"), without=("user",)),
    Kept(
        PrinciplesAgreement,
        lambda user: user.agreements.order_by("-agreed_at"),
        _("Agreements to the principles"),
        without=("user",),
    ),
    Kept(Consent, lambda user: user.consents.order_by("-given_at", "-id"), _("Consents"), without=("user",)),
    Kept(
        OrganisationRole,
        lambda user: user.organisation_roles.order_by("-started_on", "-id"),
        _("Organisations"),
        without=("user",),
    ),
    Kept(
        Invitation,
        lambda user: Invitation.objects.filter(
            Q(invited_by=user) | Q(accepted_by=user) | Q(email__in=addresses_of(user))
        ).order_by("-invited_at", "-id"),
        _("Invitations to organisations"),
        without=("token",),  # a secret of whoever was invited
    ),
    Kept(
        JoinRequest,
        lambda user: user.join_requests.order_by("-asked_at", "-id"),
        _("Requests to organisations"),
        without=("user",),
    ),
    Kept(
        ContactPreference,
        lambda user: ContactPreference.objects.filter(user=user).order_by("pk"),
        _("How to reach you"),
        without=("user",),
    ),
    Kept(
        StaffGroup,
        lambda user: StaffGroup.objects.filter(user=user).order_by("id"),
        _("Staff groups"),
        without=("user",),
    ),
    Kept(EmailAddress, lambda user: user.emailaddress_set.order_by("id"), _("Email addresses"), without=("user",)),
    Kept(
        UserSession,
        lambda user: UserSession.objects.filter(user=user).order_by("-last_seen_at", "-id"),
        _("Where you are signed in"),
        without=("user", "session_key"),  # who holds the key is signed in
    ),
    # That there is a passkey, an app or a set of codes; never what it holds.
    Kept(
        Authenticator,
        lambda user: Authenticator.objects.filter(user=user).order_by("id"),
        _("Ways of signing in"),
        without=("user", "data"),
    ),
]
