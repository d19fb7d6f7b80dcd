package brokenwalls.onlyoutsidehasbreakers.tollgate.web;

import io.vertx.circuitbreaker.CircuitBreaker;

record HoleBreaker(CircuitBreaker breaker) {}
