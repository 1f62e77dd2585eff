// Code generated from contract/openapi.yaml by sdk/generator. DO NOT EDIT.

package dataverket

import "time"

// APIVersion is the version of the API that this package speaks.
const APIVersion = "1.1"

// Affected is the `Affected` of the API.
type Affected struct {
	// Key.
	Key string `json:"key"`
	// How badly.
	Effect ImpactEffect `json:"effect"`
	// Why, as a relation.
	Because string `json:"because"`
}

// AffectedHypervisor is the `AffectedHypervisor` of the API.
type AffectedHypervisor struct {
	// Name.
	Name string `json:"name"`
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// How badly.
	Effect ImpactEffect `json:"effect"`
	// Whether it is registered, and not only declared on a device.
	Registered bool `json:"registered"`
	// Machines placed on it.
	VMs int `json:"vms"`
}

// AffectedTenant is the `AffectedTenant` of the API.
type AffectedTenant struct {
	// Tenant.
	Tenant string `json:"tenant"`
	// Its name.
	Name string `json:"name"`
	// Machines that go.
	VMsLost int `json:"vms_lost"`
	// Machines that stay, with less left to lose.
	VMsReduced int `json:"vms_reduced"`
}

// AgentState is one of the constants below; later servers may send others.
type AgentState string

// The values of AgentState known to this version.
const (
	AgentStateAnswers AgentState = "ANSWERS"
	AgentStateSilent  AgentState = "SILENT"
	AgentStateAbsent  AgentState = "ABSENT"
)

// Approval is the `Approval` of the API.
type Approval struct {
	// Identifier.
	ID string `json:"id"`
	// What was asked for.
	Action string `json:"action"`
	// Resource that it is about.
	Subject string `json:"subject"`
	// Its name.
	SubjectName string `json:"subject_name"`
	// Generation of the resource that was looked at.
	SubjectGeneration int64 `json:"subject_generation"`
	// SHA-256 of request, effects and the resource's generation, hexadecimal: what is approved.
	Hash string `json:"hash"`
	// The request as it is carried out.
	Request string `json:"request"`
	// The body of the request, as JSON text; empty where it has none.
	Body string `json:"body"`
	// What it does, found by carrying it out and taking it back when it was asked for.
	Effects Preview `json:"effects"`
	// How much it can break.
	BlastRadius BlastRadius `json:"blast_radius"`
	// Tenant.
	Tenant *string `json:"tenant,omitempty"`
	// Project.
	Project *string `json:"project,omitempty"`
	// How many people must have looked.
	AutomationClass AutomationClass `json:"automation_class"`
	// Why it needs an approval.
	Cause string `json:"cause"`
	// What the one who asked says.
	Reason *string `json:"reason,omitempty"`
	// Who asked.
	RequestedBy string `json:"requested_by"`
	// Their principal.
	RequestedByID string `json:"requested_by_id"`
	// State.
	State ApprovalState `json:"state"`
	// Least role that decides, where the request would have effect.
	Eligible Role `json:"eligible"`
	// Approvals that it takes.
	ApproversNeeded int `json:"approvers_needed"`
	// Decisions so far.
	Decisions []Decision `json:"decisions"`
	// Task that waits, and goes on by itself.
	Task string `json:"task"`
	// When it was asked.
	CreatedAt time.Time `json:"created_at"`
	// When it ends undecided.
	ExpiresAt time.Time `json:"expires_at"`
	// When it reached a final state.
	FinishedAt *time.Time `json:"finished_at,omitempty"`
	// Why it could not be carried out.
	Error *Problem `json:"error,omitempty"`
	// Runbook for those who decide.
	Runbook string `json:"runbook"`
}

// ApprovalGrant is the `ApprovalGrant` of the API.
type ApprovalGrant struct {
	// Hash of what was looked at; refused where it is not what would be carried out.
	Hash string `json:"hash"`
	// What the others shall know.
	Comment *string `json:"comment,omitempty"`
}

