/// What a service of the platform is given, and what it must be able to do.
@NullMarked
package no.dataverket.core.service;

import org.jspecify.annotations.NullMarked;
