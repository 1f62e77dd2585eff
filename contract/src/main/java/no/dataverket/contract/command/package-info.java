/// Payloads of the commands, queries and reports that services exchange over the bus.
@NullMarked
package no.dataverket.contract.command;

import org.jspecify.annotations.NullMarked;
