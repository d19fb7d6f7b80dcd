package brokenwalls.moneyisneverafraction.tollgate.money;

record HoleField(double amount) {}
