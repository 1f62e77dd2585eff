/// Hypervisor hosts: their registration, their capacity, the runtimes that reach them.
@NullMarked
package no.dataverket.maskin.host;

import org.jspecify.annotations.NullMarked;
