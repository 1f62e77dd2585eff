package no.dataverket.maskin.evaluation.check;

import static no.dataverket.maskin.evaluation.Workbench.FIRST;

import java.util.List;
import no.dataverket.maskin.evaluation.Check;
import no.dataverket.maskin.evaluation.Criterion;
import no.dataverket.maskin.evaluation.Workbench;
import no.dataverket.maskin.runtime.Capability;
import no.dataverket.maskin.runtime.Disk;
import no.dataverket.maskin.runtime.DiskRequest;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;

/// Disks are made once, over an image that stays what it is, and only grow; seeds say how a guest begins.
final class DiskChecks {

    static final List<Check> ALL = List.of(
            Check.of(
                    "disk-made-once",
                    Criterion.DISKS,
                    "a disk is made once, grows when asked, and never shrinks",
                    DiskChecks::madeOnce),
            Check.of(
                    "disk-keeps-its-image",
                    Criterion.IMAGE_VERSIONS,
                    "a disk keeps the image that it was made over",
                    DiskChecks::keepsImage),
            Check.of(
                            "disk-grows-live",
                            Criterion.ATTACHMENT,
                            "the disk of a running machine grows",
                            DiskChecks::growsLive)
                    .where(Capability.LIVE_DISK_GROWTH),
            Check.of(
                    "seed-follows-its-content",
                    Criterion.INITIALIZATION,
                    "a seed is written again when its content changes, and only then",
                    DiskChecks::seed));

    private DiskChecks() {}

    private static void madeOnce(Workbench bench) {
        var vm = bench.newVm();
        var runtime = bench.runtime();
        var evidence = bench.evidence();
        var size = bench.guest().diskBytes();
        var larger = bench.largerDiskBytes();
        var made = runtime.ensureDisk(bench.disk(vm, FIRST, size));
        evidence.holds("the first request makes it", made.created());
        evidence.same("its size", made.sizeBytes(), size);
        evidence.holds(
                "the second finds it",
                runtime.ensureDisk(bench.disk(vm, FIRST, size)).equals(new Disk(made.path(), size, false)));
        evidence.holds(
                "a larger one grows it to " + larger,
                runtime.ensureDisk(bench.disk(vm, FIRST, larger)).equals(new Disk(made.path(), larger, false)));
        evidence.refused(Kind.INVALID, "a smaller one", () -> runtime.ensureDisk(bench.disk(vm, FIRST, size)));
    }

    private static void keepsImage(Workbench bench) {
        var vm = bench.newVm();
        var size = bench.guest().diskBytes();
        bench.runtime().ensureDisk(bench.disk(vm, FIRST, size));
        var other = new DiskRequest(vm, FIRST, bench.guest().otherImage(), DiskRequest.Format.QCOW2, size);
        bench.evidence()
                .refused(
                        Kind.CONFLICT,
                        "making it over another image",
                        () -> bench.runtime().ensureDisk(other));
    }

    private static void growsLive(Workbench bench) {
        var vm = bench.running(0).id();
        var larger = bench.largerDiskBytes();
        bench.evidence()
                .same(
                        "its size",
                        bench.runtime()
                                .ensureDisk(bench.disk(vm, FIRST, larger))
                                .sizeBytes(),
                        larger);
    }

    private static void seed(Workbench bench) {
        var vm = bench.newVm();
        var one = bench.seed(vm, FIRST, "#!/bin/sh\necho one\n");
        var two = bench.seed(vm, FIRST, "#!/bin/sh\necho two\n");
        var runtime = bench.runtime();
        bench.evidence().holds("the first is written", runtime.ensureSeed(one).written());
        bench.evidence().holds("the same again is not", !runtime.ensureSeed(one).written());
        bench.evidence().holds("another is", runtime.ensureSeed(two).written());
    }
}
