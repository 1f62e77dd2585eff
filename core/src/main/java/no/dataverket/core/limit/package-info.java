/// What keeps one caller from spoiling the API for the others: quotas of requests, fair turns, caps on what waits.
@NullMarked
package no.dataverket.core.limit;

import org.jspecify.annotations.NullMarked;
