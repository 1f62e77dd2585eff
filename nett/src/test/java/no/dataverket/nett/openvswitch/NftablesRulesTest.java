package no.dataverket.nett.openvswitch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.nett.address.Prefix;
import no.dataverket.nett.host.HostPolicy;
import no.dataverket.nett.host.NetworkIntent;
import org.junit.jupiter.api.Test;

final class NftablesRulesTest {

    private static final List<Prefix> DENIED = List.of(Prefix.parse("169.254.0.0/16"));

    private static NetworkIntent network(int vlan, String prefix, boolean egress) {
        var id = new Id(IdKind.NETWORK, new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | vlan));
        var parsed = Prefix.parse(prefix);
        return new NetworkIntent(id, vlan, parsed, parsed.gateway(), egress, 1450);
    }

    private static final List<NetworkIntent> NETWORKS =
            List.of(network(100, "10.192.0.0/24", false), network(101, "10.192.1.0/26", true));

    @Test
    void rendersWhatTheGoldenFileSays() throws IOException {
        assertThat(NftablesRules.render(new HostPolicy(NETWORKS, DENIED), "")).isEqualTo(golden("two-networks.nft"));
        assertThat(NftablesRules.render(new HostPolicy(List.of(), List.of()), ""))
                .isEqualTo(golden("nothing.nft"));
    }

    @Test
    void doesNotDependOnTheOrderOfTheNetworks() {
        var networks = new ArrayList<NetworkIntent>();
        for (int i = 0; i < 50; i++) {
            networks.add(network(100 + i, "10.192." + i + ".0/24", i % 3 == 0));
        }
        var expected = NftablesRules.render(new HostPolicy(networks, DENIED), "");
        var random = new Random(3);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(networks, random);
            assertThat(NftablesRules.render(new HostPolicy(networks, DENIED), ""))
                    .isEqualTo(expected);
        }
    }

    @Test
    void everyPartOfAPolicyChangesTheRules() {
        var base = network(100, "10.192.0.0/24", true);
        var rendered = new ArrayList<String>();
        for (var changed : List.of(
                base,
                network(101, "10.192.0.0/24", true),
                network(100, "10.192.0.0/25", true),
                network(100, "10.192.0.0/24", false))) {
            rendered.add(NftablesRules.render(new HostPolicy(List.of(changed), DENIED), ""));
        }
        rendered.add(NftablesRules.render(new HostPolicy(List.of(base), List.of()), ""));
        assertThat(rendered).doesNotHaveDuplicates();
    }

    @Test
    void aChangedRuleIsNoticed() {
        var policy = new HostPolicy(NETWORKS, DENIED);
        var rules = NftablesRules.render(policy, "");
        var listing = NftablesRules.render(policy, PacketFilter.comment(policy, rules));
        assertThat(PacketFilter.intact(listing)).contains(policy.digest());
        assertThat(PacketFilter.intact(listing.replace("drop", "accept"))).isEmpty();
        assertThat(PacketFilter.intact(rules)).isEmpty();
        for (var line : rules.lines().filter(line -> !line.isBlank()).toList()) {
            assertThat(PacketFilter.intact(listing.replace(line + "\n", "")))
                    .as(line)
                    .isEmpty();
        }
    }

    private static String golden(String name) throws IOException {
        try (var stream = NftablesRulesTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
