package no.dataverket.maskin.placement.decision;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Hosts that differ only in their names, their room and their failure domains: what is asked of all of them is asked
/// once. Their room stands in columns, in the order of their names, so that one pass over numbers answers the rest.
final class Cell {

    private static final int FIRST_CAPACITY = 16;
    private static final int LEVELS = Level.values().length;

    /// The whole of a share.
    static final int WHOLE = 1_000_000_000;

    /// What the hosts of a cell have in common.
    record Kind(
            String datacenter,
            String hostClass,
            @Nullable String jurisdiction,
            boolean schedulable,
            boolean maintenance,
            boolean quarantined,
            boolean reachable,
            @Nullable Set<String> networks,
            boolean allImages,
            @Nullable String storage) {

        static Kind of(HostView host) {
            var standing = host.standing();
            return new Kind(
                    host.datacenter(),
                    host.hostClass(),
                    host.jurisdiction(),
                    standing.schedulable(),
                    standing.maintenance(),
                    standing.quarantined(),
                    standing.reachable(),
                    host.reach().networks(),
                    host.reach().images() == null,
                    host.reach().storage());
        }
    }

    final Kind kind;
    int size;

    @Nullable
    String[] names = new String[FIRST_CAPACITY];

    @Nullable
    Entry[] entries = new Entry[FIRST_CAPACITY];

    int[] freeVcpus = new int[FIRST_CAPACITY];
    int[] freeMemory = new int[FIRST_CAPACITY];
    int[] freeShare = new int[FIRST_CAPACITY];

    /// By level; negative where the domain is unknown. That of the level HOST is the host's slot.
    final int[][] domains = new int[LEVELS][FIRST_CAPACITY];

    Cell(Kind kind) {
        this.kind = kind;
    }

    String name(int position) {
        return Objects.requireNonNull(names[position]);
    }

    Entry entry(int position) {
        return Objects.requireNonNull(entries[position]);
    }

    int slot(int position) {
        return domains[0][position];
    }

    void add(Entry entry) {
        int found = position(entry.view().name());
        if (found >= 0) {
            throw new IllegalStateException(
                    "Two hosts are called " + entry.view().name());
        }
        int at = -found - 1;
        if (size == names.length) {
            grow();
        }
        open(names, at);
        open(entries, at);
        open(freeVcpus, at);
        open(freeMemory, at);
        open(freeShare, at);
        for (var column : domains) {
            open(column, at);
        }
        size++;
        names[at] = entry.view().name();
        entries[at] = entry;
        for (int level = 0; level < LEVELS; level++) {
            domains[level][at] = entry.domain(level);
        }
        room(at, entry);
    }

    void remove(Entry entry) {
        int at = position(entry.view().name());
        close(names, at);
        close(entries, at);
        close(freeVcpus, at);
        close(freeMemory, at);
        close(freeShare, at);
        for (var column : domains) {
            close(column, at);
        }
        size--;
        names[size] = null;
        entries[size] = null;
    }

    /// Takes over the entry's room as it is now.
    void room(Entry entry) {
        room(position(entry.view().name()), entry);
    }

    private void room(int at, Entry entry) {
        freeVcpus[at] = entry.freeVcpus();
        freeMemory[at] = entry.freeMemoryMib();
        freeShare[at] = share(entry.freeMemoryMib(), entry.view().room().memoryMib());
    }

    static int share(int free, int whole) {
        return (int) Math.max(0, (long) free * WHOLE / whole);
    }

    private int position(String name) {
        return Arrays.binarySearch(names, 0, size, name);
    }

    private void grow() {
        int capacity = names.length * 2;
        names = Arrays.copyOf(names, capacity);
        entries = Arrays.copyOf(entries, capacity);
        freeVcpus = Arrays.copyOf(freeVcpus, capacity);
        freeMemory = Arrays.copyOf(freeMemory, capacity);
        freeShare = Arrays.copyOf(freeShare, capacity);
        for (int level = 0; level < LEVELS; level++) {
            domains[level] = Arrays.copyOf(domains[level], capacity);
        }
    }

    /// The column is an array of any element type.
    private void open(Object column, int at) {
        System.arraycopy(column, at, column, at + 1, size - at);
    }

    private void close(Object column, int at) {
        System.arraycopy(column, at + 1, column, at, size - at - 1);
    }
}
