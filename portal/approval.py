"""What happens at the end of an approval. Wagtail reads this file while it loads its own models, so it imports late."""


def publish_approved(workflow_state, user=None) -> None:
    """The page goes live with its other language; where that is not ready, the page's history says why it waits."""
    from django.utils import timezone
    from wagtail.models import Page

    from portal.parity import actions

    page = workflow_state.content_object
    newest = page.get_latest_revision()
    if not isinstance(page, Page):
        newest.publish(user=user)
        return
    try:
        actions.publish(page=newest.as_object(), by=user, now=timezone.now(), approved=True)
    except actions.NotReady as refusal:
        actions.keep_back(page=page, revision=newest, why=refusal.code, by=user)
