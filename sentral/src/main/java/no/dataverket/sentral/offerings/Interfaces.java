package no.dataverket.sentral.offerings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Vm.NetworkInterface;
import no.dataverket.core.db.DatabaseFailure;
import no.dataverket.core.db.Transaction;
import org.jspecify.annotations.Nullable;

/// Interfaces of machines in PostgreSQL.
final class Interfaces {

    private Interfaces() {}

    /// An interface with the machine that has it.
    record Owned(Id vm, NetworkInterface face) {}

    /// The MAC address of a machine's interface: locally administered (IEEE 802-2014 §8.2), and the same
    /// every time, so that a guest finds its interfaces again wherever and however often it is made.
    static String mac(Id vm, int index) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest((vm.uuid() + "/" + index).getBytes(StandardCharsets.US_ASCII));
            return "02:%02x:%02x:%02x:%02x:%02x".formatted(digest[0], digest[1], digest[2], digest[3], digest[4]);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Writes an interface. If another machine has or asks for the address, the transaction ends with
    /// `ADDRESS_IN_USE`.
    static void insert(Transaction transaction, Id vm, NetworkInterface face) {
        transaction.write(
                failure -> told(failure, face),
                """
                INSERT INTO offerings.interface (vm, position, network, mac, requested, address)
                VALUES (?, ?, ?, ?, ?::inet, ?::inet)
                """,
                vm,
                face.index(),
                face.network(),
                face.mac(),
                face.requestedAddress(),
                face.requestedAddress());
    }

    private static RuntimeException told(DatabaseFailure failure, NetworkInterface face) {
        if (failure.violates("interface_address")) {
            return Failure.of(ProblemCode.ADDRESS_IN_USE, "The address " + face.requestedAddress() + " is in use.");
        }
        return failure.violates("interface_network")
                ? Failure.of(ProblemCode.VALIDATION_FAILED, "The machine is attached to this network already.")
                : failure;
    }

    static void address(Transaction transaction, Id vm, int index, String address) {
        transaction.update(
                "UPDATE offerings.interface SET address = ?::inet WHERE vm = ? AND position = ?", address, vm, index);
    }

    static void delete(Transaction transaction, Id vm) {
        transaction.update("DELETE FROM offerings.interface WHERE vm = ?", vm);
    }

    static void delete(Transaction transaction, Id vm, int index) {
        transaction.update("DELETE FROM offerings.interface WHERE vm = ? AND position = ?", vm, index);
    }

    static List<NetworkInterface> of(Transaction transaction, Id vm) {
        return of(transaction, List.of(vm)).stream().map(Owned::face).toList();
    }

    static List<Owned> of(Transaction transaction, Collection<Id> vms) {
        return transaction.query(
                """
                SELECT vm, position, network, mac, host(requested) AS requested, host(address) AS address
                FROM offerings.interface WHERE vm = ANY (?::uuid[]) ORDER BY vm, position
                """,
                row -> new Owned(
                        new Id(IdKind.VM, row.uuid("vm")),
                        new NetworkInterface(
                                row.integer("position"),
                                new Id(IdKind.NETWORK, row.uuid("network")),
                                row.text("mac"),
                                row.textOrNull("requested"),
                                row.textOrNull("address"))),
                vms);
    }

    static Optional<NetworkInterface> on(Transaction transaction, Id vm, Id network) {
        return of(transaction, vm).stream()
                .filter(face -> face.network().equals(network))
                .findFirst();
    }

    /// The machines that use a network, the first few.
    static List<Id> machinesOn(Transaction transaction, Id network) {
        return transaction.query(
                "SELECT DISTINCT vm FROM offerings.interface WHERE network = ? LIMIT 10",
                row -> new Id(IdKind.VM, row.uuid("vm")),
                network);
    }

    static NetworkInterface wanted(Id vm, int index, Id network, @Nullable String address) {
        return new NetworkInterface(index, network, mac(vm, index), address, address);
    }
}
