@NullMarked
package no.dataverket.lab.hypervisor;

import org.jspecify.annotations.NullMarked;
