import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes classes of old compilers anew with a version and the stack maps of today. The JDK stores no class
/// in its AOT cache that only the old verifier can check, and picocli is compiled for Java 5.
///
/// Arguments: directories of classes, which are changed in place.
final class ModernClasses {

    private static final int MODERN = ClassFile.JAVA_8_VERSION;

    private ModernClasses() {}

    public static void main(String... directories) throws IOException {
        for (var directory : directories) {
            try (var files = Files.walk(Path.of(directory))) {
                for (var file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
                    modernise(Path.of(directory), file);
                }
            }
        }
    }

    private static void modernise(Path root, Path file) throws IOException {
        var beside = ClassHierarchyResolver.ofResourceParsing(type -> open(root, type));
        var classFile = ClassFile.of(
                StackMapsOption.GENERATE_STACK_MAPS,
                ClassHierarchyResolverOption.of(beside.orElse(ClassHierarchyResolver.defaultResolver())));
        var model = classFile.parse(file);
        if (model.majorVersion() < MODERN) {
            var version = ClassTransform.endHandler(builder -> builder.withVersion(MODERN, 0));
            var code = ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL);
            Files.write(file, classFile.transformClass(model, code.andThen(version)));
        }
    }

    private static InputStream open(Path root, ClassDesc type) {
        var name = type.descriptorString();
        var file = root.resolve(name.substring(1, name.length() - 1) + ".class");
        try {
            return Files.exists(file) ? Files.newInputStream(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
