package no.dataverket.contract.api;

import static no.dataverket.contract.api.OperationBuilder.get;
import static no.dataverket.contract.api.OperationBuilder.post;

import java.util.List;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Operation.Lane;

/// A machine's serial console, to type at. The command line has it as `dvce vm console`.
final class ConsoleOperations {

    private static final String[] SCOPE = {"tenant", "project", "environment"};

    private ConsoleOperations() {}

    static List<Operation> all() {
        return List.of(
                post("openVmConsole", "/v1/vms/{vm}/console:open", "Open a session at a machine's serial console")
                        .by(Access.EDITOR)
                        .takes(ConsoleOpen.class)
                        .creates(ConsoleSession.class)
                        .scoped(SCOPE)
                        .build(),
                post("typeVmConsole", "/v1/vms/{vm}/console:type", "Type at a machine's serial console")
                        .costs(Lane.POLL, 1)
                        .by(Access.EDITOR)
                        .takes(ConsoleInput.class)
                        .answers(ConsoleTyped.class)
                        .scoped(SCOPE)
                        .build(),
                get(
                                "followVmConsole",
                                "/v1/vms/{vm}/console:follow",
                                "Read what a console shows, and wait until it shows something")
                        .costs(Lane.WAIT, 1)
                        .by(Access.EDITOR)
                        .answers(ConsoleOutput.class)
                        .scoped(SCOPE)
                        .text("session", "Session; it must be given.")
                        .integer(
                                "offset", 0, 1_000_000_000_000L, "Where to begin, bytes of the session; 0 if left out.")
                        .integer("wait_seconds", 0, 25, "How long to wait for something to show; 20 if left out.")
                        .build(),
                post("closeVmConsole", "/v1/vms/{vm}/console:close", "End a session at a machine's serial console")
                        .by(Access.EDITOR)
                        .takes(ConsoleClose.class)
                        .scoped(SCOPE)
                        .build());
    }
}
