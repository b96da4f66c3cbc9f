package ringmaster.shared.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringmaster.shared.protocol.ControlMessage.FromClient;
import ringmaster.shared.protocol.ControlMessage.FromServer;
import ringmaster.shared.protocol.ControlMessage.Goodbye;
import ringmaster.shared.protocol.ControlMessage.Malformed;
import ringmaster.shared.protocol.ControlMessage.Say;

final class ControlCodecTest {
  static List<FromClient> fromClient() {
    return ControlMessages.FROM_CLIENT;
  }

  static List<FromServer> fromServer() {
    return ControlMessages.FROM_SERVER;
  }

  private static byte[] encode(ControlMessage message) {
    ByteBuffer out = ByteBuffer.allocate(Limits.MAX_CONTROL_MESSAGE_BYTES);
    ControlCodec.encode(message, out);
    return Arrays.copyOf(out.array(), out.position());
  }

  private static FromClient decodeFromClient(byte... bytes) {
    return ControlCodec.decodeFromClient(ByteBuffer.wrap(bytes));
  }

  private static FromServer decodeFromServer(byte... bytes) {
    return ControlCodec.decodeFromServer(ByteBuffer.wrap(bytes));
  }

  @ParameterizedTest
  @MethodSource("fromClient")
  void whatAClientSaysArrivesUnchanged(FromClient message) {
    assertEquals(message, decodeFromClient(encode(message)));
  }

  @ParameterizedTest
  @MethodSource("fromServer")
  void whatAServerSaysArrivesUnchanged(FromServer message) {
    assertEquals(message, decodeFromServer(encode(message)));
  }

  @Test
  void everyKindOfMessageIsTried() {
    Set<Class<?>> tried = new HashSet<>();
    fromClient().forEach(message -> tried.add(message.getClass()));
    fromServer().forEach(message -> tried.add(message.getClass()));
    tried.add(Malformed.class);
    assertEquals(kindsOf(ControlMessage.class), tried);
  }

  private static Set<Class<?>> kindsOf(Class<?> type) {
    Class<?>[] permitted = type.getPermittedSubclasses();
    if (permitted == null) {
      return Set.of(type);
    }
    Set<Class<?>> kinds = new HashSet<>();
    Stream.of(permitted).forEach(each -> kinds.addAll(kindsOf(each)));
    return kinds;
  }

  @ParameterizedTest
  @MethodSource("fromClient")
  void aByteLessOrMoreIsMalformed(FromClient message) {
    byte[] bytes = encode(message);
    for (int length = 0; length < bytes.length; length++) {
      assertEquals(new Malformed(), decodeFromClient(Arrays.copyOf(bytes, length)));
    }
    assertEquals(new Malformed(), decodeFromClient(Arrays.copyOf(bytes, bytes.length + 1)));
  }

  @ParameterizedTest
  @MethodSource("fromServer")
  void aByteLessOrMoreFromAServerIsMalformed(FromServer message) {
    byte[] bytes = encode(message);
    for (int length = 0; length < bytes.length; length++) {
      assertEquals(new Malformed(), decodeFromServer(Arrays.copyOf(bytes, length)));
    }
    assertEquals(new Malformed(), decodeFromServer(Arrays.copyOf(bytes, bytes.length + 1)));
  }

  @Test
  void neitherSideHearsItsOwnKind() {
    for (FromServer message : fromServer()) {
      if (!(message instanceof FromClient)) {
        assertEquals(new Malformed(), decodeFromClient(encode(message)));
      }
    }
    for (FromClient message : fromClient()) {
      if (!(message instanceof FromServer)) {
        assertEquals(new Malformed(), decodeFromServer(encode(message)));
      }
    }
  }

  @Test
  void textAboveItsLimitIsMalformed() {
    byte[] bytes = encode(new Say("x".repeat(Limits.MAX_CHAT_BYTES + 1)));
    assertEquals(new Malformed(), decodeFromClient(bytes));
  }

  @Test
  void textThatIsNotUtf8IsMalformed() {
    assertEquals(new Malformed(), decodeFromClient((byte) 3, (byte) 1, (byte) 0, (byte) 0xFF));
  }

  @Test
  void helloOfAnotherProgramIsMalformed() {
    byte[] bytes = encode(fromClient().getFirst());
    bytes[1] ^= 1;
    assertEquals(new Malformed(), decodeFromClient(bytes));
  }

  @Test
  void askOfAnotherProgramIsMalformed() {
    byte[] bytes = encode(new ControlMessage.Ask(2));
    bytes[1] ^= 1;
    assertEquals(new Malformed(), decodeFromClient(bytes));
  }

  /** What programs of all versions understand: these bytes may not change. */
  @Test
  void askingLooksTheSameInAllVersions() {
    assertArrayEquals(HexFormat.of().parseHex("06314d47520300"), encode(new ControlMessage.Ask(3)));
    assertArrayEquals(
        HexFormat.of()
            .parseHex(
                "4903004f6e650300080706050403020102000105000000" + "01006d01006e" + "02030801"),
        encode(
            new ControlMessage.Info(
                "One",
                3,
                0x0102030405060708L,
                2,
                List.of(new ControlMessage.MatchInfo(5, "m", "n", 2, 3, 8, true)))));
  }

  @Test
  void offerOfAnImpossibleMatchIsMalformed() {
    byte[] bytes = encode(fromServer().get(2));
    int tickRate = 1 + 4 + 2 + "ctf".length() + 2 + "harbour".length() + 1;
    bytes[tickRate] = 61;
    assertEquals(new Malformed(), decodeFromServer(bytes));
  }

  @Test
  void reasonUnknownToThisVersionReadsAsALostConnection() {
    assertEquals(
        new Goodbye(DisconnectReason.CONNECTION_LOST), decodeFromServer((byte) 72, (byte) 200));
  }

  @Test
  void longestMessageFitsItsLimit() {
    assertTrue(encode(ControlMessages.fullRoster()).length <= Limits.MAX_CONTROL_MESSAGE_BYTES);
    assertTrue(encode(ControlMessages.fullInfo()).length <= Limits.MAX_CONTROL_MESSAGE_BYTES);
  }

  @Test
  void decodingLeavesTheBufferAsItWas() {
    byte[] bytes = encode(new Say("hello"));
    ByteBuffer in = ByteBuffer.allocate(100).put(10, bytes).position(10).limit(10 + bytes.length);
    assertEquals(new Say("hello"), ControlCodec.decodeFromClient(in));
    assertEquals(10, in.position());
    assertEquals(10 + bytes.length, in.limit());
  }

  @Test
  void encodingWritesAtThePositionAndMovesIt() {
    ByteBuffer out = ByteBuffer.allocate(100).position(10);
    ControlCodec.encode(new Say("hello"), out);
    byte[] bytes = encode(new Say("hello"));
    assertEquals(10 + bytes.length, out.position());
    assertArrayEquals(bytes, Arrays.copyOfRange(out.array(), 10, out.position()));
  }

  @Test
  void whatDoesNotFitOverflows() {
    ByteBuffer small = ByteBuffer.allocate(4);
    assertThrows(BufferOverflowException.class, () -> ControlCodec.encode(new Say("hello"), small));
  }

  @Test
  void malformedIsNeverSent() {
    assertThrows(IllegalArgumentException.class, () -> encode(new Malformed()));
  }
}
