"""What no role may do on a staff screen: type into what people booked, and delete what they booked."""

from wagtail.permission_policies import ModelPermissionPolicy


class OnlyByActions(ModelPermissionPolicy):
    """Staff look at these rows; they change through actions alone, never as a form of columns."""

    def user_has_permission(self, user, action):
        """To look at, as the role says."""
        return action == "view" and super().user_has_permission(user, action)


class NeverDeleted(ModelPermissionPolicy):
    """What people have booked stays: a date is cancelled, and an event rests."""

    def user_has_permission(self, user, action):
        """As the role says, without deleting."""
        return action != "delete" and super().user_has_permission(user, action)
