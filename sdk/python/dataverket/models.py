# Code generated from contract/openapi.yaml by sdk/generator. DO NOT EDIT.

"""The resources and bodies of the API."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

#: The version of the API that this package speaks.
API_VERSION: Final = "1.1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Affected:
    """`Affected` of the API."""

    key: str
    """Key."""

    effect: str
    """How badly."""

    because: str
    """Why, as a relation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AffectedHypervisor:
    """`AffectedHypervisor` of the API."""

    name: str
    """Name."""

    datacenter: str
    """Datacenter."""

    effect: str
    """How badly."""

    registered: bool
    """Whether it is registered, and not only declared on a device."""

    vms: int
    """Machines placed on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AffectedTenant:
    """`AffectedTenant` of the API."""

    tenant: str
    """Tenant."""

    name: str
    """Its name."""

    vms_lost: int
    """Machines that go."""

    vms_reduced: int
    """Machines that stay, with less left to lose."""


class AgentState:
    """Known values; later servers may send others."""

    ANSWERS: Final = "ANSWERS"
    SILENT: Final = "SILENT"
    ABSENT: Final = "ABSENT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """`Approval` of the API."""

    id: str
    """Identifier."""

    action: str
    """What was asked for."""

    subject: str
    """Resource that it is about."""

    subject_name: str
    """Its name."""

    subject_generation: int
    """Generation of the resource that was looked at."""

    hash: str
    """SHA-256 of request, effects and the resource's generation, hexadecimal: what is approved."""

    request: str
    """The request as it is carried out."""

    body_: str
    """The body of the request, as JSON text; empty where it has none."""

    effects: Preview
    """What it does, found by carrying it out and taking it back when it was asked for."""

    blast_radius: BlastRadius
    """How much it can break."""

    automation_class: str
    """How many people must have looked."""

    cause: str
    """Why it needs an approval."""

    requested_by: str
    """Who asked."""

    requested_by_id: str
    """Their principal."""

    state: str
    """State."""

    eligible: str
    """Least role that decides, where the request would have effect."""

    approvers_needed: int
    """Approvals that it takes."""

    decisions: list[Decision]
    """Decisions so far."""

    task: str
    """Task that waits, and goes on by itself."""

    created_at: datetime
    """When it was asked."""

    expires_at: datetime
    """When it ends undecided."""

    runbook: str
    """Runbook for those who decide."""

    tenant: str | None = None
    """Tenant."""

    project: str | None = None
    """Project."""

    reason: str | None = None
    """What the one who asked says."""

    finished_at: datetime | None = None
    """When it reached a final state."""

    error: Problem | None = None
    """Why it could not be carried out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalGrant:
    """`ApprovalGrant` of the API."""

    hash: str
    """Hash of what was looked at; refused where it is not what would be carried out."""

    comment: str | None = None
    """What the others shall know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalPage:
    """`ApprovalPage` of the API."""

    items: list[Approval]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalPolicy:
    """`ApprovalPolicy` of the API."""

    tenant: str
    """Tenant."""

    quota_ceiling: Quotas
    """Up to where the tenant's limits are raised without an approval; what is absent has no such
    ceiling."""

    deletions: str
    """Least class of deleting machines, networks and projects: raises what is computed, never
    lowers it."""

    generation: int
    """Rises with each change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalPolicyAccepted:
    """`ApprovalPolicyAccepted` of the API."""

    resource: ApprovalPolicy
    """The resource, visible from now on."""

    task: Task
    """The task that carries the work; follow it with :wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalPolicyPatch:
    """`ApprovalPolicyPatch` of the API."""

    quota_ceiling: QuotasPatch | None = None
    """Up to where the tenant's limits are raised without an approval."""

    deletions: str | None = None
    """Least class of deleting machines, networks and projects."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalRefusal:
    """`ApprovalRefusal` of the API."""

    reason: str
    """Why; the one who asked reads it."""


class ApprovalState:
    """Known values; later servers may send others."""

    PENDING: Final = "PENDING"
    APPROVED: Final = "APPROVED"
    CARRIED_OUT: Final = "CARRIED_OUT"
    REJECTED: Final = "REJECTED"
    EXPIRED: Final = "EXPIRED"
    VOID: Final = "VOID"
    WITHDRAWN: Final = "WITHDRAWN"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditChain:
    """`AuditChain` of the API."""

    number: int
    """Number of the chain."""

    length: int
    """How many records it has."""

    head: str
    """Hash of the last one, hexadecimal; of an empty chain, the hash that it begins with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditChainPage:
    """`AuditChainPage` of the API."""

    items: list[AuditChain]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditChange:
    """`AuditChange` of the API."""

    field: str
    """JSON pointer (RFC 6901) into the resource."""

    before: str | None = None
    """What it was; absent where it was not there. A secret is never told."""

    after: str | None = None
    """What it became; absent where it is gone. A secret is never told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """`AuditEntry` of the API."""

    id: str
    """Identifier."""

    at: datetime
    """When."""

    actor: str
    """Who."""

    action: str
    """What was done."""

    target_name: str
    """Its name."""

    request_id: str
    """Request."""

    outcome: str
    """Outcome so far."""

    changes: list[AuditChange]
    """What was changed, field by field."""

    target: str | None = None
    """To what."""

    tenant: str | None = None
    """Tenant."""

    project: str | None = None
    """Project."""

    environment: str | None = None
    """Environment."""

    task: str | None = None
    """Task, where the change takes time."""

    actor_id: str | None = None
    """Principal of the actor; absent for what a task did by itself."""

    approval: str | None = None
    """Approval that allowed it, where one was needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntryPage:
    """`AuditEntryPage` of the API."""

    items: list[AuditEntry]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRecord:
    """`AuditRecord` of the API."""

    chain: int
    """Chain."""

    position: int
    """Place in the chain, from 1, without gaps."""

    previous: str
    """Hash of the record before it in the chain, hexadecimal."""

    hash: str
    """Hash of this record, hexadecimal."""

    record: str
    """The entry as JSON text, to the byte as it was hashed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRecordPage:
    """`AuditRecordPage` of the API."""

    items: list[AuditRecord]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditVerdict:
    """`AuditVerdict` of the API."""

    intact: bool
    """Whether every record is there, unchanged and in its place."""

    records: int
    """Records that were looked at."""

    chains: list[AuditChain]
    """The chains as they were looked at."""

    flaws: list[Flaw]
    """What is wrong, at most 1000 of them."""


class AutomationClass:
    """Known values; later servers may send others."""

    AUTO: Final = "AUTO"
    AUTO_WITH_NOTICE: Final = "AUTO_WITH_NOTICE"
    ONE_APPROVAL: Final = "ONE_APPROVAL"
    FOUR_EYES: Final = "FOUR_EYES"
    MANUAL_ONLY: Final = "MANUAL_ONLY"


class Availability:
    """Known values; later servers may send others."""

    SELF_SERVICE: Final = "SELF_SERVICE"
    ON_APPROVAL: Final = "ON_APPROVAL"
    OPERATOR_GATED: Final = "OPERATOR_GATED"
    DISABLED: Final = "DISABLED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """`Backup` of the API."""

    id: str
    """Identifier."""

    name: str
    """Name."""

    tenant: str
    """Tenant."""

    project: str
    """Project."""

    environment: str
    """Environment."""

    datacenter: str
    """Datacenter."""

    labels: dict[str, str]
    """Labels."""

    volume: str
    """Volume that it is of, which may be gone."""

    volume_name: str
    """Name of that volume."""

    size_gib: int
    """Size of the volume then, GiB."""

    generation: int
    """Rises with each desired change."""

    created_at: datetime
    """When it was asked for; nothing was written to the volume from then on until it was taken."""

    status: BackupStatus
    """What is true now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupAccepted:
    """`BackupAccepted` of the API."""

    resource: Backup
    """The resource, visible from now on."""

    task: Task
    """The task that carries the work; follow it with :wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupCreate:
    """`BackupCreate` of the API."""

    name: str
    """Name, unique in the environment."""

    volume: str
    """Volume of the environment, by name or identifier."""

    project: str
    """Project, by name or identifier."""

    environment: str
    """Environment, by name or identifier."""

    tenant: str | None = None
    """Tenant, by name or identifier; may be left out by an actor of one tenant."""

    labels: dict[str, str] | None = None
    """Labels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupPage:
    """`BackupPage` of the API."""

    items: list[Backup]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupRestore:
    """`BackupRestore` of the API."""

    name: str
    """Name of the new volume, unique in the environment."""

    labels: dict[str, str] | None = None
    """Labels of the new volume."""

    deletion_protection: bool | None = None
    """Whether the new volume refuses deletion. Default: false."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupStatus:
    """`BackupStatus` of the API."""

    phase: str
    """Phase."""

    conditions: list[Condition]
    """Conditions."""

    stored_bytes: int
    """What of the volume was not empty, bytes."""

    reconciling: bool
    """Whether a task is changing it."""

    blocked_on: list[Blocker]
    """What its task waits for."""

    digest: str | None = None
    """SHA-256 of its manifest, which lists the SHA-256 of each block; a restore checks both."""

    task: str | None = None
    """Task that changes it now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlastRadius:
    """`BlastRadius` of the API."""

    reach: str
    """How much of the platform it touches."""

    reversible: bool
    """Whether another action takes it back."""

    data_risk: str
    """What is at stake for those who use what it touches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocker:
    """`Blocker` of the API."""

    dependency: str
    """Name of the dependency."""

    cause: str
    """Why it can't be used."""

    since: datetime
    """Since when."""

    retry_meaningful: bool
    """Whether trying again by hand would help; it continues by itself."""

    runbook: str
    """Runbook for the operator."""

    kind: str
    """What kind of thing it is."""

    tasks: list[str]
    """Tasks that are waited for, where the kind is TASKS."""

    step: str | None = None
    """Step that waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityAfterLoss:
    """`CapacityAfterLoss` of the API."""

    level: str
    """Level of the failure domain."""

    domain: str
    """Its name."""

    vcpus: int
    """Virtual CPUs that stay free; negative where not all machines can run."""

    memory_mib: int
    """Memory that stays free, MiB; negative where not all machines can run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityAmount:
    """`CapacityAmount` of the API."""

    used: int
    """In use."""

    most: int
    """In all."""


