"""The bare view of a booking behind a web server, without any middleware."""

from django.conf import settings

from portal.wsgi import application

__all__ = ["application"]

settings.MIDDLEWARE, settings.ROOT_URLCONF = [], "tests.bench.bare_urls"
application.load_middleware()
