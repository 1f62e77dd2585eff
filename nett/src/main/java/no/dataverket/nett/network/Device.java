package no.dataverket.nett.network;

import no.dataverket.contract.Id;

/// Names of the machines' tap devices. Linux allows 15 characters.
final class Device {

    private static final int TAIL = 9;

    private Device() {}

    /// The device of a machine's interface: the last characters of the machine's identifier, which are
    /// random, and the interface's number.
    static String of(Id vm, int number) {
        var text = vm.toString();
        return "dvt" + text.substring(text.length() - TAIL) + "-" + number;
    }
}
