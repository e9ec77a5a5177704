"""Inviting colleagues by email, and the page behind the link that they get."""

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from core.errors import LinkUnknown, Refused
from members import actions, limits
from members.organisation_forms import InviteForm
from members.organisation_views import OfOrganisation, join_first

TOO_MANY = gettext_lazy("Too many invitations have been sent today. Please try again tomorrow.")


class InviteView(OfOrganisation):
    """Invite somebody by email."""

    form_class = InviteForm
    extra_context = {
        "title": gettext_lazy("Invite a colleague"),
        "lede": gettext_lazy(
            "We send an email with a link. The link works for 14 days, and you can take it back until it is used."
        ),
        "submit": gettext_lazy("Send the invitation"),
    }

    def does(self, form) -> HttpResponse:
        if not limits.may_invite(self.request.user, form.cleaned_data["email"]):
            raise Refused(TOO_MANY)
        now, by = timezone.now(), self.request.user
        invitation = actions.invite(organisation=self.place, by=by, now=now, **form.cleaned_data)
        messages.success(self.request, _("An invitation is on its way to: %(email)s") % {"email": invitation.email})
        return redirect("organisation_own", pk=self.place.pk)


@never_cache
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind the link in our mail; only its button changes anything. A stranger signs in or joins, and comes back."""
    by = request.user if request.user.is_authenticated else None
    now, refusal = timezone.now(), ""
    try:
        found = actions.find_invitation(token=token, by=by, now=now)
        if by and found.accepted_at:
            return redirect("account_organisations")
        if request.method == "POST":
            return _accept(request, token)
    except (LinkUnknown, actions.InvitationOver) as over:
        return render(request, "members/organisations/invitation_over.html", {"refusal": over}, status=404)
    except Refused as refused:
        refusal = refused.message
    context = {"invitation": found, "errors": [{"text": refusal}] if refusal else []}
    return render(request, "members/organisations/invitation.html", context)


def _accept(request: HttpRequest, token: str) -> HttpResponse:
    if not request.user.is_authenticated:
        return redirect_to_login(request.path)
    try:
        place = actions.accept_invitation(token=token, by=request.user, now=timezone.now())
    except actions.MembersOnly as refusal:
        return join_first(request, refusal)
    messages.success(request, _("You have joined the organisation."))
    return redirect("organisation_own", pk=place.pk)
