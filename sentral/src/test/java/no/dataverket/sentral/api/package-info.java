@NullMarked
package no.dataverket.sentral.api;

import org.jspecify.annotations.NullMarked;
