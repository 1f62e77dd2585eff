/// The edge: who may do what, idempotency, preconditions, pages.
@NullMarked
package no.dataverket.sentral.api;

import org.jspecify.annotations.NullMarked;
