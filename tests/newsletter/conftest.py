"""What the newsletter's tests share: an SMTP server as a process of its own."""

from tests.faults.sink import smtp_sink

__all__ = ["smtp_sink"]
