# Code generated from contract/openapi.yaml by sdk/generator. DO NOT EDIT.

"""One method for each operation of the API."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from . import models
from .items import Items
from .request import Reply, Request, segment

_T = TypeVar("_T")


class Operations(ABC):
    """One method for each operation of the API.

    Every method takes `on_reply`, which is given status and headers, and `answer_within`, the seconds
    that the answer may take.
    """

    @abstractmethod
    def _send(self, request: Request, kind: type[_T]) -> _T: ...

    def get_health(
        self,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Health:
        """Whether the platform is well."""
        request = Request(
            "GET",
            "/v1/health",
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Health)

    def who_am_i(
        self,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.WhoAmI:
        """Who the token speaks for, and what it may see."""
        request = Request(
            "GET",
            "/v1/whoami",
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.WhoAmI)

    def list_tokens(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.TokenPage:
        """List the tokens that you may manage."""
        request = Request(
            "GET",
            "/v1/tokens",
            query={"page_size": page_size, "page_token": page_token},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.TokenPage)

    def iterate_tokens(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.Token]:
        """Every item of `list_tokens`, page after page as they are needed."""
        return Items(
            lambda following: self.list_tokens(
                page_size=page_size,
                page_token=following or page_token,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def create_token(
        self,
        body: models.TokenCreate,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.TokenCreated:
        """Make a token; its secret is in the answer and nowhere else."""
        request = Request(
            "POST",
            "/v1/tokens",
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.TokenCreated)

    def preview_create_token(
        self,
        body: models.TokenCreate,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `create_token` would do; writes nothing."""
        request = Request(
            "POST",
            "/v1/tokens",
            query={"validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def revoke_token(
        self,
        token: str,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> None:
        """Revoke a token at once."""
        request = Request(
            "DELETE",
            f"/v1/tokens/{segment(token)}",
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, type(None))

    def preview_revoke_token(
        self,
        token: str,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `revoke_token` would do; writes nothing."""
        request = Request(
            "DELETE",
            f"/v1/tokens/{segment(token)}",
            query={"validate_only": True},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def list_datacenters(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.DatacenterPage:
        """List the datacenters."""
        request = Request(
            "GET",
            "/v1/datacenters",
            query={"page_size": page_size, "page_token": page_token},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.DatacenterPage)

    def iterate_datacenters(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.Datacenter]:
        """Every item of `list_datacenters`, page after page as they are needed."""
        return Items(
            lambda following: self.list_datacenters(
                page_size=page_size,
                page_token=following or page_token,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def get_datacenter(
        self,
        datacenter: str,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Datacenter:
        """Get a datacenter."""
        request = Request(
            "GET",
            f"/v1/datacenters/{segment(datacenter)}",
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Datacenter)

    def create_datacenter(
        self,
        body: models.DatacenterCreate,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Datacenter:
        """Register a datacenter."""
        request = Request(
            "POST",
            "/v1/operator/datacenters",
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Datacenter)

    def preview_create_datacenter(
        self,
        body: models.DatacenterCreate,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `create_datacenter` would do; writes nothing."""
        request = Request(
            "POST",
            "/v1/operator/datacenters",
            query={"validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def list_hypervisors(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        datacenter: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.HypervisorPage:
        """List the hypervisors."""
        request = Request(
            "GET",
            "/v1/operator/hypervisors",
            query={"page_size": page_size, "page_token": page_token, "datacenter": datacenter},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.HypervisorPage)

    def iterate_hypervisors(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        datacenter: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.Hypervisor]:
        """Every item of `list_hypervisors`, page after page as they are needed."""
        return Items(
            lambda following: self.list_hypervisors(
                page_size=page_size,
                page_token=following or page_token,
                datacenter=datacenter,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def create_hypervisor(
        self,
        body: models.HypervisorCreate,
        *,
        priority: str | None = None,
        block: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.HypervisorAccepted:
        """Register a hypervisor."""
        request = Request(
            "POST",
            "/v1/operator/hypervisors",
            query={"priority": priority, "block": block},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.HypervisorAccepted)

    def preview_create_hypervisor(
        self,
        body: models.HypervisorCreate,
        *,
        priority: str | None = None,
        block: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `create_hypervisor` would do; writes nothing."""
        request = Request(
            "POST",
            "/v1/operator/hypervisors",
            query={"priority": priority, "block": block, "validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def get_hypervisor(
        self,
        hypervisor: str,
        *,
        datacenter: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Hypervisor:
        """Get a hypervisor."""
        request = Request(
            "GET",
            f"/v1/operator/hypervisors/{segment(hypervisor)}",
            query={"datacenter": datacenter},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Hypervisor)

    def update_hypervisor(
        self,
        hypervisor: str,
        body: models.HypervisorPatch,
        *,
        if_match: str,
        priority: str | None = None,
        block: str | None = None,
        datacenter: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.HypervisorAccepted:
        """Change a hypervisor."""
        request = Request(
            "PATCH",
            f"/v1/operator/hypervisors/{segment(hypervisor)}",
            query={"priority": priority, "block": block, "datacenter": datacenter},
            body=body,
            merge_patch=True,
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.HypervisorAccepted)

    def preview_update_hypervisor(
        self,
        hypervisor: str,
        body: models.HypervisorPatch,
        *,
        if_match: str,
        priority: str | None = None,
        block: str | None = None,
        datacenter: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `update_hypervisor` would do; writes nothing."""
        request = Request(
            "PATCH",
            f"/v1/operator/hypervisors/{segment(hypervisor)}",
            query={"priority": priority, "block": block, "datacenter": datacenter, "validate_only": True},
            body=body,
            merge_patch=True,
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def delete_hypervisor(
        self,
        hypervisor: str,
        *,
        if_match: str,
        priority: str | None = None,
        block: str | None = None,
        datacenter: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.HypervisorAccepted:
        """Remove an empty hypervisor."""
        request = Request(
            "DELETE",
            f"/v1/operator/hypervisors/{segment(hypervisor)}",
            query={"priority": priority, "block": block, "datacenter": datacenter},
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.HypervisorAccepted)

    def preview_delete_hypervisor(
        self,
        hypervisor: str,
        *,
        if_match: str,
        priority: str | None = None,
        block: str | None = None,
        datacenter: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `delete_hypervisor` would do; writes nothing."""
        request = Request(
            "DELETE",
            f"/v1/operator/hypervisors/{segment(hypervisor)}",
            query={"priority": priority, "block": block, "datacenter": datacenter, "validate_only": True},
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def list_images(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        datacenter: str | None = None,
        name: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.ImagePage:
        """List the image versions."""
        request = Request(
            "GET",
            "/v1/images",
            query={"page_size": page_size, "page_token": page_token, "datacenter": datacenter, "name": name},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.ImagePage)

    def iterate_images(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        datacenter: str | None = None,
        name: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.Image]:
        """Every item of `list_images`, page after page as they are needed."""
        return Items(
            lambda following: self.list_images(
                page_size=page_size,
                page_token=following or page_token,
                datacenter=datacenter,
                name=name,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def get_image(
        self,
        image: str,
        *,
        datacenter: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Image:
        """Get an image version: family, family@version, family:channel or identifier."""
        request = Request(
            "GET",
            f"/v1/images/{segment(image)}",
            query={"datacenter": datacenter},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Image)

    def create_image(
        self,
        body: models.ImageCreate,
        *,
        priority: str | None = None,
        block: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.ImageAccepted:
        """Register an image version from a directory on the site's image host."""
        request = Request(
            "POST",
            "/v1/operator/images",
            query={"priority": priority, "block": block},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.ImageAccepted)

    def preview_create_image(
        self,
        body: models.ImageCreate,
        *,
        priority: str | None = None,
        block: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `create_image` would do; writes nothing."""
        request = Request(
            "POST",
            "/v1/operator/images",
            query={"priority": priority, "block": block, "validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def update_image(
        self,
        image: str,
        body: models.ImagePatch,
        *,
        if_match: str,
        datacenter: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Image:
        """Change whether an image version may be removed."""
        request = Request(
            "PATCH",
            f"/v1/operator/images/{segment(image)}",
            query={"datacenter": datacenter},
            body=body,
            merge_patch=True,
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Image)

    def preview_update_image(
        self,
        image: str,
        body: models.ImagePatch,
        *,
        if_match: str,
        datacenter: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `update_image` would do; writes nothing."""
        request = Request(
            "PATCH",
            f"/v1/operator/images/{segment(image)}",
            query={"datacenter": datacenter, "validate_only": True},
            body=body,
            merge_patch=True,
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def delete_image(
        self,
        image: str,
        *,
        priority: str | None = None,
        block: str | None = None,
        datacenter: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.ImageAccepted:
        """Remove an image version that no machine uses."""
        request = Request(
            "DELETE",
            f"/v1/operator/images/{segment(image)}",
            query={"priority": priority, "block": block, "datacenter": datacenter},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.ImageAccepted)

    def preview_delete_image(
        self,
        image: str,
        *,
        priority: str | None = None,
        block: str | None = None,
        datacenter: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `delete_image` would do; writes nothing."""
        request = Request(
            "DELETE",
            f"/v1/operator/images/{segment(image)}",
            query={"priority": priority, "block": block, "datacenter": datacenter, "validate_only": True},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def list_services(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.ServicePage:
        """List the platform's services."""
        request = Request(
            "GET",
            "/v1/operator/services",
            query={"page_size": page_size, "page_token": page_token},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.ServicePage)

    def iterate_services(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.Service]:
        """Every item of `list_services`, page after page as they are needed."""
        return Items(
            lambda following: self.list_services(
                page_size=page_size,
                page_token=following or page_token,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def stop_service(
        self,
        service: str,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Service:
        """Stop a service; work that needs it waits."""
        request = Request(
            "POST",
            f"/v1/operator/services/{segment(service)}:stop",
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Service)

    def preview_stop_service(
        self,
        service: str,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `stop_service` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/operator/services/{segment(service)}:stop",
            query={"validate_only": True},
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def start_service(
        self,
        service: str,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Service:
        """Start a service; work that waits goes on."""
        request = Request(
            "POST",
            f"/v1/operator/services/{segment(service)}:start",
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Service)

    def preview_start_service(
        self,
        service: str,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `start_service` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/operator/services/{segment(service)}:start",
            query={"validate_only": True},
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def fence_hypervisor(
        self,
        hypervisor: str,
        body: models.HypervisorFence,
        *,
        priority: str | None = None,
        block: str | None = None,
        datacenter: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.HypervisorAccepted:
        """Stand for that a lost hypervisor runs nothing, and restart its machines elsewhere."""
        request = Request(
            "POST",
            f"/v1/operator/hypervisors/{segment(hypervisor)}:fence",
            query={"priority": priority, "block": block, "datacenter": datacenter},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.HypervisorAccepted)

    def preview_fence_hypervisor(
        self,
        hypervisor: str,
        body: models.HypervisorFence,
        *,
        priority: str | None = None,
        block: str | None = None,
        datacenter: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `fence_hypervisor` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/operator/hypervisors/{segment(hypervisor)}:fence",
            query={"priority": priority, "block": block, "datacenter": datacenter, "validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def drain_hypervisor(
        self,
        hypervisor: str,
        body: models.HypervisorDrain,
        *,
        priority: str | None = None,
        block: str | None = None,
        datacenter: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.HypervisorAccepted:
        """Empty a hypervisor for work on it; stopping the task returns it to service."""
        request = Request(
            "POST",
            f"/v1/operator/hypervisors/{segment(hypervisor)}:drain",
            query={"priority": priority, "block": block, "datacenter": datacenter},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.HypervisorAccepted)

    def preview_drain_hypervisor(
        self,
        hypervisor: str,
        body: models.HypervisorDrain,
        *,
        priority: str | None = None,
        block: str | None = None,
        datacenter: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `drain_hypervisor` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/operator/hypervisors/{segment(hypervisor)}:drain",
            query={"priority": priority, "block": block, "datacenter": datacenter, "validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def release_hypervisor(
        self,
        hypervisor: str,
        *,
        priority: str | None = None,
        block: str | None = None,
        datacenter: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.HypervisorAccepted:
        """Let a hypervisor carry machines again that was fenced, in maintenance or in
        quarantine."""
        request = Request(
            "POST",
            f"/v1/operator/hypervisors/{segment(hypervisor)}:release",
            query={"priority": priority, "block": block, "datacenter": datacenter},
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.HypervisorAccepted)

    def preview_release_hypervisor(
        self,
        hypervisor: str,
        *,
        priority: str | None = None,
        block: str | None = None,
        datacenter: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `release_hypervisor` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/operator/hypervisors/{segment(hypervisor)}:release",
            query={"priority": priority, "block": block, "datacenter": datacenter, "validate_only": True},
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def get_findings(
        self,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Findings:
        """What is wrong now, and what to do about it."""
        request = Request(
            "GET",
            "/v1/operator/findings",
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Findings)

    def list_runbooks(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.RunbookPage:
        """List the runbooks."""
        request = Request(
            "GET",
            "/v1/runbooks",
            query={"page_size": page_size, "page_token": page_token},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.RunbookPage)

    def iterate_runbooks(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.Runbook]:
        """Every item of `list_runbooks`, page after page as they are needed."""
        return Items(
            lambda following: self.list_runbooks(
                page_size=page_size,
                page_token=following or page_token,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def get_runbook(
        self,
        runbook: str,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Runbook:
        """Get a runbook."""
        request = Request(
            "GET",
            f"/v1/runbooks/{segment(runbook)}",
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Runbook)

    def use_runbook(
        self,
        runbook: str,
        body: models.RunbookUse,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Runbook:
        """Record that a runbook is being followed."""
        request = Request(
            "POST",
            f"/v1/operator/runbooks/{segment(runbook)}:use",
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Runbook)

    def preview_use_runbook(
        self,
        runbook: str,
        body: models.RunbookUse,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `use_runbook` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/operator/runbooks/{segment(runbook)}:use",
            query={"validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def list_tenants(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.TenantPage:
        """List the tenants that you may see."""
        request = Request(
            "GET",
            "/v1/tenants",
            query={"page_size": page_size, "page_token": page_token},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.TenantPage)

    def iterate_tenants(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.Tenant]:
        """Every item of `list_tenants`, page after page as they are needed."""
        return Items(
            lambda following: self.list_tenants(
                page_size=page_size,
                page_token=following or page_token,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def get_tenant(
        self,
        tenant: str,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Tenant:
        """Get a tenant."""
        request = Request(
            "GET",
            f"/v1/tenants/{segment(tenant)}",
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Tenant)

    def create_tenant(
        self,
        body: models.TenantCreate,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Tenant:
        """Create a tenant."""
        request = Request(
            "POST",
            "/v1/operator/tenants",
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Tenant)

    def preview_create_tenant(
        self,
        body: models.TenantCreate,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `create_tenant` would do; writes nothing."""
        request = Request(
            "POST",
            "/v1/operator/tenants",
            query={"validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def update_tenant(
        self,
        tenant: str,
        body: models.ScopePatch,
        *,
        if_match: str,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Tenant:
        """Change a tenant: description, labels, limits, protection."""
        request = Request(
            "PATCH",
            f"/v1/operator/tenants/{segment(tenant)}",
            body=body,
            merge_patch=True,
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Tenant)

    def preview_update_tenant(
        self,
        tenant: str,
        body: models.ScopePatch,
        *,
        if_match: str,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `update_tenant` would do; writes nothing."""
        request = Request(
            "PATCH",
            f"/v1/operator/tenants/{segment(tenant)}",
            query={"validate_only": True},
            body=body,
            merge_patch=True,
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def delete_tenant(
        self,
        tenant: str,
        *,
        if_match: str,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> None:
        """Delete an empty tenant."""
        request = Request(
            "DELETE",
            f"/v1/operator/tenants/{segment(tenant)}",
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, type(None))

    def preview_delete_tenant(
        self,
        tenant: str,
        *,
        if_match: str,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `delete_tenant` would do; writes nothing."""
        request = Request(
            "DELETE",
            f"/v1/operator/tenants/{segment(tenant)}",
            query={"validate_only": True},
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def list_projects(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.ProjectPage:
        """List the projects that you may see."""
        request = Request(
            "GET",
            "/v1/projects",
            query={"page_size": page_size, "page_token": page_token, "tenant": tenant},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.ProjectPage)

    def iterate_projects(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.Project]:
        """Every item of `list_projects`, page after page as they are needed."""
        return Items(
            lambda following: self.list_projects(
                page_size=page_size,
                page_token=following or page_token,
                tenant=tenant,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def create_project(
        self,
        body: models.ProjectCreate,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Project:
        """Create a project."""
        request = Request(
            "POST",
            "/v1/projects",
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Project)

    def preview_create_project(
        self,
        body: models.ProjectCreate,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `create_project` would do; writes nothing."""
        request = Request(
            "POST",
            "/v1/projects",
            query={"validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def get_project(
        self,
        project: str,
        *,
        tenant: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Project:
        """Get a project."""
        request = Request(
            "GET",
            f"/v1/projects/{segment(project)}",
            query={"tenant": tenant},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Project)

    def update_project(
        self,
        project: str,
        body: models.ScopePatch,
        *,
        if_match: str,
        tenant: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Project:
        """Change a project: description, labels, limits, protection."""
        request = Request(
            "PATCH",
            f"/v1/projects/{segment(project)}",
            query={"tenant": tenant},
            body=body,
            merge_patch=True,
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Project)

    def preview_update_project(
        self,
        project: str,
        body: models.ScopePatch,
        *,
        if_match: str,
        tenant: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `update_project` would do; writes nothing."""
        request = Request(
            "PATCH",
            f"/v1/projects/{segment(project)}",
            query={"tenant": tenant, "validate_only": True},
            body=body,
            merge_patch=True,
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def delete_project(
        self,
        project: str,
        *,
        if_match: str,
        tenant: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> None:
        """Delete an empty project."""
        request = Request(
            "DELETE",
            f"/v1/projects/{segment(project)}",
            query={"tenant": tenant},
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, type(None))

    def preview_delete_project(
        self,
        project: str,
        *,
        if_match: str,
        tenant: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `delete_project` would do; writes nothing."""
        request = Request(
            "DELETE",
            f"/v1/projects/{segment(project)}",
            query={"tenant": tenant, "validate_only": True},
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def list_environments(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.EnvironmentPage:
        """List the environments that you may see."""
        request = Request(
            "GET",
            "/v1/environments",
            query={"page_size": page_size, "page_token": page_token, "tenant": tenant, "project": project},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.EnvironmentPage)

    def iterate_environments(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.Environment]:
        """Every item of `list_environments`, page after page as they are needed."""
        return Items(
            lambda following: self.list_environments(
                page_size=page_size,
                page_token=following or page_token,
                tenant=tenant,
                project=project,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def create_environment(
        self,
        body: models.EnvironmentCreate,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Environment:
        """Create a environment."""
        request = Request(
            "POST",
            "/v1/environments",
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Environment)

    def preview_create_environment(
        self,
        body: models.EnvironmentCreate,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `create_environment` would do; writes nothing."""
        request = Request(
            "POST",
            "/v1/environments",
            query={"validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def get_environment(
        self,
        environment: str,
        *,
        tenant: str | None = None,
        project: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Environment:
        """Get a environment."""
        request = Request(
            "GET",
            f"/v1/environments/{segment(environment)}",
            query={"tenant": tenant, "project": project},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Environment)

    def update_environment(
        self,
        environment: str,
        body: models.ScopePatch,
        *,
        if_match: str,
        tenant: str | None = None,
        project: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Environment:
        """Change a environment: description, labels, limits, protection."""
        request = Request(
            "PATCH",
            f"/v1/environments/{segment(environment)}",
            query={"tenant": tenant, "project": project},
            body=body,
            merge_patch=True,
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Environment)

    def preview_update_environment(
        self,
        environment: str,
        body: models.ScopePatch,
        *,
        if_match: str,
        tenant: str | None = None,
        project: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `update_environment` would do; writes nothing."""
        request = Request(
            "PATCH",
            f"/v1/environments/{segment(environment)}",
            query={"tenant": tenant, "project": project, "validate_only": True},
            body=body,
            merge_patch=True,
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def delete_environment(
        self,
        environment: str,
        *,
        if_match: str,
        tenant: str | None = None,
        project: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> None:
        """Delete an empty environment."""
        request = Request(
            "DELETE",
            f"/v1/environments/{segment(environment)}",
            query={"tenant": tenant, "project": project},
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, type(None))

    def preview_delete_environment(
        self,
        environment: str,
        *,
        if_match: str,
        tenant: str | None = None,
        project: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `delete_environment` would do; writes nothing."""
        request = Request(
            "DELETE",
            f"/v1/environments/{segment(environment)}",
            query={"tenant": tenant, "project": project, "validate_only": True},
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def empty_environment(
        self,
        environment: str,
        *,
        if_match: str,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.EnvironmentAccepted:
        """Delete every machine and network of an environment."""
        request = Request(
            "POST",
            f"/v1/environments/{segment(environment)}:empty",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project},
            if_match=if_match,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.EnvironmentAccepted)

    def preview_empty_environment(
        self,
        environment: str,
        *,
        if_match: str,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `empty_environment` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/environments/{segment(environment)}:empty",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "validate_only": True},
            if_match=if_match,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def list_quotas(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        level: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.QuotaPage:
        """Limits and use of tenants, projects and environments."""
        request = Request(
            "GET",
            "/v1/quotas",
            query={"page_size": page_size, "page_token": page_token, "tenant": tenant, "project": project, "level": level},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.QuotaPage)

    def iterate_quotas(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        level: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.Quota]:
        """Every item of `list_quotas`, page after page as they are needed."""
        return Items(
            lambda following: self.list_quotas(
                page_size=page_size,
                page_token=following or page_token,
                tenant=tenant,
                project=project,
                level=level,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def get_quota(
        self,
        scope: str,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Quota:
        """Limits and use of a tenant, a project or an environment."""
        request = Request(
            "GET",
            f"/v1/quotas/{segment(scope)}",
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Quota)

    def set_quota(
        self,
        scope: str,
        body: models.QuotaPatch,
        *,
        if_match: str,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Quota:
        """Change limits: operators a tenant's, tenants their projects'."""
        request = Request(
            "PATCH",
            f"/v1/quotas/{segment(scope)}",
            body=body,
            merge_patch=True,
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Quota)

    def preview_set_quota(
        self,
        scope: str,
        body: models.QuotaPatch,
        *,
        if_match: str,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `set_quota` would do; writes nothing."""
        request = Request(
            "PATCH",
            f"/v1/quotas/{segment(scope)}",
            query={"validate_only": True},
            body=body,
            merge_patch=True,
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def list_usage(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        datacenter: str | None = None,
        dimension: str | None = None,
        from_: str | None = None,
        until: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.UsageTotalPage:
        """What was used in a period, by environment, datacenter and dimension."""
        request = Request(
            "GET",
            "/v1/usage",
            query={"page_size": page_size, "page_token": page_token, "tenant": tenant, "project": project, "environment": environment, "datacenter": datacenter, "dimension": dimension, "from": from_, "until": until},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.UsageTotalPage)

    def iterate_usage(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        datacenter: str | None = None,
        dimension: str | None = None,
        from_: str | None = None,
        until: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.UsageTotal]:
        """Every item of `list_usage`, page after page as they are needed."""
        return Items(
            lambda following: self.list_usage(
                page_size=page_size,
                page_token=following or page_token,
                tenant=tenant,
                project=project,
                environment=environment,
                datacenter=datacenter,
                dimension=dimension,
                from_=from_,
                until=until,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def list_usage_intervals(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        datacenter: str | None = None,
        dimension: str | None = None,
        resource: str | None = None,
        from_: str | None = None,
        until: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.UsageIntervalPage:
        """When which resource used how much."""
        request = Request(
            "GET",
            "/v1/usage/intervals",
            query={"page_size": page_size, "page_token": page_token, "tenant": tenant, "project": project, "environment": environment, "datacenter": datacenter, "dimension": dimension, "resource": resource, "from": from_, "until": until},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.UsageIntervalPage)

    def iterate_usage_intervals(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        datacenter: str | None = None,
        dimension: str | None = None,
        resource: str | None = None,
        from_: str | None = None,
        until: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.UsageInterval]:
        """Every item of `list_usage_intervals`, page after page as they are needed."""
        return Items(
            lambda following: self.list_usage_intervals(
                page_size=page_size,
                page_token=following or page_token,
                tenant=tenant,
                project=project,
                environment=environment,
                datacenter=datacenter,
                dimension=dimension,
                resource=resource,
                from_=from_,
                until=until,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def check_usage(
        self,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.UsageCheck:
        """Compare budgets, charges, usage and the events that usage is derived from."""
        request = Request(
            "GET",
            "/v1/operator/usage-check",
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.UsageCheck)

    def list_offerings(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.OfferingInfoPage:
        """What can be used in a scope, and what is missing for it."""
        request = Request(
            "GET",
            "/v1/offerings",
            query={"page_size": page_size, "page_token": page_token, "tenant": tenant, "project": project, "environment": environment},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.OfferingInfoPage)

    def iterate_offerings(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.OfferingInfo]:
        """Every item of `list_offerings`, page after page as they are needed."""
        return Items(
            lambda following: self.list_offerings(
                page_size=page_size,
                page_token=following or page_token,
                tenant=tenant,
                project=project,
                environment=environment,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def get_offering(
        self,
        offering: str,
        *,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.OfferingInfo:
        """One offering, its limits and what is missing for it."""
        request = Request(
            "GET",
            f"/v1/offerings/{segment(offering)}",
            query={"tenant": tenant, "project": project, "environment": environment},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.OfferingInfo)

    def set_offering_availability(
        self,
        offering: str,
        body: models.OfferingPolicy,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.OfferingInfo:
        """Decide who may create it: in a project, in a tenant, or on the whole platform."""
        request = Request(
            "POST",
            f"/v1/operator/offerings/{segment(offering)}:set-availability",
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.OfferingInfo)

    def preview_set_offering_availability(
        self,
        offering: str,
        body: models.OfferingPolicy,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `set_offering_availability` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/operator/offerings/{segment(offering)}:set-availability",
            query={"validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def preflight_project(
        self,
        body: models.ProjectCreate,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preflight:
        """What creating a project needs, and what is missing for it."""
        request = Request(
            "POST",
            "/v1/projects:preflight",
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preflight)

    def preview_preflight_project(
        self,
        body: models.ProjectCreate,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `preflight_project` would do; writes nothing."""
        request = Request(
            "POST",
            "/v1/projects:preflight",
            query={"validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def preflight_environment(
        self,
        body: models.EnvironmentCreate,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preflight:
        """What creating a environment needs, and what is missing for it."""
        request = Request(
            "POST",
            "/v1/environments:preflight",
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preflight)

    def preview_preflight_environment(
        self,
        body: models.EnvironmentCreate,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `preflight_environment` would do; writes nothing."""
        request = Request(
            "POST",
            "/v1/environments:preflight",
            query={"validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def preflight_network(
        self,
        body: models.NetworkCreate,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preflight:
        """What creating a network needs, and what is missing for it."""
        request = Request(
            "POST",
            "/v1/networks:preflight",
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preflight)

    def preview_preflight_network(
        self,
        body: models.NetworkCreate,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `preflight_network` would do; writes nothing."""
        request = Request(
            "POST",
            "/v1/networks:preflight",
            query={"validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def preflight_vm(
        self,
        body: models.VmCreate,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preflight:
        """What creating a vm needs, and what is missing for it."""
        request = Request(
            "POST",
            "/v1/vms:preflight",
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preflight)

    def preview_preflight_vm(
        self,
        body: models.VmCreate,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `preflight_vm` would do; writes nothing."""
        request = Request(
            "POST",
            "/v1/vms:preflight",
            query={"validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def preflight_volume(
        self,
        body: models.VolumeCreate,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preflight:
        """What creating a volume needs, and what is missing for it."""
        request = Request(
            "POST",
            "/v1/volumes:preflight",
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preflight)

    def preview_preflight_volume(
        self,
        body: models.VolumeCreate,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `preflight_volume` would do; writes nothing."""
        request = Request(
            "POST",
            "/v1/volumes:preflight",
            query={"validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def list_racks(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        datacenter: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.RackPage:
        """List the racks."""
        request = Request(
            "GET",
            "/v1/operator/racks",
            query={"page_size": page_size, "page_token": page_token, "datacenter": datacenter},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.RackPage)

    def iterate_racks(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        datacenter: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.Rack]:
        """Every item of `list_racks`, page after page as they are needed."""
        return Items(
            lambda following: self.list_racks(
                page_size=page_size,
                page_token=following or page_token,
                datacenter=datacenter,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def get_rack(
        self,
        rack: str,
        *,
        datacenter: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Rack:
        """Get a rack."""
        request = Request(
            "GET",
            f"/v1/operator/racks/{segment(rack)}",
            query={"datacenter": datacenter},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Rack)

    def list_devices(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        datacenter: str | None = None,
        rack: str | None = None,
        type: str | None = None,
        role: str | None = None,
        serial: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.DevicePage:
        """List the devices."""
        request = Request(
            "GET",
            "/v1/operator/devices",
            query={"page_size": page_size, "page_token": page_token, "datacenter": datacenter, "rack": rack, "type": type, "role": role, "serial": serial},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.DevicePage)

    def iterate_devices(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        datacenter: str | None = None,
        rack: str | None = None,
        type: str | None = None,
        role: str | None = None,
        serial: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.Device]:
        """Every item of `list_devices`, page after page as they are needed."""
        return Items(
            lambda following: self.list_devices(
                page_size=page_size,
                page_token=following or page_token,
                datacenter=datacenter,
                rack=rack,
                type=type,
                role=role,
                serial=serial,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def get_device(
        self,
        device: str,
        *,
        datacenter: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Device:
        """Get a device."""
        request = Request(
            "GET",
            f"/v1/operator/devices/{segment(device)}",
            query={"datacenter": datacenter},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Device)

    def list_device_ports(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        datacenter: str | None = None,
        device: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.DevicePortPage:
        """List the ports of devices."""
        request = Request(
            "GET",
            "/v1/operator/ports",
            query={"page_size": page_size, "page_token": page_token, "datacenter": datacenter, "device": device},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.DevicePortPage)

    def iterate_device_ports(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        datacenter: str | None = None,
        device: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.DevicePort]:
        """Every item of `list_device_ports`, page after page as they are needed."""
        return Items(
            lambda following: self.list_device_ports(
                page_size=page_size,
                page_token=following or page_token,
                datacenter=datacenter,
                device=device,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def list_device_links(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        datacenter: str | None = None,
        device: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.DeviceLinkPage:
        """List the cables."""
        request = Request(
            "GET",
            "/v1/operator/links",
            query={"page_size": page_size, "page_token": page_token, "datacenter": datacenter, "device": device},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.DeviceLinkPage)

    def iterate_device_links(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        datacenter: str | None = None,
        device: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.DeviceLink]:
        """Every item of `list_device_links`, page after page as they are needed."""
        return Items(
            lambda following: self.list_device_links(
                page_size=page_size,
                page_token=following or page_token,
                datacenter=datacenter,
                device=device,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def list_failure_domains(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        datacenter: str | None = None,
        kind: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.FailureDomainPage:
        """List the failure domains: places, and sets across them."""
        request = Request(
            "GET",
            "/v1/operator/failure-domains",
            query={"page_size": page_size, "page_token": page_token, "datacenter": datacenter, "kind": kind},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.FailureDomainPage)

    def iterate_failure_domains(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        datacenter: str | None = None,
        kind: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.FailureDomain]:
        """Every item of `list_failure_domains`, page after page as they are needed."""
        return Items(
            lambda following: self.list_failure_domains(
                page_size=page_size,
                page_token=following or page_token,
                datacenter=datacenter,
                kind=kind,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def get_datacenter_card(
        self,
        datacenter: str,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.DatacenterCard:
        """Show a datacenter at a glance."""
        request = Request(
            "GET",
            f"/v1/operator/datacenters/{segment(datacenter)}/card",
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.DatacenterCard)

    def get_inventory_graph(
        self,
        *,
        from_: str | None = None,
        depth: int | None = None,
        edge: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.InventoryGraph:
        """Show what hangs together with a resource."""
        request = Request(
            "GET",
            "/v1/operator/graph",
            query={"from": from_, "depth": depth, "edge": edge},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.InventoryGraph)

    def get_inventory_impact(
        self,
        resource: str,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.InventoryImpact:
        """Say what is affected if a resource is lost."""
        request = Request(
            "GET",
            f"/v1/operator/inventory/impact/{segment(resource)}",
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.InventoryImpact)

    def list_inventory_plans(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.InventoryPlanPage:
        """List the plans, newest last."""
        request = Request(
            "GET",
            "/v1/operator/inventory/plans",
            query={"page_size": page_size, "page_token": page_token},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.InventoryPlanPage)

    def iterate_inventory_plans(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.InventoryPlan]:
        """Every item of `list_inventory_plans`, page after page as they are needed."""
        return Items(
            lambda following: self.list_inventory_plans(
                page_size=page_size,
                page_token=following or page_token,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def plan_inventory(
        self,
        body: models.InventoryPlanCreate,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.InventoryPlan:
        """Compare a document with the inventory; keep the difference as a plan."""
        request = Request(
            "POST",
            "/v1/operator/inventory/plans",
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.InventoryPlan)

    def preview_plan_inventory(
        self,
        body: models.InventoryPlanCreate,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `plan_inventory` would do; writes nothing."""
        request = Request(
            "POST",
            "/v1/operator/inventory/plans",
            query={"validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def get_inventory_plan(
        self,
        plan: str,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.InventoryPlan:
        """Get a plan with all that it does."""
        request = Request(
            "GET",
            f"/v1/operator/inventory/plans/{segment(plan)}",
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.InventoryPlan)

    def apply_inventory_plan(
        self,
        plan: str,
        body: models.InventoryPlanApply,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.InventoryPlan:
        """Apply a plan, once, on the inventory that it was made for."""
        request = Request(
            "POST",
            f"/v1/operator/inventory/plans/{segment(plan)}:apply",
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.InventoryPlan)

    def preview_apply_inventory_plan(
        self,
        plan: str,
        body: models.InventoryPlanApply,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `apply_inventory_plan` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/operator/inventory/plans/{segment(plan)}:apply",
            query={"validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def export_inventory(
        self,
        *,
        datacenter: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.InventoryDocument:
        """Export the inventory as a document that imports to an empty plan."""
        request = Request(
            "GET",
            "/v1/operator/inventory/document",
            query={"datacenter": datacenter},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.InventoryDocument)

    def list_observations(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        scope: str | None = None,
        source: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.ObservationPage:
        """List the observations, oldest first."""
        request = Request(
            "GET",
            "/v1/operator/observations",
            query={"page_size": page_size, "page_token": page_token, "scope": scope, "source": source},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.ObservationPage)

    def iterate_observations(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        scope: str | None = None,
        source: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.Observation]:
        """Every item of `list_observations`, page after page as they are needed."""
        return Items(
            lambda following: self.list_observations(
                page_size=page_size,
                page_token=following or page_token,
                scope=scope,
                source=source,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def record_observation(
        self,
        body: models.ObservationCreate,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Observation:
        """Record what was seen; it is never changed."""
        request = Request(
            "POST",
            "/v1/operator/observations",
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Observation)

    def preview_record_observation(
        self,
        body: models.ObservationCreate,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `record_observation` would do; writes nothing."""
        request = Request(
            "POST",
            "/v1/operator/observations",
            query={"validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def get_observation(
        self,
        observation: str,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Observation:
        """Get an observation."""
        request = Request(
            "GET",
            f"/v1/operator/observations/{segment(observation)}",
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Observation)

    def list_drift(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        datacenter: str | None = None,
        severity: str | None = None,
        state: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.DriftPage:
        """List the differences between inventory and observation."""
        request = Request(
            "GET",
            "/v1/operator/drift",
            query={"page_size": page_size, "page_token": page_token, "datacenter": datacenter, "severity": severity, "state": state},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.DriftPage)

    def iterate_drift(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        datacenter: str | None = None,
        severity: str | None = None,
        state: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.Drift]:
        """Every item of `list_drift`, page after page as they are needed."""
        return Items(
            lambda following: self.list_drift(
                page_size=page_size,
                page_token=following or page_token,
                datacenter=datacenter,
                severity=severity,
                state=state,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def get_drift(
        self,
        drift: str,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Drift:
        """Get a difference."""
        request = Request(
            "GET",
            f"/v1/operator/drift/{segment(drift)}",
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Drift)

    def accept_drift(
        self,
        drift: str,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Drift:
        """Adopt what was observed; what others rely on waits for a second operator."""
        request = Request(
            "POST",
            f"/v1/operator/drift/{segment(drift)}:accept",
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Drift)

    def preview_accept_drift(
        self,
        drift: str,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `accept_drift` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/operator/drift/{segment(drift)}:accept",
            query={"validate_only": True},
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def ignore_drift(
        self,
        drift: str,
        body: models.DriftIgnore,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Drift:
        """Let a difference stay for a time."""
        request = Request(
            "POST",
            f"/v1/operator/drift/{segment(drift)}:ignore",
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Drift)

    def preview_ignore_drift(
        self,
        drift: str,
        body: models.DriftIgnore,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `ignore_drift` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/operator/drift/{segment(drift)}:ignore",
            query={"validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def reject_drift(
        self,
        drift: str,
        body: models.DriftReject,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Drift:
        """Say that the declaration is right."""
        request = Request(
            "POST",
            f"/v1/operator/drift/{segment(drift)}:reject",
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Drift)

    def preview_reject_drift(
        self,
        drift: str,
        body: models.DriftReject,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `reject_drift` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/operator/drift/{segment(drift)}:reject",
            query={"validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def list_trust_changes(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        state: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.TrustChangePage:
        """List what waits to be trusted, and what was decided."""
        request = Request(
            "GET",
            "/v1/operator/trust-changes",
            query={"page_size": page_size, "page_token": page_token, "state": state},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.TrustChangePage)

    def iterate_trust_changes(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        state: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.TrustChange]:
        """Every item of `list_trust_changes`, page after page as they are needed."""
        return Items(
            lambda following: self.list_trust_changes(
                page_size=page_size,
                page_token=following or page_token,
                state=state,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def get_trust_change(
        self,
        trust_change: str,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.TrustChange:
        """Get a trust change."""
        request = Request(
            "GET",
            f"/v1/operator/trust-changes/{segment(trust_change)}",
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.TrustChange)

    def approve_trust_change(
        self,
        trust_change: str,
        body: models.TrustDecision,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.TrustChange:
        """Approve it, as an operator who did not ask for it."""
        request = Request(
            "POST",
            f"/v1/operator/trust-changes/{segment(trust_change)}:approve",
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.TrustChange)

    def preview_approve_trust_change(
        self,
        trust_change: str,
        body: models.TrustDecision,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `approve_trust_change` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/operator/trust-changes/{segment(trust_change)}:approve",
            query={"validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def reject_trust_change(
        self,
        trust_change: str,
        body: models.TrustDecision,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.TrustChange:
        """Reject it, or take one's own back."""
        request = Request(
            "POST",
            f"/v1/operator/trust-changes/{segment(trust_change)}:reject",
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.TrustChange)

    def preview_reject_trust_change(
        self,
        trust_change: str,
        body: models.TrustDecision,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `reject_trust_change` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/operator/trust-changes/{segment(trust_change)}:reject",
            query={"validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def list_networks(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        datacenter: str | None = None,
        phase: str | None = None,
        name_prefix: str | None = None,
        label_selector: str | None = None,
        updated_since: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.NetworkPage:
        """List networks."""
        request = Request(
            "GET",
            "/v1/networks",
            query={"page_size": page_size, "page_token": page_token, "tenant": tenant, "project": project, "environment": environment, "datacenter": datacenter, "phase": phase, "name_prefix": name_prefix, "label_selector": label_selector, "updated_since": updated_since},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.NetworkPage)

    def iterate_networks(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        datacenter: str | None = None,
        phase: str | None = None,
        name_prefix: str | None = None,
        label_selector: str | None = None,
        updated_since: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.Network]:
        """Every item of `list_networks`, page after page as they are needed."""
        return Items(
            lambda following: self.list_networks(
                page_size=page_size,
                page_token=following or page_token,
                tenant=tenant,
                project=project,
                environment=environment,
                datacenter=datacenter,
                phase=phase,
                name_prefix=name_prefix,
                label_selector=label_selector,
                updated_since=updated_since,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def create_network(
        self,
        body: models.NetworkCreate,
        *,
        priority: str | None = None,
        block: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.NetworkAccepted:
        """Create a network."""
        request = Request(
            "POST",
            "/v1/networks",
            query={"priority": priority, "block": block},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.NetworkAccepted)

    def preview_create_network(
        self,
        body: models.NetworkCreate,
        *,
        priority: str | None = None,
        block: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `create_network` would do; writes nothing."""
        request = Request(
            "POST",
            "/v1/networks",
            query={"priority": priority, "block": block, "validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def get_network(
        self,
        network: str,
        *,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Network:
        """Get a network."""
        request = Request(
            "GET",
            f"/v1/networks/{segment(network)}",
            query={"tenant": tenant, "project": project, "environment": environment},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Network)

    def update_network(
        self,
        network: str,
        body: models.NetworkPatch,
        *,
        if_match: str,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Network:
        """Change a network's labels or protection."""
        request = Request(
            "PATCH",
            f"/v1/networks/{segment(network)}",
            query={"tenant": tenant, "project": project, "environment": environment},
            body=body,
            merge_patch=True,
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Network)

    def preview_update_network(
        self,
        network: str,
        body: models.NetworkPatch,
        *,
        if_match: str,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `update_network` would do; writes nothing."""
        request = Request(
            "PATCH",
            f"/v1/networks/{segment(network)}",
            query={"tenant": tenant, "project": project, "environment": environment, "validate_only": True},
            body=body,
            merge_patch=True,
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def delete_network(
        self,
        network: str,
        *,
        if_match: str,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.NetworkAccepted:
        """Delete a network that no machine uses."""
        request = Request(
            "DELETE",
            f"/v1/networks/{segment(network)}",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment},
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.NetworkAccepted)

    def preview_delete_network(
        self,
        network: str,
        *,
        if_match: str,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `delete_network` would do; writes nothing."""
        request = Request(
            "DELETE",
            f"/v1/networks/{segment(network)}",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment, "validate_only": True},
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def list_vms(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        datacenter: str | None = None,
        phase: str | None = None,
        name_prefix: str | None = None,
        label_selector: str | None = None,
        updated_since: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.VmPage:
        """List machines."""
        request = Request(
            "GET",
            "/v1/vms",
            query={"page_size": page_size, "page_token": page_token, "tenant": tenant, "project": project, "environment": environment, "datacenter": datacenter, "phase": phase, "name_prefix": name_prefix, "label_selector": label_selector, "updated_since": updated_since},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.VmPage)

    def iterate_vms(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        datacenter: str | None = None,
        phase: str | None = None,
        name_prefix: str | None = None,
        label_selector: str | None = None,
        updated_since: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.Vm]:
        """Every item of `list_vms`, page after page as they are needed."""
        return Items(
            lambda following: self.list_vms(
                page_size=page_size,
                page_token=following or page_token,
                tenant=tenant,
                project=project,
                environment=environment,
                datacenter=datacenter,
                phase=phase,
                name_prefix=name_prefix,
                label_selector=label_selector,
                updated_since=updated_since,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def create_vm(
        self,
        body: models.VmCreate,
        *,
        priority: str | None = None,
        block: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.VmAccepted:
        """Create a machine and start it."""
        request = Request(
            "POST",
            "/v1/vms",
            query={"priority": priority, "block": block},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.VmAccepted)

    def preview_create_vm(
        self,
        body: models.VmCreate,
        *,
        priority: str | None = None,
        block: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `create_vm` would do; writes nothing."""
        request = Request(
            "POST",
            "/v1/vms",
            query={"priority": priority, "block": block, "validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def get_vm(
        self,
        vm: str,
        *,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Vm:
        """Get a machine."""
        request = Request(
            "GET",
            f"/v1/vms/{segment(vm)}",
            query={"tenant": tenant, "project": project, "environment": environment},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Vm)

    def update_vm(
        self,
        vm: str,
        body: models.VmPatch,
        *,
        if_match: str,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Vm:
        """Change a machine's labels or protection."""
        request = Request(
            "PATCH",
            f"/v1/vms/{segment(vm)}",
            query={"tenant": tenant, "project": project, "environment": environment},
            body=body,
            merge_patch=True,
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Vm)

    def preview_update_vm(
        self,
        vm: str,
        body: models.VmPatch,
        *,
        if_match: str,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `update_vm` would do; writes nothing."""
        request = Request(
            "PATCH",
            f"/v1/vms/{segment(vm)}",
            query={"tenant": tenant, "project": project, "environment": environment, "validate_only": True},
            body=body,
            merge_patch=True,
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def delete_vm(
        self,
        vm: str,
        *,
        if_match: str,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.VmAccepted:
        """Delete a machine and its disk."""
        request = Request(
            "DELETE",
            f"/v1/vms/{segment(vm)}",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment},
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.VmAccepted)

    def preview_delete_vm(
        self,
        vm: str,
        *,
        if_match: str,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `delete_vm` would do; writes nothing."""
        request = Request(
            "DELETE",
            f"/v1/vms/{segment(vm)}",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment, "validate_only": True},
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def start_vm(
        self,
        vm: str,
        *,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.VmAccepted:
        """Start a machine."""
        request = Request(
            "POST",
            f"/v1/vms/{segment(vm)}:start",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment},
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.VmAccepted)

    def preview_start_vm(
        self,
        vm: str,
        *,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `start_vm` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/vms/{segment(vm)}:start",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment, "validate_only": True},
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def stop_vm(
        self,
        vm: str,
        body: models.VmStop,
        *,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.VmAccepted:
        """Stop a machine: ask the guest, then cut the power."""
        request = Request(
            "POST",
            f"/v1/vms/{segment(vm)}:stop",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.VmAccepted)

    def preview_stop_vm(
        self,
        vm: str,
        body: models.VmStop,
        *,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `stop_vm` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/vms/{segment(vm)}:stop",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment, "validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def reboot_vm(
        self,
        vm: str,
        *,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.VmAccepted:
        """Reboot a machine."""
        request = Request(
            "POST",
            f"/v1/vms/{segment(vm)}:reboot",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment},
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.VmAccepted)

    def preview_reboot_vm(
        self,
        vm: str,
        *,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `reboot_vm` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/vms/{segment(vm)}:reboot",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment, "validate_only": True},
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def resize_vm(
        self,
        vm: str,
        body: models.VmResize,
        *,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.VmAccepted:
        """Give a machine another size: stop it, change it where it is, start it again."""
        request = Request(
            "POST",
            f"/v1/vms/{segment(vm)}:resize",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.VmAccepted)

    def preview_resize_vm(
        self,
        vm: str,
        body: models.VmResize,
        *,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `resize_vm` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/vms/{segment(vm)}:resize",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment, "validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def rebuild_vm(
        self,
        vm: str,
        body: models.VmRebuild,
        *,
        if_match: str,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.VmAccepted:
        """Make a machine anew from an image; what is on its root disk is lost."""
        request = Request(
            "POST",
            f"/v1/vms/{segment(vm)}:rebuild",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment},
            body=body,
            merge_patch=False,
            if_match=if_match,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.VmAccepted)

    def preview_rebuild_vm(
        self,
        vm: str,
        body: models.VmRebuild,
        *,
        if_match: str,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `rebuild_vm` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/vms/{segment(vm)}:rebuild",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment, "validate_only": True},
            body=body,
            merge_patch=False,
            if_match=if_match,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def attach_vm_network(
        self,
        vm: str,
        body: models.VmAttach,
        *,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.VmAccepted:
        """Add an interface on a network."""
        request = Request(
            "POST",
            f"/v1/vms/{segment(vm)}:attach-network",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.VmAccepted)

    def preview_attach_vm_network(
        self,
        vm: str,
        body: models.VmAttach,
        *,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `attach_vm_network` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/vms/{segment(vm)}:attach-network",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment, "validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def detach_vm_network(
        self,
        vm: str,
        body: models.VmDetach,
        *,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.VmAccepted:
        """Remove the interface on a network."""
        request = Request(
            "POST",
            f"/v1/vms/{segment(vm)}:detach-network",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.VmAccepted)

    def preview_detach_vm_network(
        self,
        vm: str,
        body: models.VmDetach,
        *,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `detach_vm_network` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/vms/{segment(vm)}:detach-network",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment, "validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def get_vm_console(
        self,
        vm: str,
        *,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        offset: int | None = None,
        limit: int | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.ConsoleLog:
        """Read the serial console's log."""
        request = Request(
            "GET",
            f"/v1/vms/{segment(vm)}/console",
            query={"tenant": tenant, "project": project, "environment": environment, "offset": offset, "limit": limit},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.ConsoleLog)

    def open_vm_console(
        self,
        vm: str,
        body: models.ConsoleOpen,
        *,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.ConsoleSession:
        """Open a session at a machine's serial console."""
        request = Request(
            "POST",
            f"/v1/vms/{segment(vm)}/console:open",
            query={"tenant": tenant, "project": project, "environment": environment},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.ConsoleSession)

    def preview_open_vm_console(
        self,
        vm: str,
        body: models.ConsoleOpen,
        *,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `open_vm_console` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/vms/{segment(vm)}/console:open",
            query={"tenant": tenant, "project": project, "environment": environment, "validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def type_vm_console(
        self,
        vm: str,
        body: models.ConsoleInput,
        *,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.ConsoleTyped:
        """Type at a machine's serial console."""
        request = Request(
            "POST",
            f"/v1/vms/{segment(vm)}/console:type",
            query={"tenant": tenant, "project": project, "environment": environment},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.ConsoleTyped)

    def preview_type_vm_console(
        self,
        vm: str,
        body: models.ConsoleInput,
        *,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `type_vm_console` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/vms/{segment(vm)}/console:type",
            query={"tenant": tenant, "project": project, "environment": environment, "validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def follow_vm_console(
        self,
        vm: str,
        *,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        session: str | None = None,
        offset: int | None = None,
        wait_seconds: int | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.ConsoleOutput:
        """Read what a console shows, and wait until it shows something."""
        request = Request(
            "GET",
            f"/v1/vms/{segment(vm)}/console:follow",
            query={"tenant": tenant, "project": project, "environment": environment, "session": session, "offset": offset, "wait_seconds": wait_seconds},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.ConsoleOutput)

    def close_vm_console(
        self,
        vm: str,
        body: models.ConsoleClose,
        *,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> None:
        """End a session at a machine's serial console."""
        request = Request(
            "POST",
            f"/v1/vms/{segment(vm)}/console:close",
            query={"tenant": tenant, "project": project, "environment": environment},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, type(None))

    def preview_close_vm_console(
        self,
        vm: str,
        body: models.ConsoleClose,
        *,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `close_vm_console` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/vms/{segment(vm)}/console:close",
            query={"tenant": tenant, "project": project, "environment": environment, "validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def list_shapes(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        retired: bool | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.ShapePage:
        """List the shapes that you may use."""
        request = Request(
            "GET",
            "/v1/shapes",
            query={"page_size": page_size, "page_token": page_token, "retired": retired},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.ShapePage)

    def iterate_shapes(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        retired: bool | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.Shape]:
        """Every item of `list_shapes`, page after page as they are needed."""
        return Items(
            lambda following: self.list_shapes(
                page_size=page_size,
                page_token=following or page_token,
                retired=retired,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def get_shape(
        self,
        shape: str,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Shape:
        """Get a shape."""
        request = Request(
            "GET",
            f"/v1/shapes/{segment(shape)}",
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Shape)

    def create_shape(
        self,
        body: models.ShapeCreate,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Shape:
        """Create a shape."""
        request = Request(
            "POST",
            "/v1/operator/shapes",
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Shape)

    def preview_create_shape(
        self,
        body: models.ShapeCreate,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `create_shape` would do; writes nothing."""
        request = Request(
            "POST",
            "/v1/operator/shapes",
            query={"validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def offer_shape(
        self,
        shape: str,
        body: models.ShapeOffer,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Shape:
        """Let a tenant or project use a shape."""
        request = Request(
            "POST",
            f"/v1/operator/shapes/{segment(shape)}:offer",
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Shape)

    def preview_offer_shape(
        self,
        shape: str,
        body: models.ShapeOffer,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `offer_shape` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/operator/shapes/{segment(shape)}:offer",
            query={"validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def withdraw_shape(
        self,
        shape: str,
        body: models.ShapeOffer,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Shape:
        """Let a tenant or project use a shape for no further machines."""
        request = Request(
            "POST",
            f"/v1/operator/shapes/{segment(shape)}:withdraw",
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Shape)

    def preview_withdraw_shape(
        self,
        shape: str,
        body: models.ShapeOffer,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `withdraw_shape` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/operator/shapes/{segment(shape)}:withdraw",
            query={"validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def retire_shape(
        self,
        shape: str,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Shape:
        """Give a shape to no further machines; those that have it keep it."""
        request = Request(
            "POST",
            f"/v1/operator/shapes/{segment(shape)}:retire",
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Shape)

    def preview_retire_shape(
        self,
        shape: str,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `retire_shape` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/operator/shapes/{segment(shape)}:retire",
            query={"validate_only": True},
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def list_shape_machines(
        self,
        shape: str,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.ShapeUsePage:
        """List the machines that have a shape."""
        request = Request(
            "GET",
            f"/v1/operator/shapes/{segment(shape)}/machines",
            query={"page_size": page_size, "page_token": page_token},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.ShapeUsePage)

    def iterate_shape_machines(
        self,
        shape: str,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.ShapeUse]:
        """Every item of `list_shape_machines`, page after page as they are needed."""
        return Items(
            lambda following: self.list_shape_machines(
                shape,
                page_size=page_size,
                page_token=following or page_token,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def list_volumes(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        datacenter: str | None = None,
        phase: str | None = None,
        name_prefix: str | None = None,
        label_selector: str | None = None,
        updated_since: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.VolumePage:
        """List data volumes."""
        request = Request(
            "GET",
            "/v1/volumes",
            query={"page_size": page_size, "page_token": page_token, "tenant": tenant, "project": project, "environment": environment, "datacenter": datacenter, "phase": phase, "name_prefix": name_prefix, "label_selector": label_selector, "updated_since": updated_since},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.VolumePage)

    def iterate_volumes(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        datacenter: str | None = None,
        phase: str | None = None,
        name_prefix: str | None = None,
        label_selector: str | None = None,
        updated_since: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.Volume]:
        """Every item of `list_volumes`, page after page as they are needed."""
        return Items(
            lambda following: self.list_volumes(
                page_size=page_size,
                page_token=following or page_token,
                tenant=tenant,
                project=project,
                environment=environment,
                datacenter=datacenter,
                phase=phase,
                name_prefix=name_prefix,
                label_selector=label_selector,
                updated_since=updated_since,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def create_volume(
        self,
        body: models.VolumeCreate,
        *,
        priority: str | None = None,
        block: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.VolumeAccepted:
        """Create an empty data volume."""
        request = Request(
            "POST",
            "/v1/volumes",
            query={"priority": priority, "block": block},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.VolumeAccepted)

    def preview_create_volume(
        self,
        body: models.VolumeCreate,
        *,
        priority: str | None = None,
        block: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `create_volume` would do; writes nothing."""
        request = Request(
            "POST",
            "/v1/volumes",
            query={"priority": priority, "block": block, "validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def get_volume(
        self,
        volume: str,
        *,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Volume:
        """Get a data volume."""
        request = Request(
            "GET",
            f"/v1/volumes/{segment(volume)}",
            query={"tenant": tenant, "project": project, "environment": environment},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Volume)

    def update_volume(
        self,
        volume: str,
        body: models.VolumePatch,
        *,
        if_match: str,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Volume:
        """Change a volume's labels or protection."""
        request = Request(
            "PATCH",
            f"/v1/volumes/{segment(volume)}",
            query={"tenant": tenant, "project": project, "environment": environment},
            body=body,
            merge_patch=True,
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Volume)

    def preview_update_volume(
        self,
        volume: str,
        body: models.VolumePatch,
        *,
        if_match: str,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `update_volume` would do; writes nothing."""
        request = Request(
            "PATCH",
            f"/v1/volumes/{segment(volume)}",
            query={"tenant": tenant, "project": project, "environment": environment, "validate_only": True},
            body=body,
            merge_patch=True,
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def delete_volume(
        self,
        volume: str,
        *,
        if_match: str,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.VolumeAccepted:
        """Delete a volume that no machine has, with all that is on it."""
        request = Request(
            "DELETE",
            f"/v1/volumes/{segment(volume)}",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment},
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.VolumeAccepted)

    def preview_delete_volume(
        self,
        volume: str,
        *,
        if_match: str,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `delete_volume` would do; writes nothing."""
        request = Request(
            "DELETE",
            f"/v1/volumes/{segment(volume)}",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment, "validate_only": True},
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def attach_volume(
        self,
        volume: str,
        body: models.VolumeAttach,
        *,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.VolumeAccepted:
        """Attach a volume to a stopped machine."""
        request = Request(
            "POST",
            f"/v1/volumes/{segment(volume)}:attach",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.VolumeAccepted)

    def preview_attach_volume(
        self,
        volume: str,
        body: models.VolumeAttach,
        *,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `attach_volume` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/volumes/{segment(volume)}:attach",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment, "validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def detach_volume(
        self,
        volume: str,
        *,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.VolumeAccepted:
        """Detach a volume from its machine, which is stopped."""
        request = Request(
            "POST",
            f"/v1/volumes/{segment(volume)}:detach",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment},
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.VolumeAccepted)

    def preview_detach_volume(
        self,
        volume: str,
        *,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `detach_volume` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/volumes/{segment(volume)}:detach",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment, "validate_only": True},
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def grow_volume(
        self,
        volume: str,
        body: models.VolumeGrow,
        *,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.VolumeAccepted:
        """Make a volume larger, while nobody writes to it."""
        request = Request(
            "POST",
            f"/v1/volumes/{segment(volume)}:grow",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.VolumeAccepted)

    def preview_grow_volume(
        self,
        volume: str,
        body: models.VolumeGrow,
        *,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `grow_volume` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/volumes/{segment(volume)}:grow",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment, "validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def list_snapshots(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        datacenter: str | None = None,
        phase: str | None = None,
        name_prefix: str | None = None,
        label_selector: str | None = None,
        updated_since: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.SnapshotPage:
        """List snapshots of volumes."""
        request = Request(
            "GET",
            "/v1/snapshots",
            query={"page_size": page_size, "page_token": page_token, "tenant": tenant, "project": project, "environment": environment, "datacenter": datacenter, "phase": phase, "name_prefix": name_prefix, "label_selector": label_selector, "updated_since": updated_since},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.SnapshotPage)

    def iterate_snapshots(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        datacenter: str | None = None,
        phase: str | None = None,
        name_prefix: str | None = None,
        label_selector: str | None = None,
        updated_since: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.Snapshot]:
        """Every item of `list_snapshots`, page after page as they are needed."""
        return Items(
            lambda following: self.list_snapshots(
                page_size=page_size,
                page_token=following or page_token,
                tenant=tenant,
                project=project,
                environment=environment,
                datacenter=datacenter,
                phase=phase,
                name_prefix=name_prefix,
                label_selector=label_selector,
                updated_since=updated_since,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def create_snapshot(
        self,
        body: models.SnapshotCreate,
        *,
        priority: str | None = None,
        block: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.SnapshotAccepted:
        """Keep what is on a volume now, while nobody writes to it."""
        request = Request(
            "POST",
            "/v1/snapshots",
            query={"priority": priority, "block": block},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.SnapshotAccepted)

    def preview_create_snapshot(
        self,
        body: models.SnapshotCreate,
        *,
        priority: str | None = None,
        block: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `create_snapshot` would do; writes nothing."""
        request = Request(
            "POST",
            "/v1/snapshots",
            query={"priority": priority, "block": block, "validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def get_snapshot(
        self,
        snapshot: str,
        *,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Snapshot:
        """Get a snapshot."""
        request = Request(
            "GET",
            f"/v1/snapshots/{segment(snapshot)}",
            query={"tenant": tenant, "project": project, "environment": environment},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Snapshot)

    def delete_snapshot(
        self,
        snapshot: str,
        *,
        if_match: str,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.SnapshotAccepted:
        """Delete a snapshot; its volume stays as it is."""
        request = Request(
            "DELETE",
            f"/v1/snapshots/{segment(snapshot)}",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment},
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.SnapshotAccepted)

    def preview_delete_snapshot(
        self,
        snapshot: str,
        *,
        if_match: str,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `delete_snapshot` would do; writes nothing."""
        request = Request(
            "DELETE",
            f"/v1/snapshots/{segment(snapshot)}",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment, "validate_only": True},
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def restore_snapshot(
        self,
        snapshot: str,
        *,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.VolumeAccepted:
        """Make a volume what it was; what is on it now is lost."""
        request = Request(
            "POST",
            f"/v1/snapshots/{segment(snapshot)}:restore",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment},
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.VolumeAccepted)

    def preview_restore_snapshot(
        self,
        snapshot: str,
        *,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `restore_snapshot` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/snapshots/{segment(snapshot)}:restore",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment, "validate_only": True},
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def list_backups(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        datacenter: str | None = None,
        phase: str | None = None,
        name_prefix: str | None = None,
        label_selector: str | None = None,
        updated_since: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.BackupPage:
        """List backups of volumes."""
        request = Request(
            "GET",
            "/v1/backups",
            query={"page_size": page_size, "page_token": page_token, "tenant": tenant, "project": project, "environment": environment, "datacenter": datacenter, "phase": phase, "name_prefix": name_prefix, "label_selector": label_selector, "updated_since": updated_since},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.BackupPage)

    def iterate_backups(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        datacenter: str | None = None,
        phase: str | None = None,
        name_prefix: str | None = None,
        label_selector: str | None = None,
        updated_since: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.Backup]:
        """Every item of `list_backups`, page after page as they are needed."""
        return Items(
            lambda following: self.list_backups(
                page_size=page_size,
                page_token=following or page_token,
                tenant=tenant,
                project=project,
                environment=environment,
                datacenter=datacenter,
                phase=phase,
                name_prefix=name_prefix,
                label_selector=label_selector,
                updated_since=updated_since,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def create_backup(
        self,
        body: models.BackupCreate,
        *,
        priority: str | None = None,
        block: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.BackupAccepted:
        """Copy a volume to the datacenter's backups, while nobody writes to it."""
        request = Request(
            "POST",
            "/v1/backups",
            query={"priority": priority, "block": block},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.BackupAccepted)

    def preview_create_backup(
        self,
        body: models.BackupCreate,
        *,
        priority: str | None = None,
        block: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `create_backup` would do; writes nothing."""
        request = Request(
            "POST",
            "/v1/backups",
            query={"priority": priority, "block": block, "validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def get_backup(
        self,
        backup: str,
        *,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Backup:
        """Get a backup."""
        request = Request(
            "GET",
            f"/v1/backups/{segment(backup)}",
            query={"tenant": tenant, "project": project, "environment": environment},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Backup)

    def delete_backup(
        self,
        backup: str,
        *,
        if_match: str,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.BackupAccepted:
        """Delete a backup for good."""
        request = Request(
            "DELETE",
            f"/v1/backups/{segment(backup)}",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment},
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.BackupAccepted)

    def preview_delete_backup(
        self,
        backup: str,
        *,
        if_match: str,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `delete_backup` would do; writes nothing."""
        request = Request(
            "DELETE",
            f"/v1/backups/{segment(backup)}",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment, "validate_only": True},
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def restore_backup(
        self,
        backup: str,
        body: models.BackupRestore,
        *,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.VolumeAccepted:
        """Make a new volume from a backup."""
        request = Request(
            "POST",
            f"/v1/backups/{segment(backup)}:restore",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.VolumeAccepted)

    def preview_restore_backup(
        self,
        backup: str,
        body: models.BackupRestore,
        *,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `restore_backup` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/backups/{segment(backup)}:restore",
            query={"priority": priority, "block": block, "tenant": tenant, "project": project, "environment": environment, "validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def get_vm_stats(
        self,
        vm: str,
        *,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.VmStats:
        """What a machine uses: processor, memory, disks, network."""
        request = Request(
            "GET",
            f"/v1/vms/{segment(vm)}/stats",
            query={"tenant": tenant, "project": project, "environment": environment},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.VmStats)

    def list_vm_stats(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        datacenter: str | None = None,
        phase: str | None = None,
        name_prefix: str | None = None,
        label_selector: str | None = None,
        updated_since: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.VmStatsPage:
        """What machines use; as Prometheus text, all at once, for who accepts text/plain."""
        request = Request(
            "GET",
            "/v1/vm-stats",
            query={"page_size": page_size, "page_token": page_token, "tenant": tenant, "project": project, "environment": environment, "datacenter": datacenter, "phase": phase, "name_prefix": name_prefix, "label_selector": label_selector, "updated_since": updated_since},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.VmStatsPage)

    def iterate_vm_stats(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        datacenter: str | None = None,
        phase: str | None = None,
        name_prefix: str | None = None,
        label_selector: str | None = None,
        updated_since: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.VmStats]:
        """Every item of `list_vm_stats`, page after page as they are needed."""
        return Items(
            lambda following: self.list_vm_stats(
                page_size=page_size,
                page_token=following or page_token,
                tenant=tenant,
                project=project,
                environment=environment,
                datacenter=datacenter,
                phase=phase,
                name_prefix=name_prefix,
                label_selector=label_selector,
                updated_since=updated_since,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def list_vm_drift(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        datacenter: str | None = None,
        kind: str | None = None,
        state: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.VmDriftPage:
        """List the differences between hypervisors and what was decided about their machines."""
        request = Request(
            "GET",
            "/v1/operator/vm-drift",
            query={"page_size": page_size, "page_token": page_token, "datacenter": datacenter, "kind": kind, "state": state},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.VmDriftPage)

    def iterate_vm_drift(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        datacenter: str | None = None,
        kind: str | None = None,
        state: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.VmDrift]:
        """Every item of `list_vm_drift`, page after page as they are needed."""
        return Items(
            lambda following: self.list_vm_drift(
                page_size=page_size,
                page_token=following or page_token,
                datacenter=datacenter,
                kind=kind,
                state=state,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def explain_placement(
        self,
        vm: str,
        *,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.PlacementDecision:
        """Why a machine is where it is, or nowhere."""
        request = Request(
            "GET",
            f"/v1/operator/vms/{segment(vm)}/placement",
            query={"tenant": tenant, "project": project, "environment": environment},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.PlacementDecision)

    def try_placement(
        self,
        *,
        datacenter: str | None = None,
        vcpus: int | None = None,
        memory_mib: int | None = None,
        restartable: bool | None = None,
        residency: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.PlacementDecision:
        """Where a machine would go now; nothing is reserved."""
        request = Request(
            "GET",
            "/v1/operator/placements:try",
            query={"datacenter": datacenter, "vcpus": vcpus, "memory_mib": memory_mib, "restartable": restartable, "residency": residency},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.PlacementDecision)

    def get_capacity(
        self,
        datacenter: str,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.DatacenterCapacity:
        """What is left of a datacenter, what would be after a loss, and for how long it lasts."""
        request = Request(
            "GET",
            f"/v1/operator/datacenters/{segment(datacenter)}/capacity",
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.DatacenterCapacity)

    def get_supply(
        self,
        datacenter: str,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.DatacenterSupply:
        """Whether a datacenter has room for machines, in one word."""
        request = Request(
            "GET",
            f"/v1/datacenters/{segment(datacenter)}/supply",
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.DatacenterSupply)

    def get_placement_policy(
        self,
        datacenter: str,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.PlacementPolicy:
        """Which hypervisors of a datacenter are filled first."""
        request = Request(
            "GET",
            f"/v1/operator/datacenters/{segment(datacenter)}/placement-policy",
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.PlacementPolicy)

    def update_placement_policy(
        self,
        datacenter: str,
        body: models.PlacementPolicyPatch,
        *,
        if_match: str,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.PlacementPolicy:
        """Decide which hypervisors of a datacenter are filled first; machines stay where they
        are."""
        request = Request(
            "PATCH",
            f"/v1/operator/datacenters/{segment(datacenter)}/placement-policy",
            body=body,
            merge_patch=True,
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.PlacementPolicy)

    def preview_update_placement_policy(
        self,
        datacenter: str,
        body: models.PlacementPolicyPatch,
        *,
        if_match: str,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `update_placement_policy` would do; writes nothing."""
        request = Request(
            "PATCH",
            f"/v1/operator/datacenters/{segment(datacenter)}/placement-policy",
            query={"validate_only": True},
            body=body,
            merge_patch=True,
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def promote_image(
        self,
        image: str,
        body: models.ImagePromotion,
        *,
        datacenter: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.ImageChannel:
        """Let a channel of its family lead to an image version."""
        request = Request(
            "POST",
            f"/v1/operator/images/{segment(image)}:promote",
            query={"datacenter": datacenter},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.ImageChannel)

    def preview_promote_image(
        self,
        image: str,
        body: models.ImagePromotion,
        *,
        datacenter: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `promote_image` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/operator/images/{segment(image)}:promote",
            query={"datacenter": datacenter, "validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def replicate_image(
        self,
        image: str,
        body: models.ImageReplicate,
        *,
        priority: str | None = None,
        block: str | None = None,
        from_: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.ImageAccepted:
        """Copy an image version to another datacenter."""
        request = Request(
            "POST",
            f"/v1/operator/images/{segment(image)}:replicate",
            query={"priority": priority, "block": block, "from": from_},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.ImageAccepted)

    def preview_replicate_image(
        self,
        image: str,
        body: models.ImageReplicate,
        *,
        priority: str | None = None,
        block: str | None = None,
        from_: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `replicate_image` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/operator/images/{segment(image)}:replicate",
            query={"priority": priority, "block": block, "from": from_, "validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def retire_image(
        self,
        image: str,
        body: models.ImageRetire,
        *,
        datacenter: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.ImageRetirement:
        """Let nothing new be made from an image version, and say who uses it."""
        request = Request(
            "POST",
            f"/v1/operator/images/{segment(image)}:retire",
            query={"datacenter": datacenter},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.ImageRetirement)

    def preview_retire_image(
        self,
        image: str,
        body: models.ImageRetire,
        *,
        datacenter: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `retire_image` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/operator/images/{segment(image)}:retire",
            query={"datacenter": datacenter, "validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def reinstate_image(
        self,
        image: str,
        *,
        datacenter: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Image:
        """Take a retirement back."""
        request = Request(
            "POST",
            f"/v1/operator/images/{segment(image)}:reinstate",
            query={"datacenter": datacenter},
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Image)

    def preview_reinstate_image(
        self,
        image: str,
        *,
        datacenter: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `reinstate_image` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/operator/images/{segment(image)}:reinstate",
            query={"datacenter": datacenter, "validate_only": True},
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def list_image_users(
        self,
        image: str,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        datacenter: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.ImageUserPage:
        """List the machines of an image version."""
        request = Request(
            "GET",
            f"/v1/operator/images/{segment(image)}/users",
            query={"page_size": page_size, "page_token": page_token, "datacenter": datacenter},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.ImageUserPage)

    def iterate_image_users(
        self,
        image: str,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        datacenter: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.ImageUser]:
        """Every item of `list_image_users`, page after page as they are needed."""
        return Items(
            lambda following: self.list_image_users(
                image,
                page_size=page_size,
                page_token=following or page_token,
                datacenter=datacenter,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def list_image_channels(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        family: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.ImageChannelPage:
        """List the channels of images."""
        request = Request(
            "GET",
            "/v1/image-channels",
            query={"page_size": page_size, "page_token": page_token, "family": family},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.ImageChannelPage)

    def iterate_image_channels(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        family: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.ImageChannel]:
        """Every item of `list_image_channels`, page after page as they are needed."""
        return Items(
            lambda following: self.list_image_channels(
                page_size=page_size,
                page_token=following or page_token,
                family=family,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def get_image_channel(
        self,
        image_channel: str,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.ImageChannel:
        """Get a channel: family:channel or identifier."""
        request = Request(
            "GET",
            f"/v1/image-channels/{segment(image_channel)}",
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.ImageChannel)

    def revert_image_channel(
        self,
        image_channel: str,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.ImageChannel:
        """Let a channel lead to the version before its latest change again."""
        request = Request(
            "POST",
            f"/v1/operator/image-channels/{segment(image_channel)}:revert",
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.ImageChannel)

    def preview_revert_image_channel(
        self,
        image_channel: str,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `revert_image_channel` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/operator/image-channels/{segment(image_channel)}:revert",
            query={"validate_only": True},
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def delete_image_channel(
        self,
        image_channel: str,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> None:
        """Remove a channel."""
        request = Request(
            "DELETE",
            f"/v1/operator/image-channels/{segment(image_channel)}",
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, type(None))

    def preview_delete_image_channel(
        self,
        image_channel: str,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `delete_image_channel` would do; writes nothing."""
        request = Request(
            "DELETE",
            f"/v1/operator/image-channels/{segment(image_channel)}",
            query={"validate_only": True},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def list_image_keys(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.ImageKeyPage:
        """List the keys whose signatures are believed."""
        request = Request(
            "GET",
            "/v1/operator/image-keys",
            query={"page_size": page_size, "page_token": page_token},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.ImageKeyPage)

    def iterate_image_keys(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.ImageKey]:
        """Every item of `list_image_keys`, page after page as they are needed."""
        return Items(
            lambda following: self.list_image_keys(
                page_size=page_size,
                page_token=following or page_token,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def create_image_key(
        self,
        body: models.ImageKeyCreate,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.ImageKey:
        """Believe the signatures of a key."""
        request = Request(
            "POST",
            "/v1/operator/image-keys",
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.ImageKey)

    def preview_create_image_key(
        self,
        body: models.ImageKeyCreate,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `create_image_key` would do; writes nothing."""
        request = Request(
            "POST",
            "/v1/operator/image-keys",
            query={"validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def delete_image_key(
        self,
        image_key: str,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> None:
        """Believe a key no more."""
        request = Request(
            "DELETE",
            f"/v1/operator/image-keys/{segment(image_key)}",
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, type(None))

    def preview_delete_image_key(
        self,
        image_key: str,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `delete_image_key` would do; writes nothing."""
        request = Request(
            "DELETE",
            f"/v1/operator/image-keys/{segment(image_key)}",
            query={"validate_only": True},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def get_image_policy(
        self,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.ImagePolicy:
        """What is asked of images."""
        request = Request(
            "GET",
            "/v1/operator/image-policy",
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.ImagePolicy)

    def update_image_policy(
        self,
        body: models.ImagePolicyPatch,
        *,
        if_match: str,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.ImagePolicy:
        """Decide what is asked of images."""
        request = Request(
            "PATCH",
            "/v1/operator/image-policy",
            body=body,
            merge_patch=True,
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.ImagePolicy)

    def preview_update_image_policy(
        self,
        body: models.ImagePolicyPatch,
        *,
        if_match: str,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `update_image_policy` would do; writes nothing."""
        request = Request(
            "PATCH",
            "/v1/operator/image-policy",
            query={"validate_only": True},
            body=body,
            merge_patch=True,
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def list_tasks(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        state: str | None = None,
        target: str | None = None,
        parent: str | None = None,
        stuck: bool | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.TaskPage:
        """List tasks, newest first."""
        request = Request(
            "GET",
            "/v1/tasks",
            query={"page_size": page_size, "page_token": page_token, "tenant": tenant, "project": project, "environment": environment, "state": state, "target": target, "parent": parent, "stuck": stuck},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.TaskPage)

    def iterate_tasks(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        state: str | None = None,
        target: str | None = None,
        parent: str | None = None,
        stuck: bool | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.Task]:
        """Every item of `list_tasks`, page after page as they are needed."""
        return Items(
            lambda following: self.list_tasks(
                page_size=page_size,
                page_token=following or page_token,
                tenant=tenant,
                project=project,
                environment=environment,
                state=state,
                target=target,
                parent=parent,
                stuck=stuck,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def queue_tasks(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        target: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.TaskPage:
        """List the tasks that have not ended, oldest first, and what each waits for."""
        request = Request(
            "GET",
            "/v1/tasks:queue",
            query={"page_size": page_size, "page_token": page_token, "tenant": tenant, "project": project, "environment": environment, "target": target},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.TaskPage)

    def iterate_queue_tasks(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        target: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.Task]:
        """Every item of `queue_tasks`, page after page as they are needed."""
        return Items(
            lambda following: self.queue_tasks(
                page_size=page_size,
                page_token=following or page_token,
                tenant=tenant,
                project=project,
                environment=environment,
                target=target,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def get_task(
        self,
        task: str,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Task:
        """Get a task with its steps."""
        request = Request(
            "GET",
            f"/v1/tasks/{segment(task)}",
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Task)

    def wait_task(
        self,
        task: str,
        *,
        timeout: str | None = None,
        changed_since: int | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Task:
        """Wait until the task ends or changes."""
        request = Request(
            "GET",
            f"/v1/tasks/{segment(task)}:wait",
            query={"timeout": timeout, "changed_since": changed_since},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Task)

    def diagnose_task(
        self,
        task: str,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.TaskDiagnosis:
        """Why a task is where it is, and what to do about it."""
        request = Request(
            "GET",
            f"/v1/tasks/{segment(task)}:diagnose",
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.TaskDiagnosis)

    def cancel_task(
        self,
        task: str,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Task:
        """Ask a task to stop and undo what it did."""
        request = Request(
            "POST",
            f"/v1/tasks/{segment(task)}:cancel",
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Task)

    def preview_cancel_task(
        self,
        task: str,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `cancel_task` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/tasks/{segment(task)}:cancel",
            query={"validate_only": True},
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def retry_task(
        self,
        task: str,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Task:
        """Take a failed task up again, as a new one, from the step that failed."""
        request = Request(
            "POST",
            f"/v1/tasks/{segment(task)}:retry",
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Task)

    def preview_retry_task(
        self,
        task: str,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `retry_task` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/tasks/{segment(task)}:retry",
            query={"validate_only": True},
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def prioritize_task(
        self,
        task: str,
        body: models.TaskPrioritize,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Task:
        """Put a task into another lane."""
        request = Request(
            "POST",
            f"/v1/tasks/{segment(task)}:prioritize",
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Task)

    def preview_prioritize_task(
        self,
        task: str,
        body: models.TaskPrioritize,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `prioritize_task` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/tasks/{segment(task)}:prioritize",
            query={"validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def list_workflows(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.WorkflowPage:
        """List the kinds of task, their steps and what each needs."""
        request = Request(
            "GET",
            "/v1/operator/workflows",
            query={"page_size": page_size, "page_token": page_token},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.WorkflowPage)

    def iterate_workflows(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.Workflow]:
        """Every item of `list_workflows`, page after page as they are needed."""
        return Items(
            lambda following: self.list_workflows(
                page_size=page_size,
                page_token=following or page_token,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def get_workflow(
        self,
        workflow: str,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Workflow:
        """One kind of task, its steps and what each needs."""
        request = Request(
            "GET",
            f"/v1/operator/workflows/{segment(workflow)}",
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Workflow)

    def list_dead_letters(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        state: str | None = None,
        service: str | None = None,
        task: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.DeadLetterPage:
        """List messages that could not be taken, newest first."""
        request = Request(
            "GET",
            "/v1/operator/dead-letters",
            query={"page_size": page_size, "page_token": page_token, "state": state, "service": service, "task": task},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.DeadLetterPage)

    def iterate_dead_letters(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        state: str | None = None,
        service: str | None = None,
        task: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.DeadLetter]:
        """Every item of `list_dead_letters`, page after page as they are needed."""
        return Items(
            lambda following: self.list_dead_letters(
                page_size=page_size,
                page_token=following or page_token,
                state=state,
                service=service,
                task=task,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def get_dead_letter(
        self,
        dead_letter: str,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.DeadLetter:
        """Get a message that could not be taken, and why."""
        request = Request(
            "GET",
            f"/v1/operator/dead-letters/{segment(dead_letter)}",
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.DeadLetter)

    def replay_dead_letter(
        self,
        dead_letter: str,
        *,
        if_match: str,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.DeadLetter:
        """Take a message again, once its cause is gone."""
        request = Request(
            "POST",
            f"/v1/operator/dead-letters/{segment(dead_letter)}:replay",
            if_match=if_match,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.DeadLetter)

    def preview_replay_dead_letter(
        self,
        dead_letter: str,
        *,
        if_match: str,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `replay_dead_letter` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/operator/dead-letters/{segment(dead_letter)}:replay",
            query={"validate_only": True},
            if_match=if_match,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def discard_dead_letter(
        self,
        dead_letter: str,
        *,
        if_match: str,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.DeadLetter:
        """Give a message up; its step fails."""
        request = Request(
            "POST",
            f"/v1/operator/dead-letters/{segment(dead_letter)}:discard",
            if_match=if_match,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.DeadLetter)

    def preview_discard_dead_letter(
        self,
        dead_letter: str,
        *,
        if_match: str,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `discard_dead_letter` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/operator/dead-letters/{segment(dead_letter)}:discard",
            query={"validate_only": True},
            if_match=if_match,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def list_audit_entries(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        actor: str | None = None,
        target: str | None = None,
        request_id: str | None = None,
        approval: str | None = None,
        since: str | None = None,
        until: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.AuditEntryPage:
        """List what was changed and by whom, newest first."""
        request = Request(
            "GET",
            "/v1/audit-entries",
            query={"page_size": page_size, "page_token": page_token, "tenant": tenant, "project": project, "environment": environment, "actor": actor, "target": target, "request_id": request_id, "approval": approval, "since": since, "until": until},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.AuditEntryPage)

    def iterate_audit_entries(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        actor: str | None = None,
        target: str | None = None,
        request_id: str | None = None,
        approval: str | None = None,
        since: str | None = None,
        until: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.AuditEntry]:
        """Every item of `list_audit_entries`, page after page as they are needed."""
        return Items(
            lambda following: self.list_audit_entries(
                page_size=page_size,
                page_token=following or page_token,
                tenant=tenant,
                project=project,
                environment=environment,
                actor=actor,
                target=target,
                request_id=request_id,
                approval=approval,
                since=since,
                until=until,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def list_audit_chains(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.AuditChainPage:
        """List how far the chains of audit records reach."""
        request = Request(
            "GET",
            "/v1/operator/audit-chains",
            query={"page_size": page_size, "page_token": page_token},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.AuditChainPage)

    def iterate_audit_chains(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.AuditChain]:
        """Every item of `list_audit_chains`, page after page as they are needed."""
        return Items(
            lambda following: self.list_audit_chains(
                page_size=page_size,
                page_token=following or page_token,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def list_audit_records(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.AuditRecordPage:
        """List the audit records as they are chained."""
        request = Request(
            "GET",
            "/v1/operator/audit-records",
            query={"page_size": page_size, "page_token": page_token},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.AuditRecordPage)

    def iterate_audit_records(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.AuditRecord]:
        """Every item of `list_audit_records`, page after page as they are needed."""
        return Items(
            lambda following: self.list_audit_records(
                page_size=page_size,
                page_token=following or page_token,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def verify_audit(
        self,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.AuditVerdict:
        """Check that the audit log is whole and unchanged."""
        request = Request(
            "GET",
            "/v1/operator/audit:verify",
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.AuditVerdict)

    def list_approvals(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        state: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.ApprovalPage:
        """List what waits for consent, and what has waited; newest first."""
        request = Request(
            "GET",
            "/v1/approvals",
            query={"page_size": page_size, "page_token": page_token, "state": state},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.ApprovalPage)

    def iterate_approvals(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        state: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.Approval]:
        """Every item of `list_approvals`, page after page as they are needed."""
        return Items(
            lambda following: self.list_approvals(
                page_size=page_size,
                page_token=following or page_token,
                state=state,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def get_approval(
        self,
        approval: str,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Approval:
        """Get an approval with what would be carried out."""
        request = Request(
            "GET",
            f"/v1/approvals/{segment(approval)}",
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Approval)

    def approve_approval(
        self,
        approval: str,
        body: models.ApprovalGrant,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Approval:
        """Approve; what was asked for goes on."""
        request = Request(
            "POST",
            f"/v1/approvals/{segment(approval)}:approve",
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Approval)

    def preview_approve_approval(
        self,
        approval: str,
        body: models.ApprovalGrant,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `approve_approval` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/approvals/{segment(approval)}:approve",
            query={"validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def reject_approval(
        self,
        approval: str,
        body: models.ApprovalRefusal,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Approval:
        """Refuse; nothing of what was asked for happens."""
        request = Request(
            "POST",
            f"/v1/approvals/{segment(approval)}:reject",
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Approval)

    def preview_reject_approval(
        self,
        approval: str,
        body: models.ApprovalRefusal,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `reject_approval` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/approvals/{segment(approval)}:reject",
            query={"validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def withdraw_approval(
        self,
        approval: str,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Approval:
        """Take back what you asked for; nothing of it happens."""
        request = Request(
            "POST",
            f"/v1/approvals/{segment(approval)}:withdraw",
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Approval)

    def preview_withdraw_approval(
        self,
        approval: str,
        *,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `withdraw_approval` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/approvals/{segment(approval)}:withdraw",
            query={"validate_only": True},
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def get_approval_policy(
        self,
        tenant: str,
        *,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.ApprovalPolicy:
        """Get what needs an approval in a tenant, beyond what needs one everywhere."""
        request = Request(
            "GET",
            f"/v1/tenants/{segment(tenant)}/approval-policy",
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.ApprovalPolicy)

    def update_approval_policy(
        self,
        tenant: str,
        body: models.ApprovalPolicyPatch,
        *,
        if_match: str,
        priority: str | None = None,
        block: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.ApprovalPolicyAccepted:
        """Change what needs an approval in a tenant; asking for less waits for an approval
        itself."""
        request = Request(
            "PATCH",
            f"/v1/operator/tenants/{segment(tenant)}/approval-policy",
            query={"priority": priority, "block": block},
            body=body,
            merge_patch=True,
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.ApprovalPolicyAccepted)

    def preview_update_approval_policy(
        self,
        tenant: str,
        body: models.ApprovalPolicyPatch,
        *,
        if_match: str,
        priority: str | None = None,
        block: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `update_approval_policy` would do; writes nothing."""
        request = Request(
            "PATCH",
            f"/v1/operator/tenants/{segment(tenant)}/approval-policy",
            query={"priority": priority, "block": block, "validate_only": True},
            body=body,
            merge_patch=True,
            if_match=if_match,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def raise_tenant_quotas(
        self,
        tenant: str,
        body: models.QuotaRaise,
        *,
        priority: str | None = None,
        block: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.TenantAccepted:
        """Set a tenant's limits; waits for an approval where they pass its ceiling."""
        request = Request(
            "POST",
            f"/v1/operator/tenants/{segment(tenant)}:raise-quotas",
            query={"priority": priority, "block": block},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.TenantAccepted)

    def preview_raise_tenant_quotas(
        self,
        tenant: str,
        body: models.QuotaRaise,
        *,
        priority: str | None = None,
        block: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `raise_tenant_quotas` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/operator/tenants/{segment(tenant)}:raise-quotas",
            query={"priority": priority, "block": block, "validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def purge_tenant(
        self,
        tenant: str,
        body: models.ScopePurge,
        *,
        priority: str | None = None,
        block: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.TenantAccepted:
        """Delete a tenant with its projects and environments; waits for an approval."""
        request = Request(
            "POST",
            f"/v1/operator/tenants/{segment(tenant)}:purge",
            query={"priority": priority, "block": block},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.TenantAccepted)

    def preview_purge_tenant(
        self,
        tenant: str,
        body: models.ScopePurge,
        *,
        priority: str | None = None,
        block: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `purge_tenant` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/operator/tenants/{segment(tenant)}:purge",
            query={"priority": priority, "block": block, "validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def purge_project(
        self,
        project: str,
        body: models.ScopePurge,
        *,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.ProjectAccepted:
        """Delete a project with its environments; waits for an approval."""
        request = Request(
            "POST",
            f"/v1/projects/{segment(project)}:purge",
            query={"priority": priority, "block": block, "tenant": tenant},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.ProjectAccepted)

    def preview_purge_project(
        self,
        project: str,
        body: models.ScopePurge,
        *,
        priority: str | None = None,
        block: str | None = None,
        tenant: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `purge_project` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/projects/{segment(project)}:purge",
            query={"priority": priority, "block": block, "tenant": tenant, "validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def list_shared_networks(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.SharedNetworkPage:
        """List the networks of others that machines may be attached to."""
        request = Request(
            "GET",
            "/v1/shared-networks",
            query={"page_size": page_size, "page_token": page_token, "tenant": tenant, "project": project},
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.SharedNetworkPage)

    def iterate_shared_networks(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        tenant: str | None = None,
        project: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> Items[models.SharedNetwork]:
        """Every item of `list_shared_networks`, page after page as they are needed."""
        return Items(
            lambda following: self.list_shared_networks(
                page_size=page_size,
                page_token=following or page_token,
                tenant=tenant,
                project=project,
                on_reply=on_reply,
                answer_within=answer_within,
            )
        )

    def share_network(
        self,
        network: str,
        body: models.NetworkShare,
        *,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.SharedNetwork:
        """Let machines of another tenant or project be attached to a network."""
        request = Request(
            "POST",
            f"/v1/operator/networks/{segment(network)}:share",
            query={"tenant": tenant, "project": project, "environment": environment},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.SharedNetwork)

    def preview_share_network(
        self,
        network: str,
        body: models.NetworkShare,
        *,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `share_network` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/operator/networks/{segment(network)}:share",
            query={"tenant": tenant, "project": project, "environment": environment, "validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def unshare_network(
        self,
        network: str,
        body: models.NetworkShare,
        *,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.SharedNetwork:
        """Let no further machines of another tenant or project be attached to a network."""
        request = Request(
            "POST",
            f"/v1/operator/networks/{segment(network)}:unshare",
            query={"tenant": tenant, "project": project, "environment": environment},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.SharedNetwork)

    def preview_unshare_network(
        self,
        network: str,
        body: models.NetworkShare,
        *,
        tenant: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `unshare_network` would do; writes nothing."""
        request = Request(
            "POST",
            f"/v1/operator/networks/{segment(network)}:unshare",
            query={"tenant": tenant, "project": project, "environment": environment, "validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)

    def request_project(
        self,
        body: models.ProjectRequest,
        *,
        priority: str | None = None,
        block: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.ProjectAccepted:
        """Ask for a project with its first environment; waits for an approval where you may not
        create one."""
        request = Request(
            "POST",
            "/v1/projects:request",
            query={"priority": priority, "block": block},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.ProjectAccepted)

    def preview_request_project(
        self,
        body: models.ProjectRequest,
        *,
        priority: str | None = None,
        block: str | None = None,
        idempotency_key: str | None = None,
        on_reply: Callable[[Reply], None] | None = None,
        answer_within: float | None = None,
    ) -> models.Preview:
        """What `request_project` would do; writes nothing."""
        request = Request(
            "POST",
            "/v1/projects:request",
            query={"priority": priority, "block": block, "validate_only": True},
            body=body,
            merge_patch=False,
            idempotency_key=idempotency_key,
            on_reply=on_reply,
            answer_within=answer_within,
        )
        return self._send(request, models.Preview)
