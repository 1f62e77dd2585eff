package no.dataverket.sentral.api;

import java.util.function.Function;
import no.dataverket.contract.Id;
import no.dataverket.contract.api.AutomationClass;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.sentral.approvals.Sensitivity;
import org.jspecify.annotations.Nullable;

/// What a change is about for which somebody else may have to give their consent.
///
/// @param action kind of the task that carries it
/// @param least class that a policy asks for at least
/// @param decider least role of those who decide
/// @param reason what the one who asks says
/// @param view the resource as it stands, for the one who asks, by the identifier of the approval
public record Consent(
        String action,
        Sensitivity sensitivity,
        AutomationClass least,
        Access decider,
        Id subject,
        String name,
        long generation,
        @Nullable Id tenant,
        @Nullable Id project,
        @Nullable Id environment,
        @Nullable String datacenter,
        @Nullable String reason,
        Function<Id, Record> view) {

    /// How many people must have looked.
    public AutomationClass automationClass() {
        return sensitivity.automationClass(least);
    }

    /// How much consent it takes, whose, and why.
    String what() {
        return automationClass() + " by a " + Actor.role(decider) + ": " + cause();
    }

    /// Why that many.
    String cause() {
        boolean raised = automationClass() != sensitivity.automationClass();
        return action + " of " + name + ": " + sensitivity.words() + (raised ? "; the policy asks for more" : "");
    }
}
