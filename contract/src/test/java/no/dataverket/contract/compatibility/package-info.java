@NullMarked
package no.dataverket.contract.compatibility;

import org.jspecify.annotations.NullMarked;
