/// One command's flags, settings and connection.
@NullMarked
package no.dataverket.cli.session;

import org.jspecify.annotations.NullMarked;
