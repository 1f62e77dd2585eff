/// Sagas: the fixed steps of one user-visible change, carried through crashes, absences and cancellations.
@NullMarked
package no.dataverket.sentral.tasks;

import org.jspecify.annotations.NullMarked;
