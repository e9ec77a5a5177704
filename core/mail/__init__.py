"""One door out: every message is a row, written in the same transaction as what caused it."""

from core.mail.queue import Reader, send, send_batch, wake

__all__ = ["Reader", "send", "send_batch", "wake"]
