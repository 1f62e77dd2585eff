/// The public API: one record per resource or request, and the table of operations from which the OpenAPI
/// document is emitted.
@NullMarked
package no.dataverket.contract.api;

import org.jspecify.annotations.NullMarked;
