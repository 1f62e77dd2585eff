"""What can go wrong, each kind of its own."""

from __future__ import annotations

import json

from .codec import decode
from .models import Problem, Task
from .request import Reply

_LONGEST_DETAIL = 200


class DataverketError(Exception):
    """Any error of this package."""


class ApiError(DataverketError):
    """The server refused, and said why (RFC 9457)."""

    def __init__(self, problem: Problem, reply: Reply) -> None:
        super().__init__(f"{problem.code}: {problem.detail}")
        self.problem = problem
        self.reply = reply

    @property
    def code(self) -> str:
        """The stable code of the catalogue, as in `NAME_TAKEN`."""
        return self.problem.code

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self.reply.status

    @property
    def hint(self) -> str:
        """What to do next."""
        return self.problem.hint

    @property
    def retryable(self) -> bool:
        """Whether the same request can succeed later."""
        return self.problem.retryable

    @property
    def request_id(self) -> str | None:
        """For support."""
        return self.problem.request_id or self.reply.request_id


class ConnectionFailedError(DataverketError):
    """No answer came; whether the server did the work is not known.

    Send a POST again under the same key, and it is done once.
    """

    def __init__(self, message: str, idempotency_key: str | None) -> None:
        super().__init__(message)
        self.idempotency_key = idempotency_key


class TaskFailedError(DataverketError):
    """A task ended without doing what it was asked."""

    def __init__(self, task: Task) -> None:
        why = f": {task.error.code}: {task.error.detail}" if task.error else ""
        super().__init__(f"{_described(task)} is {task.state}{why}")
        self.task = task


class TaskTimeoutError(DataverketError):
    """A task did not end in the time given; `task` is as it was seen last. It goes on."""

    def __init__(self, task: Task) -> None:
        super().__init__(f"{_described(task)} is still {task.state}")
        self.task = task


def refusal(reply: Reply) -> ApiError:
    """Reads a problem document, also where something between us and the server answered otherwise."""
    if "json" in reply.headers.get("Content-Type", ""):
        try:
            return ApiError(decode(Problem, json.loads(reply.body)), reply)
        except (ValueError, TypeError):
            pass  # not a problem document after all: it is told as it stands
    text = reply.body.decode("utf-8", "replace").strip()
    problem = Problem(
        type="about:blank",
        title=f"The server answered {reply.status}",
        status=reply.status,
        code=f"HTTP_{reply.status}",
        detail=text if len(text) <= _LONGEST_DETAIL else text[:_LONGEST_DETAIL] + "…",
        hint="Check that the endpoint is a Dataverket server.",
        retryable=reply.status in (429, 503),
    )
    return ApiError(problem, reply)


def _described(task: Task) -> str:
    return f"task {task.id} ({task.kind} {task.target_name})"
