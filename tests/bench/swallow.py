"""An SMTP server that takes everything as fast as this machine can: what is measured is the sender. python swallow.py PORT"""

import socket
import sys


def converse(line: socket.socket) -> None:
    """Say yes to everything on one line."""
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    line.sendall(b"220 sink\r\n")
    while heard := line.recv(65536):
        command = heard[:4].upper()
        if command == b"DATA":
            line.sendall(b"354 go on\r\n")
            end = b""
            while not end.endswith(b"\r\n.\r\n"):
                end = (end + line.recv(262144))[-5:]
        line.sendall(b"221 bye\r\n" if command == b"QUIT" else b"250 OK\r\n")


def main() -> None:
    """Listen until killed, one line after the other."""
    door = socket.create_server(("127.0.0.1", int(sys.argv[1])))
    while True:
        with door.accept()[0] as line:
            converse(line)


if __name__ == "__main__":
    main()
