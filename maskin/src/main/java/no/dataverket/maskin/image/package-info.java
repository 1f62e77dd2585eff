/// Operating system images: checked copies that never change.
///
/// An image comes from a directory with `image.json` and the files that it names, each with its SHA-256. It
/// is in the store under `<store>/<image id>/`, whole, or not at all. Disks of machines are layers over the
/// file there, so that hypervisors must see the store under the same path.
@NullMarked
package no.dataverket.maskin.image;

import org.jspecify.annotations.NullMarked;
