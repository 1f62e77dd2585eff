/// Machines: the commands that change them and the loop that holds hosts to what was decided.
@NullMarked
package no.dataverket.maskin.vm;

import org.jspecify.annotations.NullMarked;
