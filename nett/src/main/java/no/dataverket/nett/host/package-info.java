/// What Nett needs of a hypervisor's switch and packet filter, whatever they are made of.
@NullMarked
package no.dataverket.nett.host;

import org.jspecify.annotations.NullMarked;
