"""What the web asks of the newsletter room: asking for it, confirming, leaving, coming back."""

from allauth.core.ratelimit import respond_429
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import FormView

from core.again import ShownAgain
from core.errors import Refused
from core.i18n import current_language
from newsletter import actions, limits
from newsletter.actions.readers import present_wording, to_confirm, with_token
from newsletter.forms import SubscribeForm


@method_decorator(never_cache, name="dispatch")
class SubscribeView(ShownAgain, FormView):
    """Ask for the newsletter."""

    form_class, template_name = SubscribeForm, "newsletter/subscribe.html"

    def get_initial(self) -> dict:
        return {"language": current_language()}

    def get_form_kwargs(self) -> dict:
        return super().get_form_kwargs() | {"wording": present_wording()}

    def form_valid(self, form: SubscribeForm) -> HttpResponse:
        if limits.too_many(self.request):
            return respond_429(self.request)
        asked = {name: form.cleaned_data[name] for name in ("email", "language")}
        if not form.cleaned_data["website"]:
            actions.subscribe(**asked, read_in=current_language(), now=timezone.now())
        return redirect("newsletter_asked")


def asked(request: HttpRequest) -> HttpResponse:
    """What happens next: the same page whoever asked."""
    return render(request, "newsletter/asked.html")


@never_cache
def confirm(request: HttpRequest, key: str) -> HttpResponse:
    """The page behind the link in our mail; only its button changes anything."""
    try:
        if request.method == "POST":
            actions.confirm(key=key, now=timezone.now())
            return redirect("newsletter_confirmed")
        return render(request, "newsletter/confirm.html", {"subscription": to_confirm(key)})
    except Refused as refusal:
        return _unknown(request, refusal)


def confirmed(request: HttpRequest) -> HttpResponse:
    """You get the newsletter from now on."""
    return render(request, "newsletter/confirmed.html")


@csrf_exempt  # RFC 8058: mail programs post here without a cookie; the address itself is the secret
@never_cache
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """Leave: one POST does it, from a mail program or from the button; a GET only shows the button."""
    try:
        if request.method != "POST":
            return render(request, "newsletter/unsubscribe.html", {"subscription": with_token(token)})
        subscription = actions.unsubscribe(token=token, now=timezone.now())
    except Refused as refusal:
        return _unknown(request, refusal)
    if request.POST.get("List-Unsubscribe") == "One-Click":
        return HttpResponse(status=200, content_type="text/plain")
    return redirect("newsletter_unsubscribe", token=subscription.token)


def come_back(request: HttpRequest, token: str) -> HttpResponse:
    """Changed your mind? You get it again; a GET only leads to the button."""
    if request.method != "POST":
        return redirect("newsletter_unsubscribe", token=token)
    try:
        actions.come_back(token=token, read_in=current_language(), now=timezone.now())
    except Refused as refusal:
        return _unknown(request, refusal)
    return redirect("newsletter_confirmed")


def _unknown(request: HttpRequest, refusal: Refused) -> HttpResponse:
    return render(request, "newsletter/link_unknown.html", {"refusal": refusal}, status=404)
