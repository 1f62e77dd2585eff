/// Who changed what. Entries are written in the transaction of the change.
@NullMarked
package no.dataverket.sentral.audit;

import org.jspecify.annotations.NullMarked;
