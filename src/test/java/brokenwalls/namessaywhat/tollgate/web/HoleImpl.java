package brokenwalls.namessaywhat.tollgate.web;

record HoleImpl(String name) {}
