package ringmaster.server.bench.codec;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.MatchSettings;

/**
 * Writes what contenders are given into a file, so that any other codec can be measured on the same
 * data: see {@code docs/codec.md} for its form.
 */
final class Dump implements Audience.Visitor, AutoCloseable {
  private static final int VERSION = 1;
  private static final int NOBODY = 255;
  private static final int NO_BASELINE = -1;

  private final OutputStream out;
  private final ByteBuffer number =
      ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);

  private Dump(OutputStream out) {
    this.out = out;
  }

  static void write(Path file, Audience audience) throws IOException {
    try (Dump dump = new Dump(new BufferedOutputStream(Files.newOutputStream(file)))) {
      dump.head(audience);
      audience.trace().frames().forEach(dump::frame);
      audience.play(dump);
    } catch (UncheckedIOException e) {
      throw new IOException("cannot write " + file, e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private void head(Audience audience) {
    Trace trace = audience.trace();
    put("RMCT".getBytes(StandardCharsets.US_ASCII));
    i32(VERSION);
    i32(trace.settings().rate().hz());
    i32(audience.conditions().hz());
    i32(audience.conditions().rttMillis());
    i32(audience.conditions().lossPercent());
    i32(trace.schema().capacity());
    i32(trace.schema().types().size());
    trace.schema().types().forEach(this::type);
    i32(audience.viewers());
    for (int i = 0; i < audience.viewers(); i++) {
      u8(audience.seat(i));
    }
    i32(trace.frames().size());
  }

  private void type(EntityType type) {
    text(type.name());
    i32(type.fields().size());
    for (EntityField field : type.fields()) {
      text(field.name());
      text(field.unit());
      i32(field.steps());
      i32(Float.floatToIntBits(field.min()));
      i32(Float.floatToIntBits(field.quantum()));
      u8(field.visibility().ordinal());
    }
  }

  private void frame(EntityFrame frame) {
    EntitySchema schema = frame.schema();
    i32(frame.tick());
    int present = 0;
    for (int slot = 0; slot < frame.capacity(); slot++) {
      present += frame.present(slot) ? 1 : 0;
    }
    i32(present);
    for (int slot = 0; slot < frame.capacity(); slot++) {
      if (frame.present(slot)) {
        u16(slot);
        u8(frame.type(slot));
        u8(frame.generation(slot));
        u8(owner(frame, slot));
        for (int field = 0; field < schema.types().get(frame.type(slot)).fields().size(); field++) {
          i32(frame.quantized(slot, field));
        }
      }
    }
  }

  /** The seat that may see all of it; NOBODY where none does. */
  private static int owner(EntityFrame frame, int slot) {
    for (int seat = 0; seat < MatchSettings.MAX_PLAYERS; seat++) {
      if (frame.access(slot, seat) == EntityFrame.ACCESS_LEVELS - 1) {
        return seat;
      }
    }
    return NOBODY;
  }

  @Override
  public void snapshot(int viewer, Sight now, Sight baseline, boolean arrives) {
    u8(viewer);
    i32(now.tick());
    i32(baseline.count() == 0 ? NO_BASELINE : baseline.tick());
    u8(arrives ? 1 : 0);
    u16(now.count());
    for (int i = 0; i < now.count(); i++) {
      u16(now.slot(i));
    }
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    u8(bytes.length);
    put(bytes);
  }

  private void u8(int value) {
    try {
      out.write(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void u16(int value) {
    u8(value);
    u8(value >>> 8);
  }

  private void i32(int value) {
    put(number.putInt(0, value).array());
  }

  private void put(byte[] bytes) {
    try {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
