package ringmaster.shared.snapshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.math.Rng;

class ModelFileTest {
  private final ModelLayout layout = ModelLayout.specific(schema(0.01f));

  private static EntitySchema schema(float quantum) {
    List<EntityField> fields = List.of(new EntityField("x", "m", -100, 100, quantum));
    EntityType type = new EntityType("thing", fields, EntityType.Shape.CIRCLE, 1, 0);
    return new EntitySchema(List.of(type), 10);
  }

  private CodecModel trained(long seed) {
    CodecTally tally = new CodecTally(layout);
    Rng rng = new Rng(seed);
    for (int i = 0; i < 100_000; i++) {
      int table = rng.nextInt(layout.tables());
      tally.count(table, rng.nextInt(1 + rng.nextInt(layout.symbols(table))));
    }
    return tally.model();
  }

  @Test
  void whatWasWrittenIsRead() {
    CodecModel model = trained(1);
    byte[] file = ModelFile.write(layout, model);
    CodecModel read = ModelFile.read(file, layout);
    assertNotNull(read);
    assertArrayEquals(model.frequencies(), read.frequencies());
    assertArrayEquals(file, ModelFile.write(layout, read));
  }

  @Test
  void theNameIsThatOfTheContent() {
    int name = read(ModelFile.write(layout, trained(1))).name();
    assertEquals(name, read(ModelFile.write(layout, trained(1))).name());
    assertNotEquals(name, read(ModelFile.write(layout, trained(2))).name());
  }

  private CodecModel read(byte[] file) {
    CodecModel model = ModelFile.read(file, layout);
    assertNotNull(model);
    return model;
  }

  @Test
  void aModelForAnotherSchemaIsNone() {
    byte[] file = ModelFile.write(layout, trained(1));
    assertNull(ModelFile.read(file, ModelLayout.specific(schema(0.02f))));
    assertNull(ModelFile.read(file, ModelLayout.general(schema(0.01f))));
  }

  @Test
  void damagedFilesAreNone() {
    byte[] file = ModelFile.write(layout, trained(1));
    for (int at = 0; at < file.length; at += 7) {
      byte[] damaged = file.clone();
      damaged[at] ^= 0x10;
      assertNull(ModelFile.read(damaged, layout), "byte " + at);
      assertNull(ModelFile.read(Arrays.copyOf(file, at), layout), "length " + at);
    }
    assertNull(ModelFile.read(Arrays.copyOf(file, file.length + 1), layout));
  }

  @Test
  void theGeneralLayoutIsTheSameForAnySchema() {
    ModelLayout one = ModelLayout.general(schema(0.01f));
    ModelLayout other =
        ModelLayout.general(
            new EntitySchema(
                List.of(
                    new EntityType(
                        "score",
                        List.of(EntityField.count("points", 0, 9)),
                        EntityType.Shape.NONE,
                        0,
                        0)),
                3));
    assertEquals(one.key(), other.key());
    assertEquals(one.tables(), other.tables());
    for (int table = 0; table < one.tables(); table++) {
      assertEquals(one.symbols(table), other.symbols(table));
    }
  }
}
