package no.dataverket.maskin.placement.decision;

/// Why a host will not do, in the order in which it is asked.
public enum Filter {
    CLASS("is of another class"),
    RESIDENCY("is outside of the wanted jurisdictions"),
    SCHEDULABLE("takes no new machines"),
    MAINTENANCE("is in maintenance"),
    QUARANTINE("is in quarantine"),
    REACHABLE("does not answer"),
    STORAGE("does not see the machine's disk"),
    NETWORK("does not reach the wanted networks"),
    IMAGE("does not hold the image"),
    VCPUS("has too few free vcpus"),
    MEMORY("has too little free memory"),
    APART("is too close to others of the group"),
    FAILOVER("would leave no second host to restart on");

    private final String words;

    Filter(String words) {
        this.words = words;
    }

    /// What is said of a host that fails it.
    public String words() {
        return words;
    }
}
