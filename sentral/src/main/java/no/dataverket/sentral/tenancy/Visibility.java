package no.dataverket.sentral.tenancy;

import java.util.List;
import no.dataverket.contract.Id;

/// What an actor may know of.
///
/// @param everything an operator
/// @param tenants whose every project is visible
/// @param projects that are visible by themselves
/// @param tenantsOfProjects tenants of those projects: their names may be known, the rest of them not
public record Visibility(boolean everything, List<Id> tenants, List<Id> projects, List<Id> tenantsOfProjects) {}
