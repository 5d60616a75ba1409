package org.hikeshi.dist;

import static java.util.Comparator.comparing;

import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.PseudoInstruction;
import java.lang.classfile.constantpool.ConstantPoolBuilder;
import java.lang.classfile.instruction.FieldInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts the members of an entity's proxy, and the assignments of its static initialiser, in the
 * order of their names. Byte Buddy writes them as the JVM lists an entity's methods, which is
 * another order at each build.
 */
final class SteadyOrder {
    private static final ClassFile CLASSES = ClassFile.of();

    private SteadyOrder() {}

    /**
     * @param bytes a proxy's class file
     */
    static byte[] of(byte[] bytes) {
        ClassModel proxy = CLASSES.parse(bytes);
        List<FieldModel> fields =
                proxy.fields().stream()
                        .sorted(comparing(field -> field.fieldName().stringValue()))
                        .toList();
        List<MethodModel> methods =
                proxy.methods().stream().sorted(comparing(SteadyOrder::signature)).toList();
        ConstantPoolBuilder pool = ConstantPoolBuilder.of();
        return CLASSES.build(
                pool.classEntry(proxy.thisClass().asSymbol()),
                pool,
                to -> {
                    for (ClassElement element : proxy) {
                        if (!(element instanceof FieldModel || element instanceof MethodModel)) {
                            to.with(element);
                        }
                    }
                    fields.forEach(to::with);
                    for (MethodModel method : methods) {
                        if (method.methodName().equalsString("<clinit>")) {
                            to.transformMethod(
                                    method,
                                    (builder, element) -> {
                                        if (element instanceof CodeModel code) {
                                            builder.withCode(
                                                    body -> assignments(code).forEach(body::with));
                                        } else {
                                            builder.with(element);
                                        }
                                    });
                        } else {
                            to.with(method);
                        }
                    }
                });
    }

    private static String signature(MethodModel method) {
        return method.methodName().stringValue() + method.methodType().stringValue();
    }

    /** Straight code, cut after each assignment, sorted by the field; the return stays last. */
    private static List<CodeElement> assignments(CodeModel code) {
        Map<String, List<CodeElement>> sorted = new TreeMap<>();
        List<CodeElement> open = new ArrayList<>();
        for (CodeElement element : code) {
            if (element instanceof PseudoInstruction) {
                continue;
            }
            open.add(element);
            if (element instanceof FieldInstruction field && field.opcode() == Opcode.PUTSTATIC) {
                sorted.put(field.name().stringValue(), List.copyOf(open));
                open.clear();
            }
        }
        List<CodeElement> all = new ArrayList<>();
        sorted.values().forEach(all::addAll);
        all.addAll(open);
        return all;
    }
}
