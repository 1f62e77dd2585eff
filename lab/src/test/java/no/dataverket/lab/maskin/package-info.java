/// Maskin on simulated hosts, with a real database and a real bus.
@NullMarked
package no.dataverket.lab.maskin;

import org.jspecify.annotations.NullMarked;
