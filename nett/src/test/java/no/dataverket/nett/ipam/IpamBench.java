package no.dataverket.nett.ipam;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.core.db.Database;
import no.dataverket.core.testing.RealServers;
import no.dataverket.nett.address.Address;
import no.dataverket.nett.address.Prefix;
import org.jspecify.annotations.Nullable;

/// An IPAM on a schema of its own, with as many connections as there are clients.
final class IpamBench implements AutoCloseable {

    static final int CLIENTS = 64;

    final Database database;
    final Ipam ipam;
    final Checker checker;

    IpamBench(String schema, IpamSettings settings) {
        this(RealServers.postgres().role(schema, List.of(schema), CLIENTS), schema, settings);
    }

    IpamBench(Database.Settings access, String schema, IpamSettings settings) {
        database = Database.connect(access.withPatience(RealServers.PATIENCE))
                .migrate(schema, Database.MESSAGING, "no/dataverket/nett/schema");
        ipam = new Ipam(settings);
        checker = new Checker(database);
    }

    Leaf prefix(Id owner, @Nullable String wanted, int length) {
        return database.call(transaction -> ipam.prefix(
                transaction,
                ipam.space(transaction, "lab1"),
                owner,
                wanted == null ? null : Prefix.parse(wanted),
                length));
    }

    Address address(Leaf leaf, Id owner) {
        return address(leaf, owner, null);
    }

    Address address(Leaf leaf, Id owner, @Nullable String requested) {
        return database.call(transaction ->
                ipam.address(transaction, leaf, owner, requested == null ? null : Address.parse(requested)));
    }

    int vlan(Id owner) {
        return database.call(transaction -> ipam.vlan(transaction, ipam.space(transaction, "lab1"), owner));
    }

    void release(Id owner) {
        database.run(transaction -> ipam.release(transaction, owner, java.time.Duration.ZERO));
    }

    /// The one thing that may be found on a host.
    Promise promisedAt(Id host) {
        return database.call(transaction -> ipam.realisations().at(transaction, List.of(host)))
                .getFirst();
    }

    static Id network() {
        return Id.next(IdKind.NETWORK);
    }

    static Id port() {
        return Id.next(IdKind.PORT);
    }

    /// Runs as many at once as there are clients, and answers what each answered.
    static <T> List<T> together(int times, IntFunction<T> work) {
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var calls = new ArrayList<Callable<T>>();
            for (int i = 0; i < times; i++) {
                int number = i;
                calls.add(() -> work.apply(number));
            }
            var answers = new ArrayList<T>();
            for (Future<T> future : threads.invokeAll(calls)) {
                answers.add(future.get());
            }
            return answers;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