class CapacityLimit:
    """Known values; later servers may send others."""

    VCPUS: Final = "VCPUS"
    MEMORY: Final = "MEMORY"


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityOutlook:
    """`CapacityOutlook` of the API."""

    days: int
    """Days of history that this is made of."""

    explanation: str
    """How it was found, or why there is no number."""

    days_to_full: int | None = None
    """Days until no room is left to promise; absent where that can't be said."""

    limited_by: str | None = None
    """What runs out first; absent where nothing does."""

    vcpus_per_week: int | None = None
    """Virtual CPUs that are promised more each week; absent where there is no clear growth."""

    memory_mib_per_week: int | None = None
    """Memory that is promised more each week, MiB; absent where there is no clear growth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelChange:
    """`ChannelChange` of the API."""

    version: str
    """Version since then."""

    revert: bool
    """Whether it was taken back by it."""

    by: str
    """Who did it."""

    at: datetime
    """When."""

    previous: str | None = None
    """Version before."""

    reason: str | None = None
    """Why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """`Condition` of the API."""

    type: str
    """What is stated."""

    status: bool
    """Whether it holds."""

    reason: str
    """Why, as one word."""

    message: str
    """Why, for people."""

    since: datetime
    """Since when."""

    runbook: str | None = None
    """Runbook, where an operator can act."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsoleClose:
    """`ConsoleClose` of the API."""

    session: str
    """Session."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsoleInput:
    """`ConsoleInput` of the API."""

    session: str
    """Session."""

    offset: int
    """How many bytes were typed in the session before these."""

    data: str
    """The bytes in Base64, at most 4096 of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsoleLog:
    """`ConsoleLog` of the API."""

    text: str
    """The text; bytes that are not UTF-8 are replaced."""

    next_offset: int
    """Send this as offset for what comes next, bytes."""

    size: int
    """Length of the log now, bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsoleOpen:
    """`ConsoleOpen` of the API."""

    take_over: bool | None = None
    """End the session of somebody else who is at this console. Default: false: it is refused while
    somebody is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsoleOutput:
    """`ConsoleOutput` of the API."""

    offset: int
    """Position of the first byte in the session; more than was asked for where the reader was too
    slow."""

    data: str
    """The bytes in Base64, as the machine wrote them; empty where nothing came in time."""

    next_offset: int
    """Send this as offset for what comes next."""

    open: bool
    """Whether the session goes on; what it showed last may still have to be read."""

    ended: str | None = None
    """Why it ended; null while it goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsoleSession:
    """`ConsoleSession` of the API."""

    id: str
    """Identifier; it is sent with all that is done in the session."""

    vm: str
    """Machine."""

    opened_by: str
    """Who opened it."""

    opened_at: datetime
    """When it was opened."""

    idle_seconds: int
    """It ends when nothing was typed for so long, seconds."""

    unread_seconds: int
    """It ends when nobody read it for so long, seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsoleTyped:
    """`ConsoleTyped` of the API."""

    next_offset: int
    """How many bytes of the session the machine has taken; send what is after them again, from
    there."""


class DataRisk:
    """Known values; later servers may send others."""

    NONE: Final = "NONE"
    INTERRUPTION: Final = "INTERRUPTION"
    LOSS: Final = "LOSS"


@dataclass(frozen=True, slots=True, kw_only=True)
class Datacenter:
    """`Datacenter` of the API."""

    id: str
    """Identifier."""

    name: str
    """Name."""

    description: str
    """What and where it is."""

    created_at: datetime
    """When it was registered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatacenterCapacity:
    """`DatacenterCapacity` of the API."""

    datacenter: str
    """Datacenter."""

    supply: str
    """How much room there is, as tenants are told."""

    hypervisors: int
    """Hypervisors."""

    usable: int
    """Hypervisors that take machines and answer; what follows is of these."""

    vcpus: int
    """Virtual CPUs that may be promised."""

    vcpus_reserved: int
    """Virtual CPUs promised."""

    memory_mib: int
    """Memory that may be promised, MiB."""

    memory_mib_reserved: int
    """Memory promised, MiB."""

    largest: list[PlaceableShape]
    """The largest machines that have a place now: by memory, and by virtual CPUs where that is
    another."""

    after_loss: list[CapacityAfterLoss]
    """For each level that is known, the loss that leaves least."""

    outlook: CapacityOutlook
    """When it is full, if it goes on as it did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatacenterCard:
    """`DatacenterCard` of the API."""

    name: str
    """Name."""

    description: str
    """What and where it is."""

    vcpus: CapacityAmount
    """Virtual CPUs: promised, and in all."""

    memory_mib: CapacityAmount
    """Memory, MiB: promised, and in all."""

    hypervisors: dict[str, int]
    """Hypervisors by phase."""

    vms: dict[str, int]
    """Machines by phase."""

    inventory: dict[str, int]
    """Declared elements by kind."""

    drift: dict[str, int]
    """Open differences between inventory and observation, by severity."""

    pending_trust_changes: int
    """Trust changes that wait for a second operator, everywhere."""

    tasks: dict[str, int]
    """Unfinished tasks by state."""

    services: list[Part]
    """Services, database and bus."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatacenterCreate:
    """`DatacenterCreate` of the API."""

    name: str
    """Name, unique."""

    description: str | None = None
    """What and where it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatacenterPage:
    """`DatacenterPage` of the API."""

    items: list[Datacenter]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatacenterSupply:
    """`DatacenterSupply` of the API."""

    datacenter: str
    """Datacenter."""

    supply: str
    """How much room there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadLetter:
    """`DeadLetter` of the API."""

    id: str
    """Identifier."""

    service: str
    """Service that holds it."""

    subject: str
    """Subject that it came on."""

    state: str
    """Whether it is held, or what became of it."""

    cause: str
    """Why it could not be taken."""

    content: str
    """The message, as JSON text; secrets are left out, and so is what could not be read."""

    times_seen: int
    """How often it came."""

    first_seen: datetime
    """When it came first."""

    last_seen: datetime
    """When it came last."""

    runbook: str
    """Runbook for the operator."""

    task: str | None = None
    """Task that it belongs to, if that can be read."""

    step: str | None = None
    """Step of the task."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadLetterPage:
    """`DeadLetterPage` of the API."""

    items: list[DeadLetter]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


class DeadLetterState:
    """Known values; later servers may send others."""

    OPEN: Final = "OPEN"
    REPLAYED: Final = "REPLAYED"
    DISCARDED: Final = "DISCARDED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """`Decision` of the API."""

    by: str
    """Who."""

    by_id: str
    """Their principal."""

    at: datetime
    """When."""

    approves: bool
    """Whether they approve."""

    comment: str | None = None
    """What they say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependency:
    """`Dependency` of the API."""

    service: str
    """Service."""

    up: bool
    """Whether it can be used."""

    since: datetime
    """Since when."""

    cause: str
    """Why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """`Device` of the API."""

    id: str
    """Identifier."""

    key: str
    """Key, as the graph names it."""

    name: str
    """Name, unique in the datacenter."""

    datacenter: str
    """Datacenter."""

    type: str
    """SERVER, SWITCH, ROUTER, PDU, STORAGE, FIREWALL or OTHER."""

    powered_by: list[str]
    """Keys of what powers it."""

    domains: list[str]
    """Failure domains that it shares its fate with, by trusted declarations only."""

    trust: str
    """How far this may be relied on."""

    rack: str | None = None
    """Rack that it is mounted in."""

    position: int | None = None
    """Lowest rack unit that it takes."""

    height: int | None = None
    """Height in rack units."""

    face: str | None = None
    """FRONT, REAR or BOTH faces of the rack."""

    vendor: str | None = None
    """Maker."""

    model: str | None = None
    """Model."""

    serial: str | None = None
    """Serial number."""

    asset_tag: str | None = None
    """Asset tag."""

    role: str | None = None
    """What it is there for."""

    hostname: str | None = None
    """Its own name for itself."""

    cpus: int | None = None
    """Logical processors."""

    memory_mib: int | None = None
    """Memory, MiB."""

    hypervisor: str | None = None
    """Hypervisor that runs on it."""

    description: str | None = None
    """What it is, for people."""

    confirmed_at: datetime | None = None
    """When a complete observation last agreed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceLink:
    """`DeviceLink` of the API."""

    id: str
    """Identifier."""

    key: str
    """Key, as the graph names it."""

    name: str
    """Cable id, unique in the datacenter."""

    datacenter: str
    """Datacenter."""

    a: str
    """Key of the port at one end."""

    b: str
    """Key of the port at the other end."""

    trust: str
    """How far this may be relied on."""

    description: str | None = None
    """What it is, for people."""

    confirmed_at: datetime | None = None
    """When a complete observation last agreed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceLinkPage:
    """`DeviceLinkPage` of the API."""

    items: list[DeviceLink]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DevicePage:
    """`DevicePage` of the API."""

    items: list[Device]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DevicePort:
    """`DevicePort` of the API."""

    id: str
    """Identifier."""

    key: str
    """Key, as the graph names it."""

    name: str
    """Name, unique on the device."""

    datacenter: str
    """Datacenter."""

    device: str
    """Device."""

    trust: str
    """How far this may be relied on."""

    form: str | None = None
    """Form, as in RJ45, SFP28, QSFP28, C13."""

    speed_mbps: int | None = None
    """Speed, Mbit/s."""

    mac: str | None = None
    """Hardware address."""

    confirmed_at: datetime | None = None
    """When a complete observation last agreed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DevicePortPage:
    """`DevicePortPage` of the API."""

    items: list[DevicePort]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DiskStats:
    """`DiskStats` of the API."""

    name: str
    """Name at the hypervisor; the root disk is vda."""

    read_bytes: int
    """Read, bytes."""

    reads: int
    """Reads."""

    written_bytes: int
    """Written, bytes."""

    writes: int
    """Writes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """`Drift` of the API."""

    id: str
    """Identifier."""

    subject: str
    """Key of what differs."""

    datacenter: str
    """Datacenter."""

    difference: str
    """How it differs."""

    severity: str
    """How much depends on it."""

    state: str
    """What was decided about it."""

    since: datetime
    """Since when it differs, as far as was seen."""

    observed_at: datetime
    """When it was last seen to differ."""

    source: str
    """Who or what saw it."""

    runbook: str
    """Runbook."""

    field: str | None = None
    """Field that differs; absent where the whole subject is missing or extra."""

    declared: str | None = None
    """Value that was declared."""

    observed: str | None = None
    """Value that was observed."""

    ignored_until: datetime | None = None
    """Until when it is ignored."""

    reason: str | None = None
    """Why that was decided."""

    trust_change: str | None = None
    """Trust change that waits for a second operator."""


class DriftAction:
    """Known values; later servers may send others."""

    REPAIR: Final = "REPAIR"
    REPORT: Final = "REPORT"


@dataclass(frozen=True, slots=True, kw_only=True)
class DriftIgnore:
    """`DriftIgnore` of the API."""

    until: datetime
    """Until when; at most a year ahead."""

    reason: str
    """Why."""


class DriftKind:
    """Known values; later servers may send others."""

    MISSING: Final = "MISSING"
    EXTRA: Final = "EXTRA"
    DIFFERENT: Final = "DIFFERENT"


@dataclass(frozen=True, slots=True, kw_only=True)
class DriftPage:
    """`DriftPage` of the API."""

    items: list[Drift]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DriftReject:
    """`DriftReject` of the API."""

    reason: str
    """Why."""


class DriftSeverity:
    """Known values; later servers may send others."""

    LOW: Final = "LOW"
    MEDIUM: Final = "MEDIUM"
    HIGH: Final = "HIGH"


class DriftState:
    """Known values; later servers may send others."""

    OPEN: Final = "OPEN"
    IGNORED: Final = "IGNORED"
    REJECTED: Final = "REJECTED"
    PENDING_APPROVAL: Final = "PENDING_APPROVAL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """`Environment` of the API."""

    id: str
    """Identifier."""

    name: str
    """Name."""

    tenant: str
    """Tenant."""

    project: str
    """Project."""

    description: str
    """What it is for."""

    labels: dict[str, str]
    """Labels."""

    quotas: Quotas
    """Limits."""

    usage: Quotas
    """Use, in the same units as the limits."""

    deletion_protection: bool
    """Refuses deletion while true."""

    generation: int
    """Rises with each change."""

    created_at: datetime
    """When it was created."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvironmentAccepted:
    """`EnvironmentAccepted` of the API."""

    resource: Environment
    """The resource, visible from now on."""

    task: Task
    """The task that carries the work; follow it with :wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvironmentCreate:
    """`EnvironmentCreate` of the API."""

    name: str
    """Name, unique in its parent."""

    project: str
    """Project, by name or identifier."""

    tenant: str | None = None
    """Tenant, by name or identifier; may be left out by an actor of one tenant."""

    description: str | None = None
    """What it is for."""

    labels: dict[str, str] | None = None
    """Labels."""

    quotas: Quotas | None = None
    """Limits."""

    deletion_protection: bool | None = None
    """Refuses deletion while true."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvironmentPage:
    """`EnvironmentPage` of the API."""

    items: list[Environment]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Execution:
    """`Execution` of the API."""

    step: str
    """Step."""

    service: str
    """Service."""

    state: str
    """State."""

    attempts: int
    """How often it was tried."""

    sends: int
    """How often the present command was sent."""

    taken: bool
    """Whether the bus has taken it."""

    last_heard_at: datetime | None = None
    """When it was last sent or reported on."""

    expires_at: datetime | None = None
    """When the present try counts as lost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureDomain:
    """`FailureDomain` of the API."""

    id: str
    """Identifier."""

    key: str
    """Key, as the graph names it."""

    kind: str
    """Level of the tree (REGION to RACK), or kind of set, as POWER_FEED."""

    name: str
    """Name."""

    members: list[str]
    """Keys of the members of a set."""

    trust: str
    """How far this may be relied on."""

    datacenter: str | None = None
    """Datacenter; a region has none."""

    parent: str | None = None
    """Key of the next level up; sets have none."""

    description: str | None = None
    """What it is, for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureDomainPage:
    """`FailureDomainPage` of the API."""

    items: list[FailureDomain]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


