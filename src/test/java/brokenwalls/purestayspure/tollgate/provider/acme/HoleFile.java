package brokenwalls.purestayspure.tollgate.provider.acme;

import java.nio.file.Path;

record HoleFile(Path path) {}
