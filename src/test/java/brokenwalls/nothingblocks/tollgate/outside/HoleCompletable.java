package brokenwalls.nothingblocks.tollgate.outside;

import java.util.concurrent.CompletableFuture;

record HoleCompletable(CompletableFuture<String> some) {}
