/// PostgreSQL: connections, migrations, transactions, and a thin layer over JDBC.
@NullMarked
package no.dataverket.core.db;

import org.jspecify.annotations.NullMarked;
