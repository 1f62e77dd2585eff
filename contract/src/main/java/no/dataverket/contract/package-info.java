/// What crosses a process boundary and nothing else: identifiers, the problem catalogue, and the annotations
/// that describe a field.
@NullMarked
package no.dataverket.contract;

import org.jspecify.annotations.NullMarked;
