package no.dataverket.sentral;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import no.dataverket.contract.OpenApiDocument;
import no.dataverket.contract.api.Operations;
import no.dataverket.core.bus.Outbox;
import no.dataverket.core.db.Database;
import no.dataverket.core.health.Dependencies;
import no.dataverket.core.http.ApiServer;
import no.dataverket.core.http.Endpoint;
import no.dataverket.core.service.Closing;
import no.dataverket.core.service.Platform;
import no.dataverket.core.service.ServiceDefinition;
import no.dataverket.core.work.DeadLetters;
import no.dataverket.core.work.Reconciler;
import no.dataverket.sentral.api.Identity;
import no.dataverket.sentral.api.Mutations;
import no.dataverket.sentral.api.ScopeFinder;
import no.dataverket.sentral.approvals.Approvals;
import no.dataverket.sentral.audit.AuditLog;
import no.dataverket.sentral.inventory.Datacenters;
import no.dataverket.sentral.inventory.Resources;
import no.dataverket.sentral.offerings.ApprovalOffering;
import no.dataverket.sentral.offerings.ApprovalPolicyOffering;
import no.dataverket.sentral.offerings.ApprovedRequests;
import no.dataverket.sentral.offerings.AuditOffering;
import no.dataverket.sentral.offerings.BackupOffering;
import no.dataverket.sentral.offerings.CareOffering;
import no.dataverket.sentral.offerings.CatalogueOffering;
import no.dataverket.sentral.offerings.Context;
import no.dataverket.sentral.offerings.DatacenterOffering;
import no.dataverket.sentral.offerings.DeadLetterOffering;
import no.dataverket.sentral.offerings.EmptyingOffering;
import no.dataverket.sentral.offerings.FencingOffering;
import no.dataverket.sentral.offerings.HypervisorOffering;
import no.dataverket.sentral.offerings.IdentityOffering;
import no.dataverket.sentral.offerings.ImageChannelOffering;
import no.dataverket.sentral.offerings.ImageOffering;
import no.dataverket.sentral.offerings.ImageTrustOffering;
import no.dataverket.sentral.offerings.MaintenanceOffering;
import no.dataverket.sentral.offerings.NetworkOffering;
import no.dataverket.sentral.offerings.Observations;
import no.dataverket.sentral.offerings.Offering;
import no.dataverket.sentral.offerings.PlacementOffering;
import no.dataverket.sentral.offerings.PlatformOffering;
import no.dataverket.sentral.offerings.QuotaOffering;
import no.dataverket.sentral.offerings.ScopeRequestOffering;
import no.dataverket.sentral.offerings.ShapeOffering;
import no.dataverket.sentral.offerings.SharedNetworkOffering;
import no.dataverket.sentral.offerings.SnapshotOffering;
import no.dataverket.sentral.offerings.TaskOffering;
import no.dataverket.sentral.offerings.TenancyOffering;
import no.dataverket.sentral.offerings.UsageOffering;
import no.dataverket.sentral.offerings.VmConsoleOffering;
import no.dataverket.sentral.offerings.VmDriftOffering;
import no.dataverket.sentral.offerings.VmOffering;
import no.dataverket.sentral.offerings.VmStatsOffering;
import no.dataverket.sentral.offerings.VolumeOffering;
import no.dataverket.sentral.offerings.WorkflowOffering;
import no.dataverket.sentral.offerings.inventory.Inventory;
import no.dataverket.sentral.tasks.Engine;
import no.dataverket.sentral.tasks.TaskCaps;
import no.dataverket.sentral.tasks.Tasks;
import no.dataverket.sentral.tenancy.ApprovalPolicies;
import no.dataverket.sentral.tenancy.Budgets;
import no.dataverket.sentral.tenancy.Scopes;

/// The control plane: system of record, orchestrator and public API, composed by constructors.
public final class Sentral implements ServiceDefinition {

    /// The service's name.
    public static final String NAME = "sentral";

    private static final List<String> CONTEXTS =
            List.of("tenancy", "inventory", "tasks", "audit", "approvals", "offerings");
    private static final Duration APPROVALS = Duration.ofSeconds(1);
    private static final Duration HOUSEKEEPING = Duration.ofMinutes(10);
    private static final Duration USAGE_CHECK = Duration.ofMinutes(5);

    private final ApiServer.Settings settings;

