package no.dataverket.sentral.tenancy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.UsageCheck.UsageDifference;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.testing.RealServers;
import no.dataverket.sentral.tenancy.Budgets.Charge;
import no.dataverket.sentral.tenancy.Budgets.Limiter;

/// Tenants in a real database, and ways to charge them.
final class TenancyBench implements AutoCloseable {

    static final Visibility EVERYTHING = new Visibility(true, List.of(), List.of(), List.of());
    static final String HERE = "lab1";

    final Database database = Database.connect(
            RealServers.postgres().role("tenancy", List.of("tenancy"), 24).withPatience(RealServers.PATIENCE));
    final Budgets budgets = new Budgets();
    final Usage usage = new Usage();
    private final Scopes scopes = new Scopes();

    TenancyBench() {
        database.migrate("tenancy", "no/dataverket/sentral/tenancy");
    }

    /// A new tenant with a project and an environment, each without limits.
    Lineage lineage(String tenant) {
        var top = scope(IdKind.TENANT, tenant, List.of());
        var project = scope(IdKind.PROJECT, "shop", List.of(top));
        var environment = scope(IdKind.ENVIRONMENT, "prod", List.of(top, project));
        return new Lineage(List.of(top, project, environment));
    }

    Id vm() {
        return Id.next(IdKind.VM);
    }

    Map<String, String> charge(Lineage lineage, Id vm, String datacenter, Map<String, Long> amounts) {
        return database.call(transaction ->
                budgets.charge(transaction, consumer(lineage, vm, datacenter), charges(lineage, amounts)));
    }

    void release(Id vm) {
        database.run(transaction -> budgets.release(transaction, vm));
    }

    void limit(Scope scope, String dimension, long most) {
        database.run(transaction -> budgets.set(transaction, scope.id(), dimension, most));
    }

    void limitIn(Scope scope, String dimension, String datacenter, long most) {
        database.run(transaction -> budgets.setIn(transaction, scope.id(), dimension, datacenter, most));
    }

    long used(Scope scope, String dimension, String datacenter) {
        return database.call(transaction -> budgets.of(transaction, scope.id())).stream()
                .filter(budget -> budget.dimension().equals(dimension)
                        && budget.datacenter().equals(datacenter))
                .findFirst()
                .orElseThrow()
                .used();
    }

    List<UsageDifference> differences() {
        return database.call(new UsageChecker()::check).differences();
    }

    /// Unit-seconds of a dimension in a period.
    long used(Lineage lineage, String dimension, Instant from, Instant until) {
        var question = new Usage.Question(lineage.tenant().id(), null, null, null, dimension, from, until);
        return database.call(transaction -> usage.totals(transaction, EVERYTHING, question, null, 100)).stream()
                .mapToLong(total -> total.unitSeconds())
                .sum();
    }

    /// Does something in a transaction of its own, as the database's owner may.
    void run(Consumer<Transaction> work) {
        database.run(work);
    }

    static List<Charge> charges(Lineage lineage, Map<String, Long> amounts) {
        var charges = new ArrayList<Charge>();
        amounts.forEach((dimension, amount) -> lineage.upwards().forEach(scope -> {
            var label = scope.id().kind() + " " + scope.name();
            var limiter = new Limiter(scope.id(), label, lineage.address(scope), ProblemCode.QUOTA_EXCEEDED);
            charges.add(new Charge(limiter, dimension, amount));
        }));
        return charges;
    }

    static Budgets.Consumer consumer(Lineage lineage, Id vm, String datacenter) {
        var scope = lineage.scope();
        return new Budgets.Consumer(vm, scope.tenant(), scope.project(), scope.environment(), datacenter);
    }

    static <T> List<T> together(int count, IntFunction<T> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return IntStream.range(0, count).mapToObj(i -> threads.submit(() -> work.apply(i))).toList().stream()
                    .map(TenancyBench::result)
                    .toList();
        }
    }

    @Override
    public void close() {
        database.close();
    }

    private Scope scope(IdKind kind, String name, List<Scope> above) {
        var id = Id.next(kind);
        var scope = new Scope(
                id,
                above.isEmpty() ? null : above.getLast().id(),
                above.isEmpty() ? id : above.getFirst().id(),
                above.isEmpty()
                        ? null
                        : kind == IdKind.PROJECT ? id : above.getLast().id(),
                name,
                "",
                Map.of(),
                false,
                1,
                Instant.now());
        database.run(transaction -> {
            scopes.insert(transaction, scope);
            for (var dimension : List.of("vms", "vcpus", "running_vcpus")) {
                budgets.set(transaction, id, dimension, null);
            }
        });
        return scope;
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
