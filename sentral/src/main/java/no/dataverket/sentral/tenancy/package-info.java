/// Tenants, projects, environments, and the limits that hang on them.
@NullMarked
package no.dataverket.sentral.tenancy;

import org.jspecify.annotations.NullMarked;
