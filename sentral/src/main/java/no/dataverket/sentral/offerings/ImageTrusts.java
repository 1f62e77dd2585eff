package no.dataverket.sentral.offerings;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.Problem.Violation;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.ImageKey;
import no.dataverket.contract.api.ImagePolicy;
import no.dataverket.contract.api.ImageSignatures;
import no.dataverket.contract.api.Phase;
import no.dataverket.contract.command.MaskinMessages.ImageTrust;
import no.dataverket.contract.command.MaskinMessages.TrustedKey;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import no.dataverket.sentral.inventory.Resource;
import org.jspecify.annotations.Nullable;

/// Whose signatures under images are believed, and whether they are needed.
final class ImageTrusts {

    private static final String SELECT =
            "SELECT id, name, public_key, fingerprint, trusted_by, created_at FROM offerings.image_key ";
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";

    private ImageTrusts() {}

    static List<ImageKey> keys(Transaction transaction) {
        return transaction.query(SELECT + "ORDER BY id", ImageTrusts::key);
    }

    /// By fingerprint.
    static Map<String, ImageKey> byFingerprint(Transaction transaction) {
        return keys(transaction).stream().collect(Collectors.toMap(ImageKey::fingerprint, Function.identity()));
    }

    static Optional<ImageKey> find(Transaction transaction, String nameOrId) {
        return keys(transaction).stream()
                .filter(key ->
                        key.name().equals(nameOrId) || key.id().toString().equals(nameOrId))
                .findFirst();
    }

    /// @throws Failure `NAME_TAKEN` if there is a key of that name, or the key by another one
    static void insert(Transaction transaction, ImageKey key) {
        transaction.write(
                failure -> failure.violates("image_key_name")
                        ? Failure.of(ProblemCode.NAME_TAKEN, "There is another key " + key.name() + ".")
                        : failure.violates("image_key_fingerprint")
                                ? Failure.of(ProblemCode.NAME_TAKEN, "The key is trusted already, by another name.")
                                : failure,
                """
                INSERT INTO offerings.image_key (id, name, public_key, fingerprint, trusted_by, created_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                key.id(),
                key.name(),
                key.publicKey(),
                key.fingerprint(),
                key.trustedBy(),
                key.createdAt());
    }

    static void delete(Transaction transaction, Id key) {
        transaction.update("DELETE FROM offerings.image_key WHERE id = ?", key);
    }

    static ImagePolicy policy(Transaction transaction) {
        return policy(transaction, "");
    }

    /// Like [#policy], and nobody else changes it until the transaction ends.
    static ImagePolicy lockPolicy(Transaction transaction) {
        return policy(transaction, " FOR UPDATE");
    }

    private static ImagePolicy policy(Transaction transaction, String lock) {
        return transaction.one(
                "SELECT signatures, generation, EXISTS (SELECT FROM offerings.image_key) AS keys "
                        + "FROM offerings.image_policy" + lock,
                row -> {
                    var signatures = ImageSignatures.valueOf(row.text("signatures"));
                    boolean required = switch (signatures) {
                        case REQUIRED -> true;
                        case OPTIONAL -> false;
                        case WHEN_KEYS_EXIST -> row.flag("keys");
                    };
                    return new ImagePolicy(signatures, required, row.number("generation"));
                });
    }

    static void decide(Transaction transaction, ImageSignatures signatures) {
        transaction.update("UPDATE offerings.image_policy SET signatures = ?, generation = generation + 1", signatures);
    }

    /// What those who check files must know.
    static ImageTrust trust(Transaction transaction) {
        var keys = keys(transaction).stream()
                .map(key -> new TrustedKey(key.fingerprint(), base64(key.publicKey())))
                .toList();
        return new ImageTrust(policy(transaction).required(), keys);
    }

    /// Refuses an image that nobody who is believed now stands for, if the operators ask for that.
    ///
    /// @throws Failure `IMAGE_UNSIGNED`
    static void requireTrusted(Transaction transaction, Resource image) {
        if (image.phase() != Phase.READY || !policy(transaction).required()) {
            return;
        }
        var signer = image.status(ImageOffering.Known.class).signedBy();
        if (signer == null || !byFingerprint(transaction).containsKey(signer)) {
            throw Failure.of(
                            ProblemCode.IMAGE_UNSIGNED,
                            "The image " + image.name() + " is signed by nobody whom the operators trust.")
                    .hint("Name another version; operators see whose signature it has: dvce image get " + image.name()
                            + " -o yaml");
        }
    }

    /// SHA-256 of the key, hexadecimal.
    ///
    /// @throws Failure `VALIDATION_FAILED` for what is no Ed25519 public key; the refusal does not repeat it
    static String fingerprint(String pem) {
        try {
            var encoded = Base64.getDecoder().decode(base64(pem));
            KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256 and Ed25519", e);
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            var violation = new Violation("/public_key", "PATTERN", "must be an Ed25519 public key in PEM");
            throw Failure.of(ProblemCode.VALIDATION_FAILED, violation.pointer() + ": " + violation.detail())
                    .hint(
                            "Give what this prints: openssl pkey -in KEY -pubout. A private key that was sent anywhere is "
                                    + "no secret any more.")
                    .violations(List.of(violation));
        }
    }

    /// What is between the lines of a PEM text (RFC 7468).
    private static String base64(String pem) {
        var text = pem.strip();
        if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
            throw new IllegalArgumentException("no PEM text of a public key");
        }
        return text.substring(BEGIN.length(), text.length() - END.length()).replaceAll("\\s", "");
    }

    private static ImageKey key(Row row) {
        return new ImageKey(
                new Id(IdKind.IMAGE_KEY, row.uuid("id")),
                row.text("name"),
                row.text("public_key"),
                row.text("fingerprint"),
                row.text("trusted_by"),
                row.instant("created_at"));
    }

    /// The key that signed an image, if it is trusted now.
    static @Nullable ImageKey signer(Map<String, ImageKey> keys, @Nullable String fingerprint) {
        return fingerprint == null ? null : keys.get(fingerprint);
    }
}
