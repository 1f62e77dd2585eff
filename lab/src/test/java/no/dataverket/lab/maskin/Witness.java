package no.dataverket.lab.maskin;

import java.util.List;

/// Looks at every commit that touches a machine, or a host: in the transaction that is about to commit, a deferred
/// trigger asks
/// what
/// is wrong, and writes down what it finds if that commits.
final class Witness {

    private final MaskinLab lab;

    private Witness(MaskinLab lab) {
        this.lab = lab;
    }

    /// @param question SQL that answers a text for everything wrong, where `NEW` is the machine's row
    static Witness of(MaskinLab lab, String question) {
        return of(lab, "vm", question);
    }

    /// @param table whose rows are looked at
    /// @param question SQL that answers a text for everything wrong, where `NEW` is the row
    static Witness of(MaskinLab lab, String table, String question) {
        lab.run(transaction -> {
            transaction.update("CREATE TABLE maskin.witnessed (what text NOT NULL)");
            transaction.update("""
                    CREATE FUNCTION maskin.witness() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN
                        INSERT INTO maskin.witnessed %s;
                        RETURN NULL;
                    END $$
                    """.formatted(question));
            transaction.update("""
                    CREATE CONSTRAINT TRIGGER witness AFTER INSERT OR UPDATE ON maskin.%s
                    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION maskin.witness()
                    """.formatted(table));
        });
        return new Witness(lab);
    }

    /// Everything that was wrong at some commit.
    List<String> wrong() {
        return lab.database.call(transaction ->
                transaction.query("SELECT DISTINCT what FROM maskin.witnessed", row -> row.text("what")));
    }
}
