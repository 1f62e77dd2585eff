"""Which refusals are worth another try."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .errors import ApiError


@dataclass(frozen=True, slots=True)
class Retries:
    """How often a request is repeated, and for how many seconds is waited altogether."""

    most: int
    longest: float

    def after(self, refusal: ApiError, attempt: int, waited: float) -> float | None:
        """Seconds to wait before the request is repeated, or None if it must not be.

        Only where the first of the same key is still going on, and on 429 and 503 where the server says when.
        """
        asked = _seconds(refusal.reply.headers.get("Retry-After"))
        wait: float | None = None
        if refusal.status == 409 and refusal.code == "IDEMPOTENCY_IN_PROGRESS":
            wait = max(asked or 0.0, 1.0)
        elif refusal.status in (429, 503):
            wait = asked
        return None if wait is None or attempt > self.most or waited + wait > self.longest else wait


USUAL_RETRIES = Retries(most=3, longest=30)
NO_RETRIES = Retries(most=0, longest=0)


def _seconds(header: str | None) -> float | None:
    # A date (RFC 9110 section 10.2.3) is not what our servers send.
    return float(header) if header is not None and header.strip().isdigit() else None
