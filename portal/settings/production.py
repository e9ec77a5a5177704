"""In service: every secret and address must be given, or the portal does not start."""

from django.core.exceptions import ImproperlyConfigured

from portal.settings.base import *

DEBUG = False
SECRET_KEY = env("SECRET_KEY")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
SUPPRESSION_KEY = env("SUPPRESSION_KEY")
if any("change-me" in secret for secret in (SECRET_KEY, SUPPRESSION_KEY)):
    raise ImproperlyConfigured("SECRET_KEY and SUPPRESSION_KEY must be secrets of your own, not those of .env.example.")
SITE_URL = WAGTAILADMIN_BASE_URL = env("SITE_URL").rstrip("/")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
DATABASES["default"] |= env.db("DATABASE_URL")
CELERY_BROKER_URL = REDIS_URL = env("REDIS_URL")
DEFAULT_FROM_EMAIL = env("MAIL_FROM")
SMTP_URL = env("SMTP_URL")
MAIL_TRANSPORT = "smtp"
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT")  # without it all visitors would share one budget of tries
CSRF_TRUSTED_ORIGINS = [SITE_URL]
STORAGES["staticfiles"] = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}

SECURE_COOKIES = env.bool("SECURE_COOKIES", default=True)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SECURE_COOKIES
if SECURE_COOKIES:
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
    if ALLAUTH_TRUSTED_PROXY_COUNT:
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