class FenceMeans:
    """Known values; later servers may send others."""

    POWER_OFF: Final = "POWER_OFF"
    PORTS_DOWN: Final = "PORTS_DOWN"
    STORAGE_EXPIRED: Final = "STORAGE_EXPIRED"
    OPERATORS_WORD: Final = "OPERATORS_WORD"


@dataclass(frozen=True, slots=True, kw_only=True)
class FenceProof:
    """`FenceProof` of the API."""

    means: str
    """What was confirmed."""

    evidence: str
    """What was seen."""

    by: str
    """Who stands for it."""

    at: datetime
    """When it was recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """`FieldChange` of the API."""

    field: str
    """Field."""

    sensitive: bool
    """Whether it is trusted only after a second operator approves."""

    before: str | None = None
    """Value now; absent if it has none."""

    after: str | None = None
    """Value then; absent if it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """`Finding` of the API."""

    code: str
    """Code of the catalogue."""

    severity: str
    """How soon somebody should look."""

    title: str
    """What is wrong, in a few words."""

    detail: str
    """What is wrong, with names and figures."""

    count: int
    """How many are concerned."""

    subjects: list[str]
    """Some of those that are concerned, by name."""

    command: str
    """Shows what is concerned."""

    runbook: str
    """What to do."""

    since: datetime | None = None
    """Since when, where that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """`Findings` of the API."""

    at: datetime
    """When it was looked."""

    findings: list[Finding]
    """What was found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """`Flaw` of the API."""

    trouble: str
    """What is wrong."""

    chain: int
    """Chain."""

    position: int
    """Place in the chain; of a run, the first."""

    detail: str
    """What was found and what was expected."""

    entry: str | None = None
    """The entry, where there is one to name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphEdge:
    """`GraphEdge` of the API."""

    source: str
    """Key."""

    type: str
    """Kind of the relation."""

    target: str
    """Key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphNode:
    """`GraphNode` of the API."""

    key: str
    """Key."""

    kind: str
    """Kind."""

    name: str
    """Name."""

    distance: int
    """Edges between it and the root."""

    datacenter: str | None = None
    """Datacenter, where it is in one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestInterface:
    """`GuestInterface` of the API."""

    name: str
    """Name inside the guest."""

    addresses: list[str]
    """Addresses with the length of their prefix."""

    index: int | None = None
    """Index of the machine's interface; null for one of the guest's own."""

    mac: str | None = None
    """MAC address; null where it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """`Health` of the API."""

    status: str
    """OK, DEGRADED or DOWN."""

    version: str
    """Version of the server."""

    parts: list[Part]
    """Each part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hypervisor:
    """`Hypervisor` of the API."""

    id: str
    """Identifier."""

    name: str
    """Name."""

    datacenter: str
    """Datacenter."""

    driver: str
    """Runtime driver."""

    endpoint: str
    """Address of the runtime, as its driver writes it."""

    generation: int
    """Rises with each desired change."""

    schedulable: bool
    """Whether new machines may be placed here."""

    hypervisor_class: str
    """Class, which says how far processors and memory are promised more than once."""

    on_missing: str
    """What is done about a machine that is missing here."""

    on_changed: str
    """What is done about a machine that was changed here."""

    on_stopped: str
    """What is done about a machine that does not run and should."""

    on_running: str
    """What is done about a machine that runs and should not."""

    vcpus: int
    """Virtual CPUs that may be promised."""

    memory_mib: int
    """Memory that may be promised, MiB."""

    created_at: datetime
    """When it was registered."""

    status: HypervisorStatus
    """What is true now."""

    rack: str | None = None
    """Rack that it stands in."""

    power_feed: str | None = None
    """Power feed that it hangs on."""

    room: str | None = None
    """Room that it stands in."""

    jurisdiction: str | None = None
    """Jurisdiction that it stands in."""

    storage: str | None = None
    """Storage of its machines' disks that it shares with other hypervisors of the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HypervisorAccepted:
    """`HypervisorAccepted` of the API."""

    resource: Hypervisor
    """The resource, visible from now on."""

    task: Task
    """The task that carries the work; follow it with :wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HypervisorCreate:
    """`HypervisorCreate` of the API."""

    name: str
    """Name, unique in the datacenter."""

    datacenter: str
    """Datacenter."""

    driver: str
    """Runtime driver: libvirt or simulated."""

    endpoint: str
    """Address of the runtime."""

    vcpus: int | None = None
    """Virtual CPUs that may be promised."""

    memory_mib: int | None = None
    """Memory that may be promised, MiB."""

    hypervisor_class: str | None = None
    """Class, which says how far processors and memory are promised more than once: standard,
    dedicated or dense. Default: standard."""

    rack: str | None = None
    """Rack that it stands in."""

    power_feed: str | None = None
    """Power feed that it hangs on."""

    room: str | None = None
    """Room that it stands in."""

    jurisdiction: str | None = None
    """Jurisdiction that it stands in."""

    storage: str | None = None
    """Storage of its machines' disks, where other hypervisors see the same under the same paths;
    left out where the disks are its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HypervisorDrain:
    """`HypervisorDrain` of the API."""

    stop_machines: bool | None = None
    """Whether machines that run may be stopped for the time of their move; without that they are
    waited for, as no runtime here moves them while they run. Default: false."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HypervisorFence:
    """`HypervisorFence` of the API."""

    attest: str
    """What was seen that proves it, and where; it is kept with your name."""

    means: str | None = None
    """What was confirmed: POWER_OFF, PORTS_DOWN, STORAGE_EXPIRED or OPERATORS_WORD. Default:
    OPERATORS_WORD."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HypervisorPage:
    """`HypervisorPage` of the API."""

    items: list[Hypervisor]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HypervisorPatch:
    """`HypervisorPatch` of the API."""

    schedulable: bool | None = None
    """Whether new machines may be placed here."""

    rack: str | None = None
    """Rack that it stands in."""

    power_feed: str | None = None
    """Power feed that it hangs on."""

    room: str | None = None
    """Room that it stands in."""

    jurisdiction: str | None = None
    """Jurisdiction that it stands in."""

    on_missing: str | None = None
    """What is done about a machine that is missing here."""

    on_changed: str | None = None
    """What is done about a machine that was changed here."""

    on_stopped: str | None = None
    """What is done about a machine that does not run and should."""

    on_running: str | None = None
    """What is done about a machine that runs and should not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HypervisorStatus:
    """`HypervisorStatus` of the API."""

    phase: str
    """Phase."""

    conditions: list[Condition]
    """Conditions."""

    vcpus_reserved: int
    """Virtual CPUs promised."""

    memory_mib_reserved: int
    """Memory promised, MiB."""

    vms: int
    """Machines placed here."""

    foreign_domains: int
    """Domains that are not ours; they are reported and left alone."""

    maintenance: bool
    """Whether it is in maintenance: its machines leave, and none comes."""

    virtualization: str | None = None
    """KVM or EMULATION, found out by running a guest."""

    virtualization_note: str | None = None
    """Why that one."""

    runtime_version: str | None = None
    """Version of the runtime."""

    observed_at: datetime | None = None
    """When this was observed."""

    quarantine: str | None = None
    """Why no machine is placed here, until it is over or an operator releases it."""

    quarantined_at: datetime | None = None
    """Since when it is in quarantine for its failures."""

    quarantine_ends_at: datetime | None = None
    """When quarantine, or the report of its failures, ends by itself, if nothing fails before."""

    failing: str | None = None
    """How it fails, where so many others are in quarantine that it stays in service."""

    fence: FenceProof | None = None
    """The proof that it ran nothing, while it is fenced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """`Image` of the API."""

    id: str
    """Identifier."""

    name: str
    """Family."""

    version: str
    """Version; with the name it never means anything else."""

    datacenter: str
    """Datacenter that holds it."""

    architecture: str
    """Architecture."""

    os: str
    """Operating system."""

    sha256: str
    """SHA-256 of the disk, hexadecimal."""

    size_bytes: int
    """Size of the disk file, bytes."""

    virtual_size_bytes: int
    """Size of the disk that the guest sees, bytes."""

    min_memory_mib: int
    """Least memory that a guest needs, MiB."""

    signature: ImageSignature
    """Who stands for it."""

    channels: list[str]
    """Channels that lead to it."""

    replicas: list[ImageReplica]
    """Where else the version is, this datacenter included."""

    retired: bool
    """Whether nothing new may be made from it."""

    deletion_protection: bool
    """Refuses deletion while true."""

    generation: int
    """Rises with each change."""

    phase: str
    """Phase."""

    conditions: list[Condition]
    """Conditions."""

    created_at: datetime
    """When it was registered."""

    digest: str | None = None
    """SHA-256 of all that a machine gets of it, hexadecimal: the same in each datacenter."""

    default_user: str | None = None
    """User that ssh keys are for."""

    provenance: ImageProvenance | None = None
    """Where it comes from, if its manifest says so."""

    retired_reason: str | None = None
    """Why it is retired."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageAccepted:
    """`ImageAccepted` of the API."""

    resource: Image
    """The resource, visible from now on."""

    task: Task
    """The task that carries the work; follow it with :wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageChannel:
    """`ImageChannel` of the API."""

    id: str
    """Identifier."""

    name: str
    """What machines name."""

    family: str
    """Family."""

    channel: str
    """Channel."""

    version: str
    """Version that it leads to."""

    replicas: list[ImageReplica]
    """Where that version is."""

    missing: list[str]
    """Datacenters in which that version can't be used."""

    history: list[ChannelChange]
    """Latest changes, newest first; only operators see them."""

    generation: int
    """Rises with each change."""

    updated_at: datetime
    """When it last changed."""

    previous: str | None = None
    """Version that it led to before, and that a revert leads back to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageChannelPage:
    """`ImageChannelPage` of the API."""

    items: list[ImageChannel]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageCreate:
    """`ImageCreate` of the API."""

    name: str
    """Family; what image.json says."""

    version: str
    """Version; what image.json says."""

    datacenter: str
    """Datacenter."""

    source: str
    """Directory on the site's image host."""

    deletion_protection: bool | None = None
    """Refuses deletion while true. Default: false."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageKey:
    """`ImageKey` of the API."""

    id: str
    """Identifier."""

    name: str
    """Name."""

    public_key: str
    """Ed25519 public key, PEM."""

    fingerprint: str
    """SHA-256 of the key, hexadecimal."""

    trusted_by: str
    """Who trusted it."""

    created_at: datetime
    """Since when."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageKeyCreate:
    """`ImageKeyCreate` of the API."""

    name: str
    """Name."""

    public_key: str
    """Ed25519 public key, PEM: openssl pkey -in KEY -pubout."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageKeyPage:
    """`ImageKeyPage` of the API."""

    items: list[ImageKey]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImagePage:
    """`ImagePage` of the API."""

    items: list[Image]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImagePatch:
    """`ImagePatch` of the API."""

    deletion_protection: bool | None = None
    """Refuses deletion while true."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImagePolicy:
    """`ImagePolicy` of the API."""

    signatures: str
    """Whose signature an image needs."""

    required: bool
    """Whether unsigned images are refused now."""

    generation: int
    """Rises with each change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImagePolicyPatch:
    """`ImagePolicyPatch` of the API."""

    signatures: str | None = None
    """Whose signature an image needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImagePromotion:
    """`ImagePromotion` of the API."""

    channel: str
    """Channel of the image's family; made if there is none."""

    reason: str | None = None
    """Why, for those who look later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageProvenance:
    """`ImageProvenance` of the API."""

    source: str
    """What it was built from."""

    builder: str
    """Who or what built it."""

    inputs_sha256: str
    """SHA-256 of the inputs that were declared, hexadecimal."""

    built_at: datetime
    """When it was built."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageReplica:
    """`ImageReplica` of the API."""

    datacenter: str
    """Datacenter."""

    image: str
    """Identifier there."""

    phase: str
    """Phase there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageReplicate:
    """`ImageReplicate` of the API."""

    datacenter: str
    """Datacenter that shall have it too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageRetire:
    """`ImageRetire` of the API."""

    reason: str
    """Why; those who are refused are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageRetirement:
    """`ImageRetirement` of the API."""

    name: str
    """The version."""

    reason: str
    """Why."""

    images: list[str]
    """It, in each datacenter."""

    users: list[ImageUser]
    """Machines that are made from it, at most 100."""

    more: bool
    """Whether there are more: see the image's users."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageSignature:
    """`ImageSignature` of the API."""

    trust: str
    """Whether it is signed, and by whom."""

    key: str | None = None
    """Name of the trusted key."""

    fingerprint: str | None = None
    """Fingerprint of the key that signed it, where that was trusted once."""


