/// JSON as a tree, so that a field of a later server is neither lost nor in the way.
@NullMarked
package no.dataverket.cli.json;

import org.jspecify.annotations.NullMarked;
