package brokenwalls.onlyjsonknowsthejsonlibrary.tollgate.json;

import com.fasterxml.jackson.core.JsonParser;

record SoundReader(JsonParser parser) {}
