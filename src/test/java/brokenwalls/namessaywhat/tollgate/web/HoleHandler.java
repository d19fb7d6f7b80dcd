package brokenwalls.namessaywhat.tollgate.web;

record HoleHandler(String name) {}