class ImageSignatures:
    """Known values; later servers may send others."""

    WHEN_KEYS_EXIST: Final = "WHEN_KEYS_EXIST"
    REQUIRED: Final = "REQUIRED"
    OPTIONAL: Final = "OPTIONAL"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageUser:
    """`ImageUser` of the API."""

    vm: str
    """Machine."""

    name: str
    """Its name."""

    tenant: str
    """Tenant."""

    project: str
    """Project."""

    environment: str
    """Environment."""

    datacenter: str
    """Datacenter."""

    image: str
    """Image."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageUserPage:
    """`ImageUserPage` of the API."""

    items: list[ImageUser]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


class ImpactEffect:
    """Known values; later servers may send others."""

    LOST: Final = "LOST"
    REDUCED: Final = "REDUCED"


@dataclass(frozen=True, slots=True, kw_only=True)
class InterfaceStats:
    """`InterfaceStats` of the API."""

    index: int
    """Index, from 0."""

    received_bytes: int
    """Received, bytes."""

    received_packets: int
    """Received packets."""

    received_dropped: int
    """Packets that were to be received and were dropped."""

    sent_bytes: int
    """Sent, bytes."""

    sent_packets: int
    """Sent packets."""

    sent_dropped: int
    """Packets that were to be sent and were dropped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InventoryAction:
    """`InventoryAction` of the API."""

    action: str
    """What is done."""

    key: str
    """Key of the element."""

    fields: list[FieldChange]
    """Fields that differ, by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InventoryDocument:
    """`InventoryDocument` of the API."""

    format: str
    """Format and version."""

    generation: int
    """Generation of the inventory that it shows."""

    document: str
    """The document, YAML."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InventoryGraph:
    """`InventoryGraph` of the API."""

    root: str
    """Key that the search began at."""

    nodes: list[GraphNode]
    """Resources that were reached, nearest first."""

    edges: list[GraphEdge]
    """Relations between them."""

    truncated: bool
    """Whether there was more than a graph may show; ask for less depth or fewer kinds of edge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InventoryImpact:
    """`InventoryImpact` of the API."""

    root: str
    """Key of what is lost."""

    affected: list[Affected]
    """All that is affected, the root included, ports and cables left out."""

    hypervisors: list[AffectedHypervisor]
    """Hypervisors that are affected."""

    tenants: list[AffectedTenant]
    """Machines that are affected, by tenant."""

    truncated: bool
    """Whether there was more than can be shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InventoryPlan:
    """`InventoryPlan` of the API."""

    id: str
    """Identifier."""

    hash: str
    """Digest of all that the plan does; applying needs it."""

    state: str
    """Whether it is applied, and whether it still can be."""

    parent_generation: int
    """Generation of the inventory that it was made for."""

    prune: bool
    """Whether what was not mentioned is deleted."""

    created_by: str
    """Who made it."""

    created_at: datetime
    """When it was made."""

    creates: int
    """Elements that it creates."""

    changes: int
    """Elements that it changes."""

    deletes: int
    """Elements that it deletes."""

    unchanged: int
    """Elements of the document that are so already."""

    actions: list[InventoryAction]
    """All that it does, in order; empty in lists."""

    unmentioned: list[str]
    """What the document's datacenters have and it does not mention; deleted with prune only, empty
    in lists."""

    applied_by: str | None = None
    """Who applied it."""

    applied_at: datetime | None = None
    """When it was applied."""

    trust_change: str | None = None
    """Trust change that a second operator decides, where the plan touches what only they make
    trusted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InventoryPlanApply:
    """`InventoryPlanApply` of the API."""

    hash: str
    """Hash of the plan as it was seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InventoryPlanCreate:
    """`InventoryPlanCreate` of the API."""

    document: str
    """The inventory as YAML, format dataverket.inventory/v1."""

    prune: bool | None = None
    """Whether to delete what the document's datacenters have and the document does not mention.
    Default: false."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InventoryPlanPage:
    """`InventoryPlanPage` of the API."""

    items: list[InventoryPlan]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


class InventoryVerb:
    """Known values; later servers may send others."""

    CREATE: Final = "CREATE"
    CHANGE: Final = "CHANGE"
    DELETE: Final = "DELETE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """`Lease` of the API."""

    held: bool
    """Whether some process holds it now."""

    epoch: int
    """How often it has changed hands."""

    expires_at: datetime
    """When it runs out unless it is renewed."""


class MeasuredState:
    """Known values; later servers may send others."""

    RUNNING: Final = "RUNNING"
    OFF: Final = "OFF"
    UNKNOWN: Final = "UNKNOWN"


class NeedKind:
    """Known values; later servers may send others."""

    HARD: Final = "HARD"
    SOFT: Final = "SOFT"
    RECONCILE: Final = "RECONCILE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """`Network` of the API."""

    id: str
    """Identifier."""

    name: str
    """Name."""

    tenant: str
    """Tenant."""

    project: str
    """Project."""

    environment: str
    """Environment."""

    datacenter: str
    """Datacenter."""

    labels: dict[str, str]
    """Labels."""

    egress: bool
    """Whether machines reach the outside, by source NAT."""

    deletion_protection: bool
    """Refuses deletion while true."""

    generation: int
    """Rises with each desired change."""

    created_at: datetime
    """When it was created."""

    status: NetworkStatus
    """What is true now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkAccepted:
    """`NetworkAccepted` of the API."""

    resource: Network
    """The resource, visible from now on."""

    task: Task
    """The task that carries the work; follow it with :wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkAttachment:
    """`NetworkAttachment` of the API."""

    network: str
    """Network, by name or identifier."""

    address: str | None = None
    """Address wanted. Default: a free one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkCreate:
    """`NetworkCreate` of the API."""

    name: str
    """Name, unique in the environment."""

    project: str
    """Project, by name or identifier."""

    environment: str
    """Environment, by name or identifier."""

    datacenter: str
    """Datacenter."""

    tenant: str | None = None
    """Tenant, by name or identifier; may be left out by an actor of one tenant."""

    prefix: str | None = None
    """IPv4 prefix in canonical form, /16 to /29, private space. Default: a free prefix of the
    datacenter's pool."""

    prefix_length: int | None = None
    """Length of the prefix, where none is given. Default: 24."""

    egress: bool | None = None
    """Whether machines reach the outside, by source NAT. Default: false."""

    labels: dict[str, str] | None = None
    """Labels."""

    deletion_protection: bool | None = None
    """Refuses deletion while true. Default: false."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkInterface:
    """`NetworkInterface` of the API."""

    index: int
    """Index, from 0."""

    network: str
    """Network."""

    mac: str
    """MAC address, derived from machine and index."""

    requested_address: str | None = None
    """Address that was asked for."""

    address: str | None = None
    """Address that it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkPage:
    """`NetworkPage` of the API."""

    items: list[Network]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkPatch:
    """`NetworkPatch` of the API."""

    labels: dict[str, str] | None = None
    """Labels."""

    deletion_protection: bool | None = None
    """Refuses deletion while true."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkShare:
    """`NetworkShare` of the API."""

    scope: str
    """Tenant or project, by identifier or by its names from the tenant down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkStatus:
    """`NetworkStatus` of the API."""

    phase: str
    """Phase."""

    conditions: list[Condition]
    """Conditions."""

    addresses_total: int
    """Addresses that machines can have."""

    addresses_used: int
    """Addresses promised to machines."""

    observed_generation: int
    """Generation that is realised."""

    blocked_on: list[Blocker]
    """What its task waits for."""

    prefix: str | None = None
    """Prefix."""

    gateway: str | None = None
    """Address of the gateway."""

    vlan: int | None = None
    """VLAN identifier in the datacenter (IEEE 802.1Q)."""

    task: str | None = None
    """Task that changes it now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """`Observation` of the API."""

    id: str
    """Identifier."""

    source: str
    """Who or what looked."""

    scope: str
    """Key of what was looked at."""

    observed_at: datetime
    """When."""

    recorded_at: datetime
    """When it was recorded."""

    complete: bool
    """Whether all of the kinds in the scope were seen."""

    kinds: list[str]
    """Kinds that were looked for."""

    seen: int
    """How many subjects were seen."""

    subjects: list[ObservedSubject]
    """What was seen; empty in lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationCreate:
    """`ObservationCreate` of the API."""

    source: str
    """Who or what looked."""

    scope: str
    """Key of what was looked at: a datacenter, a rack or a device."""

    observed_at: datetime
    """When."""

    complete: bool
    """Whether all of the given kinds in the scope were seen. Only complete ones are held against
    the inventory."""

    subjects: list[ObservedSubject]
    """What was seen."""

    kinds: list[str] | None = None
    """Kinds that were looked for, as DEVICE and PORT. Default: the kinds of the subjects."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationPage:
    """`ObservationPage` of the API."""

    items: list[Observation]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservedSubject:
    """`ObservedSubject` of the API."""

    key: str
    """Its key, as the inventory would name it."""

    facts: dict[str, str]
    """Fields as they were seen, by the names that the inventory's document has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferingInfo:
    """`OfferingInfo` of the API."""

    name: str
    """Name."""

    description: str
    """What it is."""

    enabled: bool
    """Whether it is enabled for the scope."""

    availability: str
    """Who may create one here."""

    decided_by: str
    """Who decided that."""

    environment_required: bool
    """Whether a request needs an environment."""

    role: str
    """Least role that may create one."""

    self_service: bool
    """Whether the actor may create one without an operator."""

    quotas: dict[str, str]
    """Use and limit, for each limit that applies, as used/limit."""

    limits: list[OfferingLimit]
    """Limits that apply, with what is left; those without a limit are left out."""

    placement: list[PlacementRule]
    """Where one can be placed, and how large it may be there."""

    dependencies: dict[str, bool]
    """Services that must be up, and whether they are."""

    prerequisites: list[Prerequisite]
    """What must be there first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferingInfoPage:
    """`OfferingInfoPage` of the API."""

    items: list[OfferingInfo]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferingLimit:
    """`OfferingLimit` of the API."""

    scope: str
    """Tenant, project or environment that is limited."""

    address: str
    """Its names from the tenant down."""

    dimension: str
    """Of what."""

    limit: int
    """Limit."""

    used: int
    """Used."""

    left: int
    """Left."""

    datacenter: str | None = None
    """Datacenter in which it holds; absent for all together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferingPolicy:
    """`OfferingPolicy` of the API."""

    scope: str | None = None
    """Tenant or project, by identifier or by names from the tenant down. Default: the whole
    platform."""

    availability: str | None = None
    """Who may create it. Default: what the level above decides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """`Part` of the API."""

    name: str
    """Name."""

    up: bool
    """Whether it answers."""

    detail: str
    """What is wrong, or how it is."""

    state: str
    """UP; DEGRADED where it answers but fails what it is asked; DOWN."""

    last_seen: datetime | None = None
    """When it was last heard."""

    since: datetime | None = None
    """Since when it is in that state, where that is known."""


class Phase:
    """Known values; later servers may send others."""

    PROVISIONING: Final = "PROVISIONING"
    READY: Final = "READY"
    RUNNING: Final = "RUNNING"
    STOPPED: Final = "STOPPED"
    UPDATING: Final = "UPDATING"
    DEGRADED: Final = "DEGRADED"
    UNKNOWN: Final = "UNKNOWN"
    FAILED: Final = "FAILED"
    DELETING: Final = "DELETING"
    DELETED: Final = "DELETED"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceableShape:
    """`PlaceableShape` of the API."""

    vcpus: int
    """Virtual CPUs."""

    memory_mib: int
    """Memory, MiB."""

    hypervisor: str
    """Name of the hypervisor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """`Placement` of the API."""

    datacenter: str
    """Datacenter."""

    hypervisor: str | None = None
    """Hypervisor; only operators see it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementDecision:
    """`PlacementDecision` of the API."""

    placed: bool
    """Whether a host was found."""

    datacenter: str
    """Datacenter."""

    vcpus: int
    """Virtual CPUs wanted."""

    memory_mib: int
    """Memory wanted, MiB."""

    strategy: str
    """What made one host better than another."""

    policy_version: int
    """Version of the datacenter's placement policy."""

    engine_version: int
    """Version of the rules by which hosts are compared."""

    considered: int
    """Hosts of the datacenter."""

    refusals: list[PlacementRefusal]
    """Hosts that will not do, each counted for the first filter that it failed."""

    best: list[PlacementScore]
    """The best hosts that would do, the best first."""

    explanation: str
    """The same in words."""

    decided_at: datetime
    """When it was decided."""

    vm: str | None = None
    """Machine; none for a trial."""

    group: str | None = None
    """Placement group."""

    hypervisor: str | None = None
    """The chosen hypervisor."""


