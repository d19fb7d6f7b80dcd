package brokenwalls.namessaywhat.tollgate.web;

record HoleService(String name) {}
