package no.dataverket.cli.operation;

import java.util.Set;

/// How fields and parameters are called on the command line.
final class Flags {

    private static final Set<String> SCOPES = Set.of("tenant", "project", "environment", "datacenter");

    private Flags() {}

    /// Whether the field is a scope, which every command takes and the context can give.
    static boolean isScope(String field) {
        return SCOPES.contains(field);
    }

    /// As in `--ssh-authorized-keys` for `ssh_authorized_keys`.
    static String of(String field) {
        return "--" + field.replace('_', '-');
    }

    /// As in `--network` for `networks`; the same where the field is in the singular.
    static String singular(String field) {
        var flag = of(field);
        if (flag.endsWith("ies")) {
            return flag.substring(0, flag.length() - 3) + "y";
        }
        if (flag.endsWith("sses")) {
            return flag.substring(0, flag.length() - 2);
        }
        return flag.endsWith("s") && !flag.endsWith("ss") ? flag.substring(0, flag.length() - 1) : flag;
    }
}
