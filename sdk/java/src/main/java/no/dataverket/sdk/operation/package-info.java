/// The table of operations and schemas, for programs that offer them all: command lines, inventories,
/// explorers.
@NullMarked
package no.dataverket.sdk.operation;

import org.jspecify.annotations.NullMarked;
