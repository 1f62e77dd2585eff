package no.dataverket.nett.network;

import java.util.List;
import no.dataverket.core.db.Database;

/// Says which promise has no owner any more, and which network or port lacks what it was promised.
public final class OwnershipChecker {

    private static final String ORPHANS = """
            SELECT 'an address without its port: ' || host(address) AS finding FROM allocation
            WHERE purpose = 'PORT' AND state = 'ALLOCATED'
            AND NOT EXISTS (SELECT FROM port WHERE port.id = owner AND port.state = 'ATTACHED')
            UNION ALL
            SELECT 'a prefix without its network: ' || prefix FROM prefix
            WHERE kind = 'LEAF' AND state = 'ALLOCATED' AND NOT EXISTS (SELECT FROM network WHERE network.id = owner)
            UNION ALL
            SELECT 'a VLAN without its network: ' || value FROM number
            WHERE state = 'ALLOCATED' AND NOT EXISTS (SELECT FROM network WHERE network.id = owner)
            UNION ALL
            SELECT 'a network without its VLAN: ' || id FROM network AS n
            WHERE NOT EXISTS (SELECT FROM number WHERE owner = n.id AND value = n.vlan AND state = 'ALLOCATED')
            UNION ALL
            SELECT 'a network without its prefix: ' || id FROM network AS n
            WHERE NOT EXISTS (SELECT FROM prefix WHERE owner = n.id AND id = n.prefix_id AND state = 'ALLOCATED')
            UNION ALL
            SELECT 'a port without its address: ' || id FROM port AS p WHERE state = 'ATTACHED'
            AND NOT EXISTS (
                SELECT FROM allocation WHERE owner = p.id AND address = p.address AND state = 'ALLOCATED')
            UNION ALL
            SELECT 'a port that nobody looks for: ' || id FROM port AS p
            WHERE NOT EXISTS (SELECT FROM realisation WHERE owner = p.id)
            """;

    private final Database database;

    public OwnershipChecker(Database database) {
        this.database = database;
    }

    /// Everything that is wrong, at one moment; empty where nothing is.
    public List<String> findings() {
        return database.call(transaction -> transaction.query(ORPHANS, row -> row.text("finding")));
    }
}
