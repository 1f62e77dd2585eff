package no.dataverket.sentral.tasks;

import java.util.List;
import no.dataverket.contract.Id;
import no.dataverket.contract.Problem;

/// How a family stands.
sealed interface FamilyState {
    /// All is done.
    record Done() implements FamilyState {}

    /// Tasks must end first.
    record Waiting(List<Id> tasks, String note) implements FamilyState {}

    /// A child failed, and all others have ended.
    record Failed(Id child, String name) implements FamilyState {}

    /// What is left can't be done as things are.
    record Refused(Problem problem) implements FamilyState {}

    /// The parent was asked to stop, and all children have ended.
    record Stopped() implements FamilyState {}
}
