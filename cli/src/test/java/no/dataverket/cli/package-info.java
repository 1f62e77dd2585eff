@NullMarked
package no.dataverket.cli;

import org.jspecify.annotations.NullMarked;
