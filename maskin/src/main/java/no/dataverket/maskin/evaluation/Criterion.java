package no.dataverket.maskin.evaluation;

import static no.dataverket.maskin.evaluation.Dimension.COMMERCIAL;
import static no.dataverket.maskin.evaluation.Dimension.LIFECYCLE;
import static no.dataverket.maskin.evaluation.Dimension.MULTI_DATACENTER;
import static no.dataverket.maskin.evaluation.Dimension.NETWORK_AND_STORAGE;
import static no.dataverket.maskin.evaluation.Dimension.OPERATIONAL;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What was asked of the first VM platform before any was looked at, in the words in which it was asked.
///
/// A criterion of which the list says "must" is mandatory: whoever does not meet it is not fit in its
/// dimension, however good the rest is.
public enum Criterion {
    AUTOMATION(LIFECYCLE, true, "non-interactive automation"),
    POWER(LIFECYCLE, true, "predictable VM create, start, stop, reboot, and delete workflows"),
    ATTACHMENT(LIFECYCLE, true, "attachable disk and network lifecycle control"),
    STATE(LIFECYCLE, true, "machine-readable or reliably scriptable state inspection"),
    IDENTITY(LIFECYCLE, true, "durable host and VM identity for inventory reconciliation"),
    OBSERVABILITY(LIFECYCLE, true, "enough operational observability for task tracking and debugging"),
    SEPARATION(LIFECYCLE, true, "operator-managed hypervisor hosts apart from tenant-facing VMs"),
    RECONCILIATION(LIFECYCLE, true, "inventory reconciliation between runtime state and Sentral inventory"),
    METADATA(LIFECYCLE, true, "project and environment-aware placement metadata"),
    ACCOUNTING(LIFECYCLE, true, "quota and capacity accounting at a level useful for tenant-facing services"),
    BASE_IMAGES(LIFECYCLE, true, "operator-managed base images"),
    IMAGE_VERSIONS(LIFECYCLE, true, "immutable image versioning or a close equivalent"),
    INITIALIZATION(LIFECYCLE, true, "automated guest initialization"),
    TALOS(LIFECYCLE, true, "Talos guest support where Talos-in-VM is required"),
    REPRODUCIBILITY(LIFECYCLE, true, "reproducible provisioning from declared inputs"),
    SYSTEM_OF_RECORD(LIFECYCLE, true, "Sentral as system of record, Maskin as the VM lifecycle owner"),
    EVENTS(LIFECYCLE, true, "NATS-based task and event orchestration"),
    NO_TENANT_ACCESS(LIFECYCLE, true, "no tenant-direct dependence on the underlying runtime API"),

    NETWORKS(NETWORK_AND_STORAGE, true, "attachment to Nett-managed networks"),
    INTERFACES(NETWORK_AND_STORAGE, true, "deterministic network interface assignment"),
    ISOLATION(NETWORK_AND_STORAGE, true, "VLAN-backed or equivalent isolated network attachment"),
    HOST_NETWORKING(NETWORK_AND_STORAGE, true, "host networking control that preserves the network intent model"),
    DISKS(NETWORK_AND_STORAGE, true, "predictable VM disk lifecycle"),
    BACKUP(NETWORK_AND_STORAGE, true, "backup and restore workflows"),
    REPLICATION(NETWORK_AND_STORAGE, true, "future replication or recovery design"),
    STORAGE_INVENTORY(NETWORK_AND_STORAGE, true, "inventory visibility for attached storage"),

    DATACENTER_PLACEMENT(MULTI_DATACENTER, false, "datacenter-aware placement"),
    FAILURE_DOMAINS(MULTI_DATACENTER, false, "failure-domain-aware scheduling inputs"),
    FAILOVER(MULTI_DATACENTER, false, "clear behavior during site failover"),
    RECOVERY(MULTI_DATACENTER, false, "realistic recovery workflows for VMs in another datacenter"),

    FAILURE_MODES(OPERATIONAL, false, "understandable failure modes"),
    DAY_TWO(OPERATIONAL, false, "clear day-2 operations"),
    LAB(OPERATIONAL, false, "practical lab reproducibility"),
    UPGRADES(OPERATIONAL, false, "maintainable upgrade workflows"),
    TELEMETRY(OPERATIONAL, false, "accessible telemetry and troubleshooting paths"),

    COST(COMMERCIAL, false, "cost"),
    AVAILABILITY(COMMERCIAL, false, "availability"),
    SUPPORT(COMMERCIAL, false, "support"),
    DEPLOYMENT_PATH(COMMERCIAL, false, "realistic deployment path");

    private final Dimension dimension;
    private final boolean mandatory;
    private final String words;

    Criterion(Dimension dimension, boolean mandatory, String words) {
        this.dimension = dimension;
        this.mandatory = mandatory;
        this.words = words;
    }

    /// The criterion by its identifier.
    ///
    /// @throws IllegalArgumentException when there's none
    public static Criterion of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// The criteria of a dimension, in the order of the list.
    public static List<Criterion> of(Dimension dimension) {
        return Arrays.stream(values())
                .filter(criterion -> criterion.dimension == dimension)
                .toList();
    }

    /// As it stands in reports: `base-images`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Dimension dimension() {
        return dimension;
    }

    /// Whether nothing else makes up for it.
    public boolean isMandatory() {
        return mandatory;
    }

    /// What was asked for.
    public String words() {
        return words;
    }
}
