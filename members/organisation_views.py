"""My organisations: what I do in each, who else is there, leaving, handing over."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView

from core.again import ShownAgain
from core.errors import Refused
from core.i18n import current_language, sort_key
from members import actions, journey
from members.models import Invitation, JoinRequest, Organisation, OrganisationRole, Role, User
from members.organisation_forms import HandOverForm
from members.views import ONWARD

#: what a button of the page says → what it does, and what the page says then
BUTTONS = {
    "rest": (
        lambda now, **who: actions.rest(now=now, **who),
        gettext_lazy("You are resting as a champion. Come back whenever you like."),
    ),
    "code_on": (
        lambda now, **who: actions.switch_code_on(**who),
        gettext_lazy("The organisation has a join code now."),
    ),
    "code_anew": (
        lambda now, **who: actions.switch_code_on(anew=True, **who),
        gettext_lazy("The organisation has a new join code. The old one no longer works."),
    ),
    "code_off": (
        lambda now, **who: actions.switch_code_off(**who),
        gettext_lazy("The join code no longer works."),
    ),
    "let_in": (
        lambda now, **who: actions.answer_request(let_in=True, now=now, **who),
        gettext_lazy("They are in the organisation now. We tell them by email."),
    ),
    "decline": (
        lambda now, **who: actions.answer_request(let_in=False, now=now, **who),
        gettext_lazy("They are not let in. We tell them by email."),
    ),
    "take_back": (
        lambda now, **who: actions.take_back_invitation(now=now, **who),
        gettext_lazy("You have taken the invitation back."),
    ),
    "wake": (lambda now, **who: actions.wake(**who), gettext_lazy("You are active as a champion again.")),
}

ABOUT = {"take_back", "let_in", "decline"}  # what is about one row, whose key follows a colon


@login_required
def organisations(request: HttpRequest) -> HttpResponse:
    """Each organisation in which one has a role."""
    mine = OrganisationRole.objects.visible_to(request.user).filter(user=request.user).select_related("organisation")
    places: dict[Organisation, list[OrganisationRole]] = {}
    for role in mine:
        places.setdefault(role.organisation, []).append(role)
    rows = [
        {"label": str(place), "value": in_lines(roles), "url": reverse("organisation_own", args=[place.pk])}
        for place, roles in sorted(places.items(), key=lambda item: sort_key(str(item[0]), current_language()))
    ]
    asked = JoinRequest.objects.open().filter(user=request.user).select_related("organisation").order_by("asked_at")
    return render(request, "members/organisations/list.html", {"rows": rows, "asked": asked})


@login_required
def organisation(request: HttpRequest, pk: int) -> HttpResponse:
    """One of one's organisations."""
    place = own(request, pk)
    people = people_of(place, request.user)
    mine = people.pop(request.user, [])
    keeps = any(role.role == Role.MAIN_CONTACT for role in mine)
    rows = [
        {
            "label": called(user),
            "value": in_lines(roles),
        }
        | ({"change_url": reverse("organisation_person", args=[place.pk, user.pk])} if keeps else {})
        for user, roles in people.items()
    ]
    champion = next((role for role in mine if role.role == Role.CHAMPION), None)
    context = {"place": place, "mine": in_lines(mine), "champion": champion, "keeps": keeps, "rows": rows}
    if keeps:
        context |= {
            "invitations": invitations_of(place, request.user),
            "requests": JoinRequest.objects.visible_to(request.user)
            .open()
            .filter(organisation=place)
            .select_related("user")
            .order_by("asked_at", "pk"),
        }
    return render(request, "members/organisations/organisation.html", context)


@login_required
def press(request: HttpRequest, pk: int) -> HttpResponse:
    """A button of the page; whoever only looks is led to the page."""
    place = own(request, pk)
    if request.method == "POST":
        verb, _colon, about = request.POST.get("do", "").partition(":")
        if verb not in BUTTONS or bool(about) != (verb in ABOUT) or (about and not is_key(about)):
            raise Http404
        does, words = BUTTONS[verb]
        asked = {"about": int(about)} if about else {}
        said(request, lambda: does(organisation=place, by=request.user, now=timezone.now(), **asked), words)
    return redirect("organisation_own", pk=pk)


@login_required
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """Leave by a button; the main contact reads how instead. Pressing it twice is leaving once."""
    place = own(request, pk, or_none=request.method == "POST")
    if request.method == "POST":
        if place:
            words = _("You have left the organisation.")
            said(
                request,
                lambda: actions.leave_organisation(organisation=place, by=request.user, now=timezone.now()),
                words,
            )
        return redirect("account_organisations")
    people = people_of(place, request.user)
    keeps = any(role.role == Role.MAIN_CONTACT for role in people[request.user])
    refusal = actions.MainContactStays.message if keeps else ""
    context = {"place": place, "refusal": refusal, "has_colleagues": len(people) > 1}
    return render(request, "members/organisations/leave.html", context)


