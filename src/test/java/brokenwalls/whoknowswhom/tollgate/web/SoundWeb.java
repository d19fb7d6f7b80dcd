package brokenwalls.whoknowswhom.tollgate.web;

import brokenwalls.whoknowswhom.tollgate.engine.Known;

record SoundWeb(Known known) {}
