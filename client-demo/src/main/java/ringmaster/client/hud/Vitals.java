package ringmaster.client.hud;

import ringmaster.client.widget.Bar;
import ringmaster.client.widget.Canvas;
import ringmaster.client.widget.Flow;
import ringmaster.client.widget.Icon;
import ringmaster.client.widget.Label;
import ringmaster.client.widget.Palette;
import ringmaster.client.widget.Stack;
import ringmaster.client.widget.TextStyle;
import ringmaster.client.widget.Widget;

/** The player's health, and what is ready to be used. */
final class Vitals {
  private static final float HEALTH_WIDTH = 1_000; // as wide as there is room

  /** The gauge of what a charge makes stronger. */
  private static final String CHARGEABLE = "rail";

  private final Figures percents = new Figures("");
  private final Bar health = new Bar("health", 14, Palette.TEXT);
  private final Label number =
      new Label("health-number", TextStyle.HEADING, Palette.TEXT).aligned(1);
  private final Flow gauges = Flow.row("gauges", 12);
  private final Flow healthRow =
      Flow.row("health-row", 10)
          .add(new Picture("health-icon", Icon.SHIELD), 20)
          .addGrowing(new Stack("health-place").add(health, 0, 0.5f, HEALTH_WIDTH, 0), 1)
          .add(number, 44);
  private final Flow column =
      Flow.column("vitals", 6).padded(10).on(Palette.GLASS, 10).add(healthRow).add(gauges);
  private final Picture charged = new Picture("charged", Icon.CHARGED);
  private Bar[] bars = new Bar[0];

  Flow widget() {
    return column;
  }

  void update(HudState state) {
    boolean anything = state.hasHealth || !state.gauges.isEmpty();
    column.setVisible(
        anything && state.inMatch && state.alive && !state.spectating && !state.results());
    healthRow.setVisible(state.hasHealth);
    charged.setVisible(state.charged);
    boolean low = state.health < LowHealth.LOW;
    health.set(state.health, low ? Palette.DANGER : Palette.TEXT);
    number.set(percents.of((int) Math.ceil(state.health * 100)));
    number.colour(low ? Palette.DANGER : Palette.TEXT);
    if (bars.length != state.gauges.size()) {
      buildGauges(state);
    }
    for (int i = 0; i < bars.length; i++) {
      float value = state.gauges.get(i).value;
      bars[i].set(value, value >= 1 ? Palette.ACCENT : Palette.TEXT_FAINT);
    }
  }

  private void buildGauges(HudState state) {
    gauges.clear();
    bars = new Bar[state.gauges.size()];
    for (int i = 0; i < bars.length; i++) {
      String name = state.gauges.get(i).name;
      bars[i] = new Bar("gauge-" + name, 6, Palette.ACCENT);
      Flow row =
          Flow.row("gauge-row-" + name, 6)
              .add(new Picture("gauge-icon-" + name, iconOf(name)), 18)
              .addGrowing(
                  Flow.column("gauge-column-" + name, 3)
                      .add(new Label("gauge-name-" + name, name, TextStyle.SMALL, Palette.TEXT))
                      .add(bars[i]),
                  1);
      gauges.addGrowing(name.equals(CHARGEABLE) ? row.add(charged, 18) : row, 1);
    }
  }

  private static Icon iconOf(String gauge) {
    return switch (gauge) {
      case "rail" -> Icon.RAIL;
      case "rocket" -> Icon.ROCKET;
      case "shield" -> Icon.SHIELD;
      case "shove" -> Icon.SHOVE;
      default -> Icon.BOOST;
    };
  }

  /** An icon to look at. */
  private static final class Picture extends Widget {
    private final Icon icon;

    Picture(String id, Icon icon) {
      super(id);
      this.icon = icon;
    }

    @Override
    public float preferredWidth(Canvas canvas) {
      return 18;
    }

    @Override
    public float preferredHeight(Canvas canvas, float forWidth) {
      return 18;
    }

    @Override
    protected void paint(Canvas canvas, long nowNanos) {
      canvas.icon(
          icon, centreX(), centreY(), 18, icon == Icon.CHARGED ? Palette.WARNING : Palette.TEXT);
    }
  }
}
