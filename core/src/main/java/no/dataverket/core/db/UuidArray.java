package no.dataverket.core.db;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/// A `uuid[]` in PostgreSQL's binary form (`array_send`), which the driver makes of other types only.
final class UuidArray extends PGobject implements PGBinaryObject {

    /// The array type's number in the catalogue of every server, for the driver's list of what is sent in binary.
    static final String OID = "2951";

    private static final long serialVersionUID = 1L;
    private static final int OID_OF_ELEMENT = 2950;
    private static final int HEAD = 5 * Integer.BYTES;
    private static final int LENGTH = 2 * Long.BYTES;
    private static final int NONE = -1;

    private final byte[] bytes;

    private UuidArray(byte[] bytes) {
        this.type = "_uuid";
        this.bytes = bytes;
    }

    /// @param collection of [UUID], [Id] and null; not empty
    static UuidArray of(Collection<?> collection) {
        int present = (int) collection.stream().filter(Objects::nonNull).count();
        var buffer = ByteBuffer.allocate(HEAD + collection.size() * Integer.BYTES + present * LENGTH)
                .putInt(1)
                .putInt(present < collection.size() ? 1 : 0)
                .putInt(OID_OF_ELEMENT)
                .putInt(collection.size())
                .putInt(1);
        collection.forEach(element -> put(buffer, element));
        return new UuidArray(buffer.array());
    }

    private static void put(ByteBuffer buffer, @Nullable Object element) {
        if (element == null) {
            buffer.putInt(NONE);
        } else {
            var uuid = element instanceof Id id ? id.uuid() : (UUID) element;
            buffer.putInt(LENGTH).putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
        }
    }

    @Override
    public int lengthInBytes() {
        return bytes.length;
    }

    @Override
    public void toBytes(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, bytes.length);
    }

    @Override
    public void setByteValue(byte[] value, int offset) {
        throw new UnsupportedOperationException("only sent");
    }

    @Override
    public String getValue() {
        throw new IllegalStateException("The connection does not send arrays of uuid in binary");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UuidArray array && java.util.Arrays.equals(bytes, array.bytes);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
