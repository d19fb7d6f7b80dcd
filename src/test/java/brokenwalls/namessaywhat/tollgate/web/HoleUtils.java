package brokenwalls.namessaywhat.tollgate.web;

record HoleUtils(String name) {}
