package ringmaster.testkit;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.math.Rng;
import ringmaster.shared.physics.Workers;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.snapshot.EventSink;
import ringmaster.shared.snapshot.FrameRing;
import ringmaster.shared.snapshot.InterestSet;
import ringmaster.shared.snapshot.SnapshotDecoder;
import ringmaster.shared.snapshot.SnapshotEncoder;
import ringmaster.shared.snapshot.SnapshotHeader;
import ringmaster.shared.wire.BitReader;

/** The law that private fields are sent to those whom they concern, and to nobody else. */
final class Secrecy {
  private final Trial trial;
  private final Run run;

  /** Types with private fields of which there was an entity, and of which one had an owner. */
  private final Set<String> seenTypes = new LinkedHashSet<>();

  private final Set<String> ownedTypes = new LinkedHashSet<>();

  private Secrecy(Trial trial) {
    this.trial = trial;
    run = trial.newRun();
  }

  static void isKept(Trial trial) {
    Secrecy secrecy = new Secrecy(trial);
    if (secrecy.run.schema.hasPrivateFields()) {
      secrecy.check();
    }
  }

  private void check() {
    List<Eyes> eyes = List.of(new Eyes(0), new Eyes(run.seats() - 1), new Eyes(EntityFrame.NOBODY));
    while (run.ticks() < trial.ticks()) {
      trial.recording().step(run, Workers.ALONE);
      EntityFrame frame = run.capture();
      noteOwners(frame);
      eyes.forEach(viewer -> viewer.look(frame));
    }
    seenTypes.removeAll(ownedTypes);
    if (!seenTypes.isEmpty()) {
      throw trial.breach(
          "nobody can ever know the private fields of "
              + seenTypes
              + ", since capture owns none of them to a seat (EntityFrame.own)");
    }
  }

  private void noteOwners(EntityFrame frame) {
    for (int slot = 0; slot < frame.capacity(); slot++) {
      if (frame.present(slot) && hasPrivateFields(type(frame, slot))) {
        seenTypes.add(type(frame, slot).name());
        if (isOwned(frame, slot)) {
          ownedTypes.add(type(frame, slot).name());
        }
      }
    }
  }

  private boolean isOwned(EntityFrame frame, int slot) {
    boolean owned = false;
    for (int seat = 0; seat < run.seats(); seat++) {
      owned |= frame.access(slot, seat) == EntityFrame.ACCESS_LEVELS - 1;
    }
    return owned;
  }

  private static boolean hasPrivateFields(EntityType type) {
    return type.fields().stream().anyMatch(field -> !mayKnow(field, 0));
  }

  private static boolean mayKnow(EntityField field, int access) {
    return field.visibility().ordinal() <= access;
  }

  private static EntityType type(EntityFrame frame, int slot) {
    return frame.schema().types().get(frame.type(slot));
  }

  /** One viewer, of the match and of one that differs only in what it may not know. */
  private final class Eyes {
    private final int seat;
    private final Rng rng = new Rng(trial.seed());
    private final EntityFrame other = new EntityFrame(run.schema);
    private final FrameRing frames = new FrameRing(run.schema);
    private final FrameRing otherFrames = new FrameRing(run.schema);
    private final SnapshotEncoder encoder;
    private final SnapshotEncoder otherEncoder;
    private final SnapshotDecoder decoder;
    private final SnapshotHeader header = new SnapshotHeader();
    private final InterestSet interest = new InterestSet();

    Eyes(int seat) {
      this.seat = seat;
      encoder = new SnapshotEncoder(run.codec, seat);
      otherEncoder = new SnapshotEncoder(run.codec, seat);
      decoder = new SnapshotDecoder(run.codec, seat);
    }

    void look(EntityFrame frame) {
      other.copyFrom(frame);
      forEachSecret(
          frame,
          (slot, field) ->
              other.setQuantized(slot, field, rng.nextInt(field(frame, slot, field).steps() + 1)));
      byte[] sent = encode(encoder, frames, frame);
      if (!Arrays.equals(sent, encode(otherEncoder, otherFrames, other))) {
        throw breach(frame, "what it may not know makes a difference to its bytes");
      }
      if (rng.nextBoolean(0.7f)) {
        receive(sent, frame);
      }
    }

    private byte[] encode(SnapshotEncoder by, FrameRing ring, EntityFrame frame) {
      ring.begin(frame.tick()).copyFrom(frame);
      ring.commit(frame.tick());
      byte[] bytes = new byte[Limits.MAX_DATAGRAM_BYTES];
      interest.setAll(frame, by);
      return Arrays.copyOf(bytes, by.encode(ring, header, interest, bytes, 0, bytes.length));
    }

    private void receive(byte[] sent, EntityFrame frame) {
      BitReader in = new BitReader().wrap(sent, 0, sent.length);
      header.read(in, frame.tick());
      if (decoder.decode(header, in, EventSink.NONE) != SnapshotDecoder.Outcome.TAKEN) {
        throw breach(frame, "its snapshot does not come out as it went in");
      }
      encoder.acknowledge(frame.tick());
      otherEncoder.acknowledge(frame.tick());
      if (header.complete) {
        forEachSecret(frame, (slot, field) -> requireHidden(frame, slot, field));
      }
    }

    private void requireHidden(EntityFrame frame, int slot, int field) {
      if (decoder.newest().quantized(slot, field) != 0) {
        throw breach(
            frame, "it holds " + type(frame, slot).name() + "." + field(frame, slot, field).name());
      }
    }

    private void forEachSecret(EntityFrame frame, SlotAndField visitor) {
      for (int slot = 0; slot < frame.capacity(); slot++) {
        int fields = frame.present(slot) ? type(frame, slot).fields().size() : 0;
        for (int field = 0; field < fields; field++) {
          if (!mayKnow(field(frame, slot, field), frame.access(slot, seat))) {
            visitor.visit(slot, field);
          }
        }
      }
    }

    private static EntityField field(EntityFrame frame, int slot, int field) {
      return type(frame, slot).fields().get(field);
    }

    private AssertionError breach(EntityFrame frame, String how) {
      return trial.breach(
          "after tick " + frame.tick() + ", for a viewer of seat " + seat + ", " + how);
    }
  }

  private interface SlotAndField {
    void visit(int slot, int field);
  }
}
