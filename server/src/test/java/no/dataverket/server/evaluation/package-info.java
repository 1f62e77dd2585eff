@NullMarked
package no.dataverket.server.evaluation;

import org.jspecify.annotations.NullMarked;
