/// Where the command line finds its endpoint, its defaults and its token.
@NullMarked
package no.dataverket.cli.config;

import org.jspecify.annotations.NullMarked;
