package no.dataverket.sentral.offerings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Problem.Violation;
import no.dataverket.contract.ProblemCode;

/// Refuses what is secret in fields that everybody sees who sees the resource. The refusal does not repeat it.
final class Secrets {

    /// A line of `authorized_keys`, with or without options before the key.
    private static final Pattern PUBLIC_KEY = Pattern.compile(
            "([^\\n]*\\s)?(ssh-[a-z0-9-]+|ecdsa-sha2-nistp\\d+|sk-[a-z0-9-]+@openssh\\.com)(-cert-v01@openssh\\.com)?"
                    + "[ \\t]+[A-Za-z0-9+/]+={0,3}([ \\t][^\\n]*)?");

    private static final Pattern PASSWORD_IN_ADDRESS = Pattern.compile("[^/]*//[^/]*:[^/]*@.*", Pattern.DOTALL);

    private Secrets() {}

    /// @throws Failure `VALIDATION_FAILED` for anything that is not a public key: it may be a private one
    static void requirePublicKeys(List<String> keys) {
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < keys.size(); i++) {
            if (!PUBLIC_KEY.matcher(keys.get(i)).matches()) {
                violations.add(new Violation(
                        "/ssh_authorized_keys/" + i, "PATTERN", "must be an OpenSSH public key in one line"));
            }
        }
        if (!violations.isEmpty()) {
            throw Failure.of(
                            ProblemCode.VALIDATION_FAILED,
                            violations.getFirst().pointer() + ": "
                                    + violations.getFirst().detail())
                    .hint(
                            "Give the file that ends in .pub. A private key that was sent anywhere is no secret any more.")
                    .violations(violations);
        }
    }

    /// @throws Failure `VALIDATION_FAILED` for an address with a password in it
    static void requireNoPassword(String field, String address) {
        if (PASSWORD_IN_ADDRESS.matcher(address).matches()) {
            var violation = new Violation("/" + field, "PATTERN", "must not carry a password");
            throw Failure.of(ProblemCode.VALIDATION_FAILED, violation.pointer() + ": " + violation.detail())
                    .hint("Let the service's user log in with a key, and name only the user in the address.")
                    .violations(List.of(violation));
        }
    }
}
