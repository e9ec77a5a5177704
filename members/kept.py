"""What this room keeps about people, and what the sign-in library keeps for it."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.utils.translation import gettext_lazy as _

from core.personal import Kept
from members.models import Consent, HereAs, Membership, OrganisationRole, PrinciplesAgreement, User

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
        StaffGroup,
        lambda user: StaffGroup.objects.filter(user=user).order_by("id"),
        _("Staff groups"),
        without=("user",),
    ),
    Kept(EmailAddress, lambda user: user.emailaddress_set.order_by("id"), _("Email addresses"), without=("user",)),
    # That there is a passkey, an app or a set of codes; never what it holds.
    Kept(
        Authenticator,
        lambda user: Authenticator.objects.filter(user=user).order_by("id"),
        _("Ways of signing in"),
        without=("user", "data"),
    ),
]
