/// Real servers for integration tests of every module.
@NullMarked
package no.dataverket.core.testing;

import org.jspecify.annotations.NullMarked;
