/// What waits for somebody's consent: how much consent an action needs, who can give it, and what was decided.
@NullMarked
package no.dataverket.sentral.approvals;

import org.jspecify.annotations.NullMarked;