@login_required
def person(request: HttpRequest, pk: int, person: int) -> HttpResponse:
    """A colleague, as the main contact sees them; a button ends what they do for the organisation."""
    place = own(request, pk)
    people = people_of(place, request.user)
    colleague = next((user for user in people if user.pk == person and user != request.user), None)
    if colleague is None or not any(role.role == Role.MAIN_CONTACT for role in people[request.user]):
        raise Http404
    if request.method == "POST":
        asked = {"organisation": place, "user": colleague, "by": request.user, "now": timezone.now()}
        said(request, lambda: actions.remove_colleague(**asked), _("Their roles in the organisation have ended."))
        return redirect("organisation_own", pk=pk)
    context = {"place": place, "name": called(colleague), "roles": in_lines(people[colleague])}
    return render(request, "members/organisations/person.html", context)


class DoesOrSaysWhyNot(LoginRequiredMixin, ShownAgain, FormView):
    """A form whose `does(form)` acts and leads on; a refusal stands at the question that it is about (`asked_about`)."""

    template_name = "members/organisations/form.html"
    asked_about = None

    def form_valid(self, form) -> HttpResponse:
        try:
            return self.does(form)
        except actions.MembersOnly as refusal:
            return join_first(self.request, refusal)
        except Refused as refusal:
            form.add_error(self.asked_about, refusal.message)
            return self.render_to_response(self.get_context_data(form=form))


class OfOrganisation(DoesOrSaysWhyNot):
    """A form for the main contact of an organisation."""

    @cached_property
    def place(self) -> Organisation:
        """The organisation, which others do not find."""
        place = own(self.request, self.kwargs["pk"])
        if not place.roles.current().filter(user=self.request.user, role=Role.MAIN_CONTACT).exists():
            raise Http404
        return place

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(back_url=reverse("organisation_own", args=[self.place.pk]), **kwargs)


class HandOverView(OfOrganisation):
    """Hand over the role of the main contact."""

    form_class = HandOverForm
    extra_context = {
        "title": gettext_lazy("Hand over the role of main contact"),
        "submit": gettext_lazy("Hand over"),
    }

    def get_form_kwargs(self) -> dict:
        people = people_of(self.place, self.request.user)
        others = [(user.pk, called(user)) for user in people if user != self.request.user]
        return super().get_form_kwargs() | {"colleagues": others}

    def does(self, form) -> HttpResponse:
        to = get_object_or_404(User, pk=form.cleaned_data["to"])
        actions.hand_over(organisation=self.place, to=to, by=self.request.user, now=timezone.now())
        messages.success(self.request, _("You have handed over the role of main contact."))
        return redirect("organisation_own", pk=self.place.pk)


def join_first(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """On to the rest of joining the network, whose end leads back to this page."""
    request.session[ONWARD] = request.path
    messages.info(request, str(refusal))
    return redirect(journey.next_url(request.user))


def own(request: HttpRequest, pk: int, or_none: bool = False) -> Organisation | None:
    """An organisation in which one has a role; others are not found."""
    mine = Organisation.objects.of(request.user)
    return mine.filter(pk=pk).first() if or_none else get_object_or_404(mine, pk=pk)


def people_of(place: Organisation, user: User) -> dict[User, list[OrganisationRole]]:
    """Who is in an organisation, as far as a person may see, each with their roles; in the order of the alphabet."""
    people: dict[User, list[OrganisationRole]] = {}
    for role in OrganisationRole.objects.visible_to(user).filter(organisation=place).select_related("user"):
        people.setdefault(role.user, []).append(role)
    return dict(sorted(people.items(), key=lambda item: (sort_key(item[0].name, current_language()), item[0].pk)))


def called(user: User) -> str:
    """A person's name; never their address."""
    return user.name or _("Somebody without a name")


def invitations_of(place: Organisation, user: User) -> list[Invitation]:
    """The invitations that nobody has answered, for the main contact; newest first."""
    return list(Invitation.objects.visible_to(user).open().filter(organisation=place).order_by("-invited_at", "-pk"))


def is_key(text: str) -> bool:
    """Whether this can be the key of a row."""
    return text.isascii() and text.isdecimal() and len(text) < 19


def in_lines(roles: list[OrganisationRole]) -> str:
    """Somebody's roles in words, a line each; who does something else is not called a colleague too."""
    order = list(Role.values)
    told = [role for role in roles if role.role != Role.COLLEAGUE] or roles
    return "\n".join(str(role.words) for role in sorted(told, key=lambda role: order.index(role.role)))


def said(request: HttpRequest, does, words) -> bool:
    """Do something, and say on the next page that it is done, or why not."""
    try:
        does()
    except Refused as refusal:
        messages.error(request, str(refusal))
        return False
    messages.success(request, words)
    return True
