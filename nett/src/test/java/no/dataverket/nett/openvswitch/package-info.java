@NullMarked
package no.dataverket.nett.openvswitch;

import org.jspecify.annotations.NullMarked;
