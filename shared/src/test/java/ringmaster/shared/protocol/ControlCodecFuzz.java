package ringmaster.shared.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.protocol.ControlMessage.Malformed;

/**
 * Noise and mutated messages for both decoders. Neither may throw, and what one accepts must come
 * back the same after a second journey.
 */
final class ControlCodecFuzz {
  private static final int ROUNDS = 100_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whateverAClientSendsIsAMessageOrMalformed(long seed) {
    fuzz(seed, ControlMessages.FROM_CLIENT, ControlCodec::decodeFromClient);
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void whateverAServerSendsIsAMessageOrMalformed(long seed) {
    fuzz(seed, ControlMessages.FROM_SERVER, ControlCodec::decodeFromServer);
  }

  private static void fuzz(
      long seed,
      List<? extends ControlMessage> messages,
      Function<ByteBuffer, ? extends ControlMessage> decoder) {
    Random random = new Random(seed);
    List<byte[]> models = new ArrayList<>();
    messages.forEach(message -> models.add(encode(message)));
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = round % 4 == 0 ? noise(random) : mutation(random, models);
      try {
        check(bytes, decoder);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError(
            "seed " + seed + " round " + round + " bytes " + Arrays.toString(bytes), e);
      }
    }
  }

  private static void check(byte[] bytes, Function<ByteBuffer, ? extends ControlMessage> decoder) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    ControlMessage message = decoder.apply(in);
    assertEquals(bytes.length, in.remaining(), "the buffer is left as it was");
    if (!(message instanceof Malformed)) {
      assertEquals(message, decoder.apply(ByteBuffer.wrap(encode(message))));
    }
  }

  private static byte[] encode(ControlMessage message) {
    ByteBuffer out = ByteBuffer.allocate(2 * Limits.MAX_CONTROL_MESSAGE_BYTES);
    ControlCodec.encode(message, out);
    return Arrays.copyOf(out.array(), out.position());
  }

  /** Any bytes, mostly behind a type that exists. */
  private static byte[] noise(Random random) {
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    if (bytes.length > 0 && random.nextInt(4) > 0) {
      bytes[0] = (byte) (random.nextBoolean() ? 1 + random.nextInt(7) : 64 + random.nextInt(12));
    }
    return bytes;
  }

  private static byte[] mutation(Random random, List<byte[]> models) {
    byte[] bytes = models.get(random.nextInt(models.size())).clone();
    for (int edits = 1 + random.nextInt(3); edits > 0 && bytes.length > 0; edits--) {
      bytes = edit(random, bytes);
    }
    return bytes;
  }

  private static byte[] edit(Random random, byte[] bytes) {
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(4)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) random.nextInt();
      case 2 -> {
        return Arrays.copyOf(bytes, at);
      }
      default -> {
        return Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(8));
      }
    }
    return bytes;
  }
}
