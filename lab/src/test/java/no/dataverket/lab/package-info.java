@NullMarked
package no.dataverket.lab;

import org.jspecify.annotations.NullMarked;
