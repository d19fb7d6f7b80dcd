package tollgate.walls;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static tollgate.walls.Room.PURE;

import com.tngtech.archunit.lang.ArchRule;

/**
 * The walls, one constant each, with the reason it stands. {@code BrokenWallsTest} knocks a hole in
 * every one of them, so a wall that cannot fall cannot be added.
 */
enum Wall {
  WHO_KNOWS_WHOM(
      classes()
          .should(Conditions.knowOnlyTheRoomsTheyMay())
          .because("architecture.md draws it so, and Room writes it down")),

  EVERY_CLASS_HAS_A_ROOM(
      classes()
          .should(Conditions.liveInARoom())
          .because("a new room is a decision, not an accident of a package name")),

  PURE_STAYS_PURE(
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat(Ground.THE_WORLD)
          .because("a history must replay the same tomorrow")),

  NO_CLOCK_AND_NO_DICE_IN_THE_PURE(
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .callCodeUnitWhere(Ground.CLOCK_OR_DICE)
          .orShould()
          .dependOnClassesThat(Ground.RANDOM)
          .because("time, ids and chance come in as arguments")),

  PURE_FIELDS_ARE_FINAL(
      fields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAnyPackage(PURE)
          .should()
          .beFinal()
          .because("what has been decided is not changed behind anybody's back")),

  MONEY_IS_NEVER_A_FRACTION(
      classes()
          .that()
          .resideInAnyPackage(PURE)
          .should(Conditions.haveNoFractions())
          .because("a double cannot hold ten cents")),

  ONLY_JSON_KNOWS_THE_JSON_LIBRARY(
      noClasses()
          .that()
          .resideOutsideOfPackage("..tollgate.json..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml..", "tools.jackson..")
          .because("one strict reader, and no second opinion")),

  ONLY_THE_STORE_SPEAKS_SQL(
      noClasses()
          .that()
          .resideOutsideOfPackage("..tollgate.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(Ground.SQL)
          .because("a statement and its table must be seen together")),

  ONLY_THREE_ROOMS_CALL_OUT(
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "..tollgate.outside..", "..tollgate.sandbox..", "..tollgate.demo..")
          .should()
          .dependOnClassesThat(Ground.HTTP_CLIENT)
          .because("outside calls the world; the sandbox and the demo play a part of it")),

  ONLY_OUTSIDE_HAS_BREAKERS(
      noClasses()
          .that()
          .resideOutsideOfPackage("..tollgate.outside..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.vertx.circuitbreaker..")
          .because("a breaker belongs to the call of one provider")),

  ADAPTERS_DO_NOT_KNOW_EACH_OTHER(
      slices()
          .matching("..tollgate.provider.(*)..")
          .should()
          .notDependOnEachOther()
          .because("a provider must be removable by removing its folder")),

  NO_CYCLES(
      slices()
          .matching("..tollgate.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a reader must be able to begin somewhere")),

  NOTHING_BLOCKS(
      noClasses()
          .that(Ground.NOT_THE_TOP)
          .should()
          .callCodeUnitWhere(Ground.WAITS)
          .orShould()
          .dependOnClassesThat(Ground.BLOCKING)
          .because("an event loop that waits makes every payment wait")),

  NAMES_SAY_WHAT(
      noClasses()
          .that(alwaysTrue())
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveNameMatching(
              ".*(Manager|Helper|Utils?|Base|Dto|DTO|Entity|Service|Processor|Handler)")
          .orShould()
          .haveNameMatching(".*[.$]Abstract[^.$]*")
          .because("a name that fits every class says nothing about this one")),

  NO_GETTERS(
      methods()
          .that()
          .areDeclaredInClassesThat(resideInAnyPackage("..tollgate.."))
          .should(Conditions.nameWhatTheyAnswer())
          .because("amount() reads like the sentence it stands in"));

  @SuppressWarnings("ImmutableEnumChecker") // A rule is never changed once it is written.
  private final ArchRule rule;

  Wall(ArchRule rule) {
    this.rule = rule.allowEmptyShould(true);
  }

  ArchRule rule() {
    return rule;
  }
}