class PlacementLevel:
    """Known values; later servers may send others."""

    HOST: Final = "HOST"
    RACK: Final = "RACK"
    POWER: Final = "POWER"
    ROOM: Final = "ROOM"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementPolicy:
    """`PlacementPolicy` of the API."""

    datacenter: str
    """Datacenter."""

    strategy: str
    """Which hypervisors are filled first."""

    generation: int
    """Rises with each change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementPolicyPatch:
    """`PlacementPolicyPatch` of the API."""

    strategy: str | None = None
    """Which hypervisors are filled first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementRefusal:
    """`PlacementRefusal` of the API."""

    filter: str
    """Filter."""

    reason: str
    """What it says of a host."""

    hosts: int
    """Hosts that failed it first."""

    examples: list[str]
    """Some of them, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementRule:
    """`PlacementRule` of the API."""

    datacenter: str
    """Datacenter."""

    open: bool
    """Whether it takes new ones."""

    largest_vcpus: int
    """Virtual CPUs of the largest."""

    largest_memory_mib: int
    """Memory of the largest, MiB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementScore:
    """`PlacementScore` of the API."""

    hypervisor: str
    """Hypervisor."""

    name: str
    """Its name."""

    together: int
    """Machines of the group that would be closer than wished."""

    image_at_hand: bool
    """Whether it holds the image."""

    free_memory_ppm: int
    """Free share of its memory, parts per million."""

    free_vcpus: int
    """Free virtual CPUs."""

    free_memory_mib: int
    """Free memory, MiB."""


class PlacementStrategy:
    """Known values; later servers may send others."""

    SPREAD: Final = "SPREAD"
    BIN_PACK: Final = "BIN_PACK"


