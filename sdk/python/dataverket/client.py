"""The client."""

from __future__ import annotations

import json
import re
import ssl
import time
import urllib.error
import urllib.request
import uuid
from http.client import HTTPException
from typing import TypeVar, cast
from urllib.parse import urlsplit

from .codec import decode, encode
from .errors import ConnectionFailedError, TaskFailedError, TaskTimeoutError, refusal
from .models import Task, TaskState
from .operations import Operations
from .request import Reply, Request
from .retries import USUAL_RETRIES, Retries

_T = TypeVar("_T")
_FINAL = (TaskState.SUCCEEDED, TaskState.FAILED, TaskState.CANCELLED)
_LONGEST_POLL = 30.0
_POLL_MARGIN = 15.0


class Client(Operations):
    """The typed client: one method for each operation of the API, and waiting for tasks.

    Safe for many threads. Times are in seconds.
    """

    def __init__(
        self,
        endpoint: str,
        token: str | None = None,
        *,
        tls: ssl.SSLContext | None = None,
        timeout: float = 60.0,
        retries: Retries = USUAL_RETRIES,
        user_agent: str = "dataverket-sdk-python",
    ) -> None:
        """A client of the server at the endpoint, as in `https://dv.example.org`; nothing is sent yet.

        `tls` trusts what it was made to: `ssl.create_default_context(cafile="ca.pem")`.
        """
        if urlsplit(endpoint).scheme not in ("http", "https"):
            raise ValueError(f"not an endpoint of HTTP: {endpoint}")
        self._root = endpoint.rstrip("/")
        self._token = token
        self._timeout = timeout
        self._retries = retries
        self._user_agent = user_agent
        self._opener = urllib.request.build_opener(urllib.request.HTTPSHandler(context=tls))

    def await_task(self, task: str, within: float = 300.0) -> Task:
        """Waits until the task is in a final state, and gives it in whichever it is.

        Raises TaskTimeoutError if it has not ended in time; the task goes on.
        """
        deadline = time.monotonic() + within
        replies: list[Reply] = []
        seen = self.get_task(task, on_reply=replies.append)
        while seen.state not in _FINAL:
            left = deadline - time.monotonic()
            if left <= 0:
                raise TaskTimeoutError(seen)
            poll = min(left, _LONGEST_POLL)
            seen = self.wait_task(
                task,
                timeout=f"{max(1, int(poll))}s",
                changed_since=_version(replies.pop().etag),
                on_reply=replies.append,
                answer_within=poll + _POLL_MARGIN,
            )
        return seen

    def await_success(self, task: str, within: float = 300.0) -> Task:
        """Waits until the task has succeeded.

        Raises TaskFailedError if it failed or was cancelled, TaskTimeoutError if it has not ended in time.
        """
        ended = self.await_task(task, within)
        if ended.state != TaskState.SUCCEEDED:
            raise TaskFailedError(ended)
        return ended

    def _send(self, request: Request, kind: type[_T]) -> _T:
        headers = self._headers(request)
        content = None if request.body is None else json.dumps(encode(request.body)).encode()
        waited, attempt = 0.0, 1
        while True:
            reply = self._exchange(request, headers, content)
            if reply.status < 400:
                break
            refused = refusal(reply)
            wait = self._retries.after(refused, attempt, waited)
            if wait is None:
                raise refused
            time.sleep(wait)
            waited, attempt = waited + wait, attempt + 1
        if request.on_reply is not None:
            request.on_reply(reply)
        if not reply.body:
            return cast(_T, None)
        return decode(kind, json.loads(reply.body))

    def _headers(self, request: Request) -> dict[str, str]:
        headers = {"Accept": "application/json", "User-Agent": self._user_agent}
        if self._token is not None:
            headers["Authorization"] = f"Bearer {self._token}"
        if request.method == "POST":
            headers["Idempotency-Key"] = request.idempotency_key or str(uuid.uuid4())
        if request.if_match is not None:
            headers["If-Match"] = request.if_match
        if request.body is not None:
            media = "application/merge-patch+json" if request.merge_patch else "application/json"
            headers["Content-Type"] = media
        return headers

    def _exchange(self, request: Request, headers: dict[str, str], content: bytes | None) -> Reply:
        wire = urllib.request.Request(
            self._root + request.target, data=content, headers=headers, method=request.method
        )
        try:
            try:
                with self._opener.open(wire, timeout=request.answer_within or self._timeout) as answer:
                    return Reply(answer.status, answer.headers, answer.read())
            except urllib.error.HTTPError as answer:
                with answer:
                    return Reply(answer.code, answer.headers, answer.read())
        except (OSError, HTTPException) as cause:
            what = f"{request.method} {self._root}{request.path}: {cause}"
            raise ConnectionFailedError(what, headers.get("Idempotency-Key")) from cause


def _version(etag: str | None) -> int | None:
    digits = re.search(r"\d+", etag or "")
    return int(digits.group()) if digits else None
