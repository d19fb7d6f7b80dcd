package brokenwalls.onlyjsonknowsthejsonlibrary.tollgate.web;

import com.fasterxml.jackson.core.JsonParser;

record HoleParser(JsonParser parser) {}
