@NullMarked
package no.dataverket.cli.output;

import org.jspecify.annotations.NullMarked;
