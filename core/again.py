"""An answer that did not pass is shown again by GET, so that Back, reload and the other language find page and text."""

from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone

KEY = "shown_again"
WHILE = timedelta(minutes=15)  # after that, coming back is starting afresh


class ShownAgain:
    """For a view whose form may be checked twice without harm and holds no secret."""

    def form_invalid(self, form) -> HttpResponse:
        """Keep what was typed, and ask for the page anew."""
        typed = self.request.POST.copy()
        typed.pop("csrfmiddlewaretoken", None)
        kept = {"page": self._page(), "typed": typed.urlencode(), "at": timezone.now().isoformat()}
        self.request.session[KEY] = kept
        return redirect(self.request.get_full_path())

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """A new answer takes the place of the last one."""
        request.session.pop(KEY, None)
        return super().post(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict:
        kwargs = super().get_form_kwargs()
        kept = self.request.session.get(KEY)
        if self.request.method == "POST" or not kept or kept["page"] != self._page():
            return kwargs
        fresh = timezone.now() - datetime.fromisoformat(kept["at"]) < WHILE
        return kwargs | {"data": QueryDict(kept["typed"])} if fresh else kwargs

    def _page(self) -> list:
        match = self.request.resolver_match
        return [match.view_name, match.kwargs]
