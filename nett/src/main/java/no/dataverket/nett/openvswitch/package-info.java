/// A host whose switch is Open vSwitch and whose packet filter is nftables.
@NullMarked
package no.dataverket.nett.openvswitch;

import org.jspecify.annotations.NullMarked;
