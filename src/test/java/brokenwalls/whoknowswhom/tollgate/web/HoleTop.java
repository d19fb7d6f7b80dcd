package brokenwalls.whoknowswhom.tollgate.web;

import brokenwalls.whoknowswhom.tollgate.Top;

record HoleTop(Top top) {}
