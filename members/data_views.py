"""A person's own data: seeing and taking along everything."""

from allauth.account.decorators import reauthentication_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView, View

from core import personal


class Careful(LoginRequiredMixin):
    """For whoever is signed in and has lately shown, once more, that it is them. Nothing of it is kept by a browser."""

    @method_decorator(never_cache)
    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        return reauthentication_required(super().dispatch)(request, *args, **kwargs)


class MyDataView(LoginRequiredMixin, TemplateView):
    """What somebody may do with what we keep about them."""

    template_name = "members/my_data.html"


class EverythingView(Careful, TemplateView):
    """Everything we keep about a person, to read."""

    template_name = "members/my_data_everything.html"

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(sections=personal.to_read(self.request.user), **kwargs)


class DownloadView(Careful, View):
    """The same as files."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """One file that holds the others."""
        response = HttpResponse(personal.as_zip(request.user), content_type="application/zip")
        response["Content-Disposition"] = 'attachment; filename="my-data.zip"'
        return response
