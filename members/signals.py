"""What rooms above may listen for. Handlers run in the action's own transaction."""

from django.dispatch import Signal

#: somebody has just become a member: user, membership, purposes (codes of the consents given), language (read in), now
joined = Signal()
#: somebody said yes to something in their account, or took it back: user, purpose, says_yes, language (read in), now
consent_answered = Signal()
#: somebody chose the language in which they are written to: user
language_chosen = Signal()
#: somebody is being erased: user, addresses (theirs, in small letters), now. A handler that refuses stops it all
erasing = Signal()
