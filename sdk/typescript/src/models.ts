// Code generated from contract/openapi.yaml by sdk/generator. DO NOT EDIT.

/** The version of the API that this package speaks. */
export const API_VERSION = "v1";

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

/** `ConsoleLog` of the API. */
export interface ConsoleLog {
  /** The text; bytes that are not UTF-8 are replaced. */
  text: string;
  /** Send this as offset for what comes next, bytes. */
  next_offset: number;
  /** Length of the log now, bytes. */
  size: number;
}

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
  /** Size of the disk file, bytes. */
  size_bytes: number;
  /** Size of the disk that the guest sees, bytes. */
  virtual_size_bytes: number;
  /** Least memory that a guest needs, MiB. */
  min_memory_mib: number;
  /** User that ssh keys are for. */
  default_user?: string;
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

/** `OfferingInfo` of the API. */
export interface OfferingInfo {
  /** Name. */
  name: string;
  /** What it is. */
  description: string;
  /** Whether it is enabled for the scope. */
  enabled: boolean;
  /** Whether a request needs an environment. */
  environment_required: boolean;
  /** Whether the actor may create one without an operator. */
  self_service: boolean;
  /** Use and limit, for each limit that applies, as used/limit. */
  quotas: Record<string, string>;
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
  | "FAILED"
  | "DELETING"
  | "DELETED"
  | (string & {});

/** `Placement` of the API. */
export interface Placement {
  /** Datacenter. */
  datacenter: string;
  /** Hypervisor; only operators see it. */
  hypervisor?: string;
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
  /** Dependencies that are away now; the task would wait for them. */
  blocked_on: string[];
}

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

/** `Quotas` of the API. */
export interface Quotas {
  /** Virtual machines. */
  vms?: number;
  /** Virtual CPUs. */
  vcpus?: number;
  /** Memory, MiB. */
  memory_mib?: number;
  /** Networks. */
  networks?: number;
}

/** `ReliedOn` of the API. */
export interface ReliedOn {
  /** What. */
  what: string;
  /** When it was last seen to be so. */
  observed_at: string;
}

/** `Requirement` of the API. */
export interface Requirement {
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
  quotas?: Quotas;
  /** Refuses deletion while true. */
  deletion_protection?: boolean;
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

/** `Step` of the API. */
export interface Step {
  /** Name, unique in the workflow. */
  name: string;
  /** What it does, for people. */
  title: string;
  /** Service that does it. */
  service: string;
  /** What it needs. */
  needs: Requirement[];
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
  /** Image: a family for its newest version, family@version, or an identifier. */
  image: string;
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
}

/** `VmDetach` of the API. */
export interface VmDetach {
  /** Network, by name or identifier. */
  network: string;
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

/** Known values; later servers may send others. */
export type WaitKind =
  | "DEPENDENCY"
  | "LANE"
  | "TASKS"
  | "DEFINITION"
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
}

/** `WhoAmI` of the API. */
export interface WhoAmI {
  /** Principal. */
  id: string;
  /** Its name. */
  name: string;
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
