// Code generated from contract/openapi.yaml by sdk/generator. DO NOT EDIT.

/** The version of the API that this package speaks. */
export const API_VERSION = "1.1";

/** `Affected` of the API. */
export interface Affected {
  /** Key. */
  key: string;
  /** How badly. */
  effect: ImpactEffect;
  /** Why, as a relation. */
  because: string;
}

/** `AffectedHypervisor` of the API. */
export interface AffectedHypervisor {
  /** Name. */
  name: string;
  /** Datacenter. */
  datacenter: string;
  /** How badly. */
  effect: ImpactEffect;
  /** Whether it is registered, and not only declared on a device. */
  registered: boolean;
  /** Machines placed on it. */
  vms: number;
}

/** `AffectedTenant` of the API. */
export interface AffectedTenant {
  /** Tenant. */
  tenant: string;
  /** Its name. */
  name: string;
  /** Machines that go. */
  vms_lost: number;
  /** Machines that stay, with less left to lose. */
  vms_reduced: number;
}

/** Known values; later servers may send others. */
export type AgentState =
  | "ANSWERS"
  | "SILENT"
  | "ABSENT"
  | (string & {});

/** `Approval` of the API. */
export interface Approval {
  /** Identifier. */
  id: string;
  /** What was asked for. */
  action: string;
  /** Resource that it is about. */
  subject: string;
  /** Its name. */
  subject_name: string;
  /** Generation of the resource that was looked at. */
  subject_generation: number;
  /** SHA-256 of request, effects and the resource's generation, hexadecimal: what is approved. */
  hash: string;
  /** The request as it is carried out. */
  request: string;
  /** The body of the request, as JSON text; empty where it has none. */
  body: string;
  /** What it does, found by carrying it out and taking it back when it was asked for. */
  effects: Preview;
  /** How much it can break. */
  blast_radius: BlastRadius;
  /** Tenant. */
  tenant?: string;
  /** Project. */
  project?: string;
  /** How many people must have looked. */
  automation_class: AutomationClass;
  /** Why it needs an approval. */
  cause: string;
  /** What the one who asked says. */
  reason?: string;
  /** Who asked. */
  requested_by: string;
  /** Their principal. */
  requested_by_id: string;
  /** State. */
  state: ApprovalState;
  /** Least role that decides, where the request would have effect. */
  eligible: Role;
  /** Approvals that it takes. */
  approvers_needed: number;
  /** Decisions so far. */
  decisions: Decision[];
  /** Task that waits, and goes on by itself. */
  task: string;
  /** When it was asked. */
  created_at: string;
  /** When it ends undecided. */
  expires_at: string;
  /** When it reached a final state. */
  finished_at?: string;
  /** Why it could not be carried out. */
  error?: Problem;
  /** Runbook for those who decide. */
  runbook: string;
}

/** `ApprovalGrant` of the API. */
export interface ApprovalGrant {
  /** Hash of what was looked at; refused where it is not what would be carried out. */
  hash: string;
  /** What the others shall know. */
  comment?: string;
}

