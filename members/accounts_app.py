"""Wagtail's users, with accounts like ours: one name, one address, a written language."""

from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(WagtailUsersAppConfig):
    """The user admin of Wagtail with our forms and columns."""

    user_viewset = "members.account_admin.AccountViewSet"
