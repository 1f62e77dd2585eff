package no.dataverket.maskin.runtime;

import java.util.Locale;
import java.util.regex.Pattern;

/// One network interface of a VM. Its MAC address is its identity; all else may be changed while the VM runs,
/// except that a change of bridge, MTU or device name is done by unplugging and plugging.
///
/// @param index position, 0 to 7; the guest sees the interfaces in this order after a cold start
/// @param mac unicast MAC address, `52:54:00:aa:01:01`
/// @param bridge the virtual switch on the host
/// @param vlanTag 1 to 4094, or 0 for untagged
/// @param mtu bytes, 576 to 9216
/// @param hostDevice name of the interface on the host's side, at most 15 characters, unique on the host
public record Nic(int index, String mac, String bridge, int vlanTag, int mtu, String hostDevice) {

    private static final int HIGHEST_INDEX = 7;
    private static final int HIGHEST_VLAN = 4094;
    private static final int LOWEST_MTU = 576;
    private static final int HIGHEST_MTU = 9216;
    private static final Pattern DEVICE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,14}");
    private static final Pattern UNICAST = Pattern.compile("[0-9a-f][02468ace](:[0-9a-f]{2}){5}");

    public Nic {
        mac = mac.toLowerCase(Locale.ROOT);
        if (index < 0 || index > HIGHEST_INDEX) {
            throw new IllegalArgumentException("interface index " + index + " is outside 0–" + HIGHEST_INDEX);
        }
        if (!UNICAST.matcher(mac).matches()) {
            throw new IllegalArgumentException("'" + mac + "' is no unicast MAC address");
        }
        if (!DEVICE_NAME.matcher(bridge).matches()) {
            throw new IllegalArgumentException("'" + bridge + "' is no bridge name");
        }
        if (vlanTag < 0 || vlanTag > HIGHEST_VLAN) {
            throw new IllegalArgumentException("VLAN tag " + vlanTag + " is outside 0–" + HIGHEST_VLAN);
        }
        if (mtu < LOWEST_MTU || mtu > HIGHEST_MTU) {
            throw new IllegalArgumentException("MTU " + mtu + " is outside " + LOWEST_MTU + "–" + HIGHEST_MTU);
        }
        // libvirt throws away a name with this prefix and makes one of its own at each start
        if (!DEVICE_NAME.matcher(hostDevice).matches() || hostDevice.startsWith("vnet")) {
            throw new IllegalArgumentException("'" + hostDevice + "' can't name an interface on the host");
        }
    }

    /// The customary host device name of a VM's interface: short enough, and told apart by the id's random
    /// tail.
    public static String hostDevice(VmId vm, int index) {
        return "dv" + vm.tail(10) + "-" + Integer.toHexString(index);
    }

    /// This interface in another VLAN.
    public Nic withVlanTag(int tag) {
        return new Nic(index, mac, bridge, tag, mtu, hostDevice);
    }
}
