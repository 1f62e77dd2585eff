"""Dataverket's API: one method of `Client` for each operation."""

from .client import Client
from .errors import ApiError, ConnectionFailedError, DataverketError, TaskFailedError, TaskTimeoutError
from .items import Items
from .models import API_VERSION
from .request import Reply, etag
from .retries import NO_RETRIES, USUAL_RETRIES, Retries

__all__ = [
    "API_VERSION",
    "NO_RETRIES",
    "USUAL_RETRIES",
    "ApiError",
    "Client",
    "ConnectionFailedError",
    "DataverketError",
    "Items",
    "Reply",
    "Retries",
    "TaskFailedError",
    "TaskTimeoutError",
    "etag",
]
