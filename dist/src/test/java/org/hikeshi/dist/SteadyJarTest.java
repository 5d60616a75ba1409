package org.hikeshi.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Two builds differ in what was drawn; the jars that are packed do not. */
class SteadyJarTest {

    /** As Quarkus and Byte Buddy write them: a value's key, and a field with a drawn middle. */
    private static byte[] drawn(String name, String key, String field, String said) {
        return ClassFile.of()
                .build(
                        ClassDesc.of(name),
                        type -> {
                            type.withField(field, ConstantDescs.CD_String, ClassFile.ACC_STATIC);
                            type.withMethodBody(
                                    "run",
                                    MethodTypeDesc.of(ConstantDescs.CD_String),
                                    ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                                    code ->
                                            code.ldc(key)
                                                    .putstatic(
                                                            ClassDesc.of(name),
                                                            field,
                                                            ConstantDescs.CD_String)
                                                    .ldc(said)
                                                    .areturn());
                        });
    }

    private static byte[] jar(String first, String second, String field, String said)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> one :
                    Map.of(
                                    "a/One.class", drawn("a.One", first, field, said),
                                    "b/Two.class", drawn("b.Two", second, field, said),
                                    "c/Three.class", drawn("c.Three", first, field, said),
                                    "words.txt", "proxykey12".getBytes())
                            .entrySet()) {
                zip.putNextEntry(new ZipEntry(one.getKey()));
                zip.write(one.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> entries(byte[] jar) throws IOException {
        Map<String, byte[]> all = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new java.io.ByteArrayInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.put(entry.getName(), zip.readAllBytes());
            }
        }
        return all;
    }

    @Test
    void whatWasDrawnIsGone() throws IOException {
        byte[] one = jar("proxykey7", "proxykey103", "cachedValue$aB3dE9xZ$q3a6592", "hello");
        byte[] other = jar("proxykey55", "proxykey4", "cachedValue$Zz9Yy8Xx$q3a6592", "hello");

        assertThat(SteadyJar.of(one)).isEqualTo(SteadyJar.of(other));
    }

    @Test
    void valuesThatWereTwoStayTwo() throws IOException {
        byte[] two = jar("proxykey7", "proxykey103", "cachedValue$aB3dE9xZ$q3a6592", "hello");
        byte[] same = jar("proxykey7", "proxykey7", "cachedValue$aB3dE9xZ$q3a6592", "hello");

        assertThat(SteadyJar.of(two)).isNotEqualTo(SteadyJar.of(same));
    }

    @Test
    void whatTheCodeSaysStays() throws IOException {
        byte[] one = jar("proxykey7", "proxykey103", "cachedValue$aB3dE9xZ$q3a6592", "hello");
        byte[] other = jar("proxykey7", "proxykey103", "cachedValue$aB3dE9xZ$q3a6592", "goodbye");

        assertThat(SteadyJar.of(one)).isNotEqualTo(SteadyJar.of(other));
        assertThat(new String(entries(SteadyJar.of(one)).get("words.txt")))
                .as("files that are no classes are left alone")
                .isEqualTo("proxykey12");
        for (byte[] bytes : entries(SteadyJar.of(one)).values()) {
            if (bytes.length > 20) {
                assertThat(ClassFile.of().verify(bytes)).isEmpty();
            }
        }
    }
}
