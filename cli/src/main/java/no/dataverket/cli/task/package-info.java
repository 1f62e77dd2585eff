/// Waiting for tasks while their steps are shown.
@NullMarked
package no.dataverket.cli.task;

import org.jspecify.annotations.NullMarked;
