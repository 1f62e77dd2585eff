/// How results are shown: tables, cards, JSON, YAML, names.
@NullMarked
package no.dataverket.cli.output;

import org.jspecify.annotations.NullMarked;
