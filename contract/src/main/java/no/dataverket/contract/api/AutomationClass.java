package no.dataverket.contract.api;

/// How many people must have looked at an action before it is carried out, from none to all of it.
public enum AutomationClass {
    /// Carried out at once: bounded, and of little reach.
    AUTO,
    /// Carried out at once, and worth a look afterwards.
    AUTO_WITH_NOTICE,
    /// Waits for one person other than the one who asked.
    ONE_APPROVAL,
    /// Waits until two persons who may decide it have looked; the one who asked counts if they are such a person.
    FOUR_EYES,
    /// Not carried out by the platform; its runbook says how people do it.
    MANUAL_ONLY
}
