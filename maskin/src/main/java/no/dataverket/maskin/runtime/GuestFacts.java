package no.dataverket.maskin.runtime;

import java.util.List;

/// What a guest's agent tells of it. The guest may say what it likes: nothing is decided by it.
///
/// @param hostname empty where it isn't told, as the other texts are
/// @param os name and version for people
/// @param kernel release of the kernel
/// @param faces network interfaces as the guest has them
public record GuestFacts(String hostname, String os, String kernel, List<Face> faces) {

    private static final int LONGEST_TEXT = 200;
    private static final int MOST_FACES = 32;
    private static final int MOST_ADDRESSES = 32;

    /// Cuts what is longer than anybody needs to know, and leaves out what is no text.
    public GuestFacts {
        hostname = clean(hostname);
        os = clean(os);
        kernel = clean(kernel);
        faces = faces.stream().limit(MOST_FACES).toList();
    }

    /// A network interface.
    ///
    /// @param mac empty where it has none
    /// @param addresses with the length of their prefix, as in `10.0.0.2/24`
    public record Face(String name, String mac, List<String> addresses) {

        public Face {
            name = clean(name);
            mac = clean(mac);
            addresses = addresses.stream()
                    .limit(MOST_ADDRESSES)
                    .map(GuestFacts::clean)
                    .toList();
        }
    }

    private static String clean(String text) {
        var clean = new StringBuilder();
        text.codePoints()
                .filter(letter -> !Character.isISOControl(letter) && Character.isDefined(letter))
                .filter(letter -> Character.getType(letter) != Character.SURROGATE)
                .limit(LONGEST_TEXT)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
