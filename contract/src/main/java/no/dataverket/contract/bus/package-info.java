/// What travels on NATS around a payload: the CloudEvents envelope and the subjects.
@NullMarked
package no.dataverket.contract.bus;

import org.jspecify.annotations.NullMarked;
