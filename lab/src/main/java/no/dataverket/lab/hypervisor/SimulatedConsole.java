package no.dataverket.lab.hypervisor;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;
import no.dataverket.maskin.runtime.Console;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;

/// The console of a guest that isn't there: a shell that echoes what is typed and knows `echo` and `hostname`.
final class SimulatedConsole implements Console {

    private static final String PROMPT = "# ";
    private static final String NEW_LINE = "\r\n";
    private static final int LONGEST_LINE = 4096;
    private static final int INTERRUPT = 3;
    private static final int RUBOUT = 0x7f;

    private final String hostname;
    private final Screen screen;
    private final ReentrantLock lock = new ReentrantLock();
    private final StringBuilder line = new StringBuilder();
    private boolean over;

    SimulatedConsole(String hostname, Screen screen) {
        this.hostname = hostname;
        this.screen = screen;
    }

    boolean isOpen() {
        lock.lock();
        try {
            return !over;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int type(byte[] bytes) {
        var shown = new StringBuilder();
        lock.lock();
        try {
            if (over) {
                throw new RuntimeFailure(Kind.CONFLICT, "the console is closed");
            }
            for (var letter : new String(bytes, StandardCharsets.ISO_8859_1).toCharArray()) {
                press(letter, shown);
            }
        } finally {
            lock.unlock();
        }
        screen.shows(shown.toString().getBytes(StandardCharsets.ISO_8859_1));
        return bytes.length;
    }

    /// It's over, and not because it was closed.
    void end(String why) {
        if (leave()) {
            screen.ends(why);
        }
    }

    @Override
    public void close() {
        leave();
    }

    private boolean leave() {
        lock.lock();
        try {
            var wasOpen = !over;
            over = true;
            return wasOpen;
        } finally {
            lock.unlock();
        }
    }

    private void press(char letter, StringBuilder shown) {
        switch (letter) {
            case '\r', '\n' -> {
                shown.append(NEW_LINE).append(answer(line.toString().strip())).append(PROMPT);
                line.setLength(0);
            }
            case INTERRUPT -> {
                shown.append("^C").append(NEW_LINE).append(PROMPT);
                line.setLength(0);
            }
            case RUBOUT, '\b' -> {
                if (!line.isEmpty()) {
                    line.setLength(line.length() - 1);
                    shown.append("\b \b");
                }
            }
            default -> {
                if (line.length() < LONGEST_LINE) {
                    line.append(letter);
                    shown.append(letter);
                }
            }
        }
    }

    private String answer(String command) {
        var words = command.split("\\s+", 2);
        return switch (words[0]) {
            case "" -> "";
            case "echo" -> (words.length > 1 ? words[1] : "") + NEW_LINE;
            case "hostname" -> hostname + NEW_LINE;
            default -> "sh: " + words[0] + ": not found" + NEW_LINE;
        };
    }
}