class PlanState:
    """Known values; later servers may send others."""

    CURRENT: Final = "CURRENT"
    APPLIED: Final = "APPLIED"
    STALE: Final = "STALE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preflight:
    """`Preflight` of the API."""

    offering: str
    """Offering."""

    ready: bool
    """Whether the request would be accepted."""

    waits: bool
    """Whether its task would wait for something that is away, or for an approval."""

    checks: list[PreflightCheck]
    """Each thing that the request needs."""

    preview: Preview | None = None
    """What the request would do, where it would be accepted."""

    problem: Problem | None = None
    """What it would be refused with, where it would be refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreflightCheck:
    """`PreflightCheck` of the API."""

    requirement: str
    """Kind of requirement."""

    satisfied: bool
    """Whether it is met."""

    blocks: bool
    """Whether the request is refused without it. What does not block delays."""

    detail: str
    """What was found, or what is missing."""

    hint: str
    """What mends it, with the command; empty where nothing is missing."""

    code: str | None = None
    """Code of the problem."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prerequisite:
    """`Prerequisite` of the API."""

    name: str
    """What."""

    satisfied: bool
    """Whether it is there."""

    detail: str
    """What was found, or what is missing."""

    hint: str
    """The command that mends it; empty where nothing is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """`Preview` of the API."""

    would_create: list[str]
    """What would be created."""

    would_change: list[str]
    """What would change."""

    would_delete: list[str]
    """What would be deleted."""

    steps: list[str]
    """Steps that the task would take."""

    quota_after: dict[str, str]
    """Use after the request, as used/limit, for each limit touched."""

    approvals_needed: list[str]
    """Approvals that it would wait for."""

    blocked_on: list[str]
    """Dependencies that are away now; the task would wait for them."""


class PrincipalKind:
    """Known values; later servers may send others."""

    HUMAN: Final = "HUMAN"
    MACHINE: Final = "MACHINE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """`Problem` of the API."""

    type: str
    """URI of the problem type."""

    title: str
    """What kind of problem, in a few words."""

    status: int
    """HTTP status."""

    code: str
    """Stable code of the catalogue."""

    detail: str
    """What happened, with the values that matter."""

    hint: str
    """What to do next, with a command where there is one."""

    retryable: bool
    """Whether the same request can succeed later."""

    retry_after: int | None = None
    """Seconds to wait before trying again."""

    instance: str | None = None
    """Path of the request."""

    request_id: str | None = None
    """Identifier of the request, for support."""

    violations: list[Violation] | None = None
    """Each field that breaks a rule."""

    dependents: list[str] | None = None
    """What stands in the way."""

    parameters: dict[str, str] | None = None
    """Values a program may act on."""

    runbook: str | None = None
    """Runbook for the operator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """`Project` of the API."""

    id: str
    """Identifier."""

    name: str
    """Name."""

    tenant: str
    """Tenant."""

    description: str
    """What it is for."""

    labels: dict[str, str]
    """Labels."""

    quotas: Quotas
    """Limits."""

    usage: Quotas
    """Use, in the same units as the limits."""

    deletion_protection: bool
    """Refuses deletion while true."""

    generation: int
    """Rises with each change."""

    created_at: datetime
    """When it was created."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectAccepted:
    """`ProjectAccepted` of the API."""

    resource: Project
    """The resource, visible from now on."""

    task: Task
    """The task that carries the work; follow it with :wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectCreate:
    """`ProjectCreate` of the API."""

    name: str
    """Name, unique in its parent."""

    tenant: str | None = None
    """Tenant, by name or identifier; may be left out by an actor of one tenant."""

    description: str | None = None
    """What it is for."""

    labels: dict[str, str] | None = None
    """Labels."""

    quotas: Quotas | None = None
    """Limits."""

    deletion_protection: bool | None = None
    """Refuses deletion while true."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectPage:
    """`ProjectPage` of the API."""

    items: list[Project]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectRequest:
    """`ProjectRequest` of the API."""

    name: str
    """Name, unique in the tenant."""

    tenant: str | None = None
    """Tenant, by name or identifier; may be left out by an actor of one tenant."""

    description: str | None = None
    """What it is for."""

    environment: str | None = None
    """Name of the first environment. Default: prod."""

    quotas: Quotas | None = None
    """Limits of the project."""

    reason: str | None = None
    """What those who approve shall know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """`Quota` of the API."""

    scope: str
    """The tenant, project or environment."""

    address: str
    """Its names from the tenant down."""

    limits: Quotas
    """Limits on all datacenters together."""

    usage: Quotas
    """Use, in the same units as the limits."""

    allotted: Quotas
    """Sum of the limits one level below. It may be more than the limit here, which holds all the
    same."""

    datacenters: list[QuotaInDatacenter]
    """Limits on single datacenters."""

    generation: int
    """Rises with each change of the scope."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotaInDatacenter:
    """`QuotaInDatacenter` of the API."""

    datacenter: str
    """Datacenter."""

    limits: Quotas
    """Limits."""

    usage: Quotas
    """Use of what is limited here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotaPage:
    """`QuotaPage` of the API."""

    items: list[Quota]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotaPatch:
    """`QuotaPatch` of the API."""

    datacenter: str | None = None
    """Datacenter in which the limits hold. Default: all together."""

    limits: QuotasPatch | None = None
    """Limits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotaRaise:
    """`QuotaRaise` of the API."""

    quotas: Quotas
    """The limits; one left out stays as it is."""

    reason: str | None = None
    """What those who approve shall know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotas:
    """`Quotas` of the API."""

    vms: int | None = None
    """Virtual machines."""

    vcpus: int | None = None
    """Virtual CPUs."""

    running_vcpus: int | None = None
    """Virtual CPUs of machines that run or are to run."""

    memory_mib: int | None = None
    """Memory, MiB."""

    disk_gib: int | None = None
    """Root disks, GiB."""

    networks: int | None = None
    """Networks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotasPatch:
    """`QuotasPatch` of the API."""

    vms: int | None = None
    """Virtual machines."""

    vcpus: int | None = None
    """Virtual CPUs."""

    running_vcpus: int | None = None
    """Virtual CPUs of machines that run or are to run."""

    memory_mib: int | None = None
    """Memory, MiB."""

    disk_gib: int | None = None
    """Root disks, GiB."""

    networks: int | None = None
    """Networks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rack:
    """`Rack` of the API."""

    id: str
    """Identifier."""

    key: str
    """Key, as the graph names it."""

    name: str
    """Name, unique in the datacenter."""

    datacenter: str
    """Datacenter."""

    height: int
    """Height in rack units."""

    powered_by: list[str]
    """Keys of what powers it."""

    trust: str
    """How far this may be relied on."""

    row: str | None = None
    """Row that it stands in."""

    description: str | None = None
    """What it is, for people."""

    confirmed_at: datetime | None = None
    """When a complete observation last agreed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RackPage:
    """`RackPage` of the API."""

    items: list[Rack]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


class Reach:
    """Known values; later servers may send others."""

    RESOURCE: Final = "RESOURCE"
    PROJECT: Final = "PROJECT"
    TENANT: Final = "TENANT"
    DATACENTER: Final = "DATACENTER"
    PLATFORM: Final = "PLATFORM"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliedOn:
    """`ReliedOn` of the API."""

    what: str
    """What."""

    observed_at: datetime
    """When it was last seen to be so."""


class Requirement:
    """Known values; later servers may send others."""

    ROLE: Final = "ROLE"
    AVAILABILITY: Final = "AVAILABILITY"
    PARENT: Final = "PARENT"
    REFERENCE: Final = "REFERENCE"
    READINESS: Final = "READINESS"
    PLACEMENT: Final = "PLACEMENT"
    QUOTA: Final = "QUOTA"
    NAME: Final = "NAME"
    REQUEST: Final = "REQUEST"
    APPROVAL: Final = "APPROVAL"
    DEPENDENCY: Final = "DEPENDENCY"


class Role:
    """Known values; later servers may send others."""

    PROJECT_VIEWER: Final = "PROJECT_VIEWER"
    PROJECT_EDITOR: Final = "PROJECT_EDITOR"
    TENANT_ADMIN: Final = "TENANT_ADMIN"
    PLATFORM_OPERATOR: Final = "PLATFORM_OPERATOR"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleBinding:
    """`RoleBinding` of the API."""

    role: str
    """The role."""

    tenant: str | None = None
    """Tenant in which it holds."""

    project: str | None = None
    """Project in which it holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Runbook:
    """`Runbook` of the API."""

    id: str
    """Identifier."""

    title: str
    """What is wrong, in a few words."""

    severity: str
    """How soon somebody should look."""

    owner: str
    """Who keeps it right."""

    reviewed: str
    """Day on which somebody last read it whole."""

    version: int
    """Rises with each change."""

    findings: list[str]
    """Findings that lead here."""

    codes: list[str]
    """Problem codes that lead here."""

    trigger: str
    """How one notices, in Markdown, as all that follows."""

    impact: str
    """What is at risk."""

    by_itself: str
    """What the platform does without anybody."""

    safe_checks: list[str]
    """Commands that look and change nothing."""

    actions: str
    """What to do, in the order in which to try it."""

    escalation: str
    """When to get help."""

    completion: str
    """How one knows that it is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunbookPage:
    """`RunbookPage` of the API."""

    items: list[Runbook]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunbookUse:
    """`RunbookUse` of the API."""

    reason: str | None = None
    """What for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeName:
    """`ScopeName` of the API."""

    id: str
    """Identifier."""

    name: str
    """Name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopePatch:
    """`ScopePatch` of the API."""

    description: str | None = None
    """What it is for."""

    labels: dict[str, str] | None = None
    """Labels."""

    quotas: QuotasPatch | None = None
    """Limits."""

    deletion_protection: bool | None = None
    """Refuses deletion while true."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopePurge:
    """`ScopePurge` of the API."""

    reason: str | None = None
    """What those who approve shall know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """`Service` of the API."""

    name: str
    """Name."""

    running: bool
    """Whether it runs."""

    process: str
    """Server process that can run it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicePage:
    """`ServicePage` of the API."""

    items: list[Service]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


class Severity:
    """Known values; later servers may send others."""

    CRITICAL: Final = "CRITICAL"
    WARNING: Final = "WARNING"
    NOTICE: Final = "NOTICE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """`Shape` of the API."""

    id: str
    """Identifier."""

    name: str
    """Name, unique on the platform and never used again."""

    description: str
    """What it is for."""

    vcpus: int
    """Virtual CPUs."""

    memory_mib: int
    """Memory, MiB."""

    disk_gib: int
    """Size of the root disk, GiB."""

    everyone: bool
    """Whether every project may use it; else those that it is offered to."""

    retired: bool
    """Whether new machines are refused it."""

    created_at: datetime
    """When it was created."""

    hypervisor_class: str | None = None
    """Class of the hypervisors that its machines run on; any where null. Only operators see it."""

    offered_to: list[str] | None = None
    """Tenants and projects that it is offered to, by their names from the tenant down. Only
    operators see it."""

    machines: int | None = None
    """How many machines have it. Only operators see it."""

    retired_at: datetime | None = None
    """When it was retired."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeCreate:
    """`ShapeCreate` of the API."""

    name: str
    """Name, unique on the platform and never used again."""

    vcpus: int
    """Virtual CPUs."""

    memory_mib: int
    """Memory, MiB."""

    disk_gib: int
    """Size of the root disk, GiB."""

    description: str | None = None
    """What it is for. Default: nothing said."""

    hypervisor_class: str | None = None
    """Class of the hypervisors that its machines run on: standard, dedicated or dense. Default:
    any."""

    everyone: bool | None = None
    """Whether every project may use it; else those that it is offered to. Default: true."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeOffer:
    """`ShapeOffer` of the API."""

    scope: str
    """Tenant or project, by identifier or by its names from the tenant down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapePage:
    """`ShapePage` of the API."""

    items: list[Shape]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeUse:
    """`ShapeUse` of the API."""

    vm: str
    """Machine."""

    name: str
    """Its name."""

    tenant: str
    """Tenant."""

    project: str
    """Project."""

    environment: str
    """Environment."""

    datacenter: str
    """Datacenter."""

    phase: str
    """Phase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeUsePage:
    """`ShapeUsePage` of the API."""

    items: list[ShapeUse]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedNetwork:
    """`SharedNetwork` of the API."""

    network: str
    """Network; machines name it by this or by its name."""

    name: str
    """Its name."""

    datacenter: str
    """Datacenter."""

    scope: str
    """Tenant or project that may use it."""

    address: str
    """Its names from the tenant down."""

    prefix: str | None = None
    """Prefix, once it has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedNetworkPage:
    """`SharedNetworkPage` of the API."""

    items: list[SharedNetwork]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


class SignatureTrust:
    """Known values; later servers may send others."""

    TRUSTED: Final = "TRUSTED"
    UNTRUSTED: Final = "UNTRUSTED"
    UNSIGNED: Final = "UNSIGNED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """`Snapshot` of the API."""

    id: str
    """Identifier."""

    name: str
    """Name."""

    tenant: str
    """Tenant."""

    project: str
    """Project."""

    environment: str
    """Environment."""

    datacenter: str
    """Datacenter."""

    labels: dict[str, str]
    """Labels."""

    volume: str
    """Volume that it is of."""

    volume_name: str
    """Name of that volume."""

    size_gib: int
    """Size of the volume then, GiB."""

    generation: int
    """Rises with each desired change."""

    created_at: datetime
    """When it was asked for; nothing was written to the volume from then on until it was taken."""

    status: SnapshotStatus
    """What is true now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotAccepted:
    """`SnapshotAccepted` of the API."""

    resource: Snapshot
    """The resource, visible from now on."""

    task: Task
    """The task that carries the work; follow it with :wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotCreate:
    """`SnapshotCreate` of the API."""

    name: str
    """Name, unique in the environment."""

    volume: str
    """Volume of the environment, by name or identifier."""

    project: str
    """Project, by name or identifier."""

    environment: str
    """Environment, by name or identifier."""

    tenant: str | None = None
    """Tenant, by name or identifier; may be left out by an actor of one tenant."""

    labels: dict[str, str] | None = None
    """Labels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotPage:
    """`SnapshotPage` of the API."""

    items: list[Snapshot]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotStatus:
    """`SnapshotStatus` of the API."""

    phase: str
    """Phase."""

    conditions: list[Condition]
    """Conditions."""

    reconciling: bool
    """Whether a task is changing it."""

    blocked_on: list[Blocker]
    """What its task waits for."""

    task: str | None = None
    """Task that changes it now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadRule:
    """`SpreadRule` of the API."""

    level: str
    """What they do not share."""

    most: int | None = None
    """How many of the group may share one after all. Default: 1."""

    required: bool | None = None
    """Refuses a machine that can't be placed so; else it is placed so only where that goes.
    Default: false."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """`Step` of the API."""

    name: str
    """Name, unique in the workflow."""

    title: str
    """What it does, for people."""

    service: str
    """Service that does it."""

    needs: list[StepRequirement]
    """What it needs."""

    limit: str
    """How long one try may take, ISO 8601."""

    tries: int
    """How many faults that pass are borne."""

    undoable: bool
    """Whether its effect can be taken back."""

    point_of_no_return: bool
    """Whether there is no way back once it was sent."""

    on_failure_after_start: str
    """What becomes of the task if the service fails after the step was sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRequirement:
    """`StepRequirement` of the API."""

    dependency: str
    """What."""

    need: str
    """How badly."""

    on_absent: str
    """What becomes of the step while it is absent."""

    state_shown: str
    """State that the task shows meanwhile."""

    runbook: str
    """Runbook for the operator."""

    freshness: str | None = None
    """How old the knowledge of it may be, ISO 8601; absent where being up is enough."""


class StepState:
    """Known values; later servers may send others."""

    PENDING: Final = "PENDING"
    RUNNING: Final = "RUNNING"
    RETRY_WAIT: Final = "RETRY_WAIT"
    BLOCKED: Final = "BLOCKED"
    RECONCILING: Final = "RECONCILING"
    SUCCEEDED: Final = "SUCCEEDED"
    FAILED: Final = "FAILED"
    SKIPPED: Final = "SKIPPED"
    UNDOING: Final = "UNDOING"
    UNDONE: Final = "UNDONE"
    UNDO_FAILED: Final = "UNDO_FAILED"


