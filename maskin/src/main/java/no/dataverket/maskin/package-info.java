/// The compute service: hosts, images, placement, machines.
@NullMarked
package no.dataverket.maskin;

import org.jspecify.annotations.NullMarked;
