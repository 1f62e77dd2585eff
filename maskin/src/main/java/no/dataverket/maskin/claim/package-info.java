/// Who may change a machine, and one at a time: the order of commands, locks, tombstones.
@NullMarked
package no.dataverket.maskin.claim;

import org.jspecify.annotations.NullMarked;
