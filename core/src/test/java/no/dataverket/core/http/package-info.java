@NullMarked
package no.dataverket.core.http;

import org.jspecify.annotations.NullMarked;
