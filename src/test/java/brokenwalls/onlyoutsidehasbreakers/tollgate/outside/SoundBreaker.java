package brokenwalls.onlyoutsidehasbreakers.tollgate.outside;

import io.vertx.circuitbreaker.CircuitBreaker;

record SoundBreaker(CircuitBreaker breaker) {}
