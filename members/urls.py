"""Addresses of joining and of the member's own details. allauth's stand behind them, under account/."""

from django.urls import path
from django.views.generic import RedirectView

from members import (
    code_views,
    data_views,
    invitation_views,
    mail_views,
    organisation_door_views,
    organisation_views,
    session_views,
    views,
)

urlpatterns = [
    path("join/", views.JoinView.as_view(), name="join"),
    path("join/name/", views.StepView.as_view(step="name"), name="join_name"),
    path("join/here-as/", views.StepView.as_view(step="here_as"), name="join_here_as"),
    path("join/region/", views.StepView.as_view(step="region"), name="join_region"),
    path("join/language/", views.StepView.as_view(step="language"), name="join_language"),
    path("join/principles/", views.PrinciplesView.as_view(), name="join_principles"),
    path("join/welcome/", views.WelcomeView.as_view(), name="join_welcome"),
    path("account/details/", views.DetailsView.as_view(), name="account_details"),
    path("account/details/<slug:question>/", views.ChangeDetailView.as_view(), name="account_details_change"),
    path("account/data/", data_views.MyDataView.as_view(), name="my_data"),
    path("account/data/everything/", data_views.EverythingView.as_view(), name="my_data_everything"),
    path("account/data/download/", data_views.DownloadView.as_view(), name="my_data_download"),
    path("account/data/leave/", data_views.LeaveView.as_view(), name="my_data_leave"),
    path("account/data/erase/", data_views.EraseView.as_view(), name="my_data_erase"),
    path("account/erased/", data_views.ErasedView.as_view(), name="my_data_erased"),
    path("account/organisations/", organisation_views.organisations, name="account_organisations"),
    path(
        "account/organisations/join/", organisation_door_views.JoinOrganisationView.as_view(), name="organisation_join"
    ),
    path("account/organisations/ask/", organisation_door_views.AskToJoinView.as_view(), name="organisation_ask"),
    path("account/organisations/<int:pk>/", organisation_views.organisation, name="organisation_own"),
    path("account/organisations/<int:pk>/press/", organisation_views.press, name="organisation_press"),
    path("account/organisations/<int:pk>/leave/", organisation_views.leave, name="organisation_leave"),
    path("account/organisations/<int:pk>/people/<int:person>/", organisation_views.person, name="organisation_person"),
    path(
        "account/organisations/<int:pk>/hand-over/",
        organisation_views.HandOverView.as_view(),
        name="organisation_hand_over",
    ),
    path("account/organisations/<int:pk>/invite/", invitation_views.InviteView.as_view(), name="organisation_invite"),
    path("organisations/invitation/<str:token>/", invitation_views.invitation, name="organisation_invitation"),
    path("account/login/", code_views.LoginView.as_view(), name="account_login"),
    path("account/login/code/confirm/", code_views.SignInCodeView.as_view(), name="account_confirm_login_code"),
    path("account/confirm-email/", code_views.AddressCodeView.as_view(), name="account_email_verification_sent"),
    path("account/password/reset/", code_views.ResetPasswordView.as_view(), name="account_reset_password"),
    path(
        "account/password/reset/confirm/",
        code_views.PasswordCodeView.as_view(),
        name="account_confirm_password_reset_code",
    ),
    path("account/login/password/", views.PasswordLoginView.as_view(), name="sign_in_with_password"),
    path("account/mail/", mail_views.MailChoicesView.as_view(), name="mail_choices"),
    path("account/contact/", mail_views.ContactView.as_view(), name="contact_preference"),
    path("account/sessions/", session_views.SessionsView.as_view(), name="usersessions_list"),
    path("account/2fa/webauthn/add/", views.AddKeyView.as_view(), name="mfa_add_webauthn"),
    # One door for each: these addresses of allauth's lead to ours.
    path("account/signup/", RedirectView.as_view(pattern_name="join", query_string=True)),
    path("account/login/code/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
]
