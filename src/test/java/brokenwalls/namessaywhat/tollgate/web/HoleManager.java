package brokenwalls.namessaywhat.tollgate.web;

record HoleManager(String name) {}
