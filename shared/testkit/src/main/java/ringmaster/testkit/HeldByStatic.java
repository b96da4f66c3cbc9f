package ringmaster.testkit;

import java.lang.classfile.Attributes;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows what static fields hold through the code of one method, to find where it is changed: an
 * array written to, a collection added to, a counter counted up. The field may be final and the
 * state still shared by all matches.
 *
 * <p>One pass over the operand stack, in words of 32 bits as the JVM counts them: each is nothing
 * special or came out of a static field. At a label the stack is the one of the first jump to it.
 * What is handed to a method of the game's own is not followed: the laws of {@link GameLaws} find
 * that in a run.
 */
final class HeldByStatic {
  /**
   * A static field.
   *
   * @param owner its class
   */
  record Field(ClassDesc owner, String name) {}

  /** Methods that change what they are called on. */
  private static final List<Hazard.Row> CHANGES_RECEIVER =
      rows(
          """
          java.lang.StringBuffer: append* delete* insert replace reverse set*
          java.lang.StringBuilder: append* delete* insert replace reverse set*
          java.util.*: accumulate* add* and andNot clear compareAnd* compute* decrement* flip
          java.util.*: getAnd* increment* lazySet merge next* offer* or poll* pop push put* remove*
          java.util.*: replace* retain* set* sort update* xor
          ringmaster.shared.math.Rng: next* restore
          """);

  /** Static methods that change their first argument. */
  private static final List<Hazard.Row> CHANGES_ARGUMENT =
      rows(
          """
          java.util.Arrays: fill parallel* setAll sort
          java.util.Collections: addAll fill reverse rotate shuffle sort swap
          """);

  private static final Optional<Field> NOTHING = Optional.empty();
  private static final int ARRAY_COPY_TARGET_WORD = 2;

  private final List<Optional<Field>> stack = new ArrayList<>();
  private final Map<Integer, Optional<Field>> locals = new HashMap<>();
  private final Map<Label, List<Optional<Field>>> stackAt = new HashMap<>();
  private Optional<Field> changed = NOTHING;

  HeldByStatic(CodeAttribute code) {
    code.exceptionHandlers().forEach(handler -> stackAt.put(handler.handler(), List.of(NOTHING)));
  }

  /** Empty for an abstract method. */
  static Optional<HeldByStatic> of(MethodModel method) {
    return method.findAttribute(Attributes.code()).map(HeldByStatic::new);
  }

  private static List<Hazard.Row> rows(String table) {
    return table.lines().map(Hazard.Row::parse).toList();
  }

  /** Goes one element on; returns the static field whose content it changes, if it does. */
  Optional<Field> follow(CodeElement element) {
    changed = NOTHING;
    switch (element) {
      case LabelTarget target -> arrive(target.label());
      case LoadInstruction load -> load(load);
      case StoreInstruction store -> locals.put(store.slot(), pop(words(store.typeKind())));
      case ArrayLoadInstruction load -> loadElement(load.typeKind());
      case ArrayStoreInstruction store -> storeElement(store.typeKind());
      case FieldInstruction field -> field(field);
      case InvokeInstruction invoke -> invoke(invoke);
      case InvokeDynamicInstruction call -> call(call.typeSymbol());
      case ConstantInstruction constant -> push(words(constant.typeKind()));
      case ConvertInstruction convert ->
          replace(words(convert.fromType()), words(convert.toType()));
      case OperatorInstruction operator -> operate(operator.opcode(), operator.typeKind());
      case StackInstruction shuffle -> shuffle(shuffle.opcode());
      case TypeCheckInstruction check -> check(check.opcode());
      case NewObjectInstruction made -> push(1);
      case NewPrimitiveArrayInstruction made -> replace(1, 1);
      case NewReferenceArrayInstruction made -> replace(1, 1);
      case NewMultiArrayInstruction made -> replace(made.dimensions(), 1);
      case MonitorInstruction monitor -> pop(1);
      case BranchInstruction branch -> branch(branch);
      case TableSwitchInstruction s -> choose(s.defaultTarget(), s.cases());
      case LookupSwitchInstruction s -> choose(s.defaultTarget(), s.cases());
      case ReturnInstruction end -> stack.clear();
      case ThrowInstruction end -> stack.clear();
      default -> {}
    }
    return changed;
  }

  private static int words(TypeKind kind) {
    return kind.slotSize();
  }

  private static int words(ClassDesc type) {
    return TypeKind.from(type).slotSize();
  }

  private void push(int words) {
    for (int i = 0; i < words; i++) {
      stack.add(NOTHING);
    }
  }

  /** Takes words off; returns what the lowest of them was. */
  private Optional<Field> pop(int words) {
    Optional<Field> lowest = NOTHING;
    for (int i = 0; i < words && !stack.isEmpty(); i++) {
      lowest = stack.removeLast();
    }
    return lowest;
  }

  private void replace(int popped, int pushed) {
    pop(popped);
    push(pushed);
  }

  private void arrive(Label label) {
    List<Optional<Field>> known = stackAt.get(label);
    if (known != null) {
      stack.clear();
      stack.addAll(known);
    }
  }

