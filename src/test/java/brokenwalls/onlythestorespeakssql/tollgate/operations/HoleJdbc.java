package brokenwalls.onlythestorespeakssql.tollgate.operations;

import java.sql.Connection;

record HoleJdbc(Connection connection) {}
