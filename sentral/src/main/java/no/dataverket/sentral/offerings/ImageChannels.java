package no.dataverket.sentral.offerings;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.ImageChannel.ChannelChange;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import org.jspecify.annotations.Nullable;

/// Names that lead to one version of a family of images.
final class ImageChannels {

    private static final String SELECT =
            "SELECT id, family, channel, version, previous, generation, updated_at FROM offerings.image_channel ";
    private static final int REMEMBERED = 20;

    private ImageChannels() {}

    /// @param previous what it led to before the latest change
    record Channel(
            Id id,
            String family,
            String channel,
            String version,
            @Nullable String previous,
            long generation,
            Instant updatedAt) {

        /// What machines name.
        String name() {
            return family + ":" + channel;
        }

        /// The image that it leads to: `family@version`.
        String image() {
            return family + "@" + version;
        }
    }

    static Optional<Channel> find(Transaction transaction, String family, String channel) {
        return transaction.first(SELECT + "WHERE family = ? AND channel = ?", ImageChannels::channel, family, channel);
    }

    static Optional<Channel> find(Transaction transaction, Id id) {
        return transaction.first(SELECT + "WHERE id = ?", ImageChannels::channel, id);
    }

    /// By `family:channel` or identifier.
    static Optional<Channel> named(Transaction transaction, String named) {
        var id = Id.tryParse(named);
        if (id.isPresent()) {
            return id.filter(parsed -> parsed.kind() == IdKind.IMAGE_CHANNEL)
                    .flatMap(parsed -> find(transaction, parsed));
        }
        int colon = named.indexOf(':');
        return colon < 0 ? Optional.empty() : find(transaction, named.substring(0, colon), named.substring(colon + 1));
    }

    /// The channel, made if there is none, and nobody else changes it until the transaction ends.
    ///
    /// @param version that a new one leads to
    /// @return empty if it was made
    static Optional<Channel> lockOrInsert(Transaction transaction, String family, String channel, String version) {
        int made = transaction.update("""
                INSERT INTO offerings.image_channel (id, family, channel, version) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """, Id.next(IdKind.IMAGE_CHANNEL), family, channel, version);
        return made == 1 ? Optional.empty() : lock(transaction, family, channel);
    }

    static Optional<Channel> lock(Transaction transaction, String family, String channel) {
        return transaction.first(
                SELECT + "WHERE family = ? AND channel = ? FOR UPDATE", ImageChannels::channel, family, channel);
    }

    /// Lets the channel lead elsewhere.
    static void lead(Transaction transaction, Channel channel, String version) {
        transaction.update("""
                UPDATE offerings.image_channel
                SET version = ?, previous = ?, generation = generation + 1, updated_at = now() WHERE id = ?
                """, version, channel.version(), channel.id());
    }

    /// Remembers a change.
    static void remember(Transaction transaction, Channel now, boolean revert, String by, @Nullable String reason) {
        transaction.update("""
                INSERT INTO offerings.image_promotion (id, channel, version, previous, revert, promoted_by, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, Id.next(IdKind.EVENT), now.id(), now.version(), now.previous(), revert, by, reason);
    }

    static List<ChannelChange> history(Transaction transaction, Id channel) {
        return transaction.query(
                """
                SELECT version, previous, revert, promoted_by, reason, promoted_at FROM offerings.image_promotion
                WHERE channel = ? ORDER BY id DESC LIMIT ?
                """,
                row -> new ChannelChange(
                        row.text("version"),
                        row.textOrNull("previous"),
                        row.flag("revert"),
                        row.text("promoted_by"),
                        row.textOrNull("reason"),
                        row.instant("promoted_at")),
                channel,
                REMEMBERED);
    }

    static void delete(Transaction transaction, Id channel) {
        transaction.update("DELETE FROM offerings.image_channel WHERE id = ?", channel);
    }

    static List<Channel> list(Transaction transaction, @Nullable String family, @Nullable UUID after, int limit) {
        return transaction.query(
                SELECT + "WHERE (?::text IS NULL OR family = ?) AND (?::uuid IS NULL OR id > ?) ORDER BY id LIMIT ?",
                ImageChannels::channel,
                family,
                family,
                after,
                after,
                limit);
    }

    /// Names of the channels that lead to each of these images, by `family@version`.
    static Map<String, List<String>> leadingTo(Transaction transaction, List<String> images) {
        return transaction
                .query(
                        SELECT + "WHERE family || '@' || version = ANY (?::text[]) ORDER BY channel",
                        ImageChannels::channel,
                        images)
                .stream()
                .collect(Collectors.groupingBy(Channel::image, Collectors.mapping(Channel::name, Collectors.toList())));
    }

    private static Channel channel(Row row) {
        return new Channel(
                new Id(IdKind.IMAGE_CHANNEL, row.uuid("id")),
                row.text("family"),
                row.text("channel"),
                row.text("version"),
                row.textOrNull("previous"),
                row.number("generation"),
                row.instant("updated_at"));
    }
}
