@NullMarked
package no.dataverket.contract;

import org.jspecify.annotations.NullMarked;
