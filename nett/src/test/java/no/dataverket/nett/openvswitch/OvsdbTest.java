package no.dataverket.nett.openvswitch;

import static org.assertj.core.api.Assertions.assertThat;

import no.dataverket.contract.Id;
import no.dataverket.nett.openvswitch.Ovsdb.SwitchPort;
import org.junit.jupiter.api.Test;

final class OvsdbTest {

    private static final Id NETWORK = Id.parse("net_01j0000000e008000000000034");

    /// As Open vSwitch 3.1 prints it: a gateway of ours, a machine's tap, a trunk of somebody else's, another
    /// bridge.
    private static final String PRINTED = """
            {"data":[["br-int",["set",[["uuid","p0"],["uuid","p1"],["uuid","p2"],["uuid","p3"]]]],["br-ex",["uuid","p4"]]],"headings":["name","ports"]}
            {"data":[[["uuid","p0"],"br-int",["set",[]],["uuid","i0"],["map",[]]],[["uuid","p1"],"dvg100",100,["uuid","i1"],["map",[["dataverket-network","NETWORK"]]]],[["uuid","p2"],"dvtabc-0",100,["uuid","i2"],["map",[]]],[["uuid","p3"],"bond0",["set",[]],["set",[["uuid","i3"],["uuid","i4"]]],["map",[["owner","somebody"]]]],[["uuid","p4"],"br-ex",["set",[]],["uuid","i5"],["map",[]]]],"headings":["_uuid","name","tag","interfaces","external_ids"]}
            {"data":[[["uuid","i0"],["map",[]],["set",[]]],[["uuid","i1"],["map",[]],["set",[]]],[["uuid","i2"],["map",[["attached-mac","52:54:00:aa:01:01"],["iface-id","x"]]],["set",[]]],[["uuid","i3"],["map",[]],"could not open network device eth9 (No such device)"],[["uuid","i4"],["map",[]],["set",[]]],[["uuid","i5"],["map",[]],["set",[]]]],"headings":["_uuid","external_ids","error"]}
            """.replace("NETWORK", NETWORK.toString());

    @Test
    void readsPortsWithTheirMarksTagsAndMachines() {
        var state = Ovsdb.parse(PRINTED, "br-int");
        assertThat(state.bridgeExists()).isTrue();
        assertThat(state.otherBridges()).containsExactly("br-ex");
        assertThat(state.ports())
                .containsExactly(
                        new SwitchPort(
                                "bond0", null, null, null, "could not open network device eth9 (No such device)"),
                        new SwitchPort("dvg100", NETWORK, 100, null, ""),
                        new SwitchPort("dvtabc-0", null, 100, "52:54:00:aa:01:01", ""));
        assertThat(state.of(NETWORK)).hasSize(1);
    }

    @Test
    void saysWhereTheBridgeIsMissing() {
        assertThat(Ovsdb.parse(PRINTED, "br-other").bridgeExists()).isFalse();
    }
}