// ApprovalPage is the `ApprovalPage` of the API.
type ApprovalPage struct {
	// The resources, oldest first.
	Items []Approval `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// ApprovalPolicy is the `ApprovalPolicy` of the API.
type ApprovalPolicy struct {
	// Tenant.
	Tenant string `json:"tenant"`
	// Up to where the tenant's limits are raised without an approval; what is absent has no such
	// ceiling.
	QuotaCeiling Quotas `json:"quota_ceiling"`
	// Least class of deleting machines, networks and projects: raises what is computed, never lowers
	// it.
	Deletions AutomationClass `json:"deletions"`
	// Rises with each change.
	Generation int64 `json:"generation"`
}

// ApprovalPolicyAccepted is the `ApprovalPolicyAccepted` of the API.
type ApprovalPolicyAccepted struct {
	// The resource, visible from now on.
	Resource ApprovalPolicy `json:"resource"`
	// The task that carries the work; follow it with :wait.
	Task Task `json:"task"`
}

// ApprovalPolicyPatch is the `ApprovalPolicyPatch` of the API.
type ApprovalPolicyPatch struct {
	// Up to where the tenant's limits are raised without an approval.
	QuotaCeiling *QuotasPatch `json:"quota_ceiling,omitempty"`
	// Least class of deleting machines, networks and projects.
	Deletions *AutomationClass `json:"deletions,omitempty"`
}

// ApprovalRefusal is the `ApprovalRefusal` of the API.
type ApprovalRefusal struct {
	// Why; the one who asked reads it.
	Reason string `json:"reason"`
}

// ApprovalState is one of the constants below; later servers may send others.
type ApprovalState string

// The values of ApprovalState known to this version.
const (
	ApprovalStatePending    ApprovalState = "PENDING"
	ApprovalStateApproved   ApprovalState = "APPROVED"
	ApprovalStateCarriedOut ApprovalState = "CARRIED_OUT"
	ApprovalStateRejected   ApprovalState = "REJECTED"
	ApprovalStateExpired    ApprovalState = "EXPIRED"
	ApprovalStateVoid       ApprovalState = "VOID"
	ApprovalStateWithdrawn  ApprovalState = "WITHDRAWN"
)

// AuditChain is the `AuditChain` of the API.
type AuditChain struct {
	// Number of the chain.
	Number int `json:"number"`
	// How many records it has.
	Length int64 `json:"length"`
	// Hash of the last one, hexadecimal; of an empty chain, the hash that it begins with.
	Head string `json:"head"`
}

// AuditChainPage is the `AuditChainPage` of the API.
type AuditChainPage struct {
	// The resources, oldest first.
	Items []AuditChain `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// AuditChange is the `AuditChange` of the API.
type AuditChange struct {
	// JSON pointer (RFC 6901) into the resource.
	Field string `json:"field"`
	// What it was; absent where it was not there. A secret is never told.
	Before *string `json:"before,omitempty"`
	// What it became; absent where it is gone. A secret is never told.
	After *string `json:"after,omitempty"`
}

// AuditEntry is the `AuditEntry` of the API.
type AuditEntry struct {
	// Identifier.
	ID string `json:"id"`
	// When.
	At time.Time `json:"at"`
	// Who.
	Actor string `json:"actor"`
	// What was done.
	Action string `json:"action"`
	// To what.
	Target *string `json:"target,omitempty"`
	// Its name.
	TargetName string `json:"target_name"`
	// Tenant.
	Tenant *string `json:"tenant,omitempty"`
	// Project.
	Project *string `json:"project,omitempty"`
	// Environment.
	Environment *string `json:"environment,omitempty"`
	// Request.
	RequestID string `json:"request_id"`
	// Task, where the change takes time.
	Task *string `json:"task,omitempty"`
	// Outcome so far.
	Outcome string `json:"outcome"`
	// Principal of the actor; absent for what a task did by itself.
	ActorID *string `json:"actor_id,omitempty"`
	// Approval that allowed it, where one was needed.
	Approval *string `json:"approval,omitempty"`
	// What was changed, field by field.
	Changes []AuditChange `json:"changes"`
}

// AuditEntryPage is the `AuditEntryPage` of the API.
type AuditEntryPage struct {
	// The resources, oldest first.
	Items []AuditEntry `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// AuditRecord is the `AuditRecord` of the API.
type AuditRecord struct {
	// Chain.
	Chain int `json:"chain"`
	// Place in the chain, from 1, without gaps.
	Position int64 `json:"position"`
	// Hash of the record before it in the chain, hexadecimal.
	Previous string `json:"previous"`
	// Hash of this record, hexadecimal.
	Hash string `json:"hash"`
	// The entry as JSON text, to the byte as it was hashed.
	Record string `json:"record"`
}

// AuditRecordPage is the `AuditRecordPage` of the API.
type AuditRecordPage struct {
	// The resources, oldest first.
	Items []AuditRecord `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// AuditVerdict is the `AuditVerdict` of the API.
type AuditVerdict struct {
	// Whether every record is there, unchanged and in its place.
	Intact bool `json:"intact"`
	// Records that were looked at.
	Records int64 `json:"records"`
	// The chains as they were looked at.
	Chains []AuditChain `json:"chains"`
	// What is wrong, at most 1000 of them.
	Flaws []Flaw `json:"flaws"`
}

// AutomationClass is one of the constants below; later servers may send others.
type AutomationClass string

// The values of AutomationClass known to this version.
const (
	AutomationClassAuto           AutomationClass = "AUTO"
	AutomationClassAutoWithNotice AutomationClass = "AUTO_WITH_NOTICE"
	AutomationClassOneApproval    AutomationClass = "ONE_APPROVAL"
	AutomationClassFourEyes       AutomationClass = "FOUR_EYES"
	AutomationClassManualOnly     AutomationClass = "MANUAL_ONLY"
)

// Availability is one of the constants below; later servers may send others.
type Availability string

// The values of Availability known to this version.
const (
	AvailabilitySelfService   Availability = "SELF_SERVICE"
	AvailabilityOnApproval    Availability = "ON_APPROVAL"
	AvailabilityOperatorGated Availability = "OPERATOR_GATED"
	AvailabilityDisabled      Availability = "DISABLED"
)

// Backup is the `Backup` of the API.
type Backup struct {
	// Identifier.
	ID string `json:"id"`
	// Name.
	Name string `json:"name"`
	// Tenant.
	Tenant string `json:"tenant"`
	// Project.
	Project string `json:"project"`
	// Environment.
	Environment string `json:"environment"`
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// Labels.
	Labels map[string]string `json:"labels"`
	// Volume that it is of, which may be gone.
	Volume string `json:"volume"`
	// Name of that volume.
	VolumeName string `json:"volume_name"`
	// Size of the volume then, GiB.
	SizeGiB int `json:"size_gib"`
	// Rises with each desired change.
	Generation int64 `json:"generation"`
	// When it was asked for; nothing was written to the volume from then on until it was taken.
	CreatedAt time.Time `json:"created_at"`
	// What is true now.
	Status BackupStatus `json:"status"`
}

// BackupAccepted is the `BackupAccepted` of the API.
type BackupAccepted struct {
	// The resource, visible from now on.
	Resource Backup `json:"resource"`
	// The task that carries the work; follow it with :wait.
	Task Task `json:"task"`
}

// BackupCreate is the `BackupCreate` of the API.
type BackupCreate struct {
	// Name, unique in the environment.
	Name string `json:"name"`
	// Volume of the environment, by name or identifier.
	Volume string `json:"volume"`
	// Tenant, by name or identifier; may be left out by an actor of one tenant.
	Tenant *string `json:"tenant,omitempty"`
	// Project, by name or identifier.
	Project string `json:"project"`
	// Environment, by name or identifier.
	Environment string `json:"environment"`
	// Labels.
	Labels map[string]string `json:"labels,omitempty"`
}

// BackupPage is the `BackupPage` of the API.
type BackupPage struct {
	// The resources, oldest first.
	Items []Backup `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// BackupRestore is the `BackupRestore` of the API.
type BackupRestore struct {
	// Name of the new volume, unique in the environment.
	Name string `json:"name"`
	// Labels of the new volume.
	Labels map[string]string `json:"labels,omitempty"`
	// Whether the new volume refuses deletion. Default: false.
	DeletionProtection *bool `json:"deletion_protection,omitempty"`
}

// BackupStatus is the `BackupStatus` of the API.
type BackupStatus struct {
	// Phase.
	Phase Phase `json:"phase"`
	// Conditions.
	Conditions []Condition `json:"conditions"`
	// What of the volume was not empty, bytes.
	StoredBytes int64 `json:"stored_bytes"`
	// SHA-256 of its manifest, which lists the SHA-256 of each block; a restore checks both.
	Digest *string `json:"digest,omitempty"`
	// Whether a task is changing it.
	Reconciling bool `json:"reconciling"`
	// What its task waits for.
	BlockedOn []Blocker `json:"blocked_on"`
	// Task that changes it now.
	Task *string `json:"task,omitempty"`
}

// BlastRadius is the `BlastRadius` of the API.
type BlastRadius struct {
	// How much of the platform it touches.
	Reach Reach `json:"reach"`
	// Whether another action takes it back.
	Reversible bool `json:"reversible"`
	// What is at stake for those who use what it touches.
	DataRisk DataRisk `json:"data_risk"`
}

// Blocker is the `Blocker` of the API.
type Blocker struct {
	// Name of the dependency.
	Dependency string `json:"dependency"`
	// Why it can't be used.
	Cause string `json:"cause"`
	// Since when.
	Since time.Time `json:"since"`
	// Whether trying again by hand would help; it continues by itself.
	RetryMeaningful bool `json:"retry_meaningful"`
	// Step that waits.
	Step *string `json:"step,omitempty"`
	// Runbook for the operator.
	Runbook string `json:"runbook"`
	// What kind of thing it is.
	Kind WaitKind `json:"kind"`
	// Tasks that are waited for, where the kind is TASKS.
	Tasks []string `json:"tasks"`
}

// CapacityAfterLoss is the `CapacityAfterLoss` of the API.
type CapacityAfterLoss struct {
	// Level of the failure domain.
	Level PlacementLevel `json:"level"`
	// Its name.
	Domain string `json:"domain"`
	// Virtual CPUs that stay free; negative where not all machines can run.
	VCPUs int64 `json:"vcpus"`
	// Memory that stays free, MiB; negative where not all machines can run.
	MemoryMiB int64 `json:"memory_mib"`
}

// CapacityAmount is the `CapacityAmount` of the API.
type CapacityAmount struct {
	// In use.
	Used int64 `json:"used"`
	// In all.
	Most int64 `json:"most"`
}

// CapacityLimit is one of the constants below; later servers may send others.
type CapacityLimit string

// The values of CapacityLimit known to this version.
const (
	CapacityLimitVCPUs  CapacityLimit = "VCPUS"
	CapacityLimitMemory CapacityLimit = "MEMORY"
)

// CapacityOutlook is the `CapacityOutlook` of the API.
type CapacityOutlook struct {
	// Days until no room is left to promise; absent where that can't be said.
	DaysToFull *int `json:"days_to_full,omitempty"`
	// What runs out first; absent where nothing does.
	LimitedBy *CapacityLimit `json:"limited_by,omitempty"`
	// Virtual CPUs that are promised more each week; absent where there is no clear growth.
	VCPUsPerWeek *int64 `json:"vcpus_per_week,omitempty"`
	// Memory that is promised more each week, MiB; absent where there is no clear growth.
	MemoryMiBPerWeek *int64 `json:"memory_mib_per_week,omitempty"`
	// Days of history that this is made of.
	Days int `json:"days"`
	// How it was found, or why there is no number.
	Explanation string `json:"explanation"`
}

// ChannelChange is the `ChannelChange` of the API.
type ChannelChange struct {
	// Version since then.
	Version string `json:"version"`
	// Version before.
	Previous *string `json:"previous,omitempty"`
	// Whether it was taken back by it.
	Revert bool `json:"revert"`
	// Who did it.
	By string `json:"by"`
	// Why.
	Reason *string `json:"reason,omitempty"`
	// When.
	At time.Time `json:"at"`
}

// Condition is the `Condition` of the API.
type Condition struct {
	// What is stated.
	Type string `json:"type"`
	// Whether it holds.
	Status bool `json:"status"`
	// Why, as one word.
	Reason string `json:"reason"`
	// Why, for people.
	Message string `json:"message"`
	// Since when.
	Since time.Time `json:"since"`
	// Runbook, where an operator can act.
	Runbook *string `json:"runbook,omitempty"`
}

// ConsoleClose is the `ConsoleClose` of the API.
type ConsoleClose struct {
	// Session.
	Session string `json:"session"`
}

// ConsoleInput is the `ConsoleInput` of the API.
type ConsoleInput struct {
	// Session.
	Session string `json:"session"`
	// How many bytes were typed in the session before these.
	Offset int64 `json:"offset"`
	// The bytes in Base64, at most 4096 of them.
	Data string `json:"data"`
}

// ConsoleLog is the `ConsoleLog` of the API.
type ConsoleLog struct {
	// The text; bytes that are not UTF-8 are replaced.
	Text string `json:"text"`
	// Send this as offset for what comes next, bytes.
	NextOffset int64 `json:"next_offset"`
	// Length of the log now, bytes.
	Size int64 `json:"size"`
}

// ConsoleOpen is the `ConsoleOpen` of the API.
type ConsoleOpen struct {
	// End the session of somebody else who is at this console. Default: false: it is refused while
	// somebody is there.
	TakeOver *bool `json:"take_over,omitempty"`
}

// ConsoleOutput is the `ConsoleOutput` of the API.
type ConsoleOutput struct {
	// Position of the first byte in the session; more than was asked for where the reader was too
	// slow.
	Offset int64 `json:"offset"`
	// The bytes in Base64, as the machine wrote them; empty where nothing came in time.
	Data string `json:"data"`
	// Send this as offset for what comes next.
	NextOffset int64 `json:"next_offset"`
	// Whether the session goes on; what it showed last may still have to be read.
	Open bool `json:"open"`
	// Why it ended; null while it goes on.
	Ended *string `json:"ended,omitempty"`
}

// ConsoleSession is the `ConsoleSession` of the API.
type ConsoleSession struct {
	// Identifier; it is sent with all that is done in the session.
	ID string `json:"id"`
	// Machine.
	VM string `json:"vm"`
	// Who opened it.
	OpenedBy string `json:"opened_by"`
	// When it was opened.
	OpenedAt time.Time `json:"opened_at"`
	// It ends when nothing was typed for so long, seconds.
	IdleSeconds int64 `json:"idle_seconds"`
	// It ends when nobody read it for so long, seconds.
	UnreadSeconds int64 `json:"unread_seconds"`
}

// ConsoleTyped is the `ConsoleTyped` of the API.
type ConsoleTyped struct {
	// How many bytes of the session the machine has taken; send what is after them again, from there.
	NextOffset int64 `json:"next_offset"`
}

// DataRisk is one of the constants below; later servers may send others.
type DataRisk string

// The values of DataRisk known to this version.
const (
	DataRiskNone         DataRisk = "NONE"
	DataRiskInterruption DataRisk = "INTERRUPTION"
	DataRiskLoss         DataRisk = "LOSS"
)

// Datacenter is the `Datacenter` of the API.
type Datacenter struct {
	// Identifier.
	ID string `json:"id"`
	// Name.
	Name string `json:"name"`
	// What and where it is.
	Description string `json:"description"`
	// When it was registered.
	CreatedAt time.Time `json:"created_at"`
}

// DatacenterCapacity is the `DatacenterCapacity` of the API.
type DatacenterCapacity struct {
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// How much room there is, as tenants are told.
	Supply Supply `json:"supply"`
	// Hypervisors.
	Hypervisors int `json:"hypervisors"`
	// Hypervisors that take machines and answer; what follows is of these.
	Usable int `json:"usable"`
	// Virtual CPUs that may be promised.
	VCPUs int64 `json:"vcpus"`
	// Virtual CPUs promised.
	VCPUsReserved int64 `json:"vcpus_reserved"`
	// Memory that may be promised, MiB.
	MemoryMiB int64 `json:"memory_mib"`
	// Memory promised, MiB.
	MemoryMiBReserved int64 `json:"memory_mib_reserved"`
	// The largest machines that have a place now: by memory, and by virtual CPUs where that is
	// another.
	Largest []PlaceableShape `json:"largest"`
	// For each level that is known, the loss that leaves least.
	AfterLoss []CapacityAfterLoss `json:"after_loss"`
	// When it is full, if it goes on as it did.
	Outlook CapacityOutlook `json:"outlook"`
}

// DatacenterCard is the `DatacenterCard` of the API.
type DatacenterCard struct {
	// Name.
	Name string `json:"name"`
	// What and where it is.
	Description string `json:"description"`
	// Virtual CPUs: promised, and in all.
	VCPUs CapacityAmount `json:"vcpus"`
	// Memory, MiB: promised, and in all.
	MemoryMiB CapacityAmount `json:"memory_mib"`
	// Hypervisors by phase.
	Hypervisors map[string]int64 `json:"hypervisors"`
	// Machines by phase.
	VMs map[string]int64 `json:"vms"`
	// Declared elements by kind.
	Inventory map[string]int64 `json:"inventory"`
	// Open differences between inventory and observation, by severity.
	Drift map[string]int64 `json:"drift"`
	// Trust changes that wait for a second operator, everywhere.
	PendingTrustChanges int64 `json:"pending_trust_changes"`
	// Unfinished tasks by state.
	Tasks map[string]int64 `json:"tasks"`
	// Services, database and bus.
	Services []Part `json:"services"`
}

// DatacenterCreate is the `DatacenterCreate` of the API.
type DatacenterCreate struct {
	// Name, unique.
	Name string `json:"name"`
	// What and where it is.
	Description *string `json:"description,omitempty"`
}

// DatacenterPage is the `DatacenterPage` of the API.
type DatacenterPage struct {
	// The resources, oldest first.
	Items []Datacenter `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// DatacenterSupply is the `DatacenterSupply` of the API.
type DatacenterSupply struct {
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// How much room there is.
	Supply Supply `json:"supply"`
}

// DeadLetter is the `DeadLetter` of the API.
type DeadLetter struct {
	// Identifier.
	ID string `json:"id"`
	// Service that holds it.
	Service string `json:"service"`
	// Subject that it came on.
	Subject string `json:"subject"`
	// Whether it is held, or what became of it.
	State DeadLetterState `json:"state"`
	// Why it could not be taken.
	Cause string `json:"cause"`
	// The message, as JSON text; secrets are left out, and so is what could not be read.
	Content string `json:"content"`
	// Task that it belongs to, if that can be read.
	Task *string `json:"task,omitempty"`
	// Step of the task.
	Step *string `json:"step,omitempty"`
	// How often it came.
	TimesSeen int `json:"times_seen"`
	// When it came first.
	FirstSeen time.Time `json:"first_seen"`
	// When it came last.
	LastSeen time.Time `json:"last_seen"`
	// Runbook for the operator.
	Runbook string `json:"runbook"`
}

// DeadLetterPage is the `DeadLetterPage` of the API.
type DeadLetterPage struct {
	// The resources, oldest first.
	Items []DeadLetter `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// DeadLetterState is one of the constants below; later servers may send others.
type DeadLetterState string

// The values of DeadLetterState known to this version.
const (
	DeadLetterStateOpen      DeadLetterState = "OPEN"
	DeadLetterStateReplayed  DeadLetterState = "REPLAYED"
	DeadLetterStateDiscarded DeadLetterState = "DISCARDED"
)

// Decision is the `Decision` of the API.
type Decision struct {
	// Who.
	By string `json:"by"`
	// Their principal.
	ByID string `json:"by_id"`
	// When.
	At time.Time `json:"at"`
	// Whether they approve.
	Approves bool `json:"approves"`
	// What they say.
	Comment *string `json:"comment,omitempty"`
}

// Dependency is the `Dependency` of the API.
type Dependency struct {
	// Service.
	Service string `json:"service"`
	// Whether it can be used.
	Up bool `json:"up"`
	// Since when.
	Since time.Time `json:"since"`
	// Why.
	Cause string `json:"cause"`
}

// Device is the `Device` of the API.
type Device struct {
	// Identifier.
	ID string `json:"id"`
	// Key, as the graph names it.
	Key string `json:"key"`
	// Name, unique in the datacenter.
	Name string `json:"name"`
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// SERVER, SWITCH, ROUTER, PDU, STORAGE, FIREWALL or OTHER.
	Type string `json:"type"`
	// Rack that it is mounted in.
	Rack *string `json:"rack,omitempty"`
	// Lowest rack unit that it takes.
	Position *int `json:"position,omitempty"`
	// Height in rack units.
	Height *int `json:"height,omitempty"`
	// FRONT, REAR or BOTH faces of the rack.
	Face *string `json:"face,omitempty"`
	// Maker.
	Vendor *string `json:"vendor,omitempty"`
	// Model.
	Model *string `json:"model,omitempty"`
	// Serial number.
	Serial *string `json:"serial,omitempty"`
	// Asset tag.
	AssetTag *string `json:"asset_tag,omitempty"`
	// What it is there for.
	Role *string `json:"role,omitempty"`
	// Its own name for itself.
	Hostname *string `json:"hostname,omitempty"`
	// Logical processors.
	Cpus *int `json:"cpus,omitempty"`
	// Memory, MiB.
	MemoryMiB *int `json:"memory_mib,omitempty"`
	// Hypervisor that runs on it.
	Hypervisor *string `json:"hypervisor,omitempty"`
	// Keys of what powers it.
	PoweredBy []string `json:"powered_by"`
	// What it is, for people.
	Description *string `json:"description,omitempty"`
	// Failure domains that it shares its fate with, by trusted declarations only.
	Domains []string `json:"domains"`
	// How far this may be relied on.
	Trust Trust `json:"trust"`
	// When a complete observation last agreed.
	ConfirmedAt *time.Time `json:"confirmed_at,omitempty"`
}

// DeviceLink is the `DeviceLink` of the API.
type DeviceLink struct {
	// Identifier.
	ID string `json:"id"`
	// Key, as the graph names it.
	Key string `json:"key"`
	// Cable id, unique in the datacenter.
	Name string `json:"name"`
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// Key of the port at one end.
	A string `json:"a"`
	// Key of the port at the other end.
	B string `json:"b"`
	// What it is, for people.
	Description *string `json:"description,omitempty"`
	// How far this may be relied on.
	Trust Trust `json:"trust"`
	// When a complete observation last agreed.
	ConfirmedAt *time.Time `json:"confirmed_at,omitempty"`
}

// DeviceLinkPage is the `DeviceLinkPage` of the API.
type DeviceLinkPage struct {
	// The resources, oldest first.
	Items []DeviceLink `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// DevicePage is the `DevicePage` of the API.
type DevicePage struct {
	// The resources, oldest first.
	Items []Device `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// DevicePort is the `DevicePort` of the API.
type DevicePort struct {
	// Identifier.
	ID string `json:"id"`
	// Key, as the graph names it.
	Key string `json:"key"`
	// Name, unique on the device.
	Name string `json:"name"`
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// Device.
	Device string `json:"device"`
	// Form, as in RJ45, SFP28, QSFP28, C13.
	Form *string `json:"form,omitempty"`
	// Speed, Mbit/s.
	SpeedMbps *int `json:"speed_mbps,omitempty"`
	// Hardware address.
	MAC *string `json:"mac,omitempty"`
	// How far this may be relied on.
	Trust Trust `json:"trust"`
	// When a complete observation last agreed.
	ConfirmedAt *time.Time `json:"confirmed_at,omitempty"`
}

// DevicePortPage is the `DevicePortPage` of the API.
type DevicePortPage struct {
	// The resources, oldest first.
	Items []DevicePort `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// DiskStats is the `DiskStats` of the API.
type DiskStats struct {
	// Name at the hypervisor; the root disk is vda.
	Name string `json:"name"`
	// Read, bytes.
	ReadBytes int64 `json:"read_bytes"`
	// Reads.
	Reads int64 `json:"reads"`
	// Written, bytes.
	WrittenBytes int64 `json:"written_bytes"`
	// Writes.
	Writes int64 `json:"writes"`
}

// Drift is the `Drift` of the API.
type Drift struct {
	// Identifier.
	ID string `json:"id"`
	// Key of what differs.
	Subject string `json:"subject"`
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// Field that differs; absent where the whole subject is missing or extra.
	Field *string `json:"field,omitempty"`
	// How it differs.
	Difference DriftKind `json:"difference"`
	// Value that was declared.
	Declared *string `json:"declared,omitempty"`
	// Value that was observed.
	Observed *string `json:"observed,omitempty"`
	// How much depends on it.
	Severity DriftSeverity `json:"severity"`
	// What was decided about it.
	State DriftState `json:"state"`
	// Since when it differs, as far as was seen.
	Since time.Time `json:"since"`
	// When it was last seen to differ.
	ObservedAt time.Time `json:"observed_at"`
	// Who or what saw it.
	Source string `json:"source"`
	// Until when it is ignored.
	IgnoredUntil *time.Time `json:"ignored_until,omitempty"`
	// Why that was decided.
	Reason *string `json:"reason,omitempty"`
	// Trust change that waits for a second operator.
	TrustChange *string `json:"trust_change,omitempty"`
	// Runbook.
	Runbook string `json:"runbook"`
}

// DriftAction is one of the constants below; later servers may send others.
type DriftAction string

// The values of DriftAction known to this version.
const (
	DriftActionRepair DriftAction = "REPAIR"
	DriftActionReport DriftAction = "REPORT"
)

// DriftIgnore is the `DriftIgnore` of the API.
type DriftIgnore struct {
	// Until when; at most a year ahead.
	Until time.Time `json:"until"`
	// Why.
	Reason string `json:"reason"`
}

// DriftKind is one of the constants below; later servers may send others.
type DriftKind string

// The values of DriftKind known to this version.
const (
	DriftKindMissing   DriftKind = "MISSING"
	DriftKindExtra     DriftKind = "EXTRA"
	DriftKindDifferent DriftKind = "DIFFERENT"
)

// DriftPage is the `DriftPage` of the API.
type DriftPage struct {
	// The resources, oldest first.
	Items []Drift `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// DriftReject is the `DriftReject` of the API.
type DriftReject struct {
	// Why.
	Reason string `json:"reason"`
}

// DriftSeverity is one of the constants below; later servers may send others.
type DriftSeverity string

// The values of DriftSeverity known to this version.
const (
	DriftSeverityLow    DriftSeverity = "LOW"
	DriftSeverityMedium DriftSeverity = "MEDIUM"
	DriftSeverityHigh   DriftSeverity = "HIGH"
)

// DriftState is one of the constants below; later servers may send others.
type DriftState string

// The values of DriftState known to this version.
const (
	DriftStateOpen            DriftState = "OPEN"
	DriftStateIgnored         DriftState = "IGNORED"
	DriftStateRejected        DriftState = "REJECTED"
	DriftStatePendingApproval DriftState = "PENDING_APPROVAL"
)

// Environment is the `Environment` of the API.
type Environment struct {
	// Identifier.
	ID string `json:"id"`
	// Name.
	Name string `json:"name"`
	// Tenant.
	Tenant string `json:"tenant"`
	// Project.
	Project string `json:"project"`
	// What it is for.
	Description string `json:"description"`
	// Labels.
	Labels map[string]string `json:"labels"`
	// Limits.
	Quotas Quotas `json:"quotas"`
	// Use, in the same units as the limits.
	Usage Quotas `json:"usage"`
	// Refuses deletion while true.
	DeletionProtection bool `json:"deletion_protection"`
	// Rises with each change.
	Generation int64 `json:"generation"`
	// When it was created.
	CreatedAt time.Time `json:"created_at"`
}

// EnvironmentAccepted is the `EnvironmentAccepted` of the API.
type EnvironmentAccepted struct {
	// The resource, visible from now on.
	Resource Environment `json:"resource"`
	// The task that carries the work; follow it with :wait.
	Task Task `json:"task"`
}

// EnvironmentCreate is the `EnvironmentCreate` of the API.
type EnvironmentCreate struct {
	// Name, unique in its parent.
	Name string `json:"name"`
	// Tenant, by name or identifier; may be left out by an actor of one tenant.
	Tenant *string `json:"tenant,omitempty"`
	// Project, by name or identifier.
	Project string `json:"project"`
	// What it is for.
	Description *string `json:"description,omitempty"`
	// Labels.
	Labels map[string]string `json:"labels,omitempty"`
	// Limits.
	Quotas *Quotas `json:"quotas,omitempty"`
	// Refuses deletion while true.
	DeletionProtection *bool `json:"deletion_protection,omitempty"`
}

// EnvironmentPage is the `EnvironmentPage` of the API.
type EnvironmentPage struct {
	// The resources, oldest first.
	Items []Environment `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// Execution is the `Execution` of the API.
type Execution struct {
	// Step.
	Step string `json:"step"`
	// Service.
	Service string `json:"service"`
	// State.
	State StepState `json:"state"`
	// How often it was tried.
	Attempts int `json:"attempts"`
	// How often the present command was sent.
	Sends int `json:"sends"`
	// Whether the bus has taken it.
	Taken bool `json:"taken"`
	// When it was last sent or reported on.
	LastHeardAt *time.Time `json:"last_heard_at,omitempty"`
	// When the present try counts as lost.
	ExpiresAt *time.Time `json:"expires_at,omitempty"`
}

// FailureDomain is the `FailureDomain` of the API.
type FailureDomain struct {
	// Identifier.
	ID string `json:"id"`
	// Key, as the graph names it.
	Key string `json:"key"`
	// Level of the tree (REGION to RACK), or kind of set, as POWER_FEED.
	Kind string `json:"kind"`
	// Name.
	Name string `json:"name"`
	// Datacenter; a region has none.
	Datacenter *string `json:"datacenter,omitempty"`
	// Key of the next level up; sets have none.
	Parent *string `json:"parent,omitempty"`
	// Keys of the members of a set.
	Members []string `json:"members"`
	// What it is, for people.
	Description *string `json:"description,omitempty"`
	// How far this may be relied on.
	Trust Trust `json:"trust"`
}

// FailureDomainPage is the `FailureDomainPage` of the API.
type FailureDomainPage struct {
	// The resources, oldest first.
	Items []FailureDomain `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// FenceMeans is one of the constants below; later servers may send others.
type FenceMeans string

// The values of FenceMeans known to this version.
const (
	FenceMeansPowerOff       FenceMeans = "POWER_OFF"
	FenceMeansPortsDown      FenceMeans = "PORTS_DOWN"
	FenceMeansStorageExpired FenceMeans = "STORAGE_EXPIRED"
	FenceMeansOperatorsWord  FenceMeans = "OPERATORS_WORD"
)

// FenceProof is the `FenceProof` of the API.
type FenceProof struct {
	// What was confirmed.
	Means FenceMeans `json:"means"`
	// What was seen.
	Evidence string `json:"evidence"`
	// Who stands for it.
	By string `json:"by"`
	// When it was recorded.
	At time.Time `json:"at"`
}

// FieldChange is the `FieldChange` of the API.
type FieldChange struct {
	// Field.
	Field string `json:"field"`
	// Value now; absent if it has none.
	Before *string `json:"before,omitempty"`
	// Value then; absent if it has none.
	After *string `json:"after,omitempty"`
	// Whether it is trusted only after a second operator approves.
	Sensitive bool `json:"sensitive"`
}

// Finding is the `Finding` of the API.
type Finding struct {
	// Code of the catalogue.
	Code string `json:"code"`
	// How soon somebody should look.
	Severity Severity `json:"severity"`
	// What is wrong, in a few words.
	Title string `json:"title"`
	// What is wrong, with names and figures.
	Detail string `json:"detail"`
	// How many are concerned.
	Count int64 `json:"count"`
	// Some of those that are concerned, by name.
	Subjects []string `json:"subjects"`
	// Since when, where that is known.
	Since *time.Time `json:"since,omitempty"`
	// Shows what is concerned.
	Command string `json:"command"`
	// What to do.
	Runbook string `json:"runbook"`
}

// Findings is the `Findings` of the API.
type Findings struct {
	// When it was looked.
	At time.Time `json:"at"`
	// What was found.
	Findings []Finding `json:"findings"`
}

// Flaw is the `Flaw` of the API.
type Flaw struct {
	// What is wrong.
	Trouble Trouble `json:"trouble"`
	// Chain.
	Chain int `json:"chain"`
	// Place in the chain; of a run, the first.
	Position int64 `json:"position"`
	// The entry, where there is one to name.
	Entry *string `json:"entry,omitempty"`
	// What was found and what was expected.
	Detail string `json:"detail"`
}

// GraphEdge is the `GraphEdge` of the API.
type GraphEdge struct {
	// Key.
	Source string `json:"source"`
	// Kind of the relation.
	Type string `json:"type"`
	// Key.
	Target string `json:"target"`
}

// GraphNode is the `GraphNode` of the API.
type GraphNode struct {
	// Key.
	Key string `json:"key"`
	// Kind.
	Kind string `json:"kind"`
	// Name.
	Name string `json:"name"`
	// Datacenter, where it is in one.
	Datacenter *string `json:"datacenter,omitempty"`
	// Edges between it and the root.
	Distance int `json:"distance"`
}

// GuestInterface is the `GuestInterface` of the API.
type GuestInterface struct {
	// Name inside the guest.
	Name string `json:"name"`
	// Index of the machine's interface; null for one of the guest's own.
	Index *int `json:"index,omitempty"`
	// MAC address; null where it has none.
	MAC *string `json:"mac,omitempty"`
	// Addresses with the length of their prefix.
	Addresses []string `json:"addresses"`
}

// Health is the `Health` of the API.
type Health struct {
	// OK, DEGRADED or DOWN.
	Status string `json:"status"`
	// Version of the server.
	Version string `json:"version"`
	// Each part.
	Parts []Part `json:"parts"`
}

// Hypervisor is the `Hypervisor` of the API.
type Hypervisor struct {
	// Identifier.
	ID string `json:"id"`
	// Name.
	Name string `json:"name"`
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// Runtime driver.
	Driver string `json:"driver"`
	// Address of the runtime, as its driver writes it.
	Endpoint string `json:"endpoint"`
	// Rises with each desired change.
	Generation int64 `json:"generation"`
	// Whether new machines may be placed here.
	Schedulable bool `json:"schedulable"`
	// Class, which says how far processors and memory are promised more than once.
	HypervisorClass string `json:"hypervisor_class"`
	// Rack that it stands in.
	Rack *string `json:"rack,omitempty"`
	// Power feed that it hangs on.
	PowerFeed *string `json:"power_feed,omitempty"`
	// Room that it stands in.
	Room *string `json:"room,omitempty"`
	// Jurisdiction that it stands in.
	Jurisdiction *string `json:"jurisdiction,omitempty"`
	// Storage of its machines' disks that it shares with other hypervisors of the same.
	Storage *string `json:"storage,omitempty"`
	// What is done about a machine that is missing here.
	OnMissing DriftAction `json:"on_missing"`
	// What is done about a machine that was changed here.
	OnChanged DriftAction `json:"on_changed"`
	// What is done about a machine that does not run and should.
	OnStopped DriftAction `json:"on_stopped"`
	// What is done about a machine that runs and should not.
	OnRunning DriftAction `json:"on_running"`
	// Virtual CPUs that may be promised.
	VCPUs int `json:"vcpus"`
	// Memory that may be promised, MiB.
	MemoryMiB int `json:"memory_mib"`
	// When it was registered.
	CreatedAt time.Time `json:"created_at"`
	// What is true now.
	Status HypervisorStatus `json:"status"`
}

// HypervisorAccepted is the `HypervisorAccepted` of the API.
type HypervisorAccepted struct {
	// The resource, visible from now on.
	Resource Hypervisor `json:"resource"`
	// The task that carries the work; follow it with :wait.
	Task Task `json:"task"`
}

// HypervisorCreate is the `HypervisorCreate` of the API.
type HypervisorCreate struct {
	// Name, unique in the datacenter.
	Name string `json:"name"`
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// Runtime driver: libvirt or simulated.
	Driver string `json:"driver"`
	// Address of the runtime.
	Endpoint string `json:"endpoint"`
	// Virtual CPUs that may be promised.
	VCPUs *int `json:"vcpus,omitempty"`
	// Memory that may be promised, MiB.
	MemoryMiB *int `json:"memory_mib,omitempty"`
	// Class, which says how far processors and memory are promised more than once: standard, dedicated
	// or dense. Default: standard.
	HypervisorClass *string `json:"hypervisor_class,omitempty"`
	// Rack that it stands in.
	Rack *string `json:"rack,omitempty"`
	// Power feed that it hangs on.
	PowerFeed *string `json:"power_feed,omitempty"`
	// Room that it stands in.
	Room *string `json:"room,omitempty"`
	// Jurisdiction that it stands in.
	Jurisdiction *string `json:"jurisdiction,omitempty"`
	// Storage of its machines' disks, where other hypervisors see the same under the same paths; left
	// out where the disks are its own.
	Storage *string `json:"storage,omitempty"`
}

// HypervisorDrain is the `HypervisorDrain` of the API.
type HypervisorDrain struct {
	// Whether machines that run may be stopped for the time of their move; without that they are
	// waited for, as no runtime here moves them while they run. Default: false.
	StopMachines *bool `json:"stop_machines,omitempty"`
}

// HypervisorFence is the `HypervisorFence` of the API.
type HypervisorFence struct {
	// What was seen that proves it, and where; it is kept with your name.
	Attest string `json:"attest"`
	// What was confirmed: POWER_OFF, PORTS_DOWN, STORAGE_EXPIRED or OPERATORS_WORD. Default:
	// OPERATORS_WORD.
	Means *FenceMeans `json:"means,omitempty"`
}

// HypervisorPage is the `HypervisorPage` of the API.
type HypervisorPage struct {
	// The resources, oldest first.
	Items []Hypervisor `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// HypervisorPatch is the `HypervisorPatch` of the API.
type HypervisorPatch struct {
	// Whether new machines may be placed here.
	Schedulable *bool `json:"schedulable,omitempty"`
	// Rack that it stands in.
	Rack *string `json:"rack,omitempty"`
	// Power feed that it hangs on.
	PowerFeed *string `json:"power_feed,omitempty"`
	// Room that it stands in.
	Room *string `json:"room,omitempty"`
	// Jurisdiction that it stands in.
	Jurisdiction *string `json:"jurisdiction,omitempty"`
	// What is done about a machine that is missing here.
	OnMissing *DriftAction `json:"on_missing,omitempty"`
	// What is done about a machine that was changed here.
	OnChanged *DriftAction `json:"on_changed,omitempty"`
	// What is done about a machine that does not run and should.
	OnStopped *DriftAction `json:"on_stopped,omitempty"`
	// What is done about a machine that runs and should not.
	OnRunning *DriftAction `json:"on_running,omitempty"`
}

// HypervisorStatus is the `HypervisorStatus` of the API.
type HypervisorStatus struct {
	// Phase.
	Phase Phase `json:"phase"`
	// Conditions.
	Conditions []Condition `json:"conditions"`
	// KVM or EMULATION, found out by running a guest.
	Virtualization *string `json:"virtualization,omitempty"`
	// Why that one.
	VirtualizationNote *string `json:"virtualization_note,omitempty"`
	// Version of the runtime.
	RuntimeVersion *string `json:"runtime_version,omitempty"`
	// Virtual CPUs promised.
	VCPUsReserved int `json:"vcpus_reserved"`
	// Memory promised, MiB.
	MemoryMiBReserved int `json:"memory_mib_reserved"`
	// Machines placed here.
	VMs int `json:"vms"`
	// Domains that are not ours; they are reported and left alone.
	ForeignDomains int `json:"foreign_domains"`
	// When this was observed.
	ObservedAt *time.Time `json:"observed_at,omitempty"`
	// Whether it is in maintenance: its machines leave, and none comes.
	Maintenance bool `json:"maintenance"`
	// Why no machine is placed here, until it is over or an operator releases it.
	Quarantine *string `json:"quarantine,omitempty"`
	// Since when it is in quarantine for its failures.
	QuarantinedAt *time.Time `json:"quarantined_at,omitempty"`
	// When quarantine, or the report of its failures, ends by itself, if nothing fails before.
	QuarantineEndsAt *time.Time `json:"quarantine_ends_at,omitempty"`
	// How it fails, where so many others are in quarantine that it stays in service.
	Failing *string `json:"failing,omitempty"`
	// The proof that it ran nothing, while it is fenced.
	Fence *FenceProof `json:"fence,omitempty"`
}

// Image is the `Image` of the API.
type Image struct {
	// Identifier.
	ID string `json:"id"`
	// Family.
	Name string `json:"name"`
	// Version; with the name it never means anything else.
	Version string `json:"version"`
	// Datacenter that holds it.
	Datacenter string `json:"datacenter"`
	// Architecture.
	Architecture string `json:"architecture"`
	// Operating system.
	OS string `json:"os"`
	// SHA-256 of the disk, hexadecimal.
	SHA256 string `json:"sha256"`
	// SHA-256 of all that a machine gets of it, hexadecimal: the same in each datacenter.
	Digest *string `json:"digest,omitempty"`
	// Size of the disk file, bytes.
	SizeBytes int64 `json:"size_bytes"`
	// Size of the disk that the guest sees, bytes.
	VirtualSizeBytes int64 `json:"virtual_size_bytes"`
	// Least memory that a guest needs, MiB.
	MinMemoryMiB int `json:"min_memory_mib"`
	// User that ssh keys are for.
	DefaultUser *string `json:"default_user,omitempty"`
	// Where it comes from, if its manifest says so.
	Provenance *ImageProvenance `json:"provenance,omitempty"`
	// Who stands for it.
	Signature ImageSignature `json:"signature"`
	// Channels that lead to it.
	Channels []string `json:"channels"`
	// Where else the version is, this datacenter included.
	Replicas []ImageReplica `json:"replicas"`
	// Whether nothing new may be made from it.
	Retired bool `json:"retired"`
	// Why it is retired.
	RetiredReason *string `json:"retired_reason,omitempty"`
	// Refuses deletion while true.
	DeletionProtection bool `json:"deletion_protection"`
	// Rises with each change.
	Generation int64 `json:"generation"`
	// Phase.
	Phase Phase `json:"phase"`
	// Conditions.
	Conditions []Condition `json:"conditions"`
	// When it was registered.
	CreatedAt time.Time `json:"created_at"`
}

// ImageAccepted is the `ImageAccepted` of the API.
type ImageAccepted struct {
	// The resource, visible from now on.
	Resource Image `json:"resource"`
	// The task that carries the work; follow it with :wait.
	Task Task `json:"task"`
}

// ImageChannel is the `ImageChannel` of the API.
type ImageChannel struct {
	// Identifier.
	ID string `json:"id"`
	// What machines name.
	Name string `json:"name"`
	// Family.
	Family string `json:"family"`
	// Channel.
	Channel string `json:"channel"`
	// Version that it leads to.
	Version string `json:"version"`
	// Version that it led to before, and that a revert leads back to.
	Previous *string `json:"previous,omitempty"`
	// Where that version is.
	Replicas []ImageReplica `json:"replicas"`
	// Datacenters in which that version can't be used.
	Missing []string `json:"missing"`
	// Latest changes, newest first; only operators see them.
	History []ChannelChange `json:"history"`
	// Rises with each change.
	Generation int64 `json:"generation"`
	// When it last changed.
	UpdatedAt time.Time `json:"updated_at"`
}

// ImageChannelPage is the `ImageChannelPage` of the API.
type ImageChannelPage struct {
	// The resources, oldest first.
	Items []ImageChannel `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// ImageCreate is the `ImageCreate` of the API.
type ImageCreate struct {
	// Family; what image.json says.
	Name string `json:"name"`
	// Version; what image.json says.
	Version string `json:"version"`
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// Directory on the site's image host.
	Source string `json:"source"`
	// Refuses deletion while true. Default: false.
	DeletionProtection *bool `json:"deletion_protection,omitempty"`
}

// ImageKey is the `ImageKey` of the API.
type ImageKey struct {
	// Identifier.
	ID string `json:"id"`
	// Name.
	Name string `json:"name"`
	// Ed25519 public key, PEM.
	PublicKey string `json:"public_key"`
	// SHA-256 of the key, hexadecimal.
	Fingerprint string `json:"fingerprint"`
	// Who trusted it.
	TrustedBy string `json:"trusted_by"`
	// Since when.
	CreatedAt time.Time `json:"created_at"`
}

// ImageKeyCreate is the `ImageKeyCreate` of the API.
type ImageKeyCreate struct {
	// Name.
	Name string `json:"name"`
	// Ed25519 public key, PEM: openssl pkey -in KEY -pubout.
	PublicKey string `json:"public_key"`
}

// ImageKeyPage is the `ImageKeyPage` of the API.
type ImageKeyPage struct {
	// The resources, oldest first.
	Items []ImageKey `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// ImagePage is the `ImagePage` of the API.
type ImagePage struct {
	// The resources, oldest first.
	Items []Image `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// ImagePatch is the `ImagePatch` of the API.
type ImagePatch struct {
	// Refuses deletion while true.
	DeletionProtection *bool `json:"deletion_protection,omitempty"`
}

// ImagePolicy is the `ImagePolicy` of the API.
type ImagePolicy struct {
	// Whose signature an image needs.
	Signatures ImageSignatures `json:"signatures"`
	// Whether unsigned images are refused now.
	Required bool `json:"required"`
	// Rises with each change.
	Generation int64 `json:"generation"`
}

// ImagePolicyPatch is the `ImagePolicyPatch` of the API.
type ImagePolicyPatch struct {
	// Whose signature an image needs.
	Signatures *ImageSignatures `json:"signatures,omitempty"`
}

// ImagePromotion is the `ImagePromotion` of the API.
type ImagePromotion struct {
	// Channel of the image's family; made if there is none.
	Channel string `json:"channel"`
	// Why, for those who look later.
	Reason *string `json:"reason,omitempty"`
}

// ImageProvenance is the `ImageProvenance` of the API.
type ImageProvenance struct {
	// What it was built from.
	Source string `json:"source"`
	// Who or what built it.
	Builder string `json:"builder"`
	// SHA-256 of the inputs that were declared, hexadecimal.
	InputsSHA256 string `json:"inputs_sha256"`
	// When it was built.
	BuiltAt time.Time `json:"built_at"`
}

// ImageReplica is the `ImageReplica` of the API.
type ImageReplica struct {
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// Identifier there.
	Image string `json:"image"`
	// Phase there.
	Phase Phase `json:"phase"`
}

// ImageReplicate is the `ImageReplicate` of the API.
type ImageReplicate struct {
	// Datacenter that shall have it too.
	Datacenter string `json:"datacenter"`
}

// ImageRetire is the `ImageRetire` of the API.
type ImageRetire struct {
	// Why; those who are refused are told.
	Reason string `json:"reason"`
}

// ImageRetirement is the `ImageRetirement` of the API.
type ImageRetirement struct {
	// The version.
	Name string `json:"name"`
	// Why.
	Reason string `json:"reason"`
	// It, in each datacenter.
	Images []string `json:"images"`
	// Machines that are made from it, at most 100.
	Users []ImageUser `json:"users"`
	// Whether there are more: see the image's users.
	More bool `json:"more"`
}

// ImageSignature is the `ImageSignature` of the API.
type ImageSignature struct {
	// Whether it is signed, and by whom.
	Trust SignatureTrust `json:"trust"`
	// Name of the trusted key.
	Key *string `json:"key,omitempty"`
	// Fingerprint of the key that signed it, where that was trusted once.
	Fingerprint *string `json:"fingerprint,omitempty"`
}

// ImageSignatures is one of the constants below; later servers may send others.
type ImageSignatures string

// The values of ImageSignatures known to this version.
const (
	ImageSignaturesWhenKeysExist ImageSignatures = "WHEN_KEYS_EXIST"
	ImageSignaturesRequired      ImageSignatures = "REQUIRED"
	ImageSignaturesOptional      ImageSignatures = "OPTIONAL"
)

// ImageUser is the `ImageUser` of the API.
type ImageUser struct {
	// Machine.
	VM string `json:"vm"`
	// Its name.
	Name string `json:"name"`
	// Tenant.
	Tenant string `json:"tenant"`
	// Project.
	Project string `json:"project"`
	// Environment.
	Environment string `json:"environment"`
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// Image.
	Image string `json:"image"`
}

// ImageUserPage is the `ImageUserPage` of the API.
type ImageUserPage struct {
	// The resources, oldest first.
	Items []ImageUser `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// ImpactEffect is one of the constants below; later servers may send others.
type ImpactEffect string

// The values of ImpactEffect known to this version.
const (
	ImpactEffectLost    ImpactEffect = "LOST"
	ImpactEffectReduced ImpactEffect = "REDUCED"
)

// InterfaceStats is the `InterfaceStats` of the API.
type InterfaceStats struct {
	// Index, from 0.
	Index int `json:"index"`
	// Received, bytes.
	ReceivedBytes int64 `json:"received_bytes"`
	// Received packets.
	ReceivedPackets int64 `json:"received_packets"`
	// Packets that were to be received and were dropped.
	ReceivedDropped int64 `json:"received_dropped"`
	// Sent, bytes.
	SentBytes int64 `json:"sent_bytes"`
	// Sent packets.
	SentPackets int64 `json:"sent_packets"`
	// Packets that were to be sent and were dropped.
	SentDropped int64 `json:"sent_dropped"`
}

// InventoryAction is the `InventoryAction` of the API.
type InventoryAction struct {
	// What is done.
	Action InventoryVerb `json:"action"`
	// Key of the element.
	Key string `json:"key"`
	// Fields that differ, by name.
	Fields []FieldChange `json:"fields"`
}

// InventoryDocument is the `InventoryDocument` of the API.
type InventoryDocument struct {
	// Format and version.
	Format string `json:"format"`
	// Generation of the inventory that it shows.
	Generation int64 `json:"generation"`
	// The document, YAML.
	Document string `json:"document"`
}

// InventoryGraph is the `InventoryGraph` of the API.
type InventoryGraph struct {
	// Key that the search began at.
	Root string `json:"root"`
	// Resources that were reached, nearest first.
	Nodes []GraphNode `json:"nodes"`
	// Relations between them.
	Edges []GraphEdge `json:"edges"`
	// Whether there was more than a graph may show; ask for less depth or fewer kinds of edge.
	Truncated bool `json:"truncated"`
}

// InventoryImpact is the `InventoryImpact` of the API.
type InventoryImpact struct {
	// Key of what is lost.
	Root string `json:"root"`
	// All that is affected, the root included, ports and cables left out.
	Affected []Affected `json:"affected"`
	// Hypervisors that are affected.
	Hypervisors []AffectedHypervisor `json:"hypervisors"`
	// Machines that are affected, by tenant.
	Tenants []AffectedTenant `json:"tenants"`
	// Whether there was more than can be shown.
	Truncated bool `json:"truncated"`
}

// InventoryPlan is the `InventoryPlan` of the API.
type InventoryPlan struct {
	// Identifier.
	ID string `json:"id"`
	// Digest of all that the plan does; applying needs it.
	Hash string `json:"hash"`
	// Whether it is applied, and whether it still can be.
	State PlanState `json:"state"`
	// Generation of the inventory that it was made for.
	ParentGeneration int64 `json:"parent_generation"`
	// Whether what was not mentioned is deleted.
	Prune bool `json:"prune"`
	// Who made it.
	CreatedBy string `json:"created_by"`
	// When it was made.
	CreatedAt time.Time `json:"created_at"`
	// Who applied it.
	AppliedBy *string `json:"applied_by,omitempty"`
	// When it was applied.
	AppliedAt *time.Time `json:"applied_at,omitempty"`
	// Elements that it creates.
	Creates int `json:"creates"`
	// Elements that it changes.
	Changes int `json:"changes"`
	// Elements that it deletes.
	Deletes int `json:"deletes"`
	// Elements of the document that are so already.
	Unchanged int `json:"unchanged"`
	// All that it does, in order; empty in lists.
	Actions []InventoryAction `json:"actions"`
	// What the document's datacenters have and it does not mention; deleted with prune only, empty in
	// lists.
	Unmentioned []string `json:"unmentioned"`
	// Trust change that a second operator decides, where the plan touches what only they make trusted.
	TrustChange *string `json:"trust_change,omitempty"`
}

// InventoryPlanApply is the `InventoryPlanApply` of the API.
type InventoryPlanApply struct {
	// Hash of the plan as it was seen.
	Hash string `json:"hash"`
}

// InventoryPlanCreate is the `InventoryPlanCreate` of the API.
type InventoryPlanCreate struct {
	// The inventory as YAML, format dataverket.inventory/v1.
	Document string `json:"document"`
	// Whether to delete what the document's datacenters have and the document does not mention.
	// Default: false.
	Prune *bool `json:"prune,omitempty"`
}

// InventoryPlanPage is the `InventoryPlanPage` of the API.
type InventoryPlanPage struct {
	// The resources, oldest first.
	Items []InventoryPlan `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// InventoryVerb is one of the constants below; later servers may send others.
type InventoryVerb string

// The values of InventoryVerb known to this version.
const (
	InventoryVerbCreate InventoryVerb = "CREATE"
	InventoryVerbChange InventoryVerb = "CHANGE"
	InventoryVerbDelete InventoryVerb = "DELETE"
)

// Lease is the `Lease` of the API.
type Lease struct {
	// Whether some process holds it now.
	Held bool `json:"held"`
	// How often it has changed hands.
	Epoch int64 `json:"epoch"`
	// When it runs out unless it is renewed.
	ExpiresAt time.Time `json:"expires_at"`
}

// MeasuredState is one of the constants below; later servers may send others.
type MeasuredState string

// The values of MeasuredState known to this version.
const (
	MeasuredStateRunning MeasuredState = "RUNNING"
	MeasuredStateOff     MeasuredState = "OFF"
	MeasuredStateUnknown MeasuredState = "UNKNOWN"
)

// NeedKind is one of the constants below; later servers may send others.
type NeedKind string

// The values of NeedKind known to this version.
const (
	NeedKindHard      NeedKind = "HARD"
	NeedKindSoft      NeedKind = "SOFT"
	NeedKindReconcile NeedKind = "RECONCILE"
)

// Network is the `Network` of the API.
type Network struct {
	// Identifier.
	ID string `json:"id"`
	// Name.
	Name string `json:"name"`
	// Tenant.
	Tenant string `json:"tenant"`
	// Project.
	Project string `json:"project"`
	// Environment.
	Environment string `json:"environment"`
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// Labels.
	Labels map[string]string `json:"labels"`
	// Whether machines reach the outside, by source NAT.
	Egress bool `json:"egress"`
	// Refuses deletion while true.
	DeletionProtection bool `json:"deletion_protection"`
	// Rises with each desired change.
	Generation int64 `json:"generation"`
	// When it was created.
	CreatedAt time.Time `json:"created_at"`
	// What is true now.
	Status NetworkStatus `json:"status"`
}

// NetworkAccepted is the `NetworkAccepted` of the API.
type NetworkAccepted struct {
	// The resource, visible from now on.
	Resource Network `json:"resource"`
	// The task that carries the work; follow it with :wait.
	Task Task `json:"task"`
}

// NetworkAttachment is the `NetworkAttachment` of the API.
type NetworkAttachment struct {
	// Network, by name or identifier.
	Network string `json:"network"`
	// Address wanted. Default: a free one.
	Address *string `json:"address,omitempty"`
}

// NetworkCreate is the `NetworkCreate` of the API.
type NetworkCreate struct {
	// Name, unique in the environment.
	Name string `json:"name"`
	// Tenant, by name or identifier; may be left out by an actor of one tenant.
	Tenant *string `json:"tenant,omitempty"`
	// Project, by name or identifier.
	Project string `json:"project"`
	// Environment, by name or identifier.
	Environment string `json:"environment"`
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// IPv4 prefix in canonical form, /16 to /29, private space. Default: a free prefix of the
	// datacenter's pool.
	Prefix *string `json:"prefix,omitempty"`
	// Length of the prefix, where none is given. Default: 24.
	PrefixLength *int `json:"prefix_length,omitempty"`
	// Whether machines reach the outside, by source NAT. Default: false.
	Egress *bool `json:"egress,omitempty"`
	// Labels.
	Labels map[string]string `json:"labels,omitempty"`
	// Refuses deletion while true. Default: false.
	DeletionProtection *bool `json:"deletion_protection,omitempty"`
}

// NetworkInterface is the `NetworkInterface` of the API.
type NetworkInterface struct {
	// Index, from 0.
	Index int `json:"index"`
	// Network.
	Network string `json:"network"`
	// MAC address, derived from machine and index.
	MAC string `json:"mac"`
	// Address that was asked for.
	RequestedAddress *string `json:"requested_address,omitempty"`
	// Address that it has.
	Address *string `json:"address,omitempty"`
}

// NetworkPage is the `NetworkPage` of the API.
type NetworkPage struct {
	// The resources, oldest first.
	Items []Network `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// NetworkPatch is the `NetworkPatch` of the API.
type NetworkPatch struct {
	// Labels.
	Labels *map[string]string `json:"labels,omitempty"`
	// Refuses deletion while true.
	DeletionProtection *bool `json:"deletion_protection,omitempty"`
}

// NetworkShare is the `NetworkShare` of the API.
type NetworkShare struct {
	// Tenant or project, by identifier or by its names from the tenant down.
	Scope string `json:"scope"`
}

// NetworkStatus is the `NetworkStatus` of the API.
type NetworkStatus struct {
	// Phase.
	Phase Phase `json:"phase"`
	// Conditions.
	Conditions []Condition `json:"conditions"`
	// Prefix.
	Prefix *string `json:"prefix,omitempty"`
	// Address of the gateway.
	Gateway *string `json:"gateway,omitempty"`
	// VLAN identifier in the datacenter (IEEE 802.1Q).
	VLAN *int `json:"vlan,omitempty"`
	// Addresses that machines can have.
	AddressesTotal int64 `json:"addresses_total"`
	// Addresses promised to machines.
	AddressesUsed int64 `json:"addresses_used"`
	// Generation that is realised.
	ObservedGeneration int64 `json:"observed_generation"`
	// What its task waits for.
	BlockedOn []Blocker `json:"blocked_on"`
	// Task that changes it now.
	Task *string `json:"task,omitempty"`
}

// Observation is the `Observation` of the API.
type Observation struct {
	// Identifier.
	ID string `json:"id"`
	// Who or what looked.
	Source string `json:"source"`
	// Key of what was looked at.
	Scope string `json:"scope"`
	// When.
	ObservedAt time.Time `json:"observed_at"`
	// When it was recorded.
	RecordedAt time.Time `json:"recorded_at"`
	// Whether all of the kinds in the scope were seen.
	Complete bool `json:"complete"`
	// Kinds that were looked for.
	Kinds []string `json:"kinds"`
	// How many subjects were seen.
	Seen int `json:"seen"`
	// What was seen; empty in lists.
	Subjects []ObservedSubject `json:"subjects"`
}

// ObservationCreate is the `ObservationCreate` of the API.
type ObservationCreate struct {
	// Who or what looked.
	Source string `json:"source"`
	// Key of what was looked at: a datacenter, a rack or a device.
	Scope string `json:"scope"`
	// When.
	ObservedAt time.Time `json:"observed_at"`
	// Whether all of the given kinds in the scope were seen. Only complete ones are held against the
	// inventory.
	Complete bool `json:"complete"`
	// Kinds that were looked for, as DEVICE and PORT. Default: the kinds of the subjects.
	Kinds []string `json:"kinds,omitempty"`
	// What was seen.
	Subjects []ObservedSubject `json:"subjects"`
}

// ObservationPage is the `ObservationPage` of the API.
type ObservationPage struct {
	// The resources, oldest first.
	Items []Observation `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// ObservedSubject is the `ObservedSubject` of the API.
type ObservedSubject struct {
	// Its key, as the inventory would name it.
	Key string `json:"key"`
	// Fields as they were seen, by the names that the inventory's document has.
	Facts map[string]string `json:"facts"`
}

// OfferingInfo is the `OfferingInfo` of the API.
type OfferingInfo struct {
	// Name.
	Name string `json:"name"`
	// What it is.
	Description string `json:"description"`
	// Whether it is enabled for the scope.
	Enabled bool `json:"enabled"`
	// Who may create one here.
	Availability Availability `json:"availability"`
	// Who decided that.
	DecidedBy string `json:"decided_by"`
	// Whether a request needs an environment.
	EnvironmentRequired bool `json:"environment_required"`
	// Least role that may create one.
	Role Role `json:"role"`
	// Whether the actor may create one without an operator.
	SelfService bool `json:"self_service"`
	// Use and limit, for each limit that applies, as used/limit.
	Quotas map[string]string `json:"quotas"`
	// Limits that apply, with what is left; those without a limit are left out.
	Limits []OfferingLimit `json:"limits"`
	// Where one can be placed, and how large it may be there.
	Placement []PlacementRule `json:"placement"`
	// Services that must be up, and whether they are.
	Dependencies map[string]bool `json:"dependencies"`
	// What must be there first.
	Prerequisites []Prerequisite `json:"prerequisites"`
}

// OfferingInfoPage is the `OfferingInfoPage` of the API.
type OfferingInfoPage struct {
	// The resources, oldest first.
	Items []OfferingInfo `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// OfferingLimit is the `OfferingLimit` of the API.
type OfferingLimit struct {
	// Tenant, project or environment that is limited.
	Scope string `json:"scope"`
	// Its names from the tenant down.
	Address string `json:"address"`
	// Of what.
	Dimension string `json:"dimension"`
	// Datacenter in which it holds; absent for all together.
	Datacenter *string `json:"datacenter,omitempty"`
	// Limit.
	Limit int64 `json:"limit"`
	// Used.
	Used int64 `json:"used"`
	// Left.
	Left int64 `json:"left"`
}

// OfferingPolicy is the `OfferingPolicy` of the API.
type OfferingPolicy struct {
	// Tenant or project, by identifier or by names from the tenant down. Default: the whole platform.
	Scope *string `json:"scope,omitempty"`
	// Who may create it. Default: what the level above decides.
	Availability *Availability `json:"availability,omitempty"`
}

// Part is the `Part` of the API.
type Part struct {
	// Name.
	Name string `json:"name"`
	// Whether it answers.
	Up bool `json:"up"`
	// What is wrong, or how it is.
	Detail string `json:"detail"`
	// When it was last heard.
	LastSeen *time.Time `json:"last_seen,omitempty"`
	// UP; DEGRADED where it answers but fails what it is asked; DOWN.
	State string `json:"state"`
	// Since when it is in that state, where that is known.
	Since *time.Time `json:"since,omitempty"`
}

// Phase is one of the constants below; later servers may send others.
type Phase string

// The values of Phase known to this version.
const (
	PhaseProvisioning Phase = "PROVISIONING"
	PhaseReady        Phase = "READY"
	PhaseRunning      Phase = "RUNNING"
	PhaseStopped      Phase = "STOPPED"
	PhaseUpdating     Phase = "UPDATING"
	PhaseDegraded     Phase = "DEGRADED"
	PhaseUnknown      Phase = "UNKNOWN"
	PhaseFailed       Phase = "FAILED"
	PhaseDeleting     Phase = "DELETING"
	PhaseDeleted      Phase = "DELETED"
)

// PlaceableShape is the `PlaceableShape` of the API.
type PlaceableShape struct {
	// Virtual CPUs.
	VCPUs int `json:"vcpus"`
	// Memory, MiB.
	MemoryMiB int `json:"memory_mib"`
	// Name of the hypervisor.
	Hypervisor string `json:"hypervisor"`
}

// Placement is the `Placement` of the API.
type Placement struct {
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// Hypervisor; only operators see it.
	Hypervisor *string `json:"hypervisor,omitempty"`
}

// PlacementDecision is the `PlacementDecision` of the API.
type PlacementDecision struct {
	// Machine; none for a trial.
	VM *string `json:"vm,omitempty"`
	// Whether a host was found.
	Placed bool `json:"placed"`
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// Virtual CPUs wanted.
	VCPUs int `json:"vcpus"`
	// Memory wanted, MiB.
	MemoryMiB int `json:"memory_mib"`
	// Placement group.
	Group *string `json:"group,omitempty"`
	// What made one host better than another.
	Strategy PlacementStrategy `json:"strategy"`
	// Version of the datacenter's placement policy.
	PolicyVersion int64 `json:"policy_version"`
	// Version of the rules by which hosts are compared.
	EngineVersion int `json:"engine_version"`
	// Hosts of the datacenter.
	Considered int `json:"considered"`
	// Hosts that will not do, each counted for the first filter that it failed.
	Refusals []PlacementRefusal `json:"refusals"`
	// The best hosts that would do, the best first.
	Best []PlacementScore `json:"best"`
	// The chosen hypervisor.
	Hypervisor *string `json:"hypervisor,omitempty"`
	// The same in words.
	Explanation string `json:"explanation"`
	// When it was decided.
	DecidedAt time.Time `json:"decided_at"`
}

// PlacementLevel is one of the constants below; later servers may send others.
type PlacementLevel string

// The values of PlacementLevel known to this version.
const (
	PlacementLevelHost  PlacementLevel = "HOST"
	PlacementLevelRack  PlacementLevel = "RACK"
	PlacementLevelPower PlacementLevel = "POWER"
	PlacementLevelRoom  PlacementLevel = "ROOM"
)

// PlacementPolicy is the `PlacementPolicy` of the API.
type PlacementPolicy struct {
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// Which hypervisors are filled first.
	Strategy PlacementStrategy `json:"strategy"`
	// Rises with each change.
	Generation int64 `json:"generation"`
}

// PlacementPolicyPatch is the `PlacementPolicyPatch` of the API.
type PlacementPolicyPatch struct {
	// Which hypervisors are filled first.
	Strategy *PlacementStrategy `json:"strategy,omitempty"`
}

// PlacementRefusal is the `PlacementRefusal` of the API.
type PlacementRefusal struct {
	// Filter.
	Filter string `json:"filter"`
	// What it says of a host.
	Reason string `json:"reason"`
	// Hosts that failed it first.
	Hosts int `json:"hosts"`
	// Some of them, and why.
	Examples []string `json:"examples"`
}

// PlacementRule is the `PlacementRule` of the API.
type PlacementRule struct {
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// Whether it takes new ones.
	Open bool `json:"open"`
	// Virtual CPUs of the largest.
	LargestVCPUs int64 `json:"largest_vcpus"`
	// Memory of the largest, MiB.
	LargestMemoryMiB int64 `json:"largest_memory_mib"`
}

// PlacementScore is the `PlacementScore` of the API.
type PlacementScore struct {
	// Hypervisor.
	Hypervisor string `json:"hypervisor"`
	// Its name.
	Name string `json:"name"`
	// Machines of the group that would be closer than wished.
	Together int `json:"together"`
	// Whether it holds the image.
	ImageAtHand bool `json:"image_at_hand"`
	// Free share of its memory, parts per million.
	FreeMemoryPpm int `json:"free_memory_ppm"`
	// Free virtual CPUs.
	FreeVCPUs int `json:"free_vcpus"`
	// Free memory, MiB.
	FreeMemoryMiB int `json:"free_memory_mib"`
}

// PlacementStrategy is one of the constants below; later servers may send others.
type PlacementStrategy string

// The values of PlacementStrategy known to this version.
const (
	PlacementStrategySpread  PlacementStrategy = "SPREAD"
	PlacementStrategyBinPack PlacementStrategy = "BIN_PACK"
)

// PlanState is one of the constants below; later servers may send others.
type PlanState string

// The values of PlanState known to this version.
const (
	PlanStateCurrent PlanState = "CURRENT"
	PlanStateApplied PlanState = "APPLIED"
	PlanStateStale   PlanState = "STALE"
)

// Preflight is the `Preflight` of the API.
type Preflight struct {
	// Offering.
	Offering string `json:"offering"`
	// Whether the request would be accepted.
	Ready bool `json:"ready"`
	// Whether its task would wait for something that is away, or for an approval.
	Waits bool `json:"waits"`
	// Each thing that the request needs.
	Checks []PreflightCheck `json:"checks"`
	// What the request would do, where it would be accepted.
	Preview *Preview `json:"preview,omitempty"`
	// What it would be refused with, where it would be refused.
	Problem *Problem `json:"problem,omitempty"`
}

// PreflightCheck is the `PreflightCheck` of the API.
type PreflightCheck struct {
	// Kind of requirement.
	Requirement Requirement `json:"requirement"`
	// Whether it is met.
	Satisfied bool `json:"satisfied"`
	// Whether the request is refused without it. What does not block delays.
	Blocks bool `json:"blocks"`
	// What was found, or what is missing.
	Detail string `json:"detail"`
	// Code of the problem.
	Code *string `json:"code,omitempty"`
	// What mends it, with the command; empty where nothing is missing.
	Hint string `json:"hint"`
}

// Prerequisite is the `Prerequisite` of the API.
type Prerequisite struct {
	// What.
	Name string `json:"name"`
	// Whether it is there.
	Satisfied bool `json:"satisfied"`
	// What was found, or what is missing.
	Detail string `json:"detail"`
	// The command that mends it; empty where nothing is missing.
	Hint string `json:"hint"`
}

// Preview is the `Preview` of the API.
type Preview struct {
	// What would be created.
	WouldCreate []string `json:"would_create"`
	// What would change.
	WouldChange []string `json:"would_change"`
	// What would be deleted.
	WouldDelete []string `json:"would_delete"`
	// Steps that the task would take.
	Steps []string `json:"steps"`
	// Use after the request, as used/limit, for each limit touched.
	QuotaAfter map[string]string `json:"quota_after"`
	// Approvals that it would wait for.
	ApprovalsNeeded []string `json:"approvals_needed"`
	// Dependencies that are away now; the task would wait for them.
	BlockedOn []string `json:"blocked_on"`
}

// PrincipalKind is one of the constants below; later servers may send others.
type PrincipalKind string

// The values of PrincipalKind known to this version.
const (
	PrincipalKindHuman   PrincipalKind = "HUMAN"
	PrincipalKindMachine PrincipalKind = "MACHINE"
)

// Problem is the `Problem` of the API.
type Problem struct {
	// URI of the problem type.
	Type string `json:"type"`
	// What kind of problem, in a few words.
	Title string `json:"title"`
	// HTTP status.
	Status int `json:"status"`
	// Stable code of the catalogue.
	Code string `json:"code"`
	// What happened, with the values that matter.
	Detail string `json:"detail"`
	// What to do next, with a command where there is one.
	Hint string `json:"hint"`
	// Whether the same request can succeed later.
	Retryable bool `json:"retryable"`
	// Seconds to wait before trying again.
	RetryAfter *int `json:"retry_after,omitempty"`
	// Path of the request.
	Instance *string `json:"instance,omitempty"`
	// Identifier of the request, for support.
	RequestID *string `json:"request_id,omitempty"`
	// Each field that breaks a rule.
	Violations []Violation `json:"violations,omitempty"`
	// What stands in the way.
	Dependents []string `json:"dependents,omitempty"`
	// Values a program may act on.
	Parameters map[string]string `json:"parameters,omitempty"`
	// Runbook for the operator.
	Runbook *string `json:"runbook,omitempty"`
}

// Project is the `Project` of the API.
type Project struct {
	// Identifier.
	ID string `json:"id"`
	// Name.
	Name string `json:"name"`
	// Tenant.
	Tenant string `json:"tenant"`
	// What it is for.
	Description string `json:"description"`
	// Labels.
	Labels map[string]string `json:"labels"`
	// Limits.
	Quotas Quotas `json:"quotas"`
	// Use, in the same units as the limits.
	Usage Quotas `json:"usage"`
	// Refuses deletion while true.
	DeletionProtection bool `json:"deletion_protection"`
	// Rises with each change.
	Generation int64 `json:"generation"`
	// When it was created.
	CreatedAt time.Time `json:"created_at"`
}

// ProjectAccepted is the `ProjectAccepted` of the API.
type ProjectAccepted struct {
	// The resource, visible from now on.
	Resource Project `json:"resource"`
	// The task that carries the work; follow it with :wait.
	Task Task `json:"task"`
}

// ProjectCreate is the `ProjectCreate` of the API.
type ProjectCreate struct {
	// Name, unique in its parent.
	Name string `json:"name"`
	// Tenant, by name or identifier; may be left out by an actor of one tenant.
	Tenant *string `json:"tenant,omitempty"`
	// What it is for.
	Description *string `json:"description,omitempty"`
	// Labels.
	Labels map[string]string `json:"labels,omitempty"`
	// Limits.
	Quotas *Quotas `json:"quotas,omitempty"`
	// Refuses deletion while true.
	DeletionProtection *bool `json:"deletion_protection,omitempty"`
}

// ProjectPage is the `ProjectPage` of the API.
type ProjectPage struct {
	// The resources, oldest first.
	Items []Project `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// ProjectRequest is the `ProjectRequest` of the API.
type ProjectRequest struct {
	// Name, unique in the tenant.
	Name string `json:"name"`
	// Tenant, by name or identifier; may be left out by an actor of one tenant.
	Tenant *string `json:"tenant,omitempty"`
	// What it is for.
	Description *string `json:"description,omitempty"`
	// Name of the first environment. Default: prod.
	Environment *string `json:"environment,omitempty"`
	// Limits of the project.
	Quotas *Quotas `json:"quotas,omitempty"`
	// What those who approve shall know.
	Reason *string `json:"reason,omitempty"`
}

// Quota is the `Quota` of the API.
type Quota struct {
	// The tenant, project or environment.
	Scope string `json:"scope"`
	// Its names from the tenant down.
	Address string `json:"address"`
	// Limits on all datacenters together.
	Limits Quotas `json:"limits"`
	// Use, in the same units as the limits.
	Usage Quotas `json:"usage"`
	// Sum of the limits one level below. It may be more than the limit here, which holds all the same.
	Allotted Quotas `json:"allotted"`
	// Limits on single datacenters.
	Datacenters []QuotaInDatacenter `json:"datacenters"`
	// Rises with each change of the scope.
	Generation int64 `json:"generation"`
}

// QuotaInDatacenter is the `QuotaInDatacenter` of the API.
type QuotaInDatacenter struct {
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// Limits.
	Limits Quotas `json:"limits"`
	// Use of what is limited here.
	Usage Quotas `json:"usage"`
}

// QuotaPage is the `QuotaPage` of the API.
type QuotaPage struct {
	// The resources, oldest first.
	Items []Quota `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// QuotaPatch is the `QuotaPatch` of the API.
type QuotaPatch struct {
	// Datacenter in which the limits hold. Default: all together.
	Datacenter *string `json:"datacenter,omitempty"`
	// Limits.
	Limits *QuotasPatch `json:"limits,omitempty"`
}

// QuotaRaise is the `QuotaRaise` of the API.
type QuotaRaise struct {
	// The limits; one left out stays as it is.
	Quotas Quotas `json:"quotas"`
	// What those who approve shall know.
	Reason *string `json:"reason,omitempty"`
}

// Quotas is the `Quotas` of the API.
type Quotas struct {
	// Virtual machines.
	VMs *int64 `json:"vms,omitempty"`
	// Virtual CPUs.
	VCPUs *int64 `json:"vcpus,omitempty"`
	// Virtual CPUs of machines that run or are to run.
	RunningVCPUs *int64 `json:"running_vcpus,omitempty"`
	// Memory, MiB.
	MemoryMiB *int64 `json:"memory_mib,omitempty"`
	// Root disks, GiB.
	DiskGiB *int64 `json:"disk_gib,omitempty"`
	// Networks.
	Networks *int64 `json:"networks,omitempty"`
}

// QuotasPatch is the `QuotasPatch` of the API.
type QuotasPatch struct {
	// Virtual machines.
	VMs *int64 `json:"vms,omitempty"`
	// Virtual CPUs.
	VCPUs *int64 `json:"vcpus,omitempty"`
	// Virtual CPUs of machines that run or are to run.
	RunningVCPUs *int64 `json:"running_vcpus,omitempty"`
	// Memory, MiB.
	MemoryMiB *int64 `json:"memory_mib,omitempty"`
	// Root disks, GiB.
	DiskGiB *int64 `json:"disk_gib,omitempty"`
	// Networks.
	Networks *int64 `json:"networks,omitempty"`
}

// Rack is the `Rack` of the API.
type Rack struct {
	// Identifier.
	ID string `json:"id"`
	// Key, as the graph names it.
	Key string `json:"key"`
	// Name, unique in the datacenter.
	Name string `json:"name"`
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// Row that it stands in.
	Row *string `json:"row,omitempty"`
	// Height in rack units.
	Height int `json:"height"`
	// Keys of what powers it.
	PoweredBy []string `json:"powered_by"`
	// What it is, for people.
	Description *string `json:"description,omitempty"`
	// How far this may be relied on.
	Trust Trust `json:"trust"`
	// When a complete observation last agreed.
	ConfirmedAt *time.Time `json:"confirmed_at,omitempty"`
}

// RackPage is the `RackPage` of the API.
type RackPage struct {
	// The resources, oldest first.
	Items []Rack `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// Reach is one of the constants below; later servers may send others.
type Reach string

// The values of Reach known to this version.
const (
	ReachResource   Reach = "RESOURCE"
	ReachProject    Reach = "PROJECT"
	ReachTenant     Reach = "TENANT"
	ReachDatacenter Reach = "DATACENTER"
	ReachPlatform   Reach = "PLATFORM"
)

// ReliedOn is the `ReliedOn` of the API.
type ReliedOn struct {
	// What.
	What string `json:"what"`
	// When it was last seen to be so.
	ObservedAt time.Time `json:"observed_at"`
}

// Requirement is one of the constants below; later servers may send others.
type Requirement string

// The values of Requirement known to this version.
const (
	RequirementRole         Requirement = "ROLE"
	RequirementAvailability Requirement = "AVAILABILITY"
	RequirementParent       Requirement = "PARENT"
	RequirementReference    Requirement = "REFERENCE"
	RequirementReadiness    Requirement = "READINESS"
	RequirementPlacement    Requirement = "PLACEMENT"
	RequirementQuota        Requirement = "QUOTA"
	RequirementName         Requirement = "NAME"
	RequirementRequest      Requirement = "REQUEST"
	RequirementApproval     Requirement = "APPROVAL"
	RequirementDependency   Requirement = "DEPENDENCY"
)

// Role is one of the constants below; later servers may send others.
type Role string

// The values of Role known to this version.
const (
	RoleProjectViewer    Role = "PROJECT_VIEWER"
	RoleProjectEditor    Role = "PROJECT_EDITOR"
	RoleTenantAdmin      Role = "TENANT_ADMIN"
	RolePlatformOperator Role = "PLATFORM_OPERATOR"
)

// RoleBinding is the `RoleBinding` of the API.
type RoleBinding struct {
	// The role.
	Role Role `json:"role"`
	// Tenant in which it holds.
	Tenant *string `json:"tenant,omitempty"`
	// Project in which it holds.
	Project *string `json:"project,omitempty"`
}

// Runbook is the `Runbook` of the API.
type Runbook struct {
	// Identifier.
	ID string `json:"id"`
	// What is wrong, in a few words.
	Title string `json:"title"`
	// How soon somebody should look.
	Severity Severity `json:"severity"`
	// Who keeps it right.
	Owner string `json:"owner"`
	// Day on which somebody last read it whole.
	Reviewed string `json:"reviewed"`
	// Rises with each change.
	Version int `json:"version"`
	// Findings that lead here.
	Findings []string `json:"findings"`
	// Problem codes that lead here.
	Codes []string `json:"codes"`
	// How one notices, in Markdown, as all that follows.
	Trigger string `json:"trigger"`
	// What is at risk.
	Impact string `json:"impact"`
	// What the platform does without anybody.
	ByItself string `json:"by_itself"`
	// Commands that look and change nothing.
	SafeChecks []string `json:"safe_checks"`
	// What to do, in the order in which to try it.
	Actions string `json:"actions"`
	// When to get help.
	Escalation string `json:"escalation"`
	// How one knows that it is over.
	Completion string `json:"completion"`
}

// RunbookPage is the `RunbookPage` of the API.
type RunbookPage struct {
	// The resources, oldest first.
	Items []Runbook `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// RunbookUse is the `RunbookUse` of the API.
type RunbookUse struct {
	// What for.
	Reason *string `json:"reason,omitempty"`
}

// ScopeName is the `ScopeName` of the API.
type ScopeName struct {
	// Identifier.
	ID string `json:"id"`
	// Name.
	Name string `json:"name"`
}

// ScopePatch is the `ScopePatch` of the API.
type ScopePatch struct {
	// What it is for.
	Description *string `json:"description,omitempty"`
	// Labels.
	Labels *map[string]string `json:"labels,omitempty"`
	// Limits.
	Quotas *QuotasPatch `json:"quotas,omitempty"`
	// Refuses deletion while true.
	DeletionProtection *bool `json:"deletion_protection,omitempty"`
}

// ScopePurge is the `ScopePurge` of the API.
type ScopePurge struct {
	// What those who approve shall know.
	Reason *string `json:"reason,omitempty"`
}

// Service is the `Service` of the API.
type Service struct {
	// Name.
	Name string `json:"name"`
	// Whether it runs.
	Running bool `json:"running"`
	// Server process that can run it.
	Process string `json:"process"`
}

// ServicePage is the `ServicePage` of the API.
type ServicePage struct {
	// The resources, oldest first.
	Items []Service `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// Severity is one of the constants below; later servers may send others.
type Severity string

// The values of Severity known to this version.
const (
	SeverityCritical Severity = "CRITICAL"
	SeverityWarning  Severity = "WARNING"
	SeverityNotice   Severity = "NOTICE"
)

// Shape is the `Shape` of the API.
type Shape struct {
	// Identifier.
	ID string `json:"id"`
	// Name, unique on the platform and never used again.
	Name string `json:"name"`
	// What it is for.
	Description string `json:"description"`
	// Virtual CPUs.
	VCPUs int `json:"vcpus"`
	// Memory, MiB.
	MemoryMiB int `json:"memory_mib"`
	// Size of the root disk, GiB.
	DiskGiB int `json:"disk_gib"`
	// Class of the hypervisors that its machines run on; any where null. Only operators see it.
	HypervisorClass *string `json:"hypervisor_class,omitempty"`
	// Whether every project may use it; else those that it is offered to.
	Everyone bool `json:"everyone"`
	// Tenants and projects that it is offered to, by their names from the tenant down. Only operators
	// see it.
	OfferedTo []string `json:"offered_to,omitempty"`
	// How many machines have it. Only operators see it.
	Machines *int64 `json:"machines,omitempty"`
	// Whether new machines are refused it.
	Retired bool `json:"retired"`
	// When it was retired.
	RetiredAt *time.Time `json:"retired_at,omitempty"`
	// When it was created.
	CreatedAt time.Time `json:"created_at"`
}

// ShapeCreate is the `ShapeCreate` of the API.
type ShapeCreate struct {
	// Name, unique on the platform and never used again.
	Name string `json:"name"`
	// What it is for. Default: nothing said.
	Description *string `json:"description,omitempty"`
	// Virtual CPUs.
	VCPUs int `json:"vcpus"`
	// Memory, MiB.
	MemoryMiB int `json:"memory_mib"`
	// Size of the root disk, GiB.
	DiskGiB int `json:"disk_gib"`
	// Class of the hypervisors that its machines run on: standard, dedicated or dense. Default: any.
	HypervisorClass *string `json:"hypervisor_class,omitempty"`
	// Whether every project may use it; else those that it is offered to. Default: true.
	Everyone *bool `json:"everyone,omitempty"`
}

// ShapeOffer is the `ShapeOffer` of the API.
type ShapeOffer struct {
	// Tenant or project, by identifier or by its names from the tenant down.
	Scope string `json:"scope"`
}

// ShapePage is the `ShapePage` of the API.
type ShapePage struct {
	// The resources, oldest first.
	Items []Shape `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// ShapeUse is the `ShapeUse` of the API.
type ShapeUse struct {
	// Machine.
	VM string `json:"vm"`
	// Its name.
	Name string `json:"name"`
	// Tenant.
	Tenant string `json:"tenant"`
	// Project.
	Project string `json:"project"`
	// Environment.
	Environment string `json:"environment"`
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// Phase.
	Phase Phase `json:"phase"`
}

// ShapeUsePage is the `ShapeUsePage` of the API.
type ShapeUsePage struct {
	// The resources, oldest first.
	Items []ShapeUse `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// SharedNetwork is the `SharedNetwork` of the API.
type SharedNetwork struct {
	// Network; machines name it by this or by its name.
	Network string `json:"network"`
	// Its name.
	Name string `json:"name"`
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// Prefix, once it has one.
	Prefix *string `json:"prefix,omitempty"`
	// Tenant or project that may use it.
	Scope string `json:"scope"`
	// Its names from the tenant down.
	Address string `json:"address"`
}

// SharedNetworkPage is the `SharedNetworkPage` of the API.
type SharedNetworkPage struct {
	// The resources, oldest first.
	Items []SharedNetwork `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// SignatureTrust is one of the constants below; later servers may send others.
type SignatureTrust string

// The values of SignatureTrust known to this version.
const (
	SignatureTrustTrusted   SignatureTrust = "TRUSTED"
	SignatureTrustUntrusted SignatureTrust = "UNTRUSTED"
	SignatureTrustUnsigned  SignatureTrust = "UNSIGNED"
)

// Snapshot is the `Snapshot` of the API.
type Snapshot struct {
	// Identifier.
	ID string `json:"id"`
	// Name.
	Name string `json:"name"`
	// Tenant.
	Tenant string `json:"tenant"`
	// Project.
	Project string `json:"project"`
	// Environment.
	Environment string `json:"environment"`
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// Labels.
	Labels map[string]string `json:"labels"`
	// Volume that it is of.
	Volume string `json:"volume"`
	// Name of that volume.
	VolumeName string `json:"volume_name"`
	// Size of the volume then, GiB.
	SizeGiB int `json:"size_gib"`
	// Rises with each desired change.
	Generation int64 `json:"generation"`
	// When it was asked for; nothing was written to the volume from then on until it was taken.
	CreatedAt time.Time `json:"created_at"`
	// What is true now.
	Status SnapshotStatus `json:"status"`
}

// SnapshotAccepted is the `SnapshotAccepted` of the API.
type SnapshotAccepted struct {
	// The resource, visible from now on.
	Resource Snapshot `json:"resource"`
	// The task that carries the work; follow it with :wait.
	Task Task `json:"task"`
}

// SnapshotCreate is the `SnapshotCreate` of the API.
type SnapshotCreate struct {
	// Name, unique in the environment.
	Name string `json:"name"`
	// Volume of the environment, by name or identifier.
	Volume string `json:"volume"`
	// Tenant, by name or identifier; may be left out by an actor of one tenant.
	Tenant *string `json:"tenant,omitempty"`
	// Project, by name or identifier.
	Project string `json:"project"`
	// Environment, by name or identifier.
	Environment string `json:"environment"`
	// Labels.
	Labels map[string]string `json:"labels,omitempty"`
}

// SnapshotPage is the `SnapshotPage` of the API.
type SnapshotPage struct {
	// The resources, oldest first.
	Items []Snapshot `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// SnapshotStatus is the `SnapshotStatus` of the API.
type SnapshotStatus struct {
	// Phase.
	Phase Phase `json:"phase"`
	// Conditions.
	Conditions []Condition `json:"conditions"`
	// Whether a task is changing it.
	Reconciling bool `json:"reconciling"`
	// What its task waits for.
	BlockedOn []Blocker `json:"blocked_on"`
	// Task that changes it now.
	Task *string `json:"task,omitempty"`
}

// SpreadRule is the `SpreadRule` of the API.
type SpreadRule struct {
	// What they do not share.
	Level PlacementLevel `json:"level"`
	// How many of the group may share one after all. Default: 1.
	Most *int `json:"most,omitempty"`
	// Refuses a machine that can't be placed so; else it is placed so only where that goes. Default:
	// false.
	Required *bool `json:"required,omitempty"`
}

// Step is the `Step` of the API.
type Step struct {
	// Name, unique in the workflow.
	Name string `json:"name"`
	// What it does, for people.
	Title string `json:"title"`
	// Service that does it.
	Service string `json:"service"`
	// What it needs.
	Needs []StepRequirement `json:"needs"`
	// How long one try may take, ISO 8601.
	Limit string `json:"limit"`
	// How many faults that pass are borne.
	Tries int `json:"tries"`
	// Whether its effect can be taken back.
	Undoable bool `json:"undoable"`
	// Whether there is no way back once it was sent.
	PointOfNoReturn bool `json:"point_of_no_return"`
	// What becomes of the task if the service fails after the step was sent.
	OnFailureAfterStart string `json:"on_failure_after_start"`
}

// StepRequirement is the `StepRequirement` of the API.
type StepRequirement struct {
	// What.
	Dependency string `json:"dependency"`
	// How badly.
	Need NeedKind `json:"need"`
	// How old the knowledge of it may be, ISO 8601; absent where being up is enough.
	Freshness *string `json:"freshness,omitempty"`
	// What becomes of the step while it is absent.
	OnAbsent string `json:"on_absent"`
	// State that the task shows meanwhile.
	StateShown string `json:"state_shown"`
	// Runbook for the operator.
	Runbook string `json:"runbook"`
}

// StepState is one of the constants below; later servers may send others.
type StepState string

// The values of StepState known to this version.
const (
	StepStatePending     StepState = "PENDING"
	StepStateRunning     StepState = "RUNNING"
	StepStateRetryWait   StepState = "RETRY_WAIT"
	StepStateBlocked     StepState = "BLOCKED"
	StepStateReconciling StepState = "RECONCILING"
	StepStateSucceeded   StepState = "SUCCEEDED"
	StepStateFailed      StepState = "FAILED"
	StepStateSkipped     StepState = "SKIPPED"
	StepStateUndoing     StepState = "UNDOING"
	StepStateUndone      StepState = "UNDONE"
	StepStateUndoFailed  StepState = "UNDO_FAILED"
)

// Supply is one of the constants below; later servers may send others.
type Supply string

// The values of Supply known to this version.
const (
	SupplyPlenty Supply = "PLENTY"
	SupplyScarce Supply = "SCARCE"
	SupplyNone   Supply = "NONE"
)

// Task is the `Task` of the API.
type Task struct {
	// Identifier.
	ID string `json:"id"`
	// What is done.
	Kind string `json:"kind"`
	// State.
	State TaskState `json:"state"`
	// Tenant.
	Tenant *string `json:"tenant,omitempty"`
	// Project.
	Project *string `json:"project,omitempty"`
	// Environment.
	Environment *string `json:"environment,omitempty"`
	// Resource that is changed.
	Target string `json:"target"`
	// Its name.
	TargetName string `json:"target_name"`
	// Steps in order.
	Steps []TaskStep `json:"steps"`
	// Steps that were done or skipped; never falls, also when steps are undone.
	StepsDone int `json:"steps_done"`
	// Who asked.
	CreatedBy string `json:"created_by"`
	// Request that asked.
	RequestID string `json:"request_id"`
	// Correlates logs, traces and events; the W3C trace id.
	CorrelationID string `json:"correlation_id"`
	// When it was accepted.
	CreatedAt time.Time `json:"created_at"`
	// When its first step was sent.
	StartedAt *time.Time `json:"started_at,omitempty"`
	// When it reached a final state.
	FinishedAt *time.Time `json:"finished_at,omitempty"`
	// When it gives up; waiting for a dependency does not count.
	DeadlineAt time.Time `json:"deadline_at"`
	// What it waits for.
	BlockedOn []Blocker `json:"blocked_on"`
	// Why it failed, or what it is undoing.
	Error *Problem `json:"error,omitempty"`
	// Whether it can still be cancelled.
	Cancellable bool `json:"cancellable"`
	// Runbook for its present trouble.
	Runbook *string `json:"runbook,omitempty"`
	// Lane that it runs in.
	Priority TaskPriority `json:"priority"`
	// How far it is.
	Progress TaskProgress `json:"progress"`
	// Task that began it, and waits for it.
	Parent *string `json:"parent,omitempty"`
	// Failed task that it takes up again.
	RetryOf *string `json:"retry_of,omitempty"`
	// What it waits for, in short.
	WaitingFor *WaitingFor `json:"waiting_for,omitempty"`
	// Whether all is done but what follows when a dependency is back.
	Reconciling bool `json:"reconciling"`
	// Whether a step was skipped because what it needed was away.
	Degraded bool `json:"degraded"`
	// Whether it failed in a way that :retry can take up.
	Retryable bool `json:"retryable"`
	// Version of the definition that it runs on.
	Definition int `json:"definition"`
}

// TaskDiagnosis is the `TaskDiagnosis` of the API.
type TaskDiagnosis struct {
	// The task.
	Task string `json:"task"`
	// What is done.
	Kind string `json:"kind"`
	// State.
	State TaskState `json:"state"`
	// Whether it makes no progress, and should.
	Stuck bool `json:"stuck"`
	// What it does or waits for, in one sentence.
	Summary string `json:"summary"`
	// What it waits for.
	WaitingFor *WaitingFor `json:"waiting_for,omitempty"`
	// The step that is under way or comes next.
	Execution *Execution `json:"execution,omitempty"`
	// The services that it needs.
	Dependencies []Dependency `json:"dependencies"`
	// Who runs tasks.
	Lease Lease `json:"lease"`
	// When it is looked at next, whatever happens.
	NextLookAt *time.Time `json:"next_look_at,omitempty"`
	// What stands out.
	Findings []string `json:"findings"`
	// What to do, the first first.
	Advice []string `json:"advice"`
	// Runbook.
	Runbook *string `json:"runbook,omitempty"`
}

// TaskPage is the `TaskPage` of the API.
type TaskPage struct {
	// The resources, oldest first.
	Items []Task `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// TaskPrioritize is the `TaskPrioritize` of the API.
type TaskPrioritize struct {
	// Lane that it shall run in.
	Priority TaskPriority `json:"priority"`
}

// TaskPriority is one of the constants below; later servers may send others.
type TaskPriority string

// The values of TaskPriority known to this version.
const (
	TaskPriorityInteractive TaskPriority = "INTERACTIVE"
	TaskPriorityBackground  TaskPriority = "BACKGROUND"
)

// TaskProgress is the `TaskProgress` of the API.
type TaskProgress struct {
	// Steps done.
	Step int `json:"step"`
	// Steps in all.
	Of int `json:"of"`
	// The same in per cent.
	Percent int `json:"percent"`
}

// TaskState is one of the constants below; later servers may send others.
type TaskState string

// The values of TaskState known to this version.
const (
	TaskStatePending           TaskState = "PENDING"
	TaskStateRunning           TaskState = "RUNNING"
	TaskStateRetryWait         TaskState = "RETRY_WAIT"
	TaskStateBlockedDependency TaskState = "BLOCKED_DEPENDENCY"
	TaskStateWaitingApproval   TaskState = "WAITING_APPROVAL"
	TaskStateWaitingWindow     TaskState = "WAITING_WINDOW"
	TaskStateCompensating      TaskState = "COMPENSATING"
	TaskStateSucceeded         TaskState = "SUCCEEDED"
	TaskStateFailed            TaskState = "FAILED"
	TaskStateCancelled         TaskState = "CANCELLED"
)

// TaskStep is the `TaskStep` of the API.
type TaskStep struct {
	// Name, unique in the task.
	Name string `json:"name"`
	// What it does, for people.
	Title string `json:"title"`
	// Service that does it.
	Service string `json:"service"`
	// State.
	State StepState `json:"state"`
	// How often it was tried; waiting for a dependency does not count.
	Attempts int `json:"attempts"`
	// When it was first sent.
	StartedAt *time.Time `json:"started_at,omitempty"`
	// When it ended.
	FinishedAt *time.Time `json:"finished_at,omitempty"`
	// What it found or is doing, for people.
	Message *string `json:"message,omitempty"`
	// Why it failed.
	Error *Problem `json:"error,omitempty"`
	// How badly it needs its service.
	Need NeedKind `json:"need"`
	// State that it was begun on, validated by an earlier step.
	ReliedOn *ReliedOn `json:"relied_on,omitempty"`
}

// Tenant is the `Tenant` of the API.
type Tenant struct {
	// Identifier.
	ID string `json:"id"`
	// Name.
	Name string `json:"name"`
	// What it is for.
	Description string `json:"description"`
	// Labels.
	Labels map[string]string `json:"labels"`
	// Limits.
	Quotas Quotas `json:"quotas"`
	// Use, in the same units as the limits.
	Usage Quotas `json:"usage"`
	// Refuses deletion while true.
	DeletionProtection bool `json:"deletion_protection"`
	// Rises with each change.
	Generation int64 `json:"generation"`
	// When it was created.
	CreatedAt time.Time `json:"created_at"`
}

// TenantAccepted is the `TenantAccepted` of the API.
type TenantAccepted struct {
	// The resource, visible from now on.
	Resource Tenant `json:"resource"`
	// The task that carries the work; follow it with :wait.
	Task Task `json:"task"`
}

// TenantCreate is the `TenantCreate` of the API.
type TenantCreate struct {
	// Name, unique in its parent.
	Name string `json:"name"`
	// What it is for.
	Description *string `json:"description,omitempty"`
	// Labels.
	Labels map[string]string `json:"labels,omitempty"`
	// Limits.
	Quotas *Quotas `json:"quotas,omitempty"`
	// Refuses deletion while true.
	DeletionProtection *bool `json:"deletion_protection,omitempty"`
}

// TenantPage is the `TenantPage` of the API.
type TenantPage struct {
	// The resources, oldest first.
	Items []Tenant `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// Token is the `Token` of the API.
type Token struct {
	// Identifier.
	ID string `json:"id"`
	// Name.
	Name string `json:"name"`
	// Principal that it speaks for.
	Principal string `json:"principal"`
	// Whether that is a person or a program.
	Kind PrincipalKind `json:"kind"`
	// Roles, and where they hold.
	Roles []RoleBinding `json:"roles"`
	// When it was made.
	CreatedAt time.Time `json:"created_at"`
	// When it ends.
	ExpiresAt *time.Time `json:"expires_at,omitempty"`
	// When it was last used, to the minute.
	LastUsedAt *time.Time `json:"last_used_at,omitempty"`
}

// TokenCreate is the `TokenCreate` of the API.
type TokenCreate struct {
	// Name, unique among the tokens of the scope.
	Name string `json:"name"`
	// Role.
	Role Role `json:"role"`
	// Tenant, by name or identifier; for every role but PLATFORM_OPERATOR.
	Tenant *string `json:"tenant,omitempty"`
	// Project, by name or identifier; for the project roles.
	Project *string `json:"project,omitempty"`
	// Whether it speaks for a person or for a program. Default: MACHINE.
	Kind *PrincipalKind `json:"kind,omitempty"`
	// How long it is good, as an ISO 8601 duration. Default: P90D.
	ExpiresIn *string `json:"expires_in,omitempty"`
}

// TokenCreated is the `TokenCreated` of the API.
type TokenCreated struct {
	// The token.
	Token Token `json:"token"`
	// The secret; it is not shown again.
	Secret string `json:"secret"`
}

// TokenPage is the `TokenPage` of the API.
type TokenPage struct {
	// The resources, oldest first.
	Items []Token `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// Trouble is one of the constants below; later servers may send others.
type Trouble string

// The values of Trouble known to this version.
const (
	TroubleMissing   Trouble = "MISSING"
	TroubleAltered   Trouble = "ALTERED"
	TroubleReordered Trouble = "REORDERED"
)

// Trust is one of the constants below; later servers may send others.
type Trust string

// The values of Trust known to this version.
const (
	TrustDeclared        Trust = "DECLARED"
	TrustObserved        Trust = "OBSERVED"
	TrustTrusted         Trust = "TRUSTED"
	TrustPendingApproval Trust = "PENDING_APPROVAL"
)

// TrustChange is the `TrustChange` of the API.
type TrustChange struct {
	// Identifier.
	ID string `json:"id"`
	// Digest of all that is to be trusted; deciding needs it.
	Hash string `json:"hash"`
	// Where it stands.
	State TrustChangeState `json:"state"`
	// What it comes from: a plan or a drift.
	Origin string `json:"origin"`
	// How many elements it is about.
	Elements int `json:"elements"`
	// What is to be trusted, element by element; empty in lists.
	Actions []InventoryAction `json:"actions"`
	// Who asked.
	RequestedBy string `json:"requested_by"`
	// When.
	RequestedAt time.Time `json:"requested_at"`
	// When it lapses.
	ExpiresAt time.Time `json:"expires_at"`
	// Who decided.
	DecidedBy *string `json:"decided_by,omitempty"`
	// When.
	DecidedAt *time.Time `json:"decided_at,omitempty"`
	// Why.
	Comment *string `json:"comment,omitempty"`
}

// TrustChangePage is the `TrustChangePage` of the API.
type TrustChangePage struct {
	// The resources, oldest first.
	Items []TrustChange `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// TrustChangeState is one of the constants below; later servers may send others.
type TrustChangeState string

// The values of TrustChangeState known to this version.
const (
	TrustChangeStatePendingApproval TrustChangeState = "PENDING_APPROVAL"
	TrustChangeStateApproved        TrustChangeState = "APPROVED"
	TrustChangeStateRejected        TrustChangeState = "REJECTED"
	TrustChangeStateVoid            TrustChangeState = "VOID"
)

// TrustDecision is the `TrustDecision` of the API.
type TrustDecision struct {
	// Hash of the trust change as it was seen.
	Hash string `json:"hash"`
	// Why.
	Comment *string `json:"comment,omitempty"`
}

// UsageCheck is the `UsageCheck` of the API.
type UsageCheck struct {
	// When it was asked.
	CheckedAt time.Time `json:"checked_at"`
	// Budgets compared.
	Budgets int64 `json:"budgets"`
	// Charges compared.
	Charges int64 `json:"charges"`
	// Intervals compared.
	Intervals int64 `json:"intervals"`
	// Events they were derived from.
	Events int64 `json:"events"`
	// Whether no difference was found.
	Consistent bool `json:"consistent"`
	// Differences, at most a hundred.
	Differences []UsageDifference `json:"differences"`
	// What to do where there are differences.
	Runbook string `json:"runbook"`
}

// UsageDifference is the `UsageDifference` of the API.
type UsageDifference struct {
	// Which comparison found it.
	Check string `json:"check"`
	// Of what.
	Subject string `json:"subject"`
	// What it should be.
	Expected string `json:"expected"`
	// What it is.
	Found string `json:"found"`
}

// UsageInterval is the `UsageInterval` of the API.
type UsageInterval struct {
	// Number of the event that began it; rises.
	Number int64 `json:"number"`
	// Resource, which may be gone.
	Resource string `json:"resource"`
	// What was used, as in the quotas.
	Dimension string `json:"dimension"`
	// Amount.
	Amount int64 `json:"amount"`
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// Tenant.
	Tenant string `json:"tenant"`
	// Project.
	Project *string `json:"project,omitempty"`
	// Environment.
	Environment *string `json:"environment,omitempty"`
	// When it began.
	Began time.Time `json:"began"`
	// When it ended; absent while it goes on.
	Ended *time.Time `json:"ended,omitempty"`
}

// UsageIntervalPage is the `UsageIntervalPage` of the API.
type UsageIntervalPage struct {
	// The resources, oldest first.
	Items []UsageInterval `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// UsageTotal is the `UsageTotal` of the API.
type UsageTotal struct {
	// Tenant.
	Tenant string `json:"tenant"`
	// Project.
	Project *string `json:"project,omitempty"`
	// Environment.
	Environment *string `json:"environment,omitempty"`
	// Names of tenant, project and environment; an identifier for what is gone.
	Address string `json:"address"`
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// What was used, as in the quotas.
	Dimension string `json:"dimension"`
	// Amount times seconds. Periods that follow each other add up exactly.
	UnitSeconds int64 `json:"unit_seconds"`
	// Amount in use at the end of the period.
	AmountAtEnd int64 `json:"amount_at_end"`
}

// UsageTotalPage is the `UsageTotalPage` of the API.
type UsageTotalPage struct {
	// The resources, oldest first.
	Items []UsageTotal `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// Violation is the `Violation` of the API.
type Violation struct {
	// JSON pointer (RFC 6901) into the body.
	Pointer string `json:"pointer"`
	// Which rule.
	Code string `json:"code"`
	// What is wrong.
	Detail string `json:"detail"`
}

// VM is the `Vm` of the API.
type VM struct {
	// Identifier.
	ID string `json:"id"`
	// Name, and the guest's host name.
	Name string `json:"name"`
	// Tenant.
	Tenant string `json:"tenant"`
	// Project.
	Project string `json:"project"`
	// Environment.
	Environment string `json:"environment"`
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// Labels.
	Labels map[string]string `json:"labels"`
	// Image version.
	Image string `json:"image"`
	// Shape, by name; null for a machine of its own size.
	Shape *string `json:"shape,omitempty"`
	// Virtual CPUs.
	VCPUs int `json:"vcpus"`
	// Memory, MiB.
	MemoryMiB int `json:"memory_mib"`
	// Size of the root disk, GiB.
	DiskGiB int `json:"disk_gib"`
	// Network interfaces; the index is the guest's order.
	Interfaces []NetworkInterface `json:"interfaces"`
	// Keys that may log in.
	SSHAuthorizedKeys []string `json:"ssh_authorized_keys"`
	// Whether it is wanted running.
	Running bool `json:"running"`
	// Refuses deletion while true.
	DeletionProtection bool `json:"deletion_protection"`
	// Machines of the environment in the same group are kept apart.
	PlacementGroup *string `json:"placement_group,omitempty"`
	// How the placement group was asked to be kept apart.
	Spread []SpreadRule `json:"spread,omitempty"`
	// Whether a second hypervisor must have had room for it.
	Restartable bool `json:"restartable"`
	// Jurisdictions that will do; any where empty.
	Residency []string `json:"residency"`
	// Rises with each desired change.
	Generation int64 `json:"generation"`
	// When it was created.
	CreatedAt time.Time `json:"created_at"`
	// What is true now.
	Status VMStatus `json:"status"`
}

// VMAccepted is the `VmAccepted` of the API.
type VMAccepted struct {
	// The resource, visible from now on.
	Resource VM `json:"resource"`
	// The task that carries the work; follow it with :wait.
	Task Task `json:"task"`
}

// VMAttach is the `VmAttach` of the API.
type VMAttach struct {
	// Network, by name or identifier.
	Network string `json:"network"`
	// Address wanted. Default: a free one.
	Address *string `json:"address,omitempty"`
}

// VMCreate is the `VmCreate` of the API.
type VMCreate struct {
	// Name, unique in the environment; the guest's host name.
	Name string `json:"name"`
	// Tenant, by name or identifier; may be left out by an actor of one tenant.
	Tenant *string `json:"tenant,omitempty"`
	// Project, by name or identifier.
	Project string `json:"project"`
	// Environment, by name or identifier.
	Environment string `json:"environment"`
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// Image: a family for its newest version, family@version, family:channel, or an identifier.
	Image string `json:"image"`
	// Shape, by name or identifier; it says what vcpus, memory_mib and disk_gib would say.
	Shape *string `json:"shape,omitempty"`
	// Virtual CPUs. Default: 1.
	VCPUs *int `json:"vcpus,omitempty"`
	// Memory, MiB. Default: the image's least memory.
	MemoryMiB *int `json:"memory_mib,omitempty"`
	// Size of the root disk, GiB. Default: the image's size, rounded up.
	DiskGiB *int `json:"disk_gib,omitempty"`
	// Networks to attach, in the order of the interfaces.
	Networks []NetworkAttachment `json:"networks"`
	// OpenSSH public keys that may log in.
	SSHAuthorizedKeys []string `json:"ssh_authorized_keys,omitempty"`
	// Given to the guest at first boot: a script (#!) or #cloud-config. INPUT_ONLY.
	UserData *string `json:"user_data,omitempty"`
	// Labels.
	Labels map[string]string `json:"labels,omitempty"`
	// Refuses deletion while true. Default: false.
	DeletionProtection *bool `json:"deletion_protection,omitempty"`
	// Machines of the environment that name the same group are kept apart.
	PlacementGroup *string `json:"placement_group,omitempty"`
	// How the placement group is kept apart; all of its machines say the same, or nothing. Default:
	// what the group has; else on different hypervisors where that goes.
	Spread []SpreadRule `json:"spread,omitempty"`
	// Refuses a place if no second hypervisor has room to restart the machine. Default: false.
	Restartable *bool `json:"restartable,omitempty"`
	// Jurisdictions that will do, as hypervisors name theirs. Default: any.
	Residency []string `json:"residency,omitempty"`
}

// VMDetach is the `VmDetach` of the API.
type VMDetach struct {
	// Network, by name or identifier.
	Network string `json:"network"`
}

// VMDrift is the `VmDrift` of the API.
type VMDrift struct {
	// Identifier.
	ID string `json:"id"`
	// How they differ.
	Kind VMDriftKind `json:"kind"`
	// Machine; absent for what is unknown.
	VM *string `json:"vm,omitempty"`
	// The machine's names from the tenant down, or the domain's name.
	Subject string `json:"subject"`
	// Hypervisor.
	Hypervisor string `json:"hypervisor"`
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// What was decided.
	Expected string `json:"expected"`
	// What was seen.
	Seen string `json:"seen"`
	// What the hypervisor's policy says is done about it.
	Action DriftAction `json:"action"`
	// What was done last; absent while nothing was.
	Done *string `json:"done,omitempty"`
	// How often it was put right.
	Repairs int `json:"repairs"`
	// When it was first seen.
	FirstSeen time.Time `json:"first_seen"`
	// When it was last seen.
	LastSeen time.Time `json:"last_seen"`
	// When it was gone; absent while it is there.
	ResolvedAt *time.Time `json:"resolved_at,omitempty"`
	// Runbook.
	Runbook string `json:"runbook"`
}

// VMDriftKind is one of the constants below; later servers may send others.
type VMDriftKind string

// The values of VMDriftKind known to this version.
const (
	VMDriftKindMissing VMDriftKind = "MISSING"
	VMDriftKindChanged VMDriftKind = "CHANGED"
	VMDriftKindStopped VMDriftKind = "STOPPED"
	VMDriftKindRunning VMDriftKind = "RUNNING"
	VMDriftKindUnknown VMDriftKind = "UNKNOWN"
)

// VMDriftPage is the `VmDriftPage` of the API.
type VMDriftPage struct {
	// The resources, oldest first.
	Items []VMDrift `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// VMGuest is the `VmGuest` of the API.
type VMGuest struct {
	// ANSWERS; SILENT where there is an agent that does not answer; ABSENT where there is none.
	Agent AgentState `json:"agent"`
	// When it was so; it is looked at every few minutes, and told again at least once an hour.
	ObservedAt time.Time `json:"observed_at"`
	// Host name; null where it is not told.
	Hostname *string `json:"hostname,omitempty"`
	// Operating system.
	OS *string `json:"os,omitempty"`
	// Release of the kernel.
	Kernel *string `json:"kernel,omitempty"`
	// Network interfaces as the guest has them.
	Interfaces []GuestInterface `json:"interfaces"`
}

// VMPage is the `VmPage` of the API.
type VMPage struct {
	// The resources, oldest first.
	Items []VM `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// VMPatch is the `VmPatch` of the API.
type VMPatch struct {
	// Labels.
	Labels *map[string]string `json:"labels,omitempty"`
	// Refuses deletion while true.
	DeletionProtection *bool `json:"deletion_protection,omitempty"`
}

// VMRebuild is the `VmRebuild` of the API.
type VMRebuild struct {
	// Image: a family for its newest version, family@version, or an identifier. Default: the image
	// version that it has.
	Image *string `json:"image,omitempty"`
	// OpenSSH public keys that may log in. Default: those that it has.
	SSHAuthorizedKeys []string `json:"ssh_authorized_keys,omitempty"`
}

// VMResize is the `VmResize` of the API.
type VMResize struct {
	// Shape, by name or identifier; it says what vcpus, memory_mib and disk_gib would say. Default:
	// none: the machine has a size of its own.
	Shape *string `json:"shape,omitempty"`
	// Virtual CPUs. Default: as many as it has.
	VCPUs *int `json:"vcpus,omitempty"`
	// Memory, MiB. Default: as much as it has.
	MemoryMiB *int `json:"memory_mib,omitempty"`
	// Size of the root disk, GiB; a disk never shrinks. Default: as large as it is.
	DiskGiB *int `json:"disk_gib,omitempty"`
}

// VMStats is the `VmStats` of the API.
type VMStats struct {
	// Machine.
	VM string `json:"vm"`
	// Its name.
	Name string `json:"name"`
	// Tenant.
	Tenant string `json:"tenant"`
	// Project.
	Project string `json:"project"`
	// Environment.
	Environment string `json:"environment"`
	// Its names from the tenant down.
	Address string `json:"address"`
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// RUNNING, OFF, or UNKNOWN where its hypervisor does not answer; without counters where it is not
	// RUNNING.
	State MeasuredState `json:"state"`
	// When it was measured.
	MeasuredAt time.Time `json:"measured_at"`
	// Virtual CPUs.
	VCPUs int `json:"vcpus"`
	// Processor time, nanoseconds.
	CPUNanoseconds int64 `json:"cpu_nanoseconds"`
	// Memory that the guest has, bytes.
	MemoryBytes int64 `json:"memory_bytes"`
	// Memory that it takes on its hypervisor, bytes; null where that is not told.
	ResidentBytes *int64 `json:"resident_bytes,omitempty"`
	// Disks.
	Disks []DiskStats `json:"disks"`
	// Network interfaces.
	Interfaces []InterfaceStats `json:"interfaces"`
}

// VMStatsPage is the `VmStatsPage` of the API.
type VMStatsPage struct {
	// The resources, oldest first.
	Items []VMStats `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// VMStatus is the `VmStatus` of the API.
type VMStatus struct {
	// Phase.
	Phase Phase `json:"phase"`
	// Conditions.
	Conditions []Condition `json:"conditions"`
	// Addresses, in order of the interfaces.
	Addresses []string `json:"addresses"`
	// Power as observed.
	Power string `json:"power"`
	// When the power was observed.
	ObservedAt *time.Time `json:"observed_at,omitempty"`
	// SHA-256 of what its guest was initialised from: host name, keys, user data, networks.
	SeedSHA256 *string `json:"seed_sha256,omitempty"`
	// What its guest tells of itself; null until it was looked at.
	Guest *VMGuest `json:"guest,omitempty"`
	// Generation that is realised.
	ObservedGeneration int64 `json:"observed_generation"`
	// Whether a task is changing it.
	Reconciling bool `json:"reconciling"`
	// Where it is.
	Placement Placement `json:"placement"`
	// What its task waits for.
	BlockedOn []Blocker `json:"blocked_on"`
	// Task that changes it now.
	Task *string `json:"task,omitempty"`
}

// VMStop is the `VmStop` of the API.
type VMStop struct {
	// Cut the power at once instead of asking the guest first. Default: false.
	Force *bool `json:"force,omitempty"`
}

// Volume is the `Volume` of the API.
type Volume struct {
	// Identifier.
	ID string `json:"id"`
	// Name.
	Name string `json:"name"`
	// Tenant.
	Tenant string `json:"tenant"`
	// Project.
	Project string `json:"project"`
	// Environment.
	Environment string `json:"environment"`
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// Labels.
	Labels map[string]string `json:"labels"`
	// Size, GiB.
	SizeGiB int `json:"size_gib"`
	// Refuses deletion while true.
	DeletionProtection bool `json:"deletion_protection"`
	// Rises with each desired change.
	Generation int64 `json:"generation"`
	// When it was created.
	CreatedAt time.Time `json:"created_at"`
	// What is true now.
	Status VolumeStatus `json:"status"`
}

// VolumeAccepted is the `VolumeAccepted` of the API.
type VolumeAccepted struct {
	// The resource, visible from now on.
	Resource Volume `json:"resource"`
	// The task that carries the work; follow it with :wait.
	Task Task `json:"task"`
}

// VolumeAttach is the `VolumeAttach` of the API.
type VolumeAttach struct {
	// Machine of the same environment, by name or identifier.
	VM string `json:"vm"`
}

// VolumeCreate is the `VolumeCreate` of the API.
type VolumeCreate struct {
	// Name, unique in the environment.
	Name string `json:"name"`
	// Tenant, by name or identifier; may be left out by an actor of one tenant.
	Tenant *string `json:"tenant,omitempty"`
	// Project, by name or identifier.
	Project string `json:"project"`
	// Environment, by name or identifier.
	Environment string `json:"environment"`
	// Datacenter.
	Datacenter string `json:"datacenter"`
	// Size, GiB.
	SizeGiB int `json:"size_gib"`
	// Labels.
	Labels map[string]string `json:"labels,omitempty"`
	// Refuses deletion while true. Default: false.
	DeletionProtection *bool `json:"deletion_protection,omitempty"`
}

// VolumeGrow is the `VolumeGrow` of the API.
type VolumeGrow struct {
	// Size that it shall have, GiB.
	SizeGiB int `json:"size_gib"`
}

// VolumePage is the `VolumePage` of the API.
type VolumePage struct {
	// The resources, oldest first.
	Items []Volume `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}

// VolumePatch is the `VolumePatch` of the API.
type VolumePatch struct {
	// Labels.
	Labels *map[string]string `json:"labels,omitempty"`
	// Refuses deletion while true.
	DeletionProtection *bool `json:"deletion_protection,omitempty"`
}

// VolumeStatus is the `VolumeStatus` of the API.
type VolumeStatus struct {
	// Phase.
	Phase Phase `json:"phase"`
	// Conditions.
	Conditions []Condition `json:"conditions"`
	// Machine that it is attached to.
	VM *string `json:"vm,omitempty"`
	// Its name in a Linux guest, the same at each start.
	Device *string `json:"device,omitempty"`
	// Serial number that the guest sees, the same in each machine.
	Serial string `json:"serial"`
	// Size that is there, GiB.
	SizeGiB int `json:"size_gib"`
	// Whether a task is changing it.
	Reconciling bool `json:"reconciling"`
	// What its task waits for.
	BlockedOn []Blocker `json:"blocked_on"`
	// Task that changes it now.
	Task *string `json:"task,omitempty"`
}

// WaitKind is one of the constants below; later servers may send others.
type WaitKind string

// The values of WaitKind known to this version.
const (
	WaitKindDependency WaitKind = "DEPENDENCY"
	WaitKindDeadLetter WaitKind = "DEAD_LETTER"
	WaitKindLane       WaitKind = "LANE"
	WaitKindTasks      WaitKind = "TASKS"
	WaitKindDefinition WaitKind = "DEFINITION"
	WaitKindApproval   WaitKind = "APPROVAL"
)

// WaitingFor is the `WaitingFor` of the API.
type WaitingFor struct {
	// What kind of thing.
	Kind WaitKind `json:"kind"`
	// Its name.
	Name string `json:"name"`
	// Since when.
	Since time.Time `json:"since"`
	// The tasks, where it waits for tasks.
	Tasks []string `json:"tasks"`
	// How many tasks begin before it, where it waits for room in its lane.
	Ahead *int64 `json:"ahead,omitempty"`
}

// WhoAmI is the `WhoAmI` of the API.
type WhoAmI struct {
	// Principal.
	ID string `json:"id"`
	// Its name.
	Name string `json:"name"`
	// Whether it is a person or a program.
	Kind PrincipalKind `json:"kind"`
	// Token in use.
	Token string `json:"token"`
	// When the token ends.
	TokenExpiresAt *time.Time `json:"token_expires_at,omitempty"`
	// Roles, and where they hold.
	Roles []RoleBinding `json:"roles"`
	// Tenants that are visible.
	Tenants []ScopeName `json:"tenants"`
	// Projects that are visible.
	Projects []ScopeName `json:"projects"`
	// Version of the server.
	ServerVersion string `json:"server_version"`
}

// Workflow is the `Workflow` of the API.
type Workflow struct {
	// Kind of task.
	Kind string `json:"kind"`
	// Version that new tasks begin with.
	Version int `json:"version"`
	// How long a task may take, ISO 8601; waiting does not count.
	Limit string `json:"limit"`
	// Steps in order.
	Steps []Step `json:"steps"`
}

// WorkflowPage is the `WorkflowPage` of the API.
type WorkflowPage struct {
	// The resources, oldest first.
	Items []Workflow `json:"items"`
	// Send this as page_token for the next page; absent on the last.
	NextPageToken *string `json:"next_page_token,omitempty"`
	// What did not answer, so that the list may be incomplete.
	Unreachable []string `json:"unreachable,omitempty"`
}
