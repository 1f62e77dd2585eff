package no.dataverket.maskin.runtime;

/// To whom a VM belongs. It's written into the hypervisor's own records, so that a host can be read without the
/// platform's database.
public record Owner(Scope tenant, Scope project, Scope environment) {

    /// One level of ownership. The id is stable; the name is for people and may change.
    public record Scope(String id, String name) {

        public Scope {
            if (id.isBlank()) {
                throw new IllegalArgumentException("a scope needs an id");
            }
            VmDefinition.requirePlainText(id);
            VmDefinition.requirePlainText(name);
        }
    }
}
