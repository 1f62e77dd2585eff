@NullMarked
package no.dataverket.sdk;

import org.jspecify.annotations.NullMarked;
