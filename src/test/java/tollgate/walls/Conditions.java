package tollgate.walls;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the walls ask of classes and methods, where the library has no words for it. */
final class Conditions {

  private static final Set<String> FRACTIONS =
      Set.of("double", "float", Double.class.getName(), Float.class.getName());

  private Conditions() {}

  static ArchCondition<JavaClass> knowOnlyTheRoomsTheyMay() {
    return condition(
        "know only the rooms they may",
        (type, complain) ->
            Room.of(type)
                .ifPresent(room ->
                    type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> !mayHave(room, dependency))
                        .map(Dependency::getDescription)
                        .forEach(complain)));
  }

  private static boolean mayHave(Room room, Dependency dependency) {
    var other = dependency.getTargetClass().getBaseComponentType();
    if (!Room.isOurs(other)) {
      return true;
    }
    return Room.of(other).map(room::mayKnow).orElse(false);
  }

  static ArchCondition<JavaClass> liveInARoom() {
    return condition(
        "live in a room",
        (type, complain) -> {
          if (!Room.isTop(type) && Room.of(type).isEmpty()) {
            complain.accept(type.getName() + " is in a package that is no room");
          }
        });
  }

  static ArchCondition<JavaClass> haveNoFractions() {
    return condition(
        "have no fractions",
        (type, complain) -> {
          type.getFields().stream()
              .filter(field -> isFraction(field.getRawType()))
              .forEach(field -> complain.accept(field.getDescription() + " is a fraction"));
          type.getCodeUnits().stream()
              .filter(unit -> typesOf(unit).anyMatch(Conditions::isFraction))
              .forEach(unit -> complain.accept(unit.getDescription() + " has a fraction"));
        });
  }

  private static Stream<JavaClass> typesOf(JavaCodeUnit unit) {
    return Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream());
  }

  private static boolean isFraction(JavaClass type) {
    return FRACTIONS.contains(type.getBaseComponentType().getName());
  }

  /** A method that a library asks for by its own name is the library's fault, not ours. */
  static ArchCondition<JavaMethod> nameWhatTheyAnswer() {
    return condition(
        "be named by what they answer",
        (method, complain) -> {
          if (method.getName().matches("(get|set)[A-Z].*") && !isAskedForByALibrary(method)) {
            complain.accept(method.getDescription() + " is a getter or a setter");
          }
        });
  }

  private static boolean isAskedForByALibrary(JavaMethod method) {
    var owner = method.getOwner();
    return Stream.concat(
            owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
        .filter(above -> !Room.isOurs(above))
        .flatMap(above -> above.getMethods().stream())
        .anyMatch(above -> above.getName().equals(method.getName()));
  }

  private static <T> ArchCondition<T> condition(
      String words, BiConsumer<T, Consumer<String>> check) {
    return new ArchCondition<>(words) {
      @Override
      public void check(T item, ConditionEvents events) {
        check.accept(item, complaint -> events.add(SimpleConditionEvent.violated(item, complaint)));
      }
    };
  }
}
