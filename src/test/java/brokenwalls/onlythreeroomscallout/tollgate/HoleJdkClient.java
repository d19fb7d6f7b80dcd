package brokenwalls.onlythreeroomscallout.tollgate;

import java.net.http.HttpClient;

record HoleJdkClient(HttpClient client) {}
