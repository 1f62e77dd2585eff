@NullMarked
package no.dataverket.sentral.tasks;

import org.jspecify.annotations.NullMarked;
