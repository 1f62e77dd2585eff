package no.dataverket.maskin.runtime;

/// One end of a running VM's serial console: what's written here is typed at it. What it shows goes to the
/// [Screen] with which it was opened. It ends with the VM's run, or when it's closed.
public interface Console extends AutoCloseable {

    /// What a console shows. Its methods return at once and throw nothing.
    interface Screen {

        /// The VM wrote something.
        void shows(byte[] bytes);

        /// It's over, and nothing more comes; told once, unless [Console#close] came first.
        ///
        /// @param why for people
        void ends(String why);
    }

    /// Types.
    ///
    /// @return how many of the bytes were taken, from the first on; the guest may be slow to read, and what wasn't
    ///     taken may be tried again later
    /// @throws RuntimeFailure `CONFLICT` when it's over
    int type(byte[] bytes);

    /// Lets go of the console; the VM runs on. It may be called again.
    @Override
    void close();
}
