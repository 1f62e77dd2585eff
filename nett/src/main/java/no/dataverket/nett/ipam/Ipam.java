package no.dataverket.nett.ipam;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.dataverket.contract.Id;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.Transaction;
import no.dataverket.nett.address.Address;
import no.dataverket.nett.address.Prefix;
import org.jspecify.annotations.Nullable;

/// Prefixes, addresses and VLAN identifiers of datacenters. Every promise has one owner, and asking again for
/// the same owner gives the same answer. What is given back is free again when nobody realises it any more.
public final class Ipam {

    private final IpamSettings settings;
    private final PrefixPool prefixes = new PrefixPool();
    private final AddressChunks addresses = new AddressChunks();
    private final NumberPool numbers = new NumberPool();
    private final Reaper reaper = new Reaper(prefixes, addresses);
    private final Realisations realisations = new Realisations();

    public Ipam(IpamSettings settings) {
        this.settings = settings;
    }

    /// The address space of a datacenter, made when it is first asked for.
    public UUID space(Transaction transaction, String datacenter) {
        return find(transaction, datacenter).orElseGet(() -> shape(transaction, datacenter));
    }

    /// Brings the address space of a datacenter to what the settings say.
    public UUID shape(Transaction transaction, String datacenter) {
        transaction.update(
                "INSERT INTO vrf (id, datacenter) VALUES (?, ?) ON CONFLICT (datacenter) DO NOTHING",
                UUID.randomUUID(),
                datacenter);
        var space = transaction.one(
                "SELECT id FROM vrf WHERE datacenter = ? FOR UPDATE", row -> row.uuid("id"), datacenter);
        prefixes.addRoot(transaction, space, settings.pool());
        numbers.shape(transaction, space, settings.firstVlan(), settings.lastVlan());
        return space;
    }

    /// A prefix for a network, with its gateway's address taken.
    ///
    /// @param wanted any free one of the length where null
    /// @throws no.dataverket.contract.Failure `PREFIX_OVERLAP` or `POOL_EXHAUSTED`
    public Leaf prefix(Transaction transaction, UUID space, Id owner, @Nullable Prefix wanted, int length) {
        var leaf = wanted == null
                ? prefixes.allocate(transaction, space, owner.uuid(), length)
                : prefixes.claim(transaction, space, owner.uuid(), wanted);
        boolean open = transaction
                .first(
                        "SELECT base::text AS base FROM chunk WHERE prefix_id = ? LIMIT 1",
                        row -> row.text("base"),
                        leaf.id())
                .isPresent();
        if (!open) {
            addresses.open(transaction, leaf);
        }
        addresses.allocate(
                transaction, leaf, owner.uuid(), Purpose.GATEWAY, leaf.prefix().gateway());
        return leaf;
    }

    /// A VLAN identifier for a network.
    ///
    /// @throws no.dataverket.contract.Failure `POOL_EXHAUSTED`
    public int vlan(Transaction transaction, UUID space, Id owner) {
        return numbers.allocate(transaction, space, owner.uuid());
    }

    /// An address for a port.
    ///
    /// @param requested any free one where null
    /// @throws no.dataverket.contract.Failure if it can't be had, or none can
    public Address address(Transaction transaction, Leaf leaf, Id owner, @Nullable Address requested) {
        return addresses.allocate(transaction, leaf, owner.uuid(), Purpose.PORT, requested);
    }

    /// Takes back all that an owner was promised.
    ///
    /// @param atLeast how long nobody else gets it
    public void release(Transaction transaction, Id owner, Duration atLeast) {
        addresses.quarantine(transaction, owner.uuid(), atLeast);
        prefixes.quarantine(transaction, owner.uuid(), atLeast);
        numbers.quarantine(transaction, owner.uuid(), atLeast);
    }

    /// Frees what was given back and is realised nowhere, and says how much that was.
    public int reap(Database database) {
        return reaper.reap(database);
    }

    /// Where promised things may be found.
    public Realisations realisations() {
        return realisations;
    }

    /// How full prefixes are, each under its leaf's identifier.
    public Map<UUID, Usage> usages(Transaction transaction) {
        var usages = new HashMap<UUID, Usage>();
        transaction.query(
                """
                SELECT p.id, (2::numeric ^ (32 - masklen(p.prefix)))::bigint - 3 AS total,
                    count(*) FILTER (WHERE a.state = 'ALLOCATED') AS used,
                    count(*) FILTER (WHERE a.state = 'QUARANTINED') AS quarantined
                FROM prefix AS p LEFT JOIN allocation AS a ON a.prefix_id = p.id AND a.purpose = 'PORT'
                WHERE p.kind = 'LEAF' GROUP BY p.id
                """,
                row -> usages.put(
                        row.uuid("id"), new Usage(row.number("total"), row.number("used"), row.number("quarantined"))));
        return usages;
    }

    private static Optional<UUID> find(Transaction transaction, String datacenter) {
        return transaction.first("SELECT id FROM vrf WHERE datacenter = ?", row -> row.uuid("id"), datacenter);
    }
}
