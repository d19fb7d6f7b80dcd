package brokenwalls.adaptersdonotknoweachother.tollgate.provider.acme;

public record Acme(String name) {}
