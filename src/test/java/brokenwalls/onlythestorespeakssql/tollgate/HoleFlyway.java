package brokenwalls.onlythestorespeakssql.tollgate;

import org.flywaydb.core.Flyway;

record HoleFlyway(Flyway flyway) {}
