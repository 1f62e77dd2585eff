@NullMarked
package no.dataverket.maskin.vm;

import org.jspecify.annotations.NullMarked;
