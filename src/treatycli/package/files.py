"""Files of a directory that nobody vouches for: read within bounds, written whole or not at all."""

from __future__ import annotations

import os
import stat

from treatycli.package.codes import fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import BinaryIO

    from treatycli.answers import Problem

MAX_FILE = 32 * 2**20
"""The most bytes that are read of a file, and of all files of a directory together."""
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0)


def read_file(directory: str, name: str, problems: list[Problem], *, trusted: bool = False) -> bytes | None:
    """Return what a file holds; None, and a problem, if it is not a regular file of a bounded size.

    A link is followed only where the directory is `trusted`: an installer may link our own files.
    """
    path = os.path.join(directory, name)
    try:
        if not trusted and os.path.islink(path):
            raise _RefusedError("E111", "the file is a link")
        descriptor = os.open(path, _READ | (0 if trusted else _NO_LINKS))
        with open(descriptor, "rb") as stream:
            return _bounded(stream)
    except _RefusedError as refused:
        code, message = refused.args
    except FileNotFoundError:
        code, message = "E101", "there is no such file"
    except OSError as error:
        code, message = "E101", f"the file cannot be read: {error.strerror}"
    problems.append(fault(code, name, 1, message))
    return None


class _RefusedError(Exception):
    """A file is not to be read: code, message."""


def _bounded(stream: BinaryIO) -> bytes:
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        raise _RefusedError("E101", "it is not a regular file")
    data = stream.read(MAX_FILE + 1)
    if len(data) > MAX_FILE:
        raise _RefusedError("E112", f"the file is larger than {MAX_FILE // 2**20} MiB")
    return data


def occupied(directory: str, names: list[str]) -> tuple[list[str], list[str]]:
    """Return which of the names are there already, and which of those are not regular files."""
    there, odd = [], []
    for name in names:
        try:
            mode = os.lstat(os.path.join(directory, name)).st_mode
        except OSError:
            continue
        there.append(name)
        if not stat.S_ISREG(mode):
            odd.append(name)
    return there, odd


def write_files(directory: str, files: Mapping[str, bytes]) -> None:
    """Write files into a directory under names of their own, then give them their names: all or none.

    Raises OSError, with the name of the file, and leaves nothing of its own behind.
    """
    written: dict[str, str] = {}
    try:
        for name, data in files.items():
            path = os.path.join(directory, f".{name}.{os.getpid()}.part")
            descriptor = os.open(path, _WRITE | _NO_LINKS, 0o666)
            written[name] = path
            try:
                with open(descriptor, "wb") as stream:
                    stream.write(data)
            except OSError as error:
                raise OSError(error.errno, error.strerror, os.path.join(directory, name)) from None
        for name in files:
            os.replace(written[name], os.path.join(directory, name))
            del written[name]
    finally:
        for path in written.values():
            os.unlink(path)
