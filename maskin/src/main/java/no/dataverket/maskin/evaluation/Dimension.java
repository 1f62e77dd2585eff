package no.dataverket.maskin.evaluation;

/// What a runtime is scored in. It must be acceptable in all five.
public enum Dimension {
    LIFECYCLE("Lifecycle automation fit"),
    NETWORK_AND_STORAGE("Network and storage fit"),
    MULTI_DATACENTER("Multi-datacenter fit"),
    OPERATIONAL("Operational fit"),
    COMMERCIAL("Commercial and procurement fit");

    private final String title;

    Dimension(String title) {
        this.title = title;
    }

    /// For people.
    public String title() {
        return title;
    }
}