class Supply:
    """Known values; later servers may send others."""

    PLENTY: Final = "PLENTY"
    SCARCE: Final = "SCARCE"
    NONE: Final = "NONE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """`Task` of the API."""

    id: str
    """Identifier."""

    kind: str
    """What is done."""

    state: str
    """State."""

    target: str
    """Resource that is changed."""

    target_name: str
    """Its name."""

    steps: list[TaskStep]
    """Steps in order."""

    steps_done: int
    """Steps that were done or skipped; never falls, also when steps are undone."""

    created_by: str
    """Who asked."""

    request_id: str
    """Request that asked."""

    correlation_id: str
    """Correlates logs, traces and events; the W3C trace id."""

    created_at: datetime
    """When it was accepted."""

    deadline_at: datetime
    """When it gives up; waiting for a dependency does not count."""

    blocked_on: list[Blocker]
    """What it waits for."""

    cancellable: bool
    """Whether it can still be cancelled."""

    priority: str
    """Lane that it runs in."""

    progress: TaskProgress
    """How far it is."""

    reconciling: bool
    """Whether all is done but what follows when a dependency is back."""

    degraded: bool
    """Whether a step was skipped because what it needed was away."""

    retryable: bool
    """Whether it failed in a way that :retry can take up."""

    definition: int
    """Version of the definition that it runs on."""

    tenant: str | None = None
    """Tenant."""

    project: str | None = None
    """Project."""

    environment: str | None = None
    """Environment."""

    started_at: datetime | None = None
    """When its first step was sent."""

    finished_at: datetime | None = None
    """When it reached a final state."""

    error: Problem | None = None
    """Why it failed, or what it is undoing."""

    runbook: str | None = None
    """Runbook for its present trouble."""

    parent: str | None = None
    """Task that began it, and waits for it."""

    retry_of: str | None = None
    """Failed task that it takes up again."""

    waiting_for: WaitingFor | None = None
    """What it waits for, in short."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskDiagnosis:
    """`TaskDiagnosis` of the API."""

    task: str
    """The task."""

    kind: str
    """What is done."""

    state: str
    """State."""

    stuck: bool
    """Whether it makes no progress, and should."""

    summary: str
    """What it does or waits for, in one sentence."""

    dependencies: list[Dependency]
    """The services that it needs."""

    lease: Lease
    """Who runs tasks."""

    findings: list[str]
    """What stands out."""

    advice: list[str]
    """What to do, the first first."""

    waiting_for: WaitingFor | None = None
    """What it waits for."""

    execution: Execution | None = None
    """The step that is under way or comes next."""

    next_look_at: datetime | None = None
    """When it is looked at next, whatever happens."""

    runbook: str | None = None
    """Runbook."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskPage:
    """`TaskPage` of the API."""

    items: list[Task]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskPrioritize:
    """`TaskPrioritize` of the API."""

    priority: str
    """Lane that it shall run in."""


class TaskPriority:
    """Known values; later servers may send others."""

    INTERACTIVE: Final = "INTERACTIVE"
    BACKGROUND: Final = "BACKGROUND"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskProgress:
    """`TaskProgress` of the API."""

    step: int
    """Steps done."""

    of: int
    """Steps in all."""

    percent: int
    """The same in per cent."""


class TaskState:
    """Known values; later servers may send others."""

    PENDING: Final = "PENDING"
    RUNNING: Final = "RUNNING"
    RETRY_WAIT: Final = "RETRY_WAIT"
    BLOCKED_DEPENDENCY: Final = "BLOCKED_DEPENDENCY"
    WAITING_APPROVAL: Final = "WAITING_APPROVAL"
    WAITING_WINDOW: Final = "WAITING_WINDOW"
    COMPENSATING: Final = "COMPENSATING"
    SUCCEEDED: Final = "SUCCEEDED"
    FAILED: Final = "FAILED"
    CANCELLED: Final = "CANCELLED"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskStep:
    """`TaskStep` of the API."""

    name: str
    """Name, unique in the task."""

    title: str
    """What it does, for people."""

    service: str
    """Service that does it."""

    state: str
    """State."""

    attempts: int
    """How often it was tried; waiting for a dependency does not count."""

    need: str
    """How badly it needs its service."""

    started_at: datetime | None = None
    """When it was first sent."""

    finished_at: datetime | None = None
    """When it ended."""

    message: str | None = None
    """What it found or is doing, for people."""

    error: Problem | None = None
    """Why it failed."""

    relied_on: ReliedOn | None = None
    """State that it was begun on, validated by an earlier step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenant:
    """`Tenant` of the API."""

    id: str
    """Identifier."""

    name: str
    """Name."""

    description: str
    """What it is for."""

    labels: dict[str, str]
    """Labels."""

    quotas: Quotas
    """Limits."""

    usage: Quotas
    """Use, in the same units as the limits."""

    deletion_protection: bool
    """Refuses deletion while true."""

    generation: int
    """Rises with each change."""

    created_at: datetime
    """When it was created."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TenantAccepted:
    """`TenantAccepted` of the API."""

    resource: Tenant
    """The resource, visible from now on."""

    task: Task
    """The task that carries the work; follow it with :wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TenantCreate:
    """`TenantCreate` of the API."""

    name: str
    """Name, unique in its parent."""

    description: str | None = None
    """What it is for."""

    labels: dict[str, str] | None = None
    """Labels."""

    quotas: Quotas | None = None
    """Limits."""

    deletion_protection: bool | None = None
    """Refuses deletion while true."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TenantPage:
    """`TenantPage` of the API."""

    items: list[Tenant]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """`Token` of the API."""

    id: str
    """Identifier."""

    name: str
    """Name."""

    principal: str
    """Principal that it speaks for."""

    kind: str
    """Whether that is a person or a program."""

    roles: list[RoleBinding]
    """Roles, and where they hold."""

    created_at: datetime
    """When it was made."""

    expires_at: datetime | None = None
    """When it ends."""

    last_used_at: datetime | None = None
    """When it was last used, to the minute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenCreate:
    """`TokenCreate` of the API."""

    name: str
    """Name, unique among the tokens of the scope."""

    role: str
    """Role."""

    tenant: str | None = None
    """Tenant, by name or identifier; for every role but PLATFORM_OPERATOR."""

    project: str | None = None
    """Project, by name or identifier; for the project roles."""

    kind: str | None = None
    """Whether it speaks for a person or for a program. Default: MACHINE."""

    expires_in: str | None = None
    """How long it is good, as an ISO 8601 duration. Default: P90D."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenCreated:
    """`TokenCreated` of the API."""

    token: Token
    """The token."""

    secret: str
    """The secret; it is not shown again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenPage:
    """`TokenPage` of the API."""

    items: list[Token]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


class Trouble:
    """Known values; later servers may send others."""

    MISSING: Final = "MISSING"
    ALTERED: Final = "ALTERED"
    REORDERED: Final = "REORDERED"


class Trust:
    """Known values; later servers may send others."""

    DECLARED: Final = "DECLARED"
    OBSERVED: Final = "OBSERVED"
    TRUSTED: Final = "TRUSTED"
    PENDING_APPROVAL: Final = "PENDING_APPROVAL"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustChange:
    """`TrustChange` of the API."""

    id: str
    """Identifier."""

    hash: str
    """Digest of all that is to be trusted; deciding needs it."""

    state: str
    """Where it stands."""

    origin: str
    """What it comes from: a plan or a drift."""

    elements: int
    """How many elements it is about."""

    actions: list[InventoryAction]
    """What is to be trusted, element by element; empty in lists."""

    requested_by: str
    """Who asked."""

    requested_at: datetime
    """When."""

    expires_at: datetime
    """When it lapses."""

    decided_by: str | None = None
    """Who decided."""

    decided_at: datetime | None = None
    """When."""

    comment: str | None = None
    """Why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustChangePage:
    """`TrustChangePage` of the API."""

    items: list[TrustChange]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


class TrustChangeState:
    """Known values; later servers may send others."""

    PENDING_APPROVAL: Final = "PENDING_APPROVAL"
    APPROVED: Final = "APPROVED"
    REJECTED: Final = "REJECTED"
    VOID: Final = "VOID"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustDecision:
    """`TrustDecision` of the API."""

    hash: str
    """Hash of the trust change as it was seen."""

    comment: str | None = None
    """Why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageCheck:
    """`UsageCheck` of the API."""

    checked_at: datetime
    """When it was asked."""

    budgets: int
    """Budgets compared."""

    charges: int
    """Charges compared."""

    intervals: int
    """Intervals compared."""

    events: int
    """Events they were derived from."""

    consistent: bool
    """Whether no difference was found."""

    differences: list[UsageDifference]
    """Differences, at most a hundred."""

    runbook: str
    """What to do where there are differences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageDifference:
    """`UsageDifference` of the API."""

    check: str
    """Which comparison found it."""

    subject: str
    """Of what."""

    expected: str
    """What it should be."""

    found: str
    """What it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageInterval:
    """`UsageInterval` of the API."""

    number: int
    """Number of the event that began it; rises."""

    resource: str
    """Resource, which may be gone."""

    dimension: str
    """What was used, as in the quotas."""

    amount: int
    """Amount."""

    datacenter: str
    """Datacenter."""

    tenant: str
    """Tenant."""

    began: datetime
    """When it began."""

    project: str | None = None
    """Project."""

    environment: str | None = None
    """Environment."""

    ended: datetime | None = None
    """When it ended; absent while it goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageIntervalPage:
    """`UsageIntervalPage` of the API."""

    items: list[UsageInterval]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageTotal:
    """`UsageTotal` of the API."""

    tenant: str
    """Tenant."""

    address: str
    """Names of tenant, project and environment; an identifier for what is gone."""

    datacenter: str
    """Datacenter."""

    dimension: str
    """What was used, as in the quotas."""

    unit_seconds: int
    """Amount times seconds. Periods that follow each other add up exactly."""

    amount_at_end: int
    """Amount in use at the end of the period."""

    project: str | None = None
    """Project."""

    environment: str | None = None
    """Environment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageTotalPage:
    """`UsageTotalPage` of the API."""

    items: list[UsageTotal]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """`Violation` of the API."""

    pointer: str
    """JSON pointer (RFC 6901) into the body."""

    code: str
    """Which rule."""

    detail: str
    """What is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vm:
    """`Vm` of the API."""

    id: str
    """Identifier."""

    name: str
    """Name, and the guest's host name."""

    tenant: str
    """Tenant."""

    project: str
    """Project."""

    environment: str
    """Environment."""

    datacenter: str
    """Datacenter."""

    labels: dict[str, str]
    """Labels."""

    image: str
    """Image version."""

    vcpus: int
    """Virtual CPUs."""

    memory_mib: int
    """Memory, MiB."""

    disk_gib: int
    """Size of the root disk, GiB."""

    interfaces: list[NetworkInterface]
    """Network interfaces; the index is the guest's order."""

    ssh_authorized_keys: list[str]
    """Keys that may log in."""

    running: bool
    """Whether it is wanted running."""

    deletion_protection: bool
    """Refuses deletion while true."""

    restartable: bool
    """Whether a second hypervisor must have had room for it."""

    residency: list[str]
    """Jurisdictions that will do; any where empty."""

    generation: int
    """Rises with each desired change."""

    created_at: datetime
    """When it was created."""

    status: VmStatus
    """What is true now."""

    shape: str | None = None
    """Shape, by name; null for a machine of its own size."""

    placement_group: str | None = None
    """Machines of the environment in the same group are kept apart."""

    spread: list[SpreadRule] | None = None
    """How the placement group was asked to be kept apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VmAccepted:
    """`VmAccepted` of the API."""

    resource: Vm
    """The resource, visible from now on."""

    task: Task
    """The task that carries the work; follow it with :wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VmAttach:
    """`VmAttach` of the API."""

    network: str
    """Network, by name or identifier."""

    address: str | None = None
    """Address wanted. Default: a free one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VmCreate:
    """`VmCreate` of the API."""

    name: str
    """Name, unique in the environment; the guest's host name."""

    project: str
    """Project, by name or identifier."""

    environment: str
    """Environment, by name or identifier."""

    datacenter: str
    """Datacenter."""

    image: str
    """Image: a family for its newest version, family@version, family:channel, or an identifier."""

    networks: list[NetworkAttachment]
    """Networks to attach, in the order of the interfaces."""

    tenant: str | None = None
    """Tenant, by name or identifier; may be left out by an actor of one tenant."""

    shape: str | None = None
    """Shape, by name or identifier; it says what vcpus, memory_mib and disk_gib would say."""

    vcpus: int | None = None
    """Virtual CPUs. Default: 1."""

    memory_mib: int | None = None
    """Memory, MiB. Default: the image's least memory."""

    disk_gib: int | None = None
    """Size of the root disk, GiB. Default: the image's size, rounded up."""

    ssh_authorized_keys: list[str] | None = None
    """OpenSSH public keys that may log in."""

    user_data: str | None = None
    """Given to the guest at first boot: a script (#!) or #cloud-config. INPUT_ONLY."""

    labels: dict[str, str] | None = None
    """Labels."""

    deletion_protection: bool | None = None
    """Refuses deletion while true. Default: false."""

    placement_group: str | None = None
    """Machines of the environment that name the same group are kept apart."""

    spread: list[SpreadRule] | None = None
    """How the placement group is kept apart; all of its machines say the same, or nothing. Default:
    what the group has; else on different hypervisors where that goes."""

    restartable: bool | None = None
    """Refuses a place if no second hypervisor has room to restart the machine. Default: false."""

    residency: list[str] | None = None
    """Jurisdictions that will do, as hypervisors name theirs. Default: any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VmDetach:
    """`VmDetach` of the API."""

    network: str
    """Network, by name or identifier."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VmDrift:
    """`VmDrift` of the API."""

    id: str
    """Identifier."""

    kind: str
    """How they differ."""

    subject: str
    """The machine's names from the tenant down, or the domain's name."""

    hypervisor: str
    """Hypervisor."""

    datacenter: str
    """Datacenter."""

    expected: str
    """What was decided."""

    seen: str
    """What was seen."""

    action: str
    """What the hypervisor's policy says is done about it."""

    repairs: int
    """How often it was put right."""

    first_seen: datetime
    """When it was first seen."""

    last_seen: datetime
    """When it was last seen."""

    runbook: str
    """Runbook."""

    vm: str | None = None
    """Machine; absent for what is unknown."""

    done: str | None = None
    """What was done last; absent while nothing was."""

    resolved_at: datetime | None = None
    """When it was gone; absent while it is there."""


