/// Data volumes: their files, and who may write to them.
@NullMarked
package no.dataverket.maskin.volume;

import org.jspecify.annotations.NullMarked;
