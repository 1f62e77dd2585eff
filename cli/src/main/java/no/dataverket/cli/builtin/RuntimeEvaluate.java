package no.dataverket.cli.builtin;

import java.util.ArrayList;
import java.util.List;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.Session;
import picocli.CommandLine.Model.CommandSpec;

/// Evaluates a runtime on a host that is not in service yet, by machines of its own that it removes.
final class RuntimeEvaluate implements BuiltIn {

    private static final String[][] FLAGS = {
        {"--endpoint", "URI", "Address of the runtime, as the driver writes it; qemu:///system if left out."},
        {"--image", "DIR", "Image directory on the host for the machines to boot."},
        {"--bridge", "NAME", "Virtual switch that they are plugged into; br-int if left out."},
        {"--ready", "TEXT", "What the guest writes on its console once it is up; TINY: READY if left out."},
        {
            "--root",
            "DIR",
            "Directory for their files, here and on the host; /var/lib/dataverket/evaluation if left out. It is"
                    + " removed in the end."
        },
        {
            "--on-host",
            "WORDS",
            "What comes before a command that is to be run on the host as root: env, or ssh root@hv-1. Without it,"
                    + " checks that kill or pause a machine are left out."
        },
        {"--virtualization", "HOW", "probe, kvm or emulation; probe if left out."},
        {"--patience", "DURATION", "How long the slowest step may take: 90s, 5m; 120s if left out."},
        {"--checks", "LIST", "Only these checks, as in crash-seen,resume; the others are not measured."},
        {"--report", "FILE", "Where to keep the report; below ~/.local/state/dataverket/evaluations if left out."},
    };

    @Override
    public String line() {
        return "dvce runtime evaluate";
    }

    @Override
    public String summary() {
        return "Find out whether a runtime is fit for Dataverket, on a host that is not in service yet";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "dvce runtime evaluate simulated",
                "dvce runtime evaluate libvirt --image /var/lib/images/tiny --on-host env",
                "dvce runtime evaluate libvirt --image /var/lib/images/tiny --report libvirt.json -o json");
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(BuiltIn.positional("0", "DRIVER", "libvirt or simulated."));
        for (var flag : FLAGS) {
            spec.addOption(BuiltIn.valued(flag[0], flag[1], flag[2]));
        }
    }

    @Override
    public ExitCode run(Session session) {
        var driver = session.positional(0);
        if (driver == null) {
            throw CommandFailure.usage("dvce runtime evaluate needs a driver", "libvirt or simulated");
        }
        var arguments = new ArrayList<>(List.of("evaluate", "--driver", driver));
        for (var flag : FLAGS) {
            var value = session.flag(flag[0]);
            if (value != null) {
                arguments.addAll(List.of(flag[0], value));
            }
        }
        arguments.addAll(List.of("--output", session.format().isForPeople() ? "text" : "json"));
        return ServerProgram.run(session, arguments);
    }
}
