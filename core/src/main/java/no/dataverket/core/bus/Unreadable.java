package no.dataverket.core.bus;

/// A message that this build can't read, however often it comes. The text says why, without quoting the message.
public final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unreadable(String why) {
        super(why);
    }
}
