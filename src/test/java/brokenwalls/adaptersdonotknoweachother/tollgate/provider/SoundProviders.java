package brokenwalls.adaptersdonotknoweachother.tollgate.provider;

import brokenwalls.adaptersdonotknoweachother.tollgate.provider.acme.Acme;

record SoundProviders(Acme acme) {}