    /// @param settings where the public API listens
    public Sentral(ApiServer.Settings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> schemas() {
        return CONTEXTS;
    }

    @Override
    public Running start(Platform platform) {
        var closing = new Closing();
        try {
            return start(platform, closing);
        } catch (RuntimeException failure) {
            closing.close();
            throw failure;
        }
    }

    /// A Sentral that runs.
    ///
    /// @param port where its API listens
    public record Running(int port, Closing closing) implements AutoCloseable {
        @Override
        public void close() {
            closing.close();
        }
    }

    private Running start(Platform platform, Closing closing) {
        var database = closing.add(platform.database(NAME, schemas()));
        for (var schema : CONTEXTS) {
            var folder = "no/dataverket/sentral/" + schema;
            if (schema.equals("tasks")) {
                database.migrate(schema, Database.MESSAGING, folder);
            } else {
                database.migrate(schema, folder);
            }
        }
        var bus = closing.add(platform.bus(NAME));
        var outbox = closing.add(new Outbox(database, bus, "tasks"));
        var services = new Dependencies(bus, platform.clock());
        var deadLetters = closing.add(new DeadLetters(NAME, "tasks", database, bus, outbox).start());
        var engine = closing.add(new Engine(database, bus, outbox, deadLetters, services, platform.clock()));
        var audit = new AuditLog();
        var scopes = new Scopes();
        var identity = new Identity(bus, platform.telemetry());
        var tasks = new Tasks(engine);
        var approvals = new Approvals();
        var mutations = new Mutations(database, engine, tasks, approvals, audit, platform.telemetry());
        var context = new Context(
                database,
                bus,
                platform.telemetry(),
                services,
                engine,
                tasks,
                scopes,
                new Budgets(),
                new Resources(),
                new Datacenters(),
                audit,
                approvals,
                new ApprovalPolicies(),
                mutations,
                new ScopeFinder(scopes),
                identity,
                platform.version());
        var hypervisors = new HypervisorOffering(context);
        var care = new CareOffering(context);
        care.measure();
        var tenancy = new TenancyOffering(context);
        var usage = new UsageOffering(context);
        usage.measure();
        var inventory = new Inventory(context);
        var offerings = new ArrayList<Offering>(inventory.offerings());
        offerings.addAll(List.of(
                new PlatformOffering(context),
                care,
                new IdentityOffering(context),
                tenancy,
                new QuotaOffering(context),
                usage,
                new EmptyingOffering(context, tenancy),
                new ScopeRequestOffering(context, tenancy),
                new ApprovalPolicyOffering(context),
                new ApprovalOffering(context),
                new SharedNetworkOffering(context),
                new DatacenterOffering(context),
                hypervisors,
                new FencingOffering(context),
                new MaintenanceOffering(context),
                new ImageOffering(context),
                new ImageChannelOffering(context),
                new ImageTrustOffering(context),
                new NetworkOffering(context),
                new VmOffering(context),
                new ShapeOffering(context),
                new VolumeOffering(context),
                new SnapshotOffering(context),
                new BackupOffering(context),
                new VmStatsOffering(context),
                new VmConsoleOffering(context),
                new VmDriftOffering(context),
                new PlacementOffering(context),
                new CatalogueOffering(context),
                new TaskOffering(context),
                new WorkflowOffering(context),
                new DeadLetterOffering(context),
                new AuditOffering(context)));
        var endpoints = new HashMap<String, Endpoint>();
        for (Offering offering : offerings) {
            endpoints.putAll(offering.endpoints());
            offering.sagas().forEach(engine::register);
        }
        var limits = settings.limits();
        engine.measuredBy(platform.telemetry())
                .cappedBy(new TaskCaps(limits.projectTasks(), limits.projectDestructive()))
                .start();
        closing.add(new Observations(context, hypervisors, deadLetters));
        closing.add(new Reconciler("approvals", APPROVALS, new ApprovedRequests(context, endpoints)::pass));
        closing.add(new Reconciler("housekeeping", HOUSEKEEPING, mutations::forgetOld));
        closing.add(new Reconciler("inventory-housekeeping", HOUSEKEEPING, inventory::forgetOld));
        closing.add(new Reconciler("usage-check", USAGE_CHECK, usage::watch));
        var api = closing.add(ApiServer.start(
                settings, Operations.all(), endpoints, identity, platform.telemetry(), OpenApiDocument.emit()));
        return new Running(api.port(), closing);
    }
}
