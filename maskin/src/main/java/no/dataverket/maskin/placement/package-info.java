/// Which host a machine goes to, and the room that is kept for it there.
@NullMarked
package no.dataverket.maskin.placement;

import org.jspecify.annotations.NullMarked;
