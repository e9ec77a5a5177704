"""For the suite: its own databases, quick password hashes, mail through whatever the test starts."""

from portal.settings.base import *

DEBUG = False
SECRET_KEY = SUPPRESSION_KEY = "only-for-tests"
TEST_DB = env("TEST_DB", default="portal")
VAR_DIR = VAR_DIR / "test" / TEST_DB
VAR_DIR.mkdir(parents=True, exist_ok=True)
MEDIA_ROOT, MAIL_FOLDER = str(VAR_DIR / "media"), VAR_DIR / "mail"
ERASURES_LOG = VAR_DIR / "records" / "erasures.log"
CELERY_BROKER_URL = REDIS_URL or f"sqlitelease:///{VAR_DIR / 'broker.sqlite3'}"
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "db.sqlite3")}
else:
    DATABASES["default"]["TEST"] = {"NAME": f"test_{TEST_DB}"}
    DATABASES["default"]["CONN_MAX_AGE"] = 0
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
DEVELOPMENT = True
