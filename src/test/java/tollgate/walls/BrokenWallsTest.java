package tollgate.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every wall can fall: each has a package of its own under {@code brokenwalls}, a small house with
 * that one wall broken, and each class there whose name begins with {@code Hole} must be complained
 * of. The others there are its honest neighbours, and must not be.
 */
class BrokenWallsTest {

  @ParameterizedTest
  @EnumSource
  void falls(Wall wall) {
    var ruin = ruinOf(wall);

    var complaints = wall.rule().evaluate(ruin).getFailureReport().toString();

    assertThat(ruin).as("a broken house for %s", wall).isNotEmpty();
    ruin.stream()
        .filter(BrokenWallsTest::isHole)
        .forEach(hole -> assertThat(complaints).contains(hole.getName()));
    ruin.stream()
        .filter(type -> type.getSimpleName().startsWith("Sound"))
        .forEach(sound -> assertThat(complaints).doesNotContain(sound.getName()));
    assertThat(ruin.stream().filter(BrokenWallsTest::isHole)).isNotEmpty();
  }

  private static boolean isHole(JavaClass type) {
    return type.isTopLevelClass() && type.getSimpleName().startsWith("Hole");
  }

  private static JavaClasses ruinOf(Wall wall) {
    var name = wall.name().toLowerCase(Locale.ROOT).replace("_", "");
    return new ClassFileImporter().importPackages("brokenwalls." + name);
  }
}
