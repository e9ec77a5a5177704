"""allauth's list of sessions, kept in our way: from every way of signing in, and without network addresses."""

from allauth.usersessions.apps import UserSessionsConfig


class SessionsConfig(UserSessionsConfig):
    """The sessions of an account, seen when they begin and now and then while they last."""

    def ready(self):
        from allauth.account import signals as account
        from allauth.mfa import signals as second_factor
        from django.contrib.auth.signals import user_logged_in

        from members import sessions

        user_logged_in.connect(sessions.begun, dispatch_uid="session begun")
        for name in ("password_set", "password_changed", "password_reset", "email_changed"):
            getattr(account, name).connect(sessions.end_others, dispatch_uid=f"sessions end: {name}")
        for name in ("authenticator_added", "authenticator_removed"):
            getattr(second_factor, name).connect(sessions.end_others, dispatch_uid=f"sessions end: {name}")
