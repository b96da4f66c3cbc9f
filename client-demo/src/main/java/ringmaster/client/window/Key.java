package ringmaster.client.window;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything a person can press: keys by their place on a US keyboard, mouse buttons, and the
 * buttons and half axes of a gamepad. The names are those of the settings file and of scripts.
 */
public enum Key {
  SPACE(32),
  APOSTROPHE(39),
  COMMA(44),
  MINUS(45),
  PERIOD(46),
  SLASH(47),
  DIGIT_0(48),
  DIGIT_1(49),
  DIGIT_2(50),
  DIGIT_3(51),
  DIGIT_4(52),
  DIGIT_5(53),
  DIGIT_6(54),
  DIGIT_7(55),
  DIGIT_8(56),
  DIGIT_9(57),
  SEMICOLON(59),
  EQUAL(61),
  A(65),
  B(66),
  C(67),
  D(68),
  E(69),
  F(70),
  G(71),
  H(72),
  I(73),
  J(74),
  K(75),
  L(76),
  M(77),
  N(78),
  O(79),
  P(80),
  Q(81),
  R(82),
  S(83),
  T(84),
  U(85),
  V(86),
  W(87),
  X(88),
  Y(89),
  Z(90),
  LEFT_BRACKET(91),
  BACKSLASH(92),
  RIGHT_BRACKET(93),
  GRAVE(96),
  ESCAPE(256),
  ENTER(257),
  TAB(258),
  BACKSPACE(259),
  INSERT(260),
  DELETE(261),
  RIGHT(262),
  LEFT(263),
  DOWN(264),
  UP(265),
  PAGE_UP(266),
  PAGE_DOWN(267),
  HOME(268),
  END(269),
  CAPS_LOCK(280),
  SCROLL_LOCK(281),
  NUM_LOCK(282),
  PRINT_SCREEN(283),
  PAUSE(284),
  F1(290),
  F2(291),
  F3(292),
  F4(293),
  F5(294),
  F6(295),
  F7(296),
  F8(297),
  F9(298),
  F10(299),
  F11(300),
  F12(301),
  KEYPAD_0(320),
  KEYPAD_1(321),
  KEYPAD_2(322),
  KEYPAD_3(323),
  KEYPAD_4(324),
  KEYPAD_5(325),
  KEYPAD_6(326),
  KEYPAD_7(327),
  KEYPAD_8(328),
  KEYPAD_9(329),
  KEYPAD_DECIMAL(330),
  KEYPAD_DIVIDE(331),
  KEYPAD_MULTIPLY(332),
  KEYPAD_SUBTRACT(333),
  KEYPAD_ADD(334),
  KEYPAD_ENTER(335),
  LEFT_SHIFT(340),
  LEFT_CONTROL(341),
  LEFT_ALT(342),
  LEFT_SUPER(343),
  RIGHT_SHIFT(344),
  RIGHT_CONTROL(345),
  RIGHT_ALT(346),
  RIGHT_SUPER(347),
  MENU(348),

  /** The left button. */
  MOUSE_1(Key.MOUSE),
  /** The right button. */
  MOUSE_2(Key.MOUSE + 1),
  /** The wheel, pressed. */
  MOUSE_3(Key.MOUSE + 2),
  MOUSE_4(Key.MOUSE + 3),
  MOUSE_5(Key.MOUSE + 4),

  PAD_A(Key.PAD),
  PAD_B(Key.PAD + 1),
  PAD_X(Key.PAD + 2),
  PAD_Y(Key.PAD + 3),
  PAD_LEFT_BUMPER(Key.PAD + 4),
  PAD_RIGHT_BUMPER(Key.PAD + 5),
  PAD_BACK(Key.PAD + 6),
  PAD_START(Key.PAD + 7),
  PAD_GUIDE(Key.PAD + 8),
  PAD_LEFT_THUMB(Key.PAD + 9),
  PAD_RIGHT_THUMB(Key.PAD + 10),
  PAD_UP(Key.PAD + 11),
  PAD_RIGHT(Key.PAD + 12),
  PAD_DOWN(Key.PAD + 13),
  PAD_LEFT(Key.PAD + 14),
  /** Pulled by more than half. */
  PAD_LEFT_TRIGGER(Key.PAD + 15),
  /** Pulled by more than half. */
  PAD_RIGHT_TRIGGER(Key.PAD + 16);

  /** Codes of mouse buttons start here. */
  static final int MOUSE = 1000;

  /** Codes of gamepad buttons start here. */
  static final int PAD = 2000;

  private static final Map<Integer, Key> BY_CODE = new HashMap<>();
  private static final Map<String, Key> BY_NAME = new HashMap<>();

  static {
    for (Key key : values()) {
      BY_CODE.put(key.code, key);
      BY_NAME.put(key.name(), key);
    }
  }

  private final int code;

  Key(int code) {
    this.code = code;
  }

  /** GLFW's number of a key; {@link #MOUSE} or {@link #PAD} and GLFW's number of a button. */
  int code() {
    return code;
  }

  static @Nullable Key ofCode(int code) {
    return BY_CODE.get(code);
  }

  /**
   * The key of a name, in any case; a digit alone is that digit's key. Null if there is none of
   * that name.
   */
  public static @Nullable Key named(String name) {
    String upper = name.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    boolean digit = upper.length() == 1 && upper.charAt(0) >= '0' && upper.charAt(0) <= '9';
    return BY_NAME.get(digit ? "DIGIT_" + upper : upper);
  }

  /** As shown to a person, for example {@code Left Shift}. */
  public String label() {
    String plain = name().startsWith("DIGIT_") ? name().substring(6) : name();
    StringBuilder label = new StringBuilder();
    for (String word : plain.split("_", -1)) {
      label.append(label.isEmpty() ? "" : " ").append(word.charAt(0));
      label.append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return label.toString();
  }

  public boolean isMouse() {
    return code >= MOUSE && code < PAD;
  }
}
