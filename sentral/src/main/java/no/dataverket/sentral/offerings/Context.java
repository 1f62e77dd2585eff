package no.dataverket.sentral.offerings;

import no.dataverket.core.bus.Bus;
import no.dataverket.core.db.Database;
import no.dataverket.core.health.Dependencies;
import no.dataverket.core.telemetry.Telemetry;
import no.dataverket.sentral.api.Identity;
import no.dataverket.sentral.api.Mutations;
import no.dataverket.sentral.api.ScopeFinder;
import no.dataverket.sentral.approvals.Approvals;
import no.dataverket.sentral.audit.AuditLog;
import no.dataverket.sentral.inventory.Datacenters;
import no.dataverket.sentral.inventory.Resources;
import no.dataverket.sentral.tasks.Engine;
import no.dataverket.sentral.tasks.Tasks;
import no.dataverket.sentral.tenancy.ApprovalPolicies;
import no.dataverket.sentral.tenancy.Budgets;
import no.dataverket.sentral.tenancy.Scopes;

/// The contexts and services that every offering is composed over.
public record Context(
        Database database,
        Bus bus,
        Telemetry telemetry,
        Dependencies services,
        Engine engine,
        Tasks tasks,
        Scopes scopes,
        Budgets budgets,
        Resources resources,
        Datacenters datacenters,
        AuditLog audit,
        Approvals approvals,
        ApprovalPolicies approvalPolicies,
        Mutations mutations,
        ScopeFinder finder,
        Identity identity,
        String version) {}
