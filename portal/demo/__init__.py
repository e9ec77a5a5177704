"""The demo network: an example in both languages, made through the portal's own actions."""

from portal.demo.network import NotHere, build, is_empty
from portal.demo.people import PASSWORD
from portal.demo_content.sign_ins import SIGN_INS as _SIGN_INS

#: who a developer can sign in as: role, email, password
SIGN_INS = [(entry["role"].replace("_", " "), entry["email"], PASSWORD) for entry in _SIGN_INS]

__all__ = ["SIGN_INS", "NotHere", "build", "is_empty"]
