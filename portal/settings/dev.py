"""On a laptop: embedded broker, mail in a folder, no secrets."""

from portal.settings.base import *

DEBUG = env.bool("DEBUG", default=True)
DEVELOPMENT = True
SECRET_KEY = env("SECRET_KEY", default="only-for-development")
SUPPRESSION_KEY = env("SUPPRESSION_KEY", default=SECRET_KEY)
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
