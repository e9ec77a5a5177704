"""The page "Where you are signed in"."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from members import actions
from members.sessions import browser_of, device_of

OTHERS = "others"


class SessionsView(LoginRequiredMixin, TemplateView):
    """Each session in plain words, with a button that ends it."""

    template_name = "usersessions/usersession_list.html"

    def get_context_data(self, **kwargs) -> dict:
        here = self.request.session.session_key
        rows = [
            {
                "pk": session.pk,
                "device": device_of(session.user_agent),
                "browser": browser_of(session.user_agent),
                "began_at": session.created_at,
                "seen_at": session.last_seen_at,
                "is_here": session.session_key == here,
            }
            for session in actions.sessions_of(self.request.user, timezone.now())
        ]
        rows.sort(key=lambda row: not row["is_here"])
        return super().get_context_data(rows=rows, others=OTHERS, **kwargs)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """End one, or all others; the session in use is ended by signing out."""
        chosen, here = request.POST.get("session", ""), request.session.session_key
        if chosen == OTHERS:
            actions.end_sessions(user=request.user, but=here)
            messages.success(request, _("You are signed out everywhere else."))
        elif chosen.isascii() and chosen.isdecimal() and len(chosen) < 19:
            actions.end_sessions(user=request.user, but=here, pk=int(chosen))
            messages.success(request, _("That device is signed out."))
        return redirect("usersessions_list")
