package no.dataverket.sentral.inventory.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import no.dataverket.contract.api.inventory.InventoryAction;
import no.dataverket.core.json.Json;

/// What stands for a list of actions where somebody says that they saw just these.
public final class Digest {

    private Digest() {}

    /// @param context what the actions are good for, so that the same ones elsewhere have another digest
    public static String of(String context, List<InventoryAction> actions) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var text = context + "\n" + Json.write(actions);
            return "sha256:" + HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
