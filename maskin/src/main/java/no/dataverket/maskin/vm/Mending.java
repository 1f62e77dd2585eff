package no.dataverket.maskin.vm;

import no.dataverket.maskin.runtime.StopMode;
import no.dataverket.maskin.runtime.VmRuntime;

/// Carries out repairs, under the revision of the last command.
final class Mending {

    private Mending() {}

    static void carryOut(Judgement.Repair repair, StoredVm vm, VmRuntime host, Pace pace) {
        switch (repair) {
            case START -> {
                host.ensureDefined(vm.requireDefinition());
                host.ensureRunning(vm.runtimeId(), vm.revision(), pace.start());
            }
            case RESUME -> host.ensureRunning(vm.runtimeId(), vm.revision(), pace.start());
            case STOP -> host.ensureStopped(vm.runtimeId(), vm.revision(), new StopMode.Graceful(pace.gracefulStop()));
            case DEFINE -> host.ensureDefined(vm.requireDefinition());
        }
    }
}
