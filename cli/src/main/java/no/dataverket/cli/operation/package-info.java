/// Commands made from the table of operations.
@NullMarked
package no.dataverket.cli.operation;

import org.jspecify.annotations.NullMarked;
