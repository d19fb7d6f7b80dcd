package brokenwalls.namessaywhat.tollgate.web;

final class HoleNest {
  record AbstractHole(String name) {}
}
