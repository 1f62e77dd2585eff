/// A thin layer over the web server, driven by the table of operations.
@NullMarked
package no.dataverket.core.http;

import org.jspecify.annotations.NullMarked;
