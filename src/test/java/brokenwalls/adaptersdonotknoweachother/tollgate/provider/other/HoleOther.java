package brokenwalls.adaptersdonotknoweachother.tollgate.provider.other;

import brokenwalls.adaptersdonotknoweachother.tollgate.provider.acme.Acme;

record HoleOther(Acme acme) {}
