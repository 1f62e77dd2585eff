package no.dataverket.maskin.placement;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.SpreadRule;
import no.dataverket.contract.command.MaskinMessages.PlacementWish;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import no.dataverket.maskin.placement.decision.Apart;
import no.dataverket.maskin.placement.decision.Group;
import no.dataverket.maskin.placement.decision.Level;
import org.jspecify.annotations.Nullable;

/// Machines of an environment that are kept apart. Who places one of a group holds the group's row meanwhile, so that
/// no other of it is placed at the same time.
final class Groups {

    private static final List<Apart> USUAL = List.of(new Apart(Level.HOST, 1, false));

    private record Rules(List<Apart> rules) {}

    private Groups() {}

    /// The group that is wished for, with those of it that have a place.
    ///
    /// @throws Failure `RESOURCE_IN_USE` if its machines are kept apart otherwise
    static @Nullable Group find(Transaction transaction, @Nullable Id environment, @Nullable PlacementWish wish) {
        var name = wish == null ? null : wish.group();
        if (wish == null || name == null) {
            return null;
        }
        var id = id(environment, name);
        var wished = Optional.ofNullable(wish.rules()).map(Groups::rules);
        var held = transaction.first(
                "SELECT rules::text AS rules FROM maskin.placement_group WHERE id = ?", Groups::rules, id);
        if (held.isPresent() && wished.isPresent() && !held.equals(wished)) {
            throw Failure.of(
                            ProblemCode.RESOURCE_IN_USE,
                            "The machines of the placement group " + name + " are kept apart by other rules.")
                    .hint("Name the group without rules to take those that it has, or choose another name.");
        }
        return new Group(id, name, held.or(() -> wished).orElse(USUAL), members(transaction, id));
    }

    /// The group of a machine that is about to get another place, with the others of it.
    static @Nullable Group findWithout(
            Transaction transaction, @Nullable Id environment, @Nullable PlacementWish wish, Id leaving) {
        var group = find(transaction, environment, wish);
        if (group == null) {
            return null;
        }
        return new Group(group.id(), group.name(), group.rules(), others(group.members(), leaving));
    }

    private static Map<UUID, UUID> others(Map<UUID, UUID> members, Id without) {
        var others = new HashMap<>(members);
        others.remove(without.uuid());
        return others;
    }

    /// As [#hold], for a machine of the group that is about to get another place.
    static boolean holdWithout(Transaction transaction, Group group, @Nullable Id environment, Id leaving) {
        var whole = members(transaction, group.id());
        var place = whole.get(leaving.uuid());
        var all = new HashMap<>(group.members());
        if (place != null) {
            all.put(leaving.uuid(), place);
        }
        return hold(transaction, new Group(group.id(), group.name(), group.rules(), all), environment);
    }

    /// Holds a group until the end of the transaction.
    ///
    /// @return whether nobody is in it of whom the decision did not know, or elsewhere
    static boolean hold(Transaction transaction, Group group, @Nullable Id environment) {
        var rules =
                transaction.one("""
                INSERT INTO maskin.placement_group (id, environment, name, rules) VALUES (?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name
                RETURNING rules::text AS rules
                """, Groups::rules, group.id(), environment, group.name(), new Rules(group.rules()));
        return rules.equals(group.rules())
                && group.members()
                        .entrySet()
                        .containsAll(members(transaction, group.id()).entrySet());
    }

    /// Holds a machine's group, if it has one, before the machine goes.
    static Optional<UUID> holdOf(Transaction transaction, Id vm) {
        return transaction.first("""
                SELECT g.id FROM maskin.placement_group g JOIN maskin.vm v ON v.placement_group = g.id
                WHERE v.id = ? FOR UPDATE OF g
                """, row -> row.uuid("id"), vm);
    }

    /// Forgets a group that is held, if the last of its machines is gone.
    static void forgetIfEmpty(Transaction transaction, UUID group) {
        transaction.update("""
                DELETE FROM maskin.placement_group g
                WHERE g.id = ? AND NOT EXISTS (SELECT FROM maskin.vm WHERE placement_group = g.id)
                """, group);
    }

    private static Map<UUID, UUID> members(Transaction transaction, UUID group) {
        var members = new HashMap<UUID, UUID>();
        transaction.query(
                "SELECT id, host FROM maskin.vm WHERE placement_group = ?",
                row -> members.put(row.uuid("id"), row.uuid("host")),
                group);
        return members;
    }

    private static List<Apart> rules(Row row) {
        return row.json("rules", Rules.class).rules();
    }

    private static List<Apart> rules(List<SpreadRule> wished) {
        return wished.stream()
                .map(rule -> new Apart(
                        Level.valueOf(rule.level().name()),
                        Objects.requireNonNullElse(rule.most(), 1),
                        Objects.requireNonNullElse(rule.required(), false)))
                .toList();
    }

    private static UUID id(@Nullable Id environment, String name) {
        return UUID.nameUUIDFromBytes(
                ((environment == null ? "" : environment) + "/" + name).getBytes(StandardCharsets.UTF_8));
    }
}
