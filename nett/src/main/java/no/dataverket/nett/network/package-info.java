/// Networks and ports: what is wanted, and its realisation on the hosts.
@NullMarked
package no.dataverket.nett.network;

import org.jspecify.annotations.NullMarked;
