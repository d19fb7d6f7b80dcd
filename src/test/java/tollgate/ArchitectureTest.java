package tollgate;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void readsTheRooms() {
    assertThat(new ClassFileImporter().importPackages("tollgate")).isNotEmpty();
  }
}
