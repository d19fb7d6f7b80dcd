package brokenwalls.purestayspure.tollgate.signing;

record HoleThread(Thread thread) {}
