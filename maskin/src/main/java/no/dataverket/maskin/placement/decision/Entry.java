package no.dataverket.maskin.placement.decision;

import java.util.ArrayList;
import java.util.List;

/// A host in the fleet: what is committed of it, and what is claimed beside.
final class Entry {

    private final int slot;
    private HostView view;
    private int[] domains;
    private Cell cell;
    private final List<Fleet.Claim> claims = new ArrayList<>();

    Entry(int slot, HostView view, int[] domains, Cell cell) {
        this.slot = slot;
        this.view = view;
        this.domains = domains;
        this.cell = cell;
    }

    int slot() {
        return slot;
    }

    HostView view() {
        return view;
    }

    Cell cell() {
        return cell;
    }

    List<Fleet.Claim> claims() {
        return claims;
    }

    int domain(int level) {
        return domains[level];
    }

    void become(HostView newer, int[] itsDomains, Cell itsCell) {
        view = newer;
        domains = itsDomains;
        cell = itsCell;
    }

    int freeVcpus() {
        return view.room().freeVcpus()
                - claims.stream().mapToInt(Fleet.Claim::vcpus).sum();
    }

    int freeMemoryMib() {
        return view.room().freeMemoryMib()
                - claims.stream().mapToInt(Fleet.Claim::memoryMib).sum();
    }
}
