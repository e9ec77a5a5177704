"""What staff type about members, organisations and accounts goes through our actions, and a refusal stands on the form."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import HelpPanel
from wagtail.admin.views import generic
from wagtail.users.views import users

from core.errors import Refused
from core.viewsets import ByAction, NeverDeleted
from members import actions
from members.models import Role


class JoiningIsTheOnlyWayIn(NeverDeleted):
    """Staff see memberships and end them. Nobody is made a member, or unmade, without their agreement."""

    def user_has_permission(self, user, action):
        """As the role says, without adding and deleting."""
        return action != "add" and super().user_has_permission(user, action)


class MembershipEditView(ByAction, generic.EditView):
    """Correct a membership, or end it."""

    def save_instance(self):
        """Through its action."""
        return actions.change_membership(membership=self.object, by=self.request.user, **self.typed())


class OrganisationForm(WagtailAdminModelForm):
    """The facts of an organisation, and who its main contact is."""

    main_contact = forms.EmailField(
        label=_("Main contact's email"),
        help_text=_("Of somebody who is a member. They invite colleagues and let them in. We tell them by email."),
        required=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        main = self.instance.pk and self.instance.roles.open().filter(role=Role.MAIN_CONTACT).first()
        self.initial["main_contact"] = main.user.email if main else ""


class NamesMainContact(ByAction):
    """A form whose answer about the main contact goes through an action of its own."""

    def named(self, organisation):
        """The organisation, with the main contact that was typed anew."""
        if "main_contact" in self.form.changed_data:
            email = self.form.cleaned_data["main_contact"]
            by, now = self.request.user, timezone.now()
            actions.name_main_contact(organisation=organisation, email=email, by=by, now=now)
        return organisation

    def facts(self, typed: dict) -> dict:
        """What was typed about the organisation itself."""
        return {name: value for name, value in typed.items() if name != "main_contact"}


class OrganisationAddView(NamesMainContact, generic.CreateView):
    """Enter an organisation."""

    def save_instance(self):
        """Through its action."""
        facts = self.facts(self.form.cleaned_data)
        return self.named(actions.enter_organisation(by=self.request.user, **facts))


class OrganisationEditView(NamesMainContact, generic.EditView):
    """Change an organisation."""

    def save_instance(self):
        """Through its action."""
        facts = self.facts(self.typed())
        return self.named(actions.change_organisation(organisation=self.object, by=self.request.user, **facts))


class PeoplePanel(HelpPanel):
    """Below the facts of an organisation: its people, who is invited, and who asks to join."""

    def __init__(self, **kwargs):
        super().__init__(**{"template": "members/staff/organisation_people.html"} | kwargs)

    class BoundPanel(HelpPanel.BoundPanel):
        """The panel of one organisation."""

        def is_shown(self):
            """Once there is an organisation."""
            return bool(self.instance.pk)

        def get_context_data(self, parent_context=None):
            """Newest first."""
            place = self.instance
            return super().get_context_data(parent_context) | {
                "roles": place.roles.select_related("user").order_by("-started_on", "-pk"),
                "requests": place.join_requests.select_related("user").order_by("-asked_at", "-pk"),
                "invitations": place.invitations.order_by("-invited_at", "-pk"),
            }


class OrganisationDeleteView(generic.DeleteView):
    """Delete an organisation that was entered by mistake."""

    def form_valid(self, form):
        """As the action says."""
        try:
            return super().form_valid(form)
        except Refused as refusal:
            messages.error(self.request, str(refusal))
            return redirect(self.get_success_url())

    def delete_action(self):
        """Through its action."""
        actions.remove_organisation(organisation=self.object, by=self.request.user)


class AccountAddView(ByAction, users.CreateView):
    """Open an account for somebody."""

    def save_instance(self):
        """Through its action."""
        return actions.enter_account(by=self.request.user, **self.form.cleaned_data)


class AccountEditView(ByAction, users.EditView):
    """Change an account."""

    def setup(self, request, *args, **kwargs):
        """There is no way to delete it here."""
        super().setup(request, *args, **kwargs)
        self.can_delete = False

    def save_instance(self):
        """Through its action."""
        return actions.change_account(user=self.object, by=self.request.user, **self.typed())
