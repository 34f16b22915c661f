"""Run a command for which opening a network socket is death.

A filter of system calls (seccomp, Linux) ends any process of the command, be it Python, pandoc or
the Typst library, that asks for a socket of the Internet families. Sockets between processes of
one machine (``AF_UNIX``) pass.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
import sys

#: ``(AUDIT_ARCH, number of socket(2))`` from the kernel's headers, by machine.
_MACHINES = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
_FAMILIES = (2, 10, 16, 17)  # AF_INET, AF_INET6, AF_NETLINK, AF_PACKET
_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _MODE_FILTER = 38, 22, 2
_KILL, _ALLOW = 0x80000000, 0x7FFF0000
_LOAD, _JUMP_EQUAL, _RETURN = 0x20, 0x15, 0x06


def supported() -> bool:
    """Tell whether this machine can run :func:`forbid`."""
    return sys.platform == "linux" and platform.machine() in _MACHINES


def forbid() -> None:
    """Forbid this process and its children to open a network socket."""
    arch, number = _MACHINES[platform.machine()]
    last = len(_FAMILIES) + 6  # the rule that kills; the one before it allows
    rules = [
        (_LOAD, 0, 0, 4),  # the architecture
        (_JUMP_EQUAL, 0, last - 3, arch),
        (_LOAD, 0, 0, 0),  # the number of the call
        (_JUMP_EQUAL, 0, last - 5, number),
        (_LOAD, 0, 0, 16),  # its first argument: the family
        *((_JUMP_EQUAL, last - 6 - place, 0, family) for place, family in enumerate(_FAMILIES)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _KILL),
    ]
    program = b"".join(struct.pack("HBBI", *rule) for rule in rules)
    buffer = ctypes.create_string_buffer(program, len(program))

    class Filter(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("rules", ctypes.c_void_p))

    filtered = Filter(len(rules), ctypes.cast(buffer, ctypes.c_void_p))
    libc = ctypes.CDLL(None, use_errno=True)
    for call in (
        (_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0),
        (_PR_SET_SECCOMP, _MODE_FILTER, ctypes.byref(filtered), 0, 0),
    ):
        if libc.prctl(*call) != 0:
            raise OSError(ctypes.get_errno(), "this kernel takes no filter of system calls")


if __name__ == "__main__":
    forbid()
    os.execvp(sys.argv[1], sys.argv[1:])
