"""What happens at the end of an approval. Wagtail reads this file while it loads its own models, so it imports late."""


def publish_approved(workflow_state, user=None) -> None:
    """The page goes live, unless it still has the words of the other language: then its history says so."""
    from wagtail.log_actions import log
    from wagtail.models import Page

    from portal.parity import KEPT_BACK, still_in_the_other_language

    page = workflow_state.content_object
    newest = page.get_latest_revision()
    if isinstance(page, Page) and still_in_the_other_language(newest.as_object()):
        log(instance=page, action=KEPT_BACK, user=user, revision=newest)
    else:
        newest.publish(user=user)
