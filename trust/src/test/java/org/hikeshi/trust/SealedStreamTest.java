package org.hikeshi.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedStreamTest {

    private static final int CHUNK = ChunkSealer.CHUNK_BYTES;
    private static final SealedAt AT = SealedAt.of("attachment", "content", "a1");

    private final DataKey key = DataKey.generate();

    @ParameterizedTest
    @ValueSource(
            ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 17, 5 * CHUNK - 1})
    void whatIsSealedOpens(int length) throws IOException {
        byte[] plain = random(length, length);
        byte[] sealed = seal(plain, AT);
        int chunks = Math.max(1, (length + CHUNK - 1) / CHUNK);
        assertThat(sealed).hasSize(length + chunks * 35);
        assertThat(open(sealed, AT)).isEqualTo(plain);
    }

    @Test
    void howItIsWrittenAndReadDoesNotMatter() throws IOException {
        byte[] plain = random(3 * CHUNK + 5, 31);
        Random random = new Random(32);
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (SealingStream out = ChunkSealer.into(sealed, key, AT)) {
            for (int at = 0; at < plain.length; ) {
                int length = Math.min(plain.length - at, random.nextInt(100_000));
                out.write(plain, at, length);
                at += length;
            }
            out.finish();
        }
        ByteArrayOutputStream opened = new ByteArrayOutputStream();
        try (InputStream in = ChunkOpener.from(trickling(sealed.toByteArray(), random), key, AT)) {
            byte[] buffer = new byte[7_001];
            for (int n = in.read(buffer);
                    n >= 0;
                    n = in.read(buffer, 0, 1 + random.nextInt(7_000))) {
                opened.write(buffer, 0, n);
            }
        }
        assertThat(opened.toByteArray()).isEqualTo(plain);
    }

    @Test
    void aChangedBitAnywhereIsSeen() throws IOException {
        byte[] sealed = seal(random(CHUNK + 100, 33), AT);
        Random random = new Random(34);
        for (int i = 0; i < 200; i++) {
            refuses(Flips.bit(sealed, random.nextInt(sealed.length * 8)), AT);
        }
        for (int bit = 0; bit < ChunkFormat.HEAD * 8; bit++) {
            refuses(Flips.bit(sealed, bit), AT);
        }
    }

    @Test
    void aTailCutOffIsSeen() throws IOException {
        byte[] plain = random(3 * CHUNK, 35);
        byte[] sealed = seal(plain, AT);
        for (int chunks = 0; chunks < 3; chunks++) {
            refuses(Arrays.copyOf(sealed, chunks * ChunkFormat.SEALED_BYTES), AT);
        }
        Random random = new Random(36);
        for (int i = 0; i < 50; i++) {
            refuses(Arrays.copyOf(sealed, random.nextInt(sealed.length)), AT);
        }
    }

    /** The cut that thinks of the mark: a full chunk made to say that it is the last. */
    @Test
    void aTailCutOffBehindAForgedLastMarkIsSeen() throws IOException {
        byte[] sealed = seal(random(3 * CHUNK, 43), AT);
        for (int chunks = 1; chunks <= 2; chunks++) {
            byte[] cut = Arrays.copyOf(sealed, chunks * ChunkFormat.SEALED_BYTES);
            cut[(chunks - 1) * ChunkFormat.SEALED_BYTES + 2] = 1;
            refuses(cut, AT);
        }
    }

    @Test
    void chunksMovedDoubledDroppedOrAddedAreSeen() throws IOException {
        List<byte[]> chunks = chunks(seal(random(4 * CHUNK + 1, 37), AT));
        assertThat(open(join(chunks), AT)).isNotEmpty();
        refuses(join(swapped(chunks, 0, 1)), AT);
        refuses(join(swapped(chunks, 1, 3)), AT);
        refuses(join(swapped(chunks, 0, 4)), AT);
        for (int at = 0; at < chunks.size(); at++) {
            List<byte[]> dropped = new ArrayList<>(chunks);
            dropped.remove(at);
            refuses(join(dropped), AT);
            List<byte[]> doubled = new ArrayList<>(chunks);
            doubled.add(at, chunks.get(at));
            refuses(join(doubled), AT);
        }
        List<byte[]> prolonged = new ArrayList<>(chunks);
        prolonged.add(chunks.get(4));
        refuses(join(prolonged), AT);
    }

    @Test
    void chunksOfAnotherFileAreSeen() throws IOException {
        SealedAt other = SealedAt.of("attachment", "content", "a2");
        List<byte[]> mine = chunks(seal(random(2 * CHUNK + 1, 38), AT));
        List<byte[]> same = chunks(seal(random(2 * CHUNK + 1, 39), AT));
        List<byte[]> theirs = chunks(seal(random(2 * CHUNK + 1, 40), other));
        for (int at = 0; at < 3; at++) {
            for (List<byte[]> donor : List.of(same, theirs)) {
                List<byte[]> mixed = new ArrayList<>(mine);
                mixed.set(at, donor.get(at));
                refuses(join(mixed), AT);
            }
        }
        refuses(join(theirs), AT);
        assertThatExceptionOfType(NotOpened.class)
                .isThrownBy(() -> read(join(mine), DataKey.generate(), AT));
    }

    /** What an exception in the middle of an upload does: closed, never finished, never whole. */
    @Test
    void aStreamOnlyClosedIsNotWhole() throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream out = ChunkSealer.into(sealed, key, AT)) {
            out.write(random(2 * CHUNK + 1, 41));
        }
        assertThat(sealed.size()).isEqualTo(2 * ChunkFormat.SEALED_BYTES);
        refuses(sealed.toByteArray(), AT);
    }

    @Test
    void nothingFollowsTheEnd() throws IOException {
        SealingStream out = ChunkSealer.into(OutputStream.nullOutputStream(), key, AT);
        out.finish();
        out.finish();
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> out.write(1));
        ChunkSealer sealer = new ChunkSealer(key, AT);
        sealer.last(new byte[0], 0);
        assertThatIllegalStateException().isThrownBy(() -> sealer.last(new byte[0], 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChunkSealer(key, AT).next(new byte[5]));
    }

    @Test
    void chunksKeptOneByOneOpenOneByOne() {
        byte[] full = random(CHUNK, 42);
        ChunkSealer sealer = new ChunkSealer(key, AT);
        byte[] first = sealer.next(full);
        byte[] last = sealer.last(full, 10);
        ChunkOpener opener = new ChunkOpener(key, AT);
        assertThat(opener.next(first)).isEqualTo(full);
        assertThatExceptionOfType(NotOpened.class).isThrownBy(opener::end);
        assertThat(opener.next(last)).isEqualTo(Arrays.copyOf(full, 10));
        opener.end();
        assertThatExceptionOfType(NotOpened.class).isThrownBy(() -> opener.next(last));
    }

    /** 512 MiB through a heap that could not hold a tenth of it twice: nothing is kept. */
    @Test
    void aLongStreamNeedsNoMoreMemoryThanAShortOne() throws IOException {
        long length = 512L << 20;
        long[] counts = new long[2];
        ChunkOpener opener = new ChunkOpener(key, AT);
        OutputStream straightBack =
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        throw new UnsupportedOperationException("chunks come whole");
                    }

                    @Override
                    public void write(byte[] sealed) {
                        counts[0] = Math.max(counts[0], sealed.length);
                        counts[1] += opener.next(sealed).length;
                    }
                };
        try (SealingStream out = ChunkSealer.into(straightBack, key, AT)) {
            byte[] piece = new byte[1 << 20];
            for (long written = 0; written < length; written += piece.length) {
                out.write(piece);
            }
            out.finish();
        }
        opener.end();
        assertThat(counts[0]).isEqualTo(ChunkFormat.SEALED_BYTES);
        assertThat(counts[1]).isEqualTo(length);
    }

    private byte[] seal(byte[] plain, SealedAt at) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (SealingStream out = ChunkSealer.into(sealed, key, at)) {
            out.write(plain);
            out.finish();
        }
        return sealed.toByteArray();
    }

    private byte[] open(byte[] sealed, SealedAt at) throws IOException {
        return read(sealed, key, at);
    }

    private static byte[] read(byte[] sealed, DataKey key, SealedAt at) throws IOException {
        try (InputStream in = ChunkOpener.from(new ByteArrayInputStream(sealed), key, at)) {
            return in.readAllBytes();
        }
    }

    private void refuses(byte[] sealed, SealedAt at) {
        assertThatExceptionOfType(NotOpened.class).isThrownBy(() -> open(sealed, at));
    }

    private static List<byte[]> chunks(byte[] sealed) {
        List<byte[]> chunks = new ArrayList<>();
        for (int at = 0; at < sealed.length; at += ChunkFormat.SEALED_BYTES) {
            int end = Math.min(sealed.length, at + ChunkFormat.SEALED_BYTES);
            chunks.add(Arrays.copyOfRange(sealed, at, end));
        }
        return chunks;
    }

    private static byte[] join(List<byte[]> chunks) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        chunks.forEach(joined::writeBytes);
        return joined.toByteArray();
    }

    private static List<byte[]> swapped(List<byte[]> chunks, int a, int b) {
        List<byte[]> swapped = new ArrayList<>(chunks);
        swapped.set(a, chunks.get(b));
        swapped.set(b, chunks.get(a));
        return swapped;
    }

    private static byte[] random(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static InputStream trickling(byte[] bytes, Random random) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + random.nextInt(5_000)));
            }
        };
    }
}
