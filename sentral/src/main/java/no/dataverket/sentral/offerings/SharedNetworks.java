package no.dataverket.sentral.offerings;

import java.util.List;
import java.util.UUID;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import no.dataverket.sentral.tenancy.Scope;
import no.dataverket.sentral.tenancy.Visibility;
import org.jspecify.annotations.Nullable;

/// Which networks operators provide to whom. It concerns what is new: a machine that is attached stays so.
final class SharedNetworks {

    private SharedNetworks() {}

    /// @param place its place in lists
    /// @param project null where the whole tenant may use it
    record Share(
            UUID place, Id network, Id tenant, @Nullable Id project) {

        Id scope() {
            return project == null ? tenant : project;
        }
    }

    /// @return false if it was shared so before
    static boolean share(Transaction transaction, Id network, Scope scope) {
        return transaction.update("""
                        INSERT INTO offerings.network_share (id, network, tenant, project) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """, Id.next(IdKind.EVENT), network, scope.tenant(), scope.project()) == 1;
    }

    /// @return false if it was not shared so
    static boolean unshare(Transaction transaction, Id network, Scope scope) {
        return transaction.update("""
                        DELETE FROM offerings.network_share
                        WHERE network = ? AND tenant = ? AND project IS NOT DISTINCT FROM ?::uuid
                        """, network, scope.tenant(), scope.project()) == 1;
    }

    static boolean isShared(Transaction transaction, Id network) {
        return transaction
                .first("SELECT 1 FROM offerings.network_share WHERE network = ? LIMIT 1", row -> true, network)
                .isPresent();
    }

    /// The networks that machines of a project may be attached to.
    static List<Id> of(Transaction transaction, Id tenant, Id project) {
        return transaction.query("""
                SELECT DISTINCT network FROM offerings.network_share
                WHERE tenant = ? AND (project IS NULL OR project = ?)
                """, row -> new Id(IdKind.NETWORK, row.uuid("network")), tenant, project);
    }

    static List<Share> list(
            Transaction transaction,
            Visibility visible,
            @Nullable Id tenant,
            @Nullable Id project,
            @Nullable UUID after,
            int limit) {
        return transaction.query(
                """
                SELECT id, network, tenant, project FROM offerings.network_share
                WHERE (?::uuid IS NULL OR id > ?) AND (?::uuid IS NULL OR tenant = ?)
                  AND (?::uuid IS NULL OR project IS NULL OR project = ?)
                  AND (? OR tenant = ANY (?::uuid[]) OR project = ANY (?::uuid[])
                       OR (project IS NULL AND tenant = ANY (?::uuid[])))
                ORDER BY id LIMIT ?
                """,
                SharedNetworks::share,
                after,
                after,
                tenant,
                tenant,
                project,
                project,
                visible.everything(),
                visible.tenants(),
                visible.projects(),
                visible.tenantsOfProjects(),
                limit);
    }

    /// Forgets who could use a network that is gone.
    static void forgetNetwork(Transaction transaction, Id network) {
        transaction.update("DELETE FROM offerings.network_share WHERE network = ?", network);
    }

    /// Forgets what a tenant or project that is gone could use.
    static void forgetScope(Transaction transaction, Id scope) {
        transaction.update("DELETE FROM offerings.network_share WHERE ? IN (tenant, project)", scope);
    }

    private static Share share(Row row) {
        var project = row.uuidOrNull("project");
        return new Share(
                row.uuid("id"),
                new Id(IdKind.NETWORK, row.uuid("network")),
                new Id(IdKind.TENANT, row.uuid("tenant")),
                project == null ? null : new Id(IdKind.PROJECT, project));
    }
}