  private void load(LoadInstruction load) {
    if (load.typeKind() == TypeKind.REFERENCE) {
      stack.add(locals.getOrDefault(load.slot(), NOTHING));
    } else {
      push(words(load.typeKind()));
    }
  }

  /** A row of a held table is held too. */
  private void loadElement(TypeKind kind) {
    pop(1);
    Optional<Field> array = pop(1);
    pushOf(array, kind);
  }

  private void pushOf(Optional<Field> holder, TypeKind kind) {
    if (kind == TypeKind.REFERENCE) {
      stack.add(holder);
    } else {
      push(words(kind));
    }
  }

  private void storeElement(TypeKind kind) {
    pop(words(kind) + 1);
    changed = pop(1);
  }

  private void field(FieldInstruction field) {
    TypeKind kind = TypeKind.from(field.typeSymbol());
    switch (field.opcode()) {
      case GETSTATIC ->
          pushOf(
              Optional.of(new Field(field.owner().asSymbol(), field.name().stringValue())), kind);
      case GETFIELD -> pushOf(pop(1), kind);
      case PUTFIELD -> {
        pop(words(kind));
        changed = pop(1);
      }
      default -> pop(words(kind)); // of a static field: its declaration is the breach
    }
  }

  private void invoke(InvokeInstruction invoke) {
    MethodTypeDesc type = invoke.typeSymbol();
    String name = invoke.name().stringValue();
    Use use =
        new Use("", "", Use.Verb.CALLS, Bytecode.name(invoke.owner().asSymbol()), name + "()");
    List<Optional<Field>> arguments = popArguments(type);
    if (invoke.opcode() != Opcode.INVOKESTATIC) {
      Optional<Field> receiver = pop(1);
      changed = covers(CHANGES_RECEIVER, use) ? receiver : NOTHING;
    } else if (use.owner().equals("java.lang.System") && name.equals("arraycopy")) {
      changed = arguments.get(ARRAY_COPY_TARGET_WORD);
    } else if (covers(CHANGES_ARGUMENT, use)) {
      changed = arguments.getFirst();
    }
    push(words(type.returnType()));
  }

  private static boolean covers(List<Hazard.Row> rows, Use use) {
    return rows.stream().anyMatch(row -> row.covers(use));
  }

  private void call(MethodTypeDesc type) {
    popArguments(type);
    push(words(type.returnType()));
  }

  /** The words of the arguments, the first argument's first. */
  private List<Optional<Field>> popArguments(MethodTypeDesc type) {
    int words = type.parameterList().stream().mapToInt(HeldByStatic::words).sum();
    int from = Math.max(0, stack.size() - words);
    List<Optional<Field>> arguments = new ArrayList<>(stack.subList(from, stack.size()));
    pop(words);
    while (arguments.size() < words) {
      arguments.add(NOTHING);
    }
    return arguments;
  }

  private void operate(Opcode opcode, TypeKind kind) {
    switch (opcode) {
      case INEG, LNEG, FNEG, DNEG -> {}
      case ARRAYLENGTH -> replace(1, 1);
      case LCMP, DCMPL, DCMPG -> replace(4, 1);
      case FCMPL, FCMPG -> replace(2, 1);
      case LSHL, LSHR, LUSHR -> pop(1);
      default -> pop(words(kind));
    }
  }

  /** The stack instructions of JVMS 6.5: copy the top words and put them under some others. */
  private void shuffle(Opcode opcode) {
    switch (opcode) {
      case POP -> pop(1);
      case POP2 -> pop(2);
      case DUP -> copy(1, 0);
      case DUP_X1 -> copy(1, 1);
      case DUP_X2 -> copy(1, 2);
      case DUP2 -> copy(2, 0);
      case DUP2_X1 -> copy(2, 1);
      case DUP2_X2 -> copy(2, 2);
      case SWAP -> {
        copy(1, 1);
        pop(1);
      }
      default -> throw new IllegalStateException("no stack instruction: " + opcode);
    }
  }

  private void copy(int words, int below) {
    if (stack.size() >= words + below) {
      List<Optional<Field>> top = List.copyOf(stack.subList(stack.size() - words, stack.size()));
      stack.addAll(stack.size() - words - below, top);
    }
  }

  private void check(Opcode opcode) {
    if (opcode == Opcode.INSTANCEOF) {
      replace(1, 1);
    }
  }

  private void branch(BranchInstruction branch) {
    switch (branch.opcode()) {
      case GOTO, GOTO_W -> {}
      case IF_ICMPEQ, IF_ICMPNE, IF_ICMPLT, IF_ICMPGE, IF_ICMPGT, IF_ICMPLE, IF_ACMPEQ, IF_ACMPNE ->
          pop(2);
      default -> pop(1);
    }
    leaveTo(branch.target());
  }

  private void choose(Label otherwise, List<SwitchCase> cases) {
    pop(1);
    leaveTo(otherwise);
    cases.forEach(choice -> leaveTo(choice.target()));
  }

  private void leaveTo(Label target) {
    stackAt.putIfAbsent(target, List.copyOf(stack));
  }
}
