/// The network service of a site: promises prefixes, addresses and VLANs, and realises networks on the hosts.
@NullMarked
package no.dataverket.nett;

import org.jspecify.annotations.NullMarked;
