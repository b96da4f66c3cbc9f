package ringmaster.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads out of one class file what the class uses, in the order of its text.
 *
 * <p>The JDK's own class-file reader tells overloads apart ({@code getBytes()} from {@code
 * getBytes(Charset)}) and shows the constants behind a lambda or method reference.
 */
final class Bytecode {
  /** Javac's name for the body of a lambda, around that of the method it stands in. */
  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(\\w+)\\$\\d+");

  private final ClassModel model;
  private final String className;
  private final String sourceFile;
  private final List<Use> uses = new ArrayList<>();

  private String method = "";
  private int line;

  private Bytecode(ClassModel model) {
    this.model = model;
    className = name(model.thisClass().asSymbol());
    sourceFile =
        model
            .findAttribute(Attributes.sourceFile())
            .map(SourceFileAttribute::sourceFile)
            .map(Object::toString)
            .orElse("unknown source");
  }

  /** Every class file in a folder and below; of a jar, when the path lies in its file system. */
  static List<ClassModel> classesBelow(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .sorted()
          .map(Bytecode::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Use> usesOf(ClassModel model) {
    Bytecode bytecode = new Bytecode(model);
    bytecode.readHeader();
    model.methods().forEach(bytecode::readMethod);
    return bytecode.uses;
  }

  /** Full name with dots; a nested class keeps its dollar, an array its brackets. */
  static String name(ClassDesc type) {
    return type.packageName().isEmpty()
        ? type.displayName()
        : type.packageName() + "." + type.displayName();
  }

  static ClassModel parse(Path file) {
    try {
      return ClassFile.of().parse(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readHeader() {
    model.superclass().ifPresent(type -> add(Use.Verb.EXTENDS, type.asSymbol(), ""));
    model.interfaces().forEach(type -> add(Use.Verb.EXTENDS, type.asSymbol(), ""));
    model.fields().stream()
        .filter(Bytecode::isStaticVariable)
        .map(field -> field.fieldName().stringValue())
        .forEach(field -> add(Use.Verb.DECLARES, model.thisClass().asSymbol(), field));
  }

  private static boolean isStaticVariable(FieldModel field) {
    return field.flags().has(AccessFlag.STATIC) && !field.flags().has(AccessFlag.FINAL);
  }

  private void readMethod(MethodModel model) {
    String name = model.methodName().stringValue();
    Matcher lambda = LAMBDA.matcher(name);
    method = "." + (lambda.matches() ? lambda.group(1) : name);
    line = 0;
    boolean initialises = name.equals("<clinit>");
    HeldByStatic.of(model).ifPresent(held -> readCode(model, initialises ? null : held));
  }

  /**
   * @param held null where static fields may still be filled
   */
  private void readCode(MethodModel model, @Nullable HeldByStatic held) {
    for (CodeElement element : model.code().orElseThrow()) {
      readElement(element);
      if (held != null) {
        held.follow(element).ifPresent(this::addChange);
      }
    }
  }

  private void addChange(HeldByStatic.Field field) {
    add(Use.Verb.CHANGES, field.owner(), field.name());
  }

  private void readElement(CodeElement element) {
    switch (element) {
      case LineNumber number -> line = number.line();
      case InvokeInstruction invoke -> readInvoke(invoke);
      case FieldInstruction field -> readField(field);
      case InvokeDynamicInstruction call -> call.bootstrapArgs().forEach(this::readConstant);
      case LoadConstantInstruction load -> readConstant(load.constantValue());
      case TypeCheckInstruction check -> addType(check.type());
      case NewReferenceArrayInstruction array -> addType(array.componentType());
      case NewMultiArrayInstruction array -> addType(array.arrayType());
      default -> {}
    }
  }

  private void readInvoke(InvokeInstruction invoke) {
    String name = invoke.name().stringValue();
    add(
        name.equals("<init>") ? Use.Verb.CREATES : Use.Verb.CALLS,
        invoke.owner().asSymbol(),
        name + parameters(invoke.typeSymbol()));
  }

  private void readField(FieldInstruction field) {
    boolean reads = field.opcode() == Opcode.GETFIELD || field.opcode() == Opcode.GETSTATIC;
    add(
        reads ? Use.Verb.READS : Use.Verb.WRITES,
        field.owner().asSymbol(),
        field.name().stringValue());
  }

  /** What stands behind {@code Math::sin}, {@code HashMap::new}, {@code Thread.class}. */
  private void readConstant(ConstantDesc constant) {
    switch (constant) {
      case ClassDesc type -> add(Use.Verb.NAMES, type, "");
      case DirectMethodHandleDesc handle -> readHandle(handle);
      default -> {}
    }
  }

  private void readHandle(DirectMethodHandleDesc handle) {
    String parameters =
        handle.lookupDescriptor().startsWith("(")
            ? parameters(MethodTypeDesc.ofDescriptor(handle.lookupDescriptor()))
            : ""; // of a field
    add(Use.Verb.REFERS_TO, handle.owner(), handle.methodName() + parameters);
  }

  private static String parameters(MethodTypeDesc type) {
    return type.parameterList().stream()
        .map(ClassDesc::displayName)
        .collect(Collectors.joining(",", "(", ")"));
  }

  private void addType(ClassEntry type) {
    add(Use.Verb.NAMES, type.asSymbol(), "");
  }

  private void add(Use.Verb verb, ClassDesc owner, String member) {
    String at = line == 0 ? sourceFile : sourceFile + ":" + line;
    uses.add(new Use(className, method + " (" + at + ")", verb, name(element(owner)), member));
  }

  private static ClassDesc element(ClassDesc type) {
    ClassDesc component = type.componentType();
    return component == null ? type : element(component);
  }
}
