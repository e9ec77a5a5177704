"""An SMTP server that keeps what it is given, as a process of its own that can also misbehave.

    python tests/faults/smtp_sink.py --port 1025 --log mail.jsonl [--mode ok] [--keep]

Each message it takes is a line of JSON in the log: to, id (Message-ID), and with --keep the whole message. The mode can be
changed while it runs, by writing it into <log>.mode: ok, slow:SECONDS (before the answer to DATA), later (450), busy (421 at
RCPT), no (550 to everyone), bad:PART (550 to addresses that contain PART), hang (no answer to RCPT), mute (no greeting),
drip (a letter a second), drop (the line breaks after DATA was taken), cut (it breaks after DATA, not taken).
"""

import argparse
import asyncio
import json
import re
import time
from pathlib import Path

from aiosmtpd.smtp import SMTP

MESSAGE_ID = re.compile(rb"^Message-ID:\s*(\S+)", re.IGNORECASE | re.MULTILINE)


class Log:
    """What was taken, one line for each message, and the mode asked for."""

    def __init__(self, path: Path, mode: str, keep: bool):
        self.lines, self.asked, self.first, self.keep = path.open("a"), Path(f"{path}.mode"), mode, keep

    @property
    def mode(self) -> str:
        return self.asked.read_text().strip() if self.asked.exists() else self.first

    def take(self, envelope) -> None:
        found = MESSAGE_ID.search(envelope.content)
        entry = {"to": envelope.rcpt_tos[0], "from": envelope.mail_from, "id": found[1].decode() if found else ""}
        entry["at"] = time.time()
        if self.keep:
            entry["message"] = envelope.content.decode("utf-8", "surrogateescape")
        self.lines.write(json.dumps(entry) + "\n")
        self.lines.flush()


class Handler:
    """Answers as the mode says."""

    def __init__(self, log: Log):
        self.log = log

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 - aiosmtpd's name for it
        mode, _colon, detail = self.log.mode.partition(":")
        if mode == "hang":
            await asyncio.sleep(3600)
        if mode == "drip":
            for _letter in range(3600):
                server.transport.write(b"2")
                await asyncio.sleep(1)
        answers = {
            "later": "450 4.2.0 Greylisted, come back",
            "busy": "421 4.3.2 Too much to do",
            "no": "550 5.7.1 Not here",
        }
        if mode in answers:
            return answers[mode]
        if mode == "bad" and detail in address:
            return "550 5.1.1 No such person"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd's name for it
        mode, _colon, detail = self.log.mode.partition(":")
        if mode == "slow":
            await asyncio.sleep(float(detail))
        if mode != "cut":
            self.log.take(envelope)
        if mode in ("drop", "cut"):
            server.transport.abort()
        return "250 OK"


class Server(SMTP):
    """An SMTP server that may keep silent from the start."""

    async def _handle_client(self):
        if self.event_handler.log.mode == "mute":
            await asyncio.sleep(3600)
        await super()._handle_client()


async def main() -> None:
    """Listen until killed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--log", type=Path, required=True)
    parser.add_argument("--mode", default="ok")
    parser.add_argument("--keep", action="store_true")
    given = parser.parse_args()
    handler = Handler(Log(given.log, given.mode, given.keep))
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: Server(handler, hostname="sink.test", ident="sink", data_size_limit=None, loop=loop),
        "127.0.0.1",
        given.port,
    )
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
