@NullMarked
package no.dataverket.nett.network;

import org.jspecify.annotations.NullMarked;
