"""Drives one machine's life against a running server, and prints each step when it is done.

The build runs it; the steps and their order are those of SdkIntegrationTest, in every language.
"""

import os
import ssl
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone

from dataverket import ApiError, Client, Reply, TaskFailedError, TaskTimeoutError, etag
from dataverket.models import (
    EnvironmentCreate,
    NetworkAttachment,
    NetworkCreate,
    Phase,
    ProjectCreate,
    Role,
    TenantCreate,
    VmCreate,
    VmPatch,
    VmStop,
)


def done(step: str) -> None:
    print(step, flush=True)


def check(holds: bool, seen: object) -> None:
    if not holds:
        raise AssertionError(f"unexpected: {seen}")


def refusal(call: Callable[[], object], status: int, code: str) -> ApiError:
    """What the call is refused with."""
    try:
        call()
    except ApiError as error:
        check((error.status, error.code) == (status, code), error)
        return error
    raise AssertionError("not refused")


client = Client(
    os.environ["DV_ENDPOINT"],
    os.environ["DV_TOKEN"],
    tls=ssl.create_default_context(cafile=os.environ["DV_CA"]),
)

me = client.who_am_i()
check(me.roles[0].role == Role.PLATFORM_OPERATOR, me)
done("who am I")

tenant = client.create_tenant(TenantCreate(name="life-python"))
project = client.create_project(ProjectCreate(name="shop", tenant=tenant.id))
environment = client.create_environment(EnvironmentCreate(name="prod", tenant=tenant.id, project=project.id))
done("tenant, project, environment")

network = client.create_network(
    NetworkCreate(
        name="net", tenant=tenant.id, project=project.id, environment=environment.id, datacenter="lab1"
    )
)
client.await_success(network.task.id)
done("network")

body = VmCreate(
    name="web",
    tenant=tenant.id,
    project=project.id,
    environment=environment.id,
    datacenter="lab1",
    image="tiny",
    networks=[NetworkAttachment(network=network.resource.id)],
    labels={"tier": "web"},
)
invalid = refusal(lambda: client.create_vm(replace(body, name="Not A Name", vcpus=0)), 422, "VALIDATION_FAILED")
violations = invalid.problem.violations or []
check(len(violations) == 2 and violations[0].pointer == "/name", violations)
check(not invalid.retryable and invalid.hint != "", invalid.problem)
check(invalid.request_id == invalid.reply.request_id, invalid.problem)
done("validation error")

preview = client.preview_create_vm(body)
check(bool(preview.would_create and preview.steps), preview)
check(client.list_vms(tenant=tenant.id).items == [], "a machine")
done("preview")

KEY = "0c9e8d8e-7d3f-4f57-9a3b-6f2d8c1b4a03"
created = client.create_vm(body, idempotency_key=KEY)
client.await_success(created.task.id)
id = created.resource.id
vm = client.get_vm(id)
check(vm.status.phase == Phase.RUNNING and vm.labels["tier"] == "web", vm)
check(datetime.now(timezone.utc) - vm.created_at < timedelta(hours=1), vm.created_at)
done("create")

replies: list[Reply] = []
again = client.create_vm(body, idempotency_key=KEY, on_reply=replies.append)
check(again.task.id == created.task.id and replies.pop().replayed, again)
done("same key")

refusal(lambda: client.create_vm(body), 409, "NAME_TAKEN")
done("conflict")

old = etag(vm)
client.get_vm(
    "web", tenant=tenant.id, project=project.id, environment=environment.id, on_reply=replies.append
)
check(replies[0].etag == old and replies[0].request_id is not None, replies)
changed = client.update_vm(id, VmPatch(labels={"tier": "front"}), if_match=old)
check(changed.labels["tier"] == "front" and changed.generation > vm.generation, changed)
done("update")

refusal(lambda: client.update_vm(id, VmPatch(deletion_protection=True), if_match=old), 412, "IF_MATCH_FAILED")
done("stale ETag")

client.await_success(client.stop_vm(id, VmStop()).task.id)
check(client.get_vm(id).status.phase == Phase.STOPPED, id)
done("stop")

client.await_success(client.start_vm(id).task.id)
vm = client.get_vm(id)
check(vm.status.phase == Phase.RUNNING, vm)
done("start")

tasks = client.iterate_tasks(page_size=1, target=id)
kinds = [task.kind for task in tasks]
check(len(kinds) == 3 and not tasks.unreachable, kinds)
done("pages")

client.await_success(client.delete_vm(id, if_match=etag(vm)).task.id)
refusal(lambda: client.get_vm(id), 404, "RESOURCE_NOT_FOUND")
done("delete")

check(
    refusal(lambda: client.get_datacenter("without-retry-after"), 503, "DEPENDENCY_UNAVAILABLE").retryable,
    "not retryable",
)
done("503 without Retry-After")

check(client.get_task("task_later").state == "HIBERNATING", "another state")
done("answer of a later server")

try:
    client.await_success("task_later", within=1)
    raise AssertionError("it ended")
except TaskTimeoutError as timeout:
    check(timeout.task.state == "HIBERNATING", timeout)
done("task that does not end in time")

try:
    client.await_success("task_failed")
    raise AssertionError("it succeeded")
except TaskFailedError as failed:
    check(failed.task.error is not None and failed.task.error.code == "NO_CAPACITY", failed)
done("task that failed")

client.await_success(client.delete_network(network.resource.id, if_match=etag(network.resource)).task.id)
client.delete_environment(environment.id, if_match=etag(environment))
client.delete_project(project.id, if_match=etag(project))
client.delete_tenant(tenant.id, if_match=etag(tenant))
done("nothing is left")
