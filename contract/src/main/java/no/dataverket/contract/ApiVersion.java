package no.dataverket.contract;

/// The version of the public API, told in `Dv-Api-Version` with every answer and in the document. The major is
/// in every path; the minor rises with each release that adds something.
public final class ApiVersion {

    /// Major and minor.
    public static final String CURRENT = "1.1";

    /// The name of the header.
    public static final String HEADER = "Dv-Api-Version";

    private ApiVersion() {}
}
