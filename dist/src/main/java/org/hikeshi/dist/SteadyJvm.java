package org.hikeshi.dist;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Called by {@code ./hikeshi dist} before the build, as one source file. Writes a patch of the
 * running JDK into the folder given: with {@code --patch-module java.base=<folder>} the order of
 * {@code Set.of} and {@code Map.of}, otherwise drawn from the time at which the JVM starts, is
 * always the same. The JDK has a fixed seed for itself, when its own archives are to be the same.
 */
public final class SteadyJvm {
    private static final String CLASS = "jdk/internal/misc/CDS.class";
    private static final String METHOD = "getRandomSeedForDumping";

    private SteadyJvm() {}

    public static void main(String[] args) throws IOException {
        Path jdk = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules/java.base");
        ClassFile classes = ClassFile.of();
        ClassModel asIs = classes.parse(Files.readAllBytes(jdk.resolve(CLASS)));
        if (asIs.methods().stream().noneMatch(SteadyJvm::drawsTheSeed)) {
            throw new IllegalStateException("this JDK draws the order of sets in another way");
        }
        byte[] patched =
                classes.transformClass(
                        asIs,
                        (to, element) -> {
                            if (element instanceof MethodModel method && drawsTheSeed(method)) {
                                to.withMethodBody(
                                        method.methodName(),
                                        method.methodType(),
                                        ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                                        code -> code.loadConstant(1L).lreturn());
                            } else {
                                to.with(element);
                            }
                        });
        Path patch = Path.of(args[0]).resolve(CLASS);
        Files.createDirectories(patch.getParent());
        Files.write(patch, patched);
    }

    private static boolean drawsTheSeed(MethodModel method) {
        return method.methodName().equalsString(METHOD);
    }
}
