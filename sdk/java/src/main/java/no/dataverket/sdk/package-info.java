/// The Java client of Dataverket's API. Start at [DataverketClient].
@NullMarked
package no.dataverket.sdk;

import org.jspecify.annotations.NullMarked;
