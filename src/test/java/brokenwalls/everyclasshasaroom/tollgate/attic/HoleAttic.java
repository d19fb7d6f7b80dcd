package brokenwalls.everyclasshasaroom.tollgate.attic;

record HoleAttic(String name) {}
