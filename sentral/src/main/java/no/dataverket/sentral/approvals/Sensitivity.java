package no.dataverket.sentral.approvals;

import no.dataverket.contract.api.AutomationClass;
import no.dataverket.contract.api.BlastRadius;
import no.dataverket.contract.api.BlastRadius.DataRisk;
import no.dataverket.contract.api.BlastRadius.Reach;

/// How much an action can break. From it follows how many people must have looked at it; a policy can ask for more
/// of them and never for fewer.
///
/// @param reach how much of the platform it touches
/// @param reversible whether another action takes it back
/// @param risk what is at stake for those who use what it touches
public record Sensitivity(Reach reach, boolean reversible, DataRisk risk) {

    public Sensitivity {
        if (reversible && risk == DataRisk.LOSS) {
            throw new IllegalArgumentException("What loses data can't be taken back");
        }
    }

    /// The class that follows: reach decides, what can be taken back is a class lower, what puts running things or
    /// data at risk a class higher.
    public AutomationClass automationClass() {
        int base = switch (reach) {
            case RESOURCE -> 0;
            case PROJECT -> 1;
            case TENANT, DATACENTER -> 2;
            case PLATFORM -> 3;
        };
        int level = base + (reversible ? -1 : 0) + (risk == DataRisk.NONE ? 0 : 1);
        return AutomationClass.values()[Math.max(level, 0)];
    }

    /// The class where a policy asks for at least another one.
    public AutomationClass automationClass(AutomationClass least) {
        var computed = automationClass();
        return computed.compareTo(least) >= 0 ? computed : least;
    }

    /// As the public API shows it.
    public BlastRadius blastRadius() {
        return new BlastRadius(reach, reversible, risk);
    }

    /// In words, for those who are told why.
    public String words() {
        return "it touches "
                + switch (reach) {
                    case RESOURCE -> "one resource";
                    case PROJECT -> "a project";
                    case TENANT -> "a tenant";
                    case DATACENTER -> "a datacenter";
                    case PLATFORM -> "the platform";
                }
                + (reversible ? ", can be taken back" : ", can't be taken back")
                + switch (risk) {
                    case NONE -> "";
                    case INTERRUPTION -> ", and may interrupt what runs";
                    case LOSS -> ", and may lose data";
                };
    }
}
