package ringmaster.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import jdk.jfr.FlightRecorder;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * Names what allocates, and the author's line that does. The JVM's recorder writes down only what
 * is made in a new piece of the heap; each thread has a piece of its own, and a collection takes it
 * away. So a collection just before a call lets the call's first object be written down.
 */
final class AllocationSite {
  private static final List<String> EVENTS =
      List.of("jdk.ObjectAllocationInNewTLAB", "jdk.ObjectAllocationOutsideTLAB");

  private final OwnCode ownCode;

  /** The class whose calls are looked into: what stands above it in a trace is the game's. */
  private final String caller;

  AllocationSite(OwnCode ownCode, Class<?> caller) {
    this.ownCode = ownCode;
    this.caller = caller.getName();
  }

  /**
   * What this thread made first, as the end of a sentence: {@code ": int[] at tag.Tag.drive(...)"}.
   * Empty where the JVM cannot tell.
   *
   * @param collectAndCall collects garbage and calls the game, with nothing made between the two;
   *     returns whether the game allocated
   * @param tries at most
   */
  String find(BooleanSupplier collectAndCall, int tries) {
    if (!FlightRecorder.isAvailable()) {
      return "";
    }
    try (jdk.jfr.Recording recording = new jdk.jfr.Recording()) {
      EVENTS.forEach(event -> recording.enable(event).withStackTrace());
      recording.start();
      for (int i = 0; i < tries && !collectAndCall.getAsBoolean(); i++) {}
      recording.stop();
      return read(recording);
    } catch (IOException e) {
      throw new UncheckedIOException("the JVM's recorder cannot write", e);
    }
  }

  private String read(jdk.jfr.Recording recording) throws IOException {
    Path file = Files.createTempFile("allocations", ".jfr");
    try {
      recording.dump(file);
      return RecordingFile.readAllEvents(file).stream()
          .filter(AllocationSite::isOfThisThread)
          .flatMap(event -> describe(event).stream())
          .findFirst()
          .orElse("");
    } finally {
      Files.delete(file);
    }
  }

  private static boolean isOfThisThread(RecordedEvent event) {
    RecordedThread thread = event.hasField("eventThread") ? event.getValue("eventThread") : null;
    return thread != null && thread.getJavaThreadId() == Thread.currentThread().threadId();
  }

  private Optional<String> describe(RecordedEvent event) {
    RecordedStackTrace trace = event.getStackTrace();
    if (trace == null || trace.getFrames().stream().noneMatch(this::isCaller)) {
      return Optional.empty();
    }
    StackTraceElement[] ofGame =
        trace.getFrames().stream()
            .takeWhile(frame -> !isCaller(frame))
            .map(AllocationSite::element)
            .toArray(StackTraceElement[]::new);
    if (Stream.of(ofGame).anyMatch(AllocationSite::isOwn)) {
      return Optional.empty(); // somebody else collected, while the recorder was being set up
    }
    String type = name(event.getClass("objectClass").getName());
    return Optional.of(": " + type + ownCode.at(ofGame));
  }

  private boolean isCaller(RecordedFrame frame) {
    return className(frame).equals(caller);
  }

  private static boolean isOwn(StackTraceElement frame) {
    return frame.getClassName().equals(AllocationSite.class.getName());
  }

  private static String className(RecordedFrame frame) {
    return frame.getMethod().getType().getName();
  }

  /** The recorder does not know the file; it is that of the outermost class. */
  private static StackTraceElement element(RecordedFrame frame) {
    String outermost = className(frame).replaceFirst("\\$.*", "").replaceFirst(".*\\.", "");
    return new StackTraceElement(
        className(frame), frame.getMethod().getName(), outermost + ".java", frame.getLineNumber());
  }

  private static String name(String type) {
    return type.startsWith("[")
        ? ClassDesc.ofDescriptor(type.replace('.', '/')).displayName()
        : type;
  }
}
