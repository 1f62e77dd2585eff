/// The worker that takes commands idempotently, and the reconciler that runs again and again.
@NullMarked
package no.dataverket.core.work;

import org.jspecify.annotations.NullMarked;
