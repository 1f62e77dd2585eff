@NullMarked
package no.dataverket.server;

import org.jspecify.annotations.NullMarked;
