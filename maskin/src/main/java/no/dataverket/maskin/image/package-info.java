/// Operating system images: checked copies that never change.
@NullMarked
package no.dataverket.maskin.image;

import org.jspecify.annotations.NullMarked;
