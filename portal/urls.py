"""Every address of the portal: what has no language, then the rooms under /cy/ and /en/, then pages."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from portal import health, sitemap, views
from portal.sharing.views import sharing_picture

urlpatterns = [
    path("", views.choose_language, name="choose_language"),
    path("sharing/<str:about>-<slug:version>.png", sharing_picture, name="sharing_picture"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("favicon.ico", views.icon, name="icon"),
    path("robots.txt", sitemap.robots, name="robots"),
    path("sitemap.xml", sitemap.sitemap_index, name="sitemap_index"),
    # One door: Wagtail's own sign-in and reset, which know no limits and no second factor, lead to the account's.
    path("cms/login/", views.one_door, name="admin_login"),
    path("cms/password_reset/", views.one_door),
    path("cms/logout/", views.one_way_out),  # Wagtail's signs out whoever only looks
    # Wagtail's own screens do not use these; they publish, copy and move without what our editors are asked.
    re_path(r"^cms/api/main/pages/(?P<pk>\d+)/action/", views.not_offered, name="page_actions"),
    path("cms/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    # Sizes of pictures alone: files of the library leave by resources.views, which knows who may read them.
    re_path(r"^media/(?P<path>images/[^/]+)$", serve, {"document_root": settings.MEDIA_ROOT}, name="picture"),
]
if settings.DEVELOPMENT:
    from portal import development, styleguide

    urlpatterns += [
        path("dev/mail/", development.sent_mail, name="sent_mail"),
        path("dev/mail/<slug:name>/", development.one_mail, name="one_mail"),
        path("dev/mail/<slug:name>/frame/", development.mail_frame, name="mail_frame"),
    ]
    development_patterns = [path("styleguide/", styleguide.styleguide, name="styleguide")]
else:
    development_patterns = []

urlpatterns += i18n_patterns(
    *development_patterns,
    path("", include("members.urls")),
    path("", include("events.urls")),
    path("", include("resources.urls")),
    path("", include("newsletter.urls")),
    path("", include("portal.site_urls")),
    path("account/", include("allauth.urls")),
    path("_util/login/", views.one_door),
    path("", include(wagtail_urls)),
)
