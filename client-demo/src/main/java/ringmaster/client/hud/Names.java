package ringmaster.client.hud;

import ringmaster.client.settings.Settings;
import ringmaster.client.widget.Clipboard;
import ringmaster.client.widget.TextEdit;
import ringmaster.client.widget.TextField;
import ringmaster.shared.protocol.Limits;

/** The field for a player's name: on the start page and in the settings. */
final class Names {
  private Names() {}

  static TextField field(
      String id, Settings settings, Clipboard clipboard, Runnable settingsChanged) {
    TextEdit edit = new TextEdit(Limits.MAX_NAME_CODE_POINTS, Limits.MAX_NAME_BYTES);
    TextField field =
        new TextField(id, "Player", edit, clipboard)
            .onChange(text -> {
              settings.name = text.strip();
              settingsChanged.run();
            });
    field.set(settings.name);
    return field;
  }
}
