@NullMarked
package no.dataverket.lab.network;

import org.jspecify.annotations.NullMarked;