/** `ApprovalPage` of the API. */
export interface ApprovalPage {
  /** The resources, oldest first. */
  items: Approval[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `ApprovalPolicy` of the API. */
export interface ApprovalPolicy {
  /** Tenant. */
  tenant: string;
  /**
   * Up to where the tenant's limits are raised without an approval; what is absent has no such
   * ceiling.
   */
  quota_ceiling: Quotas;
  /**
   * Least class of deleting machines, networks and projects: raises what is computed, never lowers
   * it.
   */
  deletions: AutomationClass;
  /** Rises with each change. */
  generation: number;
}

/** `ApprovalPolicyAccepted` of the API. */
export interface ApprovalPolicyAccepted {
  /** The resource, visible from now on. */
  resource: ApprovalPolicy;
  /** The task that carries the work; follow it with :wait. */
  task: Task;
}

/** `ApprovalPolicyPatch` of the API. */
export interface ApprovalPolicyPatch {
  /** Up to where the tenant's limits are raised without an approval. */
  quota_ceiling?: QuotasPatch;
  /** Least class of deleting machines, networks and projects. */
  deletions?: AutomationClass;
}

/** `ApprovalRefusal` of the API. */
export interface ApprovalRefusal {
  /** Why; the one who asked reads it. */
  reason: string;
}

/** Known values; later servers may send others. */
export type ApprovalState =
  | "PENDING"
  | "APPROVED"
  | "CARRIED_OUT"
  | "REJECTED"
  | "EXPIRED"
  | "VOID"
  | "WITHDRAWN"
  | (string & {});

/** `AuditChain` of the API. */
export interface AuditChain {
  /** Number of the chain. */
  number: number;
  /** How many records it has. */
  length: number;
  /** Hash of the last one, hexadecimal; of an empty chain, the hash that it begins with. */
  head: string;
}

/** `AuditChainPage` of the API. */
export interface AuditChainPage {
  /** The resources, oldest first. */
  items: AuditChain[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `AuditChange` of the API. */
export interface AuditChange {
  /** JSON pointer (RFC 6901) into the resource. */
  field: string;
  /** What it was; absent where it was not there. A secret is never told. */
  before?: string;
  /** What it became; absent where it is gone. A secret is never told. */
  after?: string;
}

/** `AuditEntry` of the API. */
export interface AuditEntry {
  /** Identifier. */
  id: string;
  /** When. */
  at: string;
  /** Who. */
  actor: string;
  /** What was done. */
  action: string;
  /** To what. */
  target?: string;
  /** Its name. */
  target_name: string;
  /** Tenant. */
  tenant?: string;
  /** Project. */
  project?: string;
  /** Environment. */
  environment?: string;
  /** Request. */
  request_id: string;
  /** Task, where the change takes time. */
  task?: string;
  /** Outcome so far. */
  outcome: string;
  /** Principal of the actor; absent for what a task did by itself. */
  actor_id?: string;
  /** Approval that allowed it, where one was needed. */
  approval?: string;
  /** What was changed, field by field. */
  changes: AuditChange[];
}

/** `AuditEntryPage` of the API. */
export interface AuditEntryPage {
  /** The resources, oldest first. */
  items: AuditEntry[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `AuditRecord` of the API. */
export interface AuditRecord {
  /** Chain. */
  chain: number;
  /** Place in the chain, from 1, without gaps. */
  position: number;
  /** Hash of the record before it in the chain, hexadecimal. */
  previous: string;
  /** Hash of this record, hexadecimal. */
  hash: string;
  /** The entry as JSON text, to the byte as it was hashed. */
  record: string;
}

/** `AuditRecordPage` of the API. */
export interface AuditRecordPage {
  /** The resources, oldest first. */
  items: AuditRecord[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `AuditVerdict` of the API. */
export interface AuditVerdict {
  /** Whether every record is there, unchanged and in its place. */
  intact: boolean;
  /** Records that were looked at. */
  records: number;
  /** The chains as they were looked at. */
  chains: AuditChain[];
  /** What is wrong, at most 1000 of them. */
  flaws: Flaw[];
}

/** Known values; later servers may send others. */
export type AutomationClass =
  | "AUTO"
  | "AUTO_WITH_NOTICE"
  | "ONE_APPROVAL"
  | "FOUR_EYES"
  | "MANUAL_ONLY"
  | (string & {});

/** Known values; later servers may send others. */
export type Availability =
  | "SELF_SERVICE"
  | "ON_APPROVAL"
  | "OPERATOR_GATED"
  | "DISABLED"
  | (string & {});

/** `Backup` of the API. */
export interface Backup {
  /** Identifier. */
  id: string;
  /** Name. */
  name: string;
  /** Tenant. */
  tenant: string;
  /** Project. */
  project: string;
  /** Environment. */
  environment: string;
  /** Datacenter. */
  datacenter: string;
  /** Labels. */
  labels: Record<string, string>;
  /** Volume that it is of, which may be gone. */
  volume: string;
  /** Name of that volume. */
  volume_name: string;
  /** Size of the volume then, GiB. */
  size_gib: number;
  /** Rises with each desired change. */
  generation: number;
  /** When it was asked for; nothing was written to the volume from then on until it was taken. */
  created_at: string;
  /** What is true now. */
  status: BackupStatus;
}

/** `BackupAccepted` of the API. */
export interface BackupAccepted {
  /** The resource, visible from now on. */
  resource: Backup;
  /** The task that carries the work; follow it with :wait. */
  task: Task;
}

/** `BackupCreate` of the API. */
export interface BackupCreate {
  /** Name, unique in the environment. */
  name: string;
  /** Volume of the environment, by name or identifier. */
  volume: string;
  /** Tenant, by name or identifier; may be left out by an actor of one tenant. */
  tenant?: string;
  /** Project, by name or identifier. */
  project: string;
  /** Environment, by name or identifier. */
  environment: string;
  /** Labels. */
  labels?: Record<string, string>;
}

/** `BackupPage` of the API. */
export interface BackupPage {
  /** The resources, oldest first. */
  items: Backup[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `BackupRestore` of the API. */
export interface BackupRestore {
  /** Name of the new volume, unique in the environment. */
  name: string;
  /** Labels of the new volume. */
  labels?: Record<string, string>;
  /** Whether the new volume refuses deletion. Default: false. */
  deletion_protection?: boolean;
}

/** `BackupStatus` of the API. */
export interface BackupStatus {
  /** Phase. */
  phase: Phase;
  /** Conditions. */
  conditions: Condition[];
  /** What of the volume was not empty, bytes. */
  stored_bytes: number;
  /** SHA-256 of its manifest, which lists the SHA-256 of each block; a restore checks both. */
  digest?: string;
  /** Whether a task is changing it. */
  reconciling: boolean;
  /** What its task waits for. */
  blocked_on: Blocker[];
  /** Task that changes it now. */
  task?: string;
}

/** `BlastRadius` of the API. */
export interface BlastRadius {
  /** How much of the platform it touches. */
  reach: Reach;
  /** Whether another action takes it back. */
  reversible: boolean;
  /** What is at stake for those who use what it touches. */
  data_risk: DataRisk;
}

/** `Blocker` of the API. */
export interface Blocker {
  /** Name of the dependency. */
  dependency: string;
  /** Why it can't be used. */
  cause: string;
  /** Since when. */
  since: string;
  /** Whether trying again by hand would help; it continues by itself. */
  retry_meaningful: boolean;
  /** Step that waits. */
  step?: string;
  /** Runbook for the operator. */
  runbook: string;
  /** What kind of thing it is. */
  kind: WaitKind;
  /** Tasks that are waited for, where the kind is TASKS. */
  tasks: string[];
}

/** `CapacityAfterLoss` of the API. */
export interface CapacityAfterLoss {
  /** Level of the failure domain. */
  level: PlacementLevel;
  /** Its name. */
  domain: string;
  /** Virtual CPUs that stay free; negative where not all machines can run. */
  vcpus: number;
  /** Memory that stays free, MiB; negative where not all machines can run. */
  memory_mib: number;
}

/** `CapacityAmount` of the API. */
export interface CapacityAmount {
  /** In use. */
  used: number;
  /** In all. */
  most: number;
}

/** Known values; later servers may send others. */
export type CapacityLimit =
  | "VCPUS"
  | "MEMORY"
  | (string & {});

/** `CapacityOutlook` of the API. */
export interface CapacityOutlook {
  /** Days until no room is left to promise; absent where that can't be said. */
  days_to_full?: number;
  /** What runs out first; absent where nothing does. */
  limited_by?: CapacityLimit;
  /** Virtual CPUs that are promised more each week; absent where there is no clear growth. */
  vcpus_per_week?: number;
  /** Memory that is promised more each week, MiB; absent where there is no clear growth. */
  memory_mib_per_week?: number;
  /** Days of history that this is made of. */
  days: number;
  /** How it was found, or why there is no number. */
  explanation: string;
}

/** `ChannelChange` of the API. */
export interface ChannelChange {
  /** Version since then. */
  version: string;
  /** Version before. */
  previous?: string;
  /** Whether it was taken back by it. */
  revert: boolean;
  /** Who did it. */
  by: string;
  /** Why. */
  reason?: string;
  /** When. */
  at: string;
}

/** `Condition` of the API. */
export interface Condition {
  /** What is stated. */
  type: string;
  /** Whether it holds. */
  status: boolean;
  /** Why, as one word. */
  reason: string;
  /** Why, for people. */
  message: string;
  /** Since when. */
  since: string;
  /** Runbook, where an operator can act. */
  runbook?: string;
}

/** `ConsoleClose` of the API. */
export interface ConsoleClose {
  /** Session. */
  session: string;
}

/** `ConsoleInput` of the API. */
export interface ConsoleInput {
  /** Session. */
  session: string;
  /** How many bytes were typed in the session before these. */
  offset: number;
  /** The bytes in Base64, at most 4096 of them. */
  data: string;
}

/** `ConsoleLog` of the API. */
export interface ConsoleLog {
  /** The text; bytes that are not UTF-8 are replaced. */
  text: string;
  /** Send this as offset for what comes next, bytes. */
  next_offset: number;
  /** Length of the log now, bytes. */
  size: number;
}

/** `ConsoleOpen` of the API. */
export interface ConsoleOpen {
  /**
   * End the session of somebody else who is at this console. Default: false: it is refused while
   * somebody is there.
   */
  take_over?: boolean;
}

/** `ConsoleOutput` of the API. */
export interface ConsoleOutput {
  /**
   * Position of the first byte in the session; more than was asked for where the reader was too
   * slow.
   */
  offset: number;
  /** The bytes in Base64, as the machine wrote them; empty where nothing came in time. */
  data: string;
  /** Send this as offset for what comes next. */
  next_offset: number;
  /** Whether the session goes on; what it showed last may still have to be read. */
  open: boolean;
  /** Why it ended; null while it goes on. */
  ended?: string;
}

/** `ConsoleSession` of the API. */
export interface ConsoleSession {
  /** Identifier; it is sent with all that is done in the session. */
  id: string;
  /** Machine. */
  vm: string;
  /** Who opened it. */
  opened_by: string;
  /** When it was opened. */
  opened_at: string;
  /** It ends when nothing was typed for so long, seconds. */
  idle_seconds: number;
  /** It ends when nobody read it for so long, seconds. */
  unread_seconds: number;
}

/** `ConsoleTyped` of the API. */
export interface ConsoleTyped {
  /**
   * How many bytes of the session the machine has taken; send what is after them again, from there.
   */
  next_offset: number;
}

/** Known values; later servers may send others. */
export type DataRisk =
  | "NONE"
  | "INTERRUPTION"
  | "LOSS"
  | (string & {});

/** `Datacenter` of the API. */
export interface Datacenter {
  /** Identifier. */
  id: string;
  /** Name. */
  name: string;
  /** What and where it is. */
  description: string;
  /** When it was registered. */
  created_at: string;
}

/** `DatacenterCapacity` of the API. */
export interface DatacenterCapacity {
  /** Datacenter. */
  datacenter: string;
  /** How much room there is, as tenants are told. */
  supply: Supply;
  /** Hypervisors. */
  hypervisors: number;
  /** Hypervisors that take machines and answer; what follows is of these. */
  usable: number;
  /** Virtual CPUs that may be promised. */
  vcpus: number;
  /** Virtual CPUs promised. */
  vcpus_reserved: number;
  /** Memory that may be promised, MiB. */
  memory_mib: number;
  /** Memory promised, MiB. */
  memory_mib_reserved: number;
  /**
   * The largest machines that have a place now: by memory, and by virtual CPUs where that is
   * another.
   */
  largest: PlaceableShape[];
  /** For each level that is known, the loss that leaves least. */
  after_loss: CapacityAfterLoss[];
  /** When it is full, if it goes on as it did. */
  outlook: CapacityOutlook;
}

/** `DatacenterCard` of the API. */
export interface DatacenterCard {
  /** Name. */
  name: string;
  /** What and where it is. */
  description: string;
  /** Virtual CPUs: promised, and in all. */
  vcpus: CapacityAmount;
  /** Memory, MiB: promised, and in all. */
  memory_mib: CapacityAmount;
  /** Hypervisors by phase. */
  hypervisors: Record<string, number>;
  /** Machines by phase. */
  vms: Record<string, number>;
  /** Declared elements by kind. */
  inventory: Record<string, number>;
  /** Open differences between inventory and observation, by severity. */
  drift: Record<string, number>;
  /** Trust changes that wait for a second operator, everywhere. */
  pending_trust_changes: number;
  /** Unfinished tasks by state. */
  tasks: Record<string, number>;
  /** Services, database and bus. */
  services: Part[];
}

/** `DatacenterCreate` of the API. */
export interface DatacenterCreate {
  /** Name, unique. */
  name: string;
  /** What and where it is. */
  description?: string;
}

/** `DatacenterPage` of the API. */
export interface DatacenterPage {
  /** The resources, oldest first. */
  items: Datacenter[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `DatacenterSupply` of the API. */
export interface DatacenterSupply {
  /** Datacenter. */
  datacenter: string;
  /** How much room there is. */
  supply: Supply;
}

/** `DeadLetter` of the API. */
export interface DeadLetter {
  /** Identifier. */
  id: string;
  /** Service that holds it. */
  service: string;
  /** Subject that it came on. */
  subject: string;
  /** Whether it is held, or what became of it. */
  state: DeadLetterState;
  /** Why it could not be taken. */
  cause: string;
  /** The message, as JSON text; secrets are left out, and so is what could not be read. */
  content: string;
  /** Task that it belongs to, if that can be read. */
  task?: string;
  /** Step of the task. */
  step?: string;
  /** How often it came. */
  times_seen: number;
  /** When it came first. */
  first_seen: string;
  /** When it came last. */
  last_seen: string;
  /** Runbook for the operator. */
  runbook: string;
}

/** `DeadLetterPage` of the API. */
export interface DeadLetterPage {
  /** The resources, oldest first. */
  items: DeadLetter[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** Known values; later servers may send others. */
export type DeadLetterState =
  | "OPEN"
  | "REPLAYED"
  | "DISCARDED"
  | (string & {});

/** `Decision` of the API. */
export interface Decision {
  /** Who. */
  by: string;
  /** Their principal. */
  by_id: string;
  /** When. */
  at: string;
  /** Whether they approve. */
  approves: boolean;
  /** What they say. */
  comment?: string;
}

/** `Dependency` of the API. */
export interface Dependency {
  /** Service. */
  service: string;
  /** Whether it can be used. */
  up: boolean;
  /** Since when. */
  since: string;
  /** Why. */
  cause: string;
}

/** `Device` of the API. */
export interface Device {
  /** Identifier. */
  id: string;
  /** Key, as the graph names it. */
  key: string;
  /** Name, unique in the datacenter. */
  name: string;
  /** Datacenter. */
  datacenter: string;
  /** SERVER, SWITCH, ROUTER, PDU, STORAGE, FIREWALL or OTHER. */
  type: string;
  /** Rack that it is mounted in. */
  rack?: string;
  /** Lowest rack unit that it takes. */
  position?: number;
  /** Height in rack units. */
  height?: number;
  /** FRONT, REAR or BOTH faces of the rack. */
  face?: string;
  /** Maker. */
  vendor?: string;
  /** Model. */
  model?: string;
  /** Serial number. */
  serial?: string;
  /** Asset tag. */
  asset_tag?: string;
  /** What it is there for. */
  role?: string;
  /** Its own name for itself. */
  hostname?: string;
  /** Logical processors. */
  cpus?: number;
  /** Memory, MiB. */
  memory_mib?: number;
  /** Hypervisor that runs on it. */
  hypervisor?: string;
  /** Keys of what powers it. */
  powered_by: string[];
  /** What it is, for people. */
  description?: string;
  /** Failure domains that it shares its fate with, by trusted declarations only. */
  domains: string[];
  /** How far this may be relied on. */
  trust: Trust;
  /** When a complete observation last agreed. */
  confirmed_at?: string;
}

/** `DeviceLink` of the API. */
export interface DeviceLink {
  /** Identifier. */
  id: string;
  /** Key, as the graph names it. */
  key: string;
  /** Cable id, unique in the datacenter. */
  name: string;
  /** Datacenter. */
  datacenter: string;
  /** Key of the port at one end. */
  a: string;
  /** Key of the port at the other end. */
  b: string;
  /** What it is, for people. */
  description?: string;
  /** How far this may be relied on. */
  trust: Trust;
  /** When a complete observation last agreed. */
  confirmed_at?: string;
}

/** `DeviceLinkPage` of the API. */
export interface DeviceLinkPage {
  /** The resources, oldest first. */
  items: DeviceLink[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `DevicePage` of the API. */
export interface DevicePage {
  /** The resources, oldest first. */
  items: Device[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `DevicePort` of the API. */
export interface DevicePort {
  /** Identifier. */
  id: string;
  /** Key, as the graph names it. */
  key: string;
  /** Name, unique on the device. */
  name: string;
  /** Datacenter. */
  datacenter: string;
  /** Device. */
  device: string;
  /** Form, as in RJ45, SFP28, QSFP28, C13. */
  form?: string;
  /** Speed, Mbit/s. */
  speed_mbps?: number;
  /** Hardware address. */
  mac?: string;
  /** How far this may be relied on. */
  trust: Trust;
  /** When a complete observation last agreed. */
  confirmed_at?: string;
}

/** `DevicePortPage` of the API. */
export interface DevicePortPage {
  /** The resources, oldest first. */
  items: DevicePort[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `DiskStats` of the API. */
export interface DiskStats {
  /** Name at the hypervisor; the root disk is vda. */
  name: string;
  /** Read, bytes. */
  read_bytes: number;
  /** Reads. */
  reads: number;
  /** Written, bytes. */
  written_bytes: number;
  /** Writes. */
  writes: number;
}

/** `Drift` of the API. */
export interface Drift {
  /** Identifier. */
  id: string;
  /** Key of what differs. */
  subject: string;
  /** Datacenter. */
  datacenter: string;
  /** Field that differs; absent where the whole subject is missing or extra. */
  field?: string;
  /** How it differs. */
  difference: DriftKind;
  /** Value that was declared. */
  declared?: string;
  /** Value that was observed. */
  observed?: string;
  /** How much depends on it. */
  severity: DriftSeverity;
  /** What was decided about it. */
  state: DriftState;
  /** Since when it differs, as far as was seen. */
  since: string;
  /** When it was last seen to differ. */
  observed_at: string;
  /** Who or what saw it. */
  source: string;
  /** Until when it is ignored. */
  ignored_until?: string;
  /** Why that was decided. */
  reason?: string;
  /** Trust change that waits for a second operator. */
  trust_change?: string;
  /** Runbook. */
  runbook: string;
}

/** Known values; later servers may send others. */
export type DriftAction =
  | "REPAIR"
  | "REPORT"
  | (string & {});

/** `DriftIgnore` of the API. */
export interface DriftIgnore {
  /** Until when; at most a year ahead. */
  until: string;
  /** Why. */
  reason: string;
}

/** Known values; later servers may send others. */
export type DriftKind =
  | "MISSING"
  | "EXTRA"
  | "DIFFERENT"
  | (string & {});

/** `DriftPage` of the API. */
export interface DriftPage {
  /** The resources, oldest first. */
  items: Drift[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `DriftReject` of the API. */
export interface DriftReject {
  /** Why. */
  reason: string;
}

/** Known values; later servers may send others. */
export type DriftSeverity =
  | "LOW"
  | "MEDIUM"
  | "HIGH"
  | (string & {});

/** Known values; later servers may send others. */
export type DriftState =
  | "OPEN"
  | "IGNORED"
  | "REJECTED"
  | "PENDING_APPROVAL"
  | (string & {});

/** `Environment` of the API. */
export interface Environment {
  /** Identifier. */
  id: string;
  /** Name. */
  name: string;
  /** Tenant. */
  tenant: string;
  /** Project. */
  project: string;
  /** What it is for. */
  description: string;
  /** Labels. */
  labels: Record<string, string>;
  /** Limits. */
  quotas: Quotas;
  /** Use, in the same units as the limits. */
  usage: Quotas;
  /** Refuses deletion while true. */
  deletion_protection: boolean;
  /** Rises with each change. */
  generation: number;
  /** When it was created. */
  created_at: string;
}

/** `EnvironmentAccepted` of the API. */
export interface EnvironmentAccepted {
  /** The resource, visible from now on. */
  resource: Environment;
  /** The task that carries the work; follow it with :wait. */
  task: Task;
}

/** `EnvironmentCreate` of the API. */
export interface EnvironmentCreate {
  /** Name, unique in its parent. */
  name: string;
  /** Tenant, by name or identifier; may be left out by an actor of one tenant. */
  tenant?: string;
  /** Project, by name or identifier. */
  project: string;
  /** What it is for. */
  description?: string;
  /** Labels. */
  labels?: Record<string, string>;
  /** Limits. */
  quotas?: Quotas;
  /** Refuses deletion while true. */
  deletion_protection?: boolean;
}

/** `EnvironmentPage` of the API. */
export interface EnvironmentPage {
  /** The resources, oldest first. */
  items: Environment[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `Execution` of the API. */
export interface Execution {
  /** Step. */
  step: string;
  /** Service. */
  service: string;
  /** State. */
  state: StepState;
  /** How often it was tried. */
  attempts: number;
  /** How often the present command was sent. */
  sends: number;
  /** Whether the bus has taken it. */
  taken: boolean;
  /** When it was last sent or reported on. */
  last_heard_at?: string;
  /** When the present try counts as lost. */
  expires_at?: string;
}

/** `FailureDomain` of the API. */
export interface FailureDomain {
  /** Identifier. */
  id: string;
  /** Key, as the graph names it. */
  key: string;
  /** Level of the tree (REGION to RACK), or kind of set, as POWER_FEED. */
  kind: string;
  /** Name. */
  name: string;
  /** Datacenter; a region has none. */
  datacenter?: string;
  /** Key of the next level up; sets have none. */
  parent?: string;
  /** Keys of the members of a set. */
  members: string[];
  /** What it is, for people. */
  description?: string;
  /** How far this may be relied on. */
  trust: Trust;
}

/** `FailureDomainPage` of the API. */
export interface FailureDomainPage {
  /** The resources, oldest first. */
  items: FailureDomain[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** Known values; later servers may send others. */
export type FenceMeans =
  | "POWER_OFF"
  | "PORTS_DOWN"
  | "STORAGE_EXPIRED"
  | "OPERATORS_WORD"
  | (string & {});

/** `FenceProof` of the API. */
export interface FenceProof {
  /** What was confirmed. */
  means: FenceMeans;
  /** What was seen. */
  evidence: string;
  /** Who stands for it. */
  by: string;
  /** When it was recorded. */
  at: string;
}

/** `FieldChange` of the API. */
export interface FieldChange {
  /** Field. */
  field: string;
  /** Value now; absent if it has none. */
  before?: string;
  /** Value then; absent if it has none. */
  after?: string;
  /** Whether it is trusted only after a second operator approves. */
  sensitive: boolean;
}

/** `Finding` of the API. */
export interface Finding {
  /** Code of the catalogue. */
  code: string;
  /** How soon somebody should look. */
  severity: Severity;
  /** What is wrong, in a few words. */
  title: string;
  /** What is wrong, with names and figures. */
  detail: string;
  /** How many are concerned. */
  count: number;
  /** Some of those that are concerned, by name. */
  subjects: string[];
  /** Since when, where that is known. */
  since?: string;
  /** Shows what is concerned. */
  command: string;
  /** What to do. */
  runbook: string;
}

/** `Findings` of the API. */
export interface Findings {
  /** When it was looked. */
  at: string;
  /** What was found. */
  findings: Finding[];
}

/** `Flaw` of the API. */
export interface Flaw {
  /** What is wrong. */
  trouble: Trouble;
  /** Chain. */
  chain: number;
  /** Place in the chain; of a run, the first. */
  position: number;
  /** The entry, where there is one to name. */
  entry?: string;
  /** What was found and what was expected. */
  detail: string;
}

/** `GraphEdge` of the API. */
export interface GraphEdge {
  /** Key. */
  source: string;
  /** Kind of the relation. */
  type: string;
  /** Key. */
  target: string;
}

/** `GraphNode` of the API. */
export interface GraphNode {
  /** Key. */
  key: string;
  /** Kind. */
  kind: string;
  /** Name. */
  name: string;
  /** Datacenter, where it is in one. */
  datacenter?: string;
  /** Edges between it and the root. */
  distance: number;
}

/** `GuestInterface` of the API. */
export interface GuestInterface {
  /** Name inside the guest. */
  name: string;
  /** Index of the machine's interface; null for one of the guest's own. */
  index?: number;
  /** MAC address; null where it has none. */
  mac?: string;
  /** Addresses with the length of their prefix. */
  addresses: string[];
}

/** `Health` of the API. */
export interface Health {
  /** OK, DEGRADED or DOWN. */
  status: string;
  /** Version of the server. */
  version: string;
  /** Each part. */
  parts: Part[];
}

/** `Hypervisor` of the API. */
export interface Hypervisor {
  /** Identifier. */
  id: string;
  /** Name. */
  name: string;
  /** Datacenter. */
  datacenter: string;
  /** Runtime driver. */
  driver: string;
  /** Address of the runtime, as its driver writes it. */
  endpoint: string;
  /** Rises with each desired change. */
  generation: number;
  /** Whether new machines may be placed here. */
  schedulable: boolean;
  /** Class, which says how far processors and memory are promised more than once. */
  hypervisor_class: string;
  /** Rack that it stands in. */
  rack?: string;
  /** Power feed that it hangs on. */
  power_feed?: string;
  /** Room that it stands in. */
  room?: string;
  /** Jurisdiction that it stands in. */
  jurisdiction?: string;
  /** Storage of its machines' disks that it shares with other hypervisors of the same. */
  storage?: string;
  /** What is done about a machine that is missing here. */
  on_missing: DriftAction;
  /** What is done about a machine that was changed here. */
  on_changed: DriftAction;
  /** What is done about a machine that does not run and should. */
  on_stopped: DriftAction;
  /** What is done about a machine that runs and should not. */
  on_running: DriftAction;
  /** Virtual CPUs that may be promised. */
  vcpus: number;
  /** Memory that may be promised, MiB. */
  memory_mib: number;
  /** When it was registered. */
  created_at: string;
  /** What is true now. */
  status: HypervisorStatus;
}

/** `HypervisorAccepted` of the API. */
export interface HypervisorAccepted {
  /** The resource, visible from now on. */
  resource: Hypervisor;
  /** The task that carries the work; follow it with :wait. */
  task: Task;
}

/** `HypervisorCreate` of the API. */
export interface HypervisorCreate {
  /** Name, unique in the datacenter. */
  name: string;
  /** Datacenter. */
  datacenter: string;
  /** Runtime driver: libvirt or simulated. */
  driver: string;
  /** Address of the runtime. */
  endpoint: string;
  /** Virtual CPUs that may be promised. */
  vcpus?: number;
  /** Memory that may be promised, MiB. */
  memory_mib?: number;
  /**
   * Class, which says how far processors and memory are promised more than once: standard,
   * dedicated or dense. Default: standard.
   */
  hypervisor_class?: string;
  /** Rack that it stands in. */
  rack?: string;
  /** Power feed that it hangs on. */
  power_feed?: string;
  /** Room that it stands in. */
  room?: string;
  /** Jurisdiction that it stands in. */
  jurisdiction?: string;
  /**
   * Storage of its machines' disks, where other hypervisors see the same under the same paths; left
   * out where the disks are its own.
   */
  storage?: string;
}

/** `HypervisorDrain` of the API. */
export interface HypervisorDrain {
  /**
   * Whether machines that run may be stopped for the time of their move; without that they are
   * waited for, as no runtime here moves them while they run. Default: false.
   */
  stop_machines?: boolean;
}

/** `HypervisorFence` of the API. */
export interface HypervisorFence {
  /** What was seen that proves it, and where; it is kept with your name. */
  attest: string;
  /**
   * What was confirmed: POWER_OFF, PORTS_DOWN, STORAGE_EXPIRED or OPERATORS_WORD. Default:
   * OPERATORS_WORD.
   */
  means?: FenceMeans;
}

/** `HypervisorPage` of the API. */
export interface HypervisorPage {
  /** The resources, oldest first. */
  items: Hypervisor[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `HypervisorPatch` of the API. */
export interface HypervisorPatch {
  /** Whether new machines may be placed here. */
  schedulable?: boolean;
  /** Rack that it stands in. */
  rack?: string;
  /** Power feed that it hangs on. */
  power_feed?: string;
  /** Room that it stands in. */
  room?: string;
  /** Jurisdiction that it stands in. */
  jurisdiction?: string;
  /** What is done about a machine that is missing here. */
  on_missing?: DriftAction;
  /** What is done about a machine that was changed here. */
  on_changed?: DriftAction;
  /** What is done about a machine that does not run and should. */
  on_stopped?: DriftAction;
  /** What is done about a machine that runs and should not. */
  on_running?: DriftAction;
}

/** `HypervisorStatus` of the API. */
export interface HypervisorStatus {
  /** Phase. */
  phase: Phase;
  /** Conditions. */
  conditions: Condition[];
  /** KVM or EMULATION, found out by running a guest. */
  virtualization?: string;
  /** Why that one. */
  virtualization_note?: string;
  /** Version of the runtime. */
  runtime_version?: string;
  /** Virtual CPUs promised. */
  vcpus_reserved: number;
  /** Memory promised, MiB. */
  memory_mib_reserved: number;
  /** Machines placed here. */
  vms: number;
  /** Domains that are not ours; they are reported and left alone. */
  foreign_domains: number;
  /** When this was observed. */
  observed_at?: string;
  /** Whether it is in maintenance: its machines leave, and none comes. */
  maintenance: boolean;
  /** Why no machine is placed here, until it is over or an operator releases it. */
  quarantine?: string;
  /** Since when it is in quarantine for its failures. */
  quarantined_at?: string;
  /** When quarantine, or the report of its failures, ends by itself, if nothing fails before. */
  quarantine_ends_at?: string;
  /** How it fails, where so many others are in quarantine that it stays in service. */
  failing?: string;
  /** The proof that it ran nothing, while it is fenced. */
  fence?: FenceProof;
}

/** `Image` of the API. */
export interface Image {
  /** Identifier. */
  id: string;
  /** Family. */
  name: string;
  /** Version; with the name it never means anything else. */
  version: string;
  /** Datacenter that holds it. */
  datacenter: string;
  /** Architecture. */
  architecture: string;
  /** Operating system. */
  os: string;
  /** SHA-256 of the disk, hexadecimal. */
  sha256: string;
  /** SHA-256 of all that a machine gets of it, hexadecimal: the same in each datacenter. */
  digest?: string;
  /** Size of the disk file, bytes. */
  size_bytes: number;
  /** Size of the disk that the guest sees, bytes. */
  virtual_size_bytes: number;
  /** Least memory that a guest needs, MiB. */
  min_memory_mib: number;
  /** User that ssh keys are for. */
  default_user?: string;
  /** Where it comes from, if its manifest says so. */
  provenance?: ImageProvenance;
  /** Who stands for it. */
  signature: ImageSignature;
  /** Channels that lead to it. */
  channels: string[];
  /** Where else the version is, this datacenter included. */
  replicas: ImageReplica[];
  /** Whether nothing new may be made from it. */
  retired: boolean;
  /** Why it is retired. */
  retired_reason?: string;
  /** Refuses deletion while true. */
  deletion_protection: boolean;
  /** Rises with each change. */
  generation: number;
  /** Phase. */
  phase: Phase;
  /** Conditions. */
  conditions: Condition[];
  /** When it was registered. */
  created_at: string;
}

/** `ImageAccepted` of the API. */
export interface ImageAccepted {
  /** The resource, visible from now on. */
  resource: Image;
  /** The task that carries the work; follow it with :wait. */
  task: Task;
}

/** `ImageChannel` of the API. */
export interface ImageChannel {
  /** Identifier. */
  id: string;
  /** What machines name. */
  name: string;
  /** Family. */
  family: string;
  /** Channel. */
  channel: string;
  /** Version that it leads to. */
  version: string;
  /** Version that it led to before, and that a revert leads back to. */
  previous?: string;
  /** Where that version is. */
  replicas: ImageReplica[];
  /** Datacenters in which that version can't be used. */
  missing: string[];
  /** Latest changes, newest first; only operators see them. */
  history: ChannelChange[];
  /** Rises with each change. */
  generation: number;
  /** When it last changed. */
  updated_at: string;
}

/** `ImageChannelPage` of the API. */
export interface ImageChannelPage {
  /** The resources, oldest first. */
  items: ImageChannel[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `ImageCreate` of the API. */
export interface ImageCreate {
  /** Family; what image.json says. */
  name: string;
  /** Version; what image.json says. */
  version: string;
  /** Datacenter. */
  datacenter: string;
  /** Directory on the site's image host. */
  source: string;
  /** Refuses deletion while true. Default: false. */
  deletion_protection?: boolean;
}

/** `ImageKey` of the API. */
export interface ImageKey {
  /** Identifier. */
  id: string;
  /** Name. */
  name: string;
  /** Ed25519 public key, PEM. */
  public_key: string;
  /** SHA-256 of the key, hexadecimal. */
  fingerprint: string;
  /** Who trusted it. */
  trusted_by: string;
  /** Since when. */
  created_at: string;
}

/** `ImageKeyCreate` of the API. */
export interface ImageKeyCreate {
  /** Name. */
  name: string;
  /** Ed25519 public key, PEM: openssl pkey -in KEY -pubout. */
  public_key: string;
}

/** `ImageKeyPage` of the API. */
export interface ImageKeyPage {
  /** The resources, oldest first. */
  items: ImageKey[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `ImagePage` of the API. */
export interface ImagePage {
  /** The resources, oldest first. */
  items: Image[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `ImagePatch` of the API. */
export interface ImagePatch {
  /** Refuses deletion while true. */
  deletion_protection?: boolean;
}

/** `ImagePolicy` of the API. */
export interface ImagePolicy {
  /** Whose signature an image needs. */
  signatures: ImageSignatures;
  /** Whether unsigned images are refused now. */
  required: boolean;
  /** Rises with each change. */
  generation: number;
}

/** `ImagePolicyPatch` of the API. */
export interface ImagePolicyPatch {
  /** Whose signature an image needs. */
  signatures?: ImageSignatures;
}

/** `ImagePromotion` of the API. */
export interface ImagePromotion {
  /** Channel of the image's family; made if there is none. */
  channel: string;
  /** Why, for those who look later. */
  reason?: string;
}

/** `ImageProvenance` of the API. */
export interface ImageProvenance {
  /** What it was built from. */
  source: string;
  /** Who or what built it. */
  builder: string;
  /** SHA-256 of the inputs that were declared, hexadecimal. */
  inputs_sha256: string;
  /** When it was built. */
  built_at: string;
}

/** `ImageReplica` of the API. */
export interface ImageReplica {
  /** Datacenter. */
  datacenter: string;
  /** Identifier there. */
  image: string;
  /** Phase there. */
  phase: Phase;
}

/** `ImageReplicate` of the API. */
export interface ImageReplicate {
  /** Datacenter that shall have it too. */
  datacenter: string;
}

/** `ImageRetire` of the API. */
export interface ImageRetire {
  /** Why; those who are refused are told. */
  reason: string;
}

/** `ImageRetirement` of the API. */
export interface ImageRetirement {
  /** The version. */
  name: string;
  /** Why. */
  reason: string;
  /** It, in each datacenter. */
  images: string[];
  /** Machines that are made from it, at most 100. */
  users: ImageUser[];
  /** Whether there are more: see the image's users. */
  more: boolean;
}

/** `ImageSignature` of the API. */
export interface ImageSignature {
  /** Whether it is signed, and by whom. */
  trust: SignatureTrust;
  /** Name of the trusted key. */
  key?: string;
  /** Fingerprint of the key that signed it, where that was trusted once. */
  fingerprint?: string;
}

/** Known values; later servers may send others. */
export type ImageSignatures =
  | "WHEN_KEYS_EXIST"
  | "REQUIRED"
  | "OPTIONAL"
  | (string & {});

/** `ImageUser` of the API. */
export interface ImageUser {
  /** Machine. */
  vm: string;
  /** Its name. */
  name: string;
  /** Tenant. */
  tenant: string;
  /** Project. */
  project: string;
  /** Environment. */
  environment: string;
  /** Datacenter. */
  datacenter: string;
  /** Image. */
  image: string;
}

/** `ImageUserPage` of the API. */
export interface ImageUserPage {
  /** The resources, oldest first. */
  items: ImageUser[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** Known values; later servers may send others. */
export type ImpactEffect =
  | "LOST"
  | "REDUCED"
  | (string & {});

/** `InterfaceStats` of the API. */
export interface InterfaceStats {
  /** Index, from 0. */
  index: number;
  /** Received, bytes. */
  received_bytes: number;
  /** Received packets. */
  received_packets: number;
  /** Packets that were to be received and were dropped. */
  received_dropped: number;
  /** Sent, bytes. */
  sent_bytes: number;
  /** Sent packets. */
  sent_packets: number;
  /** Packets that were to be sent and were dropped. */
  sent_dropped: number;
}

/** `InventoryAction` of the API. */
export interface InventoryAction {
  /** What is done. */
  action: InventoryVerb;
  /** Key of the element. */
  key: string;
  /** Fields that differ, by name. */
  fields: FieldChange[];
}

/** `InventoryDocument` of the API. */
export interface InventoryDocument {
  /** Format and version. */
  format: string;
  /** Generation of the inventory that it shows. */
  generation: number;
  /** The document, YAML. */
  document: string;
}

/** `InventoryGraph` of the API. */
export interface InventoryGraph {
  /** Key that the search began at. */
  root: string;
  /** Resources that were reached, nearest first. */
  nodes: GraphNode[];
  /** Relations between them. */
  edges: GraphEdge[];
  /** Whether there was more than a graph may show; ask for less depth or fewer kinds of edge. */
  truncated: boolean;
}

/** `InventoryImpact` of the API. */
export interface InventoryImpact {
  /** Key of what is lost. */
  root: string;
  /** All that is affected, the root included, ports and cables left out. */
  affected: Affected[];
  /** Hypervisors that are affected. */
  hypervisors: AffectedHypervisor[];
  /** Machines that are affected, by tenant. */
  tenants: AffectedTenant[];
  /** Whether there was more than can be shown. */
  truncated: boolean;
}

/** `InventoryPlan` of the API. */
export interface InventoryPlan {
  /** Identifier. */
  id: string;
  /** Digest of all that the plan does; applying needs it. */
  hash: string;
  /** Whether it is applied, and whether it still can be. */
  state: PlanState;
  /** Generation of the inventory that it was made for. */
  parent_generation: number;
  /** Whether what was not mentioned is deleted. */
  prune: boolean;
  /** Who made it. */
  created_by: string;
  /** When it was made. */
  created_at: string;
  /** Who applied it. */
  applied_by?: string;
  /** When it was applied. */
  applied_at?: string;
  /** Elements that it creates. */
  creates: number;
  /** Elements that it changes. */
  changes: number;
  /** Elements that it deletes. */
  deletes: number;
  /** Elements of the document that are so already. */
  unchanged: number;
  /** All that it does, in order; empty in lists. */
  actions: InventoryAction[];
  /**
   * What the document's datacenters have and it does not mention; deleted with prune only, empty in
   * lists.
   */
  unmentioned: string[];
  /**
   * Trust change that a second operator decides, where the plan touches what only they make
   * trusted.
   */
  trust_change?: string;
}

/** `InventoryPlanApply` of the API. */
export interface InventoryPlanApply {
  /** Hash of the plan as it was seen. */
  hash: string;
}

/** `InventoryPlanCreate` of the API. */
export interface InventoryPlanCreate {
  /** The inventory as YAML, format dataverket.inventory/v1. */
  document: string;
  /**
   * Whether to delete what the document's datacenters have and the document does not mention.
   * Default: false.
   */
  prune?: boolean;
}

/** `InventoryPlanPage` of the API. */
export interface InventoryPlanPage {
  /** The resources, oldest first. */
  items: InventoryPlan[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** Known values; later servers may send others. */
export type InventoryVerb =
  | "CREATE"
  | "CHANGE"
  | "DELETE"
  | (string & {});

/** `Lease` of the API. */
export interface Lease {
  /** Whether some process holds it now. */
  held: boolean;
  /** How often it has changed hands. */
  epoch: number;
  /** When it runs out unless it is renewed. */
  expires_at: string;
}

/** Known values; later servers may send others. */
export type MeasuredState =
  | "RUNNING"
  | "OFF"
  | "UNKNOWN"
  | (string & {});

/** Known values; later servers may send others. */
export type NeedKind =
  | "HARD"
  | "SOFT"
  | "RECONCILE"
  | (string & {});

/** `Network` of the API. */
export interface Network {
  /** Identifier. */
  id: string;
  /** Name. */
  name: string;
  /** Tenant. */
  tenant: string;
  /** Project. */
  project: string;
  /** Environment. */
  environment: string;
  /** Datacenter. */
  datacenter: string;
  /** Labels. */
  labels: Record<string, string>;
  /** Whether machines reach the outside, by source NAT. */
  egress: boolean;
  /** Refuses deletion while true. */
  deletion_protection: boolean;
  /** Rises with each desired change. */
  generation: number;
  /** When it was created. */
  created_at: string;
  /** What is true now. */
  status: NetworkStatus;
}

/** `NetworkAccepted` of the API. */
export interface NetworkAccepted {
  /** The resource, visible from now on. */
  resource: Network;
  /** The task that carries the work; follow it with :wait. */
  task: Task;
}

/** `NetworkAttachment` of the API. */
export interface NetworkAttachment {
  /** Network, by name or identifier. */
  network: string;
  /** Address wanted. Default: a free one. */
  address?: string;
}

/** `NetworkCreate` of the API. */
export interface NetworkCreate {
  /** Name, unique in the environment. */
  name: string;
  /** Tenant, by name or identifier; may be left out by an actor of one tenant. */
  tenant?: string;
  /** Project, by name or identifier. */
  project: string;
  /** Environment, by name or identifier. */
  environment: string;
  /** Datacenter. */
  datacenter: string;
  /**
   * IPv4 prefix in canonical form, /16 to /29, private space. Default: a free prefix of the
   * datacenter's pool.
   */
  prefix?: string;
  /** Length of the prefix, where none is given. Default: 24. */
  prefix_length?: number;
  /** Whether machines reach the outside, by source NAT. Default: false. */
  egress?: boolean;
  /** Labels. */
  labels?: Record<string, string>;
  /** Refuses deletion while true. Default: false. */
  deletion_protection?: boolean;
}

/** `NetworkInterface` of the API. */
export interface NetworkInterface {
  /** Index, from 0. */
  index: number;
  /** Network. */
  network: string;
  /** MAC address, derived from machine and index. */
  mac: string;
  /** Address that was asked for. */
  requested_address?: string;
  /** Address that it has. */
  address?: string;
}

/** `NetworkPage` of the API. */
export interface NetworkPage {
  /** The resources, oldest first. */
  items: Network[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `NetworkPatch` of the API. */
export interface NetworkPatch {
  /** Labels. */
  labels?: Record<string, string>;
  /** Refuses deletion while true. */
  deletion_protection?: boolean;
}

/** `NetworkShare` of the API. */
export interface NetworkShare {
  /** Tenant or project, by identifier or by its names from the tenant down. */
  scope: string;
}

/** `NetworkStatus` of the API. */
export interface NetworkStatus {
  /** Phase. */
  phase: Phase;
  /** Conditions. */
  conditions: Condition[];
  /** Prefix. */
  prefix?: string;
  /** Address of the gateway. */
  gateway?: string;
  /** VLAN identifier in the datacenter (IEEE 802.1Q). */
  vlan?: number;
  /** Addresses that machines can have. */
  addresses_total: number;
  /** Addresses promised to machines. */
  addresses_used: number;
  /** Generation that is realised. */
  observed_generation: number;
  /** What its task waits for. */
  blocked_on: Blocker[];
  /** Task that changes it now. */
  task?: string;
}

/** `Observation` of the API. */
export interface Observation {
  /** Identifier. */
  id: string;
  /** Who or what looked. */
  source: string;
  /** Key of what was looked at. */
  scope: string;
  /** When. */
  observed_at: string;
  /** When it was recorded. */
  recorded_at: string;
  /** Whether all of the kinds in the scope were seen. */
  complete: boolean;
  /** Kinds that were looked for. */
  kinds: string[];
  /** How many subjects were seen. */
  seen: number;
  /** What was seen; empty in lists. */
  subjects: ObservedSubject[];
}

/** `ObservationCreate` of the API. */
export interface ObservationCreate {
  /** Who or what looked. */
  source: string;
  /** Key of what was looked at: a datacenter, a rack or a device. */
  scope: string;
  /** When. */
  observed_at: string;
  /**
   * Whether all of the given kinds in the scope were seen. Only complete ones are held against the
   * inventory.
   */
  complete: boolean;
  /** Kinds that were looked for, as DEVICE and PORT. Default: the kinds of the subjects. */
  kinds?: string[];
  /** What was seen. */
  subjects: ObservedSubject[];
}

/** `ObservationPage` of the API. */
export interface ObservationPage {
  /** The resources, oldest first. */
  items: Observation[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `ObservedSubject` of the API. */
export interface ObservedSubject {
  /** Its key, as the inventory would name it. */
  key: string;
  /** Fields as they were seen, by the names that the inventory's document has. */
  facts: Record<string, string>;
}

/** `OfferingInfo` of the API. */
export interface OfferingInfo {
  /** Name. */
  name: string;
  /** What it is. */
  description: string;
  /** Whether it is enabled for the scope. */
  enabled: boolean;
  /** Who may create one here. */
  availability: Availability;
  /** Who decided that. */
  decided_by: string;
  /** Whether a request needs an environment. */
  environment_required: boolean;
  /** Least role that may create one. */
  role: Role;
  /** Whether the actor may create one without an operator. */
  self_service: boolean;
  /** Use and limit, for each limit that applies, as used/limit. */
  quotas: Record<string, string>;
  /** Limits that apply, with what is left; those without a limit are left out. */
  limits: OfferingLimit[];
  /** Where one can be placed, and how large it may be there. */
  placement: PlacementRule[];
  /** Services that must be up, and whether they are. */
  dependencies: Record<string, boolean>;
  /** What must be there first. */
  prerequisites: Prerequisite[];
}

/** `OfferingInfoPage` of the API. */
export interface OfferingInfoPage {
  /** The resources, oldest first. */
  items: OfferingInfo[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `OfferingLimit` of the API. */
export interface OfferingLimit {
  /** Tenant, project or environment that is limited. */
  scope: string;
  /** Its names from the tenant down. */
  address: string;
  /** Of what. */
  dimension: string;
  /** Datacenter in which it holds; absent for all together. */
  datacenter?: string;
  /** Limit. */
  limit: number;
  /** Used. */
  used: number;
  /** Left. */
  left: number;
}

/** `OfferingPolicy` of the API. */
export interface OfferingPolicy {
  /**
   * Tenant or project, by identifier or by names from the tenant down. Default: the whole platform.
   */
  scope?: string;
  /** Who may create it. Default: what the level above decides. */
  availability?: Availability;
}

/** `Part` of the API. */
export interface Part {
  /** Name. */
  name: string;
  /** Whether it answers. */
  up: boolean;
  /** What is wrong, or how it is. */
  detail: string;
  /** When it was last heard. */
  last_seen?: string;
  /** UP; DEGRADED where it answers but fails what it is asked; DOWN. */
  state: string;
  /** Since when it is in that state, where that is known. */
  since?: string;
}

/** Known values; later servers may send others. */
export type Phase =
  | "PROVISIONING"
  | "READY"
  | "RUNNING"
  | "STOPPED"
  | "UPDATING"
  | "DEGRADED"
  | "UNKNOWN"
  | "FAILED"
  | "DELETING"
  | "DELETED"
  | (string & {});

/** `PlaceableShape` of the API. */
export interface PlaceableShape {
  /** Virtual CPUs. */
  vcpus: number;
  /** Memory, MiB. */
  memory_mib: number;
  /** Name of the hypervisor. */
  hypervisor: string;
}

/** `Placement` of the API. */
export interface Placement {
  /** Datacenter. */
  datacenter: string;
  /** Hypervisor; only operators see it. */
  hypervisor?: string;
}

/** `PlacementDecision` of the API. */
export interface PlacementDecision {
  /** Machine; none for a trial. */
  vm?: string;
  /** Whether a host was found. */
  placed: boolean;
  /** Datacenter. */
  datacenter: string;
  /** Virtual CPUs wanted. */
  vcpus: number;
  /** Memory wanted, MiB. */
  memory_mib: number;
  /** Placement group. */
  group?: string;
  /** What made one host better than another. */
  strategy: PlacementStrategy;
  /** Version of the datacenter's placement policy. */
  policy_version: number;
  /** Version of the rules by which hosts are compared. */
  engine_version: number;
  /** Hosts of the datacenter. */
  considered: number;
  /** Hosts that will not do, each counted for the first filter that it failed. */
  refusals: PlacementRefusal[];
  /** The best hosts that would do, the best first. */
  best: PlacementScore[];
  /** The chosen hypervisor. */
  hypervisor?: string;
  /** The same in words. */
  explanation: string;
  /** When it was decided. */
  decided_at: string;
}

/** Known values; later servers may send others. */
export type PlacementLevel =
  | "HOST"
  | "RACK"
  | "POWER"
  | "ROOM"
  | (string & {});

/** `PlacementPolicy` of the API. */
export interface PlacementPolicy {
  /** Datacenter. */
  datacenter: string;
  /** Which hypervisors are filled first. */
  strategy: PlacementStrategy;
  /** Rises with each change. */
  generation: number;
}

/** `PlacementPolicyPatch` of the API. */
export interface PlacementPolicyPatch {
  /** Which hypervisors are filled first. */
  strategy?: PlacementStrategy;
}

/** `PlacementRefusal` of the API. */
export interface PlacementRefusal {
  /** Filter. */
  filter: string;
  /** What it says of a host. */
  reason: string;
  /** Hosts that failed it first. */
  hosts: number;
  /** Some of them, and why. */
  examples: string[];
}

/** `PlacementRule` of the API. */
export interface PlacementRule {
  /** Datacenter. */
  datacenter: string;
  /** Whether it takes new ones. */
  open: boolean;
  /** Virtual CPUs of the largest. */
  largest_vcpus: number;
  /** Memory of the largest, MiB. */
  largest_memory_mib: number;
}

/** `PlacementScore` of the API. */
export interface PlacementScore {
  /** Hypervisor. */
  hypervisor: string;
  /** Its name. */
  name: string;
  /** Machines of the group that would be closer than wished. */
  together: number;
  /** Whether it holds the image. */
  image_at_hand: boolean;
  /** Free share of its memory, parts per million. */
  free_memory_ppm: number;
  /** Free virtual CPUs. */
  free_vcpus: number;
  /** Free memory, MiB. */
  free_memory_mib: number;
}

/** Known values; later servers may send others. */
export type PlacementStrategy =
  | "SPREAD"
  | "BIN_PACK"
  | (string & {});

/** Known values; later servers may send others. */
export type PlanState =
  | "CURRENT"
  | "APPLIED"
  | "STALE"
  | (string & {});

/** `Preflight` of the API. */
export interface Preflight {
  /** Offering. */
  offering: string;
  /** Whether the request would be accepted. */
  ready: boolean;
  /** Whether its task would wait for something that is away, or for an approval. */
  waits: boolean;
  /** Each thing that the request needs. */
  checks: PreflightCheck[];
  /** What the request would do, where it would be accepted. */
  preview?: Preview;
  /** What it would be refused with, where it would be refused. */
  problem?: Problem;
}

/** `PreflightCheck` of the API. */
export interface PreflightCheck {
  /** Kind of requirement. */
  requirement: Requirement;
  /** Whether it is met. */
  satisfied: boolean;
  /** Whether the request is refused without it. What does not block delays. */
  blocks: boolean;
  /** What was found, or what is missing. */
  detail: string;
  /** Code of the problem. */
  code?: string;
  /** What mends it, with the command; empty where nothing is missing. */
  hint: string;
}

/** `Prerequisite` of the API. */
export interface Prerequisite {
  /** What. */
  name: string;
  /** Whether it is there. */
  satisfied: boolean;
  /** What was found, or what is missing. */
  detail: string;
  /** The command that mends it; empty where nothing is missing. */
  hint: string;
}

/** `Preview` of the API. */
export interface Preview {
  /** What would be created. */
  would_create: string[];
  /** What would change. */
  would_change: string[];
  /** What would be deleted. */
  would_delete: string[];
  /** Steps that the task would take. */
  steps: string[];
  /** Use after the request, as used/limit, for each limit touched. */
  quota_after: Record<string, string>;
  /** Approvals that it would wait for. */
  approvals_needed: string[];
  /** Dependencies that are away now; the task would wait for them. */
  blocked_on: string[];
}

/** Known values; later servers may send others. */
export type PrincipalKind =
  | "HUMAN"
  | "MACHINE"
  | (string & {});

/** `Problem` of the API. */
export interface Problem {
  /** URI of the problem type. */
  type: string;
  /** What kind of problem, in a few words. */
  title: string;
  /** HTTP status. */
  status: number;
  /** Stable code of the catalogue. */
  code: string;
  /** What happened, with the values that matter. */
  detail: string;
  /** What to do next, with a command where there is one. */
  hint: string;
  /** Whether the same request can succeed later. */
  retryable: boolean;
  /** Seconds to wait before trying again. */
  retry_after?: number;
  /** Path of the request. */
  instance?: string;
  /** Identifier of the request, for support. */
  request_id?: string;
  /** Each field that breaks a rule. */
  violations?: Violation[];
  /** What stands in the way. */
  dependents?: string[];
  /** Values a program may act on. */
  parameters?: Record<string, string>;
  /** Runbook for the operator. */
  runbook?: string;
}

/** `Project` of the API. */
export interface Project {
  /** Identifier. */
  id: string;
  /** Name. */
  name: string;
  /** Tenant. */
  tenant: string;
  /** What it is for. */
  description: string;
  /** Labels. */
  labels: Record<string, string>;
  /** Limits. */
  quotas: Quotas;
  /** Use, in the same units as the limits. */
  usage: Quotas;
  /** Refuses deletion while true. */
  deletion_protection: boolean;
  /** Rises with each change. */
  generation: number;
  /** When it was created. */
  created_at: string;
}

/** `ProjectAccepted` of the API. */
export interface ProjectAccepted {
  /** The resource, visible from now on. */
  resource: Project;
  /** The task that carries the work; follow it with :wait. */
  task: Task;
}

/** `ProjectCreate` of the API. */
export interface ProjectCreate {
  /** Name, unique in its parent. */
  name: string;
  /** Tenant, by name or identifier; may be left out by an actor of one tenant. */
  tenant?: string;
  /** What it is for. */
  description?: string;
  /** Labels. */
  labels?: Record<string, string>;
  /** Limits. */
  quotas?: Quotas;
  /** Refuses deletion while true. */
  deletion_protection?: boolean;
}

/** `ProjectPage` of the API. */
export interface ProjectPage {
  /** The resources, oldest first. */
  items: Project[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `ProjectRequest` of the API. */
export interface ProjectRequest {
  /** Name, unique in the tenant. */
  name: string;
  /** Tenant, by name or identifier; may be left out by an actor of one tenant. */
  tenant?: string;
  /** What it is for. */
  description?: string;
  /** Name of the first environment. Default: prod. */
  environment?: string;
  /** Limits of the project. */
  quotas?: Quotas;
  /** What those who approve shall know. */
  reason?: string;
}

/** `Quota` of the API. */
export interface Quota {
  /** The tenant, project or environment. */
  scope: string;
  /** Its names from the tenant down. */
  address: string;
  /** Limits on all datacenters together. */
  limits: Quotas;
  /** Use, in the same units as the limits. */
  usage: Quotas;
  /**
   * Sum of the limits one level below. It may be more than the limit here, which holds all the
   * same.
   */
  allotted: Quotas;
  /** Limits on single datacenters. */
  datacenters: QuotaInDatacenter[];
  /** Rises with each change of the scope. */
  generation: number;
}

/** `QuotaInDatacenter` of the API. */
export interface QuotaInDatacenter {
  /** Datacenter. */
  datacenter: string;
  /** Limits. */
  limits: Quotas;
  /** Use of what is limited here. */
  usage: Quotas;
}

/** `QuotaPage` of the API. */
export interface QuotaPage {
  /** The resources, oldest first. */
  items: Quota[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `QuotaPatch` of the API. */
export interface QuotaPatch {
  /** Datacenter in which the limits hold. Default: all together. */
  datacenter?: string;
  /** Limits. */
  limits?: QuotasPatch;
}

/** `QuotaRaise` of the API. */
export interface QuotaRaise {
  /** The limits; one left out stays as it is. */
  quotas: Quotas;
  /** What those who approve shall know. */
  reason?: string;
}

/** `Quotas` of the API. */
export interface Quotas {
  /** Virtual machines. */
  vms?: number;
  /** Virtual CPUs. */
  vcpus?: number;
  /** Virtual CPUs of machines that run or are to run. */
  running_vcpus?: number;
  /** Memory, MiB. */
  memory_mib?: number;
  /** Root disks, GiB. */
  disk_gib?: number;
  /** Networks. */
  networks?: number;
}

/** `QuotasPatch` of the API. */
export interface QuotasPatch {
  /** Virtual machines. */
  vms?: number;
  /** Virtual CPUs. */
  vcpus?: number;
  /** Virtual CPUs of machines that run or are to run. */
  running_vcpus?: number;
  /** Memory, MiB. */
  memory_mib?: number;
  /** Root disks, GiB. */
  disk_gib?: number;
  /** Networks. */
  networks?: number;
}

/** `Rack` of the API. */
export interface Rack {
  /** Identifier. */
  id: string;
  /** Key, as the graph names it. */
  key: string;
  /** Name, unique in the datacenter. */
  name: string;
  /** Datacenter. */
  datacenter: string;
  /** Row that it stands in. */
  row?: string;
  /** Height in rack units. */
  height: number;
  /** Keys of what powers it. */
  powered_by: string[];
  /** What it is, for people. */
  description?: string;
  /** How far this may be relied on. */
  trust: Trust;
  /** When a complete observation last agreed. */
  confirmed_at?: string;
}

/** `RackPage` of the API. */
export interface RackPage {
  /** The resources, oldest first. */
  items: Rack[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** Known values; later servers may send others. */
export type Reach =
  | "RESOURCE"
  | "PROJECT"
  | "TENANT"
  | "DATACENTER"
  | "PLATFORM"
  | (string & {});

/** `ReliedOn` of the API. */
export interface ReliedOn {
  /** What. */
  what: string;
  /** When it was last seen to be so. */
  observed_at: string;
}

/** Known values; later servers may send others. */
export type Requirement =
  | "ROLE"
  | "AVAILABILITY"
  | "PARENT"
  | "REFERENCE"
  | "READINESS"
  | "PLACEMENT"
  | "QUOTA"
  | "NAME"
  | "REQUEST"
  | "APPROVAL"
  | "DEPENDENCY"
  | (string & {});

/** Known values; later servers may send others. */
export type Role =
  | "PROJECT_VIEWER"
  | "PROJECT_EDITOR"
  | "TENANT_ADMIN"
  | "PLATFORM_OPERATOR"
  | (string & {});

/** `RoleBinding` of the API. */
export interface RoleBinding {
  /** The role. */
  role: Role;
  /** Tenant in which it holds. */
  tenant?: string;
  /** Project in which it holds. */
  project?: string;
}

/** `Runbook` of the API. */
export interface Runbook {
  /** Identifier. */
  id: string;
  /** What is wrong, in a few words. */
  title: string;
  /** How soon somebody should look. */
  severity: Severity;
  /** Who keeps it right. */
  owner: string;
  /** Day on which somebody last read it whole. */
  reviewed: string;
  /** Rises with each change. */
  version: number;
  /** Findings that lead here. */
  findings: string[];
  /** Problem codes that lead here. */
  codes: string[];
  /** How one notices, in Markdown, as all that follows. */
  trigger: string;
  /** What is at risk. */
  impact: string;
  /** What the platform does without anybody. */
  by_itself: string;
  /** Commands that look and change nothing. */
  safe_checks: string[];
  /** What to do, in the order in which to try it. */
  actions: string;
  /** When to get help. */
  escalation: string;
  /** How one knows that it is over. */
  completion: string;
}

/** `RunbookPage` of the API. */
export interface RunbookPage {
  /** The resources, oldest first. */
  items: Runbook[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `RunbookUse` of the API. */
export interface RunbookUse {
  /** What for. */
  reason?: string;
}

/** `ScopeName` of the API. */
export interface ScopeName {
  /** Identifier. */
  id: string;
  /** Name. */
  name: string;
}

/** `ScopePatch` of the API. */
export interface ScopePatch {
  /** What it is for. */
  description?: string;
  /** Labels. */
  labels?: Record<string, string>;
  /** Limits. */
  quotas?: QuotasPatch;
  /** Refuses deletion while true. */
  deletion_protection?: boolean;
}

/** `ScopePurge` of the API. */
export interface ScopePurge {
  /** What those who approve shall know. */
  reason?: string;
}

/** `Service` of the API. */
export interface Service {
  /** Name. */
  name: string;
  /** Whether it runs. */
  running: boolean;
  /** Server process that can run it. */
  process: string;
}

/** `ServicePage` of the API. */
export interface ServicePage {
  /** The resources, oldest first. */
  items: Service[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** Known values; later servers may send others. */
export type Severity =
  | "CRITICAL"
  | "WARNING"
  | "NOTICE"
  | (string & {});

/** `Shape` of the API. */
export interface Shape {
  /** Identifier. */
  id: string;
  /** Name, unique on the platform and never used again. */
  name: string;
  /** What it is for. */
  description: string;
  /** Virtual CPUs. */
  vcpus: number;
  /** Memory, MiB. */
  memory_mib: number;
  /** Size of the root disk, GiB. */
  disk_gib: number;
  /** Class of the hypervisors that its machines run on; any where null. Only operators see it. */
  hypervisor_class?: string;
  /** Whether every project may use it; else those that it is offered to. */
  everyone: boolean;
  /**
   * Tenants and projects that it is offered to, by their names from the tenant down. Only operators
   * see it.
   */
  offered_to?: string[];
  /** How many machines have it. Only operators see it. */
  machines?: number;
  /** Whether new machines are refused it. */
  retired: boolean;
  /** When it was retired. */
  retired_at?: string;
  /** When it was created. */
  created_at: string;
}

/** `ShapeCreate` of the API. */
export interface ShapeCreate {
  /** Name, unique on the platform and never used again. */
  name: string;
  /** What it is for. Default: nothing said. */
  description?: string;
  /** Virtual CPUs. */
  vcpus: number;
  /** Memory, MiB. */
  memory_mib: number;
  /** Size of the root disk, GiB. */
  disk_gib: number;
  /**
   * Class of the hypervisors that its machines run on: standard, dedicated or dense. Default: any.
   */
  hypervisor_class?: string;
  /** Whether every project may use it; else those that it is offered to. Default: true. */
  everyone?: boolean;
}

/** `ShapeOffer` of the API. */
export interface ShapeOffer {
  /** Tenant or project, by identifier or by its names from the tenant down. */
  scope: string;
}

/** `ShapePage` of the API. */
export interface ShapePage {
  /** The resources, oldest first. */
  items: Shape[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `ShapeUse` of the API. */
export interface ShapeUse {
  /** Machine. */
  vm: string;
  /** Its name. */
  name: string;
  /** Tenant. */
  tenant: string;
  /** Project. */
  project: string;
  /** Environment. */
  environment: string;
  /** Datacenter. */
  datacenter: string;
  /** Phase. */
  phase: Phase;
}

/** `ShapeUsePage` of the API. */
export interface ShapeUsePage {
  /** The resources, oldest first. */
  items: ShapeUse[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `SharedNetwork` of the API. */
export interface SharedNetwork {
  /** Network; machines name it by this or by its name. */
  network: string;
  /** Its name. */
  name: string;
  /** Datacenter. */
  datacenter: string;
  /** Prefix, once it has one. */
  prefix?: string;
  /** Tenant or project that may use it. */
  scope: string;
  /** Its names from the tenant down. */
  address: string;
}

/** `SharedNetworkPage` of the API. */
export interface SharedNetworkPage {
  /** The resources, oldest first. */
  items: SharedNetwork[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** Known values; later servers may send others. */
export type SignatureTrust =
  | "TRUSTED"
  | "UNTRUSTED"
  | "UNSIGNED"
  | (string & {});

/** `Snapshot` of the API. */
export interface Snapshot {
  /** Identifier. */
  id: string;
  /** Name. */
  name: string;
  /** Tenant. */
  tenant: string;
  /** Project. */
  project: string;
  /** Environment. */
  environment: string;
  /** Datacenter. */
  datacenter: string;
  /** Labels. */
  labels: Record<string, string>;
  /** Volume that it is of. */
  volume: string;
  /** Name of that volume. */
  volume_name: string;
  /** Size of the volume then, GiB. */
  size_gib: number;
  /** Rises with each desired change. */
  generation: number;
  /** When it was asked for; nothing was written to the volume from then on until it was taken. */
  created_at: string;
  /** What is true now. */
  status: SnapshotStatus;
}

/** `SnapshotAccepted` of the API. */
export interface SnapshotAccepted {
  /** The resource, visible from now on. */
  resource: Snapshot;
  /** The task that carries the work; follow it with :wait. */
  task: Task;
}

/** `SnapshotCreate` of the API. */
export interface SnapshotCreate {
  /** Name, unique in the environment. */
  name: string;
  /** Volume of the environment, by name or identifier. */
  volume: string;
  /** Tenant, by name or identifier; may be left out by an actor of one tenant. */
  tenant?: string;
  /** Project, by name or identifier. */
  project: string;
  /** Environment, by name or identifier. */
  environment: string;
  /** Labels. */
  labels?: Record<string, string>;
}

/** `SnapshotPage` of the API. */
export interface SnapshotPage {
  /** The resources, oldest first. */
  items: Snapshot[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `SnapshotStatus` of the API. */
export interface SnapshotStatus {
  /** Phase. */
  phase: Phase;
  /** Conditions. */
  conditions: Condition[];
  /** Whether a task is changing it. */
  reconciling: boolean;
  /** What its task waits for. */
  blocked_on: Blocker[];
  /** Task that changes it now. */
  task?: string;
}

/** `SpreadRule` of the API. */
export interface SpreadRule {
  /** What they do not share. */
  level: PlacementLevel;
  /** How many of the group may share one after all. Default: 1. */
  most?: number;
  /**
   * Refuses a machine that can't be placed so; else it is placed so only where that goes. Default:
   * false.
   */
  required?: boolean;
}

/** `Step` of the API. */
export interface Step {
  /** Name, unique in the workflow. */
  name: string;
  /** What it does, for people. */
  title: string;
  /** Service that does it. */
  service: string;
  /** What it needs. */
  needs: StepRequirement[];
  /** How long one try may take, ISO 8601. */
  limit: string;
  /** How many faults that pass are borne. */
  tries: number;
  /** Whether its effect can be taken back. */
  undoable: boolean;
  /** Whether there is no way back once it was sent. */
  point_of_no_return: boolean;
  /** What becomes of the task if the service fails after the step was sent. */
  on_failure_after_start: string;
}

/** `StepRequirement` of the API. */
export interface StepRequirement {
  /** What. */
  dependency: string;
  /** How badly. */
  need: NeedKind;
  /** How old the knowledge of it may be, ISO 8601; absent where being up is enough. */
  freshness?: string;
  /** What becomes of the step while it is absent. */
  on_absent: string;
  /** State that the task shows meanwhile. */
  state_shown: string;
  /** Runbook for the operator. */
  runbook: string;
}

/** Known values; later servers may send others. */
export type StepState =
  | "PENDING"
  | "RUNNING"
  | "RETRY_WAIT"
  | "BLOCKED"
  | "RECONCILING"
  | "SUCCEEDED"
  | "FAILED"
  | "SKIPPED"
  | "UNDOING"
  | "UNDONE"
  | "UNDO_FAILED"
  | (string & {});

/** Known values; later servers may send others. */
export type Supply =
  | "PLENTY"
  | "SCARCE"
  | "NONE"
  | (string & {});

/** `Task` of the API. */
export interface Task {
  /** Identifier. */
  id: string;
  /** What is done. */
  kind: string;
  /** State. */
  state: TaskState;
  /** Tenant. */
  tenant?: string;
  /** Project. */
  project?: string;
  /** Environment. */
  environment?: string;
  /** Resource that is changed. */
  target: string;
  /** Its name. */
  target_name: string;
  /** Steps in order. */
  steps: TaskStep[];
  /** Steps that were done or skipped; never falls, also when steps are undone. */
  steps_done: number;
  /** Who asked. */
  created_by: string;
  /** Request that asked. */
  request_id: string;
  /** Correlates logs, traces and events; the W3C trace id. */
  correlation_id: string;
  /** When it was accepted. */
  created_at: string;
  /** When its first step was sent. */
  started_at?: string;
  /** When it reached a final state. */
  finished_at?: string;
  /** When it gives up; waiting for a dependency does not count. */
  deadline_at: string;
  /** What it waits for. */
  blocked_on: Blocker[];
  /** Why it failed, or what it is undoing. */
  error?: Problem;
  /** Whether it can still be cancelled. */
  cancellable: boolean;
  /** Runbook for its present trouble. */
  runbook?: string;
  /** Lane that it runs in. */
  priority: TaskPriority;
  /** How far it is. */
  progress: TaskProgress;
  /** Task that began it, and waits for it. */
  parent?: string;
  /** Failed task that it takes up again. */
  retry_of?: string;
  /** What it waits for, in short. */
  waiting_for?: WaitingFor;
  /** Whether all is done but what follows when a dependency is back. */
  reconciling: boolean;
  /** Whether a step was skipped because what it needed was away. */
  degraded: boolean;
  /** Whether it failed in a way that :retry can take up. */
  retryable: boolean;
  /** Version of the definition that it runs on. */
  definition: number;
}

/** `TaskDiagnosis` of the API. */
export interface TaskDiagnosis {
  /** The task. */
  task: string;
  /** What is done. */
  kind: string;
  /** State. */
  state: TaskState;
  /** Whether it makes no progress, and should. */
  stuck: boolean;
  /** What it does or waits for, in one sentence. */
  summary: string;
  /** What it waits for. */
  waiting_for?: WaitingFor;
  /** The step that is under way or comes next. */
  execution?: Execution;
  /** The services that it needs. */
  dependencies: Dependency[];
  /** Who runs tasks. */
  lease: Lease;
  /** When it is looked at next, whatever happens. */
  next_look_at?: string;
  /** What stands out. */
  findings: string[];
  /** What to do, the first first. */
  advice: string[];
  /** Runbook. */
  runbook?: string;
}

/** `TaskPage` of the API. */
export interface TaskPage {
  /** The resources, oldest first. */
  items: Task[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `TaskPrioritize` of the API. */
export interface TaskPrioritize {
  /** Lane that it shall run in. */
  priority: TaskPriority;
}

/** Known values; later servers may send others. */
export type TaskPriority =
  | "INTERACTIVE"
  | "BACKGROUND"
  | (string & {});

/** `TaskProgress` of the API. */
export interface TaskProgress {
  /** Steps done. */
  step: number;
  /** Steps in all. */
  of: number;
  /** The same in per cent. */
  percent: number;
}

/** Known values; later servers may send others. */
export type TaskState =
  | "PENDING"
  | "RUNNING"
  | "RETRY_WAIT"
  | "BLOCKED_DEPENDENCY"
  | "WAITING_APPROVAL"
  | "WAITING_WINDOW"
  | "COMPENSATING"
  | "SUCCEEDED"
  | "FAILED"
  | "CANCELLED"
  | (string & {});

/** `TaskStep` of the API. */
export interface TaskStep {
  /** Name, unique in the task. */
  name: string;
  /** What it does, for people. */
  title: string;
  /** Service that does it. */
  service: string;
  /** State. */
  state: StepState;
  /** How often it was tried; waiting for a dependency does not count. */
  attempts: number;
  /** When it was first sent. */
  started_at?: string;
  /** When it ended. */
  finished_at?: string;
  /** What it found or is doing, for people. */
  message?: string;
  /** Why it failed. */
  error?: Problem;
  /** How badly it needs its service. */
  need: NeedKind;
  /** State that it was begun on, validated by an earlier step. */
  relied_on?: ReliedOn;
}

/** `Tenant` of the API. */
export interface Tenant {
  /** Identifier. */
  id: string;
  /** Name. */
  name: string;
  /** What it is for. */
  description: string;
  /** Labels. */
  labels: Record<string, string>;
  /** Limits. */
  quotas: Quotas;
  /** Use, in the same units as the limits. */
  usage: Quotas;
  /** Refuses deletion while true. */
  deletion_protection: boolean;
  /** Rises with each change. */
  generation: number;
  /** When it was created. */
  created_at: string;
}

/** `TenantAccepted` of the API. */
export interface TenantAccepted {
  /** The resource, visible from now on. */
  resource: Tenant;
  /** The task that carries the work; follow it with :wait. */
  task: Task;
}

/** `TenantCreate` of the API. */
export interface TenantCreate {
  /** Name, unique in its parent. */
  name: string;
  /** What it is for. */
  description?: string;
  /** Labels. */
  labels?: Record<string, string>;
  /** Limits. */
  quotas?: Quotas;
  /** Refuses deletion while true. */
  deletion_protection?: boolean;
}

/** `TenantPage` of the API. */
export interface TenantPage {
  /** The resources, oldest first. */
  items: Tenant[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `Token` of the API. */
export interface Token {
  /** Identifier. */
  id: string;
  /** Name. */
  name: string;
  /** Principal that it speaks for. */
  principal: string;
  /** Whether that is a person or a program. */
  kind: PrincipalKind;
  /** Roles, and where they hold. */
  roles: RoleBinding[];
  /** When it was made. */
  created_at: string;
  /** When it ends. */
  expires_at?: string;
  /** When it was last used, to the minute. */
  last_used_at?: string;
}

/** `TokenCreate` of the API. */
export interface TokenCreate {
  /** Name, unique among the tokens of the scope. */
  name: string;
  /** Role. */
  role: Role;
  /** Tenant, by name or identifier; for every role but PLATFORM_OPERATOR. */
  tenant?: string;
  /** Project, by name or identifier; for the project roles. */
  project?: string;
  /** Whether it speaks for a person or for a program. Default: MACHINE. */
  kind?: PrincipalKind;
  /** How long it is good, as an ISO 8601 duration. Default: P90D. */
  expires_in?: string;
}

/** `TokenCreated` of the API. */
export interface TokenCreated {
  /** The token. */
  token: Token;
  /** The secret; it is not shown again. */
  secret: string;
}

/** `TokenPage` of the API. */
export interface TokenPage {
  /** The resources, oldest first. */
  items: Token[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** Known values; later servers may send others. */
export type Trouble =
  | "MISSING"
  | "ALTERED"
  | "REORDERED"
  | (string & {});

/** Known values; later servers may send others. */
export type Trust =
  | "DECLARED"
  | "OBSERVED"
  | "TRUSTED"
  | "PENDING_APPROVAL"
  | (string & {});

/** `TrustChange` of the API. */
export interface TrustChange {
  /** Identifier. */
  id: string;
  /** Digest of all that is to be trusted; deciding needs it. */
  hash: string;
  /** Where it stands. */
  state: TrustChangeState;
  /** What it comes from: a plan or a drift. */
  origin: string;
  /** How many elements it is about. */
  elements: number;
  /** What is to be trusted, element by element; empty in lists. */
  actions: InventoryAction[];
  /** Who asked. */
  requested_by: string;
  /** When. */
  requested_at: string;
  /** When it lapses. */
  expires_at: string;
  /** Who decided. */
  decided_by?: string;
  /** When. */
  decided_at?: string;
  /** Why. */
  comment?: string;
}

/** `TrustChangePage` of the API. */
export interface TrustChangePage {
  /** The resources, oldest first. */
  items: TrustChange[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** Known values; later servers may send others. */
export type TrustChangeState =
  | "PENDING_APPROVAL"
  | "APPROVED"
  | "REJECTED"
  | "VOID"
  | (string & {});

/** `TrustDecision` of the API. */
export interface TrustDecision {
  /** Hash of the trust change as it was seen. */
  hash: string;
  /** Why. */
  comment?: string;
}

/** `UsageCheck` of the API. */
export interface UsageCheck {
  /** When it was asked. */
  checked_at: string;
  /** Budgets compared. */
  budgets: number;
  /** Charges compared. */
  charges: number;
  /** Intervals compared. */
  intervals: number;
  /** Events they were derived from. */
  events: number;
  /** Whether no difference was found. */
  consistent: boolean;
  /** Differences, at most a hundred. */
  differences: UsageDifference[];
  /** What to do where there are differences. */
  runbook: string;
}

/** `UsageDifference` of the API. */
export interface UsageDifference {
  /** Which comparison found it. */
  check: string;
  /** Of what. */
  subject: string;
  /** What it should be. */
  expected: string;
  /** What it is. */
  found: string;
}

/** `UsageInterval` of the API. */
export interface UsageInterval {
  /** Number of the event that began it; rises. */
  number: number;
  /** Resource, which may be gone. */
  resource: string;
  /** What was used, as in the quotas. */
  dimension: string;
  /** Amount. */
  amount: number;
  /** Datacenter. */
  datacenter: string;
  /** Tenant. */
  tenant: string;
  /** Project. */
  project?: string;
  /** Environment. */
  environment?: string;
  /** When it began. */
  began: string;
  /** When it ended; absent while it goes on. */
  ended?: string;
}

/** `UsageIntervalPage` of the API. */
export interface UsageIntervalPage {
  /** The resources, oldest first. */
  items: UsageInterval[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `UsageTotal` of the API. */
export interface UsageTotal {
  /** Tenant. */
  tenant: string;
  /** Project. */
  project?: string;
  /** Environment. */
  environment?: string;
  /** Names of tenant, project and environment; an identifier for what is gone. */
  address: string;
  /** Datacenter. */
  datacenter: string;
  /** What was used, as in the quotas. */
  dimension: string;
  /** Amount times seconds. Periods that follow each other add up exactly. */
  unit_seconds: number;
  /** Amount in use at the end of the period. */
  amount_at_end: number;
}

/** `UsageTotalPage` of the API. */
export interface UsageTotalPage {
  /** The resources, oldest first. */
  items: UsageTotal[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `Violation` of the API. */
export interface Violation {
  /** JSON pointer (RFC 6901) into the body. */
  pointer: string;
  /** Which rule. */
  code: string;
  /** What is wrong. */
  detail: string;
}

/** `Vm` of the API. */
export interface Vm {
  /** Identifier. */
  id: string;
  /** Name, and the guest's host name. */
  name: string;
  /** Tenant. */
  tenant: string;
  /** Project. */
  project: string;
  /** Environment. */
  environment: string;
  /** Datacenter. */
  datacenter: string;
  /** Labels. */
  labels: Record<string, string>;
  /** Image version. */
  image: string;
  /** Shape, by name; null for a machine of its own size. */
  shape?: string;
  /** Virtual CPUs. */
  vcpus: number;
  /** Memory, MiB. */
  memory_mib: number;
  /** Size of the root disk, GiB. */
  disk_gib: number;
  /** Network interfaces; the index is the guest's order. */
  interfaces: NetworkInterface[];
  /** Keys that may log in. */
  ssh_authorized_keys: string[];
  /** Whether it is wanted running. */
  running: boolean;
  /** Refuses deletion while true. */
  deletion_protection: boolean;
  /** Machines of the environment in the same group are kept apart. */
  placement_group?: string;
  /** How the placement group was asked to be kept apart. */
  spread?: SpreadRule[];
  /** Whether a second hypervisor must have had room for it. */
  restartable: boolean;
  /** Jurisdictions that will do; any where empty. */
  residency: string[];
  /** Rises with each desired change. */
  generation: number;
  /** When it was created. */
  created_at: string;
  /** What is true now. */
  status: VmStatus;
}

/** `VmAccepted` of the API. */
export interface VmAccepted {
  /** The resource, visible from now on. */
  resource: Vm;
  /** The task that carries the work; follow it with :wait. */
  task: Task;
}

/** `VmAttach` of the API. */
export interface VmAttach {
  /** Network, by name or identifier. */
  network: string;
  /** Address wanted. Default: a free one. */
  address?: string;
}

/** `VmCreate` of the API. */
export interface VmCreate {
  /** Name, unique in the environment; the guest's host name. */
  name: string;
  /** Tenant, by name or identifier; may be left out by an actor of one tenant. */
  tenant?: string;
  /** Project, by name or identifier. */
  project: string;
  /** Environment, by name or identifier. */
  environment: string;
  /** Datacenter. */
  datacenter: string;
  /** Image: a family for its newest version, family@version, family:channel, or an identifier. */
  image: string;
  /** Shape, by name or identifier; it says what vcpus, memory_mib and disk_gib would say. */
  shape?: string;
  /** Virtual CPUs. Default: 1. */
  vcpus?: number;
  /** Memory, MiB. Default: the image's least memory. */
  memory_mib?: number;
  /** Size of the root disk, GiB. Default: the image's size, rounded up. */
  disk_gib?: number;
  /** Networks to attach, in the order of the interfaces. */
  networks: NetworkAttachment[];
  /** OpenSSH public keys that may log in. */
  ssh_authorized_keys?: string[];
  /** Given to the guest at first boot: a script (#!) or #cloud-config. INPUT_ONLY. */
  user_data?: string;
  /** Labels. */
  labels?: Record<string, string>;
  /** Refuses deletion while true. Default: false. */
  deletion_protection?: boolean;
  /** Machines of the environment that name the same group are kept apart. */
  placement_group?: string;
  /**
   * How the placement group is kept apart; all of its machines say the same, or nothing. Default:
   * what the group has; else on different hypervisors where that goes.
   */
  spread?: SpreadRule[];
  /** Refuses a place if no second hypervisor has room to restart the machine. Default: false. */
  restartable?: boolean;
  /** Jurisdictions that will do, as hypervisors name theirs. Default: any. */
  residency?: string[];
}

/** `VmDetach` of the API. */
export interface VmDetach {
  /** Network, by name or identifier. */
  network: string;
}

/** `VmDrift` of the API. */
export interface VmDrift {
  /** Identifier. */
  id: string;
  /** How they differ. */
  kind: VmDriftKind;
  /** Machine; absent for what is unknown. */
  vm?: string;
  /** The machine's names from the tenant down, or the domain's name. */
  subject: string;
  /** Hypervisor. */
  hypervisor: string;
  /** Datacenter. */
  datacenter: string;
  /** What was decided. */
  expected: string;
  /** What was seen. */
  seen: string;
  /** What the hypervisor's policy says is done about it. */
  action: DriftAction;
  /** What was done last; absent while nothing was. */
  done?: string;
  /** How often it was put right. */
  repairs: number;
  /** When it was first seen. */
  first_seen: string;
  /** When it was last seen. */
  last_seen: string;
  /** When it was gone; absent while it is there. */
  resolved_at?: string;
  /** Runbook. */
  runbook: string;
}

/** Known values; later servers may send others. */
export type VmDriftKind =
  | "MISSING"
  | "CHANGED"
  | "STOPPED"
  | "RUNNING"
  | "UNKNOWN"
  | (string & {});

/** `VmDriftPage` of the API. */
export interface VmDriftPage {
  /** The resources, oldest first. */
  items: VmDrift[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `VmGuest` of the API. */
export interface VmGuest {
  /** ANSWERS; SILENT where there is an agent that does not answer; ABSENT where there is none. */
  agent: AgentState;
  /** When it was so; it is looked at every few minutes, and told again at least once an hour. */
  observed_at: string;
  /** Host name; null where it is not told. */
  hostname?: string;
  /** Operating system. */
  os?: string;
  /** Release of the kernel. */
  kernel?: string;
  /** Network interfaces as the guest has them. */
  interfaces: GuestInterface[];
}

/** `VmPage` of the API. */
export interface VmPage {
  /** The resources, oldest first. */
  items: Vm[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `VmPatch` of the API. */
export interface VmPatch {
  /** Labels. */
  labels?: Record<string, string>;
  /** Refuses deletion while true. */
  deletion_protection?: boolean;
}

/** `VmRebuild` of the API. */
export interface VmRebuild {
  /**
   * Image: a family for its newest version, family@version, or an identifier. Default: the image
   * version that it has.
   */
  image?: string;
  /** OpenSSH public keys that may log in. Default: those that it has. */
  ssh_authorized_keys?: string[];
}

/** `VmResize` of the API. */
export interface VmResize {
  /**
   * Shape, by name or identifier; it says what vcpus, memory_mib and disk_gib would say. Default:
   * none: the machine has a size of its own.
   */
  shape?: string;
  /** Virtual CPUs. Default: as many as it has. */
  vcpus?: number;
  /** Memory, MiB. Default: as much as it has. */
  memory_mib?: number;
  /** Size of the root disk, GiB; a disk never shrinks. Default: as large as it is. */
  disk_gib?: number;
}

/** `VmStats` of the API. */
export interface VmStats {
  /** Machine. */
  vm: string;
  /** Its name. */
  name: string;
  /** Tenant. */
  tenant: string;
  /** Project. */
  project: string;
  /** Environment. */
  environment: string;
  /** Its names from the tenant down. */
  address: string;
  /** Datacenter. */
  datacenter: string;
  /**
   * RUNNING, OFF, or UNKNOWN where its hypervisor does not answer; without counters where it is not
   * RUNNING.
   */
  state: MeasuredState;
  /** When it was measured. */
  measured_at: string;
  /** Virtual CPUs. */
  vcpus: number;
  /** Processor time, nanoseconds. */
  cpu_nanoseconds: number;
  /** Memory that the guest has, bytes. */
  memory_bytes: number;
  /** Memory that it takes on its hypervisor, bytes; null where that is not told. */
  resident_bytes?: number;
  /** Disks. */
  disks: DiskStats[];
  /** Network interfaces. */
  interfaces: InterfaceStats[];
}

/** `VmStatsPage` of the API. */
export interface VmStatsPage {
  /** The resources, oldest first. */
  items: VmStats[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `VmStatus` of the API. */
export interface VmStatus {
  /** Phase. */
  phase: Phase;
  /** Conditions. */
  conditions: Condition[];
  /** Addresses, in order of the interfaces. */
  addresses: string[];
  /** Power as observed. */
  power: string;
  /** When the power was observed. */
  observed_at?: string;
  /** SHA-256 of what its guest was initialised from: host name, keys, user data, networks. */
  seed_sha256?: string;
  /** What its guest tells of itself; null until it was looked at. */
  guest?: VmGuest;
  /** Generation that is realised. */
  observed_generation: number;
  /** Whether a task is changing it. */
  reconciling: boolean;
  /** Where it is. */
  placement: Placement;
  /** What its task waits for. */
  blocked_on: Blocker[];
  /** Task that changes it now. */
  task?: string;
}

/** `VmStop` of the API. */
export interface VmStop {
  /** Cut the power at once instead of asking the guest first. Default: false. */
  force?: boolean;
}

/** `Volume` of the API. */
export interface Volume {
  /** Identifier. */
  id: string;
  /** Name. */
  name: string;
  /** Tenant. */
  tenant: string;
  /** Project. */
  project: string;
  /** Environment. */
  environment: string;
  /** Datacenter. */
  datacenter: string;
  /** Labels. */
  labels: Record<string, string>;
  /** Size, GiB. */
  size_gib: number;
  /** Refuses deletion while true. */
  deletion_protection: boolean;
  /** Rises with each desired change. */
  generation: number;
  /** When it was created. */
  created_at: string;
  /** What is true now. */
  status: VolumeStatus;
}

/** `VolumeAccepted` of the API. */
export interface VolumeAccepted {
  /** The resource, visible from now on. */
  resource: Volume;
  /** The task that carries the work; follow it with :wait. */
  task: Task;
}

/** `VolumeAttach` of the API. */
export interface VolumeAttach {
  /** Machine of the same environment, by name or identifier. */
  vm: string;
}

/** `VolumeCreate` of the API. */
export interface VolumeCreate {
  /** Name, unique in the environment. */
  name: string;
  /** Tenant, by name or identifier; may be left out by an actor of one tenant. */
  tenant?: string;
  /** Project, by name or identifier. */
  project: string;
  /** Environment, by name or identifier. */
  environment: string;
  /** Datacenter. */
  datacenter: string;
  /** Size, GiB. */
  size_gib: number;
  /** Labels. */
  labels?: Record<string, string>;
  /** Refuses deletion while true. Default: false. */
  deletion_protection?: boolean;
}

/** `VolumeGrow` of the API. */
export interface VolumeGrow {
  /** Size that it shall have, GiB. */
  size_gib: number;
}

/** `VolumePage` of the API. */
export interface VolumePage {
  /** The resources, oldest first. */
  items: Volume[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}

/** `VolumePatch` of the API. */
export interface VolumePatch {
  /** Labels. */
  labels?: Record<string, string>;
  /** Refuses deletion while true. */
  deletion_protection?: boolean;
}

/** `VolumeStatus` of the API. */
export interface VolumeStatus {
  /** Phase. */
  phase: Phase;
  /** Conditions. */
  conditions: Condition[];
  /** Machine that it is attached to. */
  vm?: string;
  /** Its name in a Linux guest, the same at each start. */
  device?: string;
  /** Serial number that the guest sees, the same in each machine. */
  serial: string;
  /** Size that is there, GiB. */
  size_gib: number;
  /** Whether a task is changing it. */
  reconciling: boolean;
  /** What its task waits for. */
  blocked_on: Blocker[];
  /** Task that changes it now. */
  task?: string;
}

/** Known values; later servers may send others. */
export type WaitKind =
  | "DEPENDENCY"
  | "DEAD_LETTER"
  | "LANE"
  | "TASKS"
  | "DEFINITION"
  | "APPROVAL"
  | (string & {});

/** `WaitingFor` of the API. */
export interface WaitingFor {
  /** What kind of thing. */
  kind: WaitKind;
  /** Its name. */
  name: string;
  /** Since when. */
  since: string;
  /** The tasks, where it waits for tasks. */
  tasks: string[];
  /** How many tasks begin before it, where it waits for room in its lane. */
  ahead?: number;
}

/** `WhoAmI` of the API. */
export interface WhoAmI {
  /** Principal. */
  id: string;
  /** Its name. */
  name: string;
  /** Whether it is a person or a program. */
  kind: PrincipalKind;
  /** Token in use. */
  token: string;
  /** When the token ends. */
  token_expires_at?: string;
  /** Roles, and where they hold. */
  roles: RoleBinding[];
  /** Tenants that are visible. */
  tenants: ScopeName[];
  /** Projects that are visible. */
  projects: ScopeName[];
  /** Version of the server. */
  server_version: string;
}

/** `Workflow` of the API. */
export interface Workflow {
  /** Kind of task. */
  kind: string;
  /** Version that new tasks begin with. */
  version: number;
  /** How long a task may take, ISO 8601; waiting does not count. */
  limit: string;
  /** Steps in order. */
  steps: Step[];
}

/** `WorkflowPage` of the API. */
export interface WorkflowPage {
  /** The resources, oldest first. */
  items: Workflow[];
  /** Send this as page_token for the next page; absent on the last. */
  next_page_token?: string;
  /** What did not answer, so that the list may be incomplete. */
  unreachable?: string[];
}
