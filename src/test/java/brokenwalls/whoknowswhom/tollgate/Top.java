package brokenwalls.whoknowswhom.tollgate;

public record Top(String name) {}