class VmDriftKind:
    """Known values; later servers may send others."""

    MISSING: Final = "MISSING"
    CHANGED: Final = "CHANGED"
    STOPPED: Final = "STOPPED"
    RUNNING: Final = "RUNNING"
    UNKNOWN: Final = "UNKNOWN"


@dataclass(frozen=True, slots=True, kw_only=True)
class VmDriftPage:
    """`VmDriftPage` of the API."""

    items: list[VmDrift]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VmGuest:
    """`VmGuest` of the API."""

    agent: str
    """ANSWERS; SILENT where there is an agent that does not answer; ABSENT where there is none."""

    observed_at: datetime
    """When it was so; it is looked at every few minutes, and told again at least once an hour."""

    interfaces: list[GuestInterface]
    """Network interfaces as the guest has them."""

    hostname: str | None = None
    """Host name; null where it is not told."""

    os: str | None = None
    """Operating system."""

    kernel: str | None = None
    """Release of the kernel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VmPage:
    """`VmPage` of the API."""

    items: list[Vm]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VmPatch:
    """`VmPatch` of the API."""

    labels: dict[str, str] | None = None
    """Labels."""

    deletion_protection: bool | None = None
    """Refuses deletion while true."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VmRebuild:
    """`VmRebuild` of the API."""

    image: str | None = None
    """Image: a family for its newest version, family@version, or an identifier. Default: the image
    version that it has."""

    ssh_authorized_keys: list[str] | None = None
    """OpenSSH public keys that may log in. Default: those that it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VmResize:
    """`VmResize` of the API."""

    shape: str | None = None
    """Shape, by name or identifier; it says what vcpus, memory_mib and disk_gib would say. Default:
    none: the machine has a size of its own."""

    vcpus: int | None = None
    """Virtual CPUs. Default: as many as it has."""

    memory_mib: int | None = None
    """Memory, MiB. Default: as much as it has."""

    disk_gib: int | None = None
    """Size of the root disk, GiB; a disk never shrinks. Default: as large as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VmStats:
    """`VmStats` of the API."""

    vm: str
    """Machine."""

    name: str
    """Its name."""

    tenant: str
    """Tenant."""

    project: str
    """Project."""

    environment: str
    """Environment."""

    address: str
    """Its names from the tenant down."""

    datacenter: str
    """Datacenter."""

    state: str
    """RUNNING, OFF, or UNKNOWN where its hypervisor does not answer; without counters where it is
    not RUNNING."""

    measured_at: datetime
    """When it was measured."""

    vcpus: int
    """Virtual CPUs."""

    cpu_nanoseconds: int
    """Processor time, nanoseconds."""

    memory_bytes: int
    """Memory that the guest has, bytes."""

    disks: list[DiskStats]
    """Disks."""

    interfaces: list[InterfaceStats]
    """Network interfaces."""

    resident_bytes: int | None = None
    """Memory that it takes on its hypervisor, bytes; null where that is not told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VmStatsPage:
    """`VmStatsPage` of the API."""

    items: list[VmStats]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VmStatus:
    """`VmStatus` of the API."""

    phase: str
    """Phase."""

    conditions: list[Condition]
    """Conditions."""

    addresses: list[str]
    """Addresses, in order of the interfaces."""

    power: str
    """Power as observed."""

    observed_generation: int
    """Generation that is realised."""

    reconciling: bool
    """Whether a task is changing it."""

    placement: Placement
    """Where it is."""

    blocked_on: list[Blocker]
    """What its task waits for."""

    observed_at: datetime | None = None
    """When the power was observed."""

    seed_sha256: str | None = None
    """SHA-256 of what its guest was initialised from: host name, keys, user data, networks."""

    guest: VmGuest | None = None
    """What its guest tells of itself; null until it was looked at."""

    task: str | None = None
    """Task that changes it now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VmStop:
    """`VmStop` of the API."""

    force: bool | None = None
    """Cut the power at once instead of asking the guest first. Default: false."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """`Volume` of the API."""

    id: str
    """Identifier."""

    name: str
    """Name."""

    tenant: str
    """Tenant."""

    project: str
    """Project."""

    environment: str
    """Environment."""

    datacenter: str
    """Datacenter."""

    labels: dict[str, str]
    """Labels."""

    size_gib: int
    """Size, GiB."""

    deletion_protection: bool
    """Refuses deletion while true."""

    generation: int
    """Rises with each desired change."""

    created_at: datetime
    """When it was created."""

    status: VolumeStatus
    """What is true now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeAccepted:
    """`VolumeAccepted` of the API."""

    resource: Volume
    """The resource, visible from now on."""

    task: Task
    """The task that carries the work; follow it with :wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeAttach:
    """`VolumeAttach` of the API."""

    vm: str
    """Machine of the same environment, by name or identifier."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeCreate:
    """`VolumeCreate` of the API."""

    name: str
    """Name, unique in the environment."""

    project: str
    """Project, by name or identifier."""

    environment: str
    """Environment, by name or identifier."""

    datacenter: str
    """Datacenter."""

    size_gib: int
    """Size, GiB."""

    tenant: str | None = None
    """Tenant, by name or identifier; may be left out by an actor of one tenant."""

    labels: dict[str, str] | None = None
    """Labels."""

    deletion_protection: bool | None = None
    """Refuses deletion while true. Default: false."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeGrow:
    """`VolumeGrow` of the API."""

    size_gib: int
    """Size that it shall have, GiB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumePage:
    """`VolumePage` of the API."""

    items: list[Volume]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumePatch:
    """`VolumePatch` of the API."""

    labels: dict[str, str] | None = None
    """Labels."""

    deletion_protection: bool | None = None
    """Refuses deletion while true."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeStatus:
    """`VolumeStatus` of the API."""

    phase: str
    """Phase."""

    conditions: list[Condition]
    """Conditions."""

    serial: str
    """Serial number that the guest sees, the same in each machine."""

    size_gib: int
    """Size that is there, GiB."""

    reconciling: bool
    """Whether a task is changing it."""

    blocked_on: list[Blocker]
    """What its task waits for."""

    vm: str | None = None
    """Machine that it is attached to."""

    device: str | None = None
    """Its name in a Linux guest, the same at each start."""

    task: str | None = None
    """Task that changes it now."""


class WaitKind:
    """Known values; later servers may send others."""

    DEPENDENCY: Final = "DEPENDENCY"
    DEAD_LETTER: Final = "DEAD_LETTER"
    LANE: Final = "LANE"
    TASKS: Final = "TASKS"
    DEFINITION: Final = "DEFINITION"
    APPROVAL: Final = "APPROVAL"


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingFor:
    """`WaitingFor` of the API."""

    kind: str
    """What kind of thing."""

    name: str
    """Its name."""

    since: datetime
    """Since when."""

    tasks: list[str]
    """The tasks, where it waits for tasks."""

    ahead: int | None = None
    """How many tasks begin before it, where it waits for room in its lane."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoAmI:
    """`WhoAmI` of the API."""

    id: str
    """Principal."""

    name: str
    """Its name."""

    kind: str
    """Whether it is a person or a program."""

    token: str
    """Token in use."""

    roles: list[RoleBinding]
    """Roles, and where they hold."""

    tenants: list[ScopeName]
    """Tenants that are visible."""

    projects: list[ScopeName]
    """Projects that are visible."""

    server_version: str
    """Version of the server."""

    token_expires_at: datetime | None = None
    """When the token ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workflow:
    """`Workflow` of the API."""

    kind: str
    """Kind of task."""

    version: int
    """Version that new tasks begin with."""

    limit: str
    """How long a task may take, ISO 8601; waiting does not count."""

    steps: list[Step]
    """Steps in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkflowPage:
    """`WorkflowPage` of the API."""

    items: list[Workflow]
    """The resources, oldest first."""

    next_page_token: str | None = None
    """Send this as page_token for the next page; absent on the last."""

    unreachable: list[str] | None = None
    """What did not answer, so that the list may be incomplete."""
