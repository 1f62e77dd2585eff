@NullMarked
package no.dataverket.cli.json;

import org.jspecify.annotations.NullMarked;
