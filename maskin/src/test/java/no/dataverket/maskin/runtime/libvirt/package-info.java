@NullMarked
package no.dataverket.maskin.runtime.libvirt;

import org.jspecify.annotations.NullMarked;
