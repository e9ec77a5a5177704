"""An account, and as what its owner is here."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower, Now
from django.utils.translation import gettext_lazy as _

from core.i18n import nfc
from core.vocabulary import Region, WrittenLanguage


class Elsewhere(models.TextChoices):
    """What people answer who are from no part of Wales, or keep it to themselves."""

    OUTSIDE = "outside", _("Outside Wales")
    UNSAID = "unsaid", _("I would rather not say")


#: what may be told about where somebody is from
FROM = [*Region.choices, *Elsewhere.choices]


def clean_email(email: str) -> str:
    """An address in the one form we keep: composed, lower case, no spaces around it."""
    return nfc(email).strip().lower()


class UserManager(BaseUserManager):
    """Makes accounts; the address is the name people sign in with."""

    def get_by_natural_key(self, email):
        """The account of an address in any case or form of Unicode."""
        return self.get(email=clean_email(email))

    def create_user(self, email, password=None, **fields):
        """An account, without a usable password unless one is given."""
        user = self.model(email=clean_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        """An account that may do everything."""
        return self.create_user(email, password, **fields, is_staff=True, is_superuser=True)


class User(AbstractBaseUser, PermissionsMixin):
    """An account: an address that signs in, a name and the languages of a person."""

    email = models.EmailField(_("email"), max_length=254, unique=True)
    name = models.CharField(_("name"), max_length=150, blank=True)
    language = models.CharField(_("written language"), max_length=4, choices=WrittenLanguage, blank=True)
    region = models.CharField(_("region"), max_length=20, choices=FROM, blank=True)
    is_staff = models.BooleanField(_("staff"), default=False)
    is_active = models.BooleanField(_("active"), default=True)
    date_joined = models.DateTimeField(_("account made at"), db_default=Now())

    objects = UserManager()
    USERNAME_FIELD = EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        default_permissions = ()  # administrators alone keep accounts: who may change one could take any over
        constraints = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="user_email_is_lower_case")
        ]

    def __str__(self):
        return self.name or self.email

    def clean(self):
        super().clean()
        self.email, self.name = clean_email(self.email), nfc(self.name).strip()

    def save(self, *args, **kwargs):
        """Keep one form of the address and of the name, and no empty password, whoever writes them."""
        self.email, self.name = clean_email(self.email), nfc(self.name)
        if not self.password:
            self.set_unusable_password()
        super().save(*args, **kwargs)

    def get_full_name(self):
        """The whole name; Wagtail shows it."""
        return self.name or self.email

    def get_short_name(self):
        """How we greet the person: the name as they gave it, for only they know which part of it is short."""
        return self.name

    @property
    def first_name(self) -> str:
        """What Wagtail's side bar and the check for easy passwords ask for."""
        return self.name

    @property
    def is_proved(self) -> bool:
        """Whether anybody has ever come in, or shown that the address is theirs."""
        return self.last_login is not None or self.emailaddress_set.filter(verified=True).exists()

    @property
    def is_member(self) -> bool:
        """Whether the person's membership stands today."""
        return self.memberships.current().exists()


class HereAsKind(models.TextChoices):
    """What brings a person to the Network, as they say it themselves."""

    LIVED_EXPERIENCE = "lived_experience", _("A person with lived experience")
    CARER = "carer", _("A carer")
    CITIZEN = "citizen", _("A citizen")
    VOLUNTEER = "volunteer", _("A volunteer")
    WORKER = "worker", _("A worker")
    OFFICIAL = "official", _("An official")
    STUDENT = "student", _("A student")
    RESEARCHER = "researcher", _("A researcher")
    UNSAID = "unsaid", _("I would rather not say")


class HereAs(models.Model):
    """One thing a person is here as; theirs to see, and counted without names."""

    user = models.ForeignKey(User, verbose_name=_("account"), on_delete=models.CASCADE, related_name="here_as")
    kind = models.CharField(_("here as"), max_length=20, choices=HereAsKind)

    class Meta:
        verbose_name = _("here as")
        verbose_name_plural = _("here as")
        constraints = [models.UniqueConstraint(fields=["user", "kind"], name="here_as_once_each")]

    def __str__(self):
        return self.get_kind_display()
