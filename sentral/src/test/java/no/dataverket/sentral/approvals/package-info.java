@NullMarked
package no.dataverket.sentral.approvals;

import org.jspecify.annotations.NullMarked;
