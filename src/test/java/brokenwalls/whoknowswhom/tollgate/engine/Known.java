package brokenwalls.whoknowswhom.tollgate.engine;

public record Known(String name) {}
