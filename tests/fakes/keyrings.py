"""A keyring in memory, behind the real `keyring` package."""

import json

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError


class MemoryKeyring(KeyringBackend):
    """Knows what it was told; `questions` notes each look-up, `fault` is raised by every question."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring leaves it without types
        self.entries: dict[tuple[str, str], str] = {}
        self.questions: list[str] = []
        self.fault: Exception | None = None

    def keep(self, host: str, user: str, password: str) -> None:
        """What `headwater-cli login` would have saved."""
        self.entries["headwater", host] = json.dumps({"user": user, "password": password})

    def get_password(self, service: str, username: str) -> str | None:
        self.questions.append(username)
        if self.fault is not None:
            raise self.fault
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.fault is not None:
            raise self.fault
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.entries.pop((service, username), None) is None:
            raise PasswordDeleteError("not found")

    def __repr__(self) -> str:
        return f"<MemoryKeyring of {len(self.entries)}>"
