/**
 * What is asked of the gateway under load, one question a class. A scenario knows the ground it runs
 * on and the report it fills, and no other scenario but those it is made of. Begin with {@link
 * tollgate.load.scenario.TopUps}.
 */
package tollgate.load.scenario;
